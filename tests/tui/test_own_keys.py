"""An editor's own keys take the place of the desk's, where they leave no doubt."""

from __future__ import annotations

import pytest

from tracker.config import Settings
from tracker.domain.errors import BadInputError
from tracker.tui.app import TrackerApp


def desk_with(keys):
    return TrackerApp(Settings("unopened.db", "Ada", keys=keys))


async def test_an_action_has_its_new_key_and_no_longer_its_old_one(sit_down, ferry):
    async with sit_down(ferry, keys={"claim.assign": "I"}) as seat:
        await seat.press("i")
        assert seat.claim(1).assignee is None
        await seat.press("I")
        assert seat.claim(1).assignee == "Ada"


async def test_two_keys_for_one_action_and_signs_as_they_are_typed(sit_down, ferry):
    async with sit_down(ferry, size=(120, 30), keys={"screen.keys": "f1, #"}) as seat:
        assert "f1 Keys" in seat.seen
        await seat.press("#")
        assert "Mark confirmed" in seat.seen


async def test_two_actions_may_change_places(sit_down, ferry):
    async with sit_down(ferry, keys={"claim.assign": "n", "claim.add_note": "i"}) as seat:
        await seat.press("n")
        assert seat.claim(1).assignee == "Ada"


@pytest.mark.parametrize(
    ("keys", "why"),
    [
        ({"claim.acept": "A"}, "“claim.acept”, which is no action"),
        ({"claim.\x1b": "A"}, "“claim.␛”"),
        ({"claim.accept": "x"}, "“x” to claim.accept and claim.dismiss_proposed"),
        ({"desk.filter": "q"}, "“q” to desk.filter and screen.quit"),
        ({"claim.undo": "/"}, "“/” to claim.undo and desk.search"),
    ],
)
def test_an_unknown_action_and_a_key_for_two_actions_are_refused(keys, why):
    with pytest.raises(BadInputError, match="settings file") as refused:
        desk_with(keys)
    assert why in str(refused.value)


def test_the_theme_is_as_the_settings_say():
    assert TrackerApp(Settings("unopened.db", "Ada", theme="light")).theme == "tracker-light"


@pytest.mark.parametrize(
    ("keys", "press", "said"),
    [
        ({"claim.undo": "U"}, "space space i", "2 claims given to Ada; U takes all of it back."),
        ({"claim.add_evidence": "+"}, "", "nothing yet – + adds evidence, t logs an attempt"),
        ({"screen.contradictions": "f3"}, "", "Against it  f3 side by side"),
        ({"pair.confirm": "f5", "pair.facet": "f6"}, "3", "f5 confirm x reject f6 facet"),
        ({"pair.left": "<", "pair.right": ">"}, "3", "< > side"),
        (
            {"claim.dismiss_because": "f8"},
            "x",
            "Nothing is proposed for C1; f8 dismisses the claim",
        ),
        ({"article.uncovered": "f9"}, "2", "uncovered (f9)"),
        ({"galley.choose": "f7"}, "2 tab", "f7       selects words; a makes a claim of them"),
        ({"article.back": "f4"}, "2 shift+right", "f4 let go"),
        ({"desk.clear": "f2"}, "f d", "f2 clears it."),
        ({"table.open": "f11"}, "4", "f11 lists its claims"),
    ],
)
async def test_a_text_names_the_keys_that_the_editor_has(sit_down, ferry, keys, press, said):
    async with sit_down(ferry, size=(120, 36), keys=keys) as seat:
        await seat.press(*press.split())
        assert said in seat.seen or said in seat.told

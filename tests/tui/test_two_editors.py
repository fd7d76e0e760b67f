"""Two editors on one ledger: what one changes the other is told, and nothing is overwritten."""

from __future__ import annotations

import asyncio

import pytest
from ledgers import raw
from textual.widgets import Input

from tracker.desk.auditing import Auditing
from tracker.desk.listing import Listing
from tracker.domain.errors import RefusedError
from tracker.domain.evidence import EvidenceDraft, Stance
from tracker.domain.reference import Kind, Ref
from tracker.domain.status import AttributionCheck, Stage, Status
from tracker.tui import app as tracker_app
from tracker.tui.asking.editing import _KEYS
from tracker.tui.words.field_text import text_of_field


@pytest.fixture
def quick_looks(monkeypatch):
    monkeypatch.setattr(tracker_app, "LOOK_AGAIN", 0.1)


async def until(seat, found) -> None:
    """Wait for a look at the ledger to bring news."""
    for _ in range(200):
        if found():
            return
        await asyncio.sleep(0.01)
    raise AssertionError("no news came")


async def test_a_mark_is_refused_on_a_claim_that_somebody_changed(sit_down, judged, open_desk):
    other = open_desk(judged)
    async with sit_down(judged) as seat:
        other.reviewing.assign([1], "Cem", by="Cem")
        await seat.press("w")
        assert seat.told.startswith("C1 was changed by Cem at ")
        assert seat.claim(1).judged_by == "Bea"


async def test_a_refused_mark_shows_the_claim_as_it_is_now(sit_down, judged, open_desk):
    other = open_desk(judged)
    async with sit_down(judged) as seat:
        other.reviewing.assign([1], "Cem", by="Bea")
        await seat.press("w")
        assert seat.cursor == "C1"
        assert "C1  ∅ unverifiable · in progress · Cem" in seat.seen
        await seat.press("w")
        assert seat.claim(1).judged_by == "Ada"


async def test_what_was_typed_survives_a_conflict(sit_down, ferry, open_desk):
    other = open_desk(ferry)
    async with sit_down(ferry) as seat:
        await seat.press("c")
        other.reviewing.start([1], by="Bea")
        await seat.write("log.pdf")
        await seat.press("enter")
        await seat.write("it says so")
        await seat.press("enter")
        assert "C1 was changed by Bea" in seat.seen
        assert seat.app.screen.query_one("#blank-url", Input).value == "log.pdf"
        assert seat.app.screen.query_one("#blank-reason", Input).value == "it says so"
        assert seat.claim(1).status is Status.UNVERIFIED
        await seat.press("ctrl+s")
        assert seat.claim(1).status is Status.CONFIRMED


async def test_a_conflict_in_a_bulk_mark_changes_none(sit_down, judged, open_desk):
    other = open_desk(judged)
    async with sit_down(judged) as seat:
        await seat.press("space", "space")
        other.reviewing.assign([2], "Cem", by="Bea")
        await seat.press("w")
        assert "C2 was changed by Bea" in seat.told
        assert seat.claim(1).judged_by == "Bea"


async def test_an_edit_survives_a_conflict(sit_down, ferry, open_desk):
    other = open_desk(ferry)
    async with sit_down(ferry) as seat:
        await seat.press("E", "s")
        other.editing.edit(seat.claim(1).ref, "hedge", ["likely"], by="Bea")
        await seat.write(", it said")
        await seat.press("enter")
        assert "C1 was changed by Bea" in seat.seen
        assert seat.app.screen.query_one(Input).value.endswith("passengers, it said")


async def both_versions(seat, other) -> None:
    """Ada writes on the statement of C1 while Bea corrects it."""
    await seat.press("E", "s")
    other.editing.edit(seat.claim(1).ref, "statement", ["the launch rammed her"], by="Bea")
    await seat.write(", it said")
    await seat.press("enter")


async def test_a_field_that_two_have_changed_is_shown_in_both_versions(sit_down, ferry, open_desk):
    other = open_desk(ferry)
    async with sit_down(ferry) as seat:
        mine = f"{seat.claim(1).statement}, it said"
        await both_versions(seat, other)
        shown = " ".join(seat.seen.replace("│", " ").split())
        assert "C1 was changed by Bea at " in shown
        assert "Theirs, saved: the launch rammed her" in shown
        assert f"Yours, not saved: {mine}" in shown


@pytest.mark.parametrize(("key", "kept"), [("m", "mine"), ("t", "theirs")])
async def test_an_editor_chooses_which_version_stands(sit_down, ferry, open_desk, key, kept):
    other = open_desk(ferry)
    async with sit_down(ferry) as seat:
        mine = f"{seat.claim(1).statement}, it said"
        await both_versions(seat, other)
        await seat.press(key)
        assert seat.claim(1).statement == {"mine": mine, "theirs": "the launch rammed her"}[kept]


@pytest.mark.parametrize(("field", "theirs"), [("check", "altered"), ("voice", "direct")])
@pytest.mark.parametrize("key", ["m", "t"])
async def test_an_editor_chooses_which_word_stands(sit_down, ferry, open_desk, field, theirs, key):
    async with sit_down(ferry, size=(120, 36)) as seat:
        await seat.press("E", _KEYS[field], "j")
        open_desk(ferry).editing.edit(Ref(Kind.CLAIM, 1), field, [theirs], by="Bea")
        await seat.press("enter")
        asked = " ".join(seat.seen.replace("│", " ").split())
        assert f"Theirs, saved: {theirs} " in asked
        await seat.press(key)
        stands = text_of_field(seat.desk.browsing.dossier(1), field)
        assert (stands == theirs) is (key == "t")


async def test_a_word_that_is_refused_is_asked_for_again_with_all_that_there_are(
    sit_down, ferry, monkeypatch
):
    async with sit_down(ferry) as seat:
        await seat.press("E", "r", "j")
        with monkeypatch.context() as refusing:
            refusing.setattr(type(seat.desk.editing), "edit", refuse)
            await seat.press("enter")
        assert "Not today." in seat.seen
        assert "misattributed" in seat.seen
        await seat.press("enter")
        assert seat.claim(1).attribution_check is AttributionCheck.SECOND_HAND


def refuse(*_given, **_more):
    raise RefusedError("not today.")


@pytest.mark.parametrize("key", ["w", "escape"])
async def test_what_was_typed_can_be_written_on_in_knowledge_of_theirs(
    sit_down, ferry, open_desk, key
):
    other = open_desk(ferry)
    async with sit_down(ferry) as seat:
        mine = f"{seat.claim(1).statement}, it said"
        await both_versions(seat, other)
        await seat.press(key)
        assert seat.app.screen.query_one(Input).value == mine
        assert seat.claim(1).statement == "the launch rammed her"
        await seat.press("enter")
        assert seat.claim(1).statement == mine


async def test_a_conflict_says_what_the_other_did(sit_down, ferry, open_desk):
    other = open_desk(ferry)
    async with sit_down(ferry, size=(120, 36)) as seat:
        other.editing.edit(seat.claim(1).ref, "hedge", ["likely"], by="Bea")
        await seat.press("w")
        assert "(hedge: – → likely); look at it again" in seat.told


async def test_news_appears_by_itself_and_leaves_the_cursor_alone(
    sit_down, ferry, open_desk, quick_looks
):
    other = open_desk(ferry)
    async with sit_down(ferry) as seat:
        await seat.press("j", "j")
        here = seat.cursor
        other.reviewing.dismiss([1], by="Bea")
        await until(seat, lambda: seat.app.screen.table.at(0).id == 2)
        await seat.settled()
        assert seat.cursor == here


async def test_an_editors_own_action_is_no_news(sit_down, ferry, quick_looks, monkeypatch):
    asked: list[str] = []

    def counted(subject, name):
        method = getattr(subject, name)

        def ask(*given, **more):
            asked.append(name)
            return method(*given, **more)

        monkeypatch.setattr(subject, name, ask)

    async with sit_down(ferry) as seat:
        await seat.press("i")
        counted(Listing, "open")
        counted(Auditing, "last")
        await until(seat, lambda: asked.count("last") > 2)
        await seat.settled()
        assert "open" not in asked


async def test_news_of_the_claim_beside_the_queue_is_shown(sit_down, ferry, open_desk, quick_looks):
    other = open_desk(ferry)
    async with sit_down(ferry, size=(120, 36)) as seat:
        other.gathering.add_evidence([1], EvidenceDraft("radar", Stance.SUPPORTS), by="Bea")
        await until(seat, lambda: "supports radar" in seat.seen)


async def test_news_keeps_the_place_in_a_claim_that_is_read(
    sit_down, sample, open_desk, quick_looks
):
    other = open_desk(sample)
    async with sit_down(sample) as seat:
        await seat.press("J", "J")
        other.gathering.add_note([20], "ask again", by="Bea")
        await until(seat, lambda: seat.app.screen.dossier().notes)
        await seat.settled()
        assert seat.app.screen.query_one("#desk-leaf").scroll_offset.y == 6


async def test_a_claim_that_is_gone_closes_its_screen(
    sit_down, ledger, two_sides, open_desk, quick_looks
):
    other = open_desk(ledger)
    other.importing.take_in(two_sides, by="Bea")
    async with sit_down(ledger) as seat:
        await seat.press("enter")
        other.auditing.undo(by="Bea")
        await until(seat, lambda: len(seat.app.screen_stack) == 1)
        await seat.settled()
        assert "No claims yet." in seat.seen


async def test_what_was_typed_of_a_claim_that_is_gone_meanwhile_stays(
    sit_down, ledger, two_sides, open_desk
):
    other = open_desk(ledger)
    other.importing.take_in(two_sides, by="Bea")
    async with sit_down(ledger) as seat:
        await seat.press("n")
        await seat.write("an hour of notes")
        other.auditing.undo(by="Bea")
        await seat.press("ctrl+s")
        assert "no claim C1 in this ledger" in " ".join(seat.seen.replace("│", " ").split())
        assert "an hour of notes" in seat.seen


async def test_a_read_only_ledger_says_so_and_refuses(sit_down, ferry):
    async with sit_down(ferry) as seat:
        seat.desk._database.read_only = True
        await seat.press("j")
        await seat.press("f", "e")
        assert " read-only  Ada" in seat.seen
        for key in ("w", "x", "s", "i"):
            await seat.press(key)
            assert "read-only" in seat.told, key
        assert seat.claim(2).stage is Stage.OPEN


async def test_what_was_typed_survives_a_full_disk(sit_down, ferry, monkeypatch):
    from tracker.desk.gathering import Gathering
    from tracker.domain.errors import LedgerError

    def full(*_given, **_more):
        raise LedgerError("the disk is full; nothing was changed.")

    monkeypatch.setattr(Gathering, "add_note", full)
    async with sit_down(ferry) as seat:
        await seat.press("n")
        await seat.write("an hour of notes")
        await seat.press("ctrl+s")
        assert "The disk is full; nothing was changed." in seat.seen
        assert "an hour of notes" in seat.seen


async def test_what_was_typed_survives_an_upgrade_by_a_newer_version(sit_down, ferry, state):
    async with sit_down(ferry) as seat:
        await seat.press("n")
        await seat.write("an hour of notes")
        with raw(ferry) as file:
            file.execute("UPDATE alembic_version SET version_num = '0999'")
        await seat.press("ctrl+s")
        assert "by a newer version of tracker (revision 0999)" in " ".join(
            seat.seen.replace("│", " ").split()
        )
        assert "an hour of notes" in seat.seen
    (kept,) = (state / "unsaved").glob("*.json")
    assert "an hour of notes" in kept.read_text()

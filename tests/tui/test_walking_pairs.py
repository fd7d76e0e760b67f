"""Walking the pairs of several articles: the surest first, decided in place, searched, narrowed."""

from __future__ import annotations

from dataclasses import replace

import pytest
from contests import election, strike

from tracker.domain.facet import Facet
from tracker.domain.relation import Relation, RelationKind, RelationOrigin, RelationState
from tracker.domain.status import Stage


@pytest.fixture
def two(desk, ledger):
    """A strike and an election, of which the second is the surer."""
    for made, score in ((strike, 0.6), (election, 0.9)):
        reading = made()
        relations = tuple(
            replace(one, score=score if one.score is not None else None)
            for one in reading.relations
        )
        desk.importing.take_in(replace(reading, relations=relations), by="Bea", stage=Stage.OPEN)
    return ledger


def place(seen: str) -> str:
    return seen.split("Contradictions  ")[1].split("  ", maxsplit=1)[0]


async def test_the_surest_event_comes_first_over_all_articles(sit_down, two):
    async with sit_down(two) as seat:
        await seat.press("3", "g")
        assert "(0.90)" in seat.seen
        titles = []
        while not titles or place(seat.seen) != place(titles[-1]):
            titles.append(seat.seen)
            await seat.press("j")
        events = [one.split("\n")[1].strip() for one in titles]
        assert events == sorted(events, key=events.index)
        assert "Orla" in events[-1]


async def test_a_rejected_pair_gives_its_place_to_the_next(sit_down, two):
    async with sit_down(two) as seat:
        await seat.press("3", "g", "j", "j")
        before, of = place(seat.seen).split(" of ")
        await seat.press("x")
        assert place(seat.seen) == f"{before} of {int(of) - 1}"


@pytest.mark.parametrize("key", ["a", "x"])
async def test_an_undone_decision_brings_back_the_pair_that_it_was_about(sit_down, two, key):
    async with sit_down(two) as seat:
        await seat.press("3", "g")
        for step in range(len(seat.app.screen.paired.every)):
            await seat.press("3", "g", *["j"] * step)
            paired = seat.app.screen.paired
            ends, before = paired.every[paired.number], place(seat.seen)
            if ends.waiting:
                await seat.press(key, "u")
                paired = seat.app.screen.paired
                assert seat.told.startswith("Undone: ")
                assert (paired.every[paired.number], place(seat.seen)) == (ends, before)


async def test_behind_the_last_pair_the_first_to_decide_is_shown(sit_down, two):
    async with sit_down(two) as seat:
        await seat.press("3", "G", "x")
        assert place(seat.seen).startswith("1 of ")


async def test_a_confirmed_pair_keeps_its_place_and_j_goes_on(sit_down, two):
    async with sit_down(two) as seat:
        await seat.press("3", "g", "a")
        assert place(seat.seen).startswith("1 of ")
        await seat.press("j")
        assert place(seat.seen).startswith("2 of ")


async def test_past_a_settled_pair_the_next_to_decide_is_shown(sit_down, two):
    async with sit_down(two) as seat:
        await seat.press("3", "g", "a", "A")
        assert place(seat.seen).startswith("2 of ")


async def test_a_pair_that_goes_is_followed_by_one_to_decide(sit_down, two, desk):
    every = desk.browsing.relations()
    async with sit_down(two) as seat:
        await seat.press("3", "g")
        ends = seat.app.screen.paired.every[1][:2]
        desk.relating.confirm([one.id for one in every if {one.a, one.b} == {*ends}], by="Bea")
        await seat.press("x")
        paired = seat.app.screen.paired
        assert paired.every[paired.number].waiting


async def test_a_search_shows_the_pairs_of_which_a_claim_holds_the_words(sit_down, two):
    async with sit_down(two) as seat:
        await seat.press("3", "/")
        await seat.write("pickets")
        await seat.press("enter")
        assert "“pickets”" in seat.seen.split("\n")[0]
        assert "Orla" in seat.seen
        shown = len(seat.app.screen.paired.every)
        await seat.press("escape")
        assert 0 < shown < len(seat.app.screen.paired.every)


async def test_a_speaker_is_found_among_the_pairs(sit_down, two):
    async with sit_down(two) as seat:
        await seat.press("3", "/")
        await seat.write("Brede")
        await seat.press("enter")
        assert "St. Brede hospital" in seat.seen


async def test_a_search_among_pairs_that_finds_nothing_says_how_to_go_back(sit_down, two):
    async with sit_down(two) as seat:
        await seat.press("3", "/")
        await seat.write("zeppelin")
        await seat.press("enter")
        assert "No pair passes the filter: “zeppelin”. esc clears it." in seat.seen
        await seat.press("escape")
        assert place(seat.seen).startswith("1 of ")


async def test_letters_of_a_search_are_no_keys_of_the_pairs(sit_down, two):
    async with sit_down(two) as seat:
        await seat.press("3", "g", "/", "a", "x", "j", "escape")
        assert place(seat.seen).startswith("1 of ")
        assert all(
            one.state is not RelationState.REJECTED for one in seat.desk.browsing.relations()
        )


async def test_the_filter_of_the_desk_narrows_the_pairs(sit_down, two, desk):
    desk.reviewing.assign([1], by="Ada", to="Ada")
    async with sit_down(two) as seat:
        await seat.press("3", "f", "i")
        assert "for Ada" in seat.seen.split("\n")[0]
        assert all(1 in one[:2] for one in seat.app.screen.paired.every)


async def test_a_new_pair_puts_them_in_order_anew(sit_down, two, desk):
    async with sit_down(two) as seat:
        await seat.press("3", "g")
        known = desk.browsing.relations()[0]
        surer = Relation(
            1, 4, RelationKind.CONTRADICTS, Facet.CAUSE, RelationState.SUGGESTED,
            RelationOrigin.MACHINE, "machine", known.at, score=0.99,
        )  # fmt: skip
        desk.relating.propose([surer], by="machine")
        await seat.press("4", "3", "g")
        assert "(0.99)" in seat.seen


async def test_f_shows_the_pairs_of_a_state_and_esc_all_again(sit_down, two):
    async with sit_down(two) as seat:
        await seat.press("3", "g", "a")
        await seat.press("f", "x")
        assert "No pair passes the filter: rejected pairs." in seat.seen
        await seat.press("f", "a")
        assert "confirmed pairs" in seat.seen.split("\n")[0]
        assert place(seat.seen) == "1 of 1"
        assert "to decide" not in seat.seen.split("\n")[0]
        await seat.press("f", "p")
        suggested = place(seat.seen).split(" of ")[1]
        assert f"{suggested} to decide  suggested pairs" in seat.seen.split("\n")[0]
        await seat.press("escape")
        assert "pairs" not in seat.seen.split("\n")[0]


async def test_a_rejected_pair_is_found_again_with_who_rejected_it_and_why(sit_down, ferry):
    async with sit_down(ferry) as seat:
        await seat.press("3", "X")
        assert "R2 C1 corroborates C2 on casualties  suggested" in seat.seen
        await seat.press("1")
        assert "Why is R1 rejected?" in seat.seen
        await seat.write("two ferries")
        await seat.press("enter")
        assert seat.told == "R1 rejected; it will not be suggested again."
        assert seat.desk.browsing.relation(1).reason == "two ferries"
        await seat.press("f", "x")
        assert place(seat.seen) == "1 of 1"
        assert "R1 contradicts on actor (0.90), by Ada – two ferries" in seat.seen


async def test_upper_x_rejects_what_was_confirmed_and_else_dismisses_the_claim(sit_down, ferry):
    async with sit_down(ferry) as seat:
        await seat.press("3", "a", "a", "tab", "X")
        assert "Why dismiss C1" in seat.seen
        await seat.press("escape", "shift+tab", "X", "1")
        shown = " ".join(seat.seen.replace("│", " ").split())
        assert "To dismiss a claim itself press esc, enter, X." in shown
        await seat.write("one boat")
        await seat.press("enter")
        assert seat.desk.browsing.relation(1).state is RelationState.REJECTED


async def test_whoever_confirms_across_two_events_is_told_how_they_are_merged(
    sit_down, ferry, open_desk
):
    desk = open_desk(ferry)
    across = replace(
        desk.browsing.relation(1), a=5, b=1, kind=RelationKind.DENIES, score=0.1, id=0, uid=""
    )
    desk.relating.propose([across], by="Bea")
    async with sit_down(ferry) as seat:
        await seat.press("3", "G", "a")
        said = "R3 confirmed: denies, across E2 and E1: if they are one, M merges them."
        assert seat.told == said

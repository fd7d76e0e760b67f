"""A pair on the screen: a short head, words at odds in its rows, and nothing beside the point."""

from __future__ import annotations

import pytest
from contests import Said, Tied, election, reading, strike
from seat import line

from tracker.domain.draft import SourceDraft
from tracker.domain.reference import Ref
from tracker.domain.source import SourceKind

LOW, ROOMY = (80, 24), (120, 36)
LONG = "A long night of quarrels between the millers of the upper town and the guards of the lower"


def mill(*tied: Tied):
    """Guards and millers: one says killed, the other alive; and each tells of other things."""
    return reading(
        "Night at the mill",
        "Averin",
        (
            SourceDraft("guard", "Averin guard", SourceKind.GOVERNMENT_BODY),
            SourceDraft("guild", "Millers’ guild", SourceKind.ORGANISATION),
            SourceDraft("baker", "Odo Lint", SourceKind.PERSON),
        ),
        (
            Said("guard", "the mill was stormed and its foreman killed", 9,
                 facets={"occurrence": "stormed", "target": "mill", "place": "by the weir"}),
            Said("guild", "after the assault the foreman is alive", 10,
                 facets={"occurrence": "assault", "target": "foreman"}),
            Said("guard", "a cable was cut in the harbour", 11,
                 facets={"occurrence": "cut", "place": "in the harbour"}),
            Said("guild", "forty votes were counted on the quay", 12,
                 facets={"occurrence": "counted", "place": "on the quay"}),
            Said("baker", "the ferry was late", 13,
                 facets={"occurrence": "late", "target": "ferry"}),
        ),
        (Tied(1, "contradicts", 2, "occurrence", reason="killed ≠ alive"), *tied),
    )  # fmt: skip


def head(seen: str, first: str) -> list[str]:
    """The lines between the line on top and the first facet."""
    lines = seen.split("\n")
    return lines[1 : next(n for n, one in enumerate(lines) if first in one)]


async def test_the_words_at_odds_are_what_the_row_shows(sit_down, of):
    async with sit_down(of(mill)) as seat:
        await seat.press("3")
        row = line(seat.seen, "≠ occurrence")
        assert row.index("killed") < row.index("alive")
        assert row.count(" +1") == 2  # the cable, the votes
        assert "stormed" not in row


async def test_what_a_speaker_says_elsewhere_does_not_answer_the_other(sit_down, of):
    async with sit_down(of(mill)) as seat:
        await seat.press("3")
        assert "cable" not in seat.seen
        assert "says nothing" in line(seat.seen, "by the weir")
        assert "on the quay" not in seat.seen


async def test_what_is_not_set_against_each_other_is_said_not_to_be(sit_down, of):
    async with sit_down(of(mill)) as seat:
        await seat.press("3")
        seen = seat.seen
        assert seen.index("≠ occurrence") < seen.index("not set against each other:")
        assert seen.index("not set against each other:") < seen.index("~ target")


async def test_what_a_speaker_says_by_now_stands_for_what_it_said_before(sit_down, of):
    async with sit_down(of(strike)) as seat:
        await seat.press("3", "g")
        assert "six people were hurt (C6)," in seat.seen
        assert "formerly three people were" in seat.seen


async def test_others_are_not_told_of_in_a_row_at_issue_that_they_do_not_touch(sit_down, of):
    async with sit_down(of(lambda: mill(Tied(1, "contradicts", 2, "target")))) as seat:
        await seat.press("3")
        assert "≠ target" in seat.seen
        assert "Odo Lint" not in seat.seen


def crowd(*tied: Tied):
    """Nine who tell of one event, of which five have a column where there is some room."""
    names = [f"Guest {letter}" for letter in "ABCDEFGHI"]
    return reading(
        "Evening at the inn",
        "Averin",
        tuple(SourceDraft(one, one, SourceKind.PERSON) for one in names),
        tuple(
            Said(one, f"the lamp fell, {n} times", 9 + n,
                 facets={"actor": f"cook {n}", "cause": f"draught {n}"})
            for n, one in enumerate(names)
        ),
        (Tied(1, "contradicts", 2, "actor"), *tied),
    )  # fmt: skip


async def test_a_row_is_not_marked_for_what_none_of_its_cells_shows(sit_down, of):
    async with sit_down(of(lambda: crowd(Tied(7, "contradicts", 8, "cause"))), size=ROOMY) as seat:
        await seat.press("3", "g")
        assert "≠ cause" not in seat.seen
        assert "~ cause" in seat.seen


async def test_whom_a_shown_one_stands_against_out_of_sight_is_named(sit_down, of):
    async with sit_down(of(lambda: crowd(Tied(3, "contradicts", 8, "cause"))), size=ROOMY) as seat:
        await seat.press("3", "g")
        assert "≠ C8" in seat.seen
        assert "≠ cause" in seat.seen


@pytest.mark.parametrize("keys", [("3",), ("3", "a"), ("3", "right"), ("3", "tab")])
@pytest.mark.parametrize("told", [strike, election, mill])
async def test_the_head_of_a_pair_is_five_lines_at_most(sit_down, of, desk, told, keys):
    ledger = of(told)
    desk.editing.edit(Ref.parse("E1"), "title", [LONG], by="Bea")
    desk.editing.edit(Ref.parse("E1"), "place", [LONG], by="Bea")
    async with sit_down(ledger, size=LOW) as seat:
        await seat.press(*keys)
        facet = {"strike": "actor", "election": "outcome", "mill": "occurrence"}[told.__name__]
        above = head(seat.seen, f" {facet} ")
        assert len(above) <= 5
        assert "…  E1" in above[0]
        assert "origins" in above[1]


async def test_a_reason_is_told_in_the_line_of_what_is_to_decide(sit_down, of):
    async with sit_down(of(mill)) as seat:
        await seat.press("3")
        assert "R1 contradicts on occurrence (0.80) – killed ≠ alive" in seat.seen
        assert seat.seen.index("alive") < seat.seen.index("to settle")


async def test_each_side_tells_its_origins_with_its_column(sit_down, of):
    async with sit_down(of(strike), size=(200, 60)) as seat:
        await seat.press("3")
        assert (seat.seen.count("1 origin"), seat.seen.count("2 origins")) == (3, 2)


async def test_two_columns_have_their_origins_on_top(sit_down, of):
    async with sit_down(of(mill)) as seat:
        await seat.press("3")
        assert line(seat.seen, "C1 ○").count("1 origin") == 2

"""A value that nobody could have written is told as damage, by its table, row and column."""

from __future__ import annotations

import pytest
from ledgers import raw, without_triggers

from tracker.domain.errors import LedgerError
from tracker.domain.listing import Filter, Order
from tracker.store.search import folded

NO_TEXT = "CAST(x'6e63ff80' AS TEXT)"
ANYWHERE = [
    ("UPDATE claim SET updated_at = '2031-0103T00:99:00' WHERE id = 2",
     "claim C2: updated_at cannot be read (“2031-0103T00:99:00”)"),
    ("UPDATE claim SET due = '2031-99' WHERE id = 2", "claim C2: due cannot be read (“2031-99”)"),
    ("UPDATE claim SET updated_at = '2031-01-03T00:09:00' WHERE id = 2",
     "claim C2: updated_at cannot be read (“2031-01-03T00:09:00”)"),
    ("UPDATE passage SET spans = '[' WHERE claim_id = 2",
     "passage 1 of C2: spans cannot be read (“[”)"),
    ("UPDATE passage SET spans = '[[9,4]]' WHERE claim_id = 2",
     "passage 1 of C2: spans cannot be read (“[[9,4]]”)"),
]  # fmt: skip
IN_FILES = [
    ("UPDATE claim SET voice = 'shouted' WHERE id = 2",
     "claim C2: voice cannot be read (“shouted”)"),
    (f"UPDATE claim SET statement = {NO_TEXT} WHERE id = 2", "claim C2: statement cannot be read"),
    (f"UPDATE source SET name = {NO_TEXT} WHERE id = 3", "source S3: name cannot be read"),
    ("UPDATE claim SET statement = x'6e63ff80' WHERE id = 2", "claim C2: statement cannot be read"),
    ("UPDATE figure SET low = 'few' WHERE rowid = 1", "figure 1 of C1: low cannot be read (“few”)"),
]  # fmt: skip
SPOILT = [*ANYWHERE, *(pytest.param(*one, marks=pytest.mark.sqlite) for one in IN_FILES)]


@pytest.fixture
def spoil(full_desk, ledger, open_desk):
    """Change the ledger behind the program's back, and open it again."""
    full_desk.close()

    def _spoil(*statements: str):
        without_triggers(ledger)
        with raw(ledger) as file:
            if not isinstance(ledger, str):
                file.execute("PRAGMA ignore_check_constraints = ON")
            for statement in statements:
                file.execute(statement)
        return open_desk(ledger)

    return _spoil


def found(desk) -> tuple[str, ...]:
    return next(one.problems for one in desk.auditing.check() if one.name == "cells")


def read(desk) -> None:
    desk.browsing.dossier(2)
    desk.browsing.page(Filter(), Order.QUEUE, limit=50)
    desk.browsing.source(3)


@pytest.mark.parametrize(("statement", "said"), SPOILT)
def test_a_check_names_the_cell(spoil, statement, said):
    assert found(spoil(statement)) == (said,)


def test_a_check_names_every_cell(spoil):
    desk = spoil(*(statement for statement, _ in ANYWHERE[:2]), ANYWHERE[3][0])
    assert set(found(desk)) == {ANYWHERE[0][1], ANYWHERE[1][1], ANYWHERE[3][1]}


@pytest.mark.parametrize(("statement", "said"), SPOILT[:8])
def test_whoever_reads_the_row_is_told_of_the_damage(spoil, statement, said):
    desk = spoil(statement)
    with pytest.raises(LedgerError) as told:
        read(desk)
    assert str(told.value) == f"{said}; the ledger is damaged: run “tracker ledger check”."


def test_of_several_cells_the_one_that_was_met_is_told(spoil):
    desk = spoil(
        "UPDATE claim SET updated_at = 'then' WHERE id = 2",
        "UPDATE claim SET updated_at = 'now' WHERE id = 4",
    )
    with pytest.raises(LedgerError, match="claim C4: updated_at cannot be read"):
        desk.browsing.dossier(4)


def test_what_lies_beside_a_cell_can_be_read(spoil):
    desk = spoil(ANYWHERE[0][0])
    with pytest.raises(LedgerError):
        desk.browsing.dossier(2)
    assert desk.browsing.dossier(5).claim.id == 5


@pytest.mark.sqlite
def test_a_search_in_a_list_over_a_text_that_is_none_is_told_as_damage(spoil):
    desk = spoil(f"UPDATE event SET title = {NO_TEXT} WHERE id = 1")
    with pytest.raises(LedgerError, match="event E1: title cannot be read; the ledger is damaged"):
        desk.browsing.events(search="inc")


@pytest.mark.sqlite
def test_a_search_without_its_index_is_told_in_plain_words(spoil):
    desk = spoil("DROP TABLE claim_search")
    with pytest.raises(LedgerError, match="lacks what it should hold; run “tracker ledger check”"):
        desk.listing.open(Filter(search="kill"), page=5)


def test_bytes_that_are_no_text_are_folded_all_the_same():
    assert folded(b"Nc\xff") == "nc\ufffd"


BESIDE = (
    "UPDATE claim SET status = 'refuted' WHERE id = 5",
    "UPDATE passage SET exact = 'They said so' WHERE claim_id = 4",
    "DELETE FROM claim_key WHERE claim_id = 3",
    "DELETE FROM name_key WHERE source_id = 6",
)
"""Faults of other things than those of which a cell is spoilt."""
NAMED = {
    "as the history tells": "C5 status: refuted here, unverified in the history",
    "anchors": "the passage of C4 in A1 is not where its anchor says",
    "what follows": "the keys that source S6 should be found by are not right; "
    "“tracker ledger check --mend” puts that right",
}
IN_OTHERS = [
    (f"UPDATE history SET changes = {NO_TEXT} WHERE subject_id = 2 AND subject_kind = 'C'", "C2"),
    (f"UPDATE article SET language = {NO_TEXT}", "A1"),
    (f"UPDATE facet_value SET words = {NO_TEXT} WHERE claim_id = 2", "C2"),
    ("UPDATE relation SET state = 'said' WHERE id = 1", "R1"),
]
IN_OTHER_ROWS = [pytest.param(*one, marks=pytest.mark.sqlite) for one in IN_OTHERS]
MENDED = {"integrity", "counts", "what follows", "search index"}
"""The checks whose faults mending mends."""


def checked(desk) -> dict[str, tuple[str, ...]]:
    return {one.name: one.problems for one in desk.auditing.check()}


@pytest.mark.parametrize(("statement", "said"), [*SPOILT, *IN_OTHER_ROWS])
def test_a_check_goes_on_past_a_cell(spoil, statement, said):
    found = checked(spoil(statement, *BESIDE))
    assert not any("could not be checked" in line for lines in found.values() for line in lines)
    for name, problem in NAMED.items():
        if name != "anchors" or "article" not in statement:
            assert problem in found[name]
    thing = next(word for word in said.replace(":", " ").split() if word[1:].isdigit())
    assert any(f"not looked at: {thing}" in line for line in found["as the history tells"])


@pytest.mark.parametrize(("statement", "said"), [*SPOILT, *IN_OTHER_ROWS])
def test_mending_mends_what_it_can_and_makes_nothing_worse(spoil, ledger, statement, said):
    desk = spoil(statement, BESIDE[2], BESIDE[3])
    before = checked(desk)
    desk.auditing.rebuild_derived()
    after = checked(desk)
    assert not any("keys" in line for line in after["what follows"])
    if not isinstance(ledger, str):  # on a server only the tables' owner could put them back
        assert not any("trigger" in line for line in after["integrity"])
    assert {name: lines for name, lines in after.items() if name not in MENDED} == {
        name: lines for name, lines in before.items() if name not in MENDED
    }


@pytest.mark.sqlite
@pytest.mark.parametrize(
    "statement",
    [
        f"UPDATE claim_key SET key = {NO_TEXT} WHERE rowid = 1",
        f"UPDATE name_key SET key = {NO_TEXT} WHERE rowid = 1",
        "UPDATE tally SET status = 'said'",
    ],
)
def test_what_can_be_made_anew_is_mended_whatever_stands_there(spoil, statement):
    desk = spoil(statement)
    assert found(desk)
    desk.auditing.rebuild_derived()
    assert not any(checked(desk).values())

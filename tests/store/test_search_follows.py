"""The search index follows every edit of what it holds."""

from __future__ import annotations

import pytest

from tracker.domain.listing import Filter
from tracker.domain.reference import Ref


def found(desk, words: str) -> set[int]:
    return set(desk.browsing.ids(Filter(search=words)))


AT_SEA = {1, 2, 3, 4, 6}
EDITS = [
    ("C3", "statement", ["the launch was painted grey"], "lights", "grey", {3}, {3}),
    ("C5", "quote", ["Neither account"], "stayed", "Neither", {5}, {5}),
    ("S6", "name", ["Odo Vane"], "Pell", "Vane", {3, 6}, {3, 6}),
    ("S6", "aliases", ["Iron Joe"], "Пелл", "Iron", {3, 6}, {3, 6}),
    ("S7", "name", ["Radio Delta"], "Estuary", "Delta", {3}, {3}),
    ("E2", "title", ["Strike at the quay"], "Closure", "quay", {5}, {5}),
    ("E2", "place", ["Anvil Dock"], "The pier", "Anvil", {5}, {5}),
    ("E1", "place-name", ["Kettle Sound"], "Sélm roads", "Kettle", AT_SEA, AT_SEA),
    ("C5", "event", ["E1"], "Closure", "Collision", {5}, {1, 2, 3, 4, 5, 6}),
    ("C4", "speaker", ["S6"], "staff", "Joren", {4}, {3, 4, 6}),
    ("C4", "chain", ["S6", "S7"], "Estuary", "Joren", {3}, {3, 4, 6}),
]  # fmt: skip


@pytest.mark.parametrize(
    ("ref", "field", "values", "old", "new", "before", "after"),
    EDITS,
    ids=[f"{edit[0]}-{edit[1]}" for edit in EDITS],
)
def test_the_index_follows_the_edit(full_desk, ref, field, values, old, new, before, after):
    assert found(full_desk, old) >= before
    full_desk.editing.edit(Ref.parse(ref), field, values, by="Ada")
    assert found(full_desk, new) == after
    assert [one.problems for one in full_desk.auditing.check() if one.problems] == []


@pytest.mark.parametrize(
    ("ref", "field", "values", "old", "new", "before", "after"),
    EDITS,
    ids=[f"{edit[0]}-{edit[1]}" for edit in EDITS],
)
def test_the_index_follows_the_undoing_of_the_edit(
    full_desk, ref, field, values, old, new, before, after
):
    before_edit = found(full_desk, new), found(full_desk, old)
    full_desk.editing.edit(Ref.parse(ref), field, values, by="Ada")
    full_desk.auditing.undo(by="Ada")
    assert (found(full_desk, new), found(full_desk, old)) == before_edit
    assert [one.problems for one in full_desk.auditing.check() if one.problems] == []


def test_old_words_are_gone_from_the_index(full_desk):
    full_desk.editing.edit(Ref.parse("C3"), "statement", ["the launch was grey"], by="Ada")
    assert found(full_desk, "carried no") == {3}  # the quote still says so
    full_desk.editing.edit(Ref.parse("C3"), "quote", ["Radio Estuary"], by="Ada")
    assert found(full_desk, "carried no") == set()


def test_an_import_that_is_undone_leaves_nothing_to_find(full_desk):
    full_desk.auditing.undo(by="Ada")
    assert found(full_desk, "killed") == set()
    assert [one.problems for one in full_desk.auditing.check() if one.problems] == []


def test_merging_sources_finds_the_claims_under_either_name(full_desk):
    full_desk.curating.merge(Ref.parse("S2"), Ref.parse("S6"), by="Ada")
    assert found(full_desk, "Joren Pell") == {1, 3, 6}
    assert [one.problems for one in full_desk.auditing.check() if one.problems] == []

"""What rejects another claim, and what has no bearing on it."""

from __future__ import annotations

import pytest
from proposed import ties

from tracker.compare.account import Account
from tracker.compare.agreeing import same_speaker
from tracker.compare.denials import denies_what_is_told
from tracker.compare.party import Party
from tracker.domain.facet import Facet, FacetValue
from tracker.domain.relation import RelationKind

SPEAKER = Party(1, "S1")


def told(text: str) -> set[tuple[int, int, str]]:
    return {(one.a, one.b, one.kind) for one in ties(text)}


def test_who_denies_the_accusation_denies_what_the_other_accused_somebody_of() -> None:
    text = (
        "[1 Mara] {1 said} <1 her own tally showed her ahead>. [1 She] {2 accused} <2 the bank of "
        "forging receipts>.\n\n[2 The bank] {3 denied} <3 the accusation>."
    )
    assert told(text) == {(3, 2, "denies")}


def test_who_denies_first_what_another_says_next_denies_it() -> None:
    text = (
        "[1 A Red colonel] {1 denied} that <1 Red troops had blown up the dam>. "
        "[2 The mayor] {2 said} <2 Red troops had blown up the dam>."
    )
    assert told(text) == {(1, 2, "denies")}


def account(words: str, sense: str) -> Account:
    deed = FacetValue(Facet.OCCURRENCE, words.rsplit(maxsplit=1)[-1], sense=sense)
    return Account(1, words, values=(deed,), cue="said")


@pytest.mark.parametrize(
    ("words", "sense", "denied"),
    [("a pipe at the dairy had leaked", "leak", True), ("two at the dairy died", "die", False)],
)
def test_a_denial_rejects_what_it_says_was_not_so_and_nothing_else(
    words: str, sense: str, denied: bool
) -> None:
    denial = account("any pipe at the dairy had leaked", "not leak")
    assert denies_what_is_told(denial, account(words, sense)) is denied


@pytest.mark.parametrize(
    ("relays", "kinds"), [(frozenset({9}), [RelationKind.RELAYS]), (frozenset(), [])]
)
def test_the_same_words_through_another_are_relayed(
    relays: frozenset[int], kinds: list[RelationKind]
) -> None:
    words = "two dairymen died in the blast at Varn"
    first = Account(1, words, SPEAKER, article=1, at=1)
    second = Account(2, words, SPEAKER, article=2, at=2, relays=relays)
    assert [one.kind for one in same_speaker(first, second)] == kinds


def test_a_reason_is_cut_so_that_the_difference_is_seen() -> None:
    text = (
        "[1 The line] {1 said} <1 the old airship crashed near Selm because of fog in the pass>. "
        "[2 The guild] {2 said} <2 the old airship crashed near Selm because of a fault in it>."
    )
    (tie,) = ties(text)
    assert "fog in the pass" in tie.reason
    assert "fault" in tie.reason


def test_what_a_denial_says_nothing_of_is_not_denied_for_naming_who_denies() -> None:
    text = (
        "[1 The mill] {1 said} <1 900 workers were on strike on Monday>. "
        "[2 The workers' leader Ada Lund] {2 denied} "
        "<2 her members had cut the belts of six looms>."
    )
    assert told(text) == set()

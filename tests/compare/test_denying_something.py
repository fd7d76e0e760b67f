"""Whoever denies denies something: the likeliest of what was said, however little shows it."""

from __future__ import annotations

import pytest
from proposed import against

from tracker.compare.account import Account
from tracker.compare.against import is_spoken_of
from tracker.compare.antecedents import denied_by
from tracker.compare.clash import Clash
from tracker.compare.found import Finding
from tracker.compare.pair import Pair
from tracker.compare.party import Party
from tracker.compare.pointing import deny_something, said_better
from tracker.domain.facet import Facet
from tracker.domain.relation import RelationKind

MILL = Party(1, "mill", frozenset({"mill"}), frozenset({1}), called=frozenset({"mill"}))
GUILD = Party(2, "guild", frozenset({"guild"}), frozenset({2}), called=frozenset({"guild"}))
BAR = 0.35


def account(number: int, words: str, party: Party, cue: str = "said") -> Account:
    return Account(number, words, party, cue, at=number, block=number, sentence=number)


LEAK = account(1, "the tank had leaked", GUILD)
SMELL = account(2, "the yard smelled of acid", GUILD)
DENIAL = account(3, "any such thing", MILL, "denied")


@pytest.mark.parametrize(
    ("likely", "lifted"),
    [
        ([0.2, 0.1], [BAR, 0.1]),
        ([0.1, 0.2], [0.1, BAR]),
        ([0.2, 0.5], [0.2, 0.5]),
        ([0.01, 0.02], [0.01, 0.02]),
    ],
    ids=["the first", "the second", "one is likely enough", "none is likely at all"],
)
def test_of_what_a_denial_may_deny_the_likeliest_is_lifted_to_the_bar(likely, lifted):
    pairs = [Pair(LEAK, DENIAL, denied=0.6), Pair(SMELL, DENIAL, denied=0.6)]
    assert deny_something(pairs, likely, BAR) == lifted


def test_what_is_no_denial_is_lifted_to_no_bar():
    assert deny_something([Pair(LEAK, DENIAL, denied=0.2)], [0.3], BAR) == [0.3]


def test_who_denies_what_the_other_said_is_spoken_of_and_so_are_two_tolls():
    tolls = {Facet.CASUALTIES: Clash(Facet.CASUALTIES, 0.7, "three ≠ nine")}
    idle = {Facet.CASUALTIES: Clash(Facet.CASUALTIES, 0.7, "three ≠ nine", at_stake=False)}
    assert is_spoken_of(Pair(LEAK, DENIAL, denied=0.6))
    assert is_spoken_of(Pair(LEAK, SMELL, clashes=tolls))
    assert not is_spoken_of(Pair(LEAK, SMELL, clashes=idle))
    assert not is_spoken_of(Pair(LEAK, DENIAL, denied=0.2))


def test_a_claim_told_behind_the_denial_that_names_its_speaker_is_what_it_denies():
    denial = account(1, "dismissed the guild's claim as baseless", MILL, "dismissed")
    claim = Account(2, "a second tank had leaked", GUILD, "claim", at=2, block=1, sentence=1)
    assert [one.id for one, _ in denied_by(denial, [denial, claim])] == [2]


def finding(mine: Account, other: Account, kind: RelationKind) -> Finding:
    return Finding(mine.id, other.id, kind, Facet.OCCURRENCE, 0.6, "")


@pytest.mark.parametrize(
    ("at", "kept"), [(2, True), (4, False)], ids=["before the denial", "after it"]
)
def test_a_mere_denial_gives_way_to_what_the_same_side_says_instead_after_it(at, kept):
    denial = account(3, "the claim", MILL, "rejected")
    instead = account(at, "the tank was sound", MILL)
    said = sorted((LEAK, denial, instead), key=lambda one: one.at)
    denies = finding(denial, LEAK, RelationKind.DENIES)
    found = [denies, finding(instead, LEAK, RelationKind.CONTRADICTS)]
    assert (denies in said_better(found, said, but=())) is kept


def test_who_is_in_a_place_is_not_of_its_side():
    text = (
        "[1 Sudland's tax office] {1 said} <1 clerks of a Norlish bank had forged its letters>. "
        "[2 Norland's embassy in Sudland] {2 called} <2 the accusation groundless>."
    )
    assert against(text) == {frozenset({1, 2})}

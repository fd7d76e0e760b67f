"""Two who say the same bear each other out; the same words denied, or each of itself, do not."""

from __future__ import annotations

import pytest
from proposed import ties

from tracker.compare.account import Account
from tracker.compare.across import opposable_across
from tracker.compare.against import counts_otherwise
from tracker.compare.party import Party
from tracker.domain.facet import Facet
from tracker.domain.figure_grammar import figures_in


def told(one: str, other: str, cue: str = "said") -> list[tuple[str, str | None]]:
    text = f"[1 The warden] {{1 said}} <1 {one}>. [2 The miller] {{2 {cue}}} <2 {other}>."
    return [(tie.kind, tie.facet) for tie in ties(text)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("raiders burned the barn", "raiders burned the barn"),
        ("raiders burned the barn", "the raiders had burned the barn"),
        ("raiders burned the barn", "raiders burned the old barn on Friday"),
        (
            "the raiders blew up the Orlin bridge",
            "the raiders blew up the Orlin bridge in Selm on Monday night to stop the guards",
        ),
    ],
)
def test_the_same_of_two_speakers_is_borne_out(one: str, other: str) -> None:
    assert told(one, other) == [("corroborates", Facet.OCCURRENCE)]


@pytest.mark.parametrize(
    ("one", "other", "cue"),
    [
        ("raiders burned the barn", "raiders burned the barn", "denied that"),
        ("raiders burned the barn", "raiders never burned the barn", "said"),
        ("raiders burned the barn", "raiders will burn the barn", "said"),
        ("the raiders shelled the guards", "the guards shelled the raiders", "said"),
        ("it holds the town of Orlin", "they hold the town of Orlin", "said"),
        ("30 barns had burned", "40 barns had burned", "said"),
    ],
)
def test_what_is_otherwise_is_not_borne_out(one: str, other: str, cue: str) -> None:
    assert "corroborates" not in {kind for kind, _ in told(one, other, cue)}


def test_a_denial_of_the_same_words_denies_them() -> None:
    assert told("30 barns had burned", "30 barns had burned", "denied that") == [
        ("denies", Facet.OCCURRENCE)
    ]


def counted(number: int, words: str) -> Account:
    party = Party(number, f"origin {number}", called=frozenset({f"speaker{number}"}))
    figures = tuple(one.figure for one in figures_in(words))
    return Account(number, words, party, "said", figures=figures, article=number, at=number)


@pytest.mark.parametrize(
    ("other", "plain"),
    [
        ("a blast killed eleven people on the Orlin bridge on Monday night", True),
        ("eleven people died when a boat sank in Selm harbour", False),
    ],
)
def test_two_that_differ_in_a_figure_alone_plainly_stand_against_each_other(
    other: str, plain: bool
) -> None:
    first = counted(1, "a blast killed three people on the Orlin bridge on Monday night")
    (pair,) = opposable_across([(first, counted(2, other))])
    assert counts_otherwise(pair) is plain

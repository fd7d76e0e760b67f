"""Where one claim ends and the next begins; each is a sentence, whatever it was split off from."""

from __future__ import annotations

import pytest
from marked import drafted, said


@pytest.mark.parametrize(
    ("words", "statements"),
    [
        (
            "[1 The bank] {1 said} <1 it had paid every bill, and never asked for a fee>.",
            ["it had paid every bill", "it never asked for a fee"],
        ),
        (
            "[1 He] {1 said} <1 the barge had left at two and had been towed home by a tug>.",
            ["the barge had left at two", "the barge had been towed home by a tug"],
        ),
        (
            "[1 She] {1 said} <1 the firm will make nine million bricks and save four million>.",
            ["the firm will make nine million bricks", "the firm will save four million"],
        ),
        (
            "[1 Jurors] {1 said} <1 the race was fair, though some riders had started early>.",
            ["the race was fair", "some riders had started early"],
        ),
        (
            "[1 She] {1 said} <1 the wall was hit by a lorry, whose driver was asleep>.",
            [
                "the wall was hit by a lorry",
                "the wall was hit by a lorry, whose driver was asleep",
            ],
        ),
        (
            "[1 She] {1 said} <1 nobody had touched the vault, the guards having left>.",
            [
                "nobody had touched the vault",
                "nobody had touched the vault, the guards having left",
            ],
        ),
        (
            "[1 She] {1 said} <1 the train left at nine, almost an hour before the bridge fell>.",
            [
                "the train left at nine",
                "the train left at nine, almost an hour before the bridge fell",
            ],
        ),
        (
            "[1 She] {1 attributed} <1 the leak to beavers: “They gnawed right through it.”>",
            ["the leak was due to beavers", "“They gnawed right through it”"],
        ),
    ],
)
def test_what_can_be_checked_by_itself_is_a_claim(words, statements):
    assert [claim.statement for claim in said(drafted(words))] == statements


@pytest.mark.parametrize(
    "words",
    [
        "[1 She] {1 said} <1 they had rung, waited, and gone in at once>.",
        "[1 She] {1 said} <1 he smelt smoke and then saw the curtain burn>.",
        "[1 She] {1 said} <1 the rope had been frayed and was mended>.",
        "[1 She] {1 said} <1 he had been treated well and had not been locked up by anybody>.",
        "[1 She] {1 attributed} <1 the leak to beavers: “big ones” had gnawed at it>.",
        "<1 “We were down in the cellar and had opened a bottle when it hit,”> [1 she] {1 said}.",
    ],
)
def test_deeds_of_one_breath_are_one_claim(words):
    assert len(said(drafted(words))) == 1


@pytest.mark.parametrize(
    ("tail", "statement"),
    [
        ("nine of them off a wall", "twelve boys fell, nine of them off a wall"),
        ("and three before noon", "twelve boys fell and three before noon"),
        ("with no bones broken", "twelve boys fell with no bones broken"),
        ("“for want of a proper rail”", "twelve boys fell “for want of a proper rail”"),
    ],
)
def test_what_is_added_behind_the_speaker_is_a_claim_worded_with_the_one_before(tail, statement):
    first, second = said(drafted(f"<1 Twelve boys fell>, [1 the police] {{1 said}}, <1 {tail}>."))
    assert (first.statement, second.statement) == ("twelve boys fell", statement)


def test_a_clause_that_lacks_its_end_goes_on_behind_the_speaker():
    words = "<1 They were>, [1 he] {1 said}, <1 “painting over the only way out”>."
    assert len(said(drafted(words))) == 1

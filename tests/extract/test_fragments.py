"""What is said is no row of fragments: it is told whole, or ends where it is broken off."""

from __future__ import annotations

import pytest
from reading_aloud import told


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            (
                "Both presidential candidates in Zembia claimed victory on Friday after a count "
                "marred by delays."
            ),
            ["“claimed victory”"],
        ),
        (
            "Both candidates claimed victory after a night of counting.",
            ["“claimed victory”"],
        ),
        (
            "The group claimed responsibility for the raid on Tuesday after a week of clashes.",
            ["it was responsible for the raid on Tuesday"],
        ),
        (
            "The wardens said the barge had been stopped but did not say why it had been searched.",
            ["the barge had been stopped"],
        ),
        (
            "The mill says the well is safe and adds that no fish died.",
            ["the well is safe", "no fish died"],
        ),
    ],
)
def test_no_words_are_glued_to_what_they_do_not_belong_to(text: str, claims: list[str]) -> None:
    assert [statement for _, statement in told(text)] == claims


def test_whoever_answers_is_named_without_the_clause_that_says_what() -> None:
    text = (
        "A pilot had run a red signal, the harbour board said in a report. That was disputed by "
        "the pilots' guild, which said that the signal had shown green because of a fault."
    )
    assert told(text)[1:] == [
        ("pilots' guild", "that is not true"),
        ("pilots' guild", "the signal had shown green because of a fault"),
    ]


def test_whoever_speaks_next_behind_but_is_no_part_of_what_was_said() -> None:
    text = (
        "The mayor said that the dam was safe, but an engineer who inspected it warned that it "
        "could burst."
    )
    assert told(text) == [("mayor", "the dam was safe"), ("engineer", "it could burst")]

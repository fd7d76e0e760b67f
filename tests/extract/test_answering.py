"""Who is asked about something speaks, and may deny what was asked."""

from __future__ import annotations

import pytest
from reading_aloud import told


@pytest.mark.parametrize(
    ("asked", "who", "answer"),
    [
        ("about reports that", "a potter, Odo Lenz,", "That is not true."),
        ("whether", "the potter,", "No."),
        ("about rumours that", "a spokesman for Quay Clay, Ada Krol,", "It’s simply untrue."),
    ],
)
def test_an_answer_denies_what_it_calls_untrue(asked: str, who: str, answer: str) -> None:
    ((speaker, statement),) = told(f"Asked {asked} the kiln had burst, {who} said: “{answer}”")
    assert speaker in who
    assert statement == "it is not true that the kiln had burst"


def test_any_other_answer_is_what_is_said() -> None:
    words = "Asked whether the kiln had burst, the potter said: “We are looking into it.”"
    assert told(words) == [("potter", "“We are looking into it”")]

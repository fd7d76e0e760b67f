"""What is done according to a rule is done so, and the rule says nothing of it."""

from __future__ import annotations

import pytest
from reading_aloud import chained


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "The reeve said the vote was held according to the rules.",
            ("reeve", "the vote was held according to the rules"),
        ),
        (
            "According to the reeve, the wall was built according to plan.",
            ("reeve", "the wall was built according to plan"),
        ),
        (
            "According to plan, the guards withdrew on Monday, a spokesman said.",
            ("spokesman", "the guards withdrew on Monday"),
        ),
    ],
)
def test_what_is_done_by_rule_is_nobody_elses_word(text: str, claim: tuple[str, str]) -> None:
    assert chained(text) == [claim]


def test_what_a_law_is_named_for_behind_a_comma_is_its_word() -> None:
    assert chained("The vote was valid, according to the law.") == [("law", "the vote was valid")]

"""What stands beside a speaker, of his part, his sources or himself, is nothing that he says."""

from __future__ import annotations

import pytest
from reading_aloud import told


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "Brock, testifying for the prosecution, said that Tanner had telephoned him.",
            ("brock", "Tanner had telephoned him"),
        ),
        (
            "Lead counsel, arguing for the state, told the court that the deed was forged.",
            ("lead counsel", "the deed was forged"),
        ),
        (
            "The lawyer, citing an autopsy it had commissioned, said Hale was hit five times.",
            ("lawyer", "Hale was hit five times"),
        ),
        (
            "The guild, citing a study it had paid for, said wages had fallen by a tenth.",
            ("guild", "wages had fallen by a tenth"),
        ),
        (
            '"We had no water," a woman from Selm, who asked not to be named, told the agency.',
            ("woman from Selm", "“We had no water”"),
        ),
        (
            '"They took it all," a farmer from Selm, who gave his name as Ilan, told the inquiry.',
            ("farmer from Selm", "“They took it all”"),
        ),
    ],
)
def test_what_stands_beside_a_speaker_is_no_claim(text: str, claim: tuple[str, str]) -> None:
    assert told(text) == [claim]


def test_what_somebody_argues_for_is_still_said() -> None:
    text = "The judge, arguing for a longer sentence, said the guard had lied."
    assert told(text)[0] == ("judge", "“for a longer sentence”")

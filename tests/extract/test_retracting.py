"""What somebody takes back is read as taken back, and not as said once more."""

from __future__ import annotations

import pytest
from reading_aloud import told


@pytest.mark.parametrize(
    ("text", "taken"),
    [
        (
            "On Friday the pilot withdrew his statement that the fuel had run out.",
            "his statement that the fuel had run out is withdrawn",
        ),
        (
            "The ministry has retracted its claim that rebels held the dam.",
            "its claim that rebels held the dam is withdrawn",
        ),
        (
            "The sheriff took back his remark that the marchers had thrown bottles.",
            "his remark that the marchers had thrown bottles is withdrawn",
        ),
        (
            "The bank backtracked on its assertion that no saver had lost money.",
            "its assertion that no saver had lost money is withdrawn",
        ),
        (
            "The minister walked back her allegations that the vote had been rigged.",
            "her allegations that the vote had been rigged are withdrawn",
        ),
        (
            "The claim that the strike was over was withdrawn by the union.",
            "the claim that the strike was over is withdrawn",
        ),
        (
            "The army retracted a report in which it said that the bridge had fallen.",
            "a report in which it said that the bridge had fallen is withdrawn",
        ),
        (
            "The witness took back what she had said about the knife.",
            "what she had said about the knife is withdrawn",
        ),
        (
            "Ada Holt, who leads the board, withdrew her assessment that the bridge was safe.",
            "her assessment that the bridge was safe is withdrawn",
        ),
        (
            "The clinic corrected its statement that nine patients had fled.",
            "its statement that nine patients had fled is corrected",
        ),
        (
            "The paper apologised for its report that the consul had fled.",
            "its report that the consul had fled is regretted",
        ),
        (
            "The agency reversed its finding that the well was poisoned.",
            "its finding that the well was poisoned is withdrawn",
        ),
        (
            "The institute no longer held that the sample was genuine.",
            "it no longer held that the sample was genuine",
        ),
    ],
)
def test_what_is_taken_back_is_a_claim_that_it_is_withdrawn(text: str, taken: str):
    assert [statement for _, statement in told(text)] == [taken]


@pytest.mark.parametrize(
    "text",
    [
        "The army withdrew its troops from the dam.",
        "The bank withdrew its offer of five percent.",
        "The sheriff did not retract his claim that the marchers had thrown bottles.",
        "The senator disavowed remarks made by a rival who said the vote was rigged.",
        "The referee took back the ball.",
    ],
)
def test_what_was_never_said_by_the_one_who_gives_it_up_is_not_withdrawn(text: str):
    assert not any("withdrawn" in statement for _, statement in told(text))

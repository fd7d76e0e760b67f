"""Who rejects what others claim denies it, and claims it never."""

from __future__ import annotations

import pytest
from reading_aloud import told


@pytest.mark.parametrize(
    ("words", "who", "what"),
    [
        (
            "The port authority dismissed as gossip claims that the crane had been left unlocked.",
            "port authority",
            "the crane had been left unlocked",
        ),
        (
            "The abbey rejected as untrue reports that the bells had been sold.",
            "abbey",
            "the bells had been sold",
        ),
        (
            "The keeper brushed aside suggestions that the otters had been fed on bread.",
            "keeper",
            "the otters had been fed on bread",
        ),
        (
            "The brewery on Friday denied the allegation of the pickers that the vats had leaked.",
            "brewery",
            "the vats had leaked",
        ),
        (
            "The choir rejected accusations by parents that the organ had been sold.",
            "choir",
            "the organ had been sold",
        ),
        (
            "The bank dismissed the auditor's claim that the vault had been empty as nonsense.",
            "bank",
            "the vault had been empty",
        ),
        (
            "The museum dismissed rumours the painting had been stolen.",
            "museum",
            "the painting had been stolen",
        ),
    ],
)
def test_what_others_claim_is_denied_by_whoever_rejects_it(words: str, who: str, what: str) -> None:
    speaker, statement = told(words)[0]
    assert who in speaker
    assert statement == f"it is not true that {what}"


def test_a_charge_that_is_called_something_is_so_called() -> None:
    words = "The mayor called the allegation that the dam had been opened absurd."
    assert told(words) == [("mayor", "the allegation that the dam had been opened was absurd")]


def test_what_a_charge_is_called_stays_in_quotation_marks() -> None:
    words = "The bank called claims that the vault had been empty “nonsense”."
    assert told(words) == [("bank", "claims that the vault had been empty were “nonsense”")]


def test_who_does_not_dismiss_a_claim_denies_nothing() -> None:
    words = "The mayor did not dismiss claims that the well was dry."
    assert told(words) == [("mayor", "“claims that the well was dry”")]


def test_whoever_is_blamed_may_have_an_aside_or_be_taken_up_by_a_pronoun() -> None:
    words = (
        "Quaymill blames Odo Tannery, a supplier, for the stain. "
        "The hide was cut by Odo Tannery, which Quaymill blames for the tear."
    )
    assert [what for _, what in told(words)] == [
        "Odo Tannery, a supplier, was responsible for the stain",
        "Odo Tannery was responsible for the tear",
    ]


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        (
            "The judge rejected a motion by the owners to halt the sale.",
            "“rejected a motion by the owners to halt the sale”",
        ),
        (
            "The guild named a winner, a result that the weavers rejected as fraudulent.",
            "the result was fraudulent",
        ),
        ("The ferrymen rejected the outcome as unfair.", "“rejected the outcome"),
    ],
)
def test_what_was_asked_or_decided_is_not_said_to_be_untrue(text: str, statement: str):
    said = [what for _, what in told(text)]
    assert any(one.startswith(statement) for one in said)
    assert not any("not true" in one or "there was no" in one for one in said)

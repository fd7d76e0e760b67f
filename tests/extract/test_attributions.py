"""Attributions in every dress; each text is made up for its test."""

from __future__ import annotations

import pytest
from reading_aloud import heard, said_by

DRESSES = [
    # (text, part of the source, words that must be said, words that must not)
    ("The harbour master said that two ferries had collided in fog.", "harbour master",
     "two ferries had collided in fog", "harbour"),
    ("The harbour master said two ferries had collided in fog.", "harbour master",
     "two ferries had collided in fog", "harbour"),
    ("Two ferries collided in thick fog, the harbour master said.", "harbour master",
     "Two ferries collided in thick fog", "harbour"),
    ("Two ferries collided in fog, said Marta Lindqvist, the governor of the province.",
     "Marta Lindqvist", "Two ferries collided in fog", "governor"),
    ("Two ferries, the harbour master said, collided in fog.", "harbour master",
     "collided in fog", "harbour"),
    ("According to the coastguard, four sailors were rescued at dawn.", "coastguard",
     "four sailors were rescued at dawn", "coastguard"),
    ("Four sailors were rescued at dawn, according to the coastguard.", "coastguard",
     "Four sailors were rescued at dawn", "coastguard"),
    ("The union accused the shipyard of hiding the results of the inspection.", "union",
     "hiding the results of the inspection", "union"),
    ("The mayor blamed the power company for the fire that destroyed the market.", "mayor",
     "the fire that destroyed the market", "mayor"),
    ("The company denied that its trucks had carried the chemical.", "company",
     "its trucks had carried the chemical", "company"),
    ("A little-known militia claimed responsibility for the attack on the depot.", "militia",
     "responsibility for the attack on the depot", "militia"),
    ("Footage posted online showed soldiers firing at an empty bus.", "Footage",
     "soldiers firing at an empty bus", "Footage"),
    ("Residents told reporters that the river had risen two metres overnight.", "Residents",
     "the river had risen two metres overnight", "Residents"),
    ("The report concluded that the bridge had not been inspected since 1998.", "report",
     "the bridge had not been inspected since 1998", "report"),
    ("“We heard nothing until the roof came down,” said Ilse Brandt, a nurse.", "Ilse Brandt",
     "We heard nothing until the roof came down", "nurse"),
    ('"We heard nothing until the roof came down," she said.', "she",
     "We heard nothing until the roof came down", "she"),
    ("The minister said the plan was “a gift to the polluters” and would be fought.", "minister",
     "a gift to the polluters", "minister"),
    ("The ministry's claim that no civilians were hurt has not been checked.", "ministry",
     "no civilians were hurt", "ministry"),
    ("Analysts expect the central bank to raise interest rates in the spring.", "Analysts",
     "raise interest rates in the spring", "Analysts"),
    ("The defendant pleaded not guilty, but prosecutors allege that he forged the letters.",
     "prosecutors", "he forged the letters", "prosecutors"),
    ("Researchers found that the vaccine protected nine in ten children.", "Researchers",
     "the vaccine protected nine in ten children", "Researchers"),
    ("There were no injuries, the mayor said in a letter to parents.", "mayor",
     "There were no injuries", "letter"),
    ("The spokesman was quoted as saying that the talks had failed.", "spokesman",
     "the talks had failed", "spokesman"),
    ("The crash was blamed on the tug's crew by the port authority.", "port authority",
     "The crash", "port authority"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "who", "what", "not_what"), DRESSES)
def test_a_speaker_is_found_with_what_is_said(text, who, what, not_what):
    said = said_by(text, who)
    assert any(what in each and not_what not in each for each in said), heard(text, least=0.05)


def test_a_quotation_goes_on_after_its_cue():
    text = "“The dam held,” Oduya said. “We will repair the gates before the rains come.”"
    assert any("The dam held" in s and "before the rains" in s for s in said_by(text, "Oduya"))


def test_a_quotation_goes_on_in_the_next_paragraph_that_opens_with_a_mark():
    text = (
        "“The dam held for nine days,” Oduya said. “We were lucky that the rain stopped.\n\n"
        "“Next time we may not be as lucky as we were this year.”"
    )
    assert any("Next time we may not" in each for each in said_by(text, "Oduya"))


def test_a_colon_introduces_the_quotation_of_a_block_below_without_its_sign():
    text = "The harbour master said:\n\n> “The pier will be closed for a month.”\n"
    (said,) = said_by(text, "master")
    assert said.strip("“.”") == "The pier will be closed for a month"


def test_a_colon_introduces_the_quotation_of_the_next_paragraph():
    text = "In the evening the ministry said:\n\n“No aircraft was lost in the exercise.”"
    assert any("No aircraft was lost" in each for each in said_by(text, "ministry"))


def test_two_speakers_in_one_sentence_keep_their_own_words():
    text = "Police said the crowd threw stones, but organisers said officers attacked first."
    assert any("threw stones" in each and "first" not in each for each in said_by(text, "Police"))
    assert any("attacked first" in each for each in said_by(text, "organisers"))


def test_a_plain_report_is_nobody_s_claim():
    assert heard("Snow fell on the northern valleys on Tuesday night and closed two roads.") == []


def test_the_cue_of_a_denied_word_keeps_its_negation():
    text = "The company did not say when the furnace would be lit again."
    assert [each.cue for each in heard(text, least=0.05) if "say" in each.cue] == ["did not say"]


def test_every_proposal_has_a_score_and_a_reason():
    found = heard("The mayor said the bridge was safe.")
    assert [0 < each.score <= 1 for each in found] == [True]

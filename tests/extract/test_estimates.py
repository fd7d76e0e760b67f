"""A figure or a finding is a claim of whoever stands for it, though nobody says a word."""

from __future__ import annotations

import pytest
from reading_aloud import told


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "The lifeboat society put the number of missing at 17.",
            ("lifeboat society", "the number of missing was 17"),
        ),
        (
            "Harbour pilots put that number at well over a hundred.",
            ("harbour pilots", "that number was well over a hundred"),
        ),
        ("The brewery put attendance far lower.", ("brewery", "attendance was far lower")),
        ("The guild gave an estimate of 5,200.", ("guild", "the estimate was 5,200")),
        (
            "The warden gave nine o'clock as the time of the fall.",
            ("warden", "nine o'clock was the time of the fall"),
        ),
        (
            "The cantons' speaker, Dora Wick, gave a total of 17 for both valleys.",
            ("Dora Wick", "the total was 17 for both valleys"),
        ),
        (
            "An audit commissioned by the canton arrived at 22 million.",
            ("audit", "the figure was 22 million"),
        ),
        (
            "Flood protection put the number of dams at 17.",
            ("flood protection", "the number of dams was 17"),
        ),
        ("The parish council arrives at 61.", ("parish council", "the figure was 61")),
        (
            "A laboratory in the port came up with a value just below the limit.",
            ("laboratory in the port", "“came up with a value just below the limit”"),
        ),
        ("The registrar makes it 400 or more.", ("registrar", "it was 400 or more")),
        (
            "The ministry raised the toll to 23.",
            ("ministry", "the toll was 23"),
        ),
        (
            "The coast guard placed the wreck nine miles from the lighthouse.",
            ("coast guard", "the wreck was nine miles from the lighthouse"),
        ),
        (
            "The tenants' union has traced eleven families.",
            ("tenants' union", "there were eleven families"),
        ),
        ("The verger wrote down 90.", ("verger", "the figure was 90")),
        ("A former nurse remembered three.", ("former nurse", "the figure was three")),
        (
            "The surveyor found one roof in six unsound.",
            ("surveyor", "there was one roof in six unsound"),
        ),
        (
            "The inspector could find no crack in the hull.",
            ("inspector", "there was no crack in the hull"),
        ),
        (
            "The pilots' federation knows of no such warning.",
            ("pilots' federation", "there was no such warning"),
        ),
        (
            "The curator is aware of a single complaint.",
            ("curator", "there was a single complaint"),
        ),
        (
            "By the club's reckoning it was 4,100.",
            ("club", "it was 4,100"),
        ),
        ("The union's figure was 310.", ("union", "the union's figure was 310")),
        (
            "The prefect's version is that the boy slipped on the steps.",
            ("prefect", "the boy slipped on the steps"),
        ),
        (
            "A printout in the file has 52.",
            ("printout in the file", "the figure was 52"),
        ),
        (
            "The guild points instead at a cracked main.",
            ("guild", "“points instead at a cracked main”"),
        ),
        ("The porter could swear only to a cough.", ("porter", "“a cough”")),
        (
            "The observatory measured the shock at magnitude 5.1.",
            ("observatory", "the shock was magnitude 5.1"),
        ),
        (
            "What the villagers described was a landslide.",
            ("villagers", "“a landslide”"),
        ),
        (
            "A bruise without an outline is what the surgeon set down.",
            ("surgeon", "“A bruise without an outline”"),
        ),
        (
            "The crowd was put at 700 by the wardens.",
            ("wardens", "the crowd was 700"),
        ),
        (
            "Responsibility was pinned on the smugglers by the garrison.",
            ("garrison", "responsibility was pinned on the smugglers"),
        ),
        (
            "By noon a clerk had a simpler tale for the harbour paper: the safe was empty.",
            ("clerk", "the safe was empty"),
        ),
        (
            "Earlier work by the same group had recorded a tremor at 14:05.",
            ("same group", "there was a tremor at 14:05"),
        ),
        ("The porter has heard nothing but the rain.", ("porter", "“nothing but the rain”")),
        (
            "Minutes leaked to a newsletter show a vote of six to five.",
            ("minutes", "“leaked to a newsletter show a vote of six to five”"),
        ),
        (
            "Boatmen moored in the bay spoke of 20 shots.",
            ("boatmen", "there were 20 shots"),
        ),
        (
            "A commission found at the time that wardens had locked the gate.",
            ("commission", "wardens had locked the gate"),
        ),
        ("The insurer pegged the damage at 40 million.", ("insurer", "the damage was 40 million")),
        ("The party gives itself 140 seats.", ("party", "“gives itself 140 seats”")),
        (
            "The health office has 41 names on its list.",
            ("health office", "“has 41 names on its list”"),
        ),
        ("By police estimates, 400 people marched.", ("police", "400 people marched")),
        (
            "The widow's account differs: the door had been locked from outside.",
            ("widow", "the door had been locked from outside"),
        ),
        (
            "The abbot's answer was brief: nobody had rung the bell.",
            ("abbot", "nobody had rung the bell"),
        ),
        ("The rebels' explanation was a gas bottle.", ("rebels", "“a gas bottle”")),
        ("The vet found the horse in good health.", ("vet", "“found the horse in good health”")),
        (
            "A statement from the mill makes no mention of injuries.",
            ("statement from the mill", "“makes no mention of injuries”"),
        ),
        ("The garrison reported no losses.", ("garrison", "there were no losses")),
        (
            "The railway has no record of such a call.",
            ("railway", "“has no record of such a call”"),
        ),
        ("The lab did not find any arsenic.", ("lab", "there was no arsenic")),
        ("Tests by the lab came back negative.", ("lab", "tests by the lab came back negative")),
        ("The police figure was 9,000.", ("police", "the police figure was 9,000")),
        (
            "The auditors discovered a hole of nine million.",
            ("auditors", "“discovered a hole of nine million”"),
        ),
        (
            "The coroner gave the cause of death as drowning.",
            ("coroner", "the cause of death was drowning"),
        ),
        (
            "The well was poisoned by strangers, if the mayor is to be believed.",
            ("mayor", "the well was poisoned by strangers"),
        ),
        ("Her suspicion falls on a lodger.", ("source not named", "“a lodger”")),
        (
            "The biologist read the bites as those of a dog.",
            ("biologist", "“read the bites as those of a dog”"),
        ),
        (
            "In the bulletin of the coast guard, both boats were sunk.",
            ("coast guard", "both boats were sunk"),
        ),
        (
            "The makers see the cause in a loose bolt.",
            ("makers", "“see the cause in a loose bolt”"),
        ),
        ("The union has proof of 14 breaches.", ("union", "“has proof of 14 breaches”")),
        (
            "The union produced a list of 14 breaches.",
            ("union", "“produced a list of 14 breaches”"),
        ),
        (
            "The coroner returned a verdict of suicide.",
            ("coroner", "“returned a verdict of suicide”"),
        ),
        ("The gardener noticed no smoke.", ("gardener", "“noticed no smoke”")),
        (
            "The log of the tug makes no mention of a collision.",
            ("log of the tug", "“makes no mention of a collision”"),
        ),
        (
            "A passenger list published by the line has 311 names.",
            ("passenger list", "“has 311 names”"),
        ),
        (
            "Radar data put the plane over the lake.",
            ("Radar data", "“put the plane over the lake”"),
        ),
        ("His alibi is that he was at home.", ("source not named", "he was at home")),
        (
            "The government's position is that nobody was hurt.",
            ("government", "nobody was hurt"),
        ),
        (
            "Word of nine dead came from the ministry.",
            ("ministry", "“nine dead”"),
        ),
        (
            "If the log can be trusted, both engines were running.",
            ("log", "both engines were running"),
        ),
        (
            "Judging by the log, both engines were running.",
            ("log", "both engines were running"),
        ),
        (
            "An assessment by the harbour board speaks of 900 berths.",
            ("assessment by the harbour board", "there were 900 berths"),
        ),
        ("Residents want a ferry.", ("residents", "“want a ferry”")),
        ("The curator would like it by the spring.", ("curator", "“it by the spring”")),
        (
            "The rector hopes for rain before the fair.",
            ("rector", "there should be rain before the fair"),
        ),
        (
            "A stoker who crawled under the hull reported plates bent inwards.",
            ("stoker", "there were plates bent inwards"),
        ),
        (
            "The governor crossed the lake and promised help within days.",
            ("governor", "“promised help within days”"),
        ),
        ("The guild gives the ratio as one to eight.", ("guild", "the ratio was one to eight")),
        (
            "The safety bureau asked both pilots for their logs.",
            ("safety bureau", "“asked both pilots for their logs”"),
        ),
        (
            "The bargemen have asked for a lamp at the lock.",
            ("bargemen", "there should be a lamp at the lock"),
        ),
    ],
)
def test_it_is_a_claim_of_whoever_stands_for_it(text: str, claim: tuple[str, str]) -> None:
    assert told(text) == [claim]


@pytest.mark.parametrize(
    "text",
    [
        "The brewery has 300 workers in the town.",
        "The foundry made 300 stoves last year.",
        "The minister arrived at 10.",
        "The ferryman found the key under the mat.",
        "The baker put the loaves on the table.",
        "The tiles were laid within two days by the roofer.",
        "Does the list hold 40 names?",
        "The book has 300 pages.",
        "The letter has a drawing at the top.",
        "The contract runs to 40 pages.",
        "The agreement gives the union two seats on the board.",
        "The foundry cut the number of shifts to two.",
        "The farmer put 40 sacks at the gate at nine.",
        "The nurse's answer was a smile.",
        "The council accepted three bids.",
        "What the mayor said was clear.",
        "She did not find her keys.",
        "Graduates can not find jobs.",
        "The governor gave the school a sum of 300 crowns.",
        "The diver who met the noted surgeon left.",
    ],
)
def test_a_deed_is_told_by_the_article(text: str) -> None:
    assert told(text) == []


def test_a_charge_is_not_taken_for_more_of_the_name_of_whoever_makes_it() -> None:
    text = "The brewery was accused by the coopers' union of hiding two accidents."
    assert told(text) == [("coopers' union", "the brewery hid two accidents")]


def test_a_name_at_the_head_of_a_sentence_is_known_from_the_rest_of_the_text() -> None:
    text = "The warden of the mill, Rask, was asked. Rask put the number of sacks at 64."
    assert told(text)[-1:] == [("Rask", "the number of sacks was 64")]


def test_what_is_among_the_things_counted_is_a_claim_of_its_own() -> None:
    text = "The ministry of health listed 14 breaches since noon, among them a shot at a bus."
    assert told(text) == [
        ("ministry of health", "there were 14 breaches since noon"),
        ("ministry of health", "there was a shot at a bus"),
    ]

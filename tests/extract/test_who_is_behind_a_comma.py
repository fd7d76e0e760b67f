"""Whom a description and a name behind a comma mean, and who says a few words before one."""

from __future__ import annotations

from reading_aloud import told


def test_a_name_behind_the_comma_of_a_description_is_whose_words_they_are() -> None:
    words = "The crew had been paid like kings, according to the islands' postmaster, Nils Aker."
    assert told(words) == [("Nils Aker", "the crew had been paid like kings")]


def test_a_name_behind_the_comma_is_no_part_of_what_is_said_before_a_colon() -> None:
    words = (
        "The bees had left, according to the abbey's gardener, Brother Odo Lenz: no hive hummed."
    )
    assert ("Odo Lenz", "the bees had left") in told(words)


def test_whoever_goes_by_a_name_is_called_so() -> None:
    words = "A smuggler who goes by the name of Magpie said that the boat was empty."
    assert told(words) == [("Magpie", "the boat was empty")]


def test_one_word_before_a_verb_and_its_speaker_is_said_and_speaks_not() -> None:
    words = "Fog, said the port authority. Pilots had closed the channel."
    assert told(words)[0] == ("port authority", "“Fog”")


def test_a_speaker_before_a_comma_may_have_a_body_for_a_name() -> None:
    words = "A leak, said its owner, the Marsh Water Board: a joint had come loose in the frost."
    assert [who for who, _ in told(words)] == ["Marsh Water Board", "Marsh Water Board"]


def test_who_has_assured_somebody_of_it_says_it() -> None:
    words = "The eggs are fresh, Ovorama has assured the market."
    assert told(words) == [("Ovorama", "the eggs are fresh")]


def test_what_a_shepherd_found_may_stand_before_it() -> None:
    words = "The ewes had been killed by wolves, a shepherd found."
    assert told(words) == [("shepherd", "the ewes had been killed by wolves")]


def test_one_among_several_speaks() -> None:
    words = "The lamps had been put out because they smoked, a sexton among them related."
    assert [who for who, _ in told(words)] == ["sexton among them"]


def test_a_speaker_of_whom_more_is_told_behind_the_verb_speaks() -> None:
    words = "A crane dropped three green barrels, testified a grocer's boy whose cart they crushed."
    assert told(words) == [("grocer's boy", "a crane dropped three green barrels")]


def test_somebody_who_stays_anonymous_may_be_spoken_of() -> None:
    words = "A patron who wishes to stay anonymous has paid for the bells, the sexton revealed."
    assert [who for who, _ in told(words)] == ["sexton"]


def test_she_may_be_whoever_is_called_by_what_she_does() -> None:
    words = "The vats are empty, the liquidator reported. She believes that the land can be sold."
    assert [who for who, _ in told(words)] == ["liquidator", "liquidator"]


def test_his_wife_is_the_wife_of_whom_she_tells() -> None:
    words = "Lars Kol kept bees. The grocer was bitten by four dogs, his wife said."
    assert [who for who, _ in told(words)] == ["grocer’s wife"]


def test_it_may_be_a_company_that_is_known_by_its_trade() -> None:
    words = (
        "The Reed Front said it was innocent. Tarsa Steel put out a page. "
        "A valve had burst, it said."
    )
    assert told(words)[-1][0] == "Tarsa Steel"


def test_a_headline_may_end_in_whoever_says_it() -> None:
    assert told("Barges ran aground in fog, says former pilot") == [
        ("former pilot", "barges ran aground in fog")
    ]

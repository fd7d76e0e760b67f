"""Who else answers: behind a semicolon, before a colon, behind "was the answer of"."""

from __future__ import annotations

from marked import drafted
from reading_aloud import told


def test_another_may_answer_behind_a_semicolon_without_a_verb_of_what_happened() -> None:
    words = "The fair drew 900 guests, the guild said; under two hundred, countered the tax office."
    assert told(words)[-1] == ("tax office", "“under two hundred”")


def test_whoever_did_something_before_still_answers_before_a_colon() -> None:
    words = "A cook who quit his galley tells it otherwise: the soup went to the dogs."
    assert told(words) == [("cook", "the soup went to the dogs")]


def test_whoever_backs_another_before_a_colon_says_why() -> None:
    words = "Her coach backed her: the girl had been feverish since noon."
    assert [what for _, what in told(words)] == ["the girl had been feverish since noon"]


def test_whoever_saw_it_does_not_say_what_a_judge_said_behind_it() -> None:
    words = "[1 Porters] had {1 seen} <1 him lift a spade, judge Abel Weiss> said on Sunday."
    reading = drafted(words).reading
    assert [one.statement for one in reading.claims] == ["porters had seen him lift a spade"]


def test_words_that_are_called_the_answer_of_somebody_are_theirs() -> None:
    words = "Because somebody had greased the rails, was the answer of the stationmaster."
    assert told(words) == [("stationmaster", "because somebody had greased the rails")]


def test_who_brags_of_a_number_says_it() -> None:
    assert told("The league bragged of a dozen.") == [("league", "“bragged of a dozen”")]


def test_what_a_network_has_catalogued_is_its_figure() -> None:
    words = "A private network, Owlwatch, has catalogued 52 so far."
    assert [who for who, _ in told(words)] == ["Owlwatch"]


def test_she_herself_is_she() -> None:
    words = "Ina Moss was released. She herself said that the soup had been cold."
    assert [who for who, _ in told(words)] == ["Ina Moss"]


def test_a_verb_that_was_taken_for_a_noun_still_says_it() -> None:
    words = (
        "It was thought up by a rival, the children of his first marriage contend; "
        "by that week the man could not have held a brush."
    )
    assert len(told(words)) == 2


def test_he_is_whoever_saw_what_he_tells_of() -> None:
    words = (
        "The cellars never flooded, the hotel's manager said. "
        "A plumber called to the building on Sunday saw 36 on the gauge outside room 9, "
        "he told the Courier, and fetched the night porter to see it too."
    )
    assert told(words)[1][0] == "plumber"

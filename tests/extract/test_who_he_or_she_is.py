"""Whether "he" or "she" is meant is learned from the text's own words, and a place is neither."""

from __future__ import annotations

from reading_aloud import told


def _speakers(text: str) -> list[str]:
    return [who for who, _ in told(text)]


def test_an_ombudsman_whose_office_is_hers_is_she() -> None:
    words = (
        "Ombudsman Jana Kolb said her office had found nine cut cables. “They came from the "
        "depot,” she said.\n\n"
        "Depot head Ivo Brandl, who denied that his fitters had cut them, said that one was old. "
        "He insisted that no fitter had been out."
    )
    assert _speakers(words)[:2] == ["Jana Kolb", "Jana Kolb"]
    assert _speakers(words)[-1] == "Ivo Brandl"


def test_a_square_on_which_something_was_found_does_not_speak() -> None:
    words = (
        "The ombudsman’s office had collected nine cables on Liberty Square. "
        "“They came from the depot,” she said."
    )
    assert "Liberty Square" not in _speakers(words)


def test_who_has_just_spoken_speaks_on_though_her_trade_was_not_told() -> None:
    words = (
        "“We do not cut cables,” said Colonel Ivo Brandl, a spokesman for the depot.\n\n"
        "Neighbours spoke of a din. Jana Kolb, who sells plums at the gate, said she had heard two "
        "saws in less than an hour. “I lay down. When I got up, the lamp was out,” she said."
    )
    assert _speakers(words)[-1] == "Jana Kolb"


def test_who_watched_from_her_porch_is_she() -> None:
    words = (
        "A lawyer for Brandl’s family, Berta Lenz, said that he was asleep. “He held a lamp,” she "
        "said.\n\n"
        "Jana Kolb, who watched from her porch across the lane, said that she heard no saw before "
        "the lamp went out. She said the guard shouted five or six times."
    )
    assert _speakers(words)[-1] == "Jana Kolb"


def test_he_in_what_a_woman_says_does_not_make_her_a_man() -> None:
    words = (
        "A lawyer for Brandl’s family, Alex Lenz, said that he was asleep. “He held a lamp,” she "
        "said."
    )
    assert _speakers(words)[-1] == "Alex Lenz"

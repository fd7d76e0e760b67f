"""Who speaks where something else could be taken for the speaker."""

from __future__ import annotations

from reading_aloud import told


def test_one_of_them_is_called_what_is_said_of_them() -> None:
    words = "Old pupils were asked. One of them, a retired bishop, said that it was a mistake."
    assert told(words)[-1] == ("retired bishop", "it was a mistake")


def test_whoever_says_one_word_may_be_told_of_behind_it() -> None:
    words = "Nine, said a baker who fed the garrison."
    assert told(words) == [("baker", "“Nine”")]


def test_what_is_said_may_begin_with_what_it_is_about() -> None:
    words = (
        "The ferry line confirmed that a pump had failed. "
        "As for the anchor, it had never been aboard, added its captain, Odo Marsh."
    )
    assert told(words)[-1][0] == "Odo Marsh"

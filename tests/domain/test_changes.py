"""What changed from one revision of a text to the next."""

from __future__ import annotations

from tracker.domain.changes import changes

OLD = "Nine ferries stopped. Two were hurt, she said.\n\nThe pier is shut.\nIt rained. It was late."


def said(old, new):
    return [f"{one.sign.value}{one.text}" for one in changes(old, new)]


def test_a_changed_sentence_stands_beside_the_former():
    assert said(OLD, OLD.replace("Nine", "Eight")) == [
        "-Nine ferries stopped.",
        "+Eight ferries stopped.",
        " Two were hurt, she said.",
        "…",
    ]


def test_changes_far_apart_have_a_gap_between_them():
    new = OLD.replace("Nine", "Eight").replace("late", "early")
    assert said(OLD, new)[3:] == ["…", " It rained.", "-It was late.", "+It was early."]


def test_one_text_has_no_changes():
    assert said(OLD, OLD) == []


def test_other_spaces_and_line_breaks_are_no_change():
    assert said(OLD, OLD.replace("\n", "\n\n").replace(". ", ".   ")) == []


def test_nothing_is_lost_between_the_pieces():
    text = "a.b “c.” d…\te!? f" + "x" * 3000 + "\ng"
    assert "".join("".join(said("", text)).replace("+", "").split()) == "".join(text.split())

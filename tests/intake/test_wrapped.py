"""Lines that were wrapped at a width are put together again, each place kept."""

from __future__ import annotations

import textwrap

import pytest

from tracker.intake.from_eml import from_eml
from tracker.intake.from_text import from_text
from tracker.intake.wrapped import unwrapped

PARAGRAPHS = (
    """The miners’ lodge said on Monday that the inspectors had found methane in two galleries and \
had sent nobody home. The company’s engineer, Ilse Marrow, denied that any gallery had been \
open that night; the lamps, she said, were all accounted for.""",
    """A winchman told the parish paper that he had carried 14 men up himself, three of them hurt. \
The lodge counts 19.""",
)
TEXT = "\n\n".join(PARAGRAPHS)


def wrapped(width: int) -> str:
    return "\n\n".join(textwrap.fill(one, width) for one in PARAGRAPHS)


@pytest.mark.parametrize("width", [50, 60, 72, 80, 98])
def test_what_was_wrapped_is_put_together_again(width: int) -> None:
    assert unwrapped(wrapped(width)) == TEXT


def test_a_title_and_a_byline_stay_lines_of_their_own() -> None:
    head = "Gas in two galleries\nBy Joren Pell\nSelm, Monday\n\n"
    assert unwrapped(head + wrapped(72)) == head + TEXT


def test_paragraphs_without_a_blank_line_between_them_stay_apart() -> None:
    text = wrapped(72).replace("\n\n", "\n")
    assert unwrapped(text) == TEXT.replace("\n\n", "\n")


SPOKEN = """Nine lorries left the depot at dawn on Monday, he said.
None of them has come back since.
The drivers' wives have been waiting at the gate."""
LISTED = """Sent to the harbour office in Selm:
- two crates of flares and one of rope
- a winch with its handle and its papers
- nothing else that anybody knows of"""
BLOCK = """> The lodge regrets that so many of its men had
> to be carried out by others that night"""
SHORT = """Bread
Salt
Lamps for all of us"""


@pytest.mark.parametrize("text", [TEXT, SPOKEN, LISTED, BLOCK, SHORT])
def test_other_lines_are_left(text: str) -> None:
    assert unwrapped(text) == text


def test_a_line_that_begins_far_in_stands_for_itself() -> None:
    signed = wrapped(72) + "\n" + " " * 300 + "Joren Pell"
    assert unwrapped(signed).splitlines()[-1].strip() == "Joren Pell"


def test_breaks_of_two_characters_become_two_blanks() -> None:
    text = wrapped(60).replace("\n", "\r\n")
    assert len(unwrapped(text)) == len(text)
    assert unwrapped(text).count("\r\n") == 2


def test_text_and_mail_are_put_together() -> None:
    mail = "From: a@selm.example\r\nTo: b@selm.example\r\nSubject: Gas\r\n\r\n" + wrapped(72)
    assert from_eml(mail.encode()).text == TEXT
    assert from_text(wrapped(72).encode()).text == TEXT

"""The lines above a plain text say what it is called, who wrote it, where and when."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tracker.intake.heading import heading_of

BELOW = "\n\nThe sluice gave way on Monday, its keeper said."


def test_lines_above_a_text_are_title_byline_outlet_and_date() -> None:
    read = heading_of("Sluice gives way\nBy Ada Byron\nThe Selm Times\n12 March 2024" + BELOW)
    assert (read.title, read.byline, read.outlet) == (
        "Sluice gives way",
        "Ada Byron",
        "The Selm Times",
    )
    assert read.published_at == datetime(2024, 3, 12, tzinfo=UTC)


def test_a_byline_may_name_the_outlet() -> None:
    read = heading_of("Sluice gives way\n\nBy Ada Byron, The Selm Times" + BELOW)
    assert (read.byline, read.outlet) == ("Ada Byron", "The Selm Times")


def test_where_somebody_wrote_is_no_part_of_the_byline() -> None:
    read = heading_of("Sluice gives way\nBy Ada Byron in Selm, The Selm Times\n3 May 2024" + BELOW)
    assert (read.byline, read.outlet) == ("Ada Byron", "The Selm Times")


def test_what_somebody_does_at_the_paper_is_no_outlet() -> None:
    read = heading_of("Sluice gives way\nBy Ada Byron, Political Editor" + BELOW)
    assert (read.byline, read.outlet) == ("Ada Byron, Political Editor", "")


def test_an_outlet_may_stand_beside_the_date() -> None:
    read = heading_of("Sluice gives way\nSelm Times | 2024-03-12T16:30+02:00" + BELOW)
    assert (read.outlet, read.zone) == ("Selm Times", "+0200")
    assert read.published_at == datetime(2024, 3, 12, 14, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("line", "hour"),
    [
        ("March 12, 2024 4:30 pm", 16),
        ("Published: Tue 12 Mar 2024, 09:30", 9),
        ("12 March 2024 at 12:30 a.m. GMT", 0),
    ],
)
def test_a_date_may_have_a_time(line, hour) -> None:
    read = heading_of(f"Sluice gives way\n{line}{BELOW}")
    assert read.published_at == datetime(2024, 3, 12, hour, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    "text",
    [
        "By the time they came\nthe sluice was open.",
        "The sluice gave way.\n\nBy noon it was shut.",
        "SELM, 4 May (NPA) – The sluice gave way.",
        "32 May 2024 was the date on it.\n\nIt was false.",
    ],
)
def test_a_text_that_begins_at_once_has_no_heading(text) -> None:
    read = heading_of(text)
    assert (read.byline, read.outlet, read.published_at) == ("", "", None)


def test_a_title_may_hold_a_date() -> None:
    read = heading_of("The flood of 12 May 2024" + BELOW)
    assert (read.title, read.published_at) == ("The flood of 12 May 2024", None)


def test_a_dateline_with_its_year_says_when() -> None:
    read = heading_of("Sluice gives way\n\nSELM, 12 March 2024 - The sluice gave way, he said.")
    assert (read.title, read.published_at) == (
        "Sluice gives way",
        datetime(2024, 3, 12, tzinfo=UTC),
    )


def test_a_dateline_of_a_place_in_small_letters_says_when() -> None:
    read = heading_of("Sluice gives way\n\nSelm, 12 March 2024 - The sluice gave way, he said.")
    assert read.published_at is not None
    assert read.published_at.date().isoformat() == "2024-03-12"


def test_a_day_on_which_something_was_is_no_dateline() -> None:
    read = heading_of("Sluice gives way\n\nOn 12 March 2024 - a Tuesday - the sluice gave way.")
    assert read.published_at is None


def test_a_date_in_a_sentence_is_no_dateline() -> None:
    assert heading_of("Selm flooded on 12 March 2024 - again, its mayor said.").published_at is None

from __future__ import annotations

import pytest

from tracker.tui.widgets.pages import KEPT, PAGE, Pages

MILLION = 1_000_000


@pytest.fixture
def pages() -> Pages[str]:
    kept: Pages[str] = Pages()
    kept.begin(MILLION, same_list=False)
    return kept


def rows(start: int, end: int, prefix: str = "row") -> list[str]:
    return [f"{prefix} {position}" for position in range(start, end)]


def test_a_row_that_was_not_read_is_none(pages: Pages[str]):
    assert pages.row(0) is None


def test_a_row_that_was_put_is_there(pages: Pages[str]):
    pages.put(PAGE, rows(PAGE, 2 * PAGE), pages.edition)
    assert pages.row(PAGE + 3) == f"row {PAGE + 3}"


def test_rows_are_wanted_until_they_come_or_another_list_is_shown(pages: Pages[str]):
    edition = pages.edition
    assert pages.lacks(0, PAGE, edition)
    pages.put(0, rows(0, PAGE), edition)
    assert not pages.lacks(0, PAGE, edition)
    assert pages.lacks(0, PAGE + 1, edition)
    pages.begin(MILLION, same_list=False)
    assert not pages.lacks(0, PAGE + 1, edition)


def test_only_whole_pages_in_view_are_asked_for(pages: Pages[str]):
    assert pages.ask(500_000, 500_030) == (500_000, 500_032)


def test_the_last_page_ends_with_the_list(pages: Pages[str]):
    assert pages.ask(MILLION - 3, MILLION) == (MILLION - PAGE, MILLION)


def test_rows_on_two_pages_are_asked_for_at_once(pages: Pages[str]):
    assert pages.ask(PAGE - 3, PAGE + 3) == (0, 2 * PAGE)


def test_what_was_asked_for_is_not_asked_for_again(pages: Pages[str]):
    pages.ask(0, PAGE - 3)
    assert pages.ask(1, PAGE - 2) is None


def test_what_went_out_of_view_unanswered_is_asked_for_again(pages: Pages[str]):
    pages.ask(0, PAGE - 3)
    pages.ask(10_000, 10_030)
    assert pages.ask(0, PAGE - 3) == (0, PAGE)


def test_what_is_here_is_not_asked_for(pages: Pages[str]):
    pages.put(0, rows(0, PAGE), pages.edition)
    assert pages.ask(0, PAGE - 3) is None


def test_so_many_pages_are_kept_and_no_more(pages: Pages[str]):
    for number in range(KEPT + 10):
        pages.put(number * PAGE, rows(number * PAGE, (number + 1) * PAGE), pages.edition)
    assert len(pages) == KEPT
    assert pages.row(0) is None


def test_a_page_that_is_looked_at_stays(pages: Pages[str]):
    pages.put(0, rows(0, PAGE), pages.edition)
    for number in range(1, KEPT + 10):
        pages.ask(0, PAGE - 3)
        pages.put(number * PAGE, rows(number * PAGE, (number + 1) * PAGE), pages.edition)
    assert pages.row(0) == "row 0"


def test_an_answer_to_an_earlier_list_is_not_taken(pages: Pages[str]):
    before = pages.edition
    pages.begin(10, same_list=False)
    assert not pages.put(0, rows(0, 10), before)
    assert pages.row(0) is None


def test_a_list_read_again_shows_its_old_rows_meanwhile(pages: Pages[str]):
    pages.put(0, rows(0, PAGE), pages.edition)
    pages.begin(MILLION, same_list=True)
    assert pages.row(0) == "row 0"
    assert pages.ask(0, PAGE - 3) == (0, PAGE)


def test_old_rows_give_way_to_new_ones(pages: Pages[str]):
    pages.put(0, rows(0, PAGE), pages.edition)
    pages.begin(MILLION, same_list=True)
    pages.put(0, rows(0, PAGE, "new"), pages.edition)
    assert pages.row(0) == "new 0"
    assert pages.ask(0, PAGE - 3) is None


def test_an_answer_begins_with_a_page(pages: Pages[str]):
    with pytest.raises(ValueError, match="a page begins"):
        pages.put(7, rows(7, 20), pages.edition)

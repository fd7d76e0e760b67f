"""A newsroom's spreadsheet: columns guessed or said, and every fault by row and column."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.domain.errors import BadInputError
from tracker.domain.spreadsheet import as_written, inert
from tracker.domain.timerange import Precision, TimeRange
from tracker.exchange.to_csv import to_csv
from tracker.intake.from_csv import read_csv

PLAIN = "Claim text,Who,Date\nthe quay sank,Nan Ode,2031-05-01\n"


def rows(text, **said):
    sheet = read_csv(text.encode(), said or None)
    assert sheet.faults == ()
    return [row for _, row in sheet.rows]


def faults(text):
    return [str(fault) for fault in read_csv(text.encode()).faults]


def test_columns_are_guessed_by_their_headings():
    sheet = read_csv(
        f"{PLAIN[:-1]}".replace("Date", "Date,Mood").replace("-01", "-01,glum").encode()
    )
    assert sheet.columns == {"statement": "Claim text", "speaker": "Who", "said": "Date"}
    assert sheet.ignored == ("Mood",)


@pytest.mark.parametrize(
    "text",
    [
        PLAIN,
        f"\ufeff{PLAIN}",
        PLAIN.replace(",", ";"),
        PLAIN.replace(",", "\t"),
        PLAIN.replace("\n", "\r\n"),
        PLAIN.replace("\n", "\r"),
        f"{PLAIN}\n\n,,\n",
    ],
)
def test_every_dress_of_a_table_is_read_alike(text):
    assert rows(text) == rows(PLAIN)


def test_a_table_in_utf_16_is_read_too():
    assert read_csv(PLAIN.encode("utf-16")).rows == read_csv(PLAIN.encode()).rows


def test_an_editor_says_which_column_it_is():
    (row,) = rows("Text,Sentence\nx,the quay sank\n", statement="Sentence")
    assert row.statement == "the quay sank"


@pytest.mark.parametrize(
    ("text", "said", "message"),
    [
        ("", {}, "no rows"),
        ("a,b\n1,2\n", {}, "--map statement=COLUMN, one of “a”, “b”"),
        (PLAIN, {"sauce": "Who"}, "no field “sauce”"),
        (PLAIN, {"speaker": "Whom"}, "no column “Whom”"),
        ("claim,claim\n1,2\n", {}, "two columns are called “claim”"),
    ],
)
def test_a_table_whose_columns_are_not_clear_is_refused(text, said, message):
    with pytest.raises(BadInputError, match=message):
        read_csv(text.encode(), said)


def test_all_faults_are_named_by_row_and_column():
    text = (
        "claim,published,uid\n"
        "the quay sank,2023-02-30,\n"
        ",2031-05-01,\n"
        "right,2031-05-01,\n"
        "ragged\n"
        f"x,05/10/2023,{'u' * 33}\n"
        "n\0l,,\n"
    )
    assert faults(text) == [
        "row 2, column “published”: “2023-02-30” is no date; write 2026-05-01",
        "row 3, column “claim”: is empty",
        "row 5: has 1 cell where the heading has 3",
        "row 6, column “published”: “05/10/2023” is no date; write 2026-05-01",
        "row 6, column “uid”: is longer than 32 characters",
        "row 7, column “claim”: holds a NUL",
    ]


def test_one_wrong_row_among_ten_thousand_is_named_and_the_others_are_there():
    lines = [f"the quay sank {number} times" for number in range(1, 10_001)]
    lines[4_999] = ""
    sheet = read_csv("\n".join(["n,claim", *(f"1,{line}" for line in lines)]).encode())
    assert [str(fault) for fault in sheet.faults] == ["row 5001, column “claim”: is empty"]
    assert len(sheet.rows) == 9_999


@pytest.mark.parametrize("url", ["notaurl", "javascript:alert(1)", "see the archive", "https://"])
def test_an_address_that_is_none_is_named(url):
    assert faults(f"claim,link\nthe quay sank,{url}\n") == [
        f"row 2, column “link”: “{url}” is no address; write https://example.org"
    ]


def test_a_quotation_mark_that_is_never_closed_is_told_by_its_line():
    (fault,) = faults('claim\nright\n"open\nand on\n')
    assert fault == "row 3: a quotation mark is opened and never closed (line 3)"


def test_a_cell_may_be_very_long():
    (row,) = rows(f"claim\n{'long ' * 30_000}\n")
    assert len(row.statement) == 150_000


def test_a_day_is_a_day_and_words_stay_words():
    day, words = rows("claim,said\na,2031-05-01\nb,last week\n")
    assert day.said is not None
    assert (day.said.start, day.said.precision) == (datetime(2031, 5, 1, tzinfo=UTC), Precision.DAY)
    assert words.said is not None
    assert (words.said.words, words.said.start) == ("last week", None)


@pytest.mark.parametrize("day", ["05/10/2023", "31-10-2020", "2023-02-30", "0000-01-01", "99999"])
def test_a_day_that_is_none_or_may_be_two_stays_words(day):
    (row,) = rows(f"claim,said\na,{day}\n")
    assert row.said == TimeRange(day)


def test_tags_are_parted_by_any_usual_sign():
    assert [row.tags for row in rows("claim;tags\na;x, Y|z\n")] == [("x", "y", "z")]


def test_the_same_row_is_the_same_claim_wherever_it_stands():
    one, other, third = rows("claim,who\na,b\nc,d\na,b\n")
    assert one.identity == third.identity != other.identity


cells = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=12)
risky = st.builds(str.__add__, st.sampled_from(["=", "+", "-", "@", "'", "'=", "\t", "＝"]), cells)


@given(st.lists(st.tuples(cells | risky, cells | risky), max_size=5), st.booleans())
def test_a_cell_comes_back_letter_for_letter(table, raw):
    import csv
    from io import StringIO

    text = "".join(to_csv(("a", "b"), table, raw=raw))
    _, *back = csv.reader(StringIO(text, newline=""), strict=True)
    written = (lambda cell: cell) if raw else as_written
    assert [tuple(map(written, row)) for row in back] == table


@given(risky | cells)
def test_no_cell_calculates(text):
    assert inert(text)[:1] not in set("=+-@\t\r\n＝＋－＠")
    assert as_written(inert(text)) == text

"""A file that is made to be read for ever is read in its length, or refused in one short line."""

from __future__ import annotations

from collections.abc import Callable
from email.policy import EmailPolicy

import pytest

from tracker.domain.errors import BadInputError
from tracker.intake.from_csv import read_csv
from tracker.intake.from_eml import from_eml
from tracker.intake.from_html import from_html

MANY = 2_000


def mail(header: str) -> bytes:
    return f"{header}\nDate: Fri, 1 May 2026 10:00:00 +0000\n\nThe gate was shut.\n".encode()


PAGES: dict[str, Callable[[int], str]] = {
    "apart": lambda number: f' a{number}=""',
    "side by side": lambda number: f'a{number}="x"',
    "with signs that end tags": lambda number: f" a{number}='>'",
    "without values": lambda number: f" a{number}",
    "parted by slashes": lambda number: f"/a{number}",
}


@pytest.mark.parametrize("kind", PAGES)
def test_a_tag_of_many_attributes_is_not_given_to_a_parser(kind, monkeypatch):
    def asked(*_: object, **_more: object) -> None:
        raise AssertionError

    monkeypatch.setattr("trafilatura.bare_extraction", asked)
    tag = "<p " + "".join(map(PAGES[kind], range(MANY))) + ">"
    assert "The gate was shut." in from_html(f"{tag}The gate was shut.</p>".encode()).text


def test_a_long_value_of_one_attribute_is_none_of_many():
    page = f"<p><img src='data:{'a/b c' * MANY}'></p><p>{'The gate was shut. ' * 20}</p>"
    assert from_html(page.encode()).remarks == ()


@pytest.mark.parametrize(
    "header",
    [
        "From: Ada <ada@x.example>, " + ", ".join(["b@x.example"] * MANY),
        "From: Ada <ada@x.example>\nSubject: " + " ".join(["=?utf-8?q?a?="] * MANY),
    ],
    ids=["addresses", "encoded words"],
)
def test_of_a_header_of_any_length_only_the_beginning_is_read(header, monkeypatch):
    read: list[int] = []
    whole = EmailPolicy.header_fetch_parse

    def parse(self, name, value):
        read.append(len(value))
        return whole(self, name, value)

    monkeypatch.setattr(EmailPolicy, "header_fetch_parse", parse)
    assert from_eml(mail(header)).article.byline == "Ada"
    assert max(read) <= 4_000


def test_a_sheet_of_more_columns_than_any_is_refused_in_a_short_line():
    heading = ",".join(f"c{number}" for number in range(MANY))
    with pytest.raises(BadInputError, match="has 2,000 columns") as refused:
        read_csv(heading.encode())
    assert len(str(refused.value)) < 100


def test_of_many_columns_only_some_are_listed():
    heading = ",".join(f"c{number}" for number in range(900))
    with pytest.raises(BadInputError, match="“c19”, 880 more"):
        read_csv(heading.encode())

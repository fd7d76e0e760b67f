"""A ledger as JSON that is broken or wrong is refused, with the place where."""

from __future__ import annotations

import io
import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.domain.errors import BadInputError
from tracker.domain.holdings import SECTIONS
from tracker.intake.from_json import read_ledger
from tracker.intake.json_stream import JsonStream
from tracker.intake.ledger_shape import json_schema, records

HEADER = {"format": 1, "counts": {}}
SOURCE = {"name": "the mayor", "kind": "person", "id": 1, "uid": "0" * 32, "version": 1}
COPY = {"sha256": "0" * 64, "content": "eA==", "media_type": "text/plain"}


def lines(*records):
    return "\n".join(json.dumps(one) for one in ({"ledger": HEADER}, *records))


def read(text):
    header, batches = read_ledger(io.StringIO(text))
    return header, [value for _, values in batches for value in values]


def test_lines_and_a_document_are_read_alike():
    document = json.dumps({"ledger": HEADER, "sources": [SOURCE]}, indent=3)
    assert read(document) == read(lines({"source": SOURCE}))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "holds nothing"),
        ("7", r"line 1, column 1: “\{” is expected"),
        ("[]", r"line 1, column 1: “\{” is expected"),
        ('{"sources": []}', "holds nothing"),
        (json.dumps({"sources": [SOURCE], "ledger": HEADER}), "“ledger” must come first"),
        ('{"ledger": {"format": 2}}', "newer version"),
        ('{"ledger": {"format": "x"}}', "line 1, column 12: ledger: format"),
        (lines({"sauce": SOURCE}), "line 2, column 2: there is no section “sauce”"),
        (lines({"source": {**SOURCE, "sauce": 1}}), "line 2, column 12: source: sauce"),
        (lines({"source": {**SOURCE, "kind": "cat"}}), "line 2, column 12: source: kind"),
        (lines({"source": {**SOURCE, "id": True}}), "source: id"),
        (lines({"source": {**SOURCE, "id": "1"}}), "source: id"),
        (lines({"source": {**SOURCE, "id": 0}}), "source: id must be from 1"),
        (lines({"source": {**SOURCE, "uid": ""}}), "uid is missing"),
        (lines({"source": {**SOURCE, "id": 10**30}}), "id must be from 1"),
        (lines({"source": {**SOURCE, "name": "\0"}}), "NUL"),
        (lines({"source": {**SOURCE, "name": "\ud800"}}), "line 2, column 12: source"),
        (lines({"editor": {"name": "Ada", "since": "2031-05-01T09:00:00"}}), "must say its zone"),
        (lines({"editor": {"name": "Ada", "since": "yesterday"}}), "editor: since"),
        (lines({"copy": {**COPY, "captured_at": "2031-05-01T09:00:00Z"}}), "does not fit"),
        (lines({"source": SOURCE})[:-1], "line 2, column .*ends too early"),
        (lines({"source": SOURCE})[:-9], "line 2, column .*ends too early"),
        (lines({"source": SOURCE}).replace('"id": 1', '"id": NaN'), "NaN is no number"),
        (lines({"source": SOURCE}).replace('"id": 1', '"id": 1e999'), "source: id"),
        (lines({"source": SOURCE}).replace('"id": 1', '"id": 1, "id": 2'), "stands twice"),
        (lines({"source": SOURCE}) + "]", "line 2"),
        ('{"ledger": ' + "[" * 100_000, "nested too deeply"),
        ('{"ledger": {"format": ' + "1" * 5_000 + "}}", "a number in it is too long"),
        (lines({"source": SOURCE}).replace('"id": 1', '"id": ' + "1" * 5_000), "out of range"),
        ('{"ledger": {"format": 1}, "sources": [], "sources": []}', "stands twice"),
        ('{"ledger": {"format": 1, "counts": {"sources": 2}}}', "holds 0 sources .* 2; is"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_with_its_place(text, said):
    with pytest.raises(BadInputError) as refused:
        read(text)
    assert re.search(said, str(refused.value))


def test_a_fault_deep_in_a_batch_is_told_by_its_line():
    many = [{"source": {**SOURCE, "id": number, "uid": f"{number:032}"}} for number in range(1, 40)]
    many[30]["source"]["name"] = "\ud800"
    with pytest.raises(BadInputError, match="line 32, column 12: source"):
        read(lines(*many))


@given(
    st.recursive(st.none() | st.booleans() | st.integers(-9, 9) | st.text(), st.lists), st.data()
)
def test_a_value_is_found_whole_wherever_the_stream_is_cut(value, data):
    text = json.dumps(value, ensure_ascii=data.draw(st.booleans()))
    if "\\u0000" in text or "\0" in text:
        return

    class Trickle(io.StringIO):
        def read(self, size=-1):
            return super().read(3)

    spaced = f"\n  {text} ,"
    stream = JsonStream(Trickle(spaced))
    assert stream.peek() == text[0]
    assert (stream.line, stream.column) == (2, 3)
    assert stream.value() == text
    assert stream.take(",")
    assert stream.peek() == ""


def test_the_published_schema_names_every_section():
    schema = json_schema()
    assert set(schema["properties"]) == {"ledger", *(section.many for section in SECTIONS)}
    assert all(
        ref in schema["$defs"] for ref in re.findall(r'"#/\$defs/(\w+)"', json.dumps(schema))
    )


@pytest.mark.parametrize("section", SECTIONS, ids=lambda section: section.one)
def test_nothing_is_taken_that_the_shape_does_not_name(section):
    schema = records(section).json_schema()
    (name,) = [one for one in schema["$defs"] if one.lstrip("_") == section.value.__name__]
    assert schema["$defs"][name]["additionalProperties"] is False

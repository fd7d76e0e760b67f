"""Public ids: read from whatever somebody types."""

from __future__ import annotations

import pytest

from tracker.domain.errors import UnknownRefError
from tracker.domain.reference import Kind, Ref


@pytest.mark.parametrize(
    ("text", "ref"),
    [
        ("C12", Ref(Kind.CLAIM, 12)),
        ("c12", Ref(Kind.CLAIM, 12)),
        ("  s7\n", Ref(Kind.SOURCE, 7)),
        ("A003", Ref(Kind.ARTICLE, 3)),
        ("C9223372036854775807", Ref(Kind.CLAIM, 2**63 - 1)),
    ],
)
def test_a_reference_is_read_in_either_case(text, ref):
    assert Ref.parse(text) == ref


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "C", "12", "C0", "C000", "C-1", "C+1", "C1.0", "C1e3", "C 1", "CC1", "C1C2", "X1",
        "C1,C2", "C1;DROP TABLE claim;--", "'C1'", "C1\0", "C1\n2", "C9223372036854775808",
        "C99999999999999999999", "C" + "9" * 5000, "C" + "0" * 5000 + "1", "C١٢", "C１２", "C²",
        "С12", "ｃ12", "C\u200b1", "ſ7", "\ud800", "C1\u202e", "https://desk.example/C1",
    ],
)  # fmt: skip
def test_what_is_no_reference_is_refused(text):
    with pytest.raises(UnknownRefError, match="is no reference; write one like A12"):
        Ref.parse(text)


def test_a_reference_of_another_kind_is_refused_and_the_kinds_are_named():
    with pytest.raises(UnknownRefError, match=r"write one like E12 \(event\), S12 \(source\)\.$"):
        Ref.parse("C1", among=(Kind.EVENT, Kind.SOURCE))


@pytest.mark.parametrize("kind", list(Kind))
def test_a_reference_reads_back_as_it_is_written(kind):
    assert Ref.parse(str(Ref(kind, 41))) == Ref(kind, 41)

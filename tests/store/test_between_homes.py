"""A ledger that goes from a file to a server and back is the same ledger."""

from __future__ import annotations

import pytest
from ledgers import Files

from tracker.desk.exporting import Choice
from tracker.domain.evidence import AttemptDraft, EvidenceDraft, Stance
from tracker.domain.listing import Filter
from tracker.domain.reference import Ref
from tracker.intake.from_json import read_ledger

pytestmark = pytest.mark.postgres


@pytest.fixture
def worked_desk(full_desk):
    """A desk on a server with something of every kind, also what is gone again."""
    copy = EvidenceDraft("https://x.example/log", Stance.SUPPORTS, "Log Σ", content=b"\x00\xff log")
    full_desk.gathering.add_evidence([1], copy, by="Ada")
    full_desk.gathering.log_attempt([2], AttemptDraft("asked the pilot", ""), by="Bea")
    full_desk.gathering.add_note([3], "a mistake", by="Ada")
    full_desk.auditing.undo(by="Ada")
    full_desk.gathering.add_note([3], "\U0001f6a2 \u202e and ‘quotes’", by="Ada")
    full_desk.gathering.tag([1, 2], ["Ελλάδα", "élan"], by="Ada")
    full_desk.relating.confirm([1], by="Bea")
    full_desk.editing.edit(Ref.parse("S8"), "restricted_name", ["Odo Vane"], by="Ada")
    return full_desk


@pytest.fixture
def file_desk(tmp_path, open_desk, clock):
    """A desk on an empty file."""
    return open_desk(Files().make(tmp_path / "file.db", clock()))


@pytest.fixture
def server_desk(ledgers, blank_ledger, tmp_path, open_desk):
    """A desk on another database of the server, which is empty."""
    return open_desk(ledgers.copy(blank_ledger, tmp_path / "again.db"))


def exported(desk, form, **choice):
    return "".join(desk.exporting.pieces(Choice(form, Filter(), **choice), []))


def handed(desk, other, form, tmp_path):
    """Hand a ledger on with all that it holds; returns what went over."""
    text = exported(desk, form, with_restricted=True)
    (tmp_path / "over").write_text(text, encoding="utf-8", newline="")
    with (tmp_path / "over").open(encoding="utf-8", newline="") as stream:
        header, batches = read_ledger(stream)
        assert other.receiving.take_over(header, batches, by="Cem", origin="over").whole
    return text


@pytest.mark.parametrize("form", ["json", "jsonl"])
def test_it_comes_back_as_it_went(worked_desk, file_desk, server_desk, form, tmp_path):
    over = handed(worked_desk, file_desk, form, tmp_path)
    assert handed(file_desk, server_desk, form, tmp_path) == over
    assert exported(server_desk, form, with_restricted=True) == over
    for desk in (file_desk, server_desk):
        assert [one.problems for one in desk.auditing.check() if one.problems] == []
        assert desk.auditing.head() == worked_desk.auditing.head()


def test_what_is_for_spreadsheets_is_the_same_in_both(worked_desk, file_desk, tmp_path):
    handed(worked_desk, file_desk, "jsonl", tmp_path)
    assert exported(file_desk, "csv") == exported(worked_desk, "csv")


def test_the_same_words_are_found_in_both(worked_desk, file_desk, tmp_path):
    handed(worked_desk, file_desk, "jsonl", tmp_path)
    for words in ("ferry", "SELM", "Pell", "Йорен", "launch lights"):
        where = Filter(search=words)
        assert file_desk.browsing.ids(where) == worked_desk.browsing.ids(where)

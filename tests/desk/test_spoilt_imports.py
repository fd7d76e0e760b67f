"""A ledger's export that was spoilt at random: taken over whole, or refused and nothing stored."""

from __future__ import annotations

import io
import json
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from handing_over import exported, received
from hypothesis import given
from hypothesis import strategies as st
from spoiling import hunted, misused, spoilt

from tracker.domain.errors import BadInputError
from tracker.intake.from_json import read_ledger


@pytest.fixture
def good(full_desk):
    """An export, as one document and as lines."""
    return exported(full_desk, "json"), exported(full_desk, "jsonl")


def test_a_spoilt_export_is_taken_over_whole_or_leaves_nothing(
    good, ledgers, blank_ledger, open_desk
):
    whole, lines = good
    document, listed = json.loads(whole), [json.loads(line) for line in lines.splitlines()]

    @hunted(25)
    @given(
        misused(document).map(json.dumps)
        | misused(listed).map(lambda some: "\n".join(map(json.dumps, some)))
        | spoilt(lines.encode()).map(lambda data: data.decode("utf-8", "replace"))
    )
    def taken_over(text):
        with TemporaryDirectory() as folder:
            desk = open_desk(ledgers.copy(blank_ledger, Path(folder) / "ledger.db"))
            try:
                received(desk, text)
            except BadInputError as error:
                said = str(error)
            else:
                said = ""
            assert "\n" not in said
            assert not said or not any(desk.auditing.sizes().values())
            faults = {one.name for one in desk.auditing.check() if one.problems}
            # What was misused may differ from what its history tells, and the check says so.
            assert faults <= {"history chain", "as the history tells", "anchors"}
            desk.close()

    taken_over()


def test_a_spoilt_export_is_read_or_refused(good):
    @hunted(150)
    @given(st.sampled_from([one.encode() for one in good]).flatmap(spoilt))
    def read(data):
        try:
            _, batches = read_ledger(io.StringIO(data.decode("utf-8", "replace")))
            for _ in batches:
                pass
        except BadInputError as error:
            said = str(error)
        else:
            said = ""
        assert "\n" not in said

    read()

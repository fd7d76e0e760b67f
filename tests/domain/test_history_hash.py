"""The history's hashes: the same for the same entry, for ever."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest

from tracker.domain.history import GENESIS, Entry, Verb, canonical_json
from tracker.domain.reference import Kind, Ref

ENTRY = Entry(
    seq=7,
    action=6,
    at=datetime(2031, 5, 1, 9, 30, 15, 250, tzinfo=UTC),
    by="Ada Ørsted",
    did="mark",
    subject=Ref(Kind.CLAIM, 12),
    verb=Verb.CHANGED,
    changes={"status": ("unverified", "refuted"), "tags": ([], ["pier"]), "score": (None, 0.5)},
    reason="the log says “no”",
    undoes=None,
    previous=GENESIS,
)
SEAL = "7489d3a755855ca2bc6a6deb77612f58171eb9270c4be64a2c115f80f142528c"


def test_an_entrys_hash_does_not_change_from_version_to_version():
    # Ledgers out there hold such hashes: if this fails, every one of them would seem forged.
    assert ENTRY.sealed() == SEAL


def test_the_zone_in_which_a_time_is_told_does_not_matter():
    elsewhere = ENTRY.at.astimezone(timezone(timedelta(hours=5, minutes=45)))
    assert replace(ENTRY, at=elsewhere).sealed() == SEAL


def test_the_order_in_which_changes_were_found_does_not_matter():
    backwards = dict(reversed(ENTRY.changes.items()))
    assert replace(ENTRY, changes=backwards).sealed() == SEAL


def test_changes_read_back_as_lists_make_the_same_hash():
    as_lists = {name: list(pair) for name, pair in ENTRY.changes.items()}
    assert replace(ENTRY, changes=as_lists).sealed() == SEAL


@pytest.mark.parametrize(
    "altered",
    [
        {"seq": 8},
        {"action": 7},
        {"at": ENTRY.at + timedelta(microseconds=1)},
        {"by": "Bea"},
        {"did": "accept"},
        {"subject": Ref(Kind.CLAIM, 13)},
        {"subject": Ref(Kind.EVENT, 12)},
        {"verb": Verb.ADDED},
        {"changes": {}},
        {"changes": {**ENTRY.changes, "status": ("unverified", "confirmed")}},
        {"reason": ""},
        {"undoes": 3},
        {"previous": "1" * 64},
    ],
    ids="-".join,
)
def test_nothing_of_an_entry_can_be_altered_unnoticed(altered):
    assert replace(ENTRY, **altered).sealed() != SEAL


@pytest.mark.parametrize("number", [float("nan"), float("inf")])
def test_what_json_cannot_say_is_refused(number):
    with pytest.raises(ValueError, match="Out of range"):
        canonical_json({"score": number})


def test_canonical_json_is_ascii_sorted_and_without_spaces():
    assert canonical_json({"b": [1, "é"], "a": None}) == '{"a":null,"b":[1,"\\u00e9"]}'

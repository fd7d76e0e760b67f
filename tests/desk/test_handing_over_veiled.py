"""A protected source's name leaves in no export but the one that asks for it."""

from __future__ import annotations

import json

import pytest
from handing_over import exported, handed, received
from ledger_state import problems_of

from tracker.desk.exporting import Choice
from tracker.desk.reviewing import Backing
from tracker.domain.article import text_sha256
from tracker.domain.attribution import HopRole, Voice
from tracker.domain.draft import (
    ArticleDraft,
    ClaimDraft,
    EventDraft,
    HopDraft,
    Reading,
    SourceDraft,
)  # fmt: skip
from tracker.domain.errors import RefusedError
from tracker.domain.evidence import EvidenceDraft, Stance
from tracker.domain.listing import Filter
from tracker.domain.reference import Ref
from tracker.domain.source import SourceKind
from tracker.domain.status import Stage, Status

NAME = "Odo Vane"
TEXT = f"{NAME} speaks\n\nA deckhand saw the lamps out. “I, {NAME}, saw it,” he wrote. Nobody else."
COPY = EvidenceDraft("https://x.example", Stance.UNDERMINES, title=f"letter of {NAME}",
                     content=f"signed {NAME}".encode())  # fmt: skip


def act(desk):
    """The name stands everywhere, and is protected only when all of it was written."""
    desk.importing.take_in(
        Reading(
            ArticleDraft(f"{NAME} speaks", byline=NAME),
            TEXT,
            sources=(SourceDraft("deckhand", "a deckhand", SourceKind.PERSON),),
            events=(EventDraft("watch", f"The watch of {NAME}"),),
            claims=(
                ClaimDraft(
                    "lamps", f"{NAME} saw the lamps out", Voice.DIRECT,
                    quote=(f"I, {NAME}, saw it",), chain=(HopDraft("deckhand", HopRole.SPEAKER),),
                    event="watch",
                ),
                ClaimDraft("none", "nobody else", Voice.ARTICLE, quote=("Nobody else.",)),
            ),
        ),
        by="Bea",
        stage=Stage.OPEN,
    )  # fmt: skip
    desk.gathering.add_note([7], f"ring {NAME}", by="Ada")
    desk.gathering.tag([7], [NAME], by="Ada")
    desk.reviewing.mark([7], Status.REFUTED, by="Ada", backing=Backing(f"{NAME} lied", COPY))
    desk.reviewing.ready([7], by="Ada")
    desk.reviewing.sign_off([7], by="Bea")
    desk.editing.edit(Ref.parse("S9"), "restricted-name", [NAME], by="Ada")
    desk.gathering.add_note([7], "later", by="Ada")


@pytest.fixture(scope="module")
def prepared(prepare):
    return prepare(act)


@pytest.fixture
def veiled_desk(ledgers, prepared, ledger, open_desk):
    ledgers.copy(prepared, ledger)
    return open_desk(ledger)


@pytest.fixture
def other_desk(ledgers, open_desk, tmp_path, blank_ledger):
    return open_desk(ledgers.copy(blank_ledger, tmp_path / "other.db"))


@pytest.mark.parametrize("form", ["json", "jsonl", "csv", "claimreview"])
@pytest.mark.parametrize("where", [Filter(), Filter(search="lamps"), Filter(tag=NAME.lower())])
def test_no_format_names_him(veiled_desk, form, where):
    text = exported(veiled_desk, form, where)
    assert NAME.casefold() not in text.casefold()
    assert "Vane" not in text


def test_no_hash_tells_of_the_text_that_holds_his_name(veiled_desk):
    assert text_sha256(TEXT) not in exported(veiled_desk)


def test_what_is_veiled_is_a_ledger_still(veiled_desk, other_desk):
    gone_out = exported(veiled_desk)
    received(other_desk, gone_out)
    assert problems_of(other_desk) == []
    assert exported(other_desk) == gone_out


def test_a_veiled_ledger_merges_too(veiled_desk, full_desk, other_desk):
    handed(veiled_desk, other_desk)
    other_desk.gathering.add_note([1], "more", by="Cem")
    assert received(other_desk, exported(veiled_desk)).conflicts == ()
    assert problems_of(other_desk) == []


def test_copies_stay_for_nobody_can_look_into_them(veiled_desk):
    (evidence,) = json.loads(exported(veiled_desk, "json"))["evidence"]
    assert (evidence["capture"], evidence["no_capture"]) == (None, "withheld")


def test_a_remark_says_what_was_chained_anew(veiled_desk):
    remarks: list[str] = []
    list(veiled_desk.exporting.pieces(Choice("jsonl", Filter()), remarks))
    assert ["copies stay here" in remarks[0], "chained anew" in remarks[1]] == [True, True]
    assert NAME not in str(remarks)


def test_whoever_asks_gets_everything(veiled_desk, other_desk):
    gone_out = exported(veiled_desk, with_restricted=True)
    assert NAME in gone_out
    received(other_desk, gone_out)
    assert exported(other_desk, with_restricted=True) == gone_out
    assert NAME not in exported(other_desk)
    assert problems_of(other_desk) == []


@pytest.mark.parametrize("form", ["csv", "claimreview"])
def test_a_format_without_a_place_for_names_is_refused(veiled_desk, form):
    with pytest.raises(RefusedError, match="json and jsonl"):
        exported(veiled_desk, form, with_restricted=True)


def test_a_name_that_comes_in_by_a_merge_is_protected_here_too(veiled_desk, other_desk, full_desk):
    other_desk.importing.take_in(Reading(ArticleDraft("Ice"), "Thin."), by="Cem")
    handed(veiled_desk, other_desk, with_restricted=True)
    assert NAME not in exported(other_desk)
    with other_desk._database.reading() as shelves:
        own = [entry.changes for entry in shelves.history.latest(1000)]
    assert NAME not in str(own)
    assert handed(veiled_desk, other_desk, with_restricted=True).conflicts == ()


def test_a_fault_in_the_file_does_not_name_him(veiled_desk, other_desk):
    broken = exported(veiled_desk, with_restricted=True).replace('"I, ', '"i, ')
    with pytest.raises(Exception) as refused:  # noqa: PT011
        received(other_desk, broken)
    assert NAME not in str(refused.value)


def test_a_chain_that_forks_off_a_veiled_entry_still_follows_it(
    veiled_desk, other_desk, ledgers, prepared, open_desk, tmp_path
):
    twin = open_desk(ledgers.copy(prepared, tmp_path / "twin.db"))
    twin.gathering.add_note([1], "theirs", by="Cem")
    twin.gathering.add_note([1], "theirs too", by="Cem")
    veiled_desk.gathering.add_note([1], "ours", by="Ada")
    received(veiled_desk, exported(twin, with_restricted=True))
    gone_out = exported(veiled_desk)
    assert NAME not in gone_out
    received(other_desk, gone_out)
    assert problems_of(other_desk) == []
    assert exported(other_desk) == gone_out

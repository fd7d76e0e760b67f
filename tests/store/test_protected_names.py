"""A protected source's name lies in one table, and nowhere else that anybody can look."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

import pytest
from ledgers import raw

from tracker.domain.attribution import HopRole, Voice
from tracker.domain.draft import (
    ArticleDraft,
    ClaimDraft,
    EventDraft,
    HopDraft,
    Reading,
    RelationDraft,
    SourceDraft,
)
from tracker.domain.evidence import EvidenceDraft, Stance
from tracker.domain.listing import Filter
from tracker.domain.reference import Kind, Ref
from tracker.domain.relation import RelationKind
from tracker.domain.source import SourceKind
from tracker.domain.status import Stage
from tracker.report.report import ReportKind
from tracker.report.wanted import Wanted

NAME = "Odo Vane"
DECKHAND = Ref(Kind.SOURCE, 9)
TEXT = f"""{NAME} speaks

A deckhand saw the lamps out. "I, {NAME}, saw it," he wrote. The mate said {NAME.upper()} drank. \
Nobody else spoke."""


@pytest.fixture(scope="module")
def reading() -> Reading:
    """An article that names him everywhere, by himself and by another."""
    deckhand, mate = HopDraft("deckhand", HopRole.SPEAKER), HopDraft("mate", HopRole.SPEAKER)
    return Reading(
        ArticleDraft(f"{NAME} speaks", byline=NAME, url="https://courier.example/odo"),
        TEXT,
        sources=(
            SourceDraft("deckhand", "a deckhand", SourceKind.PERSON),
            SourceDraft("mate", "the mate", SourceKind.PERSON, role=f"kin of {NAME}"),
        ),
        events=(EventDraft("watch", f"The watch of {NAME}"),),
        claims=(
            ClaimDraft(
                "lamps", f"{NAME} saw the lamps out", Voice.DIRECT, quote=(f"I, {NAME}, saw it",),
                chain=(deckhand,), event="watch",
            ),
            ClaimDraft(
                "drank", f"{NAME} drank", Voice.INDIRECT,
                quote=(f"The mate said {NAME.upper()} drank.",), chain=(mate,), event="watch",
            ),
            ClaimDraft("none", "nobody else spoke", Voice.ARTICLE, quote=("Nobody else spoke.",)),
        ),
        relations=(RelationDraft("lamps", "drank", RelationKind.DENIES, reason=f"{NAME} differs"),),
    )  # fmt: skip


@pytest.fixture(scope="module")
def prepared(prepare, reading):
    """The name was protected before the article came in; C7, C8 and C9 are its claims."""

    def act(desk):
        desk.curating.split(Ref(Kind.SOURCE, 8), by="Ada", name="a deckhand")
        desk.editing.edit(DECKHAND, "kind", ["person"], by="Ada")
        desk.editing.edit(DECKHAND, "restricted-name", [NAME], by="Ada")
        desk.importing.take_in(reading, by="Bea", stage=Stage.OPEN)

    return prepare(act)


@pytest.fixture
def veiled_desk(prepared, ledgers, ledger, open_desk):
    return open_desk(ledgers.copy(prepared, ledger))


def texts(value: object) -> Iterator[str]:
    """Every text anywhere in a value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from texts([*value.keys(), *value.values()])
    elif isinstance(value, tuple | list):
        for item in value:
            yield from texts(item)
    elif is_dataclass(value):
        for field in fields(value):
            yield from texts(getattr(value, field.name))


def naming(value: object) -> list[str]:
    return [text for text in texts(value) if NAME.casefold() in text.casefold()]


LOOKS = {
    "page": lambda desk: desk.browsing.page(Filter()),
    "dossiers": lambda desk: desk.browsing.dossiers(range(1, 10)),
    "dossier of another": lambda desk: desk.browsing.dossier(9),
    "pairs": lambda desk: desk.pairing.pairs(),
    "pair": lambda desk: desk.pairing.pair(7, 8),
    "relations": lambda desk: desk.browsing.relations(),
    "articles": lambda desk: desk.browsing.articles(),
    "article": lambda desk: desk.browsing.article(2),
    "events": lambda desk: desk.browsing.events(),
    "event": lambda desk: desk.browsing.event(3),
    "sources": lambda desk: desk.browsing.sources(),
    "source": lambda desk: [desk.browsing.source(number) for number in range(1, 11)],
    "source names": lambda desk: desk.browsing.source_names(range(1, 11)),
    "history": lambda desk: desk.browsing.history(None, 1000),
    "history of a claim": lambda desk: desk.browsing.history(Ref(Kind.CLAIM, 7)),
    **{
        f"report of {kind}": lambda desk, kind=kind: desk.reporting.report(Wanted(kind, "Ada"))
        for kind in ReportKind
    },
}
ACTS = {
    "take in again": lambda desk, reading: desk.importing.take_in(reading, by="Ada"),
    "start": lambda desk, _: desk.reviewing.start([7, 8], by="Ada"),
    "relate": lambda desk, _: desk.relating.relate(
        9, 7, RelationKind.REFINES, None, by="Ada", reason=f"so says {NAME}"
    ),
    "confirm": lambda desk, _: desk.relating.confirm([3], by="Ada"),
    "evidence": lambda desk, _: desk.gathering.add_evidence(
        [7], EvidenceDraft("", Stance.CONTEXT, title=f"letter of {NAME}"), by="Ada"
    ),
    "note": lambda desk, _: desk.gathering.add_note([7], f"ring {NAME}", by="Ada"),
}


@pytest.mark.parametrize("look", LOOKS)
def test_nothing_that_is_looked_at_names_him(veiled_desk, look):
    seen = LOOKS[look](veiled_desk)
    assert naming(seen) == []
    assert list(texts(seen))


@pytest.mark.parametrize("act", ACTS)
def test_nothing_that_an_action_returns_names_him(veiled_desk, reading, act):
    assert naming(ACTS[act](veiled_desk, reading)) == []


@pytest.mark.parametrize("act", ACTS)
def test_the_history_never_holds_the_name(veiled_desk, reading, ledger, act):
    ACTS[act](veiled_desk, reading)
    with raw(ledger) as file:
        rows = file.execute("SELECT changes || reason FROM history").fetchall()
    assert naming(rows) == []


def test_the_stand_in_is_shown_instead(veiled_desk):
    assert veiled_desk.browsing.dossier(8).claim.statement == "a deckhand drank"


@pytest.mark.parametrize("words", ["Odo", "Vane", "vane", "VANE", '"Odo Vane"'])
def test_no_search_leads_to_him(veiled_desk, words):
    browsing = veiled_desk.browsing
    assert browsing.ids(Filter(search=words)) == ()
    assert browsing.articles(words) == ()
    assert browsing.events(words) == ()
    assert browsing.sources(words) == ()


def test_the_index_holds_no_part_of_his_name(veiled_desk, ledger):
    look = "SELECT word FROM ts_stat('SELECT words FROM claim_search')"
    with raw(ledger) as file:
        if not isinstance(ledger, str):
            file.execute("CREATE VIRTUAL TABLE temp.seen USING fts5vocab(main, claim_search, row)")
            look = "SELECT term FROM temp.seen"
        terms = {term for (term,) in file.execute(look)}
    assert {"ferry", "deckhand"} <= terms
    assert not {"odo", "vane"} & terms


def test_what_he_said_is_still_found_by_his_stand_in(veiled_desk):
    assert veiled_desk.browsing.ids(Filter(search="deckhand lamps")) == (7,)


def test_a_name_that_is_protected_later_leaves_the_index(full_desk, reading):
    desk = full_desk
    desk.importing.take_in(reading, by="Bea")
    assert set(desk.browsing.ids(Filter(search="Vane"))) == {7, 8}
    desk.editing.edit(DECKHAND, "restricted-name", [NAME], by="Ada")
    assert desk.browsing.ids(Filter(search="Vane")) == ()
    assert [one.problems for one in desk.auditing.check() if one.problems] == []


@pytest.mark.parametrize("name", ["Somebody Else", "erase"])
def test_the_index_stays_true_when_the_name_is_set_anew_or_erased(veiled_desk, name):
    veiled_desk.editing.edit(DECKHAND, "restricted-name", [name], by="Ada")
    assert [one.problems for one in veiled_desk.auditing.check() if one.problems] == []


def test_an_erased_name_is_nowhere_in_its_table(veiled_desk, ledger):
    veiled_desk.editing.edit(DECKHAND, "restricted-name", ["erase"], by="Ada")
    with raw(ledger) as file:
        assert file.execute("SELECT count(*) FROM restricted_name").fetchone() == (0,)


def test_the_chain_holds_after_the_name_is_erased(veiled_desk):
    veiled_desk.editing.edit(DECKHAND, "restricted-name", ["erase"], by="Ada")
    assert [one.problems for one in veiled_desk.auditing.check() if one.problems] == []


def test_the_history_says_only_that_the_name_was_set(veiled_desk):
    told = [one.changes for one in veiled_desk.browsing.history(DECKHAND)]
    assert {"restricted_name": (None, "set")} in told


def test_an_edit_that_is_undone_leaves_the_passages_where_they_were(veiled_desk):
    desk = veiled_desk
    desk.editing.edit(Ref(Kind.CLAIM, 7), "quote", ["A deckhand saw the lamps out."], by="Ada")
    desk.auditing.undo(by="Ada")
    assert [one.problems for one in desk.auditing.check() if one.problems] == []

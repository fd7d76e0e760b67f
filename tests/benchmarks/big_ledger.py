"""Make a ledger of any size: `python tests/benchmarks/big_ledger.py FILE CLAIMS`.

Its claims are made up, but their shape is a newsroom's: a few speakers say much, most say little; one claim
in twenty stands against another; one in three is settled. Search and triggers are built after the
load, and the history is chained as the journal chains it.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from itertools import count, islice
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Table, insert

from tracker.domain.article import Article, Passage, Publication, Span, text_sha256
from tracker.domain.attribution import Hop, HopRole, Voice
from tracker.domain.claim import Claim
from tracker.domain.event import Event
from tracker.domain.facet import Facet, FacetValue
from tracker.domain.figure import Figure
from tracker.domain.history import GENESIS, Entry, Verb
from tracker.domain.holdings import SECTIONS
from tracker.domain.record import NOT_KEPT, differences, is_empty
from tracker.domain.reference import Kind, Ref, Thing
from tracker.domain.relation import Relation, RelationKind, RelationOrigin, RelationState
from tracker.domain.source import Source, SourceKind
from tracker.domain.status import Dismissal, Stage, Status
from tracker.store import schema, search, tables
from tracker.store.journal import entry_row
from tracker.store.records import Records
from tracker.store.shelves import Shelves
from tracker.store.sqlite import sqlite_engine
from tracker.store.triggers import RECKON_ALL

START = datetime(2016, 1, 1, tzinfo=UTC)
PER_ARTICLE, PER_EVENT, BATCH = 12, 6, 20_000
PLACES = (
    "the harbour",
    "the northern road",
    "the old bridge",
    "the mill",
    "the border post",
    "the station",
)
DEEDS = ("shelled", "set fire to", "closed", "occupied", "damaged", "searched", "left", "rebuilt")
THINGS = (
    "a warehouse",
    "two houses",
    "a bus",
    "the depot",
    "a school",
    "the power line",
    "a convoy",
)
WORDS = (
    "morning",
    "witness",
    "driver",
    "council",
    "winter",
    "guard",
    "engine",
    "market",
    "signal",
    "valley",
)


def fill(path: Path, claims: int, seed: int = 1) -> None:
    """Make a ledger with so many claims at a path where there is none."""
    chance = random.Random(seed)
    schema.make_ready(path, now=START)
    engine = sqlite_engine(path, foreign_keys=False)
    with engine.begin() as connection:
        schema.drop_derived(connection)
        editors = [{"name": name, "since": START} for name in ("ada", "ben")]
        connection.execute(insert(tables.editor), editors)
        sources = max(10, claims // 200)
        for values in (
            _sources(sources),
            _articles(claims // PER_ARTICLE + 1, claims),
            _events(claims // PER_EVENT + 1, chance),
            _claims(claims, sources, chance),
            _relations(claims),
        ):
            _put(connection, values)
        _insert(connection, tables.history, _history(connection))
        connection.exec_driver_sql(RECKON_ALL)
        schema.create_derived(connection)
        search.rebuild(connection)
    with engine.connect() as connection:
        connection.exec_driver_sql("ANALYZE")
    engine.dispose()


def _put(connection: Connection, values: Iterator[Thing]) -> None:
    """Put in things as the store does, with all that lies beside them."""
    shelves = Shelves(connection, None, lambda: "")
    while batch := list(islice(values, BATCH)):
        for table, rows in shelves.of_kind(batch[0].of_kind).rows_of(batch):
            if rows:
                connection.execute(insert(table), rows)


def _insert(connection: Connection, table: Table, rows: Iterator[dict[str, object]]) -> None:
    while batch := list(islice(rows, BATCH)):
        connection.execute(insert(table), batch)


def _same(kind: str, number: int) -> dict[str, Any]:
    """Which thing it is, here and anywhere."""
    uid = sha256(f"{kind}{number}".encode()).hexdigest()[:32]
    return {"id": number, "uid": uid, "version": 1}


def _speaker(number: int, sources: int) -> int:
    """A few speak often: the square thins the crowd out towards its end."""
    return 1 + int((number * 0.6180339887 % 1) ** 3 * (sources - 1))


def _sources(count: int) -> Iterator[Source]:
    for number in range(1, count + 1):
        role = f"officer of district {number % 97}"
        yield Source(f"Speaker{number}", SourceKind.PERSON, role, **_same("s", number))


def place_of(number: int, count: int) -> str:
    """Where a claim's event was: a place has about thirty claims, whatever the ledger's size."""
    return f"Place{number // PER_EVENT % (count // 30 + 1)}"


def names_of(place: str) -> tuple[str, ...]:
    """What articles about a place also name."""
    return tuple(f"{place}{name}" for name in ("bridge", "mayor", "mill"))


def _sentence(number: int, count: int) -> str:
    """Where a claim stands in its article."""
    deed, thing = DEEDS[number % 8], THINGS[number * 3 % 7]
    return f"It tells how men {deed} {thing} in {place_of(number, count)}, killing two."


def _told_in(article: int) -> range:
    return range((article - 1) * PER_ARTICLE, article * PER_ARTICLE)


def _text(article: int, count: int) -> str:
    claims = _told_in(article)
    places = dict.fromkeys(place_of(one, count) for one in claims)
    named = (f"In {name} it rained." for place in places for name in names_of(place))
    return " ".join([f"Article {article}.", *(_sentence(one, count) for one in claims), *named])


def _articles(count: int, claims: int) -> Iterator[Article]:
    for number in range(1, count + 1):
        published = Publication(f"News of day {number}", published_at=START)
        at = START + timedelta(minutes=number)
        text = _text(number, claims)
        yield Article(text, "en", at, (published,), **_same("a", number))


def _events(count: int, chance: random.Random) -> Iterator[Event]:
    for number in range(1, count + 1):
        place = chance.choice(PLACES)
        yield Event(f"Incident {number} at {place}", place, **_same("e", number))


def _claims(count: int, sources: int, chance: random.Random) -> Iterator[Claim]:
    for number in range(1, count + 1):
        stage = chance.choices(list(Stage), (10, 30, 10, 4, 6, 30, 10))[0]
        at = START + timedelta(minutes=number)
        yield Claim(
            f"men from {chance.choice(PLACES)} {chance.choice(DEEDS)} {chance.choice(THINGS)} "
            f"in district {number % 97}, {' '.join(chance.choices(WORDS, k=8))}",
            Voice.INDIRECT,
            number // PER_ARTICLE + 1,
            number // PER_EVENT + 1,
            (_passage(number, count),),
            (Hop(_speaker(number, sources), HopRole.SPEAKER),),
            "said",
            figures=(Figure("two", 2, 2, counts="killed"),) if number % 5 == 0 else (),
            facets=(
                FacetValue(Facet.OCCURRENCE, DEEDS[number % 8], sense="attack"),
                FacetValue(Facet.PLACE, place_of(number, count)),
            ),
            status=Status.UNVERIFIED
            if stage in (Stage.SUGGESTED, Stage.OPEN)
            else chance.choice(list(Status)),
            stage=stage,
            dismissal=Dismissal.OUT_OF_SCOPE if stage is Stage.DISMISSED else None,
            due=at + timedelta(days=2) if number % 50 == 0 else None,
            created_at=at,
            updated_at=at,
            **_same("c", number),
        )


def _passage(number: int, count: int) -> Passage:
    article = number // PER_ARTICLE + 1
    before = [one for one in _told_in(article) if one < number]
    start = len(" ".join([f"Article {article}.", *(_sentence(one, count) for one in before)])) + 1
    exact = _sentence(number, count)
    return Passage(article, (Span(start, start + len(exact)),), exact)


def _relations(count: int) -> Iterator[Relation]:
    for number in range(1, count // 40 + 1):
        yield Relation(
            number * 40 - 1,
            number * 40,
            RelationKind.CONTRADICTS,
            None,
            RelationState.CONFIRMED if number % 3 else RelationState.SUGGESTED,
            RelationOrigin.MACHINE,
            "ada",
            START,
            **_same("r", number),
        )


def _history(connection: Connection) -> Iterator[dict[str, object]]:
    """Tell how each thing came in, as the journal does, one after the other."""
    records, numbers, previous = Records(connection, None), count(1), GENESIS
    for section in SECTIONS:
        for record in records.of(section.many) if section.kind else ():
            subject, seq = Ref(section.kind, record["id"]), next(numbers)
            if section.kind is Kind.ARTICLE:
                record["sha256"] = text_sha256(record.pop("text"))
            kept = {
                name: value
                for name, value in record.items()
                if name not in NOT_KEPT and not is_empty(value)
            }
            entry = Entry(
                seq=seq, action=seq, at=START + timedelta(minutes=seq), by="ada", did="take in",
                subject=subject, verb=Verb.ADDED, changes=differences({}, kept), previous=previous,
            )  # fmt: skip
            previous = entry.sealed()
            yield entry_row(replace(entry, hash=previous))


def main() -> None:
    """Make the ledger that the command line names."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("claims", type=int)
    chosen = parser.parse_args()
    if chosen.file.exists():
        sys.exit(f"{chosen.file} exists already")
    fill(chosen.file, chosen.claims)


if __name__ == "__main__":
    main()

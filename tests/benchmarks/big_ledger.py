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
from itertools import count
from pathlib import Path

from sqlalchemy import Connection, insert

from tracker.domain.article import Span, text_sha256
from tracker.domain.article_words import telling_words
from tracker.domain.attribution import HopRole, Voice
from tracker.domain.history import GENESIS, Entry, Verb
from tracker.domain.holdings import SECTIONS
from tracker.domain.meanings import stem
from tracker.domain.record import NOT_KEPT, differences, is_empty
from tracker.domain.reference import Kind, Ref
from tracker.domain.relation import RelationKind, RelationOrigin, RelationState
from tracker.domain.source import Reliability, SourceKind
from tracker.domain.status import SETTLED, AttributionCheck, Dismissal, Stage, Status
from tracker.store import schema, search, tables
from tracker.store.journal import entry_row
from tracker.store.records import Records
from tracker.store.sqlite import sqlite_engine

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
THEMES = ("attack", "building", "killed")
"""What the claims' keys are made of, besides their places."""
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
        sources = max(10, claims // 200)
        _put(connection, tables.editor, ({"name": name, "since": START} for name in ("ada", "ben")))
        _put(connection, tables.source, _sources(sources))
        _put(connection, tables.article, _articles(claims // PER_ARTICLE + 1))
        _put(connection, tables.publication, _publications(claims // PER_ARTICLE + 1))
        _put(connection, tables.article_word, _words(claims))
        _put(connection, tables.event, _events(claims // PER_EVENT + 1, chance))
        _put(connection, tables.claim, _claims(claims, sources, chance))
        _put(connection, tables.passage, _passages(claims))
        _put(connection, tables.claim_key, _keys(claims))
        _put(connection, tables.hop, _hops(claims, sources))
        _put(connection, tables.relation, _relations(claims))
        _put(connection, tables.history, _history(connection))
        connection.exec_driver_sql(
            "UPDATE claim SET contested = 1 WHERE id IN (SELECT a FROM relation UNION SELECT b FROM relation)"
        )
        schema.create_derived(connection)
        search.rebuild(connection)
    with engine.connect() as connection:
        connection.exec_driver_sql("ANALYZE")
    engine.dispose()


def _put(connection: Connection, table: object, rows: Iterator[dict[str, object]]) -> None:
    batch: list[dict[str, object]] = []
    for row in rows:
        batch.append(row)
        if len(batch) == BATCH:
            connection.execute(insert(table), batch)
            batch = []
    if batch:
        connection.execute(insert(table), batch)


def _uid(kind: str, number: int) -> str:
    return sha256(f"{kind}{number}".encode()).hexdigest()[:32]


def _speaker(number: int, sources: int) -> int:
    """A few speak often: the square thins the crowd out towards its end."""
    return 1 + int((number * 0.6180339887 % 1) ** 3 * (sources - 1))


def _sources(count: int) -> Iterator[dict[str, object]]:
    for number in range(1, count + 1):
        yield {
            "id": number, "uid": _uid("s", number), "name": f"Speaker{number}",
            "kind": SourceKind.PERSON, "role": f"officer of district {number % 97}",
            "reliability": Reliability.F,
        }  # fmt: skip


def _text(number: int) -> str:
    return f"Article {number}. " + " ".join(
        f"Sentence {n} tells of {DEEDS[(number + n) % 8]} {THINGS[(number * 3 + n) % 7]}."
        for n in range(PER_ARTICLE)
    )


def _articles(count: int) -> Iterator[dict[str, object]]:
    for number in range(1, count + 1):
        text = _text(number)
        yield {
            "id": number, "uid": _uid("a", number), "text": text, "sha256": text_sha256(text),
            "language": "en", "cleared": (), "captured_at": START + timedelta(minutes=number),
        }  # fmt: skip


def names_of(place: str) -> tuple[str, ...]:
    """By what articles about a place are found, besides its name."""
    return tuple(f"{place}{name}" for name in ("bridge", "mayor", "mill"))


def _words(count: int) -> Iterator[dict[str, object]]:
    """What each article says often, and the places of its claims with what is named there."""
    for number in range(count // PER_ARTICLE + 1):
        claims = range(number * PER_ARTICLE, (number + 1) * PER_ARTICLE)
        places = {place_of(one, count).lower() for one in claims}
        names = {stem(one) for place in places for one in (place, *names_of(place))}
        for word in sorted(names.union(telling_words(_text(number + 1)))):
            yield {"article_id": number + 1, "word": word}


def _publications(count: int) -> Iterator[dict[str, object]]:
    for number in range(1, count + 1):
        yield {
            "article_id": number,
            "position": 0,
            "title": f"News of day {number}",
            "published_at": START,
        }


def _events(count: int, chance: random.Random) -> Iterator[dict[str, object]]:
    for number in range(1, count + 1):
        place = chance.choice(PLACES)
        yield {
            "id": number,
            "uid": _uid("e", number),
            "title": f"Incident {number} at {place}",
            "place": place,
        }


def _claims(count: int, sources: int, chance: random.Random) -> Iterator[dict[str, object]]:
    for number in range(1, count + 1):
        stage = chance.choices(list(Stage), (10, 30, 10, 4, 6, 30, 10))[0]
        status = (
            Status.UNVERIFIED
            if stage in (Stage.SUGGESTED, Stage.OPEN)
            else chance.choice(list(Status))
        )
        at = START + timedelta(minutes=number)
        yield {
            "id": number, "uid": _uid("c", number),
            "statement": f"men from {chance.choice(PLACES)} {chance.choice(DEEDS)} {chance.choice(THINGS)} "
            f"in district {number % 97}, {' '.join(chance.choices(WORDS, k=8))}",
            "article_id": number // PER_ARTICLE + 1, "event_id": number // PER_EVENT + 1,
            "speaker_id": _speaker(number, sources), "voice": Voice.INDIRECT, "cue": "said",
            "checkable": True, "status": status, "stage": stage, "settled": stage in SETTLED,
            "attribution_check": AttributionCheck.NOT_CHECKED,
            "dismissal": Dismissal.OUT_OF_SCOPE if stage is Stage.DISMISSED else None,
            "risk": chance.choices((0, 2, 4, 8), (60, 20, 15, 5))[0],
            "due": at + timedelta(days=2) if number % 50 == 0 else None,
            "created_at": at, "updated_at": at,
        }  # fmt: skip


def _passages(count: int) -> Iterator[dict[str, object]]:
    for number in range(1, count + 1):
        article = number // PER_ARTICLE + 1
        exact = _text(article)[:40]
        yield {
            "claim_id": number, "position": 0, "article_id": article, "spans": (Span(0, 40),), "exact": exact,
        }  # fmt: skip


def place_of(number: int, count: int) -> str:
    """Where a claim's event was: a place has about thirty claims, whatever the ledger's size."""
    return f"Place{number // PER_EVENT % (count // 30 + 1)}"


def _keys(count: int) -> Iterator[dict[str, object]]:
    for number in range(1, count + 1):
        for theme in THEMES:
            yield {"claim_id": number, "key": f"{stem(place_of(number, count).lower())} {theme}"}


def _hops(count: int, sources: int) -> Iterator[dict[str, object]]:
    for number in range(1, count + 1):
        yield {
            "claim_id": number,
            "position": 0,
            "source_id": _speaker(number, sources),
            "role": HopRole.SPEAKER,
        }


def _relations(count: int) -> Iterator[dict[str, object]]:
    for number in range(1, count // 40 + 1):
        yield {
            "id": number, "uid": _uid("r", number), "a": number * 40 - 1, "b": number * 40,
            "kind": RelationKind.CONTRADICTS, "facet": None,
            "state": RelationState.CONFIRMED if number % 3 else RelationState.SUGGESTED,
            "origin": RelationOrigin.MACHINE, "by": "ada", "at": START,
        }  # fmt: skip


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

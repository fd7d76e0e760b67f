"""Every word of a vocabulary is held to it by the database itself, and so are other rules."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from typing import Any

import pytest
from ledgers import REFUSALS, raw

from tracker.domain.draft import ArticleDraft, Reading, SourceDraft
from tracker.domain.evidence import AttemptDraft, EvidenceDraft, Stance
from tracker.domain.source import SourceKind
from tracker.store.tables import metadata
from tracker.store.types import Word

WORDS = [
    (table.name, column.name, column.type.vocabulary)
    for table in metadata.sorted_tables
    for column in table.columns
    if isinstance(column.type, Word)
]
COLUMNS = "action, at, by, did, {kind}, subject_id, {verb}, changes, reason, previous"
COPY_HISTORY = (
    f"INSERT INTO history (seq, hash, {COLUMNS.format(kind='subject_kind', verb='verb')})"
    f" SELECT 999, 'x', {COLUMNS} FROM history WHERE seq = 3"
)
RELATION, ARTICLE = (
    ", ".join(
        f'"{column.name}"' for column in metadata.tables[name].c if column.name not in ("id", "uid")
    )
    for name in ("relation", "article")
)


@pytest.fixture(scope="module")
def prepared(prepare) -> Iterator[Any]:
    """A ledger with a row in every table that has words."""

    def act(desk):
        evidence = EvidenceDraft("https://harbour.example/log", Stance.CONTEXT)
        desk.gathering.add_evidence([1], evidence, by="Ada")
        desk.gathering.log_attempt([1], AttemptDraft("asked", "no answer"), by="Ada")
        twin = (SourceDraft("twin", "Pell", SourceKind.PERSON),)
        desk.importing.take_in(Reading(ArticleDraft("Later"), "Pell.", twin), by="Ada")

    with closing(raw(prepare(act))) as opened:
        yield opened


@pytest.fixture
def file(prepared: Any) -> Iterator[Any]:
    yield prepared
    prepared.rollback()


def statement(table: str, column: str, word: str) -> str:
    if table != "history":
        return f'UPDATE "{table}" SET "{column}" = {word}'
    words = {"kind": "subject_kind", "verb": "verb"}
    words["kind" if column == "subject_kind" else "verb"] = word
    return COPY_HISTORY.format(**words)


@pytest.mark.parametrize(("table", "column", "vocabulary"), WORDS, ids=str)
def test_a_word_outside_the_vocabulary_is_refused(file, table, column, vocabulary):
    assert file.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0]
    with pytest.raises(REFUSALS, match=r"CHECK constraint failed|violates check constraint"):
        file.execute(statement(table, column, "'hearsay'"))


@pytest.mark.sqlite  # PostgreSQL keeps a check in words of its own; what it refuses is tested above
@pytest.mark.parametrize(("table", "column", "vocabulary"), WORDS, ids=str)
def test_the_check_knows_every_word_of_the_vocabulary(file, table, column, vocabulary):
    sql = file.execute("SELECT sql FROM sqlite_master WHERE name = ?", (table,)).fetchone()[0]
    listed = ", ".join(f"'{member.value}'" for member in vocabulary)
    assert f"CHECK ({column} IN ({listed}))" in sql


@pytest.mark.parametrize(
    "forbidden",
    [
        "UPDATE source SET name = '  '",
        "UPDATE event SET title = ''",
        "UPDATE claim SET statement = ' '",
        "UPDATE claim SET risk = 10",
        "UPDATE claim SET stage = 'dismissed'",
        "UPDATE claim SET stage = 'signed_off'",
        "UPDATE claim SET settled = TRUE",
        "UPDATE claim SET dismissal = 'duplicate'",
        "UPDATE figure SET low = 3, high = 2",
        "UPDATE facet_value SET span_start = 5, span_end = 5",
        "UPDATE relation SET a = b",
        "UPDATE evidence SET no_capture = NULL",
    ],
)
def test_what_can_never_be_true_is_refused(file, forbidden):
    with pytest.raises(REFUSALS, match=r"CHECK constraint failed|violates check constraint"):
        file.execute(forbidden)


@pytest.mark.parametrize(
    "twice",
    [
        f"INSERT INTO relation (id, uid, {RELATION}) SELECT 9, 'other', {RELATION} FROM relation",
        f"INSERT INTO article (id, uid, {ARTICLE}) SELECT 9, 'other', {ARTICLE} FROM article",
        "UPDATE claim SET uid = 'same'",
        "UPDATE relation SET kind = 'denies', facet = NULL",
    ],
    ids=["relation", "article", "uid", "relation without facet"],
)
def test_what_there_can_be_only_once_is_refused_twice(file, twice):
    with pytest.raises(REFUSALS, match=r"UNIQUE constraint failed|violates unique constraint"):
        file.execute(twice)

"""The ledger's tables, as the newest migration leaves them."""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Computed,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from tracker.domain.attribution import HopRole, Voice
from tracker.domain.evidence import EvidenceKind, NoCapture, Stance
from tracker.domain.facet import Facet
from tracker.domain.history import Verb
from tracker.domain.reference import Kind
from tracker.domain.relation import RelationKind, RelationOrigin, RelationState
from tracker.domain.source import Reliability, SourceKind
from tracker.domain.status import SETTLED, AttributionCheck, Dismissal, Stage, Status
from tracker.store.columns import flag, identity, position, said, time_range, to, word
from tracker.store.types import Quantity, Spans, Utc

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


editor = Table(
    "editor",
    metadata,
    Column("name", String(200), primary_key=True),
    Column("since", Utc, nullable=False),
)

source = Table(
    "source",
    metadata,
    *identity(),
    Column("name", Text, nullable=False),
    *word("kind", SourceKind),
    said("role"),
    to("affiliation_id", "source.id", optional=True),
    *word("reliability", Reliability),
    flag("own_origin"),
    flag("restricted"),
    to("merged_into", "source.id", optional=True),
    CheckConstraint("length(trim(name)) > 0", name="named"),
    Index("ix_source_name", "name"),
    Index("ix_source_affiliation_id", "affiliation_id"),
    sqlite_autoincrement=True,
)

alias = Table(
    "alias",
    metadata,
    to("source_id", "source.id", owned=True, primary_key=True),
    position(),
    Column("name", Text, nullable=False),
    Index("ix_alias_name", "name"),
)

name_key = Table(
    "name_key",
    metadata,
    to("source_id", "source.id", owned=True, primary_key=True),
    Column("key", Text, primary_key=True),
    Index("ix_name_key_key", "key", "source_id"),
)

match = Table(
    "match",
    metadata,
    *identity(),
    to("one_id", "source.id"),
    to("other_id", "source.id"),
    Column("score", Float, nullable=False),
    said("reason"),
    *word("state", RelationState),
    to("by", "editor.name"),
    Column("at", Utc, nullable=False),
    CheckConstraint("one_id < other_id", name="two_sources"),
    UniqueConstraint("one_id", "other_id"),
    Index("ix_match_other_id", "other_id"),
    Index("ix_match_state", "state", "id"),
    sqlite_autoincrement=True,
)

restricted_name = Table(
    "restricted_name",
    metadata,
    to("source_id", "source.id", owned=True, primary_key=True),
    Column("name", Text, nullable=False),
)

article = Table(
    "article",
    metadata,
    *identity(),
    Column("text", Text, nullable=False),
    Column("sha256", String(64), nullable=False, unique=True),
    Column("language", String(35), nullable=False),
    Column("captured_at", Utc, nullable=False),
    to("revision_of", "article.id", optional=True),
    Column("cleared", Spans, nullable=False),
    Index("ix_article_captured_at", "captured_at"),
    Index("ix_article_revision_of", "revision_of"),
    sqlite_autoincrement=True,
)

publication = Table(
    "publication",
    metadata,
    to("article_id", "article.id", owned=True, primary_key=True),
    position(),
    Column("title", Text, nullable=False),
    to("outlet_id", "source.id", optional=True),
    said("byline"),
    said("url"),
    said("address"),
    Column("published_at", Utc),
    said("zone"),
    Index("ix_publication_address", "address"),
    Index("ix_publication_outlet_id", "outlet_id"),
)

event = Table(
    "event",
    metadata,
    *identity(),
    Column("title", Text, nullable=False),
    said("place"),
    said("place_name"),
    *time_range("time"),
    to("merged_into", "event.id", optional=True),
    CheckConstraint("length(trim(title)) > 0", name="titled"),
    Index("ix_event_time_start", "time_start"),
    sqlite_autoincrement=True,
)

_SETTLED = ", ".join(f"'{stage}'" for stage in SETTLED)
_QUEUE_KEY = (  # not made of the stage, or every first mark would write all its indexes anew
    "CASE WHEN settled THEN '1' ELSE '0' END"
    " || CASE WHEN contested THEN '0' ELSE '1' END"
    " || coalesce(due, '9')"
    " || '|' || CAST(9 - risk AS TEXT)"
)
"""Work before settled claims, then contested, then deadline, then risk; the id breaks ties."""

claim = Table(
    "claim",
    metadata,
    *identity(),
    Column("statement", Text, nullable=False),
    to("article_id", "article.id", optional=True),
    to("event_id", "event.id", optional=True),
    to("speaker_id", "source.id", optional=True),
    *word("voice", Voice),
    said("cue"),
    said("hedge"),
    Column("checkable", Boolean(create_constraint=False), nullable=False),
    *time_range("said"),
    *word("status", Status),
    *word("stage", Stage),
    flag("settled"),
    *word("attribution_check", AttributionCheck),
    flag("stale"),
    flag("contested"),
    *word("proposed", Status, optional=True),
    said("proposed_reason"),
    said("reason"),
    to("judged_by", "editor.name", optional=True),
    Column("judged_at", Utc),
    *word("former_status", Status, optional=True),
    to("readied_by", "editor.name", optional=True),
    to("signed_by", "editor.name", optional=True),
    flag("self_signed"),
    said("waiting_for"),
    Column("waiting_until", Utc),
    *word("dismissal", Dismissal, optional=True),
    to("merged_into", "claim.id", optional=True),
    to("assignee", "editor.name", optional=True),
    Column("due", Utc),
    Column("risk", Integer, nullable=False),
    Column("score", Float),
    said("score_reason"),
    Column("created_at", Utc, nullable=False),
    Column("updated_at", Utc, nullable=False),
    Column("queue_key", String(64), Computed(_QUEUE_KEY, persisted=True)),
    CheckConstraint("length(trim(statement)) > 0", name="stated"),
    CheckConstraint("risk BETWEEN 0 AND 9", name="risk"),
    CheckConstraint(f"settled = (stage IN ({_SETTLED}))", name="settled"),
    CheckConstraint("(stage = 'dismissed') = (dismissal IS NOT NULL)", name="dismissed_why"),
    Index("ix_claim_queue", "queue_key", "id"),
    Index("ix_claim_status", "status", "queue_key", "id"),
    Index("ix_claim_stage", "stage", "queue_key", "id"),
    Index("ix_claim_event", "event_id", "queue_key", "id"),
    Index("ix_claim_speaker", "speaker_id", "queue_key", "id"),
    Index("ix_claim_article", "article_id", "queue_key", "id"),
    Index("ix_claim_assignee", "assignee", "queue_key", "id"),
    Index(
        "ix_claim_stale",
        "queue_key",
        "id",
        sqlite_where=text("stale IS 1"),
        info={"postgresql_where": text("stale IS TRUE")},
    ),
    Index(
        "ix_claim_contested",
        "queue_key",
        "id",
        sqlite_where=text("contested IS 1"),
        info={"postgresql_where": text("contested IS TRUE")},
    ),
    sqlite_autoincrement=True,
)

tally = Table(
    "tally",
    metadata,
    *word("status", Status, primary_key=True),
    *word("stage", Stage, primary_key=True),
    Column("contested", Boolean(create_constraint=False), primary_key=True),
    Column("stale", Boolean(create_constraint=False), primary_key=True),
    Column("claims", Integer, nullable=False),
)
"""How many claims there are of each kind, kept by triggers: to count a million takes too long."""

passage = Table(
    "passage",
    metadata,
    to("claim_id", "claim.id", owned=True, primary_key=True),
    position(),
    to("article_id", "article.id"),
    Column("spans", Spans, nullable=False),
    Column("exact", Text, nullable=False),
    said("prefix"),
    said("suffix"),
    flag("orphaned"),
    Index("ix_passage_article_id", "article_id"),
)

hop = Table(
    "hop",
    metadata,
    to("claim_id", "claim.id", owned=True, primary_key=True),
    position(),
    to("source_id", "source.id"),
    *word("role", HopRole),
    said("medium"),
    said("verb"),
    said("date"),
    Index("ix_hop_source_id", "source_id"),
)

figure = Table(
    "figure",
    metadata,
    to("claim_id", "claim.id", owned=True, primary_key=True),
    position(),
    Column("text", Text, nullable=False),
    Column("low", Quantity),
    Column("high", Quantity),
    flag("low_open"),
    flag("high_open"),
    flag("approximate"),
    Column("of", Quantity),
    Column("unit", Text),
    said("counts"),
    CheckConstraint("low <= high", name="interval"),
)

facet_value = Table(
    "facet_value",
    metadata,
    to("claim_id", "claim.id", owned=True, primary_key=True),
    position(),
    *word("facet", Facet),
    Column("words", Text, nullable=False),
    Column("span_start", Integer),
    Column("span_end", Integer),
    to("source_id", "source.id", optional=True),
    Column("low", Quantity),
    Column("high", Quantity),
    said("place"),
    *time_range("time"),
    said("sense"),
    CheckConstraint("span_start < span_end", name="span"),
    Index("ix_facet_value_source_id", "source_id"),
)

article_word = Table(
    "article_word",
    metadata,
    to("article_id", "article.id", owned=True, primary_key=True),
    Column("word", Text, primary_key=True),
    Index("ix_article_word_word", "word", "article_id"),
)

claim_key = Table(
    "claim_key",
    metadata,
    to("claim_id", "claim.id", owned=True, primary_key=True),
    Column("key", Text, primary_key=True),
    Index("ix_claim_key_key", "key", "claim_id"),
)

caveat = Table(
    "caveat",
    metadata,
    to("claim_id", "claim.id", owned=True, primary_key=True),
    position(),
    Column("words", Text, nullable=False),
    to("outlet_id", "source.id", optional=True),
)

tag = Table(
    "tag",
    metadata,
    Column("word", String(80), primary_key=True),
)

claim_tag = Table(
    "claim_tag",
    metadata,
    to("claim_id", "claim.id", owned=True, primary_key=True),
    position(),
    Column("word", ForeignKey("tag.word", ondelete="RESTRICT", onupdate="CASCADE"), nullable=False),
    Index("ix_claim_tag_word", "word", "claim_id"),
)

relation = Table(
    "relation",
    metadata,
    *identity(),
    to("a", "claim.id"),
    to("b", "claim.id"),
    *word("kind", RelationKind),
    *word("facet", Facet, optional=True),
    *word("state", RelationState),
    *word("origin", RelationOrigin),
    Column("score", Float),
    said("reason"),
    to("by", "editor.name"),
    Column("at", Utc, nullable=False),
    CheckConstraint("a <> b", name="two_claims"),
    Index("ix_relation_a", "a"),
    Index("ix_relation_b", "b"),
    Index("ix_relation_state", "state", "id"),
    sqlite_autoincrement=True,
)
Index(
    "uq_relation_tie",
    relation.c.a,
    relation.c.b,
    relation.c.kind,
    text("coalesce(facet, '')"),
    unique=True,
)

capture = Table(
    "capture",
    metadata,
    Column("sha256", String(64), primary_key=True),
    Column("content", LargeBinary, nullable=False),
    Column("media_type", Text, nullable=False),
    Column("captured_at", Utc, nullable=False),
)

evidence = Table(
    "evidence",
    metadata,
    *identity(),
    to("claim_id", "claim.id"),
    *word("kind", EvidenceKind),
    *word("stance", Stance),
    Column("title", Text, nullable=False),
    said("url"),
    to("capture", "capture.sha256", optional=True),
    *word("no_capture", NoCapture, optional=True),
    to("judged_by", "editor.name"),
    Column("judged_at", Utc, nullable=False),
    CheckConstraint("(capture IS NULL) = (no_capture IS NOT NULL)", name="copy_or_why_not"),
    Index("ix_evidence_claim_id", "claim_id"),
    sqlite_autoincrement=True,
)

attempt = Table(
    "attempt",
    metadata,
    *identity(),
    to("claim_id", "claim.id"),
    Column("what", Text, nullable=False),
    Column("result", Text, nullable=False),
    to("by", "editor.name"),
    Column("at", Utc, nullable=False),
    Index("ix_attempt_claim_id", "claim_id"),
    sqlite_autoincrement=True,
)

note = Table(
    "note",
    metadata,
    *identity(),
    to("claim_id", "claim.id"),
    Column("text", Text, nullable=False),
    to("by", "editor.name"),
    Column("at", Utc, nullable=False),
    Index("ix_note_claim_id", "claim_id"),
    sqlite_autoincrement=True,
)

history = Table(
    "history",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("action", Integer, nullable=False),
    Column("at", Utc, nullable=False),
    to("by", "editor.name"),
    Column("did", String(32), nullable=False),
    *word("subject_kind", Kind),
    Column("subject_id", Integer, nullable=False),
    *word("verb", Verb),
    Column("changes", Text, nullable=False),
    said("reason"),
    Column("undoes", Integer),
    Column("previous", String(64), nullable=False),
    Column("hash", String(64), nullable=False, unique=True),
    Index("ix_history_subject", "subject_kind", "subject_id", "seq"),
    Index("ix_history_by", "by", "action"),
    Index("ix_history_action", "action"),
    Index(
        "ix_history_undoes",
        "undoes",
        sqlite_where=text("undoes IS NOT NULL"),
        info={"postgresql_where": text("undoes IS NOT NULL")},
    ),
)

foreign_entry = Table(
    "foreign_entry",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("hash", String(64), nullable=False, unique=True),
    Column("previous", String(64), nullable=False),
    Column("uid", String(32), nullable=False),
    Column("entry", Text, nullable=False),
    Index("ix_foreign_entry_uid", "uid"),
)

under_way = Table(
    "under_way",
    metadata,
    Column("did", String(32), primary_key=True),
    Column("by", String(200), nullable=False),
    Column("since", Utc, nullable=False),
)

keyed_by = Table(
    "keyed_by",
    metadata,
    Column("lexicon", String(64), primary_key=True),
)
"""The lexicon (its SHA-256, hexadecimal) with which all claim keys were last made anew."""

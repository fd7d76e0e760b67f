"""The first ledger: every table, every index, and the search index.

The statements are frozen here as they were, in SQLite's words and with what PostgreSQL says instead;
later revisions change what they made.
"""

import re

from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

TABLES = """\
CREATE TABLE article (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  uid VARCHAR(32) NOT NULL,
  version INTEGER DEFAULT 1 NOT NULL,
  text TEXT NOT NULL,
  sha256 VARCHAR(64) NOT NULL,
  language VARCHAR(35) NOT NULL,
  captured_at VARCHAR(27) NOT NULL,
  revision_of INTEGER,
  cleared TEXT NOT NULL,
  CONSTRAINT uq_article_uid UNIQUE (uid),
  CONSTRAINT uq_article_sha256 UNIQUE (sha256),
  CONSTRAINT fk_article_revision_of_article FOREIGN KEY(revision_of) REFERENCES article (id) ON DELETE RESTRICT ON UPDATE CASCADE
);

CREATE INDEX ix_article_captured_at ON article (captured_at);

CREATE INDEX ix_article_revision_of ON article (revision_of);

CREATE TABLE capture (
  sha256 VARCHAR(64) NOT NULL,
  content BLOB NOT NULL,
  media_type TEXT NOT NULL,
  captured_at VARCHAR(27) NOT NULL,
  CONSTRAINT pk_capture PRIMARY KEY (sha256)
);

CREATE TABLE editor (
  name VARCHAR(200) NOT NULL,
  since VARCHAR(27) NOT NULL,
  CONSTRAINT pk_editor PRIMARY KEY (name)
);

CREATE TABLE event (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  uid VARCHAR(32) NOT NULL,
  version INTEGER DEFAULT 1 NOT NULL,
  title TEXT NOT NULL,
  place TEXT DEFAULT '' NOT NULL,
  place_name TEXT DEFAULT '' NOT NULL,
  time_words TEXT,
  time_start VARCHAR(27),
  time_end VARCHAR(27),
  time_precision VARCHAR(32),
  merged_into INTEGER,
  CONSTRAINT ck_event_time_precision CHECK (time_precision IN ('minute', 'hour', 'part_of_day', 'day', 'month', 'year', 'unknown')),
  CONSTRAINT ck_event_titled CHECK (length(trim(title)) > 0),
  CONSTRAINT uq_event_uid UNIQUE (uid),
  CONSTRAINT fk_event_merged_into_event FOREIGN KEY(merged_into) REFERENCES event (id) ON DELETE RESTRICT ON UPDATE CASCADE
);

CREATE INDEX ix_event_time_start ON event (time_start);

CREATE TABLE foreign_entry (
  number INTEGER NOT NULL,
  hash VARCHAR(64) NOT NULL,
  previous VARCHAR(64) NOT NULL,
  uid VARCHAR(32) NOT NULL,
  entry TEXT NOT NULL,
  CONSTRAINT pk_foreign_entry PRIMARY KEY (number),
  CONSTRAINT uq_foreign_entry_hash UNIQUE (hash)
);

CREATE INDEX ix_foreign_entry_uid ON foreign_entry (uid);

CREATE TABLE source (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  uid VARCHAR(32) NOT NULL,
  version INTEGER DEFAULT 1 NOT NULL,
  name TEXT NOT NULL,
  kind VARCHAR(32) NOT NULL,
  role TEXT DEFAULT '' NOT NULL,
  affiliation_id INTEGER,
  reliability VARCHAR(32) NOT NULL,
  own_origin BOOLEAN DEFAULT 0 NOT NULL,
  restricted BOOLEAN DEFAULT 0 NOT NULL,
  merged_into INTEGER,
  CONSTRAINT ck_source_kind CHECK (kind IN ('person', 'armed_group', 'government_body', 'state', 'company', 'organisation', 'outlet', 'document', 'footage', 'unnamed')),
  CONSTRAINT ck_source_reliability CHECK (reliability IN ('A', 'B', 'C', 'D', 'E', 'F')),
  CONSTRAINT ck_source_named CHECK (length(trim(name)) > 0),
  CONSTRAINT uq_source_uid UNIQUE (uid),
  CONSTRAINT fk_source_affiliation_id_source FOREIGN KEY(affiliation_id) REFERENCES source (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT fk_source_merged_into_source FOREIGN KEY(merged_into) REFERENCES source (id) ON DELETE RESTRICT ON UPDATE CASCADE
);

CREATE INDEX ix_source_affiliation_id ON source (affiliation_id);

CREATE INDEX ix_source_name ON source (name);

CREATE TABLE tag (
  word VARCHAR(80) NOT NULL,
  CONSTRAINT pk_tag PRIMARY KEY (word)
);

CREATE TABLE tally (
  status VARCHAR(32) NOT NULL,
  stage VARCHAR(32) NOT NULL,
  contested BOOLEAN NOT NULL,
  stale BOOLEAN NOT NULL,
  claims INTEGER NOT NULL,
  CONSTRAINT pk_tally PRIMARY KEY (status, stage, contested, stale),
  CONSTRAINT ck_tally_status CHECK (status IN ('unverified', 'corroborated', 'confirmed', 'disputed', 'misleading', 'refuted', 'unverifiable')),
  CONSTRAINT ck_tally_stage CHECK (stage IN ('suggested', 'open', 'in_progress', 'waiting', 'ready', 'signed_off', 'dismissed'))
);

CREATE TABLE keyed_by (
  lexicon VARCHAR(64) NOT NULL,
  CONSTRAINT pk_keyed_by PRIMARY KEY (lexicon)
);

CREATE TABLE under_way (
  did VARCHAR(32) NOT NULL,
  "by" VARCHAR(200) NOT NULL,
  since VARCHAR(27) NOT NULL,
  CONSTRAINT pk_under_way PRIMARY KEY (did)
);

CREATE TABLE alias (
  source_id INTEGER NOT NULL,
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  CONSTRAINT pk_alias PRIMARY KEY (source_id, position),
  CONSTRAINT fk_alias_source_id_source FOREIGN KEY(source_id) REFERENCES source (id) ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE INDEX ix_alias_name ON alias (name);

CREATE TABLE claim (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  uid VARCHAR(32) NOT NULL,
  version INTEGER DEFAULT 1 NOT NULL,
  statement TEXT NOT NULL,
  article_id INTEGER,
  event_id INTEGER,
  speaker_id INTEGER,
  voice VARCHAR(32) NOT NULL,
  cue TEXT DEFAULT '' NOT NULL,
  hedge TEXT DEFAULT '' NOT NULL,
  checkable BOOLEAN NOT NULL,
  said_words TEXT,
  said_start VARCHAR(27),
  said_end VARCHAR(27),
  said_precision VARCHAR(32),
  status VARCHAR(32) NOT NULL,
  stage VARCHAR(32) NOT NULL,
  settled BOOLEAN DEFAULT 0 NOT NULL,
  attribution_check VARCHAR(32) NOT NULL,
  stale BOOLEAN DEFAULT 0 NOT NULL,
  contested BOOLEAN DEFAULT 0 NOT NULL,
  proposed VARCHAR(32),
  proposed_reason TEXT DEFAULT '' NOT NULL,
  reason TEXT DEFAULT '' NOT NULL,
  judged_by VARCHAR(200),
  judged_at VARCHAR(27),
  former_status VARCHAR(32),
  readied_by VARCHAR(200),
  signed_by VARCHAR(200),
  self_signed BOOLEAN DEFAULT 0 NOT NULL,
  waiting_for TEXT DEFAULT '' NOT NULL,
  waiting_until VARCHAR(27),
  dismissal VARCHAR(32),
  merged_into INTEGER,
  assignee VARCHAR(200),
  due VARCHAR(27),
  risk INTEGER NOT NULL,
  score FLOAT,
  score_reason TEXT DEFAULT '' NOT NULL,
  created_at VARCHAR(27) NOT NULL,
  updated_at VARCHAR(27) NOT NULL,
  queue_key VARCHAR(64) GENERATED ALWAYS AS (CASE WHEN settled THEN '1' ELSE '0' END || CASE WHEN contested THEN '0' ELSE '1' END || coalesce(due, '9') || '|' || CAST(9 - risk AS TEXT)) STORED,
  CONSTRAINT ck_claim_voice CHECK (voice IN ('direct', 'indirect', 'mixed', 'article')),
  CONSTRAINT ck_claim_said_precision CHECK (said_precision IN ('minute', 'hour', 'part_of_day', 'day', 'month', 'year', 'unknown')),
  CONSTRAINT ck_claim_status CHECK (status IN ('unverified', 'corroborated', 'confirmed', 'disputed', 'misleading', 'refuted', 'unverifiable')),
  CONSTRAINT ck_claim_stage CHECK (stage IN ('suggested', 'open', 'in_progress', 'waiting', 'ready', 'signed_off', 'dismissed')),
  CONSTRAINT ck_claim_attribution_check CHECK (attribution_check IN ('not_checked', 'second_hand', 'primary_seen', 'altered', 'misattributed', 'fabricated', 'withdrawn')),
  CONSTRAINT ck_claim_proposed CHECK (proposed IN ('unverified', 'corroborated', 'confirmed', 'disputed', 'misleading', 'refuted', 'unverifiable')),
  CONSTRAINT ck_claim_former_status CHECK (former_status IN ('unverified', 'corroborated', 'confirmed', 'disputed', 'misleading', 'refuted', 'unverifiable')),
  CONSTRAINT ck_claim_dismissal CHECK (dismissal IN ('not_a_claim', 'not_checkable', 'duplicate', 'out_of_scope')),
  CONSTRAINT ck_claim_stated CHECK (length(trim(statement)) > 0),
  CONSTRAINT ck_claim_risk CHECK (risk BETWEEN 0 AND 9),
  CONSTRAINT ck_claim_settled CHECK (settled = (stage IN ('signed_off', 'dismissed'))),
  CONSTRAINT ck_claim_dismissed_why CHECK ((stage = 'dismissed') = (dismissal IS NOT NULL)),
  CONSTRAINT uq_claim_uid UNIQUE (uid),
  CONSTRAINT fk_claim_article_id_article FOREIGN KEY(article_id) REFERENCES article (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT fk_claim_event_id_event FOREIGN KEY(event_id) REFERENCES event (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT fk_claim_speaker_id_source FOREIGN KEY(speaker_id) REFERENCES source (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT fk_claim_judged_by_editor FOREIGN KEY(judged_by) REFERENCES editor (name) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT fk_claim_readied_by_editor FOREIGN KEY(readied_by) REFERENCES editor (name) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT fk_claim_signed_by_editor FOREIGN KEY(signed_by) REFERENCES editor (name) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT fk_claim_merged_into_claim FOREIGN KEY(merged_into) REFERENCES claim (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT fk_claim_assignee_editor FOREIGN KEY(assignee) REFERENCES editor (name) ON DELETE RESTRICT ON UPDATE CASCADE
);

CREATE INDEX ix_claim_article ON claim (article_id, queue_key, id);

CREATE INDEX ix_claim_assignee ON claim (assignee, queue_key, id);

CREATE INDEX ix_claim_contested ON claim (queue_key, id) WHERE contested IS 1;

CREATE INDEX ix_claim_event ON claim (event_id, queue_key, id);

CREATE INDEX ix_claim_queue ON claim (queue_key, id);

CREATE INDEX ix_claim_speaker ON claim (speaker_id, queue_key, id);

CREATE INDEX ix_claim_stage ON claim (stage, queue_key, id);

CREATE INDEX ix_claim_stale ON claim (queue_key, id) WHERE stale IS 1;

CREATE INDEX ix_claim_status ON claim (status, queue_key, id);

CREATE TABLE history (
  seq INTEGER NOT NULL,
  action INTEGER NOT NULL,
  at VARCHAR(27) NOT NULL,
  "by" VARCHAR(200) NOT NULL,
  did VARCHAR(32) NOT NULL,
  subject_kind VARCHAR(32) NOT NULL,
  subject_id INTEGER NOT NULL,
  verb VARCHAR(32) NOT NULL,
  changes TEXT NOT NULL,
  reason TEXT DEFAULT '' NOT NULL,
  undoes INTEGER,
  previous VARCHAR(64) NOT NULL,
  hash VARCHAR(64) NOT NULL,
  CONSTRAINT pk_history PRIMARY KEY (seq),
  CONSTRAINT ck_history_subject_kind CHECK (subject_kind IN ('A', 'C', 'E', 'M', 'N', 'R', 'S', 'T', 'V')),
  CONSTRAINT ck_history_verb CHECK (verb IN ('added', 'changed', 'removed')),
  CONSTRAINT fk_history_by_editor FOREIGN KEY("by") REFERENCES editor (name) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT uq_history_hash UNIQUE (hash)
);

CREATE INDEX ix_history_action ON history (action);

CREATE INDEX ix_history_by ON history ("by", action);

CREATE INDEX ix_history_subject ON history (subject_kind, subject_id, seq);

CREATE INDEX ix_history_undoes ON history (undoes) WHERE undoes IS NOT NULL;

CREATE TABLE publication (
  article_id INTEGER NOT NULL,
  position INTEGER NOT NULL,
  title TEXT NOT NULL,
  outlet_id INTEGER,
  byline TEXT DEFAULT '' NOT NULL,
  url TEXT DEFAULT '' NOT NULL,
  address TEXT DEFAULT '' NOT NULL,
  published_at VARCHAR(27),
  zone TEXT DEFAULT '' NOT NULL,
  CONSTRAINT pk_publication PRIMARY KEY (article_id, position),
  CONSTRAINT fk_publication_article_id_article FOREIGN KEY(article_id) REFERENCES article (id) ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT fk_publication_outlet_id_source FOREIGN KEY(outlet_id) REFERENCES source (id) ON DELETE RESTRICT ON UPDATE CASCADE
);

CREATE INDEX ix_publication_address ON publication (address);

CREATE INDEX ix_publication_outlet_id ON publication (outlet_id);

CREATE TABLE name_key (
  source_id INTEGER NOT NULL,
  "key" TEXT NOT NULL,
  CONSTRAINT pk_name_key PRIMARY KEY (source_id, "key"),
  CONSTRAINT fk_name_key_source_id_source FOREIGN KEY(source_id) REFERENCES source (id) ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE INDEX ix_name_key_key ON name_key ("key", source_id);

CREATE TABLE "match" (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  uid VARCHAR(32) NOT NULL,
  version INTEGER DEFAULT 1 NOT NULL,
  one_id INTEGER NOT NULL,
  other_id INTEGER NOT NULL,
  score FLOAT NOT NULL,
  reason TEXT DEFAULT '' NOT NULL,
  state VARCHAR(32) NOT NULL,
  "by" VARCHAR(200) NOT NULL,
  at VARCHAR(27) NOT NULL,
  CONSTRAINT ck_match_state CHECK (state IN ('suggested', 'confirmed', 'rejected')),
  CONSTRAINT ck_match_two_sources CHECK (one_id < other_id),
  CONSTRAINT uq_match_one_id_other_id UNIQUE (one_id, other_id),
  CONSTRAINT uq_match_uid UNIQUE (uid),
  CONSTRAINT fk_match_one_id_source FOREIGN KEY(one_id) REFERENCES source (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT fk_match_other_id_source FOREIGN KEY(other_id) REFERENCES source (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT fk_match_by_editor FOREIGN KEY("by") REFERENCES editor (name) ON DELETE RESTRICT ON UPDATE CASCADE
);

CREATE INDEX ix_match_other_id ON "match" (other_id);

CREATE INDEX ix_match_state ON "match" (state, id);

CREATE TABLE restricted_name (
  source_id INTEGER NOT NULL,
  name TEXT NOT NULL,
  CONSTRAINT pk_restricted_name PRIMARY KEY (source_id),
  CONSTRAINT fk_restricted_name_source_id_source FOREIGN KEY(source_id) REFERENCES source (id) ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE TABLE attempt (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  uid VARCHAR(32) NOT NULL,
  version INTEGER DEFAULT 1 NOT NULL,
  claim_id INTEGER NOT NULL,
  what TEXT NOT NULL,
  result TEXT NOT NULL,
  "by" VARCHAR(200) NOT NULL,
  at VARCHAR(27) NOT NULL,
  CONSTRAINT uq_attempt_uid UNIQUE (uid),
  CONSTRAINT fk_attempt_claim_id_claim FOREIGN KEY(claim_id) REFERENCES claim (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT fk_attempt_by_editor FOREIGN KEY("by") REFERENCES editor (name) ON DELETE RESTRICT ON UPDATE CASCADE
);

CREATE INDEX ix_attempt_claim_id ON attempt (claim_id);

CREATE TABLE caveat (
  claim_id INTEGER NOT NULL,
  position INTEGER NOT NULL,
  words TEXT NOT NULL,
  outlet_id INTEGER,
  CONSTRAINT pk_caveat PRIMARY KEY (claim_id, position),
  CONSTRAINT fk_caveat_claim_id_claim FOREIGN KEY(claim_id) REFERENCES claim (id) ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT fk_caveat_outlet_id_source FOREIGN KEY(outlet_id) REFERENCES source (id) ON DELETE RESTRICT ON UPDATE CASCADE
);

CREATE TABLE claim_tag (
  claim_id INTEGER NOT NULL,
  position INTEGER NOT NULL,
  word VARCHAR(80) NOT NULL,
  CONSTRAINT pk_claim_tag PRIMARY KEY (claim_id, position),
  CONSTRAINT fk_claim_tag_claim_id_claim FOREIGN KEY(claim_id) REFERENCES claim (id) ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT fk_claim_tag_word_tag FOREIGN KEY(word) REFERENCES tag (word) ON DELETE RESTRICT ON UPDATE CASCADE
);

CREATE INDEX ix_claim_tag_word ON claim_tag (word, claim_id);

CREATE TABLE evidence (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  uid VARCHAR(32) NOT NULL,
  version INTEGER DEFAULT 1 NOT NULL,
  claim_id INTEGER NOT NULL,
  kind VARCHAR(32) NOT NULL,
  stance VARCHAR(32) NOT NULL,
  title TEXT NOT NULL,
  url TEXT DEFAULT '' NOT NULL,
  capture VARCHAR(64),
  no_capture VARCHAR(32),
  judged_by VARCHAR(200) NOT NULL,
  judged_at VARCHAR(27) NOT NULL,
  CONSTRAINT ck_evidence_kind CHECK (kind IN ('document', 'imagery', 'witness', 'statement', 'dataset', 'expert')),
  CONSTRAINT ck_evidence_stance CHECK (stance IN ('supports', 'undermines', 'context', 'inconclusive')),
  CONSTRAINT ck_evidence_no_capture CHECK (no_capture IN ('not_captured', 'dead_link', 'deleted_by_source', 'paywall', 'physical', 'withheld')),
  CONSTRAINT ck_evidence_copy_or_why_not CHECK ((capture IS NULL) = (no_capture IS NOT NULL)),
  CONSTRAINT uq_evidence_uid UNIQUE (uid),
  CONSTRAINT fk_evidence_claim_id_claim FOREIGN KEY(claim_id) REFERENCES claim (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT fk_evidence_capture_capture FOREIGN KEY(capture) REFERENCES capture (sha256) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT fk_evidence_judged_by_editor FOREIGN KEY(judged_by) REFERENCES editor (name) ON DELETE RESTRICT ON UPDATE CASCADE
);

CREATE INDEX ix_evidence_claim_id ON evidence (claim_id);

CREATE TABLE article_word (
  article_id INTEGER NOT NULL,
  word TEXT NOT NULL,
  CONSTRAINT pk_article_word PRIMARY KEY (article_id, word),
  CONSTRAINT fk_article_word_article_id_article FOREIGN KEY(article_id) REFERENCES article (id) ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE INDEX ix_article_word_word ON article_word (word, article_id);

CREATE TABLE claim_key (
  claim_id INTEGER NOT NULL,
  "key" TEXT NOT NULL,
  CONSTRAINT pk_claim_key PRIMARY KEY (claim_id, "key"),
  CONSTRAINT fk_claim_key_claim_id_claim FOREIGN KEY(claim_id) REFERENCES claim (id) ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE INDEX ix_claim_key_key ON claim_key ("key", claim_id);

CREATE TABLE facet_value (
  claim_id INTEGER NOT NULL,
  position INTEGER NOT NULL,
  facet VARCHAR(32) NOT NULL,
  words TEXT NOT NULL,
  span_start INTEGER,
  span_end INTEGER,
  source_id INTEGER,
  low FLOAT,
  high FLOAT,
  place TEXT DEFAULT '' NOT NULL,
  time_words TEXT,
  time_start VARCHAR(27),
  time_end VARCHAR(27),
  time_precision VARCHAR(32),
  sense TEXT DEFAULT '' NOT NULL,
  CONSTRAINT pk_facet_value PRIMARY KEY (claim_id, position),
  CONSTRAINT ck_facet_value_facet CHECK (facet IN ('occurrence', 'actor', 'target', 'casualties', 'quantity', 'place', 'time', 'means', 'cause', 'intent', 'outcome')),
  CONSTRAINT ck_facet_value_time_precision CHECK (time_precision IN ('minute', 'hour', 'part_of_day', 'day', 'month', 'year', 'unknown')),
  CONSTRAINT ck_facet_value_span CHECK (span_start < span_end),
  CONSTRAINT fk_facet_value_claim_id_claim FOREIGN KEY(claim_id) REFERENCES claim (id) ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT fk_facet_value_source_id_source FOREIGN KEY(source_id) REFERENCES source (id) ON DELETE RESTRICT ON UPDATE CASCADE
);

CREATE INDEX ix_facet_value_source_id ON facet_value (source_id);

CREATE TABLE figure (
  claim_id INTEGER NOT NULL,
  position INTEGER NOT NULL,
  text TEXT NOT NULL,
  low FLOAT,
  high FLOAT,
  low_open BOOLEAN DEFAULT 0 NOT NULL,
  high_open BOOLEAN DEFAULT 0 NOT NULL,
  approximate BOOLEAN DEFAULT 0 NOT NULL,
  "of" FLOAT,
  unit TEXT,
  counts TEXT DEFAULT '' NOT NULL,
  CONSTRAINT pk_figure PRIMARY KEY (claim_id, position),
  CONSTRAINT ck_figure_interval CHECK (low <= high),
  CONSTRAINT fk_figure_claim_id_claim FOREIGN KEY(claim_id) REFERENCES claim (id) ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE TABLE hop (
  claim_id INTEGER NOT NULL,
  position INTEGER NOT NULL,
  source_id INTEGER NOT NULL,
  role VARCHAR(32) NOT NULL,
  medium TEXT DEFAULT '' NOT NULL,
  verb TEXT DEFAULT '' NOT NULL,
  date TEXT DEFAULT '' NOT NULL,
  CONSTRAINT pk_hop PRIMARY KEY (claim_id, position),
  CONSTRAINT ck_hop_role CHECK (role IN ('speaker', 'relay', 'publisher')),
  CONSTRAINT fk_hop_claim_id_claim FOREIGN KEY(claim_id) REFERENCES claim (id) ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT fk_hop_source_id_source FOREIGN KEY(source_id) REFERENCES source (id) ON DELETE RESTRICT ON UPDATE CASCADE
);

CREATE INDEX ix_hop_source_id ON hop (source_id);

CREATE TABLE note (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  uid VARCHAR(32) NOT NULL,
  version INTEGER DEFAULT 1 NOT NULL,
  claim_id INTEGER NOT NULL,
  text TEXT NOT NULL,
  "by" VARCHAR(200) NOT NULL,
  at VARCHAR(27) NOT NULL,
  CONSTRAINT uq_note_uid UNIQUE (uid),
  CONSTRAINT fk_note_claim_id_claim FOREIGN KEY(claim_id) REFERENCES claim (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT fk_note_by_editor FOREIGN KEY("by") REFERENCES editor (name) ON DELETE RESTRICT ON UPDATE CASCADE
);

CREATE INDEX ix_note_claim_id ON note (claim_id);

CREATE TABLE passage (
  claim_id INTEGER NOT NULL,
  position INTEGER NOT NULL,
  article_id INTEGER NOT NULL,
  spans TEXT NOT NULL,
  exact TEXT NOT NULL,
  prefix TEXT DEFAULT '' NOT NULL,
  suffix TEXT DEFAULT '' NOT NULL,
  orphaned BOOLEAN DEFAULT 0 NOT NULL,
  CONSTRAINT pk_passage PRIMARY KEY (claim_id, position),
  CONSTRAINT fk_passage_claim_id_claim FOREIGN KEY(claim_id) REFERENCES claim (id) ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT fk_passage_article_id_article FOREIGN KEY(article_id) REFERENCES article (id) ON DELETE RESTRICT ON UPDATE CASCADE
);

CREATE INDEX ix_passage_article_id ON passage (article_id);

CREATE TABLE relation (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  uid VARCHAR(32) NOT NULL,
  version INTEGER DEFAULT 1 NOT NULL,
  a INTEGER NOT NULL,
  b INTEGER NOT NULL,
  kind VARCHAR(32) NOT NULL,
  facet VARCHAR(32),
  state VARCHAR(32) NOT NULL,
  origin VARCHAR(32) NOT NULL,
  score FLOAT,
  reason TEXT DEFAULT '' NOT NULL,
  "by" VARCHAR(200) NOT NULL,
  at VARCHAR(27) NOT NULL,
  CONSTRAINT ck_relation_kind CHECK (kind IN ('contradicts', 'denies', 'corroborates', 'concedes', 'relays', 'refines', 'updates', 'retracts')),
  CONSTRAINT ck_relation_facet CHECK (facet IN ('occurrence', 'actor', 'target', 'casualties', 'quantity', 'place', 'time', 'means', 'cause', 'intent', 'outcome')),
  CONSTRAINT ck_relation_state CHECK (state IN ('suggested', 'confirmed', 'rejected')),
  CONSTRAINT ck_relation_origin CHECK (origin IN ('person', 'machine')),
  CONSTRAINT ck_relation_two_claims CHECK (a <> b),
  CONSTRAINT uq_relation_uid UNIQUE (uid),
  CONSTRAINT fk_relation_a_claim FOREIGN KEY(a) REFERENCES claim (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT fk_relation_b_claim FOREIGN KEY(b) REFERENCES claim (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT fk_relation_by_editor FOREIGN KEY("by") REFERENCES editor (name) ON DELETE RESTRICT ON UPDATE CASCADE
);

CREATE INDEX ix_relation_a ON relation (a);

CREATE INDEX ix_relation_b ON relation (b);

CREATE INDEX ix_relation_state ON relation (state, id);

CREATE UNIQUE INDEX uq_relation_tie ON relation (a, b, kind, coalesce(facet, ''));

CREATE VIRTUAL TABLE claim_search USING fts5(
  statement, quote, source, event, content='claim_text', content_rowid='id', tokenize='unicode61 remove_diacritics 2',
  prefix='1 2 3');
"""


CLAIM_SEARCH = """\
CREATE TABLE claim_search (
  id INTEGER NOT NULL,
  words TSVECTOR NOT NULL,
  CONSTRAINT pk_claim_search PRIMARY KEY (id),
  CONSTRAINT fk_claim_search_id_claim FOREIGN KEY(id) REFERENCES claim (id) ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE INDEX ix_claim_search_words ON claim_search USING gin (words)"""

IN_POSTGRESQL = (
    (
        r'TABLE "?(\w+)"? \(\n  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT',
        r'TABLE "\1" (\n  id INTEGER GENERATED BY DEFAULT AS IDENTITY CONSTRAINT pk_\1 PRIMARY KEY',
    ),
    (r"\bBLOB\b", "BYTEA"),
    (r"\bFLOAT\b", "DOUBLE PRECISION"),
    (r"\bBOOLEAN DEFAULT 0\b", "BOOLEAN DEFAULT false"),
    (r"\bIS 1\b", "IS TRUE"),
    (r"CREATE VIRTUAL TABLE claim_search[^;]*", CLAIM_SEARCH),
)


def upgrade() -> None:
    tables = TABLES
    if op.get_bind().dialect.name == "postgresql":
        for ours, theirs in IN_POSTGRESQL:
            tables = re.sub(ours, theirs, tables)
    for statement in tables.split(";\n"):
        if statement.strip():
            op.execute(statement.strip())

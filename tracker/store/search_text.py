"""What is searched of a claim, as views of SQL, and which changes change it."""

from __future__ import annotations

INDEX = "claim_search"

COLUMNS = ("statement", "quote", "source", "event")
_OPEN = (
    "CASE WHEN EXISTS (SELECT 1 FROM restricted_name AS hidden"
    " WHERE tells({words}, hidden.name) = 1) THEN '' ELSE {words} END"
)

VIEWS = (
    """
CREATE VIEW claim_words (id, statement, quote, source, event) AS
SELECT claim.id,
  replace(claim.statement, coalesce(hidden.name, ''), coalesce(speaker.name, '')),
  (SELECT replace(group_concat(exact, ' … '), coalesce(hidden.name, ''),
                  coalesce(speaker.name, ''))
   FROM (SELECT exact FROM passage WHERE claim_id = claim.id ORDER BY position) AS said),
  (SELECT group_concat(name, ' ') FROM
    (SELECT source.name FROM hop JOIN source ON source.id = hop.source_id
     WHERE hop.claim_id = claim.id
     UNION ALL
     SELECT alias.name FROM hop JOIN alias ON alias.source_id = hop.source_id
     WHERE hop.claim_id = claim.id) AS named),
  (SELECT title || ' ' || place || ' ' || place_name FROM event WHERE event.id = claim.event_id)
FROM claim
LEFT JOIN source AS speaker ON speaker.id = claim.speaker_id
LEFT JOIN restricted_name AS hidden ON hidden.source_id = claim.speaker_id
""",
    # What still names a protected source is not indexed at all: no search may lead to them.
    f"""
CREATE VIEW claim_text (id, {", ".join(COLUMNS)}) AS
SELECT id, {", ".join(_OPEN.format(words=words) for words in COLUMNS)}
FROM claim_words
""",
)

_SPEAKING = "SELECT claim_id FROM hop WHERE source_id = {row}.{key}"
_ABOUT = "SELECT id FROM claim WHERE event_id = {row}.id"
_ALL_WORDS = " || ' ' || ".join(f"coalesce({words}, '')" for words in COLUMNS)
_NAMING = (
    "SELECT id FROM claim WHERE speaker_id = {row}.source_id UNION "
    f"SELECT id FROM claim_words WHERE tells({_ALL_WORDS}, {{row}}.name) = 1"
)

WATCHED = (
    # table, columns whose update matters, claims concerned
    ("claim", "statement, event_id, speaker_id", "{row}.id"),
    ("passage", "exact", "{row}.claim_id"),
    ("hop", "source_id", "{row}.claim_id"),
    ("source", "name", _SPEAKING.replace("{key}", "id")),
    ("alias", "name", _SPEAKING.replace("{key}", "source_id")),
    ("event", "title, place, place_name", _ABOUT),
    ("restricted_name", "", _NAMING),
)
"""A restricted name is never updated: the claims that hold the old one are not those of the new."""

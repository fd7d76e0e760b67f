"""Editing: every field takes what an editor types for it, and refuses what it cannot mean."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from ledger_state import problems_of, state_of

from tracker.domain.errors import BadInputError, RefusedError, UnknownRefError
from tracker.domain.evidence import EvidenceDraft, Stance
from tracker.domain.facet import Facet
from tracker.domain.fields import FIELDS
from tracker.domain.reference import Ref
from tracker.domain.relation import RelationKind

MAY_FIRST = "2031-05-01T00:00:00+00:00"
LONG = "x" * 5000

# ref, field, what is typed, the field of the value, what it becomes
TAKEN = [
    ("C1", "statement", [" a launch rammed the ferry "], "statement", "a launch rammed the ferry"),
    ("C5", "quote", ["Radio Estuary", "steward Joren Pell"], "passages",
     lambda kept: kept[0]["exact"] == "Radio Estuary … steward Joren Pell"),
    ("C5", "span", ["0-8", "15–20"], "passages",
     lambda kept: kept[0]["exact"] == "Two dead … ferry"),
    ("C5", "span", ["0-8", " ", ""], "passages", lambda kept: kept[0]["exact"] == "Two dead"),
    ("C5", "quote", ["Two dead", ""], "passages", lambda kept: kept[0]["exact"] == "Two dead"),
    ("C1", "cue", ["blamed"], "cue", "blamed"),
    ("C1", "voice", ["Direct"], "voice", "direct"),
    ("C5", "voice", ["article"], "voice", "article"),
    ("C1", "hedge", ["reportedly"], "hedge", "reportedly"),
    ("C3", "hedge", ["none"], "hedge", ""),
    ("C1", "speaker", ["S5"], "chain", lambda kept: kept[0]["source_id"] == 5),
    ("C1", "speaker", ["Joren Pell"], "chain", lambda kept: kept[0]["source_id"] == 6),
    ("C1", "speaker", ["Йорен Пелл"], "chain", lambda kept: kept[0]["source_id"] == 6),
    ("C1", "speaker", ["Joren Pell (person)"], "chain", lambda kept: kept[0]["source_id"] == 6),
    ("C1", "speaker", ["Ana Krull (person)"], "chain", lambda kept: kept[0]["source_id"] > 6),
    ("C1", "chain", ["S6", "Radio Krull (outlet)"], "chain",
     lambda kept: kept[1]["source_id"] > 6),
    ("C5", "speaker", ["s2"], "voice", "indirect"),
    ("C1", "chain", ["S6 | speaker | radio | told | Friday", "Radio Estuary"], "chain", [
        {"source_id": 6, "role": "speaker", "medium": "radio", "verb": "told", "date": "Friday"},
        {"source_id": 7, "role": "relay", "medium": "", "verb": "", "date": ""},
    ]),
    ("C1", "chain", ["none"], "voice", "article"),
    ("C5", "chain", ["S6"], "voice", "indirect"),
    ("C1", "figures", ["3 passengers killed"], "figures",
     lambda kept: (kept[0]["low"], kept[0]["high"]) == (3, 3)),
    ("C1", "figures", ["none"], "figures", []),
    ("C1", "facet", ["actor", "the guard", "S4"], "facets",
     lambda kept: [(one["words"], one["source_id"]) for one in kept] == [("the guard", 4)]),
    ("C1", "facet", ["place", "off Selm"], "facets", lambda kept: len(kept) == 2),
    ("C1", "facet", ["actor"], "facets", []),
    ("C1", "facet", ["actor", "none"], "facets", []),
    ("C1", "caveats", ["unconfirmed", "denied since"], "caveats", [
        {"words": "unconfirmed", "outlet_id": 1}, {"words": "denied since", "outlet_id": 1},
    ]),
    ("C1", "caveats", ["none"], "caveats", []),
    ("C6", "checkable", ["yes"], "checkable", True),
    ("C1", "checkable", ["No"], "checkable", False),
    ("C5", "event", ["E1"], "event_id", 1),
    ("C5", "event", ["none"], "event_id", None),
    ("C1", "said", ["late on Tuesday"], "said_at", lambda kept: kept["start"] is None),
    ("C1", "said", ["2031-05-01"], "said_at", lambda kept: kept["start"] == MAY_FIRST),
    ("C1", "check", ["primary seen"], "attribution_check", "primary_seen"),
    ("C1", "due", ["2031-05-01T02:00+02:00"], "due", MAY_FIRST),
    ("A1", "title", ["Ferry and launch collide"], "publications",
     lambda kept: kept[0]["title"] == "Ferry and launch collide"),
    ("A1", "outlet", ["Radio Estuary"], "publications", lambda kept: kept[0]["outlet_id"] == 7),
    ("A1", "outlet", ["none"], "publications", lambda kept: kept[0]["outlet_id"] is None),
    ("A1", "byline", ["A. Nib"], "publications", lambda kept: kept[0]["byline"] == "A. Nib"),
    ("A1", "url", ["https://x.example"], "publications",
     lambda kept: kept[0]["url"] == "https://x.example"),
    ("A1", "published", ["2031-05-01T02:00+02:00"], "publications",
     lambda kept: kept[0]["published_at"] == MAY_FIRST),
    ("A1", "published", ["none"], "publications", lambda kept: kept[0]["published_at"] is None),
    ("E1", "title", ["Collision at dusk"], "title", "Collision at dusk"),
    ("E1", "place", [""], "place", ""),
    ("E1", "place-name", ["Selm"], "place_name", "Selm"),
    ("E1", "time", ["2031-04-29/2031-05-01"], "time",
     lambda kept: (kept["precision"], kept["end"]) == ("day", "2031-05-02T00:00:00+00:00")),
    ("E1", "time", ["20310429"], "time", lambda kept: kept["precision"] == "day"),
    ("E1", "time", ["2031-04-29T18:20+02:00"], "time", lambda kept: (
        kept["precision"], kept["start"]) == ("minute", "2031-04-29T16:20:00+00:00")),
    ("E1", "time", ["at dusk"], "time", lambda kept: kept["words"] == "at dusk"),
    ("S6", "name", ["Joren A. Pell"], "name", "Joren A. Pell"),
    ("S6", "role", [""], "role", ""),
    ("S6", "kind", ["armed group"], "kind", "armed_group"),
    ("S6", "aliases", ["Joe", "Ιορέν"], "aliases", ["Joe", "Ιορέν"]),
    ("S6", "aliases", ["none"], "aliases", []),
    ("S7", "affiliation", ["Varland"], "affiliation_id", 3),
    ("S6", "affiliation", ["none"], "affiliation_id", None),
    ("S6", "reliability", ["b"], "reliability", "B"),
    ("S6", "own-origin", ["yes"], "own_origin", True),
    ("S8", "restricted-name", ["Odo Vane"], "restricted", True),
    ("R1", "facet", ["cause"], "facet", "cause"),
    ("R2", "facet", ["none"], "facet", None),
    ("R1", "reason", ["they differ"], "reason", "they differ"),
    ("V1", "title", ["The harbour log"], "title", "The harbour log"),
    ("V1", "url", [""], "url", ""),
    ("V1", "kind", ["Dataset"], "kind", "dataset"),
    ("V1", "stance", ["undermines"], "stance", "undermines"),
]  # fmt: skip

# ref, field, what is typed, what is said
REFUSED = [
    ("C1", "statement", ["  "], "statement cannot be empty"),
    ("C1", "statement", ["one", "two"], "statement takes one value"),
    ("C1", "statement", [], "statement takes one value"),
    ("C1", "statement", ["half \ud800"], "half a character"),
    ("C1", "quote", ["never said"], "is not in the text"),
    ("C1", "quote", ["League"], "stands more than once"),
    ("C1", "quote", [], "give the article's own words"),
    ("C1", "quote", [" "], "give the article's own words"),
    ("C1", "span", [], "give the article's own words"),
    ("C1", "span", ["from 3 to 9"], "is no span; write two numbers"),
    ("C1", "span", ["3-"], "is no span; write two numbers"),
    ("C1", "span", ["9-3"], "there are no words from 9 to 3"),
    ("C1", "span", ["0-99999"], "0-99999 is beyond the text, which ends at 609"),
    ("C1", "span", ["4-8", "0-3"], "0-3 begins before the span before it ends, at 8"),
    ("C1", "span", ["48-50"], "there are no words from 48 to 50"),
    ("C1", "cue", [], "cue takes one value"),
    ("C1", "voice", ["loud"], "“loud” is none of: direct, indirect, mixed, article"),
    ("C1", "voice", ["article"], "C1 has a speaker; empty its chain first"),
    ("C5", "voice", ["direct"], "C5 has no speaker; name one first"),
    ("C1", "hedge", ["a", "b"], "hedge takes one value"),
    ("C1", "speaker", ["Nobody"], "no source, or several, are called “Nobody”"),
    ("C1", "speaker", ["Nobody"], "or add it as “Nobody (person)”"),
    ("C1", "speaker", ["Nobody (ghost)"], "“ghost” is none of: person, armed_group"),
    ("C1", "speaker", ["S99"], "there is no source S99"),
    ("C1", "speaker", [""], "speaker cannot be empty"),
    ("C1", "chain", [], "say who told whom"),
    ("C1", "chain", ["S6", "S7 | relay", "S6 | relay"], "S6 is in the chain twice"),
    ("C1", "chain", ["S6 | shouter"], "“shouter” is none of: speaker, relay, publisher"),
    ("C1", "chain", ["S6 | speaker | | b | c | d"], "“d” is too much: a hop is source | role"),
    ("C1", "chain", ["S6 | relay"], "a chain begins with its speaker"),
    ("C1", "chain", ["S6", "S7 | speaker"], "and has only one"),
    ("C1", "chain", ["S99"], "there is no source S99"),
    ("C1", "figures", ["passengers"], "passengers"),
    ("C1", "facet", [], "name a facet, then its words"),
    ("C1", "facet", ["mood", "grim"], "“mood” is none of: occurrence, actor"),
    ("C1", "facet", ["actor", "x", "Nobody"], "are called “Nobody”"),
    ("C1", "checkable", ["maybe"], "“maybe” is neither yes nor no"),
    ("C1", "event", ["C2"], "is no reference; write one like E12"),
    ("C1", "event", ["E99"], "there is no event E99"),
    ("C1", "said", ["2031-05-03/2031-05-01"], "ends before it begins"),
    ("C1", "said", ["a", "b"], "said takes one value"),
    ("C1", "check", ["seen"], "“seen” is none of: not_checked"),
    ("C1", "due", ["soon"], "“soon” is no date"),
    ("C1", "due", ["2031-02-30"], "is no date"),
    ("C1", "due", ["0001-01-01T00:00+14:00"], "out of the calendar's range"),
    ("A1", "title", [""], "title cannot be empty"),
    ("A1", "outlet", ["Nobody"], "are called “Nobody”"),
    ("A1", "byline", [], "byline takes one value"),
    ("A1", "url", ["a", "b"], "url takes one value"),
    ("A1", "published", ["05/10/2031"], "is no date"),
    ("E1", "title", [" "], "title cannot be empty"),
    ("E1", "place", [], "place takes one value"),
    ("E1", "place-name", ["a", "b"], "place-name takes one value"),
    ("E1", "time", ["9999-12-31"], "out of the calendar's range"),
    ("E1", "time", ["0001-01-01T00:00+14:00"], "out of the calendar's range"),
    ("S6", "name", [" "], "name cannot be empty"),
    ("S6", "role", [], "role takes one value"),
    ("S6", "kind", ["ghost"], "“ghost” is none of: person, armed_group"),
    ("S6", "affiliation", ["S6"], "is itself affiliated to"),
    ("S2", "affiliation", ["Joren Pell"], "Joren Pell is itself affiliated to Dockers’ League"),
    ("S6", "affiliation", ["S99"], "there is no source S99"),
    ("S6", "reliability", ["G"], "“G” is none of: A, B, C, D, E, F"),
    ("S6", "own-origin", ["perhaps"], "“perhaps” is neither yes nor no"),
    ("S6", "restricted-name", ["joren pell"], "in the history already"),
    ("S6", "restricted-name", ["Йорен Пелл"], "in the history already"),
    ("S6", "restricted-name", [""], "restricted-name cannot be empty"),
    ("R1", "facet", ["mood"], "“mood” is none of: occurrence"),
    ("R3", "facet", ["actor"], "the two claims have such a relation on actor already"),
    ("R1", "facet", ["none"], "name the facet on which it does"),
    ("R1", "reason", [], "reason takes one value"),
    ("V1", "title", [""], "title cannot be empty"),
    ("V1", "url", [], "url takes one value"),
    ("V1", "kind", ["rumour"], "“rumour” is none of: document"),
    ("V1", "stance", ["proves"], "“proves” is none of: supports"),
    ("C99", "statement", ["x"], "there is no claim C99"),
    ("A9", "title", ["x"], "there is no article A9"),
    ("C1", "mood", ["x"], "C1 has no field “mood”"),
    ("N1", "text", ["x"], "it has: none"),
]  # fmt: skip
WITHOUT_REFUSAL = {("S", "aliases"), ("C", "caveats")}
"""Fields that take any words at all."""


@pytest.fixture(scope="module")
def prepared(prepare):
    """A ledger with a piece of evidence, and a third relation between C1 and C2."""

    def act(desk):
        log = EvidenceDraft("https://harbour.example/log", Stance.SUPPORTS)
        desk.gathering.add_evidence([1], log, by="Bea")
        desk.relating.relate(1, 2, RelationKind.CONTRADICTS, Facet.PLACE, by="Bea")

    return prepare(act)


@pytest.fixture
def desk_to_edit(prepared, ledgers, ledger, open_desk):
    return open_desk(ledgers.copy(prepared, ledger))


@pytest.mark.parametrize(
    ("ref", "field", "values", "name", "becomes"),
    TAKEN,
    ids=[f"{edit[0]}-{edit[1]}-{' '.join(edit[2])}" for edit in TAKEN],
)
def test_the_field_takes_the_value(desk_to_edit, ref, field, values, name, becomes):
    desk_to_edit.editing.edit(Ref.parse(ref), field, values, by="Ada")
    kept = state_of(desk_to_edit)[ref][name]
    assert becomes(kept) if callable(becomes) else kept == becomes


@pytest.mark.parametrize(
    ("ref", "field", "values", "said"),
    REFUSED,
    ids=[f"{edit[0]}-{edit[1]}-{'+'.join(edit[2])!a}" for edit in REFUSED],
)
def test_the_field_refuses_the_value_and_nothing_changes(desk_to_edit, ref, field, values, said):
    before = state_of(desk_to_edit), desk_to_edit.auditing.head()
    with pytest.raises((RefusedError, UnknownRefError, BadInputError)) as refusal:
        desk_to_edit.editing.edit(Ref.parse(ref), field, values, by="Ada")
    assert said in str(refusal.value)
    assert (state_of(desk_to_edit), desk_to_edit.auditing.head()) == before


@pytest.mark.parametrize("tried", [TAKEN, REFUSED], ids=["taken", "refused"])
def test_no_field_goes_untried(tried):
    every = {(kind.value, field.name) for field in FIELDS for kind in field.kinds}
    untried = every - {(edit[0][0], edit[1]) for edit in tried}
    assert untried == (set() if tried is TAKEN else WITHOUT_REFUSAL)


def test_a_deadline_without_a_zone_is_meant_locally(desk_to_edit):
    desk_to_edit.editing.edit(Ref.parse("C1"), "due", ["2031-05-01T18:00"], by="Ada")
    local = datetime(2031, 5, 1, 18).astimezone(UTC)
    assert desk_to_edit.browsing.dossier(1).claim.due == local


def test_editing_to_the_same_value_leaves_no_entry(desk_to_edit):
    before = desk_to_edit.auditing.head()
    desk_to_edit.editing.edit(Ref.parse("C1"), "cue", ["accused"], by="Ada")
    assert desk_to_edit.auditing.head() == before


HOSTILE = [
    "'; DROP TABLE claim;--",
    "[/b] [red]x",
    "\x1b]0;x\x07",
    "=1+1",
    "<script>",
    "\u202ex",
    LONG,
]


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: repr(text[:12]))
@pytest.mark.parametrize(
    ("ref", "field"),
    [("C1", "statement"), ("E1", "title"), ("S6", "name"), ("A1", "title"), ("V1", "title")],
)
def test_any_text_is_kept_letter_for_letter(desk_to_edit, ref, field, text):
    desk_to_edit.editing.edit(Ref.parse(ref), field, [text], by="Ada", reason=text)
    kept = state_of(desk_to_edit)[ref]
    assert text.strip() in (kept.get(field) or kept["publications"][0]["title"])
    assert problems_of(desk_to_edit) == []

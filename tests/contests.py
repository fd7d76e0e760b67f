"""Made-up events that several parties tell otherwise: a strike, a trial, an election, a reactor.

Each is a reading of one article of a sentence a claim; the keys of its claims are C1, C2 … in
order. Relations are suggested unless they say otherwise.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from tracker.domain.attribution import HopRole, Voice
from tracker.domain.draft import (
    ArticleDraft,
    ClaimDraft,
    EventDraft,
    FacetDraft,
    HopDraft,
    Reading,
    RelationDraft,
    SourceDraft,
)
from tracker.domain.facet import Facet
from tracker.domain.figure import Figure
from tracker.domain.relation import RelationKind, RelationState
from tracker.domain.source import SourceKind
from tracker.domain.timerange import Precision, TimeRange

DAY = datetime(2031, 3, 4, tzinfo=UTC)


class Said(NamedTuple):
    """Who says what at which hour of the day; facets as words, or words and whom they mean."""

    who: str
    statement: str
    hour: int
    cue: str = "said"
    hedge: str = ""
    figures: tuple[Figure, ...] = ()
    facets: dict[str, str | tuple[str, str]] = {}  # noqa: RUF012 - never changed


class Tied(NamedTuple):
    """How the claim at one place stands to that at another; places count from 1."""

    a: int
    kind: str
    b: int
    facet: str
    state: str = "suggested"
    reason: str = ""


def reading(
    title: str,
    place: str,
    sources: tuple[SourceDraft, ...],
    said: tuple[Said, ...],
    tied: tuple[Tied, ...],
) -> Reading:
    """Put a reading together; every claim is a sentence of the text."""
    names = {one.key: one.name for one in sources}
    sentences = [f"{names[one.who]} {one.cue} that {one.statement}." for one in said]
    day = TimeRange("on Tuesday", DAY, DAY + timedelta(days=1), Precision.DAY)
    return Reading(
        ArticleDraft(title, outlet="outlet", url=f"https://post.example/{place}", published_at=DAY),
        "\n\n".join([title, *sentences]),
        sources=(SourceDraft("outlet", "Lowland Post", SourceKind.OUTLET), *sources),
        events=(EventDraft("event", title, place, place, day),),
        claims=tuple(
            _claim(number, one, sentence)
            for number, (one, sentence) in enumerate(zip(said, sentences, strict=True), 1)
        ),
        relations=tuple(
            RelationDraft(
                str(one.a), str(one.b), RelationKind(one.kind), Facet(one.facet),
                RelationState(one.state), one.reason, 0.8 if one.state == "suggested" else None,
            )
            for one in tied
        ),
    )  # fmt: skip


def _claim(number: int, one: Said, sentence: str) -> ClaimDraft:
    start = DAY + timedelta(hours=one.hour)
    when = TimeRange(f"at {one.hour}:00", start, start + timedelta(hours=1), Precision.HOUR)
    return ClaimDraft(
        str(number),
        one.statement,
        Voice.INDIRECT,
        quote=(sentence,),
        chain=(HopDraft(one.who, HopRole.SPEAKER, verb=one.cue),),
        event="event",
        cue=one.cue,
        hedge=one.hedge,
        figures=one.figures,
        facets=tuple(_facet(Facet(facet), words) for facet, words in one.facets.items()),
        said_at=when,
    )


def _facet(facet: Facet, words: str | tuple[str, str]) -> FacetDraft:
    if isinstance(words, str):
        return FacetDraft(facet, words)
    return FacetDraft(facet, words[0], source=words[1])


def hurt(text: str, low: int | None, high: int | None = None) -> Figure:
    """A figure of people hurt."""
    return Figure(text, low, high, counts="people hurt")


_BODY, _PEOPLE = SourceKind.GOVERNMENT_BODY, SourceKind.ORGANISATION


def strike() -> Reading:
    """Police, union, city, tram company and hospital on one picket line: C1 to C6.

    The police (C1) and the union (C2) each name the other as having begun it (R1). The hospital's
    figure (C5) is another than the police's (R2); the union's is met by it (R3). The company (C4)
    denies what the union says of its guards (R4), and the police have a newer figure (C6, R5).
    """
    return reading(
        "Clash on the picket line at the Orla tram depot",
        "Orla",
        (
            SourceDraft("city", "Orla", SourceKind.STATE, "city council"),
            SourceDraft("police", "Orla police", _BODY, affiliation="city"),
            SourceDraft("union", "Tram Drivers’ Union", _PEOPLE),
            SourceDraft("mayor", "Hanna Dorn", SourceKind.PERSON, "mayor", affiliation="city"),
            SourceDraft("company", "Orla Trams", SourceKind.COMPANY),
            SourceDraft("hospital", "St. Brede hospital", _PEOPLE),
        ),
        (
            Said(
                "police", "pickets threw stones first and three people were hurt", 9,
                figures=(hurt("three", 3, 3),),
                facets={
                    "actor": ("pickets", "union"), "casualties": "three people were hurt",
                    "means": "stones",
                },
            ),
            Said(
                "union", "officers and company guards charged a silent line; at least nine people "
                "were hurt", 10, "charged",
                figures=(hurt("at least nine", 9),),
                facets={
                    "actor": ("officers and company guards", "police"),
                    "casualties": "at least nine people were hurt",
                },
            ),
            Said(
                "mayor", "the depot gate was blocked", 11,
                facets={"place": "the depot gate"},
            ),
            Said(
                "company", "its guards stayed inside the depot", 12, "denied",
                facets={"actor": ("its guards", "company"), "place": "inside the depot"},
            ),
            Said(
                "hospital", "eleven people were hurt", 13,
                figures=(hurt("eleven", 11, 11),),
                facets={"casualties": "eleven people were hurt"},
            ),
            Said(
                "police", "six people were hurt", 15,
                figures=(hurt("six", 6, 6),), facets={"casualties": "six people were hurt"},
            ),
        ),
        (
            Tied(1, "contradicts", 2, "actor", reason="pickets ≠ officers and company guards"),
            Tied(1, "contradicts", 5, "casualties", reason="[3, 3] lies below [11, 11]"),
            Tied(2, "corroborates", 5, "casualties", "confirmed", "[9, ∞) meets [11, 11]"),
            Tied(4, "denies", 2, "actor", reason="its guards stayed inside"),
            Tied(6, "updates", 1, "casualties", "confirmed", "a newer figure of the police"),
        ),
    )  # fmt: skip


def trial() -> Reading:
    """Prosecution, defence, two witnesses and the accused in one trial: C1 to C5.

    The accused (C5) concedes what the prosecution alleges (C1) on the actor; the defence (C2) has
    another intent.
    """
    return reading(
        "The trial over the fire at Kessel mill",
        "Kessel",
        (
            SourceDraft("state", "Varland", SourceKind.STATE),
            SourceDraft("prosecutor", "Ruth Amsel", SourceKind.PERSON, "prosecutor", (), "state"),
            SourceDraft("accused", "Piet Laan", SourceKind.PERSON, "the accused"),
            SourceDraft("counsel", "Jon Verhey", SourceKind.PERSON, "counsel", (), "accused"),
            SourceDraft("guard", "a night watchman", SourceKind.UNNAMED),
            SourceDraft("expert", "Fire Institute", _PEOPLE),
        ),
        (
            Said(
                "prosecutor", "Laan set the mill on fire for the insurance", 9, "charged",
                facets={"actor": ("Laan", "accused"), "intent": "for the insurance"},
            ),
            Said(
                "counsel", "the fire was an accident with a lamp", 10,
                facets={"cause": "an accident with a lamp", "intent": "an accident"},
            ),
            Said(
                "guard", "nobody was in the mill after ten", 11,
                facets={"occurrence": "nobody was in the mill"},
            ),
            Said(
                "expert", "the fire likely began in two places", 12, hedge="likely",
                facets={"cause": "began in two places"},
            ),
            Said("accused", "he lit it", 14, "admitted", facets={"actor": ("he", "accused")}),
        ),
        (
            Tied(1, "contradicts", 2, "intent", "confirmed", "insurance ≠ accident"),
            Tied(2, "contradicts", 4, "cause", reason="one lamp ≠ two places"),
            Tied(5, "concedes", 1, "actor", "confirmed", "the accused says so himself"),
            Tied(3, "denies", 1, "occurrence", reason="nobody was there"),
        ),
    )  # fmt: skip


def election() -> Reading:
    """Two parties, commission, observers and a pollster on one count: C1 to C5."""
    return reading(
        "The count in the Tarn mayoral election",
        "Tarn",
        (
            SourceDraft("greens", "Green List", _PEOPLE),
            SourceDraft("civic", "Civic Union", _PEOPLE),
            SourceDraft("board", "Electoral Board", _BODY),
            SourceDraft("watch", "Ballot Watch", _PEOPLE),
            SourceDraft("poll", "Tarn Polls", SourceKind.COMPANY),
        ),
        (
            Said("greens", "Green List won the count", 18, facets={"outcome": "Green List won"}),
            Said("civic", "Civic Union won the count", 18, facets={"outcome": "Civic Union won"}),
            Said("board", "no result has been declared", 19, facets={"outcome": "no result"}),
            Said("watch", "40 boxes were opened early", 20, facets={"quantity": "40 boxes"}),
            Said(
                "poll",
                "Green List reportedly won",
                21,
                hedge="reportedly",
                facets={"outcome": "Green List reportedly won"},
            ),
        ),
        (
            Tied(1, "contradicts", 2, "outcome", reason="Green List ≠ Civic Union"),
            Tied(3, "denies", 1, "outcome"),
            Tied(3, "denies", 2, "outcome"),
        ),
    )


def reactor() -> Reading:
    """Operator, regulator, ministry, neighbour and a group on one incident: C1 to C5."""
    return reading(
        "The incident at the Hask reactor",
        "Hask",
        (
            SourceDraft("state", "Varland", SourceKind.STATE),
            SourceDraft("operator", "Hask Power", SourceKind.COMPANY),
            SourceDraft("regulator", "Reactor Board", _BODY, affiliation="state"),
            SourceDraft("ministry", "interior ministry", _BODY, affiliation="state"),
            SourceDraft("neighbour", "Nordmark", SourceKind.STATE),
            SourceDraft("group", "Clear Water", _PEOPLE),
        ),
        (
            Said("operator", "a valve failed and nothing leaked", 8, facets={
                "cause": "a valve failed", "outcome": "nothing leaked"}),
            Said("regulator", "a valve failed", 9, facets={"cause": "a valve failed"}),
            Said("ministry", "a drone hit the pump house", 10, "accused", facets={
                "cause": "a drone hit the pump house", "actor": ("a drone", "neighbour")}),
            Said("neighbour", "none of its drones flew", 11, "denied", facets={
                "actor": ("none of its drones", "neighbour")}),
            Said("group", "iodine leaked for two days", 12, facets={
                "outcome": "iodine leaked", "time": "for two days"}),
        ),
        (
            Tied(1, "contradicts", 3, "cause", "confirmed", "valve ≠ drone"),
            Tied(1, "corroborates", 2, "cause", "confirmed"),
            Tied(4, "denies", 3, "actor", "confirmed"),
            Tied(1, "contradicts", 5, "outcome", "confirmed", "nothing ≠ iodine"),
        ),
    )  # fmt: skip

"""A ledger in which every text is hostile to a terminal, and its innocent twin."""

from __future__ import annotations

from tracker.domain.attribution import HopRole, Voice
from tracker.domain.draft import (
    ArticleDraft,
    CaveatDraft,
    ClaimDraft,
    EventDraft,
    FacetDraft,
    HopDraft,
    Reading,
    RelationDraft,
    SourceDraft,
)
from tracker.domain.evidence import AttemptDraft, EvidenceDraft, Stance
from tracker.domain.facet import Facet
from tracker.domain.figure import Figure
from tracker.domain.relation import RelationKind
from tracker.domain.source import SourceKind
from tracker.domain.status import Stage
from tracker.domain.timerange import TimeRange

NASTY = (
    "[/foo] [b]bold[/b] [@click=app.quit]x[/] [we] $accent "
    "\x1b]52;c;SGVsbG8=\x07 \x1b]0;x\x07 \x9d0;y\x9c \x1b[6n \x1b[2J \x1bP+q\x1b\\ \x08\r?"
    "\u202egnp.exe\u202c \u2066iso \u200b\ufeff \U000e0041tag "
    f"a{chr(0x0301) * 200} \U0001f468\u200d\U0001f469\u200d\U0001f467 "
)
LONG = "o" * 10_000
INNOCENT = "the harbour was closed "


def reading(text: str) -> Reading:
    """A reading in which a text stands wherever a text can stand."""
    a, b = f"A {text}{LONG}", f"B {text}"
    relations = (
        RelationDraft("a", "b", RelationKind.CONTRADICTS, Facet.ACTOR, reason=text, score=0.5),
        RelationDraft("a", "b", RelationKind.CORROBORATES, Facet.CASUALTIES, reason=text),
    )
    return Reading(
        ArticleDraft(f"T {text}", outlet="o", byline=text, url=f"https://x.example/{text}"),
        f"{a}\n\n{b}\n\n{text}",
        sources=(
            SourceDraft("o", f"O {text}", SourceKind.OUTLET),
            SourceDraft("s", f"S {text}", SourceKind.PERSON, text, (text,), "o"),
            SourceDraft("r", f"R {text}", SourceKind.OUTLET, text),
        ),
        events=(EventDraft("e", f"E {text}", text, text, TimeRange(text)),),
        claims=(_claim("a", a, text, "s"), _claim("b", b, text, "r")),
        relations=relations,
    )


def _claim(key: str, quote: str, text: str, speaker: str) -> ClaimDraft:
    return ClaimDraft(
        key,
        quote,
        Voice.INDIRECT,
        quote=(quote,),
        chain=(
            HopDraft(speaker, HopRole.SPEAKER, text, text, text),
            HopDraft("o", HopRole.RELAY, text, text, text),
        ),
        event="e",
        cue=text,
        hedge=text,
        figures=(Figure(f"two {text}", 2, 2, counts=f"killed {text}"),),
        facets=(FacetDraft(Facet.ACTOR, text), FacetDraft(Facet.PLACE, text, place=text)),
        caveats=(CaveatDraft(text),),
        said_at=TimeRange(text),
        score=0.5,
        score_reason=text,
    )


def fill(desk, text: str) -> None:
    """Take the reading in, and do everything that leaves a text in the ledger."""
    desk.importing.take_in(reading(text), by=text, stage=Stage.OPEN)
    desk.reviewing.start([1], by=text)
    desk.reviewing.wait([1], text, None, by=text)
    desk.gathering.add_evidence(
        [1], EvidenceDraft(f"https://x.example/{text}", Stance.SUPPORTS, f"V {text}"), by=text
    )
    desk.gathering.log_attempt([1], AttemptDraft(text, text), by=text)
    desk.gathering.add_note([1], f"{text}\n{text}", by=text)
    desk.gathering.tag([1], [f"#{word}" for word in text.split()], by=text)

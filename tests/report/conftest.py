"""Fixtures for reports: one of ``two_sides``, and one whose every text is hostile."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from told import UNVERIFIED

from tracker.desk.reviewing import Backing
from tracker.domain import telling
from tracker.domain.article import Article, Passage, Publication
from tracker.domain.assertion import Caveat
from tracker.domain.attribution import Hop, HopRole, Voice
from tracker.domain.claim import Claim
from tracker.domain.dossier import Dossier
from tracker.domain.event import Event
from tracker.domain.evidence import (
    Attempt,
    AttemptDraft,
    Evidence,
    EvidenceDraft,
    EvidenceKind,
    Stance,
)
from tracker.domain.figure import Figure
from tracker.domain.source import Source, SourceKind
from tracker.domain.status import Stage, Status
from tracker.domain.telling import Totals
from tracker.report.cited import cited
from tracker.report.report import Made, held
from tracker.report.unverified import UnverifiedReport, by_event, each, tallied
from tracker.report.wanted import Wanted

if TYPE_CHECKING:
    from tracker.desk.desk import Desk

NOON = datetime(2031, 5, 4, 12, tzinfo=UTC)
HeldReport = Callable[[str], UnverifiedReport]


@pytest.fixture
def worked_desk(full_desk: Desk) -> Desk:
    """``full_desk`` after a morning's work.

    The contradiction and the agreement are confirmed, C1 and C2 disputed, C1 signed off; C4
    unverifiable after an attempt; C3 has evidence that decides nothing.
    """
    contradiction, agreement = full_desk.browsing.relations()
    full_desk.relating.confirm([contradiction.id, agreement.id], by="Ada")
    full_desk.reviewing.mark(
        [1, 2], Status.DISPUTED, by="Ada", backing=Backing("each names the other")
    )
    full_desk.reviewing.ready([1], by="Ada")
    full_desk.reviewing.sign_off([1], by="Bea")
    asked = AttemptDraft("asked three hospitals", "none gives figures")
    full_desk.reviewing.mark(
        [4], Status.UNVERIFIABLE, by="Ada", backing=Backing("no register", attempt=asked)
    )
    video = EvidenceDraft(
        "https://quay.example/cam", Stance.INCONCLUSIVE, "Quay camera", EvidenceKind.IMAGERY
    )
    full_desk.gathering.add_evidence([3], video, by="Bea")
    full_desk.gathering.add_note([3], "ring my cousin at the quay", by="Bea")
    return full_desk


@pytest.fixture
def report(worked_desk: Desk) -> UnverifiedReport:
    """The report of ``worked_desk``."""
    return worked_desk.reporting.report(Wanted(UNVERIFIED, "Cem"))


@pytest.fixture
def report_saying() -> HeldReport:
    """Make a report that says one text wherever a text can stand."""
    return _report_saying


def _report_saying(text: str) -> UnverifiedReport:
    source = Source(text, SourceKind.PERSON, role=text, id=1)
    article = Article("…", "en", NOON, (Publication(text, 1, url=text),), id=1)
    claim = Claim(
        text,
        Voice.INDIRECT,
        article_id=1,
        event_id=1,
        passages=(Passage(1, (), text),),
        chain=(Hop(1, HopRole.SPEAKER, medium=text, verb=text),),
        cue=text,
        hedge=text,
        figures=(Figure(text, counts=text),),
        caveats=(Caveat(text, 1),),
        stage=Stage.WAITING,
        waiting_for=text,
        reason=text,
        judged_by=text,
        created_at=NOON,
        id=1,
    )
    opinion = Claim(text, Voice.ARTICLE, checkable=False, stage=Stage.OPEN, id=2)
    evidence = Evidence(1, EvidenceKind.DOCUMENT, Stance.CONTEXT, text, text, text, NOON)
    dossiers = (
        Dossier(
            claim,
            article,
            Event(text, text, text, id=1),
            {1: source},
            evidence=(evidence,),
            attempts=(Attempt(1, text, text, text, NOON),),
        ),
        Dossier(opinion),
    )
    at = NOON
    statuses = {Status.UNVERIFIED: 1}
    totals = Totals({telling.Voice(1, None): statuses}, groups=1, opinions=1, suggested=1)
    made = Made(NOON, text, text, text, 3, "f" * 64)
    return UnverifiedReport(
        made=made,
        totals=totals,
        sources=tallied(totals, {1: text}),
        events=tuple(map(held, by_event(dossiers[:1], at))),
        not_checkable=tuple(each(dossiers[1:], at)),
        articles=(cited(article, text),),
    )

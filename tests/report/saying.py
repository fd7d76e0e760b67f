"""Reports of every kind that say one text wherever a text can stand."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from tracker.domain.article import Article, Passage, Publication, Span
from tracker.domain.assertion import Caveat
from tracker.domain.attribution import Hop, HopRole, Voice
from tracker.domain.claim import Claim
from tracker.domain.dossier import Dossier, Tie
from tracker.domain.event import Event
from tracker.domain.evidence import Attempt, Evidence, EvidenceKind, Stance
from tracker.domain.facet import Facet, FacetValue
from tracker.domain.figure import Figure
from tracker.domain.relation import Relation, RelationKind, RelationOrigin, RelationState
from tracker.domain.source import Source, SourceKind
from tracker.domain.status import Stage, Status
from tracker.domain.telling import Totals
from tracker.domain.telling import Voice as Speaking
from tracker.report.activity import ActivityReport, waits_of, worked
from tracker.report.article import ArticleReport, annotated
from tracker.report.cited import cited
from tracker.report.clash import clashes_of
from tracker.report.contradictions import ContradictionsReport
from tracker.report.report import Made, Report, ReportKind, held
from tracker.report.sources import SourcesReport, by_source
from tracker.report.unverified import UnverifiedReport, by_event, each, tallied
from tracker.report.work import EditorWork, Verdict

NOON = datetime(2031, 5, 4, 12, tzinfo=UTC)
TOTALS = Totals({Speaking(1, None): {Status.UNVERIFIED: 2}}, groups=1, opinions=1, suggested=1)


def saying(kind: ReportKind, text: str) -> Report:
    """Make a report of a kind that says a text wherever one can stand."""
    made = Made(NOON, text, text, text, 3, "f" * 64)
    article, first, second, opinion = _dossiers(text)
    match kind:
        case ReportKind.UNVERIFIED:
            return UnverifiedReport(
                made=made,
                totals=replace(TOTALS, voices={Speaking(1, None): {Status.UNVERIFIED: 1}}),
                sources=tallied(TOTALS, {1: text}),
                events=tuple(map(held, by_event([first], NOON))),
                not_checkable=tuple(each([opinion], NOON)),
                articles=(cited(article, text),),
            )
        case ReportKind.CONTRADICTIONS:
            return ContradictionsReport(made, TOTALS, tuple(clashes_of([first, second], NOON)))
        case ReportKind.SOURCES:
            return held(SourcesReport(made, TOTALS, by_source([first, second], TOTALS, NOON)))
        case ReportKind.ARTICLE:
            told = annotated(
                article, text, [first, second, opinion], first.claim.passages[0].spans, NOON
            )
            return ArticleReport(made, TOTALS, (told,))
        case ReportKind.ACTIVITY:
            verdict = Verdict(NOON, text, Status.DISPUTED, text)
            claims = (worked(first, (verdict,), NOON), worked(second, (), NOON))
            editors = (EditorWork(text, verdicts=1),)
            waits = waits_of({(1, True): 1, (2, False): 1})
            return ActivityReport(made, TOTALS, editors, waits, 1.0, claims)


def _dossiers(text: str) -> tuple[Article, Dossier, Dossier, Dossier]:
    source = Source(text, SourceKind.PERSON, role=text, id=1)
    other = Source(f"{text} too", SourceKind.PERSON, role=text, affiliation_id=1, id=2)
    whole = f"{text} said {text}.\n{text}\n"
    article = Article(
        whole, text, NOON, (Publication(text, 1, text, text, NOON - timedelta(days=9)),), id=1
    )
    claim = Claim(
        text,
        Voice.INDIRECT,
        article_id=1,
        event_id=1,
        passages=(Passage(1, (Span(0, len(text)),), text),),
        chain=(Hop(1, HopRole.SPEAKER, medium=text, verb=text),),
        cue=text,
        hedge=text,
        figures=(Figure(text, counts=text),),
        facets=(FacetValue(Facet.ACTOR, text),),
        caveats=(Caveat(text, 1),),
        stage=Stage.WAITING,
        waiting_for=text,
        reason=text,
        judged_by=text,
        assignee=text,
        due=NOON - timedelta(days=2),
        created_at=NOON - timedelta(days=5),
        id=1,
    )
    against = replace(
        claim,
        chain=(Hop(2, HopRole.SPEAKER, medium=text, verb=text),),
        passages=(Passage(1, (Span(1, len(whole) - 1),), text),),
        id=2,
    )
    relation = Relation(
        1, 2, RelationKind.CONTRADICTS, Facet.ACTOR, RelationState.CONFIRMED,
        RelationOrigin.PERSON, text, NOON, text, id=1,
    )  # fmt: skip
    bearing = {
        "article": article,
        "event": Event(text, text, text, id=1),
        "sources": {1: source, 2: other},
        "evidence": (Evidence(1, EvidenceKind.DOCUMENT, Stance.CONTEXT, text, text, text, NOON),),
        "attempts": (Attempt(1, text, text, text, NOON),),
    }
    first = Dossier(claim, **bearing, ties=(Tie(relation, against, "S2", other.name),))
    second = Dossier(against, **bearing, ties=(Tie(relation, claim, "S1", source.name),))
    opinion = Claim(text, Voice.ARTICLE, article_id=1, checkable=False, stage=Stage.OPEN, id=3)
    return article, first, second, Dossier(opinion, article)

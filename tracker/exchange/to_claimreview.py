"""Signed-off verdicts as ClaimReview: JSON-LD that search engines and other desks read.

https://schema.org/ClaimReview
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from tracker.domain.account import account_of
from tracker.domain.dossier import Dossier
from tracker.domain.source import Source, SourceKind
from tracker.domain.status import STATUS_MEANINGS, Status

SCALE = {Status.REFUTED: 1, Status.MISLEADING: 2, Status.CORROBORATED: 3, Status.CONFIRMED: 4}
"""The desk's scale; the other statuses decide nothing, and so have no value on it."""

_PEOPLE = (SourceKind.PERSON, SourceKind.UNNAMED)
_THINGS = (SourceKind.DOCUMENT, SourceKind.FOOTAGE)
# JSON-LD stands in web pages, where these would end the script or the string.
_ESCAPED = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


def to_claimreview(dossiers: Iterable[Dossier], *, publisher: str) -> Iterator[str]:
    """Write a feed of reviews, one a line; ``publisher`` is the desk, or "" for its editors."""
    yield '{"@context": "https://schema.org",\n"@type": "DataFeed",\n"dataFeedElement": ['
    before = "\n"
    for dossier in dossiers:
        review = json.dumps(_review(dossier, publisher), ensure_ascii=False, allow_nan=False)
        yield f"{before}{review.translate(_ESCAPED)}"
        before = ",\n"
    yield "\n]}\n"


def _review(dossier: Dossier, publisher: str) -> dict[str, Any]:
    claim = dossier.claim
    by = publisher or claim.signed_by or claim.judged_by
    hedge = f" ({claim.hedge})" if claim.hedge else ""
    return _filled(
        {
            "@type": "ClaimReview",
            "identifier": claim.uid,
            "datePublished": claim.judged_at.date().isoformat() if claim.judged_at else None,
            "author": by and {"@type": "Organization" if publisher else "Person", "name": by},
            "claimReviewed": f"{claim.statement}{hedge}",
            "itemReviewed": _claim(dossier),
            "reviewRating": _rating(claim.status, claim.reason),
        }
    )


def _claim(dossier: Dossier) -> dict[str, Any]:
    """The claim, who made it, and where it appeared."""
    claim = dossier.claim
    said = claim.said_at.start if claim.said_at else None
    return _filled(
        {
            "@type": "Claim",
            "identifier": claim.uid,
            "description": account_of(dossier).words,
            "text": claim.quote,
            "author": _author(dossier),
            "datePublished": said.date().isoformat() if said else None,
            "appearance": list(_appearances(dossier)),
        }
    )


def _rating(status: Status, reason: str) -> dict[str, Any]:
    rating: dict[str, Any] = {"@type": "Rating", "alternateName": status.value.capitalize()}
    if status in SCALE:
        values = SCALE.values()
        rating |= {
            "ratingValue": SCALE[status],
            "worstRating": min(values),
            "bestRating": max(values),
        }
    return {**rating, "ratingExplanation": reason or STATUS_MEANINGS[status]}


def _author(dossier: Dossier) -> dict[str, Any] | None:
    """The speaker, or in the article's own voice its outlet; a document says nothing by itself."""
    source = dossier.source
    if source is not None:
        return None if source.kind in _THINGS else _agent(source)
    return {"@type": "Organization", "name": dossier.outlet} if dossier.outlet else None


def _agent(source: Source) -> dict[str, Any]:
    if source.kind in _PEOPLE:
        return _filled({"@type": "Person", "name": source.name, "jobTitle": source.role})
    return {"@type": "Organization", "name": source.name}


def _appearances(dossier: Dossier) -> Iterator[dict[str, Any]]:
    for one in dossier.article.publications if dossier.article else ():
        outlet = dossier.sources.get(one.outlet_id or 0)
        web = one.url if one.url.startswith(("https://", "http://")) else ""
        yield _filled(
            {
                "@type": "CreativeWork",
                "headline": one.title,
                "url": web,
                "datePublished": one.published_at.isoformat() if one.published_at else None,
                "publisher": outlet and {"@type": "Organization", "name": outlet.name},
            }
        )


def _filled(node: dict[str, Any]) -> dict[str, Any]:
    """Leave out what is not known."""
    return {name: value for name, value in node.items() if value not in (None, "", [])}

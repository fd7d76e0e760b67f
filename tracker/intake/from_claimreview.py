"""Other desks' ClaimReview feeds (schema.org JSON-LD): what they reviewed, and what they found.

https://schema.org/ClaimReview
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from tracker.domain.errors import BadInputError
from tracker.domain.review_draft import ReviewDraft
from tracker.domain.row_draft import RowDraft
from tracker.domain.timerange import TimeRange
from tracker.domain.visible import visible
from tracker.intake.strict_json import check_json

_UID = re.compile(r"[0-9a-f]{32}")
_INSIDE = ("@graph", "dataFeedElement", "item", "itemListElement")
_DEEPEST = 6


def read_claimreview(text: str) -> tuple[ReviewDraft, ...]:
    """Read the reviews of a feed, a list or a single one.

    Raises:
        BadInputError: it is no JSON, holds no review, or a review does not say what it reviews.
    """
    try:
        check_json(text)
        text.encode()
    except UnicodeEncodeError as error:
        raise BadInputError("holds half a character (a lone surrogate).") from error
    except ValueError as error:
        raise BadInputError(visible(f"{error}.")) from error
    reviews = list(_reviews(json.loads(text), _DEEPEST))
    if not reviews:
        raise BadInputError("holds no ClaimReview.")
    return tuple(_draft(review, number) for number, review in enumerate(reviews, 1))


def _reviews(node: Any, deep: int) -> Iterator[dict[str, Any]]:
    if isinstance(node, list):
        for one in node:
            yield from _reviews(one, deep)
    elif isinstance(node, dict):
        if "ClaimReview" in _types(node):
            yield node
        elif deep:
            for name in _INSIDE:
                yield from _reviews(node.get(name), deep - 1)


def _types(node: dict[str, Any]) -> list[str]:
    named = node.get("@type")
    types = named if isinstance(named, list) else [named]
    return [str(one).rsplit("/", 1)[-1].removeprefix("schema:") for one in types]


def _draft(review: dict[str, Any], number: int) -> ReviewDraft:
    item, rating = _node(review.get("itemReviewed")), _node(review.get("reviewRating"))
    statement = _text(review.get("claimReviewed")) or _text(item.get("name"))
    if not statement:
        raise BadInputError(f"review {number} does not say what it reviews (claimReviewed).")
    speaker = _node(item.get("author"))
    is_claim = "Claim" in _types(item)
    where = _node(item.get("appearance") or item.get("firstAppearance")) if is_claim else item
    identifier = _text(item.get("identifier"))
    said = _text(item.get("datePublished"))
    claim = RowDraft(
        statement=statement,
        speaker=_text(speaker.get("name")),
        role=_text(speaker.get("jobTitle")),
        quote=_text(item.get("text")) if is_claim else "",
        said=TimeRange(said) if said and is_claim else None,
        title=_text(where.get("headline")) or _text(where.get("name")),
        outlet=_text(_node(where.get("publisher")).get("name")),
        url=_text(where.get("url")),
        published_at=_moment(_text(where.get("datePublished"))),
        uid=identifier if _UID.fullmatch(identifier) else "",
    )
    by = _node(review.get("author"))
    return ReviewDraft(
        claim=claim,
        by=_text(by.get("name")) or _text(by.get("url")),
        verdict=_text(rating.get("alternateName")) or _text(rating.get("ratingValue")),
        url=_text(review.get("url")),
        value=_number(rating.get("ratingValue")),
        worst=_number(rating.get("worstRating")),
        best=_number(rating.get("bestRating")),
    )


def _node(value: Any) -> dict[str, Any]:
    """The first thing where there may be one, several, or an address."""
    if isinstance(value, list):
        value = value[0] if value else {}
    if isinstance(value, str):
        return {"url": value}
    return value if isinstance(value, dict) else {}


def _text(value: Any) -> str:
    if isinstance(value, list):
        value = value[0] if value else ""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    return value.strip() if isinstance(value, str) else ""


def _number(value: Any) -> float | None:
    try:
        return float(_text(value))
    except ValueError:
        return None


def _moment(words: str) -> datetime | None:
    try:
        read = datetime.fromisoformat(words)
    except ValueError:
        return None
    return (read if read.tzinfo else read.replace(tzinfo=UTC)).astimezone(UTC)

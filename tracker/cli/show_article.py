"""An article whole: where it appeared, the claims it makes, its text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from tracker.cli.brief_claims import claims_json, put_claims
from tracker.cli.json_text import iso
from tracker.cli.output import Output
from tracker.cli.prose import local
from tracker.cli.sheet import Sheet
from tracker.cli.styles import strong
from tracker.domain.article import Article
from tracker.domain.listing import ClaimLine, Filter, Order
from tracker.domain.reference import Kind, Ref
from tracker.domain.reprint import Reprint, reprint_words

if TYPE_CHECKING:
    from tracker.desk.desk import Desk


class Whole(NamedTuple):
    """An article, its outlets and its claims, and the articles that have its words."""

    article: Article
    outlets: dict[int, str]
    claims: tuple[ClaimLine, ...]
    revisions: tuple[Article, ...]
    reprints: tuple[Reprint, ...]


def fetched(desk: Desk, number: int) -> Whole:
    """Fetch it.

    Raises:
        UnknownRefError: there is no such article.
    """
    article = desk.browsing.article(number)
    outlets = [one.outlet_id for one in article.publications if one.outlet_id is not None]
    claims = desk.browsing.page(Filter(article_id=number), Order.ID)
    names = desk.browsing.source_names(outlets)
    revisions = desk.browsing.revisions(number)
    return Whole(article, names, claims, revisions, desk.importing.reprints(number))


def put(sheet: Sheet, out: Output, whole: Whole) -> None:
    """Put it on a sheet."""
    article = whole.article
    sheet.heading(strong(f"{article.ref}  {article.title}"))
    for one in article.publications:
        outlet = whole.outlets.get(one.outlet_id or 0, "")
        published = f"{local(one.published_at)} here" if one.published_at else ""
        sheet.side("published", " · ".join(filter(None, (outlet, published, one.byline, one.url))))
    sheet.side("captured", f"{local(article.captured_at)}, {article.language}")
    sheet.side("sha256", article.sha256)
    if len(whole.revisions) > 1:
        sheet.side("revisions", *_revisions(whole))
    sheet.side("words", *reprint_words(whole.reprints, len(whole.claims)))
    put_claims(sheet, out, whole.claims, f"tracker claims --article {article.id}")
    sheet.title("Text")
    sheet.block(article.text, whole=True)


def reprint_json(one: Reprint) -> dict[str, Any]:
    """Another article whose words stand in one, for scripts."""
    return {
        "article": str(one.article),
        "alike": round(one.alike, 3),
        "one_text": one.one_text,
        "claims": one.claims,
    }


def _revisions(whole: Whole) -> list[str]:
    newest = whole.revisions[-1]
    lines = []
    for number, text in enumerate(whole.revisions, 1):
        here = " – shown here" if text.id == whole.article.id else ""
        lines.append(f"{number}. {text.ref}, captured {local(text.captured_at)}{here}")
    if newest.id != whole.article.id:
        lines.append(f"the claims stand with the newest: “tracker show {newest.ref}”")
    lines.append(f"what changed: “tracker show {newest.ref} --diff”")
    return lines


def as_json(whole: Whole) -> dict[str, Any]:
    """It for scripts; the text letter for letter."""
    article = whole.article
    revised = article.revision_of
    return {
        "id": str(article.ref),
        "uid": article.uid,
        "title": article.title,
        "language": article.language,
        "captured_at": iso(article.captured_at),
        "text_sha256": article.sha256,
        "revision_of": str(Ref(Kind.ARTICLE, revised)) if revised else None,
        "revisions": [str(text.ref) for text in whole.revisions],
        "publications": [
            {
                "title": one.title,
                "outlet": whole.outlets.get(one.outlet_id or 0),
                "byline": one.byline,
                "url": one.url,
                "published_at": iso(one.published_at),
                "zone": one.zone,
            }
            for one in article.publications
        ],
        "reprints": [reprint_json(one) for one in whole.reprints],
        "claims": claims_json(whole.claims),
        "text": article.text,
    }

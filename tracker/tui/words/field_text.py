"""The fields of a claim as an editor would type them."""

from __future__ import annotations

from collections.abc import Callable

from tracker.domain.attribution import Hop
from tracker.domain.claim import Claim
from tracker.domain.dossier import Dossier
from tracker.domain.facet import Facet


def text_of_field(dossier: Dossier, field: str) -> str:
    """Write a field's present value in the form in which it is edited."""
    if field in _WRITERS:
        return _WRITERS[field](dossier, dossier.claim)
    return str(getattr(dossier.claim, field, ""))


def means_of_facet(dossier: Dossier, facet: Facet) -> str:
    """Whom the words of a facet mean, as an editor would type it; an empty text for nobody."""
    meant = (value.source_id for value in dossier.claim.facets if value.facet is facet)
    number = next((one for one in meant if one is not None), None)
    return f"S{number}" if number is not None else ""


def _hop(hop: Hop) -> str:
    parts = [f"S{hop.source_id}", hop.role, hop.medium, hop.verb, hop.date]
    while parts and not parts[-1]:
        parts.pop()
    return " | ".join(parts)


def _quote(dossier: Dossier, claim: Claim) -> str:
    for passage in claim.passages:
        if dossier.article is None or not passage.spans:
            return passage.exact
        text = dossier.article.text
        return "\n".join(text[span.start : span.end] for span in passage.spans)
    return ""


def _span(_dossier: Dossier, claim: Claim) -> str:
    spans = claim.passages[0].spans if claim.passages else ()
    return "\n".join(map(str, spans))


def _figures(_dossier: Dossier, claim: Claim) -> str:
    return "\n".join(
        one.text if one.counts in one.text else f"{one.text} {one.counts}" for one in claim.figures
    )


_WRITERS: dict[str, Callable[[Dossier, Claim], str]] = {
    "quote": _quote,
    "span": _span,
    "speaker": lambda dossier, _: dossier.source.name if dossier.source else "",
    "chain": lambda _, claim: "\n".join(_hop(hop) for hop in claim.chain),
    "figures": _figures,
    "facet": lambda _, claim: "\n".join(f"{one.facet}: {one.words}" for one in claim.facets),
    "caveats": lambda _, claim: "\n".join(caveat.words for caveat in claim.caveats),
    "checkable": lambda _, claim: "yes" if claim.checkable else "no",
    "event": lambda dossier, _: str(dossier.event.ref) if dossier.event else "",
    "said": lambda _, claim: claim.said_at.words if claim.said_at else "",
    "check": lambda _, claim: claim.attribution_check.value,
    "due": lambda _, claim: (
        claim.due.astimezone().isoformat(timespec="minutes") if claim.due else ""
    ),
}

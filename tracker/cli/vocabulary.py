"""The vocabulary, made from the words themselves so that the two cannot disagree."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from tracker.cli.glyphs import status_piece
from tracker.domain.evidence import EvidenceKind, NoCapture, Stance
from tracker.domain.facet import Facet
from tracker.domain.fields import FIELDS
from tracker.domain.reference import Kind
from tracker.domain.relation import RELATION_MEANINGS
from tracker.domain.status import (
    STAGE_MEANINGS,
    STATUS_MEANINGS,
    AttributionCheck,
    Dismissal,
    Grounds,
    Stage,
    Status,
    missing_for,
    moves_from,
)


class Topic(NamedTuple):
    """Words, each with what is said about it; ``names`` say what the parts of a row are."""

    names: tuple[str, ...]
    rows: Sequence[Sequence[str]]


_ATTRIBUTION = {
    AttributionCheck.NOT_CHECKED: "nobody has looked yet",
    AttributionCheck.SECOND_HAND: "known only through somebody who passed it on",
    AttributionCheck.PRIMARY_SEEN: "seen or heard where it was said",
    AttributionCheck.ALTERED: "said, but not in these words",
    AttributionCheck.MISATTRIBUTED: "said by somebody else",
    AttributionCheck.FABRICATED: "said by nobody",
    AttributionCheck.WITHDRAWN: "said, and taken back since",
}
_DISMISSALS = {
    Dismissal.NOT_A_CLAIM: "asserts nothing",
    Dismissal.NOT_CHECKABLE: "an opinion, prediction or promise that nobody need check",
    Dismissal.DUPLICATE: "is there already (“tracker merge” joins the two)",
    Dismissal.OUT_OF_SCOPE: "not this desk's to check",
}
_STANCES = {
    Stance.SUPPORTS: "speaks for the claim",
    Stance.UNDERMINES: "speaks against it",
    Stance.CONTEXT: "helps to judge it",
    Stance.INCONCLUSIVE: "was looked at and decides nothing",
}


def statuses() -> Topic:
    """What the evidence says, and what each status needs."""
    rows = [(status_piece(one), STATUS_MEANINGS[one], *_needs(one)) for one in Status]
    return Topic(("status", "meaning", "needs"), rows)


def stages() -> Topic:
    """Where the work is, and where it can go from there."""
    rows = [(one.value, STAGE_MEANINGS[one], f"then: {_listed(moves_from(one))}") for one in Stage]
    dismissals = [(one.value, _DISMISSALS[one], "a reason to dismiss") for one in Dismissal]
    return Topic(("stage", "meaning", "then"), [*rows, *dismissals])


def attribution() -> Topic:
    """Did this speaker say this?"""
    return Topic(("check", "meaning"), [(one.value, _ATTRIBUTION[one]) for one in AttributionCheck])


def relations() -> Topic:
    """How one claim stands to another."""
    return Topic(
        ("relation", "meaning"), [(one.value, said) for one, said in RELATION_MEANINGS.items()]
    )


def facets() -> Topic:
    """The questions on which two claims can agree or differ."""
    return Topic(("facet", "question"), [(one.value, one.open_question) for one in Facet])


def evidence() -> Topic:
    """How evidence bears, what it is, and why there may be no copy."""
    rows = [(f"--stance {one}", _STANCES[one]) for one in Stance]
    rows.append(("--kind", _listed(EvidenceKind)))
    rows.append(("--no-copy", _listed(NoCapture)))
    return Topic(("option", "meaning"), rows)


def fields() -> Topic:
    """The fields of “tracker edit”, kind by kind."""
    rows = [
        (
            field.name,
            f"{field.value}{' (several)' if field.many else ''}",
            _kinds(field.kinds),
        )
        for field in FIELDS
    ]
    return Topic(("field", "value", "of"), rows)


def references() -> Topic:
    """What the letter of a reference says."""
    return Topic(("reference", "kind"), [(f"{kind.value}12", kind.word) for kind in Kind])


def keys() -> Topic:
    """The keys of the desk, as its screens bind them."""
    from tracker.cli.desk_keys import desk_keys  # noqa: PLC0415 - loads the screens

    return Topic(("key", "does", "action"), list(desk_keys()))


def _needs(status: Status) -> Iterator[str]:
    wants = [piece.sentence for piece in missing_for(status, Grounds())]
    if wants:
        yield "; ".join(wants)


def _listed(words: Iterable[str]) -> str:
    return ", ".join(words)


def _kinds(kinds: Iterable[Kind]) -> str:
    return _listed(kind.word for kind in kinds)

"""A party of a contest in words: who speaks, for whom, and what lies behind what it says."""

from __future__ import annotations

from textual.content import Content

from tracker.domain.contest import Party
from tracker.domain.denying_words import is_told_as_denial
from tracker.domain.dossier import Dossier
from tracker.domain.evidence import Stance
from tracker.domain.facet_words import counted
from tracker.domain.interest import Leaning, interest_of
from tracker.domain.relation import RELATION_GLYPHS, Relation, RelationKind
from tracker.domain.status import Stage
from tracker.tui.theme import AGREEMENT, CONTRADICTION, status_style, status_words
from tracker.tui.words.page import MUTED, words

_STANCES = {
    Stance.SUPPORTS: ("+ supports ", AGREEMENT),
    Stance.UNDERMINES: ("− undermines ", CONTRADICTION),
    Stance.CONTEXT: ("· context ", MUTED),
    Stance.INCONCLUSIVE: ("? inconclusive ", MUTED),
}
_DEEDS = (
    RelationKind.DENIES,
    RelationKind.CONCEDES,
    RelationKind.UPDATES,
    RelationKind.RETRACTS,
)
_NONE_YET = Content.styled("none yet", MUTED)


def name_of(party: Party, *, chosen: bool) -> Content:
    """Who speaks; the side that keys act on stands out."""
    return words(party.name, "bold $accent" if chosen else "bold")


def role_of(party: Party) -> Content:
    """What the speaker is, whose side it is on, how many claims it has, and where its claim is."""
    source, claims = party.front.source, len(party.dossiers)
    told = [source.role or source.kind.words, interest_of(party.front).side_words] if source else []
    claim, suggested = party.front.claim, len(party.origins_suggested)
    accepted = claim.stage is not Stage.SUGGESTED
    return words(
        " · ".join(
            (
                *filter(None, told or ["in its own voice"]),
                claim.stage.words if accepted else f"{claim.ref} still to be accepted",
                *([f"{claims} claims"] if claims > 1 else []),
                *([f"{_origins(suggested)} more, if confirmed"] if suggested else []),
            )
        ),
        MUTED,
    )


def standing_of(party: Party) -> Content:
    """Which claim it is, how it stands, and how many independent origins are on its side."""
    claim = party.front.claim
    pieces = [
        Content.styled(f"{claim.ref} ", MUTED),
        Content.styled(status_words(claim.status), status_style(claim.status)),
    ]
    if claim.stale:
        pieces.append(Content.styled(" · stale", "$text-warning"))
    pieces.append(Content.styled(f" · {_origins(len(party.origins))}", MUTED))
    return Content("").join(pieces)


def _origins(count: int) -> str:
    return "1 origin" if count == 1 else f"{count} origins"


def deeds_of(dossier: Dossier) -> Content:
    """What the claim does to others: denies, concedes, updates or takes back."""
    found: dict[Relation, list[str]] = {}
    for tie in dossier.ties:
        relation = tie.relation
        if relation.kind in _DEEDS and relation.a == dossier.claim.id and relation.stands:
            same = (one for one in found if _sign(one) == _sign(relation))
            found.setdefault(next(same, relation), []).append(str(tie.other.ref))
    told = (
        words(
            f"{_sign(relation)} {relation.kind} {' '.join(dict.fromkeys(refs))}",
            CONTRADICTION if relation.against else "bold",
        )
        for relation, refs in found.items()
    )
    return Content("\n").join(list(told))


def _sign(relation: Relation) -> str:
    return f"{RELATION_GLYPHS[relation.kind]}{'' if relation.confirmed else '?'}"


def statement_of(dossier: Dossier) -> Content:
    """What is claimed, in the desk's words."""
    return words(dossier.claim.statement)


def passage_of(dossier: Dossier) -> Content:
    """What is claimed, in the article's words, and where they stand, too."""
    claim = dossier.claim
    told = is_told_as_denial(claim.cue) and claim.cue not in claim.quote
    denied = f"{claim.cue} " if told else ""
    said = words(f"{denied}“{claim.quote}”") if claim.quote else Content("")
    return Content("\n").join([said, words(claim.also_in, MUTED)]) if claim.also_in else said


def interest_words(dossier: Dossier) -> Content:
    """Whom the claim serves; what goes against the speaker's own interest stands out."""
    interest = interest_of(dossier)
    return words(interest.words, "bold" if interest.leaning is Leaning.AGAINST_OWN else "")


def figures_of(dossier: Dossier) -> Content:
    """Its figures with what they count, and as intervals."""
    return Content("\n").join(
        [
            Content.assemble(words(counted(one)), words(f" {one.interval}", MUTED))
            for one in dossier.claim.figures
        ]
    )


def chain_of(dossier: Dossier) -> Content:
    """Through whom it came."""
    return words(dossier.chain_words)


def hedge_of(dossier: Dossier) -> Content:
    """How far the speaker commits to it; silent where nothing is held back."""
    return words(f"“{dossier.claim.hedge}”") if dossier.claim.hedge else Content("")


def caveats_of(dossier: Dossier) -> Content:
    """What the outlet itself says of the claim's standing."""
    outlet = dossier.outlet or "the outlet"
    return Content("\n").join([words(f"{outlet}: “{one.words}”") for one in dossier.claim.caveats])


def evidence_of(dossier: Dossier) -> Content:
    """What was found and tried."""
    lines = []
    for piece in dossier.evidence:
        sign, style = _STANCES[piece.stance]
        lines.append(Content.assemble((sign, style), words(piece.title)))
    lines += [
        Content.assemble(("tried ", MUTED), words(f"{one.what}: {one.result}"))
        for one in dossier.attempts
    ]
    return Content("\n").join(lines) if lines else _NONE_YET

"""A party of a contest in words: who speaks, for whom, and what lies behind what it says."""

from __future__ import annotations

from textual.content import Content

from tracker.domain.contest import Party
from tracker.domain.dossier import Dossier
from tracker.domain.evidence import Stance
from tracker.domain.interest import Leaning, interest_of
from tracker.tui.theme import AGREEMENT, CONTRADICTION, status_style, status_words
from tracker.tui.words.page import MUTED, words

_STANCES = {
    Stance.SUPPORTS: ("+ supports ", AGREEMENT),
    Stance.UNDERMINES: ("− undermines ", CONTRADICTION),
    Stance.CONTEXT: ("· context ", MUTED),
    Stance.INCONCLUSIVE: ("? inconclusive ", MUTED),
}
_NONE_YET = Content.styled("none yet", MUTED)


def name_of(party: Party, *, chosen: bool) -> Content:
    """Who speaks; the side that keys act on stands out."""
    return words(party.name, "bold $accent" if chosen else "bold")


def role_of(party: Party) -> Content:
    """What the speaker is, whose side it is on, and how many origins say the same."""
    source = party.front.source
    if source is None:
        return words("in its own voice", MUTED)
    origins = len(party.origins)
    counted = "1 origin" if origins == 1 else f"{origins} origins"
    role = words(source.role or source.kind.words, MUTED)
    side = interest_of(party.front).side_words
    return Content("\n").join([role, words(f"{side} · {counted}" if side else counted, MUTED)])


def standing_of(party: Party) -> Content:
    """Which claim it is and how it stands; which other claims the party has."""
    claim = party.front.claim
    pieces = [
        Content.styled(f"{claim.ref} ", MUTED),
        Content.styled(status_words(claim.status), status_style(claim.status)),
        Content.styled(f" · {claim.stage.words}", MUTED),
    ]
    if claim.stale:
        pieces.append(Content.styled(" · stale", "$text-warning"))
    if claim.proposed:
        proposed = status_words(claim.proposed.status)
        pieces.append(Content.styled(f" · proposed {proposed}", "$text-warning"))
    if others := [str(one.claim.ref) for one in party.dossiers[1:]]:
        pieces.append(Content.styled(f" · also {' '.join(others)}", MUTED))
    return Content("").join(pieces)


def statement_of(dossier: Dossier) -> Content:
    """What is claimed, in the desk's words."""
    return words(dossier.claim.statement)


def passage_of(dossier: Dossier) -> Content:
    """What is claimed, in the article's words, and where they stand, too."""
    claim = dossier.claim
    said = words(f"“{claim.quote}”") if claim.quote else Content("")
    return Content("\n").join([said, words(claim.also_in, MUTED)]) if claim.also_in else said


def interest_words(dossier: Dossier) -> Content:
    """Whom the claim serves; what goes against the speaker's own interest stands out."""
    interest = interest_of(dossier)
    return words(interest.words, "bold" if interest.leaning is Leaning.AGAINST_OWN else "")


def figures_of(party: Party) -> Content:
    """All figures of the party, as intervals too."""
    figures = [figure for claim in party.claims for figure in claim.figures]
    return Content("\n").join(
        [Content.assemble(words(one.text), words(f" {one.interval}", MUTED)) for one in figures]
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

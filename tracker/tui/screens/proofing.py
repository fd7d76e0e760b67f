"""A screen with an article's proof: its text, and beside it the claim in hand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual import on, work
from textual.app import ComposeResult

from tracker.domain.dossier import Dossier
from tracker.domain.errors import RefusedError, TrackerError
from tracker.domain.proof import Proof
from tracker.domain.reprint import reprint_words
from tracker.tui.screens.base import ask
from tracker.tui.screens.claim import ClaimScreen
from tracker.tui.screens.hand import Target
from tracker.tui.screens.reviewing import ReviewingScreen
from tracker.tui.theme import MUTED
from tracker.tui.widgets.galley import Galley
from tracker.tui.widgets.ground import Ground
from tracker.tui.widgets.key_line import KeyLine
from tracker.tui.widgets.leaf import Leaf
from tracker.tui.widgets.ruled_line import RuledLine
from tracker.tui.widgets.top_line import TopLine
from tracker.tui.words.checking import bare_page, checking_lines, chosen_lines
from tracker.tui.words.dossier import dossier_page
from tracker.tui.words.heading import heading
from tracker.tui.words.standing import standing_line

if TYPE_CHECKING:
    from tracker.desk.browsing import Browsing


class ProofScreen(ReviewingScreen):
    """Shows one article; keys act on the claim in which the editor stands."""

    def __init__(self, number: int, claim: int | None = None) -> None:
        super().__init__()
        self.number = number
        """The article."""
        self._wanted = claim
        self._dossier: Dossier | None = None
        self._same = ""
        """Whose words the article has."""

    def compose(self) -> ComposeResult:
        """A line on top, the text and the claim in hand, the keys below."""
        yield TopLine()
        with Ground(id="article-body"):
            yield Galley(id="galley")
            with Ground(id="article-side"):
                yield RuledLine(id="article-standing")
                yield Leaf(id="article-leaf", classes="panel")
        yield KeyLine()

    def on_mount(self) -> None:
        """Give the text the keys."""
        self.galley.focus()

    @property
    def galley(self) -> Galley:
        """The text."""
        return self.query_one("#galley", Galley)

    @property
    def proof(self) -> Proof:
        """The proof that is shown.

        Raises:
            RefusedError: it has not been read yet.
        """
        if self.galley.proof is None:
            raise RefusedError("the article is still being read.")
        return self.galley.proof

    def targets(self) -> Sequence[Target]:
        """The claim in hand."""
        proof, claim = self.galley.proof, self.galley.claim
        if proof is None or claim is None:
            return []
        shown = self._dossier.claim if self._dossier else None
        version = shown.version if shown and shown.id == claim else proof.by_id[claim].version
        return [Target(claim, version)]

    def dossier(self) -> Dossier | None:
        """The claim in hand, whole."""
        return self._dossier

    async def done(self, acted: Sequence[int] = (), *, onwards: bool = False) -> None:
        """Read the article again; onwards goes on to the claim that comes next in the text."""
        proof, claim = self.galley.proof, self.galley.claim
        there = None
        if onwards and proof is not None and claim in acted and claim is not None:
            there = proof.claim_from(claim, proof.places[claim][0].start, 1)
        await self.read([there] if there is not None else ())

    async def look_at(self, claims: Sequence[int]) -> None:
        """Read the article again, and stand on the first of these claims that it makes."""
        await self.read(claims)

    async def read(self, claims: Sequence[int] = ()) -> None:
        """Read the article, and stand on the first of some claims in it, else where one stood."""
        if self.is_gone or not self.query("#galley"):
            return  # left before it could be read
        browsing, galley = self.desk.browsing, self.galley
        async with self.reading:
            proof = await ask(_proof, browsing, self.number)
            if self.is_gone:
                return
            first = galley.proof is None
            galley.show(proof)
            wanted = next((one for one in claims if one in proof.places), None)
            if wanted is None and first:
                wanted = self._where_to_begin(proof)
            if wanted is not None:
                galley.stand_on(wanted)
            claim = galley.claim
            dossier = await ask(browsing.dossier, claim) if claim is not None else None
            if not self.is_gone:
                self._dossier = dossier
                self._show()
        if first:
            self._read_same(len(proof.order))

    @work(exclusive=True, group="same")
    async def _read_same(self, claims: int) -> None:
        """Say whose words these are, once that is found."""
        try:
            reprints = await ask(self.desk.importing.reprints, self.number)
        except TrackerError as error:
            self.refuse(error)
        else:
            self._same = next(reprint_words(reprints, claims), "")
            if self._same and not self.is_gone:
                self._show()

    @on(Galley.Moved)
    def _look_beside(self) -> None:
        claim = self.galley.claim
        if claim is not None and (self._dossier is None or self._dossier.claim.id != claim):
            self._read_dossier(claim)
        self._show()

    @on(Galley.Opened)
    def _open_claim(self) -> None:
        if self.galley.claim is not None:
            self.open(ClaimScreen(self.galley.claim))

    def _where_to_begin(self, proof: Proof) -> int | None:
        """The claim that was asked for, or the first on which something waits."""
        if self._wanted in proof.places:
            return self._wanted
        return next((number for number in proof.order if proof.by_id[number].waiting), None)

    @work(exclusive=True, group="dossier")
    async def _read_dossier(self, claim: int) -> None:
        try:
            dossier = await ask(self.desk.browsing.dossier, claim)
        except TrackerError as error:
            self.refuse(error)
        else:
            if not self.is_gone and self.galley.claim == claim:
                self._dossier = dossier
                self._show()

    def _show(self) -> None:
        """Show what is in hand."""
        proof, claim = self.galley.proof, self.galley.claim
        if proof is None:
            return
        top = self.query_one(TopLine)
        chosen = self.galley.chosen
        if chosen is not None:
            top.show(*chosen_lines(proof, chosen, claim, self.key))
        else:
            top.show(*checking_lines(proof, claim, self.key, self._same))
        top.sign(self.editor, read_only=self.desk.read_only)
        dossier, sentence = self._dossier, self.galley.sentence
        standing = self.query_one("#article-standing", RuledLine)
        if claim is None:
            standing.show(heading(("no claim", MUTED)))
            self.leaf.show(lambda width: bare_page(proof, sentence, width, self.key))
        elif dossier is not None and dossier.claim.id == claim:
            standing.show(standing_line(dossier.claim))
            self.leaf.show(lambda width: dossier_page(dossier, width, self.key))


def _proof(browsing: Browsing, number: int) -> Proof:
    """Read a proof with all that takes long to tell of a long one."""
    proof = browsing.proof(number)
    return proof.worked_out()

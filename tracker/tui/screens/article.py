"""Screen 2, an article: its text with the claims marked in it, checked line by line."""

from __future__ import annotations

import re
from typing import ClassVar

from textual.binding import Binding, BindingType

from tracker.domain.article import Span
from tracker.domain.errors import RefusedError
from tracker.domain.listing import Filter
from tracker.domain.reference import Kind, Ref
from tracker.report.report import ReportKind
from tracker.report.wanted import Wanted
from tracker.tui.asking.claiming import claim_words
from tracker.tui.asking.passages import choose_passage
from tracker.tui.asking.reporting import write_report
from tracker.tui.screens import said
from tracker.tui.screens.flow import flow
from tracker.tui.screens.hand import Hand, Target
from tracker.tui.screens.proofing import ProofScreen
from tracker.tui.screens.searching import SearchingScreen
from tracker.tui.widgets.leaf_keys import leaf_keys


class ArticleScreen(SearchingScreen, ProofScreen):
    """One article, in which claims are made, accepted, dismissed and corrected."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "accept", "Accept", id="article.accept",
                tooltip="Accept what is proposed; make a claim of selected words"),
        Binding("x", "dismiss_proposed", "Dismiss", id="article.dismiss",
                tooltip="Dismiss what is proposed; where no claim is: nothing to check here"),
        Binding("E", "edit", "Edit", id="article.edit",
                tooltip="Correct a field, or the passage to selected words", show=False),
        Binding("tab", "uncovered(1)", "Uncovered", id="article.uncovered",
                tooltip="The next sentence that no claim covers", show=False),
        Binding("shift+tab", "uncovered(-1)", "Uncovered before", id="article.uncovered-back",
                tooltip="The uncovered sentence before", show=False),
        Binding("slash", "search", "Search", id="article.search", tooltip="Search in the text",
                show=False),
        Binding("p", "report", "Report", id="article.report",
                tooltip="Write the annotated article", show=False),
        *leaf_keys("article", "the claim", down="J", up="K"),
        Binding("escape", "back", "Back", id="article.back",
                tooltip="Let selected words go, or back to the articles", show=False),
    ]  # fmt: skip

    def __init__(self, number: int, claim: int | None = None) -> None:
        super().__init__(number, claim)
        self._sought = ""

    @flow
    async def action_look_at(self, claim: int) -> None:
        """Stand on a claim."""
        await self.look_at([claim])

    @flow
    async def action_accept(self) -> None:
        """Make a claim of the selected words, or else accept what is proposed."""
        chosen = self._chosen()
        if chosen is None:
            accept = self.desk.reviewing.accept
            await self._change(accept, said.accepted, self._hand(), onwards=True)
            return
        words = " ".join(self.proof.article.text[chosen.start : chosen.end].split())
        made = await claim_words(self, self.number, chosen, words)
        if made is not None:
            self.say(f"{made.ref} is a claim now.")
            await self.look_at([made.id])

    @flow
    async def action_dismiss_proposed(self) -> None:
        """Dismiss what is proposed; where no claim is, say that there is nothing to check."""
        if self.galley.chosen is None and self.galley.claim is not None:
            await self._turn_down()
            return
        proof, last = self.proof, self.galley.sentence
        bare = [number for number in self.galley.sentences_in_hand if number in proof.uncovered]
        spans = [proof.taken(proof.sentences[number]) for number in bare]
        if not bare:
            raise RefusedError("claims cover all of this, or it is cleared already.")
        clear = self.desk.claiming.clear
        await self.save(clear, self.number, [one for one in spans if one])
        self.galley.let_go()
        await self.read()
        there = self.proof.uncovered_from(last, 1)
        if there is not None:
            self.galley.stand_in(there)

    @flow
    async def action_edit(self) -> None:
        """Correct a field of the claim; with words selected, its passage or a lost one."""
        chosen, targets = self._chosen(), self.targets()
        if chosen is None:
            hand = self._hand()
            await self._edit(hand, await self._whole(hand))
            return
        here = await self._whole(self._hand()) if targets else None
        own = here if here is not None and here.claim.article_id == self.number else None
        moved = await choose_passage(self, chosen, own, [one for one, _ in self.proof.lost])
        if moved is None:
            return
        hand = Hand(self, [Target(moved.claim, self.proof.by_id[moved.claim].version)])
        if not moved.spans:
            await self._edit(hand, await self._whole(hand))
            return
        await hand.act(self.desk.editing.edit, Ref(Kind.CLAIM, moved.claim), "span", moved.spans)
        self.say(f"C{moved.claim} stands on these words now.")
        await self.look_at(hand.ids)

    def action_search(self) -> None:
        """Search in the text."""
        self.type_words(self._sought, "Words in the text")

    @flow
    async def searched(self, words: str) -> None:
        """Go to some words in the text, from here on and round."""
        if not words:
            return
        self._sought = words
        pattern = re.compile(r"\s+".join(map(re.escape, words.split())), re.IGNORECASE)
        text, here = self.proof.text, self.galley.at
        found = pattern.search(text, here + 1) or pattern.search(text)
        if found is None:
            raise RefusedError(f"“{self._sought}” is not in the text.")
        self.galley.stand_at(found.start())

    @flow
    async def action_report(self) -> None:
        """Write the annotated article."""
        where = Filter(article_id=self.number)
        await write_report(self, Wanted(ReportKind.ARTICLE, self.editor, where))

    def action_uncovered(self, step: int) -> None:
        """Go to the next sentence that no claim covers, or the one before."""
        proof = self.galley.proof
        there = proof.uncovered_from(self.galley.sentence, step) if proof else None
        if there is not None:
            self.galley.stand_in(there)
        elif proof is not None:
            self.say("Claims cover every sentence, or it is cleared.")

    def action_back(self) -> None:
        """Let the selected words go, or go back to the articles."""
        if self.galley.chosen is not None:
            self.galley.let_go()
        else:
            self.app.pop_screen()

    def _chosen(self) -> Span | None:
        """The selected words, as the article counts its code points.

        Raises:
            RefusedError: they are not all in the text of today.
        """
        chosen = self.galley.chosen
        if chosen is None:
            return None
        taken = self.proof.taken(chosen)
        if taken is None:
            raise RefusedError("these words are no longer in the text; select others.")
        return taken

"""A galley: an article with its claims marked, of which only what is seen is drawn.

An editor stands on a sentence and, where it has one, on a claim; ← and → go word by word, and with
shift, or the mouse, words are chosen. Told what to show, it tells where the editor stands.
"""

from __future__ import annotations

from typing import ClassVar

from rich.style import Style as RichStyle
from textual import events
from textual.binding import BindingType
from textual.message import Message
from textual.strip import Strip
from textual.style import Style

from tracker.domain.article import Span
from tracker.domain.proof import Proof
from tracker.tui.widgets.drawing import strip
from tracker.tui.widgets.footing import Footing, at_claim, at_place, at_sentence
from tracker.tui.widgets.galley_keys import GALLEY_KEYS
from tracker.tui.widgets.pieces import fit
from tracker.tui.widgets.scrolled import Scrolled
from tracker.tui.words.proof import SetProof

_DOUBLE_CLICK = 2
_MARGIN = 2
"""Lines that stay in sight above and below where the editor stands."""


class Galley(Scrolled, can_focus=True, inherit_bindings=False):
    """The text of an article, walked by claim, by sentence and by word."""

    BINDINGS: ClassVar[list[BindingType]] = [*GALLEY_KEYS]
    DEFAULT_CSS = """
    Galley {
        background: $background;
        color: $foreground;
    }
    """

    class Moved(Message):
        """The editor stands elsewhere."""

    class Opened(Message):
        """The claim in hand is to be opened."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own word
        super().__init__(id=id)
        self._set: SetProof | None = None
        self._footing = Footing()
        self._pressed: int | None = None

    @property
    def proof(self) -> Proof | None:
        """What is shown."""
        return self._set.proof if self._set else None

    @property
    def claim(self) -> int | None:
        """The claim in hand."""
        return self._footing.claim

    @property
    def chosen(self) -> Span | None:
        """The words that are chosen, first to last."""
        return self._footing.chosen

    @property
    def sentence(self) -> int:
        """The number of the sentence in hand."""
        return self.proof.sentence_at(self._footing.at) if self.proof else 0

    @property
    def at(self) -> int:
        """The code point of the proof at which the editor stands."""
        return self._footing.at

    @property
    def sentences_in_hand(self) -> range:
        """The numbers of the sentences in which words are chosen, or of the one in hand."""
        if self.proof is None or self.chosen is None:
            return range(self.sentence, self.sentence + 1)
        last = self.proof.sentence_at(self.chosen.end - 1)
        return range(self.proof.sentence_at(self.chosen.start), last + 1)

    def show(self, proof: Proof) -> None:
        """Show a proof; where it is the same article's, the editor stays in place."""
        old = self.proof
        again = old is not None and old.article.id == proof.article.id
        self._footing = (
            self._footing.in_proof(old, proof) if old and again else at_sentence(proof, 0)
        )
        self._set_lines(proof)
        self.refresh()

    def stand_on(self, claim: int) -> None:
        """Go to a claim."""
        if self.proof is not None and claim in self.proof.places:
            self._go(at_claim(self.proof, claim))

    def stand_in(self, sentence: int) -> None:
        """Go to a sentence."""
        if self.proof is not None:
            self._go(at_sentence(self.proof, sentence))

    def stand_at(self, at: int) -> None:
        """Go to a place of the text, and to the claim there."""
        if self.proof is not None:
            self._go(at_place(self.proof, at))

    def let_go(self) -> None:
        """Choose no words."""
        self._go(Footing(self._footing.at, self._footing.claim))

    def action_claim(self, step: int) -> None:
        """Go to the next claim, or the one before."""
        if self.proof is not None:
            self._go(self._footing.on_claim(self.proof, step))

    def action_sentence(self, step: int) -> None:
        """Go to the next sentence, or the one before."""
        self.stand_in(self.sentence + step)

    def action_end(self, step: int) -> None:
        """Go to the last sentence, or the first."""
        if self.proof is not None:
            self.stand_in(len(self.proof.sentences) if step > 0 else 0)

    def action_leaf(self, leaves: int) -> None:
        """Go a screenful on, or back."""
        if self._set is not None and self._set.lines:
            number = self._line + leaves * max(1, self.size.height - _MARGIN)
            line = self._set.lines[max(0, min(number, len(self._set.lines) - 1))]
            self.stand_in(self._set.proof.sentence_at(line.start))

    def action_word(self, step: int) -> None:
        """Go to the next word, or the one before."""
        if self.proof is not None:
            self._go(self._footing.on_word(self.proof, step))

    def action_choose_word(self, step: int) -> None:
        """Choose a word more, or one less."""
        if self.proof is not None:
            self._go(self._footing.choosing(self.proof, step))

    def action_choose_sentence(self, step: int) -> None:
        """Choose all words to the end of the sentence, or from its start."""
        if self.proof is not None:
            self._go(self._footing.choosing_sentence(self.proof, step))

    def action_open(self) -> None:
        """Open the claim in hand."""
        if self.claim is not None:
            self.post_message(self.Opened())

    def on_resize(self) -> None:
        """Set the text anew for another width, and keep the place in sight."""
        if self.proof is not None:
            self._set_lines(self.proof)
            self.refresh()
            self._follow()

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Go where the mouse is, and begin to choose words there."""
        self._pressed = self._at_mouse(event)
        if self._pressed is not None:
            self.capture_mouse()
            self.stand_at(self._pressed)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Choose the words that the mouse is drawn over."""
        at = self._at_mouse(event) if self._pressed is not None else None
        if self.proof is None or self._pressed is None or at is None:
            return
        if self.chosen is not None or at != self._pressed:
            self._go(self._footing.choosing_between(self.proof, self._pressed, at))

    def on_mouse_up(self) -> None:
        """End choosing words."""
        self._pressed = None
        self.release_mouse()

    def on_click(self, event: events.Click) -> None:
        """Open the claim that was clicked twice."""
        if event.chain == _DOUBLE_CLICK:
            self.action_open()

    def render_line(self, y: int) -> Strip:
        """Draw one line of the screen."""
        number = y + self.scroll_offset.y
        base = self.get_visual_style()
        if self._set is None or number >= len(self._set.lines):
            return Strip.blank(self.size.width, base.rich_style)
        sentences, footing = self._set.proof.sentences, self._footing
        sentence = sentences[self.sentence] if sentences else None
        chosen = footing.chosen or footing.word
        pieces = self._set.draw(number, sentence, footing.claim, chosen)

        def ink(style: str) -> RichStyle:
            return (base + Style.parse(style) if style else base).rich_style

        return strip(fit(pieces, self.size.width), self.size.width, ink)

    @property
    def _line(self) -> int:
        return self._set.line_of(self._footing.at) if self._set else 0

    @property
    def _end(self) -> int:
        """Where what is in hand ends: the word, else the claim's first piece, else the sentence."""
        proof, footing = self.proof, self._footing
        if proof is None or footing.word is not None:
            return footing.word.end if footing.word else 0
        places = proof.places.get(footing.claim or 0, ())
        if places and places[0].start == footing.at:
            return places[0].end
        return proof.sentences[self.sentence].end if proof.sentences else 0

    def _set_lines(self, proof: Proof) -> None:
        self._set = SetProof(proof, self.scrollable_content_region.width)
        self.hold(len(self._set.lines))

    def _go(self, footing: Footing) -> None:
        if footing != self._footing:
            self._footing = footing
            self.refresh()
        self._follow()
        self.post_message(self.Moved())

    def _at_mouse(self, event: events.MouseEvent) -> int | None:
        offset = event.get_content_offset(self)
        if offset is None or self._set is None:
            return None
        number = offset.y + self.scroll_offset.y
        return self._set.at_cell(number, offset.x) if number < len(self._set.lines) else None

    def _follow(self) -> None:
        """Bring what is in hand into sight, with lines around it where there is room."""
        if self._set is None or not self._set.lines:
            return
        first, last = self._line, self._set.line_of(max(self._footing.at, self._end - 1))
        height, here = self.size.height, self.scroll_offset.y
        margin = min(_MARGIN, max(0, (height - 1) // 2))
        there = max(last + 1 + margin - height, min(here, first - margin))
        there = min(there, first - margin if last - first < height else first)
        if there != here:
            self.scroll_to(y=max(0, there), animate=False, force=True)

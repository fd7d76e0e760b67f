"""Where an editor stands in an article, and where each step leads: by claim, sentence or word."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tracker.domain.article import Span
from tracker.domain.proof import Proof
from tracker.domain.sentences import word_at, word_before, words


@dataclass(frozen=True)
class Footing:
    """A code point of a proof, and the claim in hand there, if any.

    ``word`` is the word that was stepped on last; from ``anchor`` to it words are chosen.
    """

    at: int = 0
    claim: int | None = None
    word: Span | None = None
    anchor: Span | None = None

    @property
    def chosen(self) -> Span | None:
        """The words that are chosen, first to last."""
        if self.anchor is None or self.word is None:
            return None
        one, other = self.anchor, self.word
        return Span(min(one.start, other.start), max(one.end, other.end))

    def on_claim(self, proof: Proof, step: int) -> Footing:
        """On the next claim, or the one before; still here, if there is none."""
        there = proof.claim_from(self.claim, self.at, step)
        return self if there is None else at_claim(proof, there)

    def on_word(self, proof: Proof, step: int) -> Footing:
        """On the next word, or the one before; at first on the word at hand."""
        word = self._next_word(proof, step) if self.word else word_at(proof.text, self.at)
        return self if word is None else Footing(word.start, _claim_at(proof, word.start), word)

    def choosing(self, proof: Proof, step: int) -> Footing:
        """With a word more chosen, or one less; at first with the word at hand."""
        here = self.word or word_at(proof.text, self.at)
        word = self._next_word(proof, step) if self.anchor else here
        return self._chosen_to(proof, word, here)

    def choosing_sentence(self, proof: Proof, step: int) -> Footing:
        """With all words chosen to the end of the sentence, or from its start; then of the next."""
        here = self.word or word_at(proof.text, self.at)
        if here is None:
            return self
        number = proof.sentence_at(here.start)
        word = _outermost(proof, number, step)
        if self.anchor is not None and word == here:
            word = _outermost(proof, number + step, step)
        return self._chosen_to(proof, word, here)

    def choosing_between(self, proof: Proof, one: int, other: int) -> Footing:
        """With all words between two places chosen."""
        return self._chosen_to(proof, word_at(proof.text, other), word_at(proof.text, one))

    def in_proof(self, old: Proof, new: Proof) -> Footing:
        """At the same place of a proof that was read again."""
        at = max(0, self.at - old.shift + new.shift)
        claim = self.claim if self.claim in new.places else _claim_at(new, at)
        if new.text != old.text:
            return Footing(at, claim)
        return replace(self, at=at, claim=claim)

    def _next_word(self, proof: Proof, step: int) -> Span | None:
        if self.word is None:
            return None
        if step > 0:
            return next(words(proof.text, self.word.end), None)
        return word_before(proof.text, self.word.start)

    def _chosen_to(self, proof: Proof, word: Span | None, anchor: Span | None) -> Footing:
        if word is None:
            return self
        moved = replace(self, at=word.start, word=word, anchor=self.anchor or anchor)
        return replace(moved, claim=_claim_near(proof, moved.chosen or word, self.claim))


def at_claim(proof: Proof, claim: int) -> Footing:
    """At the first word of a claim."""
    return Footing(proof.places[claim][0].start, claim)


def at_sentence(proof: Proof, number: int) -> Footing:
    """At a sentence, the first or last where there is none of this number."""
    if not proof.sentences:
        return Footing()
    number = max(0, min(number, len(proof.sentences) - 1))
    claims = proof.in_sentence[number]
    return Footing(proof.sentences[number].start, claims[0] if claims else None)


def at_place(proof: Proof, at: int) -> Footing:
    """At a place of the text, and on the innermost claim there."""
    return Footing(at, _claim_at(proof, at))


def _claim_at(proof: Proof, at: int) -> int | None:
    """The claim at a place, or else the nearest of its sentence."""
    here = proof.claim_at(at)
    return _claim_near(proof, Span(at, at + 1)) if here is None else here


def _claim_near(proof: Proof, chosen: Span, in_hand: int | None = None) -> int | None:
    """The claim in hand if it stands on some of the words, else the nearest of their sentences."""

    def away(claim: int) -> tuple[bool, int, bool]:
        places = proof.places[claim]
        gaps = (max(0, one.start - chosen.end, chosen.start - one.end) for one in places)
        meets = any(map(chosen.meets, places))
        return proof.by_id[claim].dismissed, 0 if meets else 1 + min(gaps), claim != in_hand

    first, last = proof.sentence_at(chosen.start), proof.sentence_at(chosen.end - 1)
    here = [claim for claims in proof.in_sentence[first : last + 1] for claim in claims]
    return min(here, key=away, default=None)


def _outermost(proof: Proof, number: int, step: int) -> Span | None:
    """The last word of a sentence, or the first."""
    if not 0 <= number < len(proof.sentences):
        return None
    sentence = proof.sentences[number]
    if step > 0:
        return word_before(proof.text, sentence.end)
    return word_at(proof.text, sentence.start)

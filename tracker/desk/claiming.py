"""Claiming: an editor makes a claim of an article's words, or says that there is none in them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tracker.desk.acting import Subject
from tracker.desk.claim_fields import source_named
from tracker.domain.article import Article, Span
from tracker.domain.attribution import Hop, HopRole, Voice
from tracker.domain.claim import Claim
from tracker.domain.claimed_words import called_in, statement_of, voice_of
from tracker.domain.errors import RefusedError, UnknownSourceError
from tracker.domain.figure_grammar import figures_in
from tracker.domain.proof import Proof
from tracker.domain.source import Source, SourceKind
from tracker.domain.status import Stage
from tracker.domain.veil import veiled
from tracker.store.shelves import Shelves

_NEAR = 12
"""Claims before and after some words among whose sources their speaker is sought."""
_MOST_OFFERED = 4


@dataclass(frozen=True)
class Offer:
    """What may be claimed with some words: a statement, the likeliest speaker, and others.

    ``speaker`` is empty for the article's own voice.
    """

    statement: str
    speaker: str
    others: tuple[str, ...] = ()


class Claiming(Subject):
    """Makes claims of words that an editor selects."""

    def offer(self, article: int, span: Span) -> Offer:
        """Propose a statement and a speaker for words of an article."""
        with self._database.reading() as shelves:
            proof = _proof(shelves, article)
            near, here = _claims_near(shelves, proof, proof.put(span))
            sources = _speakers(shelves, [*here, *near])
            sentence = proof.sentences[proof.sentence_at(proof.put(span).start)]
            named = [one for one in sources if called_in(one, proof.text, sentence)]
            said = [one for one in sources if one.id in {claim.speaker_id for claim in here}]
            likely = [*said, *named, *(one for one in sources if one not in (*said, *named))]
            names = list(dict.fromkeys(_as_typed(shelves, one) for one in likely))
            speaker = names[0] if said or named else ""
            others = [name for name in names if name != speaker][:_MOST_OFFERED]
            statement = statement_of(proof.article.text, span)
            return veiled(Offer(statement, speaker, tuple(others)), shelves.sources.stand_ins())

    def claim(
        self,
        article: int,
        span: Span,
        statement: str,
        speaker: str,
        *,
        by: str,
        kind: SourceKind | None = None,
    ) -> Claim:
        """Make an open claim of words of an article, said by a source; by the article, if empty.

        A speaker whom nobody knows yet becomes a source of this ``kind``.

        Raises:
            UnknownSourceError: nobody is called so, and no kind is given.
            RefusedError: there are no words, no statement, or several sources of this name.
        """
        if not statement.strip():
            raise RefusedError("say what is claimed.")
        with self._database.writing(by=by, did="claim") as shelves:
            proof = _proof(shelves, article)
            text = proof.article.text
            source = _speaker(shelves, speaker.strip(), kind)
            _, here = _claims_near(shelves, proof, proof.put(span))
            events = {claim.event_id for claim in here}
            made = Claim(
                statement=statement.strip(),
                voice=voice_of(text, span) if source else Voice.ARTICLE,
                article_id=article,
                event_id=events.pop() if len(events) == 1 else None,
                passages=(proof.article.words_at((span,)),),
                chain=(Hop(source.id, HopRole.SPEAKER),) if source else (),
                figures=tuple(one.figure for one in figures_in(text[span.start : span.end])),
                stage=Stage.OPEN,
            )
            return veiled(shelves.claims.add(made), shelves.sources.stand_ins())

    def clear(self, article: int, spans: Sequence[Span], *, by: str) -> Article:
        """Say that there is nothing to check in some stretches of an article."""
        with self._database.writing(by=by, did="clear") as shelves:
            cleared = shelves.articles.get(article)
            for span in spans:
                cleared = cleared.clearing(span)
            return veiled(shelves.articles.save(cleared), shelves.sources.stand_ins())


def _proof(shelves: Shelves, article: int) -> Proof:
    return Proof(shelves.articles.get(article), shelves.marks.of_article(article))


def _claims_near(
    shelves: Shelves, proof: Proof, span: Span
) -> tuple[Sequence[Claim], Sequence[Claim]]:
    """The claims before and after some words, nearest first, and those in their sentence."""
    ahead = proof.claim_from(None, span.start, 1)
    at = proof.order.index(ahead) if ahead is not None else len(proof.order)
    numbers = proof.order[max(0, at - _NEAR) : at + _NEAR]
    nearest = sorted(numbers, key=lambda one: abs(proof.places[one][0].start - span.start))
    sentence = proof.in_sentence[proof.sentence_at(span.start)] if proof.sentences else ()
    here = [number for number in sentence if not proof.by_id[number].dismissed]
    claims = shelves.claims.get_many([*nearest, *here])
    return [claims[one] for one in nearest], [claims[one] for one in here]


def _speakers(shelves: Shelves, claims: Sequence[Claim]) -> list[Source]:
    """The sources of some claims, each once: speakers first, then who else is in their chains."""
    spoke = [claim.speaker_id for claim in claims if claim.speaker_id is not None]
    relayed = [hop.source_id for claim in claims for hop in claim.chain[1:]]
    return list(shelves.sources.get_many(dict.fromkeys([*spoke, *relayed])).values())


def _as_typed(shelves: Shelves, source: Source) -> str:
    """How an editor names a source: by its name, unless others have that too."""
    named = shelves.sources.named(source.name)
    return source.name if named is not None and named.id == source.id else str(source.ref)


def _speaker(shelves: Shelves, name: str, kind: SourceKind | None) -> Source | None:
    if not name:
        return None
    if any(_are_called(shelves, name)) or (name[:1] in "sS" and name[1:].isdecimal()):
        return source_named(shelves, name)
    if kind is None:
        raise UnknownSourceError(f"no source is called “{name}” yet; say what it is.")
    return shelves.sources.add(Source(name, kind))


def _are_called(shelves: Shelves, name: str) -> Iterator[bool]:
    yield shelves.sources.named(name) is not None
    for line in shelves.lists.sources(name, limit=50):
        yield line.name == name

"""Called by: who calls something what in the passive: "was described by the mayor as a riot".

Also "was called safe by its owner", "was accused by customers of hiding losses", "drivers were told
by the firm that the strike was illegal" and "sales were said by the firm to have fallen".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tracker.domain.article import Span
from tracker.extract.attributing import child
from tracker.extract.dating import DATES, TIMES
from tracker.extract.found import FoundAttribution
from tracker.extract.naming import naming_of
from tracker.extract.parsed_text import ParsedText
from tracker.extract.words import FINITE, Word

_AS = frozenset(
    """brand characterise characterize condemn decry denounce describe dismiss hail label portray
    regard slam""".split()  # noqa: SIM905
)
_CALL = frozenset(
    {"brand", "call", "declare", "deem", "dub", "judge", "label", "pronounce", "term"}
)
_OF = frozenset({"accuse", "suspect"})
_THAT = frozenset({"advise", "assure", "inform", "remind", "tell", "warn"})
_TO = frozenset({"allege", "believe", "claim", "report", "say", "think"})
_LEADS = {
    **dict.fromkeys(_TO, "to"), **dict.fromkeys(_THAT, "that"), **dict.fromkeys(_OF, "of"),
    **dict.fromkeys(_AS, "as"),
}  # fmt: skip
_STOPS = frozenset({",", ";", ":", "(", "—", "–", "."})
_NAMING = frozenset({"ADJ", "DET", "NOUN", "NUM", "PART", "PRON", "PROPN"})
_BETWEEN = frozenset({"and", "at", "for", "from", "of"})
_EDGES = " \t\r\n,;:."
_SCORE = 0.7
_REASON = "a passive that says who calls it so"


def called_by(text: ParsedText, found: Sequence[FoundAttribution]) -> list[FoundAttribution]:
    """Read who calls what what, also in place of what was found of it only in part."""
    read = {one.cue.start: one for one in _passives(text) if one.cue is not None}
    whole = []
    for one in found:
        mine = read.pop(one.cue.start, None) if one.cue is not None else None
        whole.append(mine if mine is not None and not _holds(one, mine) else one)
    return [*whole, *read.values()]


def _holds(one: FoundAttribution, mine: FoundAttribution) -> bool:
    """Whether what was found has all that is said, and who says it."""
    if one.source is None or mine.source is None or one.source.start != mine.source.start:
        return False
    said = mine.content[-1]
    if len(mine.content) == 1 and one.content[0].start < said.start:
        return False
    return any(span.start <= said.start and said.end <= span.end + 1 for span in one.content)


def _passives(text: ParsedText) -> Iterator[FoundAttribution]:
    for sentence in text.sentences:
        for verb in sentence.tokens:
            if verb.tag_ == "VBN" and verb.lemma_.lower() in _LEADS.keys() | _CALL:
                one = _read(text, verb, sentence.tokens)
                if one is not None:
                    yield one


def _read(text: ParsedText, verb: Word, words: Sequence[Word]) -> FoundAttribution | None:
    lemma, subject = verb.lemma_.lower(), _subject(verb)
    if subject is None or text.quoted(verb.start):
        return None
    rest = _clause(words[words.index(verb) + 1 :], whole=lemma in _THAT)
    parted = _parted(rest, _LEADS.get(lemma)) or (_parted(rest, None) if lemma in _CALL else None)
    if parted is None:
        return None
    agent, said = parted
    if not (agent and said and _speaks(agent, first=rest[0].lower_ == "by")):
        return None
    span = Span(said[0].start, said[0].start + len(text.words(text.span(said)).rstrip(_EDGES)))
    about = text.subtree(subject)
    alone = lemma in _THAT | _TO or about.end > verb.start
    content = (span,) if alone else (about, span)
    cue = Span(verb.start, verb.end)
    return FoundAttribution(content, cue, text.span(list(agent)), _SCORE, _REASON)


def _speaks(agent: Sequence[Word], *, first: bool) -> bool:
    """Whether a phrase behind "by" names a speaker; right behind its verb any several do."""
    if any(one.lower_ in DATES | TIMES for one in agent):
        return False
    naming = naming_of(list(agent))
    several = first and agent[-1].tag_ in ("NNS", "NNPS")
    return bool(naming.kind or naming.name) or several


def _subject(verb: Word) -> Word | None:
    """What is called something, also before another verb: "was shown and was dismissed as …"."""
    subject = child(verb, "nsubjpass")
    helped = any(one.dep_ == "auxpass" for one in verb.lefts)
    if subject is None and helped and verb.dep_ == "conj":
        subject = child(verb.head, "nsubjpass")
    return subject if subject is not None and subject.tag_ not in ("WDT", "WP", "EX") else None


def _clause(rest: Sequence[Word], *, whole: bool) -> Sequence[Word]:
    """The words behind a verb up to a mark or another verb with a tense."""
    for at, word in enumerate(rest):
        joins = word.dep_ == "cc" and any(one.tag_ in FINITE for one in rest[at + 1 : at + 3])
        if word.text in _STOPS or joins or (word.tag_ in FINITE and not whole):
            return rest[:at]
    return rest


def _parted(rest: Sequence[Word], lead: str | None) -> tuple[Sequence[Word], Sequence[Word]] | None:
    """Part who says it from what is said, whichever of the two comes first."""
    words = [one.lower_ for one in rest]
    if "by" not in words:
        return None
    by = words.index("by")
    if lead is None:
        opens = bool(rest[:by]) and rest[0].pos_ in ("ADJ", "DET", "NOUN")
        return (_name(rest[by + 1 :]), rest[:by]) if opens else None
    if lead not in words:
        return None
    at = words.index(lead)
    if at < by:
        return _name(rest[by + 1 :]), rest[at:by]
    agent = _name(rest[by + 1 : at])
    if len(agent) < at - by - 1:
        return None
    return agent, rest[at + 1 :] if lead == "that" else rest[at:]


def _name(words: Sequence[Word]) -> Sequence[Word]:
    """The words that name somebody, from the first on."""
    end = 0
    while end < len(words) and (words[end].pos_ in _NAMING or words[end].lower_ in _BETWEEN):
        end += 1
    return words[:end]

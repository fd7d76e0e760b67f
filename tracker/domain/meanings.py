"""Meanings: what words come down to when two claims are compared, from a general lexicon."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from hashlib import sha256
from pathlib import Path

_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_IRREGULAR = {
    form: base
    for base, forms in {
        "strike": "struck stricken", "shoot": "shot", "blow": "blew blown", "hold": "held",
        "win": "won", "lose": "lost", "fall": "fell fallen", "rise": "rose risen", "leave": "left",
        "take": "took taken", "begin": "began begun", "break": "broke broken", "burn": "burnt",
        "bring": "brought", "fly": "flew flown", "go": "went gone", "give": "gave given",
        "throw": "threw thrown", "steal": "stole stolen", "swing": "swung", "sink": "sank sunk",
        "fight": "fought", "flee": "fled", "keep": "kept", "lie": "lay lain", "meet": "met",
        "pay": "paid", "ring": "rang rung", "run": "ran", "say": "said", "sell": "sold",
        "buy": "bought", "send": "sent", "stand": "stood", "tell": "told", "hear": "heard",
        "see": "saw seen", "know": "knew known", "draw": "drew drawn", "drive": "drove driven",
        "come": "came", "become": "became", "find": "found", "catch": "caught", "feel": "felt",
        "mean": "meant", "set": "setting", "beat": "beaten", "tear": "tore torn", "be": "was were",
        "man": "men", "woman": "women", "child": "children", "gunman": "gunmen", "die": "dying",
        "slay": "slew slain", "build": "built", "lead": "led", "make": "made", "hide": "hid hidden",
    }.items()
    for form in forms.split()
}  # fmt: skip
_LEXICON = Path(__file__).with_name("meanings.txt")
_KEPT = 4096
"""Texts of which the words are kept: those of one claim are asked for again and again."""
_SHORTEST = 4
_DOUBLED = 2

Phrase = tuple[str, ...]


@lru_cache(_KEPT)
def words_in(text: str) -> tuple[str, ...]:
    """The words of a text in lower case, without their possessive endings."""
    found = (one[0].lower().replace("’", "'") for one in _WORD.finditer(text))
    return tuple(one.removesuffix("'s").removesuffix("'") for one in found)


@cache
def stem(word: str) -> str:
    """What the forms of an English word have in common: "firing", "fired" and "fire" are one."""
    word = _IRREGULAR.get(word, word)
    if word.endswith("ies") and len(word) > _SHORTEST:
        word = word[:-3] + "y"
    elif word.endswith(("sses", "xes", "ches", "shes", "zes")):
        word = word[:-2]
    elif word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) >= _SHORTEST:
        word = word[:-1]
    for ending in ("ing", "ed"):
        rest = word.removesuffix(ending)
        if rest != word and len(rest) >= len(ending) and re.search("[aeiouy]", rest):
            word = rest
            if word[-1] == word[-_DOUBLED] and word[-1] not in "lsz":
                word = word[:-1]
            break
    return re.sub("y$", "i", word.removesuffix("e"))


@lru_cache(maxsize=4096)
def stems_in(text: str) -> tuple[str, ...]:
    """The stems of a text's words, in order."""
    return tuple(stem(word) for word in words_in(text))


class Table(dict[Phrase, frozenset[str]]):
    """What phrases of stems mean."""

    @cached_property
    def sizes(self) -> Mapping[str, tuple[int, ...]]:
        """How long the phrases are that begin with a stem, the longest first."""
        lengths: dict[str, set[int]] = {}
        for phrase in self:
            lengths.setdefault(phrase[0], set()).add(len(phrase))
        return {first: tuple(sorted(each, reverse=True)) for first, each in lengths.items()}


@dataclass(frozen=True)
class Lexicon:
    """The lexicon, by phrases of stems."""

    deeds: Table
    told: Table
    states: Table
    fields: Table
    parties: Table
    apart: Table
    kinds: Mapping[str, Table]
    opposites: frozenset[tuple[str, str]]
    exclusive: Mapping[str, Table]
    events: Mapping[str, str]

    @cached_property
    def senses(self) -> frozenset[str]:
        """All senses of deeds."""
        return frozenset(sense for senses in self.deeds.values() for sense in senses)

    def opposed(self, ours: Iterable[str], theirs: Iterable[str]) -> tuple[str, str] | None:
        """The first two senses that exclude each other."""
        return _opposed(self.opposites, frozenset(ours), frozenset(theirs))


@lru_cache(maxsize=65536)
def _opposed(
    opposites: frozenset[tuple[str, str]], ours: frozenset[str], theirs: frozenset[str]
) -> tuple[str, str] | None:
    pairs = ((one, other) for one in ours for other in theirs)
    return min((pair for pair in pairs if pair in opposites), default=None)


def matches(table: Table, stems: Phrase) -> Iterator[tuple[int, int, frozenset[str]]]:
    """Yield where phrases of a table stand among some stems, the longest first at each place."""
    at = 0
    while at < len(stems):
        for size in table.sizes.get(stems[at], ()):
            if (found := table.get(stems[at : at + size])) is not None:
                yield at, at + size, found
                at += size - 1
                break
        at += 1


def named(table: Table, text: str) -> frozenset[str]:
    """All that a table names in a text."""
    return frozenset(name for _, _, names in matches(table, stems_in(text)) for name in names)


@cache
def lexicon_digest() -> str:
    """Which lexicon it is: its SHA-256 (hexadecimal)."""
    return sha256(_LEXICON.read_bytes()).hexdigest()


@cache
def lexicon() -> Lexicon:
    """Read the lexicon, once."""
    sections: dict[str, list[str]] = {}
    here: list[str] = []
    for line in _LEXICON.read_text("utf-8").splitlines():
        if line.startswith("["):
            here = sections.setdefault(line.strip("[]"), [])
        elif line.strip() and not line.startswith("#"):
            here.append(line)
    pairs = [
        tuple(line.split()) for name in ("opposites", "opposed states") for line in sections[name]
    ]
    return Lexicon(
        deeds=_table(line.partition(";")[0] for line in sections["deeds"]),
        told=_table(_nouns(line) for line in sections["deeds"]),
        states=_table(sections["states"]),
        fields=_table(sections["fields"]),
        parties=_table(sections["parties"]),
        apart=_table(sections["apart"]),
        kinds={
            name.removeprefix("kinds: "): _table(lines)
            for name, lines in sections.items()
            if name.startswith("kinds: ")
        },
        events={
            sense: line.partition(":")[0]
            for line in sections["events"]
            for sense in line.partition(":")[2].split()
        },
        exclusive=dict(_exclusive(line) for line in sections["exclusive"]),
        opposites=frozenset((a, b) for one, two in pairs for a, b in ((one, two), (two, one))),
    )


def _exclusive(line: str) -> tuple[str, Table]:
    question, _, answers = line.partition(":")
    return question, _table(f"{answer.split()[0]}:{answer}" for answer in answers.split("/"))


def _nouns(line: str) -> str:
    head, _, rest = line.partition(":")
    return f"{head}:{rest.partition(';')[2]}"


def _table(lines: Iterable[str]) -> Table:
    found = Table()
    for line in lines:
        sense, _, words = line.partition(":")
        for word in words.split():
            phrase = tuple(stem(part) for part in word.split("_"))
            found[phrase] = found.get(phrase, frozenset()) | {sense.strip()}
    return found

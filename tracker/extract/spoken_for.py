"""For whom a spokesman speaks: "a ministry spokesman", "Ada Krol, a spokeswoman for the union"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from tracker.domain.source import SourceKind
from tracker.extract.kinds_of_sources import kind_of_noun
from tracker.extract.member import LOOSE, Member

_SPEAKING = re.compile(
    r"\b(?:spokes(?:man|woman|person|men|women|people)|press (?:officer|office))\b"
)
_FOR = re.compile(r"^ (?:for|of|at) (?:the |its )?([^,;:()]{1,80})")
_APART = re.compile(r"[’']s?(?= |$)|[,;:]")
_RANKS = frozenset("chief deputy head lead main official press senior top".split())  # noqa: SIM905
_SOMEBODY = SourceKind.UNNAMED
_PAST = frozenset({"ex", "ex-", "former", "then"})


def spoken_for(member: Member, cast: Iterable[Member]) -> Member | None:
    """The body that somebody speaks for by what the text calls them; None where it says no body.

    It is the one of the cast that is called so. A name that the text has only beside its spokesman
    is a source as well; by a mere noun ("the ministry") none is guessed at where two fit.
    """
    told = member.role if member.name else member.phrase
    body, behind = _body(told)
    words = body.casefold().split()
    if not words or _PAST & {*words}:
        return None
    others = [one for one in cast if one is not member and not _speaks_for_another(one)]
    fitting = [one for one in others if _is_called(one, body)] or [
        one for one in others if _may_be_called(one, words)
    ]
    if len(fitting) == 1:
        return fitting[0]
    named = all(word[:1].isupper() for word in body.split())
    if fitting or not named or (len(words) == 1 and (not behind or kind_of_noun(words[0]))):
        return None
    kind = kind_of_noun(words[-1])
    return Member(f"body {body.casefold()}", name=body, kind=None if kind is _SOMEBODY else kind)


def _body(told: str) -> tuple[str, bool]:
    """The body in a description, and whether it stands behind "for"."""
    found = _SPEAKING.search(told.casefold())
    if found is None:
        return "", False
    behind = _FOR.match(told[found.end() :])
    if behind is not None:
        return behind[1].strip(), True
    words = _APART.sub("", told[: found.start()]).split()
    return " ".join(one for one in words if one.casefold() not in _RANKS), False


def _speaks_for_another(member: Member) -> bool:
    return _SPEAKING.search((member.role if member.name else member.phrase).casefold()) is not None


def _is_called(member: Member, body: str) -> bool:
    return body.casefold() in {one.casefold() for one in (member.called, *member.aliases)}


def _may_be_called(member: Member, words: list[str]) -> bool:
    """Whether a noun may take a source up: "ministry" the Interior Ministry."""
    known = {*member.called.casefold().split(), *member.role.casefold().split(), *member.nouns}
    loose = len(words) == 1 and member.kind in LOOSE.get(words[0], ())
    return not member.human and (set(words) <= known or loose)

"""What a noun phrase calls somebody: the name, the role, the noun."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tracker.domain.source import SourceKind
from tracker.extract.kinds_of_sources import (
    is_form,
    is_masthead,
    is_person,
    is_title,
    is_trade,
    kind_of_noun,
)
from tracker.extract.parts import RELATIVES, parts_of, sets_apart
from tracker.extract.proper_names import HEAVY, modifies, named, nominal, self_named, spelled
from tracker.extract.words import Word

_LEADING = frozenset({"DET", "ADV", "PRON", "CCONJ", "PUNCT"})
_VAGUE = frozenset({"many", "several", "some", "most", "few", "various", "numerous", "other"})
_WHOLE = frozenset({"both", "each", "neither"})
_VERBS = frozenset({"VBD", "VBZ", "VBP", "VBN", "VBG"})
_ANOTHER = frozenset({"another", "other", "a", "an"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_MACHINES = frozenset(
    "camera computer crane drone excavator lift machine radar radio switchboard telephone".split()  # noqa: SIM905
)
"""Whoever operates one of these is a person, and no company."""
_OWNING = frozenset({"builder", "co-owner", "developer", "employer", "owner", "shipowner"})
"""Who is called so by one word, "the ferry's owner, Hanseline", is a company: a person has two."""
_PERIODIC = frozenset({"daily", "monthly", "weekly"})
_PLACES_TOO = frozenset({"site", "station"})
"""Nouns for outlets that are also for places: "polling station", "construction site"."""
_ON_AIR = frozenset({"broadcast", "internet", "online", "web"})
_NEWS = frozenset({"news", "press", "wire"})
_SELVES = ("self", "selves")
_STATIONS = frozenset({"radio", "television", "tv"})
"""Names that begin so are of outlets: "Radio Estuary"."""
_STEM = 5
_ONE_OF = 2


@dataclass(frozen=True)
class Naming:
    """How a phrase names its source.

    ``name`` is a proper name or ""; ``phrase`` the description without its article; ``role`` the
    description that goes with a name; ``noun`` the noun of the description, lower case. ``another``
    says that it is nobody met before; ``stems`` are the beginnings of the description's words.
    """

    name: str = ""
    phrase: str = ""
    role: str = ""
    noun: str = ""
    pronoun: str = ""
    possessor: str = ""
    definite: bool = False
    another: bool = False
    plural: bool = False
    stems: frozenset[str] = frozenset()
    kind: SourceKind | None = None


def naming_of(tokens: Sequence[Word]) -> Naming:
    """Read a noun phrase."""
    words = _without_self([token for token in tokens if not _is_mark(token)])
    if words and words[0].lower_ in ("also", "even", "according", "to", "by"):
        words = [token for token in words if token.lower_ not in ("also", "according", "by", "to")]
    if not words:
        return Naming()
    if len(words) == 1 and (words[0].pos_ == "PRON" or words[0].lower_ in RELATIVES):
        return Naming(pronoun=words[0].lower_, plural=words[0].lower_ in ("they", "we", "both"))
    parts = _without_share(parts_of(words))
    core = parts[0]
    possessor = core[0].lower_ if core[0].tag_ == "PRP$" else ""
    owned = any(token.tag_ == "POS" for token in core)
    definite = core[0].lower_ in _DEFINITE or bool(possessor) or owned
    bare = _bare(core)
    name, before = named(bare)
    asides = [_bare(part) for part in parts[1:3] if part[0].tag_ != "IN"]  # "in Selm" names a place
    role = spelled(before)
    if name and not before and asides and _describes(asides[0]):
        before, role = asides[0], spelled(asides[0])
    elif not name:
        before = bare
        name, more = next(filter(lambda found: found[0], map(named, asides)), ("", []))
        name = name or self_named(words)
        role = ", ".join(filter(None, (spelled(_phrase(bare)), spelled(more)))) if name else ""
    phrase = spelled(_phrase(bare))
    one_of = core[0].lower_ == "one" and len(core) > _ONE_OF and core[1].lower_ == "of"
    head = (_head(before) if not one_of else _last_noun(core)) if before else None
    nominal = head is not None and (head.pos_ in ("NOUN", "PROPN") or head.lower_ in _PERIODIC)
    noun = head.lemma_.lower() if head is not None and nominal else ""
    plural = head is not None and head.tag_ in ("NNS", "NNPS") and not name and not one_of
    kind = _kind(name, noun, head, definite=definite, plural=plural)
    kind = _kind_amid(before, name, noun, kind, plural=plural)
    noun = "" if _is_party_before(before, name) else noun
    return Naming(
        name=name,
        phrase=phrase,
        role=role,
        noun=noun,
        possessor=possessor,
        definite=definite,
        plural=plural,
        stems=frozenset(token.lower_[:_STEM] for token in before if token.pos_ in HEAVY),
        kind=kind,
        another=core[0].lower_ in _ANOTHER or any(map(sets_apart, core[1:])),
    )


def _without_self(words: list[Word]) -> list[Word]:
    """A pronoun alone: "she herself"."""
    doubled = len(words) > 1 and words[0].tag_ == "PRP" and words[1].lower_.endswith(_SELVES)
    return words[:1] if doubled else words


def _is_full_name(name: str) -> bool:
    """Whether a name may be a first name and a surname: no "Steel Union", no "Gulf Oil"."""
    words = name.split()
    return len(words) > 1 and words[-1].istitle() and kind_of_noun(words[-1].lower()) is None


def _kind_amid(
    before: Sequence[Word], name: str, noun: str, kind: SourceKind | None, *, plural: bool
) -> SourceKind | None:
    """The kind of a source that other words of its description change."""
    if _is_party_before(before, name):
        return SourceKind.PERSON
    if noun == "operator" and any(token.lower_ in _MACHINES for token in before):
        return SourceKind.PERSON if name or not plural else SourceKind.UNNAMED
    if noun in _OWNING and name and not plural and (" " not in name or _is_firm(name)):
        return SourceKind.COMPANY
    if noun in _PLACES_TOO and any(_is_of_place(token) for token in before[:-1]):
        return None
    news = noun in ("agency", "service") and any(token.lower_ in _NEWS for token in before)
    return SourceKind.OUTLET if news else kind


def _is_party_before(before: Sequence[Word], name: str) -> bool:
    """Whether somebody is named behind the party: "Labour's Ada Krol" is not Labour."""
    return bool(before) and before[-1].tag_ == "POS" and _is_full_name(name)


def _is_of_place(token: Word) -> bool:
    """Whether a noun before "station" tells that it is none of radio or news."""
    return token.pos_ == "NOUN" and token.lower_ not in _STATIONS | _NEWS | _ON_AIR


def _is_firm(name: str) -> bool:
    """Whether a name of several words ends as those of firms do: "Nordal AG", "Ulm Shipping"."""
    words = name.split()
    return len(words) > 1 and (is_form(words[-1]) or is_trade(words[-1]))


def _is_mark(token: Word) -> bool:
    """Whether a token is a quotation mark or blank; an apostrophe at a word's end is neither."""
    apostrophe = token.text in "'’" and token.i > 0 and not token.nbor(-1).whitespace_
    return bool(token.is_space or (token.is_quote and token.tag_ != "POS" and not apostrophe))


def _without_share(parts: list[list[Word]]) -> list[list[Word]]:
    """What one of several is said to be: "one of them, a retired admiral"."""
    first = [token.lower_ for token in parts[0][:3]]
    one_of_them = first[:2] == ["one", "of"] and first[2:] in (["them"], ["those"], ["these"])
    told = one_of_them and len(parts) > 1 and parts[1][0].lower_ in ("a", "an")
    return parts[1:] if told and _describes(parts[1]) else parts


def _bare(part: Sequence[Word]) -> list[Word]:
    """A phrase without the articles, pronouns and adverbs that lead it in."""
    start = 0
    while (
        start < len(part) - 1
        and part[start].lower_ not in _WHOLE
        and (part[start].pos_ in _LEADING or part[start].lower_ in _VAGUE)
    ):
        start += 1
    return list(part[start:])


def _phrase(part: Sequence[Word]) -> Sequence[Word]:
    """A description up to the verb that tells more of it."""
    verbs = (
        at
        for at, token in enumerate(part)
        if at and token.tag_ in _VERBS and token.dep_ != "amod" and not modifies(token)
    )
    return part[: next(verbs, len(part))]


def _describes(part: Sequence[Word]) -> bool:
    """Whether an aside says what somebody is: "a farmer", "governor of the region"."""
    head = _head([token for token in part if token.pos_ != "DET"])
    return head is not None and kind_of_noun(head.lemma_) is not None


def _head(part: Sequence[Word]) -> Word | None:
    words = nominal(part)
    of = next((at for at, token in enumerate(words) if at and token.lower_ == "of"), len(words))
    if of < len(words) and kind_of_noun(words[of - 1].lemma_) is not None:
        words = words[:of]
    heavy = [token for token in words if token.pos_ in ("NOUN", "PROPN", "ADJ", "NUM")]
    return heavy[-1] if heavy else None


def _last_noun(part: Sequence[Word]) -> Word | None:
    """The noun of "one of the nurses"."""
    return next((one for one in reversed(part) if one.pos_ == "NOUN"), None)


def _heading(name: str) -> str:
    """The word of a name that says what it names: "Office" of "State Office for Mines"."""
    words = name.split()
    joins = (at for at, one in enumerate(words) if at and one in ("of", "for"))
    before = words[next(joins, 0) - 1]
    plain = kind_of_noun(words[-1]) in (None, SourceKind.DOCUMENT)
    bodily = plain and kind_of_noun(before) is not SourceKind.UNNAMED
    return before if bodily and kind_of_noun(before) else words[-1]


def _kind(
    name: str, noun: str, head: Word | None, *, definite: bool, plural: bool
) -> SourceKind | None:
    by_noun = kind_of_noun(noun) if noun else None
    if noun and head is not None:
        by_noun = by_noun or kind_of_noun(head.lower_)  # "the minutes" are none of an hour
    if not name:
        if by_noun is SourceKind.UNNAMED and definite and not plural and is_person(noun):
            return SourceKind.PERSON
        return by_noun
    last = _heading(name)
    if " " in name and name.split(maxsplit=1)[0].casefold() in _STATIONS and by_noun is None:
        return SourceKind.OUTLET
    if is_masthead(last) and (definite or last != name) and by_noun is not SourceKind.UNNAMED:
        return SourceKind.OUTLET
    if " " in name and is_form(last) and by_noun is not SourceKind.UNNAMED:
        return SourceKind.COMPANY
    if by_noun is SourceKind.UNNAMED or (head is not None and is_title(head.lower_)):
        return SourceKind.PERSON
    by_name = by_noun or kind_of_noun(last)
    if by_name not in (None, SourceKind.UNNAMED):
        return by_name
    if " " in name and is_trade(last):
        return SourceKind.COMPANY
    acronym = last.isupper() and len(last) > 1
    return SourceKind.ORGANISATION if acronym or definite else None

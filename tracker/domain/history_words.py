"""An entry of the history in words: what was added, which field went from what to what."""

from __future__ import annotations

from collections.abc import Mapping

from tracker.domain.history import Entry, Verb
from tracker.domain.reference import Kind

_LONGEST = 60
_NOTHING = "–"
_SAID_ELSEWHERE = frozenset({"at", "by", "judged_at", "judged_by"})
"""Fields that only repeat who did it and when."""
_WEIGHTY = ("status", "stage", "state")
"""Fields that are said first."""
_POINTING = {
    "article_id": Kind.ARTICLE,
    "event_id": Kind.EVENT,
    "affiliation_id": Kind.SOURCE,
    "revision_of": Kind.ARTICLE,
}
"""Fields that hold the number of another thing."""
_TELLING = {
    Kind.ARTICLE: (),
    Kind.CLAIM: ("statement",),
    Kind.EVENT: ("title",),
    Kind.MATCH: ("reason",),
    Kind.NOTE: ("text",),
    Kind.RELATION: ("kind",),
    Kind.SOURCE: ("name",),
    Kind.ATTEMPT: ("what", "result"),
    Kind.EVIDENCE: ("stance", "title"),
}
"""The fields that say what a thing is."""


def changes_said(entry: Entry) -> str:
    """Say what happened to the thing, shortly."""
    match entry.verb:
        case Verb.ADDED:
            return f"added{_what(entry, new=True)}"
        case Verb.REMOVED:
            return f"taken away{_what(entry, new=False)}"
        case Verb.CHANGED:
            return "; ".join(
                _change(entry.subject.kind, name, old, new)
                for name, (old, new) in sorted(entry.changes.items(), key=_weight)
                if name not in _SAID_ELSEWHERE and not (name == "reason" and new == entry.reason)
            )


def _change(kind: Kind, name: str, old: object, new: object) -> str:
    """Say what a field was and is; of several parts those that have changed, of a chain all."""
    if name != "chain" and isinstance(old, list) and isinstance(new, list):
        old, new = [one for one in old if one not in new], [one for one in new if one not in old]
    letter = kind if name == "merged_into" else _POINTING.get(name)
    if letter is not None:
        old, new = (f"{letter}{end}" if isinstance(end, int) else end for end in (old, new))
    called = name.removesuffix("_id").removesuffix("_at").replace("_", " ")
    return f"{called}: {value_said(old)} → {value_said(new)}"


def _what(entry: Entry, *, new: bool) -> str:
    values = [
        entry.changes[name][new] for name in _TELLING[entry.subject.kind] if name in entry.changes
    ]
    said = " · ".join(value_said(value) for value in values if value)
    if entry.subject.kind is Kind.RELATION and {"a", "b"} <= entry.changes.keys():
        ends = [f"C{entry.changes[end][new]}" for end in ("a", "b")]
        said = f"{ends[0]} {said} {ends[1]}"
    return f": {said}" if said else ""


def _weight(change: tuple[str, object]) -> bool:
    return change[0] not in _WEIGHTY


def value_said(value: object) -> str:
    """Say what a field holds, shortly."""
    match value:
        case None | "" | []:
            return _NOTHING
        case True | False:
            return "yes" if value else "no"
        case [*items]:
            words = ", ".join(map(value_said, items))
        case {**part}:
            words = " ".join(_part(part).split())
        case _:
            words = str(value)
    return shortened(words, _LONGEST)


def _part(part: Mapping[object, object]) -> str:
    """Say a part of a thing: a hop, a figure, a passage, a facet value, a time."""
    match part:
        case {"source_id": source, "verb": verb, "medium": medium, "date": date}:
            manner = ", ".join(str(one) for one in (verb, medium, date) if one)
            return f"S{source} ({manner})" if manner else f"S{source}"
        case {"text": str(text), "counts": str(counts)}:
            return text if counts in text else f"{text} {counts}"
        case {"facet": facet, "words": words, "source_id": source}:
            return f"{facet}: {words}" + (f" (S{source})" if source else "")
        case {"exact": words} | {"words": words} | {"status": words}:
            return str(words)
        case {"start": start, "end": end}:
            return f"{start}-{end}"
        case {"title": title, "outlet_id": outlet}:
            outlet_said = f"S{outlet}" if outlet else ""
            said = (title, outlet_said, part.get("byline"), part.get("published_at"))
            return ", ".join(str(one) for one in (*said, part.get("url")) if one)
    return "…"


def shortened(words: str, most: int) -> str:
    """Words, cut with a mark where there are more code points than ``most``."""
    return words if len(words) <= most else f"{words[: most - 1]}…"

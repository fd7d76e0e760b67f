"""The fields that an editor can correct, and how to write their values."""

from __future__ import annotations

from dataclasses import dataclass

from tracker.domain.errors import RefusedError
from tracker.domain.reference import Kind, Ref

_C, _A, _E, _S, _R, _V = (
    Kind.CLAIM, Kind.ARTICLE, Kind.EVENT, Kind.SOURCE, Kind.RELATION, Kind.EVIDENCE,
)  # fmt: skip


@dataclass(frozen=True)
class Field:
    """A field: on which kinds of thing, how its value is written, whether it takes several."""

    name: str
    kinds: tuple[Kind, ...]
    value: str
    many: bool = False


FIELDS = (
    Field("statement", (_C,), "what is claimed, so that it reads on after “X said”"),
    Field(
        "quote", (_C,), "the article's own words; several pieces of an interrupted quote", many=True
    ),
    Field(
        "span",
        (_C,),
        "where those words stand: 120-188 in code points, end exclusive; several in order",
        many=True,
    ),
    Field("cue", (_C,), "the article's verb, as it stands there"),
    Field("voice", (_C,), "direct, indirect, mixed or article"),
    Field("hedge", (_C,), "the hedging word, as it stands there; “none” takes it away"),
    Field("speaker", (_C,), "S7, a source's name, or a new one: “Ana Krull (person)”"),
    Field(
        "chain",
        (_C,),
        "a hop each: “S7 | speaker | radio | told | Friday”; “none”: the article's own voice",
        many=True,
    ),
    Field("figures", (_C,), "a figure each: “at least two civilians killed”; “none”", many=True),
    Field(
        "facet",
        (_C,),
        "a facet and its words, then S7 for whom they mean; no words: none",
        many=True,
    ),
    Field("caveats", (_C,), "the outlet's own reservations; “none”", many=True),
    Field("checkable", (_C,), "yes, or no for opinion, prediction and promise"),
    Field("event", (_C,), "E3, or “none”"),
    Field("said", (_C,), "when it was said: words, or a date 2026-05-01"),
    Field("check", (_C,), "the attribution check: second_hand, primary_seen, misattributed …"),
    Field("due", (_C,), "a deadline: 2026-05-01 or 2026-05-01T18:00+02:00; “none”"),
    Field("title", (_A, _E, _V), "a title that takes no side"),
    Field("outlet", (_A,), "S7, or a source's name"),
    Field("byline", (_A,), "who wrote it"),
    Field("url", (_A, _V), "where it stands"),
    Field("published", (_A,), "a date or time: 2026-05-01T18:00+02:00; “none”"),
    Field("place", (_E,), "the place in the article's words"),
    Field("place-name", (_E,), "the place as the desk calls it"),
    Field("time", (_E,), "words, or a date 2026-05-01, or from/to: 2026-05-01/2026-05-03"),
    Field("name", (_S,), "the public name"),
    Field("role", (_S,), "“governor of the region”"),
    Field("kind", (_S, _V), "person, armed_group … for a source; document, imagery … for evidence"),
    Field("aliases", (_S,), "other names, in any script; “none”", many=True),
    Field("affiliation", (_S,), "S7, or a source's name; “none”"),
    Field("reliability", (_S,), "A to F of the Admiralty code"),
    Field("own-origin", (_S,), "yes if it counts as an origin of its own; no"),
    Field("restricted-name", (_S,), "the real name of a protected source; “erase” removes it"),
    Field("facet", (_R,), "the facet that the relation is about; “none”"),
    Field("reason", (_R,), "why it holds"),
    Field("stance", (_V,), "supports, undermines, context or inconclusive"),
)


def field_of(ref: Ref, name: str) -> Field:
    """Find a field of a thing by name.

    Raises:
        RefusedError: things of this kind have no such field.
    """
    mine = [field for field in FIELDS if ref.kind in field.kinds]
    for field in mine:
        if field.name == name.casefold().replace("_", "-"):
            return field
    names = ", ".join(field.name for field in mine) or "none"
    raise RefusedError(f"{ref} has no field “{name}” to edit; it has: {names}.")

"""Public ids: a letter for the kind of thing and a number, short enough to say aloud."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, ClassVar, Self

from tracker.domain.errors import UnknownRefError

_LARGEST = 2**63 - 1


class Kind(StrEnum):
    """The kinds of thing that have a public id, by their letter."""

    ARTICLE = "A"
    CLAIM = "C"
    EVENT = "E"
    MATCH = "M"
    NOTE = "N"
    RELATION = "R"
    SOURCE = "S"
    ATTEMPT = "T"
    EVIDENCE = "V"

    @property
    def word(self) -> str:
        """The kind in words, lower case: "claim"."""
        return self.name.lower()


@dataclass(frozen=True, order=True)
class Ref:
    """A public id such as ``C12``: stable for the life of a ledger."""

    kind: Kind
    number: int

    def __str__(self) -> str:
        return f"{self.kind}{self.number}"

    @classmethod
    def parse(cls, text: str, *, among: tuple[Kind, ...] = tuple(Kind)) -> Ref:
        """Read a public id, in either case.

        Raises:
            UnknownRefError: the text is no public id of the kinds asked for.
        """
        letters = "".join(kind.value for kind in among)
        found = re.fullmatch(rf"([{letters}{letters.lower()}])([0-9]{{1,19}})", text.strip())
        if found and 0 < (number := int(found[2])) <= _LARGEST:
            return cls(Kind(found[1].upper()), number)
        shapes = ", ".join(f"{kind.value}12 ({kind.word})" for kind in among)
        raise UnknownRefError(f"“{text}” is no reference; write one like {shapes}.")


@dataclass(frozen=True, kw_only=True)
class Thing:
    """What a ledger keeps under a public id.

    The uid says which thing it is in any ledger, the version how often it was saved in this one.
    """

    of_kind: ClassVar[Kind]
    id: int = 0
    uid: str = ""
    version: int = 0

    @property
    def ref(self) -> Ref:
        """The public id."""
        return Ref(self.of_kind, self.id)

    @classmethod
    def made_of(cls, fields: Mapping[str, Any]) -> Self:
        """One of which every field is told, as by its row.

        A frozen value that is made field by field takes five times as long.
        """
        made = cls.__new__(cls)
        vars(made).update(fields)
        return made

    def but(self, **fields: Any) -> Self:
        """The same but for some fields."""
        return self.made_of({**vars(self), **fields})

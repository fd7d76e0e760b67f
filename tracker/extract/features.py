"""Columns of whole numbers that describe rows; none of them is a word."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.int16]
Rows = NDArray[np.integer]
_FAR = 30000


@dataclass
class Columns:
    """Gathers the columns of a matrix with their names, only the wanted ones where some are named.

    A name ending in ``#`` marks a column of labels (a part of speech, a dependency), where only
    equality has a meaning, one in ``%`` probabilities in thousandths; others are counts or flags.
    """

    wanted: Wanted | None = None
    names: list[str] = field(default_factory=list)
    parts: list[Matrix] = field(default_factory=list)

    def number(self, name: str, values: NDArray[np.number | np.bool_]) -> None:
        """Add one column of counts or flags."""
        if self.wanted is None or name in self.wanted.names:
            self.names.append(name)
            if values.dtype != np.bool_:
                values = np.minimum(np.maximum(values, -_FAR), _FAR)  # np.clip is slow on few rows
            self.parts.append(values.astype(np.int16)[:, None])

    def label(self, name: str, values: NDArray[np.number]) -> None:
        """Add one column of labels."""
        self.number(f"{name}#", values)

    def score(self, name: str, values: NDArray[np.floating]) -> None:
        """Add one column of probabilities."""
        if self.wanted is None or f"{name}%" in self.wanted.names:
            self.number(f"{name}%", np.rint(values * 1000))

    def flags(
        self, name: str, members: tuple[str, ...], table: NDArray[np.bool_], rows: Rows
    ) -> None:
        """Add a block of columns, one for each of ``members``: the given rows of a table."""
        if self.wanted is None:
            self.names += [f"{name}.{member}" for member in members]
            self.parts.append(table[rows].astype(np.int16))
            return
        of_block, names = self.wanted.block(name, members)
        if names:
            self.names += names
            self.parts.append(table[rows[:, None], of_block].astype(np.int16))

    def matrix(self) -> Matrix:
        """Return all columns side by side."""
        return np.concatenate(self.parts, axis=1)


@dataclass(frozen=True)
class Wanted:
    """The columns that a model asks about."""

    names: frozenset[str]
    _blocks: dict[str, tuple[Rows, list[str]]] = field(default_factory=dict, compare=False)

    def block(self, name: str, members: tuple[str, ...]) -> tuple[Rows, list[str]]:
        """Return which members of a block are wanted, and their full names."""
        if name not in self._blocks:
            full = [f"{name}.{member}" for member in members]
            rows = [number for number, each in enumerate(full) if each in self.names]
            self._blocks[name] = (np.array(rows, dtype=np.int64), [full[row] for row in rows])
        return self._blocks[name]

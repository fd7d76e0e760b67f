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
    parts: list[NDArray[np.generic]] = field(default_factory=list)

    def number(self, name: str, values: NDArray[np.number | np.bool_]) -> None:
        """Add one column of counts or flags."""
        if self.wanted is None or name in self.wanted.names:
            if values.dtype.kind == "f":  # a sum may be great; whole numbers count what is near
                values = np.minimum(np.maximum(values, -_FAR), _FAR)  # np.clip is slow on few rows
            self.names.append(name)
            self.parts.append(values)

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
            self.parts.append(table.take(rows, axis=0).T)
            return
        of_block, names = self.wanted.block(name, members)
        if names:
            self.names += names
            self.parts.append(table.take(rows, axis=0).take(of_block, axis=1).T)

    def of_rows(self, rows: Rows, wanted: Wanted | None = None) -> Columns:
        """Return the columns of some of the rows, to which more may be added."""
        return Columns(wanted, list(self.names), [self._laid_out().take(rows, axis=1)])

    def matrix(self) -> Matrix:
        """Return all columns side by side; a column's values lie together in memory."""
        return self._laid_out().T

    def _laid_out(self) -> Matrix:
        if len(self.parts) == 1 and self.parts[0].dtype == np.int16 and self.parts[0].ndim > 1:
            return self.parts[0].astype(np.int16, copy=False)
        laid_out = np.empty((len(self.names), self.parts[0].shape[-1]), np.int16)
        at = 0
        for part in self.parts:
            if part.ndim == 1:
                laid_out[at] = part
                at += 1
            else:
                laid_out[at : at + len(part)] = part
                at += len(part)
        self.parts = [laid_out]
        return laid_out


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

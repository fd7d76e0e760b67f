"""Long lists of numbers: taken a part at a time, and asked whether one is among them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

AT_ONCE = 500
"""So many things are read whole at a time."""


def batches(numbers: Sequence[int]) -> Iterator[Sequence[int]]:
    """Part numbers into those that are read at once."""
    return (numbers[start : start + AT_ONCE] for start in range(0, len(numbers), AT_ONCE))


class Among:
    """Whether a number is among others: a byte each, where a set of a million takes 90 MiB."""

    def __init__(self, numbers: Sequence[int]) -> None:
        self._named = bytearray(max(numbers, default=0) + 1)
        for number in numbers:
            self._named[number] = 1

    def __contains__(self, number: int) -> bool:
        """Say so."""
        return 0 < number < len(self._named) and bool(self._named[number])

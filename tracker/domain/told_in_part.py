"""What an editor is told of a text that names a protected source in part."""

from __future__ import annotations

from collections.abc import Iterator, Sequence


def told_in_part(where: str, stand_ins: Sequence[str]) -> Iterator[str]:
    """Say that a text holds a word of a protected name by itself, which no veil can hide."""
    for one in stand_ins:
        yield (
            f"{where} holds a part of the protected name of “{one}” by itself, such as a surname; "
            "that is not hidden."
        )

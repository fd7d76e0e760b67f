"""Attribution chains: the ordered hops from a speaker to the article."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class HopRole(StrEnum):
    """What a source does in a chain."""

    SPEAKER = "speaker"
    RELAY = "relay"
    PUBLISHER = "publisher"


class Voice(StrEnum):
    """In whose words an article gives a claim."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"
    ARTICLE = "article"


@dataclass(frozen=True)
class Hop:
    """One step of a chain. ``medium`` and ``date`` are words ("Telegram post", "Friday")."""

    source_id: int
    role: HopRole
    medium: str = ""
    verb: str = ""
    date: str = ""

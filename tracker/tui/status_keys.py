"""The key of each status: the same wherever a status is named by a key."""

from __future__ import annotations

from tracker.domain.status import Status

STATUS_KEYS = {
    Status.CONFIRMED: "c",
    Status.CORROBORATED: "b",
    Status.DISPUTED: "d",
    Status.MISLEADING: "m",
    Status.REFUTED: "r",
    Status.UNVERIFIABLE: "v",
    Status.UNVERIFIED: "w",
}

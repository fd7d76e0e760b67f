"""Times as the editor's clock shows them."""

from __future__ import annotations

from datetime import datetime


def local_time(moment: datetime | None) -> str:
    """Write a time to the minute, in the zone of this machine."""
    return f"{moment.astimezone():%Y-%m-%d %H:%M}" if moment else ""

"""Curating: joining and parting sources, events and claims."""

from __future__ import annotations

from tracker.desk.acting import Subject


class Curating(Subject):
    """Merges and splits."""

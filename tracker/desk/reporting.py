"""Reporting: what leaves the desk."""

from __future__ import annotations

from tracker.desk.acting import Subject


class Reporting(Subject):
    """Builds reports and writes them whole."""

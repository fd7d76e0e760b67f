"""Fixtures for reports: one of ``two_sides``, and one whose every text is hostile."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from saying import saying
from told import UNVERIFIED

from tracker.desk.reviewing import Backing
from tracker.domain.evidence import (
    AttemptDraft,
    EvidenceDraft,
    EvidenceKind,
    Stance,
)
from tracker.domain.status import Status
from tracker.report.report import Report
from tracker.report.unverified import UnverifiedReport
from tracker.report.wanted import Wanted

if TYPE_CHECKING:
    from tracker.desk.desk import Desk

NOON = datetime(2031, 5, 4, 12, tzinfo=UTC)
HeldReport = Callable[[str], Report]


@pytest.fixture
def worked_desk(full_desk: Desk) -> Desk:
    """``full_desk`` after a morning's work.

    The contradiction and the agreement are confirmed, C1 and C2 disputed, C1 signed off; C4
    unverifiable after an attempt; C3 has evidence that decides nothing.
    """
    contradiction, agreement = full_desk.browsing.relations()
    full_desk.relating.confirm([contradiction.id, agreement.id], by="Ada")
    full_desk.reviewing.mark(
        [1, 2], Status.DISPUTED, by="Ada", backing=Backing("each names the other")
    )
    full_desk.reviewing.ready([1], by="Ada")
    full_desk.reviewing.sign_off([1], by="Bea")
    asked = AttemptDraft("asked three hospitals", "none gives figures")
    full_desk.reviewing.mark(
        [4], Status.UNVERIFIABLE, by="Ada", backing=Backing("no register", attempt=asked)
    )
    video = EvidenceDraft(
        "https://quay.example/cam", Stance.INCONCLUSIVE, "Quay camera", EvidenceKind.IMAGERY
    )
    full_desk.gathering.add_evidence([3], video, by="Bea")
    full_desk.gathering.add_note([3], "ring my cousin at the quay", by="Bea")
    return full_desk


@pytest.fixture
def report(worked_desk: Desk) -> UnverifiedReport:
    """The report of ``worked_desk``."""
    return worked_desk.reporting.report(Wanted(UNVERIFIED, "Cem"))


@pytest.fixture
def report_saying() -> HeldReport:
    """Make a report that says one text wherever a text can stand."""
    return _report_saying


def _report_saying(text: str) -> Report:
    return saying(UNVERIFIED, text)

"""What became of claims, told after "C20" or "3 claims"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.status import Stage

if TYPE_CHECKING:
    from tracker.domain.standing import Standing


def marked(claim: Standing) -> str:
    """A status was set."""
    return f"marked {claim.status}"


def accepted(claim: Standing) -> str:
    """A suggested claim, or a proposed status, was accepted."""
    return "accepted" if claim.stage is Stage.OPEN else marked(claim)


def dismissed(claim: Standing) -> str:
    """A claim was dismissed, or only the status that was proposed for it."""
    if claim.stage is Stage.DISMISSED and claim.dismissal is not None:
        return f"dismissed: {claim.dismissal.replace('_', ' ')}"
    return f"kept {claim.status}"


def moved(claim: Standing) -> str:
    """A claim went on to another stage, or back."""
    own = " by the editor who judged it" if claim.self_signed else ""
    return f"now {claim.stage.words}{own}"


def given(claim: Standing) -> str:
    """A claim was given to somebody."""
    return f"given to {claim.assignee or 'nobody'}"

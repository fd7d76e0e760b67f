"""Every command of the desk: what must come before it, and how Ada gives it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from tracker.desk.desk import Desk
from tracker.desk.reviewing import Backing
from tracker.domain.article import Span
from tracker.domain.draft import ArticleDraft, Reading, SourceDraft
from tracker.domain.evidence import AttemptDraft, EvidenceDraft, Stance
from tracker.domain.facet import Facet
from tracker.domain.reference import Ref
from tracker.domain.relation import RelationKind
from tracker.domain.source import SourceKind
from tracker.domain.status import AttributionCheck, Dismissal, Status

LOG = EvidenceDraft("https://harbour.example/log", Stance.UNDERMINES, title="harbour log")
COPY = EvidenceDraft("https://harbour.example/chart", Stance.SUPPORTS, content=b"chart")
ASKED = AttemptDraft("asked the harbour master", "no answer")
BECAUSE = Backing("the log says so", LOG)


_NAMESAKE = Reading(
    ArticleDraft("Later"),
    "Nothing new.",
    sources=(SourceDraft("pell", "Captain Pell", SourceKind.PERSON),),
)


@dataclass(frozen=True)
class Command:
    """A command: its word in the history, and who does what on a desk with ``two_sides``."""

    name: str
    did: str
    act: Callable[[Desk], object]
    before: Callable[[Desk], object] = lambda _: None
    reason: str = ""


def _started(desk: Desk) -> None:
    desk.reviewing.start([1, 2], by="Bea")


def _ready(desk: Desk) -> None:
    _started(desk)
    desk.reviewing.ready([1, 2], by="Bea")


def _signed(desk: Desk) -> None:
    desk.reviewing.mark([1], Status.REFUTED, by="Bea", backing=BECAUSE)
    desk.reviewing.ready([1], by="Bea")
    desk.reviewing.sign_off([1], by="Cem")


def _judged(desk: Desk) -> None:
    desk.reviewing.mark([1], Status.REFUTED, by="Bea", backing=BECAUSE)


def _proposed(desk: Desk) -> None:
    desk.relating.confirm([1], by="Bea")


def _worked_on(desk: Desk) -> None:
    desk.gathering.add_evidence([6], LOG, by="Bea")
    desk.gathering.log_attempt([6], ASKED, by="Bea")
    desk.gathering.add_note([6], "thin", by="Bea")
    desk.gathering.tag([6], ["harbour"], by="Bea")
    desk.relating.relate(6, 2, RelationKind.DENIES, None, by="Bea")


def _met_a_namesake(desk: Desk) -> None:
    desk.importing.take_in(_NAMESAKE, by="Bea")


def _one_of_the_leagues(desk: Desk) -> None:
    desk.editing.edit(Ref.parse("C3"), "speaker", ["S6"], by="Bea")
    _worked_on(desk)


COMMANDS = [
    Command(
        "mark",
        "mark",
        lambda desk: desk.reviewing.mark([1, 2], Status.REFUTED, by="Ada", backing=BECAUSE),
        reason="the log says so",
    ),
    Command(
        "mark with an attempt",
        "mark",
        lambda desk: desk.reviewing.mark(
            [1], Status.UNVERIFIABLE, by="Ada", backing=Backing("nobody answers", attempt=ASKED)
        ),
        _judged,
        reason="nobody answers",
    ),
    Command(
        "mark disputed",
        "mark",
        lambda desk: desk.reviewing.mark([1], Status.DISPUTED, by="Ada"),
        _proposed,
    ),
    Command(
        "accept a status", "accept", lambda desk: desk.reviewing.accept([1, 2], by="Ada"), _proposed
    ),
    Command(
        "dismiss a status",
        "dismiss",
        lambda desk: desk.reviewing.dismiss([1, 2], by="Ada"),
        _proposed,
    ),
    Command(
        "dismiss a claim",
        "dismiss",
        lambda desk: desk.reviewing.dismiss([1], by="Ada", why=Dismissal.OUT_OF_SCOPE),
        _proposed,
    ),
    Command("start", "start", lambda desk: desk.reviewing.start([1, 2, 3], by="Ada")),
    Command("ready", "ready", lambda desk: desk.reviewing.ready([1, 2], by="Ada"), _started),
    Command("sign off", "sign-off", lambda desk: desk.reviewing.sign_off([1, 2], by="Ada"), _ready),
    Command("advance", "next", lambda desk: desk.reviewing.advance([1, 2, 3], by="Ada"), _ready),
    Command(
        "return",
        "send back",
        lambda desk: desk.reviewing.send_back([1], by="Ada", reason="too thin"),
        _ready,
        reason="too thin",
    ),
    Command(
        "reopen",
        "send back",
        lambda desk: desk.reviewing.send_back([1], by="Ada", reason="new film"),
        _signed,
        reason="new film",
    ),
    Command(
        "wait",
        "wait",
        lambda desk: desk.reviewing.wait(
            [1], "the coroner", datetime(2031, 5, 9, tzinfo=UTC), by="Ada"
        ),
        _started,
    ),
    Command("assign", "assign", lambda desk: desk.reviewing.assign([1, 2], "Dan", by="Ada")),
    Command(
        "check the attribution",
        "check attribution",
        lambda desk: desk.reviewing.check_attribution([3], AttributionCheck.SECOND_HAND, by="Ada"),
    ),
    Command(
        "evidence",
        "evidence",
        lambda desk: desk.gathering.add_evidence([1], COPY, by="Ada", against=[2], reason="found"),
        _judged,
        reason="found",
    ),
    Command("attempt", "attempt", lambda desk: desk.gathering.log_attempt([1, 2], ASKED, by="Ada")),
    Command("note", "note", lambda desk: desk.gathering.add_note([1, 2], "ring them", by="Ada")),
    Command(
        "tag",
        "tag",
        lambda desk: desk.gathering.tag([1, 6], ["Pier", "night"], by="Ada"),
        _worked_on,
    ),
    Command(
        "untag", "untag", lambda desk: desk.gathering.untag([6], ["harbour"], by="Ada"), _worked_on
    ),
    Command(
        "relate",
        "relate",
        lambda desk: desk.relating.relate(
            6, 1, RelationKind.REFINES, Facet.MEANS, by="Ada", reason="so"
        ),
        reason="so",
    ),
    Command(
        "relate against a verdict",
        "relate",
        lambda desk: desk.relating.relate(6, 1, RelationKind.DENIES, None, by="Ada"),
        _judged,
    ),
    Command(
        "relate what was suggested",
        "relate",
        lambda desk: desk.relating.relate(2, 1, RelationKind.CONTRADICTS, Facet.ACTOR, by="Ada"),
    ),
    Command(
        "confirm",
        "confirm",
        lambda desk: desk.relating.confirm([1, 2], by="Ada", reason="yes"),
        _judged,
        "yes",
    ),
    Command(
        "reject",
        "reject",
        lambda desk: desk.relating.reject([1, 2], by="Ada", reason="no"),
        reason="no",
    ),
    Command(
        "set the facet", "set facet", lambda desk: desk.relating.set_facet(1, Facet.CAUSE, by="Ada")
    ),
    Command(
        "edit a claim",
        "edit",
        lambda desk: desk.editing.edit(
            Ref.parse("C1"), "chain", ["S6", "S7 | relay"], by="Ada", reason="typo"
        ),
        reason="typo",
    ),
    Command(
        "edit a source",
        "edit",
        lambda desk: desk.editing.edit(Ref.parse("S6"), "aliases", ["Joe"], by="Ada"),
    ),
    Command(
        "edit an event",
        "edit",
        lambda desk: desk.editing.edit(Ref.parse("E1"), "time", ["2031-04-29"], by="Ada"),
    ),
    Command(
        "edit an article",
        "edit",
        lambda desk: desk.editing.edit(Ref.parse("A1"), "outlet", ["S7"], by="Ada"),
    ),
    Command(
        "edit a relation",
        "edit",
        lambda desk: desk.editing.edit(Ref.parse("R1"), "reason", ["x"], by="Ada"),
    ),
    Command(
        "edit evidence",
        "edit",
        lambda desk: desk.editing.edit(Ref.parse("V1"), "stance", ["context"], by="Ada"),
        _worked_on,
    ),
    Command(
        "merge sources",
        "merge",
        lambda desk: desk.curating.merge(Ref.parse("S4"), Ref.parse("S5"), by="Ada", reason="one"),
        reason="one",
    ),
    Command(
        "merge outlets",
        "merge",
        lambda desk: desk.curating.merge(Ref.parse("S7"), Ref.parse("S1"), by="Ada"),
    ),
    Command(
        "merge events",
        "merge",
        lambda desk: desk.curating.merge(Ref.parse("E2"), Ref.parse("E1"), by="Ada"),
    ),
    Command(
        "merge claims",
        "merge",
        lambda desk: desk.curating.merge(Ref.parse("C3"), Ref.parse("C6"), by="Ada"),
        _worked_on,
    ),
    Command(
        "split a source",
        "split",
        lambda desk: desk.curating.split(Ref.parse("S6"), by="Ada", claims=[3], name="J. Pell jr"),
    ),
    Command(
        "split an event",
        "split",
        lambda desk: desk.curating.split(
            Ref.parse("E1"), by="Ada", claims=[3, 4], name="Aftermath"
        ),
    ),
    Command(
        "split a claim",
        "split",
        lambda desk: desk.curating.split(
            Ref.parse("C2"), by="Ada", name="two passengers were killed"
        ),
    ),
    Command(
        "claim",
        "claim",
        lambda desk: desk.claiming.claim(1, Span(0, 8), "two died", "S6", by="Ada"),
    ),
    Command(
        "claim by somebody new",
        "claim",
        lambda desk: desk.claiming.claim(
            1, Span(0, 8), "two died", "Odo Vane", by="Ada", kind=SourceKind.PERSON
        ),
    ),
    Command(
        "clear",
        "clear",
        lambda desk: desk.claiming.clear(1, [Span(0, 8), Span(9, 14)], by="Ada"),
    ),
    Command(
        "take in",
        "take in",
        lambda desk: desk.importing.take_in(
            Reading(ArticleDraft("Later"), "Nothing new."), by="Ada"
        ),
    ),
    Command(
        "take in a namesake", "take in", lambda desk: desk.importing.take_in(_NAMESAKE, by="Ada")
    ),
    Command(
        "take two for one",
        "merge",
        lambda desk: desk.matching.accept([1], by="Ada"),
        _met_a_namesake,
    ),
    Command(
        "keep two apart",
        "keep apart",
        lambda desk: desk.matching.reject([1], by="Ada", reason="his son"),
        _met_a_namesake,
        reason="his son",
    ),
]

"""A protected source who is named wherever a text can stand, and what tells that it leaked."""

from __future__ import annotations

import re

from tracker.desk.reviewing import Backing
from tracker.domain.attribution import HopRole, Voice
from tracker.domain.draft import (
    ArticleDraft,
    CaveatDraft,
    ClaimDraft,
    EventDraft,
    FacetDraft,
    HopDraft,
    Reading,
    RelationDraft,
    SourceDraft,
)
from tracker.domain.evidence import AttemptDraft, EvidenceDraft, Stance
from tracker.domain.facet import Facet
from tracker.domain.reference import Ref
from tracker.domain.relation import RelationKind
from tracker.domain.source import SourceKind
from tracker.domain.status import Stage, Status

NAME = "Odo Vane"
NOTE = "his brother keeps bees"
LEAK = re.compile(r"odo|vane", re.IGNORECASE)
TEXT = f"""{NAME} speaks

A deckhand saw the lamps out. “I, {NAME}, saw it,” he wrote. The mate said {NAME.upper()} drank."""


def act(desk):
    """He is named wherever a text can stand; the name was protected only afterwards."""
    mate = HopDraft("mate", HopRole.SPEAKER, medium=f"told {NAME}", verb=f"told {NAME}")
    desk.importing.take_in(
        Reading(
            ArticleDraft(f"{NAME} speaks", byline=NAME, url="https://courier.example/lamps"),
            TEXT,
            sources=(
                SourceDraft("deckhand", "a deckhand", SourceKind.PERSON),
                SourceDraft(
                    "mate", "the mate", SourceKind.PERSON, f"kin of {NAME}", (f"{NAME}’s",)
                ),
            ),
            events=(EventDraft("watch", f"The watch of {NAME}", f"{NAME}’s", NAME),),
            claims=(
                ClaimDraft(
                    "lamps", f"{NAME} saw the lamps out", Voice.DIRECT,
                    quote=(f"I, {NAME}, saw it",), chain=(HopDraft("deckhand", HopRole.SPEAKER),),
                    event="watch", cue=f"wrote {NAME}", hedge=f"says {NAME}",
                    facets=(FacetDraft(Facet.ACTOR, NAME),), caveats=(CaveatDraft(f"so {NAME}"),),
                ),
                ClaimDraft(
                    "drank", f"{NAME} drank", Voice.INDIRECT, event="watch", chain=(mate,),
                    quote=(f"The mate said {NAME.upper()} drank.",), score=0.5,
                    score_reason=f"cue {NAME}", facets=(FacetDraft(Facet.ACTOR, f"{NAME} again"),),
                ),
            ),
            relations=(
                RelationDraft(
                    "lamps", "drank", RelationKind.DENIES, Facet.ACTOR, reason=f"{NAME} differs"
                ),
            ),
        ),
        by="Bea",
        stage=Stage.OPEN,
    )  # fmt: skip
    copy = EvidenceDraft(
        "https://x.example", Stance.UNDERMINES, f"letter of {NAME}", content=NAME.encode()
    )
    desk.gathering.add_note([7], f"{NAME}: {NOTE}", by="Ada")
    desk.gathering.tag([7], [NAME], by="Ada")
    desk.gathering.log_attempt([8], AttemptDraft(f"asked {NAME}", f"{NAME} was out"), by="Ada")
    desk.reviewing.mark([7], Status.REFUTED, by="Ada", backing=Backing(f"{NAME} lied", copy))
    desk.reviewing.ready([7], by="Ada")
    desk.reviewing.sign_off([7], by="Bea")
    desk.editing.edit(Ref.parse("S9"), "restricted-name", [NAME], by="Ada")

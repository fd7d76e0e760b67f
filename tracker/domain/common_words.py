"""Common words: those that tell nothing of what a text is about, as stems."""

from __future__ import annotations

from tracker.domain.meanings import stems_in

COMMON = frozenset(
    stem
    for stem in stems_in(
        """the a an of in on at to for from by with and or but that this these those it its he she
        his her they them their we our us you i me my who which what there here as than then so if
        is are was were be been being has have had do does did will would could should may might
        must can not no never none nor any all some every each other another such more most less
        least many few much very only also still just even yet already again now when where while
        since until before after about over under between into out up down off near during one two
        three first last new old say said tell told people time day week month year today
        yesterday monday tuesday wednesday thursday friday saturday sunday morning evening night
        take make get go come give put use way part place thing number mr mrs ms percent million
        billion thousand hundred dozen per cent figure matter case end"""
    )
)

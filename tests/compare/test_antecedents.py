"""What a bare denial is about: the last thing said, or all that one side told in one go."""

from __future__ import annotations

from proposed import against

WALKED = (
    "[1 Ada Lorn] {1 said} <1 the guild had asked for a new roster>. "
    "[2 Ada Lorn] {2 said} <2 the owners had walked out of the talks>.\n\n"
)
TOLD = (
    "[1 Ada Lorn] {1 said} <1 five samples were never acted on>. "
    "[2 Ada Lorn] {2 said} <2 Osk Varo had told her to close the files>.\n\n"
)


def test_whoever_disputed_that_disputes_what_was_said_last() -> None:
    assert against(WALKED + "[3 Osk Varo] {3 <3 disputed that>}.") == {frozenset((2, 3))}


def test_allegations_are_all_that_was_alleged_in_one_go() -> None:
    denied = against(TOLD + "[3 Osk Varo] {3 <3 rejected the allegations>}.")
    assert denied == {frozenset((1, 3)), frozenset((2, 3))}


def test_that_it_is_wrong_denies_it() -> None:
    text = (
        "[1 The guild] {1 said} <1 clerks had been sent out as drivers>.\n\n"
        "[2 The mill] {2 said} <2 that is simply wrong>."
    )
    assert against(text) == {frozenset((1, 2))}


def test_a_talk_is_of_both_who_had_it() -> None:
    text = (
        "[1 Varo Foods] {1 said} <1 it had held talks with its rival, Lorn Mills>.\n\n"
        "[2 Lorn Mills] {2 denied} <2 holding any talks with Varo Foods>."
    )
    assert against(text) == {frozenset((1, 2))}

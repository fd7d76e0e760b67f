"""What two claims must share to bear each other out."""

from __future__ import annotations

from proposed import ties


def kinds(text: str) -> set[str]:
    return {one.kind for one in ties(text)}


def test_one_place_bears_nothing_out() -> None:
    text = (
        "[1 The ministry] {1 said} <1 jets had bombed a depot near Varn>. "
        "[2 The council] {2 said} <2 a nurse near Varn had won a prize>."
    )
    assert "corroborates" not in kinds(text)


def test_two_that_cannot_both_be_right_bear_nothing_out() -> None:
    text = (
        "[1 The union] {1 said} <1 the company's guards beat two welders at Varn>. "
        "[2 The company] {2 said} <2 the union's guards beat two welders at Varn>."
    )
    assert kinds(text) == {"contradicts"}

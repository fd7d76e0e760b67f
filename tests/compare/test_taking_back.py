"""Which of a speaker's own claims a speaker takes back, and what takes back nothing."""

from __future__ import annotations

import pytest
from proposed import Tie, ties


def kinds(text: str) -> list[tuple[int, str, int]]:
    return [(one.a, one.kind, one.b) for one in ties(text)]


@pytest.mark.parametrize(
    ("claim", "rival", "takes", "back"),
    [
        ("the fuel had run out", "it had 40 tonnes left", "withdrew",
         "his statement that the fuel had run out"),
        ("marchers had thrown bottles", "nobody had thrown a thing", "took back",
         "his remark that marchers had thrown bottles"),
        ("the vote had been rigged", "the vote had been fair", "walked back",
         "his allegation that the vote had been rigged"),
        ("the banker had signed the papers", "he had signed nothing", "recanted",
         "his testimony that the banker had signed the papers"),
        ("no saver had lost money", "many had lost all", "backed away from",
         "his assertion that no saver had lost money"),
        ("the bridge was safe", "it had a crack", "withdrew",
         "his assessment that the bridge was safe"),
        ("nine clerks had fled", "all clerks had stayed", "corrected",
         "his report that nine clerks had fled"),
        ("the seal was genuine", "it was a copy", "no longer held", "the seal was genuine"),
        ("the gate had been open", "it was locked all night", "said",
         "his claim that the gate had been open was mistaken"),
        ("the gate had been open", "it was locked all night", "admitted",
         "he was wrong to say that the gate had been open"),
    ],
)  # fmt: skip
def test_a_speaker_takes_back_what_the_speaker_said(claim: str, rival: str, takes: str, back: str):
    text = (
        f"[1 The sheriff] {{1 said}} <1 {claim}>. [2 A clerk] {{2 said}} <2 {rival}>. "
        f"[3 The sheriff] {{3 said}} <3 it was late>. [4 He] {{4 {takes}}} <4 {back}>."
    )
    found = kinds(text)
    assert (4, "retracts", 1) in found
    assert not any(4 in (a, b) for a, kind, b in found if kind != "retracts")


@pytest.mark.parametrize("what", ["the statement", "that figure", "its claim"])
def test_what_is_only_pointed_at_is_what_was_said_last(what: str):
    text = (
        "[1 The yard] {1 said} <1 nine welders were ill>. [2 It] {2 said} <2 the dock was shut>. "
        f"On Friday [3 the yard] {{3 withdrew}} <3 {what}>."
    )
    assert kinds(text) == [(3, "retracts", 2)]


def test_what_somebody_else_said_is_not_taken_back():
    text = (
        "[1 The clerk] {1 said} <1 the fuel had run out>. "
        "[2 The pilot] {2 withdrew} <2 his statement that the fuel had run out>."
    )
    assert kinds(text) == []


def test_a_figure_that_is_put_right_is_an_update():
    text = (
        "[1 The union] {1 said} <1 2,300 drivers had joined>. "
        "[2 It] {2 corrected itself, saying} <2 1,900 drivers had joined>."
    )
    assert kinds(text) == [(2, "updates", 1)]


def test_a_deed_that_is_put_right_is_taken_back():
    text = (
        "[1 The army] {1 said} <1 rebels had shelled the mill>. "
        "[2 It] {2 corrected itself, saying} <2 its own guns had shelled the mill>."
    )
    found: list[Tie] = ties(text)
    assert [(one.a, one.kind, one.b) for one in found] == [(2, "retracts", 1)]


def test_what_is_only_about_the_same_man_is_not_taken_back():
    text = (
        "[1 The clerk] {1 said} <1 he had met the banker in an inn>. "
        "[2 The clerk] {2 withdrew} <2 his claim that he had given the banker gold>."
    )
    assert kinds(text) == []

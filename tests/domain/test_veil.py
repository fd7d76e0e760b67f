"""The veil: a protected name in any text becomes what stands in its place."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tracker.domain.article import Article, Publication
from tracker.domain.attribution import Voice
from tracker.domain.claim import Claim
from tracker.domain.source import SourceKind
from tracker.domain.status import Status
from tracker.domain.veil import hints_at, veiled

NAMES = {"Odo Vane": "a deckhand", "Odo Vane Brask": "a stoker", "O.V.": "initials"}
NOW = datetime(2031, 5, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Odo Vane said so", "a deckhand said so"),
        ("ODO VANE said so", "a deckhand said so"),
        ("“odo vane’s” log", "“a deckhand’s” log"),
        ("Odo Vane Brask said so", "a stoker said so"),
        ("Odo Vane and Odo Vane Brask", "a deckhand and a stoker"),
        ("O.V. but not OxVx", "initials but not OxVx"),
        ("nobody", "nobody"),
        ("", ""),
    ],
)
def test_a_name_is_replaced_in_any_case_the_longest_first(text, shown):
    assert veiled(text, NAMES) == shown


def test_without_protected_names_a_value_is_itself():
    value = ("Odo Vane",)
    assert veiled(value, {}) is value


def test_every_text_of_a_value_is_veiled_however_deep():
    claim = Claim("Odo Vane left", Voice.DIRECT, tags=("odo vane",), reason="Odo Vane says")
    shown = veiled({"one": [(claim,)]}, NAMES)
    assert "Odo" not in repr(shown)
    assert "odo" not in repr(shown)


def test_what_is_no_text_stays_as_it_is():
    claim = Claim("x", Voice.DIRECT, status=Status.REFUTED, judged_at=NOW, score=0.5, id=3)
    assert veiled(claim, NAMES) == claim


def test_words_of_a_vocabulary_are_never_veiled():
    assert veiled(SourceKind.PERSON, {"person": "somebody"}) is SourceKind.PERSON


@pytest.mark.parametrize(
    ("field", "text", "shown"),
    [
        ("suffix", "the mate said ODO V", "the mate said █████"),
        ("suffix", "the mate said Odo", "the mate said ███"),
        ("suffix", "the mate said Od", "the mate said Od"),
        ("suffix", "a torpedodo", "a torpedodo"),
        ("prefix", "do Vane Brask was there", "█████████████ was there"),
        ("prefix", "ane was there", "███ was there"),
    ],
)
def test_what_is_left_of_a_name_beside_a_passage_is_blacked_out(field, text, shown):
    assert veiled({field: text}, NAMES) == {field: shown}


def test_an_articles_text_keeps_its_length_so_that_spans_stay_true():
    text = "Said Odo Vane: “Odo Vane Brask was there.”"
    article = Article(text, "en", NOW, (Publication("Odo Vane speaks"),))
    shown = veiled(article, NAMES)
    assert len(shown.text) == len(text)
    assert shown.text == "Said ████████: “██████████████ was there.”"
    assert shown.title == "a deckhand speaks"


@pytest.mark.parametrize("name", ["STRASSE", "straße"])
def test_a_name_with_a_letter_that_folds_into_two_is_veiled(name):
    assert "stra" not in veiled("straße / STRASSE", {name: "x"}).split(" / ")[name.isupper()]


@pytest.mark.parametrize(
    ("text", "hints"),
    [
        ("asked Orlanda", True),
        ("asked ORLA", True),
        ("asked Orl", False),
        ("by the sea", False),
        ("the kestrel flew", True),
        ("Kim said so", True),
        ("nobody", False),
    ],
)
def test_a_word_of_a_name_or_its_beginning_hints_at_it(text, hints):
    assert hints_at(text, ["Orlanda Kestrel", "Kim Theon"]) is hints

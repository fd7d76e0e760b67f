"""The veil: a protected name in any text becomes what stands in its place."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tracker.domain.article import Article, Publication
from tracker.domain.attribution import Voice
from tracker.domain.claim import Claim
from tracker.domain.source import SourceKind
from tracker.domain.status import Status
from tracker.domain.veil import blackened, hints_at, named_in, named_in_part, veiled

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


JOSE = {"José Fex-Tarn": "a clerk"}
SPELLINGS = (
    "José Fex-Tarn",
    "Jose\u0301 Fex-Tarn",
    "Jose Fex Tarn",
    "JOSÉ  FEX TARN",
    "José\nFex\u2011Tarn",
    "José\u00a0Fex\u2013Tarn",
    "José\u202fFex\u00adTarn",
    "Jo\u200bsé Fex\u2060-Tarn",
    "Ｊｏｓé Ｆｅｘ－Ｔａｒｎ",
    "J\u200dosé\ufeff Fex_Tarn",
    "jose-fex-tarn",
    "jose.fex.tarn",
    "jose+fex+tarn",
    "José%20Fex-Tarn",
    "jos%C3%A9%20fex%2Dtarn",
    "jose%CC%81-fex-tarn",
    "JoseFexTarn",
    "Fex-Tarn, José",
    "FEX TARN José",
    "Tarn, José Fex",
)


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_a_name_is_veiled_in_any_spelling_and_nothing_beside_it(spelling):
    assert veiled(f"so said {spelling}: no", JOSE) == "so said a clerk: no"


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_a_name_in_any_spelling_is_blacked_out_letter_by_letter(spelling):
    text = f"Łódź „{spelling}“ said ﬁve"
    assert blackened(text, JOSE) == f"Łódź „{'█' * len(spelling)}“ said ﬁve"


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_a_name_in_any_spelling_is_known_to_be_there(spelling):
    assert named_in(["x", f"to {spelling}"], JOSE)


@pytest.mark.parametrize("name", SPELLINGS[:5])
def test_however_the_protected_name_itself_is_spelt(name):
    assert veiled("So José Fex-Tarn said", {name: "a clerk"}) == "So a clerk said"


@pytest.mark.parametrize(
    "text",
    ["a José and the Fex of Tarn", "Fex-Tarn", "majosefextarns", "Josefine Tarn", "Tarn Fex José"],
)
def test_what_is_no_spelling_of_a_name_stays(text):
    assert veiled(text, JOSE) == text


def test_an_accent_behind_a_name_goes_with_it():
    assert veiled("Odo Vane\u0301 said", NAMES) == "a deckhand said"


@pytest.mark.parametrize(
    ("field", "text", "shown"),
    [
        ("suffix", "so Jose\u0301  Fe", "so █████████"),
        ("suffix", "so José Fex-Tarn", "so " + "█" * 13),
        ("suffix", "so Fex\u2011Tarn, Jo", "so ████████████"),
        ("prefix", "ex\u2011Tarn left", "███████ left"),
    ],
)
def test_what_is_left_of_a_name_is_blacked_out_in_any_spelling(field, text, shown):
    assert veiled({field: text}, JOSE) == {field: shown}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Mr Tarn said so", ("a clerk",)),
        ("MR TARN said so", ("a clerk",)),
        ("Mr Ta\u200brn said so", ("a clerk",)),
        ("José said so", ("a clerk",)),
        ("José Fex-Tarn said so", ()),
        ("the tarn was deep", ()),
        ("Tarnished", ()),
        ("nobody", ()),
    ],
)
def test_a_word_of_a_name_that_stands_alone_is_told_by_the_stand_in(text, told):
    assert named_in_part(text, JOSE) == told


def test_small_words_of_a_name_tell_nothing():
    assert named_in_part("Van Orl der Tide", {"Kim van der Orla": "a clerk"}) == ()
    assert named_in_part("said kim", {"kim orla": "a clerk"}) == ("a clerk",)

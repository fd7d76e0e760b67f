"""Names: how they read in any script, and the keys under which twins are looked for."""

from __future__ import annotations

import pytest

from tracker.domain.names import (
    Sort,
    acronym,
    initials_of,
    keys_of,
    mixed_script,
    plain,
    warning_of,
    words_of,
)
from tracker.domain.source import Source, SourceKind


@pytest.mark.parametrize(
    ("name", "read"),
    [
        ("Йорен Пелл", "yoren pell"),
        ("Élodie Łoś-Berg", "elodie los berg"),
        ("U.N.", "un"),
        ("O’Hara’s", "ohara"),
        ("\u200b", ""),
        ("İnci Işık", "inci isik"),
        ("Groß", "gross"),
        ("Gros\u0327", "gros"),
    ],
)
def test_a_name_is_read_in_latin_letters(name, read):
    assert plain(name) == read


def test_a_title_tells_no_person_from_another():
    assert words_of("Acting Governor Joren Pell", Sort.PERSON) == ("joren", "pell")
    assert words_of("General", Sort.PERSON) == ("general",)


@pytest.mark.parametrize("name", ["HGA", "H.G.A.", "MoD"])
def test_an_acronym_is_known_by_its_capitals(name):
    assert acronym(name) == name.replace(".", "")


@pytest.mark.parametrize("name", ["Pell", "Harbour Guard", "H", "McKay", "A1"])
def test_other_names_are_no_acronyms(name):
    assert acronym(name) == ""


def test_a_ministry_has_the_initials_of_both_its_names():
    assert "moh" in initials_of("Harbour Ministry") & initials_of("Ministry of Harbours")


@pytest.mark.parametrize("name", ["Pеll", "Joren Pеll", "Guаrd"])
def test_letters_of_two_scripts_in_a_word_are_noticed(name):
    assert mixed_script(name)


@pytest.mark.parametrize("name", ["Пелл", "Joren Пелл", "Łoś", "東京ノート", "R2", "ВВС"])
def test_two_scripts_apart_are_no_disguise(name):
    assert not mixed_script(name)


@pytest.mark.parametrize("name", ["Joren\u202e Pell", "\x1b[31mPell"])
def test_a_name_with_hidden_characters_is_warned_of(name):
    assert warning_of("Ada Krol", name) == "! hidden characters"
    assert warning_of("Ada Krol") == ""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Joren Pell", "Пелл"),
        ("Pell Joren", "Joren Pell"),
        ("Joren Zelenskyy", "Zelensky"),
        ("Captain Pell", "Pell"),
    ],
)
def test_likely_twins_among_persons_share_a_key(one, other):
    assert keys_of(Source(one, SourceKind.PERSON)) & keys_of(Source(other, SourceKind.PERSON))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Harbour Ministry", "MoH"),
        ("Varland Harbour Ministry", "Varland MoH"),
        ("Institute for the Study of Tides", "IST"),
        ("Harbor Guard", "the Harbour Guard of Selm"),
        ("BBC", "ВВС"),
    ],
)
def test_likely_twins_among_bodies_share_a_key(one, other):
    bodies = SourceKind.ORGANISATION, SourceKind.GOVERNMENT_BODY
    assert keys_of(Source(one, bodies[0])) & keys_of(Source(other, bodies[1]))


def test_a_body_of_one_word_is_looked_for_among_surnames():
    body, person = SourceKind.ORGANISATION, SourceKind.PERSON
    assert keys_of(Source("Gladnev", body)) & keys_of(Source("Pavel Gladnev", person))
    assert not keys_of(Source("Harbour Guard", body)) & keys_of(Source("Joren Guard", person))


@pytest.mark.parametrize("change", [{"restricted": True}, {"merged_into": 3}])
def test_who_must_not_be_found_has_no_keys(change):
    assert keys_of(Source("Joren Pell", SourceKind.PERSON, **change)) == frozenset()


def test_the_unnamed_have_no_keys():
    assert keys_of(Source("hospital staff", SourceKind.UNNAMED)) == frozenset()


def test_a_name_without_end_has_few_keys():
    assert len(keys_of(Source("guard tower " * 50_000, SourceKind.COMPANY))) < 40

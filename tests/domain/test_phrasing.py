"""Phrasing: how a name stands in a sentence."""

from __future__ import annotations

import pytest

from tracker.domain.phrasing import in_a_sentence
from tracker.domain.source import Source, SourceKind


@pytest.mark.parametrize(
    ("name", "kind", "told"),
    [
        ("union", SourceKind.ORGANISATION, "the union"),
        (
            "former head of the savings bank",
            SourceKind.PERSON,
            "the former head of the savings bank",
        ),
        ("mission official", SourceKind.UNNAMED, "a mission official"),
        ("official from the mission", SourceKind.UNNAMED, "an official from the mission"),
        ("doctors at the clinic", SourceKind.UNNAMED, "doctors at the clinic"),
        ("rescue staff", SourceKind.UNNAMED, "rescue staff"),
        ("a nurse", SourceKind.UNNAMED, "a nurse"),
        ("Ilse Marrow", SourceKind.PERSON, "Ilse Marrow"),
        ("Dockers’ League", SourceKind.ORGANISATION, "Dockers’ League"),
        ("3rd brigade", SourceKind.ARMED_GROUP, "3rd brigade"),
    ],
)
def test_a_name_in_small_letters_has_an_article_in_a_sentence(name, kind, told):
    assert in_a_sentence(Source(name, kind)) == told

"""The sample article: what is proposed first there, and on which facets."""

from __future__ import annotations

import pytest

from tracker.compare.proposing import compared
from tracker.domain.draft import ArticleDraft
from tracker.domain.facet import Facet
from tracker.domain.relation import AGAINST
from tracker.extract.reader import load_reader
from tracker.resources import seed_folder

FIRST = 3


@pytest.fixture(scope="module")
def sample():
    text = (seed_folder() / "brief.txt").read_text("utf-8")
    return compared(load_reader().read(ArticleDraft(""), text).reading)


def speakers(reading, relation):
    claims = {one.key: one for one in reading.claims}
    names = {one.key: one.name for one in reading.sources}
    return {names[claims[end].chain[0].source] for end in (relation.a, relation.b)}


@pytest.fixture(scope="module")
def surest(sample):
    against = [one for one in sample.relations if one.kind in AGAINST]
    return sorted(against, key=lambda one: -one.score)


def test_the_group_and_the_governor_lay_one_strike_to_each_other(sample, surest):
    assert speakers(sample, surest[0]) == {"Freedom of Russia Legion", "Vyacheslav Gladkov"}
    assert surest[0].facet is Facet.ACTOR
    assert "Russian artillery" in surest[0].reason


def test_no_wrong_pair_is_among_the_first(sample, surest):
    pair = {"Freedom of Russia Legion", "Vyacheslav Gladkov"}
    assert [one for one in surest[:FIRST] if speakers(sample, one) != pair] == []

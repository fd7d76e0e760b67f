"""Searching: whatever is typed finds something or nothing, and never fails."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tracker.desk.browsing import Browsing
from tracker.domain.listing import Filter
from tracker.domain.reference import Kind, Ref
from tracker.store.database import Database
from tracker.store.search import match_expression

HOSTILE = [
    "", " ", "\t\n", '"', '""', '"""', "'", "''", "*", "**", "a*", "*a", "^a", "-", "--", "- -",
    "+", "NEAR(", "NEAR(a b, 2)", "a AND", "AND", "OR", "NOT", "NOT a", "a NOT", "(", ")", "()",
    "(" * 5000, "a" * 100_000, "a " * 50_000, "C++", "2,500", "drone-attack", "Gladkov's", "’s",
    "statement:a", "quote : a", "{statement quote}: a", "-statement:a", "a:b:c", "%", "_", "100%",
    "\\", "/", "a/b", "a;b", "'; DROP TABLE claim;--", "1=1", "?", "?1", ":x", "@x", "$x", "#x",
    "\0", "a\0b", "\x1b[2J", "\u202e", "\u200b", "\ufeff", "\ud800", "a\ud800b", "é", "e\u0301",
    "ß", "İ", "ﷺ", "²", "٣", "１５", "𝄞", "👨\u200d👩\u200d👧", "[we]", "[/b]", "<b>", "&amp;",
    'say "', '"say', '"say" "', '"a b"*', '"a" b', "a\"b", "~", "`", "|", "||", "=", "<>", ",", ".",
]  # fmt: skip


@pytest.fixture(scope="module")
def browsing(prepare):
    """A desk for looking only, so that one will do."""
    database = Database(prepare(lambda _: None), clock=None, new_uid=None)
    yield Browsing(database)
    database.close()


@pytest.mark.parametrize("words", HOSTILE, ids=lambda words: repr(words[:20]))
def test_no_search_ever_fails(browsing, words):
    browsing.page(Filter(search=words))
    browsing.count(Filter(search=words))
    browsing.articles(words)
    browsing.events(words)
    browsing.sources(words)


@given(st.text(st.characters() | st.sampled_from('"*()^-:+{}ab \0\ud800')))
@settings(max_examples=150)
def test_no_text_at_all_makes_a_search_fail(browsing, words):
    assert 0 <= browsing.count(Filter(search=words)) <= 6


@pytest.mark.parametrize("blank", ["", "  ", "\t\n"])
def test_a_blank_search_lets_everything_pass(browsing, blank):
    assert browsing.count(Filter(search=blank)) == 6


@pytest.mark.parametrize("nothing", ['"', '""', "*", "()", "--", "%", "\0", "\ud800"])
def test_what_holds_no_word_finds_nothing(browsing, nothing):
    assert browsing.count(Filter(search=nothing)) == 0


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("rammed", {1}),
        ("RAMMED", {1}),
        ("ramm", {1}),
        ("ramm ferry", set()),
        ("ferry ramm", {1}),
        ("fairway killed", {2}),
        ("killed", {2}),
        ("kill", {1, 2}),
        ("kill ", set()),
        ('"two passengers"', {1, 2}),
        ('"passengers two"', set()),
        ('"two passenger"', set()),
        ('"two passengers" lay', {2}),
        ("Pell", {3, 6}),
        ("League", {1, 2}),
        ("Йорен", {3, 6}),
        ("йорен пелл", {3, 6}),
        ("Ίλσε", {2}),
        ("ίλσε μάρροου", {2}),
        ("ilse", {2}),
        ("Estuary", {3}),
        ("Selm", {1, 2, 3, 4, 6}),
        ("selm roads", {1, 2, 3, 4, 6}),
        ("sélm", {1, 2, 3, 4, 6}),
        ("[will]", {6}),
        ("trusted again pier", set()),
        ("closure pier", {5}),
        ("20", {4}),
        ("nobody", set()),
    ],
)
def test_a_search_finds_every_word_the_last_as_a_beginning(browsing, words, found):
    assert set(browsing.ids(Filter(search=words))) == found


def test_a_name_in_another_script_finds_what_its_bearer_said(full_desk):
    full_desk.editing.edit(Ref(Kind.SOURCE, 2), "aliases", ["سندیکای باراندازان"], by="Ada")
    assert set(full_desk.browsing.ids(Filter(search="باراندازان"))) == {1}


def test_a_search_joins_other_filters(browsing):
    assert browsing.ids(Filter(search="kill", source_id=2)) == (1,)


def test_only_the_first_words_of_a_very_long_search_count():
    assert match_expression("a " * 5000).count('"a"') == 32


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("", {"Selm Courier", "Dockers’ League", "Varland", "harbour guard", "Ilse Marrow",
              "Joren Pell", "Radio Estuary", "hospital staff"}),
        ("pell", {"Joren Pell"}),
        ("STEWARD", {"Joren Pell"}),
        ("йорен", {"Joren Pell"}),
        ("ΙΛΣΕ", {"Ilse Marrow"}),
        ("r e", {"Selm Courier", "Dockers’ League", "Ilse Marrow", "Joren Pell", "Radio Estuary"}),
        ("radio estuary", {"Radio Estuary"}),
        ("100%", set()),
        ("_", set()),
    ],
)  # fmt: skip
def test_sources_are_found_by_name_alias_or_role_in_any_case(browsing, words, names):
    assert {line.name for line in browsing.sources(words)} == names


@pytest.mark.parametrize(
    ("words", "count"), [("", 2), ("SELM ROADS", 1), ("closure PIER", 1), ("pier selm", 0)]
)
def test_events_are_found_by_title_or_place(browsing, words, count):
    assert len(browsing.events(words)) == count


@pytest.mark.parametrize(("words", "count"), [("", 1), ("courier FERRY", 1), ("radio", 0)])
def test_articles_are_found_by_title_or_outlet(browsing, words, count):
    assert len(browsing.articles(words)) == count

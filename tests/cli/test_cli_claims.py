from __future__ import annotations

import csv
import json
from datetime import UTC, datetime
from io import StringIO

import pytest

from tracker.cli.json_text import write_json
from tracker.cli.output import Output

KEYS = [
    "id", "uid", "statement", "status", "stage", "attribution_check", "stale", "source", "chain",
    "cue", "voice", "hedge", "quote", "article", "spans", "also_in", "event", "figures",
    "counter_claims", "corroborating_roots", "assignee", "due", "tags", "created_at", "updated_at",
]  # fmt: skip


def refs(ran):
    return [claim["id"] for claim in ran.json]


def test_a_claim_is_a_line_with_glyph_and_word(run, stocked):
    lines = run("claims").out.splitlines()
    assert len(lines) == 7
    assert any("C5" in line and "○ unverified" in line and "the pier" in line for line in lines)


@pytest.mark.parametrize("limit", [1, 3, 6, 2000])
def test_the_first_claims_are_the_same_however_many_are_asked_for(run, stocked, limit):
    first = run("claims", "--limit", str(limit))
    assert first.out.splitlines() == run("claims").out.splitlines()[: limit + 1]
    assert first.err == (f"tracker: {limit} of 6 claims shown.\n" if limit < 6 else "")


def test_only_a_limited_list_looks_at_the_newest_found_and_says_so(run, stocked, monkeypatch):
    every = refs(run("claims", "--search", "the", "--json"))
    monkeypatch.setattr("tracker.domain.listing.MOST_FOUND", 2)
    newest = sorted(every)[-2:]
    for how in ((), ("--json",), ("--csv",)):
        few, whole = (
            run("claims", "--search", "the", *how, *more) for more in (("--limit", "9"), ())
        )
        assert few.err == (
            "tracker: only the newest 2 that “the” finds were looked at; without --limit all are.\n"
        )
        assert [one for one in every if one in few.out] == [one for one in every if one in newest]
        assert whole.err == ""
        assert all(one in whole.out for one in every)


def test_a_report_looks_at_all_that_a_search_finds(run, stocked, monkeypatch):
    monkeypatch.setattr("tracker.wiring._now", lambda: datetime(2031, 5, 1, 12, tzinfo=UTC))
    told = run("report", "unverified", "--search", "the").out
    monkeypatch.setattr("tracker.domain.listing.MOST_FOUND", 1)
    assert run("report", "unverified", "--search", "the").out == told


def test_a_short_list_names_no_protected_source(run, stocked, monkeypatch):
    monkeypatch.setattr("tracker.cli.edit._at_a_terminal", lambda _out: True)
    monkeypatch.setattr("getpass.getpass", lambda _prompt: "the pier")
    assert "the pier" in run("claims", "--limit", "6").out
    assert run("edit", "S8", "restricted-name").code == 0
    assert "the pier" not in run("claims", "--limit", "6").out


def test_a_hedge_is_listed_with_its_claim(run, stocked):
    assert "the launch carried no lights [reportedly]" in run("claims").out


def test_an_empty_list_says_so_beside_the_output(run, ledger):
    ran = run("claims")
    assert (ran.code, ran.out, ran.err) == (0, "", "tracker: no claims yet.\n")


def test_json_has_the_keys_that_were_promised(run, stocked):
    assert [list(claim) for claim in run("claims", "--json").json] == [KEYS] * 6


def test_json_of_an_empty_ledger_is_an_empty_list(run, ledger):
    assert run("claims", "--json").out == "[]\n"


def test_json_says_a_claim_in_full(run, stocked):
    claim = run("claims", "--json", "--sort", "id").json[0]
    assert claim["source"] == {"id": "S2", "name": "Dockers’ League"}
    assert claim["chain"][0]["role"] == "speaker"
    assert claim["figures"][0] == {
        "text": "at least two", "low": 2, "high": None, "low_open": False, "high_open": False,
        "approximate": False, "of": None, "unit": None, "counts": "passengers killed",
    }  # fmt: skip
    assert claim["counter_claims"] == ["C2"]
    assert claim["event"] == {"id": "E1", "title": "Collision off Selm"}


def test_the_articles_own_voice_has_no_source(run, stocked):
    assert run("claims", "--json", "--sort", "id").json[4]["source"] is None


def test_times_are_utc(run, stocked):
    assert run("claims", "--json").json[0]["created_at"].endswith("Z")


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("--status unverified --limit 2 --sort id", ["C1", "C2"]),
        ("--sort newest --limit 1", ["C6"]),
        ("--source S6 --sort id", ["C3", "C6"]),
        ("--source 6 --sort id", ["C3", "C6"]),
        ("--event E2", ["C5"]),
        ("--article 1 --sort id", ["C1", "C2", "C3", "C4", "C5", "C6"]),
        ("--contested --sort id", ["C1", "C2"]),
        ("--search pier", ["C5"]),
        ("--stage in-progress", []),
        ("--stale", []),
    ],
)
def test_the_list_can_be_narrowed_down(run, stocked, words, found):
    assert refs(run("claims", "--json", *words.split())) == found


def test_assignee_and_tag_narrow_the_list(run, stocked):
    run("assign", "C2", "Bea")
    run("tag", "C3", "Lights")
    assert refs(run("claims", "--json", "--assignee", "Bea")) == ["C2"]
    assert refs(run("claims", "--json", "--tag", "LIGHTS")) == ["C3"]


def test_live_leaves_out_what_is_settled(run, stocked):
    run("dismiss", "C6", "--reason", "not checkable")
    assert "C6" in refs(run("claims", "--json"))
    assert "C6" not in refs(run("claims", "--json", "--live"))


def test_a_source_that_is_not_there_is_refused(run, stocked):
    ran = run("claims", "--source", "S99")
    assert (ran.code, ran.err) == (1, "tracker: there is no source S99 in this ledger.\n")


def test_a_limited_list_says_how_many_there_are(run, stocked):
    assert run("claims", "--limit", "2").err == "tracker: 2 of 6 claims shown.\n"


@pytest.mark.parametrize("limit", ["0", "-1", "x", "²", "9" * 30])
def test_a_limit_is_a_number(run, stocked, limit):
    assert run("claims", f"--limit={limit}").code == 2


def test_csv_has_a_row_a_claim(run, stocked):
    rows = list(csv.DictReader(StringIO(run("claims", "--csv", "--sort", "id").out)))
    assert rows[0]["id"] == "C1"
    assert rows[2]["chain"].startswith("Joren Pell")
    assert len(rows) == 6


def test_no_csv_cell_calculates(run, stocked):
    run("edit", "C5", "statement", "=1+1")
    rows = list(csv.DictReader(StringIO(run("claims", "--csv", "--sort", "id").out)))
    assert rows[4]["statement"] == "'=1+1"


def test_json_and_csv_exclude_each_other(run, stocked):
    assert run("claims", "--json", "--csv").code == 2


def test_json_keeps_hostile_text_letter_for_letter_and_harmless(run, stocked):
    words = "a\x1b]0;x\x07\x9b\u202e\u2028\U000e0041\x7fпривет"
    run("edit", "C5", "statement", words)
    ran = run("claims", "--json", "--event", "2")
    assert ran.json[0]["statement"] == words
    assert "привет" in ran.out
    assert not set(ran.out) & set("\x1b\x07\x9b\u202e\u2028\U000e0041\x7f")


class Ascii(StringIO):
    encoding = "ascii"


def test_json_fits_into_ascii():
    stream = Ascii()
    write_json(Output(stream), {"words": "привет 😀"})
    assert stream.getvalue().isascii()
    assert json.loads(stream.getvalue()) == {"words": "привет 😀"}


def test_an_article_without_a_title_is_listed_by_its_first_words(run, ledger, tmp_path):
    text = tmp_path / "untitled.txt"
    text.write_text("\n\nThe pier is closed, the mayor said.\nNobody knows why.")
    run("ingest", str(text))
    (line,) = run("articles", "--json").json
    assert line["title"] == "The pier is closed, the mayor said."
    assert run("show", "A1", "--json").json["title"] == line["title"]


SQL = "'; DROP TABLE claim;--"
WORDS = (
    ("claims", "--search"), ("claims", "--source"), ("claims", "--event"), ("claims", "--article"),
    ("claims", "--sort"), ("claims", "--status"), ("claims", "--stage"), ("claims", "--tag"),
    ("claims", "--assignee"), ("articles", "--search"), ("events", "--search"),
    ("sources", "--search"), ("show",), ("history",), ("tag", "C1"), ("note", "C1"),
    ("assign", "C1"), ("attempt", "C1", "asked"), ("edit", "C1"), ("edit", "C1", "chain"),
    ("edit", "C1", "facet", "actor"), ("relate", "C1", "denies"), ("merge", "S1"),
    ("split", "E1", "--name"), ("mark", "C1", "unverified", "--reason"), ("dismiss", "C2", "--as"),
)  # fmt: skip


@pytest.mark.parametrize("words", WORDS, ids=" ".join)
def test_no_word_is_taken_for_a_command_to_the_database(run, stocked, words):
    ran = run(*words, SQL)
    assert ran.code in (0, 1, 2)
    assert "internal error" not in ran.err
    assert len(run("claims", "--json").json) == 6
    assert run("ledger", "check").code == 0


@pytest.mark.parametrize("words", [("claims", "--search=--"), ("note", "C1", "--", "-x")])
def test_two_dashes_are_words_where_words_are_asked_for(run, stocked, words):
    assert run(*words).code == 0


def test_a_search_for_two_dashes_is_a_search(run, stocked):
    assert run("claims", "--search=--", "--json").json == []

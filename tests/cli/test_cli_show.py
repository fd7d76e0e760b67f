from __future__ import annotations

import pytest


def side(text, name):
    """What stands under a name in the margin."""
    return [line for line in text.splitlines() if line.startswith(name)]


def test_a_claim_is_shown_whole(run, stocked):
    run("evidence", "C3", "https://a.example", "--stance", "context", "--title", "A log")
    run("attempt", "C3", "asked the radio", "no answer")
    run("note", "C3", "ask again\non Friday")
    said = run("show", "C3").out
    for piece in (
        "C3  ○ unverified  open",
        "Joren Pell: the launch carried no lights",
        "1. S6 Joren Pell",
        "2. S7 Radio Estuary (relay): quoted, radio",
        "“reportedly”",
        "«The launch reportedly carried no lights»",
        "E1 Collision off Selm",
        "A1 Two dead after ferry",
        "V1 context · document · A log https://a.example",
        "asked the radio → no answer (Ada,",
        "│ ask again",
        "│ on Friday",
        "Safe to print",
    ):
        assert piece in said


def test_a_claims_figures_have_their_intervals(run, stocked):
    assert "at least two passengers killed  [2, ∞)" in run("show", "C1").out


def test_a_claim_is_shown_with_the_outlets_caveat(run, stocked):
    caveats = side(run("show", "C1").out, "caveat")
    assert caveats == [
        "caveat      Selm Courier: “Neither account could be independently verified”"
    ]


def test_counter_claims_stand_apart_from_other_relations(run, stocked):
    said = run("show", "C1").out
    assert "contradicts C2 on actor (R1, suggested) – Ilse Marrow:" in side(said, "against")[0]
    assert "corroborates C2 on casualties" in side(said, "relations")[0]


def test_a_directed_relation_reads_the_right_way_round(run, stocked):
    run("relate", "C3", "denies", "C4")
    assert "denies C4" in side(run("show", "C3").out, "against")[0]
    assert "C3 denies it" in side(run("show", "C4").out, "against")[0]


def test_a_claims_history_is_shown_with_it(run, stocked):
    run("mark", "C1", "refuted", "--reason", "seen", "--evidence", "https://a.example")
    said = run("show", "C1").out
    assert "status: unverified → refuted" in said
    assert "added: undermines · https://a.example" in said


def test_claim_json_holds_all_that_the_list_has_and_more(run, stocked):
    listed = run("claims", "--json", "--sort", "id").json[0]
    whole = run("show", "c1", "--json").json
    assert {name: whole[name] for name in listed} == listed
    assert whole["safe_sentence"].startswith("Ilse Marrow said") or "said" in whole["safe_sentence"]
    assert [one["id"] for one in whole["relations"]] == ["R1", "R2"]
    assert whole["history"][0]["did"] == "take in"
    assert whole["passages"][0]["exact"]


def test_an_event_is_a_timeline_of_who_said_what(run, stocked):
    said = run("show", "E1").out
    assert said.startswith("E1  Collision off Selm")
    assert "off Selm · Sélm roads" in said
    assert "Ilse Marrow" in said
    assert "hospital staff" in said


def test_event_json_lists_its_claims_in_neutral_order(run, stocked):
    event = run("show", "E1", "--json").json
    assert event["time"]["words"] == "on Tuesday"
    names = [claim["source"]["name"] for claim in event["claims"]]
    assert names == sorted(names, key=str.casefold)


def test_a_source_is_shown_with_counts_of_its_claims(run, stocked):
    said = run("show", "S6").out
    assert "S6  Joren Pell  person" in said
    assert "speaks for  S2 Dockers’ League" in said
    assert "2: 2 unverified" in side(said, "said")[0]
    assert "the launch carried no lights" in said


def test_what_a_source_passed_on_is_no_claim_of_its_own(run, stocked):
    source = run("show", "S7", "--json").json
    assert source["statuses"]["unverified"] == 0
    assert [claim["id"] for claim in source["claims"]] == ["C3"]
    assert side(run("show", "S7").out, "passed on") == ["passed on   1"]


def test_an_article_is_shown_with_publication_claims_and_text(run, stocked):
    said = run("show", "A1").out
    assert "Selm Courier · 2031-04-30" in said
    assert "R. Quill · https://courier.example/ferry" in said
    assert "the pier stayed closed" in said
    assert "│ Two dead after ferry and launch collide off Selm" in said


def test_article_json_has_the_text_letter_for_letter(run, stocked, two_sides):
    article = run("show", "A1", "--json").json
    assert article["text"] == two_sides.text
    assert len(article["claims"]) == 6
    assert article["publications"][0]["outlet"] == "Selm Courier"


def test_a_relation_is_shown_with_its_claims_side_by_side(run, stocked):
    said = run("show", "R1").out
    assert "R1  C1 contradicts C2 on actor, suggested" in said
    assert "≠ contradict" in said


def test_relation_json_holds_the_pair(run, stocked):
    relation = run("show", "R1", "--json").json
    assert (relation["id"], relation["kind"], relation["score"]) == ("R1", "contradicts", 0.9)
    assert relation["pair"]["facets"]


@pytest.mark.parametrize("ref", ["C99", "A99", "E99", "S99", "R99"])
def test_what_is_not_there_is_refused(run, stocked, ref):
    ran = run("show", ref)
    assert (ran.code, ran.out) == (1, "")
    assert f"{ref} in this ledger" in ran.err


@pytest.mark.parametrize("ref", ["X1", "C", "C0", "7", "C١", "N1"])
def test_what_is_no_reference_is_refused(run, stocked, ref):
    assert "is no reference" in run("show", ref).err


def test_a_note_cannot_pass_for_a_side_of_the_claim(run, stocked):
    run("note", "C1", "x\nverdict     confirmed by everybody")
    assert side(run("show", "C1").out, "verdict") == []


@pytest.mark.parametrize(
    ("command", "ref", "words"),
    [
        ("articles", "A1", "Two dead after ferry"),
        ("events", "E2", "Closure of the pier"),
        ("sources", "S8", "hospital staff"),
    ],
)
def test_the_lists_have_a_line_a_thing(run, stocked, command, ref, words):
    lines = [line for line in run(command).out.splitlines() if line.startswith(ref)]
    assert len(lines) == 1
    assert words in lines[0]


@pytest.mark.parametrize("command", ["articles", "events", "sources"])
def test_the_lists_are_json_too(run, stocked, command):
    things = run(command, "--json").json
    assert all({"id", "claims"} <= set(thing) for thing in things)


@pytest.mark.parametrize("command", ["articles", "events", "sources"])
def test_an_empty_list_of_things_says_so(run, ledger, command):
    ran = run(command)
    assert (ran.code, ran.err) == (0, f"tracker: no {command} yet.\n")


def test_sources_are_found_by_an_alias_in_any_script(run, stocked):
    assert [one["id"] for one in run("sources", "--search", "Пелл", "--json").json] == ["S6"]


def test_source_json_counts_every_status(run, stocked):
    source = run("sources", "--search", "Marrow", "--json").json[0]
    assert source["statuses"]["unverified"] == 1
    assert source["statuses"]["refuted"] == 0

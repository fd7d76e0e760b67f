"""Events on the command line: who said what when, how figures moved, what is contested."""

from __future__ import annotations

import json

import pytest
from contests import strike
from marked import drafted

from tracker.cli.parser import program_parser
from tracker.domain.status import Stage


@pytest.fixture
def on_strike(desk, ledger):
    desk.importing.take_in(strike(), by="Ada", stage=Stage.OPEN)
    return ledger


def test_an_event_is_told_in_the_order_of_time(run, on_strike):
    said = run("show", "E1").out
    when = [line[:16] for line in said.splitlines() if line.startswith("2031-03-04 ")]
    assert when[:6] == sorted(when[:6])
    assert "six people were hurt  ↻ updates C1" in said


def test_a_day_is_that_of_where_it_was_said(run, tmp_path):
    text = tmp_path / "quay.txt"
    text.write_text("On Tuesday Ada Krol said two barges had sunk.\n", encoding="utf-8")
    run("ingest", str(text), "--published", "2031-03-06T10:00+01:00")
    assert "2031-03-04  " in run("show", "E1").out


def test_its_figures_are_drawn_on_one_scale(run, on_strike):
    said = run("show", "E1").out
    chart = said[said.index("How the figures moved: injured") :].splitlines()[2:6]
    places = [next(place for place, sign in enumerate(line) if sign in "■├") for line in chart]
    assert places[0] < places[3] < places[1] < places[2]


def test_its_grid_tells_who_says_what_and_who_is_silent(run, on_strike):
    said = run("show", "E1").out
    assert "5 speakers, 4 independent origins" in said
    assert "Orla police (for Orla): blames the other side (Tram Drivers’ Union) – C1" in said
    assert "St. Brede hospital: not a party – C5" in said
    grid = said[said.index("Facet by facet") :]
    assert "≠ actor" in grid
    assert "formerly three people were hurt" in grid
    assert "Hanna Dorn, St. Brede hospital" in grid


def test_its_origins_are_counted_over_all_of_its_claims(run, on_strike, monkeypatch):
    monkeypatch.setattr("tracker.cli.show_event._MOST", 3)
    monkeypatch.setattr("tracker.cli.show_event._MOST_SIDE_BY_SIDE", 2)
    assert "5 speakers, 4 independent origins" in run("show", "E1").out


def test_an_event_that_one_speaker_tells_has_no_grid(run, on_strike, desk):
    from tracker.domain.reference import Ref

    desk.curating.split(Ref.parse("E1"), by="Ada", claims=[1, 6], name="The stones")
    said = run("show", "E2").out
    assert "How the figures moved" in said
    assert "Facet by facet" not in said


def test_a_split_says_how_many_suggested_pairs_it_rejects(run, on_strike):
    said = run("split", "E1", "C1", "C6", "--name", "The stones").out
    assert said.splitlines()[1] == "2 suggested pairs between the two are rejected now."
    assert run("split", "E1", "C3", "--name", "The gate").out.count("\n") == 1


def test_an_event_for_scripts_has_grid_and_figures(run, on_strike):
    event = json.loads(run("show", "E1", "--json").out)
    assert next(party["name"] for party in event["grid"]["parties"]) == "Orla police"
    facets = {one["facet"]: one for one in event["grid"]["facets"]}
    assert facets["casualties"]["stand"] == "contradict"
    assert facets["casualties"]["says"][0][1] == {
        "words": "three people were hurt",
        "claim": "C1",
        "former": True,
    }
    (course,) = event["figures"]
    assert [step["claim"] for step in course["steps"]] == ["C1", "C2", "C5", "C6"]


@pytest.mark.parametrize(
    ("listed", "there", "gone"),
    [
        ("events", "Collision off Selm", "Closure of the pier"),
        ("articles", "Two dead after ferry", "nothing"),
        ("sources", "Dockers’ League", "Joren Pell"),
        ("claims", "rammed the ferry", "20 people were hurt"),
    ],
)
def test_every_list_can_be_narrowed_to_what_is_contested(run, stocked, listed, there, gone):
    said = run(listed, "--contested").out
    assert there in said
    assert gone not in said


def test_every_command_that_lists_or_searches_takes_contested():
    takes = {name: one.filled().format_help() for name, one in program_parser().commands.items()}
    lists = {name for name, said in takes.items() if "--limit" in said or "--search" in said}
    without = {name for name in lists if "--contested" not in takes[name]}
    assert without == {"history"}, "it lists what was done, to whatever it was"


@pytest.mark.parametrize(
    ("listed", "rejected"), [("contradictions", "C1 and C2"), ("relations", "R1")]
)
def test_rejected_ones_can_be_those_of_claims_that_another_stands_against(
    run, stocked, listed, rejected
):
    run("reject", "R1")
    assert rejected in run(listed, "--state", "rejected").out
    none = run(listed, "--state", "rejected", "--contested")
    assert none.err == f"tracker: no rejected {listed} of contested claims.\n"
    run("relate", "C2", "denies", "C3")
    assert rejected in run(listed, "--state", "rejected", "--contested").out


def test_sources_that_may_be_one_are_not_asked_for_by_what_is_contested(run, stocked):
    assert run("sources", "--proposed", "--contested").code == 2


def test_a_list_says_when_nothing_is_contested(run, stocked):
    run("reject", "R1", "--as", "Ada")
    assert "no contested events yet" in run("events", "--contested").err


def test_a_contradiction_tells_interest_origins_and_what_is_still_needed(run, stocked):
    said = run("contradictions").out
    assert "two independent origins" in said
    assert "Ilse Marrow (for Varland): blames the other side (Dockers’ League)" in said
    assert "who was responsible – no evidence on either side, nothing tried" in said


def test_contradictions_can_be_those_of_one_event(run, stocked):
    assert "C1 and C2" in run("contradictions", "--event", "E1").out
    assert "no contradictions" in run("contradictions", "--event", "2").err
    assert run("contradictions", "--event", "E99").code == 1


def test_an_event_says_when_its_claims_were_compared_with_the_newest_only(
    run, desk, ledger, monkeypatch
):
    monkeypatch.setattr("tracker.desk.comparing.PER_KEY", 1)
    for place in ("clinic", "mayor", "priest"):
        words = f"[1 The {place} of Selm] {{1 said}} <1 seven miners were killed in the Selm mine>."
        desk.importing.take_in(drafted(words).reading, by="Ada")
    said = run("show", "E1").out
    assert "with the newest only: 3 of its claims name what very many others name" in said


def test_what_a_rejected_relation_had_tied_alone_can_be_split_from_its_event(run, desk, ledger):
    from tracker.compare.proposing import compared

    for who, many in (("The clinic in Selm", "seven"), ("Carrick Coal", "two")):
        words = f"[1 {who}] {{1 said}} <1 {many} miners were killed in the Selm mine>."
        desk.importing.take_in(compared(drafted(words).reading), by="Ada")
    ran = run("reject", "R1")
    assert "nothing ties A2 to the rest of E1 any more" in ran.err
    assert "tracker split E1 C2 --name TITLE" in ran.err
    assert run("split", "E1", "C2", "--name", "Another mine").code == 0


@pytest.mark.parametrize(
    "asked", ["contradictions --event E1", "claims --event 1", "report unverified --event E1"]
)
def test_whoever_asks_for_a_merged_event_hears_what_it_was_merged_into(run, stocked, asked):
    before = run("history", "--json", "--limit", "1").json[0]["at"]
    run("merge", "E2", "E1")
    ran = run(*asked.split())
    assert (ran.code, ran.err) == (1, "tracker: E1 was merged into E2; use that.\n")
    assert run(*asked.replace("E1", "E2").replace(" 1", " 2").split()).code == 0
    then = run("report", "contradictions", "--event", "E1", "--as-of", before)
    assert then.code == 0


def test_that_an_event_has_no_contradictions_is_said_of_that_event(run, stocked):
    said = run("contradictions", "--event", "E2").err
    assert said == "tracker: no contradictions about E2.\n"

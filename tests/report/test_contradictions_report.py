"""The report of contradictions: facet by facet, agreement beside disagreement, party by party."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from io import StringIO

import pytest
from contests import strike
from told import text_of

from tracker.domain.facet import Facet
from tracker.domain.listing import Filter
from tracker.domain.reference import Kind, Ref
from tracker.domain.relation import RelationKind
from tracker.domain.status import Dismissal, Stage
from tracker.report.formats import Format
from tracker.report.report import ReportKind
from tracker.report.wanted import Wanted

KIND = ReportKind.CONTRADICTIONS


@pytest.fixture
def clashes(worked_desk):
    return lambda where=None: worked_desk.reporting.report(Wanted(KIND, "Cem", where or Filter()))


@pytest.fixture
def five_parties(worked_desk):
    """Five speakers on one event, three of whom contradict another."""
    relating = worked_desk.relating
    relating.relate(3, 2, RelationKind.CONTRADICTS, Facet.MEANS, by="Ada")
    relating.relate(4, 1, RelationKind.CORROBORATES, Facet.CASUALTIES, by="Ada")
    relating.relate(5, 1, RelationKind.DENIES, Facet.ACTOR, by="Ada")
    return worked_desk


def test_two_sides_agree_and_contradict_in_one_table(clashes):
    (event,) = clashes().events
    (pair,) = event.pairs
    stands = {one.facet: (one.stand, one.a, one.b) for one in pair.facets}
    assert stands == {
        "actor": ("contradict", "a harbour guard launch", "a League picket boat"),
        "casualties": (
            "agree", "at least two passengers killed", "two passengers were killed",
        ),
    }  # fmt: skip


def test_neither_side_comes_first_for_what_it_says(clashes):
    (event,) = clashes().events
    assert [party.name for party in event.parties] == ["Dockers’ League", "Ilse Marrow"]


def test_five_parties_stand_in_a_grid_of_facets_by_parties(five_parties):
    report = five_parties.reporting.report(Wanted(KIND, "Cem"))
    (event,) = report.events
    assert len(event.parties) == 5
    text = text_of(report, Format.MARKDOWN)
    parties = "Dockers’ League | hospital staff | Ilse Marrow"
    assert f"| Facet | {parties}" in text
    assert "≠ C2, C5; " not in text  # a mark is a line of its own, and no words of a party's
    assert "| ≠ Actor |" in text
    assert "| a harbour guard launch (C1); ≠ C2, C5 |" in text


def test_each_claim_tells_whom_it_serves(five_parties):
    text = text_of(five_parties.reporting.report(Wanted(KIND, "Cem")), Format.MARKDOWN)
    assert "| Interest | C1: blames the other side (Varland) | C4: not a party |" in text


def test_of_more_parties_than_have_columns_those_are_listed_that_meet_others(desk):
    desk.importing.take_in(strike(), by="Ada", stage=Stage.OPEN)
    desk.editing.edit(Ref(Kind.CLAIM, 6), "speaker", ["Night shift (organisation)"], by="Ada")
    desk.relating.relate(6, 2, RelationKind.CONTRADICTS, Facet.CASUALTIES, by="Ada")
    desk.relating.relate(3, 4, RelationKind.CONTRADICTS, Facet.PLACE, by="Ada")
    report = desk.reporting.report(Wanted(KIND, "Cem"))
    text = text_of(report, Format.MARKDOWN)
    assert len(report.events[0].parties) == 6
    assert "| Facet | Party | Says | Meets |" in text
    assert "| ≠ Place | Hanna Dorn | the depot gate (C3) | ≠ C4 |" in text
    assert "Means" not in text  # nobody disputes it


def test_a_claim_that_only_agrees_stands_beside_those_that_do_not(five_parties):
    (event,) = five_parties.reporting.report(Wanted(KIND, "Cem")).events
    staff = next(party for party in event.parties if party.name == "hospital staff")
    assert [(one.facet, one.agrees) for one in staff.sayings if one.agrees] == [
        ("casualties", ("C1",))
    ]


def test_a_rejected_relation_is_not_told(worked_desk, clashes):
    worked_desk.relating.reject([1], by="Ada")
    assert clashes().events == ()


def test_a_dismissed_claim_stands_against_nobody(full_desk):
    full_desk.reviewing.dismiss([2], by="Ada", why=Dismissal.OUT_OF_SCOPE)
    report = full_desk.reporting.report(Wanted(KIND, "Cem"))
    assert (report.events, report.totals.claims) == ((), 0)


def test_a_filter_for_one_side_brings_the_other_with_it(clashes):
    (event,) = clashes(Filter(source_id=2)).events
    assert [claim.id for claim in event.claims] == ["C1", "C2"]


def test_a_suggested_contradiction_is_told_as_not_decided(full_desk):
    report = full_desk.reporting.report(Wanted(KIND, "Cem"))
    assert "suggested, not decided" in text_of(report, Format.MARKDOWN)


def test_no_heading_holds_what_anybody_said(clashes):
    report = clashes()
    headings = [
        line for line in text_of(report, Format.MARKDOWN).splitlines() if line.startswith("#")
    ]
    statements = [claim.statement for event in report.events for claim in event.claims]
    assert not [one for one in headings if any(said in one for said in statements)]


def test_a_row_of_the_spreadsheet_is_a_pair_on_a_facet(clashes):
    rows = list(csv.DictReader(StringIO(text_of(clashes(), Format.CSV))))
    assert [(row["a"], row["b"], row["facet"], row["stand"]) for row in rows[:-1]] == [
        ("C1", "C2", "actor", "contradict"),
        ("C1", "C2", "casualties", "agree"),
    ]


def test_its_document_names_parties_pairs_and_claims(clashes):
    document = json.loads(text_of(clashes(), Format.JSON))
    assert list(document["events"][0]) == [
        *("id", "title", "place", "time", "parties", "contradictions", "claims")
    ]


def test_it_says_how_many_pairs_wait_for_a_claim_to_be_accepted(desk, two_sides):
    desk.importing.take_in(two_sides, by="Ada", stage=Stage.SUGGESTED)
    report = desk.reporting.report(Wanted(KIND, "Cem"))
    assert report.totals.claims == 0
    told = "eft out: 1 pair in which a claim itself is still to be accepted"
    assert told in text_of(report, Format.MARKDOWN)
    assert told in text_of(report, Format.CSV)
    assert json.loads(text_of(report, Format.JSON))["suggested_pairs"] == 1


def test_a_confirmed_pair_is_told_though_its_other_side_is_only_proposed(desk, two_sides):
    desk.importing.take_in(two_sides, by="Ada", stage=Stage.SUGGESTED)
    desk.relating.confirm([1], by="Ada")
    desk.reviewing.accept([1], by="Ada")
    report = desk.reporting.report(Wanted(KIND, "Cem"))
    assert [(pair.a, pair.b) for one in report.events for pair in one.pairs] == [("C1", "C2")]
    assert (report.totals.claims, report.suggested) == (2, 0)
    assert "suggested" in text_of(report, Format.MARKDOWN)


def test_what_an_editor_confirmed_is_told_though_neither_claim_is_accepted(desk, two_sides):
    desk.importing.take_in(two_sides, by="Ada", stage=Stage.SUGGESTED)
    desk.relating.confirm([1], by="Ada")
    report = desk.reporting.report(Wanted(KIND, "Cem"))
    assert [(pair.a, pair.b) for one in report.events for pair in one.pairs] == [("C1", "C2")]
    assert (report.totals.claims, report.suggested) == (2, 0)
    desk.reviewing.dismiss([2], by="Ada")
    assert desk.reporting.report(Wanted(KIND, "Cem")).totals.claims == 0


def test_it_says_how_many_pairs_no_editor_has_decided_on(full_desk):
    def undecided():
        report = full_desk.reporting.report(Wanted(KIND, "Cem"))
        found = json.loads(text_of(report, Format.JSON))["undecided_pairs"]
        told = f"n {found} pair"
        said = "the contradiction is only suggested, and no editor has decided on it"
        for form in (Format.MARKDOWN, Format.CSV):
            assert (said in text_of(report, form)) == (found > 0)
            assert not found or told in text_of(report, form)
        return found

    found = [undecided()]
    full_desk.relating.relate(6, 2, RelationKind.DENIES, None, by="Ada")
    found.append(undecided())
    full_desk.relating.confirm([1], by="Ada")
    found.append(undecided())
    assert found == [1, 1, 0]


def test_what_is_only_suggested_may_contradict_and_what_is_confirmed_does(full_desk):
    def told():
        return text_of(full_desk.reporting.report(Wanted(KIND, "Cem")), Format.MARKDOWN)

    assert "C1 (Dockers’ League) and C2 (Ilse Marrow) may contradict each other on actor" in told()
    assert "They may contradict each other on actor" in told()
    full_desk.relating.confirm([1], by="Ada")
    assert "may contradict" not in told()
    assert "They contradict each other on actor" in told()


def test_a_pair_that_no_filter_lets_through_waits_for_nothing(desk, two_sides):
    desk.importing.take_in(two_sides, by="Ada", stage=Stage.SUGGESTED)
    assert desk.reporting.report(Wanted(KIND, "Cem", Filter(source_id=7))).suggested == 0


def test_claims_about_no_event_are_told_where_relations_tie_them(desk, two_sides):
    claims = tuple(replace(one, event="") for one in two_sides.claims)
    desk.importing.take_in(replace(two_sides, claims=claims), by="Ada", stage=Stage.OPEN)
    desk.relating.relate(5, 3, RelationKind.DENIES, Facet.ACTOR, by="Ada")
    report = desk.reporting.report(Wanted(KIND, "Cem"))
    assert [[claim.id for claim in event.claims] for event in report.events] == [
        ["C1", "C2"], ["C3", "C5"],
    ]  # fmt: skip


def test_one_speaker_can_stand_against_themselves(worked_desk):
    worked_desk.relating.reject([1, 2], by="Ada")
    worked_desk.relating.relate(6, 3, RelationKind.CONTRADICTS, Facet.MEANS, by="Ada")
    (event,) = worked_desk.reporting.report(Wanted(KIND, "Cem")).events
    assert [party.claims for party in event.parties] == [("C3",), ("C6",)]


def test_a_row_names_also_who_denies_it_by_a_claim_that_nobody_has_accepted(desk):
    desk.importing.take_in(strike(), by="Ada", stage=Stage.SUGGESTED)
    desk.reviewing.accept([1, 2], by="Ada")
    told = text_of(desk.reporting.report(Wanted(KIND, "Cem")), Format.MARKDOWN)
    assert "(Tram Drivers’ Union) also meets C4 on actor; C4 is still to be accepted." in told
    desk.reviewing.accept([3, 5, 6], by="Ada")
    told = text_of(desk.reporting.report(Wanted(KIND, "Cem")), Format.MARKDOWN)
    assert "≠ C1, C4 (still to be accepted)" in told


def test_a_row_names_also_who_denies_it_under_another_event(worked_desk):
    worked_desk.curating.split(Ref(Kind.EVENT, 1), by="Ada", claims=[2, 4], name="The quay")
    worked_desk.relating.relate(4, 2, RelationKind.DENIES, Facet.ACTOR, by="Ada")
    first, second = worked_desk.reporting.report(Wanted(KIND, "Cem")).events
    told = text_of(worked_desk.reporting.report(Wanted(KIND, "Cem")), Format.MARKDOWN)
    assert [one.id for one in (first, second)] == ["E1", "E3"]
    assert "C2 (Ilse Marrow) also meets C1 on actor; C1 is told under E1." in told


def test_what_one_speaker_says_against_themselves_has_a_row(five_parties):
    five_parties.relating.relate(6, 3, RelationKind.CONTRADICTS, Facet.TIME, by="Ada")
    five_parties.editing.edit(Ref(Kind.CLAIM, 6), "event", ["E1"], by="Ada")
    (event,) = five_parties.reporting.report(Wanted(KIND, "Cem")).events
    (steward,) = (one for one in event.parties if "C6" in one.claims)
    (saying,) = (one for one in steward.sayings if one.facet == "time")
    assert ("time" in event.at_issue, saying.contradicts) == (True, ("C6", "C3"))

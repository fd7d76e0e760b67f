"""The report of unverified claims: what it says."""

from __future__ import annotations

from dataclasses import replace

import pytest
from told import UNVERIFIED

from tracker.desk.reviewing import Backing
from tracker.domain.errors import RefusedError
from tracker.domain.listing import Filter
from tracker.domain.reference import Kind, Ref
from tracker.domain.status import AttributionCheck, Dismissal, Stage, Status
from tracker.report.wanted import Wanted

MARROW_SAID = (
    "Ilse Marrow said that a League picket boat lay in the fairway; "
    "and that two passengers were killed"
)


def claims_of(report) -> dict[str, object]:
    return {claim.id: claim for claim in report.claims}


def test_it_counts_each_status_apart(report):
    assert report.counts == {
        Status.UNVERIFIED: 2,
        Status.DISPUTED: 2,
        Status.UNVERIFIABLE: 1,
    }


def test_it_groups_claims_by_event_the_dated_first(report):
    assert [(event.title, [claim.id for claim in event.claims]) for event in report.events] == [
        ("Collision off Selm", ["C3", "C1", "C2", "C4"]),
        ("Closure of the pier", ["C5"]),
    ]


def test_claims_about_no_event_come_last(worked_desk):
    worked_desk.editing.edit(Ref(Kind.CLAIM, 1), "event", ["none"], by="Ada", reason="x")
    report = worked_desk.reporting.report(Wanted(UNVERIFIED, "Cem"))
    assert report.events[-1].id == ""


def test_opinions_are_kept_apart_and_not_counted(report):
    assert [claim.id for claim in report.not_checkable] == ["C6"]
    assert "C6" not in claims_of(report)


def test_claims_nobody_accepted_are_left_out_and_counted(desk, two_sides):
    desk.importing.take_in(two_sides, by="Ada", stage=Stage.SUGGESTED)
    report = desk.reporting.report(Wanted(UNVERIFIED, "Cem"))
    assert (report.claims, report.totals.suggested) == ((), 6)


def test_dismissed_claims_are_left_out(worked_desk):
    worked_desk.reviewing.dismiss([5], by="Ada", why=Dismissal.OUT_OF_SCOPE)
    assert "C5" not in claims_of(worked_desk.reporting.report(Wanted(UNVERIFIED, "Cem")))


@pytest.mark.parametrize("status", [Status.CONFIRMED, Status.REFUTED])
def test_a_filter_for_another_status_is_refused(worked_desk, status):
    with pytest.raises(RefusedError, match="holds no"):
        worked_desk.reporting.report(Wanted(UNVERIFIED, "Cem", Filter(status=status)))


def test_a_filter_narrows_it_and_is_said(worked_desk):
    report = worked_desk.reporting.report(Wanted(UNVERIFIED, "Cem", Filter(status=Status.DISPUTED)))
    assert (list(claims_of(report)), report.made.filter) == (["C1", "C2"], "disputed")


def test_confirmed_claims_are_not_in_it(worked_desk):
    proof = worked_desk.browsing.dossier(3)
    assert proof.claim.status is Status.UNVERIFIED
    worked_desk.reviewing.mark([3], Status.MISLEADING, by="Ada", backing=Backing("half the tale"))
    assert "C3" not in claims_of(worked_desk.reporting.report(Wanted(UNVERIFIED, "Cem")))


def test_counter_claims_stand_in_the_same_words_with_where_the_two_meet(report):
    (counter,) = claims_of(report)["C1"].counter_claims
    assert (counter.id, counter.said, counter.contradicts, counter.agrees, counter.decided) == (
        "C2",
        MARROW_SAID,
        ("actor",),
        ("casualties",),
        True,
    )


def test_a_suggested_counter_claim_is_told_as_undecided(full_desk):
    report = full_desk.reporting.report(Wanted(UNVERIFIED, "Cem"))
    (counter,) = claims_of(report)["C1"].counter_claims
    assert counter.decided is False


def test_the_safe_sentence_holds_both_sides(report):
    assert claims_of(report)["C2"].safe_sentence == (
        "Dockers’ League said that a harbour guard launch rammed the ferry, killing at least two "
        "passengers; Ilse Marrow said that a League picket boat lay in the fairway; and that two "
        "passengers were killed; who was responsible has not been independently verified."
    )


def test_the_chain_leads_from_the_speaker_to_the_article(report):
    assert claims_of(report)["C3"].chain == (
        "Joren Pell (interview) → Radio Estuary (quoted) → Selm Courier (A1)"
    )


def test_the_caveat_is_the_outlets(report):
    (caveat,) = claims_of(report)["C1"].caveats
    assert (caveat.outlet, caveat.words) == (
        "Selm Courier",
        "Neither account could be independently verified",
    )


def test_the_hedge_is_kept(report):
    assert claims_of(report)["C3"].said == (
        "Joren Pell said, as relayed by Radio Estuary, hedged with “reportedly”, "
        "that the launch carried no lights"
    )


def test_notes_are_nowhere_in_it(report):
    assert "cousin" not in repr(report)


@pytest.mark.sqlite  # it names the file
def test_it_says_what_the_ledger_was(report, worked_desk):
    assert (report.made.entries, report.made.head) == worked_desk.auditing.head()
    assert (report.made.ledger, report.made.by) == ("ledger.db", "Cem")


def test_sources_are_tallied_with_an_outlets_own_voice_apart(report):
    assert [(one.name, one.claims) for one in report.sources] == [
        ("Dockers’ League", 1),
        ("hospital staff", 1),
        ("Ilse Marrow", 1),
        ("Joren Pell", 1),
        ("Selm Courier (own voice)", 1),
    ]


def test_age_is_counted_in_days_of_utc(report_saying):
    report = report_saying("x")
    assert report.claims[0].age == 5


def test_a_protected_name_is_nowhere_in_it(worked_desk):
    worked_desk.editing.edit(
        Ref(Kind.SOURCE, 4), "restricted-name", ["three hospitals"], by="Ada", reason="x"
    )
    report = worked_desk.reporting.report(
        Wanted(UNVERIFIED, "Cem", Filter(search="three hospitals"))
    )
    everything = worked_desk.reporting.report(Wanted(UNVERIFIED, "Cem"))
    assert "three hospitals" not in repr((report, everything))


def test_the_same_ledger_gives_the_same_report(worked_desk, report):
    again = worked_desk.reporting.report(Wanted(UNVERIFIED, "Cem"))
    assert replace(again, made=report.made) == report


def test_a_check_of_the_attribution_is_told(worked_desk):
    worked_desk.reviewing.check_attribution([3], AttributionCheck.FABRICATED, by="Ada")
    report = worked_desk.reporting.report(Wanted(UNVERIFIED, "Cem"))
    assert "was reported to have said" in claims_of(report)["C3"].safe_sentence


def test_where_not_all_is_told_only_what_is_told_is_cited(desk, two_sides):
    for number in range(3):
        elsewhere = replace(two_sides.article, url=f"https://courier.example/{number}")
        again = replace(two_sides, article=elsewhere, text=f"{two_sides.text}\n{number}")
        unsure = tuple(replace(one, hedge=f"perhaps {number}") for one in two_sides.claims)
        desk.importing.take_in(replace(again, claims=unsure), by="Ada", stage=Stage.OPEN)
    cited = [
        [one.id for one in desk.reporting.report(Wanted(UNVERIFIED, "Cem", most=most)).articles]
        for most in (None, 1)
    ]
    assert cited == [["A1", "A2", "A3"], ["A1"]]

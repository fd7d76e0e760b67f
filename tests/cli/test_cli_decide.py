from __future__ import annotations

import pytest

from tracker.cli.prose import named

PROOF = ("--reason", "seen", "--evidence", "https://a.example")


def stage(run, ref):
    return run("show", ref, "--json").json["stage"]


def test_marking_says_what_it_was(run, stocked):
    ran = run("mark", "C1", "refuted", *PROOF)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == "C1 marked refuted (was unverified). Undo: tracker undo\n"


def test_a_refused_mark_names_every_option_that_is_missing(run, stocked):
    ran = run("mark", "C1", "refuted")
    assert ran.code == 1
    assert "--evidence URL --stance undermines" in ran.err
    assert "--reason" in ran.err
    assert run("show", "C1", "--json").json["status"] == "unverified"


def test_evidence_with_a_refutation_undermines(run, stocked):
    run("mark", "C1", "refuted", *PROOF)
    assert run("show", "C1", "--json").json["evidence"][0]["stance"] == "undermines"


def test_evidence_with_a_confirmation_supports(run, stocked):
    run("mark", "C1", "confirmed", *PROOF, "--title", "A log", "--kind", "dataset")
    evidence = run("show", "C1", "--json").json["evidence"][0]
    assert [evidence[name] for name in ("stance", "title", "kind")] == [
        "supports", "A log", "dataset",
    ]  # fmt: skip


def test_evidence_with_another_status_needs_a_stance(run, stocked):
    ran = run("mark", "C1", "misleading", *PROOF)
    assert ran.code == 1
    assert "--stance" in ran.err
    assert run("mark", "C1", "misleading", *PROOF, "--stance", "context").code == 0


def test_a_stance_without_evidence_is_refused(run, stocked):
    assert "--evidence URL" in run("mark", "C1", "refuted", "--stance", "supports").err


def test_several_claims_are_one_action_and_one_undo(run, stocked):
    assert run("mark", "C1", "C3", "refuted", *PROOF).out.startswith("C1 and C3 marked refuted")
    assert run("undo").code == 0
    assert {one["status"] for one in run("claims", "--json").json} == {"unverified"}


def test_one_refused_claim_refuses_all(run, stocked):
    run("dismiss", "C3", "--reason", "duplicate")
    assert run("mark", "C1", "C3", "refuted", *PROOF).code == 1
    assert run("show", "C1", "--json").json["status"] == "unverified"


def test_options_may_stand_between_references_and_status(run, stocked):
    assert run("mark", "C1", "--reason", "seen", "C3", *PROOF[2:], "refuted").code == 0


def test_a_status_may_be_written_large(run, stocked):
    assert run("mark", "C1", "Refuted", *PROOF).code == 0


def test_an_unknown_status_is_wrong_usage(run, stocked):
    ran = run("mark", "C1", "true")
    assert ran.code == 2
    assert "'refuted'" in ran.err


def test_an_unknown_claim_is_refused(run, stocked):
    ran = run("mark", "C99", "unverified")
    assert (ran.code, ran.err) == (1, "tracker: there is no claim C99 in this ledger.\n")


def test_many_claims_are_counted_not_named():
    assert named([f"C{number}" for number in range(1, 7)]) == "C1, C2, C3, C4, C5 and C6"
    assert named([f"C{number}" for number in range(1, 1201)]) == "1,200 claims"


def test_a_claim_goes_through_its_stages(run, stocked):
    run("mark", "C1", "refuted", *PROOF)
    assert run("ready", "C1").out.startswith("C1 made ready.")
    assert run("return", "C1", "--reason", "check the date").out.startswith("C1 returned.")
    run("ready", "C1")
    assert run("sign-off", "C1", "--as", "Bea").out == "C1 signed off. Undo: tracker undo\n"
    assert run("reopen", "C1", "--reason", "news").out.startswith("C1 reopened.")
    assert stage(run, "C1") == "in_progress"


def test_signing_for_oneself_is_said(run, stocked):
    run("start", "C1")
    run("ready", "C1")
    assert "self-signed" in run("sign-off", "C1").out


def test_starting_takes_a_claim(run, stocked):
    assert run("start", "C1").out.startswith("C1 taken in progress.")
    assert run("show", "C1", "--json").json["assignee"] == "Ada"


def test_reopening_needs_a_reason(run, stocked):
    run("start", "C1")
    run("ready", "C1")
    assert "--reason" in run("return", "C1").err


def test_a_claim_can_wait_until_a_day(run, stocked):
    run("start", "C1")
    said = run("wait", "C1", "the harbour office", "--until", "2031-05-03").out
    assert said.startswith("C1 left waiting for the harbour office until 2031-05-03")
    assert stage(run, "C1") == "waiting"


def test_a_day_that_is_none_is_refused(run, stocked):
    assert "is no date" in run("wait", "C1", "x", "--until", "soon").err


def test_a_move_that_there_is_not_is_refused(run, stocked):
    ran = run("sign-off", "C1")
    assert ran.code == 1
    assert "C1 is open; it cannot become signed off." in ran.err


@pytest.mark.parametrize(
    ("words", "to"),
    [(["Bea"], "Bea"), ([], "Ada"), (["--nobody"], None), (["Bea Quist"], "Bea Quist")],
)
def test_claims_are_given_to_somebody_to_oneself_or_to_nobody(run, stocked, words, to):
    assert run("assign", "C1", "C2", *words).code == 0
    assert run("show", "C2", "--json").json["assignee"] == to


def test_an_editors_name_with_a_space_needs_quotes(run, stocked):
    assert "in quotes" in run("assign", "C1", "Bea", "Quist").err


def test_accepting_a_proposed_status_sets_it(run, stocked):
    run("accept", "R1")
    assert "C1 marked disputed, as proposed" in run("accept", "C1").out


def test_dismissing_a_proposed_status_keeps_the_claim(run, stocked):
    run("confirm", "R1")
    assert run("dismiss", "C1").out.startswith("the status proposed for C1 turned down.")
    assert stage(run, "C1") == "open"


def test_dismissing_a_claim_takes_one_of_the_trades_reasons(run, stocked):
    assert run("dismiss", "C6", "--reason", "not checkable").out.startswith(
        "C6 dismissed (not checkable)."
    )
    assert "give not_a_claim" in run("dismiss", "C5", "--reason", "boring").err


def test_relations_are_decided_by_either_pair_of_words(run, stocked):
    assert run("confirm", "R1").out.startswith("R1 confirmed.")
    assert run("dismiss", "R2", "--reason", "x").out.startswith("R2 rejected.")
    assert run("reject", "R1").out.startswith("R1 rejected.")


def test_claims_and_relations_are_not_decided_together(run, stocked):
    assert "not several kinds at once" in run("accept", "C1", "R1").err


def test_confirm_is_for_relations_and_says_what_is_for_claims(run, stocked):
    assert "tracker mark C1 confirmed" in run("confirm", "C1").err
    assert "tracker dismiss C1" in run("reject", "C1").err


def test_suggested_claims_are_accepted(run, desk, two_sides, ledger):
    desk.importing.take_in(two_sides, by="Ada")
    assert run("accept", "C1", "C2").out.startswith("C1 and C2 accepted.")
    assert stage(run, "C2") == "open"

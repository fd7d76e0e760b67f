"""Interest: for whom somebody speaks, whom the claim serves, and whom it burdens."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tracker.domain.attribution import Hop, HopRole, Voice
from tracker.domain.claim import Claim
from tracker.domain.dossier import Dossier, Tie
from tracker.domain.facet import Facet, FacetValue
from tracker.domain.figure import Figure
from tracker.domain.interest import Interest, Leaning, interest_of
from tracker.domain.relation import Relation, RelationKind, RelationOrigin, RelationState
from tracker.domain.source import Source, SourceKind

NOW = datetime(2031, 5, 1, tzinfo=UTC)
SOURCES = {
    one.id: one
    for one in (
        Source("Varland", SourceKind.STATE, id=1),
        Source("guard", SourceKind.GOVERNMENT_BODY, affiliation_id=1, id=2),
        Source("League", SourceKind.ORGANISATION, id=3),
        Source("bystanders", SourceKind.UNNAMED, id=4),
        Source("Pell", SourceKind.PERSON, affiliation_id=3, id=5),
        Source("left", SourceKind.PERSON, affiliation_id=7, id=6),
        Source("right", SourceKind.PERSON, affiliation_id=6, id=7),
        Source("Ada Rook", SourceKind.PERSON, role="Selm Trams chief executive", id=8),
        Source("Drivers’ Union", SourceKind.ORGANISATION, id=9),
        Source("Sam Okri", SourceKind.PERSON, role="surgeon", id=10),
        Source("Ines Holm", SourceKind.PERSON, role="Okri’s lawyer", id=11),
        Source("Karst", SourceKind.PERSON, role="colonel", affiliation_id=13, id=12),
        Source("Hill Front", SourceKind.ARMED_GROUP, role="rebel group", id=13),
        Source("Dr Brand", SourceKind.PERSON, role="doctor", affiliation_id=13, id=14),
        Source("Dr Nils", SourceKind.PERSON, role="doctor", id=15),
        Source("Orla police", SourceKind.GOVERNMENT_BODY, id=16),
        Source("evening paper", SourceKind.OUTLET, id=17),
    )
}
KILLED = Figure("two", 2, 2, counts="killed")


def said(
    speaker: int | None,
    *doers: tuple[str, int | None, str],
    cue: str = "said",
    statement: str = "x",
    figures: tuple[Figure, ...] = (),
    voice: Voice = Voice.INDIRECT,
    number: int = 1,
) -> Claim:
    facets = tuple(
        FacetValue(Facet.ACTOR, words, source_id=source, sense=sense)
        for words, source, sense in doers
    )
    chain = () if speaker is None else (Hop(speaker, HopRole.SPEAKER),)
    return Claim(statement, voice, chain=chain, cue=cue, facets=facets, figures=figures, id=number)


def interest(claim: Claim, *ties: Tie) -> Interest:
    return interest_of(Dossier(claim, sources=SOURCES, ties=ties))


def words(claim: Claim, *ties: Tie) -> str:
    return interest(claim, *ties).words


def tie(kind: str, other: Claim | int, a: int = 1, b: int = 2, state: str = "confirmed") -> Tie:
    theirs = said(other, number=2) if isinstance(other, int) else other
    relation = Relation(
        *(a, b, RelationKind(kind), Facet.ACTOR, RelationState(state)),
        *(RelationOrigin.PERSON, "Ada", NOW),
    )
    return Tie(relation, theirs, "", "")


@pytest.mark.parametrize(
    ("speaker", "side"),
    [(1, ""), (2, "for Varland"), (5, "for League"), (4, ""), (None, ""), (6, "for right")],
)
def test_the_side_is_the_top_of_the_affiliations(speaker, side):
    assert interest(said(speaker)).side_words == side


def test_of_most_claims_no_interest_is_known():
    assert interest(said(3, ("drivers", None, "gather"))).leaning is Leaning.UNKNOWN
    assert words(said(3)) == ""


def test_an_accusation_blames_whom_it_names():
    accused = said(3, ("they", 2, ""), cue="accused")
    assert words(accused) == "blames the other side (Varland)"


def test_so_does_a_claim_that_tells_of_harm():
    told = said(3, ("they", 2, ""), figures=(KILLED,))
    assert words(told) == "blames the other side (Varland)"


def test_so_does_a_claim_of_a_deed_that_harms():
    told = said(3, ("army gunners", None, "attack strike"))
    assert words(told) == "blames the other side (“army gunners”)"


def test_a_shell_or_a_car_is_not_blamed():
    assert words(said(3, ("artillery shells", None, "attack"))) == ""


@pytest.mark.parametrize(
    ("speaker", "doer", "other"),
    [
        (9, "the company", 8),
        (8, "the union", 9),
        (3, "Okri", 10),
        (3, "Sam Okri", 11),
        (3, "rebel gunners", 12),
        (3, "officers", 16),
    ],
)
def test_so_does_a_claim_about_them_that_their_side_contests(speaker, doer, other):
    claim = said(speaker, (doer, None, "offer"))
    assert interest(claim, tie("contradicts", other)).leaning is Leaning.BLAMES
    assert interest(claim, tie("contradicts", other, state="rejected")).leaning is Leaning.UNKNOWN
    assert interest(claim, tie("corroborates", other)).leaning is Leaning.UNKNOWN


@pytest.mark.parametrize("doer", ["officers in Selm", "two policemen"])
def test_people_who_may_be_the_speakers_own_are_not_the_other_side(doer):
    assert interest(said(16, (doer, None, "hurt"))).leaning is Leaning.UNKNOWN
    assert interest(said(3, (doer, None, "hurt"))).leaning is Leaning.BLAMES


def test_whoever_is_said_to_have_won_is_not_blamed_by_that():
    blamed, won = (said(9, ("the League", 3, sense)) for sense in ("attack", "receiv"))
    assert interest(blamed, tie("contradicts", 3)).leaning is Leaning.BLAMES
    assert interest(won, tie("contradicts", 3)).leaning is Leaning.UNKNOWN


def test_the_contest_of_somebody_else_blames_nobody():
    claim = said(3, ("the company", None, "offer"))
    assert interest(claim, tie("contradicts", 16)).leaning is Leaning.UNKNOWN


def test_whom_others_call_their_own_is_blamed_by_that_word():
    theirs = said(16, ("its steward", 16, "not drive"), number=2)
    claim = said(3, ("the steward", None, "drive"))
    assert words(claim, tie("contradicts", theirs)) == "blames the other side (“the steward”)"


def test_what_somebody_did_not_do_is_no_blame():
    assert words(said(3, ("army gunners", None, "not attack"))) == ""


def test_they_in_a_speakers_own_words_are_the_other_side_that_nobody_named():
    told = said(3, ("They", None, "attack"), voice=Voice.DIRECT)
    assert words(told) == "blames the other side"


def test_an_accusation_that_is_told_in_a_subordinate_clause_is_one():
    assert words(said(9, ("34 of its members", None, "accus"))) == "blames the other side"


def test_a_government_speaks_for_its_army_and_a_rebel_colonel_does_not():
    told = ("government forces", None, "attack")
    assert interest(said(1, told)).leaning is Leaning.UNKNOWN
    assert interest(said(12, told)).leaning is Leaning.BLAMES
    assert interest(said(12, ("gunners", None, "attack"))).leaning is Leaning.UNKNOWN


def test_ones_own_deed_is_no_admission_even_where_it_harmed():
    assert words(said(2, ("guards", 2, "attack"), figures=(KILLED,))) == ""


def test_to_deny_ones_own_deed_is_for_itself():
    assert words(said(10, ("he", 10, "not forge"))) == "for itself"


def test_to_tell_of_ones_own_deed_is_for_itself_where_others_dispute_it():
    claim = said(8, ("the company", None, "offer"))
    assert words(claim) == ""
    assert words(claim, tie("contradicts", 9)) == "for itself"


def test_a_denial_clears_unless_it_is_of_what_somebody_else_did():
    accusing = said(9, ("the company", None, "walk_out"), number=2)
    excusing = said(13, ("gunners", None, "aim"), number=2)
    denial = said(8, cue="denied")
    assert words(denial, tie("denies", accusing)) == "for itself"
    assert words(said(16, cue="denied"), tie("denies", excusing)) == ""


def test_a_denial_of_what_nobody_is_named_for_is_for_itself():
    assert words(said(8, cue="denied")) == "for itself"


def test_to_contest_what_is_said_of_ones_own_side_is_for_itself():
    spoken_of = said(3, statement="the file was opened from Okri’s account", number=2)
    claim = said(10, ("somebody else", None, "open"))
    assert words(claim, tie("contradicts", spoken_of)) == "for itself"
    told = said(11, ("shells", None, "open"))
    assert words(told, tie("contradicts", said(3, ("Okri", None, "open"), number=2))) == ""


def test_what_is_for_itself_first_may_blame_as_well():
    claim = said(16, ("officers", None, "us"), ("protesters", None, "throw"))
    both = "for itself, blames “protesters”"
    assert words(claim, tie("contradicts", 3)) == both


def test_seeing_and_hearing_are_no_deeds():
    assert words(said(8, ("she", 8, "hear")), tie("contradicts", 3)) == ""
    assert words(said(8, ("she", 8, "tell")), tie("contradicts", 3)) == "for itself"


@pytest.mark.parametrize("speaker", [None, 4, 15, 17])
def test_who_watches_treats_or_passes_on_is_no_party(speaker):
    assert words(said(speaker)) == "not a party"


def test_what_a_bystander_says_of_others_is_told_all_the_same():
    told = said(15, ("police", None, "attack"))
    assert words(told) == "not a party, names “police”"


def test_a_doctor_whom_others_speak_of_is_no_bystander():
    against = said(3, ("Okri", None, "forge"), number=2)
    assert words(said(10), tie("contradicts", against)) == "for itself"


def test_an_editor_who_puts_a_doctor_under_a_side_makes_a_party_of_them():
    assert words(said(14)) == ""
    assert interest(said(14)).side_words == "for Hill Front"


@pytest.mark.parametrize("cue", ["admitted", "conceded", "Acknowledged"])
def test_an_admission_goes_against_ones_own_interest(cue):
    assert words(said(2, ("guards", 2, ""), cue=cue)) == "against own interest"
    assert words(said(2, cue=cue)) == "against own interest"


def test_to_admit_what_others_did_is_no_admission():
    assert interest(said(2, ("they", 3, ""), cue="admitted")).leaning is Leaning.UNKNOWN


def test_a_concession_goes_against_ones_own_interest_whatever_its_cue():
    assert words(said(2), tie("concedes", 3)) == "against own interest"


def test_what_another_concedes_is_not_ones_own_admission():
    assert words(said(2), tie("concedes", 3, a=2, b=1)) == ""


def test_whoever_accuses_somebody_of_their_own_side_speaks_against_it():
    assert words(said(5, ("League", 3, ""), cue="accused")) == "against own interest"

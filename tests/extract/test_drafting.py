"""What is found in a text becomes claims: statements, voices, figures, hedges, events."""

from __future__ import annotations

from dataclasses import replace

from marked import drafted, marked, parser, said, speakers

from tracker.domain.attribution import Voice
from tracker.domain.draft import ArticleDraft
from tracker.domain.facet import Facet
from tracker.extract.drafting import draft
from tracker.extract.parsing import parsed


def test_every_passage_stands_in_the_text_where_its_spans_say() -> None:
    words = "[1 The union] {1 said} <1 nine ferries stopped>. Prices rose in the port last week."
    text = marked(words).text
    read = drafted(words)
    assert [text[one.spans[0].start : one.spans[0].end] for one in read.reading.claims] == [
        "nine ferries stopped",
        "Prices rose in the port last week",
    ]


def test_what_nobody_is_said_to_have_said_is_the_articles_own_claim() -> None:
    read = drafted("Parliament voted against the bill by 61 to 40. Why did it do so?")
    (claim,) = read.reading.claims
    assert (claim.chain, claim.voice, claim.checkable) == ((), Voice.ARTICLE, True)


def test_a_caveat_is_no_claim_but_lies_on_those_of_both_sides() -> None:
    read = drafted(
        "[1 The Dockers’ League] {1 said} <1 a launch rammed the ferry>. "
        "[2 The harbour guard] {2 said} <2 a picket boat hit it>. "
        "Neither account could be independently verified. The pier was closed on Monday."
    )
    covered = [bool(claim.caveats) for claim in read.reading.claims]
    assert covered == [True, True, False]


def test_a_caveat_in_the_next_paragraph_reaches_back_to_two_sides() -> None:
    read = drafted(
        "[1 The rebels] {1 said} <1 they hold the town>.\n\n"
        "[2 The army] {2 said} <2 it took it>.\n\n"
        "The claims could not be verified."
    )
    assert [len(claim.caveats) for claim in said(read)] == [1, 1]


def test_a_caveat_about_none_of_the_claims_lies_on_all() -> None:
    read = drafted(
        "[1 The miller] {1 said} <1 the dam had burst>.\n\n"
        "[2 The rebels] {2 said} <2 they hold the town>.\n\n"
        "[3 The army] {3 said} <3 it took it>.\n\n"
        "None of the claims could be independently verified."
    )
    assert [len(claim.caveats) for claim in said(read)] == [1, 1, 1]


def test_a_clause_with_its_own_subject_is_a_claim_of_its_own() -> None:
    read = drafted(
        "[1 The agency] {1 said} "
        "<1 the river had risen by two metres and that the bridge was shut>."
    )
    assert [claim.statement for claim in said(read)] == [
        "the river had risen by two metres",
        "the bridge was shut",
    ]


def test_a_deed_with_its_own_count_of_dead_is_a_claim_of_its_own() -> None:
    read = drafted(
        "[1 The mayor] {1 accused} <1 the militia of shelling a school, killing four pupils>."
    )
    assert [claim.statement for claim in said(read)] == [
        "the militia shelled a school",
        "the militia killed four pupils",
    ]


def test_a_quotation_is_not_split() -> None:
    read = drafted("<1 “We won and they lost,”> [1 the captain] {1 said}.")
    (claim,) = said(read)
    assert (claim.voice, claim.statement) == (Voice.DIRECT, "“We won and they lost”")


def test_a_quotation_around_its_cue_is_one_claim() -> None:
    read = drafted("<1 “We will,”> [1 the captain] {1 said}, <1 “win the match.”>")
    (claim,) = said(read)
    assert len(claim.spans) == 2


def test_a_claim_goes_on_after_its_cue_as_another() -> None:
    read = drafted("<1 The gate was open,> [1 the warden] {1 said}, <1 and the dogs had run away>.")
    assert len(said(read)) == 2


def test_words_partly_quoted_are_mixed() -> None:
    read = drafted("[1 The judge] {1 said} <1 the evidence was “far from complete”>.")
    assert said(read)[0].voice is Voice.MIXED


def test_a_hedge_is_kept_as_it_stands() -> None:
    read = drafted("[1 The surveyor] {1 said} <1 the wall had likely been weakened by rain>.")
    assert said(read)[0].hedge == "likely"


def test_the_month_of_may_is_no_hedge() -> None:
    read = drafted("[1 The clerk] {1 said} <1 the trial began in May>.")
    assert said(read)[0].hedge == ""


def test_a_figure_is_read_with_what_it_counts() -> None:
    read = drafted("[1 The hospital] {1 said} <1 at least seven miners were injured>.")
    (figure,) = said(read)[0].figures
    assert (figure.low, figure.high, figure.counts) == (7, None, "miners injured")


def test_a_promise_is_not_checkable() -> None:
    read = drafted("[1 The minister] {1 vowed} <1 to rebuild the bridge>.")
    assert not said(read)[0].checkable


def test_a_prediction_is_not_checkable() -> None:
    read = drafted("[1 The bank] {1 said} <1 prices will fall by June>.")
    assert not said(read)[0].checkable


def test_a_denial_is_worded_as_one() -> None:
    read = drafted("[1 The firm] {1 denied} <1 that the plant had leaked acid>.")
    assert said(read)[0].statement == "it is not true that the plant had leaked acid"


def test_whoever_is_accused_is_the_actor() -> None:
    read = drafted("[1 The guild] {1 accused} <1 the company of hiding two reports>.")
    actors = [one.words for one in said(read)[0].facets if one.facet is Facet.ACTOR]
    assert actors == ["company"]


def test_blame_on_somebody_names_the_actor() -> None:
    read = drafted("<1 The fire was> {1 blamed} <1 on careless campers> by [1 the foresters].")
    facets = {one.facet: one.words for one in said(read)[0].facets}
    assert facets[Facet.ACTOR] == "careless campers"


def test_every_claim_has_a_score_and_a_reason() -> None:
    read = drafted("[1 The vet] {1 said} <1 the horses were ill>. The race was run on Sunday.")
    assert all(claim.score and claim.score_reason for claim in read.reading.claims)


def test_claims_of_one_paragraph_about_one_thing_share_an_event() -> None:
    read = drafted(
        "[1 The union] {1 said} <1 the strike emptied the mine>. "
        "[2 The owners] {2 said} <2 half the mine worked on through the strike>."
    )
    assert len({claim.event for claim in said(read)}) == 1


def test_the_order_of_drafts_is_that_of_the_text() -> None:
    read = drafted("Rain fell on Selm all night. [1 The mayor] {1 said} <1 two cellars were full>.")
    assert [claim.key for claim in read.reading.claims] == ["c1", "c2"]


def test_what_a_charge_adds_behind_a_comma_belongs_to_it() -> None:
    read = drafted("[1 The mayor] {1 accused} <1 the militia of shelling a school>, killing four.")
    assert [claim.statement for claim in said(read)][1] == "the militia killed four"


def test_what_goes_on_after_an_interruption_is_said_too() -> None:
    read = drafted("<1 The gate was open>, [1 the warden] {1 said}, and the dogs were gone.")
    assert [claim.statement for claim in said(read)] == [
        "the gate was open",
        "the dogs were gone",
    ]


def test_a_post_is_no_claim() -> None:
    read = drafted("There were no deaths, [1 the mayor] {1 said} <1 in a post on Telegram>.")
    assert [claim.statement for claim in said(read)] == ["there were no deaths"]


def test_a_passive_names_who_says_it() -> None:
    read = drafted("The delay was blamed on frost by the harbour board.")
    assert speakers(read) == ["harbour board"]


def test_a_deed_is_no_saying() -> None:
    text, found = marked("[1 Parliament] {1 voted} <1 against the bill>.")
    unlikely = [replace(one, score=0.4) for one in found]
    made = draft(ArticleDraft(""), text, parsed(text, parser()), unlikely)
    assert [claim.chain for claim in made.reading.claims] == [()]


def test_an_event_that_nothing_else_names_is_called_by_its_things_and_no_opinion_of_them() -> None:
    read = drafted("[1 The board] {1 said} <1 cruel vandals had broken the east wall of the mill>.")
    (event,) = read.reading.events
    assert event.title == "Vandals, east wall of the mill"


def test_a_dateline_did_nothing() -> None:
    read = drafted(
        "SELM, May 3 (NPA) – <1 Rebels of the Front fired the mortars>, [1 he] {1 said}."
    )
    actors = [one.words for one in said(read)[0].facets if one.facet is Facet.ACTOR]
    assert [actor for actor in actors if "SELM" in actor] == []
    assert any("Rebels" in actor for actor in actors)


def test_a_temperature_is_no_place() -> None:
    read = drafted("[1 The lab] {1 said} <1 the copper melted at 21 degrees Celsius>.")
    assert [one for one in said(read)[0].facets if one.facet is Facet.PLACE] == []


def test_what_somebody_admits_was_not_checked_is_no_reservation_of_the_outlet() -> None:
    from reading_aloud import told

    words = (
        "The mill said that the scales had been checked on Monday.\n\n"
        "The mill conceded that the weights had not been checked since spring."
    )
    assert told(words)[-1] == ("mill", "the weights had not been checked since spring")

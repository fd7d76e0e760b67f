"""What of a text is given to whom, where the sentences alone tell too little."""

from __future__ import annotations

from marked import drafted, parser

from tracker.domain.draft import ArticleDraft
from tracker.extract.model import load_models
from tracker.extract.reader import Reader


def told(text):
    reading = Reader(parser(), load_models()).read(ArticleDraft(""), text).reading
    names = {one.key: one.name for one in reading.sources}
    return [(one.chain and names[one.chain[0].source], one.statement) for one in reading.claims]


def test_a_quotation_between_two_speakers_is_the_first_one_s():
    text = (
        "The widow said that nobody had told the family of it. "
        '"We read it in the paper." The clinic says relatives were told by letter.'
    )
    assert [who for who, _ in told(text)] == ["widow", "widow", "clinic"]


def test_what_accounts_are_about_is_no_claim():
    found = told("The company and the union gave accounts of what had caused the blast.")
    assert [who for who, _ in found if who] == []


def test_who_spoke_of_a_thing_says_that_there_was_one():
    text = "A second hostage, who asked not to be named, spoke of heavy gunfire before dawn."
    assert [statement for _, statement in told(text)] == ["there was heavy gunfire"]


def test_nobody_says_a_thing_that_is_awaited():
    assert all(who != "source not named" for who, _ in told("A verdict is expected in December."))


def test_an_outlet_at_the_end_is_no_part_of_what_goes_before():
    text = (
        "Jan Krull, a foreign-installed official in the harbour, told the state radio Friday that "
        "the fire on the quay was likely laid by divers, but he added that authorities were "
        "waiting for more details from the navy, the state news agency Telo reported."
    )
    who, statement = told(text)[-1]
    assert who == "Jan Krull"
    assert statement == "authorities were waiting for more details from the navy"


def test_a_vote_is_a_deed_that_the_article_tells():
    text = "The parliament on Thursday voted against a bill that would have sent weapons abroad."
    ((who, statement),) = told(text)
    assert not who
    assert statement.startswith("the parliament on Thursday voted against")


def test_what_somebody_does_not_dispute_is_no_denial():
    text = "The company did not dispute the date, but said the complaint concerned a lamp."
    assert told(text) == [("company", "the complaint concerned a lamp")]


def test_a_dateline_of_a_place_and_a_day_is_no_part_of_a_claim():
    text = "Selm, 12 March 2026 - More than 300 dockers stopped work, the union said."
    assert told(text) == [("union", "more than 300 dockers stopped work")]


def test_who_only_apologised_claims_nothing():
    reading = drafted("[1 Ana Krull] {1 apologised} <1 to customers>.").reading
    assert [one for one in reading.claims if one.chain] == []


def test_a_day_that_begins_a_sentence_is_no_dateline():
    ((_, statement),) = told("On 12 March - a Tuesday - 300 dockers stopped work, the union said.")
    assert statement.lower().startswith("on 12 march")

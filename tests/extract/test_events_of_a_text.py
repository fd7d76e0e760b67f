"""Which claims of a text are about one event: those of paragraphs that share their words."""

from __future__ import annotations

from marked import drafted

FERRY = (
    "[1 The harbour master] {1 said} <1 the ferry had left the quay with its bow door open>. "
    "[2 The owner] {2 denied} <2 that the ferry's door was open>.\n\n"
)
VERDICT = (
    "Meanwhile, [3 the prosecutor] {3 said} <3 the banker had hidden his fortune in Altmark>.\n\n"
)
APPEAL = "[4 The banker's lawyer] {4 said} <4 there would be an appeal against the verdict>."


def events_by_speaker(words: str) -> dict[str, str]:
    reading = drafted(words).reading
    names = {source.key: source.name for source in reading.sources}
    return {names[one.chain[0].source]: str(one.event) for one in reading.claims if one.chain}


def test_two_who_speak_of_one_thing_speak_of_one_event() -> None:
    found = events_by_speaker(FERRY)
    assert len(found) == 2
    assert len(set(found.values())) == 1


def test_a_paragraph_that_turns_to_another_place_begins_another_event() -> None:
    found = events_by_speaker(FERRY + VERDICT + APPEAL)
    assert found["harbour master"] != found["prosecutor"]


def test_what_goes_on_with_its_words_is_of_the_same_event() -> None:
    found = events_by_speaker(FERRY + VERDICT + APPEAL)
    assert found["prosecutor"] == found["banker's lawyer"]


def test_a_name_that_is_everywhere_does_not_name_an_event() -> None:
    reading = drafted(
        "[1 A trader] {1 said} <1 Velden had closed the bridge>.\n\n"
        "[2 A nurse] {2 said} <2 Velden had shut the clinic>.\n\n"
        "Elsewhere, [3 a farmer] {3 said} <3 Velden had sold the meadow>."
    ).reading
    assert not any("Velden" in event.title for event in reading.events)


def test_a_verdict_on_what_was_said_names_no_event() -> None:
    reading = drafted(
        "[1 A deckhand] {1 said} <1 the lights were off>. [2 The owner] {2 called} <2 that a lie>."
    ).reading
    assert not any("lie" in event.title.lower().split(", ") for event in reading.events)


def test_in_order_to_is_no_order() -> None:
    reading = drafted(
        "[1 A deckhand] {1 said} <1 the lights were cut in order to save fuel>. "
        "[2 The owner] {2 said} <2 the engine had been in good order>."
    ).reading
    assert not any("order" in event.title.lower().split(", ") for event in reading.events)


def titles(words: str) -> list[str]:
    return [one.title.lower() for one in drafted(words).reading.events]


def test_what_one_claim_alone_tells_of_does_not_name_the_event() -> None:
    (title,) = titles(
        "[1 The fire chief] {1 said} <1 the dam at the mill had given way>. "
        "[2 A miller] {2 said} <2 the owner knew of an explosion in May>."
    )
    assert "dam" in title
    assert "explosion" not in title


def test_people_and_their_number_name_no_event() -> None:
    (title,) = titles("[1 The mayor] {1 said} <1 tens of people and a man crossed the bridge>.")
    assert title == "bridge"

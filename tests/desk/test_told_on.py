"""A follow-up goes into the event of what it follows, and nothing else does."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from marked import drafted

from tracker.compare.proposing import compared

WALKOUT = (
    "SELM (Radio Fen) – [1 Jana Kol, who leads the quarrymen's union,] {1 said} "
    "<1 the quarrymen had walked out on Monday over pay>. "
    "[2 Piet Maar, the owner,] {2 said} <2 the strike broke a deal on pay>. "
    "[3 Mayor Ilse Brandt] {3 said} <3 the strike would end soon>. "
    "[4 Jana Kol] {4 said} <4 she would refuse a deal on pay>."
)
STILL_OUT = (
    "SELM (Fen Post) – [1 Piet Maar, the owner,] {1 said} "
    "<1 40 quarrymen were on strike on Tuesday over pay>. "
    "[2 Jana Kol] {2 said} <2 the strike would go on until pay rose>. "
    "[3 Mayor Ilse Brandt] {3 said} <3 she would settle the strike>."
)
BLAZE = (
    "SELM (Fen Post) – [1 Piet Maar, the owner,] {1 said} "
    "<1 a fire destroyed the barn on Tuesday>. "
    "[2 Jana Kol] {2 said} <2 the fire had destroyed her barn>. "
    "[3 Mayor Ilse Brandt] {3 said} <3 the barn had burned for hours>."
)


def events_of(desk, told):
    numbers = []
    for words, day in told:
        read = drafted(words, published=datetime(2031, 5, day, 20, tzinfo=UTC)).reading
        number = desk.importing.take_in(compared(read), by="Ada").article.id
        numbers.append(number)
    with desk.browsing._database.reading() as shelves:
        claims = [shelves.claims.of_article(number) for number in numbers]
    return [{one.event_id for one in told} for told in claims]


@pytest.mark.parametrize("turned", [False, True])
@pytest.mark.parametrize(
    ("words", "day", "one_event"),
    [
        (STILL_OUT, 6, True),
        (BLAZE, 6, False),
        (STILL_OUT, 13, False),
        (STILL_OUT.replace("{2 said} <2", "{2 said} last week <2"), 13, True),
    ],
    ids=["next day", "another matter", "next week", "recalled"],
)
def test_a_follow_up_by_the_same_people_of_the_same_matter_is_of_one_event(
    desk, words, day, one_event, turned
):
    told = [(WALKOUT, 5), (words, day)]
    first, second = events_of(desk, told[::-1] if turned else told)
    assert bool(first & second) is one_event

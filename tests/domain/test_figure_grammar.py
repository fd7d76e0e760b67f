"""The grammar of numbers: what it reads, what it refuses, and what an editor may type."""

from __future__ import annotations

import sys
from contextlib import suppress

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tracker.domain.errors import BadInputError
from tracker.domain.figure import Harm
from tracker.domain.figure_grammar import figures_in, parse_figure

COUNTS = [
    ("at least two people were hurt", "at least two", "[2, ∞)", "people hurt"),
    ("hitting a car, killing at least two.", "at least two", "[2, ∞)", "killed"),
    ("no fewer than 40 drivers", "no fewer than 40", "[40, ∞)", "drivers"),
    ("not fewer than ten", "not fewer than ten", "[10, ∞)", ""),
    ("no less than 300 guests", "no less than 300", "[300, ∞)", "guests"),
    ("a minimum of 12 judges", "a minimum of 12", "[12, ∞)", "judges"),
    ("20 or more guests", "20 or more", "[20, ∞)", "guests"),
    ("20 people or more were killed", "20 people or more", "[20, ∞)", "people killed"),
    ("200-plus guests", "200-plus", "[200, ∞)", "guests"),
    ("200+ guests", "200+", "[200, ∞)", "guests"),
    ("more than 2,500 residents remained", "more than 2,500", "[2501, ∞)", "residents"),
    ("over a dozen people", "over a dozen", "[13, ∞)", "people"),
    ("well over 100 cases", "well over 100", "[101, ∞)", "cases"),
    ("upwards of 300 guests", "upwards of 300", "[301, ∞)", "guests"),
    ("more than one reason", "more than one", "[2, ∞)", "reason"),
    ("in excess of 40 homes", "in excess of 40", "[41, ∞)", "homes"),
    ("up to five trucks", "up to five", "[0, 5]", "trucks"),
    ("as many as 60 people", "as many as 60", "[0, 60]", "people"),
    ("no more than six", "no more than six", "[0, 6]", ""),
    ("at most 12 seats", "at most 12", "[0, 12]", "seats"),
    ("10 or fewer seats", "10 or fewer", "[0, 10]", "seats"),
    ("fewer than 100 people", "fewer than 100", "[0, 99]", "people"),
    ("less than half a dozen seats", "less than half a dozen", "[0, 5]", "seats"),
    ("under 100 people were present", "under 100", "[0, 99]", "people"),
    ("about 20 drones", "about 20", "≈20", "drones"),
    ("around 15 students", "around 15", "≈15", "students"),
    ("roughly 15 students", "roughly 15", "≈15", "students"),
    ("some 40 farms", "some 40", "≈40", "farms"),
    ("nearly 300 people", "nearly 300", "≈300", "people"),
    ("almost 43,000 voters", "almost 43,000", "≈43000", "voters"),
    ("an estimated 2 million people", "an estimated 2 million", "≈2000000", "people"),
    ("200 or so guests", "200 or so", "≈200", "guests"),
    ("40-odd guests", "40-odd", "≈40", "guests"),
    ("at least about 20 tents", "at least about 20", "≈[20, ∞)", "tents"),
    ("fifteen to twenty boats", "fifteen to twenty", "[15, 20]", "boats"),
    ("between 10 and 15 boats", "between 10 and 15", "[10, 15]", "boats"),
    ("from 10 to 15 boats were seized", "from 10 to 15", "[10, 15]", "boats seized"),
    ("10–15 boats", "10–15", "[10, 15]", "boats"),
    ("10-15 boats", "10-15", "[10, 15]", "boats"),
    ("two or three boats", "two or three", "[2, 3]", "boats"),
    ("5 to 10 million people", "5 to 10 million", "[5000000, 10000000]", "people"),
    ("about 10 to 15 boats", "about 10 to 15", "≈[10, 15]", "boats"),
    ("all 15 of the missiles", "all 15", "[15, 15]", "missiles"),
    ("none of the 12 missiles", "none of the 12", "[0, 0]", "missiles"),
    ("Not one of the 12 was hurt.", "Not one of the 12", "[0, 0]", "hurt"),
    ("14 of 15 drones were shot down", "14 of 15", "[14, 14]", "drones shot down"),
    ("two of the five depots", "two of the five", "[2, 2]", "depots"),
    ("two out of three voters", "two out of three", "[2, 2]", "voters"),
    ("one in five adults", "one in five", "[1, 1]", "adults"),
    ("nine drivers in ten", "nine drivers in ten", "[9, 9]", "drivers"),
    ("There were no casualties, he said", "no", "[0, 0]", "casualties"),
    ("No civilians were killed.", "No", "[0, 0]", "civilians killed"),
    ("No one was hurt in the blast.", "No one", "[0, 0]", "hurt"),
    ("zero deaths", "zero", "[0, 0]", "deaths"),
    ("it ended without casualties", "without", "[0, 0]", "casualties"),
    ("nine people were injured in the attack", "nine", "[9, 9]", "people injured"),
    ("two villages were shelled", "two", "[2, 2]", "villages shelled"),
    ("two, one of them a child", "two", "[2, 2]", ""),
    ("three were wounded, two critically", "three", "[3, 3]", "wounded"),
    ("three people, one of them a child, were killed", "three", "[3, 3]", "people killed"),
    ("left three dead", "three", "[3, 3]", "killed"),
    ("the fight cost the lives of 20,000 of its men", "20,000", "[20000, 20000]", "men killed"),
    ("the flood claimed 12 lives", "12", "[12, 12]", "lives lost"),
    ("the death toll rose to 61", "61", "[61, 61]", "killed"),
    ("and 12 may be missing", "12", "[12, 12]", "missing"),
    ("12 of its sailors had been taken prisoner", "12", "[12, 12]", "sailors captured"),
    ("12 soldiers killed a man", "12", "[12, 12]", "soldiers"),
    ("They shot dead 14 people", "14", "[14, 14]", "people killed"),
    ("five wounded soldiers", "five", "[5, 5]", "wounded soldiers"),
    ("police arrested 12 people", "12", "[12, 12]", "people arrested"),
    ("3,000 workers walked out", "3,000", "[3000, 3000]", "workers"),
    ("a sample of 1,200 patients", "1,200", "[1200, 1200]", "patients"),
    ("killed five Dallas police officers", "five", "[5, 5]", "Dallas police officers killed"),
    ("18 members of parliament", "18", "[18, 18]", "members of parliament"),
    ("12 U.S. troops", "12", "[12, 12]", "U.S. troops"),
    ("four Su-34 jets", "four", "[4, 4]", "Su-34 jets"),
    ("a 600-strong crowd", "600", "[600, 600]", "crowd"),
    ("1.5 million people", "1.5 million", "[1500000, 1500000]", "people"),
    ("more than 1.5 million people", "more than 1.5 million", "(1500000, ∞)", "people"),
    ("half a million people", "half a million", "[500000, 500000]", "people"),
    ("one and a half million", "one and a half million", "[1500000, 1500000]", ""),
    ("a quarter of a million trees", "a quarter of a million", "[250000, 250000]", "trees"),
    ("2.5k followers", "2.5k", "[2500, 2500]", "followers"),
    ("2 500 people", "2 500", "[2500, 2500]", "people"),
    ("2\u00a0500 people", "2\u00a0500", "[2500, 2500]", "people"),
    ("1.234.567 people", "1.234.567", "[1234567, 1234567]", "people"),
    ("a hundred and fifty cows", "a hundred and fifty", "[150, 150]", "cows"),
    ("twenty-two boats", "twenty-two", "[22, 22]", "boats"),
    ("two dozen states", "two dozen", "[24, 24]", "states"),
    ("two million three hundred thousand", "two million three hundred thousand",
     "[2300000, 2300000]", ""),
    ("a couple of houses", "a couple of", "≈2", "houses"),
    ("a couple of hundred houses", "a couple of hundred", "≈200", "houses"),
    ("hundreds of people", "hundreds of", "vague", "people"),
    ("Dozens were killed", "Dozens", "vague", "killed"),
    ("Scores were injured", "Scores", "vague", "injured"),
    ("tens of thousands of people", "tens of thousands of", "vague", "people"),
    ("several hundred people", "several hundred", "vague", "people"),
    ("１５ people", "１５", "[15, 15]", "people"),
    ("Killed: 12.", "12", "[12, 12]", "killed"),
    ("about 2000 people", "about 2000", "≈2000", "people"),
    ("80 murders", "80", "[80, 80]", "murders"),
    ("1,000 likely voters", "1,000", "[1000, 1000]", "likely voters"),
    ("12 people in the village were injured", "12", "[12, 12]", "people injured"),
    ("No homes were destroyed.", "No", "[0, 0]", "homes destroyed"),
    ("aged 34 and 12 people were killed", "12", "[12, 12]", "people killed"),
    ("three people who were killed", "three", "[3, 3]", "people killed"),
]  # fmt: skip

AMOUNTS = [
    ("sentenced to 12 years in prison", "12 years", "[12, 12]", "years", ""),
    ("between 10 and 15 years", "between 10 and 15 years", "[10, 15]", "years", ""),
    ("a 12-year sentence", "12-year", "[12, 12]", "years", "sentence"),
    ("for over 20 years", "over 20 years", "(20, ∞)", "years", ""),
    ("half an hour", "half an hour", "[0.5, 0.5]", "hours", ""),
    ("a 7% raise", "7%", "[7, 7]", "%", "raise"),
    ("14 percent of workers", "14 percent", "[14, 14]", "%", "workers"),
    ("less than 5 per cent", "less than 5 per cent", "[0, 5)", "%", ""),
    ("60-70%", "60-70%", "[60, 70]", "%", ""),
    ("a third of voters", "a third of", "≈33.33", "%", "voters"),
    ("two-thirds of voters", "two-thirds of", "≈66.67", "%", "voters"),
    ("more than half of voters", "more than half of", "(50, ∞)", "%", "voters"),
    ("0.3 percentage points", "0.3 percentage points", "[0.3, 0.3]", "percentage points", ""),
    ("$1.2bn in damages", "$1.2bn", "[1200000000, 1200000000]", "USD", ""),
    ("£3m", "£3m", "[3000000, 3000000]", "GBP", ""),
    ("€500,000", "€500,000", "[500000, 500000]", "EUR", ""),
    ("up to 1.3 billion euros", "up to 1.3 billion euros", "[0, 1300000000]", "EUR", ""),
    ("$5-10 billion", "$5-10 billion", "[5000000000, 10000000000]", "USD", ""),
    ("A$3m", "A$3m", "[3000000, 3000000]", "AUD", ""),
    ("30,000 rubles", "30,000 rubles", "[30000, 30000]", "RUB", ""),
    ("tens of millions of dollars", "tens of millions of dollars", "vague", "USD", ""),
    ("about 90 tonnes of maize", "about 90 tonnes", "≈90", "tonnes", "maize"),
    ("two 500-pound bombs fell", "500-pound", "[500, 500]", "pounds", "bombs"),
    ("a magnitude 6.5 earthquake", "magnitude 6.5", "[6.5, 6.5]", "magnitude", "earthquake"),
    ("below 45°C", "below 45°C", "(-∞, 45)", "°C", ""),
    ("it was shelled at least twice", "at least twice", "[2, ∞)", "times", ""),
    ("the bones are 86,000 years old", "86,000 years old", "[86000, 86000]", "years old", "bones"),
    ("a 3,000-year-old tomb", "3,000-year-old", "[3000, 3000]", "years old", "tomb"),
    (
        "the mill is at most 40 years of age",
        "at most 40 years of age",
        "[0, 40]",
        "years old",
        "mill",
    ),
    ("12 square miles of forest", "12 square miles", "[12, 12]", "square miles", "forest"),
]

NO_FIGURES = [
    "the 22nd brigade", "the twenty-second brigade", "twenty second brigade", "in 2023",
    "since 1991", "the 2016 election", "from 2014 to 2016", "in the 1990s", "nineteen eighty-four",
    "May 5", "5 May 2023", "on Oct. 5", "May 5-7", "2023-05-12", "05/10/2023", "at 7:30",
    "at 9 p.m.", "at 9 on Friday", "1400 GMT", "two in the morning", "a 45-year-old man",
    "aged 12", "John Smith, 45, said", "Smith (45) said", "12 years old", "under 18",
    "ages 12 to 15", "F-16", "T-72", "Su-34", "COVID-19", "G7", "the Flight 17 inquiry",
    "under Article 5", "a Boeing 737", "page 3", "pages 3-5", "No. 10", "number 10",
    "the Formula One race", "the Big Ten", "World War II", "10 Downing Street",
    "one of the groups", "one of them", "two of them", "no one knows", "one another", "one day",
    "on the one hand", "the two said", "call +1 202 555 0101", "555-1234", "020 7946 0000",
    "192.168.0.1", "9/11", "24/7", "won 3-2", "a 5-4 decision", "10:1", "a two-state solution",
    "a three-star general", "an hour", "a man", "two years ago", "the past 12 months",
    "over two days", "twice as many", "no plans", "no longer", "no doubt", "a million-to-one shot",
    "٣٥ people", "2.500 people", "1,23 people", "007", "10. Who knew?", "[1] Smith", "12² people",
    "all but three of them", "a week or two", "the couple", "1" * 30, "https://a.org/2023/15/x",
    "No rubber bullets were fired.", "no drones were launched", "No shells killed anyone",
    "a 51-year-old baker", "aged 34 and 51", "a woman, 34, was heard", "aged between 14 and 60",
    "younger than five years", "He is 34.", "the boy was 12 when he fled",
    "younger than 18", "Ana Silva, 62\nSilva", "part 2", "not two", "[1, 2]", "timestamp=\"144\"",
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "interval", "counts"), COUNTS)
def test_a_count_is_read_as_an_interval_of_what_is_counted(text, words, interval, counts):
    figure = figures_in(text)[0].figure
    assert (figure.text, figure.interval, figure.counts, figure.unit) == (
        words, interval, counts, None,
    )  # fmt: skip


@pytest.mark.parametrize(("text", "words", "interval", "unit", "counts"), AMOUNTS)
def test_an_amount_is_read_with_its_unit(text, words, interval, unit, counts):
    figure = figures_in(text)[-1].figure
    assert (figure.text, figure.interval, figure.unit, figure.counts) == (
        words, interval, unit, counts,
    )  # fmt: skip


@pytest.mark.parametrize("text", NO_FIGURES)
def test_a_number_that_counts_nothing_is_no_figure(text):
    assert figures_in(text) == ()


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("killed two civilians and three soldiers", ["civilians killed", "soldiers killed"]),
        ("two men and three women were killed", ["men killed", "women killed"]),
        ("two killed and nine injured", ["killed", "injured"]),
        ("One person was killed and two were injured.", ["person killed", "injured"]),
        ("killing five people, including two children", ["people killed", "children"]),
        (
            "14 were killed, including two pupils, and 38 wounded",
            ["killed", "pupils", "wounded"],
        ),
        ("five parties gave five accounts of how they died", ["parties", "accounts"]),
        ("three witnesses told how two men were killed", ["witnesses", "men killed"]),
        ("police killed a man and arrested 12 people", ["people arrested"]),
        ("The blast wounded 12, three of them seriously.", ["wounded"]),
        ("30,000 deaths and more than 2,000 displaced people", ["deaths", "displaced people"]),
        ("More than 40 homes were destroyed and 300 damaged", ["homes destroyed", "damaged"]),
        ("TWO DEAD, 16 INJURED", ["killed", "injured"]),
    ],
)
def test_each_of_several_figures_counts_its_own(text, read):
    assert [found.figure.counts for found in figures_in(text)] == read


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("rose from 200 to 300", ["200", "300"]),
        ("up from 48 to 61", ["48", "61"]),
        ("intercepted all 15 of the missiles and all 21 drones", ["all 15", "all 21"]),
        ("In 2023, 12 people died on May 5, 2023.", ["12"]),
        ("two 500-pound bombs", ["two", "500-pound"]),
        ("He said 45 of 60 deputies, aged 30 to 40, voted 45-15", ["45 of 60"]),
    ],
)
def test_figures_are_found_in_order(text, read):
    assert [found.figure.text for found in figures_in(text)] == read


@pytest.mark.parametrize(
    ("text", "whole"),
    [("all 15", 15), ("14 of 15", 15), ("none of the 12", 12), ("one in five", 5), ("15", None)],
)
def test_a_part_knows_its_whole(text, whole):
    assert figures_in(text)[0].figure.of == whole


def test_a_span_holds_the_comparator_and_the_unit():
    text = "Police said “more than 12 tonnes” were found."
    (found,) = figures_in(text)
    assert text[found.span.start : found.span.end] == "more than 12 tonnes"


@pytest.mark.parametrize(
    ("typed", "interval", "counts"),
    [
        ("at least two civilians killed", "[2, ∞)", "civilians killed"),
        (">=2 civilians killed", "[2, ∞)", "civilians killed"),
        (">= 2 civilians killed", "[2, ∞)", "civilians killed"),
        ("≥2 killed", "[2, ∞)", "killed"),
        (">2500 residents", "[2501, ∞)", "residents"),
        ("<100 dead", "[0, 99]", "dead"),
        ("<=100 dead", "[0, 100]", "dead"),
        ("=5 villages", "[5, 5]", "villages"),
        ("2-5 dead", "[2, 5]", "dead"),
        ("≈20 drones", "≈20", "drones"),
        ("~20 drones", "≈20", "drones"),
        ("[2,5] killed", "[2, 5]", "killed"),
        ("[2, 5) killed", "[2, 5)", "killed"),
        ("[2, ∞) people killed", "[2, ∞)", "people killed"),
        ("(-∞, 1.5 million] displaced", "(-∞, 1500000]", "displaced"),
        ("2016 voters", "[2016, 2016]", "voters"),
        ("one of them", "[1, 1]", "them"),
        ("no casualties", "[0, 0]", "casualties"),
        ("dozens of people", "vague", "people"),
        ("  12 years  ", "[12, 12]", ""),
    ],
)
def test_an_editor_types_a_figure(typed, interval, counts):
    figure = parse_figure(typed)
    assert (figure.interval, figure.counts) == (interval, counts)


@pytest.mark.parametrize(
    "typed",
    ["", "many", "killed two", "5th brigade", "[5, 2] killed", "[,] killed", "[a, b]", "2.500",
     "two killed, three injured", "1,23", "9" * 40, "[2", "٣"],
)  # fmt: skip
def test_what_is_no_single_figure_is_refused(typed):
    with pytest.raises(BadInputError):
        parse_figure(typed)


def test_a_refusal_says_how_to_write_a_figure():
    with pytest.raises(BadInputError, match="at least two civilians killed"):
        parse_figure("quite a few")


def test_an_interval_that_runs_downwards_is_refused_as_such():
    with pytest.raises(BadInputError, match="write the lower number first"):
        parse_figure("[5, 2] killed")


def test_a_parsed_figure_names_its_harm():
    assert parse_figure("2-5 dead").harm is Harm.KILLED


PIECES = [
    "at least", "more than", "between", "from", "to", "and", "or", "of", "all", "none", "no", "one",
    "two", "twenty", "hundred", "million", "a", "half", "third", "couple", "dozens", "hundreds",
    "15", "2,500", "1.5", "2.500", "2023", "May", "5", "$", "%", "-", "–", ":", ",", ".", "(", ")",
    "[", "]", "killed", "were", "people", "including", "km", "years", "old", "the", "°", ">=", "~",
    "\n", " ", "F", "U.S.", "'", "“", "”", "twice", "in", "out", "not", "but", "magnitude",
]  # fmt: skip
HOSTILE = (
    st.text()
    | st.lists(st.sampled_from(PIECES), max_size=30).map(" ".join)
    | st.lists(st.sampled_from(PIECES), max_size=30).map("".join)
)


@given(HOSTILE)
@example("½ of 3 killed")
@example("İ12 people")
def test_spans_lie_in_the_text_and_never_overlap(text):
    ends = [0]
    for found in figures_in(text):
        assert ends[-1] <= found.span.start < found.span.end <= len(text)
        assert text[found.span.start : found.span.end] == found.figure.text
        ends.append(found.span.end)


@given(HOSTILE)
def test_a_figure_never_runs_downwards(text):
    for found in figures_in(text):
        low, high = found.figure.low, found.figure.high
        assert low is None or high is None or low <= high


@given(HOSTILE)
def test_typing_ends_in_a_figure_or_a_refusal(text):
    with suppress(BadInputError):
        assert parse_figure(text).text in text


def steps(text: str) -> int:
    """Count the calls that reading a text takes, which no machine's mood changes."""
    taken = 0

    def count(_frame, event, _argument):
        nonlocal taken
        taken += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        figures_in(text)
    finally:
        sys.setprofile(before)
    return taken


@pytest.mark.parametrize(
    "piece",
    ["a", "1", "1,", "1 111 ", "1.", "1-", "one ", "one hundred and ", "at least ", "about ", "no ",
     "all ", "of ", "hundreds of ", "two or ", "1 to ", "between 1 and ", "killed ", "1 a-", "a.",
     "2 people, ", "(", "[1,", "$", " ", "\n", "1 of ", "not one of ", "5 men and ", "a-1-",
     "dead 1 was ", "twenty-", "1 F-1-", "1 killed one ", "at least 1-", "12 A.", "1, and "],
)  # fmt: skip
def test_twice_the_text_takes_twice_the_steps(piece):
    short, long = (piece * (length // len(piece)) for length in (2_000, 4_000))
    assert steps(long) < 2.2 * steps(short)


def test_a_long_hostile_text_is_read_to_its_end():
    text = "1 of one hundred and (2,500-a " * 7_000
    assert all(found.span.end <= len(text) for found in figures_in(text))


def test_what_tells_a_terminal_its_colour_counts_nothing() -> None:
    (found,) = figures_in("\x1b[31mThe reef took two boats\x1b[0m and \x1b]0;5 dead\x07 no more.")
    assert found.figure.low == 2


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("The number of miners killed when the roof fell in has risen to nine.", "miners killed"),
        ("The death toll from the sinking of the tug off the pier has climbed to 31", "killed"),
        ("the toll was revised down to five", "killed"),
        ("The board corrected the casualty count to 18.", "casualties"),
        ("The number of marchers arrested since noon now stands at 85.", "marchers arrested"),
        ("The number of missing has fallen to four.", "missing"),
        ("The number of jurors who died of it has reached three.", "jurors killed"),
        ("The number of seats won by the list has dropped to 121.", "seats"),
        ("The death toll, put at five on Monday, is now nine.", "killed"),
        ("Mill deaths rise to six", "killed"),
        ("Divers found two more, bringing the death toll from the sinking to nine", "killed"),
    ],
)
def test_what_a_number_rose_or_fell_to_is_a_count_of_what_is_named_far_ahead(text, counts):
    assert figures_in(text)[-1].figure.counts == counts


@pytest.mark.parametrize(
    "text",
    [
        "The death toll rose from five to nine.",
        "The number of jurors is unknown, and the water has risen to nine.",
        "The number of jurors is open and the bids have risen to nine.",
        "The level has risen to nine since the deaths of the jurors.",
        "After the deaths at the old mill in the far north the bids rose to nine.",
        "A number of jurors went back to nine.",
    ],
)
def test_a_number_that_something_else_rose_to_or_from_takes_no_count(text):
    assert figures_in(text)[0].figure.counts == ""

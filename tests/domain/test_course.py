"""The course of an event: who said what when, and figures as bars on one scale."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tracker.domain.article import Article, Publication
from tracker.domain.attribution import Hop, HopRole, Voice
from tracker.domain.claim import Claim
from tracker.domain.course import bar, courses_of, moments_of
from tracker.domain.dossier import Dossier
from tracker.domain.figure import Figure
from tracker.domain.source import Source, SourceKind
from tracker.domain.timerange import TimeRange

SOURCES = {
    number: Source(name, SourceKind.PERSON, id=number)
    for number, name in enumerate(("Zoe", "Adam"), 1)
}
PUBLISHED = datetime(2031, 5, 2, 6, tzinfo=UTC)
ARTICLE = Article("…", "en", PUBLISHED, (Publication("t", published_at=PUBLISHED),), id=1)


def told(number: int, speaker: int, hour: int | None, *figures: Figure) -> Dossier:
    at = datetime(2031, 5, 3, hour, tzinfo=UTC) if hour is not None else None
    claim = Claim(
        "x", Voice.INDIRECT, id=number, chain=(Hop(speaker, HopRole.SPEAKER),), figures=figures,
        said_at=TimeRange("then", at),
    )  # fmt: skip
    return Dossier(claim, article=ARTICLE, sources=SOURCES)


def hurt(low: int | None, high: int | None = None, **more: object) -> Figure:
    return Figure("some", low, high, counts="people hurt", **more)


def numbers(dossiers: list[Dossier]) -> list[int]:
    return [one.dossier.claim.id for one in moments_of(dossiers)]


def test_claims_come_by_time_then_name():
    assert numbers([told(1, 1, 9), told(2, 2, 9), told(3, 2, 8)]) == [3, 2, 1]


def test_what_was_said_at_an_unknown_time_was_said_by_its_publication():
    (first, second) = moments_of([told(1, 1, 9), told(2, 2, None)])
    assert (first.dossier.claim.id, first.at, first.said) == (2, PUBLISHED, False)
    assert second.said


def test_what_has_no_time_at_all_comes_last():
    lost = Dossier(told(5, 1, None).claim, sources=SOURCES)
    assert numbers([lost, told(1, 1, 9)]) == [1, 5]


def test_figures_of_one_harm_are_one_course_whatever_their_words():
    wounded = Figure("five", 5, 5, counts="wounded")
    (course,) = courses_of(moments_of([told(1, 1, 9, hurt(3, 3)), told(2, 2, 10, wounded)]))
    assert (course.counts, course.ends) == ("injured", (3, 5))


def test_figures_of_other_things_are_other_courses():
    boats = Figure("two", 2, 2, counts="boats")
    moments = moments_of([told(1, 1, 9, hurt(3, 3), boats), told(2, 2, 10, hurt(4, 4), boats)])
    assert [course.counts for course in courses_of(moments)] == ["injured", "boats"]


def test_a_figure_that_only_one_gave_once_has_not_moved():
    assert courses_of(moments_of([told(1, 1, 9, hurt(3, 3))])) == ()


@pytest.mark.parametrize(
    ("figure", "drawn"),
    [
        (hurt(0, 0), "■"),
        (hurt(10, 10), "          ■"),
        (hurt(2, 5), "  ├──┤"),
        (hurt(5), "     ├──────▶"),
        (hurt(None, 5), "◀────┤"),
        (hurt(5, 5, approximate=True), "     ≈"),
        (hurt(2, 5, approximate=True), "  ├≈≈┤"),
        (hurt(None), ""),
    ],
)
def test_a_figure_is_drawn_as_its_interval(figure, drawn):
    assert bar(figure, (0, 10), 13) == drawn


def test_a_scale_of_one_number_is_drawn():
    assert bar(hurt(4, 4), (4, 4), 13) == "■"
    assert bar(hurt(4), (4, 4), 13) == "├───────────▶"


def test_no_bar_is_longer_than_its_scale():
    for low in range(12):
        for high in (*range(low, 12), None):
            assert len(bar(hurt(low, high), (0, 11), 20)) <= 20

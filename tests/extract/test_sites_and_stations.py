"""Sites, stations, dailies and agencies: which are outlets, and which are places."""

from __future__ import annotations

from reading_aloud import chained, kinds

from tracker.domain.source import SourceKind


def test_where_reporters_were_told_is_no_outlet():
    assert chained("The refinery burned, the mayor told reporters at the site.") == [
        ("mayor", "the refinery burned")
    ]


def test_a_polling_station_is_no_outlet():
    text = "Sorel said the count was rigged in 200 polling stations and vowed to appeal."
    assert all(who == "Sorel" for who, _ in chained(text))


def test_a_daily_is_an_outlet():
    text = "The daily El Faro reported, citing an official, that two men were held."
    assert kinds(text)["El Faro"] is SourceKind.OUTLET


def test_two_agencies_are_two():
    text = "The official TNA news agency said two died. The agency Kor-Inform said six fell."
    assert len(kinds(text)) == 2


def test_the_union_is_the_one_that_is_named():
    text = "The Dockers' Union said ships lay idle. The union said talks had failed."
    assert set(kinds(text)) == {"Dockers' Union"}


def test_what_somebody_points_to_is_not_said():
    text = "“They lied,” the lawyer said, pointing to the video."
    assert chained(text) == [("lawyer", "“They lied”")]

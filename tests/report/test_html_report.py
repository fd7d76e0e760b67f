"""The report as HTML: one file that needs nothing else, in colours that can be read."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hostile import HOSTILE
from reading_html import Reader
from told import text_of

from tracker.domain.visible import visible
from tracker.report.formats import Format
from tracker.report.report import ReportKind
from tracker.report.tones import TONES
from tracker.report.wanted import Wanted

LOADING = {"src", "srcset", "data", "poster", "action", "formaction", "background", "style"}
READ = ("ink", "quiet", "accent")
GROUNDS = ("paper", "raised")
LEAST = 4.5
"""WCAG 2.2, success criterion 1.4.3, level AA: normal text."""
LEAST_GRAPHIC = 3.0
"""WCAG 2.2, success criterion 1.4.11."""


def html(report) -> str:
    return text_of(report, Format.HTML)


def palettes(document: str) -> list[dict[str, str]]:
    found = re.findall(r":root \{(.*?)\}", document, re.DOTALL)
    return [dict(re.findall(r"--(\w+): (#[0-9a-f]{6});", block)) for block in found]


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_every_tag_is_closed_in_its_place(report):
    assert Reader(html(report)).open == []


def test_it_says_what_the_markdown_says(report):
    text = " ".join("".join(Reader(html(report)).text).split())
    for claim in report.claims:
        assert " ".join(claim.safe_sentence.split()) in text


def test_nothing_in_it_is_loaded_from_anywhere(report):
    document = html(report)
    loading = [pair for pair in Reader(document).attributes if pair[0] in LOADING]
    assert loading == []
    assert "@import" not in document
    assert "url(" not in document


def test_it_has_no_script_and_forbids_any(report):
    reader = Reader(html(report))
    assert not {"script", "link", "img", "iframe", "object", "form"} & set(reader.tags)
    assert reader.policy.startswith("default-src 'none'; style-src 'unsafe-inline'; ")


def test_it_fits_a_phone_and_both_lights(report):
    document = html(report)
    assert 'content="width=device-width, initial-scale=1"' in document
    assert "prefers-color-scheme: dark" in document
    assert "@media print" in document


def test_its_colours_can_be_read_in_every_light(report):
    weak = [
        (name, ground, round(contrast(palette[name], palette[ground]), 2))
        for palette in palettes(html(report))
        for name in READ
        for ground in GROUNDS
        if contrast(palette[name], palette[ground]) < LEAST
    ]
    assert weak == []


def test_its_bars_can_be_seen_in_every_light(report):
    found = palettes(html(report))
    assert len(found) == 3
    assert min(contrast(one["bar"], one["paper"]) for one in found) >= LEAST_GRAPHIC


def test_no_heading_holds_what_anybody_said(report):
    headings = re.findall(r"<(?:title|h[1-6])\b[^>]*>(.*?)</", html(report), re.DOTALL)
    statements = [claim.statement for claim in report.claims]
    assert not [one for one in headings if any(said in one for said in statements)]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_adds_no_tag(report_saying, text):
    plain = Reader(html(report_saying("plain"))).tags
    tags = Reader(html(report_saying(text))).tags
    linked = {"a", "span"}
    assert [tag for tag in tags if tag not in linked] == [tag for tag in plain if tag not in linked]


@pytest.mark.parametrize("text", HOSTILE)
def test_only_addresses_to_follow_become_links(report_saying, text):
    attributes = Reader(html(report_saying(text))).attributes
    links = [value for name, value in attributes if name == "href" and not value.startswith("#")]
    assert set(links) <= ({text} if text.startswith("https://") else set())


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_reads_as_it_is(report_saying, text):
    assert visible(text) in "".join(Reader(html(report_saying(text))).text)


def test_no_control_character_is_left_in_it(report_saying):
    document = "".join(html(report_saying(text)) for text in HOSTILE)
    assert document == visible(document, lines=True)


def test_an_empty_report_is_a_whole_page(report_saying):
    empty = replace(report_saying("x"), events=(), sources=(), articles=(), not_checkable=())
    assert Reader(html(empty)).open == []


@pytest.mark.parametrize("kind", list(ReportKind))
def test_every_kind_is_whole_and_can_be_gone_through_by_heading_and_landmark(worked_desk, kind):
    reader = Reader(html(worked_desk.reporting.report(Wanted(kind, "Cem"))))
    assert reader.open == []
    assert {"header", "main", "h1", "h2"} <= set(reader.tags)
    levels = [int(tag[1]) for tag in reader.tags if re.fullmatch(r"h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1


@pytest.mark.parametrize("kind", list(ReportKind))
def test_no_two_things_of_a_kind_have_one_name(worked_desk, kind):
    attributes = Reader(html(worked_desk.reporting.report(Wanted(kind, "Cem")))).attributes
    ids = [value for name, value in attributes if name == "id"]
    assert len(ids) == len(set(ids))
    targets = {value[1:] for name, value in attributes if name == "href" and value[:1] == "#"}
    assert targets <= set(ids)


def test_every_tone_can_be_read_in_every_light(report):
    weak = [
        (tone, ground, round(contrast(palette[tone], palette[ground]), 2))
        for palette in palettes(html(report))
        for tone in TONES
        for ground in GROUNDS
        if contrast(palette[tone], palette[ground]) < LEAST
    ]
    assert weak == []


@pytest.mark.parametrize("kind", list(ReportKind))
@pytest.mark.parametrize("form", list(Format))
def test_an_empty_ledger_can_be_reported_in_every_way(desk, kind, form):
    assert b"".join(desk.reporting.pieces(Wanted(kind, "Cem"), form))


@pytest.mark.parametrize("kind", list(ReportKind))
def test_an_empty_ledger_is_reported_in_one_sentence(desk, kind):
    page = desk.reporting.page(Wanted(kind, "Cem"))
    said = "No contested claims." if kind is ReportKind.CONTRADICTIONS else "No claims."
    assert (page.summary, page.tallies, list(page.sections)) == (said, (), [])

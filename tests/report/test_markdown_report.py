"""The report as Markdown: content, look, and text that cannot act."""

from __future__ import annotations

import pytest
from hostile import HOSTILE
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token
from told import text_of

from tracker.domain.visible import visible
from tracker.report.formats import Format
from tracker.report.to_markdown import escaped

PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def inline(text: str) -> list[Token]:
    return [
        child
        for token in PARSER.parse(text)
        for child in (token.children or [])
        if token.type == "inline"
    ]


def markdown(report) -> str:
    return text_of(report, Format.MARKDOWN)


def block_after(text: str, heading: str) -> str:
    return text.split(heading, 1)[1].split("\n#", 1)[0]


def test_it_says_of_a_disputed_claim_all_that_an_editor_needs(report):
    assert (
        block_after(markdown(report), "#### C1 · Dockers’ League\n")
        == """
in the ledger since today · signed off by Bea

Dockers’ League said that a harbour guard launch rammed the ferry, killing at least two passengers.

> **Safe sentence:** Dockers’ League said that a harbour guard launch rammed the ferry, killing \
at least two passengers; Ilse Marrow said that a League picket boat lay in the fairway; and that \
two passengers were killed; who was responsible has not been independently verified.

- **Chain:** Dockers’ League → Selm Courier (A1)
- **Figures:** at least two passengers killed [2, ∞)
- **Against it:** C2: Ilse Marrow said that a League picket boat lay in the fairway; and that two \
passengers were killed. They contradict each other on actor, agree on casualties.
- **Caveat:** Selm Courier wrote: “Neither account could be independently verified”
- **Verdict:** disputed: each names the other (Ada, 1 May 2031)
- **Missing:** evidence; a logged attempt; a second, independent origin on more than casualties; \
an answer to counter-claim C2 on actor; a check of the attribution
"""
    )


def test_it_says_what_was_tried(report):
    assert "- **Tried:** 1 May 2031, Ada: asked three hospitals – none gives figures\n" in markdown(
        report
    )


def test_it_names_the_evidence_with_its_address(report):
    assert (
        "- **Evidence:** Quay camera – inconclusive (imagery, not captured; Bea, 1 May 2031) "
        "<https://quay.example/cam>\n" in markdown(report)
    )


def test_no_heading_holds_what_anybody_said(report):
    headings = [line for line in markdown(report).splitlines() if line.startswith("#")]
    statements = [claim.statement for claim in report.claims]
    assert not [one for one in headings if any(said in one for said in statements)]


def test_its_header_says_when_by_whom_and_from_what(report):
    head = markdown(report).split("\n| By status", 1)[0]
    assert head.startswith(
        "# Unverified claims\n\n"
        "5 claims: 2 unverified, 2 disputed and 1 unverifiable. "
        "Not counted: 1 claim that cannot be checked (opinion, prediction, promise).\n\n"
        "- **Made:** 1 May 2031, 09:00:"
    )
    assert f"- **Its head:** {report.made.head}\n- **Filter:** none\n" in head


def test_an_opinion_is_listed_at_the_end(report):
    ending = markdown(report).split("## Not counted: cannot be checked\n", 1)[1]
    assert "- C6: Joren Pell said that the guard will never be trusted again.\n" in ending


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("before", ["", "- **Chain:** ", "> ", "#### ", "| "])
def test_hostile_text_becomes_only_text(before, text):
    kinds = {token.type for token in inline(before + escaped(text))}
    assert kinds <= {"text", "text_special", "strong_open", "strong_close"}


@given(st.text("\\`*_{}[]()<>#+-.!|~&;:/@$^='\" \n1ahmtpsw", max_size=40))
def test_no_mixture_of_signs_becomes_more_than_text(text):
    kinds = {token.type for before in ("", "- x: ") for token in inline(before + escaped(text))}
    assert kinds <= {"text", "text_special"}


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_reads_as_it_is(text):
    shown = "".join(token.content for token in inline(f"#### x {escaped(text)}"))
    assert shown.removeprefix("x ") == visible(text).strip()


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_changes_no_block_of_the_report(report_saying, text):
    def blocks(saying: str) -> list[str]:
        parsed = PARSER.parse(markdown(report_saying(saying)))
        return [token.type for token in parsed if token.block]

    assert blocks(text) == blocks("plain")


@pytest.mark.parametrize("text", HOSTILE)
def test_the_reports_only_links_are_addresses_of_evidence_and_articles(report_saying, text):
    tokens = inline(markdown(report_saying(text)))
    links = {str(token.attrs["href"]) for token in tokens if token.type == "link_open"}
    assert links <= ({text} if text.startswith("https://") else set())


def test_no_control_character_is_left_in_it(report_saying):
    text = "".join(markdown(report_saying(hostile)) for hostile in HOSTILE)
    assert text == visible(text, lines=True)


def test_an_address_that_is_not_to_be_followed_is_shown_as_text(report_saying):
    written = markdown(report_saying("javascript:alert(1)"))
    assert written.endswith("25 April 2031 javascript:alert(1)\n")

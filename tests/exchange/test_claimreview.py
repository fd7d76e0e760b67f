"""Signed-off verdicts as ClaimReview: what schema.org knows, a rating only where there is one."""

from __future__ import annotations

import json
from datetime import date, datetime
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tracker.desk.exporting import Choice
from tracker.desk.reviewing import Backing
from tracker.domain.errors import RefusedError
from tracker.domain.evidence import AttemptDraft, EvidenceDraft, Stance
from tracker.domain.listing import Filter
from tracker.domain.reference import Ref
from tracker.domain.status import Stage, Status

DEFINED = json.loads((Path(__file__).parent / "schemaorg.json").read_text("utf-8"))
AGAINST = Backing("seen", EvidenceDraft("https://x.example/log", Stance.UNDERMINES))
FOR = Backing("seen", EvidenceDraft("https://x.example/log", Stance.SUPPORTS))
ASKED = Backing("nobody knows", attempt=AttemptDraft("asked", "no answer"))


def signed(desk, number, status, backing=None):
    desk.reviewing.mark([number], status, by="Ada", backing=backing or Backing())
    desk.reviewing.ready([number], by="Ada")
    desk.reviewing.sign_off([number], by="Bea")


@pytest.fixture
def reviewed(full_desk):
    """A desk with a verdict of every kind that needs no relation, and one that does."""
    full_desk.relating.confirm([1], by="Ada")
    signed(full_desk, 1, Status.DISPUTED)
    signed(full_desk, 2, Status.REFUTED, AGAINST)
    signed(full_desk, 3, Status.MISLEADING, AGAINST)
    signed(full_desk, 4, Status.CONFIRMED, FOR)
    signed(full_desk, 5, Status.UNVERIFIABLE, ASKED)
    return full_desk


def text_of(desk, **choice):
    return "".join(desk.exporting.pieces(Choice("claimreview", Filter(), **choice), []))


def reviews(desk, **choice):
    return json.loads(text_of(desk, **choice))["dataFeedElement"]


def ancestors(name):
    return {name}.union(*(ancestors(parent) for parent in DEFINED["classes"][name]))


def fits(value, kind):
    match kind:
        case "Text":
            return isinstance(value, str)
        case "Number":
            return isinstance(value, int | float)
        case "URL":
            return isinstance(value, str) and urlsplit(value).scheme in ("http", "https")
        case "Date":
            return isinstance(value, str) and len(value) == 10 and bool(date.fromisoformat(value))
        case "DateTime":
            return isinstance(value, str) and "T" in value and bool(datetime.fromisoformat(value))
    return isinstance(value, dict) and kind in ancestors(value["@type"])


def strays(node):
    """What schema.org does not define: unknown types and properties, and values out of range."""
    if node["@type"] not in DEFINED["classes"]:
        yield node["@type"]
        return
    for name, value in node.items():
        if name.startswith("@"):
            continue
        defined = DEFINED["properties"].get(name)
        if defined is None or not ancestors(node["@type"]) & {*defined["domains"]}:
            yield f"{node['@type']}.{name}"
            continue
        for one in value if isinstance(value, list) else [value]:
            if not any(fits(one, kind) for kind in defined["ranges"]):
                yield f"{node['@type']}.{name} = {one!r}"
            if isinstance(one, dict):
                yield from strays(one)


@pytest.mark.parametrize("publisher", ["", "The Desk"])
def test_schema_org_knows_everything_that_is_said(reviewed, publisher):
    feed = json.loads(text_of(reviewed, publisher=publisher))
    assert feed["@context"] == "https://schema.org"
    assert list(strays(feed)) == []


def test_the_check_itself_finds_what_is_not_defined():
    assert list(strays({"@type": "Claim", "claimReviewed": "x"})) == ["Claim.claimReviewed"]
    assert list(strays({"@type": "Claim", "appearance": "x"})) == ["Claim.appearance = 'x'"]


def test_only_what_is_signed_off_leaves(reviewed):
    assert len(reviews(reviewed)) == 5
    reviewed.reviewing.send_back([4], by="Ada", reason="new film")
    assert len(reviews(reviewed)) == 4


def test_where_nothing_is_signed_off_the_editor_is_told(full_desk):
    remarks = []
    feed = "".join(full_desk.exporting.pieces(Choice("claimreview", Filter()), remarks))
    assert json.loads(feed)["dataFeedElement"] == []
    assert remarks == ["none of these claims is signed off yet, so there is no review to write."]


def test_reviews_of_what_is_still_open_are_refused(full_desk):
    with pytest.raises(RefusedError, match="only what is signed off"):
        list(full_desk.exporting.pieces(Choice("claimreview", Filter(stage=Stage.OPEN)), []))


def test_what_decides_nothing_has_no_value(reviewed):
    ratings = {
        one["reviewRating"]["alternateName"]: one["reviewRating"] for one in reviews(reviewed)
    }
    values = {name: rating.get("ratingValue") for name, rating in ratings.items()}
    assert values == {
        "Disputed": None, "Refuted": 1, "Misleading": 2, "Confirmed": 4, "Unverifiable": None,
    }  # fmt: skip
    assert (ratings["Refuted"]["worstRating"], ratings["Refuted"]["bestRating"]) == (1, 4)


def test_a_review_says_who_made_the_claim_and_where_it_stands(reviewed):
    claim = reviews(reviewed)[1]["itemReviewed"]
    assert claim["author"] == {"@type": "Person", "name": "Ilse Marrow", "jobTitle": "captain"}
    assert claim["appearance"][0]["publisher"]["name"] == "Selm Courier"
    assert claim["description"].startswith("Ilse Marrow said that")


def test_a_hedge_is_kept(reviewed):
    assert reviews(reviewed)[2]["claimReviewed"] == "the launch carried no lights (reportedly)"


def test_notes_stay_in_the_house(reviewed):
    reviewed.gathering.add_note([1], "ring the coroner", by="Ada")
    assert "coroner" not in text_of(reviewed)


def test_no_text_ends_the_script_that_it_stands_in(reviewed):
    reviewed.reviewing.send_back([2], by="Ada", reason="so")
    hostile = "</script><!-- \u2028 & \u2029."
    reviewed.editing.edit(Ref.parse("C2"), "statement", [hostile], by="Ada")
    reviewed.reviewing.ready([2], by="Ada")
    reviewed.reviewing.sign_off([2], by="Bea")
    text = text_of(reviewed)
    assert not {"<", ">", "&", "\u2028", "\u2029"} & set(text)
    assert reviews(reviewed)[1]["claimReviewed"] == hostile


def test_an_address_that_is_none_is_left_out(reviewed):
    reviewed.editing.edit(Ref.parse("A1"), "url", ["javascript:alert(1)"], by="Ada")
    assert "javascript" not in text_of(reviewed)

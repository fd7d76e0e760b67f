"""Bad samples: each is refused in one line that says which file, where and what."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tracker.domain.errors import BadInputError
from tracker.intake.from_seed import read_seed

BRIEF = "A dam broke on Monday, officials said. The mayor likely knew, a paper wrote.\n"


def document() -> dict[str, Any]:
    """A small sample that is right."""
    return {
        "article": {"title": "Dam", "outlet": "desk", "published_at": "2024-05-06T10:00:00Z"},
        "sources": [
            {"key": "desk", "name": "Desk", "kind": "outlet"},
            {"key": "officials", "name": "Officials", "kind": "unnamed"},
        ],
        "events": [{"key": "dam", "title": "Dam", "time": {"words": "Monday"}}],
        "claims": [
            {
                "key": "broke",
                "statement": "a dam broke",
                "voice": "indirect",
                "quote": ["A dam broke"],
                "chain": [{"source": "officials", "role": "speaker"}],
                "event": "dam",
                "cue": "said",
                "figures": [{"text": "A dam", "low": 1, "high": 1}],
                "facets": [{"facet": "outcome", "words": "broke"}],
            },
            {
                "key": "knew",
                "statement": "the mayor likely knew",
                "voice": "article",
                "quote": ["The mayor", "knew"],
                "hedge": "likely",
            },
        ],
        "relations": [{"a": "broke", "b": "knew", "kind": "contradicts"}],
    }


def written(folder: Path, claims: str | bytes, brief: str | bytes = BRIEF) -> Path:
    for name, content in (("claims.json", claims), ("brief.txt", brief)):
        data = content.encode() if isinstance(content, str) else content
        (folder / name).write_bytes(data)
    return folder


def refusal(folder: Path) -> str:
    with pytest.raises(BadInputError) as refused:
        read_seed(folder)
    return str(refused.value)


def test_a_small_sample_is_read(tmp_path):
    reading = read_seed(written(tmp_path, json.dumps(document())))
    assert [claim.key for claim in reading.claims] == ["broke", "knew"]


Spoil = Callable[[dict[str, Any]], object]

FAULTS: list[tuple[Spoil, str]] = [
    (lambda d: d.update(extra=1), "extra"),
    (lambda d: d.pop("article"), "article"),
    (lambda d: d["claims"][0].update(status="confirmed"), "claims[0].status"),
    (lambda d: d["claims"][0].update(voice="loud"), "claims[0].voice"),
    (lambda d: d["claims"][0].update(checkable="yes"), "claims[0].checkable"),
    (lambda d: d["claims"][0]["figures"][0].update(low="1"), "claims[0].figures[0].low"),
    (lambda d: d["claims"][1].update(key="broke"), "claims[1].key: “broke” is used twice"),
    (lambda d: d["sources"][1].update(key="desk"), "sources[1].key"),
    (lambda d: d["events"].append(d["events"][0]), "events[1].key"),
    (lambda d: d["events"][0].update(key=" "), "events[0].key: is empty"),
    (lambda d: d["article"].update(outlet="x"), "article.outlet: nothing has the key “x”"),
    (lambda d: d["sources"][0].update(affiliation="x"), "sources[0].affiliation"),
    (lambda d: d["sources"][0].update(affiliation="desk"), "sources[0].affiliation: leads back"),
    (lambda d: d["claims"][0].update(event="x"), "claims[0].event"),
    (lambda d: d["claims"][0]["chain"][0].update(source="x"), "claims[0].chain[0].source"),
    (lambda d: d["claims"][0]["chain"][0].update(role="relay"), "claims[0].chain[0].role"),
    (lambda d: d["claims"][0].update(voice="article"), "claims[0].chain"),
    (lambda d: d["claims"][0]["facets"][0].update(source="x"), "claims[0].facets[0].source"),
    (lambda d: d["relations"][0].update(a="x"), "relations[0].a"),
    (lambda d: d["relations"][0].update(b="broke"), "relations[0].b"),
    (lambda d: d["relations"].append({**d["relations"][0], "a": "knew", "b": "broke"}), "[1]"),
    (lambda d: d["relations"][0].update(score=1.5), "relations[0].score"),
    (lambda d: d["claims"][0].update(statement=" "), "claims[0].statement"),
    (lambda d: d["claims"][0].update(quote=[]), "claims[0].quote"),
    (lambda d: d["claims"][0].update(quote=["", "said"]), "claims[0].quote[0]: is empty"),
    (lambda d: d["claims"][0].update(quote=["A river"]), "“A river” is not in brief.txt"),
    (lambda d: d["claims"][0].update(quote=["a"]), "“a” stands twice in brief.txt"),
    (lambda d: d["claims"][1].update(quote=["knew", "The mayor"]), "claims[1].quote: the pieces"),
    (lambda d: d["claims"][0].update(cue="shouted"), "claims[0].cue"),
    (lambda d: d["claims"][1].update(hedge="perhaps"), "claims[1].hedge"),
    (lambda d: d["claims"][0]["figures"][0].update(text="two"), "claims[0].figures[0].text"),
    (lambda d: d["claims"][0]["figures"][0].update(low=2), "low 2 is above high 1"),
    (lambda d: d["claims"][0]["figures"][0].update(low_open=True), "claims[0].figures[0]"),
    (lambda d: d["claims"][0]["facets"][0].update(words="held"), "claims[0].facets[0].words"),
    (lambda d: d["claims"][0]["facets"][0].update(low=2, high=1), "claims[0].facets[0]"),
    (
        lambda d: d["claims"][0]["facets"][0].update(span={"start": 0, "end": 5}),
        "claims[0].facets[0].span",
    ),
    (lambda d: d["claims"][0].update(caveats=[{"words": "unclear"}]), "claims[0].caveats[0]"),
    (
        lambda d: d["claims"][0].update(quote=[], spans=[{"start": 3, "end": 3}]),
        "claims[0].spans[0]",
    ),
    (
        lambda d: d["claims"][0].update(quote=[], spans=[{"start": 3, "end": 999}]),
        "claims[0].spans[0]",
    ),
    (lambda d: d["article"].update(published_at="2024-05-06T10:00:00"), "article.published_at"),
    (lambda d: d["events"][0]["time"].update(start="2024-05-06T10:00:00Z"), "events[0].time"),
    (
        lambda d: d["events"][0]["time"].update(
            start="2024-05-06T10:00:00Z", end="2024-05-06T10:00:00Z"
        ),
        "events[0].time: start is not before end",
    ),
    (
        lambda d: d["claims"][0].update(
            said_at={"words": "x", "start": "2024-05-06T10:00:00", "end": "2024-05-07T10:00:00"}
        ),
        "claims[0].said_at: start and end must be in UTC",
    ),
    (lambda d: d["claims"][0].update(quote=["A\n\x1b]0;x\x07" * 99]), "claims[0].quote[0]"),
]


@pytest.mark.parametrize(("spoil", "says"), FAULTS, ids=[says for _, says in FAULTS])
def test_a_fault_is_refused_in_one_line_that_says_where(tmp_path, spoil, says):
    wrong = document()
    spoil(wrong)
    message = refusal(written(tmp_path, json.dumps(wrong)))
    assert message.startswith("claims.json: ")
    assert says in message
    assert message.isprintable()


@pytest.mark.parametrize(
    "claims",
    [
        b"",
        b"{",
        json.dumps(document()).encode()[:-9],
        b"[]",
        b"1",
        b"null",
        b"\xff\xfe{}",
        b"\xef\xbb\xbf{}",
        b'{"article": {"title": "a\x00b"}}',
        b'{"article": {"title": "a\\u0000b"}}',
        b'{"article": {"title": "\\ud800"}}',
        b'{"article": {"title": "A"}, "article": {"title": "B"}}',
        b'{"article": {"title": NaN}}',
        b'{"article": -Infinity}',
        b'{"article": 1e999}',
        b'{"article": ' + b"9" * 5000 + b"}",
        b"[" * 100_000,
        b'{"a":' * 100_000,
    ],
    ids=lambda content: repr(content[:24]),
)
def test_a_broken_document_is_refused_in_one_line(tmp_path, claims):
    message = refusal(written(tmp_path, claims))
    assert message.startswith("claims.json: ")
    assert message.isprintable()
    assert len(message) < 300


@pytest.mark.parametrize("brief", [b"", b" \n", b"caf\xe9", b"A dam broke\x00"])
def test_a_text_that_cannot_be_read_is_refused_in_one_line(tmp_path, brief):
    message = refusal(written(tmp_path, json.dumps(document()), brief))
    assert message.startswith("brief.txt: ")
    assert message.isprintable()


@pytest.mark.parametrize("name", ["brief.txt", "claims.json"])
def test_a_missing_file_is_named(tmp_path, name):
    (written(tmp_path, json.dumps(document())) / name).unlink()
    assert refusal(tmp_path).startswith(f"{name}: ")


def test_a_missing_folder_is_named(tmp_path):
    assert "nowhere" in refusal(tmp_path / "nowhere")


def test_a_folder_in_a_files_place_is_refused(tmp_path):
    (tmp_path / "brief.txt").mkdir()
    assert refusal(tmp_path).startswith("brief.txt: ")

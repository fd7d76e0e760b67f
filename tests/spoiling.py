"""Files as they never should be: a good one, spoilt at random places."""

from __future__ import annotations

import json
import os
from copy import deepcopy
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st

_HUNT = int(os.environ.get("TRACKER_FUZZ", "0"))
"""So many examples of each reader, and others every time: for a night's hunt."""

TOKENS = (
    b"\0", b"\xff\xfe", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"\r", b"\n\n", b'"', b"'", b"<", b">",
    b"</", b"]]>", b"{", b"}", b"[", b"[" * 2000, b",", b";", b"\\ud800", b"\\u0000", b"NaN", b"-1",
    b"1e999", b"9" * 5000, b"true", b"null", b"=1+1", "\u2028".encode(), "\u202e".encode(),
    "\u0661".encode(), b"&#x110000;", b"&#0;", b"&x;", b"<!DOCTYPE x [<!ENTITY x 'y'>]>",
    b"charset=utf-7", b"charset=\xff", b"=?x?q?=ff?=", b"Content-Transfer-Encoding: base64\r\n",
    b"endobj", b"%PDF-", b"/Length 999999", b"2023-02-30", b"99999-01-01T00:00:00Z", b"-0001-01-01",
    b"+14:99",
)  # fmt: skip
VALUES = (
    None, True, 0, -1, 10**30, 1.5, "", " ", "\0", "\ud800", "\u202e", "C0",
    "S999999999999999999999", "2023-02-30", "x" * 3000, [], {}, [[]], {"@type": "ClaimReview"},
    [None], {"": ""},
)  # fmt: skip


def hunted(usual: int) -> settings:
    """How many spoilt files are tried."""
    return settings(max_examples=_HUNT or usual, derandomize=not _HUNT, database=None)


@st.composite
def spoilt(draw: st.DrawFn, good: bytes) -> bytes:
    """A file in which bytes were changed, lost, doubled, moved or put in."""
    data = good
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(0, len(data)))
        to = draw(st.integers(at, min(len(data), at + 400)))
        match draw(st.sampled_from(["put in", "change", "cut out", "double", "cut off", "move"])):
            case "put in":
                data = data[:at] + draw(st.sampled_from(TOKENS)) + data[at:]
            case "change":
                data = data[:at] + draw(st.binary(min_size=1, max_size=4)) + data[at + 1 :]
            case "cut out":
                data = data[:at] + data[to:]
            case "double":
                data = data[:to] + data[at:]
            case "cut off":
                data = data[:at] if draw(st.booleans()) else data[at:]
            case "move":
                data = data[:at] + data[to:] + data[at:to]
    return data


@st.composite
def misused(draw: st.DrawFn, good: Any) -> Any:
    """A document in JSON in which values were replaced, lost, doubled or given other names."""
    whole = json.loads(json.dumps(good))
    for _ in range(draw(st.integers(1, 3))):
        holders = list(_holders(whole))
        holder = draw(st.sampled_from(holders))
        keys = list(holder) if isinstance(holder, dict) else list(range(len(holder)))
        key = draw(st.sampled_from(keys))
        match draw(st.sampled_from(["replace", "lose", "double", "swap"])):
            case "replace":
                holder[key] = deepcopy(draw(st.sampled_from(VALUES)))
            case "lose":
                del holder[key]
            case "double" if isinstance(holder, list):
                holder.append(deepcopy(holder[key]))
            case _:
                other = draw(st.sampled_from(keys))
                holder[key], holder[other] = holder[other], holder[key]
    return whole


def _holders(value: Any) -> Any:
    """Every list and object that holds something."""
    if isinstance(value, dict | list) and value:
        yield value
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _holders(inner)
    elif isinstance(value, dict | list):
        return

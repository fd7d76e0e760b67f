"""Other people's parsers run apart, and no file can make them run for ever."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest

from tracker.domain.draft import ArticleDraft
from tracker.domain.errors import BadInputError
from tracker.intake.apart import Apart
from tracker.intake.captured import Captured


def well(data: bytes) -> Captured:
    return Captured(ArticleDraft("read"), data.decode())


def badly(data: bytes) -> Captured:
    raise BadInputError("is no such thing")


def for_ever(data: bytes) -> Captured:
    while True:
        time.sleep(1)


def greedily(data: bytes) -> Captured:
    return well(b"0" * 4 * 1024**3)


def to_death(data: bytes) -> Captured:
    import os

    os._exit(1)


@pytest.fixture
def apart() -> Iterator[Apart]:
    made = Apart(longest=30.0)
    yield made
    made.close()


def test_what_is_read_apart_comes_back(apart: Apart) -> None:
    assert apart.read(well, b"The union said so.").text == "The union said so."


def test_one_process_reads_one_file_after_another(apart: Apart) -> None:
    assert [apart.read(well, data).text for data in (b"a", b"b")] == ["a", "b"]


def test_a_refusal_comes_back_as_one(apart: Apart) -> None:
    with pytest.raises(BadInputError, match="is no such thing"):
        apart.read(badly, b"")


def test_a_file_without_end_is_given_up() -> None:
    apart = Apart(longest=0.01)
    with pytest.raises(BadInputError, match="takes too long to read; save the article as text"):
        apart.read(for_ever, b"")


@pytest.mark.parametrize("read", [greedily, to_death])
def test_a_file_that_takes_all_memory_is_refused(apart: Apart, read) -> None:
    with pytest.raises(BadInputError, match="takes more memory to read"):
        apart.read(read, b"")


def test_the_next_file_is_read_after_one_that_was_given_up(apart: Apart) -> None:
    with pytest.raises(BadInputError):
        apart.read(to_death, b"")
    assert apart.read(well, b"next").text == "next"

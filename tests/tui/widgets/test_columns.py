from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tracker.tui.widgets.columns import GAP, Column, place


def column(title: str, width: int | None = None, *, least: int = 16, rank: int = 0) -> Column[str]:
    return Column(title, str, width=width, least=least, rank=rank)


ID = column("Claim", 5)
STATEMENT = column("Statement", least=20)
SOURCE = column("Source", 12, rank=1)
EVENT = column("Event", 12, rank=2)


def titles(room: int) -> list[str]:
    return [at.column.title for at in place([ID, STATEMENT, SOURCE, EVENT], room)]


def test_a_flexible_column_takes_what_is_left():
    placed = place([ID, STATEMENT, SOURCE], 80)
    assert [(at.x, at.width) for at in placed] == [(0, 5), (7, 59), (68, 12)]


def test_flexible_columns_share():
    placed = place([column("A"), column("B")], 41)
    assert [at.width for at in placed] == [19, 20]


def test_columns_of_the_highest_rank_leave_first():
    assert titles(80) == ["Claim", "Statement", "Source", "Event"]
    assert titles(50) == ["Claim", "Statement", "Source"]
    assert titles(30) == ["Claim", "Statement"]


def test_the_flexible_column_never_leaves():
    assert titles(10) == ["Statement"]
    assert titles(1) == ["Statement"]


def test_no_columns_need_no_room():
    assert place([], 80) == ()


@given(
    st.lists(st.tuples(st.none() | st.integers(1, 30), st.integers(0, 3)), min_size=1, max_size=8),
    st.integers(-5, 200),
)
def test_columns_never_reach_beyond_the_line(wishes: list[tuple[int | None, int]], room: int):
    placed = place([column("x", width, rank=rank) for width, rank in wishes], room)
    assert placed
    for at, after in pairwise(placed):
        assert at.x + at.width + GAP == after.x
    assert all(at.width >= 0 for at in placed)
    assert placed[-1].x + placed[-1].width <= max(0, room)

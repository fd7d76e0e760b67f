from __future__ import annotations

from dataclasses import replace

import pytest
from rich.cells import cell_len
from table_app import MILLION, NASTY, Desk, running

from tracker.tui.widgets.drawing import BAR
from tracker.tui.widgets.pages import PAGE


async def test_a_million_rows_ask_only_for_what_is_seen():
    async with running(Desk(MILLION)) as (app, pilot):
        await pilot.press("G")
        await pilot.pause()
        asked = [(wanted.start, wanted.end) for wanted in app.wanted]
    assert asked == [(0, 2 * PAGE), (MILLION - 2 * PAGE, MILLION)]  # a screenful on either side


@pytest.mark.parametrize("count", [0, 1, 30, PAGE, PAGE + 1, MILLION])
@pytest.mark.parametrize("size", [(1, 1), (2, 3), (40, 10), (80, 24), (200, 60)])
@pytest.mark.parametrize("detail", [False, True])
async def test_any_number_of_rows_on_any_terminal(count: int, size: tuple[int, int], detail: bool):
    async with running(Desk(count, NASTY, detail=detail), size) as (app, pilot):
        await pilot.press("G", "k", "pageup", "j", "g", "space", "enter")
        await pilot.pause()
        assert [cell_len(line) for line in app.lines()] == [size[0]] * size[1]


async def test_an_absent_row_is_a_faint_dot():
    app = Desk(100)
    app.answering = False
    async with running(app):
        assert app.lines()[2].split() == ["·", "·", "·"]


async def test_a_late_answer_to_another_list_is_passed_over():
    app = Desk(100)
    app.answering = False
    async with running(app) as (_, pilot):
        late = app.wanted[0]
        app.table.show(50)
        app.answer(late)
        await pilot.pause()
        assert app.table.row is None


async def test_a_move_repaints_two_lines():
    async with running(Desk(100)) as (app, pilot):
        await pilot.press("j")
        await pilot.pause()
        sheet = app.table._sheet
        draw = sheet.line

        def line(row, part, **looks):
            app.drawn.append(row.number)
            return draw(row, part, **looks)

        sheet.line = line  # type: ignore[method-assign]
        await pilot.press("j")
        await pilot.pause()
    assert sorted(app.drawn) == [1, 2]


async def test_the_cursor_is_a_sign_not_only_a_colour():
    async with running(Desk(100)) as (app, _):
        assert [line[0] for line in app.lines()[:3]] == [" ", BAR, " "]


async def test_headings_stay_when_rows_scroll():
    async with running(Desk(100)) as (app, pilot):
        await pilot.press("G")
        await pilot.pause()
        lines = app.lines()
    assert lines[0].split() == ["No", "Words", "End"]
    assert lines[-1].split()[:2] == [BAR, "C99"]


async def test_the_wheel_scrolls_and_asks_for_what_comes_into_view():
    async with running(Desk(1000)) as (app, pilot):
        app.table.scroll_to(y=600, animate=False)
        await pilot.pause()
        seen, wanted = app.table.near_view(), app.wanted[-1]
        assert wanted.start <= seen.start < 600 < seen.stop <= wanted.end
        assert wanted.end - wanted.start < len(seen) + 2 * PAGE
        assert app.table.cursor == 0


async def test_a_resize_keeps_the_cursor_in_sight():
    async with running(Desk(1000), (80, 40)) as (app, pilot):
        for _ in range(35):
            app.table.action_next()
        await pilot.resize_terminal(60, 8)
        await pilot.pause()
        assert any("C35" in line and line.startswith(BAR) for line in app.lines())


async def test_hostile_text_is_literal():
    async with running(Desk(3, NASTY), (90, 8)) as (app, _):
        line = app.lines()[1]
    assert "[/foo] [b] 3% =1+1 <script> ␛]0;x␇ ⟨U+202E⟩gnp 日本 e\u0301" in line


async def test_columns_stay_aligned_beside_wide_letters():
    async with running(Desk(3, "日本" * 40), (41, 8)) as (app, _):
        heading, line = app.lines()[:2]
    assert cell_len(line[: line.index("end")]) == cell_len(heading[: heading.index("End")])


async def test_an_empty_table_says_so():
    async with running(Desk(0)) as (app, _):
        assert any("Nothing matches." in line for line in app.lines())


async def test_a_table_that_waits_for_its_count_says_nothing():
    async with running(Desk(None)) as (app, _):
        assert not any("Nothing matches." in line for line in app.lines())


async def test_a_row_of_two_lines_has_a_second_one():
    async with running(Desk(100, detail=True)) as (app, pilot):
        assert "C0" in app.lines()[1]
        assert "below 0" in app.lines()[2]
        await pilot.press("G")
        await pilot.pause()
        assert "C" in app.lines()[1]
        assert any("below 99" in line for line in app.lines())


async def test_rows_can_be_made_lower():
    async with running(Desk(100, detail=True)) as (app, pilot):
        app.table.row_height = 1
        await pilot.pause()
        assert "C1" in app.lines()[2]


async def test_a_changed_row_is_drawn_anew():
    async with running(Desk(100)) as (app, pilot):
        rows = [app.table.at(number) for number in range(100)]
        rows[2] = replace(rows[2], words="corrected")
        app.table.show_page(0, rows)
        await pilot.pause()
        assert "corrected" in app.lines()[3]


async def test_every_key_of_the_table_has_an_id_a_label_and_a_tooltip():
    async with running(Desk(1)) as (app, _):
        bindings = [binding for _, binding in app.table._bindings]
    assert bindings
    assert all(binding.id and binding.description and binding.tooltip for binding in bindings)


async def test_lines_drawn_before_a_new_width_is_shared_are_drawn_again(monkeypatch):
    async with running(Desk(5)) as (app, pilot):
        measure = app.table.measure

        def drawn_too_soon():
            app.lines()
            measure()

        monkeypatch.setattr(app.table, "measure", drawn_too_soon)
        app.table.styles.width = 50
        await pilot.pause()
        await pilot.pause()
        assert [line[:50].split()[-1] for line in app.lines()[:2]] == ["End", "end"]

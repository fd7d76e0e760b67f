from __future__ import annotations

from table_app import MILLION, Desk, Line, running

from tracker.tui.widgets.drawing import MARK


async def test_keys_move_the_cursor():
    async with running(Desk(100)) as (app, pilot):
        await pilot.press("j", "down", "down", "k", "up")
        assert app.table.cursor == 1
        await pilot.press("G")
        assert app.table.cursor == 99
        await pilot.press("j")
        assert app.table.cursor == 99
        await pilot.press("home", "up")
        assert app.table.cursor == 0
        await pilot.press("pagedown")
        assert app.table.cursor == 10
        await pilot.press("pageup", "end")
        assert app.table.cursor == 99


async def test_the_owner_is_told_where_the_cursor_is():
    async with running(Desk(100)) as (app, pilot):
        await pilot.press("j")
        await pilot.pause()
    assert app.moves[-1] == (1, Line(1, "words"))


async def test_a_row_that_comes_under_the_cursor_is_told():
    app = Desk(100)
    app.answering = False
    async with running(app) as (_, pilot):
        assert app.moves == [(0, None)]
        app.answer(app.wanted[0])
        await pilot.pause()
    assert app.moves == [(0, None), (0, Line(0, "words"))]


async def test_space_selects_and_goes_on():
    async with running(Desk(100)) as (app, pilot):
        await pilot.press("space", "j", "space")
        await pilot.pause()
        assert app.table.selected == {0, 2}
        assert app.table.cursor == 3
        assert [line[1] for line in app.lines()[1:4]] == [MARK, " ", MARK]
    assert app.selections == [frozenset({0}), frozenset({0, 2})]


async def test_space_again_takes_it_back():
    async with running(Desk(100)) as (app, pilot):
        await pilot.press("space", "k", "space")
        assert app.table.selected == frozenset()


async def test_a_selection_outlives_a_reload():
    async with running(Desk(100)) as (app, pilot):
        await pilot.press("space")
        app.table.reload(90)
        await pilot.pause()
        assert app.table.selected == {0}


async def test_the_selection_can_be_cleared():
    async with running(Desk(100)) as (app, pilot):
        await pilot.press("space")
        app.table.select(frozenset())
        await pilot.pause()
        assert app.selections[-1] == frozenset()


async def test_enter_opens_the_row():
    async with running(Desk(100)) as (app, pilot):
        await pilot.press("j", "enter")
        await pilot.pause()
    assert app.opened == [Line(1, "words")]


async def test_a_click_goes_to_a_row():
    async with running(Desk(100)) as (app, pilot):
        await pilot.click(app.table, offset=(20, 4))
        assert app.table.cursor == 3


async def test_two_clicks_open_a_row():
    async with running(Desk(100)) as (app, pilot):
        await pilot.double_click(app.table, offset=(20, 4))
        await pilot.pause()
    assert app.opened == [Line(3, "words")]


async def test_a_click_in_the_gutter_selects():
    async with running(Desk(100)) as (app, pilot):
        await pilot.click(app.table, offset=(1, 4))
        assert app.table.selected == {3}


async def test_a_click_on_the_headings_or_below_the_rows_does_nothing():
    async with running(Desk(3)) as (app, pilot):
        await pilot.press("j")
        await pilot.click(app.table, offset=(20, 0))
        await pilot.click(app.table, offset=(20, 8))
        assert app.table.cursor == 1


async def test_a_list_that_got_shorter_keeps_the_cursor_on_a_row():
    async with running(Desk(100)) as (app, pilot):
        await pilot.press("G")
        app.table.reload(10)
        await pilot.pause()
        assert app.table.cursor == 9


async def test_a_list_can_open_at_a_row():
    async with running(Desk(None)) as (app, pilot):
        app.table.show(MILLION, cursor=500_000)
        await pilot.pause()
        await pilot.pause()
        assert app.table.row == Line(500_000, "words")
        assert any("C500000" in line for line in app.lines())

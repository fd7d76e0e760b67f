from __future__ import annotations

import pytest


@pytest.mark.parametrize("size", [(40, 10), (80, 24), (120, 36), (200, 60)])
async def test_the_desk_opens_on_an_empty_ledger(sit_down, ledger, size):
    async with sit_down(ledger, size=size) as seat:
        assert "No claims yet." in seat.seen
        assert seat.cursor == ""


@pytest.mark.parametrize("size", [(40, 10), (80, 24), (120, 36), (200, 60)])
async def test_the_desk_opens_on_the_sample(sit_down, sample, size):
    async with sit_down(sample, size=size) as seat:
        assert seat.cursor == "C20"
        assert "Russian artillery hit a civil" in seat.seen


async def test_every_key_says_no_on_an_empty_ledger(sit_down, ledger):
    async with sit_down(ledger) as seat:
        for key in "cbdmrvwaxXsoiWetnTlEyu":
            await seat.press(key)
            assert seat.told.endswith("."), key
            assert seat.app.screen is seat.app.screen_stack[0], key

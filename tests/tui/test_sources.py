"""Screen 4: the sources, whom they may be, and what became of their claims."""

from __future__ import annotations

from tracker.domain.reference import Ref
from tracker.tui.screens.desk import DeskScreen


def source(seat, number):
    return seat.desk.browsing.source(number)


async def test_sources_to_decide_about_come_first(sit_down, twins):
    async with sit_down(twins) as seat:
        await seat.press("4")
        assert "? 4 to decide" in seat.seen
        shown = [line[3:].split("  ")[1].strip() for line in seat.seen.splitlines()[2:9:2]]
        assert shown == ["Captain Pell", "Ilse Marrow", "Ilse Mаrrow", "Joren Pell"]


async def test_a_source_is_shown_with_what_it_may_be_and_its_claims(sit_down, twins):
    async with sit_down(twins, size=(120, 36)) as seat:
        await seat.press("4", "j", "j", "j")
        for line in (
            "Joren Pell  S6 person",
            "may be     Captain Pell  S9",
            "the surname alone",
            "a the same  x not the same",
            "role       steward",
            "speaks for Dockers’ League  S2",
            "also       Йорен Пелл",
            "its claims ○ unverified 2",
            "○ the launch carried no lights  C3",
        ):
            assert line in seat.seen


async def test_a_name_of_mixed_letters_is_marked(sit_down, twins):
    async with sit_down(twins, size=(120, 36)) as seat:
        await seat.press("4", "j", "j")
        assert "?!  Ilse Mаrrow" in seat.seen
        assert "! letters of two scripts" in seat.seen


async def test_a_makes_one_of_two_and_goes_on(sit_down, twins):
    async with sit_down(twins) as seat:
        await seat.press("4", "a")
        assert source(seat, 9).merged_into == 6
        assert seat.told == "S9 merged into S6."
        assert "Ilse Marrow  S5" in seat.seen


async def test_x_keeps_two_apart(sit_down, twins):
    async with sit_down(twins) as seat:
        await seat.press("4", "x")
        assert source(seat, 9).merged_into is None
        assert "? 2 to decide" in seat.seen


async def test_u_takes_it_back(sit_down, twins):
    async with sit_down(twins) as seat:
        await seat.press("4", "a", "u")
        assert source(seat, 9).merged_into is None
        assert "? 4 to decide" in seat.seen


async def test_where_nothing_is_proposed_a_says_so(sit_down, ferry):
    async with sit_down(ferry) as seat:
        await seat.press("4", "a")
        assert "may be no other; m merges it" in seat.told


async def test_m_merges_another_by_number_or_name(sit_down, ferry):
    async with sit_down(ferry) as seat:
        await seat.press("4", "m")
        await seat.write("Radio Estuary")
        await seat.press("enter")
        assert source(seat, 7).merged_into == 2


async def test_a_name_that_nobody_has_is_asked_for_again(sit_down, ferry):
    async with sit_down(ferry) as seat:
        await seat.press("4", "m")
        await seat.write("Nobody")
        await seat.press("enter")
        assert "No source, or several, are called “Nobody”" in seat.seen


async def test_s_splits_a_source_with_its_claims(sit_down, ferry):
    async with sit_down(ferry) as seat:
        await seat.press("4", "/")
        await seat.write("Pell")
        await seat.press("enter", "s")
        await seat.write("J. Pell jr")
        await seat.press("tab")
        await seat.write("C3")
        await seat.press("enter")
        assert source(seat, 9).name == "J. Pell jr"
        assert seat.desk.browsing.dossier(3).source.id == 9


async def test_e_corrects_a_field(sit_down, ferry):
    async with sit_down(ferry) as seat:
        await seat.press("4", "E", "o")
        await seat.write("the union")
        await seat.press("enter")
        assert source(seat, 2).role == "the union"


async def test_e_offers_the_words_of_a_vocabulary(sit_down, ferry):
    async with sit_down(ferry) as seat:
        await seat.press("4", "E", "r", "2")
        assert source(seat, 2).reliability.value == "B"


async def test_a_protected_name_is_never_offered_for_editing(sit_down, ferry, open_desk):
    desk = open_desk(ferry)
    desk.editing.edit(Ref.parse("S8"), "restricted-name", ["Odo Vane"], by="Bea")
    async with sit_down(ferry) as seat:
        await seat.press("4", "G", "E", "p")
        assert "Vane" not in seat.seen


async def test_enter_lists_the_claims_on_the_desk(sit_down, ferry):
    async with sit_down(ferry) as seat:
        await seat.press("4", "j", "j", "enter")
        assert isinstance(seat.app.screen, DeskScreen)
        assert "2 shown: source S6" in seat.seen


async def test_search_finds_by_alias_and_escape_shows_all(sit_down, ferry):
    async with sit_down(ferry) as seat:
        await seat.press("4", "/")
        await seat.write("пелл")
        await seat.press("enter")
        assert "1  “пелл”" in seat.seen
        assert "Joren Pell" in seat.seen
        await seat.press("escape")
        assert "Sources  8" in seat.seen


async def test_an_empty_ledger_says_where_sources_come_from(sit_down, ledger):
    async with sit_down(ledger) as seat:
        await seat.press("4")
        assert "No sources yet." in seat.seen
        for key in ("a", "x", "m", "s", "E", "J", "enter"):
            await seat.press(key)
        assert seat.told == "No source is here."


async def test_the_place_is_kept_when_a_colleague_changes_something(sit_down, ferry, open_desk):
    async with sit_down(ferry, size=(120, 36)) as seat:
        await seat.press("4", "j", "j")
        open_desk(ferry).editing.edit(Ref.parse("S6"), "role", ["chair"], by="Bea")
        seat.app.screen.news()
        await seat.settled()
        assert "role       chair" in seat.seen


async def test_a_body_is_merged_with_a_person_only_when_that_is_meant(sit_down, ferry):
    async with sit_down(ferry) as seat:
        await seat.press("4", "g")
        while seat.app.screen.table.row.id != 2:
            await seat.press("j")
        await seat.press("m")
        await seat.write("S6")
        await seat.press("enter")
        assert "Are S2 and S6 one and the same?" in seat.seen
        await seat.press("n")
        assert "S6 was not merged" in seat.seen
        await seat.press("enter", "y")
        assert source(seat, 6).merged_into == 2

"""The article screen: walked, selected in, and worked on, by key and by mouse."""

from __future__ import annotations

from dataclasses import replace

import pytest
from textual.widgets import Input

from tracker.desk.reviewing import Backing
from tracker.domain.article import Span
from tracker.domain.draft import ArticleDraft, Reading
from tracker.domain.listing import Filter
from tracker.domain.reference import Kind, Ref
from tracker.domain.status import Dismissal, Stage, Status


@pytest.fixture
def suggested(desk, ledger, two_sides):
    """A ledger with the claims of ``two_sides`` as reading proposes them."""
    desk.importing.take_in(two_sides, by="Bea")
    return ledger


def galley(seat):
    return seat.app.screen.galley


def sentence(seat):
    proof = galley(seat).proof
    here = proof.sentences[galley(seat).sentence]
    return proof.text[here.start : here.end]


def chosen(seat):
    span = galley(seat).chosen
    return galley(seat).proof.text[span.start : span.end] if span else ""


def sign_of(seat, words):
    """What stands before the line of the text that holds some words."""
    return next(line for line in seat.seen.split("\n")[1:] if words in line)[1]


async def test_2_opens_the_article_at_the_claim_in_hand(sit_down, ferry):
    async with sit_down(ferry) as seat:
        await seat.press("G", "2")
        assert galley(seat).claim == 6
        assert "A1  6 of 6 claims" in seat.seen
        assert "C6  ○ unverified" in seat.seen


async def test_2_opens_the_article_of_an_opened_claim(sit_down, ferry):
    async with sit_down(ferry) as seat:
        await seat.press("j", "enter", "2")
        assert galley(seat).claim == 2


async def test_2_in_an_article_lists_the_articles_and_enter_opens_one(sit_down, ferry, open_desk):
    desk = open_desk(ferry)
    desk.importing.take_in(Reading(ArticleDraft("Later"), "Nothing new."), by="Bea")
    async with sit_down(ferry) as seat:
        await seat.press("2", "2")
        assert "Articles  2" in seat.seen
        await seat.press("g", "enter")
        assert "Nothing new." in seat.seen
        await seat.press("escape", "j", "enter")
        assert "Two dead after ferry" in seat.seen


@pytest.fixture
def two_articles(ferry, open_desk):
    """The ferry's article, and above it in the list a newer one."""
    open_desk(ferry).importing.take_in(Reading(ArticleDraft("Later"), "Nothing new."), by="Bea")
    return ferry


async def test_esc_goes_back_to_the_article_that_a_claim_led_to(sit_down, two_articles):
    async with sit_down(two_articles) as seat:
        await seat.press("2", "escape")
        assert seat.app.screen.table.row.id == 1


async def test_esc_goes_back_to_an_article_that_has_changed_meanwhile(sit_down, two_articles):
    async with sit_down(two_articles) as seat:
        await seat.press("2", "2", "j", "enter", "tab", "shift+down", "a")
        await seat.press("enter", "escape")
        assert seat.app.screen.table.row.id == 1


async def test_2_lists_the_articles_where_no_claim_is_in_hand(sit_down, ledger):
    async with sit_down(ledger) as seat:
        await seat.press("2")
        assert "No articles yet." in seat.seen


async def test_2_lists_the_articles_of_several_selected_claims(
    sit_down, ferry, open_desk, two_sides
):
    desk = open_desk(ferry)
    for title in ("Second", "Third"):
        text = f"{title}. {two_sides.text}"
        claims = (replace(two_sides.claims[4], hedge=f"perhaps {title}"),)
        draft = Reading(ArticleDraft(title), text, two_sides.sources, (), claims)
        desk.importing.take_in(draft, by="Bea", stage=Stage.OPEN)
    async with sit_down(ferry) as seat:
        await seat.press("G", "space", "k", "space", "2")
        assert "Articles  2  of these claims" in seat.seen
        await seat.press("escape")
        assert "Articles  3" in seat.seen


async def test_a_reprint_is_told_in_its_article_in_the_claim_and_beside_what_stands_against_it(
    sit_down, ferry, open_desk, two_sides
):
    article = replace(two_sides.article, url="https://post.example/ferry")
    again = replace(two_sides, article=article, text=f"Boats collide\n\n{two_sides.text}")
    open_desk(ferry).importing.take_in(again, by="Bea")
    async with sit_down(ferry, size=(200, 60)) as seat:
        await seat.press("g", "2")
        await seat.pilot.pause()
        assert "same words as A2, 100 %" in seat.seen
        await seat.press("enter")
        assert "also in A2" in seat.seen
        await seat.press("3")
        assert seat.seen.count("also in A2") > 1


async def test_articles_are_searched(sit_down, ferry):
    async with sit_down(ferry) as seat:
        await seat.press("2", "2", "/")
        await seat.write("zebra")
        await seat.press("enter")
        assert "Nothing is found: “zebra”." in seat.seen
        await seat.press("escape")
        assert "Two dead after ferry" in seat.seen


async def test_j_and_k_walk_the_claims_and_the_text_goes_along(sit_down, ferry):
    async with sit_down(ferry, size=(80, 16)) as seat:
        await seat.press("2", "g")
        walked = []
        for _ in range(7):
            await seat.press("j")
            walked.append(galley(seat).claim)
        assert walked == [1, 2, 3, 4, 5, 6, 6]
        assert "never be trusted again" in seat.seen
        await seat.press("k")
        assert galley(seat).claim == 5


async def test_arrows_walk_the_sentences(sit_down, ferry):
    async with sit_down(ferry) as seat:
        await seat.press("2", "g")
        assert sentence(seat) == "Two dead after ferry and launch collide off Selm"
        assert "No claim covers this sentence." in seat.seen
        await seat.press("down")
        assert galley(seat).claim == 1
        await seat.press("down", "down")
        assert sentence(seat) == "Neither account could be independently verified."
        await seat.press("up", "G")
        assert galley(seat).claim == 6


async def test_the_claim_beside_the_text_follows(sit_down, ferry):
    async with sit_down(ferry, size=(120, 36)) as seat:
        await seat.press("2", "j")
        assert seat.app.screen.dossier().claim.id == 2
        assert "Ilse Marrow, captain" in seat.seen


async def test_claims_are_marked_by_glyph_and_underline(sit_down, ferry):
    async with sit_down(ferry, size=(120, 36)) as seat:
        await seat.press("2")
        for words in ("○ The Dockers’", "○ blamed a League", "○ Hospital"):
            assert words in seat.seen
        strips = seat.app.screen._compositor.render_strips()
        segments = [one for strip in strips for one in strip if "Hospital staff" in one.text]
        assert [one.style.underline for one in segments] == [True]


async def test_what_is_only_proposed_has_a_sign_of_its_own(sit_down, suggested):
    async with sit_down(suggested, size=(120, 36)) as seat:
        await seat.press("2")
        assert "? The Dockers’" in seat.seen
        assert "6 to decide" in seat.seen


async def test_overlapping_claims_show_both_signs(sit_down, ferry, open_desk):
    desk = open_desk(ferry)
    start = desk.browsing.article(1).text.index("Hospital")
    desk.claiming.claim(1, Span(start, start + 14), "staff spoke", "", by="Bea")
    async with sit_down(ferry, size=(120, 36)) as seat:
        await seat.press("2")
        assert "○○ Hospital staff" in seat.seen


async def test_a_checked_line_looks_checked(sit_down, ferry):
    async with sit_down(ferry, size=(120, 36)) as seat:
        await seat.press("2")
        assert sign_of(seat, "again,” Pell") == "✓"  # an opinion needs no check
        assert sign_of(seat, "be independently") == "·"  # no claim covers it
        assert sign_of(seat, "The Dockers’") == " "
        only_theirs = Backing("only the League says so")
        seat.desk.reviewing.mark([1], Status.UNVERIFIED, by="Ada", backing=only_theirs)
        seat.app.screen.news()
        await seat.settled()
        assert sign_of(seat, "The Dockers’") == "✓"


async def test_a_accepts_and_goes_on_to_the_next(sit_down, suggested):
    async with sit_down(suggested) as seat:
        await seat.press("2", "a", "a")
        assert [seat.claim(n).stage for n in (1, 2)] == [Stage.OPEN, Stage.OPEN]
        assert galley(seat).claim == 3
        assert "4 to decide" in seat.seen


async def test_x_dismisses_and_goes_on_and_u_brings_it_back(sit_down, suggested):
    async with sit_down(suggested) as seat:
        await seat.press("2", "x")
        assert seat.claim(1).dismissal is Dismissal.NOT_A_CLAIM
        assert galley(seat).claim == 2
        assert "? The Dockers’" not in seat.seen
        await seat.press("u")
        assert galley(seat).claim == 1
        assert "? The Dockers’" in seat.seen


async def test_another_reason_can_be_chosen(sit_down, suggested):
    async with sit_down(suggested) as seat:
        await seat.press("2", "X", "o")
        assert seat.claim(1).dismissal is Dismissal.OUT_OF_SCOPE
        assert galley(seat).claim == 2


async def test_keys_typed_ahead_act_on_the_claims_that_follow(sit_down, suggested):
    async with sit_down(suggested) as seat:
        await seat.press("2")
        for key in "axa":
            seat.strike(key)
        await seat.settled()
        assert [seat.claim(n).stage for n in (1, 2, 3)] == [
            Stage.OPEN, Stage.DISMISSED, Stage.OPEN,
        ]  # fmt: skip


async def test_marking_asks_for_what_is_missing_and_goes_on(sit_down, ferry):
    async with sit_down(ferry) as seat:
        await seat.press("2", "c")
        await seat.write("https://harbour.example/log")
        await seat.press("enter")
        await seat.write("the log says so")
        await seat.press("enter")
        assert seat.claim(1).status is Status.CONFIRMED
        assert galley(seat).claim == 2
        assert "● The Dockers’" in seat.seen


async def test_tab_goes_to_the_next_sentence_that_no_claim_covers(sit_down, ferry):
    async with sit_down(ferry) as seat:
        await seat.press("2", "tab")
        assert sentence(seat) == "Neither account could be independently verified."
        await seat.press("tab")
        assert sentence(seat).startswith("Two dead")
        await seat.press("shift+tab")
        assert sentence(seat).startswith("Neither")


async def test_x_clears_a_sentence_without_a_claim_and_goes_on(sit_down, ferry):
    async with sit_down(ferry, size=(120, 36)) as seat:
        await seat.press("2")
        assert "2 of 8 sentences uncovered" in seat.seen
        await seat.press("tab", "x")
        assert sentence(seat).startswith("Two dead")
        await seat.press("x")
        assert "every sentence covered" in seat.seen
        await seat.press("tab")
        assert seat.told == "Claims cover every sentence, or it is cleared."
        await seat.press("u")
        assert "1 of 8 sentences uncovered" in seat.seen


async def test_all_sentences_of_selected_words_are_cleared_at_once(sit_down, ledger, open_desk):
    desk = open_desk(ledger)
    desk.importing.take_in(Reading(ArticleDraft("Calm"), "It rained. It snowed. It blew."), by="A")
    async with sit_down(ledger) as seat:
        await seat.press("2", "enter", "shift+down", "shift+down", "x")
        assert sentence(seat) == "It blew."
        assert "1 of 3 sentences uncovered" in seat.seen


async def test_words_are_selected_word_by_word_and_sentence_by_sentence(sit_down, ferry):
    async with sit_down(ferry) as seat:
        await seat.press("2", "tab", "right", "right")
        await seat.press("shift+right")
        assert chosen(seat) == "account"
        await seat.press("shift+right", "shift+right")
        assert chosen(seat) == "account could be"
        await seat.press("shift+left")
        assert chosen(seat) == "account could"
        assert "2 words selected" in seat.seen
        await seat.press("shift+down")
        assert chosen(seat) == "account could be independently verified"
        await seat.press("shift+up", "shift+up")
        assert chosen(seat).endswith("Neither account")
        await seat.press("escape")
        assert chosen(seat) == ""
        assert seat.app.screen.number == 1


async def test_a_makes_a_claim_of_the_selected_words(sit_down, ferry):
    async with sit_down(ferry) as seat:
        await seat.press("2", "tab", "shift+down", "a")
        statement, speaker = seat.app.screen.query(Input)
        assert statement.value == "Neither account could be independently verified"
        assert speaker.value == ""
        await seat.press("enter")
        assert seat.told == "C7 is a claim now."
        made = seat.claim(7)
        assert made.quote == "Neither account could be independently verified"
        assert (made.stage, galley(seat).claim, chosen(seat)) == (Stage.OPEN, 7, "")


async def test_somebody_new_is_asked_for_and_can_speak(sit_down, ferry):
    async with sit_down(ferry) as seat:
        await seat.press("2", "tab", "shift+down", "a", "tab")
        await seat.write("Odo Vane")
        await seat.press("enter")
        assert "“Odo Vane” is new here. What is it?" in seat.seen
        await seat.press("escape")
        assert "Name a source that there is, or say what it is." in seat.seen
        await seat.press("enter", "1")
        assert seat.desk.browsing.dossier(7).speaker == "Odo Vane"


async def test_leaving_the_question_makes_no_claim(sit_down, ferry):
    async with sit_down(ferry) as seat:
        await seat.press("2", "tab", "shift+down", "a", "escape")
        assert seat.desk.browsing.count(Filter()) == 6
        assert chosen(seat)


async def test_e_moves_the_passage_to_the_selected_words(sit_down, ferry):
    async with sit_down(ferry) as seat:
        await seat.press("2", "G", "shift+right", "shift+right", "E", "p")
        assert seat.claim(6).quote == "The guard"
        assert seat.told == "C6 stands on these words now."
        await seat.press("u")
        assert seat.claim(6).quote == "The guard [will] never be trusted again"


async def test_e_adds_the_selected_words_to_an_interrupted_passage(sit_down, ferry):
    async with sit_down(ferry) as seat:
        await seat.press("2", "G", *["right"] * 8, "shift+right", "shift+right", "E", "t")
        assert seat.claim(6).quote == "The guard [will] never be trusted again … Pell said"


async def test_e_after_a_search_is_about_the_claim_nearest_to_the_words(sit_down, ferry, open_desk):
    open_desk(ferry).editing.edit(Ref(Kind.CLAIM, 5), "quote", ["Captain"], by="Bea")
    async with sit_down(ferry) as seat:
        await seat.press("2", "/")
        await seat.write("guard blamed")
        await seat.press("enter", "shift+right", "E")
        assert "C2 stands on these words" in seat.seen


async def test_e_is_about_the_claim_that_the_selected_words_have_come_to(sit_down, ferry):
    async with sit_down(ferry) as seat:
        await seat.press("2", "tab", "shift+up")
        assert galley(seat).claim is None
        await seat.press("shift+up", "E")
        assert "C2 stands on these words" in seat.seen


async def test_e_on_words_that_no_claim_is_near_says_so(sit_down, ferry):
    async with sit_down(ferry) as seat:
        await seat.press("2", "tab", "shift+down", "E")
        assert seat.told == "No claim is near these words; a makes one."


async def test_e_without_a_selection_corrects_a_field(sit_down, ferry):
    async with sit_down(ferry) as seat:
        await seat.press("2", "E", "s")
        await seat.write(" on Tuesday")
        await seat.press("enter")
        assert seat.claim(1).statement.endswith("passengers on Tuesday")


async def test_words_are_found_round_and_round(sit_down, ferry):
    async with sit_down(ferry) as seat:
        await seat.press("2", "/")
        await seat.write("PELL said")
        await seat.press("enter")
        assert galley(seat).claim == 6
        await seat.press("/")
        await seat.write("zebra")
        await seat.press("enter")
        assert seat.told == "“zebra” is not in the text."


async def test_enter_opens_the_claim_and_esc_returns_to_its_place(sit_down, ferry):
    async with sit_down(ferry) as seat:
        await seat.press("2", "j", "enter")
        assert "esc Back" in seat.seen
        await seat.press("escape")
        assert galley(seat).claim == 2


async def test_a_click_stands_on_a_claim_and_a_second_opens_it(sit_down, ferry):
    async with sit_down(ferry, size=(120, 36)) as seat:
        await seat.press("2")
        y, line = next(
            (y, one) for y, one in enumerate(seat.seen.split("\n")) if "Hospital staff" in one
        )
        await seat.pilot.click(offset=(line.index("Hospital") + 3, y))
        await seat.settled()
        assert galley(seat).claim == 4
        await seat.pilot.click(offset=(line.index("Hospital") + 3, y), times=2)
        await seat.settled()
        assert "History" in seat.seen


async def test_the_mouse_selects_words(sit_down, ferry):
    async with sit_down(ferry, size=(120, 36)) as seat:
        await seat.press("2")
        y, line = next(
            (y, one) for y, one in enumerate(seat.seen.split("\n")) if "Hospital staff" in one
        )
        await seat.pilot.mouse_down(offset=(line.index("Hospital") + 3, y))
        await seat.pilot.hover(offset=(line.index("staff") + 1, y))
        await seat.pilot.mouse_up(offset=(line.index("staff") + 1, y))
        await seat.settled()
        assert chosen(seat) == "Hospital staff"


@pytest.fixture
def revised(ferry, open_desk, two_sides):
    """A ledger in which a later text of the article has words no more that C3 stood on."""
    text = two_sides.text.replace("The launch reportedly carried no lights", "The launch was dark")
    desk = open_desk(ferry)
    desk.importing.take_in(Reading(two_sides.article, text, two_sides.sources), by="Bea")
    return ferry


async def test_a_passage_that_was_lost_is_shown_above_the_text(sit_down, revised):
    async with sit_down(revised, size=(120, 36)) as seat:
        await seat.press("2", "g")
        assert seat.app.screen.number == 2
        assert "No longer found in this text:" in seat.seen
        assert "○ The launch reportedly carried no lights" in seat.seen
        assert galley(seat).claim == 3
        assert "1 lost" in seat.seen
        await seat.press("shift+right", "a")
        assert seat.told == "These words are no longer in the text; select others."


async def test_a_lost_claim_is_put_on_other_words(sit_down, revised):
    async with sit_down(revised, size=(120, 36)) as seat:
        await seat.press("2", "/")
        await seat.write("The launch was dark")
        await seat.press("enter", *["shift+right"] * 4, "E")
        assert "C3, whose words were lost, stands on these" in seat.seen
        await seat.press("1")
        assert (galley(seat).claim, seat.claim(3).quote) == (3, "The launch was dark")
        assert "lost" not in seat.seen.split("\n")[0]


async def test_a_text_that_is_revised_meanwhile_says_which_is_todays(
    sit_down, ferry, open_desk, two_sides
):
    async with sit_down(ferry, size=(120, 36)) as seat:
        await seat.press("2")
        later = Reading(two_sides.article, f"{two_sides.text} It rained.", two_sides.sources)
        open_desk(ferry).importing.take_in(later, by="Bea")
        seat.app.screen.news()
        await seat.settled()
        assert "today’s text is A2" in seat.seen
        await seat.press("1", "2")
        assert seat.app.screen.number == 2


async def test_2_opens_todays_text_of_a_claim_whose_words_are_lost(sit_down, revised):
    async with sit_down(revised) as seat:
        while seat.cursor != "C3":
            await seat.press("j")
        await seat.press("2")
        assert (seat.app.screen.number, galley(seat).claim) == (2, 3)


async def test_what_a_colleague_does_is_shown_and_the_place_kept(sit_down, ferry, open_desk):
    other = open_desk(ferry)
    async with sit_down(ferry) as seat:
        await seat.press("2", "j", "j")
        other.reviewing.start([1], by="Bea")
        other.reviewing.dismiss([2], by="Bea", why=Dismissal.DUPLICATE)
        seat.app.screen.news()
        await seat.settled()
        assert galley(seat).claim == 3
        assert "2 of 5 claims" in seat.seen or "3 of 5 claims" in seat.seen


async def test_an_article_that_is_taken_back_is_left(sit_down, ledger, open_desk):
    desk = open_desk(ledger)
    desk.importing.take_in(Reading(ArticleDraft("Calm"), "It rained."), by="Ada")
    async with sit_down(ledger) as seat:
        await seat.press("2", "enter")
        open_desk(ledger).auditing.undo(by="Ada")
        seat.app.screen.news()
        await seat.settled()
        assert "No articles yet." in seat.seen


@pytest.mark.parametrize("size", [(40, 10), (80, 24), (120, 36), (200, 60), (12, 3)])
async def test_an_article_is_walked_on_any_terminal(sit_down, sample, size):
    async with sit_down(sample, size=size) as seat:
        await seat.press("2", "j", "down", "G", "pageup", "g", "pagedown", "tab", "shift+right")
        assert seat.app.screen.number == 1


async def test_an_article_without_claims_or_words_is_harmless(sit_down, ledger, open_desk):
    open_desk(ledger).importing.take_in(Reading(ArticleDraft("Blank"), " \n "), by="Ada")
    async with sit_down(ledger) as seat:
        await seat.press("2", "enter")
        for key in ("j", "k", "down", "up", "right", "shift+right", "shift+down", "tab", "G", "g",
                    "pagedown", "enter", "a", "x", "E", "w"):  # fmt: skip
            await seat.press(key)
        assert seat.told.endswith(".")

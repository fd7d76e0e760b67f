"""A protected name stays unsaid however an article, a claim or a note spells it."""

from __future__ import annotations

import pytest
from named_everywhere import LEAK, NAME

from tracker.domain.attribution import Voice
from tracker.domain.draft import ArticleDraft, ClaimDraft, EventDraft, Reading
from tracker.domain.listing import Filter
from tracker.domain.reference import Ref
from tracker.domain.spelling import plain
from tracker.domain.status import Stage

SPELLINGS = (
    "Odo  Vane",
    "Odo\nVane",
    "Odo\u2011Vane",
    "Odo\u0301 Va\u0300ne",
    "Ｏｄｏ Ｖａｎｅ",
    "O\u200bdo Va\u2060ne",
    "Vane, Odo",
    "https://x.example/odo-vane",
    "https://x.example/odo%20vane?",
)
LOOKS = (
    *("claims", "claims --csv", "claims --json", "show A2", "show A2 --json", "history"),
    *("show C7", "show C10 --json", "show E3", "history C7", "articles --json", "events --json"),
    *("report unverified -f md", "report unverified -f json", "report article -f html"),
    *("export -f json", "export -f jsonl", "export -f csv", "export -f claimreview"),
)


def act(desk):
    """He is protected first; then all spellings come in, and an editor writes them, too."""
    desk.curating.split(Ref.parse("S8"), by="Ada", name="a deckhand")
    desk.editing.edit(Ref.parse("S9"), "restricted-name", [NAME], by="Ada")
    said = [f"the lamps were out, {one} said" for one in SPELLINGS]
    desk.importing.take_in(
        Reading(
            ArticleDraft(f"{SPELLINGS[0]} speaks", byline=SPELLINGS[6], url=SPELLINGS[7]),
            "\n\n".join(said),
            events=(EventDraft("watch", f"The watch of {SPELLINGS[3]}", SPELLINGS[4]),),
            claims=tuple(
                ClaimDraft(
                    f"c{n}", one, Voice.INDIRECT, quote=(one,), event="watch", hedge=SPELLINGS[5]
                )
                for n, one in enumerate(said)
            ),
        ),
        by="Bea",
        stage=Stage.OPEN,
    )
    desk.gathering.add_note([7], "; ".join(SPELLINGS), by="Ada")


@pytest.fixture(scope="module")
def prepared(prepare):
    return prepare(act)


@pytest.mark.parametrize("words", LOOKS)
def test_nothing_that_is_looked_at_names_him_in_any_spelling(prepared, ledgers, ledger, run, words):
    ledgers.copy(prepared, ledger)
    ran = run(*words.split())
    assert ran.code == 0, ran.err
    assert LEAK.findall(plain(ran.out.replace("\\n", " ") + ran.err)) == []


@pytest.mark.parametrize("words", ["odo", "vane", "Ｖａｎｅ"])
def test_no_search_leads_to_him_in_any_spelling(prepared, ledgers, ledger, open_desk, words):
    desk = open_desk(ledgers.copy(prepared, ledger))
    assert desk.browsing.ids(Filter(search=words)) == ()
    assert desk.browsing.articles(words) == ()
    assert desk.browsing.events(words) == ()


def test_no_entry_of_the_history_holds_his_name_in_any_spelling(prepared, ledgers, ledger):
    from ledgers import raw

    ledgers.copy(prepared, ledger)
    with raw(ledger) as file:
        rows = file.execute("SELECT changes || reason FROM history").fetchall()
    assert LEAK.findall(plain(" ".join(row for (row,) in rows).replace("\\n", " "))) == []


def test_an_edit_that_holds_his_surname_alone_is_told_by_the_stand_in(
    prepared, ledgers, ledger, run
):
    ledgers.copy(prepared, ledger)
    said = run("edit", "C7", "statement", "Mr Vane left").err
    assert "protected name of “a deckhand”" in said
    assert LEAK.findall(said) == []
    assert run("edit", "C7", "statement", f"{SPELLINGS[1]} left").err == ""


def test_an_article_that_holds_his_surname_alone_is_told_by_the_stand_in(
    prepared, ledgers, ledger, run, tmp_path
):
    ledgers.copy(prepared, ledger)
    file = tmp_path / "article.txt"
    file.write_text("The ferry left early, the mate said.\n\nMr Vane was late, the mate said.\n")
    ran = run("ingest", str(file))
    assert "A3 holds a part of the protected name of “a deckhand” by itself" in ran.err
    assert LEAK.findall(ran.err) == []


@pytest.mark.parametrize(
    ("words", "what"),
    [
        (["note", "C7", "{} called"], "the note"),
        (["attempt", "C7", "Called {}", "No answer"], "the attempt"),
        (["evidence", "C7", "https://example.org/1", "--title", "Log of {}"], "the evidence"),
        (["mark", "C7", "unverified", "--reason", "by {}"], "the reason or the evidence"),
        (["wait", "C7", "a call from {}"], "what is waited for"),
        (["relate", "C7", "refines", "C8", "--reason", "{} says so"], "the reason"),
    ],
    ids=lambda given: given[0] if isinstance(given, list) else "",
)
def test_words_that_hold_his_surname_alone_are_told_by_the_stand_in(
    prepared, ledgers, ledger, run, words, what
):
    ledgers.copy(prepared, ledger)
    run("start", "C7")
    ran = run(*(word.format("Mr Vane") for word in words))
    assert ran.code == 0, ran.err
    assert f"{what} holds a part of the protected name of “a deckhand” by itself" in ran.err
    assert LEAK.findall(ran.err) == []
    quiet = run(*(word.format("the mate") for word in words))
    assert "protected name" not in quiet.err

"""No command prints, writes or complains with the name of a protected source."""

from __future__ import annotations

import zipfile
from itertools import product
from pathlib import Path

import pytest
from named_everywhere import LEAK, NAME, NOTE, act

LOOKS = (
    *("claims", "articles", "events", "sources", "contradictions", "relations", "history"),
    *("sources --proposed", "show C7", "show C8", "show A2", "show E3", "show S9", "show R3"),
    *("history C7", "history S9", "history A2", "ledger info", "ledger check"),
    *("claims --search Vane", "claims --search deckhand", "claims --source S9", "claims --csv"),
)
ACTS = (
    "mark C8 corroborated",
    "mark C8 confirmed",
    "start C8",
    "relate C8 refines C7",
    "relate C8 corroborates C7",
    "evidence C8 https://x.example/odo --stance context",
    "attempt C8 asked nothing",
    "tag C8 lamps",
    "merge S9 S10",
    "split S9 --name somebody",
    "merge E3 E1",
    "split C8",
    "undo",
    "wait C8 --for reply --until 2031-06-01",
    "reject R3",
)
KINDS = ("unverified", "contradictions", "sources", "article", "activity")
REPORTS = tuple(product(KINDS, ("md", "html", "csv", "json", "docx")))
EXPORTS = ("json", "jsonl", "csv", "claimreview")


@pytest.fixture(scope="module")
def prepared(prepare):
    return prepare(act)


@pytest.fixture
def told(prepared, ledgers, ledger, run, tmp_path, monkeypatch):
    """Run the program on the ledger, and say what it printed, also as an error."""
    ledgers.copy(prepared, ledger)
    monkeypatch.chdir(tmp_path)

    def ask(*words):
        ran = run(*words)
        return f"{ran.out}{ran.err}"

    return ask


def written(folder: Path) -> str:
    """All that lies in a folder: names and contents, of archives each part."""
    found = []
    for file in sorted(folder.iterdir()):
        found.append(file.name)
        if zipfile.is_zipfile(file):
            with zipfile.ZipFile(file) as parts:
                found += [parts.read(name).decode("utf-8", "replace") for name in parts.namelist()]
        else:
            found.append(file.read_text("utf-8", "replace"))
    return "\n".join(found)


@pytest.mark.parametrize("words", LOOKS)
def test_nothing_that_is_listed_or_shown_names_him(told, words):
    asked = words.split()
    said = told(*asked) + (told(*asked, "--json") if "--csv" not in asked else "")
    assert LEAK.findall(said.replace("“Vane”", "")) == []  # what was searched for


@pytest.mark.parametrize("words", ACTS)
def test_nothing_that_an_action_or_its_refusal_says_names_him(told, words):
    assert LEAK.findall(told(*words.split()).replace("x.example/odo", "")) == []


@pytest.mark.parametrize(("kind", "form"), REPORTS, ids="-".join)
def test_no_report_names_him_or_tells_a_note(told, tmp_path, kind, form):
    folder = tmp_path / "out"
    folder.mkdir()
    for name, more in (("now", ()), ("then", ("--as-of", "2031-05-30"))):
        said = told("report", kind, "-o", str(folder / f"{name}.{form}"), *more)
        assert LEAK.findall(said) == [], said
    text = written(folder)
    assert LEAK.findall(text) == []
    assert NOTE not in text
    assert "deckhand" in text


@pytest.mark.parametrize("form", EXPORTS)
def test_no_export_names_him(told, tmp_path, form):
    folder = tmp_path / "out"
    folder.mkdir()
    said = told("export", "-f", form, "-o", str(folder / "out"))
    text = written(folder)
    assert LEAK.findall(said) == [], said
    assert LEAK.findall(text) == []
    assert "deckhand" in text
    assert (NOTE in text) == (form in ("json", "jsonl"))


def test_only_with_restricted_the_name_leaves(told, tmp_path):
    file = tmp_path / "out.json"
    said = told("export", "--with-restricted", "-o", str(file))
    assert LEAK.findall(said) == [], said
    assert NAME in file.read_text("utf-8")
    assert file.stat().st_mode & 0o077 == 0


@pytest.mark.sqlite
def test_what_is_said_of_a_damaged_ledger_does_not_name_him(told, ledger, tmp_path):
    from ledgers import raw, without_triggers

    without_triggers(ledger)
    with raw(ledger) as file:
        file.execute("UPDATE claim SET statement = statement || '!' WHERE id = 7")
        file.execute("UPDATE passage SET exact = exact || '!' WHERE claim_id = 7")
        file.execute("UPDATE history SET reason = 'so' WHERE subject_id = 7")
        file.execute("DELETE FROM claim_search WHERE rowid = 8")
    said = told("ledger", "check") + told("ledger", "check", "--json")
    assert "C7" in said
    said += told("ledger", "recover", str(tmp_path / "saved.db"))
    assert LEAK.findall(said) == [], said


def test_what_is_said_of_an_article_that_comes_in_does_not_name_him(told, tmp_path):
    file = tmp_path / "article.txt"
    file.write_text(f"{NAME} was right, the mate says\n\n{NAME} told the mate that he was right.\n")
    said = told("ingest", str(file)) + told("ingest", str(file), "--json")
    assert "A3" in said
    assert LEAK.findall(said) == []

"""``tracker extract`` and ``tracker ingest``: from files to claims."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

TEXT = (
    "Captain Ilse Marrow of the harbour guard said on Tuesday that two boats sank off Selm. "
    "“We saw it,” she told Radio Estuary. The pier was closed on Wednesday.\n\n"
    "The dockers’ union denied that a boat had sunk. Neither account could be verified.\n"
)


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "article.txt"
    path.write_text(TEXT, encoding="utf-8", newline="")
    return str(path)


def extracted(run, *files):
    ran = run("extract", "--json", *files)
    return [json.loads(line) for line in ran.out.splitlines()]


def test_each_file_is_one_line_of_json(run, article):
    documents = extracted(run, article, article)
    assert [document["file"] for document in documents] == [article, article]


def test_the_text_is_that_of_the_file(run, article):
    (document,) = extracted(run, article)
    assert document["text"] == TEXT


def test_spans_of_content_cue_and_source_stand_in_the_text(run, article):
    (document,) = extracted(run, article)
    claim = next(one for one in document["claims"] if one["source"])
    cue, source = claim["cue"]["span"], claim["source"]["span"]
    assert TEXT[slice(*claim["content"][0])] == "two boats sank off Selm"
    assert (TEXT[slice(*cue)], claim["cue"]["text"]) == ("said", "said")
    assert TEXT[slice(*source)].startswith("Captain Ilse Marrow")


def test_the_articles_own_voice_has_no_source(run, article):
    (document,) = extracted(run, article)
    own = [one for one in document["claims"] if one["source"] is None]
    assert "the pier was closed on Wednesday" in [one["statement"] for one in own]
    assert not own[0]["chain"]


def test_a_pronoun_keeps_its_place_and_gets_a_name(run, article):
    (document,) = extracted(run, article)
    she = next(
        one["source"]
        for one in document["claims"]
        if one["source"] and TEXT[slice(*one["source"]["span"])] == "she"
    )
    assert she["name"] == "Ilse Marrow"


def test_a_caveat_names_its_claims(run, article):
    (document,) = extracted(run, article)
    (caveat,) = document["caveats"]
    assert caveat["text"] == "Neither account could be verified"
    assert caveat["claims"]


def test_extract_leaves_no_ledger(run, article, tmp_path):
    run("--ledger", str(tmp_path / "none.db"), "extract", article)
    assert not (tmp_path / "none.db").exists()


def test_extract_loads_no_database():
    code = (
        "import sys, tracker.cli.reading_files; "
        "sys.exit(bool({'sqlalchemy', 'alembic', 'textual'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_for_the_eye_a_claim_is_its_chain_and_its_statement(run, article):
    out = run("extract", article).out
    assert "Ilse Marrow" in out
    assert "two boats sank off Selm" in out


def test_a_file_that_cannot_be_read_stops_no_other(run, article, tmp_path):
    ran = run("extract", "--json", str(tmp_path / "none"), article)
    assert (ran.code, len(ran.out.splitlines())) == (1, 1)
    assert "there is no such file. 1 other file was read.\n" in ran.err


def test_hostile_text_is_harmless_in_json(run, tmp_path):
    (tmp_path / "a.txt").write_bytes(
        "The mayor said \x1b]0;x\x07 that \u202e it \x7f rained.".encode()
    )
    out = run("extract", "--json", str(tmp_path / "a.txt")).out
    assert out.isascii()
    assert not set("\x1b\x07\x7f") & set(out)


def test_an_ingested_article_brings_suggested_claims(run, ledger, article):
    ran = run("ingest", article, "--title", "Boats sink", "--outlet", "Selm Courier")
    assert "A1 “Boats sink”" in ran.out
    assert {claim["stage"] for claim in run("claims", "--json").json} == {"suggested"}


def test_the_same_text_twice_is_one_article(run, ledger, article):
    run("ingest", article)
    ran = run("ingest", article)
    assert "is A1 already" in ran.out
    assert len(run("articles", "--json").json) == 1


def test_options_correct_what_the_file_says(run, ledger, article):
    run(
        "ingest", article, "--outlet", "Selm Courier", "--published", "2031-05-02T01:00+03:00",
        "--url", "https://courier.example/boats",
    )  # fmt: skip
    (one,) = run("show", "A1", "--json").json["publications"]
    assert (one["outlet"], one["published_at"], one["zone"], one["url"]) == (
        "Selm Courier",
        "2031-05-01T22:00:00Z",
        "+0300",
        "https://courier.example/boats",
    )


def test_a_title_for_several_files_is_refused(run, ledger, article):
    assert run("ingest", article, article, "--title", "Boats").code == 1


def test_an_ingested_article_passes_every_check(run, ledger, article):
    run("ingest", article)
    assert run("ledger", "check").code == 0


def test_many_files_are_read_in_the_order_given(run, tmp_path):
    files = [tmp_path / f"{number:02}.txt" for number in range(17)]
    for number, file in enumerate(files):
        file.write_text(f"The mayor said that {number + 2} boats sank.", encoding="utf-8")
    documents = extracted(run, *map(str, reversed(files)))
    assert [document["file"] for document in documents] == [str(one) for one in reversed(files)]


def test_a_folder_stands_for_the_files_in_it(run, tmp_path):
    for name in ("b/2.txt", "b/1.txt", "a.txt", ".hidden", "b/.draft/3.txt"):
        (tmp_path / "in" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "in" / name).write_text(f"The mayor said that {name} sank.")
    (tmp_path / "in" / "b" / "round").symlink_to(tmp_path / "in")
    documents = extracted(run, str(tmp_path / "in"))
    names = [document["file"].removeprefix(f"{tmp_path}/in/") for document in documents]
    assert names == ["a.txt", "b/1.txt", "b/2.txt"]


def test_a_text_that_is_known_is_not_read_again(run, ledger, article, monkeypatch):
    run("ingest", article)
    monkeypatch.setattr("tracker.cli.readers.drafted", None)
    ran = run("ingest", article, "--outlet", "Selm Courier")
    assert "the same text is A1" in ran.out
    assert "it stands here, too" in ran.out


def test_each_of_many_files_is_an_action_of_its_own(run, ledger, tmp_path):
    for number in range(3):
        (tmp_path / f"{number}.txt").write_text(f"The mayor said that {number + 2} boats sank.")
    run("ingest", *(str(tmp_path / f"{number}.txt") for number in range(3)))
    run("undo")
    assert [one["id"] for one in run("articles", "--json").json] == ["A2", "A1"]


def revise(run, article, old, new):
    from pathlib import Path

    Path(article).write_text(TEXT.replace(old, new), encoding="utf-8", newline="")
    return run("ingest", article, "--url", "https://courier.example/boats")


@pytest.fixture
def twice(run, article):
    """What ingesting the article and then its second revision says."""
    run("ingest", article, "--url", "https://courier.example/boats")
    return revise(run, article, "two boats sank", "three boats sank")


def test_a_revision_says_what_became_of_the_passages(twice):
    assert "A2 “" in twice.out
    assert ", revision 2 of A1: " in twice.out
    assert "1 orphaned; 1 new claim suggested" in twice.out


def test_an_article_is_shown_with_its_revisions(run, twice):
    lines = run("show", "A1").out.splitlines()
    (start,) = (n for n, line in enumerate(lines) if line.startswith("revisions"))
    assert "1. A1, captured" in lines[start]
    assert "shown here" in lines[start]
    assert "2. A2, captured" in lines[start + 1]
    assert run("show", "A1", "--json").json["revisions"] == ["A1", "A2"]


def test_what_a_revision_changed_is_shown(run, twice):
    lines = run("show", "A1", "--diff").out.splitlines()
    assert lines[0].startswith("A1 → A2")
    assert [line[:2] for line in lines[1:3]] == ["- ", "+ "]
    assert "three boats sank" in lines[2]


def test_what_a_revision_changed_is_there_for_scripts(run, twice):
    told = run("show", "A2", "--diff", "--json").json
    assert (told["from"], told["to"]) == ("A1", "A2")
    assert [one["change"] for one in told["changes"]] == ["gone", "new", "kept"]


def test_an_article_of_one_revision_has_no_changes_to_show(run, article):
    run("ingest", article)
    ran = run("show", "A1", "--diff")
    assert (ran.code, ran.out) == (1, "")
    assert "A1 has one revision only" in ran.err


def test_the_claims_of_a_former_text_are_those_of_the_newest(run, twice):
    assert run("claims", "--article", "A1").out == run("claims", "--article", "A2").out != ""


def test_a_text_at_a_second_address_is_noted(run, article):
    run("ingest", article, "--url", "https://courier.example/boats")
    ran = run("ingest", article, "--url", "https://post.example/boats")
    assert "the same text is A1 “" in ran.out
    assert "it stands here, too" in ran.out


def test_an_article_in_the_words_of_another_is_said_to_be(run, article, tmp_path, ledger):
    other = tmp_path / "other.txt"
    other.write_text(f"Boats\n\n{TEXT.replace('’', chr(39))}", encoding="utf-8")
    run("ingest", article)
    ran = run("ingest", str(other))
    assert "same words as A1, 9" in ran.out
    assert "same words as A1, 9" in run("show", "A2").out
    assert "also in A2" in run("show", "C1").out
    run("undo")
    (told,) = run("ingest", str(other), "--json").json
    assert told["looks_like"]["article"] == told["reprints"][0]["article"] == "A1"
    assert (told["claims"], told["claims_reprinted"]) == (0, told["reprints"][0]["claims"])


@pytest.fixture
def one_that_breaks_reading(monkeypatch):
    """Make a text that begins with "Broken" meet a defect in reading."""
    from tracker.extract.reader import Reader

    whole = Reader.read

    def read(self, article, text, **rest):
        if text.startswith("Broken"):
            raise IndexError(len(text))
        return whole(self, article, text, **rest)

    monkeypatch.setattr(Reader, "read", read)


def test_a_text_that_breaks_reading_does_not_stop_the_others(
    run, ledger, article, tmp_path, one_that_breaks_reading
):
    (broken := tmp_path / "broken.txt").write_text("Broken, says skipper")
    ran = run("ingest", str(broken), article)
    assert ran.code == 1
    assert f"{broken}: is not read: internal error: IndexError" in ran.err
    assert "1 other file was read" in ran.err
    assert [one["id"] for one in run("articles", "--json").json] == ["A1"]

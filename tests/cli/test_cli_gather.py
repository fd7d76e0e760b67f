from __future__ import annotations

from io import BytesIO, TextIOWrapper

import pytest


def whole(run, ref):
    return run("show", ref, "--json").json


def test_evidence_is_added_to_several_claims(run, stocked):
    ran = run("evidence", "C1", "C3", "https://a.example", "--stance", "supports")
    assert ran.out == "V1 and V2 added to C1 and C3 (supports). Undo: tracker undo\n"


def test_evidence_can_bear_the_opposite_way_elsewhere(run, stocked):
    ran = run("evidence", "C1", "https://a.example", "--stance", "supports", "--against", "C2")
    assert "V2 added to C2 (undermines)" in ran.out
    assert whole(run, "C2")["evidence"][0]["stance"] == "undermines"


def test_evidence_without_a_stance_is_context(run, stocked):
    assert "(context)" in run("evidence", "C1", "https://a.example").out


def test_evidence_without_an_address_needs_a_title(run, stocked):
    assert "--title" in run("evidence", "C1").err
    assert run("evidence", "C1", "--title", "A letter", "--no-copy", "physical").code == 0
    assert whole(run, "C1")["evidence"][0]["no_copy"] == "physical"


def test_a_copy_of_a_file_is_kept(run, stocked, tmp_path):
    (tmp_path / "log.txt").write_text("22:41 ferry off Selm")
    ran = run("evidence", "C1", "https://a.example", "--file", str(tmp_path / "log.txt"))
    assert "with its copy" in ran.out
    evidence = whole(run, "C1")["evidence"][0]
    assert len(evidence["copy_sha256"]) == 64
    assert evidence["no_copy"] is None


def test_a_copy_that_cannot_be_read_is_refused(run, stocked, tmp_path):
    assert "is no file" in run("evidence", "C1", "x", "--file", str(tmp_path / "none")).err
    assert "is no file" in run("evidence", "C1", "x", "--file", "/dev/zero").err


def test_a_copy_that_is_too_large_is_refused(run, stocked, tmp_path):
    with (tmp_path / "large.bin").open("wb") as file:
        file.truncate(50_000_001)
    assert "larger than 50 MB" in run("evidence", "C1", "x", "--file", file.name).err


def test_a_copy_and_a_reason_for_none_exclude_each_other(run, stocked, tmp_path):
    ran = run("evidence", "C1", "x", "--file", "y", "--no-copy", "paywall")
    assert "not both" in ran.err


def test_two_addresses_are_refused(run, stocked):
    assert "one address" in run("evidence", "C1", "https://a.example", "https://b.example").err


def test_an_attempt_is_logged_with_its_result(run, stocked):
    assert run("attempt", "C1", "C2", "asked the pier", "no answer").out.startswith(
        "Attempt logged on C1 and C2."
    )
    attempt = whole(run, "C2")["attempts"][0]
    assert (attempt["what"], attempt["result"], attempt["by"]) == (
        "asked the pier", "no answer", "Ada",
    )  # fmt: skip


def test_an_attempt_without_a_result_is_wrong_usage(run, stocked):
    assert run("attempt", "C1", "asked").code == 2


def test_a_note_needs_no_quotes(run, stocked):
    assert run("note", "C1", "C2", "call", "again", "on", "Friday").out.startswith(
        "Note left on C1 and C2."
    )
    assert whole(run, "C2")["notes"][0]["text"] == "call again on Friday"


def test_a_note_can_begin_with_a_dash(run, stocked):
    assert run("note", "C1", "--", "-5 degrees").code == 0
    assert whole(run, "C1")["notes"][0]["text"] == "-5 degrees"


def test_a_note_is_read_from_standard_input(run, stocked, monkeypatch):
    monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO("two\nlines ä\n".encode())))
    assert run("note", "C1", "-").code == 0
    assert whole(run, "C1")["notes"][0]["text"] == "two\nlines ä"


def test_a_note_that_is_no_text_is_refused(run, stocked, monkeypatch):
    monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(b"a\xff")))
    assert "not UTF-8 (byte 1)" in run("note", "C1", "-").err


def test_without_text_and_terminal_a_note_is_refused(run, stocked):
    assert "“-” to read it" in run("note", "C1").err


@pytest.fixture
def at_a_terminal(monkeypatch):
    monkeypatch.setattr("tracker.cli.note._at_a_terminal", lambda _out: True)


def editor(tmp_path, script):
    path = tmp_path / "an editor"
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o700)
    return f'"{path}" -w'


def test_a_note_is_written_in_the_editor(run, stocked, tmp_path, monkeypatch, at_a_terminal):
    monkeypatch.setenv("EDITOR", editor(tmp_path, 'echo "from the editor" > "$2"'))
    assert run("note", "C1").code == 0
    assert whole(run, "C1")["notes"][0]["text"] == "from the editor"


def test_only_its_owner_reads_a_note_being_written(
    run, stocked, tmp_path, monkeypatch, at_a_terminal
):
    monkeypatch.setenv("EDITOR", editor(tmp_path, 'stat -c %a "$2" > "$2"'))
    run("note", "C1")
    assert whole(run, "C1")["notes"][0]["text"] == "600"


def test_an_editor_that_fails_leaves_no_note(run, stocked, tmp_path, monkeypatch, at_a_terminal):
    monkeypatch.setenv("EDITOR", editor(tmp_path, "exit 1"))
    assert "nothing was noted" in run("note", "C1").err
    monkeypatch.setenv("EDITOR", "/no/such/editor")
    assert "cannot be used" in run("note", "C1").err


@pytest.mark.parametrize(
    ("script", "why"),
    [
        ('echo "an hour" > "$2"; exit 1', "ended with an error"),
        ("printf 'an hour \\377' > \"$2\"", "cannot be used"),
        ('echo "an hour" > "$2"', "no claim C99"),
    ],
)
def test_what_was_written_in_the_editor_is_kept_where_it_is_not_noted(
    run, stocked, tmp_path, monkeypatch, at_a_terminal, script, why
):
    monkeypatch.setenv("EDITOR", editor(tmp_path, script))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    ran = run("note", "C99" if "C99" in why else "C1")
    assert (ran.code, ran.err.count("\n")) == (1, 1)
    assert why in ran.err
    (kept,) = tmp_path.glob("note-*")
    assert ran.err.endswith(f" What was written is in {kept}.\n")
    assert kept.read_bytes().startswith(b"an hour")
    assert whole(run, "C1")["notes"] == []


@pytest.mark.parametrize("script", ['echo "from the editor" > "$2"', "true", "exit 1"])
def test_nothing_is_left_lying_of_a_note_that_is_noted_or_empty(
    run, stocked, tmp_path, monkeypatch, at_a_terminal, script
):
    monkeypatch.setenv("EDITOR", editor(tmp_path, script))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    run("note", "C1")
    assert list(tmp_path.glob("note-*")) == []


def test_an_empty_note_is_refused(run, stocked, tmp_path, monkeypatch, at_a_terminal):
    monkeypatch.setenv("EDITOR", editor(tmp_path, "true"))
    assert run("note", "C1").err == "tracker: the note is empty.\n"


def test_without_an_editor_the_refusal_says_how(run, stocked, at_a_terminal):
    assert "set $EDITOR" in run("note", "C1").err


def test_tags_are_added_and_taken_away(run, stocked):
    assert run("tag", "C1", "C2", "Harbour", "night").out.startswith(
        "C1 and C2 tagged #harbour and #night."
    )
    assert run("tag", "C1", "night", "--remove").out.startswith("C1 no longer tagged #night.")
    assert whole(run, "C1")["tags"] == ["harbour"]


def test_a_tag_may_look_like_another_kind_of_reference(run, stocked):
    assert run("tag", "C1", "S300").code == 0
    assert whole(run, "C1")["tags"] == ["s300"]


def test_no_tag_is_refused(run, stocked):
    assert run("tag", "C1").err == "tracker: no tag is given.\n"


def test_a_first_word_that_is_no_claim_is_refused(run, stocked):
    assert "“harbour” is no reference" in run("tag", "harbour", "C1").err

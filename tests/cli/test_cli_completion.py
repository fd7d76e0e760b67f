from __future__ import annotations

import shutil
import subprocess

import pytest


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_script_is_printed_for_a_shell(run, shell):
    ran = run("--print-completion", shell)
    assert ran.code == 0
    assert "contradictions" in ran.out
    assert "--stance" in ran.out


def test_a_shell_that_is_not_known_is_wrong_usage(run):
    assert run("--print-completion", "cmd").code == 2


def test_the_script_is_put_where_the_shell_looks(run, tmp_path, monkeypatch):
    monkeypatch.setenv("SHELL", "/usr/bin/bash")
    ran = run("--install-completion")
    place = tmp_path / "data" / "bash-completion" / "completions" / "tracker"
    assert str(place) in ran.out
    assert "contradictions" in place.read_text()


def test_zsh_is_told_where_to_look(run, tmp_path, monkeypatch):
    monkeypatch.setenv("SHELL", "/bin/zsh")
    assert "fpath=(" in run("--install-completion").out
    assert (tmp_path / "data" / "zsh" / "site-functions" / "_tracker").exists()


def test_fish_reads_its_own_folder(run, tmp_path, monkeypatch):
    monkeypatch.setenv("SHELL", "/usr/bin/fish")
    run("--install-completion")
    assert (tmp_path / "config" / "fish" / "completions" / "tracker.fish").exists()


def test_another_shell_is_refused_with_what_to_do(run, monkeypatch):
    monkeypatch.setenv("SHELL", "/bin/tcsh")
    ran = run("--install-completion")
    assert ran.code == 1
    assert "tracker --print-completion bash" in ran.err


@pytest.mark.skipif(shutil.which("bash") is None, reason="needs bash")
def test_bash_completes_commands_and_words(run, tmp_path):
    (tmp_path / "completion").write_text(run("--print-completion", "bash").out)
    script = (
        f"source {tmp_path / 'completion'}; "
        "COMP_WORDS=(tracker contra); COMP_CWORD=1; _shtab_tracker; echo ${COMPREPLY[@]}; "
        "COMP_WORDS=(tracker claims --status re); COMP_CWORD=3; _shtab_tracker; "
        "echo ${COMPREPLY[@]}"
    )
    done = subprocess.run(["bash", "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["contradictions", "refuted"]

"""Nobody is asked for anything over a network: not for what an article names, nor for news."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

NOTING = """
import os, sys

def note(event, given):
    local = event == "socket.connect" and isinstance(given[1], (str, bytes))
    if event in ("socket.connect", "socket.getaddrinfo", "socket.sendto") and not local:
        with open(os.environ["ASKED"], "a") as asked:
            print(event, given[1:], file=asked)

sys.addaudithook(note)
"""
ELSEWHERE = "http://127.0.0.1:9"
PAGE = f"""<!doctype html><html><head><title>Boats sink</title><base href="{ELSEWHERE}">
<link rel="canonical" href="{ELSEWHERE}/a"><link rel="stylesheet" href="{ELSEWHERE}/s.css">
<meta http-equiv="refresh" content="0; url={ELSEWHERE}/b"><script src="{ELSEWHERE}/x.js"></script>
</head><body><iframe src="{ELSEWHERE}/f"></iframe><article><img src="{ELSEWHERE}/i.png">
<p>Captain Ilse Marrow said on Tuesday that two boats sank off Selm, and that nobody was hurt.</p>
<p>The dockers’ union denied that a boat had sunk.</p></article></body></html>"""
WORK = (
    "ingest page.html", "claims", f"evidence C1 {ELSEWHERE}/e --stance context", "contradictions",
    "report unverified -o out.html", "report sources -o out.docx", "export -o out.json",
    "import out.json", "ledger check", "history",
)  # fmt: skip


@pytest.fixture
def offline(program, tmp_path):
    """Run the program; gives what it asked of a network."""
    (tmp_path / "sitecustomize.py").write_text(NOTING)
    asked = tmp_path / "asked"
    asked.touch()
    env = {**os.environ, "PYTHONPATH": str(tmp_path), "ASKED": str(asked)}

    def _offline(*words: str, first: tuple[str, ...] = ()) -> str:
        done = subprocess.run(
            [*(first or program), *words],
            capture_output=True, text=True, check=False, cwd=tmp_path, env=env,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        return asked.read_text()

    return _offline


@pytest.mark.sqlite
def test_no_command_asks_a_network(offline, tmp_path):
    (tmp_path / "page.html").write_text(PAGE, "utf-8")
    for words in WORK:
        assert offline(*words.split()) == "", words


def test_what_asks_a_network_is_noticed(offline):
    ask = "import socket; socket.socket().connect_ex(('127.0.0.1', 9))"
    assert "socket.connect" in offline("-c", ask, first=(sys.executable,))

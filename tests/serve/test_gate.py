"""Nobody comes in without a link, under another name, or from another site's page."""

from __future__ import annotations

import asyncio
import shutil
import socket
import subprocess
import sys

import aiohttp
import pytest


def link_of(served, editor="Ada"):
    return served.links[editor]


async def come_in(session, served, editor="Ada"):
    async with session.get(link_of(served, editor)) as answer:
        assert answer.status == 200
        return answer


@pytest.fixture
async def jar():
    return aiohttp.CookieJar(unsafe=True)  # the address is a number


async def test_only_a_link_opens_the_desk_and_only_once(serve, jar):
    with serve("--for", "Ada") as served:
        async with aiohttp.ClientSession(cookie_jar=jar) as session:
            for path in ("/", "/?token=guess", "/ws", "/static/js/textual.js", "/download/x"):
                async with session.get(served.origin + path) as answer:
                    assert answer.status == 403, path
            first = await come_in(session, served)
            cookie = first.headers["Set-Cookie"]
            assert "HttpOnly" in cookie
            assert "SameSite=Strict" in cookie
            async with session.get(served.origin) as answer:
                assert answer.status == 200
                assert "frame-ancestors 'none'" in answer.headers["Content-Security-Policy"]
                assert answer.headers["Referrer-Policy"] == "no-referrer"
                assert answer.headers["Cache-Control"] == "no-store"
            async with session.get(served.origin + "/static/") as answer:
                assert answer.status == 403, "no list of files"
        async with aiohttp.ClientSession() as other, other.get(link_of(served)) as answer:
            assert answer.status == 403
            assert "used already" in await answer.text()


async def test_a_foreign_name_and_a_foreign_page_are_turned_away(serve, jar):
    with serve("--for", "Ada") as served:
        async with aiohttp.ClientSession(cookie_jar=jar) as session:
            await come_in(session, served)
            for headers in (
                {"Host": "evil.example"},
                {"Host": "127.0.0.1"},
                {"Origin": "http://evil.example"},
                {"Origin": "null"},
            ):
                async with session.get(served.origin + "/ws", headers=headers) as answer:
                    assert answer.status == 403, headers
            async with session.get(served.origin + "/ws") as answer:
                assert answer.status == 403, "without an origin"


async def test_one_desk_more_than_there_are_is_refused_until_one_closes(serve, jar):
    with serve("--for", "Ada", "--desks", "1") as served:
        async with aiohttp.ClientSession(cookie_jar=jar) as session:
            await come_in(session, served)
            headers = {"Origin": served.origin}
            first = await session.ws_connect(served.origin + "/ws", headers=headers)
            await first.receive()
            with pytest.raises(aiohttp.WSServerHandshakeError) as refused:
                await session.ws_connect(served.origin + "/ws", headers=headers)
            assert refused.value.status == 503
            await first.close()
            async with asyncio.timeout(20):
                while True:
                    try:
                        second = await session.ws_connect(served.origin + "/ws", headers=headers)
                        break
                    except aiohttp.WSServerHandshakeError:  # the first is still leaving
                        await asyncio.sleep(0.05)
            await second.close()


async def test_what_no_page_of_ours_says_closes_the_desk(serve, jar):
    with serve("--for", "Ada", "--desks", "9") as served:
        async with aiohttp.ClientSession(cookie_jar=jar) as session:
            await come_in(session, served)
            headers = {"Origin": served.origin}
            for text in ("{", "1", "[]", '["resize", {"width": "x"}]', '["stdin"]'):
                desk = await session.ws_connect(served.origin + "/ws", headers=headers)
                await desk.send_str(text)
                async for _ in desk:
                    pass
                assert desk.closed, text


def run(*options):
    return subprocess.run(
        [sys.executable, "-m", "tracker", *options], capture_output=True, text=True, check=False
    )


@pytest.mark.sqlite
def test_a_ledger_on_a_full_disk_is_refused_before_any_link_is_said(filled):
    full = "resource.setrlimit(resource.RLIMIT_FSIZE, (1_000, 1_000))"
    code = f"import resource, sys; from tracker.cli.main import main\n{full}; sys.exit(main())"
    options = ("--ledger", str(filled), "serve", "--port", "0")
    ended = subprocess.run(
        [sys.executable, "-B", "-c", code, *options],
        capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    assert (ended.returncode, ended.stdout) == (1, "")
    assert ended.stderr.startswith(f"tracker: {filled}: the disk is full, and the desk needs room")
    assert ended.stderr.count("\n") == 1


def test_a_taken_port_is_said_on_one_line(filled):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        ended = run("--ledger", str(filled), "serve", "--port", port)
    assert ended.returncode == 1
    assert ended.stderr.startswith(f"tracker: cannot serve on 127.0.0.1, port {port}: ")
    assert ended.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("options", "why"),
    [
        (("--bind", "0.0.0.0"), "would lie open to the network"),
        (("--for", " "), "an editor needs a name"),
    ],
)
def test_a_desk_that_would_lie_open_is_refused(filled, options, why):
    ended = run("--ledger", str(filled), "serve", "--port", "0", *options)
    assert ended.returncode == 1
    assert why in ended.stderr
    assert "token" not in ended.stdout


@pytest.mark.parametrize(
    ("junk", "why"), [(False, "cannot read "), (True, "are no certificate and its key, both PEM.")]
)
def test_files_that_are_no_certificate_are_refused_before_any_link_is_said(
    filled, tmp_path, junk, why
):
    file = tmp_path / "c.pem"
    if junk:
        file.write_text("nothing of the kind")
    options = ("--tls-certificate", str(file), "--tls-key", str(file))
    ended = run("--ledger", str(filled), "serve", "--port", "0", *options)
    assert (ended.returncode, ended.stdout) == (1, "")
    assert why in ended.stderr
    assert ended.stderr.startswith("tracker: ")
    assert ended.stderr.count("\n") == 1


@pytest.fixture
def tls(tmp_path):
    """The options for a certificate of our own."""
    if shutil.which("openssl") is None:
        pytest.skip("there is no openssl on this machine to make a key")
    certificate, key = tmp_path / "c.pem", tmp_path / "k.pem"
    subprocess.run(
        [
            "openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256",
            "-nodes", "-keyout", key, "-out", certificate, "-subj", "/CN=localhost",
        ],
        check=True, capture_output=True,
    )  # fmt: skip
    return "--tls-certificate", str(certificate), "--tls-key", str(key)


async def test_over_tls_the_cookie_is_for_tls_only(serve, jar, tls):
    with serve("--for", "Ada", *tls) as served:
        assert served.origin.startswith("https://")
        unchecked = aiohttp.TCPConnector(ssl=False)
        async with aiohttp.ClientSession(cookie_jar=jar, connector=unchecked) as session:
            answer = await come_in(session, served)
            assert "Secure" in answer.headers["Set-Cookie"]
            headers = {"Origin": served.origin}
            desk = await session.ws_connect(served.origin + "/ws", headers=headers)
            await desk.receive()
            await desk.close()

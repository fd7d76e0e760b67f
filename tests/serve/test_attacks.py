"""What somebody tries who has no business at the served desk, and who talks no HTTP."""

from __future__ import annotations

import asyncio
import json
import re
import sys
from contextlib import suppress
from pathlib import Path
from urllib.parse import urlsplit

import aiohttp
import pytest

ESCAPES = re.compile(rb"\x1b\[[0-9;?]*[A-Za-z]")
PATHS = (
    "/static/../../../../etc/passwd",
    "/static/%2e%2e/%2e%2e/server.py",
    "/static/..%2f..%2fserver.py",
    "/static//etc/passwd",
    "/static/%00",
    "/static/js",
    "//",
    "/page.html",
    "/download/..%2fx",
)


async def told(served, *lines, end="\r\n\r\n"):
    """Say some lines to the server and give what it answers."""
    reader, writer = await asyncio.open_connection(*urlsplit(served.origin).netloc.split(":"))
    writer.write("\r\n".join(lines).encode("latin-1") + end.encode())
    async with asyncio.timeout(20):
        answer = await reader.read()
    writer.close()
    return answer.decode("latin-1")


def asking(served, path="/", method="GET", *more):
    host = f"Host: {urlsplit(served.origin).netloc}"
    return (f"{method} {path} HTTP/1.1", host, "Connection: close", *more)


def seats(served):
    """How the desks were started, each without the name of Python."""
    number = served.process.pid
    children = Path(f"/proc/{number}/task/{number}/children").read_text().split()
    lines = [Path(f"/proc/{child}/cmdline").read_bytes() for child in children]
    return [line.split(b"\0")[1:-1] for line in lines]


async def seen(desk, words):
    """Read what the desk shows until some words are there."""
    shown = b""
    async with asyncio.timeout(20):
        while words not in shown:
            message = await desk.receive()
            if message.type is aiohttp.WSMsgType.BINARY:
                shown += ESCAPES.sub(b"", message.data)


async def opened(session, served):
    """Come in by the link and open a desk."""
    async with session.get(served.links["Ada"]):
        pass
    desk = await session.ws_connect(served.origin + "/ws", headers={"Origin": served.origin})
    async with asyncio.timeout(20):
        await desk.receive()
    return desk


async def closed(desk):
    """Wait until the server closes a desk."""
    async with asyncio.timeout(20):
        async for _ in desk:
            pass
    assert desk.closed


@pytest.fixture
async def jar():
    return aiohttp.CookieJar(unsafe=True)


async def test_a_link_is_used_up_by_going_there_only(serve):
    with serve("--for", "Ada") as served:
        path = "/?" + urlsplit(served.links["Ada"]).query
        for method in ("HEAD", "POST", "OPTIONS"):
            answer = await told(served, *asking(served, path, method))
            assert answer.startswith("HTTP/1.1 403"), method
        assert "Set-Cookie: tracker_" in await told(served, *asking(served, path))


async def test_what_is_no_text_opens_nothing_and_is_no_fault(serve):
    with serve("--for", "Ada") as served:
        port = urlsplit(served.origin).port
        for lines in (
            asking(served, "/", "GET", f"Cookie: tracker_{port}=\xff\xfe"),
            asking(served, "/?token=%FF%ED%A0%80"),
        ):
            assert (await told(served, *lines)).startswith("HTTP/1.1 403")
        assert "Traceback" not in served.errors.read_text()


async def test_what_is_no_http_is_not_repeated_in_the_log(serve):
    with serve("--for", "Ada") as served:
        for lines in (
            asking(served, "/", "GET", "Cookie: a-secret=\0"),
            asking(served, "/", "GET", "Host: evil.example"),
            asking(served, "/", "GET", "X: " + "x" * 100_000),
            ("GET / a-secret",),
        ):
            assert " 400 " in (await told(served, *lines)).partition("\n")[0]
        assert served.errors.read_text().count("\n") == 1, "the hint that it says at first"


async def test_no_path_leads_out_of_what_is_served(serve):
    with serve("--for", "Ada") as served:
        link = urlsplit(served.links["Ada"])
        came_in = await told(served, *asking(served, f"/?{link.query}"))
        cookie = re.search(r"Set-Cookie: ([^;]+)", came_in)[1]
        for path in PATHS:
            answer = await told(served, *asking(served, path, "GET", f"Cookie: {cookie}"))
            assert answer[9:12] in ("403", "404"), path
            assert "nosniff" in answer
            assert "Server: tracker" in answer


async def test_who_connects_and_says_nothing_keeps_nobody_out(serve):
    impatient = "from tracker.serve import server; server.IDLE = 0.2"
    with serve("--for", "Ada", first=impatient) as served:
        assert await told(served, *asking(served), end="") == ""


async def test_a_message_without_end_closes_the_desk(serve, jar):
    with serve("--for", "Ada") as served:
        async with aiohttp.ClientSession(cookie_jar=jar) as session:
            desk = await opened(session, served)
            with suppress(ConnectionError):
                await desk.send_str(json.dumps(["stdin", "x" * 5 * 2**20]))
            await closed(desk)
            async with session.get(served.origin) as answer:
                assert answer.status == 200


async def test_a_session_that_ends_closes_its_desk_and_opens_no_other(serve, jar):
    short = (
        "from datetime import timedelta; from tracker.cli import serve; "
        "serve.timedelta = lambda hours: timedelta(seconds=2)"
    )
    with serve("--for", "Ada", first=short) as served:
        async with aiohttp.ClientSession(cookie_jar=jar) as session:
            desk = await opened(session, served)
            await closed(desk)
            headers = {"Origin": served.origin}
            for path in ("/", "/ws", "/page.js"):
                async with session.get(served.origin + path, headers=headers) as answer:
                    assert answer.status == 403, path


async def test_what_was_typed_is_kept_when_the_browser_is_gone(serve, jar, tmp_path):
    def kept():
        return b"".join(file.read_bytes() for file in tmp_path.glob("*/unsaved/*.json"))

    with serve("--for", "Ada") as served:
        async with aiohttp.ClientSession(cookie_jar=jar) as session:
            desk = await opened(session, served)
            await seen(desk, b"unverified 6")
            await desk.send_str(json.dumps(["stdin", "n"]))
            await seen(desk, b"Note on")
            await desk.send_str(json.dumps(["stdin", "an hour of notes"]))
            await seen(desk, b"an hour of notes")
            desk._response.connection.transport.abort()  # no word of farewell
        for _ in range(400):  # the desk is still leaving
            if not seats(served):
                break
            await asyncio.sleep(0.05)
        assert b"an hour of notes" in kept()


@pytest.mark.skipif(sys.platform != "linux", reason="/proc")
async def test_neither_token_nor_editor_stands_on_a_command_line(serve, jar):
    with serve("--for", "Ada") as served:
        async with aiohttp.ClientSession(cookie_jar=jar) as session:
            desk = await opened(session, served)
            assert seats(served) == [[b"-P", b"-m", b"tracker.serve.seat"]]
            await desk.close()

"""Serves the desk to browsers: a process for each, which ends with its page."""

from __future__ import annotations

import asyncio
import logging
import socket
import ssl
import sys
from asyncio.subprocess import Process
from collections.abc import Mapping
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any

import textual_serve
from aiohttp import web
from aiohttp.http_exceptions import HttpProcessingError
from textual_serve.app_service import AppService
from textual_serve.server import Server

from tracker.domain.errors import RefusedError
from tracker.serve.gate import SESSION, dressed, gate
from tracker.serve.links import Links
from tracker.serve.place import Place

LARGEST = 500
"""Columns and rows beyond which no window is believed."""
_PATIENCE = 5.0
"""Seconds for a desk to close its ledger before it is ended."""
IDLE = 10.0
"""Seconds for a browser to say what it wants; who says nothing must not keep others out."""
_STATIC = Path(textual_serve.__file__).parent / "static"
_PAGE = Path(__file__).with_name("page.html")
_SCRIPT = Path(__file__).with_name("page.js")

# Nothing of an editor's stands on the command line, which every user of the machine can read.
_SEAT = (sys.executable, "-P", "-m", "tracker.serve.seat")


class Seat(AppService):
    """One browser's desk."""

    def __init__(
        self, environment: Mapping[str, str], websocket: web.WebSocketResponse, **ours: Any
    ) -> None:
        super().__init__(
            "",
            write_bytes=websocket.send_bytes,
            write_str=websocket.send_str,
            close=partial(_close, websocket),
            **ours,
        )
        self._own = environment

    async def set_terminal_size(self, width: int, height: int) -> None:
        """Pass on the size of the browser's window, in columns and rows."""
        await super().set_terminal_size(_within(width), _within(height))

    async def leave(self) -> None:
        """End the desk; one that does not answer is ended all the same."""
        try:
            await asyncio.wait_for(self.stop(), _PATIENCE)
        except TimeoutError:
            with suppress(ProcessLookupError):
                if self._process is not None:
                    self._process.kill()

    def _build_environment(self, width: int = 80, height: int = 24) -> dict[str, str]:
        theirs = super()._build_environment(_within(width), _within(height))
        return {**theirs, "TEXTUAL_DRIVER": "tracker.serve.seat:SeatDriver", **self._own}

    async def _open_app_process(self, width: int = 80, height: int = 24) -> Process:
        """Start the desk; by no shell, which would be ended in its place."""
        pipe = asyncio.subprocess.PIPE
        self._process = await asyncio.create_subprocess_exec(
            *_SEAT,
            stdin=pipe,
            stdout=pipe,
            stderr=pipe,
            env=self._build_environment(width, height),
        )
        self._stdin = self._process.stdin
        return self._process


class DeskServer(Server):
    """The desk on one ledger, for as many browsers at once as ``most``.

    Raises:
        RefusedError: its place names a certificate and a key that are none.
    """

    def __init__(
        self, place: Place, links: Links, environment: Mapping[str, str], *, most: int
    ) -> None:
        super().__init__("", host=place.host, port=place.port, public_url=place.origin)
        self._place = place
        self._links = links
        self._own = environment
        self._most = most
        self._tls = _tls(place)
        self._open: set[web.WebSocketResponse] = set()

    def run(self, listening: socket.socket) -> None:
        """Serve on a socket until interrupted."""
        logging.getLogger("aiohttp.server").addFilter(_ours)
        web.run_app(
            self._make_app(),
            sock=listening,
            ssl_context=self._tls,
            access_log=None,  # its lines would hold the tokens
            shutdown_timeout=_PATIENCE,
            keepalive_timeout=IDLE,
            print=None,
        )

    async def _make_app(self) -> web.Application:
        app = web.Application(middlewares=[gate(self._place, self._links)])
        app.add_routes(
            [
                web.get("/", self.page),
                web.get("/page.js", self.script),
                web.get("/ws", self.handle_websocket),
                web.get("/download/{key}", self.handle_download),
                web.static("/static", _STATIC),
            ]
        )
        app.on_response_prepare.append(dressed(self._place))
        app.on_shutdown.append(self._close_all)
        return app

    async def page(self, _request: web.Request) -> web.Response:
        """The page that holds the terminal."""
        address = self._place.origin.replace("http", "ws", 1) + "/ws"
        page = _PAGE.read_text("utf-8").replace("{{socket}}", address)
        return web.Response(text=page, content_type="text/html")

    async def script(self, _request: web.Request) -> web.FileResponse:
        """What the page does of itself."""
        return web.FileResponse(_SCRIPT)

    async def handle_websocket(self, request: web.Request) -> web.StreamResponse:  # type: ignore[override]
        """Give a browser its desk, until it leaves or its session ends."""
        # A page of ours always says where it comes from; what does not is no browser.
        if "Origin" not in request.headers:
            return web.Response(status=403, text="The desk opens in a browser.\n")
        if len(self._open) >= self._most:
            return web.Response(status=503, text="All desks are taken; close one first.\n")
        session = request[SESSION]
        websocket = web.WebSocketResponse(heartbeat=15)
        self._open.add(websocket)
        try:
            await websocket.prepare(request)
            until = session.ends - self._links.now()
            async with asyncio.timeout(until.total_seconds()):
                await self._sit(request, websocket, session.editor)
        except TimeoutError:
            await websocket.close(message=b"session ended")
        finally:
            self._open.discard(websocket)
        return websocket

    async def _sit(
        self, request: web.Request, websocket: web.WebSocketResponse, editor: str
    ) -> None:
        seat = Seat(
            {**self._own, "TRACKER_EDITOR": editor},
            websocket,
            download_manager=self.download_manager,
        )
        size = (_asked(request, "width", 80), _asked(request, "height", 24))
        await seat.start(*size)
        try:
            await self._process_messages(websocket, seat)
        except (ValueError, TypeError, LookupError, AttributeError, AssertionError):
            await websocket.close(message=b"not understood")  # no page of ours
        finally:
            await asyncio.shield(seat.leave())

    async def _close_all(self, _app: web.Application) -> None:
        for websocket in list(self._open):
            await websocket.close(message=b"the server ended")


def _ours(told: logging.LogRecord) -> bool:
    """Whether a fault is one of ours: what is no HTTP is not, and may hold somebody's cookie."""
    return not (told.exc_info and isinstance(told.exc_info[1], HttpProcessingError))


async def _close(websocket: web.WebSocketResponse) -> None:
    await websocket.close()


def _within(size: Any) -> int:
    return max(1, min(int(size), LARGEST))


def _asked(request: web.Request, name: str, default: int) -> int:
    asked = request.query.get(name, "")
    return _within(asked) if asked.isascii() and asked.isdigit() else default


def _tls(place: Place) -> ssl.SSLContext | None:
    if place.certificate is None or place.key is None:
        return None
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    try:
        for file in (place.certificate, place.key):
            file.read_bytes()  # by itself SSL does not say which of them
        context.load_cert_chain(place.certificate, place.key)
    except ssl.SSLError as error:
        raise RefusedError(
            f"{place.certificate} and {place.key} are no certificate and its key, both PEM."
        ) from error
    except OSError as error:
        raise RefusedError(f"cannot read {file}: {error.strerror}.") from error
    return context

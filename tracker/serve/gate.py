"""The gate before the served desk: only our own page, from an editor with a session, gets on."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from aiohttp import web
from aiohttp.typedefs import Handler, Middleware

from tracker.serve.links import Links, Session
from tracker.serve.place import Place

TOKEN = "token"  # noqa: S105 - a parameter's name
SESSION: web.RequestKey[Session] = web.RequestKey("session", Session)

_HEADERS = {
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "Server": "tracker",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
_ONWARDS = '<!doctype html><meta http-equiv="refresh" content="0;url=/"><title>tracker</title>'


def gate(place: Place, links: Links) -> Middleware:
    """Make the gate of a place: it answers 403 to whoever has no business here."""

    @web.middleware
    async def pass_through(request: web.Request, handler: Handler) -> web.StreamResponse:
        # A foreign name for this address is how a web page reaches a server on one's own machine.
        if request.host != place.name:
            return _no("This desk is not served under that name.")
        if request.headers.get("Origin", place.origin) != place.origin:
            return _no("Another site's page asked for the desk.")
        # Only whoever goes there uses a link up, not who asks what a link is (HEAD).
        if request.path == "/" and request.method == "GET" and TOKEN in request.query:
            return _let_in(request, place, links)
        session = links.session(request.cookies.get(place.cookie, ""))
        if session is None:
            return _no("Ask whoever serves the desk for a new link: each one opens it once.")
        request[SESSION] = session
        try:
            return await handler(request)
        except web.HTTPException as error:
            return web.Response(status=error.status, text=error.reason)

    return pass_through


def dressed(place: Place) -> Callable[[web.Request, web.StreamResponse], Awaitable[None]]:
    """Make what gives every answer of a place its headers, that of a download too."""

    async def dress(_request: web.Request, response: web.StreamResponse) -> None:
        response.headers.update(_HEADERS)
        response.headers["Content-Security-Policy"] = _policy(place)

    return dress


def _let_in(request: web.Request, place: Place, links: Links) -> web.Response:
    secret = links.come_in(request.query[TOKEN])
    if secret is None:
        return _no("This link is unknown or was used already. Ask whoever serves the desk for one.")
    # The browser would not send a strict cookie along with a redirect that another site began.
    response = web.Response(text=_ONWARDS, content_type="text/html")
    response.set_cookie(
        place.cookie, secret, httponly=True, secure=place.secure, samesite="Strict", path="/"
    )
    return response


def _no(why: str) -> web.Response:
    return web.Response(status=403, text=f"{why}\n")


def _policy(place: Place) -> str:
    socket = place.origin.replace("http", "ws", 1)
    return (
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
        f"font-src 'self'; img-src 'self' data:; connect-src {socket}; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )

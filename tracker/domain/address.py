"""Addresses: when two urls name the same page."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

_TRACKING = re.compile(
    r"(?:utm_\w*|fbclid|gclid|dclid|msclkid|yclid|mc_[ce]id|igshid|at_\w+|cmpid|ns_\w+|ref_src)=",
    re.IGNORECASE,
)
"""Parameters that say where a reader came from, not what they read."""

_WEB = re.compile(
    r"https?://[^\s/?#]+(?:[/?#]\S*)?|[^\s:/?#@]+\.[^\s:/?#@.]+(?::\d+)?(?:[/?#]\S*)?",
    re.IGNORECASE,
)
"""With http or https, or, as people write it, a name with a dot and no scheme at all."""


def on_the_web(url: str) -> bool:
    """Whether this can be the address of a page."""
    return _WEB.fullmatch(url.strip()) is not None


def address_of(url: str) -> str:
    """What two urls of one page have in common: no scheme, www, fragment or tracking parameters.

    The path keeps its case; "" for no url.
    """
    try:
        parts = urlsplit(url.strip())
        host = (parts.hostname or "").removeprefix("www.")
        port = f":{parts.port}" if parts.port not in (None, 80, 443) else ""
    except ValueError:  # no url, but an editor's word for where it stands
        return url.strip()
    if parts.scheme not in ("http", "https"):
        return url.strip()
    asked = "&".join(one for one in parts.query.split("&") if not _TRACKING.match(one))
    return f"{host}{port}{parts.path.rstrip('/')}{f'?{asked}' if asked else ''}"

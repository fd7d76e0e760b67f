"""Where the desk is served: the address, and the names under which browsers may ask for it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import urlsplit

from tracker.domain.errors import RefusedError

LOOPBACK = "127.0.0.1"
HTTP, HTTPS = 80, 443
_PUBLIC = re.compile(r"https://(?:[a-z0-9._-]+|\[[0-9a-f:.]+\])(?::([0-9]{1,5}))?", re.ASCII)
_LAST_PORT = 65_535


@dataclass(frozen=True)
class Place:
    """An address, and how browsers reach it: directly, over TLS, or through a proxy.

    ``public`` is the address that editors open where it is another one, such as
    ``https://desk.example.org``.
    """

    port: int
    host: str = LOOPBACK
    certificate: Path | None = None
    key: Path | None = None
    public: str = ""

    @property
    def origin(self) -> str:
        """What a browser's ``Origin`` says when it comes from our own page.

        It never names the port that is meant where none is named (RFC 6454, 6.2).
        """
        if self.public:
            return self.public.removesuffix(f":{HTTPS}")
        host = f"[{self.host}]" if ":" in self.host else self.host
        scheme, usual = ("https", HTTPS) if self.certificate else ("http", HTTP)
        return f"{scheme}://{host}:{self.port}".removesuffix(f":{usual}")

    @property
    def name(self) -> str:
        """What a browser's ``Host`` says."""
        return urlsplit(self.origin).netloc

    @property
    def cookie(self) -> str:
        """The cookie's name: all ports of a machine share one jar, so each desk has its own."""
        port = urlsplit(self.origin).port or (HTTPS if self.secure else HTTP)
        # A browser takes a name that begins so over TLS only, and from no neighbouring host.
        return f"{'__Host-' if self.secure else ''}tracker_{port}"

    @property
    def secure(self) -> bool:
        """Whether nobody on the way can read along."""
        return self.origin.startswith("https://")

    def checked(self) -> Place:
        """Refuse an address that would show the desk to others unprotected.

        Raises:
            RefusedError: it is not this machine's own and has neither TLS nor a proxy, or what
                editors are to open is no https address.
        """
        if (self.certificate is None) != (self.key is None):
            raise RefusedError("TLS needs both --tls-certificate and --tls-key.")
        if self.public:
            told = _PUBLIC.fullmatch(self.public)
            if told is None or not 0 < int(told[1] or HTTPS) <= _LAST_PORT:
                raise RefusedError(
                    f"--public is what editors open: https://, a name, perhaps a port to "
                    f"{_LAST_PORT}; no user and no path."
                )
        elif not self.secure and not _is_loopback(self.host):
            raise RefusedError(
                f"the desk would lie open to the network on {self.host}; serve it with "
                "--tls-certificate and --tls-key, or through a proxy with TLS (--public URL)."
            )
        elif self.host in _ANY:
            raise RefusedError("say what editors open (--public https://NAME:PORT).")
        return self


_ANY = ("0.0.0.0", "::")  # noqa: S104 - named to be refused


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"

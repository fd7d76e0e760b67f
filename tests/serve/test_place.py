"""The desk lies open to no network that can read along."""

from __future__ import annotations

from pathlib import Path

import pytest

from tracker.domain.errors import RefusedError
from tracker.serve.place import Place

PEM = {"certificate": Path("c.pem"), "key": Path("k.pem")}


@pytest.mark.parametrize(
    ("place", "origin"),
    [
        (Place(8017), "http://127.0.0.1:8017"),
        (Place(1, "localhost"), "http://localhost:1"),
        (Place(8017, "::1"), "http://[::1]:8017"),
        (Place(443, "192.0.2.7", **PEM), "https://192.0.2.7"),
        (Place(8443, "192.0.2.7", **PEM), "https://192.0.2.7:8443"),
        (Place(1, "0.0.0.0", public="https://desk.example.org:443"), "https://desk.example.org"),
        (Place(1, "192.0.2.7", public="https://desk.example.org"), "https://desk.example.org"),
        (Place(1, "0.0.0.0", public="https://desk.example.org:8"), "https://desk.example.org:8"),
    ],
)
def test_these_places_are_served(place, origin):
    assert place.checked().origin == origin
    assert place.secure == origin.startswith("https")
    assert origin.endswith(place.name)


@pytest.mark.parametrize(
    "place",
    [
        Place(8017, "0.0.0.0"),
        Place(8017, "192.0.2.7"),
        Place(8017, "desk.example.org"),
        Place(8017, "::"),
        Place(8017, "0.0.0.0", **PEM),
        Place(8017, certificate=Path("c.pem")),
        Place(8017, key=Path("k.pem")),
        Place(8017, public="http://desk.example.org"),
        Place(8017, public="https://desk.example.org/path"),
        Place(8017, public="https://"),
        Place(8017, public="desk.example.org"),
        Place(8017, public="https://desk.example.org:99999"),
        Place(8017, public="https://desk.example.org:0"),
        Place(8017, public="https://desk.example.org:"),
        Place(8017, public="https://ada:word@desk.example.org"),
        Place(8017, public="https://[desk"),
    ],
)
def test_these_are_refused(place):
    with pytest.raises(RefusedError):
        place.checked()

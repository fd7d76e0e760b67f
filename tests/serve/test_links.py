"""A link lets one editor in, once; the session that it opens ends."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import count

from tracker.serve import links as serve_links
from tracker.serve.links import Links, Session, steady_clock


class Clock:
    now = datetime(2031, 4, 30, 9, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now


def made() -> tuple[Links, Clock]:
    clock, numbers = Clock(), count(1)
    return Links(
        clock=clock, secret=lambda: f"secret-{next(numbers)}", lasts=timedelta(hours=1)
    ), clock


def test_a_token_opens_a_session_of_its_editor():
    links, clock = made()
    secret = links.come_in(links.issue("Ada"))
    assert links.session(secret or "") == Session("Ada", clock.now + timedelta(hours=1))


def test_a_token_opens_one_session_only():
    links, _ = made()
    token = links.issue("Ada")
    assert links.come_in(token)
    assert links.come_in(token) is None


def test_a_token_is_no_session_and_a_session_no_token():
    links, _ = made()
    token = links.issue("Ada")
    assert links.session(token) is None
    secret = links.come_in(token)
    assert links.come_in(secret or "") is None


def test_a_session_ends():
    links, clock = made()
    secret = links.come_in(links.issue("Ada")) or ""
    clock.now += timedelta(minutes=59)
    assert links.session(secret)
    clock.now += timedelta(minutes=1)
    assert links.session(secret) is None
    clock.now -= timedelta(hours=1)
    assert links.session(secret) is None, "a clock that goes back opens nothing again"


def test_a_clock_that_is_set_back_lengthens_no_session(monkeypatch):
    passed = [100.0]
    monkeypatch.setattr(serve_links, "_since_boot", lambda: passed[0])
    now = steady_clock()
    began = now()

    class SetBack(datetime):
        @classmethod
        def now(cls, tz=None):
            return datetime(1999, 1, 1, tzinfo=tz)

    monkeypatch.setattr(serve_links, "datetime", SetBack)
    passed[0] += 7_200
    assert now() - began == timedelta(hours=2)

"""What is said of a ledger on a server: where it is, and never the password."""

from __future__ import annotations

import sys

import pytest
from sqlalchemy import make_url

from tracker.config import Settings
from tracker.domain.errors import LedgerError
from tracker.store.home import place_of
from tracker.store.postgres import name_of, url_of
from tracker.wiring import open_desk

NOWHERE = "postgresql+psycopg://ada:geheim@127.0.0.1:1/ledger"


@pytest.mark.parametrize(
    ("place", "name"),
    [
        (NOWHERE, "postgresql://ada@127.0.0.1:1/ledger"),
        ("postgres://ada:geheim@host/ledger", "postgresql://ada@host/ledger"),
        ("postgresql://host/ledger?password=geheim&sslmode=require", "postgresql://host/ledger"),
    ],
)
def test_a_ledger_is_named_without_its_password(place, name):
    assert name_of(url_of(place)) == name


def test_the_short_name_of_the_scheme_is_enough():
    assert url_of("postgresql://ada@host/ledger") == make_url(
        "postgresql+psycopg://ada@host/ledger"
    )


@pytest.mark.parametrize(
    "place",
    ["mysql://ada:geheim@host/ledger", "postgresql://ada:geheim@host:port/ledger", "://geheim"],
)
def test_another_url_is_refused_without_repeating_it(place):
    with pytest.raises(LedgerError, match="NAME@HOST/DATABASE") as refusal:
        url_of(place)
    assert "geheim" not in str(refusal.value)


def test_a_server_that_does_not_answer_is_said_plainly():
    with pytest.raises(
        LedgerError, match=r"127.0.0.1:1/ledger: no server answers there"
    ) as failure:
        open_desk(Settings(NOWHERE, "Ada"))
    assert "geheim" not in str(failure.value)


def test_without_the_driver_it_is_said_how_to_get_it(monkeypatch):
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(LedgerError, match=r"claim-tracker\[postgres\]"):
        open_desk(Settings(NOWHERE, "Ada"))


def test_a_file_can_be_named_by_a_url_too(tmp_path):
    assert place_of(f"sqlite:///{tmp_path}/two%20words.db") == tmp_path / "two words.db"

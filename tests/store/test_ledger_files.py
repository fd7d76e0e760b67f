"""What is and what is not a ledger: everything else is refused and left as it is."""

from __future__ import annotations

import hashlib
import os
import sqlite3
import stat
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tracker.domain.draft import ArticleDraft, Reading
from tracker.domain.errors import LedgerError
from tracker.domain.listing import Filter
from tracker.store.recognising import revision_of
from tracker.store.schema import make_ready

pytestmark = pytest.mark.sqlite


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def text_file(path: Path) -> None:
    path.write_text("Dear diary, today the pier was closed.\n" * 40, encoding="utf-8")


def short_file(path: Path) -> None:
    path.write_bytes(b"SQLite")


def other_programs_database(path: Path) -> None:
    with closing(sqlite3.connect(path)) as file, file:
        file.execute("CREATE TABLE claim (id INTEGER PRIMARY KEY)")


def other_programs_marked_database(path: Path) -> None:
    with closing(sqlite3.connect(path)) as file, file:
        file.execute("PRAGMA application_id = 1234")
        file.execute("CREATE TABLE alembic_version (version_num TEXT)")
        file.execute("INSERT INTO alembic_version VALUES ('0001')")


def header_alone(path: Path) -> None:
    path.write_bytes(b"SQLite format 3\0" + bytes(84))


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (text_file, "is not a ledger; nothing was changed"),
        (short_file, "is not a ledger; nothing was changed"),
        (Path.touch, "is an empty file, not a ledger; nothing was changed"),
        (other_programs_database, "belongs to another program; nothing was changed"),
        (other_programs_marked_database, "belongs to another program; nothing was changed"),
        (header_alone, "is not a ledger"),
    ],
)
def test_what_is_no_ledger_is_refused_and_not_touched(tmp_path, clock, make, said):
    path = tmp_path / "something.db"
    make(path)
    before = digest(path)
    with pytest.raises(LedgerError, match=said):
        make_ready(path, now=clock())
    assert digest(path) == before


def test_a_refusal_names_the_file(tmp_path, clock):
    path = tmp_path / "something.db"
    other_programs_database(path)
    with pytest.raises(LedgerError, match=str(path)):
        make_ready(path, now=clock())


def test_a_folder_is_no_ledger(tmp_path, clock):
    with pytest.raises(LedgerError, match="is a folder; name a ledger file"):
        make_ready(tmp_path, now=clock())


def test_a_pipe_is_no_ledger_and_is_not_waited_for(tmp_path, clock):
    os.mkfifo(tmp_path / "pipe.db")
    with pytest.raises(LedgerError, match="is no ordinary file"):
        make_ready(tmp_path / "pipe.db", now=clock())


def test_a_device_is_no_ledger(clock):
    with pytest.raises(LedgerError, match="is no ordinary file"):
        make_ready(Path("/dev/zero"), now=clock())


def test_a_link_to_nowhere_is_refused(tmp_path, clock):
    link = tmp_path / "ledger.db"
    link.symlink_to(tmp_path / "gone" / "ledger.db")
    with pytest.raises(LedgerError, match="is a link to something that is not there"):
        make_ready(link, now=clock())


def test_a_link_to_a_ledger_is_followed(ledger, tmp_path, open_desk):
    (tmp_path / "here.db").symlink_to(ledger)
    assert make_ready(tmp_path / "here.db", now=None) is None
    assert open_desk(tmp_path / "here.db").browsing.count(Filter()) == 0


def test_a_ledger_cannot_be_made_where_a_file_is_in_the_way(tmp_path, clock):
    (tmp_path / "notes").write_text("x")
    with pytest.raises(LedgerError, match="a ledger cannot be made in"):
        make_ready(tmp_path / "notes" / "ledger.db", now=clock())


def test_a_name_that_is_too_long_is_refused(tmp_path, clock):
    with pytest.raises(LedgerError, match="a ledger cannot be made"):
        make_ready(tmp_path / ("x" * 300 + ".db"), now=clock())


@pytest.mark.parametrize("umask", [0o000, 0o022, 0o077])
def test_a_new_ledger_is_its_owners_alone_under_any_umask(tmp_path, clock, umask):
    old = os.umask(umask)
    try:
        make_ready(tmp_path / "new" / "er" / "ledger.db", now=clock())
    finally:
        os.umask(old)
    assert stat.S_IMODE((tmp_path / "new" / "er" / "ledger.db").stat().st_mode) == 0o600
    for folder in (tmp_path / "new", tmp_path / "new" / "er"):
        assert stat.S_IMODE(folder.stat().st_mode) & 0o077 == 0


def test_the_side_files_of_a_ledger_in_use_are_its_owners_alone(tmp_path, clock, open_desk):
    make_ready(tmp_path / "ledger.db", now=clock())
    desk = open_desk(tmp_path / "ledger.db")
    desk.browsing.count(Filter())
    modes = {stat.S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir()}
    assert modes == {0o600}


def test_making_a_ledger_leaves_nothing_else_behind(tmp_path, clock):
    make_ready(tmp_path / "ledger.db", now=clock())
    assert [path.name for path in tmp_path.iterdir()] == ["ledger.db"]


NAMES = [
    "two words.db", "why?.db", "part#2.db", "100%.db", "100%41.db", "ledger", ":memory:",
    "Ελένη.db", "журнал 📰.db", "a&b=c;d.db", "mode=memory.db", "file:x.db", "back\\slash.db",
    "'quote\".db", "new\nline.db", "~.db", "-rf.db", ".hidden.db",
]  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_a_ledger_can_have_any_name(tmp_path, clock, open_desk, name):
    path = tmp_path / "a folder? 50%" / name
    make_ready(path, now=clock())
    open_desk(path).importing.take_in(Reading(ArticleDraft("Ferry"), "Two dead."), by="Ada")
    assert make_ready(path, now=clock()) is None
    assert len(open_desk(path).browsing.articles()) == 1
    assert name in {one.name for one in path.parent.iterdir()}


@pytest.fixture
def damaged(full_desk, ledger) -> Callable[[int], Path]:
    """Overwrite a page of the ledger: from 1; the first holds the header."""

    def _damage(page: int) -> Path:
        full_desk.close()
        with ledger.open("r+b") as file:
            file.seek((page - 1) * 4096 + 100 * (page == 1))
            file.write(b"\xa5" * (4096 - 100 * (page == 1)))
        return ledger

    return _damage


def test_a_damaged_first_page_is_said_plainly(damaged, clock):
    path = damaged(1)
    with pytest.raises(LedgerError, match=r"is damaged .* “tracker ledger recover FILE” saves"):
        make_ready(path, now=clock())


def pages_of(path: Path, table: str) -> int:
    with closing(sqlite3.connect(path)) as file:
        query = "SELECT rootpage FROM sqlite_master WHERE name = ?"
        return file.execute(query, (table,)).fetchone()[0]


@pytest.mark.parametrize("table", ["note", "claim", "history"])
def test_a_damaged_page_is_named_by_checking(damaged, ledger, open_desk, table):
    page = pages_of(ledger, table)
    found = {one.name: one.problems for one in open_desk(damaged(page)).auditing.check()}
    assert any(f"age {page}:" in line for line in found["integrity"])


def test_a_damaged_page_is_said_plainly_when_it_is_met(damaged, ledger, open_desk):
    path = damaged(pages_of(ledger, "claim"))
    with pytest.raises(LedgerError, match="the ledger is damaged"):
        open_desk(path).browsing.dossier(1)


def test_a_truncated_ledger_is_said_plainly(full_desk, ledger, open_desk):
    full_desk.close()
    os.truncate(ledger, 4096 * 3)
    with pytest.raises(LedgerError, match="damaged"):
        open_desk(ledger).browsing.dossier(1)


@pytest.mark.parametrize(
    "spoil",
    ["DELETE FROM alembic_version", "DROP TABLE alembic_version"],
    ids=["no revision", "no table of revisions"],
)
def test_a_ledger_that_lost_its_revision_is_said_to_be_damaged(ledger, clock, spoil):
    with closing(sqlite3.connect(ledger)) as file, file:
        file.execute(spoil)
    with pytest.raises(LedgerError, match="is damaged"):
        make_ready(ledger, now=clock())


def test_telling_the_revision_does_not_touch_the_file(ledger):
    before = digest(ledger)
    assert revision_of(ledger) == "0001"
    assert digest(ledger) == before


def test_a_ledger_that_vanished_is_not_made_anew_in_silence(full_desk, ledger):
    full_desk.close()
    ledger.unlink()
    with pytest.raises(LedgerError):
        full_desk.browsing.count(Filter())
    assert not ledger.exists()


def test_a_ledger_that_was_deleted_while_open_is_noticed(full_desk, ledger):
    ledger.unlink()
    with pytest.raises(LedgerError, match="was moved, deleted or replaced while it was open"):
        full_desk.gathering.tag([1], ["harbour"], by="Ada")
    assert not ledger.exists()


def test_a_ledger_that_was_replaced_while_open_is_noticed(full_desk, ledger, blank_ledger):
    other = ledger.with_name("other.db")
    other.write_bytes(blank_ledger.read_bytes())
    other.replace(ledger)
    with pytest.raises(LedgerError, match="was moved, deleted or replaced while it was open"):
        full_desk.gathering.tag([1], ["harbour"], by="Ada")

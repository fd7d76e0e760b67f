"""Reading on a cluster: the same ledger as without, whatever happens to workers and scheduler."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Callable, Iterator

import pytest
from clusters import Start, parts

from tracker import __version__

MANY = 16
LAST = 14
"""The report that is read last: folders are walked in order, and this one lies in the south."""
LONG = 500
"""Questions at the end of the last report, which claim nothing: whatever is done to a run after its
first line is done in the midst of it."""
PLACES = ["Selm", "Varn", "Osterby", "Kelm", "Dorne", "Aldra"]
AGAIN = "What was read before is stored; do it again, and it goes on from there.\n"


@pytest.fixture(scope="session")
def dask():
    return pytest.importorskip("distributed", reason="claim-tracker[cluster] is not installed")


@pytest.fixture
def archive(tmp_path):
    """A folder of reports, some of them in folders of their own; the last takes seconds to read."""
    for number in range(MANY):
        folder = tmp_path / "archive" / ("", "north", "south")[number % 3]
        folder.mkdir(parents=True, exist_ok=True)
        place = PLACES[number % len(PLACES)]
        (folder / f"{number:02}.txt").write_text(
            f"Report {number} from {place}\n\nCaptain Ilse Marrow said on Tuesday that "
            f"{number + 2} boats sank off {place}. The dockers’ union denied that a boat had sunk. "
            f"“We saw {number + 3} boats sink off {place},” Joren Pell told Radio Estuary.\n"
            + ("\nWho knows what the sea keeps?\n" * LONG if number == LAST else ""),
            encoding="utf-8",
        )
    return tmp_path / "archive"


@pytest.fixture
def part(dask) -> Iterator[Start]:
    """Start a scheduler or a worker of the test's own."""
    with parts() as start:
        yield start


@pytest.fixture(scope="module")
def cluster(dask) -> Iterator[str]:
    """The address of a scheduler with two workers; no test may end them."""
    with parts() as start:
        address = start("scheduler").address
        for _ in range(2):
            start("worker", address)
        yield address


@pytest.fixture
def ingest(program, archive) -> Callable[[str], subprocess.Popen[str]]:
    """Start the program on the archive."""
    return lambda address: subprocess.Popen(
        [*program, "ingest", str(archive), "--cluster", address],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def told(run) -> list[object]:
    """All that a ledger holds, but for what no two runs have in common."""
    lists = [run(kind, "--json").json for kind in ("articles", "claims", "relations", "sources")]
    for one in (one for some in lists for one in some):
        for stamp in ("uid", "created_at", "updated_at", "captured_at", "at"):
            one.pop(stamp, None)
    return lists


def test_a_worker_that_is_killed_leaves_no_gaps_and_no_doubles(
    cluster, part, ingest, archive, run, tmp_path, monkeypatch
):
    doomed = part("worker", cluster)
    reading = ingest(cluster)
    said = [reading.stdout.readline() for _ in range(2)]
    doomed.kill()
    said += reading.stdout.readlines()
    files = [line for line in said if not line.startswith(" ")]
    assert (reading.wait(), reading.stderr.read(), len(files)) == (0, "", MANY)
    assert run("ledger", "check").code == 0
    by_three = told(run)
    monkeypatch.setenv("TRACKER_LEDGER", str(tmp_path / "alone.db"))
    monkeypatch.setattr("os.cpu_count", lambda: 1)
    run("ingest", str(archive))
    alone = told(run)
    assert len(alone[0]) == MANY
    assert by_three == alone


def test_a_run_that_was_interrupted_left_whole_articles_and_is_taken_up(cluster, ingest, run):
    reading = ingest(cluster)
    reading.stdout.readline()
    reading.send_signal(signal.SIGINT)
    assert (reading.wait(), reading.stderr.read()) == (130, "")
    kept = run("articles", "--json").json
    assert 1 <= len(kept) < MANY
    assert {one["claims"] for one in kept} == {3}
    again, err = ingest(cluster).communicate()
    assert err == ""
    assert again.count("the same text is") == len(kept)
    assert len(run("articles", "--json").json) == MANY


def test_a_scheduler_that_goes_away_is_named(part, ingest, run):
    scheduler = part("scheduler")
    part("worker", scheduler.address)
    reading = ingest(scheduler.address)
    reading.stdout.readline()
    scheduler.kill()
    assert reading.wait() == 1
    assert (
        reading.stderr.read() == f"tracker: the scheduler at {scheduler.address} is gone. {AGAIN}"
    )
    assert run("ledger", "check").code == 0


def test_a_worker_of_another_version_is_named(part, ingest):
    scheduler = part("scheduler")
    part("worker", scheduler.address, "0.0.1")
    reading = ingest(scheduler.address)
    _, err = reading.communicate()
    assert reading.returncode == 1
    assert err.startswith("tracker: a worker reads with tracker 0.0.1, ")
    assert f"and this is tracker {__version__}, " in err
    assert err.count("\n") == 1


@pytest.fixture
def impatient(dask, monkeypatch):
    from tracker.cli import cluster

    monkeypatch.setattr(cluster, "PATIENCE", 0.2)


def test_a_scheduler_without_workers_is_named(part, archive, run, impatient):
    address = part("scheduler").address
    ran = run("ingest", str(archive), "--cluster", address)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err == (
        f"tracker: the scheduler at {address} has no workers; "
        f"start some: dask worker {address} --nthreads 1.\n"
    )


def test_a_scheduler_that_goes_before_it_has_workers_is_named(part, archive, run, monkeypatch):
    from distributed import Client

    scheduler = part("scheduler")

    def wait(*_given, **_more):
        raise OSError("Timed out trying to connect")

    monkeypatch.setattr(Client, "wait_for_workers", wait)
    ran = run("ingest", str(archive), "--cluster", scheduler.address)
    assert ran.code == 1
    assert ran.err == f"tracker: the scheduler at {scheduler.address} is gone. {AGAIN}"


def test_a_scheduler_that_is_not_there_is_named(part, archive, run, impatient):
    scheduler = part("scheduler")
    scheduler.kill()
    ran = run("ingest", str(archive), "--cluster", scheduler.address)
    assert ran.code == 1
    assert f" answers at {scheduler.address}; " in ran.err


def test_without_dask_the_extra_is_named(archive, run, monkeypatch):
    monkeypatch.setitem(sys.modules, "distributed", None)
    ran = run("ingest", str(archive), "--cluster", "tcp://127.0.0.1:8786")
    assert ran.code == 1
    assert ran.err.startswith("tracker: --cluster needs Dask: pip install 'claim-tracker[cluster]'")


@pytest.mark.parametrize("address", ["127.0.0.1:8786", "http://a:1", "tcp://a", "inproc://a/1/2"])
def test_only_an_address_of_a_scheduler_is_taken(archive, run, address):
    ran = run("ingest", str(archive), "--cluster", address)
    assert ran.code == 2
    assert "is no address such as tcp://scheduler:8786" in ran.err

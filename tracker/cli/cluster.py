"""Reading on a cluster: the workers of a Dask scheduler read, this process captures and stores."""

from __future__ import annotations

import logging
import warnings
from collections.abc import Iterator
from concurrent.futures import CancelledError
from contextlib import contextmanager, suppress
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING

from tracker import __version__
from tracker.cli.readers import AHEAD, Promise, Readers, drafted
from tracker.domain.errors import BadInputError, RefusedError
from tracker.extract.drafted import Draft
from tracker.extract.parsing import PARSERS
from tracker.intake.captured import Captured

if TYPE_CHECKING:
    from distributed import Client, Future

PATIENCE = 10
"""Seconds for a scheduler to answer, and for the first worker to be there."""
LOOK = 5
"""Seconds between two looks whether anybody is left to read."""
MOST_LOOKS = 12
"""Looks that find no worker, one after the other, before nobody is waited for any longer."""

_AGAIN = "What was read before is stored; do it again, and it goes on from there."


class OtherEditionError(Exception):
    """A worker reads with another version of the program, and would find something else."""


def edition() -> str:
    """What reads here: the versions that what is found in a text depends on."""
    said = [f"tracker {__version__}"]
    for package in ("spacy", *(name.replace("_", "-") for name in PARSERS)):
        with suppress(PackageNotFoundError):
            said.append(f"{package} {version(package)}")
    return ", ".join(said)


def drafted_there(wanted: str, captured: Captured) -> Draft:
    """Read one text on a worker.

    Raises:
        OtherEditionError: the worker would read it otherwise.
    """
    if edition() != wanted:
        raise OtherEditionError(edition())
    return drafted(captured)


@contextmanager
def on_cluster(address: str) -> Iterator[Readers]:
    """Let the workers of a scheduler read; what is under way is taken back at the end.

    A worker that is lost loses nothing: the scheduler gives its texts to another.

    Raises:
        RefusedError: Dask is not installed, nobody answers, there are no workers, or they went.
    """
    try:
        from distributed import Client  # noqa: PLC0415 - asked for by few
    except ImportError as error:
        raise RefusedError(
            "--cluster needs Dask: pip install 'claim-tracker[cluster]'; without --cluster this "
            "machine reads with all its cores."
        ) from error
    with warnings.catch_warnings(), _quiet():
        warnings.simplefilter("ignore")  # of other versions at the scheduler; what fails is said
        try:
            client = Client(address, timeout=PATIENCE, set_as_default=False, name="tracker")
        except Exception as error:
            raise RefusedError(
                f"no Dask scheduler of version {version('distributed')} answers at {address}; "
                f"start one there: dask scheduler."
            ) from error
        try:
            yield _Cluster(client, address)
        finally:
            client.close(timeout=LOOK)


class _Cluster:
    """The workers that a scheduler has at the moment."""

    def __init__(self, client: Client, address: str) -> None:
        self._client = client
        self._address = address
        self._edition = edition()
        with self.in_plain_words():
            try:
                client.wait_for_workers(1, timeout=PATIENCE)
            except TimeoutError as error:
                raise RefusedError(
                    f"the scheduler at {address} has no workers; start some: "
                    f"dask worker {address} --nthreads 1."
                ) from error

    def ahead(self) -> int:
        return AHEAD * max(1, self.free())

    def free(self) -> int:
        """How many texts the workers can read at once; 0 where none is left."""
        with self.in_plain_words():
            return sum(self._client.nthreads().values())

    def read(self, captured: Captured) -> Promise:
        with self.in_plain_words():
            given = self._client.submit(drafted_there, self._edition, captured, pure=False)
            return _Promise(self, given)

    @contextmanager
    def in_plain_words(self) -> Iterator[None]:
        """Say what became of the cluster.

        Raises:
            RefusedError: it is gone, or has not what it needs.
            BadInputError: a text is too much for its workers.
        """
        from distributed import KilledWorker  # noqa: PLC0415 - there is a cluster

        try:
            yield
        except KilledWorker as error:
            died = error.allowed_failures + 1
            raise BadInputError(f"is not read: {died} workers died over it") from error
        except MemoryError as error:
            raise BadInputError("is not read: a worker had no room for it") from error
        except OtherEditionError as error:
            raise RefusedError(
                f"a worker reads with {error}, and this is {self._edition}; install the same at "
                f"the scheduler and at every worker. {_AGAIN}"
            ) from error
        except (ImportError, AttributeError, RuntimeError) as error:
            raise RefusedError(
                f"the cluster at {self._address} cannot read; install {self._edition} at the "
                f"scheduler and at every worker. {_AGAIN}"
            ) from error
        except (OSError, CancelledError) as error:
            raise RefusedError(f"the scheduler at {self._address} is gone. {_AGAIN}") from error

    def refuse_without_workers(self, looks: int) -> int:
        """Count the looks that found no worker.

        Raises:
            RefusedError: there were too many of them.
        """
        looks = 0 if self.free() else looks + 1
        if looks == MOST_LOOKS:
            raise RefusedError(f"the scheduler at {self._address} has no worker left. {_AGAIN}")
        return looks


class _Promise:
    """A text that the cluster reads."""

    def __init__(self, cluster: _Cluster, given: Future[Draft]) -> None:
        self._cluster = cluster
        self._given = given

    def done(self) -> bool:
        return bool(self._given.done())

    def result(self) -> Draft:
        looks = 0
        while True:
            with self._cluster.in_plain_words(), suppress(TimeoutError):
                found: Draft = self._given.result(timeout=LOOK)
                return found
            looks = self._cluster.refuse_without_workers(looks)


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep Dask's own talk off standard error; what matters of it is said in one line."""
    logging.disable(logging.CRITICAL)
    try:
        yield
    finally:
        logging.disable(logging.NOTSET)

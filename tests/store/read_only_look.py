"""Look at LEDGER as somebody who may not write it, and copy it to COPY. Run by a test."""

from __future__ import annotations

import sys
from pathlib import Path

from tracker.config import Settings
from tracker.domain.errors import TrackerError
from tracker.domain.listing import Filter
from tracker.wiring import open_desk

desk = open_desk(Settings(sys.argv[1], "Ada"))
print(desk.read_only, desk.browsing.count(Filter()))  # noqa: T201
print([one.name for one in desk.auditing.check() if one.problems])  # noqa: T201
try:
    desk.gathering.tag([1], ["harbour"], by="Ada")
except TrackerError as error:
    print(error)  # noqa: T201
desk.auditing.back_up(Path(sys.argv[2]))
desk.close()

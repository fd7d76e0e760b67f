"""Open the ledger named as somebody who may not write it: print what was found. Run by a test."""

from __future__ import annotations

import sys

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
desk.close()

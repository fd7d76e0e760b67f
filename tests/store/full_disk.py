"""Take in a long article with no room for it: LEDGER. Run by a test."""

from __future__ import annotations

import os
import resource
import sys
import uuid
from datetime import UTC, datetime
from pathlib import Path

from tracker.desk.desk import Desk
from tracker.domain.draft import ArticleDraft, Reading
from tracker.domain.errors import TrackerError
from tracker.store.database import Database

path = Path(sys.argv[1])
desk = Desk(Database(path, clock=lambda: datetime.now(UTC), new_uid=lambda: uuid.uuid4().hex))
room = os.path.getsize(path) + 100_000  # noqa: PTH202
resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))
try:
    desk.importing.take_in(Reading(ArticleDraft("Long"), "pier " * 500_000), by="Ada")
except TrackerError as error:
    print(error)  # noqa: T201
desk.close()

"""One editor's desk as the server starts it: told by its environment, shown by its pipes."""

from __future__ import annotations

import os
import sys
from dataclasses import replace

from tracker.config import settings
from tracker.tui.app import TrackerApp


def main() -> int:
    """Run the desk until its page is closed."""
    demo = bool(os.environ.get("TRACKER_SERVE_DEMO"))
    app = TrackerApp(replace(settings(), browser=True), demo=demo)
    app.run()
    return app.return_code or 0


if __name__ == "__main__":
    sys.exit(main())

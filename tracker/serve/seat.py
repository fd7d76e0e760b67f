"""One editor's desk as the server starts it: told by its environment, shown by its pipes."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from dataclasses import replace

from textual.drivers.web_driver import WebDriver
from textual.messages import ExitApp

from tracker.config import settings
from tracker.tui.app import TrackerApp


class SeatDriver(WebDriver):
    """Speaks to the server by pipes, and ends the desk when nobody is at the other end."""

    def run_input_thread(self) -> None:
        """Read what the page says until there is no more."""
        super().run_input_thread()
        self._app.post_message(ExitApp())

    def write(self, data: str) -> None:
        """Show something to whoever still looks."""
        with suppress(BrokenPipeError):
            super().write(data)

    def write_meta(self, data: dict[str, object]) -> None:
        """Tell the server something, if it is still there."""
        with suppress(BrokenPipeError):
            super().write_meta(data)


def main() -> int:
    """Run the desk until its page is closed."""
    demo = bool(os.environ.get("TRACKER_SERVE_DEMO"))
    app = TrackerApp(replace(settings(), browser=True), demo=demo)
    app.run()
    return app.return_code or 0


if __name__ == "__main__":
    sys.exit(main())

"""The stop behind a title that is cut short is no part of a name."""

from __future__ import annotations

import pytest
from reading_aloud import told


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Col. Peter Rusa said four goats had drowned.", "Peter Rusa"),
        ("Four goats had drowned, Army spokesman Col. Peter Rusa said.", "Peter Rusa"),
        ("Lt. Col. Jana Kol said four goats had drowned.", "Jana Kol"),
    ],
)
def test_a_name_begins_behind_its_title(text: str, who: str) -> None:
    assert told(text) == [(who, "four goats had drowned")]

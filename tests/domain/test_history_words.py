"""What an entry of the history says: each field old → new, in words that an editor knows."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tracker.domain.history import Entry, Verb
from tracker.domain.history_words import changes_said
from tracker.domain.reference import Kind, Ref

HOP = {"source_id": 6, "role": "speaker", "medium": "", "verb": "said", "date": ""}
RADIO = {"source_id": 7, "role": "relay", "medium": "radio", "verb": "quoted", "date": "Friday"}
FIGURE = {"text": "two", "counts": "passengers killed", "low": 2, "high": 2}
ACTOR = {"facet": "actor", "words": "the guard", "source_id": 4, "span": None}
PLACE = {"facet": "place", "words": "off Selm", "source_id": None, "span": None}
QUOTE = {"exact": "The launch\n carried no lights", "spans": [{"start": 3, "end": 9}]}
PUBLISHED = {"title": "Two dead", "outlet_id": 1, "byline": "", "url": "", "published_at": None}


def said(name: str, old: object, new: object, kind: Kind = Kind.CLAIM) -> str:
    at = datetime(2031, 5, 1, tzinfo=UTC)
    changes = {name: (old, new)}
    return changes_said(Entry(1, 1, at, "Ada", "edit", Ref(kind, 3), Verb.CHANGED, changes))


@pytest.mark.parametrize(
    ("name", "old", "new", "words"),
    [
        ("chain", [HOP], [HOP, RADIO], "chain: S6 (said) → S6 (said), S7 (quoted, radio, Friday)"),
        ("chain", [HOP], [], "chain: S6 (said) → –"),
        ("figures", [], [FIGURE], "figures: – → two passengers killed"),
        ("facets", [ACTOR, PLACE], [PLACE], "facets: actor: the guard (S4) → –"),
        ("passages", [], [QUOTE], "passages: – → The launch carried no lights"),
        ("caveats", [{"words": "unconfirmed"}], [], "caveats: unconfirmed → –"),
        ("said_at", None, {"words": "Friday", "start": None}, "said: – → Friday"),
        ("event_id", 1, None, "event: E1 → –"),
        ("merged_into", None, 2, "merged into: – → C2"),
        ("cleared", [], [{"start": 3, "end": 9}], "cleared: – → 3-9"),
        ("proposed", None, {"status": "disputed", "reason": "why"}, "proposed: – → disputed"),
        ("publications", [PUBLISHED], [PUBLISHED | {"byline": "A. Nib"}],
         "publications: Two dead, S1 → Two dead, S1, A. Nib"),
    ],
)  # fmt: skip
def test_a_change_is_said_old_to_new(name, old, new, words):
    assert said(name, old, new) == words

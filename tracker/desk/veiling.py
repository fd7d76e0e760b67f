"""Veiling records that leave the house: no protected name, and yet all that holds still holds.

In an article's text a name is blacked out letter by letter, so that spans stay true, and passages
are read from that text again. Captured copies stay, for nobody can look for a name in a picture.
Entries of the history that hold a name are veiled, and chained anew from there on.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterator, Mapping
from datetime import datetime
from typing import Any

from tracker.domain.article import CONTEXT, text_sha256
from tracker.domain.evidence import NoCapture
from tracker.domain.history import Entry, Verb
from tracker.domain.holdings import Section
from tracker.domain.reference import Ref
from tracker.domain.spelling import plain
from tracker.domain.veil import blackened, signs_of, veiled

Record = dict[str, Any]
_encode = json.JSONEncoder(ensure_ascii=False, check_circular=False).encode


class Veiling:
    """Veils the records of one export, section after section."""

    def __init__(
        self, names: Mapping[str, str], remarks: list[str], forks: Collection[str] = ()
    ) -> None:
        """Take what is said instead of each name; without names, everything passes as it is.

        ``forks`` are the hashes of entries that another follows than the next one that is written.
        """
        self.names = names
        self._remarks = remarks
        self._hashes: dict[str, str] = {}
        self._texts: dict[int, str] = {}
        self._signs = signs_of(names)
        self._forks = forks
        self._sealed: dict[str, str] = {}
        self._last = ("", "")

    def over(self, section: Section, records: Iterator[Record]) -> Iterator[Record]:
        """Veil the records of a section."""
        if not self.names:
            return records
        veils: dict[str, Callable[[Record], Record]] = {
            "article": self._article,
            "claim": self._claim,
            "evidence": self._evidence,
            "entry": self._entry,
            "foreign_entry": self._foreign,
        }
        return map(veils.get(section.one, self._words), records)

    def _words(self, record: Record) -> Record:
        return self._veiled(record, self.names)

    def _veiled(self, record: Record, names: Mapping[str, str]) -> Record:
        """Veil a record; one that holds no sign of a name need not be gone through."""
        text = plain(_encode(record))
        if any(sign in text for sign in (*self._signs, *self._hashes)):
            return veiled(record, names)
        return {**record}

    def _article(self, record: Record) -> Record:
        text = blackened(record["text"], self.names)
        if text != record["text"]:
            # The hash of the whole text would let somebody try names until one fits.
            self._hashes[text_sha256(record["text"])] = text_sha256(text)
            self._texts[record["id"]] = text
        return {**self._words(record), "text": text}

    def _claim(self, record: Record) -> Record:
        passages = [self._passage(passage) for passage in record["passages"]]
        return {**self._words(record), "passages": passages}

    def _passage(self, record: Record) -> Record:
        text = self._texts.get(record["article_id"])
        spans = record["spans"]
        if text is None or not spans:
            return self._words(record)
        start, end = spans[0]["start"], spans[-1]["end"]
        exact = " … ".join(text[span["start"] : span["end"]] for span in spans)
        prefix, suffix = text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
        return {**record, "exact": exact, "prefix": prefix, "suffix": suffix}

    def _evidence(self, record: Record) -> Record:
        if record["capture"] is None:
            return self._words(record)
        return {**self._words(record), "capture": None, "no_capture": NoCapture.WITHHELD.value}

    def _entry(self, record: Record) -> Record:
        """Veil an entry; if that or what it follows changed it, seal it anew."""
        words = self._veiled(record, {**self.names, **self._hashes})
        words["hash"] = record["hash"]
        words["previous"] = self._now(record["previous"])
        if words == record:
            return record
        if self._last == ("", ""):
            self._remarks.append(
                f"entry {record['seq']} of the history is veiled for a protected source; it and "
                "all later ones are chained anew."
            )
        words["hash"] = _seal(words)
        self._last = (record["hash"], words["hash"])
        if record["hash"] in self._forks:
            self._sealed[record["hash"]] = words["hash"]
        return words

    def _now(self, digest: str) -> str:
        """The hash that an entry has now: the last one's, or of one from which another chain goes.

        Of the others nothing is kept: a history may have millions.
        """
        before, now = self._last
        return now if digest == before else self._sealed.get(digest, digest)

    def _foreign(self, record: Record) -> Record:
        return {**record, "entry": self._entry(record["entry"])}


def _seal(record: Record) -> str:
    meant = {
        "at": datetime.fromisoformat(record["at"]),
        "subject": Ref.parse(record["subject"]),
        "verb": Verb(record["verb"]),
        "changes": {name: (old, new) for name, (old, new) in record["changes"].items()},
    }
    return Entry(**{**record, **meant}).sealed()

"""Which column of a spreadsheet holds what, guessed by its heading."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from tracker.domain.errors import BadInputError
from tracker.domain.history_words import shortened
from tracker.domain.row_draft import ROW_FIELDS
from tracker.domain.visible import visible

_MOST_SAID = 60
_MOST_LISTED = 20

_ALSO = {
    "statement": "claim claimtext claimreviewed assertion statementtext whatwasclaimed",
    "speaker": "claimant source claimedby saidby who person speakername author",
    "role": "title of speaker jobtitle position function speakerrole",
    "quote": "quotation exactwords verbatim originaltext quotedtext excerpt",
    "cue": "verb cueverb attributionverb",
    "hedge": "hedging qualifier",
    "said": "saidat saidon claimdate dateofclaim datesaid when date",
    "event": "incident eventtitle topic story",
    "place": "location where",
    "title": "headline articletitle article",
    "outlet": "publisher publication newspaper medium site channel",
    "url": "link address articleurl sourceurl weblink href",
    "published_at": "published publicationdate datepublished publishedon publishdate",
    "tags": "tag labels keywords categories category",
    "note": "notes comment comments remark remarks",
    "uid": "uuid guid",
}


def guessed(headings: Sequence[str]) -> dict[str, int]:
    """Find the column of each field: by its own name first, then by others that are usual."""
    plain = [re.sub(r"[^a-z0-9]", "", heading.casefold()) for heading in headings]
    found: dict[str, int] = {}
    for wanted in (_own, _usual):
        for name in ROW_FIELDS:
            for column, heading in enumerate(plain):
                if name not in found and column not in found.values() and wanted(name, heading):
                    found[name] = column
    return found


def mapped(headings: Sequence[str], said: Mapping[str, str]) -> dict[str, int]:
    """Find the column of each field as an editor says it, the others as guessed.

    Raises:
        BadInputError: a field or a column of that name is not there, or none is the statement's.
    """
    columns = guessed(headings)
    for name, heading in said.items():
        if name not in ROW_FIELDS:
            raise BadInputError(f"there is no field “{name}”; there are {', '.join(ROW_FIELDS)}.")
        columns = {known: column for known, column in columns.items() if known != name}
        if not heading:
            continue
        if heading not in headings:
            raise BadInputError(
                f"there is no column {heading_said(heading)}; there are {_listed(headings)}."
            )
        taken = headings.index(heading)
        columns = {known: column for known, column in columns.items() if column != taken}
        columns[name] = taken
    if "statement" not in columns:
        raise BadInputError(
            "no column is named like a claim's statement; say which it is with "
            f"--map statement=COLUMN, one of {_listed(headings)}."
        )
    return {name: columns[name] for name in ROW_FIELDS if name in columns}


def _own(name: str, heading: str) -> bool:
    return heading == name.replace("_", "")


def _usual(name: str, heading: str) -> bool:
    return heading in _ALSO.get(name, "").split()


def heading_said(heading: str) -> str:
    """A heading as a sentence may name it: on one line, and not of any length."""
    return f"“{shortened(visible(heading), _MOST_SAID)}”"


def _listed(headings: Sequence[str]) -> str:
    more = len(headings) - _MOST_LISTED
    named = [*map(heading_said, headings[:_MOST_LISTED]), *([f"{more:,} more"] if more > 0 else [])]
    return ", ".join(named)

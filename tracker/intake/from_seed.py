"""The sample: an article in ``brief.txt`` and all that a reader found in it in ``claims.json``."""

from __future__ import annotations

from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from tracker.domain.draft import (
    ArticleDraft,
    ClaimDraft,
    EventDraft,
    Reading,
    RelationDraft,
    SourceDraft,
)
from tracker.domain.errors import BadInputError
from tracker.domain.visible import visible
from tracker.intake.cross_checks import faults_in
from tracker.intake.strict_json import check_json, first_fault

TEXT_NAME = "brief.txt"
CLAIMS_NAME = "claims.json"


class _Claims(BaseModel):
    """The shape of ``claims.json``: a reading without its text."""

    model_config = ConfigDict(extra="forbid", strict=True)

    article: ArticleDraft
    sources: tuple[SourceDraft, ...] = ()
    events: tuple[EventDraft, ...] = ()
    claims: tuple[ClaimDraft, ...] = ()
    relations: tuple[RelationDraft, ...] = ()


def read_seed(folder: Path) -> Reading:
    """Read a folder with an article and its claims.

    Raises:
        BadInputError: a file is missing, unreadable or wrong; one line says which, where and how.
    """
    text = _read(folder / TEXT_NAME)
    if not text.strip():
        raise BadInputError(f"{TEXT_NAME}: is empty.")
    found = _claims(_read(folder / CLAIMS_NAME))
    reading = Reading(
        found.article, text, found.sources, found.events, found.claims, found.relations
    )
    for place, fault in faults_in(reading, TEXT_NAME):
        raise BadInputError(visible(f"{CLAIMS_NAME}: {place}: {fault}."))
    return reading


def _read(path: Path) -> str:
    try:
        if not path.is_file():
            raise BadInputError(visible(f"{path.name}: there is no such file in {path.parent}."))
        text = path.read_bytes().decode()
    except OSError as error:
        raise BadInputError(f"{path.name}: cannot be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise BadInputError(f"{path.name}: byte {error.start} is not UTF-8.") from error
    if "\0" in text:
        raise BadInputError(f"{path.name}: holds a NUL at character {text.index(chr(0))}.")
    return text


def _claims(text: str) -> _Claims:
    try:
        check_json(text)
        return _Claims.model_validate_json(text)
    except ValidationError as error:
        place, fault = first_fault(error)
        raise BadInputError(visible(f"{CLAIMS_NAME}: {place}: {fault}.")) from error
    except ValueError as error:
        raise BadInputError(visible(f"{CLAIMS_NAME}: {error}.")) from error

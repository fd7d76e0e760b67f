"""The lines above an article's text: its title, who wrote it, where and when it appeared."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta, timezone

from tracker.domain.draft import ArticleDraft

_MOST_LINES = 6
_LONGEST = 150
_LONGEST_NAME = 60
_MOST_WORDS = 7
_BYLINE = re.compile(
    r"(?:(?:story|text|report|reporting|words|written)\s+)?by:?\s+(.+)", re.IGNORECASE
)
_APART = re.compile(r"[|•·/]|\s[–—-]\s|,\s|\sfor\s")
_PLACE = re.compile(r"\sin\s+[^\W\d_][^,|•·/]*")
"""Where somebody wrote, behind the name: "By Ada Quill in Selm"."""
_WORD = re.compile(r"[^\W\d_][\w.’'-]*")
_SMALL = frozenset(
    "al and bin da de del der di du el for la le of on the van von y".split()  # noqa: SIM905
)
_AT_WORK = frozenset(
    {"correspondent", "correspondents", "editor", "reporter", "staff", "writer", "writers"}
)
_EDGES = " \t\r*_"
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = rf"(?:{'|'.join(_MONTHS)})[a-z]{{0,6}}\.?"
_WHEN = re.compile(
    r"(?:\b(?:first\s+|last\s+)?(?:published|posted|updated|date)(?:\s+on)?:?\s+)?"
    r"(?:\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
    rf"(?:\b(\d{{4}}-\d{{2}}-\d{{2}})|\b(\d{{1,2}})(?:st|nd|rd|th)?\s+({_MONTH}),?\s+(\d{{4}})"
    rf"|\b({_MONTH})\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}}))(?=\b|T)"
    r"(?:[T,]?\s*(?:at\s+)?(\d{1,2})[:.](\d{2})(?::\d{2})?\s*([ap]\.?m\b\.?)?"
    r"\s*(Z\b|GMT|UTC|[+-]\d{2}:?\d{2})?)?",
    re.IGNORECASE,
)
_DATELINE = re.compile(r"([^\W\d_]{2,30})[^\n–—]{1,50}?\s[–—-]{1,2}\s")
_NOON = 12


@dataclass(frozen=True)
class Heading:
    """What the lines above a text say; "" and None where they do not."""

    title: str = ""
    byline: str = ""
    outlet: str = ""
    published_at: datetime | None = None
    zone: str = ""


def heading_of(text: str) -> Heading:
    """Read the lines above a text, up to the first that is none of them.

    A line is a title only on top and with a blank line, a byline or a date below it; it names an
    outlet only beside a byline or a date.
    """
    lines = [line.strip(_EDGES) for line in text[: _MOST_LINES * _LONGEST * 2].split("\n")]
    inked = [(number, line) for number, line in enumerate(lines) if line]
    found = Heading()
    names: list[str] = []
    for nth, (_, line) in enumerate(inked[:_MOST_LINES]):
        read = _read(line, found)
        if read is not None:
            found = read
        elif not nth and _is_title(line):
            found = replace(found, title=line)
        elif _is_name(line):
            names.append(line)
        else:
            found = _dated(line, found)
            break
    known = found.byline or found.published_at
    apart = len(inked) > 1 and inked[1][0] - inked[0][0] > 1
    if found.title and not (known or apart):
        return Heading()
    return replace(found, outlet=found.outlet or names[0]) if known and names else found


def _dated(line: str, found: Heading) -> Heading:
    """Take the day from a text's dateline: "SELM, 12 March 2024 – The sluice gave way"."""
    opening = _DATELINE.match(line)
    place = opening is not None and (opening[1].isupper() or line[opening.end(1)] == ",")
    dated = place and found.published_at is None
    when = _WHEN.search(opening[0]) if opening and dated else None
    at = _moment(when) if when else None
    return replace(found, published_at=at.astimezone(UTC)) if at else found


def headed(article: ArticleDraft, above: Heading) -> ArticleDraft:
    """Complete what a file says of itself by the lines above its text.

    What they say of the author and the day is the article's; the file's own is often its maker's.
    """
    dated = above.published_at is not None
    return replace(
        article,
        title=article.title.strip() or above.title,
        byline=above.byline or article.byline,
        published_at=above.published_at if dated else article.published_at,
        zone=above.zone if dated else article.zone,
    )


def _read(line: str, found: Heading) -> Heading | None:
    """Read a byline, a date, and the outlet in the same line; None for any other line."""
    when = _WHEN.search(line) if len(line) <= _LONGEST else None
    at = _moment(when) if when else None
    rest = line[: when.start()] + line[when.end() :] if when and at else line
    rest = rest.strip(_EDGES + ",;|•·/–—-()")
    byline = _BYLINE.fullmatch(rest)
    if byline is None and not at:
        return None
    told = _PLACE.sub("", byline[1]) if byline else rest
    names = [part.strip() for part in _APART.split(told) if part.strip()]
    if not all(map(_is_name, names)):
        return None
    if at and found.published_at is None:
        found = replace(found, published_at=at.astimezone(UTC), zone=_zone(when))
    if byline and not found.byline:
        own = _authors(names)
        found, names = replace(found, byline=", ".join(names[:own])), names[own:]
    is_outlet = names and (" " in names[0] or found.byline)  # one word by a date may be a place
    return replace(found, outlet=found.outlet or names[0]) if is_outlet else found


def _authors(names: list[str]) -> int:
    """How many of the parts of a byline name or describe who wrote: the rest is the outlet."""
    if any(" and " in name for name in names[1:]):
        return len(names)
    own = 1
    while own < len(names) and {one.lower() for one in _WORD.findall(names[own])} & _AT_WORK:
        own += 1
    return own


def _is_title(line: str) -> bool:
    """Whether a line ends as no sentence does."""
    inked = " " in line and any(letter.isalpha() for letter in line)
    return inked and len(line) <= _LONGEST and (line[-1].isalnum() or line[-1] in "?”’")


def _is_name(words: str) -> bool:
    """Whether some words may name people or an outlet: few, and nearly all with a capital."""
    each = _WORD.findall(words)
    capital = all(word[0].isupper() or word in _SMALL | _AT_WORK for word in each)
    few = 0 < len(each) <= _MOST_WORDS and len(words) <= _LONGEST_NAME
    return few and capital and words[-1:] not in ".!?:" and each[0][0].isupper()


def _moment(when: re.Match[str]) -> datetime | None:
    iso, day, month, year, month_first, day_second, year_third, hour, minute, half, _ = (
        when.groups()
    )
    named = (month or month_first or "")[:3].lower()
    try:
        at = (
            datetime.fromisoformat(iso)
            if iso
            else datetime(  # noqa: DTZ001 - its zone is below
                int(year or year_third), _MONTHS.index(named) + 1, int(day or day_second)
            )
        )
        clock = _hour(int(hour), half or "") if hour else 0
        return at.replace(hour=clock, minute=int(minute or 0), tzinfo=timezone(_offset(when)))
    except ValueError:
        return None


def _hour(hour: int, half: str) -> int:
    """The hour of a clock of twice twelve hours."""
    if half.lower().startswith("p"):
        return hour % _NOON + _NOON
    return hour % _NOON if half else hour


def _offset(when: re.Match[str]) -> timedelta:
    """How far a moment's clock is ahead of UTC."""
    zone = when[when.re.groups] or ""
    if zone[:1] not in ("+", "-"):
        return timedelta()
    minutes = int(zone[1:3]) * 60 + int(zone[-2:])
    return timedelta(minutes=-minutes if zone[0] == "-" else minutes)


def _zone(when: re.Match[str] | None) -> str:
    zone = when[when.re.groups] if when else ""
    return zone.replace(":", "") if zone and zone[0] in "+-" else ""

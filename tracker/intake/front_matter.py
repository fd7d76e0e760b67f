"""Front matter: the lines between two "---" on top of a Markdown file, which say what it is."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_BLOCK = re.compile(
    r"---[ \t]*\r?\n(.{0,4000}?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE
)
_LINE = re.compile(r"^([A-Za-z_-]{1,30})[ \t]*:[ \t]*(\S[^\r\n]{0,500})", re.MULTILINE)
_CALLED = {
    "title": "title", "headline": "title",
    "author": "byline", "authors": "byline", "byline": "byline",
    "outlet": "outlet", "publication": "outlet", "publisher": "outlet", "source": "outlet",
    "date": "date", "published": "date", "publishdate": "date", "pubdate": "date",
    "url": "url", "canonical": "url", "canonical_url": "url", "link": "url",
}  # fmt: skip
"""What programs call a field, and what it is."""


@dataclass(frozen=True)
class FrontMatter:
    """What it says (title, byline, outlet, date, url), and where the text behind it begins."""

    ends: int = 0
    says: dict[str, str] = field(default_factory=dict)


def front_matter_of(text: str) -> FrontMatter:
    """Read the front matter on top of a text; nothing where there is none."""
    block = _BLOCK.match(text)
    if block is None:
        return FrontMatter()
    says: dict[str, str] = {}
    for line in _LINE.finditer(block[1]):
        known = _CALLED.get(line[1].lower())
        if known is not None:
            says.setdefault(known, line[2].strip().strip("\"'").strip())
    return FrontMatter(block.end(), says) if says else FrontMatter()

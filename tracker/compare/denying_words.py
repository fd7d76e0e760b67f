"""The words by which an article tells that somebody denies."""

from __future__ import annotations

import re

DENYING = re.compile(
    r"\b(?:den(?:y|ie[sd]|ying)|reject\w*|dismiss\w*|disput\w*|refut\w*|rebut\w*|repudiat\w*|"
    r"contradict\w*|disavow\w*|deride[sd]?|scoff\w*|ridicul\w*|waved? (?:away|aside)|waved?|"
    r"brush\w* (?:aside|off|away)|shrug\w* off|contest\w*)\b",
    re.IGNORECASE,
)


def is_told_as_denial(words: str) -> bool:
    """Whether an article tells by some words that somebody denies."""
    return DENYING.search(words) is not None

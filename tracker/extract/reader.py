"""The reader: a parser that is loaded once and reads any number of texts."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

from tracker.domain.draft import ArticleDraft
from tracker.extract.attributions import attributions
from tracker.extract.drafted import Draft
from tracker.extract.drafting import draft
from tracker.extract.model import Models, load_models
from tracker.extract.parsing import load_parser, parsed
from tracker.extract.sifting import LEAST

if TYPE_CHECKING:
    from spacy.language import Language


class Reader:
    """Reads texts one after the other; nothing of one is kept for the next."""

    def __init__(self, parser: Language, models: Models) -> None:
        self._parser = parser
        self._models = models

    def read(self, article: ArticleDraft, text: str, *, outlet: str = "") -> Draft:
        """Read a text for its claims; ``outlet`` is the name of whoever published it."""
        paragraphs = parsed(text, self._parser)
        found = attributions(text, paragraphs, least=LEAST, models=self._models)
        return draft(article, text, paragraphs, found, outlet=outlet)


def load_reader() -> Reader:
    """Load the parser, which takes about a second.

    Raises:
        OSError: no parser is installed.
    """
    reader = Reader(load_parser(), load_models())
    # What is loaded stays: the look for garbage, which reading often causes, passes over it.
    gc.collect()
    gc.freeze()
    return reader

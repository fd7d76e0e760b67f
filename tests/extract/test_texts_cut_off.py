"""A text may end anywhere: at no word does its end stop reading."""

from __future__ import annotations

import re

import pytest
from reading_aloud import parser

from tracker.compare.proposing import compared
from tracker.domain.draft import ArticleDraft
from tracker.extract.model import load_models
from tracker.extract.reader import Reader

TEXTS = (
    "The lock keeper dismissed as gossip claims that the sluice had been left open all night.",
    "Barges ran aground in thick fog on Friday, says former pilot, Ada Krol.",
    "What the diver found were two anchors. “It was no accident,” the master, Nils Aker, told us.",
    "She spoke to Radio Quay, adding that the chain had been cut by a crane; thus the diver.",
    "The guild blamed the weaver, whom it accused of selling 40 looms, for the loss of its house.",
    "Asked about reports that the kiln had burst, a potter, Odo Lenz, said: “That is not true.”",
    "SELM, 4 May (NPA) – Neither account could be verified. It was the miller, not the baker.",
    "Aker wrote down about 4,500 sacks, according to the mayor's clerk. She denied wrongdoing.",
    "The court heard that Brandt, described by the choir as a liar, had called it worthless.",
)


@pytest.mark.parametrize("whole", TEXTS)
def test_a_text_cut_off_at_any_word_is_read(whole: str) -> None:
    reader = Reader(parser(), load_models())
    for word in re.finditer(r"\w+|[^\w\s]", whole):
        compared(reader.read(ArticleDraft(""), whole[: word.end()]).reading)

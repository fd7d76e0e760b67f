"""Candidate cues – words that may attribute something to somebody – and what describes them."""

from __future__ import annotations

import numpy as np

from tracker.extract.cues import class_names
from tracker.extract.features import Columns, Rows, Wanted
from tracker.extract.grammar import NO_DEP, NO_POS, NO_TAG, Grammar, dep_flags, padded
from tracker.extract.tokens import DEPS, POS, Ints, Tokens
from tracker.extract.units import silent

_NAMES = (*DEPS, "?")
_LOOKED_INTO = ("subject", "object", "clause", "preposition", "modifier", "complement")
_NEAR = (-3, -2, -1, 1, 2, 3)


def candidate_cues(tokens: Tokens) -> Ints:
    """Return the rows of verbs, of words of the lexicon, and of colons."""
    names = class_names()
    telling = np.array([name[0] in "vna" or name in _TELLING for name in names])
    in_lexicon = tokens.lexicon[:, telling].any(axis=1)
    verb = tokens.pos == POS.index("VERB")
    open_class = np.isin(tokens.pos, [POS.index(each) for each in _OPEN])
    main = (tokens.pos == POS.index("AUX")) & ~_AUXILIARY[tokens.dep]
    colon = np.fromiter((word == ":" for word in tokens.lower), bool, len(tokens))
    at = verb | main | colon | (in_lexicon & open_class)
    return np.flatnonzero(at).astype(np.int32)


_TELLING = ("p.according", "p.per")
_OPEN = ("NOUN", "PROPN", "ADJ", "ADV", "ADP", "SCONJ", "X", "INTJ")
_AUXILIARY = dep_flags(("aux", "auxpass"))


def cue_columns(
    tokens: Tokens, grammar: Grammar, cues: Ints, wanted: Wanted | None = None
) -> Columns:
    """Describe each candidate by its classes, its place in the tree, and the signs around it."""
    columns = Columns(wanted)
    lexicon = np.vstack([tokens.lexicon, np.zeros((1, tokens.lexicon.shape[1]), bool)])
    pos, tag = padded(tokens.pos, NO_POS), padded(tokens.tag, NO_TAG)
    dep, none = padded(tokens.dep, NO_DEP), len(tokens)
    head = np.where(tokens.head[cues] == cues, none, tokens.head[cues])
    columns.flags("cue", class_names(), lexicon, cues)
    columns.flags("governor", class_names(), lexicon, head)
    columns.flags("beside", class_names(), grammar.beside, cues)
    columns.flags("governor beside", class_names(), grammar.beside, head)
    columns.flags("governor has", _NAMES, grammar.children, head)
    columns.flags("has", _NAMES, grammar.children, cues)
    columns.flags("left", _NAMES, grammar.left_children, cues)
    for name, rows in (("cue", cues), ("governor", head)):
        columns.label(f"{name} pos", pos[rows])
        columns.label(f"{name} tag", tag[rows])
        columns.label(f"{name} dep", dep[rows])
    for kind in _LOOKED_INTO:
        child = grammar.child[kind][cues]
        columns.label(f"{kind} pos", pos[child])
        columns.label(f"{kind} tag", tag[child])
        columns.flags(kind, class_names(), lexicon, child)
        columns.number(f"{kind} offset", np.where(child == none, 0, child - cues))
    right, left = padded(tokens.right, 0), padded(tokens.left, 0)
    for kind in ("clause", "modifier", "object"):
        child = grammar.child[kind][cues]
        columns.flags(f"{kind} has", _NAMES, grammar.children, child)
        columns.flags(f"{kind} beside", class_names(), grammar.beside, child)
        columns.number(f"{kind} size", right[child] - left[child])
        columns.flags(f"{kind} mark", class_names(), lexicon, grammar.child["mark"][child])
    through = grammar.child["complement"][grammar.child["preposition"][cues]]
    columns.label("through tag", tag[through])
    columns.flags("through", class_names(), lexicon, through)
    columns.label("auxiliary tag", tag[grammar.child["auxiliary"][cues]])
    inherited = grammar.child["subject"][head]
    columns.label("inherited tag", tag[inherited])
    columns.flags("inherited", class_names(), lexicon, inherited)
    above = np.where(head == none, none, tokens.head[np.minimum(head, none - 1)])
    columns.label("above pos", pos[above])
    columns.label("above dep", dep[above])
    columns.flags("above", class_names(), lexicon, above)
    capital = padded(tokens.capital, 0)
    columns.number("subject capital", capital[grammar.child["subject"][cues]])
    _signs(columns, tokens, grammar, cues)
    return columns


def _signs(columns: Columns, tokens: Tokens, grammar: Grammar, cues: Ints) -> None:
    """Add what stands beside the cue, and where it stands in sentence and paragraph."""
    none = len(tokens)
    lexicon = np.vstack([tokens.lexicon, np.zeros((1, tokens.lexicon.shape[1]), bool)])
    pos, quote = padded(tokens.pos, NO_POS), padded(tokens.quote, -1)
    tag, sentence = padded(tokens.tag, NO_TAG), padded(tokens.sentence, -1)
    for step in _NEAR:
        there = np.clip(cues + step, 0, none)
        there = np.where(sentence[there] == tokens.sentence[cues], there, none)
        columns.label(f"near {step} pos", pos[there])
        columns.label(f"near {step} tag", tag[there])
        columns.number(f"near {step} quoted", quote[there] >= 0)
        if abs(step) == 1:
            columns.flags(f"near {step}", class_names(), lexicon, there)
    for name, group in (("sentence", tokens.sentence), ("paragraph", tokens.paragraph)):
        first = np.searchsorted(group, group[cues], side="left")
        last = np.searchsorted(group, group[cues], side="right")
        quoted = np.concatenate([[0], np.cumsum((tokens.quote >= 0) & ~silent(tokens))])
        columns.number(f"{name} length", last - first)
        columns.number(f"{name} before", cues - first)
        columns.number(f"{name} after", last - cues)
        columns.number(f"{name} quoted", quoted[last] - quoted[first])
        columns.number(f"{name} quoted before", quoted[cues] - quoted[first])
        columns.number(f"{name} commas", grammar.commas[last] - grammar.commas[first])
        columns.number(f"{name} colons", grammar.colons[last] - grammar.colons[first])
    columns.number("text quoted", np.full(len(cues), 100 * np.mean(tokens.quote >= 0)))
    columns.number("paragraphs", np.full(len(cues), tokens.paragraph.max(initial=0)))
    columns.number("sentences", np.full(len(cues), tokens.sentence.max(initial=0)))
    columns.number("quoted", tokens.quote[cues] >= 0)
    columns.number("depth", tokens.depth[cues])
    columns.number("subtree left", cues - tokens.left[cues])
    columns.number("subtree right", tokens.right[cues] - cues)
    columns.number("paragraph number", tokens.paragraph[cues])
    columns.number("sentence number", tokens.sentence[cues])
    columns.number("capital", tokens.capital[cues])


def neighbour_columns(
    columns: Columns, tokens: Tokens, cues: Ints, scores: np.ndarray, rows: Rows
) -> None:
    """Add how likely the words around the candidates in ``rows`` are cues: governor, sentence."""
    likely = np.zeros(len(tokens) + 1)
    likely[cues] = scores
    head = np.where(tokens.head[cues] == cues, len(tokens), tokens.head[cues])
    below = np.zeros(len(tokens) + 1)
    np.maximum.at(below, head, scores)
    here, own, head = cues[rows], scores[rows], head[rows]
    second = np.where(head == len(tokens), head, tokens.head[np.minimum(head, len(tokens) - 1)])
    columns.score("own likely", own)
    columns.score("governor likely", likely[head])
    columns.score("second likely", likely[second])
    columns.score("dependant likely", below[here])
    for step in (-2, -1, 1, 2):
        near = rows + step
        inside = (near >= 0) & (near < len(cues))
        near = np.clip(near, 0, max(len(cues) - 1, 0))
        same = inside & (tokens.sentence[cues[near]] == tokens.sentence[here])
        columns.score(f"likely {step}", np.where(same, scores[near], 0.0))
    for name, group in (("sentence", tokens.sentence), ("paragraph", tokens.paragraph)):
        total = np.bincount(group[cues], weights=scores, minlength=int(group.max(initial=0)) + 1)
        columns.number(f"{name} likely", 100 * (total[group[here]] - own))

"""The keys that move about in an article: by claim, by sentence, by word."""

from __future__ import annotations

from textual.binding import Binding


def _key(keys: str, action: str, name: str, label: str, tooltip: str) -> Binding:
    return Binding(keys, action, label, id=f"galley.{name}", tooltip=tooltip, show=False)


GALLEY_KEYS = [
    _key("j", "claim(1)", "next", "Next claim", "The next claim"),
    _key("k", "claim(-1)", "previous", "Previous claim", "The claim before"),
    _key("down", "sentence(1)", "sentence", "Next sentence", "The next sentence"),
    _key("up", "sentence(-1)", "sentence-back", "Previous sentence", "The sentence before"),
    _key("right", "word(1)", "word", "Next word", "The next word"),
    _key("left", "word(-1)", "word-back", "Previous word", "The word before"),
    _key("shift+right", "choose_word(1)", "choose", "Select words", "Select a word more"),
    _key("shift+left", "choose_word(-1)", "choose-back", "Select less", "Select a word less"),
    _key("shift+down", "choose_sentence(1)", "choose-on", "Select sentence",
         "Select to the sentence's end"),
    _key("shift+up", "choose_sentence(-1)", "choose-to", "Select from start",
         "Select from the sentence's start"),
    _key("g,home", "end(-1)", "first", "First", "To the start of the text"),
    _key("G,end", "end(1)", "last", "Last", "To the end of the text"),
    _key("pagedown,space", "leaf(1)", "page-down", "Page down", "A screenful on"),
    _key("pageup", "leaf(-1)", "page-up", "Page up", "A screenful back"),
    _key("enter", "open", "open", "Open", "Open the claim whole"),
]  # fmt: skip

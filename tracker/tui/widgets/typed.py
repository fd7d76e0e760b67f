"""Words that are being typed on one line, and the place in them where the next letter goes."""

from __future__ import annotations

from dataclasses import dataclass, replace

from textual.content import Content

from tracker.domain.visible import visible


@dataclass(frozen=True)
class Typed:
    """A text of one line; ``at`` is the code point before which the next letter goes.

    An ``old`` text is shown as selected: the first letter or paste takes its place.
    """

    text: str = ""
    at: int = 0
    old: bool = False

    def struck(self, key: str, letter: str | None) -> Typed:
        """After a key; one that means nothing here changes nothing."""
        if self.old and key in ("backspace", "delete"):
            return Typed()
        before, after = self.text[: self.at], self.text[self.at :]
        return replace(self._struck(key, letter, before, after), old=False)

    def _struck(self, key: str, letter: str | None, before: str, after: str) -> Typed:
        match key:
            case "left":
                return replace(self, at=max(0, self.at - 1))
            case "right":
                return replace(self, at=min(len(self.text), self.at + 1))
            case "home" | "ctrl+a":
                return replace(self, at=0)
            case "end" | "ctrl+e":
                return replace(self, at=len(self.text))
            case "backspace":
                return Typed(before[:-1] + after, max(0, self.at - 1))
            case "delete":
                return replace(self, text=before + after[1:])
            case "ctrl+u":
                return Typed(after)
            case "ctrl+w":
                kept = before.rstrip().rpartition(" ")
                return Typed(f"{kept[0]}{kept[1]}{after}", len(kept[0] + kept[1]))
            case _:
                return self.put(letter) if letter and letter.isprintable() else self

    def put(self, text: str) -> Typed:
        """With a text put in, as it was pasted; its lines become one."""
        line = " ".join(text.splitlines())
        if self.old:
            return Typed(line, len(line))
        return Typed(self.text[: self.at] + line + self.text[self.at :], self.at + len(line))

    def shown(self, width: int) -> Content:
        """The line, cut so that the place of the next letter is seen; no letter acts on it."""
        if self.old:
            return Content.styled(visible(self.text), "reverse").truncate(width)
        before, here = visible(self.text[: self.at]), visible(self.text[self.at : self.at + 1])
        while before and Content(before).cell_length >= width:
            before = before[1:]
        rest = Content(visible(self.text[self.at + 1 :]))
        return Content.assemble(before, (here or " ", "reverse"), rest).truncate(width)

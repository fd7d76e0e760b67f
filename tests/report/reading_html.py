"""Reading HTML as a browser would: tags, attributes, text."""

from __future__ import annotations

from html.parser import HTMLParser

CSP = "Content-Security-Policy"
VOID = {"meta", "rect"}


class Reader(HTMLParser):
    """Reads tags, attributes and text, and whether every tag is closed in its place."""

    def __init__(self, document: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str]] = []
        self.text: list[str] = []
        self.feed(document)
        self.close()

    @property
    def policy(self) -> str:
        return self.attributes[self.attributes.index(("http-equiv", CSP)) + 1][1]

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += [(name, value or "") for name, value in attrs]
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += [(name, value or "") for name, value in attrs]

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.text.append(data)

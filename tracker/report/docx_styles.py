"""The styles of a report as a Word document, and its sheet."""

from __future__ import annotations

from typing import Any, NamedTuple

from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt, RGBColor

SERIF, SANS = "Georgia", "Arial"


class _Look(NamedTuple):
    font: str
    size: float
    before: float = 0
    after: float = 4
    indent: float = 0
    bold: bool = False


_OURS = {
    "Normal": _Look(SANS, 9.5),
    "Title": _Look(SERIF, 26, after=6, bold=True),
    "Heading 1": _Look(SERIF, 16, before=20, after=2, bold=True),
    "Heading 2": _Look(SANS, 9.5, before=12, after=4, bold=True),
    "Heading 3": _Look(SERIF, 11.5, before=10, after=1, bold=True),
    "List Bullet": _Look(SANS, 9.5, after=2),
}
_ADDED = {
    "Summary": _Look(SERIF, 12, after=10),
    "Aside": _Look(SANS, 9, after=4),
    "Said": _Look(SERIF, 11, after=4),
    "Safe": _Look(SERIF, 11, before=2, after=6, indent=5),
    "Point": _Look(SANS, 9, after=2),
    "Cell": _Look(SANS, 8.5, before=2, after=2),
    "Count": _Look(SANS, 8.5, before=2, after=2),
    "Reading": _Look(SERIF, 11, after=8),
    "Note": _Look(SANS, 8, after=3),
}


def dress(document: Any, *, ours: bool) -> None:
    """Give a document the styles that a report uses; of a desk's own only those it lacks."""
    if ours:
        for name, look in _OURS.items():
            _wear(document.styles[name], look)
        for section in document.sections:
            section.page_width, section.page_height = Mm(210), Mm(297)
            section.left_margin = section.right_margin = Mm(20)
            section.top_margin = section.bottom_margin = Mm(18)
    known = {style.name for style in document.styles}
    for name, look in _ADDED.items():
        if name not in known:
            style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
            style.base_style = document.styles["Normal"]
            _wear(style, look)
    document.styles["Count"].paragraph_format.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _wear(style: Any, look: _Look) -> None:
    style.font.name, style.font.size, style.font.bold = look.font, Pt(look.size), look.bold
    style.font.color.rgb = RGBColor(0x1B, 0x1A, 0x17)
    # The theme's fonts and the rule under the title would outrank ours.
    for fonts in style.element.xpath("./w:rPr/w:rFonts"):
        for name in [name for name in fonts.attrib if name.endswith("Theme")]:
            del fonts.attrib[name]
    for border in style.element.xpath("./w:pPr/w:pBdr"):
        border.getparent().remove(border)
    form = style.paragraph_format
    form.space_before, form.space_after = Pt(look.before), Pt(look.after)
    form.left_indent = Mm(look.indent) if look.indent else None

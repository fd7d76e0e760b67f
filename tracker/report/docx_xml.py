"""Paragraphs, runs and tables of a Word document, as WordprocessingML (ECMA-376, part 1)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from xml.sax.saxutils import escape, quoteattr

from tracker.domain.visible import visible


def words(text: str, *, bold: bool = False, raised: bool = False, colour: str = "", shade: str = "",
          dotted: bool = False) -> str:  # fmt: skip
    """Write a run of text that looks alike; nothing in it is a field or markup."""
    looks = [
        "<w:b/>" if bold else "",
        f'<w:color w:val="{colour}"/>' if colour else "",
        '<w:u w:val="dotted"/>' if dotted else "",
        f'<w:shd w:val="clear" w:color="auto" w:fill="{shade}"/>' if shade else "",
        '<w:vertAlign w:val="superscript"/>' if raised else "",
    ]
    look = f"<w:rPr>{''.join(looks)}</w:rPr>" if any(looks) else ""
    return f'<w:r>{look}<w:t xml:space="preserve">{escape(visible(text))}</w:t></w:r>'


def link(relation: str, text: str) -> str:
    """Write words that lead to an address outside, which the relation of that id names."""
    look = '<w:rPr><w:color w:val="1f4f8f"/><w:u w:val="single"/></w:rPr>'
    run = f'<w:r>{look}<w:t xml:space="preserve">{escape(visible(text))}</w:t></w:r>'
    return f"<w:hyperlink r:id={quoteattr(relation)}>{run}</w:hyperlink>"


def paragraph(*runs: str, style: str = "") -> str:
    """Write a paragraph in a style, by the style's id."""
    look = f"<w:pPr><w:pStyle w:val={quoteattr(style)}/></w:pPr>" if style else ""
    return f"<w:p>{look}{''.join(runs)}</w:p>"


def table(
    caption: str,
    headings: Sequence[str],
    rows: Iterable[Sequence[str]],
    widths: Sequence[int] = (),
    counts: Collection[int] = (),
) -> str:
    """Write a table of cells that are paragraphs already; ``widths`` are in per cent.

    ``counts`` are the places of columns that hold numbers.

    Its headings are repeated on each page; without any it is a layout, and no caption is read out.
    """
    named = f"<w:tblCaption w:val={quoteattr(visible(caption))}/>" if caption else ""
    rule = '<w:insideH w:val="single" w:sz="4" w:space="0" w:color="D9D4C7"/>'
    borders = f"<w:tblBorders>{rule}</w:tblBorders>" if headings else ""
    margins = '<w:tblCellMar><w:right w:w="140" w:type="dxa"/></w:tblCellMar>'
    look = f'<w:tblPr><w:tblW w:w="5000" w:type="pct"/>{borders}{margins}{named}</w:tblPr>'
    heads = [
        paragraph(words(text, bold=True), style="Count" if place in counts else "Cell")
        for place, text in enumerate(headings)
    ]
    told = [list(row) for row in rows]
    body = [_row(heads, widths, heads=True)] if heads else []
    body += [_row(row, widths) for row in told]
    columns = len(heads) or max(map(len, told), default=0)
    grid = f"<w:tblGrid>{'<w:gridCol/>' * columns}</w:tblGrid>"
    # A paragraph behind each table keeps Word from joining it to the next one.
    return f"<w:tbl>{look}{grid}{''.join(body)}</w:tbl>{paragraph()}"


def _row(cells: Sequence[str], widths: Sequence[int], *, heads: bool = False) -> str:
    look = f"<w:trPr><w:cantSplit/>{'<w:tblHeader/>' if heads else ''}</w:trPr>"
    sized = widths or [0] * len(cells)
    return f"<w:tr>{look}{''.join(map(_cell, cells, sized))}</w:tr>"


def _cell(content: str, width: int) -> str:
    sized = f'<w:tcPr><w:tcW w:w="{width * 50}" w:type="pct"/></w:tcPr>' if width else ""
    return f"<w:tc>{sized}{content or paragraph(style='Cell')}</w:tc>"

"""What stands in a Word file, as its own XML (ECMA-376, part 1, section 17).

A table of a pack has thousands of cells: a library that makes each by itself takes most of the
time of a mirror. Words never become markup: every one goes through `run`.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from xml.sax.saxutils import escape

from answerable.publishing.packs.content import PackTable

BOLD, ITALIC = "<w:b/>", "<w:i/>"
_HEAD, _CELL = '<w:b/><w:sz w:val="20"/>', '<w:b w:val="0"/><w:sz w:val="20"/>'
"""Ten points, in half points: nine could not be read on paper."""
_LOOK = (
    '<w:tblW w:type="auto" w:w="0"/><w:tblLayout w:type="fixed"/><w:tblLook w:firstColumn="1"'
    ' w:firstRow="1" w:lastColumn="0" w:lastRow="0" w:noHBand="0" w:noVBand="1" w:val="04A0"/>'
)
_EMU_IN_TWIP = 635


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """The names that a file gives its styles, and the width between its margins in EMU."""

    title: str
    heading: str
    bullet: str
    grid: str
    room: int


def clean(words: str) -> str:
    """Without control characters, which XML cannot hold."""
    if words.isprintable():
        return words
    return "".join(c for c in words if c.isprintable() or c in "\n\t")


def run(words: str, form: str = "") -> str:
    """Words in one form; a line break and a tab are what they are."""
    inner = "<w:br/>".join(
        "<w:tab/>".join(_text(piece) for piece in line.split("\t"))
        for line in clean(words).split("\n")
    )
    shape = f"<w:rPr>{form}</w:rPr>" if form else ""
    return f"<w:r>{shape}{inner}</w:r>" if shape or inner else "<w:r/>"


def paragraph(*runs: str, style: str = "") -> str:
    """A paragraph of runs in a style by its name in the file."""
    inner = "".join(runs)
    shape = f"<w:pPr><w:pStyle w:val={_quoted(style)}/></w:pPr>" if style else ""
    return f"<w:p>{shape}{inner}</w:p>" if shape or inner else "<w:p/>"


def said(words: str, style: str = "") -> str:
    """A paragraph of plain words."""
    return paragraph(*([run(words)] if clean(words) else []), style=style)


def table(told: PackTable, names: Names) -> str:
    """A table whose head stands on each page, and of which no row is cut by a page."""
    shares = [int(names.room * share / sum(told.widths)) for share in told.widths]
    widths = [round(share / _EMU_IN_TWIP) for share in shares]
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    head = _row(told.head, widths, _HEAD, '<w:tblHeader w:val="true"/>')
    rows = "".join(_row(row, widths, _CELL) for row in told.rows)
    return (
        f"<w:tbl><w:tblPr><w:tblStyle w:val={_quoted(names.grid)}/>{_LOOK}</w:tblPr>"
        f"<w:tblGrid>{columns}</w:tblGrid>{head}{rows}</w:tbl>"
    )


def _row(words: Iterable[str], widths: Iterable[int], form: str, also: str = "") -> str:
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:type="dxa" w:w="{width}"/></w:tcPr>'
        f"<w:p>{run(clean(text) or '–', form)}</w:p></w:tc>"
        for text, width in zip(words, widths, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/>{also}</w:trPr>{cells}</w:tr>"


def _text(words: str) -> str:
    if not words:
        return ""
    kept = ' xml:space="preserve"' if words != words.strip() else ""
    return f"<w:t{kept}>{escape(words)}</w:t>"


def _quoted(name: str) -> str:
    return f'"{escape(name, {chr(34): "&quot;"})}"'

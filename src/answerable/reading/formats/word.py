"""DOCX: python-docx for the package and its styles, our own walk over paragraphs and tables.

Content controls are read, which `iter_inner_content` passes over. Word has no pages.
"""

import io
from collections.abc import Iterator

import docx
from docx.document import Document
from docx.opc.exceptions import OpcError
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from answerable.reading.formats.archive import check_archive
from answerable.reading.formats.numbered import headings_of_numbered
from answerable.reading.formats.word_numbering import Numbering
from answerable.reading.formats.word_styles import Styles
from answerable.reading.formats.word_tables import Grid, cells_of, grid_of, pieces_of_grid
from answerable.reading.formats.word_text import Noted, Words, words_of
from answerable.reading.layout.blocks import lay_out, settle
from answerable.reading.layout.canonical_text import CanonicalText
from answerable.reading.layout.lines import is_heading
from answerable.reading.layout.pieces import Piece, flow, plain_piece
from answerable.vocabulary.refusal import Refusal

_PARAGRAPH, _TABLE = qn("w:p"), qn("w:tbl")
_INSERTED_FILE = qn("w:altChunk")
_WRAPPERS = frozenset(
    (qn("w:sdt"), qn("w:sdtContent"), qn("w:ins"), qn("w:customXml"), qn("w:smartTag"))
)
_WATERMARK = "{urn:schemas-microsoft-com:vml}textpath"
_NO_NOTES = ("separator", "continuationSeparator", "continuationNotice")


class UnreadableWord(Refusal):
    """Not a Word document that can be read."""

    code = "unreadable-docx"


def read_word(data: bytes) -> CanonicalText:
    """Canonical text of a Word document: running heads, body, then footnotes."""
    check_archive(data)
    document = _opened(data)
    reader = _Reader(document)
    pieces = settle(headings_of_numbered(reader.read()))
    if all(piece.kind == "furniture" for piece in pieces):
        raise UnreadableWord(
            "The document holds no words in its text; if it is a picture, run OCR on it and read "
            "the result.",
            code="no-text",
        )
    media_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    return lay_out(
        pieces,
        data=data,
        media_type=media_type,
        warnings=reader.noted.warnings(),
        title=flow(document.core_properties.title or "") or None,
    )


def _opened(data: bytes) -> Document:
    try:
        return docx.Document(io.BytesIO(data))
    except (OpcError, KeyError, ValueError, AttributeError, SyntaxError) as error:
        raise UnreadableWord(
            "The file is not a Word document that can be read; open it in Word, save it again as "
            "DOCX, and read that."
        ) from error


class _Reader:
    """Walks one document in order."""

    def __init__(self, document: Document) -> None:
        self.noted = Noted()
        self._document = document
        self._styles = Styles(_part(document, "styles"))
        self._numbering = Numbering(_part(document, "numbering"))
        self._paragraphs = 0
        self._tables = 0
        self._last_heading = 1

    def read(self) -> list[Piece]:
        """All pieces of the document."""
        pieces = [*self._running("header"), *self._blocks(self._document.element.body)]
        pieces += [*self._notes(), *self._running("footer")]
        self.noted.counts["comments"] += self._count_comments()
        return pieces

    def _blocks(self, parent: BaseOxmlElement) -> Iterator[Piece]:
        for child in parent:
            if child.tag == _PARAGRAPH:
                self._paragraphs += 1
                yield from self._paragraph(child, f"paragraph {self._paragraphs}")
            elif child.tag == _TABLE:
                self._tables += 1
                yield from self._table(child, f"table {self._tables}")
            elif child.tag in _WRAPPERS:
                yield from self._blocks(child)
            elif child.tag == _INSERTED_FILE:
                self.noted.counts["files"] += 1

    def _paragraph(self, element: BaseOxmlElement, path: str) -> Iterator[Piece]:
        words = words_of(element, self.noted)
        if not words.lines:
            return
        style = self._styles.of(element)
        number = self._numbering.next(style.num, style.num_level) if style.num else None
        shown = f"{number.shown} " if number is not None and number.shown else ""
        text = shown + " ".join(words.lines)
        if style.is_contents:
            yield Piece("furniture", text, path)
        elif style.heading:
            self._last_heading = style.heading
            yield Piece("heading", text, path, level=style.heading, stated=True)
        elif style.is_quote:
            yield Piece("quotation", text, path)
        elif number is not None and "." not in shown.strip(". "):
            yield Piece("item", text, path, level=max(number.level, style.list_level))
        elif number is None and style.list_level:
            yield Piece("item", text, path, level=style.list_level)
        else:
            yield from self._plain(words, shown, path, bold=style.is_bold or words.bold)

    def _plain(self, words: Words, shown: str, path: str, *, bold: bool) -> Iterator[Piece]:
        """A paragraph that no style explains; a line break in it parts lines of an address."""
        joined: list[str] = []
        for line in words.lines:
            if joined and line[0].islower():
                joined[-1] += f" {line}"
            else:
                joined.append(line)
        joined[0] = shown + joined[0]
        parts = words.parts[0] if len(words.lines) == 1 else ()
        for line in joined:
            if bold and is_heading(line):
                yield Piece("heading", line, path, level=min(self._last_heading + 1, 6))
            else:
                yield plain_piece(line, path, parts=parts)

    def _table(self, element: BaseOxmlElement, path: str) -> Iterator[Piece]:
        grid: Grid = grid_of(element, self.noted)
        if grid.width < 2:
            # A table of one column is a box around text.
            for cell in cells_of(element):
                yield from self._blocks(cell)
            return
        yield from pieces_of_grid(grid, path)

    def _running(self, which: str) -> Iterator[Piece]:
        """Heads or feet of all sections with their watermarks, each once."""
        seen: set[str] = set()
        for number, section in enumerate(self._document.sections, start=1):
            part = section.header if which == "header" else section.footer
            if part.is_linked_to_previous:  # else python-docx makes one from its template
                continue
            said = [
                words_of(element, self.noted).lines for element in part._element.iter(_PARAGRAPH)
            ]
            marks = [(mark.get("string") or "",) for mark in part._element.iter(_WATERMARK)]
            for lines in [*said, *marks]:
                text = flow(" ".join(lines))
                if text and text not in seen:
                    seen.add(text)
                    yield Piece("furniture", text, f"{which} {number}")

    def _notes(self) -> Iterator[Piece]:
        """Footnotes and endnotes, after the body."""
        for part in self._document.part.package.iter_parts():
            kind = str(part.partname).rsplit("/", 1)[-1].removesuffix("s.xml")
            if kind not in ("footnote", "endnote"):
                continue
            root = parse_xml(part.blob)
            for number, note in enumerate(root.iterchildren(qn(f"w:{kind}")), start=-1):
                if note.get(qn("w:type")) in _NO_NOTES:
                    continue
                for element in note.iter(_PARAGRAPH):
                    text = " ".join(words_of(element, self.noted).lines)
                    if text:
                        yield Piece("paragraph", text, f"{kind} {number}")

    def _count_comments(self) -> int:
        for part in self._document.part.package.iter_parts():
            if str(part.partname).endswith("/comments.xml"):
                return int(part.blob.count(b"<w:comment "))
        return 0


def _part(document: Document, kind: str) -> BaseOxmlElement | None:
    """The root of a part that the document itself has; python-docx would make one.

    A part that the file does not declare as what it is has no root, and is left out.
    """
    for relation in document.part.rels.values():
        if not relation.is_external and relation.reltype.endswith(f"/{kind}"):
            element: BaseOxmlElement | None = getattr(relation.target_part, "element", None)
            return element
    return None

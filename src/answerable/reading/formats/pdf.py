"""PDF: pdfium for text, places and ruled tables.

Canonical text repairs nothing: a word broken at the end of a line keeps its hyphen, without
a space after it ("anti-social" and "inspec-tion" cannot be told apart by rule).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import pypdfium2 as pdfium
from pypdfium2 import raw

from answerable.reading.formats.numbered import headings_of_numbered
from answerable.reading.formats.pdf_columns import in_reading_order
from answerable.reading.formats.pdf_flow import Flow, typography
from answerable.reading.formats.pdf_furniture import running_rows, words
from answerable.reading.formats.pdf_grid import Placed, placed
from answerable.reading.formats.pdf_lines import Line, lines_of_page
from answerable.reading.formats.pdf_page import TextPage
from answerable.reading.formats.pdf_rules import tables_drawn
from answerable.reading.formats.pdf_tables import Row, rows_of
from answerable.reading.layout.blocks import lay_out, settle
from answerable.reading.layout.canonical_text import CanonicalText
from answerable.reading.layout.pieces import Piece, flow
from answerable.vocabulary.refusal import Refusal

MOST_PAGES = 5_000
_PICTURE_SHARE = 0.4  # of the page: a picture this big, and no text, is a scan
_OCR = "run OCR on the file (for example with OCRmyPDF) and read the result"


class UnreadablePdf(Refusal):
    """Encrypted, broken, or without text."""

    code = "unreadable-pdf"


@dataclass(frozen=True, slots=True)
class _Page:
    placed: Placed
    height: float
    is_picture: bool


def read_pdf(data: bytes) -> CanonicalText:
    """Canonical text of a PDF with its pages."""
    document = open_pdf(data)
    try:
        pages = [_read_page(document, number) for number in range(1, len(document) + 1)]
        title = flow(document.get_metadata_value("Title")) or None
    finally:
        document.close()
    warnings = _check_text(pages)
    pieces = settle(headings_of_numbered(_pieces(pages)))
    return lay_out(
        pieces,
        data=data,
        media_type="application/pdf",
        pages=len(pages),
        warnings=warnings,
        title=title,
    )


def open_pdf(data: bytes) -> pdfium.PdfDocument:
    """The document, or a refusal: encrypted, broken, too many pages."""
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if getattr(error, "err_code", None) == raw.FPDF_ERR_PASSWORD or "assword" in str(error):
            raise UnreadablePdf(
                "The PDF is protected by a password; save a copy without the password and read "
                "that.",
                code="encrypted",
            ) from error
        raise UnreadablePdf(
            "The PDF is broken or incomplete; download it again, or open it and save it anew."
        ) from error
    if not 0 < len(document) <= MOST_PAGES:
        count = len(document)
        document.close()
        if count <= 0:
            raise UnreadablePdf("The PDF has no pages; download it again.")
        raise UnreadablePdf(
            f"The PDF claims {count:,} pages, over the limit of {MOST_PAGES:,}; split it.",
            code="limit-pages",
        )
    return document


def count_pages(data: bytes) -> int:
    """How many pages a PDF has."""
    document = open_pdf(data)
    try:
        return len(document)
    finally:
        document.close()


def text_page(page: pdfium.PdfPage, number: int) -> tuple[pdfium.PdfTextPage, TextPage]:
    """The text of a page, to be closed by the caller, and its geometry."""
    text = page.get_textpage()
    left, lower, right, upper = page.get_cropbox()
    return text, TextPage(
        text.raw, number, right - left, upper - lower, page.get_rotation(), left, lower
    )


def _read_page(document: pdfium.PdfDocument, number: int) -> _Page:
    try:
        page = document[number - 1]
        text, geometry = text_page(page, number)
    except pdfium.PdfiumError as error:
        raise UnreadablePdf(
            f"Page {number} of the PDF is broken; download it again, or open it and save it anew."
        ) from error
    try:
        lines = lines_of_page(geometry)
        return _Page(
            placed=placed(lines, tables_drawn(page.raw, geometry) if lines else None, geometry),
            height=geometry.shown_height,
            is_picture=not lines and _is_picture(page, geometry),
        )
    finally:
        text.close()
        page.close()


def _is_picture(page: pdfium.PdfPage, geometry: TextPage) -> bool:
    for item in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE]):
        left, lower, right, upper = item.get_bounds()
        if (right - left) * (upper - lower) > _PICTURE_SHARE * geometry.width * geometry.height:
            return True
    return False


def _check_text(pages: Sequence[_Page]) -> list[str]:
    """Refuse scans. A cover that is a picture, first or last, is only noted."""
    if not any(page.placed.lines for page in pages):
        raise UnreadablePdf(
            f"Page 1 of the PDF holds no text, nor does any other of its {len(pages)}; it is "
            f"probably a scan: {_OCR}."
            if len(pages) > 1
            else f"Page 1 of the PDF holds no text; it is probably a scan: {_OCR}.",
            code="no-text",
        )
    warnings = []
    for number, page in enumerate(pages, start=1):
        if not page.is_picture:
            continue
        if number not in (1, len(pages)):
            raise UnreadablePdf(
                f"Page {number} of the PDF is a picture without text; {_OCR}, or take that page "
                "out.",
                code="no-text",
            )
        warnings.append(f"Page {number} is a picture without text; nothing was read from it.")
    return warnings


def _pieces(pages: Sequence[_Page]) -> list[Piece]:
    heights = {number: page.height for number, page in enumerate(pages, start=1)}
    rows = [rows_of(page.placed.lines) for page in pages]
    running = running_rows(rows, heights)
    furniture: dict[int, list[Piece]] = {}
    bodies: list[_Body] = []
    for number, (page, found) in enumerate(zip(pages, rows, strict=True), start=1):
        apart = [row for row in found if row[0] in running]
        furniture[number] = [
            Piece("furniture", words(row), f"page {number}", page=number) for row in apart
        ]
        bodies.append(_body(page.placed.lines, found, apart))
    lines = [line for body in bodies for line in body.lines if line.first >= 0]
    reader = Flow(typography(lines))
    for page, body in zip(pages, bodies, strict=True):
        columns = in_reading_order(body.lines)
        for column in columns:
            is_page = len(columns) == 1 and body.rows is not None
            found = body.rows if is_page and body.rows else rows_of(column.lines)
            reader.column(column.lines, found, column.right, page.placed.tables)
    reader.close()
    return _with_furniture(reader.pieces, furniture)


class _Body(NamedTuple):
    """What a page says beside its running lines; its rows, if those are as without them."""

    lines: list[Line]
    rows: list[Row] | None


def _body(lines: list[Line], rows: list[Row], apart: Sequence[Row]) -> _Body:
    """The page without the rows that are set apart."""
    if not apart:
        return _Body(lines, rows)
    # A marker and its words are one line of a row, and two of the page.
    gone = {at for row in apart for line in row for at in range(line.first, line.last + 1)}
    # Lines stay in the order of the file, which rows may change.
    kept = [line for line in lines if line.first not in gone]
    first, last = 0, len(rows)
    while first < last and rows[first][0].first in gone:
        first += 1
    while first < last and rows[last - 1][0].first in gone:
        last -= 1
    # Rows before all others and after them bear on no other row.
    return _Body(kept, rows[first:last] if last - first == len(rows) - len(apart) else None)


def _with_furniture(pieces: list[Piece], furniture: dict[int, list[Piece]]) -> list[Piece]:
    """Running lines of a page stand before the first piece that begins or goes on after it."""
    result: list[Piece] = []
    waiting = sorted(furniture)
    for piece in pieces:
        last = (piece.page or 1) + len(piece.page_turns)
        while waiting and waiting[0] < last:
            result.extend(furniture[waiting.pop(0)])
        result.append(piece)
    for number in waiting:
        result.extend(furniture[number])
    return result

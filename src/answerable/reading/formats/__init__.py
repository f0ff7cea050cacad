"""One reader per file format, all giving canonical text and blocks.

The type is told by the content first, then by the given media type, then by the name. Each
reader is loaded only when a file of its type comes, so that a child starts quickly.
"""

from collections.abc import Callable
from importlib import import_module

from answerable.reading.formats.kinds import Kind, kind_of
from answerable.reading.layout.canonical_text import CanonicalText

_READERS: dict[Kind, tuple[str, str]] = {
    "text": ("mail", "read_plain"),
    "mail": ("mail", "read_mail"),
    "html": ("html", "read_html"),
    "pdf": ("pdf", "read_pdf"),
    "docx": ("word", "read_word"),
    "xlsx": ("sheet", "read_workbook"),
    "ods": ("sheet", "read_workbook"),
    "csv": ("delimited", "read_csv"),
}


def canonical(
    data: bytes, *, media_type: str | None = None, name: str | None = None
) -> CanonicalText:
    """Canonical text of a file, or a Refusal that says what to do. Pure: same bytes, same text."""
    return reader_of(kind_of(data, media_type=media_type, name=name), data)(data)


def reader_of(kind: Kind, data: bytes) -> Callable[[bytes], CanonicalText]:
    """The reader of a kind, with everything loaded that it needs for this file."""
    name, function = _READERS[kind]
    module = import_module(f"answerable.reading.formats.{name}")
    if kind == "mail":
        module.load_for(data)
    reader: Callable[[bytes], CanonicalText] = getattr(module, function)
    return reader


def rectangles(
    data: bytes, text: CanonicalText, start: int, end: int
) -> list[tuple[int, float, float, float, float]]:
    """Where `text[start:end]` stands on the pages of a PDF: (page, x0, y0, x1, y1).

    Points from the lower left corner of the page as it is shown; pages from 1. Empty for
    formats without pages.
    """
    if text.media_type != "application/pdf":
        return []
    module = import_module("answerable.reading.formats.pdf_rectangles")
    return list(module.rectangles(data, text, start, end))

"""A pack as a workbook: a sheet of notes first, then real tables with a frozen head.

Every text is written as text: nothing in a workbook of ours is a formula. A column of numbers or
of whole dates alone is one of numbers or dates, so that a program can sort it and count in it; in
a column of which more than half are whole dates, those are dates.
"""

import io
from collections.abc import Sequence
from datetime import date
from typing import Any

from answerable.publishing.packs.cells import mostly_days, typed, value_of
from answerable.publishing.packs.content import Pack, PackPart, PackTable
from answerable.publishing.packs.word import rezipped

_LONGEST = 32_767  # characters that a cell can hold
_TABLE_AT = 3  # rows above a table: banner, title, an empty one
_NAME = 31  # characters of the name of a sheet
_FORBIDDEN = "[]:*?/\\'"
_WIDEST, _PAGE = 70, 140
_LINE, _HIGHEST = 15, 405  # points


def xlsx_bytes(pack: Pack) -> bytes:
    """The pack as a workbook; the same pack gives the same bytes, and no author stands in it."""
    import xlsxwriter  # noqa: PLC0415  # loaded when a workbook is made, not before

    out = io.BytesIO()
    book = xlsxwriter.Workbook(
        out,
        {
            "in_memory": True,
            "strings_to_formulas": False,
            "strings_to_numbers": False,
            "strings_to_urls": False,
        },
    )
    book.set_properties(
        {
            "title": pack.title,
            "subject": pack.head,
            "category": pack.marking,
            "created": pack.stamp.replace(tzinfo=None),
        }
    )
    made = _Book(book, pack)
    made.notes()
    made.words(pack.parts)
    for part in pack.parts:
        if part.table is not None:
            made.table(part.title, part.table)
    if pack.lists_sources:
        made.sources()
    book.close()
    return rezipped(out.getvalue())


class _Book:
    """The workbook while it is made: its formats, and how many tables it has."""

    def __init__(self, book: Any, pack: Pack) -> None:
        self._book, self._pack = book, pack
        self._bold = book.add_format({"bold": True})
        own = {"font_color": "#ffffff", "bg_color": pack.colour}
        self._head = book.add_format({"bold": True, "bottom": 1, "valign": "top", **own})
        self._title = book.add_format({"bold": True, "font_size": 14, "font_color": pack.colour})
        self._wrap = book.add_format({"text_wrap": True, "valign": "top"})
        top = {"valign": "top"}
        self._forms = {
            int: book.add_format({"num_format": "#,##0", **top}),
            float: book.add_format({"num_format": "#,##0.0#", **top}),
            date: book.add_format({"num_format": "d mmmm yyyy", "align": "left", **top}),
        }
        self._names: set[str] = set()

    def notes(self) -> None:
        """What this file is, its dates and how to check it."""
        sheet = self._sheet("Notes", self._pack.title)
        rows = (
            ("Site", self._pack.name),
            ("About", self._pack.body),
            ("In one sentence", self._pack.sentence),
            ("What kind of facts", self._pack.banner),
            ("Marking", self._pack.marking),
            ("Dates", self._pack.foot),
            *(("Sources", words) for words in (self._pack.notice,) if words),
            *(("How to check", words) for words in self._pack.how_to_check),
            (
                "Reading the sheets",
                "“In words” holds what is no table; every other sheet holds one. Numbers in "
                "the column Sources are those of the last sheet. An empty cell says that our "
                "sources say nothing.",
            ),
        )
        self._table(sheet, ("What", "Words"), rows, (24, 100))

    def words(self, parts: Sequence[PackPart]) -> None:
        """What stands outside tables, on one sheet: a line each, with the part it belongs to."""
        rows = tuple(
            (part.title, *row)
            for part in parts
            for row in (
                *(("", words, "", "") for words in (*part.paragraphs, part.absent) if words),
                *(
                    (line.label, line.words, line.note, ", ".join(map(str, line.sources)))
                    for line in part.lines
                ),
            )
        )
        if rows:
            head = ("Part", "Line", "Words", "Note", "Sources")
            self._table(self._sheet("In words", "In words"), head, rows, (30, 22, 70, 40, 12))

    def table(self, title: str, table: PackTable) -> None:
        """A table as a sheet of its own."""
        total = sum(table.widths)
        widths = tuple(max(12, share * _PAGE // total) for share in table.widths)
        self._table(self._sheet(title, title), table.head, table.rows, widths)

    def sources(self) -> None:
        """The numbered sources."""
        sheet = self._sheet("Sources", "Sources")
        rows = tuple(
            (str(s.number), s.title, s.place, s.address, f"{self._pack.site}{s.page}")
            for s in self._pack.sources
        )
        head = ("Number", "Title", "Date", "Address", "On this site")
        self._table(sheet, head, rows, (9, 60, 30, 50, 50))

    def _sheet(self, name: str, title: str) -> Any:
        sheet = self._book.add_worksheet(self._name(name))
        sheet.write_string(0, 0, self._pack.head, self._bold)
        sheet.write_string(1, 0, title, self._title)
        sheet.set_landscape()
        sheet.set_paper(9)  # A4
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(_TABLE_AT)
        sheet.set_header(f"&L{_printed(self._pack.head)}")
        sheet.set_footer(f"&L{_printed(self._pack.foot)}&R&P of &N")
        return sheet

    def _table(
        self,
        sheet: Any,
        head: tuple[str, ...],
        rows: tuple[tuple[str, ...], ...],
        widths: tuple[int, ...],
    ) -> None:
        last = _TABLE_AT + max(len(rows), 1)
        sheet.add_table(
            *(_TABLE_AT, 0, last, len(head) - 1),
            {
                "name": f"Table{len(self._names)}",
                "style": "Table Style Light 1",
                "columns": [{"header": words, "header_format": self._head} for words in head],
            },
        )
        columns = list(zip(*rows, strict=True))
        kinds = [typed(column) for column in columns]
        days = [mostly_days(column) for column in columns]
        for at, row in enumerate(rows, start=_TABLE_AT + 1):
            sheet.set_row(at, _height(row, widths))
            for column, words in enumerate(row):
                value = value_of(words)
                day = isinstance(value, date) and days[column]
                if isinstance(value, str) or not (day or kinds[column]):
                    sheet.write_string(at, column, words[:_LONGEST], self._wrap)
                else:
                    write = sheet.write_datetime if isinstance(value, date) else sheet.write_number
                    write(at, column, value, self._forms[type(value)])
        for column, width in enumerate(widths):
            sheet.set_column(column, column, min(width, _WIDEST), self._wrap)
        sheet.freeze_panes(_TABLE_AT + 1, 0)

    def _name(self, title: str) -> str:
        """A name that a sheet may have: at most 31 characters, whole words, each name once."""
        kept = "".join(c for c in title if c not in _FORBIDDEN and c.isprintable())
        name, number = _cut(kept, _NAME), 1
        while name.casefold() in self._names:
            number += 1
            name = f"{_cut(kept, _NAME - 1 - len(str(number)))} {number}"
        self._names.add(name.casefold())
        return name


def _cut(words: str, most: int) -> str:
    """The words that fit into so many characters; a single longer word is cut."""
    if len(words) <= most:
        return words
    whole = words[: most + 1].rpartition(" ")[0] or words[:most]
    return whole.rstrip(" ,;")


def _height(row: tuple[str, ...], widths: tuple[int, ...]) -> int:
    """Points that the words of a row need: programs do not all find it out for themselves."""
    lines = (
        -(-len(words) * 11 // (10 * min(width, _WIDEST)))
        for words, width in zip(row, widths, strict=True)
    )
    return min(_LINE * max(1, *lines), _HIGHEST)


def _printed(words: str) -> str:
    """Words of a head or foot line, in which an ampersand begins a code; at most 200 of them."""
    return words.replace("&", "&&")[:200]

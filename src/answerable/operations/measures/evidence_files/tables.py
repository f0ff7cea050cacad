"""CSV text to rows: UTF-8, comma or semicolon, a header row; refused with where."""

import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from answerable.operations.measures.evidence_files.decimal_commas import (
    has_decimal_commas,
    with_point,
)
from answerable.operations.measures.evidence_files.numbers import cell
from answerable.operations.measures.evidence_files.thousands import may_be_thousands
from answerable.vocabulary.refusal import Refusal

SEPARATOR = re.compile(r"sep=[,;]", re.IGNORECASE)
"""The line that spreadsheets write first to say which mark parts their columns."""
WORKBOOK = b"PK\x03\x04"


class FileRefused(Refusal):
    """A file or an option that cannot be used, and where: `case 7, row 112`."""

    code = "file_refused"

    def __init__(self, sentence: str, *, code: str, where: str = "") -> None:
        super().__init__(sentence, code=code)
        self.where = where


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its cells in the order of the file, where each column stands, and its line in the
    file (the header is line 1). `places` is shared by all rows.
    """

    line: int
    cells: tuple[str, ...]
    places: Mapping[str, int]

    def get(self, column: str) -> str:
        """The cell without blanks around it; empty when the file has no such column."""
        place = self.places.get(column, len(self.cells))
        return self.cells[place] if place < len(self.cells) else ""


@dataclass(frozen=True)
class Table:
    """The rows of a file and the columns that it has; those of `decimal_commas` were written with
    a decimal comma and their cells hold a point.
    """

    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    decimal_commas: tuple[str, ...] = ()

    @property
    def said(self) -> tuple[str, ...]:
        """What a reader of the answer has to know of how the file was read."""
        if not self.decimal_commas:
            return ()
        columns = ", ".join(self.decimal_commas)
        return (f"The commas in the numbers of {columns} were read as decimal commas.",)

    @property
    def notes(self) -> tuple[str, ...]:
        """The same as a code."""
        return ("decimal_comma",) if self.decimal_commas else ()


def decoded(data: bytes) -> str:
    """Text of a UTF-8 file, with or without a byte order mark."""
    if data.startswith(WORKBOOK):
        raise FileRefused(
            "The file is a workbook or another zip file, not CSV. Save its sheet as CSV in UTF-8 "
            "and try again.",
            code="not_utf8",
            where="byte 1",
        )
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        raise FileRefused(
            "The file is not UTF-8 text. Save it as CSV in UTF-8 and try again.",
            code="not_utf8",
            where=f"byte {wrong.start + 1}",
        ) from None
    if "\0" in text:
        raise FileRefused(
            "The file is not UTF-8 text: it looks like UTF-16. Save it as CSV in UTF-8 and try "
            "again.",
            code="not_utf8",
            where=f"byte {data.index(0) + 1}",
        )
    return text


def read_table(
    text: str,
    *,
    required: Sequence[str],
    optional: Sequence[str] | None,
    what: str = "the file",
    numbers: Sequence[str] | None = (),
) -> Table:
    """The rows of a CSV text whose header has every required column and no unknown one.

    With `optional` None any other column may stand beside them and is not read. `numbers` are the
    columns that hold numbers, None all that are not required: of a file with semicolons between
    its columns they may be written with a decimal comma.
    """
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    first, _, _ = lines.lstrip().partition("\n")
    if SEPARATOR.fullmatch(first.strip()):
        # An empty line in its place: the rows keep their numbers.
        lines = lines.replace(first, "", 1)
    header_line = next((line for line in lines.split("\n") if line.strip()), "")
    if not header_line:
        raise FileRefused(
            f"There is nothing in {what}. It needs a header row and rows.", code="empty_file"
        )
    delimiter = ";" if header_line.count(";") > header_line.count(",") else ","
    reader = csv.reader(io.StringIO(lines), delimiter=delimiter, strict=True)
    columns: tuple[str, ...] = ()
    places: dict[str, int] = {}
    rows: list[Row] = []
    try:
        for cells in reader:
            held = tuple(found.strip() for found in cells)
            if not any(held):
                continue
            if not columns:
                columns = _header(held, required=required, optional=optional, what=what)
                places = {column: place for place, column in enumerate(columns)}
            else:
                row = _row(held, places, len(columns), line=reader.line_num, what=what)
                rows.append(row)
    except csv.Error as wrong:
        raise FileRefused(
            f"A row of {what} cannot be read as CSV ({wrong}).",
            code="not_csv",
            where=f"row {reader.line_num}",
        ) from None
    if not rows:
        raise FileRefused(
            f"{what.capitalize()} has a header and no rows.", code="empty_file", where="row 1"
        )
    made = Table(columns, tuple(rows))
    if delimiter == ";":
        others = tuple(column for column in columns if column not in required)
        made = _without_commas(made, others if numbers is None else numbers)
        _refuse_thousands(columns, made.rows)
    return made


def _without_commas(table: Table, numbers: Sequence[str]) -> Table:
    """The table with points in the columns of numbers that can only be decimal commas."""
    found = tuple(
        column
        for column in numbers
        if column in table.columns and has_decimal_commas(row.get(column) for row in table.rows)
    )
    if not found:
        return table
    here = {table.columns.index(column) for column in found}
    rows = (
        replace(
            row, cells=tuple(with_point(c) if i in here else c for i, c in enumerate(row.cells))
        )
        for row in table.rows
    )
    return replace(table, rows=tuple(rows), decimal_commas=found)


def _refuse_thousands(columns: Sequence[str], rows: Sequence[Row]) -> None:
    for column in columns:
        place = may_be_thousands(row.get(column) for row in rows)
        if place is not None:
            raise FileRefused(
                f"“{rows[place].get(column)}” may be thousands or a decimal number, and so may "
                f"every other dot in the column {column}. Write thousands without a mark, or "
                "save the file with commas between its columns.",
                code="not_a_number",
                where=f"row {rows[place].line}, column {column}",
            )


def _header(
    cells: tuple[str, ...],
    *,
    required: Sequence[str],
    optional: Sequence[str] | None,
    what: str,
) -> tuple[str, ...]:
    columns = tuple(found.casefold().replace("-", "_") for found in cells)
    while columns and not columns[-1]:
        columns = columns[:-1]
    for i, column in enumerate(columns):
        if optional is None and column not in required:
            continue
        if optional is not None and column not in (*required, *optional):
            raise FileRefused(
                f"{what.capitalize()} has a column “{cells[i][:60]}” that is not known here. "
                f"Known are: {', '.join((*required, *optional))}."
                f"{_hint(cells[i], alone=len(columns) == 1)}",
                code="unknown_column",
                where="row 1",
            )
        if column in columns[:i]:
            raise FileRefused(
                f"{what.capitalize()} has two columns “{column}”. Keep one.",
                code="repeated_column",
                where="row 1",
            )
    for column in required:
        if column not in columns:
            raise FileRefused(
                f"{what.capitalize()} has no column “{column}”."
                f"{_hint(cells[0], alone=len(columns) == 1)}",
                code="missing_column",
                where="row 1",
            )
    return columns


def _hint(heading: str, *, alone: bool) -> str:
    """What such a heading usually means."""
    if "\t" in heading:
        return " The columns are parted by tabs: save the file with commas between them."
    if heading.lstrip().startswith("<"):
        return " This looks like a web page: download the file itself."
    if alone:
        return " If that is a title, delete it: the first row holds the names of the columns."
    return ""


def _row(
    cells: tuple[str, ...], places: Mapping[str, int], width: int, *, line: int, what: str
) -> Row:
    if any(cells[width:]):
        raise FileRefused(
            f"A row of {what} has more cells than the header has columns.",
            code="not_csv",
            where=f"row {line}",
        )
    return Row(line, cells[:width], places)


def by_name(table: Table, column: str, *, what: str) -> dict[str, Row]:
    """One row per name in `column` (empty is `1`); a name twice is refused."""
    found: dict[str, Row] = {}
    for row in table.rows:
        name = row.get(column) or "1"
        if name in found:
            raise FileRefused(
                f"{what.capitalize()} has two rows for {column} {name}. Keep one.",
                code=f"repeated_{column}",
                where=f"{what}, row {row.line}",
            )
        found[name] = row
    return found


def csv_text(columns: Sequence[str], rows: Iterable[Mapping[str, object]]) -> str:
    """Rows as CSV text with a header: comma, LF, quotes only where needed."""
    held = io.StringIO()
    writer = csv.writer(held, lineterminator="\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([cell(row.get(column)) for column in columns])
    return held.getvalue()

"""CSV text to rows: UTF-8, comma or semicolon, a header row, ISO dates; refused with where."""

import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import isfinite

from answerable.evidence.series import LARGEST
from answerable.operations.measures.evidence_files.numbers import cell
from answerable.vocabulary.refusal import Refusal

DAY = re.compile(r"([0-9]{4})-([0-9]{2})(?:-([0-9]{2})(?:[ T]00:00(?::00)?)?)?")
SEPARATOR = re.compile(r"sep=[,;]", re.IGNORECASE)
"""The line that spreadsheets write first to say which mark parts their columns."""
WORKBOOK = b"PK\x03\x04"
NUMBER = re.compile(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?")


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
    """The rows of a file and the columns that it has."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]


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
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        raise FileRefused(
            "The file is not UTF-8 text. Save it as CSV in UTF-8 and try again.",
            code="not_utf8",
            where=f"byte {wrong.start + 1}",
        ) from None


def read_table(
    text: str,
    *,
    required: Sequence[str],
    optional: Sequence[str] | None,
    what: str = "the file",
) -> Table:
    """The rows of a CSV text whose header has every required column and no unknown one.

    With `optional` None any other column may stand beside them and is not read.
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
    return Table(columns, tuple(rows))


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


def a_date(text: str, *, where: str) -> date:
    """A date from `YYYY-MM-DD`, or the first of `YYYY-MM`."""
    found = DAY.fullmatch(text)
    try:
        if found:
            year, month, day = found.groups()
            return date(int(year), int(month), int(day or 1))
    except ValueError:
        pass
    raise FileRefused(
        f"“{text[:40]}” is not a date. Write it as YYYY-MM-DD or YYYY-MM.{_date_hint(text)}",
        code="not_a_date",
        where=where,
    )


def _date_hint(text: str) -> str:
    """What such a cell usually is."""
    if ";" in text or "\t" in text:
        return " Its row is parted by other marks than the header: use one mark for every row."
    if re.fullmatch(r"[0-9]{5}(?:\.[0-9]+)?", text):
        return " It looks like a spreadsheet's day number: give the column a date format."
    if re.fullmatch(r"[0-9]{4} ?-?[Qq][1-4]|[Qq][1-4] ?-?[0-9]{4}", text):
        return " Write a quarter as its first month: 2024-04 for April to June 2024."
    if re.fullmatch(r"[0-9]{1,2}[./-][0-9]{1,2}[./-][0-9]{2,4}", text):
        return " Day and month could be taken for each other, so they are not guessed."
    return ""


def a_number(text: str, *, where: str) -> float | None:
    """A number, or None for an empty cell, which is missing and never 0."""
    if text == "":
        return None
    if NUMBER.fullmatch(text):
        value = float(text)
        if isfinite(value) and abs(value) <= LARGEST:
            return value + 0.0
    raise FileRefused(
        f"“{text[:40]}” is not a number that can be used. Write it with a decimal point and no "
        f"other marks, or leave the cell empty if it is missing.{_number_hint(text)}",
        code="not_a_number",
        where=where,
    )


def _number_hint(text: str) -> str:
    """What such a cell usually is."""
    if re.fullmatch(r"[+-]?[0-9]+(?:[., \u00a0'\u2009\u202f][0-9]+)+", text):
        return " A mark between thousands and a decimal comma look alike, so neither is guessed."
    if re.fullmatch(r"[*.:\u2026~c-]{1,3}|[<\u2264] ?[0-9]+|(?i:n/?a|nil|null|none|nan|-)", text):
        return " If it was withheld, it is missing: never write 0 for it."
    return ""


def a_whole_number(text: str, *, where: str) -> int:
    """A whole number of at most six digits."""
    if re.fullmatch(r"[+-]?[0-9]{1,6}", text):
        return int(text)
    raise FileRefused(
        f"“{text[:40]}” is not a whole number.", code="not_a_whole_number", where=where
    )


def a_choice(text: str, choices: Sequence[str], *, where: str) -> str:
    """One of the words offered, in any case."""
    if text.casefold() in choices:
        return text.casefold()
    raise FileRefused(
        f"“{text[:40]}” is not offered here. Choose one of: {', '.join(choices)}.",
        code="not_offered",
        where=where,
    )


def a_flag(text: str, *, where: str) -> bool:
    """TRUE or FALSE."""
    return a_choice(text, ("true", "false"), where=where) == "true"


def dates_of(text: str, *, where: str) -> tuple[date, ...]:
    """Dates with `;` between them."""
    return tuple(a_date(part.strip(), where=where) for part in text.split(";") if part.strip())


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

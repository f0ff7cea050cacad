"""What every loader gives back, and how it reads the text, numbers and periods of a table."""

import csv
import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Literal, NamedTuple, Self, get_args

from answerable.evidence.series import LARGEST
from answerable.store.observations.refused import LoadRefused
from answerable.store.observations.stated import stated
from answerable.store.observations.workbooks import BEGINS, text_rows
from answerable.vocabulary.identity import slug
from answerable.vocabulary.measures import Grain, Observation

PeriodLabel = Literal[
    "iso",  # 2025-12-01 or 2025-12: the first day; the length is the measure's
    "month-year",  # Apr-23
    "month-name",  # April 2023 or Apr 2023
    "day-month-year",  # 01/04/2023: the first day, in the order of British dates
    "financial-year",  # 2017/18: April to March
    "calendar-quarter",  # 2023 Q1: January to March
    "financial-quarter",  # 2017/18 Q1: April to June
    "year-ending",  # 2019-12: the twelve months to its end
]

_MONTHS = (
    *("january", "february", "march", "april", "may", "june", "july", "august", "september"),
    *("october", "november", "december"),
)
MOST_TOLD = 12
LABELS = get_args(PeriodLabel)
_NUMBER = re.compile(r"-?([0-9][0-9,]*)(?:\.[0-9]+)?")
_COMMA_FIRST = str.maketrans({",": ".", ".": ",", " ": ",", "\u202f": ","})
"""Writes 1.234,5 and 1 234,5 as 1,234.5."""
_LABELS: Mapping[PeriodLabel, re.Pattern[str]] = {
    "iso": re.compile(r"(?P<year>[0-9]{4})-(?P<month>[0-9]{2})(?:-01)?"),
    "month-year": re.compile(r"(?P<name>[A-Za-z]{3,4})-(?P<short>[0-9]{2})"),
    "month-name": re.compile(r"(?P<name>[A-Za-z]{3,9}) (?P<year>[0-9]{4})"),
    "day-month-year": re.compile(r"0?1/(?P<month>[0-9]{1,2})/(?P<year>[0-9]{4})"),
    "financial-year": re.compile(r"(?P<year>[0-9]{4})/(?P<next>[0-9]{2})"),
    "calendar-quarter": re.compile(r"(?P<year>[0-9]{4}) ?Q(?P<quarter>[1-4])"),
    "financial-quarter": re.compile(r"(?P<year>[0-9]{4})/(?P<next>[0-9]{2}) ?Q(?P<quarter>[1-4])"),
    "year-ending": re.compile(r"(?P<year>[0-9]{4})-(?P<month>[0-9]{2})"),
}
_GRAINS: Mapping[PeriodLabel, Grain] = {
    "month-year": "month",
    "month-name": "month",
    "financial-year": "year",
    "calendar-quarter": "quarter",
    "financial-quarter": "quarter",
    "year-ending": "year",
}


@dataclass(frozen=True, slots=True)
class Reject:
    """One row, or one file of an archive (row 0), that was left out, and why."""

    source_row: int
    column: str
    text: str
    reason: str
    file: str = ""


class RowRefused(Exception):
    """One row cannot be taken: column, text, reason. Never leaves a loader."""

    def __init__(self, column: str, text: str, reason: str) -> None:
        super().__init__(column, text, reason)
        self.column, self.text, self.reason = column, text, reason


class Loaded(NamedTuple):
    """What a loader gives: the observations and everything it left out."""

    rows: tuple[Observation, ...]
    rejects: tuple[Reject, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TableLayout:
    """How a publisher writes a table. Stated in a reviewed file, never guessed.

    `bodies` maps the publisher's name of a body to ours; empty: the text is the identifier.
    `missing` and `suppressed` are the marks that stand where a number would. `sheet` is that of
    a workbook, where it has several. `decimal` is the mark before the decimals of a number in a
    text file: a point, or a comma, and then thousands may be parted by points or blanks. What
    stands above the row `header_row` of the file, such as a title, is not read.
    """

    period_label: PeriodLabel = "iso"
    bodies: Mapping[str, str] | None = None
    missing: tuple[str, ...] = ("",)
    suppressed: tuple[str, ...] = ()
    delimiter: str = ","
    decimal: str = "."
    encoding: str = "utf-8"
    comment: str = "#"
    sheet: str = ""
    header_row: int = 1

    @classmethod
    def from_dict(cls, raw: Mapping[str, Any]) -> Self:
        """A layout from the mapping of its TOML file; what is unknown or missing is refused."""
        layout = cls(**stated(raw, cls))
        if layout.period_label not in _LABELS:
            raise LoadRefused(
                f"“{layout.period_label}” is no way to label a period. "
                f"Choose one of {', '.join(_LABELS)}.",
                code="unknown_period_label",
            )
        if layout.decimal not in (".", ","):
            raise LoadRefused(
                'The decimal mark of a layout is a point or a comma: write decimal = "." or '
                'decimal = ",".',
                code="unknown_decimal_mark",
            )
        if len(layout.delimiter) != 1:
            raise LoadRefused(
                'One mark parts the cells of a table: write delimiter = "," or ";" or "\\t".',
                code="unknown_delimiter",
            )
        return layout


def sha256_of(content: bytes) -> str:
    """The digest that names a source file, in lower hex."""
    return hashlib.sha256(content).hexdigest()


def digest_of_file(path: Path) -> str:
    """The same of a file of any size, which is not held in memory."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def table_rows(*, content: bytes, layout: TableLayout) -> Iterator[tuple[int, dict[str, str]]]:
    """(line number, column -> text) of each row under the header.

    Takes a byte order mark and line ends of every kind (LF, CRLF, CR alone), or a sheet of a
    workbook. Comment lines are taken above the header only. A short row gives empty texts.
    Raises LoadRefused: `not_text`, `no_header`, `two_columns_of_one_name`, `not_a_workbook`,
    `unknown_sheet`.
    """
    numbered = ((n, cells) for n, cells in _rows(content, layout) if n >= layout.header_row)
    header = [name.strip() for name in next(numbered, (0, []))[1]]
    if not any(header):
        raise LoadRefused(
            "The file has no header row. The first row must name the columns.", code="no_header"
        )
    named = [name for name in header if name]
    if len(set(named)) < len(named):
        raise LoadRefused(
            "The file has two columns of one name. Rename one of them.",
            code="two_columns_of_one_name",
        )
    for line, cells in numbered:
        if any(cell.strip() for cell in cells):
            padded = cells + [""] * (len(header) - len(cells))
            yield (
                line,
                {name: cell.strip() for name, cell in zip(header, padded, strict=False) if name},
            )


def number_of(text: str, *, decimal: str = ".") -> float | None:
    """A number as tables print it, with or without commas by thousands; None if it is none, or
    too large for a chart to be drawn of it.

    >>> number_of(" 66,776 "), number_of("1,2"), number_of("66.776,5", decimal=",")
    (66776.0, None, 66776.5)
    """
    plain = text.replace("\u00a0", " ").strip()
    if decimal == ",":
        plain = plain.translate(_COMMA_FIRST)
    found = _NUMBER.fullmatch(plain)
    if found is None:
        return None
    first, *others = found[1].split(",")
    if others and (len(first) > 3 or any(len(group) != 3 for group in others)):
        return None
    value = float(plain.replace(",", ""))
    return value if abs(value) <= LARGEST else None


def number_in(cells: Mapping[str, str], column: str, layout: TableLayout) -> float | None:
    """The number of a cell, None where it is missing, or RowRefused."""
    text = cells.get(column, "")
    if text in layout.missing:
        return None
    value = number_of(text, decimal=layout.decimal)
    if value is None:
        other = "," if layout.decimal == "." else "."
        swapped = number_of(text, decimal=other) is not None
        hint = f': state decimal = "{other}" in the layout if that is its decimal mark'
        raise RowRefused(column, text, f"not a number{hint if swapped else ''}")
    return value


def body_of(cells: Mapping[str, str], column: str, layout: TableLayout) -> str:
    """Our identifier of the body of a row, or RowRefused."""
    text = cells[column]
    name = text if layout.bodies is None else layout.bodies.get(text, "")
    if not name or slug(name) != name:
        raise RowRefused(column, text, "not a body that we know")
    return name


def period_of(*, text: str, label: PeriodLabel, grain: Grain) -> date | None:
    """First day of the period that a label names, or None where it names none of this grain.

    >>> period_of(text="2017/18", label="financial-year", grain="year")
    datetime.date(2017, 4, 1)
    """
    found = _LABELS[label].fullmatch(text.strip())
    if found is None or _GRAINS.get(label, grain) != grain:
        return None
    part = found.groupdict()
    if "name" in part:
        year = int(part.get("year") or 2000 + int(part["short"]))
        month = _month_named(part["name"])
    else:
        year, month = int(part["year"]), int(part.get("month") or 1)
    if "next" in part:
        month = 4
        if (year + 1) % 100 != int(part["next"]):
            return None
    if "quarter" in part:
        months = year * 12 + month - 1 + 3 * (int(part["quarter"]) - 1)
        year, month = months // 12, months % 12 + 1
    if label == "year-ending":
        year, month = (year, 1) if month == 12 else (year - 1, month + 1)
    if not (1 <= month <= 12 and 1 <= year < 9999):
        return None
    if label in ("iso", "day-month-year") and grain == "quarter" and month % 3 != 1:
        return None
    return date(year, month, 1)


def _month_named(name: str) -> int:
    lower = name.lower()
    lower = "sep" if lower == "sept" else lower
    found = [i for i, month in enumerate(_MONTHS, 1) if lower in (month, month[:3])]
    return found[0] if found else 0


def header_of(content: bytes, layout: TableLayout | None = None) -> tuple[str, ...]:
    """The names of the columns of a table in UTF-8 or of a workbook of one sheet.

    Raises LoadRefused: `not_text`, `not_csv`, `not_a_workbook`, `unknown_sheet`.
    """
    try:
        _, cells = next(_rows(content, layout or TableLayout()), (0, []))
    except csv.Error:
        raise LoadRefused(
            "The file is not a table of commas and quotes.", code="not_csv"
        ) from None
    return tuple(name.strip() for name in cells)


def columns_told(names: Iterable[str]) -> str:
    """The columns of a table in a sentence; of very many, the first."""
    every = list(names)
    shown = ", ".join(name[:40] for name in every[:MOST_TOLD])
    shown += f" and {len(every) - MOST_TOLD:,} more" if len(every) > MOST_TOLD else ""
    for mark, word in ((";", "semicolons"), ("\t", "tabs")):
        if any(mark in name for name in every):
            return f"{shown}. Its cells seem to be parted by {word}: state that as the delimiter"
    if len([name for name in every if name]) == 1:
        shown += (
            ". If that is a title, state the row of the headings in the layout: header_row = 3"
        )
    return shown


def _rows(content: bytes, layout: TableLayout) -> Iterator[tuple[int, list[str]]]:
    """(line number, cells) from the header on."""
    if content.startswith(BEGINS):
        if layout.decimal != ".":
            raise LoadRefused(
                "A workbook holds numbers and no decimal marks: take decimal out of the layout, "
                "or save the sheet as CSV where its numbers are text.",
                code="unknown_decimal_mark",
            )
        rows = enumerate(text_rows(content, layout.sheet), start=1)
        begun = False
        for line, cells in rows:
            first = next((cell for cell in cells if cell.strip()), "")
            begun = begun or bool(first and not _is_comment(first, layout))
            if begun:
                yield line, cells
        return
    if content.startswith(b"PK"):
        raise LoadRefused(
            "The file is no workbook that can be read. Download it again, as XLSX or ODS.",
            code="not_a_workbook",
        )
    if content.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"<"):
        raise LoadRefused(
            "The file is a web page, not a table. Download the file itself.", code="a_web_page"
        )
    lines = _lines(content, layout.encoding)
    above = 0
    while above < len(lines) and (not lines[above].strip() or _is_comment(lines[above], layout)):
        above += 1
    reader = csv.reader((line + "\n" for line in lines[above:]), delimiter=layout.delimiter)
    for cells in reader:
        yield above + reader.line_num, cells


def _is_comment(line: str, layout: TableLayout) -> bool:
    return bool(layout.comment) and line.startswith(layout.comment)


def _lines(content: bytes, encoding: str) -> list[str]:
    try:
        text = content.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        raise LoadRefused(
            f"The file is not text in {encoding}. Save it as UTF-8, or name its encoding in the "
            "layout.",
            code="not_text",
        ) from None
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")

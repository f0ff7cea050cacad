"""What one cell or option means: a date, a number, a choice; refused with where it stands."""

import re
from collections.abc import Sequence
from datetime import date
from math import isfinite

from answerable.evidence.series import LARGEST
from answerable.operations.measures.evidence_files.tables import FileRefused

DAY = re.compile(r"([0-9]{4})-([0-9]{2})(?:-([0-9]{2})(?:[ T]00:00(?::00)?)?)?")
NUMBER = re.compile(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?")


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
        return (
            " A mark between thousands and a decimal comma look alike, so neither is guessed. A "
            "decimal comma is read where semicolons part the columns and no number of the column "
            "can be read in another way."
        )
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

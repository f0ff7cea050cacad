"""What only an installation can say of its accessibility, by one file in the home.

    contact = "access@example.org, or PO Box 1, Shireton"
    phone = "01234 567890"
    answer_days = 10
    reviewed_on = 2026-11-27

The file is `accessibility.toml`. `contact` must be given; each other line may be left out. The
day on which the checks in a browser last ran over all pages comes with Answerable itself.
"""

import json
import tomllib
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache, lru_cache
from importlib.resources import files
from pathlib import Path

from answerable.config import config
from answerable.vocabulary.refusal import Refusal

FILE = "accessibility.toml"
LONGEST, LONGEST_WAIT = 200, 60
_KEYS = ("contact", "phone", "answer_days", "reviewed_on")


class BadStatement(Refusal):
    """The file cannot be used, and why."""

    code = "bad_statement"


@dataclass(frozen=True, slots=True)
class Contact:
    """How a reader tells this installation what does not work, and what it promises of that.

    `answer_days` are working days, 0 where none are named.
    """

    contact: str
    phone: str = ""
    answer_days: int = 0
    reviewed_on: date | None = None


@dataclass(frozen=True, slots=True)
class LastRun:
    """The day on which every check in a browser last passed, and at which widths in pixels."""

    on: date
    widths: tuple[int, ...]


def checked() -> Contact | None:
    """What the home in force says, None without a file; or a refusal that says what to mend."""
    file = config().home / FILE
    try:
        return _read(file, file.stat().st_mtime_ns)
    except FileNotFoundError:
        return None


def in_force() -> Contact | None:
    """The same for a page: a file that cannot be used says nothing."""
    try:
        return checked()
    except BadStatement:
        return None


@cache
def last_run() -> LastRun:
    """As `make browser` notes it when all of them passed."""
    text = files("answerable.catalogue").joinpath("browser-checks.json").read_text("utf-8")
    told = json.loads(text)
    return LastRun(date.fromisoformat(told["on"]), tuple(told["widths"]))


@lru_cache(maxsize=4)
def _read(file: Path, _changed: int) -> Contact:
    try:
        told = tomllib.loads(file.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadStatement(f"{file} cannot be read: {error}.") from None
    if left := sorted(told.keys() - set(_KEYS)):
        raise BadStatement(f"{file} names “{left[0]}”. It may name: {', '.join(_KEYS)}.")
    contact, phone = (_line(file, key, told.get(key, "")) for key in ("contact", "phone"))
    if not contact:
        raise BadStatement(
            f"{file} names no contact. Write one that is not only a phone, such as "
            'contact = "access@example.org".'
        )
    days, reviewed = told.get("answer_days", 0), told.get("reviewed_on")
    if type(days) is not int or not 0 <= days <= LONGEST_WAIT:
        raise BadStatement(
            f"The answer_days in {file} are a number of working days from 1 to {LONGEST_WAIT}."
        )
    if reviewed is not None and (not isinstance(reviewed, date) or isinstance(reviewed, datetime)):
        raise BadStatement(f"The reviewed_on in {file} is a day, such as 2026-11-27.")
    return Contact(contact, phone, days, reviewed)


def _line(file: Path, key: str, value: object) -> str:
    if not isinstance(value, str) or len(value) > LONGEST or not value.isprintable():
        raise BadStatement(
            f"The {key} in {file} is words of at most {LONGEST} letters, in a line."
        )
    return value.strip()

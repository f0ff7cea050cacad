"""The year of a meeting whose day is told without one.

A day to come is the first such day after the meeting or the paper that tells of it. Where the
paper has no day of its own, its head may still name its month: "Marl News, April 2031".
"""

import re
from dataclasses import replace
from datetime import date

from answerable.reading.deadlines import DAYS, MONTHS
from answerable.reading.material import Material
from answerable.reading.records import Record

_HEAD, _LONGEST = 3, 90  # passages at the top, and the characters of one that is a title
_MONTH = "|".join(sorted(one for one in MONTHS if len(one) > 3 or one == "may"))
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}
_OF_MONTH = re.compile(
    rf"(?<!\d )(?<!\dth )(?<!\dst )(?<!\dnd )(?<!\drd )\b(?P<month>{_MONTH}|{'|'.join(_SEASONS)})"
    r" (?P<year>20\d\d)\b",
    re.IGNORECASE,
)
_NO_DAY = re.compile(r"XXXX-\d\d(?:-\d\d)?")


def in_its_year(one: Record, material: Material, this: Record | None) -> Record:
    """A meeting with its year, where the paper tells it."""
    when = one.fields.get("date")
    if one.kind != "meeting" or not isinstance(when, str):
        return one
    after = (this.fields["date"] if this is not None else None) or material.meta.published
    if one.rule == "meeting.of-month":
        return _nearest(one, when, after)
    if _NO_DAY.fullmatch(when) is None:
        return one
    if not isinstance(after, str) or not re.match(r"\d{4}-\d\d-\d\d", after):
        return _in_month(one, when, material)
    if one.fields["standing"] != "next":
        return one
    return _first_after(one, when, after, "the first such day after the paper")


def _first_after(one: Record, when: str, after: str, why: str) -> Record:
    later = when[5:] >= after[5 : len(when)]
    fields = {**one.fields, "date": f"{int(after[:4]) + (not later)}{when[4:]}"}
    return replace(one, fields=fields, inferred={**one.inferred, "date": why})


def _in_month(one: Record, when: str, material: Material) -> Record:
    """A day in the year of a paper whose head names its month and nothing more."""
    month = _head_month(material)
    if month is None:
        return one
    why = "from the month in the head of the paper"
    made = _first_after(one, when, f"{month}-01", why)
    if one.fields["standing"] != "next":
        made = _nearest(one, f"{when}-01"[: len("XXXX-01-01")], f"{month}-15", why)
        if len(when) < len("XXXX-01-01"):
            return one
    told = made.fields["date"]
    return made if _agrees(str(told), str(one.fields["date_words"] or "")) else one


def _head_month(material: Material) -> str | None:
    """The month and year that a title names, as "2031-04"; None where titles name several."""
    named = {
        f"{one['year']}-{_SEASONS.get(one['month'].lower()) or MONTHS[one['month'].lower()]:02d}"
        for passage in material.passages[:_HEAD]
        if passage.end - passage.start <= _LONGEST
        for one in _OF_MONTH.finditer(material.text, passage.start, passage.end)
    }
    return named.pop() if len(named) == 1 else None


def _agrees(when: str, words: str) -> bool:
    """Whether a day exists, and is the day of the week that its words name, if they do."""
    try:
        named = DAYS[date.fromisoformat(when).weekday()] if len(when) > len("2031-04") else ""
    except ValueError:
        return False
    said = re.match(r"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)", words)
    return said is None or not named or named.startswith(said.group().lower())


def _nearest(
    one: Record, when: str, after: object, why: str = "the day of that name nearest to the paper"
) -> Record:
    """A board of a month and its day: that nearest to the day of the paper."""
    try:
        held = date.fromisoformat(str(after))
        days = [date(held.year + n, int(when[5:7]), int(when[8:10])) for n in (-1, 0, 1)]
    except ValueError:
        return one
    day = min(days, key=lambda each: abs((each - held).days))
    return replace(
        one,
        fields={**one.fields, "date": day.isoformat()},
        inferred={**one.inferred, "date": why},
    )

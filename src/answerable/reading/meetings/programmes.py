"""Days of meetings in a programme: a list or a register that holds one day a line."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from answerable.reading.deadlines import DAYS, Stated, dates
from answerable.reading.layout.canonical_text import Block
from answerable.reading.material import Material
from answerable.reading.meetings.meeting_fields import meeting
from answerable.reading.meetings.meeting_tables import names_of_meetings
from answerable.reading.records import Record
from answerable.reading.worded import worded

_PROGRAMME = worded(
    "boards|dates|we meet|we will meet|forward look|forward plan|forward programme|future business"
    "|meetings|sessions|times|work programme|working programme",
    r"\b(?:work(?:ing)? programme|forward (?:plan|programme|look)"
    r"|calendar of (?:meetings|sessions)"
    r"|programme of (?:meetings|sessions)|(?:meetings|sessions) (?:of|in|for) (?:19|20)\d\d"
    r"|(?:meetings|sessions)(?: held)? in (?:public|private),? (?:in |for )?(?:19|20)\d\d"
    r"|register of (?:meetings|sessions)|future (?:meetings|business)|upcoming meetings"
    r"|(?:meeting|session)s? dates|dates of (?:\w+ )?(?:meetings|sessions)"
    r"|^meetings$)(?!\w)|\b(?:met|meets?) (?:[\w-]+ ){0,3}times\b[^.\n]{0,40}:$"
    # "Public board – dates", "Assurance sessions (in private)": what is held, as a head.
    # "When we meet", "Joint Audit Committee": above a line for each day.
    r"|^(?:when|where) (?:and (?:when|where) )?we (?:will )?meet\W*$"
    r"|^[\w,&’' -]{0,60}\b(?:(?:board|panel|committee|forum|meeting|session)s? ?[–:-] ?dates"
    r"|(?:boards|meetings|sessions))(?: \([^()\n]{3,60}\))?:?$",
    re.IGNORECASE,
)
_DAY = re.compile(
    r"\W*(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?(?=\d{1,2}(?:st|nd|rd|th)? [A-Z]"
    r"|\d{1,2}[./]\d)"
)
_OFF = re.compile(r"\b(?:cancelled|postponed|no meeting|deadline|papers due|published)\b", re.I)
_ASIDE = re.compile(r" \((?:public|private|extraordinary|additional|special)\)", re.IGNORECASE)
# "To confirm the minutes of the following meetings:"
_MINUTES_OF = re.compile(r"\bminutes of\b", re.IGNORECASE)
FEWEST = 2  # days: one line that begins with a day is no programme


def programme(material: Material, this: Record | None) -> Iterator[Record]:
    """Each day that stands first in its line or row, under a head that says so."""
    after = this.fields["date"] if this is not None else material.meta.published
    for head, run in _runs(material):
        found = [one for block in run if (one := _day(material, block)) is not None]
        if len(found) < FEWEST:
            continue
        for span, stated in found:
            later = not isinstance(after, str) or str(stated.iso) > after
            made = meeting(
                material,
                span,
                stated,
                material.text[slice(*span)] + head,
                standing="previous"
                if _MINUTES_OF.search(head)
                else "next"
                if later
                else "mentioned",
                rule="meeting.programme",
                weight=77,
            )
            yield _in_year(made, stated, head)


def _agrees(when: str, words: str) -> bool:
    """Whether a day exists, and is the day of the week that its words name, if they do."""
    try:
        named = DAYS[date.fromisoformat(when).weekday()]
    except ValueError:
        return False
    said = _WEEKDAY.match(words)
    return said is None or named.startswith(said.group().lower())


_WEEKDAY = re.compile(r"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)")
# "Meeting dates for 2031", "dates for 2031/32".
_YEAR = re.compile(r"\b(?P<year>20\d\d)\b(?P<two> ?[/–-] ?(?:20)?\d\d\b)?")
_APRIL = "04"


def _in_year(made: Record, stated: Stated, head: str) -> Record:
    """A day of a programme, in the year that the head of the programme is for."""
    years = {(one["year"], one["two"] is not None) for one in _YEAR.finditer(head)}
    if len(years) != 1 or not (stated.iso or "").startswith("XXXX"):
        return made
    ((year, two),) = years
    month_day = str(stated.iso)[len("XXXX") :]
    later = two and month_day[1:3] < _APRIL  # a year of councils begins in spring
    when = f"{int(year) + later}{month_day}"
    if not _agrees(when, stated.words):
        return made
    fields = {**made.fields, "date": when}
    return replace(made, fields=fields, inferred={**made.inferred, "date": "year from the head"})


def _runs(material: Material) -> Iterator[tuple[str, list[Block]]]:
    """Each head that opens a programme, and the lines or rows under it."""
    run: list[Block] | None = None
    head = ""
    for place, block in enumerate(material.canonical.blocks):
        words = material.canonical.exact(block)
        if block.kind == "furniture":
            continue
        opens = len(words) < _LONGEST_HEAD and _PROGRAMME.search(words) is not None
        bare = not opens and _BODY_ALONE.fullmatch(words) is not None
        if bare and block.kind in ("heading", "paragraph") and first_of_days(material, place):
            opens = True
        if opens and (block.kind in ("heading", "paragraph", "item") or not place):
            if run:
                yield head, run
            run, head = [], f"\n{words}"
            continue
        if block.kind == "heading" or (run and len(words) > _LONGEST_LINE):
            if run:
                yield head, run
            run = None
            continue
        if run is not None:
            run.append(block)
    if run:
        yield head, run


def first_of_days(material: Material, place: int) -> bool:
    """Whether two lines that hold a day and a place, and no more, stand below a block."""
    below = material.canonical.blocks[place + 1 : place + 1 + FEWEST]
    return len(below) == FEWEST and all(_only_day(material, one) for one in below)


def opens_a_list(material: Material, this: Record) -> bool:
    """Whether the day of a meeting is the first of several, each alone in its line."""
    blocks = material.canonical.blocks
    place = next((n for n, one in enumerate(blocks) if one.start < this.end <= one.end), None)
    if place is None or blocks[place].start < this.start:
        return False
    return all(_only_day(material, one) for one in blocks[place : place + FEWEST]) and (
        place + 1 < len(blocks)
    )


def _only_day(material: Material, block: Block) -> bool:
    found = _day(material, block) if block.kind != "row" else None
    return found is not None and (
        _PLACE.fullmatch(material.text, found[1].end, block.end) is not None
    )


# "Joint Audit Committee" above "19 March 2031, Marl" and "18 June 2031, online".
_BODY_ALONE = re.compile(
    r"(?:[A-Z][\w&’'-]* (?:(?:and|of|for|the|in) )*){0,6}(?:[Bb]oards?|[Pp]anels?|[Cc]ommittees?"
    r"|[Cc]abinet|[Mm]eetings?|[Ff]orums?|[Cc]ouncil|[Aa]uthority|[Ee]xecutive|[Ss]urger(?:y|ies)"
    r"|[Dd]rop-ins?|[Ss]essions?)\W*"
)
_PLACE = re.compile(
    r"(?:,? (?:at |from )?(?:\d{1,2}(?:[.:]\d\d)?(?: ?[ap]\.?m\.?)?|noon)(?: ?(?:to|[–-]) ?"
    r"\d{1,2}(?:[.:]\d\d)?(?: ?[ap]\.?m\.?)?)?)?"
    r"(?:,? (?:at |in )?(?![a-z]+ed\b)[^:;.–\n]{2,40})?\W*"
)
_LONGEST_HEAD = 110
_LONGEST_LINE = 260


def _day(material: Material, block: Block) -> tuple[tuple[int, int], Stated] | None:
    """The day that a line begins with, and its place; a day that was called off is none."""
    begin, end = block.start, block.end
    if block.kind == "row" and block.cells:
        if names_of_meetings(block, 0) is not None:
            return None
        begin, end = block.cells[0].start, block.cells[0].end
    opens = _DAY.match(material.text, begin, end)
    if opens is None or _OFF.search(material.text, block.start, block.end):
        return None
    stated = next((one for one in dates(material.text, begin, end) if one.iso), None)
    if stated is None or stated.start > opens.end() or len(stated.iso or "") < len("XXXX-01-01"):
        return None
    aside = _ASIDE.match(material.text, stated.end, end)
    return (stated.start, aside.end() if aside else stated.end), stated

"""The parts of one line of a list: a number, who, what, who, by when, how it stands.

Which of the parts that may be somebody is who, the list says (`action_lines`).
"""

import re
from dataclasses import dataclass

from answerable.reading.actions.parts.action_agents import PLAIN
from answerable.reading.actions.parts.action_words import (
    DO,
    DO_RE,
    NOBODY,
    NONE,
    ONE_OWNER,
    WHO_ONLY,
)
from answerable.reading.actions.parts.due_phrases import WHEN
from answerable.reading.actions.parts.log_cells import due_of
from answerable.reading.clauses import Passage, bullet
from answerable.reading.deadlines import dates
from answerable.reading.layout.canonical_text import Block
from answerable.reading.material import Material

REF = re.compile(
    r"(?:\W*\[[xX]\])?[^\w(]*(?:\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)]\s+)?"
    r"(?:(?:Ref\.?:? ?|No\.? ?|Action ?)?"
    r"(?P<ref>[A-Z]{1,5}[-/ ]?\d[\w./-]*|\d{1,4}/\d{1,4}[a-z]?(?:/\d+)?|#\d+|(?<=Action )\d+)"
    r"\s*(?:[.:)–—-]+\s*|\s))?[*\W]*"
)
_SIGN = re.compile(
    r"\s+[-–—|]+\s+|\s*;\s+|\s*:\s+|,\s+|\.\s+(?=[A-Z0-9])|\s*[(\[]|[)\]](?:\s+[-–—|]+)?\s*"
    r"|\s+/\s+|\*+\s*|\s*(?:->|=>|→)\s*"
)
_NAME = rf"(?:{ONE_OWNER}|[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)"
_STRICT = re.compile(
    rf"(?:{WHO_ONLY.pattern}|{PLAIN}|[Mm]e|[Yy]ou|[Aa]ll|[Uu]s|[Bb]oth|[Ee]very(?:one|body)"
    r"|[Ss]omebody|[Nn]obody|[Nn]o one"
    rf"|{_NAME}(?:(?: and |/| & |, | \+ ){_NAME}){{1,3}})(?: \([^()\n]{{2,30}}\))?",
)
# "Meet the families - headteacher - by 22 May": a post in small letters, as notes write it.
_SMALL = (
    r"(?:(?:the|vice|deputy|assistant|joint|site|office|business|area|estates|finance)[ -])?"
    r"(?:chair(?:man|woman|person)?|clerk|secretary|treasurer|head(?:teacher|master|mistress)?"
    r"|deputy|bursar|caretaker|warden|manager|sergeant|inspector|superintendent|matron|governor"
    r"|co-?ordinator|solicitor|surveyor|captain|commander|registrar|director|team)"
)
_SMALL_ONLY = re.compile(rf"{_SMALL}(?:(?: and |/| & |, ){_SMALL})?")
_LOOSE = re.compile(r"[A-Z][\w’'&./-]*(?: (?:of|for|and|&|the|[A-Z][\w’'&./-]*)){0,5}")
_DOES = re.compile(r" (?:to|will|is to|are to|should|has to|agreed to) (?!be\b)(?=[a-z])")
_STRICTLY_DOES = re.compile(rf"(?P<who>{_STRICT.pattern}){_DOES.pattern}")
_BARE = re.compile(
    r"(?P<who>[A-Z]{2,4}(?:(?: ?[/&+,] ?)[A-Z]{2,4}){0,3})"
    r" (?=[A-Z]?[a-z])(?![A-Z][\w’-]+ ?[-–—:|])"
)
_TO = re.compile(r"(?:to|will|please) ")
_BY = re.compile(r"(?P<who>[^,]{2,50}?),? (?:by|due|for) (?P<due>.{2,30})")
_STATE = re.compile(
    r"(?:awaiting|pending|in hand|in progress|done|closed|open|complete[d]?|on-?going|overdue"
    r"|carried forward|c/f|not started|outstanding|on track|sent|tb[ca]|n/?a|COMPLETED?|CLOSED)\b"
    r"[^.]{0,40}",
    re.IGNORECASE,
)
LEAST = 5
"""Characters of a task."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its task, and who and when as far as its own words may say so."""

    passage: Passage
    start: int
    end: int
    ref: str | None
    first: tuple[int, int] | None  # what stands before the first sign: perhaps who
    begin: int  # where the task begins if that is so
    sure_first: bool
    last: tuple[int, int] | None
    close: int  # where the task ends if `last` is who
    sure_last: bool
    due: tuple[int, int] | None


def line_of(material: Material, passage: Passage, block: Block) -> Line | None:
    """The parts of one line."""
    text, end = material.text, block.end
    number = REF.match(text, block.start, end)
    start = number.end() if number else block.start + bullet(text[block.start : end])
    ref = number["ref"] if number else None
    stop, due, last, close, sure_last = _behind(material, start, end)
    first, begin, sure_first = _before(material, start, stop)
    if stop - start < LEAST or NONE.match(text, start, stop):
        return None
    return Line(passage, start, stop, ref, first, begin, sure_first, last, close, sure_last, due)


def _before(material: Material, start: int, end: int) -> tuple[tuple[int, int] | None, int, bool]:
    """What stands before the first sign of a line, and where the rest begins."""
    text = material.text
    does = _STRICTLY_DOES.match(text, start, end) or _BARE.match(text, start, end)
    if does is not None and not begins_work(does["who"]):
        return does.span("who"), does.end(), True
    sign = _SIGN.search(text, start, end)
    if sign is None or sign.group().strip() in (",", ".", ";", "", "/", ")", "]"):
        return None, start, False
    if sign.group().strip() in ("(", "["):
        closed = text.find(")", sign.end(), end)
        after = _SIGN.match(text, closed + 1, end) if closed > 0 else None
        if after is None:
            return None, start, False
        span, begin = (start, closed + 1), after.end()
    else:
        span, begin = (start, sign.start()), sign.end()
    words = text[span[0] : span[1]]
    sure = _sure(material, words)
    if not sure and not _loose(words):
        return None, start, False
    to = _TO.match(text, begin, end)
    return span, to.end() if to else begin, sure


def _behind(
    material: Material, start: int, end: int
) -> tuple[int, tuple[int, int] | None, tuple[int, int] | None, int, bool]:
    """Where a line's task ends; the day and the last words behind it, which may be who."""
    text = material.text
    signs = list(_SIGN.finditer(text, start + LEAST, end))
    due = None
    stop = len(text[:end].rstrip(" .;,)]"))
    for sign in reversed(signs):
        if sign.end() >= stop:
            stop = min(stop, sign.start())
            continue
        words = text[sign.end() : stop].strip(" .;,")
        if is_day(words) and due is None:
            due = sign.end(), stop
        elif not _STATE.fullmatch(words):
            who, day = _who_by(words)
            sure = _sure(material, who)
            if not sure and not _loose(who):
                break
            span = sign.end(), sign.end() + len(who)
            if day is not None and due is None:
                due = stop - len(day), stop
            return stop, due, span, sign.start(), sure
        stop = sign.start()
    if (
        text.count("(", start, stop) > text.count(")", start, stop)
        and text[stop : stop + 1] == ")"
    ):
        stop += 1  # a bracket that is a part of the task
    return stop, due, None, stop, False


def _who_by(words: str) -> tuple[str, str | None]:
    """ "Fay Mott by 3 May": who, and when."""
    both = _BY.fullmatch(words)
    return (both["who"], both["due"]) if both and is_day(both["due"]) else (words, None)


def is_day(words: str) -> bool:
    """Whether the words say by when, and nothing else."""
    if len(words) > _DAY or not words or words == "ONGOING":
        return False  # how it stands, where it is written large
    plain = re.sub(r"^(?:due|deadline|by|for|target)(?: by| date)?:? ", "", words, flags=re.I)
    if WHEN.fullmatch(words) or WHEN.fullmatch(plain):
        return True
    day = next(dates(plain), None)
    if day is not None and due_of(plain)["due"] is not None:
        return _AROUND.fullmatch(plain[: day.start]) is not None and len(plain) - day.end < _TAIL
    return _SHORT.search(plain) is not None


_AROUND = re.compile(
    r"(?:(?:by|end|early|mid|the|of|before|for|w/c|wc|week|commencing|due|from|on|in|no|later|than"
    r"|now|noon|(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|wed|thu|fri)[ ,-]+)*",
    re.IGNORECASE,
)
_DAY = 34  # characters of a day
_TAIL = 12  # characters behind a day: " at noon"
_SHORT = re.compile(r"^\d{1,2}[/.]\d{1,2}(?:[/.]\d{2,4})?$")


_WHO = 60  # characters of somebody
# "Move 40 nurses from wards", "Brief the ward and the union": a verb of work, and about what.
_WORK = re.compile(
    rf"(?i:{DO}) (?:the|an?|all|both|each|every|any|its|our|their|his|her|your|this|these|those"
    r"|two|three|four|five|six|ten|\d[\d,]*)\b(?! Office)"
)


def begins_work(words: str) -> bool:
    """Whether words that might be somebody begin with what is to be done."""
    return _WORK.match(words) is not None


def does_before(text: str) -> re.Match[str] | None:
    """ "Surveyor to walk the fence": a person, a post or a group, and that it is theirs."""
    does = _STRICTLY_DOES.match(text)
    return None if does is not None and begins_work(does["who"]) else does


def is_somebody(words: str) -> bool:
    """Whether the words by themselves name a person, a post or a group."""
    return _STRICT.fullmatch(words) is not None


def _sure(material: Material, words: str) -> bool:
    plain = words.strip(" *")
    if not plain or NOBODY.match(plain) or len(plain) > _WHO or begins_work(plain):
        return False
    known = material.directory
    return (
        plain in known
        or _STRICT.fullmatch(plain) is not None
        or _SMALL_ONLY.fullmatch(plain) is not None
        or any(plain in one.split() for one in known.values())
    )


def _loose(words: str) -> bool:
    plain = words.strip(" *")
    if NOBODY.match(plain) or len(plain) > _WHO or _STATE.fullmatch(plain):
        return False
    return _LOOSE.fullmatch(plain) is not None and not DO_RE.match(plain[:1].lower() + plain[1:])

"""How much of a long title or clause is underlined for a meeting: the part with its day."""

import re

from answerable.reading.deadlines import Stated

_TIMES_ITS_DAY = 4.5
_THEN_TIME = re.compile(
    r",? (?:at |from |\()?(?:\d{1,2}[.:]\d\d(?: ?[ap]\.?m\b\.?| ?h(?:ou)?rs)?|\d{1,2} ?[ap]\.?m\b"
    r"|\d{4} h(?:ou)?rs|noon)",
    re.IGNORECASE,
)
# "three public meetings: on 18 June and": how many there were is told apart.
_COUNTED = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|twelve|\d+) (?:[\w-]+ ){0,3}?"
    r"(?:meetings|sessions|workshops|hearings|events|surgeries|forums|drop-ins)\b"
)
# "meeting of the Vale Fire Board held on 2 May": a clause without other words.
_CLAUSE = re.compile(r"[Mm]eetings? of [^.;:\n]{3,70} held on\b")
# "15/06/2031 - Overview and Scrutiny Committee": so short a day is told with the body behind it.
_DAY_THEN_BODY = re.compile(r"\d{1,2}/\d{1,2}/\d{4} [–-] [A-Z][^.;:\n]{3,80}")
_TIMES_IN_CLAUSE = 6
_LED = re.compile(r"\b(?:on|of|for|in|from)(?: the)?(?: \w+day,?)? $")


# "Meeting minutes - Road Safety Forum - 4 May": a title in parts, the last of which is its day.
_PART = re.compile(r"(?<= [–|-] )(?=[A-Z][^.;:\n]* [–|-] $)")


def _part(text: str, start: int, stated: Stated, longest: float) -> int | None:
    """Where the parts of a title begin that stand before its day and are not too long."""
    first = max(start, stated.end - int(longest))
    found = _PART.search(text, first, stated.start)
    return found.start() if found else None


def brief(text: str, span: tuple[int, int], stated: Stated) -> tuple[int, int]:
    """The words to underline: where a title or clause is long beside its day, the day’s own part.

    That is its line, or the day from the little word that leads it, with its time.
    """
    start, end = span[0], max(span[0] + len(text[slice(*span)].rstrip(" .,")), stated.end)
    if _DAY_THEN_BODY.fullmatch(text, start, end):
        return start, end
    clause = _CLAUSE.match(text, start, stated.start) is not None
    longest = (_TIMES_IN_CLAUSE if clause else _TIMES_ITS_DAY) * (stated.end - stated.start)
    counted = _COUNTED.search(text, start, stated.start) is not None
    if (
        not start <= stated.start
        or "|" in text[start:end]
        or (end - start <= longest and not counted)
    ):
        return start, end
    timed = _THEN_TIME.match(text, stated.end, end)
    start = max(start, text.rfind("\n", start, stated.start) + 1)
    line = text.find("\n", stated.end, end)
    end = line if line >= 0 else end
    if end - start > longest or counted:
        led = _LED.search(text, start, stated.start)
        part = None if led or counted else _part(text, start, stated, longest)
        start = led.start() if led else stated.start if part is None else part
    close = timed.end() if timed else stated.end
    return start, end if end - start <= longest else close

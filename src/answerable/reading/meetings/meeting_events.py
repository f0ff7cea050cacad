"""Meetings told of by what they are, beside their day: "a drop-in at Priory Hall on 6 May, 7pm".

Also one whose day stands in brackets ("Thursday’s board (11 June)"), one to which readers are
invited ("come and see me: Saturday 18 July, 10am, Holme market"), and the next one at the same
time. What is due by a meeting tells of a deadline, and a letter of a day is no meeting.
"""

import re
from collections.abc import Iterator

from answerable.reading.clauses import Passage
from answerable.reading.deadlines import MONTHS, Stated, dates
from answerable.reading.material import Material
from answerable.reading.meetings.meeting_fields import meeting
from answerable.reading.records import Record

_EVENT = (
    r"(?:meetings?|sessions?|hearings?|workshops?|seminars?|summits?|forums?|conferences?|debriefs?"
    r"|briefings?|assembl(?:y|ies)|surger(?:y|ies)|drop-ins?|roadshows?|agm"
    r"|question time|town halls?|open evenings?|scrutiny days?"
    r"|(?:parents|residents|public|information|community|councillors)[’']? evenings?"
    r"|(?:[a-z]+ )?(?:board|panel|committee|group|gold group|partnership|cabinet)s?)"
)
_HELD = (
    r"(?: (?:is|are|was|were|will be|would be|takes place|took place|will take place|(?:has|have)"
    r" been (?:arranged|fixed|set|booked|called|convened)|is (?:arranged|fixed|set|booked))"
    r"(?: held)?(?: for)?)?"
)
_WITH = (
    r"(?: (?:with|at|in|for|of|about|to)"
    r" (?!(?:discuss|consider|report|look)\b)[^.;:()\n]{2,48}?)?"
)
_AT_EVENT = re.compile(
    rf"(?P<what>\b(?:(?:the|an?|our|my|your|its|their|his|her|another|this) )?"
    rf"(?:(?!(?:by|before|until|for|since|after|from|to|at|of|and|or|in|that|which|its|the|an?)\b)"
    rf"[\w’'-]+ ){{0,3}}?{_EVENT}{_HELD}{_WITH},?)(?: (?:on|in|for|of))?(?: \w+day,?)? $",
    re.IGNORECASE,
)
_IN_BRACKETS = re.compile(
    r"(?P<what>\b(?:\w+day[’']s |the |our |my |its )?(?:[\w’-]+ )?"
    r"(?i:board|panel|committee|session|meeting|hearing|forum)) \((?:on )?(?:\w+day,? )?$"
)
# "for our meeting on", "by the board on", "minutes of the session on": something else is told.
_NOT_IT = re.compile(
    r"\b(?:by|before|until|for|since|after|in time for|ahead of|deadline|due|minutes|notes|papers?"
    r"|report|letter|following|statement|record|actions?|set up|created|established|formed)"
    r" (?:(?:of|from|to|for|at) )?(?:the )?$",
    re.IGNORECASE,
)
_BY_IT = re.compile(r"\b(?:by|before|until|in time for|ahead of) (?:the )?$", re.IGNORECASE)
_NO_EVENT = re.compile(
    r"\b(?:by|before|until|from|since|after|till)\W*$"
    r"|\b(?:wrote|published|issued|launched|sent|reported|set up|formed|created|elected|appointed"
    r"|cancelled|postponed|called off|minutes|report|letter|statement|response|decision)\b",
    re.IGNORECASE,
)
_OFF = re.compile(r"\b(?:cancelled|postponed|called off|no meeting|abandoned)\b", re.IGNORECASE)
_INVITES = re.compile(
    r"\b(?:come (?:and|to)|see (?:me|us)|meet (?:me|us|your|the)|join (?:me|us)|find (?:me|us)"
    r"|talk to (?:me|us)|drop in|ask me|where (?:I|we)[’']ll be|I[’']ll be at|we[’']ll be at)\b"
    r"[^.\n]{0,40}[:–,-] *(?:on )?(?:\w+day,? )?$",
    re.IGNORECASE,
)
_OR = re.compile(r"\W*(?:or|and|then|also),? (?:on )?(?:\w+day,? )?$", re.IGNORECASE)
_AGAIN = re.compile(
    r"(?:^|[.;] )\W*(?:[A-Z]{0,4} ?\d[\d./]{0,6}\W+)?(?:same (?:time|place)(?: again)?"
    r"|we (?:will |[’']ll )?(?:meet|are back)(?: again)?"
    r"|(?:we are |they are )?back(?: again| together)?|reconven(?:e|es|ing|ed)"
    r"|next(?: is|:| [–-])?|next week (?:they|we)[’']ll meet"
    r"|the (?:panel|board|committee|group) is back|see you (?:all )?(?:again )?)"
    r"(?: (?:at|in) [^.;:\n]{3,40}?,?)?(?: on)? (?:\w+day,? )?$",
    re.IGNORECASE,
)
_WHEN_AND_WHERE = re.compile(
    r"(?:,? (?:at |from )?"
    r"(?:\d{1,2}[.:]\d\d ?(?:[ap]\.?m\.?)?|\d{1,2} ?[ap]\.?m\.?|noon|\d{4}\b))?"
    r"(?:,? (?:at|in) (?:the )?[A-Z][\w’'&-]*"
    r"(?:,? (?:[A-Z][\w’'&-]*|and|of|the)(?=[ ,.;)]|$)){0,5}"
    r"|, [A-Z][\w’'-]+ [a-zA-Z]+(?=[.;,\n]|$))?"
)
# Without one of these, in small letters, a sentence tells of no such meeting.
_MAY = re.compile(
    r"meet|session|hearing|workshop|seminar|summit|forum|conference|brief|assembl|surger|drop.in"
    r"|roadshow|agm\b|question time|town hall|evening|scrutiny day|board|panel|committee|group"
    r"|partnership|cabinet|same |back|reconven|next|see |join |find |talk to|ask me|where "
    r"|[’']ll be"
)
_WHOLE = len("2031-05-04")
_NEAR = 110  # characters before a day in which its meeting is named


def events(material: Material, this: Record | None) -> Iterator[Record]:
    """Each meeting that is named as one beside its day."""
    after = this.fields["date"] if this is not None else material.meta.published
    invited: Passage | None = None
    for passage in material.passages:
        if passage.kind in ("heading", "row", "letterhead"):
            continue
        if this is not None and passage.start < this.end and passage.end > this.start:
            continue
        if _MAY.search(material.lowered, passage.start, passage.end) is None:
            continue
        for one in dates(material.text, passage.start, passage.end):
            if not one.iso or len(one.iso) < _WHOLE:
                continue
            left = material.text[max(passage.start, one.start - _NEAR) : one.start]
            right = material.text[one.end : passage.end]
            begin = _begin(left, right)
            goes_on = (
                invited is not None and invited.block == passage.block and _OR.fullmatch(left)
            )
            if _INVITES.search(left) or goes_on:
                invited, begin = passage, len(left)
            if begin is None or _OFF.search(right[:60]):
                continue
            if this is not None and this.fields["date"] == one.iso:
                continue
            yield _event(material, one, one.start - len(left) + begin, after)


def told_to(text: str, end: int) -> int:
    """Where the words of a meeting end that tell its time and its place behind its day."""
    tail = _WHEN_AND_WHERE.match(text, end)
    return end + len(text[end : tail.end()].rstrip(" .,")) if tail else end


def _begin(left: str, right: str) -> int | None:
    """Where the words of a meeting begin that stand before its day; None where none do."""
    again = _AGAIN.search(left)
    if again is not None:
        return len(left)
    bracket = _IN_BRACKETS.search(left) if right.startswith(")") else None
    named = bracket or _AT_EVENT.search(left)
    if named is None or (bracket and _MONTHLY.search(bracket["what"])):
        return None  # "the June session (4th)" is told by its month
    before = left[: named.start("what")]
    if _BY_IT.search(before) or (bracket is None and _NOT_IT.search(before)):
        return None
    return None if _NO_EVENT.search(named["what"]) else named.start("what")


_MONTHLY = re.compile(rf"\b(?:{'|'.join(one.title() for one in MONTHS if len(one) > 3)})\b")


def _event(material: Material, one: Stated, begin: int, after: object) -> Record:
    end = told_to(material.text, one.end)
    words = material.text[begin:end]
    day, held = str(one.iso), str(after)
    later = day[4:] > held[4:] if day.startswith("XXXX") else day > held
    later = later and isinstance(after, str)
    return meeting(
        material, (begin, end), one, words, standing="next" if later else "mentioned",
        rule="meeting.event", weight=40,
    )  # fmt: skip

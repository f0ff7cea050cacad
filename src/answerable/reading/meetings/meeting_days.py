"""Meetings told of by their day: in a list of sessions, "the hearing would be on 10 July"."""

import re
from collections.abc import Iterator

from answerable.reading.clauses import Passage
from answerable.reading.deadlines import Stated, dates
from answerable.reading.material import Material
from answerable.reading.meetings.meeting_fields import meeting
from answerable.reading.meetings.meeting_seen import Told, seen
from answerable.reading.records import Record

_SORT = (
    r"(?:sessions?|meetings?|boards?|panels?|committees?|hearings?|workshops?|seminars?|forums?"
    r"|assembly|assemblies|summits?)"
)
# "4 March 2025 (performance session)" opens its line.
_ASIDE = re.compile(rf" ?\((?:[\w’'-]+ ){{0,4}}{_SORT}\)", re.IGNORECASE)
_OPENS = re.compile(
    r"\W*(?:\d{1,2}[.)] )?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?", re.IGNORECASE
)
# "The hearing would be on", "a workshop has been fixed for".
_TO_BE = re.compile(
    rf"\b(?:the |an? )?(?:[\w’'-]+ ){{0,2}}{_SORT} (?:(?:would|will|is to|was to|are to) "
    r"(?:now )?(?:be (?:held |convened )?|take place |follow )(?:on|in)"
    r"|(?:is|are|was|has been|had been) (?:now )?(?:set|fixed|arranged|planned|booked) for)"
    r"(?: the| \w+day,?)?\s*$",
    re.IGNORECASE,
)
# "I shall hold a public meeting in July 2031."
_HOLD = re.compile(
    r"\b(?:shall|will|would|to) (?:hold|convene|chair|call|host) (?P<what>(?:an?|the|another)"
    rf" (?:[\w’'-]+ ){{0,3}}{_SORT}) (?:on|in)(?: \w+day,?)?\s*$",
    re.IGNORECASE,
)
# "There will be a strategic briefing on 1 October 2026."
_THERE = re.compile(
    rf"\bthere (?:will|is to|is going to) be (?P<what>an? (?:[\w’'-]+ ){{0,3}}(?:{_SORT}|briefing"
    r"|debrief)) on(?: \w+day,?)?\s*$",
    re.IGNORECASE,
)
# "I have set aside 6 October for a thematic session on fraud."
_KEPT = re.compile(r"\b(?:set aside|kept|pencilled in|booked|reserved)(?: \w+day,?)?\s*$")
_KEPT_FOR = re.compile(
    rf"(?: at \d{{1,2}}(?:[.:]\d\d)? ?(?:[ap]m)?)? for (?:an?|the|your|our) (?:[\w’'-]+ ){{0,3}}?"
    rf"(?:{_SORT}|briefing|debrief)\b"
)
# "Next one: 12 December", "Matters from last time (20 June)".
_NEXT_LINE = re.compile(
    rf"(?:^|[.;] )\W*(?:next|first) (?:one|group|time|mtg|executive|cabinet"
    rf"|(?:full )?council|gold|{_SORT})\b"
    r"\W*(?:(?:is|on|will be)\b\W*)*$",
    re.IGNORECASE,
)
_LAST_TIME = re.compile(
    r"\b(?:from|at|since|of) (?:the |our )?last (?:time|one|meeting|session) ?\(\s*$",
    re.IGNORECASE,
)
# "The next session is on 22 April. The last, on 18 March, looked at fraud."
_LAST = re.compile(
    r"\W*the (?P<which>last|previous|latest|next|following)(?: one)?,? (?:was |is )?"
    r"(?:held )?(?:on|in)(?: \w+day,?)?\s*$",
    re.IGNORECASE,
)
# "The board last met on", "the executive will next meet on", "It last met on".
_MET = re.compile(
    rf"\b(?:(?i:{_SORT}|groups?|partnerships?|executive|authority|cabinet|council|trust|members"
    r"|governors|trustees|body|tribunal|inquiry)\b"
    r"[^.;–\n]{0,50}?|(?:It|We|They) (?=(?:had )?(?:last|first|next|again|meets?|sits?)\b))"
    r"(?P<met>\b(?:(?:had |has )?(?:last |first |next )?(?:met(?: again)?"
    r"|sat)(?: for the first time)?|(?:next |first )?meets?(?: next| again| for the first time)?"
    r"|(?:will|would|is to) (?:next )?(?:meet|sit|gather|convene)"
    r"|(?:next )?(?:sits?|gathers?|gathered|convenes?d?)(?: next| again)?)"
    r"(?: (?:in|at) [^,.;\n]{2,40}?)? on(?: \w+day,?)?\s*$)"
)
_DECIDED = re.compile(
    r"\b(?:Panel|Board|Committee|Council|Cabinet|Authority|Forum|Group) (?:(?:resolved"
    r"|decided|agreed|approved|considered|reviewed|heard) (?P<past>on)|(?:(?:will|is to|are to)"
    r" (?:consider|decide|receive|hear|vote|debate|take|look at|review|discuss|return to"
    r"|come back to|see)|decides|votes|debates|takes|considers|hears"
    r"|looks at|is(?= on))\b[^.;\n]{0,60}?(?<!published)(?<!issued)(?<!received)(?<!launched)"
    r"(?<!submitted)(?<!begun)(?<!started)(?<!held) on)(?: \w+day,?)?\s*$"
)
# "Actions from 19 May", "Matters arising from 3 June", alone in their line.
_ARISING = re.compile(
    r"\W*(?:(?:item )?\d{1,2}[.:]? )?(?:(?:review of|outstanding|open) )?"
    r"(?:actions?(?: log)?|minutes|notes|matters arising)(?: arising)? (?:from|of) (?:the )?",
    re.IGNORECASE,
)
_ONE_AFTER = re.compile(r"\b(?:the )?one after(?: that| it)?,? (?:is |will be )?on\s*$", re.I)
# "offer Friday 24 April at 11.00", "Shall we speak on 4 May at 10am?", "a call is fixed for".
_OFFERS = re.compile(
    r"\b(?:(?:meet|see|speak (?:to|with)|talk to|visit)\b[^.;?!\n]{0,80}"
    r"\b(?:offer|suggest|propose)"
    r"|(?:shall|can|could|may|might) (?:we|I|you and I) (?:meet|speak|talk|have a (?:call|word)"
    r"|get together)(?: again)?(?: by (?:phone|video|telephone))?(?: on)?"
    r"|(?:call|telephone call|visit|conversation|interview) (?:is|was|has been|had been)"
    r" (?:now )?(?:set|fixed|arranged|planned|booked) for)(?: \w+day,?)?\s$",
    re.IGNORECASE,
)
_AT_TIME = re.compile(r",? (?:at |from )?\d{1,2}(?:[.:]\d\d)? ?(?:[ap]\.?m\b|hrs|\b(?=[ ,.?]))")
# "Short notes of the forum on 2 June", "Minutes and actions of 20 November", alone in a line.
_NOTES_OF = re.compile(
    r"\W*(?:(?:item )?\d{1,2}[.:]? )?(?:the |our |my )?(?:short |brief |draft )?"
    r"(?:minutes|notes|record|actions?)(?: and (?:actions?|matters arising|notes))? (?:of|from)"
    r" (?:(?:the |our )?(?:[\w’'-]+ ){0,3}(?:forum|group|partnership|meeting|session|call)"
    r" (?:held )?on )?(?:the )?(?:\w+day,? )?",
    re.IGNORECASE,
)
_RESERVE = re.compile(r"\W*(?:being |is |was )?(?:held |kept )?in reserve\b", re.IGNORECASE)
_SORT_WORD = re.compile(rf"\b{_SORT}\b", re.IGNORECASE)
_RECORD = re.compile(
    r"\b(?:minutes|mins|notes|record)(?: of the (?:last )?(?:meetings?|sessions?))?"
    r"[.:]? (?:those )?(?:of|from|for)(?: the)?\s*$",
    re.IGNORECASE,
)
# "Previous minutes: 20 July.", and "Minutes. Those of 12 January were signed."
_LAST_RECORD = re.compile(
    r"\b(?:(?:previous|last|earlier) (?:minutes|mins|notes|meeting|record)"
    r"|minutes of (?:the )?(?:last|previous) meeting) ?[:(,–-] ?(?:\w+day,? )?$",
    re.IGNORECASE,
)
_THOSE = re.compile(r"\W*Those (?:of|from|for) (?:the )?(?:\w+day,? )?")
_MINUTES = re.compile(r"\b(?:minutes|mins|notes)\W*$", re.IGNORECASE)
_APPROVED = re.compile(
    r"(?:[^.\n]{0,40} )?(?:accepted|approved|agreed|confirmed|signed|published|adopted|received"
    r"|taken as read)\b"
)
# "ahead of Wednesday 9 June's board", "at the 9 June session".
_OF_DAY = re.compile(
    r"(?:[’']s)? (?:(?:performance|public|thematic|special|full|scrutiny|accountability"
    r"|governance) )?(?:session|meeting|board|panel|committee|hearing)\b"
    r"(?! (?:papers?|reports?|pack|members?))"
)
_DEFERRED = re.compile(
    r"\W*(?:(?:This|The) item (?:was|is) )?(?:deferred|adjourned) (?:to|until)"
    r"(?: the (?:meeting|session) (?:of|on))?(?: \w+day,?)?\s*$",
    re.IGNORECASE,
)
_PAIR = re.compile(r"(?:,|;| and| &|, and| or)(?: again| then)? (?:on )?(?:\w+day,? )?")
_ANOTHER = re.compile(r" (?:is|was|will be|has been) (?:the )?(?:last|latest|deadline|due|set)\b")
_NEXT_ARE = re.compile(
    r"\b(?:next|future|further|remaining) (?:[\w’'-]+ ){0,2}(?:meetings|sessions) (?:are|will be)"
    r"(?: held)?(?: on)?(?: \w+day,?)?\s*$",
    re.IGNORECASE,
)
_OFF = re.compile(r"\b(?:cancelled|postponed|called off|abandoned|no meeting)\b", re.IGNORECASE)


def by_day(material: Material, this: Record | None) -> Iterator[Record]:
    """Each meeting that words beside a day tell of."""
    after = this.fields["date"] if this is not None else material.meta.published
    above: Passage | None = None
    for passage in material.passages:
        before, above = above, passage
        if this is not None and passage.start < this.end and passage.end > this.start:
            continue
        if passage.kind == "row":
            yield from _in_cells(material, passage)
        arisen = passage.kind == "heading" and _ARISING.match(material.text, passage.start)
        if passage.kind in ("row", "letterhead") or (passage.kind == "heading" and not arisen):
            continue
        told: Told | None = None
        last: Stated | None = None
        for one in dates(material.text, passage.start, passage.end):
            if not one.iso or len(one.iso) < len("2031-07"):
                continue
            joined = (
                last is not None
                and _PAIR.fullmatch(material.text, last.end, one.start) is not None
                and _ANOTHER.match(material.text, one.end, passage.end) is None
            )
            again = (one.start, one.end, told[2]) if told is not None and joined else None
            told = _told(material, passage, one, before, after) or again
            last = one
            if told is None or (this is not None and this.fields["date"] == one.iso):
                continue
            yield meeting(
                material,
                told[:2],
                one,
                material.text[slice(*told[:2])],
                standing=told[2],
                rule="meeting.by-day",
                weight=44,
            )


def _in_cells(material: Material, passage: Passage) -> Iterator[Record]:
    """ "Actions from 19 May", alone in a cell of an agenda."""
    for cell in material.canonical.blocks[passage.block].cells:
        begun = _ARISING.match(material.text, cell.start, cell.end)
        one = next(dates(material.text, cell.start, cell.end), None) if begun else None
        if begun is None or one is None or one.start != begun.end() or not one.iso:
            continue
        if one.iso[4:5] != "-" or material.text[one.end : cell.end].strip(" .*"):
            continue
        yield meeting(
            material, (one.start, one.end), one, "", standing="previous", rule="meeting.by-day",
            weight=44,
        )  # fmt: skip


def _told(
    material: Material,
    passage: Passage,
    one: Stated,
    above: Passage | None,
    after: object,
) -> Told | None:
    """Where the meeting of a day is told of, and whether it is past or to come."""
    left = material.text[passage.start : one.start]
    right = material.text[one.end : passage.end]
    if _OFF.search(right[:60]):
        return None
    aside = _ASIDE.match(right)
    if aside is not None and _OPENS.fullmatch(left):
        later = isinstance(after, str) and str(one.iso) > after
        return one.start, one.end + aside.end(), "next" if later else "mentioned"
    near = left[-_NEAR:]
    called = _arranged(one, near, right)
    if called is not None:
        return called
    spoken = _spoken_of(one, left, right) or seen(material, passage, one, above)
    if spoken is not None:
        return spoken
    of_day = _OF_DAY.match(right) if len(one.iso or "") == len("2031-07-01") else None
    standing = _standing(near, right) or _which(material, passage, left, above)
    if standing is None and _THOSE.fullmatch(left) and _APPROVED.match(right):
        minutes = above and _MINUTES.search(material.text, above.start, above.end)
        standing = "previous" if minutes else None
    if standing is None and material.profile.type == "minutes" and _DEFERRED.fullmatch(left):
        standing = "next"
    if of_day is not None and standing is None:
        return one.start, one.end + of_day.end(), "mentioned"
    return None if standing is None else (one.start, one.end, standing)


def _arranged(one: Stated, near: str, right: str) -> Told | None:
    """A meeting that somebody will hold on a day, or has set the day aside for."""
    if _OFFERS.search(near) and (timed := _AT_TIME.match(right)) is not None:
        return one.start, one.end + timed.end(), "next"
    kept = _KEPT_FOR.match(right) if _KEPT.search(near) else None
    if kept is not None:
        return one.start, one.end + kept.end(), "next"
    named = (_called(pattern, near) for pattern in (_HOLD, _TO_BE, _THERE))
    begin = next((at for at in named if at is not None), None)
    return (one.start - len(near) + begin, one.end, "next") if begin is not None else None


def _spoken_of(one: Stated, left: str, right: str) -> Told | None:
    """A body that met or will meet on a day, a day in reserve, the meeting after the next."""
    near = left[-_NEAR:]
    if len(one.iso or "") != len("2031-07-01"):
        return None
    met = _MET.search(near)
    if met is not None:
        past = re.search(r"\b(?:met|sat|gathered|convened)\b", met["met"]) is not None
        begin = one.start - len(near) + met.start("met")
        return begin, one.end, "previous" if past else "next"
    decided = _DECIDED.search(near)
    if decided is not None:
        whole = len(decided.group()) <= _BRIEF
        begin = one.start - len(decided.group()) if whole else one.start
        return begin, one.end, "previous" if decided["past"] else "next"
    if _RESERVE.match(right) and _SORT_WORD.search(left):
        return one.start, one.end, "mentioned"
    after = _ONE_AFTER.search(near) is not None and _SORT_WORD.search(left) is not None
    return (one.start, one.end, "next") if after else None


def _called(pattern: re.Pattern[str], near: str) -> int | None:
    """Where the words of a meeting begin that somebody will hold."""
    found = pattern.search(near)
    if found is None:
        return None
    return found.start("what") if "what" in pattern.groupindex else found.start()


def _standing(near: str, right: str) -> str | None:
    """Whether a day is that of the last or of the next meeting, by the words before it."""
    if _NEXT_LINE.search(near) or _NEXT_ARE.search(near):
        return "next"
    if _ARISING.fullmatch(near) and not right.strip(" ."):
        return "previous"
    if _LAST_TIME.search(near) or _LAST_RECORD.search(near):
        return "previous"
    if _NOTES_OF.fullmatch(near) and (not right.strip(" .") or _APPROVED.match(right)):
        return "previous"
    if _RECORD.search(near) and _APPROVED.match(right):
        return "previous"
    return None


def _which(material: Material, passage: Passage, left: str, above: Passage | None) -> str | None:
    """ "The last, on 18 March": of the meeting that the sentence before spoke of."""
    which = _LAST.fullmatch(left)
    if which is None or above is None or above.block != passage.block:
        return None
    if _SORT_WORD.search(material.text, above.start, above.end) is None:
        return None
    return "next" if which["which"].lower() in ("next", "following") else "previous"


_BRIEF = 45  # characters of a clause that is told whole
_NEAR = 100  # characters before a day in which its meeting is named

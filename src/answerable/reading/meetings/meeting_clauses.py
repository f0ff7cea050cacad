"""Other meetings that a paper names: the last one, the next one, and those told of."""

import re
from collections.abc import Iterator, Sequence

from answerable.reading.clauses import Passage
from answerable.reading.deadlines import Stated, dates
from answerable.reading.material import Material
from answerable.reading.meetings.meeting_events import told_to
from answerable.reading.meetings.meeting_fields import BODY, TIME, meeting
from answerable.reading.records import Record
from answerable.reading.worded import worded

_PREVIOUS = re.compile(
    r"\b(?:minutes?|notes|action log|actions?)\b.{0,60}?\b(?:meeting|session|board"
    r"|panel)?\s?(?:held (?:on|at)"
    r"|of|from|dated)\b|\b(?:last|previous) (?:\w+ ){0,2}(?:meeting|session)|meeting held (?:on"
    r"|at)",
    re.IGNORECASE,
)


NEXT = worded(
    "donm|future|is holding|meet again|meets again|next|to be held|will be held"
    "|will hold|will meet|will take place",
    r"\b(?:(?:next|future) (?:\w+ ){0,3}(?:meetings?|sessions?|board|panel|committee)"
    r"|dates? of (?:the )?(?:next|future)"
    r" meetings?|next time\b|(?:next |then )?meets? (?:next|again)|next (?:meets?|sits?)"
    r"|\b(?:DONM|next mtg)\b|^\W*next:"
    r"|will (?:next )?(?:meet|take place|be held)|is holding|will hold|to be held)\b",
    re.IGNORECASE,
)


_MENTION = re.compile(
    r"\b(?:meeting|session|panel|board|committee|summit|assembly)\b[^.;]{0,60}?\b(?:on|in|held"
    r"|of)\s*$",
    re.IGNORECASE,
)


_MEETS = re.compile(
    r"\b(?:DONM|mtg|meetings?|sessions?|panels?|boards?|committees?|next time"
    r"|(?:partnership|group|forum"
    r"|authority|cabinet|council|trust)(?= (?:will |next |then )*(?:meets?|sits?)))\b",
    re.IGNORECASE,
)
# "the panel's letter of 8 April" is of a letter, and no meeting.
_OF_PAPER = re.compile(
    r"\b(?:report|letter|date|comments|figures|response|paper|reply|note|statement)"
    r" (?:of|on|in|dated)\s*$",
    re.IGNORECASE,
)
# "The committee published its report on 1 March" is of a report; "the meeting held on" is past.
_NOT_MET = re.compile(r"\b(?:published|issued|wrote|released|launched|sent|laid)\b")
# "Send it before the board on 8 May": the meeting is told of as a deadline, and no more.
_BY_IT = re.compile(
    r"\b(?:by|before|until|in time for|ahead of) (?:(?:the|our|its|my|your|their) )?"
    r"(?:[a-z’'-]+ ){0,2}$",
    re.IGNORECASE,
)
# "the last meeting before the elections in May", "was told that a call came in on 3 May".
_OTHER_DAY = re.compile(
    r"\b(?:elections? (?:in|on|of)|(?:informed|told|advised) that (?:[\w’'-]+ ){1,6}?(?:was|were"
    r"|had|came) (?!(?:[\w’'-]+ ){0,3}(?:meet|met|held|sat)\b)[^.;]{0,40}?(?:on|in)) (?:the )?$",
    re.IGNORECASE,
)
_IS_DUE = re.compile(
    r"\b(?:by|before|no later than)(?: \d{1,2}(?:[.:]\d\d)? ?(?:[ap]m)?| noon| close)?"
    r"(?: on| of)?(?: \w+day,?)?(?: the)?\s$"
)
_WAS_HELD = re.compile(r"\b(?:meeting|session|panel|board) held (?:on|at)(?: the)? $")
# "The meeting of the Vale Fire Board held on": the clause is told whole.
_HELD_ON = re.compile(
    r"\b(?i:meetings?)(?: of (?:the )?(?P<of>[A-Z][\w’'&-]*"
    r"(?:,? (?:[A-Z][\w’'&-]*|and|of|the|for|&)){0,8}))?,?(?: which was| that was)? held on"
    r"(?: \w+day,?)?(?: the)? $"
)
_NEXT_ONLY = re.compile(r"\W*[Nn]ext ?:\s*$")
_OFF = re.compile(r"\b(?:cancelled|postponed|called off|abandoned)\b")


# "Dates" alone heads the days to come of a body whose paper this is, and of nobody else.
_BARE_HEAD = re.compile(r"(?:[\d.]{1,6}\s+)?dates\W*", re.IGNORECASE)
_SET_UP = re.compile(
    r"\b(?:set up|established|created|formed|appointed|launched|join(?:s|ed|ing)?|left|leaves"
    r"|elected|co-opted|resigned|st(?:ood|ands?|epped) down|retired|disbanded|abolished)\b"
    r"|\b(?:panel|board|committee|meeting|session)s? (?:rooms?\b|that (?!(?:met|sat|was held)\b)"
    r"|(?:found|agreed|decided|asked|ordered|promised|resolved|wants?|said) (?:to|that)\b)"
    r"|\b(?:replied|wrote|written|reply|apologised|respond(?:ed)?|complained) to (?:the |our )?"
    r"(?:[A-Z][\w’'-]* ){0,6}(?:panel|board|committee)\b"
    r"|\b(?:panel|board|committee)[’']s (?![^.;]{0,60}\b(?:meeting|session|hearing|agenda|next))",
    re.IGNORECASE,
)
_FAR = 45  # characters between a body and a date that are told of together


def others(material: Material, this: Record | None) -> Iterator[Record]:
    """Previous, next and mentioned meetings."""
    for passage in material.passages:
        if this is not None and passage.start < this.end and passage.end > this.start:
            continue
        words = material.text[passage.start : passage.end]
        if words.startswith("Subject:"):
            continue  # the mail below says it again
        found: Sequence[Stated] = [
            one
            for one in dates(material.text, passage.start, passage.end)
            if one.iso and (len(one.iso) == 10 or len(one.iso) == 7)
        ]
        if not found:
            continue
        dated = found[0].start - passage.start < len("Wednesday  ")
        named = passage.kind != "heading" or dated or NEXT.search(words)
        bare = _BARE_HEAD.fullmatch(passage.heading) is not None and this is None
        if passage.section == "next-meeting" and named and not bare:
            for one in found[:12]:
                if _IS_DUE.search(material.text, passage.start, one.start):
                    continue  # "tell me by 4 May if you cannot come"
                yield meeting(
                    material,
                    (one.start, one.end)
                    if len(found) > 1
                    else (
                        one.start,
                        one.start + len(material.text[one.start : passage.end].rstrip(" .")),
                    ),
                    one,
                    words,
                    standing="mentioned" if _OFF.search(words) else "next",
                    rule="meeting.next",
                    weight=70,
                )
            continue
        for one in found[:6]:
            told = list(_clause(material, passage, words, one, this))
            yield from told
            if told:
                break


# "put by the Forum at its meeting on 7 May".
_AT_ITS = re.compile(r" at (?:the|its|our|their|an?) $")


def _last(left: str) -> re.Match[str]:
    """The word of sitting nearest to a day: "put by the Forum at its meeting on"."""
    return list(_MEETS.finditer(left))[-1]


def _clause(
    material: Material, passage: Passage, words: str, one: Stated, this: Record | None
) -> Iterator[Record]:
    left = material.text[passage.start : one.start]
    if this is not None and one.iso == this.fields["date"]:
        return
    meets = _MEETS.search(left) or _NEXT_ONLY.match(left)
    if not meets and not re.search(r"\b[Mm]inutes (?:of|from)\b", left):
        return
    if meets and _OTHER_DAY.search(left, meets.end()):
        return
    body = BODY.search(left)
    start = passage.start + (body.start() if body else meets.start() if meets else 0)
    title = left
    held = _HELD_ON.search(left)
    if held is not None and held["of"]:
        title = held["of"]
    if _PREVIOUS.search(words) and (
        passage.section == "previous-minutes"
        or re.search(r"\b(?:minutes?|notes|action log|last|previous)\b", left, re.IGNORECASE)
    ):
        yield meeting(
            material,
            (passage.start + held.start() if held else one.start, one.end),
            one,
            title,
            standing="previous",
            rule="meeting.previous",
            weight=70,
        )
    elif NEXT.search(words) and not _OFF.search(words) and not _WAS_HELD.search(left):
        begin = NEXT.search(words)
        start = min(start, passage.start + begin.start()) if begin else start
        tail = TIME.search(material.text, one.end, min(passage.end, one.end + 30))
        span = start, tail.end() if tail else one.end
        yield meeting(
            material, span, one, title, standing="next", rule="meeting.will-meet", weight=55
        )
    elif (
        _MENTION.search(left)
        and not _OF_PAPER.search(left)
        and not _NOT_MET.search(left)
        and not (meets and _BY_IT.search(left[: _last(left).start()]))
        and not _SET_UP.search(left, max(0, len(left) - 80))
        and len(one.iso or "") == 10
    ):
        if _AT_ITS.search(left, 0, _last(left).start()):
            start = passage.start + _last(left).start()
        if one.start - start > _FAR or held is not None:
            start = passage.start + held.start() if held is not None else one.start
        yield meeting(
            material,
            (start, told_to(material.text, one.end)),
            one,
            title,
            standing="mentioned",
            rule="meeting.mentioned",
            weight=45,
        )

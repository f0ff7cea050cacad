"""Meetings, agenda items and decisions."""

import re
from collections.abc import Iterator

from answerable.reading.clauses import Passage
from answerable.reading.deadlines import Stated, dates
from answerable.reading.layout.lines import key_value
from answerable.reading.material import Material
from answerable.reading.meetings import agenda_tables
from answerable.reading.meetings.agenda_items import items, lists_items
from answerable.reading.meetings.decisions import (
    decisions,
    in_columns,
)
from answerable.reading.meetings.meeting_again import again
from answerable.reading.meetings.meeting_bodies import of_bodies
from answerable.reading.meetings.meeting_by_name import by_name
from answerable.reading.meetings.meeting_clauses import NEXT, others
from answerable.reading.meetings.meeting_columns import not_met, of_columns
from answerable.reading.meetings.meeting_days import by_day
from answerable.reading.meetings.meeting_events import events
from answerable.reading.meetings.meeting_fields import BODY, meeting
from answerable.reading.meetings.meeting_heads import ending, headed
from answerable.reading.meetings.meeting_label_above import label_above
from answerable.reading.meetings.meeting_lines import of_lines, of_months
from answerable.reading.meetings.meeting_lists import in_a_row, placed
from answerable.reading.meetings.meeting_minuted import minuted
from answerable.reading.meetings.meeting_minutes_of import minutes_of
from answerable.reading.meetings.meeting_named import in_full, of_head
from answerable.reading.meetings.meeting_relative import relative
from answerable.reading.meetings.meeting_subjects import of_subject
from answerable.reading.meetings.meeting_tables import (
    issues,
    labelled,
    of_issue,
    of_same_body,
    planned,
)
from answerable.reading.meetings.meeting_titled import (
    is_paper,
    prose_between,
    reported_to,
    says_more,
    titled,
    told_of,
)
from answerable.reading.meetings.meeting_year import in_its_year
from answerable.reading.meetings.programmes import opens_a_list, programme
from answerable.reading.people.attendance import at_a_meeting
from answerable.reading.records import Record
from answerable.reading.worded import worded

_TITLE = re.compile(
    r"\b(?:minutes|agenda|notes?|summary|record|board|panel|committee|session|meeting|assembly"
    r"|oral evidence|accountability|governance|forum|cabinet|scrutiny|quarter|holding to account"
    r"|deep dive|thematic|gold|huddle|catch-?up|one[- ]to[- ]one|1:1|question time|conference"
    r"|(?:weekly|monthly|daily|fortnightly|update|improvement|liaison|review|progress|team) call"
    r"|report to [\w ]{0,40}authority)\b",
    re.IGNORECASE,
)
HEAD = 6


def records(material: Material) -> Iterator[Record]:
    """Everything of this page."""
    kind = material.profile.type
    held = kind not in _NOT_HELD or of_issue(material)
    this, first = labelled(material) if held else None, headed(material)
    if this is not None and first is not None and first.start < this.start:
        this = first
    if this is None and first is None and held:
        this = label_above(material)
    met = kind == "inspection-letter" and at_a_meeting(material.sightings)
    if this is None and (met or kind in ("minutes", "agenda", "action-log", "other")):
        this = _this(material)
    this = this or first
    if this is None and kind in ("statement", "news", "press-release", "plan", "other"):
        this = titled(material)
    this = this or reported_to(material)
    if this is not None and opens_a_list(material, this):
        this = None
    head = minutes_of(material) if held else None
    if head is not None and (this is None or _told_further_on(this, head)):
        this = head
    if this is not None:
        this = of_head(this, material)
        yield this
    found = (
        *again(material, this),
        *ending(material, this),
        *minuted(material, this),
        *of_lines(material, this),
        *others(material, this),
        *by_day(material, this),
        *by_name(material, this),
        *relative(material, this),
        *events(material, this),
        *of_bodies(material, this),
        *of_months(material, this),
        *planned(material, this),
        *programme(material, this),
        *placed(material, this),
        *issues(material, this),
    )
    found = (*found, *of_subject(material, this, found))
    found = (*found, *not_met(found, of_columns(material, this)))
    for one in (*found, *in_a_row(material, found)):
        yield in_its_year(in_full(of_same_body(one, this), this), material, this)
    if kind == "agenda" or (kind == "other" and this is not None and lists_items(material)):
        yield from items(material)
    if kind in ("agenda", "minutes", "other"):
        yield from agenda_tables.rows(material)
        yield from agenda_tables.lines(material)
    yield from decisions(material)
    yield from in_columns(material)


def _told_further_on(this: Record, head: Record) -> bool:
    """Whether the day taken for that of the meeting stands behind the head of its minutes."""
    return this.start > head.start and this.fields["date"] != head.fields["date"]


# The labels that a meeting's own date and title may have; "Due: 3 May" is another day.
_OF_MEETING = re.compile(
    r"(?:date|day|when|time|meeting|held|title|subject|board|committee|panel|body|minutes|agenda"
    r"|notes|present|venue|location|place|public|performance|governance|accountability|scrutiny"
    r"|assurance|holding|audit|joint|strategic|oral evidence|evidence|hearing|thematic|session)\b",
    re.IGNORECASE,
)


_NOT_HELD = ("news", "inspection-report", "inspection-letter", "press-release", "funding")
# A paper of Parliament has a session, and a press notice a day; neither is a meeting.
_NO_MEETING = worded(
    "embargo|hc |media|news|not for publication|not for release|not for use|press|session 20",
    r"\bHC \d{1,4}\b|\bSession 20\d\d|\bnot for (?:use|publication|release)\b|\bembargo"
    r"|\bfor immediate release\b|\b(?:press|news|media) (?:release|notice|from)\b",
    re.IGNORECASE,
)
_HELD = re.compile(r"\W*(?:meeting |session |to be )?(?:held|took place|met)\b", re.IGNORECASE)
_SAID = re.compile(
    r"\b(?:asked|noted|agreed|resolved|provide|said|will|should|must)\b"
    r"|\b(?:position|correct|as) at\b|\b(?:debrief|draft) (?:was )?(?:held|issued)\b"
    r"|^\W*next \w+:",
    re.IGNORECASE,
)
# "Dear Chief Constable", "From: Ada Moss": a letter has a date, and tells of meetings.
_LETTER = re.compile(r"^\W*Dear [A-Z]|\A(?:From|To): ", re.MULTILINE)
# "23–26 September": days of a visit.
_RANGE = re.compile(r"\b\d{1,2}(?:st|nd|rd|th)? ?(?:[–-]|to) ?$")
# "Public Board, 30 July 2031.": a body and its day, and nothing between.
_BODY_AND_DAY = re.compile(rf"{BODY.pattern}(?:,| [–-]) (?:[A-Z][A-Za-z]+day,? )?")
# "Train the rest by 30 November" is no day of a meeting.
_NOT_OF = re.compile(
    r"\b(?:by|before|until|due|from|since|after|no later than|end of|deadline)\b:?"
    r" (?:the )?(?:[A-Z][a-z]+day,? )?$|\b(?:(?:last |as )?updated|correct|position|as|actions)"
    r"(?: (?:at|on))?:? (?:\w+day,? )?$",
    re.IGNORECASE,
)
# "Notes from 25 February": the day on which they were taken.
_NOTES_FROM = re.compile(
    r"\W*(?:notes|minutes|record|summary|actions|action points)(?: taken)? from (?:the )?"
    r"(?:(?:meeting|session|call) (?:of|on) )?(?:\w+day,? )?",
    re.IGNORECASE,
)
_ARROW = re.compile(r"\s*(?:[-=]>|→|>>)")
_OTHER_DAY = re.compile(
    r"\W*(?:published|posted|issued|(?:final|draft),|position (?:at|on)|as at|updated"
    r"|target|due|deadline|last (?:updated|modified))",
    re.IGNORECASE,
)


def _day_of(material: Material, passage: Passage, words: str) -> tuple[Passage, Stated] | None:
    """The whole date of a line that can be the day of a meeting."""
    whole = (one for one in dates(material.text, passage.start, passage.end) if one.iso)
    stated = next((one for one in whole if len(one.iso or "") == 10), None)
    short = len(words) < 130 or re.search(r"\b(?:held|[Mm]inutes|[Mm]eeting)\b", words)
    if stated is None or len(words) >= 200 or not short:
        return None
    left = material.text[passage.start : stated.start]
    if passage.kind == "item" and _TO_ITS_DAY.search(left):
        return None  # "4. Ring the school – Una Orme – 14 July"
    if (_NOT_OF.search(left) and not _NOTES_FROM.fullmatch(left)) or _ARROW.match(left):
        return None
    if _RANGE.search(material.text, max(passage.start, stated.start - 12), stated.start):
        return None
    if _REPORT.fullmatch(left) or _TO_DAY.match(material.text, stated.end, passage.end):
        return None
    said = _SAID.search(words) or _OTHER_DAY.match(words) or says_more(words)
    signed = _SIGNATURE.search(material.text, max(0, stated.start - _NAME_ABOVE), stated.start)
    return None if said or signed else (passage, stated)


# "Ada Moss,", "Town Clerk", and below it the day on which she signed.
_SIGNATURE = re.compile(
    r"^(?:(?:(?:Acting|Deputy|Assistant|Interim|Parish|Town|Company|Trust|Board|Executive|Chief"
    r"|Managing|Corporate) )*(?:Clerk|Secretary|Executive|Director|Officer|Manager))[,.]?"
    r"[^\S\n]*\n\s*(?:[A-Z][a-z]+day,? )?\Z",
    re.MULTILINE,
)
_NAME_ABOVE = 80  # characters
_TO_ITS_DAY = re.compile(r" [–-] [^–\n]{3,60} [–-] $")
# "Feedback report, 4 May 2031", "1 May 2030 to 30 April 2031": a paper, and what it is about.
_REPORT = re.compile(
    r"\W*(?:[\w’'-]+ ){0,4}(?:report|review|letter|briefing paper|newsletter|bulletin)"
    r"(?: (?:for|on|of) [^:\n]{0,60})?[\s,:–(-]*",
    re.IGNORECASE,
)
_TO_DAY = re.compile(r" ?(?:to|until|[–-]) ?(?:the )?\d{1,2}(?:st|nd|rd|th)? [A-Z]")


def _of_this(material: Material, passage: Passage, title: Passage | None) -> bool:
    """A log and a letter bear other dates too: theirs must stand with the meeting."""
    words = material.text[passage.start : passage.end]
    if material.profile.type == "action-log":
        return title is passage or bool(re.search(r"\b(?:held|meeting)\b", words, re.IGNORECASE))
    prose = material.profile.type == "other" and words.endswith(".")
    opens = _BODY_AND_DAY.match(words)
    day = next(dates(words, opens.end()), None) if opens is not None else None
    named = opens is not None and day is not None and day.start == opens.end()
    return not prose or "meeting" in words.lower() or named


# "ACTION 15: …", "Carry forward: …", a bullet: its days are not that of this meeting.
_TASK = re.compile(
    r"\W*(?:action|carr(?:y|ied) forward)\b[^:\n]{0,16}:(?= \S)|[-•·*] ", re.IGNORECASE
)


def _top(material: Material) -> list[Passage]:
    """The lines above the list of who was there, without those of the next meeting."""
    top: list[Passage] = []
    for passage in material.passages[:24]:
        listed = passage.kind == "attendance" or passage.section in ("attendance", "apologies")
        if listed and _CHAIR.match(material.text, passage.start, passage.end):
            continue
        if (listed or passage.kind == "row") and top:
            break
        held = top and _TO_BE_HELD.match(material.text, passage.start, passage.end)
        later = NEXT.search(material.text, passage.start, passage.end) and not held
        if passage.section == "next-meeting" or later:
            continue
        if _TASK.match(material.text, passage.start, passage.end):
            continue
        top.append(passage)
    return top


# "12th Meeting of the Housing Board", and below it "To be held on 20 October".
_TO_BE_HELD = re.compile(r"\W*To be held (?:on|at)\b")
# Who is to chair stands above the day as often as below it.
_CHAIR = re.compile(
    r"\W*(?:chair(?:ed by|man|person|woman)?|convenor|clerk|secretary|note[- ]?taker)\s*:", re.I
)
_LETTER_HEAD = 1_200
# A paper of no known sort has a meeting where its top says so, or where it lists who was there.
_MEETS = re.compile(
    r"\b(?:minutes|agenda|notes?|record|meeting|session|hearing|evidence|board|panel|committee"
    r"|forum"
    r"|cabinet|assembly|group|briefing|debrief|huddle|catch-?up|one[- ]to[- ]one|question time"
    r"|(?:weekly|monthly|daily|fortnightly|update|improvement|liaison|review|progress|team) call"
    r"|(?<!chief )executive)\b",
    re.IGNORECASE,
)
_TELLS = re.compile(r"[!?][”\"']?$|\b(?:is|are|was|were|has|have|had|says?|told|asks|not|after)\b")
_SHORT = 60  # characters: a longer line with a full stop is a sentence


# "Vale District Council, 5 November 2031": an author and a day.
_COUNCIL = re.compile(
    r"(?:[A-Z][\w’'-]+ ){1,4}(?:District|County|Borough|City|Town|Parish) Council,? \d"
)


def _meets(material: Material, top: list[Passage], day: Passage) -> bool:
    """Whether the top of a paper says that it is of a meeting, or a list who was there."""
    if material.profile.type != "other":
        return True
    alone = _COUNCIL.match(material.text, day.start) is not None
    if at_a_meeting(material.sightings) and not alone:
        return True
    if _HELD.match(material.text, day.start) is not None:
        return True
    for one in top[:8]:
        words = material.text[one.start : one.end]
        told = _TELLS.search(words) or (words.endswith(".") and len(words) > _SHORT)
        if _MEETS.search(words) and not told:
            return True
    return False


# "To approve the minutes of the meeting held on 3 May as a correct record": the one before.
_SIGNED = re.compile(
    r"\bTo (?:approve|confirm|agree|sign|receive|consider|note|review|ratify)\b"
    r"|\b(?:correct|true|accurate) record\b"
    r"|\b(?:[Pp]revious|[Ll]ast|PREVIOUS|LAST) (?:[Mm]eeting|MEETING)\b"
    r"|\b[Mm]inutes of (?:the )?adjourned\b|\bare attached\b"
    r"|\bfor (?:approval|confirmation|ratification|signature|signing)\b"
)
_LONGEST_TITLE = 160
# "Marl Borough Council", and below it "Overview and Scrutiny Committee": the one that sat.
_WHOSE = re.compile(r"\W*(?:[\w’'&-]+ ){1,5}Council\W*", re.IGNORECASE)
_PART = re.compile(
    r"\W*(?:[\w’'&,-]+ ){0,7}(?:Committee|Sub-Committee|Panel|Board|Cabinet|Forum)\b(?! (?:report"
    r"|papers?|members?)\b)[^.:;]{0,40}",
    re.IGNORECASE,
)


def _heads(title: Passage | None, material: Material, words: str) -> bool:
    """Whether a line is the first to name a body, or names the part of a council that sat."""
    if title is None:
        return BODY.search(words) is not None
    whose = _WHOSE.fullmatch(material.text, title.start, title.end)
    return whose is not None and _PART.fullmatch(words) is not None


# "(edited transcript)", behind the day.
_ASIDE = re.compile(
    r"\s*\((?:\w+ )?(?:transcript|draft|extract|unconfirmed|unapproved|approved|abridged)\)\s*$",
    re.IGNORECASE,
)


def _this(material: Material) -> Record | None:
    """The meeting whose paper this is: title and date line at the top."""
    if material.canonical.media_type.startswith("message/") or _NO_MEETING.search(
        material.text[:600]
    ):
        return None
    if _LETTER.search(material.text[:_LETTER_HEAD]):
        return None
    top = _top(material)
    dated: tuple[Passage, Stated] | None = None
    title: Passage | None = None
    for passage in top:
        words = material.text[passage.start : passage.end]
        label = key_value(words) if passage.kind in ("key_value", "paragraph") else None
        if label is not None and not _OF_MEETING.match(label[0]):
            continue
        if len(words) < _LONGEST_TITLE and words[-1] != "." and _heads(title, material, words):
            title = passage
        dated = dated or (None if _SIGNED.search(words) else _day_of(material, passage, words))
    if dated is not None and not _of_this(material, dated[0], title):
        dated = None
    if dated is None:
        return None
    passage, stated = dated
    if title is None and _HELD.match(material.text, passage.start):
        title = next((one for one in top if one.end <= passage.start), passage)
    if title is None:
        named = (
            one
            for one in top
            if _TITLE.search(material.text, one.start, one.end)
            and (one.end - one.start < 160 or one.start <= passage.start)
            and (one is passage or not (one.kind == "item" or told_of(material, one)))
        )
        title = next(named, None)
    named_here = title is not None and not is_paper(material.text[title.start : title.end])
    if title is None or not named_here or not _meets(material, top, passage):
        return None
    aside = _ASIDE.search(material.text, stated.end, passage.end)
    near = abs(title.start - passage.start) < 400 and not prose_between(
        material, top, title, passage
    )
    start = min(title.start, passage.start) if near else passage.start
    close = aside.start() if aside else passage.end
    end = max(title.end if title is not passage else close, close) if near else close
    words = material.text[title.start : title.end]
    for later in top:
        same = any(one.iso == stated.iso for one in dates(material.text, later.start, later.end))
        told = told_of(material, later)
        if (
            same
            and later is not passage
            and later.end > end
            and later.start - end < 300
            and not told
        ):
            end = later.end
    return meeting(
        material,
        (start, end),
        stated,
        words,
        standing="this",
        rule="meeting.title-date",
        weight=75,
    )

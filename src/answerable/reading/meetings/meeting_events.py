"""Meetings told of by what they are, beside their day: "a drop-in at Priory Hall on 6 May, 7pm".

Also one whose day stands in brackets ("Thursday’s board (11 June)"), one to which readers are
invited ("come and see me: Saturday 18 July, 10am, Holme market"), and the next one at the same
time. What is due by a meeting tells of a deadline, and a letter of a day is no meeting.
"""

import re
from collections.abc import Iterator

from answerable.reading.clauses import Passage
from answerable.reading.deadlines import MONTHS, Stated, dates, whole_days
from answerable.reading.material import Material
from answerable.reading.meetings.meeting_fields import meeting
from answerable.reading.records import Record

_EVENT = (
    r"(?:meetings?|sessions?|hearings?|workshops?|seminars?|summits?|forums?|conferences?"
    r"|debriefs?"
    r"|briefings?|assembl(?:y|ies)|surger(?:y|ies)|drop-ins?|roadshows?|agm"
    r"|question time|town halls?|open evenings?|scrutiny days?|plenar(?:y|ies)|away ?days?"
    r"|hustings"
    r"|one[- ]to[- ]ones?|1:1s?|catch-?ups?|(?:public |open )?q ?& ?a|questions? and answers?"
    r"|(?:weekly|monthly|daily|fortnightly|conference|video|liaison|update|review|progress) calls?"
    r"|(?:training|open|development|consultation) (?:days?|sessions?|events?)"
    r"|(?:parents|residents|public|information|community|councillors)[’']? evenings?"
    r"|(?:[a-z]+ )?(?:board|panel|committee|group(?! of\b)|gold group|partnership|cabinet)s?)"
)
_HELD = (
    r"(?: (?:is|are|was|were|will be|would be|takes place|took place|will take place|(?:has|have)"
    r" been (?:arranged|fixed|set|booked|called|convened)|is (?:arranged|fixed|set|booked))"
    r"(?: held)?(?: for)?)?"
)
_WITH = (
    r"(?: (?:with|at|in|for|of|about|to)"
    r" (?!(?:discuss|consider|report|look)\b)(?:[^.;:()\d\n]|\d(?!\d)){2,48}?"
    r"|, [A-Z][\w’' -]{2,30}?)?"
)
_AT_EVENT = re.compile(
    rf"(?P<what>\b(?:(?:the|an?|our|my|your|its|their|his|her|another|this) )?"
    rf"(?:(?!(?:by|before|until|for|since|after|from|to|at|of|and|or|in|that|which|its|the|an?)\b)"
    rf"[\w’'-]+ ){{0,3}}?{_EVENT}{_HELD}{_WITH}[,:]?)(?: (?:on|in|for|of))?(?: \w+day,?)? $",
    re.IGNORECASE,
)
_IN_BRACKETS = re.compile(
    r"(?P<what>\b(?:\w+day[’']s |the |our |my |its )?(?:[\w’-]+ )?"
    r"(?i:board|panel|committee|session|meeting|hearing|forum)) \((?:on )?(?:\w+day,? )?$"
)
# "for our meeting on", "by the board on", "minutes of the session on": something else is told.
_NOT_IT = re.compile(
    r"\b(?:by|before|until|for|since|after|in time for|ahead of|deadline|due|minutes|notes|papers?"
    r"|report|letter|following|statement|record|actions?|set up|created|established|formed"
    r"|joined|left|appointed|elected|co-opted|resigned|down|retired|member|disbanded|sat|served"
    r"|(?:re)?open(?:s|ed|ing)?|built|build|refurbished|visit(?:s|ed)?)"
    r" (?:(?:of|from|to|for|at) )?(?:the )?$",
    re.IGNORECASE,
)
# "Signed: A. Moss, Chair, Ethics Committee", "we replied to the Committee on": a paper’s day.
_OF_PAPER = re.compile(
    r"\b(?:signed|chair(?:man)?|clerk|secretary|member)\b[^.;]{0,20}$"
    r"|\b(?:replied|wrote|written|responded|apologised|complained|letter|reply|response) to $",
    re.IGNORECASE,
)
_BY_IT = re.compile(r"\b(?:by|before|until|in time for|ahead of) (?:the )?$", re.IGNORECASE)
_NO_EVENT = re.compile(
    r"\b(?:by|before|until|from|since|after|till)\W*$"
    r"|\b(?:wrote|published|issued|launched|sent|reported|set up|formed|created|elected|appointed"
    r"|joined|left|leaves|resigned|co-opted|stood down|stepped down|retired|disbanded"
    r"|cancelled|postponed|called off|minutes|report|letter|statement|response|decision)\b",
    re.IGNORECASE,
)
_OFF = re.compile(r"\b(?:cancelled|postponed|called off|no meeting|abandoned)\b", re.IGNORECASE)
_INVITES = re.compile(
    r"\b(?:come (?:and|to)|see (?:me|us)|meet (?:me|us|your"
    r"|the (?:\w+ )?(?:team|chief|commissioner|officers?|panel|board|candidates|governors|mayor))"
    r"|join (?:me|us)|find (?:me|us)|talk to (?:me|us)|come along|tell (?:me|us)|drop in"
    r"|have your say|ask me|where (?:I|we)[’']ll be|I[’']ll be at|we[’']ll be at)\b"
    r"[^.\n]{0,40}[:–,-] *(?:[A-Z][\w’' ]{2,40}, )?(?:on )?(?:\w+day,? )?$"
    r"|(?:^|[.!?] )(?:please )?come (?:and|along|to)\b[^.:\n]{0,60} on (?:\w+day,? )?$",
    re.IGNORECASE,
)
# "or 12 January", "Moor Top school, Thursday 26 November": the next of those invited to.
_OR = re.compile(
    r"[^.;\n]{0,60}?(?:\W|\b(?:or|and|then"
    r"|also)\b)*(?:[A-Z][\w’' ]{2,40}, )?(?:on )?(?:\w+day,? )?"
)
# "Come and talk to us:", "What’s on", above lines that begin with a day or end with one.
_LEADS = re.compile(
    r"\b(?:come (?:and|to|along)|see (?:me|us)|meet (?:me|us)|join (?:me|us)|find (?:me|us)"
    r"|talk to"
    r" (?:me|us)|tell (?:me|us)|drop in|have your say|what[’']s on|dates|diary|events|meetings"
    r"|sessions|coming up)\b[^.!?\n]{0,40}[:–-]?\s*",
    re.IGNORECASE,
)
_FIRST_IN_LINE = re.compile(r"\W*(?:\w+day,? )?")
# "17 March, 10am, drop-in at the library", "24 March, our board": the day, then what is on.
_THEN_EVENT = re.compile(
    r"\W{1,3}(?:(?:at |from )?\d{1,2}(?:[.:]\d\d)? ?(?:[ap]\.?m\.?)?(?: ?(?:to"
    r"|[–-]) ?\d{1,2}(?:[.:]"
    r"\d\d)? ?(?:[ap]\.?m\.?)?)?,? )?"
    rf"(?:(?!(?:by|before|for|to|and|the (?:report|paper)|set up)\b)[\w’'&-]+ ){{0,5}}?{_EVENT}\b"
    r"(?! (?:papers?|reports?|pack|minutes|members?|met|said|asked|agreed|noted|published)\b)"
    r"[^.:;|\n]{0,50}\.?",
    re.IGNORECASE,
)
_AGAIN = re.compile(
    r"(?:^|[.;] )\W*(?:[A-Z]{0,4} ?\d[\d./]{0,6}\W+)?(?:same (?:time|place)(?: again)?"
    r"|(?:we|they|both) (?:will |[’']ll )?(?:meet|are back)(?: again)?"
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
    r"meet|come |session|hearing|plenar|away|husting|one.to.one|1:1|catch|q ?& ?a|answers| call"
    r"|training"
    r"|open day|development|workshop|seminar|summit|forum|conference|brief|assembl|surger|drop.in"
    r"|roadshow|agm\b|question time|town hall|evening|scrutiny day|board|panel|committee|group"
    r"|partnership|cabinet|same |back|reconven|next|see |join |find |talk to|tell |your say"
    r"|ask me|where "
    r"|[’']ll be"
)
_NEAR = 110  # characters before a day in which its meeting is named


def events(material: Material, this: Record | None) -> Iterator[Record]:
    """Each meeting that is named as one beside its day."""
    after = this.fields["date"] if this is not None else material.meta.published
    invited: Passage | None = None
    leads = False
    for passage in material.passages:
        opened, leads = leads, _leads(material, passage, leads)
        if passage.kind in ("heading", "row", "letterhead"):
            continue
        if material.text.startswith("Subject:", passage.start):
            continue  # the mail below says it again
        if this is not None and passage.start < this.end and passage.end > this.start:
            continue
        days = whole_days(material.text, passage.start, passage.end)
        if not days or not (opened or _MAY.search(material.lowered, passage.start, passage.end)):
            continue
        last = passage.start
        for one in days:
            left = material.text[max(passage.start, one.start - _NEAR) : one.start]
            right = material.text[one.end : passage.end]
            begin = _begin(left, right)
            same = invited is not None and invited.block == passage.block
            goes_on = same and _OR.fullmatch(material.text, last, one.start)
            if begin is None and _in_a_line(material, passage, one, opened=opened):
                begin = len(left)
            last = one.end
            if _INVITES.search(left) or goes_on:
                invited, begin = passage, len(left)
            if begin is None or _OFF.search(right[:60]):
                continue
            if this is not None and this.fields["date"] == one.iso:
                continue
            yield _event(material, one, one.start - len(left) + begin, after, passage)


def _leads(material: Material, passage: Passage, leads: bool) -> bool:
    """Whether the line below a passage is one of those that a head or a lead-in opens."""
    words = material.text[passage.start : passage.end]
    short = len(words) < _LINE
    if short and (words[-1:] == ":" or passage.kind == "heading") and _LEADS.search(words):
        return True
    return (
        leads
        and short
        and next(dates(material.text, passage.start, passage.end), None) is not None
    )


def _in_a_line(material: Material, passage: Passage, one: Stated, *, opened: bool) -> bool:
    """Whether a line that begins with a day says what is on, or stands below a lead-in."""
    if passage.end - passage.start > _LINE:
        return False
    if not _FIRST_IN_LINE.fullmatch(material.text, passage.start, one.start):
        return False
    if opened:
        return True
    alone = material.canonical.blocks[passage.block].end == passage.end
    return alone and _THEN_EVENT.fullmatch(material.text, one.end, passage.end) is not None


_LINE = 110  # characters


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
    if (
        _OF_PAPER.search(before)
        or _BY_IT.search(before)
        or (bracket is None and _NOT_IT.search(before))
    ):
        return None
    return None if _NO_EVENT.search(named["what"]) else named.start("what")


_MONTHLY = re.compile(rf"\b(?:{'|'.join(one.title() for one in MONTHS if len(one) > 3)})\b")


def _event(material: Material, one: Stated, begin: int, after: object, passage: Passage) -> Record:
    end = told_to(material.text, one.end)
    then = _THEN_EVENT.match(material.text, one.end, passage.end) if begin == one.start else None
    if then is not None and then.end() == passage.end:
        end = passage.start + len(material.text[passage.start : passage.end].rstrip(" ."))
    words = material.text[begin:end]
    day, held = str(one.iso), str(after)
    later = day[4:] > held[4:] if day.startswith("XXXX") else day > held
    later = later and isinstance(after, str)
    return meeting(
        material, (begin, end), one, words, standing="next" if later else "mentioned",
        rule="meeting.event", weight=40,
    )  # fmt: skip

"""What makes an unread sentence worth a look: duty, promise, judgment, figure, person, date.

Each trigger has a sort. The sort decides which records cover it, and how likely it is that a
sentence with it holds a record that no rule has read.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from answerable.reading.findings.cause_words import FALLS_SHORT
from answerable.reading.findings.duty_words import VERBS
from answerable.reading.layout.lines import MONTH
from answerable.reading.numbers import BEGINS, NUMBER
from answerable.reading.scales import GRADE_RE

_DUTY = re.compile(
    r"\b(?:should|must|shall|will|needs? to|ought to|ha(?:s|ve|d) to|(?:is|are|was|were) to"
    r"|to be (?:\w+ed|done|sent|put|set|made|held|given|brought)"
    r"|would (?:also |now |then |all )?(?!(?:like|not|seem|appear|never|rather|prefer|depend"
    r"|mean)\b)[a-z]+"
    r"|agree[ds]?|ask(?:s|ed)|request(?:s|ed)|requires? (?:the|that|it|them|you)|told|invited"
    r"|recommend(?:s|ed|ations?|ing)?|actions?|promis(?:e|es|ed)|pledge[ds]?|undert(?:ook|ake"
    r"|aking)|committed|commitments?|assur(?:ed|ance)|approve[ds]?|resolved?|delegated|noted"
    r"|expects?|expected|intends?|plans? to|responsible for|due (?:by|on|in)|let us"
    r"|f(?:ell|alls) to|tasked|left (?:it )?(?:to|with)|essential|vital|imperative|incumbent"
    r"|is needed|are needed|need for|required|call(?:s|ed|ing) for|demand(?:s|ed)|offer(?:s|ed) to"
    r"|volunteered|(?:can|could) you|leading|led by|has until|have until|remains? (?:open"
    r"|outstanding)"
    r"|namely|opens? (?:in|on|at)|starts? (?:in|on))\b"
    r"|[’']ll\b|\b(?:please|we (?:want|ask|urge|call)|I (?:want|ask|urge|expect))\b",
    re.IGNORECASE,
)
# Words of duty, promise and agreement that only a record of such a kind reads.
_STRONG = re.compile(
    r"\b(?:should|must|shall|will|needs? to|ought to|agreed|asked|recommended|undertook|promised"
    r"|(?<!said )(?<!told )(?<!seem )(?<!seems )(?<!appear )(?<!appears )to be (?:done|sent|put"
    r"|set"
    r"|made|held|given|brought|[a-z]{3,}(?:ed|wn|ght|ilt)))\b",
    re.IGNORECASE,
)
_BY = re.compile(
    rf"\b(?:by|before|until|within|no later than|due) (?:the )?(?:end of |early |mid-|late )?"
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)? )?(?:{MONTH}\b|20\d\d\b|(?:spring|summer|autumn|winter"
    rf"|christmas"
    r"|easter|new year|next (?:week|month|year|quarter|meeting)|(?:a|the) (?:week|month|year)"
    rf"|quarter|Q[1-4])\b)|\bwithin (?:the next )?(?:{NUMBER}|an?) \w+|\b(?:immediately|at once"
    r"|without delay|as soon as|urgently|forthwith)\b",
    re.IGNORECASE,
)
_JUDGED = re.compile(
    r"\bconcern(?:s|ed)?\b|\bworried\b|\balarm(?:s|ed|ing)?\b"
    r"|\b(?:inspect(?:ors?|orate)|watchdog|regulator|HMICFRS|coroner|CQC|Ofsted)\b[^.;]{0,40}"
    r"\b(?:sa(?:id|ys?)|f(?:ou|i)nds?|warn(?:s|ed)|concluded|reported|told)\b"
    r"|\bareas? (?:for|of) improvement\b|\b(?:rated|graded|judge?ments?"
    r"|judged|grades?|ratings?|marked)\b|\b(?:innovative|promising|notable|good) practice\b"
    r"|\b(?:priority|key) (?:action|concern)|\bengage\b|\bspecial measures\b|\bpoor\b",
    re.IGNORECASE,
)
# A number and a thing counted; no date, time, reference, share, sum of money or deadline.
_COUNTED = re.compile(
    rf"(?<![\w/.,:£$–-])(?<!\bwithin )(?!(?:19|20)\d\d\b){NUMBER}"
    rf"(?![\w/:%]|[.,]\d|(?:st|nd|rd|th)\b)"
    rf"(?! ?(?:per cent|percent|{MONTH}|am|pm|a\.m|p\.m)\b)(?: (?:of|in) (?:the|its|our|their)"
    r"| (?:more|other|further|new|different|full))? (?=[a-z])",
    re.IGNORECASE,
)
# "2.6 million people", "9.4 days": no date or reference has a word behind it.
_DECIMAL = re.compile(r"(?<![\w/.,:£$–-])\d{1,3}\.\d{1,2} (?=(?:million |days|hours|years)[a-z]*)")
_MONEY = re.compile(r"[£€]\s?\d")
_TITLES = (
    r"(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Prof(?:essor)?|Cllr|Councillors?|PC|Sgt|Insp|Supt|DCI|DI"
    r"|CC|DCC|ACC|PCC|PFCC|DPCC|CFO|DCFO|ACO|HMI|Constable|Commissioner|Inspector|Superintendent"
    r"|Sergeant|Officer|Commander|Director|Executive|Governor|Manager|Treasurer|Mayor"
    r"|Chair(?:man|woman)?|Secretary|Minister|headteacher|Lord|Lady|Baroness|Reverend|Canon)"
)
_PERSON = re.compile(
    rf"\b{_TITLES}\.?,? (?P<one>(?:[A-Z][\w’'-]+|[A-Z]\.?)(?: (?:[A-Z][\w’'-]+|de|van|von|Mc\w+"
    rf")){{0,3}})|\b(?P<two>[A-Z][\w’'-]+ (?:[A-Z]\.? )?[A-Z][\w’'-]+)"
    rf"(?=,?(?: [–—-])? (?:\(?[A-Z]{{2,4}}\)"
    rf"|M[PS]\b|QPM\b|KC\b|\([A-Za-z][\w’', /&]{{3,50}}\)"
    rf"|(?:HM |(?:His|Her) Majesty[’']s |the |our |its |an? )?(?:[a-z]+ ){{0,3}}"
    rf"(?i:{_TITLES}\b|lead\b|head of\b|chair\b"
    r"|chief\b|spokes|officer\b|manager\b|member\b|director\b|reporter\b|editor\b"
    r"|correspondent\b|from\b|of\b|said\b)))",
)
# A name by where it stands: after "Dear", a by-line or the label of a line; before a dash, a
# bracket or a colon; or alone on its line. Such a pair of words may as well be a place.
_GIVEN = r"[A-Z][a-z’'-]+(?: (?:[A-Z]\.?|de|van|von|[A-Z][a-z’'-]+))?"
_LAST = r"(?:Mc|Mac|O[’'])?[A-Z][a-z’'-]+"
_PLACED = re.compile(
    rf"(?:(?:^|\n)\W{{0,3}}(?:From|To|Cc|By|Dear|Contact|Author|Signed|Name|Owner|Lead|Chair)"
    rf"(?: ?:|\b) ?|\b(?:[Cc]ontact|[Cc]all with|[Ii]nterviews? with|[Ss]igned by|[Aa]ttended by"
    rf"|coordinator|secretary|nurse|doctor),? )"
    rf"(?P<one>{_GIVEN}(?: {_LAST})?)(?![a-z])"
    rf"|(?P<two>\b{_GIVEN} {_LAST})(?= ?(?:[–—:(<]|- |,? [a-z]+ (?:added|said|asked|told)\b)"
    rf"|, (?:who|[a-z]+ (?:for|of|at|officer|lead|reporter|correspondent))\b)"
    rf"|(?:^|\n)\W{{0,3}}(?P<whole>{_GIVEN} {_LAST})[ ,]*(?=$|\n)"
)
# A name alone on its line, above the post of who signs.
_SIGNS = re.compile(
    r"\W*(?:[A-Z][\w’'-]+ ){1,3}[A-Z][\w’'-]+(?:,? (?:MP|QPM|KC|OBE|CBE|MBE|JP|OStJ)){0,3}\W*"
)
_POST = re.compile(
    rf"\W*(?:(?:HM|His Majesty[’']s|Her Majesty[’']s|[A-Z][a-z]+) ){{0,3}}(?i:{_TITLES}|lead"
    r"|head of|reporter|editor|correspondent|chair|clerk|analyst|coordinator|adviser|partner)\b"
)
# A line of a list of names: "T Ellwood (in the chair), G Pomfret".
_NAME = re.compile(r"\b[A-Z](?:[\w’'-]+|\.)?(?: [A-Z]\.?)? (?P<last>(?:Mc|O[’'])?[A-Z][\w’'-]+)")
# "Rory to find out …", "you: chase …": somebody, and what to do.
_TASK = re.compile(
    r"^[^\w\n]{0,5}(?:\d{1,2}[.)] "
    r"|[a-z]\) )?(?:(?:the )?[A-Z][\w’'&/.-]*(?: [A-Z][\w’'&.-]*){0,3},? to"
    r" (?!be\b)[a-z]|(?:me|you|us|all|nobody yet|[A-Z][\w’' ]{1,24}): ?[a-z]"
    r"|[A-Z]{2,4}: ?[A-Z][a-z]|[A-Z]{1,3}\d{1,3}[.:]? [a-z])"
)
_MORE_VERBS = (
    "accelerate|allocate|allow|apply|ask|award|bring|change|clear|close|cut|deliver|design|draft"
    "|end|explain|fill|find|fix|fund|get|help|invite|issue|keep|lead|learn|let|limit|listen|look"
    "|maintain|map|meet|move|name|offer|open|pay|plan|press|protect|raise|reach|refer|refurbish"
    "|remove|repair|replace|require|respond|run|secure|see|send|show|speed|start|support|test"
    "|tidy|try|visit|widen"
)
# "2.1 Stop anybody …", "Text: Make sure that …", "14/31 – Report on …": a line that orders.
_ORDER = re.compile(
    r"[^\w\n]{0,4}(?:[\w/]{0,10}\d[\w./]{0,6}[.)]?(?: \([^()\n]{3,40}\))?(?: ?[–—:-])? "
    r"|(?:[A-Z][\w ]{2,24}|Recommendation \(?\w{1,3}\)?) ?[:–—-] |[•·–-] )?"
    rf"(?P<do>(?i:{VERBS}|{_MORE_VERBS})\b) (?=[a-z\d“\"])"
)
# "(b) that she share the data": a clause that stands alone is what somebody resolved or advised.
_THAT = re.compile(
    r"[^\w\n]{0,4}(?:\(?\w{1,3}[.)] )?(?P<do>[Tt]hat) (?!is\b|was\b|has\b|had\b)[a-z]"
)
_MEETING = re.compile(
    r"\b(?:next (?:time|one|group|date)|deferred|postponed|training|briefing"
    r"|meetings?|sessions?|boards?|panels?|committees?|hearing|conference|met"
    r"|meets|held|visit|call with|callers?’ day|scrutiny|holding to account|last time|gold group"
    r"|see you|shall we say"
    r"|reconvene|adjourned|agenda|minutes|forum)\b",
    re.IGNORECASE,
)
_DATE = re.compile(
    rf"\b\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {MONTH}\b|\b{MONTH} \d{{1,2}}\b"
    rf"|\b\d{{1,2}}[./]\d{{1,2}}"
    rf"[./]\d{{2,4}}\b|\b{MONTH} 20\d\d\b|\b20\d\d-\d\d-\d\d\b"
    r"|\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? (?:at )?\d{1,2}(?:[.:]\d\d)? ?[ap]m\b"
    r"|\blast night\b"
)
_BARE = re.compile(r"\d{1,3}(?:,\d{3})*|\d{1,6}")
# Who may own a row of a table that no heading explains.
_OFFICE = re.compile(
    r"^\W*(?:(?:the )?(?:OPCC|PCC|CC|DCC|ACC|ACO|CFO|DCFO|Force|Constabulary|Commissioner"
    r"|Treasurer"
    r"|Director|Governor|Management|Secretary|Clerk|Chair|NHS|[A-Z]{2,5}$)\b|(?:Head"
    r"|Director) of\b"
    r"|(?:Chief|Deputy|Assistant) [A-Z]|[A-Z][\w ]{0,30}\b(?:Officer|Manager|Lead|Team|Board"
    r"|Director"
    r"|Executive|Constable|Commissioner|Superintendent|Inspector)\b)"
)


@dataclass(frozen=True, slots=True)
class Trigger:
    """A place in the text that asks for a look. `sort`: duty, judged, count, ..."""

    start: int
    end: int
    sort: str


_BY_SORT = (
    ("strong", _STRONG),
    ("duty", _DUTY),
    ("by", _BY),
    ("judged", _JUDGED),
    ("graded", GRADE_RE),
    ("money", _MONEY),
)
# Every match of `_PERSON` has a word that begins big, or a title, before a word that begins big.
_PAIR = re.compile(r"[A-Z][\w’'.-]*,? [A-Z]|headteacher")


def triggers(text: str, start: int, end: int) -> Iterator[Trigger]:
    """Everything in a sentence that asks for a look, sort by sort."""
    for sort, pattern in _BY_SORT:
        for match in pattern.finditer(text, start, end):
            yield Trigger(match.start(), match.end(), sort)
    for part in _DECIMAL.finditer(text, start, end):
        yield Trigger(part.start(), part.end(), "count")
    at = start
    for begins in BEGINS.finditer(text, start, end):
        counted = _COUNTED.match(text, begins.start(), end) if begins.start() >= at else None
        if counted is not None:
            at = counted.end()
            yield Trigger(counted.start(), counted.end(), "count")
    people = _PERSON.finditer(text, start, end) if _PAIR.search(text, start, end) else ()
    for match in people:
        name = "one" if match["one"] else "two"
        yield Trigger(match.start(name), match.end(name), "person")
    task = _TASK.match(text[start : min(end, start + 80)])
    if task:
        yield Trigger(start, start + task.end(), "duty")
    if _MEETING.search(text, start, end):
        for dated in _DATE.finditer(text, start, end):
            yield Trigger(dated.start(), dated.end(), "meeting")
    order = _ORDER.match(text, start, end) or _THAT.match(text, start, end)
    if order:
        yield Trigger(order.start("do"), order.end("do"), "order")


def falls_short(text: str, start: int, end: int) -> Trigger | None:
    """What is wanting, in a sentence that asks for nothing else."""
    found = FALLS_SHORT.search(text, start, end)
    return Trigger(found.start(), found.end(), "short") if found else None


def placed(text: str, start: int, end: int) -> Iterator[Trigger]:
    """People by where their names stand."""
    for match in _PLACED.finditer(text[start:end]):
        name = next(name for name in ("one", "two", "whole") if match[name])
        yield Trigger(start + match.start(name), start + match.end(name), "placed")


def names(text: str, start: int, end: int) -> Iterator[Trigger]:
    """People in a line that lists them."""
    for match in _NAME.finditer(text, start, end):
        yield Trigger(match.start(), match.end(), "person")


def signs(words: str, below: str) -> bool:
    """Whether a line is a name alone, above a line with the post of that person."""
    return _SIGNS.fullmatch(words) is not None and _POST.match(below) is not None


def dated(text: str, start: int, end: int) -> Trigger | None:
    """The date that a line of dates of meetings holds."""
    found = _DATE.search(text, start, end)
    return Trigger(found.start(), found.end(), "meeting") if found else None


def of_row(text: str, cells: tuple[tuple[int, int], ...]) -> Trigger | None:
    """A table row that says who is to do something, or by when."""
    for start, end in cells:
        if _BARE.fullmatch(text, start, end):
            return Trigger(start, end, "count")
        found = _OFFICE.match(text[start:end]) if end - start < 60 else None
        dated = _DATE.search(text, start, end) if end - start < 40 else None
        if found or dated:
            return Trigger(start, end, "row")
    return None

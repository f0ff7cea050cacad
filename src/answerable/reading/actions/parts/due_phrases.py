"""How a task says by when without a whole date: "asap", "before half term", "25/9"."""

import re

from answerable.reading.actions.parts.log_cells import due_of
from answerable.reading.deadlines import dates
from answerable.reading.records import Value

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)"
)
_WEEKDAY = r"(?:Mon|Tues?|Wed(?:s|nes)?|Thu(?:r|rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?"
_SITTING = (
    r"(?:meetings?|boards?|panels?|committees?|sessions?|forums?|calls?|mtgs?|cabinet|hearing"
    r"|inspection|revisit|visit|report|update)"
)
_POINT = (
    r"(?:half[- ]term|term|recess|holidays?|break|half[- ]year|Xmas|Christmas|Easter|New Year"
    r"|Whitsun|Michaelmas|Lent|Ramadan|Eid|Diwali|Hanukkah|Advent|season"
    r"|noon|midday|midnight|lunch(?:time)?|tea[- ]?time|bedtime|close(?: of (?:play|business))?"
    r"|cop|cob|weekend|week|month|quarter|year(?:[- ]end)?|today|tomorrow|tonight|then"
    rf"|summer|autumn|winter|spring|{_SITTING}|{_WEEKDAY}|{_MONTH})"
)
_OFTEN = (
    r"(?:daily|weekly|fortnightly|monthly|bi-?monthly|quarterly|termly|half-yearly|annually|yearly"
    r"|(?:each|every) (?:\w+ )?(?:day|week|fortnight|month|quarter|term|year|meeting|session"
    rf"|board|{_WEEKDAY}))"
)
_AT_ONCE = (
    r"(?:asap|a\.s\.a\.p\.?|as soon as (?:possible|practicable|they can|he can|she can)"
    r"|at once|straight ?away|right away|forthwith|immediate(?:ly)?|urgent(?:ly)?|now"
    r"|on-?going|today|tomorrow|tonight|overnight)"
)
_LEADS = (
    r"(?:(?:by|before|for|from|starting|start|due|in|on|at|until|w/c|wc|wk/c|week commencing"
    r"|no later than|ahead of|in time for|to) )?(?:the |our |its )?"
)
_EDGE = r"(?:(?:very )?(?:end|start|beginning|middle|close)(?: of)? (?:the |this |next |our )?)?"
WHEN = re.compile(
    rf"(?:{_AT_ONCE}|{_OFTEN}|tb[ca]|Q[1-4]|within .{{2,20}}"
    rf"|{_LEADS}{_EDGE}(?:(?:early|late|mid|next|this|following|coming|financial|calendar|school"
    rf"|summer|autumn|spring|winter|{_MONTH}|{_WEEKDAY})[ -]){{0,2}}{_POINT}(?: 20\d\d)?"
    r"(?: (?:the )?\d{1,2}(?:st|nd|rd|th)?| morning| afternoon| evening| lunchtime| noon)?"
    rf"|{_LEADS}\d{{1,2}}[/.]\d{{1,2}})",
    re.IGNORECASE,
)
"""A phrase that says when and nothing else, where it is set off from a task."""
SHORT_DAY = re.compile(
    r"(?:\b(?:by|before|due|on|from|w/c) |[(\[])\d{1,2}/\d{1,2}(?![\d/])[)\]]?(?=[\s.,;)]*$)"
)
"""A day of a month in figures, at the end of a task: "by 29/05", "(14/5)"."""
BEFORE = re.compile(
    r"\b(?P<due>(?:by|before|ahead of|in time for|in advance of|no later than|until"
    r"|in the (?:same )?week of|on the day of) "
    r"(?:(?:the|our|its|this|next|your|his|her) )?(?:[\w:.’'-]+ ){0,3}?"
    rf"(?:{_POINT}|publication|the \d{{1,2}}(?:st|nd|rd|th))\b"
    rf"(?: (?:on|of) (?:the )?(?:{_WEEKDAY}|{_MONTH}|\w+)|"
    r" (?:the )?\d{1,2}(?:st|nd|rd|th)?(?![\w:.])"
    r"| lunchtime| morning| afternoon| evening| noon)?)"
    r"(?=[\s.,;)\]]*$|[,;]| (?:how|what|who|whether|that|why|at the latest|please)\b)",
    re.IGNORECASE,
)
"""By when a task is to be done, without a date: "before half term", "by noon on Tuesday"."""
_FROM = re.compile(r"\b(?:starting|beginning|from|with effect from)(?: on)? $", re.IGNORECASE)
# "report again in October", "attend on 3 May": these are done on a day, and that is when.
_DONE_ON = re.compile(
    r"(?:also |then |both )?(?:report|present|bring|come|attend|explain|publish|start|begin|launch"
    r"|circulate|hold|return|meet|answer|appear|go live|issue|convene|visit|put on|write|update"
    r"|review|send)\b"
)
_ON = re.compile(r"(?:^| )(?:again |back )?(?:on|in|during)(?: \w+day,?)? $")
_OF_ELSE = re.compile(
    r"\b(?:held|dated|met|agreed|sent|received|reported|discussed|raised|published|made|issued"
    r"|said|seen|meeting|session|letter|incident|report|visit|inspection|events?) $"
)
_IN_MONTH = re.compile(
    rf"\b(?:again |back )?(?P<said>in (?P<month>{_MONTH}))"
    r"(?=[\s.,;)]*$| (?:on|about|how|why|what|with)\b)"
)
# "sample 100 files in November", "visit in June to see the lockers": work that is done in a month.
# What is only looked at may be of that month: "explain the fall in July".
_LOOKS = re.compile(
    r"(?:also |then |both )?(?:explain|analyse|compare|count|list|investigate|find|check|look|ask"
    r"|describe|say|tell|give|share|note|identify|examine|understand|confirm|clarify|follow|correct"
    r"|amend|report|take account|read|cost|pay|record|reconcile|evaluate|assess|audit)\b"
)
_AT_WORK = re.compile(
    rf"(?:^\w+ |(?<!ed )(?<!en )(?<!st )(?<!fall )(?<!rise )(?<!of )(?<!for )(?<!to )(?<!held )"
    rf"(?<!made )(?<!and )(?<!ing ))"
    rf"(?P<said>in (?:(?:early|late|mid-?) ?)?(?P<month>{_MONTH}))"
    r"(?=[\s.,;)]*$| (?:to|and|on|at) \w)"
)


def day_ahead(words: str) -> dict[str, Value] | None:
    """The day on which, or from which, a task is done, where no deadline is said."""
    for one in dates(words):
        before = words[: one.start]
        if not one.iso or len(one.iso) < len("2031-07"):
            continue
        lead = _ON.search(before)
        acts = _DONE_ON.match(words) is not None
        if _FROM.search(before) or (
            lead is not None and acts and not _OF_ELSE.search(before[: lead.start() + 1])
        ):
            return due_of(one.words)
    month = _IN_MONTH.search(words) if _DONE_ON.match(words) else None
    if month is None and not _LOOKS.match(words):
        month = _AT_WORK.search(words)
        month = month if month and not _OF_ELSE.search(words[: month.start()]) else None
    if month is None:
        return None
    return {**due_of(month["month"]), "due_words": month["said"]}

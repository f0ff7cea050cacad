"""What makes an unread sentence worth a look: duty, promise, judgment, figure, person, date.

Each trigger has a sort. The sort decides which records cover it, and how likely it is that a
sentence with it holds a record that no rule has read.
"""

import re
from collections.abc import Iterator

from answerable.reading.findings.duties.duty_words import VERBS
from answerable.reading.findings.falling_short import FALLS_SHORT
from answerable.reading.layout.lines import MONTH
from answerable.reading.material import Material
from answerable.reading.numbers import BEGINS, NUMBER
from answerable.reading.residue.residue_people import in_office
from answerable.reading.residue.residue_retold import CODES, JUDGED, NTH, SCORED, WISHED
from answerable.reading.residue.trigger import Trigger
from answerable.reading.scales import GRADE, GRADED
from answerable.reading.worded import worded


def in_small(words: str) -> re.Pattern[str]:
    """A pattern for text in small letters, which is far faster than one that heeds no case."""
    return re.compile(words.lower())


# "She asked why …", "was told about …": somebody wants to know, and nothing is to be done.
_TO_KNOW = (
    r"(?! (?:\w+ ){0,2}(?:why|whether|if|what|how|about|when|who|where|which|of|questions?)\b)"
)
# "This should not have happened": nobody is to do what is past.
_DONE = r"(?:been|[a-z]+ed|had|known|seen|done|gone|come|made|met|told|taken|given|put|got)\b"
_WOULD = r"[’']d (?!been\b|had\b|better\b|rather\b|[a-z]+ed\b)[a-z]+"
# By their first letters, since most words begin with another than nearly all of these.
_DUTY = in_small(
    rf"\b(?=[a-z])(?:a(?:re to|gree[ds]|sk(?:s|ed){_TO_KNOW}|ssured (?:us|me|her|him|them|that)"
    r"|re grateful|m grateful|re needed"
    r"|sked (?:us |me |them )?(?:if|whether) (?:you|we|i) (?:could|can|would|might))"
    r"|be grateful|c(?:ommitted|all(?:s|ed|ing) for"
    r"|(?:an|ould) (?:you|someone|somebody|anyone|anybody))"
    r"|d(?:irected|elegated|ue (?:by|on|in)|emand(?:s|ed))|e(?:xpects?|ssential)"
    rf"|f(?:ell|alls) to|h(?:a(?:s|ve|d) to|e{_WOULD}|elp(?:ful)? if|as until|ave until)"
    rf"|i(?:s to|nvited|nstruct(?:s|ed)|ntends?|t?{_WOULD}| (?:would )?need|mperative|ncumbent"
    r"|s needed| (?:want|ask|urge|expect))|l(?:et us|eft (?:it )?(?:to|with)|eading|ed by)"
    r"|must|n(?:eeds? to|eed for|amely)|o(?:ught to|ffer(?:s|ed) to|pens? (?:in|on|at))"
    r"|p(?:romis(?:es|ed)|ledge[ds]?|roposes?|lans? to|lease)"
    r"|r(?:equested|equires? (?:the|that|it|them|you)|ecommend(?:s|ed|ing)?|esolved?"
    r"|esponsible for|equired|emains? (?:open|outstanding))"
    rf"|s(?:hould(?! (?:not |never )?have {_DONE})|hall|he{_WOULD}|tarts? (?:in|on))"
    r"|t(?:o be (?:\w+ed|done|sent|put|set|made|held|given|brought)"
    rf"|old(?= (?:[\w’'-]+ ){{0,3}}?to [a-z])|hey{_WOULD}|asked)"
    rf"|undert(?:ook|ake|aking)|v(?:ery grateful|ital|olunteered)|you{_WOULD}"
    r"|w(?:ill|as to|ere to"
    r"|ould (?:also |now |then |all )?(?!(?:like|not|seem|appear|never|rather|prefer|depend"
    r"|mean|cost|have(?! to)|be(?! [a-z]+(?:ed|ld|nt|ght|en|de|ne|wn)))\b)[a-z]+"
    rf"|(?<!were w)(?<!was w)anted (?!to (?:know|do)\b)(?=[a-z])|e{_WOULD}"
    r"|e (?:would )?need|e (?:want|ask|urge|call)))\b|[’']ll\b",
)
# Words of duty, promise and agreement that only a record of such a kind reads.
_STRONG = in_small(
    rf"\b(?=[a-z])(?:should(?! (?:not |never )?have {_DONE})|must|shall|will|needs? to|ought to"
    rf"|agreed|asked{_TO_KNOW}|recommended"
    r"|undertook|promised|(?:is|are) to (?=[a-z]+ )(?!be\b)"
    r"|(?<!said )(?<!told )(?<!seem )(?<!seems )(?<!appear )(?<!appears )to be (?:done|sent|put"
    r"|set"
    r"|made|held|given|brought|[a-z]{3,}(?:ed|wn|ght|ilt)))\b",
)
_BY = worded(
    "by |before |until |within |due |no later than |immediately|at once|without delay|as soon as"
    "|urgently|forthwith",
    rf"\b(?:by|before|until|within|no later than|due)"
    rf" (?:(?:noon|midday|close|\d{{1,2}}(?:[.:]\d\d)? ?[ap]m) (?:on )?)?"
    r"(?:the )?(?:end of |early |mid-|late )?"
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)? )?(?:{MONTH}\b|20\d\d\b|(?:spring|summer|autumn|winter"
    rf"|christmas"
    r"|easter|new year|next (?:week|month|year|quarter|meeting)|(?:a|the) (?:week|month|year)"
    rf"|quarter|Q[1-4])\b)|\bwithin (?:the next )?(?:{NUMBER}|an?) \w+|\b(?:immediately|at once"
    r"|without delay|as soon as|urgently|forthwith)\b".lower(),
)
# What stands behind a number that counts nothing itself: "one had waited", "cells 4 to 9".
_NO_THING = (
    r"(?:ha[sd]|have|was|were|is|are|sa(?:id|ys)|that|who|whom|which|another|already|can|could|will"
    r"|would|may|might|must|should|did|does|do|by|in|at|on|for|from|and|or|but|as|now|then"
    r"|to (?!require\b|be\b)|than|since|so|not|after|before|when|where|if"
    r"|because|until|went|came|found|wrote|told)"
)
# "the next one", "this one": of one that is known
_KNOWN_ONE = re.compile(
    r"\b(?:next|last|main|each|every|any|another|no|wrong|right|same|better|not) $",
    re.IGNORECASE,
)
# A number and a thing counted; no date, time, reference, share, sum of money or deadline.
_COUNT = (
    rf"(?<![\w/.,:£$–-])(?<!\bwithin )(?<!\bno )(?!(?:19|20)\d\d\b)(?!(?:999|101|111|0\d+)\b)"
    rf"{NUMBER}(?![\w/:%]|[.,]\d|(?:st|nd|rd|th)\b)"
    rf"(?! ?(?:per cent|percent|{MONTH}|am|pm|a\.m|p\.m)\b)"
    rf"(?! (?:to|and|or) \d{{1,2}}(?:st|nd|rd|th)? {MONTH})(?! or more\b)"
    r"(?: (?:of|in) (?:the|its|our|their)"
    rf"| (?:more|other|further|new|different|full))? (?!{_NO_THING}\b)"
)
_COUNTED = re.compile(_COUNT + "(?-i:(?=[a-z]))", re.IGNORECASE)
# "PIER SHUT FOR 19 HOURS A DAY": the same in a line in capitals
_COUNTED_BIG = re.compile(_COUNT + "(?=[A-Z]{3})", re.IGNORECASE)
# "2.6 million people", "9.4 days": no date or reference has a word behind it.
_DECIMAL = re.compile(r"(?<![\w/.,:£$–-])\d{1,3}\.\d{1,2} (?=(?:million |days|hours|years)[a-z]*)")
# "More than an hour and a half", "about a third": a span or a share that no number states.
_SPELT = worded(
    " a | an ",
    r"\b(?:more than|less than|over|under|up to|nearly|almost|about|around|at least|half) an? "
    r"(?=hour|day|week|fortnight|month|year|decade|third|quarter|half|dozen|hundred|thousand)",
)
# "callers are answered within five days": how long it may take each time, and no day for one thing
_STANDARD = worded(
    "within ",
    rf"\bwithin (?!an? |the )(?:{NUMBER}) (?:working |school )?".lower()
    + r"(?:days?|weeks?|hours?|minutes?)\b",
)
_ONE_OFF = re.compile(
    r"\b(?:plans?|reports?|respon(?:d|se)s?|repl(?:y|ies)|write|meeting|review|return|back|inspect"
    r"|send|submit|notify|update|tell|publish|visit us|undertook|appeal)\b"
)
_BACK = 70  # characters
# "Section 55", "Regulation 28", "Action 2 from the July board": the name of a thing.
_REFERENCE = re.compile(
    r"\b(?:section|regulation|article|rule|part|page|chapter|item|minute|paragraph|para|action"
    r"|recommendation|number|no|phase|question|appendix|annex|table|figure|band|tier|level|score"
    r"|stage|schedule|pdf|ward|grade|year|quarter|cell|meeting|wing|type|class|category|priority"
    r"|version|step|week|day|term|room|junction|gate|unit|area|bay|platform)s?\.? $",
    re.IGNORECASE,
)
_MONEY = re.compile(r"[£€]\s?\d")
# "Rory to find out …", "you: chase …": somebody, and what to do.
_TASK = re.compile(
    r"^[^\w\n]{0,5}(?:\d{1,2}[.)] "
    r"|[a-z]\) )?(?!(?:To|From|Cc|Bcc|Sent|Subject|Re|Email|Web|Website|Tel|Phone|Note|NB|PS"
    r"|Disclaimer|Summary|Venue|Location|Background|Example|Source|Key|Purpose|Scope):)"
    r"(?:(?:the )?[A-Z][\w’'&/.-]*(?: [A-Z][\w’'&.-]*){0,3},? to"
    r" (?!be\b)[a-z]|(?:me|you|us|all|nobody yet"
    r"|[A-Z][\w’'&.-]*(?: (?:of|and|the|for|[A-Z][\w’'&.-]*)){0,4}): ?[a-z]"
    r"|[A-Z]{2,4}: ?[A-Z][a-z]|[A-Z]{1,3}\d{1,3}[.:]? [a-z])"
    # "→ ring the school", "[ ] ring the school", "-> ME find out": an arrow or an empty box
    r"|^(?:[-=]{1,2}>|>{1,2}|[→⇒➔►▶☐□]|\[ ?\]) ?\w"
)
MORE_VERBS = (
    "accelerate|allocate|analyse|allow|apply|ask|award|bring|change|clear|close|cut|deliver|design|draft|draw"
    "|end|explain|fill|find|fix|fund|get|have|help|invite|issue|keep|lead|learn|let|limit|listen|look"
    "|maintain|map|meet|move|name|offer|open|pay|plan|press|protect|raise|reach|refer|refurbish"
    "|remove|repair|replace|require|respond|run|secure|see|send|show|speed|start|support|test"
    "|tidy|try|visit|widen|ring|chase|circulate|collect|contact|tell|write|remind"
    "|apologise|book|confirm|email|e-mail|fetch|finish|nominate|phone|print|resend|speak|swap|track"
)
# "Report on an inspection", "Work programme", "Stop and search": a verb by its form, and a thing.
_NAMES_A_THING = (
    r"(?i:report (?:of|by|on an?|card|author|published|to the)"
    r"|work (?:programme|plan|at|with|in|on)"
    r"|stop and search|press office|(?:lead|link) (?:inspector|officer|member|peer)|support for"
    r"|record of|open (?:cases?|spaces?|since)|draft (?:minutes|report|plan)|design and)\b"
)
# "2.1 Stop anybody …", "Text: Make sure that …", "14/31 – Report on …": a line that orders.
_ORDER = re.compile(
    r"[^\w\n]{0,4}(?:[\w/]{0,10}\d[\w./]{0,6}[.)]?(?: \([^()\n]{3,40}\))?(?: ?[–—:-])? "
    r"|(?:[A-Z][\w ]{2,24}|Recommendation \(?\w{1,3}\)?) ?[:–—-] |[•·–-] )?"
    rf"(?!{_NAMES_A_THING})(?P<do>(?i:{VERBS}|{MORE_VERBS})\b) (?=[a-z\d“\"])"
)
# "ACTION 23/31: …", "Action – PB to …", "Recommendation 1.1: …": the mark of a duty.
_MARK = re.compile(
    r"[^\w\n]{0,4}(?!(?i:action plan|recommendations (?:made|from|of|to))\b)"
    r"(?P<do>(?:ACTION|Action|RECOMMENDATION|Recommendation|AFI)S?s?"
    r"(?: (?:point|item|for|by|agreed|required|no\.?|number))?(?: \(?[\w./-]{1,12}\)?)?"
    r"(?: \([^()\n]{2,50}\))?)(?: ?[:–—-]|\.| (?=[A-Z][\w’'/& ]{1,40} to [a-z])) ?(?=[\w“\"])"
)
# "(b) that she share the data": a clause that stands alone is what somebody resolved or advised.
_THAT = re.compile(
    r"[^\w\n]{0,4}(?:\(?\w{1,3}[.)] |(?:[A-Z][A-Za-z]{0,13} ?)?\d[\w./-]{0,7}[.:)]? )?"
    r"(?P<do>[Tt]hat) (?!(?:is|was|has|had|will|would|could|may|might|should|must|too|still|also"
    r"|said|means?|meant|makes?|made|leaves?|left|remains?|worries|happens|goes|says|day|year|week"
    r"|isn|wasn|doesn|didn|won|wouldn|can|cannot)\b)[a-z]"
)
# "… : Supt Keating to speak to the council": somebody and what to do, within a line.
_NAMED_TO = re.compile(
    r"(?<=[:;.|\[\])–—-]) ?(?P<do>(?:the )?[A-Z][\w’'&/.]*(?: (?:and|of|[A-Z][\w’'&/.]*)){0,5})"
    r" to (?!(?:be|the|an?|this|that|their|its|his|her|our|your|my|all|each|date)\b)(?=[a-z])"
)
# "GA order more, this week": initials, and what is to be done.
_NO_ORDER = (
    r"(?:to|at|in|on|for|of|by|with|and|or|from|as|if|not|who|which|the|said|told|felt|thought|gave"
    r"|took|went|began|saw|had|met|left|held|hopes?|has|is|was|will|would|could|should|can|may|must"
    r"|spoke|wrote|made|put|set|knew|found|came|got|sent|kept|ran|only|also|then|now|[a-z]+ed"
    r"|[a-z]+s|[a-z]+ing)"
)
_INITIALS_DO = re.compile(
    rf"[^\w\n]{{0,4}}(?P<do>[A-Z]{{2,3}} (?!{_NO_ORDER}\b)[a-z]{{2,}}) (?=[a-z\d])"
)
# "good news", "each outstanding audit action": words of grades that judge nothing
_OPEN_THING = (
    r"(?:actions?|recommendations?|items?|matters?|issues?|visits?|applications?|repairs?|cases?"
    r"|enquir(?:y|ies)|quer(?:y|ies)|trials?|works?|debts?|balances?|invoices?|requests?|tasks?"
    r"|complaints?|sums?|amounts?|payments?|warrants?|suspects?|questions?|checks?|reviews?"
    r"|(?!(?:forces|services|schools|colleges|leaders|providers|grades|ratings|outcomes)\b)[a-z]+s)"
)
_NO_GRADE = re.compile(
    r"(?<!n’t )(?<!n't )(?<!not )good enough\b|good (?:news|time|evening|morning|afternoon|night"
    r"|value|quality|questions?|job|idea|reasons?|use|care|will|thing|deal|order|many|faith|year"
    r"|people|managers?|review|practices?|governance|relations(?:hips?)?|or bad)\b"
    rf"|outstanding (?:[a-z]+ ){{0,3}}{_OPEN_THING}\b"
    r"|(?:in)?adequate (?:numbers?|levels?|staffing|resources?|time|steps|training|supervision"
    r"|records?|support|information|provision|measures|arrangements|systems?|funding|suppl(?:y|ies)"
    r"|assurance|protection|notice|checks?|controls?|plans?|parking|lighting|space|cover)\b"
)
# "Two case studies of those who withdrew - 12 June": a thing, and the day for it
_DATED_LAST = re.compile(
    rf" [–—-] (?:by )?\d{{1,2}}(?:st|nd|rd|th)? (?:{MONTH})(?: 20\d\d)?\W{{0,2}}$", re.IGNORECASE
)
_ORDERS = (_INITIALS_DO, _ORDER, _THAT, _MARK)
_BY_SORT = (
    ("strong", _STRONG),
    ("duty", _DUTY),
    ("by", _BY),
    ("duty", WISHED),
    ("judged", JUDGED),
    ("listed", NTH),
    ("graded", SCORED),
    ("graded", worded("|".join(GRADED.words), GRADE)),
    ("money", _MONEY),
)


def triggers(material: Material, start: int, end: int) -> Iterator[Trigger]:
    """Everything in a sentence that asks for a look, sort by sort."""
    text, lowered = material.text, material.lowered
    for sort, pattern in _BY_SORT:
        for match in pattern.finditer(lowered, start, end):
            if sort != "graded" or not _NO_GRADE.match(lowered, match.start()):
                yield Trigger(match.start(), match.end(), sort)
    for code in CODES.finditer(text, start, end):
        yield Trigger(code.start(), code.end(), "graded")
    yield from _counted(material, start, end)
    yield from in_office(text, start, end)
    task = _TASK.match(text[start : min(end, start + 80)])
    if task:
        yield Trigger(start, start + task.end(), "duty")
    dated = _DATED_LAST.search(text, max(start, end - 40), end)
    if dated and dated.start() - start > _LEAST_TOLD:
        yield Trigger(start, dated.end(), "by")
    order = next((one for way in _ORDERS if (one := way.match(text, start, end))), None)
    order = order or _NAMED_TO.search(text, start, end)
    if order:
        yield Trigger(order.start("do"), order.end("do"), "order")


def _counted(material: Material, start: int, end: int) -> Iterator[Trigger]:
    """Numbers of things and spans of time."""
    text, lowered = material.text, material.lowered
    for part in _DECIMAL.finditer(text, start, end):
        yield Trigger(part.start(), part.end(), "count")
    for part in _SPELT.finditer(lowered, start, end):
        yield Trigger(part.start(), part.end(), "count")
    for part in _STANDARD.finditer(lowered, start, end):
        opens = part.start() - start < len("1. ") + 1
        if not opens and not _ONE_OFF.search(
            lowered, max(start, part.start() - _BACK), part.start()
        ):
            yield Trigger(part.start() + len("within "), part.end(), "standard")
    at = start
    things = _COUNTED_BIG if text[start:end].isupper() else _COUNTED
    for begins in BEGINS.finditer(text, start, end):
        counted = things.match(text, begins.start(), end) if begins.start() >= at else None
        if counted is not None:
            at = counted.end()
            before = max(start, counted.start() - 16), counted.start()
            if _REFERENCE.search(text, *before):
                continue
            if lowered.startswith("one ", counted.start()) and _KNOWN_ONE.search(text, *before):
                continue
            yield Trigger(counted.start(), counted.end(), "count")


# "Three areas for improvement are open: …", "a cause of concern about …": what it is follows.
_LISTED = in_small(
    r"\b(?:areas? (?:for|of) (?:improvement|priority action)|causes? of concern|priority concerns?"
    r"|recommendations?|afis?)\b[^.:;\n]{0,50}"
    r"(?::(?= )|\b(?:about|concerning|relat(?:es?|ed|ing) to|on|over"
    r"|cover(?:s|ed|ing)|(?<!for )(?<!of )concern(?:s|ed)?) )"
)
# "These related to …" behind a sentence that names causes of concern.
_OF_THESE = re.compile(
    r"\W*(?:These|Those|They|Both|All (?:three|four|five|of)|Among them"
    r"|One (?:is|was|of|said|says)|The (?:first|second|others?|two|three|four|five)\b"
    r"|It (?:said|says|tells|told|found|finds|concern|relate))"
)
_NAMES_SOME = in_small(
    r"\b(?:areas? (?:for|of) improvement|causes? of concern|priority concerns?|recommendations"
    r"|failings|shortcomings|concerns"
    r"|(?:inspectorate|inspectors?|regulator|watchdog)[’']s? (?:\w+ )?"
    r"(?:report|letter))\b"
)
# "… and that no pass be issued": the second thing that somebody asked or resolved.
_ASKS = in_small(
    r"\b(?:recommend\w*|resolved|asks?|asked|requests?|requested|requires?|required|agreed|urged?"
    r"|called for|insist\w*|proposed|advised)\b"
)
_AND_THAT = re.compile(
    r"(?:[,;] | )and (?P<that>that (?:no|all|each|every|any|the|its|their|a|an|it|he|she|they"
    r"|[a-z]+s?)\b) (?=[a-z])"
)


def placed_below(material: Material, start: int, end: int, before: str) -> Iterator[Trigger]:
    """What a sentence says of findings that it or the one before it names."""
    for one in _LISTED.finditer(material.lowered, start, end):
        if end - one.end() > _LEAST_TOLD:
            yield Trigger(one.start(), end, "listed")
    if _OF_THESE.match(material.text, start, end) and _NAMES_SOME.search(before.lower()):
        yield Trigger(start, end, "listed")
    asks = _ASKS.search(material.lowered, start, end)
    if asks is not None:
        for two in _AND_THAT.finditer(material.text, asks.end(), end):
            yield Trigger(two.start("that"), end, "told-that")


_LEAST_TOLD = 12  # characters


def falls_short(material: Material, start: int, end: int) -> Trigger | None:
    """What is wanting, in a sentence that asks for nothing else."""
    found = FALLS_SHORT.found.search(material.lowered, start, end)
    return Trigger(found.start(), found.end(), "short") if found else None

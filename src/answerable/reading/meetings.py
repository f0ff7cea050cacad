"""Meetings, agenda items, decisions and judgments of assurance."""

import re
from collections.abc import Iterator, Sequence

from answerable.reading.clauses import Passage
from answerable.reading.deadlines import Stated, dates
from answerable.reading.material import Material
from answerable.reading.records import Record, Value, record

_BODY = re.compile(
    r"\b(?P<body>(?:[A-Z][\w&’'-]*,? (?:(?:and|&|of|for|the) )*){0,8}?(?:Panel|Board|Committee|Cabinet"
    r"|Sub-Committee|Meeting|Session|Forum|Group|Council|Assembly|Summit|BOARD|PANEL|COMMITTEE))\b"
)
_TITLE = re.compile(
    r"\b(?:minutes|agenda|notes?|summary|record|board|panel|committee|session|meeting|assembly"
    r"|accountability|governance|forum|cabinet|scrutiny|quarter)\b",
    re.IGNORECASE,
)
_PREVIOUS = re.compile(
    r"\b(?:minutes|notes|action log|actions?)\b.{0,60}?\b(?:meeting|session|board|panel)?\s?(?:held (?:on|at)"
    r"|of|from|dated)\b|\b(?:last|previous) (?:\w+ ){0,2}(?:meeting|session)|meeting held (?:on|at)",
    re.IGNORECASE,
)
_NEXT = re.compile(
    r"\b(?:(?:next|future) (?:\w+ ){0,3}(?:meetings?|sessions?|board|panel)|dates? of (?:the )?(?:next|future)"
    r" meetings?|will (?:next )?(?:meet|take place|be held)|is holding|will hold|to be held)\b",
    re.IGNORECASE,
)
_MENTION = re.compile(
    r"\b(?:meeting|session|panel|board|committee|summit|assembly)\b[^.;]{0,60}?\b(?:on|in|held|of)\s*$",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"\b(?P<h>\d{1,2})[:.](?P<m>\d{2})(?:\s?(?P<half>[ap]\.?m\.?))?\s?(?:hrs|hours)?\b"
    r"|\b(?P<h2>\d{1,2})\s?(?P<half2>[ap]\.?m\.?)(?!\w)|\b(?P<army>[01]\d[0-5]\d|2[0-3][0-5]\d)\s?(?:hrs|hours)",
    re.IGNORECASE,
)
_PLACE = re.compile(
    r"^\W*(?:Venue|Location|Place|Held at|Where)\s*:\s*(?P<place>[^\n]+)", re.I | re.M
)
_AT = re.compile(
    r"\b(?:at|in) (?P<place>(?:the )?[A-Z][\w’&-]*(?:,? (?:[A-Z0-9][\w’&-]*|and|of|the)){0,8})"
)
_SORTS: tuple[tuple[str, str], ...] = (
    ("thematic", r"thematic"),
    ("public", r"public (?:accountability|meeting|session)|in public"),
    ("panel", r"panel"),
    ("governance", r"governance"),
    ("performance", r"performance|assurance|accountability|holding to account|scrutiny"),
    ("board", r"board"),
    ("other", r"committee|cabinet|council|forum|group"),
)
_ITEM = re.compile(
    r"^(?:(?:Item|Agenda item|Ref)\s+)?(?P<number>\d{1,4}(?:[./]\d{1,4}){0,4}[a-z]?)[.):]?\s+"
    r"(?P<title>[A-Z“\"‘'][^\n]{2,160})$"
)
_NUMBER_ONLY = re.compile(
    r"^(?:Ref(?:erence)?[:\s]\s*|Item\s+)?(?P<number>\d{1,3}(?:/\d{2,4})+|\d{1,4}(?:/\d{2})?)[.:]?$"
)
_PURPOSE = (
    (
        "decision",
        re.compile(
            r"\bfor (?:decision|approval)|to (?:approve|agree|decide|elect|confirm"
            r"|appoint|sign)\b",
            re.I,
        ),
    ),
    ("information", re.compile(r"\bfor (?:information|noting)|to (?:note|receive)\b", re.I)),
    ("assurance", re.compile(r"\bfor (?:assurance|scrutiny)|to (?:scrutinise|review)\b", re.I)),
)
_LEAD = re.compile(
    r"(?:\bLead(?: officer)?s?\s*[:–-]\s*|[–-]\s*(?=(?:[A-Z]{2,4}|CC|PCC|Chief \w+)(?:/[A-Z]{2,4})*\s*$)|"
    r"\((?=[A-Z]{2,4}\)$)|\bPresented by:?\s*)(?P<lead>[^\n;()]{2,60})"
)
_LEAD_LINE = re.compile(
    r"\b(?:Lead(?: officer)?s?|Presented by|Owner)\s*[:–-]\s*(?P<lead>[^\n;()]{2,60})"
)
_PAPERS = re.compile(
    r"\b(?:papers?|reports?)\b[^.\n]{0,60}?\b(?:to (?:the )?(?:OPCC|PCC|office|clerk)|due|by|submitted)"
    r"\b[^.\n]{0,20}?",
    re.IGNORECASE,
)
_DECISION = re.compile(
    r"(?:^|(?<=[\s(]))(?:(?P<mark>(?:UNANIMOUSLY |IT WAS )?(?:RESOLVED|Resolved|DECISION|Decision|AGREED"
    r"|Decided|DECIDED)(?: \([a-z ]+\))?(?: that)?\s*[:–—,-]+|RESOLVED(?: that)?)\s*(?P<words>\S[^\n]{6,}))"
)
_DECIDED = re.compile(
    r"\b(?:(?:[Tt]he )?(?:PCC|PFCC|Commissioner|Board|Panel|Committee|Cabinet|Members|Mayor)"
    r"(?: [A-Z]\w+ [A-Z]\w+)? (?:has |have |formally |unanimously )*(?:approved|resolved|decided|agreed to"
    r" (?:approve|fund|release|support)|authorised|signed off)\b|(?:recommendation|proposal|report|minutes"
    r"|request|paper|virement|decision) (?:\w+ ){0,8}?(?:was|were) (?:approved|agreed by|supported by"
    r" the (?:PCC|Commissioner|Board))\b|[Ii] (?:hereby )?approve (?:the|this)\b)"
)
_ASSURED = re.compile(
    r"\b(?P<who>(?:[Tt]he )?(?:PCC|PFCC|Commissioner|Board|Panel|Committee|Members|DPCC|[Hh]e|[Ss]he|I))"
    r" (?:was|were|is|are|am|remains?|remained|felt)(?: (?P<no>not|un|neither))?"
    r"(?: (?P<part>partly|partially|somewhat|generally|broadly|fully|largely|therefore|also|now|overall))*"
    r" (?P<word>assured|reassured|unassured|not assured|satisfied)\b(?P<about>[^.;]{0,200})"
)
_PROVISION = re.compile(
    r"\b(?:[Aa]ssurance (?:level|rating|judg[e]?ment)?:? ?(?P<level>full|substantial|reasonable|partial"
    r"|limited|no|not assured|assured)\b(?: assurance)?)",
    re.IGNORECASE,
)
HEAD = 6


def sort_of(words: str) -> str | None:
    """The sort of meeting that a title or clause says."""
    lower = words.lower()
    return next((name for name, pattern in _SORTS if re.search(rf"\b(?:{pattern})", lower)), None)


def time_of(words: str) -> str | None:
    """The first time of day as HH:MM."""
    match = _TIME.search(words)
    if match is None:
        return None
    if match.group("army"):
        return f"{match['army'][:2]}:{match['army'][2:]}"
    hour, minute = int(match["h"] or match["h2"]), int(match["m"] or 0)
    half = (match["half"] or match["half2"] or "").lower().replace(".", "")
    if half == "pm" and hour < 12:
        hour += 12
    if half == "am" and hour == 12:
        hour = 0
    return f"{hour:02d}:{minute:02d}" if hour < 24 and minute < 60 else None


def records(material: Material) -> Iterator[Record]:
    """Everything of this page."""
    kind = material.profile.type
    this = _this(material) if kind in ("minutes", "agenda", "action-log", "other") else None
    if this is not None:
        yield this
    yield from _others(material, this)
    if kind in ("minutes", "agenda"):
        yield from _items(material)
    yield from _decisions(material)
    for passage in material.passages:
        yield from _assurance(material, passage)


def _this(material: Material) -> Record | None:
    """The meeting whose paper this is: title and date line at the top."""
    top: list[Passage] = []
    for passage in material.passages[:24]:
        if passage.section in ("attendance", "apologies") and top:
            break
        top.append(passage)
    dated: tuple[Passage, Stated] | None = None
    title: Passage | None = None
    for passage in top:
        words = material.text[passage.start : passage.end]
        if title is None and _BODY.search(words) and len(words) < 160 and words[-1] != ".":
            title = passage
        stated = next(
            (
                one
                for one in dates(material.text, passage.start, passage.end)
                if one.iso and len(one.iso) == 10
            ),
            None,
        )
        if (
            dated is None
            and stated is not None
            and len(words) < 200
            and (len(words) < 130 or re.search(r"\b(?:held|[Mm]inutes|[Mm]eeting)\b", words))
            and not re.search(r"\b(?:asked|noted|agreed|provide|said|will)\b", words)
            and not re.match(r"\W*(?:published|updated|last (?:updated|modified))", words, re.I)
        ):
            dated = passage, stated
    if dated is None or (
        title is None and not any(_TITLE.search(material.text[one.start : one.end]) for one in top)
    ):
        return None
    passage, stated = dated
    if title is None:
        title = next(one for one in top if _TITLE.search(material.text[one.start : one.end]))
    near = abs(title.start - passage.start) < 400
    start = min(title.start, passage.start) if near else passage.start
    end = max(title.end, passage.end) if near else passage.end
    words = material.text[title.start : title.end]
    for later in top:
        same = any(one.iso == stated.iso for one in dates(material.text, later.start, later.end))
        if same and later.end > end and later.start - end < 300:
            end = later.end
    return _record(material, (start, end), stated, words, "this", "meeting.title-date", weight=75)


def _record(
    material: Material,
    span: tuple[int, int],
    stated: Stated | None,
    title: str,
    standing: str,
    rule: str,
    *,
    weight: int,
) -> Record:
    body = _body_name(title)
    known = material.gazetteer.by_name(body) if body else None
    words = material.text[span[0] : span[1]]
    around = material.text[span[0] : span[1] + (260 if standing == "this" else 60)]
    place = _PLACE.search(around) or (_AT.search(words) if standing == "this" else None)
    inferred: dict[str, str] = {}
    when = stated.iso if stated else None
    if when is not None and when.startswith("XXXX") and stated and not stated.problem:
        year = _year(material, standing)
        if year:
            when, inferred["date"] = year + when[4:], "year from the title or other dates"
    given: dict[str, Value] = {
        "body": known.name if known else body,
        "body_id": known.id if known else None,
        "title": " ".join(title.split())[:200] if standing == "this" else None,
        "sort": sort_of(title)
        or (sort_of(material.meta.title or "") if standing == "this" else None),
        "date": when,
        "date_words": stated.words if stated else None,
        "time": time_of(around if standing == "this" else words),
        "place": " ".join(place.group("place").split()).rstrip(".") if place else None,
        "standing": standing,
    }
    return record("meeting", span, rule, given=given, inferred=inferred, weight=weight)


def _year(material: Material, standing: str) -> str | None:
    for words in (material.meta.title or "", material.text[:400], material.meta.published or ""):
        match = re.search(r"\b(?:19|20)\d\d\b", words)
        if match and standing != "next":
            return match.group()
    return None


def _body_name(title: str) -> str | None:
    plain = re.sub(
        r"(?i)^\W*(?:draft )?(?:minutes|agenda|notes?)(?: of| from)?(?: the| a)?(?: meeting of)?(?: the)? ",
        "",
        title.strip(),
    )
    match = _BODY.search(plain)
    if match is None:
        return None
    body = " ".join(match.group("body").split())
    return None if body in ("Meeting", "Session", "Group", "Council", "Notes of Meeting") else body


def _others(material: Material, this: Record | None) -> Iterator[Record]:
    """Previous, next and mentioned meetings."""
    for passage in material.passages:
        if this is not None and passage.start < this.end and passage.end > this.start:
            continue
        words = material.text[passage.start : passage.end]
        found: Sequence[Stated] = [
            one
            for one in dates(material.text, passage.start, passage.end)
            if one.iso and (len(one.iso) == 10 or len(one.iso) == 7)
        ]
        if not found:
            continue
        if passage.section == "next-meeting" and (
            passage.kind != "heading" or _NEXT.search(words)
        ):
            for one in found[:12]:
                yield _record(
                    material,
                    (one.start, one.end)
                    if len(found) > 1
                    else (
                        one.start,
                        one.start + len(material.text[one.start : passage.end].rstrip(" .")),
                    ),
                    one,
                    words,
                    "next",
                    "meeting.next",
                    weight=70,
                )
            continue
        yield from _clause(material, passage, words, found[0], this)


def _clause(
    material: Material, passage: Passage, words: str, one: Stated, this: Record | None
) -> Iterator[Record]:
    left = material.text[passage.start : one.start]
    if this is not None and one.iso == this.fields["date"]:
        return
    meets = re.search(r"\b(?:meeting|session|panel|board|committee)s?\b", left, re.IGNORECASE)
    if not meets and not re.search(r"\b[Mm]inutes (?:of|from)\b", left):
        return
    body = _BODY.search(left)
    start = passage.start + (body.start() if body else meets.start() if meets else 0)
    title = left
    if _PREVIOUS.search(words) and (
        passage.section == "previous-minutes"
        or re.search(r"\b(?:minutes|notes|action log|last|previous)\b", left, re.IGNORECASE)
    ):
        yield _record(
            material, (one.start, one.end), one, title, "previous", "meeting.previous", weight=70
        )
    elif _NEXT.search(words):
        yield _record(
            material, (start, one.end), one, title, "next", "meeting.will-meet", weight=55
        )
    elif _MENTION.search(left) and len(one.iso or "") == 10:
        yield _record(
            material, (start, one.end), one, title, "mentioned", "meeting.mentioned", weight=45
        )


def _items(material: Material) -> Iterator[Record]:
    number: str | None = None
    for passage in material.passages:
        if passage.kind == "row":
            continue
        words = material.text[passage.start : passage.end].strip()
        alone = _NUMBER_ONLY.match(words)
        if alone is not None and not re.fullmatch(r"(?:19|20)\d\d", words):
            number = alone.group("number")
            continue
        match = _ITEM.match(words)
        title = match.group("title") if match else None
        if match is not None and title is not None and _titular(title):
            start = passage.start + match.start("title")
            yield _item(material, passage, (start, passage.end), match.group("number"), title)
        elif number is not None and len(words) < 160 and words[:1].isupper():
            yield _item(material, passage, (passage.start, passage.end), number, words)
        number = None


def _titular(title: str) -> bool:
    words = title.rstrip(" :").split()
    return len(words) <= 18 and not title.rstrip().endswith((".", ";")) or len(words) <= 8


def _item(
    material: Material, passage: Passage, span: tuple[int, int], number: str, title: str
) -> Record:
    after = material.text[passage.start : passage.end + 200].split("\n\n")
    around = "\n".join(after[:2])
    purpose = next((name for name, pattern in _PURPOSE if pattern.search(around)), None)
    lead = _LEAD.search(title) or _LEAD_LINE.search(around)
    papers = _PAPERS.search(around)
    stated = next(iter(dates(around, papers.start())), None) if papers else None
    given: dict[str, Value] = {
        "number": number,
        "title": " ".join(title.split()).rstrip(" :.–-"),
        "purpose": purpose,
        "lead": lead.group("lead").strip(" )") if lead else None,
        "papers_due": stated.iso if stated else None,
        "papers_due_words": stated.words if stated else None,
    }
    return record("agenda_item", span, "agenda.item", given=given, weight=30)


def _decisions(material: Material) -> Iterator[Record]:
    previous_lead = False
    for passage in material.passages:
        if passage.kind in ("heading", "row") and passage.section != "decisions":
            previous_lead = bool(
                re.fullmatch(
                    r"\W*(?:RESOLVED|Resolved|Decision|DECISION)\W*",
                    material.text[passage.start : passage.end],
                )
            )
            continue
        words = material.text[passage.start : passage.end]
        match = _DECISION.search(words)
        if re.fullmatch(
            r"\W*(?:UNANIMOUSLY )?(?:RESOLVED|Resolved|Decision|DECISION)(?: that)?\W*", words
        ):
            previous_lead = True
            continue
        if match is not None:
            span = passage.start + match.start("words"), passage.end
            yield _decision(material, passage, span, "decision.marked", 70)
        elif previous_lead or (
            passage.section == "decisions"
            and passage.kind != "heading"
            and material.profile.type in ("minutes", "decision")
        ):
            yield _decision(material, passage, (passage.body, passage.end), "decision.headed", 60)
        elif (
            _DECIDED.search(words)
            and not re.search(r"\b(?:not|would|asked|if|whether|to be)\b|\?$", words)
            and material.profile.type in ("minutes", "decision")
        ):
            yield _decision(material, passage, (passage.body, passage.end), "decision.prose", 40)
        previous_lead = False


def _decision(
    material: Material, passage: Passage, span: tuple[int, int], rule: str, weight: int
) -> Record:
    words = material.text[passage.start : passage.end]
    ref = re.search(
        r"\b(?:[A-Z]{2,6}/?D?/?\d{2,4}/\d{1,4}|[A-Z]{3,5}\d?-\d{3,5}|D/20\d\d/\d+)\b", words
    )
    body = re.search(r"\b(PCC|PFCC|Commissioner|Board|Panel|Committee|Cabinet|Council)\b", words)
    given: dict[str, Value] = {
        "ref": ref.group() if ref else None,
        "body": body.group(1) if body else None,
    }
    return record("decision", span, rule, given=given, weight=weight)


def _assurance(material: Material, passage: Passage) -> Iterator[Record]:
    if passage.kind in ("heading", "row"):
        return
    words = material.text[passage.start : passage.end]
    match = _ASSURED.search(words)
    if match is None:
        return
    about = match.group("about").strip(" ,")
    about = re.sub(r"^(?:that|by|of|about|with|on) ", "", about)
    level = "assured"
    if match.group("no") or match.group("word") in ("unassured", "not assured"):
        level = "not-assured"
    elif match.group("part") in ("partly", "partially", "somewhat") or re.search(
        r"\b(?:but|however|although)\b", about
    ):
        level = "partly"
    given: dict[str, Value] = {
        "by": match.group("who").removeprefix("The ").removeprefix("the "),
        "level": level,
        "about": about or None,
    }
    yield record(
        "assurance",
        (passage.start + match.start(), passage.start + match.end()),
        "assurance.judged",
        given=given,
        weight=50,
    )

"""What section a heading opens: the headings that bodies use, in their many forms."""

import re

from answerable.reading.layout.canonical_text import Block

_SECTIONS = (
    (
        "definitions",
        r"(?:how we (?:grade|inspect|rate)\b|graded judg|what the (?:grades|ratings)"
        r" mean|terminology|definitions?\b|glossary|notes? (?:to|for) editors?|notes?$"
        r"|about (?:us|the data|this report)|the (?:grades|ratings) (?:we use"
        r"|are\b(?! (?:these|as follows|below|set out)\b|:?$)))",
    ),
    (
        "next-meeting",
        r"(?:dates? (?:and (?:time|venue) )?(?:of|for) (?:the |our |all )?(?:(?:next|future"
        r"|forthcoming|further|remaining) )?(?:meetings?|sessions?)"
        r"|(?:next|future|forthcoming) (?:meetings?|sessions?)"
        r"|(?:calendar|schedule|timetable) of (?:meetings|sessions)"
        r"|next:?$|(?:diary )?dates(?: for (?:the |your )?diar(?:y|ies))?:?$)",
    ),
    (
        "apologies",
        r"(?:apologies(?: for absence| received| from)?|not present|absent)\b"
        r"(?! (?:and|were|was))",
    ),
    (
        "attendance",
        r"(?:present|in attendance|attendance|attendees|those present|also present"
        r"|members? present|officers?|in the chair"
        r"|(?:panel |board |committee )?member(?:s|ship)|attendance and apologies"
        r"|attending)\b(?: ?[:–-]|$)",
    ),
    ("practice", r"(?:innovative|promising|notable|good) practice"),
    (
        "afi",
        r"(?:(?:other |further |new |our |key |the |remaining )*"
        r"areas? (?:for|of) (?:improvement|development)|afis?\b|issues? to address:?$"
        r"|what (?:(?:the|this|does the|do) .{0,40} )?(?:still |also )?needs? to"
        r" (?:be |do to )?improve(?! ?[:–-]? areas? for priority)"
        r"|what (?:(?:the|this|our|does the|do) )?(?:\w+ ){0,2}?(?:school|academy|college"
        r"|nursery|sixth form|area partnership) (?:should|must|needs? to|has to) (?:now )?do\b"
        r"(?: next| now| better)?\W*$)",
    ),
    (
        "recommendations",
        r"(?:(?:our |the |main |key |national |new |summary of |list of |strategic "
        r"|operational |improvement |priority |urgent |formal |(?:single|multi|individual|joint)"
        r"(?:[- ]agency)? |overview report |local |safety |further |additional |specific "
        r"|(?:[\w-]+ ){1,2}?(?<=['’]s )"
        r"|(?:\w+s['’] ))*recommendations?\b|requirements?:?$"
        r"|(?:learning|lessons|advice) (?:for|to) [\w ]{3,40}:?$"
        r"|what (?:the|this) .{0,40} (?:needs|must|should)"
        r"|actions? (?:that )?(?:we|cqc|inspectors) (?:have |has )?(?:told|asked|required"
        r"|requested|ordered) .{2,60}|(?:the )?(?:provider|trust|service|registered \w+)"
        r" (?:must|should)(?: take)?"
        r"|areas? for priority action|priority actions?"
        r"|actions? (?:the|this|that the) .{0,40} (?:must|should)|must do|should do"
        r"|requirements? notices?|what must (?:now )?happen|what we (?:have )?(?:asked"
        r"|ask|recommend)(?:ed)?(?: for)?$|rec(?:ommendation)?s?[ .:#-]{0,2}(?:no\.? ?"
        r"|ref\.? ?)?\d[\w./-]{0,12}\W*$)",
    ),
    (
        "cause",
        r"(?:(?:accelerated )?causes? (?:of|for) concern|(?:priority|key)(?: (?:and|or) "
        r"(?:priority|key))? concerns?$|(?:the )?matters of concern:?$|(?:the )?coroner['’]s"
        r" (?:matters of )?concerns?:?$)",
    ),
    (
        "actions",
        r"what (?:was|we|has been) (?:agreed|decided)(?: to do)?:?$|things to do:?$"
        r"|(?:summary of )?(?:new |agreed |outstanding )?actions?(?: points| agreed"
        r"| arising| list| summary)?(?: from .{0,40}|(?:/| and ).{0,40})?:?$",
    ),
    ("decisions", r"decisions?(?: made| taken)?:?$"),
    ("previous-minutes", r"(?:matters arising|minutes (?:and|of|from)|previous minutes)"),
    ("assurance", r"assurance statement"),
    (
        "grades",
        r"(?:our (?:judg|grad)|how (?:we|they|inspectors|hmicfrs) (?:graded|rated|judged)\b"
        r"|ratings?\b|overall (?:rating|summary|judg)|judg[e]?ments?\b"
        r"|grades?\b|summary of (?:grades|ratings))",
    ),
    ("background", r"(?:background|introduction|about (?:the|this) )"),
    (
        "responses",
        r"(?:(?:force|commissioner'?s?|pcc|chief constable'?s?|our|management)"
        r" (?:response|comments?))",
    ),
)
# All of them at once, for text in small letters: the first that fits tells by its place which.
_OPENS = re.compile("|".join(f"({pattern})" for _, pattern in _SECTIONS))


# "4.", "4.1", "RC/23", "12/31": the number of an item or a minute.
_NUMBER = re.compile(
    r"^(?:\(?[\dA-Za-z]{1,3}[.)]|[\d.]{1,6}|[A-Z]{1,5}[/-]?\d{1,4}[.:]?|\d{1,3}/\d{2,4}[.:]?)\s+"
)


def section_of(words: str) -> str | None:
    """The section that a heading opens, or None where it is a heading of its own."""
    opens = _OPENS.match(_NUMBER.sub("", words.strip()).lower())
    return _SECTIONS[opens.lastindex - 1][0] if opens and opens.lastindex else None


MAX_HEADING = 90


_DUTY = re.compile(r"\b(?:should|must|needs? to|will|doesn[’']t|isn[’']t|hasn[’']t|has been)\b")


_ACTIONS = re.compile(r"\W*Actions? ", re.IGNORECASE)


def is_sentence(words: str) -> bool:
    """Whether a line marked as a heading is a sentence: a finding printed in bold."""
    asks = words.endswith("?") or words.startswith(("What ", "How "))
    return len(words.split()) >= 6 and bool(_DUTY.search(words)) and not asks


def is_heading(block: Block, words: str) -> bool:
    """Whether a block stands as a heading, by its mark or by its look."""
    if block.kind == "heading":
        return not is_sentence(words)
    if block.kind not in ("paragraph", "key_value", "attendance", "letterhead", "item"):
        return False
    first = words.strip()
    if "\n" in first or not first or len(first) > MAX_HEADING or first[-1] in ".;,!":
        return False
    asks = first[-1] == "?" and section_of(first) not in ("afi", "recommendations")
    # "- The service should mend its lines" is what is asked, and no title.
    if asks or (block.kind == "item" and is_sentence(first) and not _ACTIONS.match(first)):
        return False
    head, mark, tail = first.partition(":")
    if mark and tail.strip():
        return False
    return section_of(head) is not None


# Below a box of findings a report goes on with what it saw.
_DETAIL = re.compile(
    r"\W*We set out our (?:detailed )?findings|\W*(?:Our|The) detailed findings\b"
)


# "The Commissioner agreed to circulate …" below the apologies: the meeting has begun.
_BUSINESS = re.compile(
    r"\W*(?:\d{1,3}(?:\.\d{1,3})*\.? )?(?:The|Members|It|A|In|Mr|Mrs|Ms|Dr|Cllr|Councillor"
    r"|D?CC|ACC|PCC)\b[^\n:]{0,80}?"
    r" (?:agreed|asked|noted|said|reported|discussed|considered|presented|explained|highlighted"
    r"|welcomed|advised|confirmed|introduced|updated|outlined|undertook|was agreed|was noted)\b"
    r"(?![^.]{0,60}\bapolog)"
)


# "1. SHARED STATION The roof is in." and ">> AV: ask the builder": the business has begun.
_ITEM_IN_CAPITALS = re.compile(r"\d{1,2}[.)]? (?:[A-Z&/-]{3,}[, ]+)+[A-Z][a-z]|>> ?[A-Z]")
# "Action: KB to ring the depot" and "… Dr Orr said that …; nobody had" stand in no list of people.
_ACTION = re.compile(r"\W*(?:(?:NEW|New|AGREED|Agreed) )?A(?:CTION|ction)\b[^:\n]{0,12}:")
_TOLD = re.compile(r"\b(?:said|asked|told|reported|explained|replied|thought)\b")


def ends(section: str, words: str) -> bool:
    """Prose that ends a list of people, or a box of findings."""
    if section in ("attendance", "apologies"):
        if _ITEM_IN_CAPITALS.match(words) or _ACTION.match(words):
            return True
        long = len(words) > 160 and (";" not in words or _TOLD.search(words) is not None)
        return long or _BUSINESS.match(words) is not None
    return section in ("afi", "cause", "recommendations") and _DETAIL.match(words) is not None


def kept(section: str, heading: str) -> str:
    """A heading of its own ends the section before it, save a numbered finding's label.

    Below "Recommendations" a heading may say only to whom: "To the Chief Constable".
    """
    if section == "recommendations" and (
        _TO_WHOM.fullmatch(heading) or _OF_A_BODY.fullmatch(heading)
    ):
        return section
    if re.match(
        r"(?:(?:(?:strategic|operational|improvement|key|priority|urgent) )?recommendation"
        r"|rec\.?|cause of concern|coc|area for improvement"
        r"|afi) ?\d",
        heading,
        re.I,
    ):
        return section
    return ""


# "Marlshire Police", "GP Practice": whose recommendations come next.
_OF_A_BODY = re.compile(
    r"(?:[A-Z][\w’'&-]*,? (?:(?:and|of|for|the|&) )*){0,6}(?:Police|Constabulary|Council|Practice"
    r"|Trust|Service|Services|Partnership|Board|ICB|CCG|Probation|Ambulance|Department|Authority"
    r"|University|College|School|Association|Surgery|Ministry|Government|Office)"
)
_TO_WHOM = re.compile(r"(?:To|TO|For|FOR) (?:(?:the|THE|all|ALL) )?[A-Z][\w’',& -]{2,60}")

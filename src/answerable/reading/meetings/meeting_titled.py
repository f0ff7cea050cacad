"""The meeting that the first line of a paper names, where the paper is of another sort."""

import re

from answerable.reading.clauses import Passage
from answerable.reading.deadlines import dates
from answerable.reading.material import Material
from answerable.reading.meetings.meeting_fields import meeting
from answerable.reading.records import Record

# "Thematic scrutiny day, 18 March 2031": the first line is the meeting and its day, whole.
_SITTING = re.compile(
    r"[^.:;?!]{0,70}\b(?:meeting|session|scrutiny day|hearing|assembly|forum|summit|oral evidence"
    r"|question time|conference)"
    r"\b[^.;?!]{0,60}?[,–-] (?:held on )?(?:\w+day,? )?$",
    re.IGNORECASE,
)
_OF_PAPER = re.compile(
    r"\W*(?:statement|report|response|paper|letter|news|press|actions?|questions? for"
    r"|reply|plan)\b"
    r"|\b(?:ahead of|after|before|following|says?|calls?|tells?|to (?:the|a)|will)\b",
    re.IGNORECASE,
)


def titled(material: Material) -> Record | None:
    """The meeting that the first line of a paper of another sort names, with its day."""
    for passage in material.passages[:2]:
        words = material.text[passage.start : passage.end]
        stated = next((one for one in dates(material.text, passage.start, passage.end)), None)
        if stated is None or not stated.iso or len(stated.iso) < len("2031-03-18"):
            continue
        title = material.text[passage.start : stated.start]
        aside = _ASIDE.match(material.text, stated.end, passage.end)
        whole = (stated.end >= passage.end or aside) and len(words) < _LONGEST_TITLE
        if whole and _SITTING.fullmatch(title) and not _OF_PAPER.search(title):
            return meeting(
                material, passage.span, stated, title.rstrip(" ,–-"), standing="this",
                rule="meeting.titled", weight=74,
            )  # fmt: skip
    return None


def reported_to(material: Material) -> Record | None:
    """The meeting for which a paper was written, where a line of its head is a body and a day."""
    for passage in material.passages[:_HEAD]:
        named = _TO_BODY.match(material.text, passage.start, passage.end)
        stated = next(iter(dates(material.text, passage.start, passage.end)), None)
        if named is None or stated is None or stated.start != named.end():
            continue
        if stated.iso and len(stated.iso) == len("2031-03-18") and stated.end >= passage.end:
            start = named.start("body")
            return meeting(
                material, (start, passage.end), stated, named["body"], standing="this",
                rule="meeting.titled", weight=74,
            )  # fmt: skip
    return None


_HEAD = 4  # lines in which a paper says for whom it is
# "Report to Marl Fire and Rescue Authority, 4 May 2031", "Paper for: Strategic Board, 4 May 2031"
_TO_BODY = re.compile(
    r"(?:Report|Paper|Briefing|Update|Submission) (?:to|for):? (?:the )?"
    r"(?P<body>[A-Z][\w&’', -]{2,80}"
    r"?\b(?:Authority|Board|Panel|Committee|Cabinet|Council|Group|Forum|Trustees|Governors|Executive"
    r"|Meeting))(?:,| [–-])? (?:meeting )?(?:(?:on|of) )?(?:\w+day,? )?",
)
# "(edited transcript)", behind the day.
_ASIDE = re.compile(r" \([^()\n]{3,40}\)$")
_LONGEST_TITLE = 130
# "Reply of the trust to the Committee", "Annual report of the Board": a paper, with its own day.
_PAPER = re.compile(
    r"\W*(?:(?:our|the|final|formal|joint) )?(?:reply|response(?! (?:[\w-]+ )?(?:group"
    r"|board|panel|committee|meeting|forum|team|partnership))|executive summary|written questions"
    r"|(?:briefing )?note (?:for|to|by|on) (?!file\b)\w"
    r"|evaluation|as it happened|report of (?:a|the) (?:task|working|review)[ -])"
    r"|\bannual report of\b|, (?:says?|warns?|finds?|claims?) [a-z]",
    re.IGNORECASE,
)
# "We thank the Panel for its report.": a sentence names no sitting.
_SENTENCE = re.compile(
    r"(?:We|I|It|They|This|These|A|An) (?!.*\b(?:held|took place|met)\b).*\.$", re.S
)


def is_paper(title: str) -> bool:
    """Whether the words above a day name a paper or say something, and name no meeting."""
    return _PAPER.search(title) is not None or _SENTENCE.match(title.strip()) is not None


_HELD_AT = re.compile(r"\b(?:held|took place|minutes of|meeting of)\b", re.IGNORECASE)
_SHORT = 60  # characters: a longer line with a full stop is a sentence


def told_of(material: Material, passage: Passage) -> bool:
    """Whether a passage is a sentence of a paragraph, and no line of a title."""
    words = material.text[passage.start : passage.end]
    return words.endswith(".") and len(words) > _SHORT and _HELD_AT.search(words) is None


# "After the Forum meeting held on 9 May, the Chair advised": a meeting that was.
_HELD_HERE = re.compile(
    r"\b(?:was|were|is|are|will be|has been|had been) (?:\w+ )?(?:held|convened|conducted|present"
    r"|in attendance)\b|\bwho (?:was|were) (?:there|present)\b",
    re.IGNORECASE,
)
_SAYS = re.compile(
    r"\b(?:is|are|was|were|has|have|had|said|says|outlined|advised|explained|informed|told"
    r"|reported|referred|confirmed|attended|presented|requested)\b",
    re.IGNORECASE,
)


# "raised by the Panel at its meeting on", and not "Record of business at the meeting on".
_AT_ITS = re.compile(
    r"(?<!present)(?<!attendance) at (?:the|its|our|their|an?) (?:[\w-]+ ){0,3}(?:meeting|session)"
    r"\b",
    re.IGNORECASE,
)
_RECORD = re.compile(
    r"\W*(?:the )?(?:minutes|notes?|record|proceedings|decisions|present|those)\b", re.IGNORECASE
)


def says_more(words: str) -> bool:
    """Whether a sentence that names a meeting says something other than that it was held."""
    if not words.rstrip(" |").endswith("."):
        return False
    if words.startswith("That ") or (_AT_ITS.search(words) and not _RECORD.match(words)):
        return True
    return _SAYS.search(_HELD_HERE.sub(" ", words)) is not None


def prose_between(material: Material, top: list[Passage], one: Passage, other: Passage) -> bool:
    """Whether a paragraph parts a title from its day."""
    first, last = sorted((one, other), key=lambda each: each.start)
    between = (each for each in top if first.end <= each.start and each.end <= last.start)
    return any(told_of(material, each) for each in between)

"""Agenda items: number, title, purpose, lead and when papers are due."""

import re
from collections.abc import Iterator
from itertools import islice

from answerable.reading.clauses import Passage
from answerable.reading.deadlines import dates
from answerable.reading.material import Material
from answerable.reading.records import Record, Value, record
from answerable.reading.worded import worded

_ITEM = re.compile(
    r"^(?:(?:Item|Agenda item|Ref)\s+)?(?P<number>\d{1,4}(?:[./]\d{1,4}){0,4}[a-z]?)[.):]?\s+"
    r"(?P<title>[A-Z“\"‘'][^\n]{2,160})$"
)
_NUMBER_ONLY = re.compile(
    r"^(?:Ref(?:erence)?[:\s]\s*|Item\s+)?(?P<number>\d{1,3}(?:/\d{2,4})+"
    r"|\d{1,4}(?:/\d{2})?)[.:]?$"
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
    r"(?:\bLead(?: officer)?s?\s*[:–-]\s*|[–-]\s*(?=(?:[A-Z]{2,4}|CC|PCC"
    r"|Chief \w+)(?:/[A-Z]{2,4})*\s*$)|"
    r"\((?=[A-Z]{2,4}\)$)|\bPresented by:?\s*)(?P<lead>[^\n;()]{2,60})"
)
_LEAD_LINE = re.compile(
    r"\b(?:Lead(?: officer)?s?|Presented by|Owner)\s*[:–-]\s*(?P<lead>[^\n;()]{2,60})"
)
_PAPERS = re.compile(
    r"\b(?:papers?|reports?)\b[^.\n]{0,60}?\b(?:to (?:the )?(?:OPCC|PCC|office|clerk)|due|by"
    r"|submitted)"
    r"\b[^.\n]{0,20}?",
    re.IGNORECASE,
)


# "1. Welcome and apologies", "02 Declarations of interest": what every agenda begins with.
_STANDING = worded(
    "Apolog|Declaration|Disclos|Minute|Welcome|Matters |Action |Any |Public |Date ",
    r"^(?:Item )?\d{1,3}[.):]?\s+(?:Apolog(?:y|ies)\b|Welcome\b|Declarations? of|Minutes?\b"
    r"|Disclos(?:able|ure)|Matters [Aa]rising|Action [Ll]og|Any [Oo]ther|Public [Qq]uestions"
    r"|Date (?:and|of))",
    re.MULTILINE,
)
_FEWEST = 2


def lists_items(material: Material) -> bool:
    """Whether a page of no known sort numbers items that every agenda has."""
    return len(list(islice(_STANDING.finditer(material.text), _FEWEST))) == _FEWEST


_DAY = re.compile(r"\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]{2,8},? \d{4}")  # the head of the page


def items(material: Material) -> Iterator[Record]:
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
        if _DAY.fullmatch(words):
            continue
        if match is not None and title is not None and _titular(title):
            start = passage.start + match.start("title")
            yield _item(material, passage, (start, passage.end), match.group("number"), title)
        elif number is not None and len(words) < 160 and words[:1].isupper():
            yield _item(material, passage, (passage.start, passage.end), number, words)
        number = None


def _titular(title: str) -> bool:
    words = title.rstrip(" :").split()
    return (len(words) <= 18 and not title.rstrip().endswith((".", ";"))) or len(words) <= 8


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

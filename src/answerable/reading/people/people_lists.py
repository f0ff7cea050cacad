"""Where lists of people stand: labelled lines and rows, tables of attendance, address lines.

A label says how somebody is there: "Present", "Apologies", "Copied to". What it heads is read
entry by entry (`person_entries`).
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from answerable.reading.clauses import Passage
from answerable.reading.layout.canonical_text import Block, CanonicalText
from answerable.reading.people.attendance import Sighting
from answerable.reading.people.person_entries import Entry, entries, entry
from answerable.reading.roles import ROLE_RE
from answerable.reading.worded import worded

_WHOSE = (
    r"(?:(?:councillors?|members?|officers?|others?|also|those|elected|co-?opted|independent|lay"
    r"|core|voting|non-?voting|panel|board|committee|staff|force|police|opcc|opfcc|constabulary"
    r"|partners?|officials?|public|external|regular|invited|in|for the \w+|from the \w+)"
    r"(?:[ /]| and )+){0,4}"
)
_AWAY = (
    r"not (?:here|there)|apols?|sorry\b[^:\n]{0,40}"
    r"|(?:could(?:n[’']t| not)|can(?:[’']t|not)|unable to)"
    r" (?:make it|come|be (?:here|there|with us))"
    r"|apologies(?: for absence| received| given| noted)?(?: from| by)?|absent|not present"
    r"|(?:unable|not able) to (?:attend|be present)|not in attendance|did not attend"
)
_CHAIR = r"chair(?:man|woman|person)?|chaired by|in the chair|chairing|presiding"
_THERE = (
    r"(?:those )?(?:here|there)|in the room|on the (?:call|line)|(?:around|at) the table"
    r"|present|with|in attendance|attendance|attend(?:ed|ing|ees)(?: by)?|participants?"
    r"|(?:by )?invit(?:ation|ed|ees)|who(?: was (?:there|present))?|members(?:hip)?"
    r"(?: who (?:served|sat|attended))?|officers"
    r"|councillors|trustees|governors|directors|residents|visitors|volunteers|pupils|tenants|parents"
    r"|grown-?ups?|young people|observers?|guests?|representatives"
    r"|(?:minutes?|notes?)(?: taken)?(?: by)?|(?:minute|note)[- ]?takers?|secretar(?:y|iat)"
    r"|clerk|scribe|reviewers?|inspectors?|inspection team|review team|panel|facilitator|speakers?"
    r"|(?:by|on|via) (?:video|phone|telephone|teams|zoom|link)(?: link| call)?|online|remotely"
    r"|co-?optees?|independent reviewer"
    r"|presenters?|lead (?:officer|inspector)s?|commissioner|chief constable|witness(?:es|ed by)?"
)
_COPIED = r"copied to|cop(?:y|ies)(?: to)?|cc|distribution|circulation(?: list)?|circulated to"
LABEL = re.compile(
    rf"\W*{_WHOSE}(?:(?P<away>{_AWAY})|(?P<chair>{_CHAIR})|(?P<copied>{_COPIED})"
    r"|(?P<named>(?:(?:media|press|public|further|general) )?(?:enquiries|contacts?)|media|press"
    rf"|contact(?: officer| for .{{2,30}})?|report(?:ing)? officer)|(?:{_THERE}))"
    r"(?: at the meeting| for (?:agenda )?items? [\w, &-]{1,20}"
    r"| (?:via|by|on) (?:teams|video|phone|telephone|zoom|link)"
    r"| online| virtually| remotely| were| was)?"
    r"(?: \([^()]{0,40}\))?\s*",
    re.IGNORECASE,
)
_LED = worded(":", r"(?P<label>[^:\n]{2,60}?)\s*:[-–]?\s*")
_APOLOGISED = re.compile(
    r"\b[Aa]pologies\b[^:.\n]{0,60}?(?:\bfrom|\bby|\bfor|\bof|:|\s[-–])\s+"
    r"(?=[A-Z])(?!(?:Apologies|Absence|Minutes)\b)"
    r"|^\W*Ap(?:ol(?:ogie)?s|OLS|OLOGIES)\.?:?\s+(?=[A-Z])"
)
# "2. Apologies. Cllr Una Orme.": the item's name stands as a sentence before its people.
_RUN_IN = re.compile(r"\bAPOLOGIES[^.\n:]{0,24}\.\s*$|\bApologies(?: [a-z]+){0,3}\.\s*$")
_SENT = worded(
    " apologies",
    r" (?:had |have |has )?(?:also )?(?:sent|gave|given|submitted|tendered|offered)"
    r"(?: (?:their|his|her|his or her))? apologies\b",
)
_WERE_THERE = worded(
    "Accompanied by|Also attending|Also here|Attended by|Chaired by|In attendance"
    "|Joined by|PRESENT|Present|accompanied by|also attending|also here"
    "|attended by|chaired by|in attendance|joined by|present",
    r"\b(?:[Aa]lso (?:present|in attendance|here|attending)|[Pp]resent|PRESENT:?|[Ii]n attendance"
    r"|[Aa]ttended by|[Jj]oined by|[Cc]haired by|[Aa]ccompanied by|[Rr]epresented by)"
    r"(?: at the meeting)?(?: were| was)?:?\s+(?=[A-Z])",
)


# "Councillor G Orme (in the Chair); Councillors Vale, Crewe and Moss": a list without a label.
_FIRST_CHAIR = re.compile(
    r"\W*(?:Cllr|Councillor)\.? [A-Z][^();,\n]{1,40} \((?:in the )?[Cc]hair(?:man|woman)?\)[;,:]\s"
)
_POST_LABEL = re.compile(
    r"\W*((?:[Cc]ouncillor|[Cc]lerk|[Cc]hief [Cc]onstable|(?:[A-Z]\w+ )*Commissioner|[Tt]reasurer"
    r"|[Ss]ecretary|[Ss]olicitor|[Mm]onitoring [Oo]fficer|[Ll]ead [Ii]nspector))s?\b"
)


def led(words: str) -> tuple[int, str] | None:
    """Where a list begins behind its label, and the presence that the label says."""
    match = _LED.match(words)
    label = LABEL.fullmatch(match["label"]) if match else None
    return (match.end(), presence_of(label)) if match and label else None


def listed(text: CanonicalText, passage: Passage) -> Iterator[Sighting]:
    """The people of one passage of a list."""
    words = text.text[passage.start : passage.end]
    label = led(words)
    away = passage.section == "apologies" or bool(re.match(r"\W*[Aa]pologies\b", words))
    presence = label[1] if label else "apologies" if away else "present"
    begin = passage.start + (label[0] if label else 0)
    said = _APOLOGISED.search(words)
    if said is not None and (label is None or label[0] <= said.start()):
        begin = passage.start + said.end()  # "Minutes: We had apologies from Cllr Moss"
        presence = "apologies"
    one_line = label is not None or away
    post = _POST_LABEL.match(words) if label else None
    for found in entries(text.text, begin, passage.end, inline=one_line):
        role = found.role or (post[1].strip() if post else None)
        yield sighting_of(replace(found, role=role), presence)


# "External audit: Una Orme (Pennant and Rudd)": everything behind the label is people.
_ANY_LABEL = re.compile(r"\W{0,3}(?P<label>[A-Z][^:;.()\n]{2,50}):\s+(?=[A-Z])")
_OF_NOBODY = re.compile(
    r"\b(?:venue|place|location|subject|title|where|address|area|stations?|sites?|item|topic"
    r"|owners?"
    r"|lead|action|programme|scheme|theme|region|ward|source|report|grades?|note)\b",
    re.IGNORECASE,
)


def bracketed(text: str, passage: Passage) -> Iterator[Sighting]:
    """A list, labelled or not, of names each with its body or post in brackets behind it."""
    label = _ANY_LABEL.match(text, passage.start, passage.end)
    if label is None and text.count(")", passage.start, passage.end) < _FEWEST:
        return
    if label is not None and _OF_NOBODY.search(label["label"]):
        return
    begin = label.end() if label is not None else passage.start
    found = list(entries(text, begin, passage.end, inline=True))
    if label is None and not (
        len(found) >= _FEWEST and all(text[one.end - 1] == ")" for one in found)
    ):
        return
    marked = [one for one in found if text[one.end - 1] == ")"]
    names = " ".join(text[one.start : one.end] for one in found)
    if (
        marked
        and len(marked) * 2 > len(found)
        and len(names) + _SIGNS * len(found) > (passage.end - begin)
    ):
        for one in found:
            yield sighting_of(one, "present")


_FEWEST = 3  # names of a list that nothing leads in
_SIGNS = 6  # characters that may part two people of a list: "; and "


def told(text: str, passage: Passage) -> Iterator[Sighting]:
    """ "Apologies were received from A and B", "also present were C and D"."""
    words = text[passage.start : passage.end]
    away = _APOLOGISED.search(words) if "pol" in words or "APOL" in words else None
    headed = away is None and _RUN_IN.search(text, max(0, passage.start - 40), passage.start)
    if headed:
        yield from all_of(text, passage.start, passage.end, "apologies", "people.absent")
    elif away is not None:
        yield from all_of(
            text, passage.start + away.end(), passage.end, "apologies", "people.absent"
        )
    elif (sent := _SENT.search(words)) is not None:
        yield from all_of(
            text, passage.start, passage.start + sent.start(), "apologies", "people.absent"
        )
    if _FIRST_CHAIR.match(words) is not None:
        yield from all_of(text, passage.start, passage.end, "present", "people.there")
    there = _WERE_THERE.search(words)
    if there is not None:
        presence = "chair" if "haired" in there.group() else "present"
        yield from all_of(text, passage.start + there.end(), passage.end, presence, "people.there")


def addressed(text: CanonicalText) -> Iterator[Sighting]:
    """Names in the address and under the last words of a letter."""
    for place, block in enumerate(text.blocks):
        if block.end - block.start < 60 and _DEAR.match(text.text, block.start):
            yield from _dear(text, block)
        if block.kind != "letterhead" or len(block.cells) > 1 or block.end - block.start > 120:
            continue
        found = entry(text.text, block.start, block.end)
        if found is None or " " not in found.name:
            continue
        if found.role is None and block.lead_in is None:
            below = text.blocks[place + 1] if place + 1 < len(text.blocks) else None
            if below is None or below.kind not in ("letterhead", "paragraph"):
                continue
            if not found.titled:
                continue
        presence = "author" if block.lead_in else "addressee"
        below = text.blocks[place + 1] if place + 1 < len(text.blocks) else block
        post = text.exact(below).strip()
        if found.role is None and below.kind == "letterhead" and ROLE_RE.match(post):
            found = replace(found, role=post, end=below.end)
        yield sighting_of(found, presence, "people.letter")


def signed(text: CanonicalText) -> Iterator[Sighting]:
    """A name alone on the last line of a text, with or without a post, or above the day."""
    last = [one for one in text.blocks if one.kind != "furniture"][-2:]
    if len(last) > 1 and _DAY.fullmatch(text.exact(last[-1]).strip()):
        last = last[:1]
    for block in last[-1:]:
        is_line = block.kind in ("paragraph", "heading", "letterhead")
        if is_line and block.end - block.start < 90 and not _TASK.match(text.exact(block)):
            found = entry(text.text, block.start, block.end)
            if found is None or " " not in found.name or found.start != block.start:
                continue
            before = text.text[block.start : max(text.text.find(found.name, block.start), 0)]
            told = text.exact(block)[-1] in ".!?" or re.search(r"[,\d]|(?<!igned):", before)
            if not told:
                yield sighting_of(found, "author", "people.letter")


# "30 November 2031", "Date: 3.5.31": the day below a signature.
_DAY = re.compile(
    r"(?:Dated?:? )?(?:\w+day,? )?\d{1,2}(?:st|nd|rd|th)?[ ./-]\w{1,9}[ ./-]\d{2,4}\.?"
)
_TASK = re.compile(r"\W*action\b", re.IGNORECASE)
_DEAR = re.compile(r"Dear (?=[A-Z])")


def _dear(text: CanonicalText, block: Block) -> Iterator[Sighting]:
    """ "Dear Chief Constable Fennimore": a surname, for want of an address above."""
    found = entry(text.text, block.start + len("Dear "), block.end)
    knighted = re.match(r"(?:Sir|Dame|Lord|Lady)\b", text.text[block.start + len("Dear ") :])
    if knighted or found is None:
        return  # "Dear Dame Una": a given name
    if found.titled and found.end - found.start > len(found.name):
        yield sighting_of(found, "addressee", "people.letter")


def presence_of(label: re.Match[str]) -> str:
    for name, presence in (
        ("away", "apologies"),
        ("chair", "chair"),
        ("copied", "copied"),
        ("named", "mentioned"),
    ):
        if label[name]:
            return presence
    return "present"


def all_of(text: str, start: int, end: int, presence: str, rule: str) -> Iterator[Sighting]:
    for found in entries(text, start, end, inline=True):
        yield sighting_of(found, presence, rule)


def sighting_of(found: Entry, presence: str, rule: str = "people.attendance") -> Sighting:
    there = "chair" if found.chair and presence == "present" else presence
    return Sighting(
        found.name,
        found.start,
        found.end,
        found.role,
        found.initials,
        there,
        rule,
        found.organisation,
    )

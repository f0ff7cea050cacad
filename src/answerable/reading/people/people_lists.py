"""Where lists of people stand: labelled lines and rows, tables of attendance, address lines.

A label says how somebody is there: "Present", "Apologies", "Copied to". What it heads is read
entry by entry (`person_entries`).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from answerable.reading.clauses import Passage
from answerable.reading.layout.canonical_text import Block, CanonicalText
from answerable.reading.people.attendance import Sighting
from answerable.reading.people.person_entries import Entry, entries, entry
from answerable.reading.roles import ROLE_RE

_WHOSE = (
    r"(?:(?:councillors?|members?|officers?|others?|also|those|elected|co-?opted|independent|lay"
    r"|core|voting|non-?voting|panel|board|committee|staff|force|police|opcc|opfcc|constabulary"
    r"|partners?|officials?|public|external|regular|invited|in|for the \w+|from the \w+)"
    r"(?:[ /]| and )+){0,4}"
)
_AWAY = (
    r"not (?:here|there)"
    r"|apologies(?: for absence| received| given| noted)?(?: from| by)?|absent|not present"
    r"|(?:unable|not able) to (?:attend|be present)|not in attendance|did not attend"
)
_CHAIR = r"chair(?:man|woman|person)?|chaired by|in the chair|chairing|presiding"
_THERE = (
    r"(?:those )?(?:here|there)|in the room|on the (?:call|line)|(?:around|at) the table"
    r"|present|with|in attendance|attendance|attend(?:ed|ing|ees)(?: by)?|participants?"
    r"|(?:by )?invit(?:ation|ed|ees)|who(?: was (?:there|present))?|members(?:hip)?"
    r"(?: who (?:served|sat|attended))?|officers"
    r"|councillors|observers?|guests?|representatives"
    r"|(?:minutes?|notes?)(?: taken)?(?: by)?|(?:minute|note)[- ]?takers?|secretar(?:y|iat)"
    r"|clerk|scribe|reviewers?|inspectors?|inspection team|review team|panel|facilitator|speakers?"
    r"|presenters?|lead (?:officer|inspector)s?|commissioner|chief constable|witness(?:es|ed by)?"
)
_COPIED = r"copied to|copy to|copies to|cc|distribution|circulation(?: list)?|circulated to"
LABEL = re.compile(
    rf"\W*{_WHOSE}(?:(?P<away>{_AWAY})|(?P<chair>{_CHAIR})|(?P<copied>{_COPIED})"
    r"|(?P<named>(?:(?:media|press|public|further|general) )?(?:enquiries|contacts?)|media|press"
    rf"|contact(?: officer| for .{{2,30}})?|report(?:ing)? officer)|(?:{_THERE}))"
    r"(?: at the meeting| via teams| online| virtually| remotely| were| was)?"
    r"(?: \([^()]{0,40}\))?\s*",
    re.IGNORECASE,
)
_LED = re.compile(r"(?P<label>[^:\n]{2,60}?)\s*:[-–]?\s*")
_NAME_HEAD = re.compile(
    r"(?:full )?names?|attendees?|members?|(?:panel |board |committee )?members?(?: name)?"
    r"|councillors?|representatives?|who|present|in attendance|people|officers?",
    re.IGNORECASE,
)
_OTHER_HEAD = re.compile(
    r"(?:job )?title|role|post|position|rank|organisation|agency|authority|representing|body"
    r"|council|force|department|attend(?:ance|ed)\??|present|status|apologies|initials|expected"
    r"|substitute|capacity",
    re.IGNORECASE,
)
_WENT = re.compile(r"attend(?:ance|ed)\??|present|status|apologies|expected", re.IGNORECASE)
_NOT_THERE = re.compile(r"(?:apol\w*|absent|no\b|n\b|not |did not|a$|x$|✗|×)", re.IGNORECASE)
_APOLOGISED = re.compile(
    r"\b[Aa]pologies\b[^:.\n]{0,60}?(?:\bfrom|\bby|\bfor|\bof|:|\s[-–])\s+(?=[A-Z])"
)
_SENT = re.compile(
    r" (?:had |have |has )?(?:also )?(?:sent|gave|given|submitted|tendered|offered)"
    r"(?: (?:their|his|her|his or her))? apologies\b"
)
_WERE_THERE = re.compile(
    r"\b(?:[Aa]lso (?:present|in attendance|here|attending)|[Pp]resent|PRESENT:?|[Ii]n attendance"
    r"|[Aa]ttended by|[Jj]oined by|[Cc]haired by|[Aa]ccompanied by|[Rr]epresented by)"
    r"(?: at the meeting)?(?: were| was)?:?\s+(?=[A-Z])"
)


_POST_LABEL = re.compile(
    r"\W*((?:[Cc]ouncillor|[Cc]lerk|[Cc]hief [Cc]onstable|(?:[A-Z]\w+ )*Commissioner|[Tt]reasurer"
    r"|[Ss]ecretary|[Ss]olicitor|[Mm]onitoring [Oo]fficer|[Ll]ead [Ii]nspector))s?\b"
)


def led(words: str) -> tuple[int, str] | None:
    """Where a list begins behind its label, and the presence that the label says."""
    match = _LED.match(words)
    label = LABEL.fullmatch(match["label"]) if match else None
    return (match.end(), _presence(label)) if match and label else None


def listed(text: CanonicalText, passage: Passage) -> Iterator[Sighting]:
    """The people of one passage of a list."""
    words = text.text[passage.start : passage.end]
    label = led(words)
    away = passage.section == "apologies" or bool(re.match(r"\W*[Aa]pologies\b", words))
    presence = label[1] if label else "apologies" if away else "present"
    begin = passage.start + (label[0] if label else 0)
    if label is None and (said := _APOLOGISED.search(words)):
        begin = passage.start + said.end()
    one_line = label is not None or away
    post = _POST_LABEL.match(words) if label else None
    for found in entries(text.text, begin, passage.end, inline=one_line):
        role = found.role or (post[1].strip() if post else None)
        yield _sighting(replace(found, role=role), presence)


def told(text: str, passage: Passage) -> Iterator[Sighting]:
    """ "Apologies were received from A and B", "also present were C and D"."""
    words = text[passage.start : passage.end]
    away = _APOLOGISED.search(words) if "pologies" in words else None
    if away is not None:
        yield from _all(
            text, passage.start + away.end(), passage.end, "apologies", "people.absent"
        )
    elif (sent := _SENT.search(words)) is not None:
        yield from _all(
            text, passage.start, passage.start + sent.start(), "apologies", "people.absent"
        )
    there = _WERE_THERE.search(words)
    if there is not None:
        presence = "chair" if "haired" in there.group() else "present"
        yield from _all(text, passage.start + there.end(), passage.end, presence, "people.there")


def tabled(text: CanonicalText, sections: dict[int, str]) -> Iterator[Sighting]:
    """The people of tables: a label and its names, or columns of names, posts and presence.

    `sections` gives the section of a row's block, by its number.
    """
    label: str | None = None
    head: tuple[str, ...] = ()
    before = -2
    for index, block in enumerate(text.blocks):
        if block.kind != "row":
            continue
        cells = [text.exact(cell).strip() for cell in block.cells]
        if index != before + 1:
            label, head = None, ()
        before = index
        head = block.header or head
        columns = _columns(head)
        if columns is not None and tuple(cells) != head:
            yield from _columned(text, block, head, columns)
            continue
        if not head:
            head = tuple(cells) if _columns(tuple(cells)) else ()
            if head:
                continue
        yield from _headed(text, block)
        match = LABEL.fullmatch(cells[0].rstrip(": ")) if cells and cells[0] else None
        if match is not None:
            label = _presence(match)
        elif cells and cells[0]:
            label = None
        if label is not None and len(block.cells) > 1:
            rest = block.cells[1]
            yield from _all(text.text, rest.start, block.end, label, "people.table")
        elif sections.get(index) in ("attendance", "apologies"):
            found = entry(text.text, block.start, block.end)
            if found is not None:
                away = sections.get(index) == "apologies"
                yield _sighting(found, "apologies" if away else "present", "people.table")


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
        yield _sighting(found, presence, "people.letter")


def signed(text: CanonicalText) -> Iterator[Sighting]:
    """A name alone on the last line of a text, with or without a post."""
    last = [one for one in text.blocks if one.kind != "furniture"][-1:]
    for block in last:
        is_line = block.kind in ("paragraph", "heading", "letterhead")
        if is_line and block.end - block.start < 90 and not _TASK.match(text.exact(block)):
            found = entry(text.text, block.start, block.end)
            if found is not None and " " in found.name and found.start == block.start:
                yield _sighting(found, "author", "people.letter")


_TASK = re.compile(r"\W*action\b", re.IGNORECASE)
_DEAR = re.compile(r"Dear (?=[A-Z])")


def _dear(text: CanonicalText, block: Block) -> Iterator[Sighting]:
    """ "Dear Chief Constable Fennimore": a surname, for want of an address above."""
    found = entry(text.text, block.start + len("Dear "), block.end)
    if found is not None and found.titled and found.end - found.start > len(found.name):
        yield _sighting(found, "addressee", "people.letter")


def _presence(label: re.Match[str]) -> str:
    for name, presence in (
        ("away", "apologies"),
        ("chair", "chair"),
        ("copied", "copied"),
        ("named", "mentioned"),
    ):
        if label[name]:
            return presence
    return "present"


def _all(text: str, start: int, end: int, presence: str, rule: str) -> Iterator[Sighting]:
    for found in entries(text, start, end, inline=True):
        yield _sighting(found, presence, rule)


def _sighting(found: Entry, presence: str, rule: str = "people.attendance") -> Sighting:
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


def _columns(head: Sequence[str]) -> int | None:
    """The column of names, where the others say what a list of people says."""
    plain = [one.strip(" :*") for one in head]
    name = next((n for n, one in enumerate(plain) if _NAME_HEAD.fullmatch(one)), None)
    if name is None or len(plain) < 2 or not all(plain):
        return None
    rest = [one for n, one in enumerate(plain) if n != name]
    known = sum(_OTHER_HEAD.fullmatch(one) is not None for one in rest)
    return name if known * 2 >= len(rest) and known else None


def _columned(
    text: CanonicalText, block: Block, head: Sequence[str], name: int
) -> Iterator[Sighting]:
    if name >= len(block.cells):
        return
    if all(LABEL.fullmatch(one.strip(" :*")) for one in head):  # "Present | Apologies"
        yield from _headed(text, block)
        return
    cell = block.cells[name]
    found = entry(text.text, cell.start, cell.end)
    if found is None:
        return
    presence, role, initials = "present", found.role, found.initials
    for place, one in enumerate(block.cells):
        words = text.exact(one).strip()
        if place == name or not words:
            continue
        label = head[place].strip(" :*") if place < len(head) else ""
        if label.lower() == "initials" and re.fullmatch(r"[A-Z]{2,4}[a-z]?", words):
            initials = initials or words
        elif _WENT.fullmatch(label):
            presence = "apologies" if _NOT_THERE.match(words) else presence
        elif role in (None, "Councillor") and re.fullmatch(
            r"(?i)(?:job )?title|role|post|position|rank|capacity", label
        ):
            role = " ".join(words.split())
    chair = found.chair or bool(role and re.fullmatch(r"(?i)chair(?:man|woman|person)?", role))
    there = "chair" if chair and presence == "present" else presence
    end = block.end if name == 0 else cell.end
    yield Sighting(found.name, cell.start, end, role, initials, there, "people.table")


def _headed(text: CanonicalText, block: Block) -> Iterator[Sighting]:
    """Columns whose heads are labels: "Present | Apologies"."""
    for head, cell in zip(block.header, block.cells, strict=False):
        label = LABEL.fullmatch(head.strip(" :*"))
        if label is not None and (label["away"] or re.search(r"(?i)present|attend", head)):
            yield from _all(text.text, cell.start, cell.end, _presence(label), "people.table")

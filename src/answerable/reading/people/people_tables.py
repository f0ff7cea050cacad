"""Tables of people: a label and its names, or columns of names, posts and presence."""

import re
from collections.abc import Iterator, Sequence

from answerable.reading.layout.canonical_text import Block, CanonicalText
from answerable.reading.people.attendance import Sighting
from answerable.reading.people.people_lists import LABEL, all_of, presence_of, sighting_of
from answerable.reading.people.person_entries import entry

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
_CHAIR = re.compile(r"chair(?:man|woman|person)?", re.IGNORECASE)
_NOT_THERE = re.compile(r"(?:apol\w*|absent|no\b|n\b|not |did not|a$|x$|✗|×)", re.IGNORECASE)


def tabled(text: CanonicalText, sections: dict[int, str]) -> Iterator[Sighting]:
    """The people of tables: a label and its names, or columns of names, posts and presence.

    `sections` gives the section of a row's block, by its number.
    """
    label: str | None = None
    heads = False
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
            head = tuple(cells) if _columns(tuple(cells)) is not None else ()
            if head:
                continue
        yield from _headed(text, block, block.header)
        match = LABEL.fullmatch(cells[0].rstrip(": ")) if cells and cells[0] else None
        below = label is not None and heads and match is None  # "PRESENT | " above rows of names
        if match is not None:
            label, heads = presence_of(match), not any(cells[1:])
        elif cells and cells[0] and not below:
            label = None
        listed = sections.get(index) in ("attendance", "apologies") or _is_member(cells)
        if below or (label is None and listed):
            found = entry(text.text, block.start, block.end)
            away = "apologies" if sections.get(index) == "apologies" else "present"
            yield from [sighting_of(found, label or away, "people.table")] if found else ()
        elif label is not None and len(block.cells) > 1:
            rest = block.cells[1]
            yield from all_of(text.text, rest.start, block.end, label, "people.table")


# "Una Orme (Member) | In person": a row of a list of people without a head.
_MEMBER = re.compile(
    r"[A-Z][\w’'.-]* (?:[A-Z][\w’'.-]* ){1,3}\((?:Vice[- ])?(?:Member|Chair|Officer|Observer|Clerk"
    r"|Adviser|Secretary)\)"
)


def _is_member(cells: Sequence[str]) -> bool:
    return bool(cells) and _MEMBER.fullmatch(cells[0]) is not None


def _columns(head: Sequence[str]) -> int | None:
    """The column of names, where the others say what a list of people says."""
    plain = [one.strip(" :*") for one in head]
    name = next((n for n, one in enumerate(plain) if _NAME_HEAD.fullmatch(one)), None)
    rest = [one for n, one in enumerate(plain) if n != name and one]
    if name is None or not rest:
        return None
    known = sum(_OTHER_HEAD.fullmatch(one) is not None for one in rest)
    return name if known * 2 >= len(rest) and known else None


def _columned(
    text: CanonicalText, block: Block, head: Sequence[str], name: int
) -> Iterator[Sighting]:
    if name >= len(block.cells):
        return
    labels = [one.strip(" :*") for one in head if one.strip(" :*")]
    if len(labels) > 1 and all(LABEL.fullmatch(one) for one in labels):  # "Present | Apologies"
        yield from _headed(text, block, head)
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
        elif _WENT.fullmatch(label) or not label:
            presence = "apologies" if _NOT_THERE.match(words) else presence
            role = role or ("Chair" if not label and _CHAIR.fullmatch(words) else None)
        elif role in (None, "Councillor") and re.fullmatch(
            r"(?i)(?:job )?title|role|post|position|rank|capacity", label
        ):
            role = " ".join(words.split())
    chair = found.chair or bool(role and re.fullmatch(r"(?i)chair(?:man|woman|person)?", role))
    there = "chair" if chair and presence == "present" else presence
    end = block.end if name == 0 else cell.end
    yield Sighting(found.name, cell.start, end, role, initials, there, "people.table")


def _headed(text: CanonicalText, block: Block, heads: Sequence[str]) -> Iterator[Sighting]:
    """Columns whose heads are labels: "Present | Apologies"."""
    for head, cell in zip(heads, block.cells, strict=False):
        label = LABEL.fullmatch(head.strip(" :*"))
        if label is not None and (label["away"] or re.search(r"(?i)present|attend", head)):
            yield from all_of(text.text, cell.start, cell.end, presence_of(label), "people.table")

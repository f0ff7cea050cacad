"""Minutes with a column of owners, which as text stands at the end of a paragraph or below it.

"… agreed that a form would go to the agency. Clerk", "… to review the orders.", and on a
line of its own "Cllr. O. Reeve/Clerk". One such end alone is no column, unless it stands apart.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from answerable.reading.actions.parts.action_agents import of_a_meeting
from answerable.reading.actions.parts.action_fields import action
from answerable.reading.actions.told.action_task import task_in
from answerable.reading.clauses import Passage
from answerable.reading.layout.canonical_text import Block
from answerable.reading.material import Material
from answerable.reading.records import Record

_ONE = (
    r"(?:(?:Parish |Town |Acting |Assistant |Deputy )?Clerk|Chair(?:man|woman|person)?"
    r"|Vice[- ]Chair(?:man|woman|person)?|Treasurer|Secretary|Head ?[Tt]eacher"
    r"|(?:Practice|Project|Estates|Site|Business|Office) Manager"
    r"|(?:Cllrs?|Councillors?|Mr|Mrs|Ms|Dr)\.? (?:[A-Z]\.? ?){0,2}[A-Z][a-z’'-][\w’'-]*"
    r"(?: [A-Z][a-z][\w’'-]+)?|All (?:[Mm]embers|[Cc]ouncillors)|[A-Z]{2,3})"
)
_WHO = rf"{_ONE}(?:(?: ?[/&,+] ?| and ){_ONE}){{0,3}}"
_BEHIND = re.compile(rf"[.!?)] (?P<who>{_WHO})$")
_BELOW = re.compile(rf"(?P<who>{_WHO})")
_INITIALS = re.compile(r"\b[A-Z]{2,3}\b")
# "… to buy from Marl Signs as this was cheaper": why, and no part of the task.
_WHY = re.compile(
    r",? (?:as|because|since) (?:this|it|that|they|these|the|there|he|she|we|no)\b[^.]*\.?\s*$"
)
_KINDS = ("paragraph", "item")
_LONGEST = 70  # characters of a cell of owners
_FEWEST = 2  # ends of paragraphs that make a column


class _Signed(NamedTuple):
    """A paragraph, and the owner at its end or below it."""

    block: int
    who: str
    at: int
    end: int


def records(material: Material) -> Iterator[Record]:
    """One action for each paragraph whose owner stands behind it."""
    if material.profile.type == "agenda" or not of_a_meeting(material):
        return
    found = list(_signed(material))
    if len(found) < _FEWEST:
        return
    of_block: dict[int, list[Passage]] = {}
    for passage in material.passages:
        of_block.setdefault(passage.block, []).append(passage)
    for one in found:
        yield from _task(material, of_block.get(one.block, []), one)


def _signed(material: Material) -> Iterator[_Signed]:
    blocks = material.canonical.blocks
    for index, block in enumerate(blocks):
        if block.kind not in (*_KINDS, "heading"):
            continue
        tail = material.text[max(block.start, block.end - _LONGEST) : block.end].rstrip()
        end = max(block.start, block.end - _LONGEST) + len(tail)
        behind = _BEHIND.search(tail) if block.kind in _KINDS else None
        if behind is not None and _known(material, behind["who"]):
            at = end - len(behind["who"])
            yield _Signed(index, behind["who"], at, at)
        elif _apart(material, block) and index and blocks[index - 1].kind in _KINDS:
            before = blocks[index - 1]
            yield _Signed(index - 1, tail, block.start, before.end)


def _apart(material: Material, block: Block) -> bool:
    words = material.text[block.start : block.end].strip()
    alone = len(words) <= _LONGEST and _BELOW.fullmatch(words) is not None
    return alone and not words.isupper() and _known(material, words)


def _known(material: Material, who: str) -> bool:
    """Whether initials in it, if any, are those of somebody whom the paper lists."""
    return all(one in material.directory for one in _INITIALS.findall(who))


def _task(material: Material, passages: list[Passage], one: _Signed) -> Iterator[Record]:
    for passage in reversed(passages):
        end = min(passage.end, one.end)
        if end <= passage.body or passage.section in ("attendance", "apologies"):
            continue
        start = task_in(material, passage.body, end)
        if start is not None:
            why = _WHY.search(material.text, start + 1, end)
            end = why.start() if why else end
            yield action(
                material, passage, (start, end), "action.signed", owner=one.who, ref=None,
                weight=73,
            )  # fmt: skip
            return

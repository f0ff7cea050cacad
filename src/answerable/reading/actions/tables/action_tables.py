"""Tables of actions: what their columns hold, by their heads or, where they have none, by content.

A head may stand under a banner, be numbered ("3. Action to be taken") or begin half-way down a
table of minutes. Without a head, a table is one of actions where one column begins with what to
do and another names who does it.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from answerable.reading.actions.parts.action_heads import OF_ANY_TABLE, PROMISED, REQUIRED, columns
from answerable.reading.actions.tables.action_columns import (
    OF_FINDINGS,
    content,
    held,
    is_dated,
    is_who,
)
from answerable.reading.layout.canonical_text import Block
from answerable.reading.material import Material

_FOUND = ("ref", "action", "owner", "due")


def action_rows(material: Material) -> Iterator[tuple[Block, Mapping[str, int]]]:
    """Each row of an action table with what its columns hold."""
    last: Mapping[str, int] = {}
    for run in _tables(material):
        found = list(_headed(material, run))
        if found:
            last = found[0][1]
        elif last and not any(block.header for block in run):
            found = list(_carried_on(material, run, last))
        yield from found


def _carried_on(
    material: Material, run: Sequence[Block], last: Mapping[str, int]
) -> Iterator[tuple[Block, Mapping[str, int]]]:
    """Rows further down a paper without a head, that hold what the last table of actions held."""
    for block in run:
        cells = [material.canonical.exact(cell).strip() for cell in block.cells]
        where = aligned(cells, last)
        if where is not None:
            yield block, where


def aligned(cells: Sequence[str], where: Mapping[str, int]) -> Mapping[str, int] | None:
    """What cells hold, the first of which may be left out: by who and by when among them."""
    if not {"action", "owner", "due"} <= set(where):
        return None
    for left in range(where["action"] + 1):
        moved = {name: at - left for name, at in where.items() if 0 <= at - left < len(cells)}
        if not {"action", "owner", "due"} <= set(moved):
            continue
        owner, due = cells[moved["owner"]], cells[moved["due"]]
        if is_who(owner) and not is_dated(owner) and (is_dated(due) or not due):
            words = cells[moved["action"]]
            return moved if len(words) > _SHORT and not is_dated(words) else None
    return None


_SHORT = 7  # characters of a task


def _tables(material: Material) -> Iterator[list[Block]]:
    """Rows that stand together."""
    run: list[Block] = []
    for block in material.canonical.blocks:
        if block.kind == "row":
            run.append(block)
            continue
        if run:
            yield run
        run = []
    if run:
        yield run


def _headed(material: Material, run: Sequence[Block]) -> Iterator[tuple[Block, Mapping[str, int]]]:
    where: Mapping[str, int] = {}
    head: tuple[str, ...] = ()
    seen: tuple[str, ...] = ()  # the head for which it was last asked what its columns hold
    length = 0
    plain: list[Block] = []
    for block in run:
        cells = [material.canonical.exact(cell).strip() for cell in block.cells]
        if block.header:
            if block.header != seen:
                where, seen = held(material, run, block.header), block.header
            if _of_findings(material, block, where):
                head = block.header
                continue
            head, length = block.header, len(block.header)
        found = {} if block.header else columns(cells)
        if found and _is_head(cells, found):
            where, length = found, len(cells)
            head = tuple(cells)
            continue
        if _of_actions(head, where) and len(cells) == length:
            yield block, where
        elif where and not block.header and (moved := aligned(cells, where)) is not None:
            yield block, moved  # a sheet leaves empty cells out
        elif not where:
            plain.append(block)
    heads = {one.header for one in run if _names(one.header)}
    exact = material.canonical.exact
    for block, found_in in _headless(material, plain):
        if tuple(exact(cell).strip() for cell in block.cells) not in heads:
            yield block, found_in


def _names(header: Sequence[str]) -> bool:
    """Whether the first row of a table names its columns, and is no row as the others are."""
    return bool(header) and not any(len(one) > _NAME or _FIGURE.search(one) for one in header)


_NAME = 40  # characters of a head
_FIGURE = re.compile(r"\d")


def _of_findings(material: Material, block: Block, where: Mapping[str, int]) -> bool:
    """Whether a table stands below "Recommendations" and its head says nothing of actions."""
    if "action" not in where:
        return False
    weak = OF_ANY_TABLE.fullmatch(block.header[where["action"]].strip(" :*")) is not None
    return weak and material.around(block.start).section in _FINDINGS


_FINDINGS = ("recommendations", "afi", "cause")


def _of_actions(head: Sequence[str], where: Mapping[str, int]) -> bool:
    """Whether a table is one of actions: who and what in plain heads, or by when, and no diary."""
    if "action" not in where:
        return False
    if "owner" not in where and PROMISED.search(head[where["action"]]):
        return False  # "What we will do | By": a body promises, and hands nothing out
    does = head[where["action"]].strip(" :*")
    weak = OF_ANY_TABLE.fullmatch(does) is not None
    if "owner" not in where and REQUIRED.match(does):
        return False  # "Requirement | Due date", "What you must do | By": what is required
    if weak and _DAY.fullmatch(head[0].strip(" :*")):
        return False  # "Date | What | Who": what happened, or will, on a day
    if "owner" in where and _ANYBODY.fullmatch(head[where["owner"]].strip(" :*")) is None:
        return True
    told = [head[where[name]] for name in ("action", "due") if name in where]
    return _BOTH.search(told[0]) is not None or (
        "due" in where and not all(OF_ANY_TABLE.fullmatch(one.strip(" :*")) for one in told)
    )


_DAY = re.compile(r"(?:date|day|when|time|month|year)", re.IGNORECASE)
_ANYBODY = re.compile(r"(?:for|(?:asked )?of(?: whom)?)", re.IGNORECASE)
_BOTH = re.compile(r"(?:actions?|tasks?).*\b(?:owners?|leads?|whom?)\b", re.IGNORECASE)


def _is_head(cells: Sequence[str], found: Mapping[str, int]) -> bool:
    """Whether cells name columns: nearly all of them are known labels, and none is a sentence."""
    filled = [one for one in cells if one]
    if len(filled) < 2 or "action" not in found or any(len(one.split()) > 7 for one in filled):
        return False
    words = all(len(one) < 40 and not re.search(r"\d", one) for one in filled)
    led = words and len(filled) >= 4 and "owner" in found and 2 * len(found) > len(filled)
    return led or len(found) >= max(2, len(filled) - 1)


def _headless(
    material: Material, run: Sequence[Block]
) -> Iterator[tuple[Block, Mapping[str, int]]]:
    """A table without a head whose content says what its columns hold."""
    if len(run) < 2:
        return
    count = len(run[0].cells)
    if count < 2 or any(len(block.cells) != count for block in run):
        return
    rows = [[material.canonical.exact(cell).strip() for cell in block.cells] for block in run]
    kinds = [content([row[place] for row in rows]) for place in range(count)]
    if kinds.count("action") != 1 and _handed_out(material, run[0]):
        kinds = _by_length(kinds, rows)
    if kinds.count("action") != 1 or "owner" not in kinds:
        return
    where: dict[str, int] = {name: kinds.index(name) for name in _FOUND if name in kinds}
    head = run[-1].header
    if len(head) == count and _names(head) and OF_FINDINGS.search(head[where["action"]]):
        return
    if _names(rows[0]) and OF_FINDINGS.fullmatch(rows[0][where["action"]]):
        return  # "Lesson | For": a head that the file does not mark as one
    for block in run:
        yield block, where


def _handed_out(material: Material, first: Block) -> bool:
    """Whether the words above a table say that it hands out tasks: "Who does what:"."""
    above = material.before(material.around(first.start))
    return (
        above is not None and _HANDS_OUT.search(material.text, above.start, above.end) is not None
    )


_HANDS_OUT = re.compile(
    r"\bwho(?:[’']s| is| does|[’']s doing| is doing)? (?:doing |does )?what\b|\b(?:actions?|tasks"
    r"|jobs|to-?dos?|homework)\b[^.|]{0,40}$",
    re.IGNORECASE,
)


def _by_length(kinds: Sequence[str | None], rows: Sequence[Sequence[str]]) -> list[str | None]:
    """The kinds of columns where tasks are handed out: the longest words are the task."""
    free = [at for at, kind in enumerate(kinds) if kind not in ("due", "ref")]
    if len(free) < 2:
        return list(kinds)
    longest = max(free, key=lambda at: sum(len(row[at]) for row in rows))
    who = next(
        (at for at in free if at != longest and all(is_who(row[at]) for row in rows if row[at])),
        None,
    )
    named = {longest: "action"} if who is None else {longest: "action", who: "owner"}
    return [
        named.get(at, kind if kind in ("due", "ref") else None) for at, kind in enumerate(kinds)
    ]

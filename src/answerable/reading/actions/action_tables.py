"""Tables of actions: what their columns hold, by their heads or, where they have none, by content.

A head may stand under a banner, be numbered ("3. Action to be taken") or begin half-way down a
table of minutes. Without a head, a table is one of actions where one column begins with what to
do and another names who does it.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from answerable.reading.actions.action_heads import OF_ANY_TABLE, columns
from answerable.reading.actions.action_words import DO_RE, NONE, WHO_ONLY
from answerable.reading.deadlines import dates
from answerable.reading.layout.canonical_text import Block
from answerable.reading.material import Material

_FOUND = ("ref", "action", "owner", "due")
# Heads of columns that hold findings, and nobody's task, however their words begin.
_OF_FINDINGS = re.compile(
    r"\b(?:recommend\w+|findings?|afis?|area\w*|cause\w*|concern\w*|grades?|risks?|issues?"
    r"|questions?|measures?|indicators?|subject|theme|item|purpose|services?|asked|said|told"
    r"|found|wanted|comments?|notes?|updates?|progress|evidence)\b",
    re.IGNORECASE,
)
_REF = re.compile(r"\(?(?:[A-Z]{1,5}[-/ ]?)?\d{1,4}(?:[./-]\d{1,4}){0,2}[.)]?[a-z]?")
_TBC = re.compile(
    r"(?:tb[ca]|asap|on-?going|next|end of|by|before|q[1-4]|autumn|spring|summer|winter|complete"
    r"|closed|done|immediate|n/?a)\b",
    re.IGNORECASE,
)
_BODY = re.compile(r"(?:[A-Z][\w’&/-]*(?: (?:of|and|for|&|the|to|[A-Z(][\w’&/)-]*)){0,7})")


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
        if _who(owner) and not _dated(owner) and (_dated(due) or not due):
            words = cells[moved["action"]]
            return moved if len(words) > _SHORT and not _dated(words) else None
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
    length = 0
    plain: list[Block] = []
    for block in run:
        cells = [material.canonical.exact(cell).strip() for cell in block.cells]
        if block.header:
            if block.header != head:
                where = _by_content(material, run, block.header)
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
    yield from _headless(material, plain)


def _of_actions(head: Sequence[str], where: Mapping[str, int]) -> bool:
    """Whether a table is one of actions: who and what in plain heads, or by when, and no diary."""
    if "action" not in where:
        return False
    weak = OF_ANY_TABLE.fullmatch(head[where["action"]].strip(" :*")) is not None
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


def _by_content(
    material: Material, run: Sequence[Block], head: tuple[str, ...]
) -> Mapping[str, int]:
    """What the columns hold by their heads; where these name an owner and a day and no task, the
    task is the column whose cells mostly begin with what to do."""
    where = columns(head)
    if "action" in where or "owner" not in where or "due" not in where:
        return where
    if "answer" in where and _tells(material, run, where["answer"]):
        return {**where, "action": where["answer"]}
    for place, name in enumerate(head):
        if place in (where["owner"], where["due"]) or _OF_FINDINGS.search(name):
            continue
        cells = [
            material.canonical.exact(block.cells[place]).strip()
            for block in run
            if block.header == head
            and len(block.cells) == len(head)
            and material.canonical.exact(block.cells[where["owner"]])[:1].isalpha()
        ]
        if _content(cells) == "action":
            others = {one: at for one, at in where.items() if at != place}
            return {**others, "action": place}
    return where


def _tells(material: Material, run: Sequence[Block], place: int) -> bool:
    """Whether the answers of a table say what is done, and not only that it is accepted."""
    cells = [
        " ".join(ANSWERED.sub("", material.canonical.exact(block.cells[place])).split())
        for block in run
        if block.header and len(block.cells) > place
    ]
    return bool(cells) and 2 * sum(len(one.split()) > _FEW for one in cells) > len(cells)


ANSWERED = re.compile(
    r"\s*(?:(?:partly|partially|fully|not) )?(?:agreed|accepted|yes|noted|supported|rejected)"
    r"(?: (?:in (?:full|part|principle)))?\s*(?:[.:;,–-]\s*|$)",
    re.IGNORECASE,
)
""" "Partly agreed. ": the answer itself, before what is done."""
_FEW = 4  # words: "Accepted in principle" says no more


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
    kinds = [_content([row[place] for row in rows]) for place in range(count)]
    if kinds.count("action") != 1 and _handed_out(material, run[0]):
        kinds = _by_length(kinds, rows)
    if kinds.count("action") != 1 or "owner" not in kinds:
        return
    where: dict[str, int] = {name: kinds.index(name) for name in _FOUND if name in kinds}
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
        (at for at in free if at != longest and all(_who(row[at]) for row in rows if row[at])),
        None,
    )
    named = {longest: "action"} if who is None else {longest: "action", who: "owner"}
    return [
        named.get(at, kind if kind in ("due", "ref") else None) for at, kind in enumerate(kinds)
    ]


def _content(cells: Sequence[str]) -> str | None:
    """What a column holds, by what most of its cells are."""
    filled = [one for one in cells if one]
    if not filled:
        return None
    most = 0.6 * len(filled)
    if sum(len(one) > 12 and DO_RE.match(one.lower()) is not None for one in filled) >= most:
        return "action"
    if sum(_dated(one) for one in filled) >= most:
        return "due"
    if sum(_REF.fullmatch(one) is not None for one in filled) >= most:
        return "ref"
    if sum(_who(one) for one in filled) >= most:
        return "owner"
    return None


def _dated(words: str) -> bool:
    if len(words) > 40 or _TBC.match(words) is not None:
        return len(words) <= 40
    return next(dates(words), None) is not None and not _who(words)


def _who(words: str) -> bool:
    """A person, post or body, perhaps with a date behind it."""
    first = re.split(r",? \(?by |, ", words, maxsplit=1)[0]
    return (
        len(first) < 60
        and not NONE.match(first)
        and (WHO_ONLY.fullmatch(first) is not None or _BODY.fullmatch(first) is not None)
    )

"""Tables of actions: what their columns hold, by their heads or, where they have none, by content.

A head may stand under a banner, be numbered ("3. Action to be taken") or begin half-way down a
table of minutes. Without a head, a table is one of actions where one column begins with what to
do and another names who does it.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from answerable.reading.actions.action_words import DO_RE, WHO_ONLY
from answerable.reading.deadlines import dates
from answerable.reading.layout.canonical_text import Block
from answerable.reading.material import Material

_HEADS: tuple[tuple[str, str], ...] = (
    (
        "ref",
        r"(?:ref(?:erence)?\.?|no\.?|number|id|#|action (?:no\.?|ref\.?|number|id)|item(?: no\.?)?"
        r"|serial|unique .*|minute(?: (?:no\.?|ref\.?|number))?)$",
    ),
    (
        "raised",
        r"(?:raised(?: at| on)?|date (?:raised|set|opened|agreed|of action)|meeting(?: date)?"
        r"|date of meeting|origin(?:al meeting)?|date added|opened|source|from meeting)$",
    ),
    (
        "due",
        r"(?:due(?: date)?|end(?: date)?|finish(?: date)?|deadline(?: date)?"
        r"|target(?: (?:completion )?date)?|by when|date due"
        r"|completion(?: date)?|timescales?|timeframes?|timelines?|due by|when|complete by"
        r"|date for completion|expected completion|(?:revised|agreed|original) (?:due |target"
        r" |completion )?date|implementation date|date|by)$",
    ),
    (
        "owner",
        r"(?:(?:action )?owner(?: ?/ ?lead)?|(?:action |delivery |strategic |force )?lead"
        r"(?: officer| person)?|responsible(?: (?:officer|person|lead|owner|manager|body))?"
        r"|by who|by whom|who|assigned to|allocated to|responsibility|action by|officer|sro"
        r"|accountable(?: (?:officer|person))?|owned by|person responsible|action for"
        r"|action owner\(s\)|owner\(s\)|lead\(s\))$",
    ),
    ("rating", r"(?:rag(?: rating| status)?|rating|b?rag)$"),
    (
        "answer",
        r"(?:response|accepted\??|agreed\??|accepted ?/ ?rejected|management response"
        r"|(?:our |force )?position on .*)$",
    ),
    ("status", r"(?:status|state|progress|open ?/ ?closed|position|current status|outcome)$"),
    (
        "update",
        r"(?:updates?|comments?|latest (?:update|position)|notes?|progress update|evidence"
        r"|progress(?: to date| since .*)?|update (?:at|for) .*)$",
    ),
    (
        "action",
        r"(?:(?:agreed |key |planned |proposed |management |improvement |new |follow-up )*"
        r"actions?(?: agreed| required| description| points?| details?| to be taken| to take"
        r"| needed| planned| item| arising| taken forward| and update)?|description|tasks?"
        r"|(?:actions?|tasks?)(?: and | ?[/&] ?| with )(?:owners?|leads?|whom?|responsib\w+)"
        r"|details?|what|requirement|activity|deliverable|what (?:will be|we will|needs to be)"
        r" do(?:ne)?|agreed management action|milestones?|steps?)$",
    ),
)
_COLUMNS = tuple((name, re.compile(pattern)) for name, pattern in _HEADS)
# A head that only holds such a word: "Executive lead", "Target for completion".
_LOOSE: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("owner", re.compile(r"\b(?:owner|lead|responsib\w+|accountab\w+|assigned|whom?)\b")),
    (
        "due",
        re.compile(r"\b(?:due|deadline|target|by when|when|timescales?|complet\w+ (?:date|by))\b"),
    ),
    (
        "action",
        re.compile(
            r"^(?!.*\b(?:taken|status|date|plan|ref|no)\b).*\b(?:actions?|tasks?|steps)\b"
            r"|\bwhat (?:we|you|they|the \w+)(?:[’']ll| will| are going to| plan to| need to"
            r"| must) do\b"
            r"|\bwhat (?:we|you|they|the \w+) (?:are|is) doing\b"
            r"|\bhow (?:we|it) will\b"
        ),
    ),
)
# In a register of risks the description is of the risk, and this column holds what is done.
_MITIGATION = re.compile(
    r"(?:(?:further|planned|new|key|proposed|additional) )?(?:mitigat(?:ion|ing)s?"
    r"(?: (?:actions?|measures?|plan))?|(?:risk )?treatments?|actions? to mitigate)",
    re.IGNORECASE,
)
_FOUND = ("ref", "action", "owner", "due")
# Heads that other tables have too: a diary has "When" and "What", a list of payments "Date" and
# "Description". Alone with each other they make no table of actions.
_OF_ANY_TABLE = re.compile(
    r"(?:date|when|by|description|details?|what|activity|requirement|item|action item)", re.I
)
# Heads of columns that hold findings, and nobody's task, however their words begin.
_OF_FINDINGS = re.compile(
    r"\b(?:recommend\w+|findings?|afis?|area\w*|cause\w*|concern\w*|grades?|risks?|issues?"
    r"|questions?|measures?|indicators?|subject|theme|item|purpose|services?)\b",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"^(?:\(?\d{1,2}[.)]|\([a-z]\)|[a-z]\))\s*")
_REF = re.compile(r"\(?(?:[A-Z]{1,5}[-/ ]?)?\d{1,4}(?:[./-]\d{1,4}){0,2}[.)]?[a-z]?")
_TBC = re.compile(
    r"(?:tb[ca]|asap|on-?going|next|end of|by|before|q[1-4]|autumn|spring|summer|winter|complete"
    r"|closed|done|immediate|n/?a)\b",
    re.IGNORECASE,
)
_BODY = re.compile(r"(?:[A-Z][\w’&/-]*(?: (?:of|and|for|&|the|to|[A-Z(][\w’&/)-]*)){0,7})")


def columns(header: Sequence[str]) -> Mapping[str, int]:
    """Which column holds what, by its head."""
    return _columns(tuple(header))


@lru_cache(maxsize=512)  # the rows of a table ask for the same heads
def _columns(header: tuple[str, ...]) -> Mapping[str, int]:
    found: dict[str, int] = {}
    for place, head in enumerate(header):
        plain = _NUMBERED.sub("", " ".join(head.split()).strip(" :*?")).lower()
        for name, pattern in _COLUMNS:
            if name not in found and pattern.match(plain):
                found[name] = place
                break
    for place, head in enumerate(header):
        if _MITIGATION.fullmatch(head.strip(" :*")):
            found["action"] = place
    for name, loose in _LOOSE:
        if name in found:
            continue
        for place, head in enumerate(header):
            if place not in found.values() and len(head) < 60 and loose.search(head.lower()):
                found[name] = place
                break
    return found


def of_tasks(head: str) -> bool:
    """Whether a head by itself says that its column holds actions: "Action", and not "What"."""
    plain = head.strip(" :*")
    return "action" in columns((head,)) and _OF_ANY_TABLE.fullmatch(plain) is None


def action_rows(material: Material) -> Iterator[tuple[Block, Mapping[str, int]]]:
    """Each row of an action table with what its columns hold."""
    for run in _tables(material):
        yield from _headed(material, run)


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
        elif not where:
            plain.append(block)
    yield from _headless(material, plain)


def _of_actions(head: Sequence[str], where: Mapping[str, int]) -> bool:
    if "action" not in where or "owner" in where:
        return "action" in where
    told = [head[where[name]] for name in ("action", "due") if name in where]
    return _BOTH.search(told[0]) is not None or (
        "due" in where and not all(_OF_ANY_TABLE.fullmatch(one.strip(" :*")) for one in told)
    )


_BOTH = re.compile(r"(?:actions?|tasks?).*\b(?:owners?|leads?|whom?)\b", re.IGNORECASE)


def _by_content(
    material: Material, run: Sequence[Block], head: tuple[str, ...]
) -> Mapping[str, int]:
    """What the columns hold by their heads; where these name an owner and a day and no task, the
    task is the column whose cells mostly begin with what to do."""
    where = columns(head)
    if "action" in where or "owner" not in where or "due" not in where:
        return where
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
    if kinds.count("action") != 1 or "owner" not in kinds:
        return
    where: dict[str, int] = {name: kinds.index(name) for name in _FOUND if name in kinds}
    for block in run:
        yield block, where


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
    return len(first) < 60 and (
        WHO_ONLY.fullmatch(first) is not None or _BODY.fullmatch(first) is not None
    )

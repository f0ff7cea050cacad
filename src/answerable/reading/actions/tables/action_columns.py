"""What the columns of a table hold, by their heads and by what stands below them.

A head says what a column may hold, and its cells whether they do: under "Fire actions" may stand
numbers, and under "Defect", beside a firm and a day, what is to be done about it.
"""

import re
from collections.abc import Mapping, Sequence

from answerable.reading.actions.parts.action_heads import columns
from answerable.reading.actions.parts.action_words import DO_RE, NONE, WHO_ONLY
from answerable.reading.deadlines import dates
from answerable.reading.layout.canonical_text import Block
from answerable.reading.material import Material

# Heads of columns that hold findings, and nobody's task, however their words begin.
OF_FINDINGS = re.compile(
    r"\b(?:recommend\w+|recs?|findings?|afis?|area\w*|cause\w*|concern\w*|grades?|risks?|issues?"
    r"|questions?|measures?|indicators?|subject|theme|item|purpose|services?|asked|said|told"
    r"|lessons?|learning|found|wanted|comments?|notes?|updates?|progress|evidence|complaints?|cases?|courses?"
    r"|shifts?|dut(?:y|ies)|sessions?|events?|topics?|objectives?|priorit\w+|success|name|titles?"
    r"|sites?|blocks?|places?|allegations?|source|audit|weakness\w*|controls?"
    r"|decisions?|rationale|reasons?)\b",
    re.IGNORECASE,
)
# Heads of a column of people, posts or firms, where its cells say so too.
_SOMEBODY = re.compile(
    r"\b(?:person|people|officer|manager|handler|firm|contractor|supplier|partner|agency|agencies"
    r"|department|dept|team|unit|directorate|organisation|body|service|owner|holder|doer|name"
    r"|champion|member|sponsor)(?:s|\(s\))?$",
    re.IGNORECASE,
)
# Heads of a column of days by which something is to be done, where its cells are days.
_BY_DAY = re.compile(
    r"\b(?:by|wanted|needed|required|finish|target|deadline|forecast|expected|planned"
    r"|milestone|completion|report back|end)\b",
    re.IGNORECASE,
)
_OTHER_DAY = re.compile(
    r"\b(?:raised|start|opened|reported|received|meeting|set|visit|inspection|agreed|last|born"
    r"|from|review(?:ed)?|sent|by whom|requested by|said by|asked by|required by law)\b",
    re.IGNORECASE,
)
_OF_MONEY = re.compile(
    r"\b(?:amount|net|gross|vat|cost|price|value|paid|invoice|spend|total|sum)\b|£", re.IGNORECASE
)
_VERBS = (
    r"(?:re(?:hang|seal|wire|paint|lay|fit|stock|train|wind|order|number|design"
    r"|glaze|plaster|place|new|pair|charge|set|test|house|locate|route|word|locate)|bank|board"
    r"|bolt|brush|clean|clear|count|cover|decorate|dig|dispose|drain|dry|empty|erect|exchange"
    r"|fence|file|fit|fix|flush|grit|hang|heat|insulate|insure|keep|label|lay|lend|lift|load|lock"
    r"|mark|mend|mow|number|order|paint|patch|pay|photograph|plant|plug|post|prune|read|recover"
    r"|repaint|ring|rinse|rotate|salt|save|scan|seal|sell|service|shred|shut|store|sweep|swap"
    r"|switch|take down|tarmac|tow|treat|tune|unblock|vacuum|ventilate|wash|water|weed|weigh|wire"
    r"|man|staff|patrol|deploy|advertise|interview|lobby|price|value|inspect|interrogate|rota"
    r"|walk|drive|thank|welcome|debrief|mentor|coach|shadow|rehearse|exercise|practise)"
)
_BARE_VERB = re.compile(rf"(?:also |then )?{_VERBS}\b")


def held(material: Material, run: Sequence[Block], head: tuple[str, ...]) -> Mapping[str, int]:
    """What the columns below a head hold; empty where neither head nor cells say."""
    where = dict(columns(head))
    cells = _below(material, run, head)
    if "action" in where and not _of_words(cells[where["action"]]):
        del where["action"]
    _swap(where, head, cells)
    if _may_be_diary(head, where) and not _of_work(cells[where["action"]]):
        return {}
    if "owner" not in where:
        _add(where, "owner", head, cells, _SOMEBODY)
    if "due" not in where:
        _add(where, "due", head, cells, _BY_DAY)
    if "action" in where or "owner" not in where or "due" not in where:
        return where
    if "answer" in where and _tells(material, run, where["answer"]):
        return {**where, "action": where["answer"]}
    owned = [cell[:1].isalpha() for cell in cells[where["owner"]]]
    taken = [where.get(name) for name in ("owner", "due", "rating")]
    for place, title in enumerate(head):
        # below a banner that a page joined to the head, the last words are the head
        name = title if len(title) < _BANNER else " ".join(title.split()[-2:])
        if place in taken or OF_FINDINGS.search(name):
            continue
        told = [cell for cell, own in zip(cells[place], owned, strict=True) if own]
        if content(told) == "action" or _of_work(told):
            others = {one: at for one, at in where.items() if at != place}
            return {**others, "action": place}
    return where


def _swap(where: dict[str, int], head: Sequence[str], cells: Sequence[Sequence[str]]) -> None:
    """Below "Action keeper" stand names where another column says what to do."""
    place = where.get("action")
    if place is None or "owner" in where or content(cells[place]) != "owner":
        return
    for other, title in enumerate(head):
        free = other not in where.values() and not OF_FINDINGS.search(title)
        if free and _of_work(cells[other]):
            where |= {"action": other, "owner": place}
            return


def _may_be_diary(head: Sequence[str], where: Mapping[str, int]) -> bool:
    """Whether heads fit a diary or a list of payments as well: "Activity | Lead | Date"."""
    if "action" not in where:
        return False
    does = head[where["action"]].strip(" :*").lower()
    day = head[where["due"]].strip(" :*").lower() if "due" in where else ""
    if does in ("activity", "event", "item") and day in ("date", "when", "due"):
        return True
    told = does.startswith(("description", "detail", "item", "what", "activity"))
    return told and (day == "date" or any(_OF_MONEY.search(one) for one in head))


def _below(material: Material, run: Sequence[Block], head: tuple[str, ...]) -> list[list[str]]:
    """The cells of each column, of the rows that have all of them."""
    rows = [block for block in run if block.header == head and len(block.cells) == len(head)]
    return [
        [material.canonical.exact(block.cells[at]).strip() for block in rows]
        for at in range(len(head))
    ]


def _add(
    where: dict[str, int],
    name: str,
    head: Sequence[str],
    cells: Sequence[Sequence[str]],
    heads: re.Pattern[str],
) -> None:
    """A column that its head and its cells together show to hold who, or by when."""
    for place, title in enumerate(head):
        plain = " ".join(title.replace("_", " ").split()).strip(" :*?")
        if place in where.values() and where.get("update") != place:
            continue
        if not heads.search(plain) or _OTHER_DAY.search(plain):
            continue
        if content(cells[place]) == name or (name == "owner" and _are_short(cells[place])):
            where[name] = place
            return


def _are_short(cells: Sequence[str]) -> bool:
    """Whether cells below a head of people or firms are names, or as short: "in-house"."""
    filled = [one for one in cells if one]
    named = sum(is_who(one) for one in filled)
    return 2 * named >= len(filled) > 0 and all(len(one) < _NAME for one in filled)


_BANNER = 50  # characters of a head
_NAME = 25  # characters of a name


def _of_words(cells: Sequence[str]) -> bool:
    """Whether cells are words, and not numbers or days, as far as there are any."""
    filled = [one for one in cells if one]
    words = sum(any(letter.isalpha() for letter in one) and len(one) > 3 for one in filled)
    return not filled or 2 * words > len(filled)


def _of_work(cells: Sequence[str]) -> bool:
    """Whether most cells begin with what to do, in the plain form and with any verb of work."""
    filled = [one for one in cells if one]
    work = sum(
        " " in one and (DO_RE.match(one.lower()) or _BARE_VERB.match(one.lower())) is not None
        for one in filled
    )
    return bool(filled) and work >= 0.6 * len(filled)


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


_REF = re.compile(r"\(?(?:[A-Z]{1,5}[-/ ]?)?\d{1,4}(?:[./-]\d{1,4}){0,2}[.)]?[a-z]?")
_TBC = re.compile(
    r"(?:tb[ca]|asap|on-?going|next|end of|by|before|q[1-4]|autumn|spring|summer|winter|complete"
    r"|closed|done|immediate|n/?a)\b",
    re.IGNORECASE,
)
_BODY = re.compile(r"(?:[A-Z][\w’&/-]*(?: (?:of|and|for|&|the|to|[A-Z(][\w’&/)-]*)){0,7})")


def content(cells: Sequence[str]) -> str | None:
    """What a column holds, by what most of its cells are."""
    filled = [one for one in cells if one]
    if not filled:
        return None
    most = 0.6 * len(filled)
    if sum(len(one) > 12 and DO_RE.match(one.lower()) is not None for one in filled) >= most:
        return "action"
    if sum(is_dated(one) for one in filled) >= most:
        return "due"
    if sum(_REF.fullmatch(one) is not None for one in filled) >= most:
        return "ref"
    if sum(is_who(one) for one in filled) >= most:
        return "owner"
    return None


def is_dated(words: str) -> bool:
    if len(words) > 40 or _TBC.match(words) is not None:
        return len(words) <= 40
    return next(dates(words), None) is not None and not is_who(words)


_BEHIND = re.compile(r",? \(?by |, ")


def is_who(words: str) -> bool:
    """A person, post or body, perhaps with a date behind it."""
    first = _BEHIND.split(words, maxsplit=1)[0]
    return (
        len(first) < 60
        and not NONE.match(first)
        and (WHO_ONLY.fullmatch(first) is not None or _BODY.fullmatch(first) is not None)
    )

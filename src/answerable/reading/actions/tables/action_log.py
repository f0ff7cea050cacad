"""Action logs: a table whose head names the columns, one action a row.

`ACC / DCC`, `TBC` and mixed dates stay as written; the log's own rating stays apart, as a
`status` record of the same row.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from answerable.reading.actions.parts.action_due import AT_MEETING
from answerable.reading.actions.parts.action_owners import owner_of
from answerable.reading.actions.parts.action_words import WHO_ONLY
from answerable.reading.actions.parts.due_phrases import WHEN
from answerable.reading.actions.parts.log_cells import due_of, state_told
from answerable.reading.actions.tables.action_columns import ANSWERED
from answerable.reading.actions.tables.action_tables import action_rows
from answerable.reading.deadlines import dates
from answerable.reading.layout.canonical_text import Block
from answerable.reading.material import Material
from answerable.reading.records import Record, Value, record
from answerable.vocabulary.log_status import state_of

# A row of this type is a finding of an inspectorate, not an action.
_FINDING = re.compile(
    r"(?:accelerated )?(?:causes? (?:of|for) concern|areas? for improvement|recommendation|afi"
    r"|coc)(?: \d{1,3})?",
    re.IGNORECASE,
)
_REFUSED = re.compile(r"(?:not (?:agreed|accepted)|rejected|refused|declined)\b", re.IGNORECASE)
_WHO_WHEN = re.compile(
    r"(?P<who>[^,(–]{2,60}?)(?:,|;| \(| [-–/]|(?= by )) ?(?P<due>[^)]{3,40})\)?"
)
_NO_ROW = re.compile(
    r"\W*(?:(?:(?:closed|completed?|open|new|current|outstanding|ongoing|live|previous"
    r"|carried forward) )+actions?\W*$|decisions? ?[:–-]|for (?:noting|information)\b"
    r"|not used|n/?a\b|no action\b|none\b|withdrawn\b|deleted\b|void\b"
    r"|considered and rejected\b|(?:tolerate|accept|treat|transfer|terminate)d?$|[-–—]+$)",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[A-Z0-9][^.;]*(?:\.\d[^.;]*)*")
_LEAST = 12  # characters of a task
# A row that shows how to fill the table in: "e.g. A1", "DD/MM/YYYY", "[name]".
_SPECIMEN = re.compile(
    r"(?:e\.?g\.?|for example|example)\b|DD[/.-]MM[/.-]YY(?:YY)?|<[^<>]+>|\[[a-z][^\[\]]*\]",
    re.IGNORECASE,
)
# "Pilot the common form (Named Nurse)", in a table without a column of owners.
_BEHIND = re.compile(rf"(?<=\w) \((?P<who>{WHO_ONLY.pattern}|[A-Z][a-z]+ [A-Z][a-z]+)\)\.?$")
_NEXT = re.compile(r"(?:by |before |at |for )?(?:the )?(?:next|following)\b", re.IGNORECASE)
_DONE_SINCE = re.compile(r"(?:in place|already|since)\b", re.IGNORECASE)


def records(material: Material) -> Iterator[Record]:
    """An action for each row of an action table, and a status where the row gives one."""
    for block, where in action_rows(material):
        cells = [material.canonical.exact(cell).strip() for cell in block.cells]
        if any(_FINDING.fullmatch(cell) or _SPECIMEN.match(cell) for cell in cells):
            continue
        if _is_form(cells):
            continue
        answer = _cell(material, block, where, "answer")
        if answer is not None and _REFUSED.match(answer):
            continue
        if where.get("answer") == where["action"]:
            yield from _answered(material, block, where)
        else:
            yield from _row(material, block, where)


def _is_form(cells: Sequence[str]) -> bool:
    """Whether a row says how to fill it in: "(number) | (what is to be done) | (one name)"."""
    filled = [one for one in cells if one]
    told = sum(_BRACKETED.fullmatch(one) is not None for one in filled)
    return told >= _FEW_CELLS and 2 * told > len(filled)


_BRACKETED = re.compile(
    r"\([^()]*\)|\[[^\[\]]*\]|<[^<>]*>|\{[^{}]*\}|(?:insert|enter|choose|select|type) .*"
    r"|x{2,}|[.…]{2,}",
    re.IGNORECASE,
)
_FEW_CELLS = 2


def _answered(material: Material, block: Block, where: Mapping[str, int]) -> Iterator[Record]:
    """Each thing that an answer says is done, with its own day where as many days are given."""
    cell = block.cells[where["action"]]
    words = material.canonical.exact(cell)
    lead = ANSWERED.match(words)
    begin = lead.end() if lead else 0
    told = [one for one in _SENTENCE.finditer(words, begin) if len(one.group()) > _LEAST]
    days = [one.strip() for one in (_cell(material, block, where, "due") or "").split(";")]
    for n, one in enumerate(told):
        span = cell.start + one.start(), cell.start + one.end()
        due = days[n] if 1 < len(days) == len(told) else None
        yield from _row(material, block, where, span, due)


def _cell(material: Material, block: Block, where: Mapping[str, int], name: str) -> str | None:
    place = where.get(name)
    if place is None or place >= len(block.cells):
        return None
    words = " ".join(material.canonical.exact(block.cells[place]).split())
    return words or None


def _row(
    material: Material,
    block: Block,
    where: Mapping[str, int],
    part: tuple[int, int] | None = None,
    due: str | None = None,
) -> Iterator[Record]:
    """The action of a row; `part` is what of its cell, `due` what of its days, where not all."""
    if where["action"] >= len(block.cells):
        return
    cell = block.cells[where["action"]]
    begin, held = part or (cell.start, cell.end)
    words = material.text[begin:held]
    if not words.strip() or _NO_ROW.match(words) or _nobodys(material, block, where):
        return
    who, late = _apart(_cell(material, block, where, "owner"), dated="due" in where)
    behind = _BEHIND.search(words) if who is None else None
    if behind is not None:
        who, held = behind["who"], begin + behind.start()
    found = owner_of(material, who)
    ref = _cell(material, block, where, "ref")
    state = _cell(material, block, where, "status")
    support: dict[str, tuple[int, int]] = {
        name: (block.cells[where[name]].start, block.cells[where[name]].end)
        for name in ("owner", "due", "ref")
        if name in where and where[name] < len(block.cells) and _cell(material, block, where, name)
    }
    given: dict[str, Value] = {
        "ref": ref,
        **found.fields(),
        "disposition": state_of(state),
        "raised_at": _raised(_cell(material, block, where, "raised")),
    }
    told = due or _latest(material, block, where) or late
    given |= due_of(told)
    given["disposition"] = (
        given["disposition"]
        or state_told(_cell(material, block, where, "update"))
        or state_told(told)
        or ("closed" if told and _DONE_SINCE.match(told) else None)
    )
    yield record(
        "action",
        (begin, held),
        "action-log.row",
        given=given,
        support=support,
        inferred=found.inferred(),
        weight=95,
    )
    yield from _status(material, block, where, ref)


def _nobodys(material: Material, block: Block, where: Mapping[str, int]) -> bool:
    """Whether dashes stand for who and for when: the row says why there is nothing to do."""
    told = [_cell(material, block, where, name) for name in ("owner", "due") if name in where]
    return len(told) > 1 and all(one is not None and _DASH.fullmatch(one) for one in told)


_DASH = re.compile(r"[-–—]+|n/?a|none", re.IGNORECASE)


def _latest(material: Material, block: Block, where: Mapping[str, int]) -> str | None:
    """The day to which an action was moved, where a column says so; else its day."""
    moved = _cell(material, block, where, "revised")
    dated = moved is not None and due_of(moved)["due"] is not None
    return moved if dated else _cell(material, block, where, "due")


def _apart(words: str | None, *, dated: bool) -> tuple[str | None, str | None]:
    """ "OPCC, June 2031": who, and by when where the table has no column for it."""
    match = _WHO_WHEN.fullmatch(words) if words else None
    if match is None:
        return words, None
    meeting = AT_MEETING.search(match["due"]) or WHEN.fullmatch(match["due"])
    if dated:  # a column of its own says by when, and "at the June meeting" beside a name too
        return (match["who"] if meeting else words), None
    told = due_of(match["due"])["due_basis"] != "none" or _NEXT.match(match["due"]) or meeting
    return (match["who"], match["due"]) if told else (words, None)


def _raised(words: str | None) -> str | None:
    """The date of the meeting that set an action where the cell is a date, else its words."""
    stated = list(dates(words)) if words else []
    return stated[0].iso if len(stated) == 1 and stated[0].iso else words


def _status(
    material: Material, block: Block, where: Mapping[str, int], ref: str | None
) -> Iterator[Record]:
    for name in ("status", "rating", "update"):
        words = _cell(material, block, where, name)
        if words is None:
            continue
        cell = block.cells[where[name]]
        on = next((one.iso for one in dates(words)), None)
        given: dict[str, Value] = {
            "of": ref,
            "state_words": words,
            "state": state_of(words) if name != "rating" else None,
            "on": on,
        }
        yield record(
            "status", (cell.start, cell.end), f"action-log.{name}", given=given, weight=90
        )

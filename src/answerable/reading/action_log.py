"""Action logs: a table whose head names the columns, one action a row.

`ACC / DCC`, `TBC` and mixed dates stay as written; the log's own rating stays apart, as a
`status` record of the same row.
"""

import re
from collections.abc import Iterator

from answerable.reading.action_owners import owner_of
from answerable.reading.canonical_text import Block
from answerable.reading.deadlines import dates
from answerable.reading.log_cells import due_of, state_of
from answerable.reading.material import Material
from answerable.reading.records import Record, Value, record

_COLUMNS: tuple[tuple[str, str], ...] = (
    (
        "ref",
        r"(?:ref(?:erence)?\.?|no\.?|number|id|#|action (?:no\.?|ref\.?|number|id)|item(?: no\.?)?"
        r"|unique .*)$",
    ),
    (
        "raised",
        r"(?:raised(?: at| on)?|date (?:raised|set|opened)|meeting(?: date)?|date of meeting"
        r"|origin(?:al meeting)?|date added|opened)$",
    ),
    (
        "due",
        r"(?:due(?: date)?|deadline|target(?: date)?|by when|date due|completion date|timescales?"
        r"|due by|when|expected completion|revised (?:due )?date|implementation date)$",
    ),
    (
        "owner",
        r"(?:owner|action owner|lead(?: officer)?|responsible(?: (?:officer|person|lead))?|by who"
        r"|by whom|who|assigned to|responsibility|action by|officer)$",
    ),
    ("rating", r"(?:rag(?: rating| status)?|rating|b?rag)$"),
    ("status", r"(?:status|state|progress|open ?/ ?closed|position)$"),
    ("update", r"(?:updates?|comments?|latest update|notes?|progress update|response)$"),
    (
        "action",
        r"(?:actions?(?: agreed| required| description| point| detail)?|description"
        r"|agreed action|task|detail|what|requirement)$",
    ),
)
# A row of this type is a finding of an inspectorate, not an action.
_FINDING = re.compile(
    r"(?:accelerated )?(?:causes? (?:of|for) concern|areas? for improvement|recommendation|afi"
    r"|coc)(?: \d{1,3})?",
    re.IGNORECASE,
)
_OWNER_PERSON = re.compile(r"(?P<office>[^()]{2,50}?) ?\((?P<person>[A-Z][^()\d]{2,40})\)$")


def columns(header: tuple[str, ...]) -> dict[str, int]:
    """Which column holds what, by its head."""
    found: dict[str, int] = {}
    for place, head in enumerate(header):
        plain = " ".join(head.split()).strip(" :*").lower()
        for name, pattern in _COLUMNS:
            if name not in found and re.match(pattern, plain):
                found[name] = place
                break
    return found


def records(material: Material) -> Iterator[Record]:
    """An action for each row of an action table, and a status where the row gives one."""
    head: tuple[str, ...] = ()
    for block in material.canonical.blocks:
        if block.kind != "row":
            head = ()
            continue
        cells = tuple(material.canonical.exact(cell).strip() for cell in block.cells)
        where = columns(block.header or (head if len(head) == len(cells) else ()))
        head = head or cells  # the layout may not mark the first row as a head
        if cells == head:
            continue
        finding = any(_FINDING.fullmatch(cell) for cell in cells)
        if "action" in where and ("owner" in where or "due" in where) and not finding:
            yield from _row(material, block, where)


def _cell(material: Material, block: Block, where: dict[str, int], name: str) -> str | None:
    place = where.get(name)
    if place is None or place >= len(block.cells):
        return None
    words = " ".join(material.canonical.exact(block.cells[place]).split())
    return words or None


def _row(material: Material, block: Block, where: dict[str, int]) -> Iterator[Record]:
    if where["action"] >= len(block.cells):
        return
    cell = block.cells[where["action"]]
    words = material.canonical.exact(cell)
    if not words.strip():
        return
    found = owner_of(material, _cell(material, block, where, "owner"))
    owner, person = found.office, found.person
    both = _OWNER_PERSON.match(owner) if owner and person is None else None
    if both is not None and " " in both["person"].strip():
        owner, person = both["office"], both["person"].strip()
    ref = _cell(material, block, where, "ref")
    state = _cell(material, block, where, "status")
    support: dict[str, tuple[int, int]] = {
        name: (block.cells[where[name]].start, block.cells[where[name]].end)
        for name in ("owner", "due", "ref")
        if name in where and where[name] < len(block.cells) and _cell(material, block, where, name)
    }
    given: dict[str, Value] = {
        "ref": ref,
        "owner": owner,
        "owner_person": person,
        "disposition": state_of(state),
        "raised_at": _raised(_cell(material, block, where, "raised")),
    }
    given |= due_of(_cell(material, block, where, "due"))
    yield record(
        "action",
        (cell.start, cell.end),
        "action-log.row",
        given=given,
        support=support,
        inferred=found.inferred(),
        weight=95,
    )
    yield from _status(material, block, where, ref)


def _raised(words: str | None) -> str | None:
    """The date of the meeting that set an action where the cell is a date, else its words."""
    stated = list(dates(words)) if words else []
    return stated[0].iso if len(stated) == 1 and stated[0].iso else words


def _status(
    material: Material, block: Block, where: dict[str, int], ref: str | None
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

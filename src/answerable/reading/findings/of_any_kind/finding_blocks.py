"""Findings and actions in labelled lines: "Type: …", "Text: …", "Owner: …", "Target date: …".

Trackers without a table, cards of a web register and forms come as runs of such lines. A run
is read as one row of a table would be; it begins anew where a label comes a second time.
"""

import re
from collections.abc import Iterator

from answerable.reading.actions.parts.action_heads import columns
from answerable.reading.actions.parts.action_owners import owner_of
from answerable.reading.actions.parts.log_cells import due_of
from answerable.reading.bodies_meant import by_default
from answerable.reading.deadlines import deadline
from answerable.reading.layout.canonical_text import Block, Span
from answerable.reading.material import Material
from answerable.reading.modals import obliged
from answerable.reading.records import Record, Value, record
from answerable.vocabulary.log_status import state_of

_TYPE = re.compile(r"(?:finding )?(?:type|category|kind)(?: of finding)?$", re.IGNORECASE)
_TEXT = re.compile(
    r"(?:full )?(?:text|wording|finding|what (?:hmicfrs|the inspectorate) said)"
    r"(?: of .{0,30})?$",
    re.IGNORECASE,
)
_KINDS = (
    ("cause_of_concern", re.compile(r"causes? (?:of|for) concern|\bcoc\b", re.IGNORECASE)),
    ("area_for_improvement", re.compile(r"areas? for improvement|\bafi\b", re.IGNORECASE)),
    ("recommendation", re.compile(r"rec(?:ommendation\b|\.?$)", re.IGNORECASE)),
)
_NUMBERED = re.compile(r"\.? (?:no\.? ?|number )?\d[\w./-]{0,8}$")  # "Rec. 7", "AFI no. 2"
_RULES = {
    "cause_of_concern": "finding-block.cause",
    "area_for_improvement": "finding-block.improvement",
    "recommendation": "finding-block.recommendation",
}
_ITEM = re.compile(
    r"(?:item|ref(?:erence)?|no\.?|number|action|recommendation|afi) ?(?P<ref>[\w./-]{1,12})$",
    re.IGNORECASE,
)
_SECOND = re.compile(
    r"[.;,] (?:Target(?: date)?|Due(?: date)?|Deadline|By when|When|Timescale): ?"
    r"(?P<due>[^.;\n]{3,60})",
    re.IGNORECASE,
)
Run = dict[str, tuple[str, Span]]


def records(material: Material) -> Iterator[Record]:
    """The finding and the action of each run of labelled lines."""
    ref: str | None = None
    run: Run = {}
    task: tuple[str, Span] | None = None  # what stands between "Action 12/31" and its labels
    for index, block in enumerate(material.canonical.blocks):
        if block.kind == "key_value" and len(block.cells) == 2:
            name = _name(material.canonical.exact(block.cells[0]))
            if name in run:
                yield from _read(material, run, ref)
                run = {}
            if name is not None:
                run |= _values(material, name, block)
                run.setdefault("block", (str(index), Span(block.start, block.end)))
            continue
        yield from _read(material, _with_task(run, task), ref)
        run = {}
        words = material.canonical.exact(block).strip()
        item = _ITEM.match(words)
        if item is None and ref is not None and task is None and block.kind == "paragraph":
            task = " ".join(words.split()), Span(block.start, block.end)
            continue
        ref, task = item["ref"] if item else None, None

    yield from _read(material, _with_task(run, task), ref)


def _with_task(run: Run, task: tuple[str, Span] | None) -> Run:
    """The labels with what is to be done, where that stands without a label above them."""
    if task is None or not run or "action" in run or any(name in run for name, _ in _KINDS):
        return run
    return {**run, "action": task}


def _values(material: Material, name: str, block: Block) -> Run:
    """What a label says; a line "Owner: Head of Safety. Target date: May" holds a second one."""
    cell = block.cells[1]
    words = material.canonical.exact(cell)
    second = _SECOND.search(words) if name == "owner" else None
    if second is None:
        return {name: (" ".join(words.split()), cell)}
    end = second.end("due")
    return {
        name: (
            " ".join(words[: second.start()].split()),
            Span(cell.start, cell.start + second.start()),
        ),
        "due": (second["due"].strip(), Span(cell.start + second.start("due"), cell.start + end)),
    }


def _name(key: str) -> str | None:
    """What a label announces, or None where it is none of these."""
    plain = " ".join(key.split()).strip(" :*")
    if _TYPE.match(plain):
        return "type"
    if _TEXT.match(plain):
        return "text"
    numbered = _NUMBERED.sub("", plain)
    for kind, pattern in _KINDS:
        if pattern.fullmatch(numbered):
            return kind
    return next(iter(columns((plain,))), None)


def _read(material: Material, run: Run, ref: str | None) -> Iterator[Record]:
    """At least three labels, of which one says who, by when or in what state."""
    if len(run) < 4 or not {"owner", "due", "status"} & set(run):
        return
    number = run["ref"][0] if "ref" in run else ref
    finding = _finding(material, run, number)
    if finding is not None:
        yield finding
    if "action" in run and len(run["action"][0]) > 8:
        yield _action(material, run, number)


def _finding(material: Material, run: Run, number: str | None) -> Record | None:
    kind = next((name for name, _ in _KINDS if name in run), None)
    if kind is None and "type" in run and "text" in run:
        kind = next((name for name, one in _KINDS if one.search(run["type"][0])), None)
        where = run["text"]
    elif kind is not None:
        where = run[kind]
    if kind is None or len(where[0]) < 20:
        return None
    span = where[1].start, where[1].end
    named = by_default(material, material.passage_of(int(run["block"][0])))
    given: dict[str, Value] = {}
    owner = "addressee" if kind == "recommendation" else "institution"
    inferred: dict[str, str] = {}
    if named is not None:
        given |= {owner: named.body.name, f"{owner}_id": named.body.id}
        inferred[owner] = "the subject body of the document"
    if "status" in run:
        given["disposition"] = state_of(run["status"][0])
    if kind != "cause_of_concern":
        due = deadline(material.text, *span)
        given |= {"number": number, "due": due.due if due else None}
        given["due_words"] = due.words if due else None
        if due is None and "action" not in run and "due" in run:
            told = due_of(run["due"][0])
            given |= told if kind == "recommendation" else {"due": told["due"]}
            given["due_words"] = told["due_words"]
    else:
        given["accelerated"] = "accelerated" in run.get("type", ("", span))[0].lower()
    if kind == "recommendation":
        duty = next(obliged(material.text[span[0] : span[1]]), None)
        begin = span[0] + duty.end if duty else span[0]
        begin = span[0] if material.text[begin:].startswith(("be ", " be ")) else begin
        text = material.text[begin : span[1]]
        span = begin + len(text) - len(text.lstrip(" ,:")), begin + len(text.rstrip(" .;"))
        if "due_basis" not in given:
            given["due_basis"] = due.basis if due else "none"
        given["modality"] = (
            duty.modal.lower() if duty and duty.modal in ("should", "must") else None
        )
    return record(kind, span, _RULES[kind], given=given, inferred=inferred, weight=94)


def _action(material: Material, run: Run, number: str | None) -> Record:
    cell = run["action"][1]
    found = owner_of(material, run["owner"][0] if "owner" in run else None)
    given: dict[str, Value] = {
        "ref": number,
        **found.fields(),
        "disposition": state_of(run["status"][0]) if "status" in run else None,
    }
    given |= due_of(run["due"][0] if "due" in run else None)
    support: dict[str, tuple[int, int]] = {
        name: (run[name][1].start, run[name][1].end) for name in ("owner", "due") if name in run
    }
    return record(
        "action",
        (cell.start, cell.end),
        "finding-block.action",
        given=given,
        support=support,
        inferred=found.inferred(),
        weight=95,
    )

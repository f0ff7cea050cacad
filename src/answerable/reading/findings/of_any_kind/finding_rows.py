"""Findings in tables: a row for each concern, recommendation or area for improvement.

The head of the table names the columns; where a column says of what type each row is, the
type decides. What is recommended hangs from the concern of its row, or of the row above. The
state that the table gives stays in its own words, as a `status` record; an answer is a
`response` record of the same row.
"""

import re
from collections.abc import Iterator

from answerable.reading.actions.parts.log_cells import due_of
from answerable.reading.bodies_meant import Named, by_default
from answerable.reading.clauses import bullet
from answerable.reading.deadlines import deadline
from answerable.reading.findings.duties.duty_records import addressee
from answerable.reading.findings.of_any_kind.finding_answers import answer_of, answers
from answerable.reading.findings.of_any_kind.finding_columns import (
    TYPES,
    begins,
    columns,
    defines,
    key_of,
    lesson,
    required_of_reader,
    says_its_kind,
)
from answerable.reading.findings.of_any_kind.finding_list_forms import ORDER
from answerable.reading.findings.of_any_kind.finding_row import (
    FOUND,
    OF_CAUSES,
    OF_OTHERS,
    Row,
    headed,
    implied,
    labelled,
    of_its_number,
)
from answerable.reading.gazetteer import Body
from answerable.reading.layout.canonical_text import Span
from answerable.reading.material import Material
from answerable.reading.modals import Obliged, obliged
from answerable.reading.records import Record, Value, record
from answerable.reading.subject_body import inspected
from answerable.vocabulary.log_status import state_of

_OF_CAUSE = re.compile(r"c(?:ause |o)c\b|coc\d|cause", re.IGNORECASE)
_SHORTEST = 12


def records(material: Material) -> Iterator[Record]:
    """The findings of each row of such a table, and its answer and state."""
    head: tuple[str, ...] = ()
    parent: int | None = None
    above: Row | None = None
    keyed = False  # two columns without a head: what it is, and its words
    for index, block in enumerate(material.canonical.blocks):
        if block.kind != "row":
            head, parent, above = (), None, None
            continue
        cells = tuple(material.canonical.exact(cell).strip() for cell in block.cells)
        own = any(begins(one) for one in cells)  # a head that the layout took for a row
        head = cells if own or not head else head
        if cells == head:
            keyed = key_of(cells) is not None and _keyed_below(material, index)
        if keyed:
            if (key := key_of(cells)) is not None:
                row = Row(material, index, block, {key: 1}, (cells[0], cells[0]))
                for one in _findings(row, parent):
                    parent = one.start if key == "cause" else parent
                    yield one
            continue
        beside = head if len(head) == len(cells) else ()
        led = any(begins(one) for one in beside)
        marked = beside if led else block.header or beside
        where = _where(material, index, marked) if cells != head else {}
        found = "text" in where and FOUND.match(marked[where["text"]]) is not None
        alone = len(marked) > 1 and any(_NAMES_FINDINGS.match(one) for one in marked)
        alone = alone or (
            "improvement" in where and bool(_AREA.fullmatch(marked[where["improvement"]]))
        )
        if defines(head) or not (len(where) > 1 or (where and (led or found or alone))):
            continue
        row = Row(material, index, block, where, marked)
        if above is not None and _again(row, above):
            continue
        above = row
        for one in _findings(row, parent):
            if one.kind == "cause_of_concern":
                parent = one.start
            yield one


def _keyed_below(material: Material, index: int) -> bool:
    """Whether a row below says in its first cell what it is, as the row at `index` does."""
    for block in material.canonical.blocks[index + 1 : index + 1 + _ROWS]:
        cells = tuple(material.canonical.exact(cell).strip() for cell in block.cells)
        if block.kind != "row" or key_of(cells) is not None:
            return block.kind == "row"
    return False


_ROWS = 6


# A head that names findings needs no other head that is known beside it.
_NAMES_FINDINGS = re.compile(
    r"\W*(?:(?:accelerated|open|closed|new|live|our|the|HMICFRS|HMIC) )?(?:causes? of concern"
    r"|areas? for improvement|AFIs?|recommendations?|issues? to address|matters? of concern"
    r"|(?:CQC|regulator|coroner)(?:[’']s)? (?:findings?|failings?))\W*$",
    re.IGNORECASE,
)


def _where(material: Material, index: int, head: tuple[str, ...]) -> dict[str, int]:
    """Which column holds what; "Cause" is one of concern where the heading speaks of such."""
    where = _by_length(material, index, head, dict(columns(head)))
    if "cause" in where and "recommendation" not in where:
        to_do = next((at for at, one in enumerate(head) if _TO_DO.fullmatch(one)), None)
        where |= {"recommendation": to_do} if to_do is not None else {}
    required = next((at for at, one in enumerate(head) if _REQUIRED.fullmatch(one)), None)
    if required is not None and any(_PLANS.match(one) for one in head):
        where = {name: at for name, at in where.items() if at != required}
        where |= {"recommendation": required}
    place = next((at for at, one in enumerate(head) if _CAUSE.fullmatch(one)), None)
    if place is not None and "cause" not in where:
        title = f"{material.meta.title or ''} {material.passage_of(index).heading}"
        if OF_CAUSES.search(title) and not OF_OTHERS.search(title):
            where["cause"] = place
    if "type" not in where and "text" in where:
        cells = material.canonical.blocks[index].cells[: where["text"]]
        kind = says_its_kind(tuple(material.canonical.exact(one) for one in cells))
        where |= {"type": kind} if kind is not None else {}
    kinds = ("text", *(name for name, _ in TYPES))
    if not any(name in where for name in kinds) and len(head) > 1:
        asked = required_of_reader(head, material.text)
        if asked is None and "whom" in where:
            asked = _lesson(material, index, head)
        if asked is not None:
            return {name: at for name, at in where.items() if at != asked} | {
                "recommendation": asked
            }
    area = next((at for at, one in enumerate(head) if _AREA.fullmatch(one)), None)
    if area is not None and not any(name in where for name in kinds):
        beside = any(_STEERS.match(one) for one in head)
        title = f"{material.meta.title or ''} {material.passage_of(index).heading}"
        where |= {"improvement": area} if beside and _TO_IMPROVE.search(title) else {}
    return where


def _lesson(material: Material, index: int, head: tuple[str, ...]) -> int | None:
    """The column of lessons, if this row tells somebody to do one."""
    place = lesson(head)
    cells = material.canonical.blocks[index].cells
    if place is None or place >= len(cells):
        return None
    return place if ORDER.match(material.canonical.exact(cells[place]).strip()) else None


def _by_length(
    material: Material, index: int, head: tuple[str, ...], where: dict[str, int]
) -> dict[str, int]:
    """Below "Rec" or "AFI" stands a number, or the finding itself: that is longer."""
    cells = material.canonical.blocks[index].cells
    place = where.get("number")
    if place is None or place >= len(cells):
        return where
    kind = next((name for name, one in TYPES if one.match(head[place])), None)
    if (
        kind is None
        or kind in where
        or len(material.canonical.exact(cells[place]).split()) < _LONG
    ):
        return where
    return {name: at for name, at in where.items() if name != "number"} | {kind: place}


_LONG = 4  # words
# "What we must do", beside a cause of concern: what was recommended on it.
_TO_DO = re.compile(
    r"\W*(?:what (?:we|they|it|the \w+) )?(?:must|should|needs? to|ha(?:s|ve) to)"
    r" (?:be )?do(?:ne)?\W*",
    re.IGNORECASE,
)
# "Requirement | What we will do": what a regulator requires, beside the plan for it.
_REQUIRED = re.compile(
    r"\W*(?:(?:cqc|regulator[’']?s|statutory) )?requirements?\W*", re.IGNORECASE
)
# "Area | Lead | Measure", in a register called "Areas to improve".
_AREA = re.compile(r"\W*(?:areas?|themes?|what (?:has|needs) to improve)\W*", re.IGNORECASE)
_STEERS = re.compile(
    r"\W*(?:lead|owner|measure|baseline|action|progress|milestone|(?:[\w’']+ )?(?:comments?"
    r"|response|reply|answer|position|update)\b|what (?:we|the \w+) )",
    re.IGNORECASE,
)
_TO_IMPROVE = re.compile(r"\bareas? (?:to improve|for improvement)\b|\bAFIs\b", re.IGNORECASE)
_CAUSE = re.compile(
    r"\W*(?:causes?|subject|topic|theme|what (?:it|they) (?:is|are) about)\W*", re.I
)


def _again(row: Row, above: Row) -> bool:
    """A merged cell that repeats its finding beside a further action of it."""
    name = "recommendation" if "recommendation" in row.where else "improvement"
    words = row.words(name)
    beside = row.words("task")
    return words is not None and beside is not None and words == above.words(name)


def _findings(row: Row, above: int | None) -> Iterator[Record]:
    typed = row.words("type")
    kind = next((name for name, one in TYPES if typed and one.match(typed)), None)
    found = False
    cell = row.cell("text") or (row.cell(kind) if kind else None)
    cell = cell or row.cell("recommendation") or row.cell("task")
    parts = (
        labelled(row.material.canonical.exact(cell), cell.start)
        if cell is not None and kind is None
        else []
    )
    for kind_of_part, part in parts:
        for one in _of_kind(row, kind_of_part, part, above):
            above = one.start if kind_of_part == "cause" else above
            yield one
    if parts:
        yield from answers(row)
        return
    kind = kind or implied(row)
    if kind is not None and cell is not None:
        found = True
        yield from _of_kind(row, kind, cell, above)
    elif typed is None:
        parent = above
        for name, _ in TYPES:
            cell = row.cell(name)
            words = row.words(name) or ""
            if cell is None or len(words) <= _shortest(name) or _EMPTY.fullmatch(words):
                continue
            found = True
            for one in _of_kind(row, of_its_number(row, headed(row, name)), cell, parent):
                parent = one.start if name == "cause" else parent
                yield one
    if found:
        yield from answers(row)


_AND = re.compile(r"[;,] (?:and|or)\W*$")  # "count the guns; and"
_BY_FIRST = re.compile(r"(?:By|Before|Within) [^,;.]{4,40}, (?=[a-z])")
_ANSWERS_IT = re.compile(
    r"\b\w+['’]s actions?\b|\bour actions?\b|\bactions? (?:to be )?taken\b",
    re.I,
)


# Beside an area for improvement: what its own body means to do, and by when it means to do so.
_PLANS = re.compile(
    r"\W*(?:(?:our|agreed|planned|proposed|next|key|force|improvement) )?(?:actions?|steps?)\b"
    r"(?! (?:owner|lead|due|date|status|no\.?|ref))"
    r"|\W*what (?:we|the \w+)(?:[’'](?:ll|re)| will| are| is| says?| plans?| did| ha(?:s|ve))\b"
    r"(?! (?:found|said|asked|recommended))",
    re.IGNORECASE,
)


def _shortest(kind: str) -> int:
    """Letters that a finding has at least: a concern may be told by its subject, "Vetting"."""
    return _NAME if kind == "cause" else _SHORTEST


_NAME = 3
_EMPTY = re.compile(
    r"[\[(<]?(?:none|nil|n/?a|tbc|not applicable|no causes? of concern|see \w.*"
    r"|(?:withdrawn|deleted|removed)(?: (?:at|by|on|in|before|after|following) .{2,60})?"
    r"|(?:this )?(?:number|reference) (?:is |was )?not used"
    r"|\d+ (?:causes? of concern|areas? for improvement|afis?|recommendations?))\W*"
    r"|\W?(?:paste|insert|enter|type|put|copy|write|describe|state)\b.{0,60}\b(?:here|below"
    r"|in full)\W*",
    re.IGNORECASE,
)


def _of_kind(row: Row, kind: str, cell: Span, parent: int | None) -> Iterator[Record]:
    for span in _parts(row.material, cell):
        is_none = _EMPTY.fullmatch(row.material.text, *span) is not None
        if span[1] - span[0] > _shortest(kind) and not is_none:
            yield _finding(row, kind, span, parent)


def _parts(material: Material, cell: Span) -> list[tuple[int, int]]:
    """The lines of a cell that lists several, without their marks; else the whole cell."""
    parts, at = [], cell.start
    for line in material.canonical.exact(cell).split("\n"):
        mark = bullet(line)
        if not mark:
            return [(cell.start, cell.end)]
        parts.append((at + mark, at + len(line)))
        at += len(line) + 1
    return parts


def _finding(row: Row, kind: str, span: tuple[int, int], parent: int | None) -> Record:
    material = row.material
    duty = next(obliged(material.text[span[0] : span[1]]), None)
    passage = material.passage_of(row.index)
    if kind != "recommendation":
        named = _stated(row, "body") or by_default(material, passage)
    else:
        who = (span[0] + duty.who[0], span[0] + duty.who[1]) if duty else None
        named = _stated(row, "whom") or (addressee(material, passage, who) if who else None)
        named = named or _stated(row, "body") or (None if who else by_default(material, passage))
    owner = "addressee" if kind == "recommendation" else "institution"
    given: dict[str, Value] = {}
    inferred: dict[str, str] = {}
    support: dict[str, tuple[int, int]] = {}
    if named is not None:
        given |= {owner: named.body.name, f"{owner}_id": named.body.id}
        if named.span is not None:
            support[owner] = named.span
        if named.inferred:
            inferred[owner] = named.inferred
    if kind == "cause":
        head = row.head[row.where["cause"]] if "cause" in row.where else ""
        said = f"{head} {row.words('type') or ''}".lower()
        given["accelerated"] = "accelerated" in said
        given["disposition"] = state_of(row.words("status"))
        return record("cause_of_concern", span, "finding-row.cause", given=given,
                      support=support, inferred=inferred, weight=96)  # fmt: skip
    apart = "text" in row.where and _ANSWERS_IT.search(" ".join(row.head)) is not None
    apart = apart or (kind == "improvement" and any(_PLANS.match(one) for one in row.head))
    when = None if apart else row.cell("due")  # else by when the answer to it is to be done
    due = due_of(row.words("due") if when is not None else None)
    if when is not None and due["due_words"] is not None:
        support["due"] = when.start, when.end
    inside = deadline(material.text, *span)
    behind = _DATE_BEHIND.search(material.text, *span)
    if behind is not None and (bracketed := due_of(behind["due"]))["due"]:
        due, span = bracketed, (span[0], behind.start())
        support["due"] = behind.span("due")
    elif inside is not None:
        known = due["due"]
        due = {"due": inside.due or known, "due_words": inside.words, "due_basis": inside.basis}
        support.pop("due", None)
    number = row.words("number") or row.words("ref")
    given |= {
        "number": None if number and _OF_CAUSE.match(number) else number,
        "disposition": state_of(row.words("status")),
    }
    if kind == "improvement":
        given |= {"due": due["due"], "due_words": due["due_words"]}
        return record("area_for_improvement", span, "finding-row.improvement", given=given,
                      support=support, inferred=inferred, weight=96)  # fmt: skip
    begin = _begins(material, span, duty)
    text = _AND.sub("", material.text[begin : span[1]])
    mark = len(text) - len(text.lstrip(" ,:"))
    mark += bullet(text[mark:]) if duty is not None else 0
    span = begin + mark, begin + len(text.rstrip(" .;"))
    modal = duty.modal.lower() if duty else None
    given |= due | {
        "response": answer_of(row.words("response")),
        "modality": modal if modal in ("should", "must") else None,
    }
    return record("recommendation", span, "finding-row.recommendation", given=given,
                  support=support, inferred=inferred, weight=96,
                  key=str(parent) if parent is not None else "")  # fmt: skip


def _begins(material: Material, span: tuple[int, int], duty: Obliged | None) -> int:
    """Where what is to be done begins; what is to be done to a thing is told with it."""
    dated = _BY_FIRST.match(material.text, *span)
    if duty is None:
        return dated.end() if dated else span[0]
    begin = span[0] + duty.end
    passive = material.text[begin : begin + 4].lstrip().startswith("be ")
    return span[0] if passive and not dated else begin


# "review every search (08/12/2026)": its day in brackets, at the end of the cell.
_DATE_BEHIND = re.compile(r" ?\((?:by |due |deadline:? )?(?P<due>\d[^()\n]{4,30})\)[.;]?$")


def _stated(row: Row, name: str) -> Named | None:
    """The body that a cell of its own names."""
    cell, words = row.cell(name), row.words(name)
    if cell is None or words is None or not 2 < len(words) < 90:
        return None
    found = inspected(row.material.within(cell.start, cell.end, weak=True))
    whole = found and (found[0].end - found[0].start) * 2 >= cell.end - cell.start
    known = found[0].body if whole else Body(words, None, "")
    return Named(known, (cell.start, cell.end))

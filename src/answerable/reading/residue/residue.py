"""Sentences that oblige, promise, judge or count, and that no record covers: misses made visible.

A trigger is covered by a record of a kind that says what it says, on the same words or on those
that it governs, up to the next trigger. A sentence with one trigger that nothing covers is
listed once, with a likelihood, so that a reader can begin with what matters and stop.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from answerable.reading.clauses import Passage
from answerable.reading.layout.canonical_text import Block, Span
from answerable.reading.material import Material
from answerable.reading.modals import MAY
from answerable.reading.records import Record, record
from answerable.reading.residue.residue_titles import IN_TITLES, SECTIONS, asks, opens, titles
from answerable.reading.residue.residue_triggers import (
    Trigger,
    dated,
    falls_short,
    names,
    of_row,
    placed,
    signs,
    triggers,
)
from answerable.reading.scales import DEFINITION, GRADE_RE

_NEGATED = re.compile(
    r"\b(?:not|never|no longer|cannot|without|neither|nor)\b|n[’']t\b", re.IGNORECASE
)
_HYPOTHESIS = re.compile(rf"\b(?:if|would|could|might|{MAY}|whether|unless)\b|\?", re.IGNORECASE)
_READ_WORDS = (
    "grade grade_count cause_of_concern recommendation area_for_improvement practice"
    " commitment claim response meeting action decision assurance monitoring status inspection"
    " agenda_item"
)
_READ = frozenset(_READ_WORDS.split())
_FIGURES = frozenset(("count", "money", "grade_count", "figure", "meeting", "due"))
_JUDGMENTS = frozenset(("grade", "grade_count", "cause_of_concern", "area_for_improvement",
                        "practice", "recommendation", "assurance", "monitoring", "status",
                        "count"))  # fmt: skip
# A claim, a meeting or a state on the same words does not read what somebody should do.
_OF_DUTY = _READ - {"claim", "meeting", "status", "agenda_item", "inspection", "grade",
                    "grade_count", "monitoring"}  # fmt: skip
_COVERS = {
    "strong": _OF_DUTY,
    "duty": _READ,
    "order": _READ,
    "by": _READ,
    "row": _READ,
    "section": _READ,
    "task": frozenset(("action",)),
    "judged": _JUDGMENTS,
    "graded": frozenset(("grade", "grade_count")),
    "short": _READ,
    "count": _FIGURES,
    "money": frozenset(("money",)),
    "meeting": frozenset(("meeting", "due", "agenda_item")),
}
_ON_THE_WORD = ("count", "money", "graded", "meeting")
_GOVERNED = 60  # characters from a trigger within which a record may begin
# How often a line with such a trigger held a missed record, on samples that the rules had not
# been written against: about one in two (0), one in five (1), one in ten or fewer (2).
_LIKELY = {"row": 0, "meeting": 0, "by": 0, "count": 0, "money": 0, "person": 1, "strong": 1,
           "duty": 1, "order": 1, "section": 1, "graded": 1, "judged": 2, "short": 2,
           "placed": 2}  # fmt: skip
LIKELIHOODS = ("high", "middle", "low")
_SHORTEST, _SHORTEST_ROW = 12, 4


@dataclass(frozen=True, slots=True)
class _Found:
    """What the rules have read: spans by kind, and the people by the words of their names."""

    spans: dict[str, tuple[list[int], list[int], list[int]]]
    names: frozenset[str]

    def covers(self, one: Trigger, stop: int) -> bool:
        """Whether a record lies on a trigger, or begins before `stop` behind it."""
        for kind in _COVERS[one.sort]:
            known = self.spans.get(kind)
            if known is None:
                continue
            starts, _, furthest = known
            before = bisect_left(starts, stop)
            if furthest[before] > one.start:
                return True
        return False


def _found(records: Sequence[Record]) -> _Found:
    by_kind: dict[str, list[tuple[int, int]]] = {}
    names: set[str] = set()
    for one in records:
        if one.kind == "person":
            names.update(str(one.fields["name"]).casefold().split())
            continue
        held = by_kind.setdefault(one.kind, [])
        held.extend(((one.start, one.end), *one.support.values()))
        if "due" in one.support:
            by_kind.setdefault("due", []).append(one.support["due"])
    spans = {}
    for kind, held in by_kind.items():
        held.sort()
        furthest = [0]
        for _, last in held:
            furthest.append(max(furthest[-1], last))
        spans[kind] = [first for first, _ in held], [last for _, last in held], furthest
    return _Found(spans, frozenset(names))


def records(material: Material, found: Sequence[Record]) -> Iterator[Record]:
    """One residue for each sentence, item or row with a trigger that nothing covers."""
    known = _found(found)
    leads = _leads(material, known)
    for passage in material.passages:
        alone = GRADE_RE.fullmatch(material.text[passage.start : passage.end].strip(" :."))
        least = _SHORTEST_ROW if passage.kind == "row" or alone else _SHORTEST
        if passage.end - passage.start < least or opens(material, passage, leads):
            continue
        block = material.canonical.blocks[passage.block]
        one = _unread(material, passage, block, known)
        if one is None:
            continue
        words = material.text[passage.start : passage.end]
        reason = "quoted-definition" if passage.section == "definitions" else _reason(words)
        yield record(
            "residue",
            (passage.start, passage.end),
            "residue.unread",
            given={
                "trigger": " ".join(material.text[one.start : one.end].split()).lower()[:40],
                "reason": reason,
                "likelihood": LIKELIHOODS[_likelihood(one, reason)],
                "near": None,
            },
            weight=0,
            key=one.sort,
        )


def _leads(material: Material, known: _Found) -> frozenset[int]:
    """Where the lead-ins stand whose items have been read."""
    return frozenset(
        one.lead.start
        for one in material.passages
        if one.lead is not None
        and one.lead.start < one.start
        and known.covers(Trigger(one.start, one.end, "duty"), one.end)
    )


def _likelihood(one: Trigger, reason: str) -> int:
    if reason == "quoted-definition":
        return 2
    return min(_LIKELY[one.sort] + (reason == "hypothetical"), 2)


def _unread(material: Material, passage: Passage, block: Block, known: _Found) -> Trigger | None:
    """The trigger that says most and that no record covers."""
    here = sorted(_all(material, passage), key=lambda one: one.start)
    if titles(material, passage, block):
        asked = asks(material.text[passage.start : passage.end].strip())
        here = [one for one in here if one.sort in IN_TITLES and not asked]
        if not here:
            return None
    bounds = [
        one.start for one in here if one.sort in ("strong", "duty", "by", "judged", "graded")
    ]
    best: Trigger | None = None
    for one in here:
        if one.sort in ("person", "placed"):
            read = _named(material, one, known.names)
        else:
            after = bisect_left(bounds, one.end + 1)
            ahead = next((at for at in bounds[after:] if at - one.start > _GOVERNED), passage.end)
            stop = one.end if one.sort in _ON_THE_WORD else ahead
            read = known.covers(one, stop)
        if not read and (best is None or _LIKELY[one.sort] < _LIKELY[best.sort]):
            best = one
    if best is None:
        short = falls_short(material.text, passage.start, passage.end)
        best = short if short and not known.covers(short, passage.end) else None
    if best is None or _LIKELY[best.sort] > 0:
        best = _by_place(material, passage, block, known) or best
    return best


def _all(material: Material, passage: Passage) -> Iterator[Trigger]:
    text, start, end = material.text, passage.start, passage.end
    yield from triggers(text, start, end)
    yield from placed(text, start, end)
    listed = passage.kind in ("attendance", "letterhead") or _LISTS.match(text, start, end)
    named = passage.kind == "key_value" and block_names(text, passage)
    if listed or named or passage.section in ("attendance", "apologies"):
        yield from names(text, start, end)
    below = material.after(passage)
    if below is not None and signs(text[start:end], text[below.start : below.end]):
        yield from names(text, start, end)
    if passage.section == "next-meeting" or _DATES.search(passage.heading):
        one = dated(text, start, end)
        if one is not None:
            yield one


def block_names(text: str, passage: Passage) -> bool:
    """ "Signed: T. Oakeshott, Deputy Commissioner": a short value of capitals and commas."""
    value = text[passage.start : passage.end].partition(":")[2].strip()
    words = value.split()
    capital = sum(word[:1].isupper() for word in words)
    return 1 < len(words) < 30 and capital * 2 > len(words)


_LISTS = re.compile(
    r"\W*(?:[\w’-]+ ){0,2}(?:[Pp]resent|[Aa]ttend\w+|[Aa]pologies|[Cc]lerk|[Cc]hair)\b"
)
_DATES = re.compile(
    r"\bdates? of .{0,30}meetings?\b|\bnext meeting|^\W*(?:\d{1,2}[.)]? )?dates\W*$", re.IGNORECASE
)


def _by_place(material: Material, passage: Passage, block: Block, known: _Found) -> Trigger | None:
    """A line of a section of findings, an item of a list of duties, a row with an owner."""
    if passage.kind == "row":
        one = of_row(material.text, tuple((cell.start, cell.end) for cell in block.cells))
        if one is None and _has_task(block):
            one = Trigger(passage.start, min(passage.end, passage.start + 30), "row")
    elif (
        passage.kind in _NO_PROSE
        or passage.end - passage.start < _CLAUSE
        or not (passage.section in SECTIONS or _led(material, passage.lead))
    ):
        return None
    else:
        one = Trigger(passage.start, min(passage.end, passage.start + 30), "section")
    sort = "task" if one is not None and _has_task(block) else one.sort if one else ""
    if one is None or known.covers(Trigger(passage.start, passage.end, sort), passage.end):
        return None
    return one


_NO_PROSE = ("heading", "letterhead", "attendance")
_CLAUSE = 25  # characters


_TASKS = re.compile(r"\bactions?\b|\bto do\b|\btasks?\b|\bnext steps?\b", re.IGNORECASE)


def _has_task(block: Block) -> bool:
    """A table with a column of actions: only an action or a recommendation covers its row."""
    return any(_TASKS.search(head) for head in block.header)


def _led(material: Material, lead: Span | None) -> bool:
    return lead is not None and any(
        one.sort in ("strong", "duty") for one in triggers(material.text, lead.start, lead.end)
    )


def _named(material: Material, one: Trigger, names: frozenset[str]) -> bool:
    """A person who is known already, the words of an office and no name, or a body's name."""
    if material.within(one.start, one.end, weak=True):
        return True
    words = material.text[one.start : one.end].replace("’s", "").replace("'s", "").split()
    return words[-1].casefold() in names or any(word in _NO_NAME for word in words)


_OFFICE_WORDS = (
    "His Her Majesty HM HMI Inspectorate Inspector Chief Constable Commissioner Police Council"
    " Service Force Board Panel Committee Office Authority Constabulary Minister Secretary Trust"
    " Crime The This Fire Rescue Home County Deputy Assistant Executive Officer Director"
)
_NO_NAME = frozenset(_OFFICE_WORDS.split())


def _reason(words: str) -> str:
    if DEFINITION.match(words):
        return "quoted-definition"
    if _NEGATED.search(words):
        return "negated"
    return "hypothetical" if _HYPOTHESIS.search(words) else "no-rule"

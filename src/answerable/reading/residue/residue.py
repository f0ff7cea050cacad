"""Sentences that oblige, promise, judge or count, and that no record covers: misses made visible.

A trigger is covered by a record of a kind that says what it says, on the same words or on those
that it governs, up to the next trigger. A sentence with one trigger that nothing covers is
listed once, with a likelihood, so that a reader can begin with what matters and stop.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import chain

from answerable.reading.clauses import Passage
from answerable.reading.layout.canonical_text import Block, Span
from answerable.reading.material import Material
from answerable.reading.modals import MAY
from answerable.reading.records import Record, record
from answerable.reading.residue.residue_columns import (
    by_heads,
    has_task,
    heads,
    is_heads,
    of_row,
)
from answerable.reading.residue.residue_covered import SIBLINGS, Found, found_in
from answerable.reading.residue.residue_first import firsts, numbered
from answerable.reading.residue.residue_joined import joined, shared
from answerable.reading.residue.residue_people import (
    first_names,
    in_a_list,
    names,
    no_name,
    placed,
    signs,
    with_initials,
)
from answerable.reading.residue.residue_siblings import odd_ones, of_another_kind, wished
from answerable.reading.residue.residue_sittings import sittings
from answerable.reading.residue.residue_titles import (
    IN_TITLES,
    SECTIONS,
    asks,
    defines,
    formal,
    invites,
    opens,
    titled_finding,
    titles,
)
from answerable.reading.residue.residue_triggers import falls_short, placed_below, triggers
from answerable.reading.residue.trigger import Trigger
from answerable.reading.scales import DEFINITION, GRADE_RE
from answerable.reading.worded import worded

_NEGATED = worded(
    "n't|neither|never|no longer|nor|not|n’t|without",
    r"\b(?:not|never|no longer|cannot|without|neither|nor)\b|n[’']t\b",
    re.IGNORECASE,
)
_HYPOTHESIS = worded(
    "?|could|if|may|might|unless|whether|would",
    rf"\b(?:if|would|could|might|{MAY}|whether|unless)\b|\?",
    re.IGNORECASE,
)
_SIBLINGS = tuple(f"sibling-{kind}" for kind in SIBLINGS)
_ON_THE_WORD = (
    "count",
    "standard",
    "money",
    "graded",
    "meeting",
    "finding",
    "first",
    "first-told",
)
_FIGURES = ("count", "money")  # what a question above a chapter may still tell
_TOP = 3  # blocks at the head of a paper
_GOVERNED = 60  # characters from a trigger within which a record may begin
# How often a line with such a trigger held a missed record, on samples that the rules had not
# been written against: one in three or more (0), about one in five (1), one in ten or fewer (2).
_LIKELY = {
    **dict.fromkeys(
        ("by", "finding", "joined", "first", "first-told", "graded", "count", "money"), 0
    ),
    **dict.fromkeys((*_SIBLINGS, "listed"), 0),
    **dict.fromkeys(("told-that", "strong", "order", "duty", "section", "row", "task"), 1),
    **dict.fromkeys(("person", "placed", "meeting", "standard"), 1),
    **dict.fromkeys(("judged", "short"), 2),
}
# What a section of notes and definitions may hold beside its definitions.
_BESIDE = frozenset(
    (
        "row",
        "finding",
        "count",
        "money",
        "person",
        "placed",
        "meeting",
        "graded",
        "listed",
        *_SIBLINGS,
    )
)
LIKELIHOODS = ("high", "middle", "low")
_OF_WORK = tuple(one for one in _SIBLINGS if one not in ("sibling-grade", "sibling-meeting"))
# What a passage may be, by the sort of its trigger: what a reader asks first stands first.
_SIGNS = {
    "duty": (
        "strong",
        "duty",
        "order",
        "by",
        "row",
        "finding",
        "section",
        "task",
        "joined",
        "first",
        "first-told",
        "listed",
        "told-that",
        *_OF_WORK,
    ),
    "judgment": ("sibling-grade", "graded", "judged", "short"),
    "meeting": ("sibling-meeting", "meeting"),
    "person": ("person", "placed"),
    "figure": ("count", "money", "standard"),
}
_RANK = {sort: nth for nth, sorts in enumerate(_SIGNS.values()) for sort in sorts}
_SIGN = {sort: sign for sign, sorts in _SIGNS.items() for sort in sorts}
_FORMALLY = ("strong", "duty", "order", "section", "told-that", "judged")
_SHORTEST, _SHORTEST_ROW = 10, 4


def records(material: Material, found: Sequence[Record]) -> Iterator[Record]:
    """One residue for each sentence, item or row with a trigger that nothing covers."""
    known = found_in(found)
    leads, tops = _leads(material, known), heads(material)
    odd = odd_ones(material, found)
    starts: list[int] = []
    ends: list[int] = []
    for passage in material.passages:
        words = material.text[passage.start : passage.end]
        alone = GRADE_RE.fullmatch(words.strip(" :."))
        least = _SHORTEST_ROW if passage.kind == "row" or alone else _SHORTEST
        if passage.end - passage.start < least:
            continue
        if opens(material, passage, leads):
            several = _of_lead(material, passage, leads, known)
            if several is not None:
                yield _residue(material.text, passage.span, several, "no-rule")
            continue
        block = material.canonical.blocks[passage.block]
        if DEFINITION.match(words):
            continue
        if passage.kind == "row" and is_heads(material, block, tops):
            continue
        one = _unread(material, passage, block, known) or odd.get(passage.start)
        if one is None or (defines(passage) and one.sort not in _BESIDE):
            continue
        reason = _reason(words)
        if one.sort == "short" and reason != "no-rule":
            continue  # of a hundred such lines three held what was missed
        starts.append(passage.start)
        ends.append(passage.end)
        yield _residue(material.text, passage.span, one, reason)
    text = material.text
    for part, whole in chain(
        joined(material, found),
        shared(found, text),
        of_another_kind(material, found),
        wished(material, found),
    ):
        nth = bisect_left(starts, part.end)
        if not nth or ends[nth - 1] <= part.start:
            yield _residue(text, (whole.start, whole.end), part, "ambiguous")


def _residue(text: str, span: tuple[int, int], one: Trigger, reason: str) -> Record:
    return record(
        "residue",
        span,
        "residue.unread",
        given={
            "trigger": " ".join(text[one.start : one.end].split()).lower()[:40],
            "reason": reason,
            "sign": _SIGN[one.sort],
            "likelihood": LIKELIHOODS[_likelihood(one, reason)],
            "near": None,
        },
        weight=0,
        key=one.sort,
    )


def _leads(material: Material, known: Found) -> frozenset[int]:
    """Where the lead-ins stand whose items have been read."""
    return frozenset(
        one.lead.start
        for one in material.passages
        if one.lead is not None
        and one.lead.start < one.start
        and known.covers(Trigger(one.start, one.end, "duty"), one.end)
    )


def _of_lead(
    material: Material, passage: Passage, leads: frozenset[int], known: Found
) -> Trigger | None:
    """How many things a lead-in counts, whose items have been read: "two matters of concern:"."""
    if passage.start not in leads:
        return None
    for one in triggers(material, passage.start, passage.end):
        if one.sort == "count" and not known.covers(one, one.end):
            return one
    return None


def _likelihood(one: Trigger, reason: str) -> int:
    return min(_LIKELY[one.sort] + (reason == "hypothetical"), 2)


def _unread(material: Material, passage: Passage, block: Block, known: Found) -> Trigger | None:
    """The trigger that says most and that no record covers."""
    every = chain(
        _all(material, passage),
        firsts(material, passage.start, passage.end, known),
        numbered(material, passage.start, passage.end, known),
    )
    here = sorted(every, key=lambda one: one.start)
    if titled_finding(material, passage):
        one = Trigger(passage.start, passage.end, "section")
        return None if known.covers(one, passage.end) else one
    if titles(material, passage, block):
        words = material.text[passage.start : passage.end].strip()
        asked = asks(words)
        told = IN_TITLES if not asked else (*_FIGURES, "meeting") if invites(words) else _FIGURES
        here = [one for one in here if one.sort in told]
        if not here:
            return None
    usual = formal(material.lowered[passage.start : passage.end])
    if usual:
        here = [one for one in here if one.sort not in _FORMALLY]
        if not here:
            return None
    bounds = [
        one.start for one in here if one.sort in ("strong", "duty", "by", "judged", "graded")
    ]
    best: Trigger | None = None
    for one in here:
        if one.sort in ("person", "placed"):
            read = _named(material, one, known)
        else:
            after = bisect_left(bounds, one.end + 1)
            ahead = next((at for at in bounds[after:] if at - one.start > _GOVERNED), passage.end)
            stop = one.end if one.sort in _ON_THE_WORD else ahead
            read = known.covers(one, stop)
        if not read and (best is None or _first(one) < _first(best)):
            best = one
    if best is None and not usual:
        short = falls_short(material, passage.start, passage.end)
        whole = Trigger(passage.start, passage.end, "short")
        best = short if short and not known.covers(whole, passage.end) else None
    if best is None or _LIKELY[best.sort] > 0:
        best = _by_place(material, passage, block, known) or best
    return best


def _first(one: Trigger) -> tuple[int, int]:
    """What is shown of several: a duty before a figure, the likelier before the other."""
    return _RANK[one.sort], _LIKELY[one.sort]


def _all(material: Material, passage: Passage) -> Iterator[Trigger]:
    text, start, end = material.text, passage.start, passage.end
    yield from triggers(material, start, end)
    yield from placed(text, start, end)
    yield from in_a_list(text, start, end, row=passage.kind == "row")
    if passage.block <= _TOP:
        yield from first_names(text, start, end)
    if passage.kind == "row":
        yield from by_heads(material, material.canonical.blocks[passage.block])
    listed = passage.kind in ("attendance", "letterhead") or _LISTS.match(text, start, end)
    named = passage.kind == "key_value" and block_names(text, passage)
    if listed or named or passage.section in ("attendance", "apologies"):
        yield from names(text, start, end)
    below = material.after(passage)
    if below is not None and signs(text[start:end], text[below.start : below.end]):
        yield from names(text, start, end)
    yield from sittings(material, passage)
    above = material.before(passage)
    before = text[above.start : above.end] if above is not None else ""
    yield from placed_below(material, start, end, before)


def block_names(text: str, passage: Passage) -> bool:
    """ "Signed: T. Oakeshott, Deputy Commissioner": a short value of capitals and commas."""
    value = text[passage.start : passage.end].partition(":")[2].strip()
    words = value.split()
    capital = sum(word[:1].isupper() for word in words)
    return 1 < len(words) < 30 and capital * 2 > len(words)


_LISTS = re.compile(
    r"\W*(?:[\w’-]+ ){0,2}(?:[Pp]resent|[Aa]ttend\w+|[Aa]pologies|[Cc]lerk|[Cc]hair)\b"
    r"|\W*(?:[\w’-]+ ){0,2}(?:[Ww]ho came|[Tt]hose (?:there|here)|[Tt]here|[Tt]rustees|[Mm]embers"
    r"|[Ii]n the (?:room|hall|chair)|(?:[Oo]n|[Aa]t|[Rr]ound|[Aa]round) the (?:\w+ )?table"
    r"|[Pp]anel|[Ww]ith us|[Jj]oined by|[Dd]ialled in|[Oo]nline)(?: were| was)?"
    r"(?: \([^()\n]{3,50}\))?:"
)


def _by_place(material: Material, passage: Passage, block: Block, known: Found) -> Trigger | None:
    """A line of a section of findings, an item of a list of duties, a row with an owner."""
    if passage.kind == "row":
        one = of_row(material, block)
        if one is None and has_task(block):
            one = Trigger(passage.start, min(passage.end, passage.start + 30), "row")
    elif _PIPED.match(material.text, passage.start, passage.end):
        one = Trigger(passage.start, min(passage.end, passage.start + 30), "row")
    elif passage.kind in _NO_PROSE or not _found_here(material, passage, block):
        return None
    else:
        one = Trigger(passage.start, min(passage.end, passage.start + 30), "section")
    sort = "task" if one is not None and has_task(block) else one.sort if one else ""
    if one is None or known.covers(Trigger(passage.start, passage.end, sort), passage.end):
        return None
    return one


def _found_here(material: Material, passage: Passage, block: Block) -> bool:
    """An item of a list of duties; in a section of findings a line, or what opens a paragraph.

    What goes on behind the first sentence of a paragraph tells how it was found.
    """
    if passage.end - passage.start < _CLAUSE:
        short = passage.end - passage.start < _SHORT_ITEM or passage.kind != "item"
        return not short and _led(material, passage.lead)
    goes_on = passage.kind == "paragraph" and passage.start > block.start
    if passage.section in SECTIONS and not (goes_on and passage.section != "actions"):
        return True
    return _led(material, passage.lead)


# "PB4 | Name a lead for lamps | Ann Reed | ASAP": a row of a log in a line of its own.
_PIPED = re.compile(r"[A-Z]{0,5}[\d/.-]{1,8} \| [^|\n]{12,}\|")
_NO_PROSE = ("heading", "letterhead", "attendance")
_CLAUSE, _SHORT_ITEM = 25, 12  # characters


def _led(material: Material, lead: Span | None) -> bool:
    return lead is not None and any(
        one.sort in ("strong", "duty") for one in triggers(material, lead.start, lead.end)
    )


def _named(material: Material, one: Trigger, known: Found) -> bool:
    """A person who is known already, the words of an office and no name, or a body's name."""
    if material.within(one.start, one.end, weak=True):
        return True
    words = material.text[one.start : one.end]
    if known.knows(words):
        return True
    return no_name(words) and not with_initials(material.text, one.start, one.end)


def _reason(words: str) -> str:
    if _NEGATED.search(words):
        return "negated"
    return "hypothetical" if _HYPOTHESIS.search(words) else "no-rule"

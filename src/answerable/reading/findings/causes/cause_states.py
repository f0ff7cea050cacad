"""What became of a cause of concern, as the words around it tell.

"It is now closed", "Partly addressed", "closed a cause of concern, that …": what closes it stands
close behind it or before it, and speaks of the concern itself: a recommendation that is closed or
a station that was closes no concern. What a paper tells as standing is open, marked as inferred;
what it tells of the past, and of a row's action that is done, stays unsaid.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace

from answerable.reading.material import Material
from answerable.reading.records import Record


def with_states(material: Material, found: Iterable[Record]) -> Iterator[Record]:
    """The records, and of each cause of concern what became of it."""
    records = list(found)
    starts = sorted(one.start for one in records if one.kind == "cause_of_concern")
    for one in records:
        if one.kind != "cause_of_concern":
            yield one
            continue
        place = bisect_right(starts, one.start)
        until = starts[place] if place < len(starts) else len(material.text)
        yield _with_state(material, one, until)


def _with_state(material: Material, one: Record, until: int) -> Record:
    if one.rule.startswith("finding-row."):
        return _put(one, _of_row(material, one))
    if one.fields["disposition"] is not None:
        return one
    said = _said(material, one, until)
    if said is not None:
        return _put(one, said)
    passage = material.around(one.start)
    near = material.text[passage.start : passage.end]
    if _PAST.search(near):
        return one
    told = _put(one, "open")
    return replace(told, inferred={**one.inferred, "disposition": "told as standing"})


def _put(one: Record, state: str | None) -> Record:
    return replace(one, fields={**one.fields, "disposition": state})


def _of_row(material: Material, one: Record) -> str | None:
    """The state in a cell of its own, unless the row tells of an action and its state."""
    block = material.canonical.blocks[material.around(one.start).block]
    if any(_ACTION.match(head.strip()) for head in block.header):
        return None
    known = one.fields["disposition"]
    for cell in block.cells:
        said = _CELL.match(material.text, cell.start, cell.end)
        if said and not cell.start <= one.start < cell.end:
            return "open" if said["open"] else _state(said["state"])
    return known if isinstance(known, str) else None


def _said(material: Material, one: Record, until: int) -> str | None:
    text = material.text
    end = min(until, one.end + _NEAR)
    if match := _AT_ONCE.match(text, one.end, end):
        return _state(match["state"])
    if _NO_MORE.search(text, max(0, one.start - _BEFORE), one.start):
        return "closed"
    for match in _IT_IS.finditer(text, one.start, end):
        sentence = max(text.rfind(mark, one.start, match.start()) for mark in ".;\n")
        if not _NOT.search(text, max(one.start, sentence), match.end()):
            return _state(match["state"] or match["ended"])
    if _CLOSES.search(text, one.start, end):
        return "closed"
    alone = _ALONE.search(text, one.end, end)
    if alone:
        return _state(alone["state"])
    return None


def _state(words: str) -> str:
    plain = words.lower()
    if plain.startswith("part"):
        return "partly met"
    return "discharged" if plain == "discharged" else "closed"


_NEAR, _BEFORE = 400, 90  # characters
_ENDED = r"(?:now |formally |therefore |since |fully )*(?P<state>closed|discharged)\b"
_AT_ONCE = re.compile(
    rf"[\W]{{0,4}}(?:is|was|has been|has since been|had been) {_ENDED}", re.IGNORECASE
)
_IT_IS = re.compile(
    r"\b(?:it|this|that|which|and|concern)(?: cause(?: of concern)?| concern)? (?:(?:is|was|has"
    r"|had) (?:been )?(?:now |formally |therefore |since |fully )*(?P<state>closed|discharged)"
    r"|(?:has|had) (?P<ended>gone))\b",
    re.IGNORECASE,
)
_CLOSES = re.compile(
    r"\b(?:(?:have|has|had|we|it|inspectors) (?:now |since |formally )?(?:closed|discharged)"
    r"|(?:pleased|able|decided) to close|closing) (?:that\b|it\b|(?:this|the|our|its) (?:\w+ )?"
    r"(?:cause of )?concern)",
    re.IGNORECASE,
)
_ALONE = re.compile(
    r"(?<=[.!?] )(?P<state>Closed|Discharged|Partly|Partially)(?: (?:met|addressed|resolved"
    r"|discharged))?\.(?=\s|$)"
)
_CELL = re.compile(
    r"\s*(?:(?P<open>open|not (?:yet )?(?:met|closed))"
    r"|(?P<state>closed|discharged|part(?:ly|ially) (?:met|closed)))\b",
    re.IGNORECASE,
)
_NO_MORE = re.compile(
    r"\b(?:(?:closed|discharged|lifted) (?:a|the|its|that|our) (?:\w+ )?cause of concern"
    r"|no causes? of concern (?:was|is|were|are|remains?)(?: left)?)\b",
    re.IGNORECASE,
)
_NOT = re.compile(
    r"\b(?:not|cannot|never|until|when|before|unless|recommendation|if|will)\b|n[’']t\b",
    re.IGNORECASE,
)
# What is told of an earlier time, and may have ended.
_PAST = re.compile(
    r"\b(?:had been|had (?:a|\w+ed)|previous(?:ly)?|last (?:year|inspection)|earlier|old|former"
    r"|(?:two|three|four|five) years ago|no longer|used to)\b",
    re.IGNORECASE,
)
_ACTION = re.compile(r"(?:actions?|what we (?:will|are going to) do|our response)\b", re.I)

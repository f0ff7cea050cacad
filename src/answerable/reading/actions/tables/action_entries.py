"""Actions as entries of a log that is kept in lines: number, what, who, by when, and its state.

`BRD/88 Refresh the contract – IH – due 31/12/2030 – CLOSED`, `P6 borrow two advisers (DCFO, by
16/02)`. The signs between the parts are what tells; a line may hold several entries.
"""

from collections.abc import Iterator
from dataclasses import replace

from answerable.reading.actions.parts.action_fields import action
from answerable.reading.actions.parts.action_words import WHO_ONLY
from answerable.reading.clauses import Passage
from answerable.reading.material import Material
from answerable.reading.records import Record
from answerable.reading.worded import worded
from answerable.vocabulary.log_status import state_of

_WHO = rf"(?:{WHO_ONLY.pattern}|[A-Z][a-z]+(?: [A-Z][a-z]+)?)"
_DUE = (
    r"(?:(?:due|by|before|for) )?(?P<due{0}>(?:end (?:of )?|early |mid-?)?"
    r"(?:\d[\w/.]*|[A-Z][a-z]{{2,8}}|TBC)(?: (?:[A-Z][a-z]{{2,8}}|\d{{4}})){{0,2}})"
)
_ENTRY = worded(
    "(|– |— ",
    r"(?<![\w/])(?P<ref>[A-Z]{1,5}[/-]?\d{1,4}) (?P<do>[A-Za-z][^–—\n]{5,140}?) (?:"
    rf"[–—] (?P<who>{_WHO}) [–—] {_DUE.format('')}(?= [–—]|[.;]|\s*$)"
    r"(?: [–—] (?P<state>[A-Za-z][\w ]{1,20}))?"
    rf"|\((?P<who2>{_WHO}), {_DUE.format('2')}\))",
)


def entries(material: Material, passage: Passage) -> Iterator[Record]:
    """Each entry of a passage."""
    for match in _ENTRY.finditer(material.text, passage.start, passage.end):
        one = action(
            material,
            passage,
            match.span("do"),
            "action.entry",
            owner=match["who"] or match["who2"],
            ref=match["ref"],
            weight=92,
            due_words=match["due"] or match["due2"],
        )
        state = state_of(match["state"])
        yield replace(one, fields={**one.fields, "disposition": state}) if state else one

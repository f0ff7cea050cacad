"""What somebody said that an action does not answer: who, when and why, and of which finding."""

from collections.abc import Iterator
from dataclasses import dataclass

from answerable.ledger.register import Register, Version
from answerable.operations.pages import everything
from answerable.operations.pages.look import Look
from answerable.scrutiny.answering import ANSWERS
from answerable.scrutiny.plans import log_number
from answerable.scrutiny.standing import Progress
from answerable.vocabulary.facts import Corrected, FindingLinked, Withdrawn


@dataclass(frozen=True, slots=True)
class TakenBack:
    """The entry that says so; the findings that were linked until then, none where none was."""

    version: Version
    names: tuple[str, ...]


def of_cell(item: Progress, register: Register, cell: str, look: Look) -> TakenBack | None:
    """The last that was said of a cell of the log such as “Rec 3”; None where nothing was."""
    found = [
        one
        for one in _all(register, item.reference, look)
        if log_number.stood_before(register, item.reference, cell, one.version.seq)
        and (not one.names or any(log_number.names(register, cell, name) for name in one.names))
    ]
    return found[-1] if found else None


def wrong_cell(item: Progress, register: Register, look: Look) -> str:
    """The cell of its log that finds nothing, while nobody has said so; “” for none."""
    _, nowhere, _ = log_number.asked_as(register, item.reference, item.answers)
    return "" if not nowhere or of_cell(item, register, nowhere, look) else nowhere


def _all(register: Register, stream: str, look: Look) -> Iterator[TakenBack]:
    for version in register.versions_of(Corrected, Withdrawn, stream=stream):
        fact = version.fact
        for old in everything.of_entry(look, fact.ref or ""):
            if old.recorded_to != version.seq:
                continue
            if isinstance(fact, Corrected) and fact.field == ANSWERS:
                left = set(fact.value) if isinstance(fact.value, list | tuple) else set()
                named = tuple(old.fact.get(ANSWERS) or ())
                yield TakenBack(version, tuple(n for n in named if n not in left))
            elif isinstance(fact, Withdrawn) and _answers(old):
                yield TakenBack(version, (str(old.fact.get("other")),))


def _answers(version: Version) -> bool:
    return isinstance(version.fact, FindingLinked) and version.fact.get("kind") == ANSWERS

"""The numbers of an owner's own log: “26/064” of an action, “R2” of what it answers.

A reference keeps the number folded. As it was written it stands in the row of the log, which the
facts of the import quote with its cells parted by a bar.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from answerable.ledger.register import Register, Version
from answerable.scrutiny.phrases import stop
from answerable.scrutiny.plans import log_answers
from answerable.scrutiny.plans.link_doubt import LINKED
from answerable.scrutiny.report_names import report_of
from answerable.vocabulary.facts import (
    ActionUpdated,
    DetailStated,
    FindingLinked,
    FindingPublished,
)
from answerable.vocabulary.finding_kinds import RECOMMENDATION
from answerable.vocabulary.identity import slug

_LOG = "/log/"
_CELLS = " | "
NAMED = "Recommendation: "
"""Before the cell that the import recorded as the number of what an action answers."""


def known_as(register: Register, stream: str) -> str:
    """The cell that the reference was made from; “” outside a log or where no row is quoted.

    A row whose words are marked as not public gives none: the number goes into mails.
    """
    for version, cells in _quoted(register, stream):
        if number := _own(cells, version.fact.stream):
            return number
    return ""


def asked_as(
    register: Register, stream: str, answers: Sequence[str]
) -> tuple[Mapping[str, str], str, Version | None]:
    """Finding -> the cell that names it, such as “R2”; a cell that finds nothing; its row.

    The last row that is quoted with such a cell stands. `answers` are what the action answers.
    A quote does not say which column a cell is of. One that finds nothing is therefore only what
    the import recorded as the number; one that finds something has the whole form of a number.
    """
    for version, cells in reversed(list(_quoted(register, stream))):
        own = _own(cells, stream)
        others = [cell for cell in cells if cell and cell != own]
        told = next((cell for cell in others if _is_told(version, cell)), "")
        found = {
            name: cell
            for name in answers
            for cell in others
            if cell == told or log_answers.names_a_finding(cell) or cell.lower() == name
            if names(register, cell, name)
        }
        if found:
            return found, "", version
        if not answers and log_answers.is_number(told):
            return {}, told, version
    return {}, "", None


def under_causes(register: Register) -> log_answers.Under:
    """What a report numbers under a cause of concern; a number that stands there twice is none.

    Where a report numbers none of them, they are counted in the order in which it states them.
    """
    return register.once("numbered under causes", lambda: _under_causes(register))


def _under_causes(register: Register) -> dict[tuple[str, str], str]:
    found: dict[tuple[str, str], str] = {}
    twice = set()
    for fact in register.of(FindingPublished):
        if fact.parent and fact.number and fact.kind == RECOMMENDATION:
            key = (fact.parent, fact.number.casefold())
            twice |= {key} & found.keys()
            found[key] = fact.stream
    numbered = {key: name for key, name in found.items() if key not in twice}
    return {**_counted(register, but={cause for cause, _ in found}), **numbered}


def _counted(register: Register, *, but: AbstractSet[str]) -> dict[tuple[str, str], str]:
    """Recommendations without a number, by their place under their cause in its document."""
    stand: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for fact in register.of(FindingPublished):
        cause, source = fact.parent, fact.source
        if cause and cause not in but and fact.kind == RECOMMENDATION:
            start = source.start if source and source.start is not None else -1
            stand[cause].append((start, fact.stream))
    return {
        (cause, str(n)): name
        for cause, places in stand.items()
        if all(start >= 0 for start, _ in places)
        for n, (_, name) in enumerate(sorted(places), start=1)
    }


def names(register: Register, cell: str, name: str) -> bool:
    """Is this finding what a cell of a log names?"""
    under = under_causes(register)
    known = {name, *(cause for cause, _ in under)}
    return name in log_answers.answers(cell, report=report_of(name), known=known, under=under)


def _is_told(version: Version, cell: str) -> bool:
    """Did the import record this cell as the number of what the action answers?"""
    match version.fact:
        case ActionUpdated(text=str(text)):
            return stop(f"{NAMED}{cell}") in text
        case FindingLinked(reason=reason):
            return reason == f"{LINKED}{cell}"
    return False


def stood_before(register: Register, stream: str, cell: str, seq: int) -> bool:
    """Was a row with this cell on the record before an entry? What it says can be about it."""
    return any(v.seq < seq and cell in cells for v, cells in _quoted(register, stream))


def _quoted(register: Register, stream: str) -> Iterator[tuple[Version, list[str]]]:
    """Each fact of the import that quotes a row, with the cells of the row."""
    if _LOG not in stream:
        return
    for version in register.versions_of(ActionUpdated, DetailStated, FindingLinked, stream=stream):
        fact = version.fact
        if fact.quote and _CELLS in fact.quote and "quote" not in fact.classes:
            yield version, [cell.strip() for cell in fact.quote.split(_CELLS)]


def _own(cells: Sequence[str], stream: str) -> str:
    name = stream.rpartition("/")[2]
    return next((cell for cell in cells if cell and slug(cell) == name), "")

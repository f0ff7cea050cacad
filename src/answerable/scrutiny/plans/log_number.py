"""The numbers of an owner's own log: “26/064” of an action, “R2” of what it answers.

A reference keeps the number folded. As it was written it stands in the row of the log, which the
facts of the import quote with its cells parted by a bar.
"""

from collections.abc import Iterator, Mapping, Sequence

from answerable.ledger.register import Register, Version
from answerable.scrutiny.matter import report_of
from answerable.scrutiny.plans import log_answers
from answerable.vocabulary.facts import ActionUpdated, DetailStated, FindingLinked
from answerable.vocabulary.identity import slug

_LOG = "/log/"
_CELLS = " | "


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
    """
    for version, cells in reversed(list(_quoted(register, stream))):
        own = _own(cells, stream)
        others = [cell for cell in cells if cell and cell != own]
        found = {
            name: cell
            for name in answers
            for cell in others
            if log_answers.answers(cell, report=report_of(name), known={name})
        }
        if found:
            return found, "", version
        if not answers:
            nowhere = next((c for c in others if log_answers.names_a_finding(c)), "")
            if nowhere:
                return {}, nowhere, version
    return {}, "", None


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

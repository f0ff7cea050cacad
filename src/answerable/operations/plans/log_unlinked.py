"""Links that somebody took back: a log that names the finding as before does not bring them again.

Said of one row, that it does not answer the finding that its number means, it holds while the cell
of the log stays as it is; another number in it is news.
"""

from collections.abc import Mapping, Sequence

from answerable.ledger.register import Register
from answerable.scrutiny.answering import ANSWERS
from answerable.scrutiny.plans.action_log import LogEntry
from answerable.store.reads import registers
from answerable.vocabulary.facts import Corrected, FindingLinked, Withdrawn


def taken_back(
    register: Register, entries: Sequence[LogEntry], *, before: Sequence[LogEntry]
) -> Mapping[str, frozenset[str]]:
    """Stream -> findings that its row names as it did in the log `before`, and that were taken
    back since; both under the mark of the log."""
    said = {entry.stream: entry.cells.get("rec") for entry in before}
    return {
        entry.stream: names
        for entry in entries
        if entry.answers and said.get(entry.stream) == entry.cells.get("rec")
        if (names := frozenset(entry.answers) & _taken_back(register, entry))
    }


def _taken_back(register: Register, entry: LogEntry) -> set[str]:
    names: set[str] = set()
    for version in register.versions_of(Corrected, Withdrawn, stream=entry.stream):
        fact = version.fact
        if isinstance(fact, Corrected) and fact.field == ANSWERS:
            left = fact.value if isinstance(fact.value, list | tuple) else ()
            names = set(entry.answers) - set(map(str, left))
        elif isinstance(fact, Withdrawn) and fact.ref:
            for old in registers.history(register.institution).of_entries([fact.ref]):
                link = old.fact
                if isinstance(link, FindingLinked) and link.get("kind") == ANSWERS:
                    names.add(str(link.get("other")))
    return names

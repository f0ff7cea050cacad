"""Which log an action log goes on from: one body may keep several, each with its own rows.

A row is “gone” only against an earlier import of the same log. The actions of the first log of a
body are named by their references alone; those of any other stand under a mark of their own, so
that the row 1 of one log is never taken for the row 1 of another.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from answerable.ledger.register import Register
from answerable.scrutiny.plans.action_log import LogEntry
from answerable.vocabulary.facts import DocumentFiled
from answerable.vocabulary.refusal import Refusal

ANOTHER = "another"
"""Instead of an earlier log: this one goes on from none of them."""
MARK = 8
LEAST_SHARED = 4
"""One row in so many of the shorter log, under the same reference and in the same words, says that
two files are one log: the project's own choice; whoever imports may choose otherwise."""


class NoSuchLog(Refusal):
    """A log to go on from that was not imported, or that a later one has gone on from."""

    code = "no_such_log"


@dataclass(frozen=True, slots=True)
class Earlier:
    """The last import of one log of a body: its file, its mark (empty: the first log), its day."""

    document: str
    mark: str
    dated: date | None
    title: str


@dataclass(frozen=True, slots=True)
class GoesOn:
    """What a log is compared with (None: nothing), the mark of its rows, and the choice."""

    earlier: Earlier | None
    mark: str
    choices: tuple[Earlier, ...]


def prefix(institution: str, mark: str = "") -> str:
    """What the references of a log's actions begin with."""
    return f"action/{institution}/log/{mark}{'/' if mark else ''}"


def mark_of(stream: str, institution: str) -> str:
    """The mark of the log that an action stands in; empty for the first log."""
    return stream.removeprefix(prefix(institution)).rpartition("/")[0]


def earlier_logs(register: Register) -> tuple[Earlier, ...]:
    """The last import of each log of a body, the latest first."""
    under = prefix(register.institution)
    last: dict[str, tuple[int, str]] = {}
    for version in register.versions:
        fact = version.fact
        if fact.doc and fact.stream.startswith(under):
            mark = mark_of(fact.stream, register.institution)
            last[mark] = max(last.get(mark, (-1, "")), (version.seq, fact.doc))
    filed = {f.doc: f for f in register.of(DocumentFiled) if f.doc}
    found = []
    for mark, (_seq, document) in sorted(last.items(), key=lambda one: one[1], reverse=True):
        own = filed.get(document)
        day = own.valid.start if own else None
        found.append(Earlier(document, mark, day, own.title or "" if own else ""))
    return tuple(found)


def goes_on(
    rows: Sequence[LogEntry],
    *,
    document: str,
    chosen: str,
    earlier: Sequence[Earlier],
    rows_of: Callable[[Earlier], Sequence[LogEntry] | None],
) -> GoesOn:
    """What a log is compared with: as `chosen` (a file, or another log), else by its rows.

    `rows` carry their references without a mark, as `rows_of` gives those of an earlier log
    (None where its file is not held: then it can only be chosen).
    """
    own = document[:MARK] if earlier else ""
    nothing = GoesOn(None, own, tuple(earlier))
    if chosen == ANOTHER:
        return nothing
    for one in earlier:
        if chosen == one.document:
            return GoesOn(one, one.mark, tuple(earlier))
    if chosen:
        raise NoSuchLog(
            "No log of this body that was imported last is that file. Look at the difference "
            "again, and choose one of the logs that it names."
        )
    best, most = nothing, 0
    said = {(row.stream, row.text) for row in rows}
    for one in earlier:
        before = rows_of(one)
        if before is None:
            continue
        shared = sum((row.stream, row.text) in said for row in before)
        if shared > most and shared * LEAST_SHARED >= min(len(rows), len(before)):
            best, most = GoesOn(one, one.mark, tuple(earlier)), shared
    return best

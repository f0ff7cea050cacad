"""What stands of a log once it is recorded: totals of its rows, what is gone, which dates differ.

It is worked out from the record and the file that was kept, so that it can be looked at again.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from answerable.ledger.register import Version
from answerable.operations.desk.rows import rows
from answerable.operations.pages.look import Look
from answerable.operations.plans import action_log, log_families
from answerable.operations.plans.log_compared import Asked
from answerable.scrutiny.plans import log_gone
from answerable.scrutiny.plans.action_log import Change, LogEntry, date_of, stays_of
from answerable.scrutiny.plans.desk import Item
from answerable.scrutiny.plans.log_moved import Moved
from answerable.scrutiny.plans.log_number import known_as
from answerable.vocabulary.facts import DetailStated

EMPTY = ""


@dataclass(frozen=True, slots=True)
class Apart:
    """A row whose date in the log is not that of its action on the register.

    `done`: the action is said to be done, so that its date moves by no answer.
    """

    entry: LogEntry
    moved: Moved
    done: bool = False


@dataclass(frozen=True, slots=True)
class Gone:
    """An action whose row is gone from the log, and the number that the log gave it."""

    number: str
    item: Item


@dataclass(frozen=True, slots=True)
class After:
    """What stands of a log of an institution once it is recorded.

    `owners`: owner as the log writes it -> rows, and the owners that those actions have on the
    register; the other totals are words of the log -> rows. `done`: status -> those of its rows
    that are said to be done, in words, by a line or by a colour. `second`: an earlier log was
    there. `nowhere`: what rows name whose action answers nothing, but those that mean an older
    report; `left`: rows that a person said are no actions.
    """

    institution: str
    rows: int
    owners: Mapping[str, tuple[int, Mapping[str, int]]]
    ratings: Mapping[str, int]
    statuses: Mapping[str, int]
    headings: Mapping[str, int]
    done: Mapping[str, int]
    gone: tuple[Gone, ...]
    apart: tuple[Apart, ...]
    second: bool
    nowhere: tuple[str, ...]
    left: tuple[Change, ...] = ()


def after(look: Look, document: str, about: Asked) -> After:
    """What stands of a log that is on the record."""
    register = look.register(about.institution)
    earlier = log_families.earlier_logs(register)
    own = document if any(one.document == document for one in earlier) else about.against
    found = action_log.compared(
        by=look.actor, on=look.today, document=document, asked=replace(about, against=own)
    )
    entries = [c.entry for c in found.changes if c.entry is not None and not c.left]
    held = {item.reference: item for item in rows(look, about.institution).items}
    owners: dict[str, Counter[str]] = {}
    for entry in entries:
        item = held.get(entry.stream)
        here = owners.setdefault(entry.cells.get("owner", EMPTY), Counter())
        here[(item.owner if item else None) or EMPTY] += 1
    gone = {
        version.fact.stream
        for version in register.versions_of(DetailStated)
        if version.fact.doc == document and log_gone.told_by(version)
        if version.fact.get("value") == log_gone.NO
    }
    return After(
        institution=about.institution,
        rows=len(entries),
        owners={words: (n.total(), dict(n)) for words, n in _most_first(owners)},
        ratings=_count(entries, lambda e: e.cells.get("rating")),
        statuses=_count(entries, lambda e: e.cells.get("status")),
        headings=_count(entries, lambda e: e.heading),
        done=Counter(e.cells.get("status", EMPTY) for e in entries if e.done),
        gone=tuple(Gone(known_as(register, n), item) for n, item in held.items() if n in gone),
        apart=tuple(_apart(entries, held)),
        left=tuple(c for c in found.changes if c.left),
        nowhere=tuple(
            words
            for e in entries
            if (words := e.cells.get("rec")) and not e.older
            if (item := held.get(e.stream)) is not None and not item.answers
        ),
        second=_had_another(register.versions, about.institution, document, found.goes_on.mark),
    )


def _apart(entries: Sequence[LogEntry], held: Mapping[str, Item]) -> Iterator[Apart]:
    for entry in entries:
        item = held.get(entry.stream)
        if item is None:
            continue
        if moved := date_of(entry, due=item.due, waiting=item.waiting):
            yield Apart(entry, moved)
        elif stays := stays_of(entry, due=item.due, waiting=item.waiting):
            yield Apart(entry, stays, done=True)


def _had_another(versions: Iterable[Version], institution: str, document: str, mark: str) -> bool:
    """Does the record hold anything of an earlier file of the same log?"""
    under = log_families.prefix(institution)
    for version in versions:
        fact = version.fact
        if (
            fact.doc
            and fact.doc != document
            and fact.stream.startswith(under)
            and log_families.mark_of(fact.stream, institution) == mark
        ):
            return True
    return False


def _count(entries: Sequence[LogEntry], value: Callable[[LogEntry], str | None]) -> dict[str, int]:
    """Words of the log -> rows; nothing where no row has any."""
    counts = Counter(value(entry) or EMPTY for entry in entries)
    return {} if set(counts) <= {EMPTY} else dict(counts.most_common())


def _most_first(owners: Mapping[str, Counter[str]]) -> list[tuple[str, Counter[str]]]:
    return sorted(owners.items(), key=lambda one: (-one[1].total(), one[0].casefold()))

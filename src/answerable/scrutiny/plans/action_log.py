"""An action log against the register: new, changed, gone, same; the facts of what is confirmed.

Nothing is overwritten. A row that changed becomes news of its action in the log's own words; a
date becomes a `DueDateMoved` only where somebody says who agreed and why; “complete” becomes at
most *delivered*, said by them; their rating stays theirs.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from answerable.ledger.register import Register
from answerable.scrutiny.answering import ANSWERS
from answerable.scrutiny.phrases import stop
from answerable.scrutiny.plans import log_headings
from answerable.scrutiny.sourced import Sourced
from answerable.scrutiny.standing import Progress
from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.facts import (
    ActionPromised,
    ActionReassigned,
    ActionUpdated,
    DueDateMoved,
    FindingLinked,
    FindingPublished,
    Relapsed,
    RungReached,
)
from answerable.vocabulary.ladder import Rung
from answerable.vocabulary.offices import nobody, one_name
from answerable.vocabulary.times import in_words, last_day

Kind = Literal["new", "changed", "gone", "same"]
_LOG = "/log/"
EVERY_OTHER = "all"
"""Instead of a stream: who agreed to every moved date that has nobody of its own."""
COMPARED = ("action", "owner", "lead", "due", "rating", "status", "update")
WORDS = {
    "action": "Action",
    "owner": "Owner",
    "lead": "Lead",
    "due": "Due",
    "rating": "Rating",
    "status": "Status",
    "update": "Update",
}


@dataclass(frozen=True, slots=True)
class LogEntry:
    """A row of the log. `cells` are the exact words by what they are; `due` the date they mean."""

    stream: str
    ref: str | None
    address: str
    cells: Mapping[str, str]
    owner: str | None
    due: str | None
    done: bool
    raised: date | None
    answers: tuple[str, ...]
    action: Sourced
    row: Sourced
    heading: str | None = None

    @property
    def text(self) -> str:
        """What is to be done, in the log's words."""
        return self.cells["action"]


@dataclass(frozen=True, slots=True)
class Moved:
    """A date of the log that is not the register's; `later` says that it can be moved to."""

    before: str | None
    now: str
    later: bool


@dataclass(frozen=True, slots=True)
class Change:
    """What a row of the log, or one that is gone, means for the register.

    `links` are findings that the row names and that its action was not yet said to answer;
    `heading` the one that it stands under in the log and that the record does not hold; `owner`
    the one that the log names now, unless the register gave the action to another since;
    `undone`: the log said that it is done, and says so no longer.
    """

    kind: Kind
    stream: str
    ref: str | None
    address: str
    text: str
    what: tuple[str, ...] = ()
    moved: Moved | None = None
    newly_done: bool = False
    entry: LogEntry | None = None
    links: tuple[str, ...] = ()
    heading: str | None = None
    owner: str | None = None
    undone: bool = False


@dataclass(frozen=True, slots=True)
class Agreed:
    """Who agreed to a moved date, and why."""

    authoriser: str
    reason: str


def difference(
    entries: Sequence[LogEntry],
    *,
    before: Sequence[LogEntry],
    held: Mapping[str, Progress],
) -> tuple[Change, ...]:
    """Every row in the order of the log, then the rows of the last log that are gone.

    `before` are the rows of the log that was read last; `held` the actions on the register.
    """
    earlier = {entry.stream: entry for entry in before}
    found = [
        _change(entry, earlier.get(entry.stream), held.get(entry.stream)) for entry in entries
    ]
    here = {entry.stream for entry in entries}
    gone = [
        Change("gone", e.stream, e.ref, e.address, e.text) for e in before if e.stream not in here
    ]
    return (*found, *gone)


def facts(
    register: Register,
    changes: Sequence[Change],
    *,
    dated: date,
    agreed: Mapping[str, Agreed],
) -> list[Fact]:
    """What is recorded of a difference that a person confirmed; `agreed` by stream, or for all."""
    made: list[Fact] = []
    known = set(register.streams(FindingPublished))
    for change in changes:
        entry = change.entry
        if entry is None or change.kind == "same":
            continue
        if change.kind == "new":
            made += _promised(register, entry, dated=dated, known=known)
        elif change.what:
            made.append(_news(register, entry, dated=dated, what=change.what))
        made += _linked(register, entry, change.links, dated=dated)
        made += _headed(register, entry, change.heading, dated=dated)
        if change.newly_done:
            made.append(
                RungReached(
                    **entry.row.envelope(register, stream=entry.stream, on=dated),
                    rung=Rung.DELIVERED.value,
                    evidence=(),
                )
            )
        made += _owned(register, entry, change.owner, dated=dated)
        if change.undone:
            made.append(
                Relapsed(
                    **entry.row.envelope(register, stream=entry.stream, on=dated),
                    rung=Rung.PROMISED.value,
                    reason="The action log no longer says that it is done.",
                )
            )
        who = agreed.get(entry.stream) or agreed.get(EVERY_OTHER)
        if change.moved and change.moved.later and who:
            made.append(
                DueDateMoved(
                    **entry.row.envelope(register, stream=entry.stream, on=dated),
                    due=change.moved.now,
                    reason=who.reason,
                    authoriser=who.authoriser,
                )
            )
    return made


def _change(entry: LogEntry, before: LogEntry | None, item: Progress | None) -> Change:
    if item is None:
        return Change(
            "new",
            entry.stream,
            entry.ref,
            entry.address,
            entry.text,
            newly_done=entry.done,
            entry=entry,
            heading=entry.heading,
        )
    what = _what(entry, before, item) if before or _LOG in entry.stream else _written(entry, item)
    moved = _moved(entry, item)
    newly_done = entry.done and item.open and item.rung in (None, Rung.PROMISED)
    if moved and not moved.later and before and before.cells.get("due") == entry.cells.get("due"):
        moved = None  # the log still says what it said; the register moved since, on its own
    links = tuple(name for name in entry.answers if name not in item.answers)
    heading = entry.heading if entry.heading != log_headings.heading_of(item.versions) else None
    owner = _new_owner(entry, before, item)
    undone = _undone(entry, before, item)
    told = what or moved or newly_done or links or heading or owner or undone
    kind: Kind = "changed" if told else "same"
    return Change(
        kind,
        entry.stream,
        entry.ref,
        entry.address,
        entry.text,
        what=what,
        moved=moved,
        newly_done=newly_done,
        entry=entry,
        links=links,
        heading=heading,
        owner=owner,
        undone=undone,
    )


def _new_owner(entry: LogEntry, before: LogEntry | None, item: Progress) -> str | None:
    """Whom the log names now and did not before; whoever was given it since then keeps it."""
    if nobody(entry.owner) or entry.owner is None or not item.open:
        return None
    now = one_name(entry.owner)
    then = None if before is None or nobody(before.owner) else one_name(before.owner or "")
    return entry.owner if now not in (then, item.owner) and item.owner in (None, then) else None


def _undone(entry: LogEntry, before: LogEntry | None, item: Progress) -> bool:
    """Only where the last word was that of the log: what somebody checked stands."""
    said = item.rung is Rung.DELIVERED and item.open
    return said and before is not None and before.done and not entry.done


def _written(entry: LogEntry, item: Progress) -> tuple[str, ...]:
    """What an owner wrote into a row that the register gave out, unless it is recorded already."""
    cells = ((WORDS[name], entry.cells.get(name)) for name in ("rating", "status", "update"))
    told = tuple(f"{label}: {words}" for label, words in cells if words)
    held = item.news.fact.get("text") if item.news else None
    return () if held == _in_words(told) else told


def _what(entry: LogEntry, before: LogEntry | None, item: Progress) -> tuple[str, ...]:
    if before is None:
        same = " ".join((item.text or "").split()) == entry.text
        back = ("It stands in the log again",)
        return back if same else (*back, f"Action: {entry.text}")
    found = []
    for name in COMPARED:
        now, then = entry.cells.get(name), before.cells.get(name)
        if now != then:
            found.append(f"{WORDS[name]}: {now or 'empty'} (before: {then or 'empty'})")
    return tuple(found)


def _moved(entry: LogEntry, item: Progress) -> Moved | None:
    if entry.due is None or entry.due == item.due or entry.done or not item.waiting:
        return None
    later = item.due is None or last_day(entry.due) > last_day(item.due)
    return Moved(item.due, entry.due, later)


def _promised(register: Register, entry: LogEntry, *, dated: date, known: set[str]) -> list[Fact]:
    begun = min(entry.raised or dated, dated)
    first: Fact = ActionPromised(
        **entry.action.envelope(register, stream=entry.stream, on=begun),
        text=entry.text,
        owner=entry.owner,
        due=entry.due,
        answers=tuple(name for name in entry.answers if name in known),
    )
    told = _also(entry)
    return [first, _news(register, entry, dated=dated, what=told)] if told else [first]


def _linked(
    register: Register, entry: LogEntry, links: Sequence[str], *, dated: date
) -> list[Fact]:
    """From the day of the log on; from the day of its report, where that is later."""
    return [
        FindingLinked(
            **entry.row.envelope(
                register, stream=entry.stream, on=max(dated, _published(register, name) or dated)
            ),
            kind=ANSWERS,
            other=name,
            reason=f"The log says: {entry.cells['rec']}",
        )
        for name in links
    ]


def _owned(register: Register, entry: LogEntry, owner: str | None, *, dated: date) -> list[Fact]:
    if owner is None:
        return []
    return [
        ActionReassigned(
            **entry.row.envelope(register, stream=entry.stream, on=dated),
            owner=owner,
            reason="The action log names this owner.",
        )
    ]


def _headed(
    register: Register, entry: LogEntry, heading: str | None, *, dated: date
) -> list[Fact]:
    if not heading:
        return []
    return [
        log_headings.stated(
            register, stream=entry.stream, heading=heading, sourced=entry.row, on=dated
        )
    ]


def _published(register: Register, finding: str) -> date | None:
    return next((f.valid.start for f in register.of(FindingPublished, stream=finding)), None)


def _also(entry: LogEntry) -> tuple[str, ...]:
    """What the row says besides action, owner and a plain date, in its own words."""
    found = []
    cells = entry.cells
    if cells.get("owner") and cells["owner"] != entry.owner:
        found.append(f"Owners: {cells['owner']}")
    plain = (entry.due, in_words(entry.due)) if entry.due else ()
    if cells.get("due") and cells["due"] not in plain:
        found.append(f"Due: {cells['due']}")
    found += [
        f"{WORDS[name]}: {cells[name]}"
        for name in ("lead", "rating", "status", "update")
        if cells.get(name)
    ]
    return tuple(found)


def _in_words(what: Sequence[str]) -> str:
    return " ".join(stop(words) for words in what)


def _news(register: Register, entry: LogEntry, *, dated: date, what: Sequence[str]) -> Fact:
    return ActionUpdated(
        **entry.row.envelope(register, stream=entry.stream, on=dated),
        text=_in_words(what),
        rating=entry.cells.get("rating"),
    )

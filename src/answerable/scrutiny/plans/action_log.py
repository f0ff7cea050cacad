"""An action log against the register: new, changed, gone, same.

“Complete” becomes at most *delivered*, said by them; their rating stays theirs. What is recorded
of a difference that a person confirmed: `log_facts.py`.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from answerable.scrutiny.phrases import stop
from answerable.scrutiny.plans import log_gone, log_headings, log_moved
from answerable.scrutiny.plans.log_moved import Moved, apart
from answerable.scrutiny.sourced import Sourced
from answerable.scrutiny.standing import Progress
from answerable.vocabulary.ladder import Rung
from answerable.vocabulary.offices import nobody, one_name

Kind = Literal["new", "changed", "gone", "same"]
_LOG = "/log/"
EVERY_OTHER = "all"
"""Instead of a stream: who agreed to every moved date that has nobody of its own."""
COMPARED = ("action", "owner", "lead", "due", "revised", "rating", "status", "update")
WORDS = {
    "action": "Action",
    "owner": "Owner",
    "lead": "Lead",
    "due": "Due",
    "revised": "Revised due",
    "rating": "Rating",
    "status": "Status",
    "update": "Update",
}


@dataclass(frozen=True, slots=True)
class LogEntry:
    """A row of the log. `cells` are the exact words by what they are; `due` the date they mean.

    `older`: findings that it names by a number of the report that is meant, and that were
    published long after its time: it means another report. `slip`: its status may be a slip
    of one that is read, so it says neither done nor open. `first_due`: the first date, where
    `due` is one that another column gives as revised; `due_words`: the cell that gives `due`.
    """

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
    slip: bool = False
    older: tuple[str, ...] = ()
    first_due: str | None = None
    due_words: str = ""

    @property
    def dates_told(self) -> tuple[str | None, ...]:
        """The cells that say when it is due, in the log's words."""
        return self.cells.get("due"), self.cells.get("revised")

    @property
    def text(self) -> str:
        """What is to be done, in the log's words."""
        return self.cells["action"]


@dataclass(frozen=True, slots=True)
class Change:
    """What a row of the log, or one that is gone, means for the register.

    `links` are findings that the row names and that its action was not yet said to answer;
    `heading` the one that it stands under in the log and that the record does not hold; `owner`
    the one that the log names now, unless the register gave the action to another since;
    `undone`: the log said that it is done, and says so no longer; `back`: the record says that
    the row was gone, and it stands there again; `stays`: a new date of what is done; `withdrawn`:
    a person took the action of the row from the record, and no log brings it back; `left`: a
    person said that the row is no action.
    """

    kind: Kind
    stream: str
    ref: str | None
    address: str
    text: str
    what: tuple[str, ...] = ()
    moved: Moved | None = None
    stays: Moved | None = None
    newly_done: bool = False
    entry: LogEntry | None = None
    links: tuple[str, ...] = ()
    heading: str | None = None
    owner: str | None = None
    undone: bool = False
    back: bool = False
    withdrawn: bool = False
    left: bool = False


@dataclass(frozen=True, slots=True)
class Agreed:
    """Who agreed to a moved date, why, and on which day; None: on that of the log."""

    authoriser: str
    reason: str
    on: date | None = None


def difference(
    entries: Sequence[LogEntry],
    *,
    before: Sequence[LogEntry],
    held: Mapping[str, Progress],
    unlinked: Mapping[str, Collection[str]] | None = None,
    withdrawn: Collection[str] = (),
    left: Mapping[str, str] | None = None,
) -> tuple[Change, ...]:
    """Every row in the order of the log, then the rows of the last log that are gone.

    `before` are the rows of the log that was read last; `held` the actions on the register;
    `unlinked` the findings of a row that somebody said its action does not answer; `withdrawn`
    the actions that somebody took from the record; `left` the words of the rows that somebody
    said are no actions: one whose words changed since is asked about again.
    """
    earlier = {entry.stream: entry for entry in before}
    found = [
        _away(entry, withdrawn=withdrawn, left=left or {})
        if entry.stream not in held
        and (entry.stream in withdrawn or (left or {}).get(entry.stream) == entry.text)
        else _change(
            entry,
            earlier.get(entry.stream),
            held.get(entry.stream),
            unlinked=(unlinked or {}).get(entry.stream, ()),
        )
        for entry in entries
    ]
    here = {entry.stream for entry in entries}
    gone = [
        Change("gone", e.stream, e.ref, e.address, e.text)
        for e in before
        if e.stream not in here and e.stream in held
    ]
    return (*found, *gone)


def _away(entry: LogEntry, *, withdrawn: Collection[str], left: Mapping[str, str]) -> Change:
    """A row that a person keeps off the register."""
    return Change(
        "same",
        entry.stream,
        entry.ref,
        entry.address,
        entry.text,
        entry=entry,
        withdrawn=entry.stream in withdrawn,
        left=entry.stream in left and entry.stream not in withdrawn,
    )


def _change(
    entry: LogEntry,
    before: LogEntry | None,
    item: Progress | None,
    *,
    unlinked: Collection[str] = (),
) -> Change:
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
            moved=_revised(entry),
        )
    what = _what(entry, before, item) if before or _LOG in entry.stream else _written(entry, item)
    moved = date_of(entry, due=item.due, waiting=item.waiting)
    newly_done = entry.done and item.open and item.rung in (None, Rung.PROMISED)
    if moved and not moved.later and before and before.dates_told == entry.dates_told:
        moved = None  # the log still says what it said; the register moved since, on its own
    if moved and before:
        same = before.dates_told == entry.dates_told
        moved = log_moved.since(moved, now=entry.due, then=before.due, same=same)
    stays = stays_of(entry, due=item.due, waiting=item.waiting)
    if before and before.dates_told == entry.dates_told:
        stays = None
    links = tuple(name for name in entry.answers if name not in (*item.answers, *unlinked))
    heading = entry.heading if entry.heading != log_headings.heading_of(item.versions) else None
    owner = _new_owner(entry, before, item)
    undone = _undone(entry, before, item)
    back = log_gone.gone_since(item.versions) is not None
    told = what or moved or newly_done or links or heading or owner or undone or back
    kind: Kind = "changed" if told else "same"
    return Change(
        kind,
        entry.stream,
        entry.ref,
        entry.address,
        entry.text,
        what=what,
        moved=moved,
        stays=stays,
        newly_done=newly_done,
        entry=entry,
        links=links,
        heading=heading,
        owner=owner,
        undone=undone,
        back=back,
    )


def _new_owner(entry: LogEntry, before: LogEntry | None, item: Progress) -> str | None:
    """Whom the log names now and did not before; whoever was given it since then keeps it.

    Who leads in a cell of several owners is named anew too, while the register has the cell as it
    is written.
    """
    if nobody(entry.owner) or entry.owner is None or not item.open:
        return None
    now, then = one_name(entry.owner), _name_of(before.owner if before else None)
    written = _name_of(before.cells.get("owner") if before else None)
    if now == item.owner or item.owner not in (None, then, written):
        return None
    return entry.owner if now != then or item.owner == written else None


def _name_of(owner: str | None) -> str | None:
    return None if owner is None or nobody(owner) else one_name(owner)


def _undone(entry: LogEntry, before: LogEntry | None, item: Progress) -> bool:
    """Only where the last word was that of the log: what somebody checked stands."""
    said = item.rung is Rung.DELIVERED and item.open
    return said and before is not None and before.done and not (entry.done or entry.slip)


def _written(entry: LogEntry, item: Progress) -> tuple[str, ...]:
    """What an owner wrote into a row that the register gave out, unless it is recorded already."""
    cells = ((WORDS[name], entry.cells.get(name)) for name in ("rating", "status", "update"))
    told = tuple(f"{label}: {words}" for label, words in cells if words)
    held = item.news.fact.get("text") if item.news else None
    return () if held == one_after_another(told) else told


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


def date_of(entry: LogEntry, *, due: str | None, waiting: bool) -> Moved | None:
    """The date that the log states where it is not that of the register; None where it is.

    `due` is the date of the register; nothing is asked of what waits for nobody, or is done.
    """
    return None if entry.done or not waiting else apart(entry.due, due)


def stays_of(entry: LogEntry, *, due: str | None, waiting: bool) -> Moved | None:
    """The date that the log gives to what is done, where it is not that of the register.

    It moves by no answer: the date by which a thing was promised stands once it is done.
    """
    return apart(entry.due, due) if entry.done or not waiting else None


def _revised(entry: LogEntry) -> Moved | None:
    """The date that a new row gives as revised: it is promised by the first one until it moves."""
    return None if entry.done or entry.first_due is None else apart(entry.due, entry.first_due)


def one_after_another(what: Sequence[str]) -> str:
    """Each thing that a row says, as a sentence of its own."""
    return " ".join(stop(words) for words in what)

"""The rows of an institution's register, kept between requests and brought up to date by entry.

10,000 actions take about a second to work out from nothing, so the rows of the last looks are
kept, by what decides them: home, institution, dates, and how much the reader may see. After new
entries only the streams that they touch are worked out again, unless an entry changes older ones.
"""

from collections import OrderedDict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from threading import Lock
from typing import Protocol

from answerable.ledger.register import Register, Version
from answerable.operations import catalogue
from answerable.operations.desk.register import Table
from answerable.scrutiny.plans import desk
from answerable.scrutiny.plans.desk import Item
from answerable.scrutiny.plans.duplicates import merged
from answerable.scrutiny.plans.plan_test import plan_test
from answerable.scrutiny.plans.sure_links import answering, findings, sure
from answerable.scrutiny.progress import actions, progress
from answerable.store.engine import start
from answerable.store.reads import registers, visibility
from answerable.vocabulary.access import Actor
from answerable.vocabulary.facts import (
    ActionPromised,
    ActionReassigned,
    ActionUpdated,
    DependencyEnded,
    DependencyStated,
    DetailStated,
    DocumentFiled,
    DueDateMoved,
    EvidenceOffered,
    MilestoneSet,
    PlanJudged,
    ResourceNamed,
    ResponseGiven,
    ResponseStepTaken,
    RungReached,
)

MOST_ROWS = 150_000
"""Rows that are kept, of however many registers: those of a country, at about a kilobyte each."""
MOST_TOUCHED = 40
"""More streams than this are worked out faster all at once."""
_OWN_STREAM = (
    *(ActionUpdated, DueDateMoved, ResponseGiven, RungReached, DocumentFiled),
    DetailStated,
    *(DependencyStated, DependencyEnded, EvidenceOffered, PlanJudged, ResponseStepTaken),
)
"""Facts that change their own stream's row and no other."""
_OF_NO_FINDING = (ActionReassigned, MilestoneSet, ResourceNamed)
"""The same, for an action that answers no finding: else a finding's owner or gaps may change."""

Key = tuple[Path, str, date, int | None, date | None, str]


class Asking(Protocol):
    """Who looks, and at which dates; a page's look is one."""

    @property
    def actor(self) -> Actor:
        """Who looks."""

    @property
    def on(self) -> date:
        """The valid date in force."""

    @property
    def known(self) -> int | None:
        """The sequence number that is read; None: the head."""

    @property
    def said(self) -> date | None:
        """What sources had published by then."""

    def register(self, institution: str) -> Register:
        """What this reader sees about an institution at these dates."""


@dataclass(frozen=True, eq=False)
class Rows:
    """The rows of an institution as a reader sees them, in the order of the record.

    `key` and `size` say of which look and of how much of the record.
    """

    key: Key
    items: tuple[Item, ...]
    size: int

    @property
    def institution(self) -> str:
        """Whose rows they are."""
        return self.key[1]

    @cached_property
    def table(self) -> Table:
        """The same to be filtered and sorted."""
        return Table(self.items)


class _Kept:
    """The registers that were asked for last, as far as their rows are not too many."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._held: OrderedDict[Key, Rows] = OrderedDict()
        self._making: dict[Key, Lock] = {}

    def get(self, look: Asking, institution: str) -> Rows:
        key = _key(look, institution)
        with self._lock:
            turn = self._making.setdefault(key, Lock())
        with turn:  # whoever asks for the same meanwhile waits for it, and does not make it too
            return self._brought_up(look, institution, key)

    def _brought_up(self, look: Asking, institution: str, key: Key) -> Rows:
        size = registers.head().size
        with self._lock:
            held = self._held.get(key)
            if held is not None:
                self._held.move_to_end(key)
        if held is not None and held.size == size:
            return held
        found = _again(look, held, size) if held else None
        found = found or _whole(look, key, size)
        with self._lock:
            self._held[key] = found
            self._held.move_to_end(key)
            many = sum(len(kept.items) for kept in self._held.values())
            while many > MOST_ROWS and len(self._held) > 1:
                gone, left = self._held.popitem(last=False)
                many -= len(left.items)
                self._making.pop(gone, None)
        return found


_kept = _Kept()
rows = _kept.get


def institutions(look: Asking) -> tuple[str, ...]:
    """The institutions of whoever looks: those it answers for, else every one on the record.

    A body that holds another to account comes last: a letter of its own does not make it the
    one whose register is meant.
    """
    holds = {o.body for o in catalogue.oversight()}
    held = tuple(sorted(registers.reported(), key=lambda name: name in holds))
    if look.actor.is_public:
        return held
    own = tuple(
        name
        for name in held
        if name == look.actor.body
        or any(
            o.body == look.actor.body and o.institution == name
            for o in catalogue.oversight()
            if o.ends is None or o.ends > look.on.isoformat()
        )
    )
    return own or held


def _key(look: Asking, institution: str) -> Key:
    allowed = visibility.clearance(look.actor, institution=institution, on=look.on)
    return (start.ready().home, institution, look.on, look.known, look.said, allowed.value)


def _whole(look: Asking, key: Key, size: int) -> Rows:
    institution = key[1]
    register = look.register(institution)
    names = catalogue.names_of(institution, on=look.on)
    found, doing = findings(register, names=names), actions(register, names=names)
    owners = desk.owners_of(doing, followed=merged(register))
    tested = plan_test(
        register,
        found,
        bodies=catalogue.bodies(),
        oversight=catalogue.oversight_of(institution, on=look.on) or "",
    )
    made = (
        *desk.items(
            found,
            owners=owners,
            on=look.on,
            tested=tested,
        ),
        *desk.items(doing, owners=owners, on=look.on),
    )
    return Rows(key, made, size)


def _again(look: Asking, held: Rows, size: int) -> Rows | None:
    """The rows after a few simple entries; None where all must be worked out again."""
    later = registers.history(held.institution).since(held.size - 1)
    touched = dict.fromkeys(v.fact.stream for v in later)
    if not touched:
        return replace(held, size=size)
    known = {item.reference: item for item in held.items}
    if len(touched) > MOST_TOUCHED or not all(_simple(v, known) for v in later):
        return None
    register = look.register(held.institution)
    names = catalogue.names_of(held.institution, on=look.on)
    owners = {
        i.reference: desk.Owned(i.owner, i.owner_marking) for i in held.items if i.kind == "action"
    }
    answered = (name for stream in touched if stream in known for name in known[stream].answers)
    touched |= dict.fromkeys(name for name in answered if name in known)  # a date ends a doubt
    for stream in touched:
        if stream in known:
            read = progress(register, stream, names=names)
            found = sure(read, answering(register, read, names), names=names)
            (item,) = desk.items((found,), owners=owners, on=look.on)
            known[stream] = _with_gaps(item, known[stream])
        else:
            for item in _new(register, stream, owners):
                known[stream] = item
    return Rows(held.key, tuple(known.values()), size)


def _with_gaps(item: Item, before: Item) -> Item:
    return replace(item, gaps=before.gaps if item.open else "")


def _new(register: Register, stream: str, owners: dict[str, desk.Owned]) -> Iterable[Item]:
    """The row of a new action that answers no finding; nothing for what is no row."""
    if not register.versions_of(ActionPromised, stream=stream):
        return ()
    found = progress(
        register, stream, names=catalogue.names_of(register.institution, on=register.valid)
    )
    return desk.items((found,), owners=owners, on=register.valid)


def _simple(version: Version, known: Mapping[str, Item]) -> bool:
    fact = version.fact
    if version.corrections or version.erased or fact.ref:
        return False
    if isinstance(fact, ActionPromised):
        return not fact.answers
    if isinstance(fact, _OF_NO_FINDING):
        item = known.get(str(fact.of if isinstance(fact, MilestoneSet) else fact.stream))
        return item is None or not item.answers
    return isinstance(fact, _OWN_STREAM)

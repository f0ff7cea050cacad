"""Amend signed minutes: lines put right, actions that were signed as prose, ones that were none.

An action that was signed as prose enters the record in the words that were signed and is put
right at once into what was agreed, with the reason: so both stand, as at every amended line. One
that was none is withdrawn; its line stays in the minutes with the reason. Of an item taken in
private all of it is restricted, on the ground of that item.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial

from answerable.ledger.book import Receipt
from answerable.ledger.register import History, Register, Version
from answerable.operations import access
from answerable.operations.record import as_marked, grounds, ledger
from answerable.operations.record.ledger import PutRight
from answerable.operations.recording import book
from answerable.operations.sessions.session_plans import about
from answerable.scrutiny.plans.assigned import kept_as
from answerable.scrutiny.plans.plans import NotPossible, promise_action
from answerable.scrutiny.sessions import minutes
from answerable.scrutiny.sourced import Sourced
from answerable.store.reads import registers
from answerable.store.reads.lookup import find
from answerable.vocabulary.access import Actor
from answerable.vocabulary.documents import Source
from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.facts import (
    ActionPromised,
    Corrected,
    ItemTaken,
    MeetingHeld,
    MinutesSigned,
    QuestionEnded,
    Reclassified,
    Withdrawn,
)
from answerable.vocabulary.identity import slug
from answerable.vocabulary.language import say
from answerable.vocabulary.refusal import Refusal
from answerable.vocabulary.times import first_day

_ACTION = re.compile(r"^\s*actions?\s*:", re.IGNORECASE | re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Added:
    """An action that was agreed and signed as prose: `signed` is that line, as it stands.

    `item` is the number of the item under which it stands; “” in minutes that came as a file,
    which name none. `owner` is an office or a name, `due`
    an ISO date, perhaps of a month only.
    """

    signed: str
    item: str
    text: str
    owner: str | None
    due: str | None
    reason: str


@dataclass(frozen=True, slots=True)
class TakenBack:
    """An action of the minutes that was none: the number of its entry, and why."""

    target: str
    reason: str


def amend_minutes(
    *,
    by: Actor,
    at: datetime,
    key: str,
    seen: int | None,
    session: str,
    lines: Sequence[PutRight] = (),
    added: Sequence[Added] = (),
    taken_back: Sequence[TakenBack] = (),
) -> Receipt:
    """Everything that one page amends, all or none, each with its reason.

    What an added action says is put right in a second append under the same key: sent again, a
    page that was cut short between the two completes it.
    """
    institution, body = about(session)
    access.require(by, "correct", about=institution)
    if taken_back:
        access.require(by, "withdraw", about=institution)
    reasons = [one.reason for one in lines]
    reasons += [one.reason for one in added] + [one.reason for one in taken_back]
    if not reasons:
        raise Refusal(say("Nothing is changed. Put right the line that is wrong, then save."))
    if not all(map(str.strip, reasons)):
        raise Refusal(say("Say why it is amended: the reason stands beside both words."))

    if any(one.field == "title" and _ACTION.search(str(one.value)) for one in lines):
        raise Refusal(
            say(
                "An action in the title of an item becomes no action. Write it into the box for "
                "an action that was left out, or under the prose of its item."
            )
        )

    def decide(register: Register) -> list[Fact]:
        past = registers.history(institution)
        return [
            *ledger.put_right(register, lines),
            *(_withdrawn(register, past, one) for one in taken_back),
            *_promised(register, past, session, body, added),
        ]

    receipt = book().append(about=institution, decide=decide, by=by, at=at, key=key, seen=seen)
    grounds.state_grounds(
        receipt,
        partial(_ground, session=session, added=added),
        about=institution,
        by=by,
        at=at,
        key=key,
        on=at.astimezone(registers.ZONE).date(),
    )
    if added:
        ledger.correct_lines(
            by=by, at=at, key=f"{key}/said", seen=receipt.last, lines=_said(receipt, added)
        )
    return receipt


def _promised(
    register: Register, past: History, session: str, body: str, added: Sequence[Added]
) -> Iterator[Fact]:
    """Each action in the words that were signed, with the minutes as its source."""
    if not added:
        return
    doc = _paper(register, session)
    sourced = Sourced(source=Source(kind="record", doc=doc), doc=doc)
    day = session.rpartition("/")[2][:10]
    under, on = f"action/{body}/{day}/", first_day(day)
    known = (v.fact.stream for v in past.versions if v.seq <= register.known)
    taken = {stream for stream in known if stream.startswith(under)}
    named = [int(n) for s in taken if (n := s.removeprefix(under)).isdigit()]
    last = max((*named, _agreed(register, session, on)))
    for number, one in enumerate(added, start=last + 1):
        _in_time(one.due, on)
        (fact,) = promise_action(
            register,
            stream=f"{under}{number}",
            text=one.signed,
            owner=None,
            on=on,
            sourced=sourced,
        )
        fact = fact.with_value("plan", session)
        private = _private_item(past, session, one.item) is not None
        yield minutes.restricted(fact) if private else fact


def _agreed(register: Register, session: str, on: date) -> int:
    """So many actions its papers tell of: those of a file have other numbers than ours."""
    held = [v.fact.source for v in register.versions_of(MeetingHeld, stream=session)]
    papers = {source.doc for source in held if source and source.doc}
    facts = [v.fact for v in register.versions_of(ActionPromised) if v.fact.valid.start == on]
    return sum(
        fact.get("plan") == session or bool(fact.source and fact.source.doc in papers)
        for fact in facts
    )


def _paper(register: Register, session: str) -> str | None:
    """The file of the minutes: as they were signed here, else as they came; None without any."""
    signed = register.versions_of(MinutesSigned, stream=session)
    if signed:
        return str(signed[-1].fact.get("digest") or "") or None
    held = register.versions_of(MeetingHeld, stream=session)
    if not held:
        raise NotPossible(say("There are no minutes of this session yet. Type it into them."))
    source = held[-1].fact.source
    return source.doc if source else None


def _private_item(past: History, session: str, number: str) -> Version | None:
    """The item of a number, where it was taken in private."""
    if not number:
        return None
    stream = f"{session}/item/{slug(number)}"
    found = [v for v in past.of_types(ItemTaken) if v.fact.stream == stream]
    return next((v for v in found[-1:] if "title" in v.withheld), None)


def _ground(version: Version, *, session: str, added: Sequence[Added]) -> grounds.Held | None:
    """Why something of what was amended is restricted."""
    if not isinstance(version.fact, ActionPromised):
        return as_marked.ground_of(version)
    past = registers.history(version.fact.institution)
    items = (
        _private_item(past, session, one.item) for one in added if one.signed == version.fact.text
    )
    return next((grounds.of_entry(find(item.entry_id)) for item in items if item), None)


def _in_time(due: str | None, on: date) -> None:
    """Refuse, before anything is written, a date that stands before the session."""
    if due is not None and due < on.isoformat()[: len(due)]:
        raise NotPossible(
            say("An action is due after its session. Write the day by which it is to be done.")
        )


def _said(receipt: Receipt, added: Sequence[Added]) -> list[PutRight]:
    """What each new action says: words, owner and date, as corrections of what was signed."""
    entries = [find(str(seq)) for seq in range(receipt.first, receipt.last + 1)]
    past = registers.history(entries[0].institution)
    made = [
        version
        for place in entries
        for version in past.of_entries([place.entry_id or ""])[:1]
        if isinstance(version.fact, ActionPromised)
    ]
    register = past.at(valid=made[0].fact.valid.start, known=receipt.last)
    return [
        PutRight(target=str(version.seq), field=field, value=value, reason=one.reason)
        for version, one in zip(made, added, strict=True)
        for field, value in (
            ("text", one.text if one.text != one.signed else None),
            ("owner", kept_as(register, one.owner) if one.owner else None),
            ("due", one.due),
        )
        if value
    ]


def _withdrawn(register: Register, past: History, one: TakenBack) -> Fact:
    place = find(one.target)
    version = past.of_entries([place.entry_id or ""])[-1]
    if not isinstance(version.fact, ActionPromised):
        raise NotPossible(say("Only an action is taken back here. Put other lines right."))
    _nothing_since(register, version)
    return ledger.withdrawn(version, one.reason)


def _nothing_since(register: Register, version: Version) -> None:
    """Refuse to take back an action about which more was recorded than its own minutes say."""
    stream = version.fact.stream
    own = (ActionPromised, Corrected, Reclassified, Withdrawn)
    if any(not isinstance(v.fact, own) for v in register.versions_of(stream=stream)):
        raise NotPossible(
            say(
                "This action cannot be taken back: more has been recorded of it since the "
                "minutes. Say on its page how it ended."
            )
        )
    if any(v.fact.get("action") == stream for v in register.versions_of(QuestionEnded)):
        raise NotPossible(
            say(
                "This action cannot be taken back: a question of the session ended with it. Say "
                "on the page of the session how that question ended, then take it back."
            )
        )

"""Who owns an action from now on: one, or all that somebody holds who leaves.

An owner is an office; whoever holds the office next owns what it owns. `ActionReassigned` is for
the case that another office takes it. Both owners stay on the record.
"""

from collections.abc import Iterable
from datetime import date

from answerable.ledger.register import Register
from answerable.scrutiny.phrases import on_day
from answerable.scrutiny.plans.plans import NotPossible
from answerable.scrutiny.progress import actions, progress
from answerable.scrutiny.sourced import OUR_RECORD, Sourced
from answerable.scrutiny.standing import Progress
from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.facts import ActionPromised, ActionReassigned
from answerable.vocabulary.identity import slug
from answerable.vocabulary.language import say
from answerable.vocabulary.office_slips import slip
from answerable.vocabulary.offices import known_office, one_name, spoken, written_out
from answerable.vocabulary.same_owner import plainly


def reassign(
    register: Register,
    *,
    stream: str,
    owner: str,
    on: date,
    reason: str,
    authoriser: str,
    sourced: Sourced = OUR_RECORD,
) -> list[Fact]:
    """Another office owns the action from a day on; agreed by an office, for a reason."""
    item = progress(register, stream)
    if item.kind != "action":
        raise NotPossible(
            say(
                "{stream} is a finding; nobody is given a finding. Give the "
                "actions that answer it.",
                stream=stream,
            )
        )
    if not item.open:
        raise NotPossible(
            say(
                "{stream} is {value}, so it needs no new owner. Reopen it first.",
                stream=stream,
                value=item.disposition.value,
            )
        )
    if item.owner == _office(owner):
        raise NotPossible(
            say(
                "The {owner} owns it already. Name another office.",
                owner=spoken(owner),
            )
        )
    if on < item.first.fact.valid.start:
        raise NotPossible(
            say(
                "{day} is before {stream} was on the record. Correct the day.",
                day=on_day(on),
                stream=stream,
            )
        )
    return [
        ActionReassigned(
            **sourced.envelope(register, stream=stream, on=on),
            owner=owner,
            reason=reason,
            authoriser=authoriser,
        )
    ]


def held_by(register: Register, owner: str) -> tuple[Progress, ...]:
    """Open actions of an owner, in the order of the record."""
    named = _office(owner)
    return tuple(a for a in actions(register) if a.open and a.owner == named)


def owners(register: Register) -> tuple[str, ...]:
    """Every owner of the register in its words, each once; asked of each line that is typed."""

    def read() -> tuple[str, ...]:
        held = register.versions_of(ActionPromised, ActionReassigned)
        return tuple(
            dict.fromkeys(str(v.fact.get("owner") or "") for v in held if v.fact.get("owner"))
        )

    return register.once((owners,), read)


def kept_as(register: Register, owner: str) -> str:
    """An owner of minutes in the words under which the register has that post already.

    Minutes give a short name, such as `head-of-crime`; a log says “Head of Crime”.
    """
    if owner in owners(register):
        return owner
    return next(
        (w for w in owners(register) if slug(owner) in (slug(w), slug(written_out(w)))),
        owner,
    )


def owns_already(register: Register, owner: str) -> bool:
    """Whether the register, or the list of offices, has this owner: a slip in typing has none."""
    if known_office(spoken(owner)) is not None:
        return True
    wanted = slug(written_out(owner))
    return any(slug(written_out(words)) == wanted for words in owners(register))


def meant(register: Register, owner: str) -> str | None:
    """The owner or office that a slip of one letter may mean; None where none is so near."""
    return slip(spoken(owner), (spoken(words) for words in owners(register)))


def written_like(register: Register, owner: str) -> str | None:
    """The owner on the register whose name differs in brackets, stops, “the” or “for” alone.

    It may be another one: a person says whether it is.
    """

    def plain() -> dict[str, str]:
        return {plainly(words): words for words in reversed(owners(register))}

    if owner in owners(register):
        return None
    return register.once((written_like,), plain).get(plainly(owner))


def _office(words: str) -> str:
    return one_name(words)


def reassign_all(
    register: Register,
    *,
    owner: str,
    to: str,
    on: date,
    reason: str,
    authoriser: str,
    among: Iterable[str] = (),
    sourced: Sourced = OUR_RECORD,
) -> list[Fact]:
    """Every open action of an owner who leaves goes to another, all or none.

    `among`: the actions that somebody saw in the preview. When the owner holds others by now,
    nothing changes: what nobody looked at is given to nobody.
    """
    if _office(owner) == _office(to):
        raise NotPossible(say("The new owner is the old one. Name another office."))
    held = held_by(register, owner)
    if not held:
        raise NotPossible(
            say(
                "No open action is owned by {owner}. Look at the owners of the register.",
                owner=owner,
            )
        )
    names = {item.reference for item in held}
    seen = set(among)
    if seen and names != seen:
        raise NotPossible(
            say(
                "The open actions of {owner} changed since you looked: then "
                "{count}, now {count2}. Look at the list again; nothing was "
                "changed.",
                owner=owner,
                count=len(seen),
                count2=len(names),
            ),
            code="changed_meanwhile",
        )
    return [
        fact
        for item in held
        for fact in reassign(
            register,
            stream=item.reference,
            owner=to,
            on=max(on, item.first.fact.valid.start),
            reason=reason,
            authoriser=authoriser,
            sourced=sourced,
        )
    ]

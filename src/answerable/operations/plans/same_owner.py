"""Owners written in several ways that a person says are one: for the logs to come, and at once.

Nobody is taken for another by a rule: pairs are offered, and a person decides each. What the
register holds is given to the one name, as any action is given to another owner; both names and
who said it stay on the record.
"""

from collections.abc import Iterable, Mapping
from datetime import date, datetime

from answerable.ledger.book import Receipt
from answerable.ledger.register import Register
from answerable.operations import access
from answerable.operations.record import of_action
from answerable.scrutiny.plans import assigned
from answerable.scrutiny.plans.plans import NotPossible
from answerable.store.people import import_columns
from answerable.store.people.import_columns import Owners
from answerable.store.reads import registers
from answerable.vocabulary.access import Actor
from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.language import say
from answerable.vocabulary.offices import one_name
from answerable.vocabulary.same_owner import pairs

MAY = "reassign"
TWO = ""
Pair = tuple[str, str]


def offered(institution: str, owners: Iterable[str | None]) -> tuple[Pair, ...]:
    """Pairs among these owners of which nobody has said anything yet."""
    said = import_columns.owners(institution)
    named = dict.fromkeys(map(one_name, filter(None, dict.fromkeys(owners))))
    found = pairs(tuple(words for words in named if words not in said.one))
    return tuple(one for one in found if not {one, one[::-1]} & said.two)


def remember(*, by: Actor, institution: str, decided: Mapping[Pair, str]) -> Owners:
    """Keep what was said of pairs: the owner that both stand for, or `TWO`; all of it now."""
    access.require(by, MAY, about=institution)
    if not decided:
        raise NotPossible(say("Say of one pair at least whether it is one owner."))
    before = import_columns.owners(institution)
    one, two = dict(before.one), set(before.two)
    for pair, name in decided.items():
        if name == TWO:
            two.add(pair)
            continue
        if name not in pair:
            raise NotPossible(say("Choose one of the two names."))
        one[pair[0] if name == pair[1] else pair[1]] = name
    said = Owners({words: _end(words, one) for words in one}, frozenset(two))
    import_columns.keep_owners(institution, said)
    return said


def make_one(
    *, by: Actor, at: datetime, key: str, institution: str, decided: Mapping[Pair, str]
) -> Receipt | None:
    """Keep it, and give the open actions of each other name to the one; None: it holds none."""
    said = remember(by=by, institution=institution, decided=decided)
    known = registers.register(institution, valid=at.date(), actor=by)
    on = by.on or at.date()
    if not _given(known, said.one, by=by, on=on):
        return None

    def decide(register: Register) -> list[Fact]:
        return _given(register, said.one, by=by, on=on)

    return of_action.Actions().append(about=institution, decide=decide, by=by, at=at, key=key)


def _given(register: Register, one: Mapping[str, str], *, by: Actor, on: date) -> list[Fact]:
    made: list[Fact] = []
    for words, name in one.items():
        if assigned.held_by(register, words):
            made += assigned.reassign_all(
                register,
                owner=words,
                to=name,
                on=on,
                reason=say("“{words}” and “{name}” are one owner.", words=words, name=name),
                authoriser=f"{by.body}/{by.office}",
            )
    return made


def _end(words: str, one: Mapping[str, str]) -> str:
    """The name at the end of a chain of names."""
    seen, name = {words}, one[words]
    while name in one:
        if name in seen:
            raise NotPossible(
                say("Two names would each stand for the other. Choose one name for all of them.")
            )
        seen.add(name)
        name = one[name]
    return name

"""Two persons read what the regime says two must read; neither sees the other's answer first.

Alike, it is decided. Different, both answers are shown and a third decision settles it, with its
reason; who read first or second may give it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from answerable.operations import catalogue
from answerable.operations.rights import accounts
from answerable.store.papers import review
from answerable.store.papers.review import Candidate, Reading, State
from answerable.vocabulary.access import Actor
from answerable.vocabulary.refusal import Refusal

SIGNED_IN = "login/"
"""How the person of an actor begins who signed in (`accounts.actor_of`)."""


class ReadBefore(Refusal):
    """The same person answers twice, or settles without a reason."""

    code = "read_before"


@dataclass(frozen=True, slots=True)
class Difference:
    """One field, or the decision itself, on which two readers answered differently."""

    name: str
    first: object
    second: object


def reading(
    by: Actor, at: datetime, *, state: State, fields: Mapping[str, Any], reason: str
) -> Reading:
    """One person's answer."""
    return Reading(
        state, dict(fields), f"{by.body}/{by.office}", by.person, at.isoformat(), reason
    )


def after(
    waiting: Candidate, mine: Reading, *, institution: str | None, alone: bool = False
) -> tuple[tuple[Reading, ...], bool]:
    """The answers with one more, and whether the candidate is decided by it.

    `alone`: one answer is enough whatever the regime says. Raises ReadBefore; also where people
    sign in and this answer is of an office that nobody signed in for: who chooses an office may
    be the same person again.
    """
    given = (*waiting.readings, mine)
    on = datetime.fromisoformat(mine.at).date()
    if alone or not needs_two(waiting, institution, on=on):
        return given, True
    if accounts.exist() and not mine.person.startswith(SIGNED_IN):
        raise ReadBefore(
            "Two people read this, and here people sign in: an office that is only named may be "
            "the same person again. Sign in on the site and answer it at “To confirm”."
        )
    if len(given) == 1:
        return given, False
    if len(given) == 2:
        if waiting.readings[0].person == mine.person:
            raise ReadBefore(
                "You have answered this. The regime asks for a second reader: another person "
                "answers it next."
            )
        return given, not differences(waiting, given)
    if not mine.reason.strip():
        raise ReadBefore("Two readers differ. Say why this answer stands: give a reason.")
    return given, True


def needs_two(found: Candidate, institution: str | None, *, on: date) -> bool:
    """Does the regime of an institution ask for two readers of this kind on a day, or of one that
    the same words were read as before? No one person takes a reading from two by another kind."""
    if not institution:
        return False
    asked = catalogue.regime_of(institution, on=on).two_readers
    return found.kind in asked or any(kind in asked for kind in _before(found))


def _before(found: Candidate) -> Iterator[str]:
    """The kinds that the words of a reading were read as before a person chose this one."""
    if found.rule == review.BY_HAND:
        quote = found.record["quote"]
        for one in review.of(found.document):
            if one.state == "recast" and one.record["quote"]["exact"] == quote["exact"]:
                yield one.kind


def differences(waiting: Candidate, given: tuple[Reading, ...]) -> tuple[Difference, ...]:
    """Where the first two answers differ: in what is decided, or in what a field should be."""
    first, second = given[:2]
    rejected = [one.state == "rejected" for one in (first, second)]
    if rejected[0] != rejected[1]:
        return (Difference("decision", _words(first), _words(second)),)
    if all(rejected):
        return ()
    names = dict.fromkeys((*first.fields, *second.fields))
    read = waiting.record["fields"]
    pairs = (
        (n, first.fields.get(n, read.get(n)), second.fields.get(n, read.get(n))) for n in names
    )
    return tuple(Difference(name, one, other) for name, one, other in pairs if one != other)


def _words(one: Reading) -> str:
    if one.state == "rejected":
        return f"reject it: {one.reason}"
    return "accept it as read" if one.state == "accepted" else "accept it corrected"

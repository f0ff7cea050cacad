"""Rows that a log calls superseded, set aside at once: each under what its row names, or alone.

A word of a log closes nothing. A person reads the rows and says why they are not followed any
more; each is then superseded, as a duplicate is, and can be followed again.
"""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from answerable.ledger.register import Register
from answerable.scrutiny.plans import duplicates
from answerable.scrutiny.plans.log_number import known_as
from answerable.scrutiny.plans.plans import NotPossible
from answerable.scrutiny.standing import Progress
from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.identity import slug
from answerable.vocabulary.language import say

_LOG = "/log/"
_NUMBER = re.compile(r"[^\W_]+(?:[/.-][^\W_]+)+|\d+")
"""A number of a log as it stands in a sentence: `AF/484`, `26-005`, `12`."""
_ZEROS = re.compile(r"(?<!\d)0+(?=\d)")


@dataclass(frozen=True, slots=True)
class Row:
    """An open action, its number in the log, what its status says, and what it names instead.

    `said`: the word says nothing by itself, and a person said that it means this.
    """

    item: Progress
    number: str
    status: str
    into: str = ""
    said: bool = False


def without_number(status: str) -> str:
    """A status without the number that it names, to count those that say the same.

    >>> without_number("Superseded - see AF/484"), without_number("Merged with 24/011")
    ('Superseded - see …', 'Merged with …')
    """
    return _NUMBER.sub("…", status)


def rows(
    register: Register, items: Iterable[Progress], *, said: Collection[str] = ()
) -> tuple[Row, ...]:
    """Each open action that its log sets aside, with the one open action that it names instead.

    `said`: other statuses, in small letters, of which a person said that they mean the same.
    """
    found = [
        item
        for item in items
        if item.open
        and (item.log_calls or " ".join((item.log_status or "").split()).casefold() in said)
    ]
    aside = {item.reference for item in found}
    numbers = _numbers(register)
    return tuple(
        Row(
            item,
            known_as(register, item.reference) or item.reference.rpartition("/")[2],
            item.log_status or "",
            _named(register, item, numbers, besides=aside),
            said=not item.log_calls,
        )
        for item in found
    )


def set_aside(register: Register, among: Sequence[Row], *, reason: str, on: date) -> list[Fact]:
    """Each superseded from a day on; followed under the action that its row names, if it does."""
    made: list[Fact] = []
    for row in among:
        stream = row.item.reference
        since = max(on, row.item.first.fact.valid.start)
        if row.into:
            made += duplicates.merge(
                register, stream=stream, into=row.into, reason=reason, on=since
            )
        else:
            made.append(duplicates.supersede(register, stream=stream, reason=reason, on=since))
    if not made:
        raise NotPossible(say("Tick at least one action."))
    return made


def _numbers(register: Register) -> Mapping[str, Sequence[str]]:
    """Number, as a reference has it -> the actions of logs that have it."""
    found: dict[str, list[str]] = {}
    for stream in register.streams(under="action/"):
        if _LOG in stream:  # by its reference, for a row whose words are marked shows no number
            found.setdefault(_plain(stream.rpartition("/")[2]), []).append(stream)
    return found


def _named(
    register: Register,
    item: Progress,
    numbers: Mapping[str, Sequence[str]],
    *,
    besides: set[str],
) -> str:
    """The one open action that the status names; none where it is set aside itself."""
    named = {
        stream
        for number in _NUMBER.findall(item.log_status or "")
        for stream in numbers.get(_plain(number), ())
        if stream not in besides
    }
    if len(named) != 1:
        return ""
    (stream,) = named
    return stream if duplicates.is_open(register, stream) and stream != item.reference else ""


def _plain(number: str) -> str:
    """`AF/088` and `AF/88` are one number of a log, `af-88` in a reference."""
    return _ZEROS.sub("", slug(number))

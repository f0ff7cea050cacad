"""What kind of document it is, whose it is and how its headings are to be taken.

A profile is data, made from a table of `catalogue/sources` by `from_toml` and handed in.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from answerable.reading.signs import Sign, sign
from answerable.vocabulary.refusal import Refusal

_TYPE_WORDS = (
    "inspection-report inspection-letter press-release statutory-response statement agenda minutes"
    " action-log register plan decision funding news other"
)
TYPES = tuple(_TYPE_WORDS.split())
_P = TypeVar("_P")
ENOUGH = 2.0


class BadProfile(Refusal):
    """A profile table that cannot be used."""

    code = "bad-profile"


@dataclass(frozen=True, slots=True)
class Profile:
    """How one kind of source writes. `titles`, `phrases` and `headings` are patterns."""

    id: str
    type: str
    hosts: tuple[str, ...] = ()
    titles: tuple[Sign, ...] = ()
    phrases: tuple[Sign, ...] = ()
    headings: tuple[tuple[re.Pattern[str], str], ...] = ()
    scale: str | None = None
    publishers: tuple[str, ...] = ()
    month_first: bool = False


@dataclass(frozen=True, slots=True)
class Choice:
    """The profile chosen, and how sure (0 to 1)."""

    profile: Profile
    confidence: float


OTHER = Profile(id="other", type="other")


def from_toml(table: Mapping[str, Any]) -> Profile:
    """A profile from a parsed table of `catalogue/sources/*.toml`."""
    identity = table.get("id")
    if not isinstance(identity, str) or table.get("type") not in TYPES:
        message = (
            f"A source profile needs an id and a type out of: {', '.join(TYPES)}. "
            f"This one has id {identity!r} and type {table.get('type')!r}."
        )
        raise BadProfile(message)
    matches = table.get("matches", {})
    return Profile(
        id=identity,
        type=str(table["type"]),
        hosts=tuple(matches.get("host", ())),
        titles=_made(identity, sign, matches.get("titles", ())),
        phrases=_made(identity, sign, matches.get("phrases", ())),
        headings=tuple(
            zip(
                _made(identity, _heading, table.get("headings", {})),
                map(str, table.get("headings", {}).values()),
                strict=True,
            )
        ),
        scale=table.get("scale"),
        publishers=tuple(matches.get("publishers", ())),
        month_first=table.get("date_order") == "mdy",
    )


def _heading(words: str) -> re.Pattern[str]:
    return re.compile(words, re.IGNORECASE | re.MULTILINE)


def _made(identity: str, make: Callable[[str], _P], words: Iterable[str]) -> tuple[_P, ...]:
    try:
        return tuple(map(make, words))
    except re.error as error:
        message = f"The source profile {identity} has a pattern that cannot be read: {error}."
        raise BadProfile(message) from error


def choose(
    profiles: Sequence[Profile],
    *,
    text: str,
    title: str | None,
    publisher: str | None,
    source: str | None,
) -> Choice:
    """The profile with the most marks in its favour; `other` where none has enough.

    A host or publisher counts 2, a title 2, each phrase in the first 6,000 characters 1.
    """
    head = text[:6000]
    first = (title or "") + "\n" + text[:90]
    small, first_small = head.lower(), first.lower()
    scored = []
    for place, profile in enumerate(profiles):
        score = 0.0
        if source and any(host in source for host in profile.hosts):
            score += 2
        if publisher and publisher in profile.publishers:
            score += 2
        score += 2 * sum(one.stands_in(first, first_small) for one in profile.titles)
        score += sum(one.stands_in(head, small) for one in profile.phrases)
        scored.append((score, -place, profile))
    if not scored:
        return Choice(OTHER, 0.0)
    best = max(scored, key=lambda one: (one[0], one[1]))
    if best[0] < ENOUGH:
        return Choice(OTHER, 0.0)
    second = max((one[0] for one in scored if one[2].id != best[2].id), default=0.0)
    return Choice(best[2], round(best[0] / (best[0] + second + 1), 2))

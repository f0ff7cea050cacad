"""Which facts of a register are about one subject: by theme, by link, by item of a session.

A theme is a short key (`soc`). A fact is about it when it says so (`theme`, `about`), when its
stream names it (`hmicfrs/2023/west-mercia/soc/recommendation/2`), when it answers a finding
that is, or when it belongs to an item of a session that is.
"""

from dataclasses import dataclass
from functools import cached_property

from answerable.ledger.register import Register, Version
from answerable.scrutiny.answering import answered
from answerable.vocabulary.facts import (
    ActionPromised,
    AnswerGiven,
    AssuranceJudged,
    FindingPublished,
    ItemTaken,
    MeetingHeld,
    PlanAdopted,
    QuestionAsked,
)


@dataclass(frozen=True)
class Subject:
    """One theme in one register."""

    register: Register
    theme: str

    @cached_property
    def versions(self) -> tuple[Version, ...]:
        """Every version about the theme, in the order of the record."""
        return tuple(v for v in self.register.versions if self.holds(v))

    @cached_property
    def streams(self) -> frozenset[str]:
        """Streams about the theme: by name, by what they say, or by what they answer."""
        named = {
            v.fact.stream
            for v in self.register.versions
            if _names(v.fact.stream, self.theme)
            or (isinstance(v.fact, FindingPublished) and v.fact.theme == self.theme)
        }
        linked = answered(self.register)
        for version in self.register.versions:
            fact = version.fact
            if not isinstance(fact, PlanAdopted | ActionPromised):
                continue
            if named & {*(fact.answers or ()), *linked.get(fact.stream, ())}:
                named.add(fact.stream)
        return frozenset(named)

    @cached_property
    def items(self) -> tuple[ItemTaken, ...]:
        """Items of sessions that took the subject."""
        return tuple(item for item in self.register.of(ItemTaken) if self._told(item.about))

    @cached_property
    def meetings(self) -> frozenset[str]:
        """Sessions in which the subject was taken, by stream."""
        return frozenset(item.meeting for item in self.items if item.meeting)

    def holds(self, version: Version) -> bool:
        """Is this version about the theme?"""
        fact = version.fact
        if fact.stream in self.streams:
            return True
        match fact:
            case MeetingHeld():
                return fact.stream in self.meetings
            case QuestionAsked() | AssuranceJudged():
                return self._in_item(meeting=fact.meeting, item=fact.item, stream=fact.stream)
            case AnswerGiven():
                return self._in_item(meeting=None, item=None, stream=fact.stream)
        return self._told(getattr(fact, "about", None))

    def _told(self, about: object) -> bool:
        named = about if isinstance(about, tuple) else (about,)
        return any(name == self.theme or name in self.streams for name in named if name)

    def _in_item(self, *, meeting: str | None, item: str | None, stream: str) -> bool:
        """Under the item's own stream, or naming its session and its number."""
        parts = stream.split("/")
        under = any("/".join(parts[:n]) in self._taken for n in range(1, len(parts) + 1))
        return under or bool(meeting and (meeting, item) in self._numbered)

    @cached_property
    def _taken(self) -> frozenset[str]:
        """The streams of the items."""
        return frozenset(taken.stream for taken in self.items)

    @cached_property
    def _numbered(self) -> frozenset[tuple[str | None, str | None]]:
        """The items by session and number, and by session and stream."""
        return frozenset(
            (taken.meeting, name) for taken in self.items for name in (taken.number, taken.stream)
        )


def subject_of(register: Register, theme: str) -> Subject:
    """The theme in a register, looked through once."""
    return register.once((Subject, theme), lambda: Subject(register, theme))


def _names(stream: str, theme: str) -> bool:
    """Does a part of the stream name the theme: `soc`, or `soc-delivery-plan`?"""
    return any(f"-{theme}-" in f"-{part}-" for part in stream.split("/"))

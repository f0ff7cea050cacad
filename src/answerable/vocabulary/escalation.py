"""EscalationLadder, LadderStep, FindingSource: what a regime says of moving up, and of sources.

Both are data of a regime's file (`[[ladder]]`, `[[finding_source]]`), because no law that we
know sets a ladder, and each source of findings has its own states and its own clock.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, get_args

from answerable.vocabulary import regime_keys as keys

Trigger = Literal["overdue", "moved", "unanswered"]
"""Days after the due date; times a date moved; days from publication without plan or answer."""


@dataclass(frozen=True, slots=True)
class LadderStep:
    """One step: from `after` days or times on, the matter goes to an office."""

    id: str
    words: str
    to: str
    after: int


@dataclass(frozen=True, slots=True)
class EscalationLadder:
    """A ladder that matters of one kind move up, lowest step first."""

    id: str
    words: str
    trigger: Trigger
    source: str
    steps: tuple[LadderStep, ...]

    def step(self, step_id: str) -> LadderStep | None:
        """A step by its id."""
        return next((s for s in self.steps if s.id == step_id), None)

    def order(self, step_id: str | None) -> int:
        """Position of a step, from 0; -1 for none of them."""
        return next((n for n, s in enumerate(self.steps) if s.id == step_id), -1)

    def reached(self, count: int) -> LadderStep | None:
        """The highest step that so many days or times reach."""
        return next((s for s in reversed(self.steps) if count >= s.after), None)


@dataclass(frozen=True, slots=True)
class FindingSource:
    """Where findings come from. `states` are the source's own words, in their order.

    `answer_days` None: no period to answer is on record; `clock` says why, or whose it is.
    `law` names the provision that sets the days, in words; “” where none is held. `other_owners`
    says that no list holds everybody who may make one: an auditor, a coroner, a committee.
    """

    key: str
    words: str
    owner: str
    states: tuple[str, ...]
    answer_days: int | None
    counts_first_day: bool
    clock: str
    source: str
    law: str = ""
    other_owners: bool = False


def ladders(raw: Mapping[str, Any], name: str) -> tuple[EscalationLadder, ...]:
    """The ladders of a regime's file, checked."""
    return tuple(_ladder(item, name) for item in keys.tables(raw, "ladder", name))


def finding_sources(raw: Mapping[str, Any], name: str) -> tuple[FindingSource, ...]:
    """The sources of findings of a regime's file, checked."""
    return tuple(_source(item, name) for item in keys.tables(raw, "finding_source", name))


def _ladder(raw: Mapping[str, Any], name: str) -> EscalationLadder:
    words = ("id", "words", "source")
    keys.exactly(raw, frozenset({*words, "trigger", "step"}), frozenset(), name)
    if raw["trigger"] not in get_args(Trigger):
        raise keys.wrong(name, "ladder.trigger", f"one of {', '.join(get_args(Trigger))}")
    steps = tuple(_step(item, name) for item in keys.tables(raw, "step", name))
    if not steps or [s.after for s in steps] != sorted({s.after for s in steps}):
        raise keys.wrong(name, "ladder.step.after", "larger at each step")
    return EscalationLadder(
        **{key: keys.text(raw, key, name) for key in words}, trigger=raw["trigger"], steps=steps
    )


def _step(raw: Mapping[str, Any], name: str) -> LadderStep:
    keys.exactly(raw, frozenset({"id", "words", "to", "after"}), frozenset(), name)
    return LadderStep(
        id=keys.text(raw, "id", name),
        words=keys.text(raw, "words", name),
        to=keys.text(raw, "to", name),
        after=keys.whole(raw, "after", name),
    )


def _source(raw: Mapping[str, Any], name: str) -> FindingSource:
    words = ("key", "words", "owner", "clock", "source")
    optional = frozenset({"answer_days", "counts_first_day", "law", "other_owners"})
    keys.exactly(raw, frozenset({*words, "states"}), optional, name)
    states = raw["states"]
    if not isinstance(states, list) or not all(isinstance(s, str) and s for s in states):
        raise keys.wrong(name, "finding_source.states", "a list of words, in their order")
    return FindingSource(
        **{key: keys.text(raw, key, name) for key in words},
        states=tuple(states),
        answer_days=keys.whole(raw, "answer_days", name) if "answer_days" in raw else None,
        counts_first_day=raw.get("counts_first_day", False) is True,
        law=keys.text(raw, "law", name) if "law" in raw else "",
        other_owners=raw.get("other_owners", False) is True,
    )

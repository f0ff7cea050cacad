"""A target that an oversight body set for a measure: how much, by whom, when, where that stands.

What a target says of a chart is its assurance: met as a rule, missed as a rule, or met and missed
by chance.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from answerable.vocabulary import measure_keys as keys

_KEYS = frozenset({"bodies", "value", "set_by", "set_on", "source"})


@dataclass(frozen=True, slots=True)
class Target:
    """`value` is in the unit of the measure: at most that where less is better, else at least.

    It holds from `set_on` on, until a newer one for the same body. `source` says where it stands.
    """

    bodies: tuple[str, ...]  # `("*",)` is every body
    value: float
    set_by: str
    set_on: date
    source: str

    def concerns(self, body_id: str) -> bool:
        """Was it set for this body?"""
        return "*" in self.bodies or body_id in self.bodies


def targets_of(raw: Any, direction: str, name: str) -> tuple[Target, ...]:
    """The tables `[[target]]` of the measure called `name`, oldest first.

    Raises MeasureRefused (`wrong_value`, `unknown_key`, `missing_key`).

    >>> targets_of([], "decrease", "thefts")
    ()
    """
    if not isinstance(raw, list):
        raise keys.wrong(name, "target", "written as [[target]]")
    if raw and direction == "neutral":
        raise keys.wrong(name, "target", "left out where neither direction is better")
    found = []
    for item in raw:
        table = keys.table(item, "target", name)
        keys.exactly(table, _KEYS, name)
        bodies = table["bodies"]
        if not isinstance(bodies, list) or not bodies:
            raise keys.wrong(name, "bodies", 'a list of bodies, or ["*"] for all')
        found.append(
            Target(
                bodies=tuple(str(body) for body in bodies),
                value=keys.number(table, "value", name, above=-1e300),
                set_by=keys.text(table, "set_by", name),
                set_on=keys.day(table, "set_on", name),
                source=keys.text(table, "source", name),
            )
        )
    return tuple(sorted(found, key=lambda one: one.set_on))

"""Which findings an action answers: as it was promised, and as it was linked since.

A log that is imported before its report names findings that the record does not hold yet. Once
the report is there, a person confirms the link; the promise itself stays as it was recorded.
"""

from collections.abc import Mapping
from typing import Final

from answerable.ledger.register import Register
from answerable.vocabulary.facts import ActionPromised, FindingLinked

ANSWERS: Final = "answers"
"""The kind of a link from an action to a finding."""


def answered(register: Register) -> Mapping[str, tuple[str, ...]]:
    """Action -> the findings that it answers, each once, in the order in which they were named."""
    return register.once(answered, lambda: _read(register))


def _read(register: Register) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = {}
    for version in register.versions_of(ActionPromised):
        named = version.fact.get("answers") or ()
        found.setdefault(version.fact.stream, {}).update(dict.fromkeys(named))
    for version in register.versions_of(FindingLinked):
        fact = version.fact
        if fact.get("kind") == ANSWERS and fact.stream in found and fact.get("other"):
            found[fact.stream][str(fact.get("other"))] = None
    return {stream: tuple(named) for stream, named in found.items()}

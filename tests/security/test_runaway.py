"""No pattern of the program can be made to take exponential time.

`regexploit` (Doyensec) looks for two repeats beside or within one another that match the same
letters. Where a pattern is new and the text hostile, this finds what the texts of
`tests/reading/test_linear` do not happen to hold.
"""

import importlib
import pkgutil
import re
from collections.abc import Iterator
from functools import cache

import pytest
from regexploit.ast.sre import SreOpParser
from regexploit.redos import find

import answerable
from answerable.reading.worded import Forms, worded

Pattern = re.Pattern[str] | re.Pattern[bytes]
EXPONENTIAL = 10
"""Stars of a finding from which on `regexploit` calls it exponential; below, a polynomial."""
PARTS = 16
MODULES = sorted(
    one.name
    for one in pkgutil.walk_packages(answerable.__path__, "answerable.")
    if not one.name.endswith("__main__")
)


def patterns(held: object, seen: set[int]) -> Iterator[Pattern]:
    """Those in a value, its items and its attributes; each once."""
    if id(held) in seen:
        return
    seen.add(id(held))
    if isinstance(held, re.Pattern):
        yield held
    elif isinstance(held, dict):
        for one in (*held, *held.values()):
            yield from patterns(one, seen)
    elif isinstance(held, list | tuple | set | frozenset):
        for one in held:
            yield from patterns(one, seen)
    elif type(held).__module__.startswith(answerable.__name__):
        slots = getattr(type(held), "__slots__", ())
        for one in (*getattr(held, "__dict__", {}).values(), *(getattr(held, n) for n in slots)):
            yield from patterns(one, seen)


@cache
def all_patterns() -> list[Pattern]:
    held = [vars(importlib.import_module(name)) for name in MODULES]
    return sorted(set(patterns(held, set())), key=lambda one: repr(one.pattern))


class Parser(SreOpParser):  # type: ignore[misc]  # it has no types
    """Possessive repeats and atomic groups, which Python has since 3.11, seen as common ones."""

    from_POSSESSIVE_REPEAT = SreOpParser.from_MAX_REPEAT

    def from_ATOMIC_GROUP(self, held: object) -> object:
        return self.sequence_or_singleton(held)


def runs_away(pattern: Pattern) -> bool:
    found = find(Parser().parse_sre(pattern.pattern, pattern.flags))
    return any(one.starriness >= EXPONENTIAL for one in found)


def test_a_runaway_pattern_is_seen_wherever_it_is_kept() -> None:
    kept = {"forms": Forms([("one", worded("a|b", r"\b(?:a+|b)+(?:c|a+)+$"))])}
    assert [runs_away(one) for one in patterns(kept, set())] == [True]


@pytest.mark.parametrize("part", range(PARTS))
def test_no_pattern_runs_away(part: int) -> None:
    known = all_patterns()
    assert len(known) > 2000
    assert [one.pattern for one in known[part::PARTS] if runs_away(one)] == []

"""Harmless numbers that together give a restricted one: by sum, difference or ratio."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from answerable.publishing.sensitivity.counts import mentions
from answerable.publishing.sensitivity.model import LAW_ENFORCEMENT, Held, Known, Passage, Subjects
from answerable.publishing.sensitivity.numbers import cleaned, numbers
from answerable.publishing.sensitivity.plain import plain, sentences

_PEOPLE = frozenset(
    (
        *("officer", "officers", "staff", "people", "persons", "posts", "post", "employees"),
        *("detectives", "researchers", "vacancies", "vacant", "filled", "full", "places"),
        *("managers", "supervisors", "headcount", "fte", "roles", "investigators", "others"),
        *("sergeants", "constables", "inspectors", "trained", "untrained", "in", "of", "are"),
    )
)
_ABOUT = re.compile(
    r"organi[sz]ed crime|\bSOC\b|intelligence|\bgroups?\b|responsible|disrupt|FOURP|\b4Ps?\b",
    re.IGNORECASE,
)
_MOST = 40
"""Numbers of one subject compared with each other; more are cut, the first kept."""
_WITHIN = 0.005
_SMALLEST = 3


@dataclass(frozen=True, slots=True)
class _Said:
    passage: Passage
    sentence: str
    value: float
    noun: str
    share: bool


def mosaic(
    passages: Sequence[Passage], subjects: Subjects, known: Sequence[Known]
) -> Iterator[Held]:
    """Two numbers about one unit's staff; and numbers that give one our record restricts."""
    yield from _units(passages, subjects)
    if known:
        yield from _gives(_said(passages), known)


def _units(passages: Sequence[Passage], subjects: Subjects) -> Iterator[Held]:
    for unit in subjects.units:
        found: dict[float, tuple[Passage, str]] = {}
        for passage in passages:
            text = plain(passage.text)
            if not mentions(unit, text):
                continue
            near = 0
            for sentence in sentences(text):
                near = _REACH if mentions(unit, sentence) else near - 1
                if near < 0:
                    continue
                for number in numbers(cleaned(sentence)):
                    if number.noun in _PEOPLE or number.share:
                        found.setdefault(number.value, (passage, sentence))
        if len(found) > 1:
            (first, _), (second, words), *_ = found.values()
            where = second.where if first == second else f"{second.where} with {first.where}"
            yield Held(
                what="two numbers about the staff of one unit",
                where=where,
                words=words,
                why=f"Together they give a part of {unit.words} by sum, difference or ratio.",
                ground=unit.ground,
            )


_REACH = 2


def _said(passages: Sequence[Passage]) -> list[_Said]:
    found = []
    for passage in passages:
        text = plain(passage.text)
        if not _ABOUT.search(text):
            continue
        for sentence in sentences(text):
            for number in numbers(cleaned(sentence)):
                found.append(_Said(passage, sentence, number.value, number.noun, number.share))
    return found[:_MOST]


def _gives(said: list[_Said], known: Sequence[Known]) -> Iterator[Held]:
    for one in known:
        if one.value < _SMALLEST:
            continue
        for first, second in combinations(said, 2):
            if first.passage.where == second.passage.where and first.sentence == second.sentence:
                pass
            if way := _way(first, second, one.value):
                yield Held(
                    what=f"two numbers that give {one.words}",
                    where=f"{second.passage.where} with {first.passage.where}",
                    words=second.sentence,
                    why=f"Each is harmless alone; by {way} they give a number that is restricted.",
                    ground=LAW_ENFORCEMENT,
                )
                break


def _way(first: _Said, second: _Said, value: float) -> str:
    a, b = first.value, second.value
    if a + b == value:
        return "sum"
    if abs(a - b) == value:
        return "difference"
    if first.share != second.share:
        share, whole = (a, b) if first.share else (b, a)
        if abs(share * whole / 100 - value) <= max(value * _WITHIN, 0.5):
            return "ratio"
    return ""

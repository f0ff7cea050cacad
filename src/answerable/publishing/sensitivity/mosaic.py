"""Harmless numbers that together give a restricted one: by sum, difference or ratio."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from answerable.publishing.sensitivity.counts import mentions
from answerable.publishing.sensitivity.model import (
    LAW_ENFORCEMENT,
    Held,
    Known,
    Passage,
    Subject,
    Subjects,
)
from answerable.publishing.sensitivity.numbers import cleaned, numbers
from answerable.publishing.sensitivity.plain import in_lines, plain, sentences, tokens

_PEOPLE = frozenset(
    (
        *("officer", "officers", "staff", "people", "persons", "posts", "post", "employees"),
        *("detectives", "researchers", "vacancies", "vacant", "filled", "full", "places"),
        *("managers", "supervisors", "headcount", "fte", "roles", "investigators", "others"),
        *("sergeants", "constables", "inspectors", "trained", "untrained", "whom", "strong"),
        *[
            "di",
            "dis",
            "ds",
            "dss",
            "dc",
            "dcs",
            "pc",
            "pcs",
            "ps",
            "dci",
            "sergeant",
            "inspector",
        ],
    )
)
_WORKS = frozenset(
    (
        *("in", "of", "are", "own", "owns", "have", "hold", "holds", "lead", "were", "work"),
        *("works", "to"),
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
_LEAST_OF_THREE = 6
"""Smaller numbers are the sum of some three others on any page."""
_TWO = 2
_REACH = 2
"""Sentences after the one that names a unit in which its staff may be meant."""
_IN_WORDS = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty|dozen|half"
    r"|third|quarters?|hundred)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Said:
    passage: Passage
    sentence: str
    value: float
    share: bool


def concerns(passage: Passage, subjects: Subjects) -> bool:
    """Does a passage give a number about a field of work in which numbers add up?"""
    text = plain(passage.text)
    if not any(sign.isdigit() for sign in text) and not _IN_WORDS.search(text):
        return False
    return _ABOUT.search(text) is not None or any(mentions(unit, text) for unit in subjects.units)


def mosaic(
    passages: Sequence[Passage],
    subjects: Subjects,
    known: Sequence[Known],
    beside: Sequence[Passage] = (),
) -> Iterator[Held]:
    """Two numbers about one unit's staff; and numbers that give one our record restricts.

    At least one of the numbers is from `passages`; the others may be from `beside` too.
    """
    yield from _units(passages, subjects, beside)
    if known:
        said = _said(passages)
        yield from _gives(said, [*said, *_said(beside)], known)


def _units(
    passages: Sequence[Passage], subjects: Subjects, beside: Sequence[Passage]
) -> Iterator[Held]:
    for unit in subjects.units:
        before = _of_unit(beside, unit)
        found = {v: at for v, at in _of_unit(passages, unit).items() if v not in before}
        if not found or len(found) + len(before) < _TWO:
            continue
        (second, words), *_ = reversed(found.values())
        (first, _), *_ = [*found.values()][:-1] or before.values()
        where = second.where if first == second else f"{second.where} with {first.where}"
        yield Held(
            what="two numbers about the staff of one unit",
            where=where,
            words=words,
            why=f"Together they give a part of {unit.words} by sum, difference or ratio.",
            ground=unit.ground,
        )


def _of_unit(passages: Sequence[Passage], unit: Subject) -> dict[float, tuple[Passage, str]]:
    """Each number about the staff of a unit, with where it is said first."""
    found: dict[float, tuple[Passage, str]] = {}
    for passage in passages:
        text = plain(passage.text)
        if not mentions(unit, text):
            continue
        near, last = 0, -1
        for sentence, line in zip(*in_lines(text), strict=True):
            near = _REACH if mentions(unit, sentence) else near - 1 if line == last else -1
            last = line
            if near < 0:
                continue
            words = tokens(cleaned(sentence).lower())
            for number in numbers(cleaned(sentence)):
                about = {*words[max(0, number.at - 2) : number.at + 4]}
                if number.share or number.noun in _WORKS or _PEOPLE & about:
                    found.setdefault(number.value, (passage, sentence))
    return found


def _said(passages: Sequence[Passage]) -> list[_Said]:
    found: list[_Said] = []
    for passage in passages:
        text = plain(passage.text)
        if not _ABOUT.search(text):
            continue
        for sentence in sentences(text):
            for number in numbers(cleaned(sentence)):
                part = 0 < number.value < 1  # “half of the posts”
                value = number.value * 100 if part else number.value
                found.append(_Said(passage, sentence, value, number.share or part))
    return found[:_MOST]


def _gives(said: list[_Said], every: list[_Said], known: Sequence[Known]) -> Iterator[Held]:
    """For each restricted number the first numbers, one of them new, that give it."""
    others = every[: 2 * _MOST]
    for one in known:
        if one.value < _SMALLEST:
            continue
        for first in said:
            if given := _ways(first, [o for o in others if o is not first], one.value):
                way, with_ = given
                yield Held(
                    what=f"{'three' if with_[1:] else 'two'} numbers that give {one.words}",
                    where=" with ".join(dict.fromkeys(s.passage.where for s in (first, *with_))),
                    words=first.sentence,
                    why=f"Each is harmless alone; by {way} they give a number that is restricted.",
                    ground=LAW_ENFORCEMENT,
                )
                break


def _ways(first: _Said, others: list[_Said], value: float) -> tuple[str, tuple[_Said, ...]] | None:
    for second in others:
        if way := _way(first, second, value):
            return way, (second,)
    if value < _LEAST_OF_THREE:
        return None
    values = {o.value: o for o in others if not o.share}
    for second in others:
        if first.share or second.share:
            continue
        if (third := values.get(value - first.value - second.value)) and third is not second:
            return "sum", (second, third)
        if (third := values.get(first.value - second.value - value)) and third is not second:
            return "difference", (second, third)
    return None


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

"""Causes of concern that a paper names by what they are about.

"The cause of concern about vetting has been lifted", "two causes of concern, on custody and on
the use of dogs", "three causes of concern. These relate to A, B and C", "the second, vetting, is
open", "inspectors named vetting as a cause of concern": the concern is what it is about, without
the sentence round it. Reports and letters of an inspectorate state theirs in sentences.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from answerable.reading.clauses import Passage
from answerable.reading.findings.causes import cause_about_forms as form
from answerable.reading.findings.causes import cause_words as say
from answerable.reading.findings.causes.cause_records import concern
from answerable.reading.findings.falling_short import FALLS_SHORT
from answerable.reading.material import Material
from answerable.reading.numbers import value
from answerable.reading.records import Record

_STATED_ONLY = ("inspection-report", "inspection-letter")
_LONG = 600  # characters of a sentence
_LEAST = 4


def records(material: Material) -> Iterator[Record]:
    """One concern for each thing that a sentence says a cause of concern to be about."""
    kind = material.profile.type
    if kind == "agenda" or not form.SPOKEN_OF.search(material.text):
        return
    counted = 0
    for passage in (*material.passages, *material.cells):
        if passage.kind in ("heading", "row") or passage.section in ("definitions", "attendance"):
            continue
        words = material.text[passage.start : passage.end]
        if len(words) > _LONG or words.endswith("?"):
            counted = 0
            continue
        spans = _clauses(words) if kind in _STATED_ONLY else _spans(words, counted)
        for span in spans:
            yield _record(material, passage, span)
        counted = _counted(words)


def _counted(words: str) -> int:
    """How many causes of concern a sentence counts, or 0."""
    for term in form.TERM.finditer(words):
        if number := _number(words[: term.start()]):
            return number
    return 0


def _number(before: str) -> int:
    found = form.COUNT.search(before[-60:].rstrip())
    if found is None:
        return 0
    said = found["n"] or ""
    return 2 if said.lower() == "both" else (value(said) or 0) if said else 0


def _spans(words: str, counted: int) -> Iterator[tuple[int, int]]:
    """Where the phrases stand. `counted`: the causes that the sentence above counts."""
    if counted and (these := form.THESE.match(words)) is not None:
        yield from _parts(words, these.span("all"), counted)
        return
    terms = list(form.TERM.finditer(words))
    if not terms and form.BY_INSPECTORS.search(words):
        terms = list(form.CONCERNS.finditer(words))
    if not terms or say.DEFINES.search(words) or not form.SAYS.search(words):
        return
    for term in terms:
        before = words[: term.start()]
        if form.DENIED.search(before[-70:]):
            continue
        if "for concern" in term.group().lower() and not form.BY_INSPECTORS.search(words):
            continue
        number = _number(before) if _plural(term.group()) else 1
        if (led := form.LED.match(words, term.end())) is not None:
            if not _goes_on(words, led.end()):
                yield from _parts(words, led.span("all"), number)
        elif (stated := _stated(words, term)) is not None:
            yield from _parts(words, stated, number)
        elif (named := form.NAMED.search(before)) is not None:
            yield from _parts(words, named.span("all"), 1)


def _clauses(words: str) -> Iterator[tuple[int, int]]:
    """The clause that an inspectorate's own sentence gives behind the term and a colon."""
    for term in form.TERM.finditer(words, form.NO_LABEL):
        stated = _stated(words, term)
        if stated is not None and FALLS_SHORT.search(words, *stated):
            yield stated


_DENIES = re.compile(r"\b(?:not|never|nobody|no one|nor)\b", re.IGNORECASE)


def _plural(term: str) -> bool:
    return "causes" in term.lower() or term.rstrip("”’\"'").lower().endswith("s")


def _goes_on(words: str, at: int) -> bool:
    """Whether it goes on to say what falls short: then the whole sentence is the concern."""
    if _WHERE.match(words, at) is None and not (
        words.startswith(": ", at) and FALLS_SHORT.search(words, at)
    ):
        return False
    return say.told(words, inspection=False) is not None


_WHERE = re.compile(r", (?:(?:where|because|as|since|in which) |with [^,.;]{3,40}ing\b)")


def _stated(words: str, term: re.Match[str]) -> tuple[int, int] | None:
    """What stands beside the term: a clause that falls short, or the name of a subject."""
    for pattern in (form.STATED, form.APPOSED):
        match = pattern.match(words, term.end())
        if match is None or form.NO_SUBJECT.match(match["all"]):
            continue
        said = match["all"]
        short = FALLS_SHORT.search(said) or _DENIES.search(said)
        if (pattern is form.STATED and short) or not form.SAYS.search(said):
            return match.span("all")
    return None


def _parts(words: str, span: tuple[int, int], number: int) -> Iterator[tuple[int, int]]:
    """The parts of a phrase that names `number` concerns; one where it cannot be parted so."""
    start, end = span
    joints = cuts(words, start, end, number) if number != 1 else []
    if joints:
        at = start
        for cut in [*joints, (end, end)]:
            yield from _one(words, at, cut[0])
            at = cut[1]
    elif number < _SEVERAL:  # of several that it does not part it says too little
        comma = -1 if FALLS_SHORT.search(words, start, end) else words.find(", ", start, end)
        yield from _one(words, start, comma if number and comma > 0 else end)


_SEVERAL = 2


def cuts(words: str, start: int, end: int, number: int) -> list[tuple[int, int]]:
    """Where a list in a stretch of words is cut into `number` parts; none: it is no such list.

    `number` 0 stands for as many as a list shows. Each cut is the place of its joint.
    """
    if not number and form.HOW.match(words, start, end):
        return [one.span() for one in form.HOW_JOINT.finditer(words, start, end)]
    for joint in (form.JOINT, form.STRONG_JOINT):
        found = [one.span() for one in joint.finditer(words, start, end)]
        if found and (len(found) == number - 1 or (not number and _list(words, joint, found))):
            return found
    commas = [one.span() for one in form.COMMA.finditer(words, start, end)]
    if commas and len(commas) == number - _SEVERAL:  # "vetting, custody and stop and search"
        last = words.find(" and ", commas[-1][1], end)
        return [*commas, (last, last + len(" and "))] if last > 0 else []
    return []


def _list(words: str, joint: re.Pattern[str], found: list[tuple[int, int]]) -> bool:
    """Whether parts that nothing counts are a list: three or more, or "about" before each."""
    return len(found) > 1 or (
        joint is form.STRONG_JOINT and form.PREP.match(words, found[0][1]) is not None
    )


def _one(words: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    lead = form.PREP.match(words, start, end)
    start = lead.end() if lead else start
    if end - start >= _LEAST and not form.BODY.match(words[start:end]):
        yield start, end


def _record(material: Material, passage: Passage, span: tuple[int, int]) -> Record:
    start, end = passage.start + span[0], passage.start + span[1]
    plain = material.text[start:end]
    start += len(plain) - len(plain.lstrip(" “\"‘'"))
    end -= len(plain) - len(plain.rstrip(" ,”\"’'"))
    own = replace(passage, start=start, body=start, end=end)
    before = material.text[passage.start : start]
    behind = material.text[end : passage.end]
    made = concern(material, own, start, "cause.about", before=before, weight=88)
    closed = say.CLOSED.search(f"{before} {behind}") is not None
    return replace(made, fields={**made.fields, "disposition": "closed" if closed else None})

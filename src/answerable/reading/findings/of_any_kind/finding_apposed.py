"""Findings that a paper names and tells beside the name, wherever in a sentence that stands.

"On AFI 1 (needs assessments at an early stage) …", "the inspectors' second recommendation, to keep
the backlog below 50, was …", "Recommendation 2: one record for all divisions". Behind such a
name, "the third (training for all)" and "one is to the council: fill the post" are of its kind.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from answerable.reading.clauses import Passage
from answerable.reading.findings.duties.duties_joined import apart
from answerable.reading.findings.duties.duty_words import Duty, bare
from answerable.reading.findings.falling_short import FALLS_SHORT, obliges
from answerable.reading.findings.of_any_kind import finding_apposed_forms as form
from answerable.reading.findings.of_any_kind.finding_list_forms import GOOD, NOT_NOTED, ORDER, VERB
from answerable.reading.findings.of_any_kind.finding_list_records import listed
from answerable.reading.material import Material
from answerable.reading.records import Record

_ABOVE = 8  # passages in which a kind may be named for "the second"
_LEAST_WORDS = 3
_LEAST, _MOST = 9, 240  # characters
_ENDS = (".", ";", ":", ",", "”", '"', "’")
_NEVER = re.compile(
    r"\b(?:no|not|without|whether|if|any|neither|nor|were|unless)\b[^,;.]{0,25}$|n[’']t\b[^,;.]{0,25}$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Said:
    """What a finding of a kind is told to say: a place in a passage; `order`: what to do."""

    kind: str
    start: int
    end: int
    number: str | None
    order: bool


def records(material: Material) -> Iterator[Record]:
    """One finding for each name that is told."""
    if not form.KIND.may(material.text):
        return
    of_concerns = form.OF_CONCERNS.search(material.text) is not None
    inspected = form.INSPECTED.search(material.text) is not None
    last: str | None = None  # the kind named last
    since = 0  # passages since
    for passage in material.passages:
        since += 1
        if passage.kind in ("row", "attendance") or passage.section == "definitions":
            continue
        words = material.text[passage.start : passage.end]
        if passage.kind == "heading" and _LABELLED.match(words) is None:
            named = form.KIND.search(words)
            last, since = (_kind(named), 0) if named else (last, since)
            continue
        if words.endswith("?"):
            continue
        told: list[_Said] = []
        for named in form.KIND.finditer(words):
            numbered = inspected and form.NUMBER.match(words, named.end())
            if named.group() in form.ALONE and not (of_concerns or numbered):
                continue
            last, since = _kind(named), 0
            told.extend(_named(words, named))
        if last is not None and since <= _ABOVE:
            told.extend(_placed(words, last, material, passage))
        for one in told:
            yield from _records(material, passage, words, one)


_LABELLED = re.compile(r"\W*[\w ]{3,30}\d{1,2}: [a-z]")  # a label with what it names


def _kind(named: re.Match[str]) -> str:
    return next(kind for kind in form.TERMS if named[kind])


def _named(words: str, named: re.Match[str]) -> Iterator[_Said]:
    """What is told beside one name."""
    number = form.NUMBER.match(words, named.end())
    at = number.end() if number else named.end()
    before = words[: named.start()]
    if _NEVER.search(before):
        return
    marks: tuple[re.Pattern[str], ...] = ()
    if named.group().endswith("s"):
        marks = (form.COLON, form.TO, form.TO_DO) if form.OF_MANY.search(before) else ()
    elif number or form.DEFINITE.search(before):
        marks = form.BY_NAME
    elif form.ONE.search(before):
        marks = (*form.BY_ONE, form.TO_DO)
    labels = form.LABEL_BEFORE.fullmatch(before) is not None
    other = named["cause_of_concern"] and named.group()[:2].lower() not in ("ca", "co")
    alone = other or named.group() in form.ALONE
    if named["area_for_improvement"] and not number and not named.group().endswith("s"):
        opens = not before.rstrip() or before.rstrip()[-1] in ".;:"
        marks = (*marks, form.TO_DO) if marks else (form.BEFORE_STATE,) if opens else ()
    if labels and alone and (number or named.group()[-1] != "s"):
        marks = form.BY_NAME
    elif labels and number:
        marks = tuple(one for one in marks if one is not form.COLON)  # a label: of other rules
    whence = form.WHENCE.match(words, at)
    own = number["n"] if number else None
    yield from _beside(words, _kind(named), at, marks, own)
    if whence is not None:
        yield from _beside(words, _kind(named), whence.end(), marks, own)


def _placed(words: str, kind: str, material: Material, passage: Passage) -> Iterator[_Said]:
    """What is told beside "the second", where a finding was named before."""
    for place in form.ORDINAL.finditer(words):
        if _NEVER.search(words[: place.start()]) or form.KIND.match(words, place.end() + 1):
            continue
        of_them = place.group().endswith(("them", "these", "those"))
        marks: tuple[re.Pattern[str], ...] = form.BY_PLACE
        marks = (*marks, form.TO_DO) if of_them else marks
        if kind == "cause_of_concern":
            marks = tuple(one for one in marks if one is not form.THING)
        yield from _beside(words, kind, place.end(), marks)


def _beside(
    words: str,
    kind: str,
    at: int,
    marks: tuple[re.Pattern[str], ...],
    number: str | None = None,
) -> Iterator[_Said]:
    for mark in marks:
        found = mark.match(words, at)
        if found is None:
            continue
        start, end = found.span(found.lastgroup or "said")
        said = words[start:end]
        order = mark in (form.TO, form.IS_TO, form.TO_DO, form.BEFORE_STATE)
        if mark is form.ON and kind == "recommendation" and _ING.match(said) is None:
            return
        label = mark is form.COLON and kind == "cause_of_concern"
        if _says(kind, said, order=order or label):
            yield _Said(kind, start, end, number, order)
        return


def _says(kind: str, said: str, *, order: bool) -> bool:
    """Whether words may be what a finding of a kind says, and no news of it."""
    plain = said.strip(" “”\"'")
    if len(plain.split()) < _LEAST_WORDS or not _LEAST <= len(plain) <= _MOST:
        return False
    if form.NOT_SAID.match(plain) or NOT_NOTED.match(plain) or _TO_WHOM.match(plain):
        return False
    if kind == "cause_of_concern" and GOOD.search(plain):
        return False
    if order or obliges(plain) or FALLS_SHORT.search(plain) or _SUBJUNCTIVE.match(plain):
        return True
    if _ING.match(plain):
        return True
    return VERB.search(plain) is None or ORDER.match(plain) is not None


_ING = re.compile(r"(?:how |not )?[a-z]+ing\b")
# "The second recommendation, addressed to the operator, is …": whose it is, and not what.
_TO_WHOM = re.compile(r"(?:addressed|directed|made|given|put|sent|issued|aimed) (?:to|at|by|in)\b")
_SUBJUNCTIVE = re.compile(r"(?:[\w’-]+ ){1,8}?be [a-z]+")


# "The recommendation, to keep the nets dry and share what was learnt, is accepted": one.
_SINGLE = re.compile(r"\b[Tt]he recommendation, to $")


def _records(material: Material, passage: Passage, words: str, one: _Said) -> Iterator[Record]:
    """The record; of what is to be done, one for each thing that "and to" joins."""
    start, end = bare(material, passage.start + one.start, passage.start + one.end)
    while end > start and material.text[end - 1] in _ENDS:
        end -= 1
    spans = [(start, end)]
    if one.order and not _SINGLE.search(words, 0, one.start):
        duty = Duty((start, end), None, "recommends", "prose.named-again")
        spans = [part.span for part in apart(material, duty, named=False)]
    for span in spans:
        yield listed(material, passage, one.kind, span, None, number=one.number, told=True)

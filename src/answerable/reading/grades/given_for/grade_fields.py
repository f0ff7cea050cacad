"""Whose grade, for what, and of what standing: read from the words around it."""

import re

from answerable.reading.bodies_meant import Named
from answerable.reading.grades.given_for.grade_bodies import NOBODY
from answerable.reading.grades.words.grade_words import (
    Token,
)
from answerable.reading.material import Material
from answerable.reading.records import Value

_PREVIOUS = re.compile(
    r"\b(?:since (?:19|20)\d\d,? when|previous(?:ly)?|had (?:been|achieved|received|held|got)"
    r"|last (?:time|inspected"
    r"|inspection|year|rated|graded|rating|grade|report)"
    r"|down from|up from|dropped from|fell from|slipped from|moved from|moving from|from(?: a"
    r"| an)?$"
    r"|compared (?:with|to)|formerly|before that|earlier|in its (?:last|previous)|its \d{4}"
    r"|at (?:its|the) (?:last|previous)|prior|in (?:19|20)\d\d(?:[/–-]\d\d)?,?(?: it| the| they"
    r"| we)"
    r"|the year before|once|years? ago)\b[^.;]{0,90}$",
    re.IGNORECASE,
)
_PREVIOUS_AFTER = re.compile(
    r"^[\"”’']?(?:[^.;,]{0,40}\b(?:in (?:its|the|our) (?:last|previous|\d{4}(?:[/–-]\d{2,4})?)"
    r"|at (?:its|the|our) (?:last|previous)|last (?:time|year)|the year before|previously"
    r"|years? ago|when (?:I|we|he|she) (?:took|came|began|started|last)"
    r"|before (?:that|this)|in (?:the )?\d{4}(?:[/–-]\d{2,4})? (?:assessment|inspection))"
    r"|(?: (?:in|for|at|on) [^.;,]{1,50})? in (?:19|20)\d\d\b)",
    re.IGNORECASE,
)
_SELF = re.compile(r"\bself[- ]assess(?:ed|ment)|\bassess(?:ed|es)? (?:itself|themselves)\b", re.I)
_CARRIED = re.compile(
    r"\bcarried (?:over|forward)\b|\b(?:judg[e]?ment|grade|rating) (?:still )?stands\b"
    r"|was not inspected|\b(?:does|did|do) not change\b|\bunchanged\b",
    re.IGNORECASE,
)
SCALES = {"hmicfrs": "hmicfrs-5", "hmic": "hmicfrs-4", "ofsted": "ofsted-4", "cqc": "cqc-4"}


def scale(material: Material) -> str | None:
    if material.profile.scale:
        return material.profile.scale
    body = material.inspectorate
    return SCALES.get((body.id or body.name).casefold()) if body else None


def standing_of(material: Material, token: Token, rule: str, previous: Token | None) -> str:
    """Awarded now, or carried over, previous or self-assessed."""
    left, right = token.left[-150:], token.right[:90]
    if previous is not None and rule != "grade.chain":
        left = token.left[max(0, previous.end - (token.start - len(token.left))) :][-150:]
    if rule == "grade.change-to" or _NOW.search(left):
        return "awarded"
    if rule in ("grade.change-from", "grade.bracketed", "grade.previously") or (
        rule == "grade.noun-of" and re.search(r"\bfrom(?: a| an)?$", left.rstrip("\"“‘' "))
    ):
        return "previous"
    if _SELF.search(left):
        return "self-assessed"
    if _CARRIED.search(left[-80:]) or _CARRIED.search(right):
        return "carried-over"
    told = previous is not None and previous.end > token.start - len(token.left)
    beside = told and _IT_HAD.search(left.rstrip("\"“‘' ")) is not None
    former = _former(material, left, right, beside=beside)
    return "previous" if former or _long_ago(material, left) else "awarded"


_NOW = re.compile(r"\b(?:is|are|has|have) now\b|\bnow (?:rated|graded|judged)\b")


_YEAR = re.compile(r"(?<![\d–/-])(?P<year>(?:19|20)\d\d)(?![\d–/-])")
_CYCLE = 2  # years between two inspections, at least


_IT_HAD = re.compile(
    r"\b(?:it|they|which|that) had been(?: (?:only|merely|rated|graded|judged))*$"
)


def _long_ago(material: Material, left: str) -> bool:
    """Whether the words before a grade date it a whole cycle before the paper."""
    published = material.meta.published
    years = [one["year"] for one in _YEAR.finditer(left)]
    return bool(published and years) and int(years[-1]) <= int(str(published)[:4]) - _CYCLE


def _former(material: Material, left: str, right: str, *, beside: bool) -> bool:
    """Whether the clause tells of an earlier inspection. `beside`: another grade stands before."""
    clause = re.split(r"[;]|, (?:and|but|while|whereas) ", left)[-1]
    if not re.match(r"\W*(?:In|At|Previously|Last|Before|When)\b", clause):
        clause = re.split(r", (?=(?:the|it|they)\b)", clause)[-1]
    if (
        material.profile.type == "minutes" and not beside
    ):  # reported speech: "had been graded" is now
        clause = re.sub(r"\bhad (?=been|achieved|received|got)", "has ", clause)
    if not _PREVIOUS.search(clause.rstrip("\"“‘' ")) and not _PREVIOUS_AFTER.match(right):
        return False
    year = re.search(r"(?:19|20)\d\d", clause + right)
    published = material.meta.published
    recent = year is not None and published is not None and year.group() >= published[:4]
    return not recent or "previous" in clause


def body_fields(
    given: dict[str, Value], named: Named | None, name: str
) -> tuple[dict[str, tuple[int, int]], dict[str, str]]:
    support: dict[str, tuple[int, int]] = {}
    inferred: dict[str, str] = {}
    if named is not None and named.body is not NOBODY:
        given[name] = named.body.name
        given[f"{name}_id"] = named.body.id
        if named.span is not None:
            support[name] = named.span
        if named.inferred:
            inferred[name] = named.inferred
    return support, inferred

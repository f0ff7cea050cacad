"""Grades awarded, and counts of grades. A count never becomes that many grades.

Never a grade: an adjective of a following noun ("good leadership"), a negated, hoped-for or
hypothetical one, the definitions of a scale, and the inspectorate's own name for a label.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from answerable.reading.bodies_meant import Named
from answerable.reading.clauses import Passage
from answerable.reading.grades.counted.grade_counts import PLURALS, counted, of_all, plurals, total
from answerable.reading.grades.counted.grade_tallies import line
from answerable.reading.grades.given_for.care_questions import key_questions
from answerable.reading.grades.given_for.grade_bodies import institution, institutions
from answerable.reading.grades.given_for.grade_fields import body_fields, scale, standing_of
from answerable.reading.grades.given_for.grade_questions import question_of
from answerable.reading.grades.given_for.programmes import cycle_of
from answerable.reading.grades.told.grade_each import each_named
from answerable.reading.grades.told.grade_forms import Paper, by_form
from answerable.reading.grades.told.grade_frames import speaks_of_grades, two_labels
from answerable.reading.grades.told.grade_named import in_title
from answerable.reading.grades.told.grade_rules import (
    LINE,
    accept,
    inline_pairs,
)
from answerable.reading.grades.told.grade_shared import listed_behind, shared_questions
from answerable.reading.grades.words.grade_words import (
    Token,
    grade_tokens,
    scale_list,
)
from answerable.reading.material import Material
from answerable.reading.records import Record, Value, record
from answerable.reading.scales import DEFINITION, label
from answerable.reading.subject_body import inspected

# A sentence with more grade words than this is a list of labels, not of grades.
MOST = 40


def records(material: Material) -> Iterator[Record]:
    """All grades and grade counts in prose."""
    speaks = speaks_of_grades(material)
    several = any(one in material.lowered for one in PLURALS)
    paper = Paper(speaks, speaks and two_labels(material), several)
    last: Passage | None = None  # the last that held a grade
    for passage in (
        *material.passages,
        *(one for one in material.cells if _speaks(material, one)),
    ):
        if passage.kind == "row" or passage.section == "definitions":
            continue
        words = material.text[passage.start : passage.end]
        if paper.plurals:
            yield from _plurals(material, passage, words)
        tokens = list(grade_tokens(material, passage))
        tally = line(words)
        if tally is not None and _beside_another(material, passage):
            yield _tallied(material, passage, tally)
            continue
        if not 0 < len(tokens) <= MOST or DEFINITION.match(words) or scale_list(words, tokens):
            continue
        after = last is not None and material.before(passage) == last
        found = list(_passage(material, passage, tokens, paper, after=after))
        if found and not paper.speaks:  # who gives a grade in plain words may give more
            paper = replace(paper, speaks=True, grades=two_labels(material))
        last = passage if found else last
        yield from found


def _beside_another(material: Material, passage: Passage) -> bool:
    """Whether the line before or behind one holds a grade and its number too."""
    near = (material.before(passage), material.after(passage))
    return any(one and line(material.text[one.start : one.end]) for one in near)


def _speaks(material: Material, cell: Passage) -> bool:
    """A cell long enough for a sentence, or one that says who graded; others are table cells."""
    said = cell.end - cell.start > _SENTENCE or _GAVE.search(material.text, cell.start, cell.end)
    return bool(said) and not _MEANS.search(cell.heading)


_GAVE = re.compile(r"\b(?:judged|graded|rated) [^.|]{3,40}\.$")


_SENTENCE = 50
_MEANS = re.compile(r"\b(?:meaning|definition|description|means|descriptor|criteria)\b", re.I)


def _passage(
    material: Material, passage: Passage, tokens: list[Token], paper: Paper, *, after: bool
) -> Iterator[Record]:
    accepted: Token | None = None
    rule: str | None
    question: Value = None
    after_count = False
    heading = passage.kind == "heading"
    inline = inline_pairs(material.text[passage.start : passage.end], passage.start)
    for place, token in enumerate(tokens):
        count = counted(token, tokens, place, chained=after_count)
        if count is not None:
            overall = re.match(r"[\"”’']? overall,? and\b", token.right)
            if overall or listed_behind(token):
                rule = "grade.verb" if overall else "grade.named"
                yield from _grades(
                    material, passage, token, rule=rule, following=None, previous=accepted
                )
            each = each_named(material, token, count[0], count[-1])
            if each is not None:
                yield from _grades(
                    material, passage, each[0], rule="grade.each", following=None,
                    previous=accepted, bodies=each[1],
                )  # fmt: skip
            else:
                yield _count_record(material, passage, token, count)
            accepted, after_count = token, True
            continue
        after_count = False
        rule = (
            "grade.inline"
            if token.start in inline
            else accept(token, accepted, passage, listed=_listed(material, passage))
        )
        if rule is None or rule == "grade.be":
            rule = _checked(material, passage, token, rule)
        if rule is None and paper.speaks and not heading:
            rule = by_form(material, passage, token, accepted, paper, after=after)
        if heading and rule not in _IN_HEADINGS:
            rule = "grade.title" if paper.speaks and in_title(token) else None
        if rule is None:
            continue
        previous, accepted = accepted, token
        following = tokens[place + 1] if place + 1 < len(tokens) else None
        for one in _grades(
            material, passage, token, rule=rule, following=following, previous=previous
        ):
            carried = previous is not None and (
                _CHANGED.search(token.left) is not None or rule == "grade.bracketed"
            )
            if carried and one.fields["question"] is None and question is not None:
                yield replace(one, fields={**one.fields, "question": question})
                continue
            question = one.fields["question"]
            yield one


# "six services were graded": of many bodies, and so of no one.
_OF_BODIES = re.compile(
    r"\b(?:forces|services|prisons|schools|homes|hospitals|trusts|councils|units|PDUs|bodies"
    r"|providers)\b",
    re.IGNORECASE,
)
_APPOSED = re.compile(r" (?:for|at|in|overall)\b")
_IN_HEADINGS = ("grade.label", "grade.list", "grade.quoted", "grade.line")


def _listed(material: Material, passage: Passage) -> bool:
    """A line of the form "Leadership Good" beside another of the form."""
    near = (material.before(passage), passage, material.after(passage))
    return (
        sum(
            one is not None and LINE.fullmatch(material.text, one.start, one.end) is not None
            for one in near
        )
        > 1
    )


# "Inspectors said the force is", "… judged that Avon Fire and Rescue Service:" above a list.
_LEADS = re.compile(
    r"\b(?:found|judged|judges|said|says|graded|rated|assessed|concluded|concludes|is|was|are|were"
    r"|as)\b[^.;!?]{0,120}$",
    re.IGNORECASE,
)


def _leads(material: Material, passage: Passage) -> bool:
    """Whether the words above an item say that grades of a body follow."""
    above = material.before(passage)
    while above is not None and above.kind == "item":
        above = material.before(above)
    return above is not None and _LEADS.search(material.text, above.start, above.end) is not None


# "good for investigating crime, up from inadequate": of the same question.
_CHANGED = re.compile(r"\b(?:up|down|improved|fallen|fell|dropped) from(?: an?)?[\s\"“‘']*$", re.I)


def _checked(material: Material, passage: Passage, token: Token, rule: str | None) -> str | None:
    """Praise in a quotation is no grade; a body beside a grade in quotation marks has one."""
    if rule == "grade.be":
        praised = token.label == "outstanding" and not token.quoted
        if token.label == "good" and token.quoted and not speaks_of_grades(material):
            return None
        return None if praised and material.speech_at(passage.start, passage.end) else rule
    if _APPOSED.match(token.right) and not token.quoted:
        named = inspected(material.within(passage.start, token.start))
        if named and material.text[named[-1].end : token.start] == ", ":
            return "grade.apposed"
    if not token.quoted or not re.match(r"[\"”’'] (?:at|for|in|on|over)\b", token.right):
        return None
    if passage.body == token.start - 1 and _leads(material, passage):
        return "grade.quoted"
    named = inspected(material.within(passage.start, token.start))
    beside = named and named[-1].start == passage.body and named[-1].end == token.start - 2
    return "grade.quoted" if beside else None


def _count_record(
    material: Material, passage: Passage, token: Token, count: tuple[int, int, int | None, int]
) -> Record:
    start, end, of, number = count
    named = institution(material, passage, token.start)
    if _OF_BODIES.search(material.text, start, end):
        named = None  # "Eight forces were good; one, Anyshire, was not": the eight are no one body
    if named and named.span and _compared(material, passage, named.span[1]):
        named = None
    if of is None:
        of = total(material.text[start:end])
    of = of or of_all(material.text[passage.start : passage.end])
    given: dict[str, Value] = {"value": token.label, "n": number, "of": of}
    support, inferred = body_fields(given, named, "institution")
    return record(
        "grade_count",
        (start, end),
        "grade.count",
        given=given,
        support=support,
        inferred=inferred,
        weight=80,
    )


def _tallied(material: Material, passage: Passage, tally: tuple[int, int, str, int]) -> Record:
    start, end, grade, number = tally
    given: dict[str, Value] = {"value": label(grade), "n": number, "of": None}
    named = institution(material, passage, passage.start + start)
    support, inferred = body_fields(given, named, "institution")
    return record(
        "grade_count",
        (passage.start + start, passage.start + end),
        "grade.count",
        given=given,
        support=support,
        inferred=inferred,
        weight=80,
    )


def _plurals(material: Material, passage: Passage, words: str) -> Iterator[Record]:
    of = of_all(words)
    for start, end, grade, number in plurals(words):
        one = _tallied(material, passage, (start, end, grade, number))
        yield replace(one, fields={**one.fields, "of": of})


def _compared(material: Material, passage: Passage, to: int) -> bool:
    """ "Staffordshire is now with Lancashire, with ten good grades": whose, nobody says."""
    before = inspected(material.within(passage.start, to, weak=True))
    return len({one.body for one in before}) > 1 and before[-1].weak


def _grades(
    material: Material,
    passage: Passage,
    token: Token,
    *,
    rule: str,
    following: Token | None,
    previous: Token | None,
    bodies: list[Named] | None = None,
) -> Iterator[Record]:
    bodies = bodies or institutions(material, passage, token, following)
    for place, body in enumerate(bodies):
        if body.body.inspects:
            continue
        question, where = question_of(material, passage, token, rule, body)
        if rule == "grade.each" and where and _OF_BODIES.search(material.text, *where):
            question, where = None, None  # "two services": who was graded, not for what
        keys = key_questions(question)
        asked = keys if len(keys) > 1 else shared_questions(token, question) or keys
        given: dict[str, Value] = {
            "question": question,
            "value": token.label,
            "value_words": token.words,
            "scale": scale(material),
            "standing": standing_of(material, token, rule, previous),
        }
        given["cycle"], told = cycle_of(
            material, token.left[-60:] + token.words + token.right[:60], str(given["standing"])
        )
        support, inferred = body_fields(given, body, "institution")
        if told is not None:
            inferred["cycle"] = told
        if where is not None:
            support["question"] = where
        for nth, one in enumerate(asked):
            yield record(
                "grade",
                (token.start, token.end),
                rule,
                given={**given, "question": one},
                support=support,
                inferred=inferred,
                weight=70,
                key=f"{place:03d}{nth:02d}",
            )

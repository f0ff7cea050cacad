"""Grades laid out in lines: headlines, grades under headings, lists under a grade."""

import re
from collections.abc import Iterator

from answerable.reading.bodies_meant import Named, by_default
from answerable.reading.clauses import Passage
from answerable.reading.gazetteer import Body
from answerable.reading.grades.given_for.question_lists import parted
from answerable.reading.grades.laid_out.grade_layout import ALONE, graded, laid_out
from answerable.reading.grades.told.grade_shared import several
from answerable.reading.layout.sections import section_of
from answerable.reading.material import Material
from answerable.reading.records import Record
from answerable.reading.scales import DEFINITION, GRADE, GRADE_RE
from answerable.reading.subject_body import inspected

LISTED = re.compile(
    rf"(?:(?:re-?)?graded|rated|judged|found(?: to be)?|deemed|assessed|branded|was|were|is|as"
    rf"|ranked)"
    rf"[^.;:]{{0,60}}?(?P<grade>{GRADE})[\"”’']? (?:overall )?(?:in|for|at)"
    r"(?: (?:the )?(?:following|these|this)(?: \w+){0,3})?:$",
    re.IGNORECASE,
)


_HEADED = re.compile(
    rf"^(?:(?P<body>.+?) )?(?:is|are|was) (?P<grade>{GRADE})(?: (?:at"
    rf"|in) (?P<q>[^.;:\n]{{3,140}}))?\.?$",
    re.IGNORECASE,
)


_HEADED_NEEDS = re.compile(
    r"^(?P<body>.+?) (?P<grade>requires improvement) (?:at|in) (?P<q>[^.;:\n]{3,140})\.?$",
    re.IGNORECASE,
)


_MEANING = re.compile(
    r"(?:The|A|This) (?:force|service|provider|trust)s? (?:has|is|isn[’']t|was)\b"
    r"(?=.*\b(?:characteristics|performing|expectations|standards)\b)",
    re.IGNORECASE,
)


_ASIDE = re.compile(r", (?:which|the same|as (?:it|in|before)|up from|down from)\b")


def headline(material: Material, passage: Passage) -> Iterator[Record]:
    """ "Marlshire Police is good at preventing crime." as a line of its own."""
    block = material.canonical.blocks[passage.block]
    if block.end - block.start > 170 or passage.end - passage.start < block.end - block.start - 3:
        return
    words = material.text[passage.start : passage.end]
    for pattern in (_HEADED, _HEADED_NEEDS):
        match = pattern.match(words)
        if (
            match is None
            or not match.groupdict().get("q")
            or re.search(r", (?:says?|said|according|inspectors|but|and|the)\b", words)
            or (
                re.match(r"(?:its|our|the|their|an?|20\d\d)\b", match.group("q"))
                and re.search(r"inspection|assessment|report|visit|20\d\d", match.group("q"))
            )
        ):
            continue
        body = (match.group("body") or "").strip()
        named = inspected(material.gazetteer.mentions(body))
        whole = named and named[0].end - named[0].start >= len(body) - 5
        anaphora = re.fullmatch(
            r"[Tt]he (?:force|service|constabulary|trust|authority|council)", body
        )
        if not whole and (not anaphora or match.group("grade").lower() == "good"):
            continue
        found = (
            Named(named[0].body, (passage.start + named[0].start, passage.start + named[0].end))
            if whole
            else by_default(material, passage)
        )
        span = passage.start + match.start("grade"), passage.start + match.end("grade")
        asked = _ASIDE.split(match.group("q"))[0].strip()
        for question in several(asked) or [asked]:
            yield laid_out(
                material,
                span,
                match.group("grade"),
                found,
                question=question,
                rule="grade.headline",
                standing="awarded",
                weight=85,
            )
        return


def under(material: Material, passage: Passage, place: int) -> Iterator[Record]:
    """A grade alone on its line, under the heading that it is the grade of.

    Where a page lists the grade first and its questions below it, the lines below are the
    questions: a grade is never given to the line that happens to stand above.
    """
    match = graded(material, material.text[passage.start : passage.end])
    if match is None or not place or passage.section == "definitions":
        return
    span = passage.start + match.start(1), passage.start + match.end(1)
    named = by_default(material, passage)
    first = material.passages[place + 1 : place + 2]
    if _grade_first(material) and not (first and _FINDING.match(_words(material, first[0]))):
        for below in material.passages[place + 1 : place + 20]:
            words = material.text[below.start : below.end].strip()
            begins = below.kind == "heading" and first[0].kind != "heading"
            if not _titular(words) or below.kind == "row" or begins or _LIST_ENDS.match(words):
                return
            yield laid_out(
                material,
                span,
                match.group(1),
                named,
                question=words,
                rule="grade.over-questions",
                standing="awarded",
                weight=65,
            )
        return
    head = material.text[material.passages[place - 1].start : material.passages[place - 1].end]
    if place + 1 < len(material.passages):
        below = material.passages[place + 1]
        if _MEANING.match(material.text[below.start : below.end]):
            return
    if not _titular(head.strip()) or material.passages[place - 1].kind == "row":
        return
    titled = inspected(material.gazetteer.mentions(head))
    if titled and titled[0].start < 5 and titled[0].end >= len(head.strip()) - 1:
        yield from _of_body(material, span, match.group(1), titled[0].body, place)
        return
    question = re.sub(
        r"^(?:[Aa]re|[Ii]s) (?:the )?(?:services?|it|trust|service) ", "", head.strip().rstrip("?")
    )
    question = re.sub(
        r"^(?:Overall|Overall (?:rating|grade|judge?ment)|Our rating)$", "overall", question
    )
    yield laid_out(
        material,
        span,
        match.group(1),
        named,
        question=question,
        rule="grade.under-heading",
        standing="awarded",
        weight=65,
    )


# A finding under a grade is no question of it.
_FINDING = re.compile(
    r"(?:Areas? for improvement|Causes? of concern|AFI|Summary|(?:Main|Key|Our) findings"
    r"|Introduction|Background|Context|What we found)\b",
    re.IGNORECASE,
)


def _words(material: Material, passage: Passage) -> str:
    return material.text[passage.start : passage.end]


_BESIDE = re.compile(
    r"(?:(?:areas?|questions?|tests?|standards?|rated|graded|judged|found|grade|rating|the|to be) "
    rf"){{0,4}}(?P<grade>{GRADE})(?: \(?\d{{1,2}}\)?(?: areas?)?)?(?: (?:in|for|at|on))?"
    r"(?::| [–—-]) ?(?P<all>[A-Z][^.!?\n]{3,})\.?",
    re.IGNORECASE,
)
_NONE = re.compile(r"(?:none|no (?:areas?|questions?|services?)|n/?a)\b", re.IGNORECASE)
FEWEST_BESIDE = 2


def beside(material: Material) -> Iterator[Record]:
    """ "Good: Recording data about crime; Investigating crime", one grade a line, two at least."""
    found = [
        (passage, match)
        for passage in material.passages
        if passage.kind != "row" and passage.section != "definitions"
        if (match := _BESIDE.fullmatch(material.text[passage.body : passage.end].strip()))
        and DEFINITION.match(match.group()) is None
    ]
    if len({match["grade"].casefold() for _, match in found}) < FEWEST_BESIDE:
        return
    for passage, match in found:
        named = by_default(material, passage)
        for first, last in parted(match["all"]):
            words = match["all"][first:last]
            if _NONE.match(words) or GRADE_RE.search(words) or not _titular(words):
                continue
            begin = passage.body + match.start("all") + first
            yield laid_out(
                material,
                (passage.body + match.start("grade"), passage.body + match.end("grade")),
                match["grade"],
                named,
                question=words,
                rule="grade.beside-questions",
                standing="awarded",
                weight=84,
                where=(begin, begin + len(words)),
            )


# "(none)", and "Outstanding / Inadequate" over nothing, end the list above them.
_LIST_ENDS = re.compile(
    rf"\W*(?:none|no (?:areas?|questions?|services?)|n/?a)\b|\W*{GRADE}\s*(?:/|and|or|,|$)",
    re.IGNORECASE,
)


def _of_body(
    material: Material, span: tuple[int, int], words: str, body: Body, place: int
) -> Iterator[Record]:
    """A grade under the name of its body; the sentence below may say for what."""
    question: str | None = None
    where: tuple[int, int] | None = None
    for below in material.passages[place + 1 : place + 3]:
        told = _HEADED.match(material.text[below.start : below.end])
        if told is not None and told["q"] and told["grade"].lower() == words.lower():
            question = told["q"]
            where = below.start + told.start("q"), below.start + told.end("q")
            break
    yield laid_out(
        material,
        span,
        words,
        Named(body, None, "named in the heading above"),
        question=question,
        rule="grade.under-heading",
        standing="awarded",
        weight=65,
        where=where,
    )


def _titular(words: str) -> bool:
    """Whether a line can be the name of a question: short, no sentence, no grade, no date."""
    if not words or len(words) > 110 or words[-1] in ".;,:" or ALONE.match(words):
        return False
    return not re.search(r"\d{4}|^(?:good|note|grade)", words)


def _grade_first(material: Material) -> bool:
    """Whether the first grade that stands alone has its questions below it."""
    passages = material.passages
    for place, passage in enumerate(passages):
        if (
            not graded(material, material.text[passage.start : passage.end])
            or passage.kind == "row"
        ):
            continue
        above = material.text[passages[place - 1].start : passages[place - 1].end] if place else ""
        led = above.rstrip().endswith(":") or (
            bool(place)
            and passages[place - 1].kind == "heading"
            and section_of(above.strip()) == "grades"
        )
        below = passages[place + 1] if place + 1 < len(passages) else None
        return (
            led and below is not None and _titular(material.text[below.start : below.end].strip())
        )
    return False


def listed(
    material: Material, passage: Passage, match: re.Match[str], place: int
) -> Iterator[Record]:
    """ "… rated inadequate in:" and its list: one grade for each line."""
    named = inspected(material.within(passage.start, passage.end, weak=True))
    body = (
        Named(named[-1].body, (named[-1].start, named[-1].end))
        if named
        else by_default(material, passage)
    )
    span = passage.start + match.start("grade"), passage.start + match.end("grade")
    for item in material.passages[place + 1 : place + 25]:
        if item.lead is None or item.lead.start != passage.start:
            break
        words = material.text[item.body : item.end]
        words = re.sub(r"[;,.]?(?: and)?[;,.]*$", "", words)
        if GRADE_RE.search(words):
            continue
        yield laid_out(
            material,
            span,
            match.group("grade"),
            body,
            question=words,
            rule="grade.list-under",
            standing="awarded",
            weight=85,
            where=(item.body, item.body + len(words)),
        )

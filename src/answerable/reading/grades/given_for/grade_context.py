"""What a grade is for, where its own sentence does not say it, or not in the paper's words.

A grade of a report stands under the heading of its question; "in 2022 it had been good" is of
the question before it; a paper on organised crime grades nothing else. Where nothing says it,
the question stays empty.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from answerable.reading.clauses import Passage
from answerable.reading.grades.given_for.grade_subjects import subject_of_grade
from answerable.reading.grades.given_for.grade_topics import topic
from answerable.reading.grades.given_for.question_names import headed, is_name, plainly, stems
from answerable.reading.grades.given_for.question_wordings import named, shaped
from answerable.reading.material import Material
from answerable.reading.records import Record

Told = tuple[str, tuple[int, int] | None, str | None]


def in_context(material: Material, found: Iterable[Record]) -> Iterator[Record]:
    """The records, with the questions that the words around a grade give."""
    every = sorted(found, key=lambda one: (one.start, one.end, one.kind, one.key, one.rule))
    if not any(one.kind == "grade" for one in every):
        yield from every
        return
    asked = [str(one.fields["question"]) for one in every if _has(one)]
    paper, whole = _of_paper(material, asked), _of_whole(material)
    before: Record | None = None
    for one in every:
        if one.kind != "grade":
            yield one
            continue
        passage = material.around(one.start)
        given = one.fields["question"]
        told = (
            _whole_paper(paper, str(given)) or _worded(material, one, passage, str(given), before)
            if given is not None
            else _unsaid(material, one, passage, before)
            or _overall(material, one, whole, before)
            or paper
        )
        settled = _called(_with(one, told) if told is not None else one)
        before = settled
        yield from _of_both(material, settled)


def _called(one: Record) -> Record:
    """The record with its question in its own form, by the name that the inspectorate gives it."""
    if one.fields["question"] is None:
        return one
    given = str(one.fields["question"])
    plain = shaped(given)
    name = named(plain)
    if name is not None:
        why = {"question": "the name that the inspectorate gives it"}
        return replace(
            one, fields={**one.fields, "question": name}, inferred={**one.inferred, **why}
        )
    return replace(one, fields={**one.fields, "question": plain}) if plain != given else one


def _of_both(material: Material, one: Record) -> Iterator[Record]:
    """ "Vetting officers and training them were both good": a grade for each of two questions."""
    at = one.support.get("question")
    two = _TWO.fullmatch(str(one.fields["question"])) if at is not None else None
    if at is None or two is None or not _BOTH.fullmatch(material.text, at[1], one.start):
        yield one
        return
    for name in ("a", "b"):
        span = at[0] + two.start(name), at[0] + two.end(name)
        yield replace(
            one,
            fields={**one.fields, "question": two[name]},
            support={**one.support, "question": span},
            key=two[name],
        )


_TWO = re.compile(r"(?P<a>\w+ing [^,;]{3,60}?) and (?P<b>\w+ing [^,;]{3,60})")
_BOTH = re.compile(r" (?:are|were|is|was|remain|remained) both (?:rated |graded |judged |found )?")


def _whole_paper(paper: Told | None, given: str) -> Told | None:
    """ "Overall judgement" of a paper that grades one question: that question."""
    return paper if given.casefold() == "overall" else None


def _has(one: Record) -> bool:
    return one.kind == "grade" and one.fields["question"] is not None


def _with(one: Record, told: Told) -> Record:
    question, where, why = told
    support = {name: span for name, span in one.support.items() if name != "question"}
    return replace(
        one,
        fields={**one.fields, "question": question},
        support=support | ({"question": where} if where else {}),
        inferred={**one.inferred, **({"question": why} if why else {})},
    )


# Rules that take a question from a sentence, and those that a layout gives.
_PARAPHRASED = ("grade.headline", "grade.question", "grade.predicate", "grade.of-question")
_NEAR = 260
_IT = re.compile(r"^(?P<verb>[a-z]+ing) it$")
_HERE = re.compile(r"^(?:this|the same|same|that) (?:area|question|theme|pillar)$", re.IGNORECASE)
_IS_IT = re.compile(r"^How (?:good|well|effective|efficient)\b")


def _worded(
    material: Material, one: Record, passage: Passage, given: str, before: Record | None
) -> Told | None:
    """A question as the heading right above words it; "it" and "this area" as what they mean."""
    at = one.support.get("question")
    it = _IT.match(given)
    if it is not None and before is not None and before.fields["question"]:
        thing = str(before.fields["question"]).rpartition(" ")[2]
        return f"{it['verb']} {thing}", at, "it = named before"
    nearer = subject_of_grade(material, _clause(passage, one, before), one.start)
    clause = _clause(passage, one, before)
    if at is not None and nearer is not None and _is_nearer(given, at, nearer[1], clause):
        return nearer[0], nearer[1], None
    above = _above(material, passage)
    if above is not None and _HERE.match(given):
        return above[0], above[1], "named in the heading above"
    if above is not None and one.start - above[1][1] < _NEAR:
        same = stems(given) & stems(above[0])
        asked = one.rule == "grade.under-heading" and _IS_IT.match(given) is not None
        if (one.rule in _PARAPHRASED and same) or asked:
            return above[0], above[1], None
    plain = plainly(given)
    return (plain, at, None) if plain != given else None


def _is_nearer(given: str, at: tuple[int, int], name: tuple[int, int], clause: int) -> bool:
    """Whether a name stands nearer to its grade than the words that were taken for it."""
    behind = at[1] <= name[0] and (not is_name(given) or at[1] <= clause)
    return behind or (_WHOSE.match(given) is not None and at[1] == name[1] and at[0] < name[0])


# "Members asked why custody": who said it is no part of what is graded.
_WHOSE = re.compile(r"(?:[A-Z][a-z]+ ){1,2}(?:asked|said|told|heard|thought|noted|hoped|knew)\b")


def _above(material: Material, passage: Passage) -> tuple[str, tuple[int, int]] | None:
    """The heading above a passage that names a question, past the headings of its parts."""
    above = passage
    for _ in range(_FARTHEST):
        nearer = material.before(above)
        if nearer is None:
            return None
        above = nearer
        block = material.canonical.blocks[above.block]
        words = material.text[above.start : above.end].strip()
        listed = above.kind == "item" and not words.isupper()
        if listed or above.kind == "row" or above.end - above.start > _LONGEST:
            continue
        alone = block.end - block.start <= above.end - above.start + _MARKS
        question = headed(words) if alone else None
        if question is not None:
            return question, above.span
        if above.kind == "heading" and not _PART.search(words):
            return None
    return None


_FARTHEST, _LONGEST, _MARKS = 60, 110, 8
_PART = re.compile(
    r"\b(?:areas? for improvement|causes? of concern|main findings|recommendations?|innovative"
    r"|promising|practice|requires improvement|good|adequate|inadequate|outstanding|strengths"
    r"|key (?:findings|concerns)|summary|how (?:well|good|effective))\b",
    re.IGNORECASE,
)
_OF_BEFORE = (
    "grade.once-was",
    "grade.previously",
    "grade.change-from",
    "grade.change-to",
    "grade.chain",
    "grade.framed",
    "grade.verb",
    "grade.be",
)
# Between two grades of one question: "…, up from", "to", "which was once", "and it is now".
_ONLY_JOINS = re.compile(
    r"(?:\W|\b(?:and|but|which|that|who|it|its|is|was|were|are|has|had|have|been|become|now|then"
    r"|since|up|down|from|to|an?|also|again|once|still|in|at|the|force|grade|rating|before|as"
    r"|when|we|did|last|previous|previously|inspection|report|year|of|our|formerly|merely|only"
    r"|just|this|regraded|graded|rated|(?:19|20)\d\d|January|February|March|April|May|June|July"
    r"|August|September|October|November|December|s)\b)*"
)
_CHANGES = re.compile(r"\b(?:from|to|now|once|it|which|was|had|since|before|as|formerly)\b")
_BACK = re.compile(
    r"\b(?:it|they|the (?:force|service|constabulary|unit|grade|rating|judge?ment)"
    r"|[A-Z][\w’-]+(?: (?:Police|Constabulary|FRS|ROCU))?) "
    r"(?:(?:was|were|is|had|has) ?(?:been|now|still|since|then)?|remains|remained|stood)\b"
    r"[^.;,]{0,20}$|\bit[\s\"“‘']*$",
    re.IGNORECASE,
)


def _unsaid(
    material: Material, one: Record, passage: Passage, before: Record | None
) -> Told | None:
    """The question of a grade that stands without one."""
    left = material.text[_clause(passage, one, before) : one.start]
    assessed = _ASSESSMENT.search(left) if one.rule == "grade.noun-of" else None
    if assessed is not None and _OF_CASES.search(material.text):
        begin = one.start - len(left) + assessed.start("q")
        return assessed["q"], (begin, begin + len(assessed["q"])), None
    subject = subject_of_grade(material, _clause(passage, one, before), one.start)
    if subject is not None:
        return *subject, None
    earlier = _earlier(material, one, passage, before)
    if earlier is not None:
        return earlier, None, "of the grade before it"
    near = passage.kind != "row"
    above = (topic(material, passage) or _above(material, passage)) if near else None
    return (above[0], above[1], "named in the heading above") if above is not None else None


# Assessment is a verdict elsewhere; inspectors of probation and of youth justice grade it.
_ASSESSMENT = re.compile(
    r"(?:^\W*|\bthat |\b(?:and|but|its|their) )(?P<q>[Aa]ssessment)(?: ?[:|–—-]| (?:is|was|were"
    r"|remains|remained)(?: (?:rated|graded|judged))?)[\s\"“‘']*$"
)
_OF_CASES = re.compile(r"\b(?:[Pp]robation|PDU|[Yy]outh [Jj]ustice|YJS|YOT)\b")


def _clause(passage: Passage, one: Record, before: Record | None) -> int:
    """Where the words of a grade may begin: at its sentence, or behind the grade before it."""
    behind = before is not None and before.end <= one.start
    return max(passage.start, before.end if before is not None and behind else 0)


def _earlier(
    material: Material, one: Record, passage: Passage, before: Record | None
) -> str | None:
    """The question of the grade before, where a grade tells how that one was or became."""
    if before is None or before.fields["question"] is None:
        return None
    told = str(before.fields["question"])
    if before.start == one.start or (
        one.rule == "grade.bracketed" and one.start - before.end < _BRACKET
    ):
        return told
    beside = material.around(before.start)
    if beside.start == passage.start:
        between = _without_question(material, before, one)
        joined = _ONLY_JOINS.fullmatch(between) and _CHANGES.search(between)
        return told if one.rule in _OF_BEFORE and joined else None
    follows = passage.block - beside.block <= 1 and "heading" not in (passage.kind, beside.kind)
    next_to = follows and before.end > passage.start - _NEAR
    left = material.text[passage.start : one.start]
    later = one.fields["standing"] == "previous" or _BY_NOW.search(left) is not None
    if next_to and later and _BACK.search(left):
        return told
    return None


_BY_NOW = re.compile(r"^\W*(?:But |And )?(?:Now|Today)\b|\b(?:is|are|has) now\b|\bstill\b")


def _without_question(material: Material, before: Record, one: Record) -> str:
    """The words between two grades, without the question of the first."""
    asked = before.support.get("question")
    start = asked[1] if asked and before.end <= asked[0] < asked[1] <= one.start else before.end
    return material.text[start : one.start]


_BRACKET = 30
_WHO = (
    (re.compile(r"\bCare Quality Commission\b|\b(?:CQC|cqc)\b"), "overall"),
    (re.compile(r"\b(?:HM(?:I| Inspectorate of) Probation|[Yy]outh [Jj]ustice|PDU)\b"), "overall"),
    (re.compile(r"\b[Oo]fsted\b"), "overall effectiveness"),
)
# Who grades question by question and never a whole force or service.
_BY_QUESTION = re.compile(r"\bHMICFRS\b|\bHMIC\b|\bInspect(?:or|orate)s? of Constabulary\b")
_BODY = re.compile(
    r"\b(?:it|they|them|us|we|service|services(?! for| of)|school|home|hospital|authority"
    r"|council|trust|provider|[A-Z]\w+)\b[^.;,:]{0,40}$"
)


def _of_whole(material: Material) -> str | None:
    """What a grade of a whole body is called by the inspectorate that a paper speaks of."""
    told = f"{material.meta.publisher} {material.profile.id}\n{material.text}"
    if _BY_QUESTION.search(told):
        return None
    return next((name for who, name in _WHO if who.search(told)), None)


def _overall(
    material: Material, one: Record, whole: str | None, before: Record | None
) -> Told | None:
    """A grade of a whole body, by an inspectorate that gives one."""
    left = material.text[_clause(material.around(one.start), one, before) : one.start]
    if whole is None or one.rule not in _OF_BODY or not _BODY.search(left):
        return None
    return whole, None, "the body as a whole"


_OF_BODY = ("grade.sort", "grade.verb", "grade.be", "grade.once-was", "grade.lowest")
_ONLY = (
    (
        re.compile(r"\b(?:tackling )?serious (?:and )?organised crime\b", re.IGNORECASE),
        "tackling serious and organised crime",
    ),
    (re.compile(r"\bcrime data integrity\b", re.IGNORECASE), "crime data integrity"),
)
_HEAD = 400


def _is_other(question: str) -> bool:
    return is_name(question) and question.casefold() != "overall"


def _of_paper(material: Material, asked: Sequence[str]) -> Told | None:
    """The one question of a paper that grades nothing else."""
    head = f"{material.meta.title or material.canonical.title or ''}\n{material.text[:_HEAD]}"
    for titled, name in _ONLY:
        others = [one for one in asked if not titled.search(one) and _is_other(one)]
        if not others and titled.search(head):
            told = next((one for one in asked if titled.search(one)), None)
            return told or name, None, "the title of the document"
    return None

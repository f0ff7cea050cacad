"""The form of a clause by which a grade word is a grade, in a paper that speaks of grades."""

import re
from dataclasses import dataclass

from answerable.reading.clauses import Passage
from answerable.reading.grades.given_for.grade_topics import runs_in, topic
from answerable.reading.grades.told.grade_frames import framed
from answerable.reading.grades.told.grade_named import named
from answerable.reading.grades.told.grade_said import Around, alone, said
from answerable.reading.grades.told.grade_weighed import weighed
from answerable.reading.grades.words.grade_denied import not_given
from answerable.reading.grades.words.grade_words import AFTER, Token
from answerable.reading.material import Material
from answerable.reading.subject_body import inspected


@dataclass(frozen=True, slots=True)
class Paper:
    """What a paper tells: of who inspects (`speaks`), of grades by their frame, in plurals."""

    speaks: bool
    grades: bool
    plurals: bool


def by_form(
    material: Material,
    passage: Passage,
    token: Token,
    accepted: Token | None,
    paper: Paper,
    *,
    after: bool,
) -> str | None:
    """The rule by which the form of a clause shows a grade, unless it is denied or hoped for.

    `accepted` is the grade before it in its sentence; `after`: one stands in the sentence before.
    """
    left = token.left.rstrip("\"“‘' *").rstrip()
    if not_given(token, left):
        return None
    speech = material.speech_at(passage.start, passage.end) is not None and not token.quoted
    if _OF_A_SORT.match(left) and _SORT.match(token.right):
        return "grade.sort"
    if token.label.startswith("requires") and _THAT.match(left):
        return "grade.sort"
    ends = AFTER.match(token.right) is not None
    plain = ends and not speech
    rule = _by_frame(material, passage, token, accepted, paper) if plain else None
    if rule is not None:
        return rule
    around = Around(
        grades=paper.grades,
        after=after or accepted is not None,
        topic=topic(material, passage) is not None,
        speech=speech,
        told=_INSPECTS.search(token.left) is not None,
    )
    told = said(token, left, around) if ends else None
    if told is None and ends:
        told = alone(token, left, above=runs_in(material, passage))
    sentence = material.text[passage.start : passage.end]
    return told or weighed(token, around, sentence=sentence)


# "This is a good school.", "Alder Primary continues to be an outstanding school because …".
_OF_A_SORT = re.compile(
    r"\W*(?:This|The (?:school|college|academy|nursery|provider)|(?:St\.? )?(?:[A-Z][\w’'.-]*"
    r"(?: of| and| the)? ?){1,8}) ?(?:(?:is|remains|continues to be)(?: still| now)?) an?$"
)
_KINDS = r"(?:school|college|academy|nursery|pre-school|sixth form|(?:early years )?provider)"
_SORT = re.compile(rf"[\"”’']? {_KINDS}(?:\s*[.;,]|\s*$| because\b| where\b| that\b)")
_THAT = re.compile(rf"\W*(?:This|It) is a {_KINDS} that$")
_INSPECTS = re.compile(
    r"\b(?:HMICFRS|HMIC|HMI|Ofsted|CQC|Estyn|[Ii]nspectors|[Ii]nspectorate|[Ww]atchdog)(?:[’']s)?"
    r" (?:say|says|said|found|finds|reckons?|thinks?|thought|considers?|called|judged|believes?"
    r"|that|rates?|rated)\b|\b[Aa]ccording to (?:the )?(?:HM\w*|Ofsted|CQC|[Ii]nspect|[Ww]atchdog)"
    r"|\b(?:finding|verdict|judge?ment|conclusion) that\b"
)


def _by_frame(
    material: Material, passage: Passage, token: Token, accepted: Token | None, paper: Paper
) -> str | None:
    """The frame of a sentence that shows a grade, or the name of its question."""
    left = token.left.rstrip("\"“‘' *").rstrip()
    by_name = named(token, left, sure=paper.grades or accepted is not None)
    if by_name is not None or not paper.grades:
        return by_name
    bodies = inspected(material.within(passage.start, token.start, weak=True))
    beside = bodies and material.text[bodies[-1].end : token.start].strip(" \"“‘'") == ""
    if beside and _FOUND_BODY.search(material.text, passage.start, bodies[-1].start):
        return "grade.framed"
    return framed(token, left, accepted)


_FOUND_BODY = re.compile(
    r"\b(?:[Ff]ound|[Jj]udged|[Cc]alled)(?: [A-Z][\w ’-]{2,40} [a-z ]{4,20} and)? $"
)

"""What the columns of a table of grades are: the question, the body, this visit or the last."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from answerable.reading.gazetteer import Body
from answerable.reading.grades.given_for.question_names import is_name

_YEAR = re.compile(r"\b(?:19|20)\d\d(?:\s?[/–-]\s?(?:20)?\d\d)?\b")
_PREVIOUS = re.compile(r"\b(?:previous|last|prior|before|former|old|earlier)\b", re.IGNORECASE)
_NOW = re.compile(r"\b(?:this|current|now|latest|new|present|today)\b", re.IGNORECASE)
_AIM = re.compile(r"\b(?:target|aim|ambition|goal|forecast|aspiration)\b", re.IGNORECASE)
_SELF = re.compile(r"\bself\b|\bour own\b|\bforce (?:view|assessment)\b", re.IGNORECASE)
_GRADES = re.compile(r"\b(?:grades?|ratings?|grading|judge?ments?|scores?|outcomes?)\b", re.I)
_KIND = re.compile(r"\b(?:inspection|visit) type\b|\bprogramme\b|^\W*type\W*$", re.IGNORECASE)
_QUESTION = re.compile(
    r"\b(?:questions?|areas?|judge?ments?|themes?|pillars?|tests?|domains?|categor(?:y|ies)"
    r"|aspects?"
    r"|subjects?|measures?|diagnostics?|standards?|topics?|elements?)\b",
    re.IGNORECASE,
)
_BODY = re.compile(
    r"^\W*(?:police )?(?:force|constabulary|body|institution|provider|establishment|prison|council"
    r"|school|trust|fire (?:and rescue )?service|frs|local authority"
    r"|organisation)s?(?: name)?\W*$",
    re.IGNORECASE,
)
_SERVICE = re.compile(r"\W*(?:services?|areas?|regions?|provider|site|location)\W*$", re.I)
# What a hospital or a trust does, graded row by row: no bodies of their own.
_CORE_SERVICE = re.compile(
    r"\b(?:urgent|emergency|maternity|gynaecology|surgery|surgical|medical|medicine|critical care"
    r"|intensive care|outpatients?|diagnostics?|imaging|end of life|children|young people|people"
    r"|neonatal|wards?|mental health|learning disabilit|rehabilitation|crisis|services? for"
    r"|community (?:health|services?|teams?)|dental|adults|older|substance|ambulance|transport"
    r"|call centre|resilience|overall|patients?|custody|prevention|response|protection)\b",
    re.IGNORECASE,
)
_DATE = re.compile(
    r"\W*(?:\d{1,2}[/. ](?:\d{1,2}|[A-Z][a-z]+)[/. ](?:20)?\d\d|[A-Z][a-z]+ \d{4})\W*$"
)
_DATED = re.compile(
    r"\b(?:inspection|visit|report|publication) date|\bdate of\b|^\W*date\W*$", re.I
)
_NUMBER = re.compile(r"\W*[A-Z]{0,3} ?\d{1,3}(?:\.\d{1,2})*\W*$")
_RATING = re.compile(r"\W*(?:red|amber|green|blue|yellow|[rag↑↓→←➔]|n/?a|-|–)\W*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Column:
    """A column of grades: when its grades were given."""

    standing: str
    cycle: str | None


def columns_of(header: Sequence[str], graded: Sequence[int]) -> dict[int, Column]:
    """The columns that hold grades given; a column of aims holds none."""
    heads = {place: header[place] if place < len(header) else "" for place in graded}
    years = {
        place: match.group() for place, head in heads.items() if (match := _YEAR.search(head))
    }
    newest = max((year[:4] for year in years.values()), default="")
    found = {}
    for place, head in heads.items():
        if _AIM.search(head):
            continue
        year = years.get(place)
        older = year is not None and year[:4] < newest
        beside = year is not None and not _NOW.search(head) and _others_now(heads, years, place)
        if _SELF.search(head):
            standing = "self-assessed"
        elif _PREVIOUS.search(head) or older or beside:
            standing = "previous"
        else:
            standing = "awarded"
        found[place] = Column(standing, _plain(year))
    if len(found) == 1:  # alone in its row, a grade is the one that the table gives
        place, one = next(iter(found.items()))
        if one.standing == "previous" and not _PREVIOUS.search(heads[place]):
            found[place] = Column("awarded", one.cycle)
    return found


def _others_now(heads: dict[int, str], years: dict[int, str], place: int) -> bool:
    """A year beside a column without one: "2027/28 | Grade"."""
    return len(heads) > 1 and any(
        other not in years and not _PREVIOUS.search(head) and not _AIM.search(head)
        for other, head in heads.items()
        if other != place
    )


def _plain(year: str | None) -> str | None:
    return re.sub(r"\s", "", year) if year else None


def question_in(header: Sequence[str], cells: Sequence[str], graded: Sequence[int]) -> int | None:
    """The cell that names what is graded: under "Question", else the first with words."""
    free = [
        place
        for place, words in enumerate(cells)
        if place not in graded
        and words.strip()
        and not _NUMBER.match(words)
        and not _RATING.match(words)
        and not _DATE.match(words)
        and not (place < len(header) and _KIND.search(header[place]))
    ]
    headed = [place for place in free if place < len(header) and _QUESTION.search(header[place])]
    return next(iter(headed or free), None)


def lists_visits(header: Sequence[str], cells: Sequence[str]) -> bool:
    """A table of earlier inspections: a row for each visit, by its date."""
    return any(
        _DATED.search(head) and place < len(cells) and _DATE.match(cells[place])
        for place, head in enumerate(header)
    )


def topics(header: Sequence[str], graded: Sequence[int]) -> dict[int, str]:
    """Columns that each name a question ("Safe", "Caring"), where two or more do."""
    found = {}
    for place in graded:
        head = header[place].strip() if place < len(header) else ""
        timed = _YEAR.search(head) or _PREVIOUS.search(head) or _NOW.search(head)
        if head and not timed and not _AIM.search(head) and not _GRADES.search(head):
            found[place] = " ".join(head.split())
    return found if len(found) > 1 else {}


def body_in(
    header: Sequence[str], cells: Sequence[str], *, several: bool = False
) -> tuple[int, Body] | None:
    """The cell under "Force" or "Provider", as a body by its own words.

    `several`: other columns each name a question, so that "Service" too heads bodies, but for
    what itself is the name of a question.
    """
    for place, head in enumerate(header):
        words = cells[place].strip() if place < len(cells) else ""
        headed = _BODY.match(head) or (
            several
            and _SERVICE.match(head)
            and not _CORE_SERVICE.search(words)
            and not is_name(words)
        )
        if headed and 2 < len(words) < 70 and not _NUMBER.match(words):
            return place, Body(" ".join(words.split()), None, "")
    return None


_PROPER = re.compile(r"\W*[A-Z][\w’'-]+(?: (?:and|of|the|&|[A-Z][\w’'-]+)){0,5}\W*$")
_NO_BODY = re.compile(
    r"\b(?:HMI\w*|Ofsted|CQC|Estyn|inspect\w*|self|ours?|peer|results?|status|change|direction"
    r"|trend|round|first|second|third|interim|final|draft|cycle|quarter|spring|summer|autumn"
    r"|winter|RAG|Q\d|comments?|progress|evidence)\b",
    re.IGNORECASE,
)


def bodies_above(heads: dict[int, str], asked: str) -> dict[int, Body]:
    """The bodies at the heads of columns, in a table with a question in each of its rows.

    `heads`: those of the columns of grades that say more than a time (`topics`).
    """
    names = heads.values()
    if not (is_name(asked) or asked.casefold().startswith("overall")):
        return {}
    if any(not _PROPER.match(one) or _NO_BODY.search(one) or is_name(one) for one in names):
        return {}
    return {place: Body(one.strip(), None, "") for place, one in heads.items()}

"""The question that a sentence names as what is graded: its subject, its topic or its object."""

import re

from answerable.reading.grades.given_for.question_names import is_name
from answerable.reading.material import Material

# What a subject does before its grade: "was judged", "had gone from", "Safe remained".
_DOES = re.compile(
    r"(?=(?: at (?:[A-Z][\w’'.-]+ ?)+)?(?: as a whole| itself)?,? (?:is|was|were|are|has been"
    r"|have been|had been|had gone|has gone|had become|has become|remains?|remained"
    r"|stays?|stayed|rose|fell|went|got|improved|once|formerly|which was|used to be|slid|slipped"
    r"|dropped|sank|crept|climbed|moved|came|turned out|has|have|had|continues?|gets?)"
    r"\b[^.;:]{0,50}$)"
)
# "On leadership we have graded it", "At answering calls the force is", "As to custody, our …",
# "On vetting the verdict was".
_OF_WHOM = re.compile(
    r"(?=,? (?:the (?:force|service|constabulary|trust|grade|rating|verdict|judge?ment|mark)"
    r"|it|they|we|our|its|[A-Z][\w’-]+) "
    r"[^.;:]{0,60}$)"
)
_BEFORE_TOPIC = re.compile(r"\b(?:on|at|in|as to|for|about)(?: the| its| their)? $", re.IGNORECASE)
_WORD = re.compile(r"[\w’'-]+")
_MOST = 9  # words of a name
_JOIN_WORDS = (
    "and or of the to for in on at as its their that when where but with it they we our your his"
    " her so is are was were this why whether"
)
_JOINS = frozenset(_JOIN_WORDS.split())
_WORK = frozenset(("work",))
_SEVERAL = frozenset(("all", "both", "each"))


def subject_of_grade(
    material: Material, start: int, limit: int
) -> tuple[str, tuple[int, int]] | None:
    """The name of a question that stands as the subject of a grade, or as its topic."""
    left = material.text[start:limit]
    for does in reversed(list(_DOES.finditer(left))):
        found = name_before(left, does.start())
        if found is not None and not only_part(left[: found[0]]):
            break
    else:
        beside = _beside(left)
        if beside is not None:
            return left[slice(*beside)], (start + beside[0], start + beside[1])
        whom = reversed(list(_OF_WHOM.finditer(left)))
        found = next((had for one in whom if (had := name_before(left, one.start()))), None)
        if found is None or not _BEFORE_TOPIC.search(left[: found[0]]):
            found = _object(left)
        if found is None:
            return None
    begin, end = found
    return left[begin:end], (start + begin, start + end)


# "governance of custody", "services for care leavers": more than what is named; but not "the
# grade for custody" and "performance in custody".
_PART = re.compile(
    r"(?<![,.;:])(?<!\bgrade)(?<!\bgrades)(?<!\brating)(?<!\bratings)(?<!\bjudgment)(?<!\bmark)"
    r"(?<!\bjudgement)(?<!\bperformance)(?<!\bwork)(?<!\bthat)(?<!\bareas)(?<!\bapproach)"
    r"(?<!\bresponse)(?<!\breadiness)(?<!\bscore)(?<=[a-z])"
    r" (?:of|for|in|with|to|about|around|on)(?: the| its| their| our)? $"
)


def only_part(before: str) -> bool:
    """Whether the words before a question's name make it the part of a longer subject."""
    return _PART.search(before) is not None


# "Leadership requires improvement", "prevention (good)", "Effectiveness Good", "; safe, good".
_BESIDE = re.compile(r"(?:,|:)?[\s\"“‘'(]*$")
_ALONE = re.compile(
    r"(?:^|[.;:(,] |\b(?:is|are|was|and|However|But|Grades:) )(?:its |the |our )?$"
)


def _beside(left: str) -> tuple[int, int] | None:
    """The name of a question right before its grade, which nothing else stands before."""
    mark = _BESIDE.search(left)
    found = name_before(left, mark.start()) if mark is not None else None
    if found is None:
        return None
    return found if _ALONE.search(left[: found[0]]) or "(" in left[found[1] :] else None


# "we graded prevention", "had judged investigations to be", "for custody, a grade of".
_GIVEN = re.compile(r"(?:,? (?:to be|as)|, (?:an? (?:grade|rating|judge?ment) of)?)?[\s\"“‘']*$")
_GAVE = re.compile(
    r"\b(?:graded|judged|rated|found|called|rates?|grades?|judges?|put|marked)"
    r"(?: its| the| their| our| your| his| her)? $"
    r"|\b[Ff]or (?:the )?$"
)


def _object(left: str) -> tuple[int, int] | None:
    """The name of a question right before its grade, as the object of who gave it."""
    given = _GIVEN.search(left)
    found = name_before(left, given.start()) if given is not None else None
    return found if found is not None and _GAVE.search(left[: found[0]]) else None


_STOP = re.compile(r"[.;:()]")


def name_before(left: str, end: int) -> tuple[int, int] | None:
    """The longest name of a question among the last words before a place."""
    words = list(_WORD.finditer(left[:end]))[-_MOST:]
    while words and words[-1].group().casefold() in _JOINS | _WORK:
        words.pop()
    if words and words[-1].group() in _SEVERAL:
        return None
    end = words[-1].end() if words else 0
    for first in words:
        if first.group().casefold() in _JOINS:
            continue
        if _STOP.search(left, first.start(), end):
            continue
        if is_name(left[first.start() : end]):
            return first.start(), end
    return None

"""What words right above a passage name as graded: a heading, "Vetting." run in, a question."""

import re

from answerable.reading.clauses import Passage
from answerable.reading.grades.given_for.grade_subjects import name_before
from answerable.reading.grades.given_for.question_names import SHORT, headed, is_name
from answerable.reading.grades.words.grade_words import NOUN
from answerable.reading.material import Material


def runs_in(material: Material, passage: Passage) -> bool:
    """Whether what is graded stands right before: "Vetting. Adequate.", or asks for the grade."""
    above = material.before(passage)
    asks = above is not None and material.text[: above.end].rstrip().endswith("?")
    beside = above is not None and above.block == passage.block
    return (asks or beside) and topic(material, passage) is not None


def topic(material: Material, passage: Passage) -> tuple[str, tuple[int, int]] | None:
    """The question that words right above a passage name: a heading, or "Vetting." run in."""
    above = material.before(passage)
    if above is None or above.kind == "row":
        return None
    words = material.text[above.start : above.end].strip()
    if words.endswith("?"):
        return _asked_above(words, above)
    if len(words) > _LONGEST or words.endswith("!"):
        return None
    plain = words.strip(" .:–-")
    question = headed(words) or (plain if plain.casefold() in SHORT else None)
    alone = above.block != passage.block or words.endswith((".", ":", "–", "-"))
    return (question, above.span) if question is not None and alone else None


_LONGEST = 90
# "What grade did the inspectorate give for response?": the answer is a grade.
_ASKS = re.compile(
    rf"\b(?:{NOUN}|rate[ds]?|grade[ds]?|judge[ds]?|inspect\w+|mark)\b", re.IGNORECASE
)


def _asked_above(words: str, above: Passage) -> tuple[str, tuple[int, int]] | None:
    """What a question asks the grade of, by its name at the end."""
    plain = words.rstrip("? ")
    if is_name(plain) or plain.casefold() in SHORT:
        return plain, above.span
    found = name_before(plain, len(plain)) if _ASKS.search(words) else None
    last = plain.rpartition(" ")
    if found is None and _ASKS.search(words) and last[2].casefold() in SHORT:
        found = len(plain) - len(last[2]), len(plain)
    if found is None:
        return None
    start = above.start + found[0]
    return plain[slice(*found)], (start, start + found[1] - found[0])

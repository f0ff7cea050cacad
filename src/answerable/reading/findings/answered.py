"""What a response answers point by point: a line that orders, and "Accepted." below it.

A body that answers an inspectorate repeats each recommendation without "should": "2.1 Stop
anybody without vetting from having access", "Recommendation (a) – clear the backlog". Only the
answer below the line says that it is one.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from answerable.reading.clauses import Passage
from answerable.reading.deadlines import deadline
from answerable.reading.findings.duties.duty_records import duty_record
from answerable.reading.findings.duties.duty_words import bare
from answerable.reading.material import Material
from answerable.reading.records import Record

_NEVER = ("minutes", "agenda", "news", "decision")  # "accepted" is said there of much else
_ANSWER = re.compile(
    r"\W*(?:(?:[Ff]orce|[Oo]ur|[Pp]osition|[Rr]esponse|[Aa]nswer)[\w ]{0,20}: ?)?(?:(?:[Ff]ully"
    r"|[Pp]artly|[Pp]artially|[Nn]ot) )?(?:[Aa]ccepted"
    r"|[Aa]greed(?! (?:actions?|remed(?:y|ies)|points|next steps)\b)|[Rr]ejected)\b"
    r"|\W*(?:(?:The |I|We|It|They|He|She)\b[\w ]{0,40}?)(?: do| does)?(?: not)? "
    r"(?:accepts?|agrees?|rejects?)"
    r" (?:this|it|in (?:part|full)|the recommendation)\b"
)
_ORDER = re.compile(
    r"\W*(?:[Rr]ecommendation )?(?:\(?[a-z0-9]{1,3}(?:\.\d{1,2})?[.)]?(?: ?[–—:-])? )?"
    r"(?P<do>[A-Za-z][a-z-]+ [^\n]{10,240})"
)
# A line that tells something, names a topic or speaks of the writer orders nothing.
_TELLS = re.compile(
    r"\W*(?:[Tt]he|[Aa]n?|[Ii]t|[Ww]e|I|[Tt]his|[Tt]hese|[Tt]here|[Tt]hat|[Tt]hey|[Hh]e|[Ss]he"
    r"|[Oo]ur|[Yy]our|[Aa]ccepted|[Aa]greed|[Ii]n|[Oo]n|[Aa]t|[Aa]s|[Ff]or|[Nn]o|[Aa]rea"
    r"|[Cc]ause)\b"
    r"|\w+ed\b|\w+ing\b"
)
_STATES = re.compile(
    r"\b(?:is|are|was|were|has been|have been|had|should|must)\b(?! (?:not )?(?:at risk|in))"
)
_LEAST_WORDS = 4


def records(material: Material) -> Iterator[Record]:
    """Recommendations that the answer below them shows to be such."""
    if material.profile.type in _NEVER:
        return
    for above, below in pairwise(_firsts(material)):
        words = material.text[above.start : above.end]
        answer = material.text[below.start : below.end]
        if above.kind == "row" or not _ANSWER.match(answer) or words.endswith((":", "?")):
            continue
        match = _ORDER.fullmatch(words)
        if match is None or _TELLS.match(match["do"]) or len(match["do"].split()) < _LEAST_WORDS:
            continue
        if _STATES.search(match["do"][:60]):
            continue
        yield _record(material, above, above.start + match.start("do"))


def _firsts(material: Material) -> Iterator[Passage]:
    """The first passage of each block."""
    last = -1
    for passage in material.passages:
        if passage.block != last:
            yield passage
        last = passage.block


def _record(material: Material, passage: Passage, start: int) -> Record:
    due = deadline(material.text, start, passage.end)
    end = passage.end
    if due is not None and due.end >= end - 2 and due.start - start > _LEAST_WORDS * 4:
        end = due.start
    return duty_record(
        material,
        passage,
        bare(material, start, end),
        who=None,
        modal="recommends",
        due=due,
        cause=None,
        number=None,
        outside=end != passage.end,
        rule="prose.answered",
        weight=84,
    )

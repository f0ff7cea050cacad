"""Questions that those who visit a prison put to who runs it: what they ask for in their report.

"TO THE GOVERNOR" above "Will the Governor publish waiting times?": the question is the
recommendation, in its own words.
"""

import re
from collections.abc import Iterator

from answerable.reading.findings.duty_records import duty_record
from answerable.reading.material import Material
from answerable.reading.records import Record
from answerable.reading.worded import worded

_BOARD = worded(
    "Independent Monitoring|IMB|he Board",
    r"\b(?:Independent Monitoring Board|IMB|The Board|the Board)\b",
)
_TO_WHOM = re.compile(
    r"\W*(?:\d{1,2}(?:\.\d{1,2})?[.)]? )?(?:to|for) (?:the )?(?:minister|secretary of state"
    r"|prison service|hmpps|governor|director|home office|ministry of justice)\b[^.?]{0,40}",
    re.IGNORECASE,
)
# "When will …?" and "Why …?" may ask for no more than an answer.
_ASKS = re.compile(r"Will\b|What (?:more )?(?:will|can) be done to\b")


def records(material: Material) -> Iterator[Record]:
    """One recommendation for each question of a list below whom it is for."""
    if _BOARD.search(material.text) is None:
        return
    for passage in material.passages:
        if passage.kind != "item" or material.text[passage.end - 1] != "?":
            continue
        above = material.text[passage.lead.start : passage.lead.end] if passage.lead else ""
        named = _TO_WHOM.fullmatch(passage.heading) or _TO_WHOM.fullmatch(above.strip(" :"))
        if named is None or _ASKS.match(material.text, passage.body) is None:
            continue
        yield duty_record(
            material,
            passage,
            (passage.body, passage.end),
            who=None,
            modal="recommends",
            due=None,
            cause=None,
            number=None,
            outside=False,
            rule="list.question",
            weight=86,
        )

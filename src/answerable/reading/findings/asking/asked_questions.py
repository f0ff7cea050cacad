"""Questions that those who visit a prison put to who runs it: what they ask for in their report.

"TO THE GOVERNOR" above "Will the Governor publish waiting times?": the question is the
recommendation, in its own words; so is "Mend the cell bells" below the same line.
"""

import re
from collections.abc import Iterator

from answerable.reading.findings.duties.duties_joined import ANY_VERB
from answerable.reading.findings.duties.duty_records import duty_record
from answerable.reading.findings.duties.duty_words import bare
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
_ASKS = re.compile(
    r"Will\b|What (?:more |further )?(?:\w+ )?(?:will|can) be"
    r" (?:done|taken|made|put in place) to\b"
)
_ORDER = re.compile(rf"(?:Please )?(?:{ANY_VERB})\b(?! (?:to|of|is|are|was|were|has)\b)", re.I)


def records(material: Material) -> Iterator[Record]:
    """One recommendation for each question of a list below whom it is for."""
    if _BOARD.search(material.text) is None:
        return
    for passage in material.passages:
        if passage.kind != "item":
            continue
        asks = material.text[passage.end - 1] == "?"
        above = material.text[passage.lead.start : passage.lead.end] if passage.lead else ""
        named = _TO_WHOM.fullmatch(passage.heading) or _TO_WHOM.fullmatch(above.strip(" :"))
        form = _ASKS if asks else _ORDER
        if named is None or form.match(material.text, passage.body) is None:
            continue
        end = passage.end if asks else bare(material, passage.body, passage.end)[1]
        yield duty_record(
            material,
            passage,
            (passage.body, end),
            who=None,
            modal="recommends",
            due=None,
            cause=None,
            number=None,
            outside=False,
            rule="list.question",
            weight=86,
        )

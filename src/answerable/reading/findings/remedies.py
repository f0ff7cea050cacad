"""What an ombudsman decides that a body do to put things right: "Agreed action", "Orders".

Below such a head the body "will" do it, or "has agreed to": it is the ombudsman's recommendation,
which the body took, and no task that a meeting handed out. A decision of an ombudsman says that
there was fault, injustice or maladministration.
"""

import re
from collections.abc import Iterator

from answerable.reading.clauses import Passage
from answerable.reading.deadlines import Deadline, deadline
from answerable.reading.findings.duties.duty_records import duty_record
from answerable.reading.findings.duties.duty_words import bare
from answerable.reading.material import Material
from answerable.reading.modals import NOT_TAKEN
from answerable.reading.records import Record
from answerable.reading.worded import worded

_FAULT = worded(
    "aladministration|ervice failure|fault|Fault|causing injustice",
    r"\b(?:[Mm]aladministration|[Ss]ervice failure|(?:found|was|find|is|were) (?:(?:[Tt]he |no )?"
    r"\w+ )?(?:at )?fault|[Ff]ault (?:causing|and|by|with|found)|causing injustice)\b",
)
_HEAD = re.compile(
    r"\W*(?:\d{1,2}[.)] )?(?:(?:agreed|recommended|required) (?:actions?|remed(?:y|ies))"
    r"|remed(?:y|ies)|orders(?: and recommendations)?|putting (?:things|it) right)\W*",
    re.IGNORECASE,
)
_WHO = r"(?P<who>(?:[Tt]he )?[A-Z][\w’'-]+(?: (?:of |and |for )?[A-Z][\w’'-]+){0,4}|[Ii]t|[Tt]hey)"
_WILL = (
    r"(?: (?:has|have))?(?: also)? (?P<modal>will|must|should|shall|is to|are to|agreed to"
    r"|needs to|ordered to)(?: also| then)?"
)
# "… has agreed to carry out the following actions within a month of this decision:"
_FOLLOWING = (
    r"(?: (?:carry out|take|complete|do|implement)(?: the| these)?(?: following)?(?: \w+)?"
    r"(?:,? (?:within|by) [^:.;]{3,70})?)?"
)
_LEAD = re.compile(rf"(?:^\W*(?:\d{{1,3}}[.)] )?|\b){_WHO}{_WILL}{_FOLLOWING}\s*[:–—-]*\s*$")
_TOLD = re.compile(
    rf"(?:^\W*(?:\d{{1,3}}[.)] |\(?[a-z][.)] )?|, | ){_WHO}{_WILL} (?P<do>[a-z][^;]{{7,400}})"
)
# "41. Within a month the Council will also …", below a list: with a subject of its own.
_OWN = re.compile(
    rf"\W*(?:\d{{1,3}}[.)] )?(?:(?:Within|By|Before) [^,;:]{{3,60}}?,? )?{_WHO}{_WILL} [a-z]"
)
_WITHIN = re.compile(r"\b(?:[Ww]ithin|[Bb]y)\b")


def records(material: Material) -> Iterator[Record]:
    """One recommendation for each thing below such a head of an ombudsman's decision."""
    if _FAULT.search(material.text) is None:
        return
    for passage in material.passages:
        if passage.kind in ("row", "heading") or not _HEAD.fullmatch(passage.heading):
            continue
        if material.text[passage.end - 1] == ":":
            continue  # "2. Within a month the Council will:" only leads to what it will do
        words = material.text[passage.start : passage.end]
        marked = passage.kind == "item" or passage.body > passage.start
        lead = None
        if passage.lead is not None and marked and _OWN.match(words) is None:
            lead = _LEAD.search(material.text[passage.lead.start : passage.lead.end])
        if lead is not None and passage.lead is not None:
            yield from _one(material, passage, lead, passage.lead.start, passage.body)
            continue
        match = _TOLD.search(words)
        if match is not None and _LEAD.search(words) is None:
            yield from _one(
                material, passage, match, passage.start, passage.start + match.start("do")
            )


def _one(
    material: Material, passage: Passage, said: re.Match[str], at: int, begin: int
) -> Iterator[Record]:
    """The thing from `begin`; `said` is who is to do it, in words that start at `at`."""
    if NOT_TAKEN.match(material.text, begin):
        return
    span = bare(material, begin, passage.end)
    due = deadline(material.text, *span)
    own: Deadline | None = due
    if due is None and _WITHIN.search(said.string):
        due = deadline(material.text, at, at + len(said.string))
    modal = said["modal"]
    yield duty_record(
        material,
        passage,
        span,
        who=(at + said.start("who"), at + said.end("who")),
        modal=modal if modal in ("must", "should") else "recommends",
        due=due,
        cause=None,
        number=None,
        outside=own is None and due is not None,
        rule="remedy.agreed",
        weight=96,
    )

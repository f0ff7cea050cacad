"""People of whom a paper gives a title and a surname alone: "Mrs Orme will repair the gate".

They must do or be something there, unless they are councillors; the document must name nobody
else of that surname, and "a Mrs Orme", whom nobody knows, is left out.
"""

import re
from collections.abc import Iterator, Sequence

from answerable.reading.cells import KIND as CELL
from answerable.reading.clauses import Passage
from answerable.reading.people.attendance import Sighting
from answerable.reading.roles import NOT_NAMES, SURNAME
from answerable.reading.worded import worded

_DOES = (
    r"(?:is|was|has|had|will|would|says?|said|told|tells|wants|asked|wondered|thinks|made|came"
    r"|gave|brought|wrote|spoke|explained|reported|thanked|agreed|suggested|replaced|leads|runs"
    r"|chairs|joined|moved|seconded|felt|noted|raised|pointed out|added|attended|confirmed"
    r"|queried|requested|highlighted|expressed|proposed|presented|declared|advised|stated|be"
    r"|commented|outlined|welcomed|introduced|nominated|updated|sought|left|took|referred|may"
    r"|substituted|considered|questioned|enquired|recommended|supported|acknowledged|emphasised"
    r"|reminded|circulated|arrived|abstained|voted|reiterated|clarified|responded|replied)"
)
_ALONE = worded(
    "Mr|Ms|Dr|Miss|Cllr|Councillor|Baroness",
    rf"(?<!\b[Aa] )(?<!\w)(?P<title>Mr|Mrs|Ms|Miss|Dr|Cllr|Councillor|Baroness)\.? "
    rf"(?P<name>{SURNAME}) (?:also |then |now )?{_DOES}\b",
)
# "the item raised by Councillor Orme": a councillor is nobody else, whatever is told.
_OF_A_COUNCIL = worded(
    "Cllr|Councillor",
    r"(?<!\b[Aa] )(?<!\b[Tt]he )(?<!\w)(?P<title>Cllr|Councillor)\.? "
    rf"(?P<name>{SURNAME})(?![\w’'-]| [A-Z(]|\.[A-Z])",
)
_NO_SURNAMES = """
Call Code Conduct Training Grant Grants Scheme Role Portal Allowances Champion Briefing Seminar
Workshop Ward Vacancy Election Enquiries Surgery Surgeries Responsibilities
"""
_NO_SURNAME = frozenset(_NO_SURNAMES.split())
# "Cllrs Orme, Moss and T Vale": a word for several, and their surnames in a row.
_ONE = rf"(?:[A-Z]\.? )?{SURNAME}"
_SEVERAL = worded(
    "Cllrs|Councillors|Messrs",
    rf"\b(?P<title>Cllrs|Councillors|Messrs)\.? (?P<names>{_ONE}(?:, (?:and )?{_ONE}){{0,12}}"
    rf"(?:,? and|,? &) {_ONE})(?![\w’'-]| [A-Z])",
)
_EACH = re.compile(_ONE)
_UNKNOWN = re.compile(rf"\b[Aa] (?:Mr|Mrs|Ms|Miss|Dr) (?P<name>{SURNAME})\b")
_OF_COUNCIL = ("Cllr", "Councillor")


def titled_alone(
    text: str, passages: Sequence[Passage], found: Sequence[Sighting]
) -> Iterator[Sighting]:
    """Each of them once, where they are first said to do something."""
    named = {word for one in found for word in one.name.split()}
    named |= {one["name"] for one in _UNKNOWN.finditer(text)}
    for passage in passages:
        if passage.kind in ("row", "heading", CELL):
            continue
        for match in _SEVERAL.finditer(text, passage.start, passage.end):
            title = "Councillor" if match["title"] != "Messrs" else None
            parts = list(_EACH.finditer(text, *match.span("names")))
            if any(one.group().split()[-1] in NOT_NAMES for one in parts):
                continue  # "Councillors, Officers and Members"
            for one in parts:
                name = one.group()
                if name in named or name.split()[-1] in named:
                    continue
                named.update((name, name.split()[-1]))
                yield Sighting(
                    name, *one.span(), title, None, "mentioned", "people.titled-several"
                )
        for match in (
            *_ALONE.finditer(text, passage.start, passage.end),
            *_OF_A_COUNCIL.finditer(text, passage.start, passage.end),
        ):
            name = match["name"]
            if name in named or name in NOT_NAMES or name in _NO_SURNAME:
                continue
            named.add(name)
            title = match["title"]
            council = title in _OF_COUNCIL
            yield Sighting(
                name if council else f"{title} {name}", match.start(), match.end("name"),
                "Councillor" if council else None, None, "mentioned", "people.titled-alone",
            )  # fmt: skip

"""The body of a meeting, where the head of its paper names it and the line of its day does not.

"MARL FIRE AUTHORITY" above "Minutes of a meeting held on 6 October": the authority met. "The
Board", in a paper of the Strategic Board, is that board.
"""

import re
from dataclasses import replace

from answerable.reading.material import Material
from answerable.reading.records import Record

_TOP, _LONGEST = 5, 80
_NAME = re.compile(
    r"(?P<body>(?:[A-Z][\w&’'-]*,? (?:(?:and|of|for|the|&) )*){1,8}?(?i:authority|council|cabinet"
    r"|panel|board|committee|sub-committee|partnership|forum|group|association|governors|trustees"
    r"|executive|governing body))(?:\W*| ?[–:|,-] ?(?:\w+ ){0,2}?(?:minutes|agenda|notes?))\W*"
)
_PAPER = re.compile(r"\W*(?:report|minutes|agenda|notes?|record|paper|letter|to|from)\b", re.I)
_SHORT = re.compile(r"(?:the |our |its )?(?P<last>[a-z-]+)", re.IGNORECASE)


def of_head(this: Record, material: Material) -> Record:
    """This meeting with the body that a line at the top of its paper is the name of."""
    if this.fields["body"] is not None:
        return this
    for passage in material.passages[:_TOP]:
        if passage.end - passage.start > _LONGEST or passage.start >= this.end:
            continue
        if passage.kind == "row" or _PAPER.match(material.text, passage.start):
            continue
        named = _NAME.fullmatch(material.text, passage.start, passage.end)
        if named is not None:
            return _with(this, " ".join(named["body"].split()), material)
    return this


def _with(this: Record, body: str, material: Material) -> Record:
    known = material.gazetteer.by_name(body)
    fields = {
        **this.fields,
        "body": known.name if known else body,
        "body_id": known.id if known else None,
    }
    return replace(
        this, fields=fields, inferred={**this.inferred, "body": "the head of the paper"}
    )


def in_full(one: Record, this: Record | None) -> Record:
    """A meeting of "the Board", with the name of the board whose paper tells of it."""
    body = one.fields.get("body")
    whole = this.fields["body"] if this is not None else None
    if one.kind != "meeting" or this is None:
        return one
    if not isinstance(body, str) or not isinstance(whole, str):
        return one
    short = _SHORT.fullmatch(body)
    if short is None or not whole.lower().endswith(f" {short['last'].lower()}"):
        return one
    return replace(
        one,
        fields={**one.fields, "body": whole, "body_id": this.fields["body_id"]},
        inferred={**one.inferred, "body": "the body whose paper this is"},
    )

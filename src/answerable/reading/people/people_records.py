"""A person as a record: the whole name, the post without its body, and whom they belong to."""

import re
from collections.abc import Sequence

from answerable.reading.gazetteer import Gazetteer
from answerable.reading.layout.canonical_text import CanonicalText
from answerable.reading.people.attendance import Sighting
from answerable.reading.people.honours import honoured
from answerable.reading.records import Record, record
from answerable.reading.roles import holding


def record_of(
    text: CanonicalText,
    best: Sighting,
    places: Sequence[Sighting],
    gazetteer: Gazetteer,
    on: str | None,
) -> Record:
    """The record of a person named at `places`, with what the best of them says."""
    role = " ".join(best.role.split()) if best.role else None
    name = honoured(text.text, best.name, places)
    given: dict[str, str | None] = {"name": name, "presence": best.presence}
    inferred: dict[str, str] = {}
    organisation = _organisation(text.text[best.start : best.end], best.name, gazetteer)
    if role:
        role = re.sub(
            r"((?:Commissioner|Constable|Officer|Executive|Secretary|Leader)),? (?:for"
            r"|of) (?:the )?"
            r"[A-Z].*$",
            r"\1",
            role,
        )
        role = re.split(r",? (?:[Cc][Cc]|[Tt]o|[Ff]rom): ", role)[0]
        bodies = [one for one in gazetteer.mentions(role) if not one.weak]
        if bodies and bodies[0].start > 4:
            role = _TO_BODY.sub("", role[: bodies[0].start].rstrip(" ,-–"))
        role = re.sub(r"^(?:CQC|Ofsted|HMICFRS)(?:[’']s)? ", "", role)
        given["role"] = role
        given["holding"] = holding(role)
    holder = gazetteer.holder(best.name, on)
    if organisation is None and holder is not None:
        body = next((one for one in gazetteer.bodies if one.id == holder.body), None)
        if body is not None:
            organisation = body.name
            inferred["organisation"] = "the office holder's body in the gazetteer"
    if organisation is None:
        organisation = next((one.organisation for one in places if one.organisation), None)
    given["organisation"] = organisation
    given["initials"] = next((one.initials for one in places if one.initials), None)
    return record(
        "person",
        (best.start, best.end),
        best.rule,
        given=given,
        inferred=inferred,
        weight=60,
        key=best.name,
    )


# "leader for children at" its body, which is told apart.
_TO_BODY = re.compile(r",? (?:of|for|at|in|to|with|from|on)(?: the)?$")


def _organisation(words: str, name: str, gazetteer: Gazetteer) -> str | None:
    """The body that the words beside a name tell of; "Ada Moss School" is none."""
    own = words.find(name)
    named = [
        one for one in gazetteer.mentions(words) if not one.weak and not one.start <= own < one.end
    ]
    return named[-1].body.name if named else None

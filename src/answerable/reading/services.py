"""The one service that a page or a notice is about: a care home, a surgery, a hospital."""

import re

from answerable.reading.canonical_text import CanonicalText
from answerable.reading.gazetteer import Body, Gazetteer

_CALLED = r"(?P<name>[A-Z][\w’'&.-]*(?: (?:[A-Z][\w’'&.-]*|of|the|and|&|at)){0,5}?)"
_SORT = (
    r"(?:care home|nursing home|residential home|hospital|home ?care (?:agency|service)|hospice"
    r"|GP practice|surgery|dental practice|medical (?:centre|practice)|children[’']s home|clinic)"
)
# "Fernlea House is run by …", "CQC rates Fernlea House care home in Brindle …".
_NAMED = (
    re.compile(rf"(?:^|[.\n] ?){_CALLED},?(?: in [A-Z]\w+,)? is (?:run|owned|operated) by "),
    re.compile(
        rf"(?:^|[.\n] ?){_CALLED} (?:is a (?:[a-z]+ ){{0,3}}{_SORT}|provides (?:personal|care))"
    ),
    re.compile(
        rf"\b(?:rates?|rated|inspected|inspection of|at) {_CALLED},? (?:an? )?"
        rf"(?:[a-z]+ ){{0,2}}{_SORT}"
    ),
)
_SERVICE = re.compile(
    r"(?:(?:Residential |Nursing )?[Cc]are home.{0,40}|Nursing home|Home ?care (?:agency|service)"
    r"|Domiciliary care.{0,20}|Supported living.{0,20}|(?:GP|Dental|Doctors?) (?:practice|surgery)"
    r"|(?:Independent |NHS |Acute )?[Hh]ospital|Hospice|Children’s home|Clinic|Ambulance service)$"
)
_HEAD = 2500


def service_of(text: CanonicalText, profile: str, gazetteer: Gazetteer) -> Body | None:
    """The service by the name at the head of its page, or as a notice of its regulator says."""
    return _page(text) or (_notice(text, gazetteer) if profile == "cqc" else None)


def _page(text: CanonicalText) -> Body | None:
    """A page about one service: its name stands first and what it is below it."""
    lines = [one for one in text.blocks[:3] if one.kind != "furniture"]
    if len(lines) < 2:
        return None
    name, sort = (text.exact(one).strip() for one in lines[:2])
    fits = len(name) < 70 and "\n" not in name and not name.endswith((".", ":"))
    return Body(name, None, "provider") if fits and _SERVICE.match(sort) else None


def _notice(text: CanonicalText, gazetteer: Gazetteer) -> Body | None:
    head = text.text[:_HEAD]
    for pattern in _NAMED:
        match = pattern.search(head)
        if match is not None and not gazetteer.mentions(match["name"]):
            return Body(match["name"], None, "provider")
    return None

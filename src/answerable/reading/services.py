"""The one service that a page or a notice is about: a care home, a surgery, a hospital."""

import re

from answerable.reading.gazetteer import Body, Gazetteer
from answerable.reading.layout.canonical_text import CanonicalText

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


_PROVIDERS = ("cqc", "ofsted", "prisons")
# "Urgent notification: Ravel House", "Report on an inspection of Larch Hall".
_TITLED = re.compile(
    r"\b(?:inspection|visit|revisit|review of progress|progress|notification|notice|report"
    r"|letter|monitoring|assessment)(?: (?:of|to|at|on|for|about)|:|,| –| -)"
    r"(?: (?:an? |the )?(?:good|outstanding|inadequate|\w+ed) school:?)?"
    r" (?P<name>(?:HM[PY]\w* )?(?-i:[A-Z])[\w’'&.-]*(?: (?:(?-i:[A-Z])[\w’'&.-]*|of|the|and|&"
    r"|at)){0,6})"
    r"(?: (?:young offender institution|secure training centre|children[’']s home|prison|school"
    r"|care home|hospital|nursery|surgery))?\W*(?:$|\n|, \d| by | on |\()",
    re.IGNORECASE,
)
_NO_NAME = re.compile(
    r"\b(?:Inspection|Report|Services?|Review|Progress|Plan|Children|Custody|Education|Care|Visit"
    r"|Letter|Findings|Police|Constabulary|Council|January|February|March|April|May|June|July"
    r"|August|September|October|November|December|Prisons?|Annual)\b"
)


def service_of(text: CanonicalText, profile: str, gazetteer: Gazetteer) -> Body | None:
    """The service by the name at the head of its page, or as a notice of its regulator says."""
    return (
        _page(text)
        or (_reported(text, gazetteer) if profile == "cqc" else None)
        or (_notice(text, gazetteer) if profile == "cqc" else None)
        or _headed(text, gazetteer)
    )


def titled(text: CanonicalText, profile: str, gazetteer: Gazetteer, title: str) -> Body | None:
    """The name that a title or a heading near the top gives, where no body is named in it."""
    if profile not in _PROVIDERS:
        return None
    heads = [text.exact(one) for one in text.blocks[:8] if one.kind == "heading"]
    for words in (title, *heads):
        match = _TITLED.search(words)
        name = match["name"] if match else ""
        fits = len(name.split()) > 1 and not _NO_NAME.search(name)
        if fits and not gazetteer.mentions(words):
            return Body(name, None, "provider")
    return None


# "Larch House secure children's home"; "Regulatory judgement: Marl Housing Limited (L4000)".
_BY_SORT = re.compile(
    rf"(?:An? |The )?(?P<name>[A-Z][\w’'&.-]*(?: (?:[A-Z][\w’'&.-]*|of|the|and|&|at)){{1,5}}) "
    rf"(?:secure |approved |training |care ){{0,2}}(?:{_SORT}|centre)"
    r"(?:\W+(?:[Ii]nspection|[Rr]eport)\b.*)?"
)
_JUDGED = re.compile(
    r"Regulatory (?:[Jj]udge?ment|[Nn]otice)(?:: | on | for |\s?[–-] )"
    r"(?P<a>[A-Z][^\n:;()–]{3,60}?)"
    r"(?: \([A-Z]*\d+\))?"
    r"|(?P<b>[A-Z][^\n:;()–]{3,60}?)(?: \([A-Z]*\d+\))?(?:: |\s?[–-] )"
    r"[Rr]egulatory (?:judge?ment|notice)\b[^\n]*"
)


def _headed(text: CanonicalText, gazetteer: Gazetteer) -> Body | None:
    """The service or the landlord that the first line names, by its sort or as one judged."""
    lines = [text.exact(one).strip() for one in text.blocks[:3] if one.kind != "furniture"]
    for words in lines:
        if len(words) > _LINE:
            continue
        sort, judged = _BY_SORT.fullmatch(words), _JUDGED.fullmatch(words)
        name = (sort and sort["name"]) or (judged and (judged["a"] or judged["b"])) or ""
        if not name or _NO_NAME.search(name):
            continue
        named = gazetteer.mentions(name)
        return named[0].body if named else Body(name, None, "provider")
    return None


_LINE = 120


def _page(text: CanonicalText) -> Body | None:
    """A page about one service: its name stands first and what it is below it."""
    lines = [one for one in text.blocks[:3] if one.kind != "furniture"]
    if len(lines) < 2:
        return None
    name, sort = (text.exact(one).strip() for one in lines[:2])
    fits = len(name) < 70 and "\n" not in name and not name.endswith((".", ":"))
    return Body(name, None, "provider") if fits and _SERVICE.match(sort) else None


# "Larch Lodge" above "Inspection report. Date of publication: …".
_A_NAME = re.compile(r"[A-Z][\w’'&.-]*(?: (?:[A-Z][\w’'&.-]*|of|the|and|&|at)){1,6}")
_REPORT = re.compile(r"(?:CQC )?[Ii]nspection (?:report|summary)\b")


def _reported(text: CanonicalText, gazetteer: Gazetteer) -> Body | None:
    """A report on one service: its name stands first, and that it is a report below it."""
    lines = [text.exact(one).strip() for one in text.blocks[:3] if one.kind != "furniture"]
    if len(lines) < 2 or _A_NAME.fullmatch(lines[0]) is None or _REPORT.match(lines[1]) is None:
        return None
    known = _NO_NAME.search(lines[0]) or gazetteer.mentions(lines[0])
    return None if known else Body(lines[0], None, "provider")


def _notice(text: CanonicalText, gazetteer: Gazetteer) -> Body | None:
    head = text.text[:_HEAD]
    for pattern in _NAMED:
        match = pattern.search(head)
        if match is not None and not gazetteer.mentions(match["name"]):
            return Body(match["name"], None, "provider")
    return None

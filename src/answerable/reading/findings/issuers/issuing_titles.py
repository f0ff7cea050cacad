"""Who issues a recommendation by the place that it stands in: title, meeting or table row.

"Corporate peer challenge", "Independent Monitoring Board" or "Internal audit" in the title of a
report, or of an answer to one, is whose recommendations a list in it holds. A paper whose title
and head name two such bodies belongs to none here.
"""

import re

from answerable.reading.findings.issuers.issuing_papers import POLICE_AND_FIRE, Issuer
from answerable.reading.findings.issuers.issuing_words import (
    BODY,
    meeting,
    ombudsman,
    resolved,
    the_longest,
)
from answerable.reading.gazetteer import Body
from answerable.reading.material import Material
from answerable.reading.records import Record
from answerable.reading.worded import once

_HEAD = 200
_SORTS: tuple[tuple[re.Pattern[str], re.Pattern[str], str], ...] = (
    (
        re.compile(r"\bIndependent Monitoring Board\b|\bIMB\b", re.IGNORECASE),
        re.compile(r"\bIndependent Monitoring Board\b"),
        "Independent Monitoring Board",
    ),
    (
        re.compile(r"\bpeer (?:review|challenge)", re.IGNORECASE),
        re.compile(r"\bpeer (?:review |challenge )?team\b", re.IGNORECASE),
        "peer review team",
    ),
    (
        re.compile(r"\bcustody visit(?:ors?|ing)\b", re.IGNORECASE),
        re.compile(r"\bindependent custody visitors\b", re.IGNORECASE),
        "Independent custody visitors",
    ),
    (
        re.compile(r"\binternal audit", re.IGNORECASE),
        re.compile(r"\binternal audit\b", re.IGNORECASE),
        "internal audit",
    ),
    (
        re.compile(r"\bIOPC\b|\bIndependent Office for Police Conduct\b"),
        re.compile(r"\bIOPC\b"),
        "IOPC",
    ),
    (re.compile(r"\bHMCPSI\b"), re.compile(r"\bHMCPSI\b"), "HMCPSI"),
    (
        re.compile(r"\bregulatory judge?ment\b|\bRegulator of Social Housing\b", re.IGNORECASE),
        re.compile(r"\bRegulator of Social Housing\b"),
        "Regulator of Social Housing",
    ),
    (
        re.compile(r"\btask (?:and finish )?group\b", re.IGNORECASE),
        re.compile(r"\b(?:(?:[A-Z][\w’']+ ){1,4}Task (?:and Finish )?Group|task group)\b"),
        "task group",
    ),
    (
        re.compile(r"\bombudsman\b", re.IGNORECASE),
        re.compile(
            r"\b(?!The )(?:[A-Z]\w+ (?:and )?){0,5}(?:Housing|Care|Services?|Probation|Government"
            r"|Pensions|Legal|Financial)"
            r" Ombudsman\b"
        ),
        "Ombudsman",
    ),
    (
        re.compile(r"\b(?:scrutiny|crime|ethics) panel\b", re.IGNORECASE),
        re.compile(r"\b(?:[A-Z][\w’',]+ (?:and )?){1,6}[Pp]anel\b"),
        "Panel",
    ),
    (
        re.compile(r"\b(?:scrutiny|select|ethics) committee\b", re.IGNORECASE),
        re.compile(r"\b(?:[A-Z][\w’',]+ (?:and )?){1,6}[Cc]ommittee\b"),
        "Committee",
    ),
    (re.compile(r"\bHMICFRS\b|\bPEEL\b"), re.compile(r"\bHMICFRS\b"), "HMICFRS"),
)


def titled(material: Material, *, inspectorates: bool = True) -> Issuer | None:
    """The one body of such a sort that the title and first words name."""
    title = material.meta.title or material.canonical.title or ""
    for first in (title, f"{title}\n{material.text[:_HEAD]}"):
        fit = [sort for sort in _SORTS if sort[0].search(first)]
        if fit:
            plain = fit[0][2]
            if len(fit) > 1 or (plain == POLICE_AND_FIRE and not inspectorates):
                return None
            return _of_sort(material, fit[0], first)
    return None


def by_section(material: Material, one: Record) -> Issuer | None:
    """For what is told again: the one body that the heading, or else the block before, names."""
    passage = material.around(one.start)
    block = material.canonical.blocks[passage.block]
    for words in (passage.heading, material.text[block.start : one.start]):
        fit = [sort for sort in _SORTS if sort[0].search(words)]
        if fit:
            return _of_sort(material, fit[0], words) if len(fit) == 1 else None
    return None


def by_author(material: Material) -> Issuer | None:
    """Which charity, union or other group writes "we ask": the only one that the head names."""
    title = material.meta.title or material.canonical.title or ""
    head = f"{title}\n{material.text[:_HEAD]}"
    bodies = {" ".join(one.split()) for one in _CAMPAIGNS.findall(head)}
    name = the_longest(bodies)
    return Issuer(Body(name, None, "charity"), None, "whose paper it is") if name else None


_CAMPAIGNS = re.compile(
    r"\b(?:[A-Z][\w’'&-]* (?:(?:of|and|for|&) )?){1,5}(?:Trust|Centre|Crisis|Union|Federation"
    r"|Alliance|Forum|Association|Foundation|Society|Campaign|Network|Commission|Youth Council"
    r"|Healthwatch)\b"
)


def _of_sort(
    material: Material, sort: tuple[re.Pattern[str], re.Pattern[str], str], first: str
) -> Issuer | None:
    _, form, plain = sort
    why = "the body that the title names"
    if plain in ("Panel", "Committee"):
        name = meeting(material)
        return Issuer(Body(name, None, "panel"), None, why) if name else None
    known = material.gazetteer.by_name(plain)
    own = form.search(first)
    far = once(form, material.text) if own is None else None
    named = own.group() if own else material.text[slice(*far)] if far else None
    if plain == "Ombudsman" and named is None:
        return Issuer(Body(ombudsman(material), None, "ombudsman"), None, why)
    if plain == "peer review team" and named is None and "challenge" in first.lower():
        plain = "peer team"
    body = known or Body(" ".join(named.split()) if named else plain, None, "panel")
    return Issuer(body, None, why)


def by_meeting(material: Material) -> Issuer | None:
    """The body whose meeting resolves: the one that the head of its minutes names."""
    name = meeting(material)
    return (
        Issuer(Body(name, None, "panel"), None, "the body whose meeting it is") if name else None
    )


def by_writer(material: Material) -> Issuer | None:
    """The office that reports to members and asks them: "Report of the Chief Fire Officer"."""
    named = _REPORT_OF.search(material.text, 0, _TOP)
    if named is None:
        return None
    return Issuer(Body(named["post"], None, "office"), named.span("post"))


_TOP = 1500
_REPORT_OF = re.compile(
    r"(?:^|(?<=[.;] ))(?:Joint )?(?:Report (?:of|by|from)|Report author|Author|From)\s?:? ?"
    r"(?:the )?(?:[A-Z][\w’-]+ [A-Z][\w’-]+(?:-[A-Z]\w+)?, )?"
    r"(?P<post>(?:(?:Deputy|Assistant|Executive|Acting|Interim) )?"
    r"(?:Chief (?:Fire Officer|Executive|Constable|Finance Officer)|Head of"
    r" [A-Z]\w+(?: (?:and )?[A-Z]\w+){0,3}|Director of [A-Z][\w’]+(?: (?:and )?[A-Z]\w+){0,3}"
    r"|Treasurer|Monitoring Officer|Clerk))\b",
    re.MULTILINE,
)


_SOURCE = re.compile(
    r"(?:source|origin|issued by|recommended by|raised by|made by|inspectorate|issuer"
    r"|issuing body|from|reviewer|body)\W*",
    re.IGNORECASE,
)
_WHOSE = re.compile(r"(?P<who>[\w ]{3,40})[’']s? recommendations?\W*", re.IGNORECASE)
_OF_BODY = re.compile(rf"(?P<who>{BODY})(?![\w’'])[^\n]{{0,40}}")
_NOT_SOURCE = re.compile(
    r"(?:owner|lead|response|status|who|action|progress|update|recommendation|to|for|due"
    r"|responsible|accountable)\b",
    re.IGNORECASE,
)


def by_row(material: Material, one: Record) -> Issuer | None:
    """Whom the row's own column of sources, its reference or the head of its column names."""
    passage = material.around(one.start)
    block = material.canonical.blocks[passage.block]
    for place, cell in enumerate(block.cells):
        head = block.header[place].strip() if place < len(block.header) else ""
        if cell.start <= one.start < cell.end:
            whose = _WHOSE.fullmatch(head)
            if whose:
                return resolved(material, whose["who"], None)
        elif not _NOT_SOURCE.match(head):
            named = _OF_BODY.fullmatch(material.canonical.exact(cell).strip())
            if named:
                return resolved(material, named["who"], (cell.start, cell.end))
            if _SOURCE.fullmatch(head):
                return NOBODY
    return None


NOBODY = Issuer(Body("", None, ""))
"""A source is told that is no body: nor is the paper's title then the row's."""

"""Whose paper it is, for what it recommends: the inspectorate that reports, or that it answers.

An inspectorate's own report or letter speaks of "our inspection" and seldom says whose it is: its
sort of service does (a force and a fire service, a probation unit, a care home, a prison). A paper
of the inspected body, its board or its panel is none, even where it is laid out alike. Where two
inspectorates could be meant, nobody is.
"""

import re
from dataclasses import dataclass

from answerable.reading.gazetteer import Body
from answerable.reading.material import Material
from answerable.reading.worded import worded


@dataclass(frozen=True, slots=True)
class Issuer:
    """Who recommends; `span` where the words that name it stand, `why` where none do."""

    body: Body
    span: tuple[int, int] | None = None
    why: str | None = None


def inspectorate(material: Material) -> Issuer | None:
    """The inspectorate whose own paper it is."""
    return _reporting(material) if _inspects(material) else None


def _inspects(material: Material) -> bool:
    first = _first(material)
    if _JOINT.search(first) or _OF_ANOTHER.search(first + material.text[_TITLE:_HEAD]):
        return False
    voiced = _OWN_VOICE.search(material.text) is not None
    named = _OF_INSPECTION.search(first) is not None
    if material.profile.type.startswith("inspection"):
        return voiced or named
    return material.profile.type == "other" and voiced and named


def _reporting(material: Material) -> Issuer | None:
    """The inspectorate that inspects services of the sort, or the only one named."""
    sort = _sort(material)
    named = _named(material)
    if sort is None:
        return named[0] if len(named) == 1 else None
    if _TOGETHER.search(_first(material)):
        return None
    same = next((one for one in named if _same(one.body, sort)), None)
    if same is not None or named:
        return same
    why = "the inspectorate of the service that the report is on"
    return Issuer(_known(material, sort), None, why)


def only_named(material: Material) -> Issuer | None:
    """The inspectorate that a plan, register or reply answers: the only one that it names.

    Where it names none, and its head tells of an inspection, it is that of the service.
    """
    named = _named(material)
    if len(named) > 1 or _OTHERS.search(material.text):
        return None
    first = _first(material)
    sort = _sort(material)
    if named or sort is None or _JOINT.search(first) or _TOGETHER.search(first):
        return named[0] if named else None
    if not _INSPECTED.search(first):
        return None
    why = "the inspectorate of the service that was inspected"
    return Issuer(_known(material, sort), None, why)


def meant_by_inspectors(
    material: Material, words: str, span: tuple[int, int] | None
) -> Issuer | None:
    """Whom "inspectors" or "the watchdog" are: the only one named, or that of the service."""
    named = _named(material)
    if len(named) == 1:
        return Issuer(named[0].body, span, f"{words} = {named[0].body.name}")
    sort = _sort(material)
    if named or sort is None or words.lower().endswith("inspectorates"):
        return None
    return Issuer(_known(material, sort), span, f"{words} = the inspectorate of the service")


def _named(material: Material) -> list[Issuer]:
    """The inspectorates that the paper names, each once, by where it is named first."""
    found: dict[str, Issuer] = {}
    for one in material.mentions:
        if one.body.inspects and not one.weak and one.body.name != "National Audit Office":
            why = "the inspectorate named in the document"
            issuer = Issuer(one.body, (one.start, one.end), why)
            found.setdefault(_SORT_OF.get(one.body.name, one.body.name), issuer)
    return list(found.values())


def _known(material: Material, name: str) -> Body:
    return material.gazetteer.by_name(name) or Body(name, None, "inspectorate")


def _same(body: Body, sort: str) -> bool:
    return _SORT_OF.get(body.name, body.name) == sort


def _first(material: Material) -> str:
    title = material.meta.title or material.canonical.title or ""
    return f"{title}\n{material.text[:_TITLE]}"


def _sort(material: Material) -> str | None:
    """The inspectorate that inspects services of the sort that the head of the paper names."""
    if material.profile.id in _BY_PROFILE:
        return _BY_PROFILE[material.profile.id]
    first = _first(material)
    for name, services in _BY_SERVICE:
        if services.search(first):
            return name
    subject = material.subject
    return POLICE_AND_FIRE if subject is not None and subject.kind in ("force", "fire") else None


POLICE_AND_FIRE = "HMICFRS"
_HEAD, _TITLE = 1500, 300
_BY_PROFILE = {
    "cqc": "Care Quality Commission",
    "ofsted": "Ofsted",
    "prisons": "HM Inspectorate of Prisons",
}
_BY_SERVICE = (
    (
        "HM Inspectorate of Probation",
        re.compile(r"\b(?:probation|PDU|youth (?:justice|offending))\b", re.IGNORECASE),
    ),
    (
        POLICE_AND_FIRE,
        re.compile(
            r"\b(?:PEEL|[Pp]olice (?:force|[Ss]ervice)|[Cc]onstabulary"
            r"|[Ff]ire (?:and|&) [Rr]escue)\b|\b[A-Z]\w+ Police\b"
        ),
    ),
)
# One inspectorate by several names.
_SORT_OF = {
    "CQC": "Care Quality Commission",
    "OFSTED": "Ofsted",
    "HMIP": "HM Inspectorate of Prisons",
    "HMIC": POLICE_AND_FIRE,
    "Independent Office for Police Conduct": "IOPC",
    "His Majesty's Inspectorate of Probation": "HM Inspectorate of Probation",
    "His Majesty’s Inspectorate of Probation": "HM Inspectorate of Probation",
    "His Majesty's Inspectorate of Prisons": "HM Inspectorate of Prisons",
    "His Majesty’s Inspectorate of Prisons": "HM Inspectorate of Prisons",
}
_JOINT = worded("joint", r"\bjoint(?:ly)?\b", re.IGNORECASE)
_INSPECTED = worded("nspect|PEEL", r"\b(?:[Ii]nspect(?:ion|ors?|ed)|PEEL)\b")
# Inspected by two inspectorates together.
_TOGETHER = worded("custody", r"\bcustody\b", re.IGNORECASE)
_OWN_VOICE = worded(
    "we |our ",
    r"\b(?:our (?:\w+ )?(?:inspection|inspectors|revisit|visit|fieldwork|judge?ments?|findings"
    r"|assessment|survey)"
    r"|we (?:have |had |also |then )?(?:inspected|revisited|visited|re-?visited|found|graded"
    r"|rated|judged|examined|assessed|saw|reviewed|issued|recommend|identified"
    r"|looked at|carried out))\b",
    re.IGNORECASE,
)
_OF_INSPECTION = worded(
    "nspection|PEEL|hematic", r"\b(?:[Ii]nspections? (?:of|report)|PEEL|[Tt]hematic)\b"
)
# A paper of the inspected body or of those who watch it, however much it is laid out alike.
_OF_ANOTHER = worded(
    "report|response|member|tracker| plan|asked|invited|recommended|reply|answer|section 55|paper"
    "|update|panel|briefing|minutes",
    r"\b(?:(?:joint )?report (?:of|by|from) (?:the )?(?:chief|commissioner|head|director|deputy"
    r"|assistant|clerk|treasurer|office|police)|report to (?:the )?(?:\w+ ){0,4}(?:authority"
    r"|board|committee|panel)|purpose of (?:the|this) (?:report|paper)|members are"
    r"|(?:authority|board|committee|panel) (?:is|are) (?:asked|invited|recommended)"
    r"|tracker|(?:action|improvement|delivery) plan$|our response|response (?:from|of|under"
    r"|to (?:the |an? )?(?:hmic|inspect|report|cause|section|recommend|review|peer|audit|super))"
    r"|(?:commissioner|force|council|trust)[’']s (?:response|reply|answer)"
    r"|section 55|board paper|recommended to|(?:position|progress) update|member of parliament"
    r"|(?:police(?: and|, fire and) crime|scrutiny) panel\s*$|briefing|minutes of)\b",
    re.IGNORECASE | re.MULTILINE,
)
# Others who recommend beside an inspectorate.
_OTHERS = worded(
    "audit|ombudsman|peer|coroner|iopc|panel|committee|review team|task",
    r"\b(?:(?:internal|external) audit\w*|ombudsman|peer (?:review|challenge|team)|coroner|iopc"
    r"|(?:panel|committee|task (?:and finish )?group)[’']?s? (?:has |had )?(?:recommend|asked"
    r"|urged|resolved|requested)\w*|review team)\b",
    re.IGNORECASE,
)

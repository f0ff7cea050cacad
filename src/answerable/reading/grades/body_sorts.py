"""Sorts of body that are graded: what a clause calls them, and what a paper on one speaks of."""

import re
from dataclasses import dataclass

from answerable.reading.gazetteer import Body
from answerable.reading.worded import Worded, worded


@dataclass(frozen=True, slots=True)
class Sort:
    """`said`: the words of a clause that mean it; `paper`: what only a paper on it speaks of."""

    name: str
    kinds: tuple[str, ...]
    form: re.Pattern[str]
    said: re.Pattern[str]
    paper: Worded

    def fits(self, body: Body) -> bool:
        """Whether a body is of this sort, by its kind and by the form of its name."""
        return body.kind in self.kinds and self.form.search(body.name) is not None


_ANY = re.compile("")

SORTS = (
    Sort(
        "force",
        ("force",),
        _ANY,
        re.compile(r"\b(?:force|constabulary|police)\b", re.IGNORECASE),
        worded(
            "PEEL|he force|onstabulary|hief Constable|olice and Crime",
            r"\bPEEL\b|\b[Tt]he force\b|\b[Tt]he [Cc]onstabulary\b|\bChief Constable\b"
            r"|\bPolice and Crime\b",
        ),
    ),
    Sort(
        "fire service",
        ("fire",),
        _ANY,
        re.compile(r"\b(?:fire (?:and rescue )?service|brigade|fire chiefs?)\b", re.IGNORECASE),
        worded(
            "ire Authority|ire authority|ire and Rescue|ire and rescue|ire Officer|ire officer"
            "|irefighter|ire service|ire chief",
            r"\b[Ff]ire (?:[Aa]uthority|[Oo]fficer|service|chief)|\b[Ff]ire and [Rr]escue"
            r"|\b[Ff]irefighter",
        ),
    ),
    Sort(
        "probation unit",
        ("provider",),
        re.compile(r"\b(?:PDU|Probation Delivery Unit)$"),
        re.compile(r"\b(?:PDU|(?:delivery |probation )unit|probation service)\b", re.IGNORECASE),
        worded("robation", r"\b(?:[Ii]nspect\w+ of [Pp]robation|[Pp]robation inspect\w+)\b"),
    ),
    Sort(
        "youth justice service",
        ("provider",),
        re.compile(r"\bYouth (?:Justice|Offending) (?:Service|Team)$"),
        re.compile(r"\byouth (?:justice|offending)\b|\bYJS\b", re.IGNORECASE),
        worded("outh |OUTH ", r"\b(?:[Yy]outh|YOUTH) (?:[Jj]ustice|[Oo]ffending|JUSTICE)\b"),
    ),
    Sort(
        "school",
        ("provider",),
        re.compile(r"\b(?:School|Academy|College|Nursery)\b"),
        re.compile(r"\b(?:school|academy|nursery)\b", re.IGNORECASE),
        worded("overnors|eport card|upils", r"\b[Gg]overnors\b|\b[Rr]eport card\b|\b[Pp]upils\b"),
    ),
    Sort(
        "prosecution area",
        ("provider",),
        re.compile(r"^CPS "),
        re.compile(r"\bCPS\b|\bthe Area\b"),
        worded("CPS", r"\bCPS\b"),
    ),
    Sort(
        "prison",
        ("provider",),
        re.compile(r"^(?:HMP|HMYOI|YOI|HM Prison)\b"),
        re.compile(r"\b(?:prison|jail)\b", re.IGNORECASE),
        worded("prison|HMP|jail", r"\bHMP\b|\b(?:prison|jail)\b"),
    ),
    Sort(
        "hospital or trust",
        ("provider",),
        re.compile(r"\b(?:Trust|Hospital|Infirmary)\b"),
        re.compile(r"\b(?:hospital|trust)\b", re.IGNORECASE),
        worded("CQC|Care Quality|ospital", r"\bCQC\b|\bCare Quality\b|\b[Hh]ospital\b"),
    ),
)
# A noun for a body of no plain sort: "the service" of some paper, "the council", "the provider".
CALLED = re.compile(
    r"\b(?:children[’']s (?:social care |services?)|social (?:care|work)|care home|home|council"
    r"|department|ward|local authority|provider|landlord)\b",
    re.IGNORECASE,
)

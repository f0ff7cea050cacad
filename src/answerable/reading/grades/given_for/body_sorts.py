"""Sorts of body that are graded: what a clause calls them, and what a paper on one speaks of."""

import re
from dataclasses import dataclass

from answerable.reading.gazetteer import Body
from answerable.reading.worded import Worded, worded


@dataclass(frozen=True, slots=True)
class Sort:
    """`said`: the words of a clause that mean it; `paper`: what only a paper on it speaks of.

    `called`: how a paper names one whose name has no form that is known everywhere.
    """

    name: str
    kinds: tuple[str, ...]
    form: re.Pattern[str]
    said: re.Pattern[str]
    paper: Worded
    called: Worded | None = None

    def fits(self, body: Body) -> bool:
        """Whether a body is of this sort, by its kind and by the form of its name."""
        return body.kind in self.kinds and self.form.search(body.name) is not None


_ANY = re.compile("")

SORTS: tuple[Sort, ...] = (
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
        worded(
            "CPS ",
            r"\b(?P<name>CPS (?!(?:Area|Direct|Chief|Crown|The|A|In)\b)[A-Z][a-z]+"
            r"(?: [A-Z][a-z]+| and [A-Z][a-z]+){0,2})\b",
        ),
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
_HOME = r"(?:House|Lodge|Court|Manor|Grange|Hall|View|Lawns|Gardens)"
_NAMES = r"[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2}"
SORTS += (
    Sort(
        "council",
        ("council",),
        re.compile(r"\bCouncil\b"),
        re.compile(
            r"\b(?:children[’']s (?:social (?:care|work)|services)|services for children"
            r"|social work|care leavers|children in care|council|local authority)\b",
            re.IGNORECASE,
        ),
        worded("hildren", r"\b[Cc]hildren[’']s (?:[Ss]ervices|[Ss]ocial)\b"),
    ),
    Sort(
        "care home",
        ("provider",),
        re.compile(rf"\b(?:{_HOME}|Care Home|Nursing Home)$"),
        re.compile(r"\b(?:care |nursing |residential )?home\b", re.IGNORECASE),
        worded(
            "are home|ursing home|hildren's home|hildren’s home|amilies |esidents |elatives ",
            r"\b(?:[Cc]are|[Nn]ursing|[Cc]hildren[’']s) home\b"
            rf"|\b(?:families|residents|relatives) (?:of|at) {_NAMES} {_HOME}\b",
        ),
        worded(
            "House|Lodge|Court|Manor|Grange|Hall|View|Lawns|Gardens",
            rf"(?:\b(?:families|residents|relatives) (?:of|at) |(?:^|(?<=\n)))"
            rf"(?P<name>{_NAMES} {_HOME})\b(?=[^\w ]|$| (?:in|has|was|is|to)\b)",
        ),
    ),
)
LANDLORD = Sort(
    "landlord",
    ("council", "provider"),
    re.compile(r"\b(?:Council|(?:Homes|Housing)(?: (?:Limited|Ltd|Association|Group))?)$"),
    re.compile(r"\blandlord\b", re.IGNORECASE),
    worded("egulator of Social", r"\bRegulator of Social Housing\b"),
    worded(
        "Homes|Housing|HOMES|HOUSING",
        rf"\b(?P<name>(?!(?:The|Our|New|Safe|Decent|Social|Council|Warm|Regulator|Good)\b){_NAMES}"
        r" (?:Homes|Housing))\b(?! (?:Ombudsman|Improvement|Committee|Act))",
    ),
)
# A noun for a body of no plain sort: "the service" of some paper, "the council", "the provider".
CALLED = re.compile(
    r"\b(?:department|ward|maternity|provider|landlord)\b",
    re.IGNORECASE,
)

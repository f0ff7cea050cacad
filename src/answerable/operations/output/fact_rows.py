"""Rows of the tables of single facts: each column holds the field of its name, and what a table
says beyond its fields is worked out here.
"""

from collections.abc import Callable, Iterator, Mapping

from answerable.ledger.register import Register, Version
from answerable.operations import fact_tables as t
from answerable.operations.output.data_rows import Values, number
from answerable.operations.pages import naming
from answerable.operations.table_frame import PROOF, REFERENCE, WHOSE
from answerable.publishing.open_data import Table
from answerable.vocabulary import facts as f
from answerable.vocabulary.fact_base import Fact

_FRAME = frozenset(column.name for column in (*WHOSE, REFERENCE, *PROOF))
_KINDS: Mapping[Table, Mapping[type[Fact], str]] = {
    t.STEPS: {
        f.RungReached: "reached",
        f.Relapsed: "relapsed",
        f.ClosureClaimed: "closure-claimed",
        f.ClosureAccepted: "closure-accepted",
        f.ClosureVerified: "closure-verified",
        f.ClosureStated: "closure-stated",
        f.Reopened: "reopened",
        f.DispositionChanged: "disposition",
        f.Transferred: "transferred",
        f.ActionReassigned: "reassigned",
    },
    t.NEWS: {f.ActionUpdated: ""},
    t.MILESTONES: {f.MilestoneSet: ""},
    t.RESOURCES: {f.ResourceNamed: ""},
    t.LINKS: {
        f.FindingLinked: "",
        f.DependencyStated: "waits-for",
        f.DependencyEnded: "waits-no-more",
        f.ObjectiveLinked: "serves-objective",
        f.Merged: "merged-into",
        f.Split: "split-into",
    },
    t.EVIDENCE: {f.EvidenceOffered: "offered", f.EvidenceChecked: "checked"},
    t.OBJECTIVES: {f.ObjectiveSet: ""},
    t.JUDGEMENTS: {f.PlanJudged: ""},
    t.PARTNERS: {f.PartnerJoined: ""},
    t.AGREEMENTS: {f.AgreementMade: ""},
    t.ITEMS: {f.ItemTaken: ""},
    t.PAPERS: {f.PaperRequired: ""},
    t.MINUTES: {f.MinutesSigned: "signed", f.MinutesApproved: "approved"},
    t.INSPECTIONS: {f.InspectionRecorded: ""},
    t.STAGES: {f.StageReached: ""},
    t.RESPONSE_STEPS: {f.ResponseStepTaken: ""},
    t.DETAILS: {f.DetailStated: ""},
    t.SERVICES: {f.ServiceCommissioned: ""},
    t.OUTPUTS: {f.OutputStated: ""},
    t.VERDICTS: {f.VerdictGiven: ""},
    t.TERMS: {f.ProtocolFixed: ""},
    t.LIMITS: {f.LimitsRebased: ""},
    t.FAMILIES: {f.FamilyFixed: "", f.JointFamilyFixed: ""},
}
"""Table -> the types of fact that are its rows, and what the column `kind` calls each."""
_OTHERWISE: Mapping[str, tuple[str, ...]] = {
    "session": ("meeting",),
    "to": ("owner",),
    "other": ("on", "objective", "into"),
    "measures": ("members",),
}
"""Column -> fields that it holds where a fact has none of its name."""
TABLES = frozenset(_KINDS)


_OF_ITEMS = frozenset({t.STEPS, t.NEWS, t.RESOURCES, t.LINKS, t.PARTNERS})
"""Tables of what happens to findings and actions: shown where the item itself is."""
_HAPPENS = frozenset(
    (
        *(kind for table in _OF_ITEMS for kind in _KINDS[table]),
        *(f.DueDateMoved, f.ResponseGiven, f.EvidenceChecked, f.EvidenceOffered),
    )
)
_OF = ("of", "for")
"""Fields that name what a milestone or evidence is of: shown where that is."""


def rows(table: Table, register: Register) -> Iterator[tuple[Version, Values]]:
    """Each fact of a table with what its row says, in the order of the record."""
    own = tuple(column for column in table.columns if column.name not in _FRAME)
    beside = _BESIDE.get(table)
    for version in register.versions_of(*_KINDS[table]):
        fields = version.fact.values()
        if not _shown(table, register, version, fields):
            continue
        told = {c.name: _field(fields, c.name, numeric=c.kind == "number") for c in own}
        if "kind" in told:
            told["kind"] = _KINDS[table][type(version.fact)] or fields.get("kind")
        if "by" in told:
            told["by"] = version.by.body
        yield version, {**told, **(beside(register, version) if beside else {})}


def _shown(table: Table, register: Register, version: Version, fields: Values) -> bool:
    """Does a page show it? What is of a thing that this reader does not see is on none."""
    if table in _OF_ITEMS:
        items = (f.ActionPromised, f.FindingPublished)
        return bool(register.versions_of(*items, stream=version.fact.stream))
    named = next((str(fields[name]) for name in _OF if fields.get(name)), None)
    held = register.versions_of(stream=named) if named else ()
    return named is None or any(type(one.fact) not in _HAPPENS for one in held)


def _field(fields: Values, column: str, *, numeric: bool) -> object:
    name = next((n for n in (column, *_OTHERWISE.get(column, ())) if n in fields), column)
    value = fields.get(name)
    return number(str(value)) if numeric and value is not None else value


def _partner(register: Register, version: Version) -> Values:
    partner = version.fact.get("partner")
    told = register.versions_of(f.ActionUpdated, stream=version.fact.stream)
    answer = next((v.fact for v in reversed(told) if v.by.body == partner), None)
    return {
        "partner_name": naming.body_words(partner) if partner else None,
        "answer": answer.get("text") if answer else None,
        "answered": answer.valid.start.isoformat() if answer else None,
    }


def _paper(register: Register, version: Version) -> Values:
    came = register.versions_of(f.PaperReceived, stream=version.fact.stream)
    return {"received": came[-1].fact.valid.start.isoformat() if came else None}


def _page(address: str) -> Callable[[Register, Version], Values]:
    """The page of a body that shows such rows."""
    return lambda register, _: {"page": address.format(register.institution)}


_BESIDE: Mapping[Table, Callable[[Register, Version], Values]] = {
    t.PARTNERS: _partner,
    t.PAPERS: _paper,
    t.AGREEMENTS: _page("/partners/{}/"),
    t.OBJECTIVES: _page("/plans/{}/objectives/"),
    t.SERVICES: _page("/money/{}/"),
    t.OUTPUTS: _page("/money/{}/"),
}

"""What the JSON interface lists beside the tables of the open data, and how lists are filtered."""

from collections.abc import Mapping

from answerable.operations import data_tables as d
from answerable.operations import fact_tables as t
from answerable.operations.table_frame import WHOSE
from answerable.publishing.open_data import Column, Table

_PAGE = Column("page", "Page of this site that shows it.")

CASES = Table(
    "cases",
    "Cases",
    "One row is one case: what became of what inspectors found about one theme at one body.",
    (
        *WHOSE[:3],
        Column("reference", "Reference of the case."),
        Column("theme", "What it is about, as a code."),
        Column("title", "Its title."),
        Column("sentence", "Where it stands, in one sentence."),
        _PAGE,
    ),
)
LADDERS = Table(
    "ladders",
    "Ladders",
    "One row is one step of one ladder of the regime that is in force for a body.",
    (
        *WHOSE[:3],
        Column("regime", "Id of the regime."),
        Column("ladder", "Id of the ladder."),
        Column("ladder_words", "What the ladder is about."),
        Column("trigger", "What it counts: overdue, moved or unanswered."),
        Column("step", "Id of the step."),
        Column("step_words", "What the step asks."),
        Column("after", "From how many days or times on.", "integer"),
        Column("to", "Office to which the matter goes."),
        Column("source", "Where the ladder comes from."),
        _PAGE,
    ),
)
OVERSIGHT = Table(
    "oversight",
    "Oversight",
    "One row is one body that holds or held an institution to account.",
    (
        *WHOSE[:3],
        Column("overseen_by", "Id of the body that holds it to account."),
        Column("overseen_by_name", "Its name."),
        Column("begins", "Its first day; empty: not in our sources.", "date"),
        Column("ends", "First day after it; empty: no end is on record.", "date"),
        Column("law", "Law or order that says so."),
        Column("reason", "Why oversight passed to it, where the record says so."),
        Column("source_address", "Address of the source."),
        Column("entry", "Entry of the record that passed it on; empty: the catalogue.", "integer"),
        _PAGE,
    ),
)
CLOCKS = Table(
    "clocks",
    "Clocks",
    "One row is one period that law or the regime sets for a body: what is asked, and of whom.",
    (
        *WHOSE[:3],
        Column("regime", "Id of the regime that is in force for the body."),
        Column("regime_title", "Its title."),
        Column("draft", "Why the regime is not yet to be relied on; empty for one that is."),
        Column("clock", "Id of the clock."),
        Column("asks", "What must be done."),
        Column("of_role", "Role that must do it."),
        Column("starts_on", "publication, receipt, meeting or claim."),
        Column("length", "How long it is.", "integer"),
        Column("unit", "days, working-days or months."),
        Column("law", "Law that sets it."),
        Column("source_address", "Address of the source."),
        _PAGE,
    ),
)
REPLIES_DUE = Table(
    "replies-due",
    "Replies to reports",
    "One row is one report to which a reply is asked for, with its dates as far as sources say.",
    (
        *WHOSE[:3],
        Column("reference", "The report's part of its references."),
        Column("published", "When the report came out.", "date"),
        Column("last_day", "Last day of the period; empty: no law sets one.", "date"),
        Column("letter", "Date of the letter; empty: not in our sources.", "date"),
        Column("comments_published", "When the comments came out, where sources say.", "date"),
        Column("recommendations", "Recommendations of the report on record.", "integer"),
        Column("explained", "For how many of them an explanation is held.", "integer"),
        Column("sentence", "Where it stands, in one sentence."),
        _PAGE,
    ),
)
ALONE = (CASES, LADDERS, OVERSIGHT, CLOCKS, REPLIES_DUE)
"""Lists that rest on the catalogue too, not on the entries of a body alone: no files of rows."""
TABLES: Mapping[str, Table] = {**d.BY_NAME, **{table.name: table for table in ALONE}}
"""Name of a list -> its columns."""

_COLUMNS: Mapping[Table, tuple[str, ...]] = {
    d.FINDINGS: ("theme", "kind", "source", "owner", "rung", "disposition"),
    d.ACTIONS: ("plan", "rung", "disposition"),
    d.SESSIONS: ("held_by", "sort"),
    d.GRADES: ("question", "cycle"),
    d.CLAIMS: ("state", "by_office", "result"),
    d.MONEY: ("line", "state"),
    d.DOCUMENTS: ("type", "publisher"),
    d.MEASURES: ("measure", "verdict"),
    d.FIGURES: ("measure", "release"),
    d.CHANGES: ("kind",),
    d.QUESTIONS: ("session", "addressee", "outcome"),
    d.ANSWERS: ("session", "by_office"),
    d.ASSURANCES: ("session", "about", "level"),
    d.HOLDINGS: ("office",),
    d.REPORTS: ("inspectorate", "cycle", "subject"),
    t.STEPS: ("kind", "rung"),
    t.NEWS: ("by", "rating"),
    t.MILESTONES: ("of",),
    t.LINKS: ("kind",),
    t.EVIDENCE: ("kind", "for"),
    t.JUDGEMENTS: ("judgement",),
    t.PARTNERS: ("partner",),
    t.ESCALATION: ("ladder", "state"),
    t.CONFLICTS: ("field",),
    t.FORWARD_PLAN: ("held_by", "theme", "state"),
    t.ITEMS: ("session",),
    t.PAPERS: ("session", "from"),
    t.DETAILS: ("form", "field"),
    t.SERVICES: ("line", "provider"),
    t.OUTPUTS: ("service", "line"),
    t.VERDICTS: ("measure", "verdict"),
    t.TERMS: ("measure",),
    t.LIMITS: ("measure",),
    CASES: ("theme",),
    LADDERS: ("ladder",),
    OVERSIGHT: ("overseen_by",),
    CLOCKS: ("regime", "clock"),
}
REGISTER: Mapping[str, str] = {
    "q": "Words of the register: of the thing, its reference, its owner, its heading.",
    "view": "Saved filter of the register: overdue, slipping, unproven, no-owner, gaps, ...",
    "stage": "How far it got: said, done, worked, not known.",
    "standing": "open or closed.",
    "rating": "The owner's own rating, in any case.",
    "heading": "Heading of the log under which it stands, in any case.",
}
"""Filters of the page /plans/, of findings and actions: what they keep is worked out there."""
SORT: Mapping[str, str] = {
    "sort": "Order of the register, body by body: due, reference, owner, state or words; -due is "
    "the other way. What has no such value comes last."
}
"""How the page /plans/ sorts them."""
OF_FINDINGS: Mapping[str, str] = {"office": "Office that it is with, as the register says."}
OF_ACTIONS: Mapping[str, str] = {
    "owner": "Office that it belongs to now.",
    "answers": "Reference of a finding that it answers.",
}
PERIODS: Mapping[str, str] = {
    "from": "Figures whose period begins on this day or later.",
    "to": "Figures whose period begins on this day or earlier.",
}
"""Of figures, as on the page /explore/."""


def columns(name: str) -> tuple[str, ...]:
    """Columns of a list by which it is filtered, beside `body`: each by an exact value."""
    table = TABLES[name]
    named = ("reference",) if "reference" in table.names else ()
    return (*named, *_COLUMNS.get(table, ()))


def periods(name: str) -> Mapping[str, str]:
    """Filters of a list that are days, and what they say."""
    return PERIODS if TABLES[name] is d.FIGURES else {}


def filters(name: str) -> Mapping[str, str]:
    """Every filter of a list beside `body`, and what it says."""
    table = TABLES[name]
    means = {column.name: column.means for column in table.columns}
    return {
        **{column: means[column] for column in columns(name)},
        **({**REGISTER, **SORT} if table in (d.FINDINGS, d.ACTIONS) else {}),
        **(OF_FINDINGS if table is d.FINDINGS else {}),
        **(OF_ACTIONS if table is d.ACTIONS else {}),
        **periods(name),
    }

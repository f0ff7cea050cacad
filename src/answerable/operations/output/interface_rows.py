"""Lists of the interface beside the open data: questions, plans, offices, holdings, responses,
reports. Each row rests on one fact, as the rows of the open data do.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping

from answerable.ledger.register import Register, Version
from answerable.operations.data_tables import made_table
from answerable.operations.output import data_rows
from answerable.operations.output.data_rows import Values
from answerable.operations.pages.institutions.reports import ReportKey, key_of
from answerable.publishing.open_data import Column, Row, Table
from answerable.scrutiny.matter import report_of
from answerable.vocabulary import facts as f
from answerable.vocabulary.fact_base import Fact

QUESTIONS = made_table(
    "questions",
    "Questions",
    "One row is one question asked in a session, or sent in by a member of the public.",
    Column("session", "Reference of the session."),
    Column("item", "Number of the item under which it was asked."),
    Column("addressee", "Office that was asked."),
    Column("text", "What was asked."),
    Column("by_public", "Sent in by a member of the public, who is not named.", "boolean"),
    Column("outcome", "How it ended, where that is on record."),
    Column("action", "Reference of the action that came of it."),
    Column("reason", "Why it ended so."),
)
PLANS = made_table(
    "plans",
    "Plans",
    "One row is one plan that was adopted.",
    Column("title", "Its title."),
    Column("owner", "Who owns it."),
    Column("version", "Its version."),
    Column("answers", "Findings that a source says it answers, separated by spaces."),
    Column("actions", "Actions on record in it.", "integer"),
)
OFFICES = made_table(
    "offices",
    "Offices",
    "One row is one post in a body.",
    Column("title", "What it is called."),
    Column("of_body", "Body that it belongs to."),
    Column("level", "Its level, as a code."),
)
HOLDINGS = made_table(
    "holdings",
    "Office-holders",
    "One row is one person in one post, from a day.",
    Column("office", "The post."),
    Column("person", "Who holds it, as the source names them."),
    Column("holding", "substantive, temporary or acting."),
    Column("until", "When it ended, where that is on record.", "date"),
)
RESPONSES = made_table(
    "responses",
    "Responses",
    "One row is one answer to a recommendation.",
    Column("response", "accepted, partly or rejected."),
    Column("text", "What was answered."),
    Column("law", "Law that asks for the answer."),
)
REPORTS = made_table(
    "reports",
    "Reports",
    "One row is one report about one body, by the earliest fact from it.",
    Column("inspectorate", "Who wrote it."),
    Column("cycle", "The inspection cycle."),
    Column("subject", "What it is about, as a code."),
    Column("findings", "Findings of it on record.", "integer"),
    Column("grades", "Grades of it on record.", "integer"),
)


def rows(table: Table, register: Register) -> tuple[Row, ...]:
    """The rows of a list about one institution, in the order of the record."""
    return tuple(
        data_rows.row(table, register, version, values)
        for version, values in _MAKERS[table](register)
    )


def _questions(register: Register) -> Iterator[tuple[Version, Values]]:
    ended = {fact.stream: fact for fact in register.of(f.QuestionEnded)}
    for version in register.versions_of(f.QuestionAsked, f.PublicQuestionReceived):
        fact, end = version.fact, ended.get(version.fact.stream)
        yield (
            version,
            {
                "session": fact.get("meeting"),
                "item": _of(fact, "item"),
                "addressee": _of(fact, "to"),
                "text": fact.get("text"),
                "by_public": isinstance(fact, f.PublicQuestionReceived),
                "outcome": end.outcome if end else None,
                "action": end.action if end else None,
                "reason": end.reason if end else None,
            },
        )


def _plans(register: Register) -> Iterator[tuple[Version, Values]]:
    held = [fact.plan for fact in register.of(f.ActionPromised)]
    for version in register.versions_of(f.PlanAdopted):
        fact = version.fact
        names = ("title", "owner", "version", "answers")
        told = {name: fact.get(name) for name in names}
        yield version, {**told, "actions": held.count(fact.stream)}


def _offices(register: Register) -> Iterator[tuple[Version, Values]]:
    for version in register.versions_of(f.OfficeDefined):
        fact = version.fact
        told = {"title": fact.get("title"), "of_body": fact.get("body")}
        yield version, {**told, "level": fact.get("level"), "page": _people(register)}


def _holdings(register: Register) -> Iterator[tuple[Version, Values]]:
    ended = {
        (fact.office, fact.person): fact.valid.start.isoformat()
        for fact in register.of(f.HoldingEnded)
    }
    for version in register.versions_of(f.HoldingBegan):
        fact = version.fact
        told = {name: fact.get(name) for name in ("office", "person", "holding")}
        until = ended.get((told["office"], told["person"]))
        yield (
            version,
            {
                **told,
                "until": until if until and until >= fact.valid.start.isoformat() else None,
                "page": _people(register),
            },
        )


def _responses(register: Register) -> Iterator[tuple[Version, Values]]:
    for version in register.versions_of(f.ResponseGiven):
        yield version, {name: version.fact.get(name) for name in ("response", "text", "law")}


def _reports(register: Register) -> Iterator[tuple[Version, Values]]:
    parts: dict[tuple[str, ReportKey], list[Version]] = {}
    kinds = (f.GradeGiven, f.FindingPublished, f.InspectionRecorded)
    for version in register.versions_of(*kinds):
        key = key_of(version.fact.stream)
        if key is not None:
            parts.setdefault((report_of(version.fact.stream), key), []).append(version)
    for (reference, key), held in parts.items():
        yield (
            held[0],
            {
                "reference": reference,
                "inspectorate": key.inspectorate,
                "cycle": key.cycle,
                "subject": key.subject,
                "findings": sum(isinstance(v.fact, f.FindingPublished) for v in held),
                "grades": sum(isinstance(v.fact, f.GradeGiven) for v in held),
                "page": key.url,
            },
        )


def _of(fact: Fact, name: str) -> object:
    """A value that only some of these facts have."""
    return fact.values().get(name)


def _people(register: Register) -> str:
    return f"/people/{register.institution}/"


_Maker = Callable[[Register], Iterable[tuple[Version, Values]]]
_MAKERS: Mapping[Table, _Maker] = {
    QUESTIONS: _questions,
    PLANS: _plans,
    OFFICES: _offices,
    HOLDINGS: _holdings,
    RESPONSES: _responses,
    REPORTS: _reports,
}
BY_NAME: Mapping[str, Table] = {table.name: table for table in _MAKERS}

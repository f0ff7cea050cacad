"""Rows of every table of the open data that rests on one fact a row. Those of questions, answers,
assurance, plans, offices, holdings, responses and reports are made here, the others in
`data_rows`, `fact_rows` and `matter_rows`; figures of measures are no facts of the record, see
`figure_rows`.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping

from answerable.ledger.register import Register, Version
from answerable.operations.data_tables import (
    ANSWERS,
    ASSURANCES,
    FIGURES,
    HOLDINGS,
    OFFICES,
    PLANS,
    QUESTIONS,
    REPORTS,
    RESPONSES,
)
from answerable.operations.output import data_rows, fact_rows, figure_rows, matter_rows
from answerable.operations.output.data_rows import Values
from answerable.operations.pages.institutions.reports import ReportKey, key_of
from answerable.operations.pages.look import Look
from answerable.publishing.open_data import Row, Table
from answerable.scrutiny.matter import report_of
from answerable.vocabulary import facts as f
from answerable.vocabulary.fact_base import Fact


def rows(table: Table, look: Look, institution: str) -> tuple[Row, ...]:
    """The rows of a table about one institution, in the order of the record; made once for it."""
    if table is FIGURES:
        return figure_rows.rows(look, institution)
    register = look.register(institution)
    return register.once((rows, table), lambda: _made(table, register))


def _made(table: Table, register: Register) -> tuple[Row, ...]:
    if table in fact_rows.TABLES:
        found = fact_rows.rows(table, register)
    elif table in _MAKERS:
        found = iter(_MAKERS[table](register))
    else:
        return data_rows.rows(table, register)
    return tuple(data_rows.row(table, register, version, values) for version, values in found)


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


def _answers(register: Register) -> Iterator[tuple[Version, Values]]:
    sessions = {fact.stream for fact in register.of(f.MeetingHeld)}
    for version in register.versions_of(f.AnswerGiven):
        fact = version.fact
        held = (s for s in sessions if fact.stream == s or fact.stream.startswith(f"{s}/"))
        yield (
            version,
            {
                "session": max(held, key=len, default=None),
                "by_office": fact.get("by_office"),
                "text": fact.get("text"),
            },
        )


def _assurances(register: Register) -> Iterator[tuple[Version, Values]]:
    names = ("item", "about", "level", "reason")
    for version in register.versions_of(f.AssuranceJudged):
        fact = version.fact
        yield version, {"session": fact.get("meeting"), **{n: fact.get(n) for n in names}}


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
    ANSWERS: _answers,
    ASSURANCES: _assurances,
    PLANS: _plans,
    OFFICES: _offices,
    HOLDINGS: _holdings,
    RESPONSES: _responses,
    REPORTS: _reports,
    **matter_rows.MAKERS,
}

"""Rows of the open data from a register: what a public reader sees at its dates, nothing else."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from typing import Any

from answerable.ledger.register import Register, Version
from answerable.operations import catalogue, story
from answerable.operations.data_tables import (
    ACTIONS,
    CHANGES,
    CLAIMS,
    DOCUMENTS,
    FINDINGS,
    GRADES,
    MEASURES,
    MONEY,
    SESSIONS,
)
from answerable.operations.pages import naming
from answerable.operations.pages.proof import office_words
from answerable.operations.plans import row_words
from answerable.publishing.open_data import Cell, Row, Table
from answerable.scrutiny.accountability.finding_sources import source_of
from answerable.scrutiny.claims import claim_cases
from answerable.scrutiny.plans.sure_links import findings
from answerable.scrutiny.progress import actions
from answerable.scrutiny.standing import Progress
from answerable.vocabulary import facts as f
from answerable.vocabulary.access import Classification
from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.ladder import Response

Values = Mapping[str, Any]
_HIGHEST_FIRST = (Classification.RESTRICTED, Classification.INTERNAL)


def rows(table: Table, register: Register) -> tuple[Row, ...]:
    """The rows of a table about one institution, in the order of the record."""
    return tuple(
        row(table, register, version, values) for version, values in _MAKERS[table](register)
    )


def by_reference(table: Table, register: Register) -> Mapping[str, Row]:
    """Reference -> its first row, made once for all that is asked of a register."""

    def made() -> Mapping[str, Row]:
        found: dict[str, Row] = {}
        for made_row in rows(table, register):
            found.setdefault(str(made_row["reference"]), made_row)
        return found

    return register.once((by_reference, table), made)


def row(table: Table, register: Register, version: Version, values: Values) -> Row:
    """One row: whose it is, what a table says of it, and how it is proved."""
    fact, source = version.fact, version.fact.source
    path = naming.path_of(fact, seq=version.seq)
    every: dict[str, Any] = {
        **whose(register.institution),
        "marking": _marking(version).value,
        "reference": fact.stream,
        "valid_from": fact.valid.start.isoformat(),
        "said": fact.said,
        "source_kind": source.kind if source else None,
        "document": (source.doc if source else None) or fact.doc,
        "source_address": source.about if source else None,
        "quote": row_words.quote_of(version),
        "replies": "; ".join(_replies(register).get(fact.stream, ())) or None,
        "put_right": " ".join(map(str, version.corrections)) or None,
        "withheld": " ".join(sorted(version.withheld)),
        "entry": version.seq,
        "page": path,
        **values,
    }
    return {name: _cell(every[name]) for name in table.names}


@cache
def whose(institution: str) -> Values:
    """What every row says of the institution that it is about."""
    body = catalogue.bodies().get(institution)
    return {
        "body": institution,
        "body_name": body.name if body else institution,
        "notice": story.banner_words(invented=bool(body and body.invented)),
    }


def _replies(register: Register) -> Mapping[str, tuple[str, ...]]:
    """Stream -> each reply to it: who replies, and the words."""

    def made() -> Mapping[str, tuple[str, ...]]:
        found: dict[str, tuple[str, ...]] = {}
        for reply in register.of(f.ReplyGiven):
            words = reply.quote or reply.text
            if words:
                told = f"{office_words(reply.by_office)}: {words}"
                found[reply.stream] = (*found.get(reply.stream, ()), told)
        return found

    return register.once("replies by stream", made)


def _marking(version: Version) -> Classification:
    """The highest marking of a value that is shown; of what a reader sees, always public."""
    shown = {
        mark
        for name, mark in version.fact.classes.items()
        if name not in version.withheld and version.fact.get(name) is not None
    }
    return next((mark for mark in _HIGHEST_FIRST if mark in shown), Classification.PUBLIC)


def _cell(value: Any) -> Cell:
    if isinstance(value, list | tuple):
        return " ".join(str(item) for item in value)
    return value if value is None or isinstance(value, int | float) else str(value)


def _progress(item: Progress) -> Values:
    return {
        "due": item.due,
        "due_first": item.due_first,
        "times_moved": len(item.moved) if item.due else None,
        "days_overdue": item.days_overdue if item.due else None,
        "rung": item.rung.value if item.rung else None,
        "response": None if item.response is Response.NONE_YET else item.response.value,
        "disposition": item.became.value if item.became else None,
        "sentence": item.sentence,
        "page": f"/findings/{item.reference}/",
    }


def _findings(register: Register) -> Iterator[tuple[Version, Values]]:
    for item in findings(
        register, names=catalogue.names_of(register.institution, on=register.valid)
    ):
        fact = item.first.fact
        yield (
            item.first,
            {
                **_fields(fact, "kind", "number", "theme", "owner", "addressee"),
                "source": source_of(fact),
                "text": item.text,
                **_progress(item),
            },
        )


def _actions(register: Register) -> Iterator[tuple[Version, Values]]:
    for item in actions(
        register, names=catalogue.names_of(register.institution, on=register.valid)
    ):
        fact = item.first.fact
        yield (
            item.first,
            {
                **_fields(fact, "owner", "plan"),
                "answers": item.answers or None,
                "text": item.text,
                **_progress(item),
            },
        )


def _sessions(register: Register) -> Iterator[tuple[Version, Values]]:
    items = register.of(f.ItemTaken)
    asked, answered = register.of(f.QuestionAsked), register.of(f.AnswerGiven)
    for version in register.versions_of(f.MeetingHeld):
        fact, own = version.fact, version.fact.stream
        yield (
            version,
            {
                **_fields(fact, "title", "sort", "date"),
                "held_by": fact.get("body"),
                "items": "; ".join(i.title for i in items if _in(i, own) and i.title),
                "questions": sum(_in(q, own) for q in asked),
                "answers": sum(
                    a.stream == own or a.stream.startswith(f"{own}/") for a in answered
                ),
            },
        )


def _in(fact: f.ItemTaken | f.QuestionAsked, session: str) -> bool:
    return (fact.meeting or fact.stream) == session


def _grades(register: Register) -> Iterator[tuple[Version, Values]]:
    for version in register.versions_of(f.GradeGiven):
        fact = version.fact
        yield (
            version,
            {
                **_fields(fact, "question", "scale", "cycle", "standing"),
                "grade": fact.get("value"),
                "grade_words": fact.get("value_words"),
            },
        )


def _claims(register: Register) -> Iterator[tuple[Version, Values]]:
    checked = {fact.stream: fact for fact in register.of(f.ClaimChecked)}
    confirmed = {fact.stream: fact for fact in register.of(f.ClaimConfirmed)}
    listing = claim_cases.listing(register)
    for version in register.versions_of(f.ClaimMade):
        fact = version.fact
        result = confirmed.get(fact.stream)
        check = checked.get(fact.stream) if result else None
        yield (
            version,
            {
                **_fields(fact, "by_office", "unit", "scope", "period"),
                "number": fact.get("n"),
                "result": result.result if result else None,
                "grounds": check.grounds if check else None,
                "state": listing.state(version),
            },
        )


def _money(register: Register) -> Iterator[tuple[Version, Values]]:
    names = ("line", "currency", "period", "state", "payer", "recipient", "purpose", "about")
    for version in register.versions_of(f.MoneyStated):
        amount = version.fact.get("amount")
        yield (
            version,
            {
                **_fields(version.fact, *names),
                "amount": number(amount),
                "page": f"/money/{register.institution}/",
            },
        )


def _documents(register: Register) -> Iterator[tuple[Version, Values]]:
    names = ("title", "type", "publisher", "published", "standing", "media_type")
    for version in register.versions_of(f.DocumentFiled):
        yield version, _fields(version.fact, *names)


def _measures(register: Register) -> Iterator[tuple[Version, Values]]:
    loaded: dict[str, list[Version]] = {}
    for version in register.versions_of(f.ObservationsLoaded):
        loaded.setdefault(str(version.fact.get("measure")), []).append(version)
    for name, versions in loaded.items():
        measure = catalogue.measures().get(name)
        if measure is None:
            continue
        last = versions[-1].fact
        page = f"/measures/{name}/{register.institution}/"
        verdict = register.last(f.VerdictGiven, stream=f"measure/{name}/{register.institution}")
        yield (
            versions[-1],
            {
                "measure": name,
                "title": measure.title,
                "unit": str(measure.unit),
                "grain": measure.grain,
                "good": measure.direction,
                "cannot_show": measure.cannot_show,
                "source": measure.source,
                "licence": measure.licence,
                "releases": "; ".join(str(v.fact.get("release")) for v in versions),
                "rows_loaded": last.get("rows"),
                "verdict": verdict.verdict if verdict else None,
                "effect": number(verdict.effect if verdict else None),
                "low": number(verdict.low if verdict else None),
                "high": number(verdict.high if verdict else None),
                "smallest_detectable": number(verdict.detectable if verdict else None),
                "verdict_words": verdict.quote if verdict else None,
                "figures": f"{page}data.csv",
                "page": page,
            },
        )


def _changes(register: Register) -> Iterator[tuple[Version, Values]]:
    kinds: Mapping[type, str] = {
        f.DueDateMoved: "moved",
        f.Corrected: "corrected",
        f.Withdrawn: "withdrawn",
    }
    held = (*findings(register), *actions(register))
    moves = [move for item in held for move in item.moves if move not in item.moved]
    first_dates = {move.version.seq for move in moves}
    for version in register.versions_of(*kinds):
        if version.seq in first_dates:  # it gives a date where there was none, and moves none
            continue
        fact = version.fact
        moved, corrected = isinstance(fact, f.DueDateMoved), isinstance(fact, f.Corrected)
        value = fact.get("due") if moved else fact.get("value") if corrected else None
        yield (
            version,
            {
                "kind": kinds[type(fact)],
                "field": "due" if moved else fact.get("field") if corrected else None,
                "value": naming.value_words(value) or None,
                "reason": fact.get("reason"),
                "by": fact.get("authoriser") if moved else version.by.body,
            },
        )


def _fields(fact: Fact, *names: str) -> Values:
    return {name: fact.get(name) for name in names}


def number(text: str | None) -> float | int | None:
    """A decimal string as a number; what is not one stays away, and the quote says it."""
    try:
        value = float(text or "")
    except ValueError:
        return None
    return int(value) if value.is_integer() else value


_Maker = Callable[[Register], Iterable[tuple[Version, Values]]]
_MAKERS: Mapping[Table, _Maker] = {
    FINDINGS: _findings,
    ACTIONS: _actions,
    SESSIONS: _sessions,
    GRADES: _grades,
    CLAIMS: _claims,
    MONEY: _money,
    DOCUMENTS: _documents,
    MEASURES: _measures,
    CHANGES: _changes,
}

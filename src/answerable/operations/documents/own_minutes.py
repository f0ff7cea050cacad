"""Minutes and agendas of an office that holds to account: whom they are about, which session.

An office writes of the institution it holds to account, and its own name stands at the head. Read
as papers about the office, what was agreed would stand where nobody chases it.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from answerable.operations import catalogue
from answerable.operations.documents.reader import Meta
from answerable.store.papers import review
from answerable.vocabulary import times
from answerable.vocabulary.facts import DocumentFiled

_PAPERS = ("minutes", "agenda")


def about(shown: Mapping[str, Any], *, meta: Meta, by: str, on: date) -> str:
    """The institution that a document is about, as far as the document and its office show.

    `shown`: the fields of its document line. `by`: the body of whoever hands it in.
    """
    named = str(shown["subject_id"] or "")
    if (meta.kind or shown["type"]) in _PAPERS and named in ("", meta.publisher):
        day = _day(meta.published or shown["published"]) or on
        return held_by(meta.publisher or by, on=day) or named or by
    return named or by


def held_by(body: str, *, on: date) -> str | None:
    """The one institution that a body holds to account on a day; None where none or several."""
    own = {
        o.institution
        for o in catalogue.oversight()
        if o.body == body and catalogue.oversight_of(o.institution, on=on) == body
    }
    return own.pop() if len(own) == 1 else None


def met(lines: Iterable[Mapping[str, Any]]) -> str | None:
    """The one day on which the meeting was whose paper it is, of the lines that were read."""
    days = {
        str(line["fields"]["date"])
        for line in lines
        if line["kind"] == "meeting"
        and line["fields"].get("standing") == "this"
        and _day(line["fields"].get("date"))
    }
    return days.pop() if len(days) == 1 else None


def session_of(filed: DocumentFiled) -> str | None:
    """The session whose minutes a document is: `session/<body>/<day>`; None of any other."""
    if filed.type != "minutes" or not filed.doc:
        return None
    days = {
        str(found.record["fields"]["date"])
        for found in review.of(filed.doc)
        if found.kind == "meeting"
        and found.state != "rejected"
        and found.record["fields"].get("standing") == "this"
        and _day(found.record["fields"].get("date"))
    }
    day = days.pop() if len(days) == 1 else ""
    body = catalogue.oversight_of(filed.institution, on=date.fromisoformat(day)) if day else None
    return f"session/{body}/{day}" if body and filed.publisher in (None, body) else None


def _day(words: str | None) -> date | None:
    """A whole day; None for a month, a year, or nothing."""
    return times.first_day(words) if words and len(words) == len("2026-06-11") else None

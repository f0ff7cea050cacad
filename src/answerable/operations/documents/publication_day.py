"""The day and the title of a document that is handed in again, and put right by doing so.

The days of its findings and the clock of the reply count from the day of publication, so a slip
must not stay; it is never one to come. What says itself that it is not out is not read in.
"""

import re
from dataclasses import dataclass
from datetime import date, datetime

from answerable.ledger.book import Receipt
from answerable.ledger.register import Register, Version
from answerable.operations import access
from answerable.operations.recording import book
from answerable.reading.layout.canonical_text import CanonicalText
from answerable.reading.layout.embargo_marks import embargo_of, is_draft
from answerable.store.papers import documents
from answerable.store.reads import registers
from answerable.vocabulary import times
from answerable.vocabulary.access import Actor
from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.facts import Corrected, DocumentFiled
from answerable.vocabulary.language import say
from answerable.vocabulary.refusal import Refusal
from answerable.vocabulary.times import ImpossibleDate

HEAD = 4_000
"""Characters of a document in which its own day of publication is looked for."""
_SAYS = re.compile(r"Published:?(?: on)?\s+(\d{1,2} [A-Z][a-z]{2,8} \d{4})")


class NotPublishedYet(Refusal):
    """A day of publication that is still to come."""

    code = "not_published_yet"


def require_past(published: str | None, *, today: date) -> None:
    """Refuse a day of publication that is still to come; a door asks, before anything is read."""
    if published and times.first_day(published) > today:
        raise NotPublishedYet(
            f"The day of publication, {times.in_words(published)}, is still to come. Look at its "
            "year. A report before its publication is not read in: record its stage instead."
        )


def require_out(text: CanonicalText, *, internal: bool, today: date) -> None:
    """Refuse a document that says at its head that it is not out; before anything is kept.

    An embargo whose day is over, such as that of a press notice, is none.
    """
    until = embargo_of(text)
    if until and times.first_day(until) > today:
        raise NotPublishedYet(
            say(
                "The file says that it is under embargo until {day}, so nothing of it was kept. "
                "Record its stage instead: My week, Before publication. If it is out, hand in the "
                "published file.",
                day=times.in_words(until),
            )
        )
    if not until and not internal and is_draft(text):
        raise NotPublishedYet(
            say(
                "The file says at its head that it is a draft or not for publication, so nothing "
                "of it was kept. Of a report on its way record the stage instead: My week, Before "
                "publication. If it may be filed for the offices concerned, choose so under “Who "
                "may see the file itself”."
            )
        )


def filed(document: str) -> Version | None:
    """What the record says of a document now, as it was put right; None where it is not filed."""
    for institution in registers.institutions():
        for version in registers.history(institution).of_types(DocumentFiled):
            if version.fact.doc == document and version.recorded_to is None:
                return version
    return None


@dataclass(frozen=True, slots=True)
class OwnDay:
    """The day on which a document says that it was published, and its words."""

    day: str
    words: str


def own(document: str) -> OwnDay | None:
    """What a document says at its head of its own publication; None where it says nothing."""
    if document not in documents.held():
        return None
    found = _SAYS.search(documents.text(document).text[:HEAD])
    if found is None:
        return None
    try:
        return OwnDay(times.typed(found[1]), " ".join(found[0].split()))
    except ImpossibleDate:
        return None


def others(document: str, published: str) -> tuple[Version, ...]:
    """What was confirmed of a document under another day of publication than it has now."""
    held = filed(document)
    if held is None:
        return ()
    return tuple(
        v
        for v in registers.history(held.fact.institution).versions
        if v.recorded_to is None
        and v.fact.doc == document
        and v.fact.said not in (None, published)
        and not isinstance(v.fact, DocumentFiled | Corrected)
    )


def put_right(
    *,
    by: Actor,
    at: datetime,
    key: str,
    seen: int | None,
    document: str,
    published: str | None,
    title: str | None = None,
) -> Receipt | None:
    """Correct the day and the title of a document that is handed in again with others.

    None where nothing differs; what was not typed again stays as it is.
    """
    held = filed(document)
    if held is None:
        return None
    typed = {"published": published, "title": " ".join((title or "").split())}
    other = {n: value for n, value in typed.items() if value and held.fact.get(n) != value}
    if not other:
        return None
    access.require(by, "read")

    def decide(_register: Register) -> list[Fact]:
        return [
            Corrected(
                institution=held.fact.institution,
                stream=held.fact.stream,
                valid=held.fact.valid,
                ref=held.entry_id,
                field=name,
                value=value,
                reason=_AGAIN[name],
                said=held.fact.said,
            )
            for name, value in other.items()
        ]

    return book().append(
        about=held.fact.institution,
        decide=decide,
        by=by,
        at=at,
        key=f"{key}/published",
        seen=seen,
    )


_AGAIN = {
    "published": "It was handed in again with this day of publication.",
    "title": "It was handed in again with this title.",
}

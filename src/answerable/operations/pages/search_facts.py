"""A fact that was found: what it is called, and the page that shows it."""

from datetime import date

from answerable.operations.pages import naming
from answerable.scrutiny.phrases import on_day
from answerable.scrutiny.stated_day import day_words
from answerable.store.reads import search as store
from answerable.vocabulary.language import say
from answerable.vocabulary.times import in_words


def fact_title(hit: store.Told) -> str:
    """“Recommendation 6, 14 May 2024”: what it is, and from when it is true.

    Of a document it is the day on which it was published.
    """
    if hit.kind == "document":
        return say(
            "Document, {word}", word=in_words(hit.said) if hit.said else say("date not known")
        )
    if hit.type == "ActionUpdated":
        return say(
            "News of action {number}, {day}",
            number=hit.stream.rpartition("/")[2],
            day=on_day(date.fromisoformat(hit.valid_from)),
        )
    day = day_words(date.fromisoformat(hit.valid_from), quote=hit.quote, said=hit.said)
    return f"{_named(hit) or naming.kind_words(hit.type)}, {day}"


def _named(hit: store.Told) -> str:
    """“Recommendation 6”, “Action 26-191”: a finding or an action that has a number."""
    if hit.type not in ("FindingPublished", "ActionPromised"):
        return ""
    *_, kind, number = ("", *hit.stream.split("/"))
    if kind == "log" and hit.type == "ActionPromised":
        return say("Action {number}", number=number)
    named = naming.numbered_kind(kind)
    return f"{named} {number}" if named else ""


def fact_path(hit: store.Told) -> str:
    """The page of the site that shows what was found."""
    parts = hit.stream.split("/")
    if hit.kind == "document" and hit.doc:
        return f"/documents/{hit.doc}/"
    if hit.kind in ("finding", "action"):
        return f"/findings/{hit.stream}/"
    if parts[0] == "session" and len(parts) > 2:
        return naming.session_path(hit.stream)
    if hit.kind in ("money", "holding"):
        folder = "money" if hit.kind == "money" else "people"
        return f"/{folder}/{hit.institution}/"
    return f"/history/entry/{hit.seq}/"

"""Other forms of a page: feed, calendar, data, pack. They stand in the foot of the page."""

from answerable.operations.pages.look import Look
from answerable.operations.pages.parts import Link
from answerable.vocabulary.language import say


def of_body(look: Look, body: str) -> tuple[Link, ...]:
    """A body: news, deadlines, data, money, people."""
    return (
        Link(label=say("News of this body (Atom)"), url=f"/bodies/{body}/feed.atom"),
        Link(label=say("Deadlines and sessions (calendar)"), url=f"/bodies/{body}/calendar.ics"),
        Link(label=say("Data (JSON)"), url=look.url(f"/bodies/{body}.json")),
        Link(label=say("All its measures"), url=look.url(f"/bodies/{body}/measures/")),
        Link(label=say("Money by state"), url=look.url(f"/money/{body}/")),
        Link(label=say("Who held office"), url=look.url(f"/people/{body}/")),
        Link(label=say("Findings of every source"), url=look.url(f"/findings/?body={body}")),
        Link(label=say("Statements and the record"), url=look.url(f"/claims/?body={body}")),
        Link(label=say("Partners"), url=look.url(f"/partners/{body}/")),
        Link(label=say("Forms"), url=look.url(f"/forms/{body}/")),
        Link(label=say("Who holds it to account"), url=look.url(f"/oversight/{body}/")),
        Link(label=say("What a ladder asks to move up"), url=look.url(f"/escalation/{body}/")),
        *packs(look, "body", body),
    )


def of_finding(look: Look, reference: str, *, case: str) -> tuple[Link, ...]:
    """A finding or an action: news and data; the pack of its case, where it has one."""
    return (
        Link(label=say("News of this item (Atom)"), url=f"/findings/{reference}/feed.atom"),
        Link(label=say("Data (JSON)"), url=look.url(f"/findings/{reference}.json")),
        *(packs(look, "case", case) if case else ()),
    )


def of_corrections() -> tuple[Link, ...]:
    """The corrections: news."""
    return (Link(label=say("Corrections (Atom)"), url="/corrections/feed.atom"),)


def packs(look: Look, kind: str, reference: str) -> tuple[Link, ...]:
    """A pack in each of its forms."""
    return tuple(
        Link(label=label, url=look.url(f"/packs/{kind}/{reference}.{form}"))
        for form, label in (
            ("pdf", say("Pack (PDF)")),
            ("docx", say("Pack (Word)")),
            ("xlsx", say("Pack (Excel)")),
        )
    )


def panel(look: Look, body: str) -> Link:
    """The pack of a panel: questions to the body that holds to account."""
    return Link(label=say("For a panel (PDF)"), url=look.url(f"/packs/panel/{body}.pdf"))

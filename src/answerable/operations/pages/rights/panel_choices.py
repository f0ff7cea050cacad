"""What a link for a panel can show, to be ticked: pages of a body, its sessions, its findings."""

from collections.abc import Collection, Iterator

from answerable.operations import catalogue
from answerable.operations.desk.rows import institutions, rows
from answerable.operations.pages.forms import Field, Tick
from answerable.operations.pages.look import Look
from answerable.operations.pages.naming import body_words, numbered_kind, short
from answerable.operations.pages.rights import panel_named
from answerable.scrutiny.phrases import start
from answerable.scrutiny.plans.desk import Item
from answerable.scrutiny.sessions import forward_plan
from answerable.scrutiny.sessions.forward_plan import Session
from answerable.vocabulary.finding_kinds import AFI, CAUSE, RECOMMENDATION, family
from answerable.vocabulary.language import say

PAGE = "page"
"""The name under which a ticked page is sent."""
MOST_SESSIONS, MOST_FINDINGS = 12, 40
_KINDS = (CAUSE, RECOMMENDATION, AFI)


def fields(look: Look, ticked: Collection[str]) -> tuple[Field, ...]:
    """Boxes to tick for each institution that whoever makes the link answers for."""
    return tuple(
        Field(
            name=f"{PAGE}-{part}-{institution}",
            label=say("{what}: {body}", what=label, body=body_words(institution)),
            hint=hint,
            ticks=tuple(Tick(PAGE, path, words, path in ticked) for path, words in found),
        )
        for institution in institutions(look)
        for part, label, hint, found in (
            ("pages", say("Pages"), "", tuple(_pages(look, institution))),
            ("sessions", say("Sessions"), "", tuple(_sessions(look, institution))),
            (
                "findings",
                say("Open findings"),
                say("Each page says what is asked, what was promised and how it stands."),
                tuple(_findings(look, institution)),
            ),
        )
        if found
    )


def _pages(look: Look, institution: str) -> Iterator[tuple[str, str]]:
    body = catalogue.oversight_of(institution, on=look.on)
    if body:
        path = f"/packs/panel/{body}.pdf"
        yield path, panel_named.title(look, path)
    yield f"/bodies/{institution}/", say("{body}: where it stands", body=body_words(institution))
    yield f"/people/{institution}/", say("Who held office, and what was open")
    yield f"/money/{institution}/", say("Money by state")


def _sessions(look: Look, institution: str) -> Iterator[tuple[str, str]]:
    """The latest first: the page of each, and the minutes once they are signed."""
    body = catalogue.oversight_of(institution, on=look.on)
    every = forward_plan.sessions(look.register(institution), body=body) if body else ()
    latest = sorted(every, key=lambda s: s.day, reverse=True)[:MOST_SESSIONS]
    for session in latest:
        page = _page(session)
        yield page, panel_named.title(look, page)
        if session.signed is not None:
            minutes = f"/packs/minutes/{session.reference.removeprefix('session/')}.pdf"
            yield minutes, panel_named.title(look, minutes)


def _page(session: Session) -> str:
    return f"/sessions/{session.reference.removeprefix('session/')}/"


def _findings(look: Look, institution: str) -> Iterator[tuple[str, str]]:
    """Causes of concern, recommendations, areas for improvement; each in the order of reports."""
    held = [i for i in rows(look, institution).items if i.open and family(i.kind) in _KINDS]
    for item in sorted(held, key=_order)[:MOST_FINDINGS]:
        named = f"{numbered_kind(family(item.kind) or '')} {item.number or ''}".strip()
        words = say("Words marked as not public") if item.marked or not item.text else item.text
        yield f"/findings/{item.reference}/", f"{named}: {short(start(words))}"


def _order(item: Item) -> tuple[int, int, str, int]:
    number = item.number or ""
    return (
        _KINDS.index(family(item.kind) or ""),
        -item.published.toordinal(),
        item.reference.rpartition("/")[0],
        int(number) if number.isdecimal() else 0,
    )

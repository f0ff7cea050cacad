"""The handover of an office, or of a body to its successor, on a page.

It is about the institution on two days, never about a person: nothing is counted by holder.
"""

from answerable.operations import access, catalogue
from answerable.operations.pages import naming, whose
from answerable.operations.pages.accountability import handover_parts as behind
from answerable.operations.pages.accountability import handover_seen as making
from answerable.operations.pages.accountability import handover_up as up
from answerable.operations.pages.accountability.handover_lists import (
    MOST_ROWS,
)
from answerable.operations.pages.accountability.handover_rows import links
from answerable.operations.pages.accountability.handover_seen import Seen
from answerable.operations.pages.forms import acting
from answerable.operations.pages.look import Look, banner
from answerable.operations.pages.parts import Aside, Link, Row, Section, SectionsPage, Table
from answerable.operations.pages.proof import Proof
from answerable.publishing.packs.content import PackPart
from answerable.scrutiny.tenures import holders
from answerable.vocabulary.facts import OfficeDefined
from answerable.vocabulary.language import marked, say, say_many

NO_SCORES = marked(
    "It is about the institution on a day. Nothing is counted by person. Open means that our "
    "sources do not say that it was closed by that day."
)
INTERNAL = marked(
    "A handover is internal: it is for the offices of the body and "
    "of whoever holds it to account. What was open when an office "
    "changed hands is public on the page of its holders."
)
_FORMS = (
    ("pdf", marked("Pack (PDF)")),
    ("docx", marked("Pack (Word)")),
    ("xlsx", marked("Pack (Excel)")),
)


def handovers(look: Look, body: str) -> SectionsPage:
    """The offices of a body for which a handover is made."""
    institution = whose.institution_of(body)
    name = naming.body_words(institution)
    may = _may(look, institution)
    offices = look.register(institution).of(OfficeDefined) if may else ()
    rows = [
        Row(
            title=office.title or office.stream.removeprefix("office/"),
            url=f"/handover/{institution}/{office.stream.removeprefix('office/')}/",
            sentence=_whose(look, office, institution),
        )
        for office in offices
    ]
    if may:
        rows.append(Row(title="A successor body", url=f"/handover/{institution}/successor/"))
    return SectionsPage(
        title=say("Handover: {name}", name=name),
        area="bodies",
        sentence=say("What a newcomer takes over, by office.") if may else INTERNAL,
        banner=acting(look, institution) if may else banner(institution),
        past=look.past(),
        as_at=look.as_at(),
        crumbs=_crumbs(look, institution),
        sections=(
            Section(
                title=say("By office"),
                rows=tuple(rows),
                links=() if may else (_holders(look, institution),),
            ),
        ),
    )


def handover(look: Look, body: str, office: str) -> SectionsPage:
    """One handover; to whom it is not meant for, where the public part stands."""
    institution = whose.institution_of(body)
    if not _may(look, institution):
        return handovers(look, body)
    told = making.seen(look, body, "" if office == "successor" else office)
    base = f"/handover/{institution}/{office}"
    return SectionsPage(
        title=making.title(told),
        kicker=say("Internal"),
        area="bodies",
        sentence=making.sentence(told),
        banner=acting(look, institution),
        past=look.past(),
        as_at=look.as_at(),
        crumbs=(
            *_crumbs(look, institution),
            Link(label=say("Handover"), url=f"/handover/{institution}/"),
        ),
        sections=(
            _first_section(look, told),
            *(_section(look, told, p) for p in behind.parts(look, told, most=MOST_ROWS)),
        ),
        aside=(
            Aside(title=say("How to read this"), paragraphs=(NO_SCORES,)),
            Aside(
                title=say("Take it along"),
                links=tuple(Link(label=w, url=look.url(f"{base}.{f}")) for f, w in _FORMS),
            ),
            Aside(title=say("Look closer"), links=(_holders(look, institution),)),
        ),
    )


def _may(look: Look, institution: str) -> bool:
    return not look.actor.is_public and access.may(look.actor, "see_handover", about=institution)


def _first_section(look: Look, told: Seen) -> Section:
    shown = Proof(look, look.register(told.institution))
    return Section(
        title=behind.FIRST_PAGE,
        id="first",
        rows=tuple(
            Row(title=line.label, sentence=line.words, links=links(shown, line))
            for line in behind.first(look, told)
        ),
    )


def _section(look: Look, told: Seen, part: PackPart) -> Section:
    table = part.table
    leads = _leads(look, told) if part.key == "up" else ()
    return Section(
        title=part.title,
        id=part.key,
        paragraphs=part.paragraphs,
        rows=tuple(
            Row(title=line.label, sentence=line.words, links=leads[n : n + 1])
            for n, line in enumerate(part.lines)
        ),
        table=Table(
            caption=say_many("{count} row", "{count} rows", len(table.rows)),
            head=table.head,
            rows=table.rows,
        )
        if table
        else None,
        absent=part.absent,
    )


def _whose(look: Look, office: OfficeDefined, institution: str) -> str:
    """The body of an office, and who the record says holds it on the day."""
    body = naming.body_words(office.body or "")
    held = holders(
        look.register(institution),
        office=office.stream.removeprefix("office/"),
        on=look.on,
        tenures=catalogue.tenures(),
    )
    if not (held.sure or held.perhaps):
        return body
    return say("{body}. On record: {holder}.", body=body, holder=held.words)


def _leads(look: Look, told: Seen) -> tuple[Link, ...]:
    """From each line of what ladders propose to its matters."""
    shown = Proof(look, look.register(told.institution))
    found = up.groups(shown, told.found.escalations)
    return tuple(up.link(shown, told.institution, group) for group in found)


def _crumbs(look: Look, institution: str) -> tuple[Link, ...]:
    name = naming.body_words(institution)
    return (Link(label=name, url=look.url(f"/bodies/{institution}/")),)


def _holders(look: Look, institution: str) -> Link:
    return Link(
        label=say("Who held office, and what was open"), url=look.url(f"/people/{institution}/")
    )

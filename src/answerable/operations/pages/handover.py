"""The handover of an office, or of a body to its successor, on a page."""

from answerable.operations import access
from answerable.operations import handover as operation
from answerable.operations.pages import naming, whose
from answerable.operations.pages.forms import acting
from answerable.operations.pages.look import Look, banner
from answerable.operations.pages.parts import Aside, Link, Row, Section, SectionsPage, Table
from answerable.publishing.packs.content import PackPart
from answerable.vocabulary.facts import OfficeDefined

INTERNAL = (
    "A handover is internal: it is for the offices of the body and of whoever holds it to "
    "account. What was open when an office changed hands is public on the page of its holders."
)
_FORMS = (("pdf", "Pack (PDF)"), ("docx", "Pack (Word)"), ("xlsx", "Pack (Excel)"))


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
            sentence=naming.body_words(office.body or ""),
        )
        for office in offices
    ]
    if may:
        rows.append(Row(title="A successor body", url=f"/handover/{institution}/successor/"))
    return SectionsPage(
        title=f"Handover: {name}",
        area="bodies",
        sentence="What a newcomer takes over, by office." if may else INTERNAL,
        banner=acting(look, institution) if may else banner(institution),
        past=look.past(),
        as_at=look.as_at(),
        crumbs=_crumbs(look, institution),
        sections=(
            Section(
                title="By office",
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
    told = operation.seen(look, body, "" if office == "successor" else office)
    pack = operation.content(look, told)
    base = f"/handover/{institution}/{office}"
    return SectionsPage(
        title=pack.title,
        kicker="Internal",
        area="bodies",
        sentence=pack.sentence,
        banner=acting(look, institution),
        past=look.past(),
        as_at=look.as_at(),
        crumbs=(
            *_crumbs(look, institution),
            Link(label="Handover", url=f"/handover/{institution}/"),
        ),
        sections=tuple(_section(part) for part in pack.parts),
        aside=(
            Aside(title="How to read this", paragraphs=(operation.NO_SCORES,)),
            Aside(
                title="Take it along",
                links=tuple(Link(label=w, url=look.url(f"{base}.{f}")) for f, w in _FORMS),
            ),
            Aside(title="Look closer", links=(_holders(look, institution),)),
        ),
    )


def _may(look: Look, institution: str) -> bool:
    return not look.actor.is_public and access.may(look.actor, "see_handover", about=institution)


def _section(part: PackPart) -> Section:
    table = part.table
    return Section(
        title=part.title,
        id=part.key,
        paragraphs=part.paragraphs,
        rows=tuple(Row(title=line.label, sentence=line.words) for line in part.lines),
        table=Table(caption=part.title, head=table.head, rows=table.rows) if table else None,
        absent=part.absent,
    )


def _crumbs(look: Look, institution: str) -> tuple[Link, ...]:
    name = naming.body_words(institution)
    return (Link(label=name, url=look.url(f"/bodies/{institution}/")),)


def _holders(look: Look, institution: str) -> Link:
    return Link(
        label="Who held office, and what was open", url=look.url(f"/people/{institution}/")
    )

"""Packs for those who were not in the room: what changed since, a reply, a panel's questions.

A panel scrutinises the body that holds to account, not the chief officer (Policing Protocol
Order 2023): its pack holds questions to that body and to nobody else.
"""

from collections.abc import Iterable

from answerable.operations import catalogue
from answerable.operations.output import pack_parts
from answerable.operations.output.pack_frame import framed
from answerable.operations.pages import naming, whose
from answerable.operations.pages.institutions import compare as comparing
from answerable.operations.pages.look import BadView, Look
from answerable.operations.pages.parts import Cell, Link, Table
from answerable.operations.pages.plans import response as replies
from answerable.operations.pages.sessions import agenda as agendas
from answerable.operations.plans.response import institution_of
from answerable.publishing.packs.content import Pack, PackLine, PackPart, PackTable
from answerable.scrutiny import phrases

MOST_PARTS = 3
_ANSWERS = {"none yet": "not held"}
"""As the site's tag says it: that we hold no answer is not that there is none."""
UNCHANGED = "They are not printed here; the page “Then and now” lists them."
NOTHING = "No source said anything that counts here."


def changes(look: Look, reference: str) -> Pack:
    """`BODY`, `BODY/DAY` or `BODY/DAY/DAY`: what stood on two days, and what was learnt since.

    Without days: the day of the last session, else of the latest graded report, and today.
    """
    named, *days = reference.strip("/").split("/", MOST_PARTS)
    first, second = (*days, None, None)[:2]
    body = whose.institution_of(named)
    page = comparing.compare(look, body, a=first, b=second or look.on.isoformat())
    if page.errors:
        raise BadView(page.errors[0].words)
    sources = pack_parts.Sources(look, body)
    return framed(
        look,
        title=f"What changed since {page.a.label}: {naming.body_words(body)}",
        institution=body,
        sentence=page.sentence,
        parts=(
            *(
                PackPart(title=told.caption, key=key, table=_table(told, widths, sources))
                for key, told, widths in (
                    ("session", page.session, (8, 12)),
                    ("new", page.new, (8, 10, 5)),
                )
                if told is not None
            ),
            PackPart(
                title=f"{page.a.label} and {page.b.label}",
                key="changes",
                paragraphs=(*page.logs, *page.how),
                table=_table(page.rows, (8, 6, 6, 3), sources),
            ),
            *(
                PackPart(
                    title=fold.summary,
                    key=f"import-{n}",
                    paragraphs=(*(link.label for link in fold.links), *filter(None, (fold.rest,))),
                    table=_table(fold.table, (8, 6, 6, 3), sources)
                    if fold.table and not fold.unchanged
                    else None,
                    absent=UNCHANGED if fold.unchanged else "",
                )
                for n, fold in enumerate(page.folds, start=1)
            ),
            pack_parts.replies(look, body, sources),
            _stated(
                f"Published by {page.a.label}",
                "known",
                (*page.known_then, *page.known_more),
                sources,
            ),
            _stated(
                f"Published later, by {page.b.label}",
                "learnt",
                (*page.learnt_later, *page.learnt_more),
                sources,
                note=page.learnt_note,
            ),
        ),
        sources=sources.items,
        notice=sources.notice,
    )


def response(look: Look, report: str) -> Pack:
    """The reply to a report as it is on record: dates, steps, and each recommendation's answer."""
    page = replies.clock(look, report.strip("/"))
    institution = institution_of(report.strip("/"))
    sources = pack_parts.Sources(look, institution)
    register = look.register(institution)
    answers = tuple(
        (
            row.title,
            _ANSWERS.get(row.state, row.state),
            " ".join(w for w in (row.sentence, row.note) if w),
            pack_parts.cited(sources.behind(register.by_stream.get(_reference(row.url), ()))),
        )
        for row in page.answers
    )
    return framed(
        look,
        title=page.title,
        institution=institution,
        sentence=page.sentence,
        parts=(
            PackPart(
                title="Dates, each apart", key="dates", table=_table(page.dates, (5, 5), sources)
            ),
            PackPart(
                title="Steps of the duty", key="steps", table=_table(page.steps, (5, 5), sources)
            ),
            pack_parts.replies(look, institution, sources),
            PackPart(
                title="Each recommendation and what is said to it",
                key="answers",
                paragraphs=(page.completeness, *page.beside),
                table=PackTable(
                    head=("Recommendation", "Answer", "What is on record", "Source"),
                    rows=answers,
                    widths=(9, 3, 9, 2),
                )
                if answers
                else None,
                absent="" if answers else "No recommendation of this report is on record.",
            ),
        ),
        sources=sources.items,
        notice=sources.notice,
    )


def panel(look: Look, body: str) -> Pack:
    """For a panel: what the record would bring up, each with a question to its commissioner."""
    page = agendas.agenda(look, body.strip("/"), most=None)
    institution = whose.institution_of(body.strip("/"))
    sources = pack_parts.Sources(look, institution)
    sources.add(page.sources)
    overseer = catalogue.oversight_of(institution, on=look.on)
    asked = naming.body_words(overseer) if overseer else "the body that holds it to account"
    rows = tuple(
        (str(n), item.title, pack_parts.reasons(item, sources), item.panel_question)
        for n, item in enumerate(page.items, start=1)
    )
    return framed(
        look,
        title=f"For the panel: questions to {asked}",
        institution=institution,
        sentence=page.sentence,
        parts=(
            PackPart(
                title=f"Questions that could be put to {asked}",
                key="questions",
                paragraphs=(
                    "Proposed from the record alone. The panel scrutinises the body that holds to "
                    "account, not the chief officer; none of these is about operations.",
                ),
                table=PackTable(
                    head=("Item", "What", "Why", "A question that could be asked"),
                    rows=rows,
                    widths=(2, 7, 9, 8),
                )
                if rows
                else None,
                absent="" if rows else "The record gives no reason to propose one on this day.",
            ),
            pack_parts.replies(look, institution, sources),
            pack_parts.findings(look, institution, None, sources),
        ),
        sources=sources.items,
        notice=sources.notice,
        matters=1,
    )


def _stated(
    title: str,
    key: str,
    found: Iterable[comparing.Stated],
    sources: pack_parts.Sources,
    *,
    note: str = "",
) -> PackPart:
    lines = tuple(
        PackLine(
            label=one.source.label if one.source else "Record",
            words=one.words,
            sources=sources.cite((one.source,) if one.source else ()),
        )
        for one in found
    )
    return PackPart(
        title=title,
        key=key,
        paragraphs=(note,) if note else (),
        lines=lines,
        absent="" if lines else NOTHING,
    )


def _reference(address: str) -> str:
    return address.partition("?")[0].partition("/findings/")[2].rstrip("/")


def _table(table: Table, widths: tuple[int, ...], sources: pack_parts.Sources) -> PackTable:
    return PackTable(
        head=table.head,
        rows=tuple(tuple(_words(cell, sources) for cell in row) for row in table.rows),
        widths=widths,
    )


def _words(cell: str | Cell, sources: pack_parts.Sources) -> str:
    if isinstance(cell, str):
        return cell
    also = ", ".join(link.label for link in cell.more)
    parts = (cell.words or phrases.start(cell.state), cell.note, also)
    numbers = pack_parts.cited(sources.cite((Link(label=cell.words, url=cell.url), *cell.more)))
    return "; ".join(part for part in parts if part) + (f" [{numbers}]" if numbers else "")

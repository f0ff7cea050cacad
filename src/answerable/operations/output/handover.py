"""The handover pack of an office or of a body to its successor: PDF, Word or Excel.

Internal at least: it holds what only offices of the body and of its overseer may see. The highest
marking of it stands in its name, its head and its first row. It scores nobody.
"""

from collections.abc import Iterator

from answerable.ledger.register import Version
from answerable.operations.output import packs
from answerable.operations.output.pack_frame import FORMS, framed, working
from answerable.operations.pages.accountability import handover_parts, handover_seen
from answerable.operations.pages.accountability.handover import NO_SCORES
from answerable.operations.pages.accountability.handover_lists import MOST_ROWS
from answerable.operations.pages.accountability.handover_rows import sources_words
from answerable.operations.pages.accountability.handover_seen import Seen
from answerable.operations.pages.look import Look
from answerable.operations.pages.proof import Proof
from answerable.publishing.packs.content import Pack, PackLine, PackPart
from answerable.vocabulary.access import Classification, ending

WHOLE = "xlsx"
"""The form that lists everything: paper is read, a workbook is filtered."""


def build(look: Look, *, body: str, office: str = "", form: str) -> packs.Made:
    """The pack in a form: pdf, docx or xlsx."""
    if form not in FORMS:
        raise packs.NoSuchPack(
            f"There is no pack in the form “{form[:20]}”. Forms: {', '.join(FORMS)}."
        )
    told = handover_seen.seen(look, body, office)
    pack = content(look, told, most=None if form == WHOLE else MOST_ROWS)
    holder = office.replace("/", "-") or "successor"
    name = f"answerable-handover-{told.institution}-{holder}-{look.on}"
    end = ending(Classification(pack.marking))
    return packs.Made(f"{name}{end}.{form}", FORMS[form](pack), pack.foot)


def content(look: Look, told: Seen, *, most: int | None) -> Pack:
    """What the pack says; of each list the first `most`, None: every one."""
    return framed(
        look,
        title=handover_seen.title(told),
        institution=told.institution,
        sentence=handover_seen.sentence(told),
        parts=(_first(look, told), *handover_parts.parts(look, told, most=most)),
        notice=NO_SCORES,
        marking=working(_facts(look, told)),
        own=True,
        matters=1,
    )


def _facts(look: Look, told: Seen) -> Iterator[Version]:
    """The facts behind its lines and lists."""
    found = told.found
    for line in handover_parts.first(look, told):
        yield from line.versions
    listed = (*found.now, *found.then, *found.due, *found.moved, *found.unproven)
    for item in {item.reference: item for item in listed}.values():
        yield from item.versions
    for line_of_money in found.money:
        yield from line_of_money.events
    for raised in found.escalations:
        yield from filter(None, (raised.moved, raised.declined))
    for agreement in found.agreements:
        yield agreement.version
    yield from told.ahead.versions


def _first(look: Look, told: Seen) -> PackPart:
    """The first page: each line with the documents and entries that it rests on."""
    shown = Proof(look, look.register(told.institution))
    return PackPart(
        title=str(handover_parts.FIRST_PAGE),
        key="first",
        lines=tuple(
            PackLine(
                label=line.label,
                words=line.words,
                note=sources_words(shown, line.versions),
            )
            for line in handover_parts.first(look, told)
        ),
    )

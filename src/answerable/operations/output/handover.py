"""The handover pack of an office or of a body to its successor: PDF, Word or Excel.

Internal by default: it holds what only offices of the body and of its overseer may see, and its
marking stands in its name, its head and its first row. It scores nobody.
"""

from answerable.operations.output import packs
from answerable.operations.output.pack_frame import FORMS, framed
from answerable.operations.pages.accountability import handover as pages
from answerable.operations.pages.accountability.handover import Seen
from answerable.operations.pages.look import Look
from answerable.publishing.packs.content import Pack
from answerable.vocabulary.access import Classification


def build(look: Look, *, body: str, office: str = "", form: str) -> packs.Made:
    """The pack in a form: pdf, docx or xlsx."""
    if form not in FORMS:
        raise packs.NoSuchPack(
            f"There is no pack in the form “{form[:20]}”. Forms: {', '.join(FORMS)}."
        )
    told = pages.seen(look, body, office)
    pack = content(look, told)
    name = f"answerable-handover-{told.institution}-{office or 'successor'}"
    return packs.Made(
        f"{name}-{Classification.INTERNAL.value}.{form}", FORMS[form](pack), pack.foot
    )


def content(look: Look, told: Seen) -> Pack:
    """What the pack says."""
    return framed(
        look,
        title=pages.title(told),
        institution=told.institution,
        sentence=pages.sentence(told),
        parts=tuple(pages.parts(look, told)),
        notice=pages.NO_SCORES,
        marking=Classification.INTERNAL,
        own=True,
    )

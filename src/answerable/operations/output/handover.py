"""The handover pack of an office or of a body to its successor: PDF, Word or Excel.

Internal by default: it holds what only offices of the body and of its overseer may see, and its
marking stands in its name, its head and its first row. It scores nobody.
"""

from answerable.operations.output import packs, publishing
from answerable.operations.pages import naming
from answerable.operations.pages.accountability import handover as pages
from answerable.operations.pages.accountability.handover import Seen
from answerable.operations.pages.look import Look
from answerable.publishing.packs.content import Pack
from answerable.vocabulary.access import Classification
from answerable.vocabulary.times import in_words


def build(look: Look, *, body: str, office: str = "", form: str) -> packs.Made:
    """The pack in a form: pdf, docx or xlsx."""
    if form not in packs.FORMS:
        raise packs.NoSuchPack(
            f"There is no pack in the form “{form[:20]}”. Forms: {', '.join(packs.FORMS)}."
        )
    told = pages.seen(look, body, office)
    pack = content(look, told)
    name = f"answerable-handover-{told.institution}-{office or 'successor'}"
    return packs.Made(
        f"{name}-{Classification.INTERNAL.value}.{form}", packs.FORMS[form](pack), pack.foot
    )


def content(look: Look, told: Seen) -> Pack:
    """What the pack says."""
    at = publishing.as_at(look)
    return Pack(
        title=pages.title(told),
        body=naming.body_words(told.institution),
        sentence=pages.sentence(told),
        banner=publishing.notice_of(told.institution),
        marking=Classification.INTERNAL.value,
        on=look.on,
        on_words=in_words(at.valid),
        known=at.known,
        root=at.root,
        check=f"{look.base or '/'}history/verify/?entry={at.known}&root={at.root[:16]}",
        site=look.base.rstrip("/"),
        parts=tuple(pages.parts(told)),
        sources=(),
        said_words=f"what sources had published by {in_words(at.said)}" if at.said else "",
        notice=pages.NO_SCORES,
    )

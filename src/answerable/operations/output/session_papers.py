"""The commissioner's brief as a file; it is internal, or marked as the highest that it tells."""

from answerable.ledger.register import Version
from answerable.operations.output.pack_frame import FORMS, framed, working
from answerable.operations.pages.look import Look
from answerable.operations.pages.sessions import brief as briefs
from answerable.operations.sessions import session_draft
from answerable.operations.sessions.session_draft import Open
from answerable.publishing.packs.content import PackLine, PackPart
from answerable.scrutiny.phrases import start, stop
from answerable.vocabulary.access import ending
from answerable.vocabulary.refusal import Refusal

NOT_HELD = "Not in our sources."
BRIEF_FORMS = ("pdf", "docx")


class NoSuchPaper(Refusal):
    """A form that the paper does not have."""

    code = "no_such_pack"


def brief_file(look: Look, body: str, day: str, form: str) -> tuple[str, bytes]:
    """Name and bytes of the brief; its marking ends the name."""
    if form not in BRIEF_FORMS:
        raise NoSuchPaper(f"There is no brief in the form “{form[:20]}”: pdf or docx.")
    found, made = briefs.brief_of(look, body, day)
    parts = [
        PackPart(
            title=f"{one.number}. {one.title}",
            key=f"question-{one.number}",
            lines=(
                PackLine(label="Why now", words=one.why),
                PackLine(label="Ask", words=one.question),
                PackLine(label="Last time", words=" ".join(one.last_time)),
                PackLine(label="An answer would be", words=one.would_answer),
            ),
        )
        for one in made.asked
    ]
    also = "; ".join(made.others) or "nothing else"
    parts.append(
        PackPart(
            title="Beside these",
            key="beside",
            lines=(
                PackLine(label="The session before", words=made.before),
                PackLine(label="Also on the agenda", words=stop(start(also))),
            ),
        )
    )
    marking = working(behind(look, found))
    pack = framed(
        look,
        title=made.title,
        institution=found.institution,
        sentence=made.sentence,
        parts=parts,
        marking=marking,
        own=True,
        body=found.body,
        about=found.spoken_of,
    )
    name = f"answerable-brief-{body}-{found.session.date}{ending(marking)}.{form}"
    return name, FORMS[form](pack)


def behind(look: Look, found: Open) -> tuple[Version, ...]:
    """The facts of what stands on an agenda, or of what is proposed where nothing does yet."""
    if any(not found.stands(key) for key in found.order):
        return found.spoken_of
    items = session_draft.proposed(found, actor=look.actor)[: session_draft.FIRST_ITEMS]
    named = dict.fromkeys(name for i in items for name in (i.reference, *i.also))
    return tuple(v for name in named for v in found.register.versions_of(stream=name))

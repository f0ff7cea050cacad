"""The commissioner's brief as a file; it is internal."""

from answerable.operations.output.pack_frame import FORMS, framed
from answerable.operations.pages.look import Look
from answerable.operations.pages.sessions import brief as briefs
from answerable.publishing.packs.content import PackLine, PackPart
from answerable.scrutiny.phrases import start, stop
from answerable.vocabulary.access import Classification
from answerable.vocabulary.refusal import Refusal

NOT_HELD = "Not in our sources."
BRIEF_FORMS = ("pdf", "docx")


class NoSuchPaper(Refusal):
    """A form that the paper does not have."""

    code = "no_such_pack"


def brief_file(look: Look, body: str, day: str, form: str) -> tuple[str, bytes]:
    """Name and bytes of the brief; marked internal."""
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
    pack = framed(
        look,
        title=made.title,
        institution=found.institution,
        sentence=made.sentence,
        parts=parts,
        marking=Classification.INTERNAL,
        own=True,
        body=found.body,
        about=found.spoken_of,
    )
    return f"answerable-brief-{body}-{found.session.date}-internal.{form}", FORMS[form](pack)

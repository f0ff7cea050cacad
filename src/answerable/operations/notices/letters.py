"""The first draft of the reply as a Word file, to be edited there by a person."""

from answerable.operations.output.pack_frame import house
from answerable.operations.pages.look import Look
from answerable.operations.pages.plans import response as pages
from answerable.publishing.packs import letter as word
from answerable.scrutiny.replies.reply_draft import Letter
from answerable.vocabulary.access import Classification, ending
from answerable.vocabulary.identity import slug

MOST_NAME = 60


def letter_file(look: Look, report: str) -> tuple[str, bytes]:
    """(name, bytes) of the draft; refused to whoever is not the body that replies.

    It is internal until it is sent; words of a higher marking are left out of it.
    """
    found = pages.drafted(look, report)
    made = word.docx_bytes(_word(found), on=look.today, house=house())
    return (
        f"reply-{slug(found.title)[:MOST_NAME].strip('-')}-draft{ending(Classification.INTERNAL)}.docx",
        made,
    )


def _word(found: Letter) -> word.LetterFile:
    return word.LetterFile(
        title=found.title,
        addressees=found.addressees,
        opening=found.opening,
        comments=found.comments,
        answers=tuple(
            word.AnswerPart(heading=a.heading, quote=a.quote, asked=a.asked, words=a.words)
            for a in (*found.answers, *found.others)
        ),
        notes=found.notes,
        sender=found.sender,
        signature=found.signature,
        checklist=found.checklist,
    )

"""The minutes as they would be signed now, as a file marked as a draft: to be read round first.

What was taken in private is not in it: only its ground, as in the minutes that anybody reads.
"""

from collections.abc import Iterator

from answerable.operations.output.pack_frame import FORMS, framed
from answerable.operations.output.session_papers import NoSuchPaper
from answerable.operations.output.signed_lines import lined
from answerable.operations.pages.look import Look
from answerable.operations.sessions import signing
from answerable.operations.sessions.session_reading import Ready
from answerable.publishing.packs.content import PackLine, PackPart, PackTable
from answerable.scrutiny.phrases import start, stop
from answerable.scrutiny.sessions.attendance import listed
from answerable.scrutiny.sessions.minutes_text import office_words
from answerable.vocabulary.access import Classification
from answerable.vocabulary.times import in_words

DRAFT_FORMS = ("docx", "pdf")
NOT_SAID = "Not recorded."


def draft_file(look: Look, body: str, day: str, form: str) -> tuple[str, bytes]:
    """Name and bytes of the draft minutes; title, sentence and name say that they are a draft."""
    if form not in DRAFT_FORMS:
        raise NoSuchPaper(f"There are no draft minutes in the form “{form[:20]}”: docx or pdf.")
    found, made = signing.prepared(f"session/{body}/{day}", actor=look.actor, at=look.at)
    revision = found.draft.revision if found.draft else 0
    meeting = made.whole.meeting
    pack = framed(
        look,
        title=f"DRAFT minutes, not signed: {meeting.title}, {in_words(meeting.date.isoformat())}",
        institution=found.institution,
        sentence=(
            f"This is a draft, revision {revision}. Nobody has signed it, it is not on the "
            "record, and its words can change."
        ),
        parts=tuple(_parts(made)),
        marking=Classification.INTERNAL,
        own=True,
        body=found.body,
        about=(),
    )
    return f"DRAFT-minutes-{body}-{meeting.date}-revision-{revision}-internal.{form}", FORMS[form](
        pack
    )


def _parts(made: Ready) -> Iterator[PackPart]:
    whole = made.whole
    yield PackPart(title="Who was there", key="who", lines=tuple(_who(made)))
    if whole.approves:
        words = f"The minutes of {whole.approves} are approved."
        yield PackPart(title="Earlier minutes", key="earlier", paragraphs=(words,))
    for at, one in enumerate(whole.items, start=1):
        key, number = f"item-{at}", one.item.number
        if one.item.ground is not None:
            ground = start(stop(one.item.stated_purpose or ""))
            yield PackPart(title=f"{number}. Private", key=key, paragraphs=(ground,))
            continue
        lines = (*one.lines, *((one.judgement,) if one.judgement else ()))
        yield PackPart(
            title=f"{number}. {start(one.item.title)}",
            key=key,
            lines=tuple(lined(words) for words in lines),
            absent="" if lines else "Nothing was written under this item.",
        )
    if whole.public:
        lines = tuple(PackLine(label=asked, words=answer) for asked, answer in whole.public)
        yield PackPart(title="Questions from the public", key="public", lines=lines)
    if rows := tuple(_actions(made)):
        yield PackPart(
            title="Actions",
            key="actions",
            table=PackTable(head=("Action", "Owner", "Due"), rows=rows, widths=(10, 4, 4)),
        )
    if whole.left_out:
        told = tuple(f"{title}: {stop(reason)}" for title, reason in whole.left_out)
        yield PackPart(title="Proposed and not taken", key="left-out", paragraphs=told)


def _who(made: Ready) -> Iterator[PackLine]:
    meeting, whole = made.whole.meeting, made.whole
    yield PackLine(label="Chair", words=_offices((meeting.chair,) if meeting.chair else ()))
    yield PackLine(label="Present", words=_offices(meeting.present))
    yield PackLine(label="Apologies", words=_offices(whole.apologies))


def _actions(made: Ready) -> Iterator[tuple[str, str, str]]:
    private = {one.item.number for one in made.whole.items if one.item.ground is not None}
    for action in made.taken.actions:
        if action.item not in private:
            owner = start(office_words(action.owner)) if action.owner else "No owner"
            yield action.text, owner, in_words(action.due) if action.due else "No date"


def _offices(offices: tuple[str, ...]) -> str:
    return listed(offices) or NOT_SAID

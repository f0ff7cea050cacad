"""The step before the signature: what is signed, by whom, and that it cannot be undone."""

from answerable.operations import access
from answerable.operations.pages.forms import FormPage, Hidden
from answerable.operations.pages.look import Look
from answerable.operations.pages.parts import Item, Link
from answerable.operations.pages.sessions.build_agenda import frame
from answerable.operations.pages.sessions.forward_plan import url_of
from answerable.operations.sessions import signing
from answerable.operations.sessions.session_reading import Question, Ready
from answerable.scrutiny.phrases import number, start
from answerable.scrutiny.plans.plans import NotPossible
from answerable.scrutiny.sessions import question_ends
from answerable.scrutiny.sessions.attendance import listed
from answerable.vocabulary.language import say, say_many
from answerable.vocabulary.times import in_words


def last(look: Look, body: str, day: str, *, key: str) -> FormPage:
    """What enters the record with one click; nothing is written yet."""
    found, made = signing.prepared(f"session/{body}/{day}", actor=look.actor, at=look.at)
    access.require(look.actor, "sign_minutes", about=found.institution)
    if made.faults:
        raise NotPossible(made.faults[0])
    url = url_of(found.session)
    return FormPage(
        **frame(look, found, title=say("Sign the minutes?")),
        sentence=say("Nothing is signed yet."),
        action=f"{url}sign/",
        button=say("Yes, sign these minutes"),
        hidden=(
            Hidden(name="revision", value=str(found.draft.revision if found.draft else 0)),
            Hidden(name="seen", value=str(look.head.size - 1)),
            Hidden(name="key", value=key),
            Hidden(name="step", value="sign"),
        ),
        answers=_answers(made),
        warning=say(
            "This cannot be undone. Everything enters the record under your office, the draft is "
            "deleted, and a mistake can only be amended: both words then stand."
        ),
        cancel=Link(label=say("Do not sign: look again"), url=f"{url}sign/"),
    )


def _answers(made: Ready) -> tuple[Item, ...]:
    meeting, actions = made.taken.meeting, made.taken.actions
    present = listed(meeting.present)
    day = in_words(meeting.date.isoformat())
    private = sum(item.ground is not None for item in made.taken.items)
    items = len(made.taken.items)
    bare = [start(one.text) for one in actions if not one.owner or not one.due]
    told = [
        Item(label=say("The session"), words=f"{meeting.title}, {day}"),
        Item(label=say("Present"), words=present or say("Nobody is marked as present.")),
        Item(
            label=say("Items"),
            words=say("{count}, of which {private} in private", count=items, private=private)
            if private
            else str(items),
        ),
        Item(label=say("Questions"), words=_questions(made.questions)),
        Item(
            label=say("Actions"),
            words=say_many(
                "{count} action", "{count} actions", len(actions), shown=number(len(actions))
            ),
        ),
    ]
    if bare:
        told.append(Item(label=say("Actions without an owner or a date"), words="; ".join(bare)))
    return tuple(told)


def _questions(questions: tuple[Question, ...]) -> str:
    """“Answered: 2; Still open: 1”, in the order of the ends."""
    if not questions:
        return say("None")
    ends = [*question_ends.OUTCOMES, ""]
    words = {**question_ends.WORDS, "": say("Still open")}
    counted = ((words[end], sum(q.outcome == end for q in questions)) for end in ends)
    return "; ".join(f"{name}: {n}" for name, n in counted if n)

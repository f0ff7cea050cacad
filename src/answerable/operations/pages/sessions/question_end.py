"""End a question outside a session: answered, acted on, proved or dropped, and why."""

from answerable.operations.pages.changing import About, Box, Form
from answerable.operations.pages.forms import Choice
from answerable.operations.pages.item_words import NOT_KNOWN
from answerable.operations.pages.look import Look
from answerable.operations.pages.naming import body_words, short
from answerable.operations.pages.parts import Item, Link
from answerable.operations.sessions import session_plans
from answerable.scrutiny.plans.plans import NotPossible
from answerable.scrutiny.progress import actions
from answerable.scrutiny.sessions.question_ends import (
    ACTED_ON,
    ANSWERED,
    DROPPED,
    OUTCOMES,
    PROVED,
)
from answerable.vocabulary.facts import PublicQuestionReceived, QuestionAsked
from answerable.vocabulary.language import marked, say
from answerable.vocabulary.times import in_words

MOST_ACTIONS = 60
WORDS = {
    ANSWERED: marked("It was answered"),
    ACTED_ON: marked("An action came of it"),
    PROVED: marked("What was asked for was shown"),
    DROPPED: marked("It is dropped"),
}


def _outcomes(_look: Look, _about: About) -> tuple[Choice, ...]:
    return (
        Choice(value="", label=say("Choose one")),
        *(Choice(value=o, label=WORDS[o]) for o in OUTCOMES),
    )


def _actions(look: Look, about_: About) -> tuple[Choice, ...]:
    found = [a for a in actions(look.register(about_.institution)) if a.open]
    return (
        Choice(value="", label=say("None")),
        *(
            Choice(value=a.reference, label=f"{short(a.text or NOT_KNOWN)} ({a.reference})")
            for a in found[::-1][:MOST_ACTIONS]
        ),
    )


FORM = Form(
    kind="end",
    may="end_question",
    title=marked("End a question"),
    button=marked("Record how it ended"),
    on=marked("Ended on which day"),
    warning=marked("A question without an end comes back on the next agenda."),
    boxes=(
        Box(
            name="outcome",
            label=marked("How it ended"),
            choices=_outcomes,
            needed=marked("Say how it ended"),
        ),
        Box(
            name="reason",
            label=marked("What was answered, what shows it, or why it is dropped"),
            kind="long",
            needed=marked("Say what was answered, what shows it, or why it is dropped"),
        ),
        Box(
            name="action",
            label=marked("The action that came of it, if one did"),
            choices=_actions,
            other=marked("Or its reference"),
        ),
    ),
)


def about(look: Look, question: str) -> About:
    """The question, who asked it, and the session that it is from."""
    parts = question.split("/")
    session = "/".join(parts[:3])
    institution, body = session_plans.about(session)
    register = look.register(institution)
    asked = register.versions_of(QuestionAsked, PublicQuestionReceived, stream=question)
    if not asked:
        raise NotPossible(
            say(
                "The record holds no question {question}. Look it up in its session.",
                question=question[:80],
            ),
            code="no_such_item",
        )
    back = f"/sessions/{body}/{parts[2]}/"
    return About(
        reference=question,
        institution=institution,
        title=say(
            "Asked of {body} in the session of {day}.",
            body=body_words(institution),
            day=in_words(parts[2]),
        ),
        url=f"/questions/{question}/end/",
        back=back,
        facts=(Item(label=say("Question"), words=asked[-1].fact.get("text") or NOT_KNOWN),),
        crumbs=(Link(label=say("Session of {day}", day=in_words(parts[2])), url=back),),
    )

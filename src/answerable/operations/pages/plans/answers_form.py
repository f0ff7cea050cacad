"""One action answers what it is said to answer, or does not: both forms, and what they offer."""

from collections.abc import Mapping

from answerable.operations.pages.changing import About, Box, Form
from answerable.operations.pages.forms import Choice
from answerable.operations.pages.look import Look
from answerable.operations.pages.naming import finding_choice
from answerable.operations.pages.plans import item_choices
from answerable.operations.pages.plans.taken_back import wrong_cell
from answerable.scrutiny.plans.link_doubt import in_doubt
from answerable.scrutiny.progress import progress
from answerable.vocabulary.facts import FindingPublished
from answerable.vocabulary.language import marked, say

YES, NO = "answers", "answers-not"


def doubted(look: Look, about: About) -> tuple[Choice, ...]:
    """What it is said to answer, by a link of which one may doubt; else what it may answer.

    Of what it may answer, the findings with the most words in common stand first.
    """
    register = look.register(about.institution)
    item = progress(register, about.reference)
    found = tuple(
        Choice(value=name, label=finding_choice(register, name))
        for name in item.answers
        if register.versions_of(FindingPublished, stream=name)
        and in_doubt(item, progress(register, name))
    )
    if len(found) == 1:
        return found
    if not found:
        found = tuple(
            Choice(value=name, label=finding_choice(register, name))
            for name in item_choices.answerable(look, about, besides=item.answers)
        )
    return (Choice(value="", label=say("Choose the finding")), *found)


def choices(look: Look, about: About) -> tuple[Choice, ...]:
    """The findings that this action answers; else the cell of its log that finds none.

    Where there is one only, it is chosen.
    """
    register = look.register(about.institution)
    item = progress(register, about.reference)
    found = tuple(
        Choice(value=name, label=finding_choice(register, name)) for name in item.answers
    )
    if cell := wrong_cell(item, register, look):
        label = say("“{number}” in the log: it is not the number of a finding", number=cell)
        found = (Choice(value=cell, label=label),)
    if len(found) == 1:
        return found
    none = say("Choose the finding") if found else say("It answers none on our record")
    return (Choice(value="", label=none), *found)


_TAKE_BACK = Form(
    kind=NO,
    may="correct",
    title=marked("It does not answer that finding"),
    button=marked("Take it back"),
    check=True,
    dated=False,
    warning=marked(
        "That it was said to answer it stays in the history, marked, with your reason."
    ),
    boxes=(
        Box(
            name="unlink",
            label=marked("What this action does not answer"),
            choices=choices,
            needed=marked("Choose what it does not answer"),
        ),
        Box(name="reason", label=marked("Why"), kind="long", needed=marked("Say why")),
    ),
)

_CONFIRM = Form(
    kind=YES,
    may="correct",
    title=marked("It answers a finding"),
    button=marked("Record that it answers it"),
    check=True,
    dated=False,
    boxes=(
        Box(
            name="link",
            label=marked("What this action answers"),
            choices=doubted,
            needed=marked("Choose what it answers"),
        ),
        Box(name="reason", label=marked("Why"), kind="long", needed=marked("Say why")),
    ),
)

FORMS: Mapping[str, Form] = {YES: _CONFIRM, NO: _TAKE_BACK}

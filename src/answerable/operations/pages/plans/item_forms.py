"""The forms about one finding or action: owner, milestones, means, duplicates, evidence seen."""

from collections.abc import Mapping

from answerable.operations import catalogue, place
from answerable.operations.desk.rows import rows
from answerable.operations.pages.changing import About, Box, Form, offices
from answerable.operations.pages.item_words import item_crumbs, item_kind, no_day
from answerable.operations.pages.look import Look
from answerable.operations.pages.naming import body_words
from answerable.operations.pages.parts import Item
from answerable.operations.pages.plans import (
    answers_form,
    closing_forms,
    finding_plan,
    item_choices,
)
from answerable.operations.pages.proof import office_words
from answerable.scrutiny.matter import report_of
from answerable.scrutiny.phrases import due_words, start
from answerable.scrutiny.plans import duplicates
from answerable.scrutiny.progress import progress
from answerable.scrutiny.standing import Progress
from answerable.scrutiny.standing_counts import standing
from answerable.vocabulary.language import marked, say
from answerable.vocabulary.refusal import Refusal


class NoSuchForm(Refusal):
    """A form that there is not."""

    code = "no_such_form"


def about(look: Look, reference: str, kind: str) -> About:
    """What is known of the item above the boxes."""
    institution = place.institution_of(reference)
    register = look.register(institution)
    names = catalogue.names_of(institution, on=look.on)
    item = progress(register, reference, names=names)
    where = duplicates.elsewhere(item.versions)
    facts = [
        Item(label=item_kind(item), words=item.text or say("Not in our sources.")),
        _whose(look, item, institution, kind),
        Item(
            label=say("Due"),
            words=due_words(item, names) if item.due else no_day(item) or say("No date."),
        ),
    ]
    answering = [
        progress(register, r, names=names) for r in finding_plan.answering(item, register)
    ]
    if answering:
        facts.append(
            Item(
                label=say("Actions that answer it"),
                words=say(
                    "{count}. {standing}",
                    count=f"{len(answering):,}",
                    standing=standing(answering),
                ),
            )
        )
    if where:
        facts.append(Item(label=say("Followed"), words=duplicates.place(where)))
    return About(
        reference=reference,
        institution=institution,
        title=item.sentence,
        url=f"/actions/{reference}/{kind}/",
        back=reply_url(reference) if kind == RESPOND else f"/findings/{reference}/",
        facts=tuple(facts),
        crumbs=item_crumbs(look, institution, item),
    )


RESPOND = "respond"


def reply_url(reference: str) -> str:
    """The reply to the report that a finding is of."""
    return f"/responses/{report_of(reference)}/clock/"


def _whose(look: Look, item: Progress, institution: str, kind: str) -> Item:
    """Who owns the work; in the forms of closing, who made the finding and so closes it."""
    if kind in closing_forms.FORMS:
        maker = body_words(item.owner) if item.owner else say("Not in our sources.")
        return Item(label=say("Stated by, and so closed by"), words=maker)
    return Item(label=say("Owner"), words=_owner(look, item, institution))


def _owner(look: Look, item: Progress, institution: str) -> str:
    """A finding is owned by whoever owns an action that answers it, never by who made it."""
    owner = item.owner
    if item.kind != "action":
        held = rows(look, institution).items
        owner = next((i.owner for i in held if i.reference == item.reference), None)
    return start(office_words(owner)) if owner else say("No owner on record.")


_REASON = Box(name="reason", label=marked("Why"), kind="long", needed=marked("Say why"))
_AGREED = Box(
    name="authoriser",
    label=marked("Which office agreed to it"),
    choices=offices,
    needed=marked("Say which office agreed to it"),
)
_OTHER_REFERENCE = marked("Or its reference")

FORMS: Mapping[str, Form] = {
    form.kind: form
    for form in (
        Form(
            kind="update",
            may="update_action",
            title=marked("Record news"),
            button=marked("Record this news"),
            on=marked("On which day it was so"),
            boxes=(
                Box(
                    name="text",
                    label=marked("The news"),
                    kind="long",
                    needed=marked("Say what is new"),
                ),
                Box(
                    name="rating",
                    label=marked("The owner’s own rating, if they give one"),
                    hint=marked("In their word, such as green. It never becomes our state."),
                ),
            ),
        ),
        Form(
            kind="rung",
            may="reach_rung",
            title=marked("Say how far it has got"),
            button=marked("Record this step"),
            on=marked("Since which day"),
            warning=marked(
                "One step at a time. A file that shows it is offered as evidence, on its own form."
            ),
            boxes=(
                Box(
                    name="rung",
                    label=marked("Step"),
                    choices=item_choices.rungs,
                    needed=marked("Choose the step it reached"),
                ),
                Box(
                    name="source",
                    label=marked("What it rests on"),
                    hint=marked("What was used before is offered. Name an office, not a person."),
                    choices=item_choices.rests_on,
                    other=marked("Or another letter, mail or paper: whose, and of which day"),
                    needed=marked(
                        "Say which letter, mail or paper says so, or in which session it was said"
                    ),
                ),
            ),
        ),
        Form(
            kind="promise",
            may="promise_action",
            title=marked("Add an action that answers it"),
            button=marked("Add this action"),
            on=marked("Promised on which day"),
            boxes=(
                Box(
                    name="text",
                    label=marked("What will be done"),
                    kind="long",
                    needed=marked("Say what"),
                ),
                Box(
                    name="owner",
                    label=marked("Who owns it"),
                    choices=item_choices.owners,
                    other=marked("Or another owner, in words"),
                ),
                Box(name="due", label=marked("By when, if a day was given"), kind="date"),
            ),
        ),
        Form(
            kind="reassign",
            may="reassign",
            title=marked("Give it to another owner"),
            button=marked("Give it to this owner"),
            ahead=True,
            warning=marked("The first owner stays on the record beside the new one."),
            boxes=(
                Box(
                    name="owner",
                    label=marked("New owner"),
                    choices=item_choices.owners,
                    other=marked("Or another owner, in words"),
                    needed=marked("Say who owns it from now on"),
                ),
                _REASON,
                _AGREED,
            ),
        ),
        Form(
            kind="milestone",
            may="set_milestone",
            title=marked("Set a milestone"),
            button=marked("Set this milestone"),
            on=marked("Set on which day"),
            boxes=(
                Box(
                    name="text",
                    label=marked("What is done by then"),
                    needed=marked("Say what is done by then"),
                ),
                Box(
                    name="due", label=marked("By when"), kind="date", needed=marked("Give the day")
                ),
            ),
        ),
        Form(
            kind="waits",
            may="state_dependency",
            title=marked("Say what it waits for"),
            button=marked("Record that it waits"),
            ahead=True,
            boxes=(
                Box(
                    name="other",
                    label=marked("It cannot go on before this one is done"),
                    choices=item_choices.others,
                    other=_OTHER_REFERENCE,
                    needed=marked("Choose the action that it waits for"),
                ),
                _REASON,
            ),
        ),
        Form(
            kind="waits-no-more",
            may="state_dependency",
            title=marked("Say that it waits no more"),
            button=marked("Record that it waits no more"),
            warning=marked("That it did wait, and why, stays on the record."),
            boxes=(
                Box(
                    name="other",
                    label=marked("It can go on without this one"),
                    choices=item_choices.waited_for,
                    needed=marked("Choose the action that it waits for no more"),
                ),
                _REASON,
            ),
        ),
        Form(
            kind="resource",
            may="name_resource",
            title=marked("Name what it may use"),
            button=marked("Record this"),
            ahead=True,
            boxes=(
                Box(
                    name="text",
                    label=marked("People, money or equipment"),
                    kind="long",
                    needed=marked("Say what it may use"),
                ),
                Box(name="line", label=marked("Line of the money, if there is one")),
            ),
        ),
        Form(
            kind="merge",
            may="merge",
            title=marked("It is a duplicate"),
            button=marked("Follow it under the other"),
            check=True,
            warning=marked(
                "It is superseded here and followed under the other. Both histories stay."
            ),
            boxes=(
                Box(
                    name="into",
                    label=marked("Follow it under"),
                    hint=marked("Those with the most words in common come first."),
                    choices=item_choices.others,
                    other=_OTHER_REFERENCE,
                    needed=marked("Choose the one under which it is followed"),
                ),
                _REASON,
            ),
        ),
        Form(
            kind="split",
            may="split",
            title=marked("Split it into parts"),
            button=marked("Follow it as these parts"),
            check=True,
            warning=marked(
                "An action gives way to its parts, which keep its owner, date "
                "and finding. A finding stays one, as its owner alone divides or "
                "closes it: write a line for each action that was promised, and "
                "give each its owner after."
            ),
            boxes=(
                Box(
                    name="into",
                    label=marked("The parts, one in each line"),
                    kind="lines",
                    needed=marked("Write each part in its own line"),
                ),
                _REASON,
            ),
        ),
        Form(
            kind="follow-again",
            may="merge",
            title=marked("Follow it here again"),
            button=marked("Follow it on its own again"),
            check=True,
            warning=marked(
                "That it was followed elsewhere stays on the record. Parts of it "
                "that are open are followed under it from now on."
            ),
            boxes=(_REASON,),
        ),
        Form(
            kind="transfer",
            may="transfer",
            title=marked("It is not ours"),
            button=marked("Pass it on"),
            ahead=True,
            check=True,
            warning=marked(
                "It is discharged here. News of it can still be recorded, so it is not lost."
            ),
            boxes=(
                Box(
                    name="to",
                    label=marked("Which body or board follows it"),
                    needed=marked("Say who follows it from now on"),
                ),
                _REASON,
            ),
        ),
        Form(
            kind="objective",
            may="link_objective",
            title=marked("Link it to an objective"),
            button=marked("Link it"),
            boxes=(
                Box(
                    name="objective",
                    label=marked("Objective"),
                    choices=item_choices.objectives,
                    needed=marked("Choose an objective"),
                ),
                _REASON,
            ),
        ),
        Form(
            kind="respond",
            may="respond",
            title=marked("Record the explanation"),
            button=marked("Record this explanation"),
            on=marked("Answered on which day"),
            warning=marked(
                "Where the law has the reply published, only the offices concerned read this "
                "until the publication is recorded. Where it does not, it is public at once."
            ),
            boxes=(
                Box(
                    name="response",
                    label=marked("What was answered"),
                    choices=item_choices.answers,
                    needed=marked("Choose what was answered"),
                ),
                Box(
                    name="text",
                    label=marked("Action taken or proposed, or why none"),
                    kind="long",
                    needed=marked("Give the explanation"),
                ),
            ),
        ),
        Form(
            kind="check-evidence",
            may="check_evidence",
            title=marked("Say what the evidence shows"),
            button=marked("Record what you found"),
            on=marked("Looked at on which day"),
            warning=marked("Whoever offered it does not check it, nor does its own institution."),
            boxes=(
                Box(
                    name="result",
                    label=marked("It shows"),
                    choices=item_choices.results,
                    needed=marked("Choose what it shows"),
                ),
                Box(
                    name="reason",
                    label=marked("What you saw"),
                    kind="long",
                    needed=marked("Say what you saw"),
                ),
            ),
        ),
    )
}


def form_of(kind: str) -> Form:
    """A form by its name in the address."""
    if kind in closing_forms.FORMS:
        return closing_forms.FORMS[kind]
    if kind in answers_form.FORMS:
        return answers_form.FORMS[kind]
    if kind not in FORMS:
        raise NoSuchForm(
            say("There is no form “{kind}” here. Go back to the page of the item.", kind=kind[:40])
        )
    return FORMS[kind]

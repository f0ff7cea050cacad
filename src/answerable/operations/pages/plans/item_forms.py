"""The forms about one finding or action: owner, milestones, means, duplicates, evidence seen."""

from collections.abc import Mapping

from answerable.operations import catalogue, place
from answerable.operations.pages.changing import About, Box, Form, offices
from answerable.operations.pages.item_words import item_crumbs, item_kind
from answerable.operations.pages.look import Look
from answerable.operations.pages.parts import Item
from answerable.operations.pages.plans import item_choices
from answerable.operations.pages.proof import office_words
from answerable.scrutiny.phrases import due_words, start
from answerable.scrutiny.plans import duplicates
from answerable.scrutiny.progress import progress
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
        Item(label=item_kind(item), words=item.text or "Not in our sources."),
        Item(label="Owner", words=start(office_words(item.owner)) if item.owner else "No owner."),
        Item(label="Due", words=due_words(item, names) if item.due else "No date."),
    ]
    if where:
        facts.append(Item(label="Followed", words=duplicates.place(where)))
    return About(
        reference=reference,
        institution=institution,
        title=item.sentence,
        url=f"/actions/{reference}/{kind}/",
        back=f"/findings/{reference}/",
        facts=tuple(facts),
        crumbs=item_crumbs(look, institution, item),
    )


_REASON = Box(name="reason", label="Why", kind="long", needed="Say why")
_AGREED = Box(
    name="authoriser",
    label="Which office agreed to it",
    choices=offices,
    needed="Say which office agreed to it",
)
_OTHER_REFERENCE = "Or its reference"

FORMS: Mapping[str, Form] = {
    form.kind: form
    for form in (
        Form(
            kind="update",
            may="update_action",
            title="Record news",
            button="Record this news",
            on="On which day it was so",
            boxes=(
                Box(name="text", label="The news", kind="long", needed="Say what is new"),
                Box(
                    name="rating",
                    label="The owner’s own rating, if they give one",
                    hint="In their word, such as green. It never becomes our state.",
                ),
            ),
        ),
        Form(
            kind="rung",
            may="reach_rung",
            title="Say how far it has got",
            button="Record this step",
            on="Since which day",
            warning="One step at a time. What shows it is offered as evidence, on its own form.",
            boxes=(
                Box(
                    name="rung",
                    label="Step",
                    choices=item_choices.rungs,
                    needed="Choose the step it reached",
                ),
            ),
        ),
        Form(
            kind="promise",
            may="promise_action",
            title="Add an action that answers it",
            button="Add this action",
            on="Promised on which day",
            boxes=(
                Box(name="text", label="What will be done", kind="long", needed="Say what"),
                Box(
                    name="owner",
                    label="Who owns it",
                    choices=item_choices.owners,
                    other="Or another owner, in words",
                ),
                Box(name="due", label="By when, if a day was given", kind="date"),
            ),
        ),
        Form(
            kind="reassign",
            may="reassign",
            title="Give it to another owner",
            button="Give it to this owner",
            warning="The first owner stays on the record beside the new one.",
            boxes=(
                Box(
                    name="owner",
                    label="New owner",
                    choices=item_choices.owners,
                    other="Or another owner, in words",
                    needed="Say who owns it from now on",
                ),
                _REASON,
                _AGREED,
            ),
        ),
        Form(
            kind="milestone",
            may="set_milestone",
            title="Set a milestone",
            button="Set this milestone",
            on="Set on which day",
            boxes=(
                Box(name="text", label="What is done by then", needed="Say what is done by then"),
                Box(name="due", label="By when", kind="date", needed="Give the day"),
            ),
        ),
        Form(
            kind="waits",
            may="state_dependency",
            title="Say what it waits for",
            button="Record that it waits",
            boxes=(
                Box(
                    name="other",
                    label="It cannot go on before this one is done",
                    choices=item_choices.others,
                    other=_OTHER_REFERENCE,
                    needed="Choose the action that it waits for",
                ),
                _REASON,
            ),
        ),
        Form(
            kind="waits-no-more",
            may="state_dependency",
            title="Say that it waits no more",
            button="Record that it waits no more",
            warning="That it did wait, and why, stays on the record.",
            boxes=(
                Box(
                    name="other",
                    label="It can go on without this one",
                    choices=item_choices.waited_for,
                    needed="Choose the action that it waits for no more",
                ),
                _REASON,
            ),
        ),
        Form(
            kind="resource",
            may="name_resource",
            title="Name what it may use",
            button="Record this",
            boxes=(
                Box(
                    name="text",
                    label="People, money or equipment",
                    kind="long",
                    needed="Say what it may use",
                ),
                Box(name="line", label="Line of the money, if there is one"),
            ),
        ),
        Form(
            kind="merge",
            may="merge",
            title="It is a duplicate",
            button="Follow it under the other",
            check=True,
            warning="It is superseded here and followed under the other. Both histories stay.",
            boxes=(
                Box(
                    name="into",
                    label="Follow it under",
                    hint="Those with the most words in common come first.",
                    choices=item_choices.others,
                    other=_OTHER_REFERENCE,
                    needed="Choose the one under which it is followed",
                ),
                _REASON,
            ),
        ),
        Form(
            kind="split",
            may="split",
            title="Split it into parts",
            button="Follow it as these parts",
            check=True,
            warning="An action gives way to its parts, which keep its owner, date and finding. A "
            "finding stays one, as its owner alone divides or closes it: write a line for each "
            "action that was promised, and give each its owner after.",
            boxes=(
                Box(
                    name="into",
                    label="The parts, one in each line",
                    kind="lines",
                    needed="Write each part in its own line",
                ),
                _REASON,
            ),
        ),
        Form(
            kind="follow-again",
            may="merge",
            title="Follow it here again",
            button="Follow it on its own again",
            check=True,
            warning="That it was followed elsewhere stays on the record. Parts of it that are "
            "open are followed under it from now on.",
            boxes=(_REASON,),
        ),
        Form(
            kind="transfer",
            may="transfer",
            title="It is not ours",
            button="Pass it on",
            check=True,
            warning="It is discharged here. News of it can still be recorded, so it is not lost.",
            boxes=(
                Box(
                    name="to",
                    label="Which body or board follows it",
                    needed="Say who follows it from now on",
                ),
                _REASON,
            ),
        ),
        Form(
            kind="objective",
            may="link_objective",
            title="Link it to an objective",
            button="Link it",
            boxes=(
                Box(
                    name="objective",
                    label="Objective",
                    choices=item_choices.objectives,
                    needed="Choose an objective",
                ),
                _REASON,
            ),
        ),
        Form(
            kind="respond",
            may="respond",
            title="Record the explanation",
            button="Record this explanation",
            on="Answered on which day",
            boxes=(
                Box(
                    name="response",
                    label="What was answered",
                    choices=item_choices.answers,
                    needed="Choose what was answered",
                ),
                Box(
                    name="text",
                    label="Action taken or proposed, or why none",
                    kind="long",
                    needed="Give the explanation",
                ),
            ),
        ),
        Form(
            kind="check-evidence",
            may="check_evidence",
            title="Say what the evidence shows",
            button="Record what you found",
            on="Looked at on which day",
            warning="Whoever offered it does not check it, nor does its own institution.",
            boxes=(
                Box(
                    name="result",
                    label="It shows",
                    choices=item_choices.results,
                    needed="Choose what it shows",
                ),
                Box(name="reason", label="What you saw", kind="long", needed="Say what you saw"),
            ),
        ),
    )
}


def form_of(kind: str) -> Form:
    """A form by its name in the address."""
    if kind not in FORMS:
        raise NoSuchForm(f"There is no form “{kind[:40]}” here. Go back to the page of the item.")
    return FORMS[kind]

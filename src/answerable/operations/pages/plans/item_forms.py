"""The forms about one finding or action: owner, milestones, means, duplicates, evidence seen."""

import re
from collections.abc import Mapping

from answerable.operations import catalogue, place
from answerable.operations.desk.rows import rows
from answerable.operations.pages.changing import About, Box, Form, offices
from answerable.operations.pages.forms import Choice
from answerable.operations.pages.item_words import item_crumbs, item_kind
from answerable.operations.pages.look import Look
from answerable.operations.pages.naming import short
from answerable.operations.pages.parts import Item
from answerable.operations.pages.proof import office_words
from answerable.scrutiny.phrases import due_words, start
from answerable.scrutiny.plans import duplicates, objectives, offered, waiting_for
from answerable.scrutiny.plans.desk import Item as DeskItem
from answerable.scrutiny.progress import progress
from answerable.vocabulary.ladder import Response, Rung
from answerable.vocabulary.refusal import Refusal

MOST_OTHERS = 40
_WORD = re.compile(r"[a-z]{4,}")


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


def _others(look: Look, about_: About) -> tuple[Choice, ...]:
    """Open items of the same kind, those with the most words in common first."""
    table = rows(look, about_.institution).items
    own = next((i for i in table if i.reference == about_.reference), None)
    mine = set(_WORD.findall((own.text or "").casefold())) if own else set()
    action = own is None or own.kind == "action"

    def common(item: DeskItem) -> int:
        return len(mine & set(_WORD.findall((item.text or "").casefold())))

    found = [
        i
        for i in table
        if i.open and (i.kind == "action") == action and i.reference != about_.reference
    ]
    found.sort(key=lambda i: (-common(i), i.reference))
    return (
        Choice(value="", label="Choose one"),
        *(
            Choice(value=i.reference, label=f"{short(i.text or 'Words withheld')} ({i.reference})")
            for i in found[:MOST_OTHERS]
        ),
    )


def _waited_for(look: Look, about_: About) -> tuple[Choice, ...]:
    """What the record says that it waits for."""
    held = waiting_for.waits_for(look.register(about_.institution), about_.reference)
    return (
        Choice(value="", label="Choose one"),
        *(
            Choice(
                value=w.item.reference,
                label=f"{short(w.item.text or 'Words withheld')} ({w.item.reference})",
            )
            for w in held
        ),
    )


def _owners(look: Look, about_: About) -> tuple[Choice, ...]:
    """Owners that the register names already, then every office."""
    named = rows(look, about_.institution).table.owners
    known = offices(look, about_)
    have = {choice.value for choice in known}
    return (
        *known,
        *(Choice(value=o, label=start(office_words(o))) for o in named if o not in have),
    )


def _objectives(look: Look, about_: About) -> tuple[Choice, ...]:
    held = objectives.objectives(look.register(about_.institution))
    return (
        Choice(value="", label="Choose an objective"),
        *(Choice(value=o.reference, label=o.title or o.reference) for o in held),
    )


def _results(_look: Look, _about: About) -> tuple[Choice, ...]:
    return (
        Choice(value="", label="Choose one"),
        *(Choice(value=value, label=words) for value, words in offered.RESULTS.items()),
    )


def _answers(_look: Look, _about: About) -> tuple[Choice, ...]:
    words = {
        Response.ACCEPTED: "Accepted",
        Response.PARTLY: "Accepted in part",
        Response.REJECTED: "Not accepted",
    }
    return (
        Choice(value="", label="Choose one"),
        *(Choice(value=r.value, label=label) for r, label in words.items()),
    )


def _rungs(look: Look, about_: About) -> tuple[Choice, ...]:
    """The next steps of the ladder from where the item stands."""
    names = catalogue.names_of(about_.institution, on=look.on)
    item = progress(look.register(about_.institution), about_.reference, names=names)
    here = -1 if item.rung is None else item.rung.order
    words = {
        Rung.PROMISED: f"Promised: {names.institution} said that it would do it",
        Rung.DELIVERED: f"Done, says {names.institution}",
        Rung.VERIFIED: "Checked: somebody independent looked",
        Rung.WORKED: "Worked: the outcome improved, by a verdict on record",
        Rung.SUSTAINED: "Sustained: it still held later",
    }
    first = (Rung.PROMISED, Rung.DELIVERED) if here < 0 else ()
    return (
        Choice(value="", label="Choose the step"),
        *(
            Choice(value=r.value, label=words[r])
            for r in Rung
            if r.order == here + 1 or r in first
        ),
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
                    name="rung", label="Step", choices=_rungs, needed="Choose the step it reached"
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
                    choices=_owners,
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
                    choices=_owners,
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
                    choices=_others,
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
                    choices=_waited_for,
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
                    choices=_others,
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
            warning="Each part is a new action with the same owner, date and finding.",
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
                    choices=_objectives,
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
                    choices=_answers,
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
                    choices=_results,
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

"""The two forms about a milestone: it is met, or it moves."""

from collections.abc import Mapping
from dataclasses import replace

from answerable.operations.pages.changing import About, Form
from answerable.operations.pages.look import Look
from answerable.operations.pages.parts import Item
from answerable.operations.pages.plans import item_forms
from answerable.scrutiny.plans.milestones import UNDER, milestones
from answerable.vocabulary.language import marked, say
from answerable.vocabulary.times import in_words

FORMS: Mapping[str, Form] = {
    "met": Form(
        kind="met",
        may="set_milestone",
        title=marked("The milestone is met"),
        button=marked("Record that it is met"),
        on=marked("Since which day"),
        warning=marked("They say so; nobody else has checked. It moves no step of the action."),
        boxes=(),
    ),
    "move": replace(
        item_forms.FORMS["milestone"],
        kind="move",
        title=marked("Move the milestone"),
        button=marked("Move this milestone"),
        on=marked("Moved on which day"),
        warning=marked("The first date stays visible beside the new one."),
    ),
}


def about(look: Look, milestone: str, kind: str) -> tuple[Form, About, str]:
    """The form, what it is about, and the item on whose way the milestone stands."""
    if kind not in FORMS:
        raise item_forms.NoSuchForm(say("A milestone is met or moved. Go back to its action."))
    item = milestone.removeprefix(UNDER).rpartition("/")[0]
    known = item_forms.about(look, item, "milestone")
    register = look.register(known.institution)
    found = next((m for m in milestones(register, of=item) if m.reference == milestone), None)
    if found is None:
        raise item_forms.NoSuchForm(
            say("The record holds no milestone {milestone}.", milestone=milestone[:80])
        )
    facts = (
        *known.facts[:1],
        Item(label=say("Milestone"), words=found.text or say("Not in our sources.")),
        Item(label=say("Due"), words=in_words(found.due) if found.due else say("No date.")),
    )
    return FORMS[kind], replace(known, url=f"/milestones/{milestone}/{kind}/", facts=facts), item

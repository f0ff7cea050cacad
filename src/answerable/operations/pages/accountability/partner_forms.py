"""Forms of partners: to name one, to record its part, an agreement, or its own answer."""

from answerable.operations import catalogue, place
from answerable.operations.pages import acts, naming, offered
from answerable.operations.pages.acts import Act
from answerable.operations.pages.forms import DateField, Field
from answerable.operations.pages.look import Look
from answerable.operations.pages.parts import Item, Link
from answerable.scrutiny.progress import progress
from answerable.store.reads import registers
from answerable.vocabulary.language import marked, say


def form(look: Look, kind: str, about: str) -> Act:
    """Name a partner, record a part, an agreement, or a partner's answer."""
    title, sentence, button, allows = _FORMS[kind]
    institution = about if kind in OF_BODY else place.institution_of(about)
    answers: tuple[Item, ...] = ()
    path = f"/partners/{institution}/{kind}/"
    back = f"/partners/{institution}/"
    if kind not in OF_BODY:
        item = progress(
            look.register(institution), about, names=catalogue.names_of(institution, on=look.on)
        )
        answers = (
            Item(label=say("The action"), words=naming.told(item.first.fact)),
            Item(label=say("Where it stands"), words=item.sentence),
        )
        path = f"/partners/{about}/{kind}/"
        back = f"/partners/{look.actor.body}/" if kind == "answer" else back
    return Act(
        title=title,
        sentence=sentence,
        action=path,
        button=button,
        operation=allows,
        institution=institution,
        back=Link(label=say("Leave it as it is"), url=back),
        answers=answers,
        fields=(*_fields(kind, institution), acts.day_field(look, label=_DAYS[kind])),
    )


def _fields(kind: str, institution: str) -> tuple[Field | DateField, ...]:
    """The boxes of a form; a partner is chosen among all bodies, those of its kind first."""
    if kind != "join":
        return _FIELDS[kind]
    bodies = sorted(
        (b for b in offered.bodies() if b.id != institution and not b.ended),
        key=lambda b: (b.kind != "partner", b.name),
    )
    chosen = Field(
        name="partner",
        label=say("The partner"),
        hint=say("One that is not in the list is named first, on the page of partners."),
        choices=acts.choices(((b.id, b.name) for b in bodies), first=say("Choose a body")),
    )
    return (chosen, *_FIELDS[kind])


OF_BODY = frozenset({"name", "agreement"})
"""Forms that are about an institution; the others are about one of its actions."""
_DAYS = {
    "name": marked("A partner since"),
    **dict.fromkeys(("join", "agreement", "answer"), marked("On which day")),
}
_FORMS = {
    "name": (
        marked("Name a partner"),
        marked(
            "A body that the list of bodies does not hold. Its office can then be given an "
            "account."
        ),
        marked("Name this partner"),
        "join_partner",
    ),
    "join": (
        marked("Name a partner in an action"),
        marked("Which body has which part, under which agreement."),
        marked("Record this part"),
        "join_partner",
    ),
    "agreement": (
        marked("Record an agreement to share information"),
        marked(
            "Who agreed, and when it is to be looked at again. The same title again renews it."
        ),
        marked("Record this agreement"),
        "make_agreement",
    ),
    "answer": (
        marked("Answer for your part"),
        marked("News in your own words. It stands with the action, and moves no step."),
        marked("Send this answer"),
        "update_action",
    ),
}
_FIELDS: dict[str, tuple[Field | DateField, ...]] = {
    "name": (
        Field(name="name", label=marked("Its whole name")),
        Field(
            name="kind",
            label=marked("What kind of body it is"),
            hint=marked("Such as county council or health board. You may leave it empty."),
        ),
    ),
    "join": (
        Field(name="part", label=marked("Its part"), rows=2),
        Field(
            name="agreement",
            label=marked("Agreement, by its reference"),
            hint=marked("Leave it empty if none."),
        ),
    ),
    "agreement": (
        Field(name="title", label=marked("Title")),
        Field(name="parties", label=marked("Parties, one a line"), rows=3),
        DateField(
            name="review",
            legend=marked("Review date"),
            hint=marked("A month alone will do."),
            optional=True,
            loose=True,
        ),
        Field(name="text", label=marked("What is shared"), rows=2),
    ),
    "answer": (Field(name="text", label=marked("Your answer"), rows=5),),
}


def institution_page(about: str) -> str:
    """Where a form leads back to."""
    if about in registers.reported():
        return f"/partners/{about}/"
    return f"/partners/{place.institution_of(about)}/"

"""Set up your own body: one choice, two names if you wish, and what was made."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from answerable.operations import catalogue, installation, people
from answerable.operations.installation import Holder, Made, Named
from answerable.operations.pages import days
from answerable.operations.pages.forms import (
    Choice,
    DateField,
    Field,
    FormPage,
    Hidden,
    read_only,
)
from answerable.operations.pages.look import Look
from answerable.operations.pages.parts import FormError, Link, Section, SectionsPage
from answerable.vocabulary.access import Role
from answerable.vocabulary.bodies import BodyKind
from answerable.vocabulary.language import marked, say
from answerable.vocabulary.refusal import Refusal
from answerable.vocabulary.times import first_day

TITLE = marked("Set up your own record")
HOLDERS = (
    ("commissioner", Role.COMMISSIONER, marked("Who is the commissioner, the mayor or the chair")),
    ("chief", Role.CHIEF_OFFICER, marked("Who is the chief constable or chief officer")),
)
DATES = {
    name: DateField(name=name, legend=legend, under=f"{name}-name")
    for name, legend in (
        ("commissioner", marked("First day of the commissioner, mayor or chair in office")),
        ("chief", marked("First day of the chief constable or chief officer in office")),
    )
}


class NotFilled(Refusal):
    """A form that cannot be used as it was sent."""

    code = "not_filled"


def page(look: Look) -> SectionsPage | None:
    """What stands in the way of setting up this home; None for an empty one."""
    own = installation.installed()
    if own is None and look.head.size == 0:
        return None
    name = catalogue.bodies()[own.institution].name if own else ""
    return SectionsPage(
        title=TITLE,
        area="about",
        sentence=(
            say("This is the record of {name} about {name2}.", name=own.name, name2=name)
            if own
            else say(
                "This home is not empty: it holds {size} entries.", size=f"{look.head.size:,}"
            )
        ),
        as_at=look.as_at(),
        sections=(_next() if own else _elsewhere(),),
    )


def elsewhere(look: Look) -> SectionsPage:
    """The same from another machine: nothing is set up there."""
    return read_only(look, title=TITLE, more=_elsewhere())


def form(
    look: Look,
    *,
    key: str,
    posted: Mapping[str, str] | None = None,
    error: str = "",
) -> FormPage:
    """The empty form, or the one that was sent with what is to be mended."""
    values = posted or {}
    return FormPage(
        title=TITLE,
        area="about",
        sentence=say(
            "Choose the institution. Its offices are made, and nothing of a demonstration."
        ),
        as_at=look.as_at(),
        errors=(FormError(words=error),) if error else (),
        action="/set-up/",
        button=say("Set up this record"),
        hidden=(Hidden(name="key", value=values.get("key") or key),),
        fields=(
            Field(
                name="institution",
                label=say("Institution"),
                hint=say("With the body that holds it to account."),
                value=values.get("institution", ""),
                choices=(
                    Choice(value="", label=say("Choose an institution")),
                    *(
                        Choice(value=about.id, label=f"{about.name}: {by_body.name}")
                        for about, by_body in installation.choices()
                    ),
                ),
            ),
            *_instead_fields(values),
            *_own_fields(values),
            *(
                Field(
                    name=f"{name}-name",
                    label=say("{words} (you may leave it empty)", words=words),
                    hint=say("The name of the person. It is kept for these two posts only."),
                    value=values.get(f"{name}-name", ""),
                )
                for name, _, words in HOLDERS
            ),
        ),
        fold=say("Your body, or who holds it to account, is not in the list"),
        dates=tuple(days.filled(DATES[name], values) for name, _, _ in HOLDERS),
        cancel=Link(label=say("Set up nothing now"), url="/"),
    )


def holders(posted: Mapping[str, str]) -> tuple[Holder, ...]:
    """Who was named; a name needs its first day."""
    found = []
    for name, role, _ in HOLDERS:
        person = posted.get(f"{name}-name", "").strip()
        if not person:
            continue
        since = first_day(days.given(DATES[name], posted))
        found.append(Holder(role, person, since))
    return tuple(found)


OWN: tuple[tuple[str, BodyKind, str], ...] = (
    ("own", "institution", marked("Name of the body that is held to account")),
    (
        "own-oversight",
        "oversight",
        marked("Name of who holds it to account, such as a committee or a board"),
    ),
    (
        "own-inspector",
        "inspectorate",
        marked("Name of who inspects or audits it, if you read its reports here"),
    ),
)
"""Name of the boxes, kind of body, and what the box asks."""
INSTEAD = "instead"
"""The boxes for who holds an institution of the list to account, where the list names another."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """What is to be set up, as the operation takes it."""

    regime: str
    institution: str
    oversight: str
    named: tuple[Named, ...] = ()


def chosen(posted: Mapping[str, str], *, on: date) -> Chosen:
    """The pair of the list that was chosen, or the bodies that were named."""
    about = posted.get("institution", "")
    holder = posted.get(f"{INSTEAD}-name", "").strip()
    if holder:
        return _instead(about, holder, posted.get(f"{INSTEAD}-kind", ""), on=on)
    given = {name: posted.get(f"{name}-name", "").strip() for name, _, _ in OWN}
    if about and given["own"]:
        raise NotFilled(say("Choose an institution from the list, or name one; not both."))
    if not given["own"]:
        regime, oversight = oversight_of(about, on=on)
        return Chosen(regime, about, oversight)
    if not given["own-oversight"]:
        raise NotFilled(say("Say who holds {given} to account.", given=given["own"][:60]))
    named = tuple(
        Named(given[name], posted.get(f"{name}-kind", ""), kind)
        for name, kind, _ in OWN
        if given[name]
    )
    return Chosen(catalogue.GENERIC, given["own"], given["own-oversight"], named)


def _instead(institution: str, holder: str, kind: str, *, on: date) -> Chosen:
    """An institution of the list, and who holds it to account in place of the body named there."""
    if not institution:
        raise NotFilled(say("Choose the institution that {name} holds to account.", name=holder))
    if kind not in catalogue.kinds_of_holders():
        raise NotFilled(say("Say what kind of body {name} is.", name=holder[:60]))
    named = Named(holder, kind, "oversight")
    regime = catalogue.regime_under(institution, named.body, on=on).id
    return Chosen(regime, institution, holder, (named,))


def _instead_fields(values: Mapping[str, str]) -> tuple[Field, ...]:
    return (
        Field(
            name=f"{INSTEAD}-name",
            label=say("Name of who holds the chosen institution to account instead"),
            hint=say(
                "Where the list names another body than yours, such as a commissioner where a "
                "mayor holds it now."
            ),
            value=values.get(f"{INSTEAD}-name", ""),
            folded=True,
        ),
        Field(
            name=f"{INSTEAD}-kind",
            label=say("What kind of body that is"),
            hint=say("The rules and clocks of that kind are then in force."),
            value=values.get(f"{INSTEAD}-kind", ""),
            choices=(
                Choice(value="", label=say("Choose a kind")),
                *(Choice(value=kind, label=kind) for kind in catalogue.kinds_of_holders()),
            ),
            folded=True,
        ),
    )


def _own_fields(values: Mapping[str, str]) -> tuple[Field, ...]:
    made: list[Field] = []
    for name, kind, words in OWN:
        made.append(
            Field(
                name=f"{name}-name",
                label=words,
                hint=say(
                    "Its whole name. Rules without a statutory clock are then in force. A fire "
                    "and rescue service has these too: the rules for it are a draft of words "
                    "and labels, and are not offered before a source of its duties is held."
                )
                if kind == "institution"
                else "",
                value=values.get(f"{name}-name", ""),
                folded=True,
            )
        )
        if kind != "inspectorate":
            made.append(
                Field(
                    name=f"{name}-kind",
                    label=say("What kind of body is held to account")
                    if kind == "institution"
                    else say("What kind of body holds it to account"),
                    hint=say(
                        "Such as county council, or audit committee. You may leave it empty."
                    ),
                    value=values.get(f"{name}-kind", ""),
                    folded=True,
                )
            )
    return tuple(made)


def oversight_of(institution: str, *, on: date) -> tuple[str, str]:
    """The regime and the oversight body of the institution that was chosen, on a day."""
    holding = catalogue.oversight_of(institution, on=on)
    if holding is None:
        raise NotFilled(say("Choose an institution from the list, or name your own below it."))
    return catalogue.regime_of(institution, on=on).id, holding


def done(look: Look, made: Made) -> SectionsPage:
    """What was made, and where to go on."""
    return SectionsPage(
        title=say("Your record is set up"),
        area="about",
        sentence=say(
            "This is now the record of {oversight} about {institution}.",
            oversight=made.oversight,
            institution=made.institution,
        ),
        as_at=look.as_at(),
        sections=(
            Section(title=say("Offices that can act here"), items=_named(made.offices)),
            _next(),
        ),
    )


def _named(offices: Sequence[str]) -> tuple[str, ...]:
    """`anyshire-pcc/governance-officer` -> “Governance officer, Anyshire Police and ...”."""
    words = dict(people.offices())
    return tuple(words.get(name, name) for name in offices)


def _next() -> Section:
    return Section(
        title=say("What to do next"),
        links=(
            Link(label=say("Choose the office you act as"), url="/roles/?next=/review/hand-in/"),
            Link(label=say("Hand in the last report"), url="/review/hand-in/"),
            Link(
                label=say("Then import your action log, so that its R1 finds its recommendation"),
                url="/import/",
            ),
            Link(label=say("Plan your sessions"), url="/sessions/"),
            Link(label=say("See the register"), url="/plans/"),
            Link(label=say("See your week"), url="/week/"),
        ),
    )


def _elsewhere() -> Section:
    return Section(
        title=say("To set up your own record"),
        paragraphs=(
            say(
                "Name an empty folder on your own machine, with --home or "
                "ANSWERABLE_HOME, and run answerable serve there. Then this page "
                "asks for your institution."
            ),
        ),
    )

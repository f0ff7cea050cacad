"""The objectives of the police and crime plan, what bears on each, and the form that sets one."""

from answerable.ledger.register import Register
from answerable.operations import access, catalogue
from answerable.operations.pages.changing import About, Box, Form
from answerable.operations.pages.forms import acting
from answerable.operations.pages.look import Look, banner
from answerable.operations.pages.naming import body_words, short
from answerable.operations.pages.parts import Aside, Link, Row, Section, SectionsPage
from answerable.operations.pages.plans.plan import crumbs, recorded_notice
from answerable.operations.pages.whose import institution_of
from answerable.scrutiny.phrases import number, plural, start
from answerable.scrutiny.plans import objectives
from answerable.scrutiny.plans.objectives import Objective
from answerable.scrutiny.progress import progress
from answerable.vocabulary.language import marked, say

OBJECTIVE = Form(
    kind="set",
    may="set_objective",
    title=marked("Set an objective"),
    button=marked("Set this objective"),
    boxes=(
        Box(name="title", label=marked("Title"), needed=marked("Give the title")),
        Box(
            name="plan",
            label=marked("Which plan it stands in"),
            hint=marked("For example: Police and crime plan 2025 to 2029"),
            needed=marked("Say which plan it stands in"),
        ),
        Box(name="text", label=marked("Its words, if you have them"), kind="long"),
    ),
)


def objectives_page(look: Look, body: str, *, recorded: int | None = None) -> SectionsPage:
    """The objectives of the police and crime plan, and the findings that bear on each."""
    institution = institution_of(body)
    register = look.register(institution)
    held = objectives.objectives(register)
    may = access.may(look.actor, "set_objective", about=institution)
    resting = sum(1 for o in held if o.findings)
    n = len(held)
    return SectionsPage(
        title=say("Objectives: {body}", body=body_words(institution)),
        area="plans",
        sentence=_objectives_words(n, resting),
        banner=banner(institution) if look.actor.is_public else acting(look, institution),
        past=look.past(),
        notice=recorded_notice(recorded, look),
        as_at=look.as_at(),
        crumbs=crumbs(look, institution),
        sections=tuple(_objective(o, register, look) for o in held),
        aside=(
            Aside(
                title=say("What you can do"),
                links=(
                    *(
                        (
                            Link(
                                label=say("Set an objective"),
                                url=f"/plans/{institution}/objectives/set/",
                            ),
                        )
                        if may
                        else ()
                    ),
                    Link(
                        label=say("The plan and its gaps"),
                        url=look.url(f"/plans/{institution}/test/"),
                    ),
                ),
            ),
        ),
    )


def about_objective(look: Look, body: str) -> About:
    """Where an objective is set."""
    institution = institution_of(body)
    return About(
        reference="",
        institution=institution,
        title=say(
            "An objective against which {body} is held to account.", body=body_words(institution)
        ),
        url=f"/plans/{institution}/objectives/set/",
        back=f"/plans/{institution}/objectives/",
        crumbs=crumbs(look, institution),
    )


def _objectives_words(n: int, resting: int) -> str:
    if not n:
        return say("No objective of a police and crime plan is on our record.")
    many = (
        say("no finding bears on any")
        if not resting
        else say("findings bear on {count}", count=number(resting))
    )
    return say(
        "{count} {objectives} on record; {many}.",
        count=start(number(n)),
        objectives=plural("objective", n),
        many=many,
    )


def _objective(one: Objective, register: Register, look: Look) -> Section:
    made = []
    for name, reason in one.findings:
        item = progress(register, name, names=catalogue.names_of(register.institution, on=look.on))
        made.append(
            Row(
                title=short(item.text or item.reference),
                url=look.url(f"/findings/{name}/"),
                sentence=item.sentence,
                state=item.tag.lower() if item.rung else "",
                note=reason or "",
            )
        )
    return Section(
        title=one.title or one.reference,
        paragraphs=tuple(w for w in (one.text, one.plan) if w),
        rows=tuple(made),
        absent="" if made else say("No finding on record is linked to it."),
    )

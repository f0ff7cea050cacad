"""The plan of an institution: what each open recommendation has and lacks; how it was judged."""

from collections.abc import Sequence

from answerable.ledger.register import Register, Version
from answerable.operations import access, catalogue
from answerable.operations.pages import summarised
from answerable.operations.pages.changing import About, Box, Form
from answerable.operations.pages.forms import Choice, acting
from answerable.operations.pages.look import Look, banner
from answerable.operations.pages.naming import body_words, short
from answerable.operations.pages.parts import (
    Aside,
    Cell,
    Item,
    Link,
    Notice,
    Row,
    Section,
    SectionsPage,
    Table,
)
from answerable.operations.pages.proof import Proof
from answerable.operations.pages.whose import institution_of
from answerable.scrutiny.phrases import number, on_day, plural, start
from answerable.scrutiny.plans import plan_judged
from answerable.scrutiny.plans.plan_judged import JUDGEMENTS, Plan
from answerable.scrutiny.plans.plan_test import Part, PlanTested, plan_test
from answerable.scrutiny.plans.sure_links import findings
from answerable.scrutiny.progress import actions
from answerable.scrutiny.standing import Progress
from answerable.store.reads import registers
from answerable.vocabulary.language import marked, say
from answerable.vocabulary.refusal import Refusal

MANY = 2
SILENT = marked(
    "Our sources name no action, owner, date, measure, resource or "
    "partner for any of these. That does not mean that there is none."
)


class NoSuchPlan(Refusal):
    """A plan that the record does not hold."""

    code = "no_such_plan"


def gaps(look: Look, body: str, *, recorded: int | None = None) -> SectionsPage:
    """The plan test: each open recommendation part by part, with the gaps of the record."""
    institution = institution_of(body)
    register = look.register(institution)
    names = catalogue.names_of(institution, on=look.on)
    found = findings(register, names=names)
    tested = plan_test(
        register,
        found,
        bodies=catalogue.bodies(),
        oversight=catalogue.oversight_of(institution, on=look.on) or "",
    )
    proof = Proof(look, register)
    by_reference = {f.reference: f for f in found}
    return SectionsPage(
        title=say("The plan and its gaps: {body}", body=body_words(institution)),
        area="plans",
        sentence=_sentence(tested),
        banner=banner(institution) if look.actor.is_public else acting(look, institution),
        summary_notice=summarised.notice(look, (institution,)),
        past=look.past(),
        notice=recorded_notice(recorded, look),
        as_at=look.as_at(),
        crumbs=crumbs(look, institution),
        sections=(
            _plans(register, look, proof),
            _table(tested, by_reference, look),
            _many(actions(register, names=names), look),
        ),
        aside=(
            Aside(
                title=say("Where to go on"),
                links=(
                    Link(
                        label=say("Objectives and what rests on each"),
                        url=look.url(f"/plans/{institution}/objectives/"),
                    ),
                    Link(
                        label=say("Rows with gaps in the register"),
                        url=look.url(f"/plans/?body={institution}&view=gaps"),
                    ),
                ),
            ),
            Aside(
                title=say("What this shows"),
                paragraphs=(
                    say(
                        "For each open recommendation: is there an action, an owner, a "
                        "date, a measure, a resource and a partner on our record. A gap "
                        "is a gap of our record; the plan itself may say more."
                    ),
                    say(
                        "Whether the plan is good enough is judged by the body that "
                        "holds {institution} to account, on a day and with its reason.",
                        institution=names.institution,
                    ),
                ),
            ),
        ),
    )


def recorded_notice(entry: int | None, look: Look) -> Notice | None:
    """The result of a form, where the entry is on the record."""
    if entry is None or entry >= look.head.size:
        return None
    return Notice(
        title=say("Recorded"),
        words=say("This is entry {entry} of the record.", entry=f"{entry:,}"),
        url=f"/history/entry/{entry}/",
        label=say("See the entry"),
    )


def _judgements(_look: Look, _about: About) -> tuple[Choice, ...]:
    return (
        Choice(value="", label=say("Choose one")),
        *(Choice(value=j, label=start(j)) for j in JUDGEMENTS),
    )


JUDGE = Form(
    kind="judge",
    may="judge_plan",
    title=marked("Judge the plan"),
    button=marked("Record this judgement"),
    check=True,
    on=marked("Judged on which day"),
    warning=marked("The judgement is public, with its reason. A later one stands beside it."),
    boxes=(
        Box(
            name="judgement",
            label=marked("Judgement"),
            choices=_judgements,
            needed=marked("Choose a judgement"),
        ),
        Box(name="reason", label=marked("Why"), kind="long", needed=marked("Say why")),
        Box(name="meeting", label=marked("Reference of the session, if it was made in one")),
    ),
)


def about_plan(look: Look, reference: str) -> About:
    """What is judged: the plan, what it answers, how it was judged before."""
    for institution in registers.institutions():
        register = look.register(institution)
        held = next((p for p in plan_judged.plans(register) if p.reference == reference), None)
        if held is not None:
            return About(
                reference=reference,
                institution=institution,
                title=_judged(held),
                url=f"/plans/judge/{reference}/",
                back=f"/plans/{institution}/test/",
                facts=(
                    Item(label=say("Plan"), words=held.title or reference),
                    Item(
                        label=say("It answers"),
                        words=say("{count} findings", count=len(held.answers)),
                    ),
                ),
                crumbs=crumbs(look, institution),
            )
    raise NoSuchPlan(
        say(
            "The record holds no plan {reference}. Look it up on the plan's page.",
            reference=reference[:80],
        )
    )


def lines(look: Look, body: str) -> tuple[str, ...]:
    """The plan test for a terminal."""
    institution = institution_of(body)
    register = look.register(institution)
    tested = plan_test(
        register,
        findings(register),
        bodies=catalogue.bodies(),
        oversight=catalogue.oversight_of(institution, on=look.on) or "",
    )
    return (
        _sentence(tested),
        *(f"{t.reference}: {t.words or say('nothing is missing')}" for t in tested),
        *(f"{p.title or p.reference}: {_judged(p)}" for p in plan_judged.plans(register)),
    )


def _sentence(tested: Sequence[PlanTested]) -> str:
    n, whole = len(tested), sum(1 for t in tested if not t.gaps)
    if not n:
        return say("No open recommendation is on our record.")
    if not any(t.held[part] for t in tested for part in Part):
        return say(
            "{count} {recommendations} {word} not closed on our record. {silent}",
            count=start(number(n)),
            recommendations=plural("recommendation", n),
            word=say("is") if n == 1 else say("are"),
            silent=SILENT,
        )
    of = number(whole) if whole else "none"
    return say(
        "{count} {recommendations} {word} not closed on our record; of "
        "{of} it holds every part of a plan.",
        count=start(number(n)),
        recommendations=plural("recommendation", n),
        word=say("is") if n == 1 else say("are"),
        of=of,
    )


def crumbs(look: Look, institution: str) -> tuple[Link, ...]:
    return (
        Link(label=body_words(institution), url=look.url(f"/bodies/{institution}/")),
        Link(label=say("Register"), url=look.url(f"/plans/?body={institution}")),
    )


def _plans(register: Register, look: Look, proof: Proof) -> Section:
    may = access.may(look.actor, "judge_plan", about=register.institution)
    rows_ = tuple(_plan(p, look, proof, may=may) for p in plan_judged.plans(register))
    return Section(
        title=say("Plans, and how they were judged"),
        id="plans",
        rows=rows_,
        absent="" if rows_ else say("No plan is on our record."),
    )


def _plan(plan: Plan, look: Look, proof: Proof, *, may: bool) -> Row:
    source = proof.link(plan.adopted)
    links = (
        *((source,) if source else ()),
        *((Link(label=say("Judge it"), url=f"/plans/judge/{plan.reference}/"),) if may else ()),
    )
    version = say(", version {version}", version=plan.version) if plan.version else ""
    day = on_day(plan.adopted.fact.valid.start)
    return Row(
        title=f"{plan.title or plan.reference}{version}",
        sentence=_judged(plan),
        note=say(
            "Known from {day}. {answers} {actions}",
            day=day,
            answers=_answers(len(plan.answers)),
            actions=_actions(len(plan.actions)),
        ),
        links=links,
    )


def _answers(n: int) -> str:
    """What it answers, in its own words; silence of our sources is no answer of the plan."""
    if not n:
        return say("Which findings it answers is not in our sources.")
    return say(
        "It says that it answers {count} {findings}.",
        count=number(n),
        findings=plural("finding", n),
    )


def _actions(n: int) -> str:
    if not n:
        return say("Its actions are not in our sources.")
    return say(
        "{count} {actions} {word} in it.",
        count=start(number(n)),
        actions=plural("action", n),
        word=say("stands") if n == 1 else say("stand"),
    )


def _judged(plan: Plan) -> str:
    if not plan.judged:
        return say("No judgement of it is in our sources.")
    return " ".join(_one(v) for v in reversed(plan.judged))


def _one(version: Version) -> str:
    fact = version.fact
    return (
        f"{body_words(version.by.body)}, {on_day(fact.valid.start)}: "
        f"{fact.get('judgement')}. {fact.get('reason')}"
    )


def _table(tested: Sequence[PlanTested], items: dict[str, Progress], look: Look) -> Section:
    if not tested:
        return Section(
            title=say("Part by part"), absent=say("No open recommendation is on our record.")
        )
    asked = [(t, _asked(items[t.reference], look)) for t in tested]
    if not any(t.held[part] for t in tested for part in Part):
        return Section(  # a grid of “none” would read as a verdict on the plan
            title=say("Part by part"),
            id="parts",
            paragraphs=(SILENT,),
            table=Table(
                caption=say("Recommendations not closed on our record"),
                head=(say("Asked for"),),
                rows=tuple((cell,) for _, cell in asked),
            ),
        )
    made: list[tuple[str | Cell, ...]] = [
        (cell, *(_part(t, part) for part in Part)) for t, cell in asked
    ]
    return Section(
        title=say("Part by part"),
        id="parts",
        table=Table(
            caption=say("Recommendations not closed on our record"),
            head=(say("Asked for"), *(start(part.value) for part in Part)),
            rows=tuple(made),
        ),
    )


def _asked(item: Progress, look: Look) -> Cell:
    return Cell(
        words=f"{item.number or ''} {short(item.text or say('Words not held'))}".strip(),
        url=look.url(f"/findings/{item.reference}/"),
        note=say("published {day}", day=on_day(item.first.fact.valid.start)),
    )


def _part(tested: PlanTested, part: Part) -> str:
    n = len(tested.held[part])
    if n:
        return say("Yes") if n == 1 else say("Yes, {n}", n=n)
    return say("None on record")


def _many(found: Sequence[Progress], look: Look) -> Section:
    """Actions that serve several findings: when one slips, each of them does."""
    serving = [(a, a.answers) for a in found if a.open]
    made = tuple(
        Row(
            title=short(a.text or a.reference),
            url=look.url(f"/findings/{a.reference}/"),
            sentence=say("It serves {count} findings.", count=number(len(answers))),
            state=a.tag.lower(),
            links=tuple(Link(label=name, url=look.url(f"/findings/{name}/")) for name in answers),
        )
        for a, answers in serving
        if len(answers) >= MANY
    )
    return Section(
        title=say("Actions that serve several findings"),
        id="serving",
        rows=made,
        absent="" if made else say("No open action on record answers more than one finding."),
    )

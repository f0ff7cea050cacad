"""One line of money from pound to proof: each step with its source, and every gap said."""

from dataclasses import dataclass

from answerable.ledger.register import Version
from answerable.operations import access
from answerable.operations.pages import acts, naming, offered, whose
from answerable.operations.pages.accountability.claims import ClaimSection, ClaimsPage
from answerable.operations.pages.accountability.money_drawn import figure
from answerable.operations.pages.accountability.money_stated import (
    ADVERSE,
    MEANS,
    RULE,
    line_words,
)
from answerable.operations.pages.accountability.money_words import (
    NOT_HELD,
    leads_to,
    step_words,
)
from answerable.operations.pages.acts import Act
from answerable.operations.pages.forms import DateField, Field
from answerable.operations.pages.look import Look, banner
from answerable.operations.pages.measures.measure_told import Figure
from answerable.operations.pages.parts import Aside, Happening, Item, Line, Link
from answerable.operations.pages.proof import Proof, redress_urls, with_redress
from answerable.operations.pages.record.rectified import rectified
from answerable.scrutiny.accountability import funding
from answerable.scrutiny.accountability.funding import Step, Trace
from answerable.scrutiny.phrases import start
from answerable.scrutiny.stated_day import stated_day
from answerable.vocabulary.facts import MoneyStated, OutputStated, ServiceCommissioned
from answerable.vocabulary.language import marked, say
from answerable.vocabulary.money import MoneyState

OUTPUT = marked("What was counted is an output. It does not show that anything got better.")


@dataclass(frozen=True, slots=True, kw_only=True)
class MoneySection(ClaimSection):
    """The steps of a line with their picture."""

    figure: Figure | None = None


def line(look: Look, body: str, name: str, *, written: int | None = None) -> ClaimsPage:
    """The trace of one line."""
    institution = whose.institution_of(body)
    register = look.register(institution)
    found = funding.trace(register, name)
    proof = Proof(look, register)
    told = naming.body_words(institution)
    behind = tuple(v for step in found.steps for v in step.versions)
    return ClaimsPage(
        title=say("{line_words}: money, {told}", line_words=line_words(name), told=told),
        kicker=say("From pound to proof"),
        area="bodies",
        sentence=sentence(found),
        banner=banner(institution),
        past=look.past(),
        as_at=look.as_at(),
        notice=acts.recorded(written),
        crumbs=(
            Link(label=told, url=look.url(f"/bodies/{institution}/")),
            Link(label=say("Money"), url=look.url(f"/money/{institution}/")),
        ),
        sections=(
            MoneySection(
                title=say("Step by step"),
                id="steps",
                figure=figure(found, proof),
                lines=tuple(_line(step, proof) for step in found.steps),
            ),
            ClaimSection(
                title=say("In the order of dates"),
                id="dates",
                paragraphs=(say("The steps that sources state. They are not parts of a sum."),),
                timeline=tuple(_happening(v, proof) for v in _dated(behind)),
            ),
        ),
        sources=proof.items(behind),
        rectified=rectified(look, register, behind),
        aside=(
            Aside(title=say("How to read this"), paragraphs=(RULE, OUTPUT)),
            *_record(look, institution, name),
        ),
    )


def institution_of(body: str) -> str:
    """The institution whose money it is."""
    return whose.institution_of(body)


def after(body: str, stream: str, name: str, entry: int) -> str:
    """Where a form leads back to: the line that was written to."""
    line_name = name or stream.rpartition("/")[2]
    return f"/money/{whose.institution_of(body)}/{line_name}/?written={entry}"


def sentence(found: Trace) -> str:
    """How far sources follow the money, and how many steps are gaps."""
    states = [s for s in found.steps if s.name in list(MoneyState) and s.held]
    named = ", ".join(s.name for s in states) or say("no state")
    gaps = [g for g in found.gaps if g not in list(MoneyState)]
    first = say("Our sources state this money as: {named}.", named=named)
    if not gaps:
        return say(
            "{first} Every step from what it is for to what came of it is on the record.",
            first=first,
        )
    return say("{first} Not in our sources: {values}.", first=first, values="; ".join(gaps))


def record_form(look: Look, body: str, kind: str, name: str = "") -> Act:
    """Record an amount, a service or an output."""
    institution = whose.institution_of(body)
    title, words, button, allows = _FORMS[kind]
    path = f"/money/{institution}/{name}/{kind}/" if name else f"/money/{institution}/{kind}/"
    back = f"/money/{institution}/{name}/" if name else f"/money/{institution}/"
    return Act(
        title=title,
        sentence=words,
        action=path,
        button=button,
        operation=allows,
        institution=institution,
        back=Link(label=say("Leave it as it is"), url=back),
        crumbs=(Link(label=say("Money"), url=f"/money/{institution}/"),),
        answers=(Item(label=say("Line of money"), words=line_words(name)),) if name else (),
        fields=_fields(look, kind, name),
    )


_FORMS = {
    "state": (
        marked("Record an amount"),
        marked(
            "One amount in one state on one day. If the same money moves on, "
            "record that as a new event."
        ),
        marked("Record this amount"),
        "state_money",
    ),
    "service": (
        marked("Record what was bought"),
        marked("The service, who provides it, and the measure that would show whether it worked."),
        marked("Record this service"),
        "commission_service",
    ),
    "output": (
        marked("Record what was counted"),
        OUTPUT,
        marked("Record this count"),
        "state_output",
    ),
}


def _fields(look: Look, kind: str, name: str) -> tuple[Field | DateField, ...]:
    on = acts.day_field(look)
    about = Field(
        name="about",
        label=say("Which finding or action it serves"),
        hint=say("References from their pages, one a line. Leave it empty where no source says."),
        rows=2,
    )
    if kind == "state":
        states = acts.choices(
            ((s.value, f"{s.value}: {MEANS[s]}") for s in MoneyState), first=say("Choose")
        )
        return (
            Field(
                name="line",
                label=say("Line of money"),
                value=name,
                hint=say("A short name that stays."),
            ),
            Field(name="amount", label=say("Amount in pounds")),
            Field(name="state", label=say("State, as the source’s verb gives it"), choices=states),
            Field(name="period", label=say("Period"), hint=say("For example 2025/26.")),
            Field(name="payer", label=say("From whom")),
            Field(name="recipient", label=say("To whom")),
            Field(
                name="purpose",
                label=say("What for"),
                hint=say(
                    "Disruption, targeted operations, victims, diversion, "
                    "partnership, or the source’s own words."
                ),
            ),
            about,
            on,
        )
    if kind == "service":
        measures = ((m.id, m.title) for m in offered.measures())
        return (
            Field(name="title", label=say("Service")),
            Field(name="provider", label=say("Who provides it")),
            Field(name="purpose", label=say("What for")),
            Field(
                name="measure",
                label=say("Measure to watch"),
                choices=acts.choices(measures, first=say("None is named")),
            ),
            about,
            on,
        )
    return (
        Field(name="text", label=say("What was counted"), rows=2),
        Field(name="n", label=say("How many")),
        Field(name="unit", label=say("Of what")),
        Field(name="period", label=say("In which period")),
        on,
    )


def _line(step: Step, proof: Proof) -> Line:
    if not step.held:
        return Line(label=start(step.name), words=NOT_HELD, state="not known")
    if step.refs:
        return Line(
            label=start(step.name), words="", links=tuple(leads_to(r, proof) for r in step.refs)
        )
    told = Line(
        label=start(step.name),
        words=" ".join(dict.fromkeys(step_words(step, v) for v in step.versions)),
        sources=proof.links(step.versions),
    )
    return with_redress(told, step.versions, proof) if step.name in ADVERSE else told


def _happening(version: Version, proof: Proof) -> Happening:
    fact = version.fact
    state = fact.get("state") if isinstance(fact, MoneyStated) else None
    kinds = {ServiceCommissioned: say("Bought"), OutputStated: say("Counted")}
    title = start(state or kinds.get(type(fact), naming.kind_words(type(fact).__name__)))
    return Happening(
        date=stated_day(fact),
        title=title,
        words=step_words(Step(title, ()), version),
        source=proof.link(version),
        **redress_urls(version if state in ADVERSE else None, proof.look),
    )


def _dated(versions: tuple[Version, ...]) -> tuple[Version, ...]:
    every = {v.entry_id: v for v in versions}.values()
    return tuple(sorted(every, key=lambda v: (v.fact.valid.start, v.seq)))


def _record(look: Look, institution: str, name: str) -> tuple[Aside, ...]:
    if look.actor.is_public or not access.may(look.actor, "state_money", about=institution):
        return ()
    base = f"/money/{institution}/{name}"
    return (
        Aside(
            title=say("Record what happened"),
            screen=True,
            links=(
                Link(
                    label=say("An amount in a further state"),
                    url=f"/money/{institution}/state/?line={name}",
                ),
                Link(label=say("A service that was bought"), url=f"{base}/service/"),
                Link(label=say("What was counted"), url=f"{base}/output/"),
            ),
        ),
    )


def plain(look: Look, body: str, name: str) -> tuple[str, ...]:
    """The trace as lines for a terminal."""
    institution = whose.institution_of(body)
    register = look.register(institution)
    found = funding.trace(register, name)
    proof = Proof(look, register)
    rows = (_line(step, proof) for step in found.steps)
    told = (
        f"{row.label}: {row.words or '; '.join(link.label for link in row.links)}" for row in rows
    )
    return (sentence(found), *told)

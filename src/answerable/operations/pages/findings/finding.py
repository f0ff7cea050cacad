"""A finding: its words, its deadline, how far it has got, and who discussed it."""

from dataclasses import dataclass

from answerable.ledger.register import Register, Version
from answerable.operations import access, catalogue, place
from answerable.operations.findings import source_words, standing_closing
from answerable.operations.pages import ladder, ways
from answerable.operations.pages.findings import log_lines, step_lines
from answerable.operations.pages.findings.finding_around import (
    asked_before,
    changes,
    parts,
    restricted,
    said_before,
    sessions,
    timeline,
)
from answerable.operations.pages.findings.finding_lines import lines
from answerable.operations.pages.forms import acting
from answerable.operations.pages.item_words import NOT_KNOWN, case_of, item_crumbs, item_kind
from answerable.operations.pages.look import Look, banner
from answerable.operations.pages.naming import short
from answerable.operations.pages.parts import (
    Aside,
    Happening,
    Item,
    Line,
    Link,
    Page,
    Quote,
    Row,
    RungView,
    Section,
    SourceItem,
    Table,
)
from answerable.operations.pages.plans import finding_plan
from answerable.operations.pages.plans.plan import recorded_notice
from answerable.operations.pages.proof import Proof, office_words, with_redress
from answerable.operations.pages.record.rectified import rectified
from answerable.operations.pages.short import with_short
from answerable.scrutiny import clocks
from answerable.scrutiny.accountability.finding_sources import by_inspectors
from answerable.scrutiny.phrases import start
from answerable.scrutiny.plans.log_number import known_as
from answerable.scrutiny.plans.sure_links import answering, sure
from answerable.scrutiny.progress import progress
from answerable.scrutiny.standing import Progress
from answerable.vocabulary.facts import (
    ReplyGiven,
)
from answerable.vocabulary.finding_kinds import ACCELERATED, asks
from answerable.vocabulary.ladder import Rung
from answerable.vocabulary.language import say
from answerable.vocabulary.offices import nobody, of_overseer, one_name
from answerable.vocabulary.regimes import Regime
from answerable.vocabulary.times import in_words

CLOCK = "comments-on-report"


@dataclass(frozen=True, kw_only=True)
class FindingPage(Page):
    """One finding or action; the shapes stand at the head of `findings/finding.html`."""

    answer: Line
    quotes: tuple[Quote, ...]
    lines: tuple[Line, ...]
    rungs: tuple[RungView, ...]
    work: tuple[Section, ...] = ()
    parts: tuple[Row, ...] = ()
    sessions: tuple[Row, ...] = ()
    asked_before: tuple[Row, ...] = ()
    timeline: tuple[Happening, ...] = ()
    changes: Table | None = None
    how: tuple[str, ...] = ()
    sources: tuple[SourceItem, ...] = ()


def finding(look: Look, reference: str, *, recorded: int | None = None) -> FindingPage:
    """The page of a finding or action by its reference; `recorded` is an entry just made."""
    institution = place.institution_of(reference)
    register = look.register(institution)
    regime = catalogue.regime_of(institution, on=look.on)
    read = progress(register, reference, names=regime.names, slipping_days=regime.slipping_days)
    item = sure(read, answering(register, read, regime.names), names=regime.names)
    proof = Proof(look, register)
    broken = standing_closing.fault(register, item)
    body = catalogue.bodies()[institution]
    title = _title(item)
    said = (item.first, *(v for v in item.versions if isinstance(v.fact, ReplyGiven)))
    return with_short(
        look,
        (institution,),
        FindingPage(
            title=f"{title}: {body.name}",
            kicker=" ".join(
                filter(None, (_kicker(item, register, regime), restricted(item, look)))
            ),
            area="bodies",
            sentence=_sentence(item, broken),
            banner=banner(institution) if look.actor.is_public else acting(look, institution),
            past=look.past(),
            notice=recorded_notice(recorded, look),
            as_at=look.as_at(),
            alternates=ways.of_finding(look, reference, case=case_of(institution, item)),
            crumbs=item_crumbs(look, institution, item),
            answer=_answer(item, proof, broken),
            quotes=tuple(q for q in (proof.quote(v) for v in said) if q),
            lines=(
                *lines(item, register, proof, regime, on=look.on, broken=broken),
                *step_lines.lines(item, register, proof, look),
                *log_lines.lines(item, register, proof, look),
            ),
            rungs=ladder.rungs(item, proof) if asks(item.kind) else (),
            work=finding_plan.sections(item, register, look, proof),
            parts=parts(register, item, look, regime),
            sessions=sessions(register, item, look),
            asked_before=(*asked_before(register, item, look), *said_before(item, proof)),
            timeline=timeline(item, proof),
            changes=changes(register, item, look),
            how=_how(item, regime, look) if asks(item.kind) else (),
            sources=proof.items(item.versions),
            rectified=rectified(look, register, item.versions),
            aside=_aside(look, item, institution, cite=_cite(look, item, title, body.name)),
        ),
    )


def _answer(item: Progress, proof: Proof, broken: str | None) -> Line:
    """The proof of the first sentence. A finding says something adverse; so does a late action."""
    line = Line(
        label=say("the first sentence"),
        words=_sentence(item, broken),
        sources=proof.links(_spoken_of(item)),
    )
    return with_redress(line, (item.first,), proof) if _adverse(item) else line


def _spoken_of(item: Progress) -> tuple[Version, ...]:
    """The facts that the first sentence tells: a closing, a relapse, a moved date, a step up."""
    if item.closing:
        return (item.closing.version,)
    if item.relapse and item.closed_before:
        return (item.closed_before.version, item.relapse)
    if item.moves and item.waiting:
        return (item.first, item.moves[-1].version)
    steps = [s.version for s in item.steps if s.rung is item.rung]
    verdict = (item.verdict,) if item.verdict and item.rung is not Rung.PROMISED else ()
    return (*steps[-1:], *verdict) or (item.first,)


def _adverse(item: Progress) -> bool:
    return item.kind != "action" or item.overdue or item.slipped_back


def _title(item: Progress) -> str:
    """“Recommendation 3, June 2025”; an action by its words, else by the end of its reference."""
    if item.kind == "action" and item.text:
        return start(short(item.text)).rstrip(".")
    number = item.number or ("/".join(_last_parts(item)) if item.kind == "action" else "")
    return (
        f"{item_kind(item)} {number}".strip()
        + f", {in_words(f'{item.first.fact.valid.start:%Y-%m}')}"
    )


def _kicker(item: Progress, register: Register, regime: Regime) -> str:
    """“Custody”; of an action, by which number it goes: “Action 26/064”."""
    theme = regime.theme(item.theme).words.capitalize() if item.theme else ""
    if item.kind != "action":
        return theme
    number = known_as(register, item.reference) or "/".join(_last_parts(item))
    return " · ".join(filter(None, (theme, f"{item_kind(item)} {number}")))


def _last_parts(item: Progress) -> list[str]:
    """The end of a reference; “log” says nothing beside the number of a row."""
    *_, before, last = item.reference.split("/")
    return [last] if before == "log" else [before, last]


def _sentence(item: Progress, broken: str | None) -> str:
    if broken:
        return say(
            "The record holds a closing of this that is not valid. It breaks {broken}",
            broken=broken,
        )
    waits = item.tag == "Not known" and item.sentence != NOT_KNOWN  # links nobody confirmed
    if waits or (not item.open and item.sentence != NOT_KNOWN):
        return item.sentence
    if item.text is None and item.rung is None:
        return say("The words of this recommendation are not in our sources.")
    if item.rung is None and not item.closing and not item.slipped_back:
        return say("Our sources do not say whether it has been put right.")
    return item.sentence


def _how(item: Progress, regime: Regime, look: Look) -> tuple[str, ...]:
    words = [
        say(
            "A rung is reached only when somebody stated it and the "
            "statement is on the record; nothing advances by itself."
        ),
        say(
            "Overdue and slipping are worked out for {day}; slipping means "
            "that the date was moved, or that it is within {slipping_days} "
            "days.",
            day=in_words(look.on.isoformat()),
            slipping_days=regime.slipping_days,
        ),
    ]
    if item.kind == ACCELERATED:
        words.append(
            say(
                "Accelerated: the inspectorate issued it before its full report, for public "
                "safety. It is a cause of concern like any other and counts as one."
            )
        )
    by_law = item.kind != "action" and by_inspectors(item.first.fact)
    if by_law and any(c.id == CLOCK for c in regime.clocks):
        window = clocks.window(regime=regime, clock=CLOCK, starts=item.first.fact.valid.start)
        words.append(
            say(
                "{sentence} It is the time that the law gives the {holder_role} to publish "
                "comments, not a deadline of the finding.",
                sentence=window.dated(look.on),
                holder_role=window.clock.holder_role,
            )
        )
    return tuple(words)


def _cite(look: Look, item: Progress, title: str, body: str) -> str:
    return say(
        "Answerable, “{title}: {body}”, {reference}, as at {day}, {cited}.",
        title=title,
        body=body,
        reference=item.reference,
        day=in_words(look.on.isoformat()),
        cited=_cited(look),
    )


def _cited(look: Look) -> str:
    entry, _, root = look.left_open or (max(look.head.size - 1, 0), None, look.head.root)
    return say("entry {entry}, root {root}", entry=entry, root=root[:16])


def _aside(look: Look, item: Progress, institution: str, *, cite: str) -> tuple[Aside, ...]:
    owner = catalogue.bodies().get(item.owner or "")
    held = of_overseer(item.owner) and catalogue.oversight_of(institution, on=look.on)
    body = catalogue.bodies().get(held or institution) or catalogue.bodies()[institution]
    facts = [
        Item(label=say("Responsible"), words=body.name),
        Item(
            label=say("Owner") if item.kind == "action" else say("Stated by"),
            words=owner.name if owner else _stated_by(item),
        ),
    ]
    if asks(item.kind):
        became = item.became.value.capitalize() if item.became else NOT_KNOWN
        facts.append(Item(label=say("What became of it"), words=became))
    if words := source_words.asked(item.first.fact):
        facts.insert(1, Item(label=say("Asked of"), words=start(words)))
    first = item.first.fact.get("owner")
    if item.kind == "action" and first and (nobody(first) or one_name(first) != item.owner):
        words = say("No owner yet") if nobody(first) else start(office_words(first))
        facts.insert(2, Item(label=say("First owner"), words=words))
    move = Link(label=say("Move the due date"), url=f"/actions/{item.reference}/move/")
    may_link = access.may(look.actor, "link_finding", about=institution)
    before = Link(label=say("Was it asked before?"), url=f"/asked/{item.reference}/")
    links = (
        *((move,) if item.kind == "action" and item.open else ()),
        *step_lines.back(item, look),
        *log_lines.wrong(item, look),
        *((before,) if item.kind != "action" and item.text and may_link else ()),
        Link(label=say("History of this item"), url=look.url(f"/history/item/{item.reference}/")),
        Link(
            label=say("Then and now"),
            url=f"/compare/{institution}/?a={item.first.fact.valid.start}&b={look.today}",
        ),
        Link(label=say("Check that nothing was altered"), url="/history/verify/"),
    )
    work = finding_plan.work(item, look)
    return (
        Aside(title=say("At a glance"), facts=tuple(facts)),
        *((work,) if work else ()),
        Aside(title=say("What you can do"), links=links),
        Aside(title=say("Cite this page"), paragraphs=(cite,)),
    )


def _stated_by(item: Progress) -> str:
    if item.owner:
        return start(office_words(item.owner))
    return say("No owner on record") if item.kind == "action" else NOT_KNOWN

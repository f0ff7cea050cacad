"""What a ladder asks to move up at a body, since when, to whom, and what the record shows."""

from collections import Counter

from answerable.operations import access, catalogue, place
from answerable.operations.pages import acts, naming, whose
from answerable.operations.pages.accountability.claims import ClaimSection, ClaimsPage
from answerable.operations.pages.acts import Act
from answerable.operations.pages.forms import Field
from answerable.operations.pages.look import Look, banner
from answerable.operations.pages.paging import pages
from answerable.operations.pages.parts import Aside, Item, Line, Link, SectionsPage
from answerable.operations.pages.proof import Proof
from answerable.scrutiny.accountability import escalation as room
from answerable.scrutiny.accountability.escalation import Escalation
from answerable.scrutiny.phrases import on_day, plural, start
from answerable.scrutiny.progress import progress
from answerable.vocabulary.escalation import EscalationLadder
from answerable.vocabulary.language import marked, say

A_PAGE = 25
RULE = marked(
    "A ladder says from when a matter should go to whom. Nothing "
    "moves by itself: somebody records the step, or the reason why "
    "it stays. It is about matters, not about persons."
)
NOT_OURS = marked(
    "This record is made from public sources. They do not say what "
    "an office did about a matter, so nothing is worked out here; an "
    "office’s own record shows its ladders."
)
_TAGS = {"due": "waiting", "stays": "", "moved up": ""}


def escalation(
    look: Look, body: str, *, number: int = 1, written: int | None = None
) -> SectionsPage:
    """The list of a body, what is due first."""
    institution = whose.institution_of(body)
    regime = catalogue.regime_of(institution, on=look.on)
    register = look.register(institution)
    found = _found(look, institution)
    counted = Counter(one.state for one in found)
    count = max(1, -(-len(found) // A_PAGE))
    number = min(max(number, 1), count)
    shown = found[(number - 1) * A_PAGE : number * A_PAGE]
    proof = Proof(look, register)
    ours = whose.keeps_own_record(institution)
    name = naming.body_words(institution)
    may = not look.actor.is_public and access.may(look.actor, "escalate", about=institution)
    return ClaimsPage(
        title=say("What a ladder asks to move up: {name}", name=name),
        area="bodies",
        sentence=_sentence(len(found), counted) if ours else NOT_OURS,
        banner=banner(institution),
        past=look.past(),
        as_at=look.as_at(),
        notice=acts.recorded(written),
        crumbs=(Link(label=name, url=look.url(f"/bodies/{institution}/")),),
        sections=(
            ClaimSection(
                title=say("Matters, what is due first"),
                id="matters",
                lines=tuple(_line(one, proof, may=may) for one in shown),
                absent="" if shown else _nothing(institution),
            ),
            ClaimSection(
                title=say("The ladders"),
                id="ladders",
                lines=tuple(line for ladder in regime.ladders for line in _ladder(ladder)),
                absent="" if regime.ladders else say("The regime of this body has no ladder."),
            ),
        ),
        sources=proof.items(one.item.first for one in shown),
        pages=pages(
            label=say("Pages of matters"),
            number=number,
            count=count,
            url=lambda n: look.url(f"/escalation/{body}/?page={n}"),
        ),
        aside=(Aside(title=say("How to read this"), paragraphs=(RULE,)),),
    )


def act(look: Look, reference: str, kind: str, given: dict[str, str]) -> Act:
    """Move a matter up, or say why it stays."""
    institution = place.institution_of(reference)
    regime = catalogue.regime_of(institution, on=look.on)
    item = progress(look.register(institution), reference, names=regime.names)
    steps = [
        (f"{ladder.id}/{step.id}", f"{ladder.words}: {step.words} ({to_words(step.to)})")
        for ladder in regime.ladders
        for step in ladder.steps
    ]
    up = kind == "up"
    return Act(
        title=say("Move this up") if up else say("Say why it stays"),
        sentence=say("To whom it goes now, and why.")
        if up
        else say("The reason stands beside the matter until the next step of the ladder is due."),
        action=f"/escalation/{reference}/{kind}/",
        button=say("Record this step") if up else say("Record this reason"),
        operation="escalate",
        institution=institution,
        back=Link(label=say("Leave it as it is"), url=f"/escalation/{institution}/"),
        answers=(
            Item(label=say("The matter"), words=naming.told(item.first.fact)),
            Item(label=say("Where it stands"), words=item.sentence),
        ),
        fields=(
            Field(
                name="step",
                label=say("Step of the ladder"),
                value=given.get("step", ""),
                choices=acts.choices(steps, first=say("Choose a step")),
            ),
            Field(name="reason", label=say("Why"), rows=3),
            acts.day_field(look),
        ),
    )


def page_of(reference: str) -> str:
    """Where a form leads back to."""
    return f"/escalation/{place.institution_of(reference)}/"


def lines(look: Look, body: str) -> tuple[str, ...]:
    """The list for a terminal."""
    institution = whose.institution_of(body)
    if not whose.keeps_own_record(institution):
        return (NOT_OURS,)
    return tuple(
        f"{one.item.reference}: {one.state}; {one.ladder.id}/{one.step.id} "
        f"to {to_words(one.step.to)} since {on_day(one.since)}. {one.why_not}".rstrip()
        for one in _found(look, institution)
    ) or (say("No ladder asks for a step on this day."),)


def _nothing(institution: str) -> str:
    return (
        say("No ladder asks for a step on this day.")
        if whose.keeps_own_record(institution)
        else say("Not in our sources.")
    )


def _found(look: Look, institution: str) -> tuple[Escalation, ...]:
    if not whose.keeps_own_record(institution):
        return ()
    regime = catalogue.regime_of(institution, on=look.on)
    register = look.register(institution)
    return room.escalations(register, ladders=regime.ladders, on=look.on, names=regime.names)


def _line(one: Escalation, proof: Proof, *, may: bool) -> Line:
    item = one.item
    step = f"{one.step.id}"
    links = [Link(label=say("The matter"), url=proof.look.url(f"/findings/{item.reference}/"))]
    if may and one.state != "moved up":
        query = f"?step={one.ladder.id}/{step}"
        links += [
            Link(
                label=say("Record that it moved up"),
                url=f"/escalation/{item.reference}/up/{query}",
            ),
            Link(label=say("Say why it stays"), url=f"/escalation/{item.reference}/stays/{query}"),
        ]
    if one.state == "moved up" and one.moved:
        day = on_day(one.moved.fact.valid.start)
        reason = one.moved.fact.get("reason") or ""
        words = say(
            "Moved up on {day} to {to}. {reason}",
            day=day,
            to=to_words(one.moved.fact.get("to") or one.step.to),
            reason=reason,
        )
    else:
        words = say(
            "Since {day} the ladder asks that it goes to {to}: {step}{step2}. {why}",
            day=on_day(one.since),
            to=_then(one),
            step=one.step.words[:1].lower(),
            step2=one.step.words[1:],
            why=_why(one),
        )
    source = proof.link(one.moved or one.declined or item.first)
    return Line(
        label=naming.short(naming.told(item.first.fact)),
        words=words.strip(),
        note=_count(one),
        state=_TAGS[one.state],
        links=tuple(links),
        sources=(source,) if source else (),
    )


def _why(one: Escalation) -> str:
    if one.moved and not one.declined:
        to = to_words(one.moved.fact.get("to") or "")
        day = on_day(one.moved.fact.valid.start)
        return say(
            "It moved up to {to} on {day}; nobody has recorded this further step.", to=to, day=day
        )
    return (
        say("It stays, because: {why_not}", why_not=one.why_not) if one.declined else one.why_not
    )


def _count(one: Escalation) -> str:
    n = one.count
    match one.ladder.trigger:
        case "overdue":
            return say("{n} {days} after its due date.", n=f"{n:,}", days=plural("day", n))
        case "moved":
            return say("Its date has moved {n} {times}.", n=n, times=plural("time", n))
    if one.item.relapse:
        return say(
            "{n} {days} since it was found again, and no plan takes it up.",
            n=f"{n:,}",
            days=plural("day", n),
        )
    return say(
        "{n} {days} since it was published, and no plan takes it up.",
        n=f"{n:,}",
        days=plural("day", n),
    )


def _ladder(ladder: EscalationLadder) -> tuple[Line, ...]:
    unit = "time" if ladder.trigger == "moved" else "day"
    told = "; ".join(
        say(
            "from {after} {plural}: {to} ({s}{s2})",
            after=s.after,
            plural=plural(unit, s.after),
            to=to_words(s.to),
            s=s.words[:1].lower(),
            s2=s.words[1:],
        )
        for s in ladder.steps
    )
    return (
        Line(
            label=ladder.words,
            words=f"{start(told)}.",
            note=say("Source: {source}.", source=ladder.source),
        ),
    )


def _then(one: Escalation) -> str:
    """Who it should have gone to on that day: before a board took over, nobody was its chair."""
    institution = one.item.first.fact.institution
    regime = catalogue.regime_of(institution, on=one.since)
    then = next(
        (
            step.to
            for ladder in regime.ladders
            for step in ladder.steps
            if (ladder.id, step.id) == (one.ladder.id, one.step.id)
        ),
        one.step.to,
    )
    if then == one.step.to:
        return to_words(then)
    return say(
        "{then}, whose place {now} has taken", then=to_words(then), now=to_words(one.step.to)
    )


def to_words(office: str) -> str:
    """“the chief constable”: an office to which a ladder goes."""
    return say("the {rpartition}", rpartition=office.rpartition("/")[2].replace("-", " "))


def _sentence(n: int, counted: Counter[room.State]) -> str:
    if not n:
        return say("No ladder of this regime asks for a step on this day.")
    due = counted["due"]
    up, stays = counted["moved up"], counted["stays"]
    return say(
        "A ladder asks for a step on {n}. On the record: {up} moved up, {stays} {word} with a "
        "reason, and of {due} neither is recorded.",
        n=_matters(n),
        up=up,
        stays=stays,
        word=say("stays") if stays == 1 else say("stay"),
        due=due,
    )


def _matters(n: int) -> str:
    return say("1 matter") if n == 1 else say("{n} matters", n=f"{n:,}")

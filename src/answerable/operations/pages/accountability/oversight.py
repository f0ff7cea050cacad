"""Who holds a body to account, from when to when, what passes on; and the regimes themselves."""

from answerable.operations import access, catalogue
from answerable.operations.accountability import succession
from answerable.operations.pages import acts, naming, offered, whose
from answerable.operations.pages.accountability.claims import ClaimSection, ClaimsPage
from answerable.operations.pages.acts import Act
from answerable.operations.pages.forms import Field
from answerable.operations.pages.look import Look, banner
from answerable.operations.pages.parts import Aside, Line, Link
from answerable.operations.pages.proof import Proof
from answerable.scrutiny.accountability.succession import Held
from answerable.scrutiny.phrases import plural, start
from answerable.scrutiny.progress import actions, findings
from answerable.vocabulary.facts import MeetingHeld, MeetingPlanned, OversightPassed
from answerable.vocabulary.language import marked, say
from answerable.vocabulary.regimes import Regime
from answerable.vocabulary.times import first_day, in_words

NOT_HELD = marked("not in our sources")
OPEN = marked("Open on that day, and passed on")


def succession_page(look: Look, body: str, *, written: int | None = None) -> ClaimsPage:
    """Every body that holds or held it to account, and what passes on at each change."""
    institution = whose.institution_of(body)
    held = succession.line(institution)
    register = look.register(institution)
    proof = Proof(look, register)
    passings = {str(v.fact.get("to")): v for v in register.versions_of(OversightPassed)}
    now = catalogue.oversight_of(institution, on=look.on)
    name = naming.body_words(now) if now else say("Nobody that our sources name")
    regime = catalogue.regime_of(institution, on=look.on)
    return ClaimsPage(
        title=say("Who holds {body} to account", body=naming.body_words(institution)),
        area="bodies",
        sentence=say(
            "{name} on {day}. {title}.",
            name=name,
            day=in_words(look.on.isoformat()),
            title=regime.title,
        ),
        banner=banner(institution),
        past=look.past(),
        as_at=look.as_at(),
        notice=acts.recorded(written),
        crumbs=(
            Link(label=naming.body_words(institution), url=look.url(f"/bodies/{institution}/")),
        ),
        sections=(
            ClaimSection(
                title=say("From when to when"),
                id="line",
                lines=tuple(_held(look, h, proof, passings.get(h.body)) for h in held),
                absent="" if held else NOT_HELD,
            ),
            *(_passed_on(look, institution, h) for h in held[1:] if h.begins),
        ),
        sources=tuple({i.url: i for v in passings.values() for i in proof.items((v,))}.values()),
        aside=(
            Aside(
                title=say("What passes on"),
                paragraphs=(
                    say(
                        "A duty belongs to a role and a date. What is open moves to the "
                        "next body on its first day, with its dates, its promises and "
                        "its clock. What was asked, said and signed before stays with "
                        "the body that did it."
                    ),
                ),
                links=(Link(label=say("The regimes"), url=look.url("/oversight/")),),
            ),
            *_record(look, institution),
        ),
    )


def regimes(look: Look) -> ClaimsPage:
    """Every regime of the catalogue: whom it is for, and whether it is a draft."""
    every = sorted(catalogue.regimes().values(), key=lambda r: (bool(r.draft), r.title))
    return ClaimsPage(
        title=say("Regimes"),
        area="about",
        sentence=say(
            "A regime is a reviewed file: the words, duties, clocks and "
            "ladders of one kind of oversight. Which is in force for whom "
            "has dates too."
        ),
        banner=banner(None),
        past=look.past(),
        as_at=look.as_at(),
        sections=(
            ClaimSection(
                title=say("Regimes of this installation"),
                id="regimes",
                lines=tuple(_regime(r) for r in every),
            ),
        ),
    )


def passing(look: Look, body: str) -> Act:
    """Record that oversight passes to another body on a day."""
    institution = whose.institution_of(body)
    bodies = tuple(
        (b.id, b.name) for b in offered.bodies() if b.kind == "oversight" and not b.ended
    )
    here = f"/oversight/{institution}/"
    return Act(
        title=say("Pass oversight of {body} on", body=naming.body_words(institution)),
        sentence=say(
            "From the day on, another body holds it to account. Nothing that is open ends."
        ),
        action=f"{here}pass/",
        button=say("Record this passing"),
        operation="pass_oversight",
        institution=institution,
        back=Link(label=say("Leave it as it is"), url=here),
        fields=(
            Field(
                name="to",
                label=say("To which body"),
                choices=acts.choices(bodies, first=say("Choose")),
            ),
            Field(name="law", label=say("Law or order")),
            Field(name="reason", label=say("Reason"), rows=2),
            acts.day_field(look, label=say("First day of the next body")),
        ),
    )


def lines(look: Look, body: str) -> tuple[str, ...]:
    """The page as lines for a terminal."""
    page = succession_page(look, body)
    told = [page.sentence]
    for section in page.sections:
        told.append(section.title)
        told += [f"  {line.label}: {line.words}" for line in getattr(section, "lines", ())]
    return tuple(told)


def _held(look: Look, held: Held, proof: Proof, version: object) -> Line:
    begins = (
        say("from {day}", day=in_words(held.begins))
        if held.begins
        else say("from a day not in our sources")
    )
    ends = say(" until the day before {day}", day=in_words(held.ends)) if held.ends else ""
    found = next((v for v in proof.register.versions_of(OversightPassed) if v is version), None)
    source = proof.link(found) if found else None
    reason = str(found.fact.get("reason") or "") if found else ""
    return Line(
        label=naming.body_words(held.body),
        words=f"{start(begins)}{ends}.",
        note=" ".join(naming.stop(w) for w in (held.law, reason) if w),
        sources=(source,) if source else (),
        links=(Link(label=say("Its sessions"), url=look.url(f"/sessions/{held.body}/next/")),),
    )


def _passed_on(look: Look, institution: str, held: Held) -> ClaimSection:
    """What is open when a body begins, as the record stands that is looked at."""
    register = look.register(institution)
    names = catalogue.names_of(institution, on=look.on)
    day = first_day(str(held.begins))
    open_findings = [f for f in findings(register, names=names) if f.open]
    open_actions = [a for a in actions(register, names=names) if a.open]
    after = [m for m in register.of(MeetingPlanned) if str(m.date) >= day.isoformat()]
    held_before = [m for m in register.of(MeetingHeld) if str(m.date) < day.isoformat()]
    counts = (
        (
            len(open_findings),
            "finding",
            say("Findings"),
            say("passed on: each keeps its owner and its reference"),
        ),
        (
            len(open_actions),
            "action",
            say("Actions"),
            say("passed on: each keeps its owner, its date and every moved date"),
        ),
        (
            len(after),
            "session",
            say("Sessions planned after it"),
            say("to be held by the next body"),
        ),
        (
            len(held_before),
            "session",
            say("Sessions held before it"),
            say("kept on the record of the body that held them"),
        ),
    )
    return ClaimSection(
        title=f"{OPEN}: {naming.body_words(held.body)}, {in_words(str(held.begins))}",
        id=f"passed-{held.body}",
        lines=tuple(
            Line(
                label=label,
                words=f"{n} {plural(noun, n)} {words}." if n else say("No {noun}.", noun=noun),
            )
            for n, noun, label, words in counts
        ),
    )


def _regime(regime: Regime) -> Line:
    clocks = len(regime.clocks)
    whose = tuple(_whose(row) for row in catalogue.applies() if row.regime == regime.id)
    rest = say("every other body") if regime.id == catalogue.GENERIC else say("nobody here yet")
    return Line(
        label=regime.title,
        words=say(
            "For {values}. {clocks} {clocks2} set by law or by the regime; “{oversight}”.",
            values="; ".join(whose) or rest,
            clocks=clocks,
            clocks2=plural("clock", clocks),
            oversight=regime.names.oversight,
        ),
        note=say("Draft. {reason}", reason=regime.draft.removeprefix("Draft: "))
        if regime.draft
        else "",
    )


def _whose(row: catalogue.Applies) -> str:
    """“institutions overseen by West Yorkshire Mayor, from 10 May 2021”."""
    who = say("each {kind}", kind=row.kind) if row.kind else "institutions"
    if row.institution:
        who = naming.body_words(row.institution)
    by = say(" overseen by {body}", body=naming.body_words(row.oversight)) if row.oversight else ""
    since = say(" from {day}", day=in_words(row.begins)) if row.begins else ""
    until = say(" until {day}", day=in_words(row.ends)) if row.ends else ""
    return f"{who}{by}{since}{until}"


def _record(look: Look, institution: str) -> tuple[Aside, ...]:
    if look.actor.is_public or not access.may(look.actor, "pass_oversight", about=institution):
        return ()
    links = (Link(label=say("Pass oversight on"), url=f"/oversight/{institution}/pass/"),)
    return (Aside(title=say("Record"), links=links),)

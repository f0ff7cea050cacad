"""A body: its cases, grades in their cycles, said / done / worked, sessions, office-holders."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from answerable.ledger.register import Register
from answerable.operations import catalogue
from answerable.operations.measures import evidence
from answerable.operations.pages import naming, summarised, ways
from answerable.operations.pages.institutions import body_answers, body_first, body_offices
from answerable.operations.pages.institutions import case as cases
from answerable.operations.pages.institutions.body_monitoring import monitoring
from answerable.operations.pages.institutions.body_newer import newer
from answerable.operations.pages.institutions.finding_row import finding_row
from answerable.operations.pages.institutions.grade_pictures import SHOWN, pictures
from answerable.operations.pages.look import Look, banner
from answerable.operations.pages.measures.measure_told import Figure
from answerable.operations.pages.parts import Aside, Card, Line, Link, Page, Row, Table
from answerable.operations.pages.proof import Proof
from answerable.scrutiny import phrases
from answerable.scrutiny.accountability.finding_sources import by_inspectors
from answerable.scrutiny.grades import Grade, grades
from answerable.scrutiny.matter import report_of
from answerable.scrutiny.plans.sure_links import findings
from answerable.scrutiny.progress import actions, progress
from answerable.scrutiny.standing import Progress
from answerable.scrutiny.subject import subject_of
from answerable.store.reads import registers
from answerable.vocabulary.bodies import Body
from answerable.vocabulary.facts import ActionPromised, FindingPublished, ItemTaken, MeetingHeld
from answerable.vocabulary.finding_kinds import CAUSE, RECOMMENDATION, asks, family
from answerable.vocabulary.language import marked, say
from answerable.vocabulary.refusal import Refusal
from answerable.vocabulary.regimes import Names, Regime
from answerable.vocabulary.times import in_words

GROUPS = (
    (marked("Said"), "said", marked("somebody said that it will be done")),
    (
        marked("Done"),
        "done",
        marked("the institution says it is done, or somebody independent checked"),
    ),
    (marked("Worked"), "worked", marked("the outcome moved, by a test fixed beforehand")),
)


class NoSuchBody(Refusal):
    """A body that the catalogue does not name."""

    code = "no_such_body"


@dataclass(frozen=True, kw_only=True)
class BodyPage(Page):
    """One body; the shapes stand at the head of `bodies/body.html`."""

    findings: tuple[Row, ...]
    findings_note: str = ""
    ahead: tuple[Line, ...] = ()
    grades: Table | None = None
    newer: tuple[Line, ...] = ()
    pictures: tuple[Figure, ...] = ()
    more_pictures: tuple[Figure, ...] = ()
    counts: tuple[Card, ...] = ()
    measures: tuple[Card, ...] = ()
    sessions: tuple[Row, ...] = ()
    holders: Table | None = None
    gaps: tuple[str, ...] = ()
    answers: tuple[Line, ...] = ()


def body(look: Look, body_id: str) -> BodyPage:
    """The page of an institution; of a body that only inspects or oversees, what it does."""
    known = catalogue.bodies().get(body_id)
    if known is None:
        raise NoSuchBody(
            say("No body is called “{body_id}”. See the list of bodies.", body_id=body_id[:60])
        )
    register = look.register(body_id)
    regime = catalogue.regime_of(body_id, on=look.on)
    found, doing = _standing(register, regime.names)
    offices = body_offices.offices(register, regime.names)
    proof = Proof(look, register)
    drawn = pictures(look, register)
    counts = _counts(found, doing)
    ordered = sorted(found, key=_worst_first)
    note, rows = body_first.listed(
        ordered, [finding_row(f, look, proof, regime.names) for f in ordered]
    )
    return BodyPage(
        title=known.name,
        kicker=known.kind_words,
        area="bodies",
        sentence=_sentence(look, known, register),
        banner=banner(body_id),
        summary_notice=summarised.notice(look, (body_id,)),
        past=look.past(),
        as_at=look.as_at(),
        alternates=ways.of_body(look, body_id) if body_id in registers.reported() else (),
        crumbs=(Link(label=say("Bodies"), url=look.url("/bodies/")),),
        grades=_grades(register, look),
        newer=newer(look, register),
        pictures=drawn[:SHOWN],
        more_pictures=drawn[SHOWN:],
        counts=counts,
        findings=rows,
        findings_note=note,
        ahead=body_first.ahead(look, body_id, (*found, *doing)),
        measures=_measures(look, body_id),
        sessions=_sessions(register, look),
        holders=body_offices.holders(offices, look, register),
        answers=body_answers.answers(look, register, offices),
        gaps=_gaps(found, counts),
        aside=_aside(look, known, found, doing),
    )


def _standing(register: Register, names: Names) -> tuple[Sequence[Progress], Sequence[Progress]]:
    """Findings and actions, looked through once while the register stands."""

    def made() -> tuple[Sequence[Progress], Sequence[Progress]]:
        return findings(register, names=names), actions(register, names=names)

    return register.once(_standing, made)


def summary(look: Look, known: Body) -> Row:
    """One body in a list: the first sentence of its first case, or how much is held."""
    return Row(
        title=known.name,
        url=look.url(f"/bodies/{known.id}/"),
        sentence=look.told(known.id, "in short", lambda held: _sentence(look, known, held)),
        note=say("Invented, for demonstration") if known.invented else known.kind_words,
    )


def _sentence(look: Look, known: Body, register: Register) -> str:
    keys = cases.cases_of(look, known.id)
    if not keys:
        graded = grades(register)
        if graded:
            last = next((g for g in reversed(graded) if g.question), graded[-1])
            if many := _together(graded, last.on, catalogue.regime_of(known.id, on=look.on)):
                return f"{many} {_held_besides(register)}"
            return say(
                "{question}: {graded} in a report of {day}. {held_besides}",
                question=last.asked,
                graded=_graded(last.words),
                day=phrases.on_day(last.on),
                held_besides=_held_besides(register),
            )
        return say("Nothing about this body's own findings is in our sources yet.")
    first = min(keys, key=lambda key: not _has_cause(register, key.theme))
    words = catalogue.regime_of(known.id, on=look.on).theme(first.theme).words.capitalize()
    return f"{words}: {phrases.inside(cases.case_of(register, first, on=look.on).sentence)}"


def _has_cause(register: Register, theme: str) -> bool:
    """Is a cause of concern of this theme open? It comes before all else about a body."""
    return not subject_of(register, theme).streams.isdisjoint(_open_causes(register))


def _open_causes(register: Register) -> frozenset[str]:
    """The causes of concern that are open, by their references."""

    def made() -> frozenset[str]:
        told = {f.stream for f in register.of(FindingPublished) if family(f.kind) == CAUSE}
        return frozenset(name for name in told if progress(register, name).open)

    return register.once(_open_causes, made)


def _together(graded: Sequence[Grade], on: date, regime: Regime) -> str:
    """The grades of one report counted, the worst first, so that no single one speaks for all."""
    last = [g for g in graded if g.on == on]
    asked = [g for g in last if g.question] or last  # one without its question may repeat another
    told = Counter(_graded(g.words).removeprefix("graded ") for g in asked)
    if told.total() < 2:
        return ""
    place = {value: n for scale in regime.scales for n, value in enumerate(scale.values)}
    worst_first = sorted(told.items(), key=lambda one: (-place.get(one[0], -1), one[0]))
    counted = ", ".join(f"{words} {n}" for words, n in worst_first)
    return say("Grades in a report of {day}: {counted}.", day=phrases.on_day(on), counted=counted)


def _held_besides(register: Register) -> str:
    """What is on record beside the grades; the first sentence must not deny it."""
    findings, actions = len(register.of(FindingPublished)), len(register.of(ActionPromised))
    if not findings and not actions:
        return say("No finding and no action is in our sources yet.")
    return say(
        "Our sources hold {many} and {many2}.",
        many=_many("finding", findings),
        many2=_many("action", actions),
    )


def _many(word: str, n: int) -> str:
    return f"{n:,} {phrases.plural(word, n)}"


def _graded(value: str) -> str:
    return value if value == "not graded" else say("graded {value}", value=value)


def _grades(register: Register, look: Look) -> Table | None:
    found = grades(register)
    if not found:
        return None
    proof = Proof(look, register)
    return Table(
        caption=say("Grades, each in its own cycle: different cycles are not one line"),
        head=(say("Question"), say("Grade"), say("Report of"), say("Cycle"), say("Source")),
        rows=tuple(
            (
                grade.asked,
                grade.words.capitalize(),
                phrases.on_day(grade.on),
                grade.cycle or say("Not in our sources"),
                proof.grade_cell(
                    grade.version, about=f"{grade.asked}, {phrases.on_day(grade.on)}"
                ),
            )
            for grade in sorted(found, key=lambda g: (-g.on.toordinal(), not g.question))
        ),
    )


def _counts(found: Sequence[Progress], doing: Sequence[Progress]) -> tuple[Card, ...]:
    """How far what was asked for has got; nothing is counted where no source of ours tells."""
    asked = _asked(found, doing)
    groups: Counter[str] = Counter(f.group for f in asked)
    if not any(groups[key] for _, key, _ in GROUPS):
        return ()  # “0 of 14” would read as a verdict; `_gaps` says what is not known
    return tuple(
        Card(
            title=title,
            figure=say("{groups} of {count}", groups=groups[key], count=len(asked)),
            words=words,
        )
        for title, key, words in GROUPS
    )


def _asked(found: Sequence[Progress], doing: Sequence[Progress]) -> list[Progress]:
    return [f for f in (*found, *doing) if family(f.kind) != CAUSE and asks(f.kind)]


def _worst_first(item: Progress) -> tuple[int, int, str]:
    adverse = 0 if item.slipped_back or item.overdue else 1 if item.slipping else 2
    return (adverse if item.open else 3, 0 if family(item.kind) == CAUSE else 1, _age(item))


def _age(item: Progress) -> str:
    """Newest reports first inside one group, then by reference."""
    return f"{9999 - item.first.fact.valid.start.year:04d}{item.reference}"


def _measures(look: Look, body_id: str) -> tuple[Card, ...]:
    cards = []
    for measure in catalogue.measures().values():
        if measure.direction == "neutral" or body_id not in evidence.bodies_with(measure.id):
            continue  # a measure without a good direction answers no question of this page
        cards.append(
            Card(
                title=measure.title,
                words=naming.cannot_show(measure.cannot_show),
                source=Link(
                    label=say("See the figures"),
                    url=look.url(f"/measures/{measure.id}/{body_id}/"),
                ),
            )
        )
    return tuple(cards)


def _sessions(register: Register, look: Look) -> tuple[Row, ...]:
    items = register.of(ItemTaken)
    held = sorted(register.of(MeetingHeld), key=lambda m: str(m.date), reverse=True)
    return tuple(
        Row(
            title=f"{meeting.title or say('Session')}, {in_words(str(meeting.date))}",
            url=look.url(naming.session_path(meeting.stream)),
            sentence="; ".join(
                str(i.title) for i in items if (i.meeting or i.stream) == meeting.stream
            ),
        )
        for meeting in held
        if meeting.date
    )


def _gaps(found: Sequence[Progress], counts: Sequence[Card]) -> tuple[str, ...]:
    gaps = []
    asked = [f for f in found if family(f.kind) != CAUSE and asks(f.kind)]
    if asked and not counts:
        many = len(asked)
        what = phrases.plural("recommendation", many)
        gaps.append(
            say(
                "How far {many} {what} got: whether promised, done or shown to work.",
                many=many,
                what=what,
            )
        )
    missing = [f for f in found if not f.text]
    if missing:
        numbers = ", ".join(f.number or "?" for f in missing)
        gaps.append(
            say("The words of recommendations {numbers} of the latest report.", numbers=numbers)
        )
    return tuple(gaps)


def _desk(
    look: Look, known: Body, found: Sequence[Progress], doing: Sequence[Progress]
) -> tuple[Link, ...]:
    """The register, and the reply to the latest report with its clock."""
    links = []
    if found or doing:
        links.append(
            Link(
                label=say("Register of findings and actions"),
                url=look.url(f"/plans/?body={known.id}"),
            )
        )
    asked = [f for f in found if f.kind == RECOMMENDATION and by_inspectors(f.first.fact)]
    if asked and catalogue.regime_of(known.id, on=look.on).clocks:
        latest = max(asked, key=lambda f: f.first.fact.valid.start)
        day = phrases.on_day(latest.first.fact.valid.start)
        address = look.url(f"/responses/{report_of(latest.reference)}/clock/")
        links.append(Link(label=say("Reply to the report of {day}", day=day), url=address))
    return tuple(links)


def _aside(
    look: Look, known: Body, found: Sequence[Progress], doing: Sequence[Progress]
) -> tuple[Aside, ...]:
    parts = []
    overseer = catalogue.bodies().get(catalogue.oversight_of(known.id, on=look.on) or "")
    if overseer:
        parts.append(
            Aside(
                title=say("Held to account by"),
                paragraphs=(overseer.name,),
            )
        )
    parts += monitoring(look, look.register(known.id))
    keys = cases.cases_of(look, known.id)
    regime = catalogue.regime_of(known.id, on=look.on)
    compared = Link(label=say("Then and now"), url=f"/compare/{known.id}/")
    parts.append(
        Aside(
            title=say("Look closer"),
            links=(
                *(
                    Link(label=regime.theme(key.theme).words.capitalize(), url=look.url(key.url))
                    for key in keys
                ),
                *((compared,) if grades(look.register(known.id)) else ()),
                *_desk(look, known, found, doing),
                Link(label=say("Check that nothing was altered"), url="/history/verify/"),
            ),
        )
    )
    return tuple(parts)

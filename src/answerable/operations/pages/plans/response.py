"""The reply to a report and its clock: days left, steps, one explanation for each recommendation,
and a first draft of the letter from the register. Dates only; nobody is said to be late."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from answerable.ledger.register import Register
from answerable.operations import access, catalogue, place
from answerable.operations.pages import summarised, ways
from answerable.operations.pages.forms import acting
from answerable.operations.pages.look import Look, banner
from answerable.operations.pages.naming import agenda_path, body_words
from answerable.operations.pages.parts import Aside, Cell, Link, Page, Row, Table
from answerable.operations.pages.plans import response_answers, response_dates
from answerable.operations.pages.plans.explanations_typed import name_of
from answerable.operations.pages.plans.plan import recorded_notice
from answerable.operations.pages.proof import Proof
from answerable.operations.plans.explanations import kept_explanations
from answerable.operations.plans.response import CLOCK, institution_of
from answerable.operations.sessions import reports
from answerable.operations.sessions.session_draft import chief_officer
from answerable.scrutiny import phrases
from answerable.scrutiny.accountability.finding_sources import by_inspectors
from answerable.scrutiny.phrases import plural
from answerable.scrutiny.progress import actions
from answerable.scrutiny.replies import stages
from answerable.scrutiny.replies.held_explanations import held_back
from answerable.scrutiny.replies.reply_draft import (
    Kept,
    Letter,
    law_words,
    letter,
    reply_draft,
)
from answerable.scrutiny.replies.responses import (
    NOT_HELD,
    StatutoryResponse,
    response,
)
from answerable.vocabulary.language import say
from answerable.vocabulary.offices import spoken


@dataclass(frozen=True, kw_only=True)
class ClockPage(Page):
    """The shapes stand at the head of `responses/clock.html`.

    `draft` is for the body that replies, and for nobody else: it is its own letter.
    """

    dates: Table
    beside: tuple[str, ...]
    steps: Table
    answers: tuple[Row, ...]
    completeness: str
    draft: str
    before: Table | None = None
    work: tuple[Link, ...] = ()


def drafted(look: Look, report: str) -> Letter:
    """The letter from the register, for the body that replies and for nobody else."""
    institution = institution_of(report)
    if look.actor.body != catalogue.oversight_of(institution, on=look.on):
        raise place.NoSuchReference(
            say("The draft of the reply is for the body that replies. Act as one of its offices.")
        )
    register = look.register(institution)
    regime = catalogue.regime_of(institution, on=look.on)
    found = response(register, report=report, regime=regime, clock=CLOCK)
    return letter(
        found,
        title=_title(register, report),
        sender=body_words(catalogue.oversight_of(institution, on=look.on) or ""),
        inspectors=body_words(report.partition("/")[0])
        if report.partition("/")[0] in catalogue.bodies()
        else "",
        chief=spoken(chief_officer(institution)),
        law=regime.clock(CLOCK).law if found.window else "",
        actions={a.reference: a for a in actions(register, names=regime.names)},
        names=regime.names,
        kept=_typed(look, report, institution, found),
    )


def _typed(
    look: Look, report: str, institution: str, found: StatutoryResponse
) -> Mapping[str, Kept]:
    """Recommendation -> what the offices of the body have typed of its explanation."""
    if not access.may(look.actor, "respond", about=institution):
        return {}
    draft = kept_explanations(by=look.actor, report=report)
    boxes = draft.fields if draft else {}
    every = {told.finding.reference: name_of(told) for told in found.explanations}
    return {
        reference: Kept(
            boxes.get(f"answer-{name}", "").strip(), boxes.get(f"text-{name}", "").strip()
        )
        for reference, name in every.items()
    }


def clock(look: Look, report: str, *, recorded: int | None = None) -> ClockPage:
    """The clock of the reply to one report, by the report's part of its references."""
    institution = institution_of(report)
    register = look.register(institution)
    regime = catalogue.regime_of(institution, on=look.on)
    found = response(register, report=report, regime=regime, clock=CLOCK)
    if found.published is None:
        raise place.NoSuchReference(
            say("The record holds no finding of that report at these dates.")
        )
    proof = Proof(look, register)
    held = {a.reference: a for a in actions(register, names=regime.names)}
    oversight = catalogue.oversight_of(institution, on=look.on) or ""
    law = regime.clock(CLOCK).law if found.window else ""
    title = _title(register, report)
    return ClockPage(
        title=say("Reply to the report of {day}", day=phrases.on_day(found.published)),
        kicker=title,
        area="bodies",
        sentence=_sentence(found, look),
        banner=banner(institution) if look.actor.is_public else acting(look, institution),
        summary_notice=summarised.notice(look, (institution,)),
        past=look.past(),
        notice=recorded_notice(recorded, look),
        as_at=look.as_at(),
        alternates=ways.packs(look, "response", report),
        crumbs=(
            Link(label=say("Bodies"), url=look.url("/bodies/")),
            Link(label=body_words(institution), url=look.url(f"/bodies/{institution}/")),
        ),
        dates=response_dates.dates(found, proof),
        beside=response_dates.beside(found.window),
        steps=response_dates.steps(found.steps, proof),
        answers=tuple(response_answers.answer(e, look, held) for e in found.explanations),
        completeness=" ".join(
            (found.completeness, *_held_back(register, report), *_kept(look, report, institution))
        ),
        draft=reply_draft(drafted(look, report)) if look.actor.body == oversight else "",
        before=_before(register, report, proof),
        work=_work(look, report, institution) if found.steps else (),
        aside=_aside(look, institution, found, law),
    )


def _kept(look: Look, report: str, institution: str) -> tuple[str, ...]:
    """That words which the offices have typed and not recorded stand in no letter yet."""
    if not access.may(look.actor, "respond", about=institution):
        return ()
    draft = kept_explanations(by=look.actor, report=report)
    if draft is None or not any(draft.fields.values()):
        return ()
    return (
        say(
            "More is kept as a draft and not recorded. In the first draft of the letter it stands "
            "in square brackets; it is taken in once it is recorded, on the page of all "
            "explanations."
        ),
    )


def _work(look: Look, report: str, institution: str) -> tuple[Link, ...]:
    """What the body that replies can do here."""
    made = []
    if access.may(look.actor, "respond", about=institution):
        made.append(
            Link(
                label=say("Write all explanations on one page"),
                url=f"/responses/{report}/explanations/",
            )
        )
    if not access.may(look.actor, "take_step", about=institution):
        return tuple(made)
    made.append(Link(label=say("Record a step of the reply"), url=f"/responses/{report}/step/"))
    if look.actor.body == catalogue.oversight_of(institution, on=look.on):
        made.append(
            Link(
                label=say("First draft of the letter (Word)"),
                url=f"/responses/{report}/draft.docx",
            )
        )
    return tuple(made)


def _before(register: Register, report: str, proof: Proof) -> Table | None:
    """The stages before publication, as far as this reader may see them."""
    found = next((c for c in stages.coming(register) if c.report == report), None)
    if found is None:
        return None
    held = {v.entry_id for v in found.held_back}
    return Table(
        caption=say("Before publication"),
        head=(say("Stage"), say("Date")),
        rows=tuple(
            (
                stages.STAGES.get(str(v.fact.get("stage")), str(v.fact.get("stage"))),
                Cell(
                    words=phrases.on_day(v.fact.valid.start),
                    url=proof.entry_url(v),
                    note="restricted" if v.entry_id in held else "",
                ),
            )
            for v in found.reached
        ),
    )


def _sentence(found: StatutoryResponse, look: Look) -> str:
    if found.window is None:
        if not all(by_inspectors(e.finding.first.fact) for e in found.explanations):
            return say(
                "This is not a report of the inspectors: the law on comments on theirs sets no "
                "date for it. A date of its own, where one is held, stands beside the finding."
            )
        return say("No law of this regime sets a date for a reply.")
    words = found.window.sentence(look.on)
    if found.window.state(look.on) == "ended" and found.comments_published is None:
        words += say(" When comments were published is {not_held}.", not_held=NOT_HELD)
    return words


def _title(register: Register, report: str) -> str:
    """The title of the document that stated the first finding; else the report's reference."""
    return reports.titles(register).get(report) or say("Report {report}", report=report)


def _held_back(register: Register, report: str) -> Iterator[str]:
    """How many explanations are not public; a reader who may not see them sees none."""
    count = len(held_back(register, report))
    if count:
        yield say(
            "Shown to your offices alone until the reply is published: {count} {explanations}.",
            count=count,
            explanations=plural("explanation", count),
        )


def _aside(look: Look, institution: str, found: StatutoryResponse, law: str) -> tuple[Aside, ...]:
    how = [
        say("The first day is the day of publication. Every day counts, also holidays."),
        say("The page states dates and what is on record. What is not on record may still exist."),
    ]
    if law:
        how.insert(0, say("The period is set by {law_words}.", law_words=law_words(law)))
    return (
        Aside(title=say("How this is worked out"), paragraphs=tuple(how)),
        Aside(
            title=say("Where to go on"),
            links=(
                Link(
                    label=say("The register"),
                    url=look.url(f"/plans/?q={found.report}&sort=reference"),
                ),
                Link(label=say("My week"), url=look.url("/week/")),
                Link(
                    label=say("Proposed agenda"),
                    url=look.url(agenda_path(institution, on=look.on)),
                ),
            ),
        ),
    )

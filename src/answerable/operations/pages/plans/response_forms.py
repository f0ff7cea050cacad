"""Forms of the statutory response and of the stages before publication."""

from collections.abc import Iterator, Mapping
from datetime import date
from secrets import token_hex

from answerable.operations import access, catalogue
from answerable.operations.pages.changing import (
    NOT_AS_YOU_ARE,
    About,
    Box,
    Form,
    Read,
    filled_day,
)
from answerable.operations.pages.changing import read as read_form
from answerable.operations.pages.forms import (
    Choice,
    Field,
    Hidden,
    acting,
    read_only,
)
from answerable.operations.pages.look import Look, banner
from answerable.operations.pages.naming import body_words
from answerable.operations.pages.parts import Aside, FormError, Link, Row, Section, SectionsPage
from answerable.operations.pages.plans.evidence_upload import UploadPage
from answerable.operations.pages.plans.plan import recorded_notice
from answerable.operations.pages.who_may import not_as_you_are, who_may
from answerable.operations.pages.whose import institution_of
from answerable.operations.plans import evidence_kept, response
from answerable.operations.sessions import reports
from answerable.scrutiny.matter import report_of
from answerable.scrutiny.phrases import number, on_day, plural, start
from answerable.scrutiny.replies import held_explanations, stages
from answerable.vocabulary.facts import FindingPublished
from answerable.vocabulary.language import marked, say
from answerable.vocabulary.refusal import Conflict

_ROWS = 10
"""Lines of a box that holds paragraphs."""
TITLE = marked("Record a step of the reply")
STEP = Form(
    kind="step",
    may="take_step",
    title=TITLE,
    button=marked("Record this step"),
    on=marked("Taken on which day"),
    boxes=(
        Box(name="step", label=marked("Step"), needed=marked("Choose the step")),
        Box(
            name="address",
            label=marked("Address, where there is one"),
            hint=marked("Needed for the publication: the page on which the comments stand."),
        ),
        Box(
            name="text",
            label=marked("Its words"),
            hint=marked(
                "The comments themselves, as many paragraphs as they have: they stand in the "
                "draft of the letter. Or a note, such as by when comments were asked for."
            ),
            kind="long",
        ),
    ),
)


def asked(look: Look, posted: Mapping[str, str]) -> Read:
    """What was typed of a step."""
    return read_form(STEP, posted, today=look.today)


def step(
    look: Look,
    report: str,
    *,
    posted: Mapping[str, str] | None = None,
    errors: tuple[FormError, ...] = (),
) -> UploadPage:
    """The form of one step: which, when, where it stands, and a copy that shows it."""
    institution = response.institution_of(report)
    values = posted or {}
    wrong = {error.target: error.words for error in errors}
    allowed = access.may(look.actor, STEP.may, about=institution)
    overseer = catalogue.oversight_of(institution, on=look.on) or institution
    return UploadPage(
        title=TITLE,
        area="plans",
        sentence=say(
            "{body} replies to the report of {day}.",
            body=body_words(overseer),
            day=on_day(response.published_on(report)),
        ),
        errors=errors,
        banner=acting(look, institution),
        as_at=look.as_at(),
        crumbs=(Link(label=say("The reply and its clock"), url=f"/responses/{report}/clock/"),),
        action=f"/responses/{report}/step/",
        button=STEP.button,
        hidden=(
            Hidden(name="seen", value=values.get("seen") or str(look.head.size - 1)),
            Hidden(name="key", value=values.get("key") or token_hex(16)),
        ),
        warning=_releases(look, institution, report) if allowed else NOT_AS_YOU_ARE,
        fields=(
            Field(
                name="step",
                label=say("Step"),
                value=values.get("step", ""),
                error=wrong.get("step", ""),
                choices=(
                    Choice(value="", label=say("Choose a step")),
                    *(
                        Choice(value=s.key, label=s.words)
                        for s in response.steps(institution, on=look.on)
                    ),
                ),
            ),
            *(
                Field(
                    name=box.name,
                    label=box.label,
                    hint=box.hint,
                    value=values.get(box.name, ""),
                    error=wrong.get(box.name, ""),
                    rows=_ROWS if box.kind == "long" else 0,
                )
                for box in STEP.boxes[1:]
            ),
        ),
        dates=(filled_day(STEP, values, errors, today=look.today),),
        cancel=Link(label=say("Go back and change nothing"), url=f"/responses/{report}/clock/"),
        accept=".pdf,.docx,.png,.jpg,.jpeg,.txt",
        limit=say(
            "If you have one: a copy of the page, the letter or the mail. At most {value} MB.",
            value=evidence_kept.MOST_BYTES // 1000000,
        ),
        aside=(
            Aside(
                title=say("What counts as proof of publication"),
                paragraphs=(
                    say(
                        "The address at which the comments stand, the day, and a copy of "
                        "the page as PDF or picture. The copy is kept by its SHA-256."
                    ),
                ),
            ),
        ),
    )


def _releases(look: Look, institution: str, report: str) -> str:
    """What the publication makes public, said before it is recorded; empty where it is nothing."""
    count = len(held_explanations.held_back(look.register(institution), report))
    if not count:
        return ""
    return say(
        "Recording the publication makes {count} {explanations} public. That cannot be called "
        "back.",
        count=count,
        explanations=plural("explanation", count),
    )


def changed_first(found: Conflict) -> str:
    """Somebody recorded the step meanwhile; what was typed is kept, a file cannot be."""
    return say(
        "{sentence} What you typed is kept below; choose the file again. "
        "To record it beside theirs, press the button once more.",
        sentence=found.sentence,
    )


def elsewhere(look: Look, report: str) -> SectionsPage:
    """The form from elsewhere."""
    return read_only(look, title=TITLE, institution=response.institution_of(report))


def _on_the_way(look: Look, about: About) -> tuple[Choice, ...]:
    """Reports of which a stage is held back still."""
    held = [c for c in stages.coming(look.register(about.institution)) if c.held_back]
    return (
        Choice(value="", label=say("Choose a report")),
        *(Choice(value=c.report, label=c.report) for c in held),
    )


def _published(look: Look, about: About) -> tuple[Choice, ...]:
    """Reports on the record about the body, the latest first, by day and title."""
    register = look.register(about.institution)
    titles = reports.titles(register)
    days: dict[str, date] = {}
    for finding in register.of(FindingPublished):
        name, day = report_of(finding.stream), finding.valid.start
        days[name] = min(day, days.get(name, day))
    latest = sorted(days, key=lambda name: (days[name], name), reverse=True)
    return (
        Choice(value="", label=say("Choose a report")),
        *(Choice(value=n, label=f"{on_day(days[n])}: {titles.get(n) or n}") for n in latest),
    )


def _stage_choices(_look: Look, _about: About) -> tuple[Choice, ...]:
    return (
        Choice(value="", label=say("Choose a stage")),
        *(Choice(value=key, label=words) for key, words in stages.STAGES.items()),
    )


STAGE = Form(
    kind="record",
    may="reach_stage",
    title=marked("Record a stage before publication"),
    button=marked("Record this stage"),
    on=marked("On which day"),
    warning=marked(
        "Restricted: the stage, its day and the name of the report are "
        "shown to named offices only, until somebody releases them. "
        "Never write down words of a draft."
    ),
    boxes=(
        Box(
            name="report",
            label=marked("Report on its way"),
            hint=marked("Of a new one the inspectorate, the year, the body and a working name."),
            choices=_on_the_way,
            other=marked("Or a new one, such as anyshire-inspectorate/2027/anyshire/custody"),
            needed=marked("Choose a report on its way, or name a new one"),
        ),
        Box(
            name="stage",
            label=marked("Stage"),
            choices=_stage_choices,
            needed=marked("Choose the stage"),
        ),
    ),
)
RELEASE = Form(
    kind="release",
    may="reach_stage",
    title=marked("Release the stages of a report"),
    button=marked("Make these dates public"),
    check=True,
    on=marked("Released on which day"),
    warning=marked("What is made public cannot be called back."),
    boxes=(
        Box(
            name="report",
            label=marked("Report whose stages become public"),
            choices=_on_the_way,
            needed=marked("Choose the report"),
        ),
        Box(
            name="published_as",
            label=marked("Report on the record that it became"),
            hint=marked("Hand the report in and confirm its findings first."),
            choices=_published,
            needed=marked("Choose the report that was published"),
        ),
    ),
)


def about_stage(look: Look, body: str, form: Form) -> About:
    """Where a stage is recorded or released."""
    institution = institution_of(body)
    return About(
        reference="",
        institution=institution,
        title=say("Reports about {body} that are on their way.", body=body_words(institution)),
        url=f"/stages/{institution}/{form.kind}/",
        back=f"/stages/{institution}/",
        crumbs=(Link(label=body_words(institution), url=f"/bodies/{institution}/"),),
    )


def coming(look: Look, body: str, *, recorded: int | None = None) -> SectionsPage:
    """The reports on their way, as far as this reader may see them."""
    institution = institution_of(body)
    found = stages.coming(look.register(institution))
    may = access.may(look.actor, STAGE.may, about=institution)
    waiting = sum(1 for c in found if c.published is None)
    rows = tuple(_report(c) for c in found)
    return SectionsPage(
        title=say("Before publication: {body}", body=body_words(institution)),
        area="plans",
        sentence=say(
            "{count} {reports} on the way.",
            count=start(number(waiting)),
            reports=plural("report", waiting),
        )
        if waiting
        else say("No report on its way is shown to you."),
        banner=banner(institution) if look.actor.is_public else acting(look, institution),
        past=look.past(),
        notice=recorded_notice(recorded, look),
        as_at=look.as_at(),
        sections=(
            Section(
                title=say("Reports"),
                rows=rows,
                absent="" if rows else say("Nothing is shown to you here."),
            ),
        ),
        aside=(
            Aside(
                title=say("What you can do"),
                links=(
                    Link(label=STAGE.title, url=f"/stages/{institution}/record/"),
                    Link(label=RELEASE.title, url=f"/stages/{institution}/release/"),
                )
                if may
                else (),
                paragraphs=(
                    say("A stage before publication is restricted, with the name of its report."),
                    *_who(look, institution, may=may),
                ),
            ),
        ),
    )


def _who(look: Look, institution: str, *, may: bool) -> Iterator[str]:
    """Which offices record a stage, said to whoever may and to whoever may not."""
    if look.actor.is_public:
        return
    told = who_may if may else not_as_you_are
    if words := told(STAGE.may, institution, on=look.on):
        yield words


def _report(found: stages.Coming) -> Row:
    held = len(found.held_back)
    told = "; ".join(
        f"{stages.STAGES.get(str(v.fact.get('stage')), 'Stage')}, {on_day(v.fact.valid.start)}"
        for v in found.reached
    )
    out = (
        say("Published {day}.", day=on_day(found.published))
        if found.published
        else say("Not published yet.")
    )
    note = (
        say(
            "{count} {stages} restricted.", count=start(number(held)), stages=plural("stage", held)
        )
        if held
        else say("Public.")
    )
    return Row(
        title=found.report,
        url=f"/responses/{found.report}/clock/" if found.published else "",
        sentence=f"{told}. {out}",
        note=note,
    )

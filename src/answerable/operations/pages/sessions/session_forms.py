"""Forms about a planned session: move it, ask for a paper, take a paper or a question in."""

from collections.abc import Mapping
from datetime import date

from answerable.operations import access, catalogue, people
from answerable.operations.pages import days, naming
from answerable.operations.pages.forms import (
    Choice,
    DateField,
    Field,
    FormPage,
    Hidden,
    acting,
)
from answerable.operations.pages.look import Look
from answerable.operations.pages.parts import Aside, FormError, Link
from answerable.operations.pages.plans.evidence_upload import UploadPage, with_file
from answerable.operations.pages.sessions.forward_plan import rule_words, url_of
from answerable.operations.pages.sessions.planned_session import found
from answerable.scrutiny.sessions import papers
from answerable.scrutiny.sessions.forward_plan import (
    BROUGHT_FORWARD,
    CANCELLED,
    INQUORATE,
    POSTPONED,
    Session,
)
from answerable.vocabulary.language import say
from answerable.vocabulary.refusal import Refusal
from answerable.vocabulary.times import first_day, in_words, last_day

Posted = Mapping[str, str]
Errors = tuple[FormError, ...]


def change(
    look: Look, body: str, day: str, *, key: str, posted: Posted, errors: Errors
) -> FormPage:
    """Postpone, bring forward, cancel, or say that too few came."""
    institution, session = found(look, body, day)
    return _form(
        look,
        institution,
        session,
        title=say("Move or cancel the session"),
        part="change",
        operation="change_session",
        button=say("Record this change"),
        key=key,
        posted=posted,
        errors=errors,
        fields=(
            Field(
                name="state",
                label=say("What happened"),
                value=posted.get("state", POSTPONED),
                choices=(
                    Choice(value=POSTPONED, label=say("It is postponed")),
                    Choice(value=BROUGHT_FORWARD, label=say("It is brought forward")),
                    Choice(value=CANCELLED, label=say("It is cancelled")),
                    Choice(value=INQUORATE, label=say("Too few came: it was not quorate")),
                ),
            ),
            Field(name="reason", label=say("Why"), value=posted.get("reason", ""), rows=3),
        ),
        dates=(
            _date(
                "to",
                say("New date, if there is one"),
                say(
                    "The first date stays visible beside it; the agenda and the deadlines of "
                    "papers move with it"
                ),
                posted,
            ),
        ),
    )


def require(
    look: Look, body: str, day: str, *, key: str, posted: Posted, errors: Errors
) -> FormPage:
    """A written requirement."""
    institution, session = found(look, body, day)
    return _form(
        look,
        institution,
        session,
        title=say("Ask for a paper"),
        part="papers",
        operation="require_paper",
        button=say("Ask for this paper"),
        key=key,
        posted=posted,
        errors=errors,
        fields=(
            Field(
                name="question",
                label=say("What must the paper answer?"),
                hint=say("What assurance, by when, shown by what. Never how officers are used."),
                value=posted.get("question", ""),
                rows=4,
            ),
            Field(
                name="office",
                label=say("Which office writes it"),
                value=posted.get("office", ""),
                choices=_offices(institution),
            ),
            Field(
                name="scope",
                label=say("Scope, if it needs one"),
                hint=say("For example, the last four quarters"),
                value=posted.get("scope", ""),
            ),
            Field(
                name="comparator",
                label=say("Compared with, if anything"),
                hint=say("For example, most similar forces"),
                value=posted.get("comparator", ""),
            ),
        ),
        dates=(
            _date(
                "due",
                say("By another day than the rule's"),
                _rule(session.papers_due, look.on),
                posted,
            ),
        ),
    )


def _rule(due: str | None, on: date) -> str:
    """By when a paper is to come without a day; where that has passed, that a day is needed."""
    if due is None:
        return say("The plan has no day for papers of this session. Give one.")
    if last_day(due) < on:
        return say(
            "By the rule it was {day}, which has passed. Give the day by which it is to come.",
            day=in_words(due),
        )
    return say("Leave it empty for the rule. Without one: {day}.", day=in_words(due))


def receive(
    look: Look, body: str, day: str, number: str, *, key: str, posted: Posted, errors: Errors
) -> UploadPage:
    """The paper came: its file, or words that say what came."""
    institution, session = found(look, body, day)
    reference = f"{session.reference}/paper/{number}"
    asked = papers.paper(look.register(institution), reference)
    if asked is None:
        raise Refusal(
            say("This session asked for no paper {number}.", number=number[:8]),
            code="no_such_item",
        )
    form = _form(
        look,
        institution,
        session,
        title=say("A paper has come"),
        part=f"papers/{number}",
        operation="receive_paper",
        button=say("Record that it came"),
        key=key,
        posted=posted,
        errors=errors,
        sentence=asked.question or "",
        fields=(
            Field(
                name="text",
                label=say("What came, and from whom"),
                hint=say("For example: Paper of 4 pages with figures to September, by e-mail"),
                value=posted.get("text", ""),
                rows=3,
            ),
        ),
        dates=(
            _date("on", say("The day on which it came"), say("Leave it empty for today."), posted),
        ),
    )
    return with_file(form)


def public_question(
    look: Look, body: str, day: str, *, key: str, posted: Posted, errors: Errors
) -> FormPage:
    """A question of a member of the public."""
    institution, session = found(look, body, day)
    return _form(
        look,
        institution,
        session,
        title=say("Take in a question from the public"),
        part="questions",
        operation="take_public_question",
        button=say("Take this question in"),
        key=key,
        posted=posted,
        errors=errors,
        fields=(
            Field(
                name="text",
                label=say("The question in its own words"),
                hint=say("These words are public. Leave out what would identify somebody."),
                value=posted.get("text", ""),
                rows=4,
            ),
            Field(
                name="asker",
                label=say("Who asks"),
                hint=say("Restricted: never public, seen only by your office."),
                value=posted.get("asker", ""),
            ),
        ),
        dates=(),
    )


def date_of(posted: Posted, name: str, *, what: str) -> tuple[date | None, Errors]:
    """A date of three boxes; None where all are empty."""
    day, errors = days.one(DateField(name=name, legend=what, optional=True), posted)
    return first_day(day) if day else None, errors


def _form(  # every part of the form is named by its caller
    look: Look,
    institution: str,
    session: Session,
    *,
    title: str,
    part: str,
    operation: str,
    button: str,
    key: str,
    posted: Posted,
    errors: Errors,
    fields: tuple[Field, ...],
    dates: tuple[DateField, ...],
    sentence: str = "",
) -> FormPage:
    url = url_of(session)
    may = access.may(look.actor, operation, about=institution)
    return FormPage(
        title=title,
        area="sessions",
        sentence=sentence or session.words,
        kicker=f"{session.title}, {in_words(session.date)}",
        banner=acting(look, institution),
        as_at=look.as_at(),
        crumbs=(
            Link(label=naming.body_words(institution), url=f"/bodies/{institution}/"),
            Link(label=say("Sessions"), url=f"/sessions/{session.body}/"),
            Link(label=in_words(session.date), url=url),
        ),
        errors=errors,
        action=f"{url}{part}/",
        button=button,
        hidden=(
            Hidden(name="seen", value=posted.get("seen") or str(look.head.size - 1)),
            Hidden(name="key", value=posted.get("key") or key),
        ),
        warning="" if may else say("You cannot do this as you are. Act as another office first."),
        fields=fields,
        dates=dates,
        aside=(
            Aside(title=say("Papers"), paragraphs=(rule_words(institution, on=look.on),)),
            Aside(
                title=say("Who acts"),
                links=(
                    Link(label=say("Act as another office"), url=f"/roles/?next={url}{part}/"),
                ),
            ),
        ),
        cancel=Link(label=say("Back to the session"), url=url),
    )


def _date(name: str, legend: str, hint: str, posted: Posted) -> DateField:
    return days.sent(DateField(name=name, legend=legend, hint=hint, optional=True), posted)


def _offices(institution: str) -> tuple[Choice, ...]:
    """The offices of the institution, which write papers."""
    known = {
        office.id.removeprefix(f"{institution.removesuffix('-police')}-"): office.title
        for office in catalogue.offices().values()
        if office.body == institution
    }
    titles = {title.lower() for title in known.values()}
    for name, words in people.offices():
        body, _, post = name.partition("/")
        if body == institution and words.lower() not in titles:
            known[post] = words
    return (
        Choice(value="", label=say("Choose an office")),
        *(Choice(value=name, label=words) for name, words in known.items()),
    )

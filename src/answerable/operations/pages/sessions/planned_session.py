"""A session that stands in the plan: its date and theme, its papers, and what to do for it."""

from collections.abc import Iterator

from answerable.operations import access
from answerable.operations.pages import naming, whose
from answerable.operations.pages.forms import acting
from answerable.operations.pages.look import Look, banner
from answerable.operations.pages.parts import Aside, Item, Link, Row, Section, SectionsPage
from answerable.operations.pages.sessions.forward_plan import url_of
from answerable.operations.pages.sessions.held_session import NoSuchSession, office_words
from answerable.operations.sessions import session_draft, waiting
from answerable.scrutiny.phrases import number, plural, start
from answerable.scrutiny.sessions import forward_plan, papers, public_questions
from answerable.scrutiny.sessions.forward_plan import SERIES, Session
from answerable.scrutiny.sessions.papers import Paper
from answerable.store.reads import lookup
from answerable.vocabulary.language import marked, say, say_many
from answerable.vocabulary.times import in_words

MINE = marked("Minutes wait for your signature")
THEIRS = marked("Minutes wait for a signature")
AHEAD = marked("Something is typed for its minutes")


def found(look: Look, body: str, day: str) -> tuple[str, Session]:
    """The institution and the session of an address, planned or held, or a refusal."""
    reference = f"session/{body}/{day}"
    try:
        institution = lookup.find(reference).institution
    except lookup.NotOnRecord:
        raise _none(reference) from None
    session = forward_plan.session(look.register(institution), reference)
    if session is None:
        raise _none(reference)
    return institution, session


def moved_address(look: Look, body: str, day: str) -> str:
    """The page of the session that stands on that day, or stood on it before it was moved again.

    A session keeps the address of its first day; “” where none was ever on this one.
    """
    institution = whose.institution_of(body)
    every = [s for s in forward_plan.sessions(look.register(institution)) if s.body == body]
    there = [s for s in every if s.date == day]
    there += [s for s in every if any(change.date == day for change in s.changes)]
    return look.url(url_of(there[0])) if there else ""


def planned(look: Look, body: str, day: str) -> SectionsPage | None:
    """The page of a session that has not been held; None for one that was."""
    institution, session = found(look, body, day)
    if session.held is not None:
        return None
    register = look.register(institution)
    may = access.may(look.actor, "draft_minutes", about=institution)
    url = url_of(session)
    asked = papers.papers_of(register, session.reference)
    public = public_questions.of_session(register, session.reference)
    return SectionsPage(
        title=f"{session.title}: {in_words(session.date)}",
        area="bodies" if look.actor.is_public else "sessions",
        kicker=say("Session of {body}", body=naming.body_words(body)),
        sentence=session.words,
        crumbs=(
            Link(label=naming.body_words(institution), url=look.url(f"/bodies/{institution}/")),
            Link(label=say("Sessions"), url=look.url(f"/sessions/{body}/")),
        ),
        banner=acting(look, institution) if may else banner(institution),
        past=look.past(),
        as_at=look.as_at(),
        sections=(
            *(_drafted(look, body, session, url) if may and session.waiting else ()),
            Section(
                title=say("Papers that are asked for"),
                rows=tuple(_paper(look, p, url, may=may) for p in asked),
                absent="" if asked else say("No paper is asked for yet."),
            ),
            Section(
                title=say("Questions from the public"),
                rows=tuple(_public(q) for q in public),
                absent="" if public else say("No question from the public is on record."),
            ),
            *(
                (
                    Section(
                        title=say("Dates"),
                        items=tuple(_changes(session)),
                    ),
                )
                if session.changes
                else ()
            ),
        ),
        aside=_aside(look, session, url, may=may),
    )


def _drafted(look: Look, body: str, session: Session, url: str) -> Iterator[Section]:
    """What is there already: a drafted agenda, or minutes that wait for a signature."""
    draft = waiting.draft_of(session.reference, body=body)
    state = waiting.state(draft)
    if draft is None or state == "none":
        return
    n = len(draft.fields.get("order", "").split())
    files = (
        Link(label=say("Agenda (Word)"), url=f"{url}agenda.docx"),
        Link(label=say("Agenda (PDF)"), url=f"{url}agenda.pdf"),
        Link(label=say("Agenda to send out (PDF)"), url=f"{url}agenda-to-send.pdf"),
        Link(label=say("Agenda to send out (Word)"), url=f"{url}agenda-to-send.docx"),
        *without_questions(url),
    )
    if state == "agenda":
        yield Section(
            title=say("An agenda is drafted"),
            paragraphs=(
                say(
                    "It holds {count} {items}. Nobody has taken minutes yet.",
                    count=number(n),
                    items=plural("item", n),
                ),
                *_moved(look, session),
            ),
            links=(Link(label=say("The drafted agenda"), url=f"{url}build/"), *files),
        )
        return
    institution = lookup.find(session.reference).institution
    own = access.may(look.actor, "sign_minutes", about=institution)
    ahead = session.day > look.today
    sign = Link(label=say("Check and sign") if own else say("Check them"), url=f"{url}sign/")
    yield Section(
        title=AHEAD if ahead else MINE if own else THEIRS,
        paragraphs=(
            say("The session is still to come. Its minutes are signed after it is held.")
            if ahead
            else say("They are written and not on the record until they are signed."),
        ),
        links=(
            *(() if ahead else (sign,)),
            Link(label=say("Go on writing"), url=f"{url}live/"),
            Link(label=say("The agenda"), url=f"{url}build/"),
            *files,
        ),
    )


def without_questions(url: str) -> tuple[Link, ...]:
    """The agenda to send out without what the commissioner means to ask."""
    return tuple(
        Link(
            label=say("To send out without the questions ({form})", form=words),
            url=f"{url}agenda-to-send.{form}?questions=no",
        )
        for form, words in (("pdf", "PDF"), ("docx", "Word"))
    )


def _moved(look: Look, session: Session) -> Iterator[str]:
    """That items of the drafted agenda have moved on the record since."""
    found = session_draft.opened(session.reference, actor=look.actor, at=look.at)
    count = sum(bool(found.moved(key)) for key in found.order)
    if count:
        yield say_many(
            "On the record {count} of its items has moved since it was drafted.",
            "On the record {count} of its items have moved since it was drafted.",
            count,
            shown=number(count),
        )


def _aside(look: Look, session: Session, url: str, *, may: bool) -> tuple[Aside, ...]:
    facts = [
        Item(label=say("Kind"), words=SERIES.get(session.series or "", "Not in our sources")),
        Item(label=say("Theme"), words=session.theme or say("None stated")),
        Item(label=say("Time"), words=session.time or say("Not in our sources")),
        Item(label=say("Place"), words=session.place or say("Not in our sources")),
    ]
    if session.planned is not None:
        by = in_words(session.papers_due) if session.papers_due else say("No day in the plan")
        facts.append(Item(label=say("Papers by"), words=by))
    parts = [Aside(title=say("The session"), facts=tuple(facts))]
    if may and session.waiting:
        parts.append(
            Aside(
                title=say("Prepare"),
                screen=True,
                actions=(
                    Link(label=say("Build the agenda"), url=f"{url}build/"),
                    Link(label=say("Two-page brief"), url=f"{url}brief/"),
                    Link(label=say("Take the minutes"), url=f"{url}live/"),
                    Link(label=say("Ask for a paper"), url=f"{url}papers/"),
                    Link(label=say("Take in a public question"), url=f"{url}questions/"),
                    Link(label=say("Move or cancel it"), url=f"{url}change/"),
                ),
            )
        )
    parts.append(
        Aside(
            title=say("For your calendar"),
            links=(Link(label=say("Invitation (ICS)"), url=look.url(f"{url}invitation.ics")),),
        )
    )
    return tuple(parts)


def _paper(look: Look, paper: Paper, url: str, *, may: bool) -> Row:
    number = paper.reference.rsplit("/", 1)[-1]
    notes = [start(office_words(paper.office)) if paper.office else say("No office named")]
    if paper.scope:
        notes.append(say("scope: {scope}", scope=paper.scope))
    if paper.comparator:
        notes.append(say("compared with: {comparator}", comparator=paper.comparator))
    links: tuple[Link, ...] = ()
    if may and paper.received is None:
        links = (Link(label=say("It has come"), url=f"{url}papers/{number}/"),)
    return Row(
        title=paper.question or say("Withheld"),
        sentence=paper.words(look.on),
        state="overdue" if paper.state(look.on) == "overdue" else "",
        note="; ".join(notes),
        links=links,
    )


def _public(question: public_questions.PublicQuestion) -> Row:
    """Who asked stands there for an office that may see it: somebody writes back."""
    came = say("Received {day}", day=in_words(question.on.isoformat()))
    asker = question.received.fact.get("asker")
    note = say("{came}. Asked by {asker}: restricted", came=came, asker=asker) if asker else came
    return Row(title=question.text or say("Withheld"), sentence=question.words, note=note)


def _changes(session: Session) -> Iterator[str]:
    yield say("First planned for {day}.", day=in_words(session.first_date))
    for change in session.changes:
        to = say(" to {day}", day=in_words(change.date)) if change.date else ""
        why = f": {change.reason}" if change.reason else "."
        yield say(
            "{state}{to} on {day}{why}",
            state=start(change.state.replace("-", " ")),
            to=to,
            day=in_words(change.on.isoformat()),
            why=why,
        )


def _none(reference: str) -> NoSuchSession:
    return NoSuchSession(
        say(
            "We hold no papers of a session “{reference}” at these dates, "
            "and none is planned. The forward plan of the body lists those "
            "that are.",
            reference=reference[:80],
        )
    )

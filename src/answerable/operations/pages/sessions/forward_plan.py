"""The forward plan of a body: twelve months of sessions by date and theme, and those before."""

from dataclasses import dataclass
from datetime import date

from answerable.operations import access, catalogue
from answerable.operations.desk import rows as rows_of
from answerable.operations.pages import naming, summarised, whose
from answerable.operations.pages.forms import acting
from answerable.operations.pages.look import Look, banner
from answerable.operations.pages.paging import Pages, pages
from answerable.operations.pages.parts import (
    Aside,
    Cell,
    Link,
    Section,
    SectionsPage,
    Table,
)
from answerable.operations.pages.proof import Proof
from answerable.scrutiny.clocks import add_months
from answerable.scrutiny.phrases import number, plural, start
from answerable.scrutiny.sessions import papers
from answerable.scrutiny.sessions.forward_plan import SERIES, Session, sessions
from answerable.vocabulary.language import marked, say
from answerable.vocabulary.times import in_words

MONTHS = 12
MOST_EARLIER = 20
AGENDA = marked("On an agenda. That it was held is not in our sources.")
NO_PLAN = marked("No session stands in the plan for the next twelve months.")
NOT_OURS = marked("What is planned for the next twelve months is not in our sources.")


@dataclass(frozen=True, kw_only=True)
class PlanPage(SectionsPage):
    """The forward plan; earlier sessions in pages."""

    pages: Pages | None


def forward_plan(look: Look, body: str, *, number_: int = 1) -> PlanPage:
    """The sessions of a body from the day that is looked at, and the earlier ones."""
    institution = whose.institution_of(body)
    oversight = catalogue.oversight_of(institution, on=look.on) or body
    ours = whose.keeps_own_record(institution)
    register = look.register(institution)
    proof = Proof(look, register)
    every = sessions(register, body=oversight)
    end = add_months(look.on, MONTHS)
    coming = [s for s in every if s.day >= look.on and s.day <= end and s.held is None]
    past = [s for s in reversed(every) if s.day < look.on or s.held is not None]
    last = max(1, -(-len(past) // MOST_EARLIER))
    page = max(1, min(number_, last))
    shown = past[(page - 1) * MOST_EARLIER : page * MOST_EARLIER]
    may = access.may(look.actor, "plan_session", about=institution)
    return PlanPage(
        title=say("Sessions of {body}", body=naming.body_words(oversight)),
        area="bodies" if look.actor.is_public else "sessions",
        sentence=_sentence(coming, ours=ours),
        crumbs=(
            Link(label=say("Bodies"), url=look.url("/bodies/")),
            Link(label=naming.body_words(institution), url=look.url(f"/bodies/{institution}/")),
        ),
        banner=acting(look, institution) if may else banner(institution),
        summary_notice=summarised.notice(look, (institution,)),
        past=look.past(),
        as_at=look.as_at(),
        sections=(
            Section(
                title=say("The next twelve months"),
                table=_table(
                    proof,
                    [
                        (s, _papers(look, s, papers.papers_of(register, s.reference)))
                        for s in coming
                    ],
                ),
                absent="" if coming else _none(ours=ours),
            ),
            *_by_theme(coming),
            Section(
                title=say("Earlier"),
                table=_table(proof, [(s, _result(s)) for s in shown], last=say("Minutes")),
                absent="" if past else say("No earlier session is in our sources."),
            ),
        ),
        pages=pages(
            label=say("Pages of earlier sessions"),
            number=page,
            count=last,
            url=lambda n: look.url(f"/sessions/{oversight}/?page={n}"),
        ),
        aside=(
            *(
                (
                    Aside(
                        title=say("Plan"),
                        actions=(
                            Link(label=say("Plan sessions"), url=f"/sessions/{oversight}/plan/"),
                            Link(
                                label=say("Standing items"),
                                url=f"/sessions/{oversight}/standing/",
                            ),
                        ),
                        screen=True,
                    ),
                )
                if may
                else ()
            ),
            Aside(
                title=say("The next session"),
                links=(
                    Link(
                        label=say("What the record proposes for it"),
                        url=look.url(f"/sessions/{oversight}/next/"),
                    ),
                ),
            )
            if catalogue.oversight_of(institution, on=look.on)
            else Aside(
                title=say("The next session"), paragraphs=(say("No agenda is proposed here."),)
            ),
            *(
                (Aside(title=say("Papers"), paragraphs=(rule_words(institution, on=look.on),)),)
                if ours
                else ()
            ),
        ),
    )


def rows(look: Look, body: str) -> list[tuple[str, ...]]:
    """The coming sessions for a terminal: date, series, theme, state, papers."""
    institution = whose.institution_of(body)
    register = look.register(institution)
    oversight = catalogue.oversight_of(institution, on=look.on) or body
    end = add_months(look.on, MONTHS)
    return [
        (
            s.date,
            s.reference,
            s.title,
            s.theme or "-",
            s.words,
            _papers(look, s, papers.papers_of(register, s.reference)),
        )
        for s in sessions(register, body=oversight)
        if s.held is None and look.on <= s.day <= end
    ]


def rule_words(institution: str, *, on: date) -> str:
    """“Papers are asked for 7 days before a session, by 09:00.”"""
    rule = catalogue.regime_of(institution, on=on).papers
    unit = say("working day") if rule.unit == "working-days" else "day"
    return say(
        "Papers are asked for {length} {plural} before a session, by "
        "{time}. The day of the session is not counted.",
        length=rule.length,
        plural=plural(unit, rule.length),
        time=rule.time,
    )


def url_of(session: Session) -> str:
    """The page of a session: `/sessions/<body>/<day>/`."""
    return f"/sessions/{session.reference.removeprefix('session/')}/"


def _none(*, ours: bool) -> str:
    """Our sources do not know what another office has planned."""
    return NO_PLAN if ours else NOT_OURS


def _sentence(coming: list[Session], *, ours: bool) -> str:
    waiting = [s for s in coming if s.waiting]
    if not waiting:
        return _none(ours=ours)
    n = len(waiting)
    first = waiting[0]
    theme = say(", on {theme}", theme=first.theme) if first.theme else ""
    return start(
        say(
            "{count} {sessions} {word} planned for the next twelve months. "
            "The next is the {title}{title2} of {day}{theme}.",
            count=number(n),
            sessions=plural("session", n),
            word=say("is") if n == 1 else say("are"),
            title=first.title[:1].lower(),
            title2=first.title[1:],
            day=in_words(first.date),
            theme=theme,
        )
    )


def agenda_only(proof: Proof, session: Session) -> bool:
    """Is its agenda all that is held of it? An agenda does not say that it took place."""
    if session.held is None or session.state != "held" or session.held.fact.source is None:
        return False
    filed = proof.documents.get(session.held.fact.source.doc or "")
    return filed is not None and filed.type == "agenda"


def _table(
    proof: Proof, found: list[tuple[Session, str]], last: str = marked("Papers")
) -> Table | None:
    look = proof.look
    rows = tuple(
        (
            Cell(words=in_words(s.date), url=look.url(url_of(s))),
            SERIES.get(s.series or "", s.title),
            s.theme or "–",
            AGENDA if agenda_only(proof, s) else s.words,
            words,
        )
        for s, words in found
    )
    if not rows:
        return None
    return Table(
        caption="",
        head=(say("Date"), say("Session"), say("Theme"), say("Where it stands"), last),
        rows=rows,
    )


def _papers(look: Look, session: Session, asked: tuple[papers.Paper, ...]) -> str:
    if session.papers_due:
        by = say("Papers by {day}.", day=in_words(session.papers_due))
    else:
        by = say("No day for papers.") if session.planned else ""
    if not asked or not session.waiting:
        return by if session.waiting else "–"
    late = sum(p.state(look.on) == "overdue" for p in asked)
    came = sum(p.received is not None for p in asked)
    said = say("{came} of {count} received", came=came, count=len(asked))
    return f"{by} {said}{(say('; {count} overdue', count=number(late)) if late else '')}."


def _result(session: Session) -> str:
    if session.approved is not None:
        return say("Signed and approved")
    if session.signed is not None:
        return say("Signed")
    return say("No signed minutes on our record") if session.held is not None else "–"


def _by_theme(coming: list[Session]) -> tuple[Section, ...]:
    themes: dict[str, list[str]] = {}
    for s in coming:
        if s.theme and s.waiting:
            themes.setdefault(s.theme, []).append(in_words(s.date))
    if len(themes) < 2:  # one theme says nothing that the table does not
        return ()
    items = tuple(f"{theme}: {', '.join(days)}" for theme, days in sorted(themes.items()))
    return (Section(title=say("By theme"), items=items),)


def own(look: Look) -> str:
    """The address of the sessions about the first institution of whoever looks."""
    for institution in rows_of.institutions(look):
        if held_by := catalogue.oversight_of(institution, on=look.on):
            return f"/sessions/{held_by}/"
    return "/bodies/"

"""Plan the sessions of a series: say the rhythm, look at every date, put them in the plan."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from answerable.operations import access, catalogue
from answerable.operations.pages import days, naming, whose
from answerable.operations.pages.forms import (
    Choice,
    DateField,
    Field,
    FormPage,
    Hidden,
    acting,
    carried,
)
from answerable.operations.pages.look import Look
from answerable.operations.pages.parts import Aside, FormError, Item, Link
from answerable.operations.pages.sessions.forward_plan import rule_words
from answerable.operations.sessions import session_plans
from answerable.reading.actions.logs.log_rows import due as read_date
from answerable.scrutiny.phrases import number, start
from answerable.scrutiny.plans.plans import NotPossible
from answerable.scrutiny.sessions import papers, planning
from answerable.scrutiny.sessions.forward_plan import SERIES
from answerable.scrutiny.sessions.planning import Planned
from answerable.vocabulary.language import marked, say, say_many
from answerable.vocabulary.times import first_day, in_words

EVERY = {
    "quarter": marked("Every three months"),
    "month": marked("Every month"),
    "two-months": marked("Every two months"),
    "half-year": marked("Every six months"),
    "once": marked("Once"),
}
FIRST = DateField(name="first", legend=marked("First date"))
SAID = ("series", "time", "place")


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed: the sessions, or the errors that say why not."""

    values: Mapping[str, str]
    sessions: tuple[Planned, ...]
    errors: tuple[FormError, ...]

    @property
    def lines(self) -> str:
        """One session a line: “21 January 2027; Neighbourhood crime”."""
        return "\n".join(
            f"{in_words(s.day.isoformat())}; {s.theme}" if s.theme else in_words(s.day.isoformat())
            for s in self.sessions
        )


def read(posted: Mapping[str, str], *, on: date) -> Typed:
    """The first step: a rhythm becomes dates, themes are dealt out in turn."""
    found: list[FormError] = []
    day, wrong = days.one(FIRST, posted)
    found += wrong
    first = first_day(day) if day else None
    if posted.get("series") not in SERIES:
        found.append(FormError(words=say("Choose a series"), target="series"))
    times = posted.get("times", "").strip() or "4"
    if not (times.isascii() and times.isdigit() and 1 <= int(times[:4]) <= planning.MOST):
        words = say("Say how many sessions: a number from 1 to {most}", most=planning.MOST)
        found.append(FormError(words=words, target="times"))
    try:
        planning.time_of_day(posted.get("time"))
    except NotPossible as refusal:
        found.append(FormError(words=refusal.sentence, target="time"))
    if found or first is None:
        return Typed(posted, (), tuple(found))
    themes = [line.strip() for line in posted.get("themes", "").splitlines() if line.strip()]
    every = posted.get("every", "once")
    made = session_plans.dates(first=first, every=every, count=int(times), themes=themes)
    return Typed(posted, tuple(_planned(s.day, s.theme, posted) for s in made), ())


def read_lines(posted: Mapping[str, str], *, on: date) -> Typed:
    """The second step: every line is a date, and after a semicolon its theme."""
    found: list[FormError] = []
    sessions = []
    for line in posted.get("lines", "").splitlines():
        words, _, theme = line.partition(";")
        if not words.strip():
            continue
        iso, _ = read_date(words.strip(), dated=on)
        try:
            day = date.fromisoformat(iso or "")
        except ValueError:
            found.append(
                FormError(
                    words=say("“{words}” is not a whole date", words=words.strip()[:40]),
                    target="lines",
                )
            )
            continue
        sessions.append(_planned(day, theme.strip() or None, posted))
    if not sessions and not found:
        found.append(FormError(words=say("Name at least one date"), target="lines"))
    return Typed(posted, tuple(sessions), tuple(found))


def form(
    look: Look,
    body: str,
    *,
    key: str,
    posted: Mapping[str, str] | None = None,
    errors: tuple[FormError, ...] = (),
) -> FormPage:
    """The empty form, or the one that was sent with what is to be mended."""
    institution, oversight = _whose(body, look.on)
    values = posted or {}
    wrong = {error.target: error.words for error in errors}
    return FormPage(
        title=say("Plan sessions"),
        area="sessions",
        sentence=say(
            "Give the first date and the rhythm. You see every date before it is recorded."
        ),
        banner=acting(look, institution),
        as_at=look.as_at(),
        crumbs=_crumbs(institution, oversight),
        errors=errors,
        action=f"/sessions/{oversight}/plan/",
        button=say("Show the dates"),
        hidden=(
            Hidden(name="step", value="check"),
            Hidden(name="seen", value=str(look.head.size - 1)),
            Hidden(name="key", value=values.get("key") or key),
        ),
        warning=_warning(look, institution),
        fields=(
            Field(
                name="series",
                label=say("Series"),
                value=values.get("series", "performance"),
                error=wrong.get("series", ""),
                choices=tuple(Choice(value=k, label=w) for k, w in SERIES.items()),
            ),
            Field(
                name="every",
                label=say("How often"),
                value=values.get("every", "quarter"),
                hint=say("On the same weekday of the month, for example each third Thursday."),
                choices=tuple(Choice(value=k, label=w) for k, w in EVERY.items()),
            ),
            Field(
                name="times",
                label=say("How many sessions"),
                value=values.get("times", "4"),
                error=wrong.get("times", ""),
            ),
            Field(
                name="themes",
                label=say("Themes of the plan, one a line"),
                hint=say("They are dealt out in turn. You can change each before it is recorded."),
                value=values.get("themes", ""),
                rows=4,
            ),
            Field(
                name="time",
                label=say("Time"),
                hint=say("For example, 10:00 or 2 pm"),
                value=values.get("time", ""),
                error=wrong.get("time", ""),
            ),
            Field(name="place", label=say("Place"), value=values.get("place", "")),
        ),
        dates=(days.filled(FIRST, values, errors),),
        aside=(
            Aside(title=say("Papers"), paragraphs=(rule_words(institution, on=look.on),)),
            _who(oversight),
        ),
        cancel=Link(label=say("Back to the forward plan"), url=f"/sessions/{oversight}/"),
    )


def check(
    look: Look, body: str, typed: Typed, *, key: str, errors: tuple[FormError, ...] = ()
) -> FormPage:
    """Every date with its weekday and the deadline of its papers, before anything is written."""
    institution, oversight = _whose(body, look.on)
    values = typed.values
    lines = values.get("lines", "") if errors else typed.lines
    series = SERIES.get(values.get("series", ""), "Session")
    n = len(typed.sessions)
    return FormPage(
        title=say("Check the dates"),
        area="sessions",
        sentence=_checked(typed, look.on),
        banner=acting(look, institution),
        as_at=look.as_at(),
        crumbs=_crumbs(institution, oversight),
        errors=errors,
        action=f"/sessions/{oversight}/plan/",
        button=say(
            "Put {word} in the plan",
            word=say("this session") if n == 1 else say("these {n} sessions", n=n),
        ),
        hidden=(
            Hidden(name="step", value="save"),
            Hidden(name="seen", value=values.get("seen", "")),
            Hidden(name="key", value=values.get("key") or key),
            Hidden(name="checked", value=lines),
            *carried(values, *SAID),
        ),
        answers=tuple(
            Item(
                label=f"{s.day:%a} {in_words(s.day.isoformat())}",
                words=_answer(institution, series, s, look.on),
            )
            for s in typed.sessions
        ),
        fields=(
            Field(
                name="lines",
                label=say("Change a date or a theme here, one session a line"),
                hint=say(
                    "A date, then a semicolon and the theme. Take out a line to leave it out."
                ),
                value=lines,
                error=errors[0].words if errors else "",
                rows=max(4, min(14, n + 1)),
            ),
        ),
        warning=_warning(look, institution),
        cancel=Link(label=say("Start again"), url=f"/sessions/{oversight}/plan/"),
    )


def whose_sessions(body: str, *, on: date) -> tuple[str, str]:
    """The institution and the body that holds it to account, of an address."""
    return _whose(body, on)


def _checked(typed: Typed, on: date) -> str:
    """That nothing is recorded; at which time and where they are; how many days are past."""
    past = sum(s.day < on for s in typed.sessions)
    first = typed.sessions[0] if typed.sessions else None
    at = planning.time_of_day(first.time) if first else None
    where = ", ".join(part for part in (at, first.place if first else None) if part)
    parts = [say("Nothing is recorded yet.")]
    if where:
        parts.append(say("Time and place: {where}.", where=where))
    if past:
        parts.append(
            say_many(
                "{count} of these days is past: look at its year.",
                "{count} of these days are past: look at the year.",
                past,
                shown=start(number(past)),
            )
        )
    return " ".join(parts)


def _answer(institution: str, series: str, one: Planned, on: date) -> str:
    regime = catalogue.regime_of(institution, on=one.day)
    last = papers.due(one.day, rule=regime.papers, holidays=regime.holidays)
    own = papers.remark(one.day, holidays=regime.holidays)
    late = papers.remark(last, holidays=regime.holidays)
    parts = [f"{series}{(say(' on {theme}', theme=one.theme) if one.theme else '')}"]
    if own:
        parts.append(say("this day is {own}", own=own))
    day = in_words(last.isoformat())
    if last < on:
        parts.append(say("no day for papers: by the rule it was {day}, which has passed", day=day))
    else:
        parts.append(say("papers by {day}{late}", day=day, late=f", {late}" if late else ""))
    return "; ".join(parts)


def _planned(day: date, theme: str | None, posted: Mapping[str, str]) -> Planned:
    return Planned(
        day=day,
        theme=theme,
        time=posted.get("time", "").strip() or None,
        place=posted.get("place", "").strip() or None,
    )


def _whose(body: str, on: date) -> tuple[str, str]:
    institution = whose.institution_of(body)
    return institution, catalogue.oversight_of(institution, on=on) or body


def _warning(look: Look, institution: str) -> str:
    if access.may(look.actor, "plan_session", about=institution):
        return ""
    return say("You cannot plan sessions as you are. Act as another office first.")


def _who(oversight: str) -> Aside:
    url = f"/roles/?next=/sessions/{oversight}/plan/"
    return Aside(title=say("Who acts"), links=(Link(label=say("Act as another office"), url=url),))


def _crumbs(institution: str, oversight: str) -> tuple[Link, ...]:
    return (
        Link(label=naming.body_words(institution), url=f"/bodies/{institution}/"),
        Link(label=say("Sessions"), url=f"/sessions/{oversight}/"),
    )

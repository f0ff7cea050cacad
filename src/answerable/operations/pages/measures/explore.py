"""For analysts: choose a measure, bodies and periods, as known on a day; chart, table and file."""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import urlencode

from answerable.evidence.series import Series
from answerable.operations import catalogue
from answerable.operations.measures import evidence
from answerable.operations.measures import held as held_figures
from answerable.operations.pages import naming, offered
from answerable.operations.pages.forms import Choice, Field
from answerable.operations.pages.look import Look, banner
from answerable.operations.pages.measures.checks_said import said_of
from answerable.operations.pages.measures.comparators import name_of
from answerable.operations.pages.measures.figures import Figures, drawing
from answerable.operations.pages.measures.figures_file import counted, status_of
from answerable.operations.pages.measures.measure_told import Figure, Told, gaps_once
from answerable.operations.pages.parts import Aside, FormError, Link, Page, Table
from answerable.publishing.charts import control_chart
from answerable.vocabulary.language import say
from answerable.vocabulary.measures import Measure
from answerable.vocabulary.refusal import Refusal
from answerable.vocabulary.times import day, in_words

MOST_BODIES = 4
CSV_HEAD = (
    *("measure", "body", "period_start", "period_end", "value", "status", "release"),
    *("released_on", "source", "licence", "unit", "numerator", "denominator", "publisher_flag"),
)
NAMES = (
    *("measure", *(f"body{n}" for n in range(1, MOST_BODIES + 1))),
    *("from", "to", "known_on", "release"),
)


@dataclass(frozen=True)
class Chosen:
    """What was asked for, and what of it cannot be used."""

    measure: Measure | None
    bodies: tuple[str, ...]
    first: date
    last: date
    known: date | None
    typed: Mapping[str, str]
    errors: tuple[FormError, ...]


@dataclass(frozen=True, kw_only=True)
class ExplorePage(Page):
    """The form, and what it gives."""

    fields: tuple[Field, ...]
    checks: tuple[str, ...]
    charts: tuple[Figure, ...]
    hidden: tuple[str, ...]
    table: Table | None
    csv_url: str


def chosen(query: Mapping[str, str]) -> Chosen:
    """The choice in an address; an impossible part is named and left out."""
    typed = {name: query.get(name, "").strip() for name in NAMES}
    if not typed["body1"]:
        typed["body1"] = query.get("body", "").strip()
    errors: list[FormError] = []
    measure = catalogue.measures().get(typed["measure"])
    if typed["measure"] and measure is None:
        errors.append(FormError(words=say("Choose a measure of the list"), target="measure"))
    held = evidence.bodies_with(measure.id) if measure else ()
    bodies = []
    for number in range(1, MOST_BODIES + 1):
        body = typed[f"body{number}"]
        if body and measure and body not in held:
            words = say(
                "No figures of this measure are held for {name_of}", name_of=name_of(body)[:60]
            )
            errors.append(FormError(words=words, target=f"body{number}"))
        elif body and body not in bodies:
            bodies.append(body)
    first = _month(typed["from"], date.min, "from", errors)
    last = _month(typed["to"], date.max, "to", errors)
    known = None
    if typed["known_on"]:
        try:
            known = day(typed["known_on"], what=say("day of what was known"))
        except Refusal as refused:
            errors.append(FormError(words=refused.sentence, target="known_on"))
    if typed["release"] and typed["release"] not in _releases(measure):
        words = say("No figures of this measure are held in that release")
        errors.append(FormError(words=words, target="release"))
    if first > last:
        errors.append(FormError(words=say("The first month is after the last"), target="from"))
    return Chosen(measure, tuple(bodies), first, last, known, typed, tuple(errors))


def explore(look: Look, query: Mapping[str, str]) -> ExplorePage:
    """The page: the form alone, or with what was chosen."""
    asked = chosen(query)
    view = replace(look, said=asked.known) if asked.known else look
    told = [] if asked.errors else list(_told(view, asked))
    shown = [one for one in told if one.shown and _within(one.found, asked).usable]
    first = asked.bodies[0] if asked.bodies else None
    return ExplorePage(
        title=say("Explore the figures"),
        area="bodies",
        sentence=_sentence(asked, shown),
        crumbs=(Link(label=say("Bodies"), url="/bodies/"),),
        banner=banner(first),
        errors=asked.errors,
        as_at=look.as_at(),
        fields=tuple(_fields(asked)),
        checks=said_of({o.body: o.found for o in told if o.checks}),
        charts=tuple(_figure(view, one, asked) for one in shown),
        hidden=tuple(
            f"{name_of(one.body)}: {one.no_chart or say('no figure in these months.')}"
            for one in told
            if one not in shown
        ),
        table=_table(shown, asked) if shown else None,
        csv_url=f"/explore/data.csv?{_query(asked)}" if shown else "",
        aside=_aside(asked),
    )


def explore_csv(look: Look, query: Mapping[str, str]) -> str:
    """What was chosen, one row a body and period, each with its release and source."""
    asked = chosen(query)
    view = replace(look, said=asked.known) if asked.known else look
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(CSV_HEAD)
    for one in [] if asked.errors else _told(view, asked):
        if not one.shown:
            continue
        for row in one.found.rows:
            if not asked.first <= row.period_start <= asked.last:
                continue
            writer.writerow(
                (
                    *(row.measure_id, row.body_id, row.period_start, row.period_end),
                    *("" if row.value is None else f"{row.value:.12g}", status_of(one.found, row)),
                    *(row.vintage.release_id, row.vintage.released_on or ""),
                    *(one.measure.source, one.measure.licence, *counted(one.found, row)),
                )
            )
    return out.getvalue()


def _told(look: Look, asked: Chosen) -> Iterator[Told]:
    if asked.measure is not None:
        for body in asked.bodies:
            yield Told(look, asked.measure, body, release=asked.typed["release"])


def _within(found: Figures, asked: Chosen) -> Figures:
    """The same figures in the months asked for; limits are made of these alone."""
    pairs = [
        (d, v)
        for d, v in zip(found.series.dates, found.series.values, strict=True)
        if asked.first <= d <= asked.last
    ]
    series = Series(tuple(d for d, _ in pairs), tuple(v for _, v in pairs))
    rows = tuple(r for r in found.held.rows if asked.first <= r.period_start <= asked.last)
    return replace(found, series=series, held=replace(found.held, rows=rows))


def _sentence(asked: Chosen, shown: Sequence[Told]) -> str:
    if asked.errors:
        return say("Some of what was chosen cannot be used.")
    if asked.measure is None or not asked.bodies:
        return say("Choose a measure and up to four bodies, and from when to when.")
    if not shown:
        return say("Nothing that can be shown is held for this choice.")
    known = (
        say(", as known on {day}", day=in_words(asked.known.isoformat())) if asked.known else ""
    )
    if asked.typed["release"]:
        known += say(", of the release {typed} only", typed=asked.typed["release"])
    names = " and ".join(name_of(one.body) for one in shown)
    if len(shown) == 1:
        title = naming.measure_words(asked.measure.title, shown[0].body)
        return say("{title}{known}.", title=title, known=known)
    return say(
        "{title}: {names}{known}. Bodies differ in size: read each chart by itself.",
        title=asked.measure.title,
        names=names,
        known=known,
    )


def _figure(look: Look, told: Told, asked: Chosen) -> Figure:
    found = _within(told.found, asked)
    events, place = tuple(told.events()), name_of(told.body)
    drawn = control_chart(drawing(found, place=place, events=events, season=True))
    return Figure(
        title=drawn.title,
        subtitle=drawn.subtitle,
        sentence=drawn.sentence,
        wide=drawn.wide,
        narrow=drawn.narrow,
        table=Table(
            caption=drawn.title,
            head=drawn.header,
            rows=tuple(gaps_once(drawn.rows)),
            numeric=tuple(range(1, len(drawn.header) - 1)),
        ),
        csv_url=look.url(f"/measures/{told.measure.id}/{told.body}/data.csv"),
    )


def _table(shown: Sequence[Told], asked: Chosen) -> Table:
    parts = [_within(one.found, asked) for one in shown]
    columns = [
        {d: v for d, v in zip(p.series.dates, p.series.values, strict=True) if v is not None}
        for p in parts
    ]
    days = sorted({d for column in columns for d in column})
    return Table(
        caption=say("The figures that passed every check"),
        head=(say("Period"), *(name_of(one.body) for one in shown)),
        rows=tuple(
            (
                parts[0].words(d),
                *(f"{column[d]:,.6g}" if d in column else say("no figure") for column in columns),
            )
            for d in days
        ),
        numeric=tuple(range(1, len(shown) + 1)),
    )


def _fields(asked: Chosen) -> Iterator[Field]:
    wrong = {error.target: error.words for error in asked.errors}
    measures = sorted(offered.measures(), key=lambda m: m.title)
    yield Field(
        name="measure",
        label=say("Measure"),
        value=asked.typed["measure"],
        error=wrong.get("measure", ""),
        choices=(
            Choice(value="", label=say("Choose a measure")),
            *(Choice(value=m.id, label=m.title) for m in measures),
        ),
    )
    held = evidence.bodies_with(asked.measure.id) if asked.measure else _any_body(measures)
    bodies = tuple(
        Choice(value=body, label=name_of(body)) for body in sorted(set(held), key=name_of)
    )
    for number in range(1, MOST_BODIES + 1):
        name = f"body{number}"
        none = say("Choose a body") if number == 1 else say("No other body")
        yield Field(
            name=name,
            label=say("Body") if number == 1 else say("And body {number}", number=number),
            value=asked.typed[name],
            error=wrong.get(name, ""),
            choices=(Choice(value="", label=none), *bodies),
        )
    for name, label, hint in (
        ("from", say("First month"), say("Like 2023-04. Leave it empty for all.")),
        ("to", say("Last month"), "Like 2025-12."),
        (
            "known_on",
            say("As known on"),
            say("A day, like 2025-06-30. Empty: the newest figures."),
        ),
    ):
        yield Field(
            name=name,
            label=label,
            hint=hint,
            value=asked.typed[name],
            error=wrong.get(name, ""),
        )

    yield Field(
        name="release",
        label=say("Release"),
        hint=say("One publication only, so that what you see stays the same when more is loaded."),
        value=asked.typed["release"],
        error=wrong.get("release", ""),
        choices=(
            Choice(value="", label=say("The newest of each period")),
            *(Choice(value=name, label=name) for name in _releases(asked.measure)),
        ),
    )


def _releases(measure: Measure | None) -> tuple[str, ...]:
    if measure is None:
        return ()
    return tuple(one.release_id for one in held_figures.releases(measure.id))


def _any_body(measures: Sequence[Measure]) -> tuple[str, ...]:
    return tuple(body for measure in measures for body in evidence.bodies_with(measure.id))


def _month(text: str, usual: date, name: str, errors: list[FormError]) -> date:
    if not text:
        return usual
    try:
        return date.fromisoformat(f"{text}-01" if len(text) == len("2023-04") else text)
    except ValueError:
        label = "first" if name == "from" else "last"
        errors.append(
            FormError(words=say("Write the {label} month like 2023-04", label=label), target=name)
        )
        return usual


def _query(asked: Chosen) -> str:
    return urlencode({name: value for name, value in asked.typed.items() if value})


def _aside(asked: Chosen) -> tuple[Aside, ...]:
    links = [Link(label=say("How a verdict is worked out"), url="/about/method/")]
    if asked.measure:
        side = f"/measures/{asked.measure.id}/"
        links.append(Link(label=say("Every body side by side"), url=side))
    return (
        Aside(
            title=say("What this is"),
            paragraphs=(
                say(
                    "Charts show where to look; they are no verdict. Limits are made "
                    "of the months that you choose, so they can differ from those of "
                    "the measure’s own page."
                ),
            ),
            links=tuple(links),
        ),
    )

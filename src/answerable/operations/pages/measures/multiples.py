"""Every measure of a body in small charts on one time axis: where to look first."""

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from answerable.operations import access, catalogue
from answerable.operations.measures import evidence
from answerable.operations.measures.families import RULE_WORDS, recorded
from answerable.operations.pages import naming
from answerable.operations.pages.look import Look, banner
from answerable.operations.pages.measures.comparators import name_of
from answerable.operations.pages.measures.figures import drawing
from answerable.operations.pages.measures.measure_told import Figure, Told, gaps_once
from answerable.operations.pages.measures.point_marks import shown_mark
from answerable.operations.pages.measures.registration import members_words
from answerable.operations.pages.parts import Aside, Link, Page, Row, Table
from answerable.publishing.charts import multiple
from answerable.publishing.charts.parts import Mark
from answerable.scrutiny.phrases import on_day, plural
from answerable.vocabulary.language import marked, say
from answerable.vocabulary.measure_packs import MeasurePack

YEARS = 5
"""Years that the pictures show; tables and file hold all."""
_SHAPES: Mapping[Mark, str] = {
    "concern": marked("A triangle is unusual and a concern."),
    "improvement": marked("A diamond is unusual and improving."),
    "neutral": marked("An open square is unusual; neither way is better."),
}
CSV_HEAD = (
    "measure",
    "body",
    "period_start",
    "value",
    "mean",
    "lower_limit",
    "upper_limit",
    "says",
)


@dataclass(frozen=True, kw_only=True)
class Panel:
    """One small chart, its own page, and the figure itself."""

    link: Link
    figure: Figure
    caution: str = ""
    checks: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class MultiplesPage(Page):
    """The measures of a body, side by side."""

    panels: tuple[Panel, ...]
    hidden: tuple[Row, ...]
    families: tuple[Row, ...]
    csv_url: str
    absent: str
    key: str
    season: str


def multiples(look: Look, body: str, *, pack: str = "") -> MultiplesPage:
    """The page of every measure of a body that is held, or of those of one pack."""
    chosen = catalogue.measure_packs().get(pack)
    every = list(_told(look, body, chosen))
    shown = [told for told in every if told.shown]
    place = name_of(body)
    unusual = [t for t in shown if t.found.chart.groups and _newest_is_unusual(t)]
    sentence = (
        say(
            "{count} {what} of {place} can be shown; {unusual} outside what was usual in "
            "its newest figure. That is where to look, and no verdict.",
            count=len(shown),
            what=plural("measure", len(shown)),
            place=place,
            unusual=_count(len(unusual)),
        )
        if shown
        else say("We hold no figures of {place} that can be shown.", place=place)
    )
    return MultiplesPage(
        title=say("Measures of {place}", place=place) + (f": {chosen.title}" if chosen else ""),
        kicker=chosen.sentence if chosen else "",
        area="bodies",
        sentence=sentence,
        crumbs=(
            Link(label=say("Bodies"), url=look.url("/bodies/")),
            Link(label=place, url=look.url(f"/bodies/{body}/")),
        ),
        banner=banner(body),
        past=look.past(),
        as_at=look.as_at(),
        panels=tuple(_panels(look, shown)),
        hidden=tuple(
            Row(title=told.measure.title, sentence=told.no_chart)
            for told in every
            if not told.shown
        ),
        families=tuple(_families(look, body)),
        csv_url=look.url(f"/bodies/{body}/measures/data.csv") if shown else "",
        absent="" if every else say("No figures are held."),
        key=_key(shown),
        season=_season(shown),
        aside=_aside(look, body, chosen),
    )


def multiples_csv(look: Look, body: str) -> str:
    """All the small charts as one table, one row a period."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(CSV_HEAD)
    for told in _told(look, body):
        if told.shown:
            for point in told.found.chart.points:
                numbers = (point.value, point.mean, point.lpl, point.upl)
                writer.writerow(
                    (
                        *(told.measure.id, body, point.date.isoformat()),
                        *("" if n is None else f"{n:.9g}" for n in numbers),
                        "" if point.value is None else point.special_cause_type,
                    )
                )
    return out.getvalue()


def _told(look: Look, body: str, pack: MeasurePack | None = None) -> Iterator[Told]:
    for name in sorted(pack.measures if pack else catalogue.measures()):
        if body in evidence.bodies_with(name):
            yield Told(look, catalogue.measures()[name], body)


def _count(number: int) -> str:
    return say("none is") if number == 0 else f"{number} {'is' if number == 1 else 'are'}"


def _newest_is_unusual(told: Told) -> bool:
    newest = next((p for p in reversed(told.found.chart.points) if p.value is not None), None)
    return newest is not None and newest.special_cause_flag and not newest.short_group_warning


def _panels(look: Look, shown: list[Told]) -> Iterator[Panel]:
    if not shown:
        return
    last = max(told.found.usable[-1] for told in shown)
    begin = last.replace(year=last.year - YEARS)
    first = min(day for told in shown for day in told.found.usable if day >= begin)
    for told in shown:
        events = tuple(told.events())
        place = naming.body_words(told.body)
        drawn = multiple(drawing(told.found, place=place, events=events), first=first, last=last)
        yield Panel(
            link=Link(
                label=told.measure.title,
                url=look.url(f"/measures/{told.measure.id}/{told.body}/"),
            ),
            figure=Figure(
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
            ),
            caution=told.caution,
            checks=tuple(word.sentence for word in told.found.spoken),
        )


def _key(shown: list[Told]) -> str:
    """What the shapes in the pictures mean; of those that one of them holds."""
    held = {shown_mark(p)[0] for told in shown for p in told.found.chart.points}
    return " ".join(say(words) for mark, words in _SHAPES.items() if mark in held)


def _season(shown: list[Told]) -> str:
    """Why no picture has the line without the season; empty where there is none to draw."""
    count = sum(told.found.chart_without_season is not None for told in shown)
    if not count:
        return ""
    return say(
        "The season can be taken out of {count} of {shown} {what}. That second line"
        " is on the page of each, and not here: in pictures of this size two lines "
        "cannot be told apart.",
        count=count,
        shown=len(shown),
        what=plural("measure", len(shown)),
    )


def _families(look: Look, body: str) -> Iterator[Row]:
    for family, version in recorded(look.register(body)):
        yield Row(
            title=say("Judged together since {day}", day=on_day(version.fact.valid.start)),
            sentence=members_words(family.members, body),
            note=say("By {rule}. {reason}", rule=RULE_WORDS[family.rule], reason=family.reason),
            links=(Link(label=say("Its entry"), url=look.url(f"/history/entry/{version.seq}/")),),
        )


def _aside(look: Look, body: str, chosen: MeasurePack | None) -> tuple[Aside, ...]:
    links = [
        Link(label=say("Choose measures, bodies and periods"), url=f"/explore/?body={body}"),
        Link(label=say("How a verdict is worked out"), url=look.url("/about/method/")),
    ]
    if access.may(look.actor, "load_observations", about=body):
        links.append(Link(label=say("Load figures"), url="/figures/"))
    if access.may(look.actor, "fix_family", about=body):
        family = f"/bodies/{body}/measures/family/"
        links.append(Link(label=say("Judge measures together"), url=family))
    here = f"/bodies/{body}/measures/"
    packs = [
        Link(label=pack.title, url=look.url(f"{here}?pack={pack.id}"))
        for pack in catalogue.measure_packs().values()
        if pack is not chosen and any(body in evidence.bodies_with(m) for m in pack.measures)
    ]
    if chosen:
        packs.insert(0, Link(label=say("Every measure"), url=look.url(here)))
    by_subject = (Aside(title=say("By subject"), links=tuple(packs)),) if packs else ()
    return (*by_subject, Aside(title=say("More"), links=tuple(links)))

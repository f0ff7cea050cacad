"""The way of a case from the inspection to proof, drawn to scale, as a table and as a file."""

from answerable.operations.pages.look import Look
from answerable.operations.pages.measures.measure_told import Figure
from answerable.operations.pages.parts import Table
from answerable.publishing import open_data
from answerable.publishing.charts import Drawn, TimelineItem, timeline
from answerable.publishing.open_data import Column
from answerable.scrutiny.cases.case_days import CaseDays, Milestone, case_days
from answerable.scrutiny.matter import Matter
from answerable.vocabulary.times import first_day, last_day

FILE = "timeline.csv"
COLUMNS = open_data.Table(
    name="timeline",
    title="From inspection to proof",
    means="One row is one date of one kind of event, or that it has none.",
    columns=(
        Column("event", "What kind of event."),
        Column("date", "Its date, as precise as its source; empty: see `absent`.", "date"),
        Column("days_least", "Days from the report, from the first day it may be.", "integer"),
        Column("days_most", "Days from the report, to the last day it may be.", "integer"),
        Column("absent", "Why there is no date."),
    ),
)


def figure(look: Look, matter: Matter, *, url: str) -> Figure | None:
    """The picture of a case, whose page stands at `url`; None where no report is dated."""
    drawn = matter.register.once((FILE, matter.theme.key), lambda: _drawn(matter))
    if drawn is None:
        return None
    return Figure(
        title=drawn.title,
        subtitle=drawn.subtitle,
        sentence=drawn.sentence,
        wide=drawn.wide,
        narrow=drawn.narrow,
        table=Table(caption=drawn.title, head=drawn.header, rows=drawn.rows),
        csv_url=look.url(f"{url}{FILE}"),
    )


def _drawn(matter: Matter) -> Drawn | None:
    told = days_of(matter)
    if told is None:
        return None
    return timeline(
        name="case",
        title=told.lead,
        sentence=told.rest,
        items=[_item(one) for one in told.milestones],
        report=told.published,
        known=matter.register.valid,
    )


def csv(matter: Matter) -> bytes:
    """The rows of its table, dates as ISO and days as numbers; a head alone where it has none."""
    told = days_of(matter)
    rows = () if told is None else _rows(told)
    return open_data.csv_bytes(COLUMNS, rows)


def days_of(matter: Matter) -> CaseDays | None:
    """The days of a case, worked out once while the register stands."""
    return matter.register.once((case_days, matter.theme.key), lambda: case_days(matter))


def _item(one: Milestone) -> TimelineItem:
    return TimelineItem(one.label, dates=one.dates, absent=one.absent, kind=one.kind)


def _rows(told: CaseDays) -> list[open_data.Row]:
    made: list[open_data.Row] = []
    for one in told.milestones:
        blank: open_data.Row = {
            "event": one.label,
            "date": None,
            "days_least": None,
            "days_most": None,
            "absent": one.absent.rstrip("."),
        }
        made += [
            {
                **blank,
                "date": stated,
                "days_least": (first_day(stated) - told.published).days,
                "days_most": (last_day(stated) - told.published).days,
            }
            for stated in one.dates
        ] or [blank]
    return made

"""Every component of the site with invented words: for whoever writes a page or changes a look."""

from dataclasses import dataclass, replace
from typing import Any

from answerable.operations.pages.forms import Choice, DateField, Field
from answerable.operations.pages.look import Look, banner
from answerable.operations.pages.paging import Pages, pages
from answerable.operations.pages.parts import (
    Card,
    FormError,
    Happening,
    Line,
    Link,
    Notice,
    Page,
    Quote,
    Row,
    RungView,
    Section,
    SourceItem,
    Table,
)
from answerable.vocabulary.language import marked

_SOURCE = Link(label="Report, 24 June 2025", url="#quote")
_LINE = Line(
    label=marked("Done"),
    words=marked("The force says it is done. Nobody else has checked yet."),
    state="delivered",
    sources=(_SOURCE,),
    adverse=True,
    reply_url="#line",
    mistake_url="#line",
)
STATES = (
    *(
        "promised",
        "delivered",
        "verified",
        "worked",
        "sustained",
        "too early",
        "no change",
    ),
    *("slipped back", "closed", "overdue", "moved", "withheld", "not known"),
)


@dataclass(frozen=True, kw_only=True)
class ComponentsPage(Page):
    """One sample of each; `about/components.html` shows them in order."""

    states: tuple[str, ...]
    line: Line
    lines: tuple[Line, ...]
    quote: Quote
    rungs: tuple[RungView, ...]
    cards: tuple[Card, ...]
    rows: tuple[Row, ...]
    table: Table
    events: tuple[Happening, ...]
    result: Notice
    wrong: tuple[FormError, ...]
    field: Field
    choice: Field
    date: DateField
    numbered: Pages | None
    listed: tuple[SourceItem, ...]
    next_steps: tuple[Link, ...]
    parts_of: tuple[dict[str, Any], ...]
    change: dict[str, str]
    stated: tuple[str, ...]
    section: tuple[Section, ...]


SAMPLES = ComponentsPage(
    title=marked("Components"),
    area="about",
    sentence=marked("Every part that pages are made of, once, with invented words."),
    crumbs=(Link(label=marked("About"), url="/about/"),),
    states=STATES,
    line=_LINE,
    lines=(_LINE,),
    quote=Quote(
        voice="inspectors",
        words="By 30 September 2025 the force should visit every shop that was robbed twice.",
        place=marked("page 12 of an invented report, 24 June 2025"),
        url="#quote",
    ),
    rungs=(
        RungView(name="Promised", state="reached", words=marked("Promised."), when="24 June 2025"),
        RungView(name="Delivered", state="part", words=marked("Half of the visits are made.")),
        RungView(name="Verified", state="not yet"),
        RungView(name="Worked", state="not known"),
    ),
    cards=(
        Card(
            title=marked("Said"),
            figure="3 of 6",
            words=marked("Somebody said that it will be done."),
        ),
        Card(
            title=marked("Done"),
            figure="2 of 6",
            words=marked("The force says it is done, or more."),
        ),
        Card(title=marked("Worked"), figure="1 of 6", words=marked("The outcome moved.")),
    ),
    rows=(
        Row(
            title="Recommendation 1, 24 June 2025",
            url="#rows",
            sentence=marked("Visit every shop that was robbed twice."),
            state="overdue",
            note=marked("Due 30 September 2025. No date was moved."),
        ),
    ),
    table=Table(
        caption=marked("Due dates, first and now"),
        head=(marked("Action"), marked("Due"), marked("Moved")),
        rows=((marked("Visit all shops"), "30 September 2025", "1"),),
        numeric=(2,),
    ),
    events=(
        Happening(
            date="March 2025", title=marked("Inspectors came"), by=marked("The inspectorate")
        ),
        Happening(date="24 June 2025", title=marked("The report was published"), source=_SOURCE),
        Happening(date=marked("Not known"), title=marked("The plan was adopted"), missing=True),
    ),
    result=Notice(title=marked("Recorded"), words=marked("The due date was moved, in entry 12.")),
    wrong=(FormError(words=marked("Give the day of the agreement"), target="sample-date"),),
    field=Field(name="sample", label="Reason", hint="One sentence.", rows=2),
    choice=Field(
        name="sample-choice",
        label=marked("Judgement"),
        choices=(
            Choice(value="assured", label=marked("Assured")),
            Choice(value="partly", label=marked("Assured in part")),
        ),
    ),
    date=DateField(
        name="sample-date", legend=marked("Day of the agreement"), error=marked("Give a day")
    ),
    numbered=pages(label=marked("Pages"), number=2, count=3, url=lambda _: "#pagination"),
    listed=(
        SourceItem(
            title=marked("An invented report"),
            url="#sources-sample",
            place=marked("Inspectorate of Anyshire Services, 24 June 2025, page 12"),
            anchored=marked("Anchored to the original"),
        ),
    ),
    next_steps=(
        Link(label=marked("Move a due date"), url="#actions", hint=marked("Asks who agreed.")),
    ),
    parts_of=(
        {"label": "Overview", "url": "#subnav", "current": True},
        {"label": "History", "url": "#subnav", "current": False},
    ),
    change={
        "field": "due",
        "by": "the governance officer",
        "at": "4 June 2025",
        "entry": "12",
        "url": "#places",
        "before": "30 June 2025",
    },
    stated=(marked("Two posts were vacant."),),
    section=(Section(title=marked("A section"), paragraphs=(marked("With a paragraph."),)),),
)
"""One sample of each; nothing of it is about a real body."""


def components(look: Look) -> ComponentsPage:
    """The page of them all."""
    return replace(SAMPLES, banner=banner("anyshire-police"), as_at=look.as_at())

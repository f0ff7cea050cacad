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

_SOURCE = Link(label="Report, 24 June 2025", url="#quote")
_LINE = Line(
    label="Done",
    words="The force says it is done. Nobody else has checked yet.",
    state="delivered",
    sources=(_SOURCE,),
    adverse=True,
    reply_url="#line",
    mistake_url="#line",
)
STATES = (
    *("promised", "delivered", "verified", "worked", "sustained", "too early", "no change"),
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
    title="Components",
    area="about",
    sentence="Every part that pages are made of, once, with invented words.",
    crumbs=(Link(label="About", url="/about/"),),
    states=STATES,
    line=_LINE,
    lines=(_LINE,),
    quote=Quote(
        voice="inspectors",
        words="By 30 September 2025 the force should visit every shop that was robbed twice.",
        place="page 12 of an invented report, 24 June 2025",
        url="#quote",
    ),
    rungs=(
        RungView(name="Promised", state="reached", words="Promised.", when="24 June 2025"),
        RungView(name="Delivered", state="part", words="Half of the visits are made."),
        RungView(name="Verified", state="not yet"),
        RungView(name="Worked", state="not known"),
    ),
    cards=(
        Card(title="Said", figure="3 of 6", words="Somebody said that it will be done."),
        Card(title="Done", figure="2 of 6", words="The force says it is done, or more."),
        Card(title="Worked", figure="1 of 6", words="The outcome moved."),
    ),
    rows=(
        Row(
            title="Recommendation 1, 24 June 2025",
            url="#rows",
            sentence="Visit every shop that was robbed twice.",
            state="overdue",
            note="Due 30 September 2025. No date was moved.",
        ),
    ),
    table=Table(
        caption="Due dates, first and now",
        head=("Action", "Due", "Moved"),
        rows=(("Visit all shops", "30 September 2025", "1"),),
        numeric=(2,),
    ),
    events=(
        Happening(date="March 2025", title="Inspectors came", by="The inspectorate"),
        Happening(date="24 June 2025", title="The report was published", source=_SOURCE),
        Happening(date="Not known", title="The plan was adopted", missing=True),
    ),
    result=Notice(title="Recorded", words="The due date was moved, in entry 12."),
    wrong=(FormError(words="Give the day of the agreement", target="sample-date"),),
    field=Field(name="sample", label="Reason", hint="One sentence.", rows=2),
    choice=Field(
        name="sample-choice",
        label="Judgement",
        choices=(
            Choice(value="assured", label="Assured"),
            Choice(value="partly", label="Partly assured"),
        ),
    ),
    date=DateField(name="sample-date", legend="Day of the agreement", error="Give a day"),
    numbered=pages(label="Pages", number=2, count=3, url=lambda n: f"#page-{n}"),
    listed=(
        SourceItem(
            title="An invented report",
            url="#sources-sample",
            place="Inspectorate of Anyshire Services, 24 June 2025, page 12",
            anchored="Anchored to the original",
        ),
    ),
    next_steps=(Link(label="Move a due date", url="#actions", hint="Asks who agreed."),),
    parts_of=(
        {"label": "Overview", "url": "#subnav", "current": True},
        {"label": "History", "url": "#subnav", "current": False},
    ),
    change={
        "field": "due",
        "by": "the governance officer",
        "at": "4 June 2025",
        "entry": "12",
        "url": "#who-changed",
        "before": "30 June 2025",
    },
    stated=("Two posts were vacant.",),
    section=(Section(title="A section", paragraphs=("With a paragraph.",)),),
)
"""One sample of each; nothing of it is about a real body."""


def components(look: Look) -> ComponentsPage:
    """The page of them all."""
    return replace(SAMPLES, banner=banner("anyshire-police"), as_at=look.as_at())

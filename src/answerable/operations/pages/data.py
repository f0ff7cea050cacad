"""The page of the open data: every table, what it means, and where its files are."""

from collections.abc import Iterable, Iterator

from answerable.operations import catalogue
from answerable.operations.data_tables import BY_NAME
from answerable.operations.pages.look import Look, banner
from answerable.operations.pages.parts import Aside, Cell, Link, Section, SectionsPage, Table
from answerable.publishing.open_data import Table as OpenTable
from answerable.store.reads import registers
from answerable.vocabulary.language import marked, say, say_many

SUBJECTS: dict[str, tuple[str, tuple[str, ...]]] = {
    "findings": (
        marked("Findings, and what was promised"),
        (
            *("findings", "actions", "steps", "news", "milestones", "resources", "links"),
            *("evidence", "changes"),
        ),
    ),
    "reports": (
        marked("Reports and replies"),
        ("reports", "inspections", "stages", "grades", "responses", "response-steps"),
    ),
    "sessions": (
        marked("Sessions"),
        (
            *("sessions", "forward-plan", "items", "questions", "answers", "papers", "minutes"),
            "assurance",
        ),
    ),
    "plans": (marked("Plans"), ("plans", "objectives", "judgements")),
    "partners": (marked("Partners and escalation"), ("partners", "agreements", "escalation")),
    "offices": (marked("Offices"), ("offices", "holdings")),
    "money": (marked("Money"), ("money", "services", "outputs")),
    "measures": (
        marked("Measures"),
        ("measures", "figures", "verdicts", "terms", "limits", "families"),
    ),
    "sources": (
        marked("Statements and sources"),
        ("claims", "details", "documents", "conflicts"),
    ),
}
"""Where a table stands on the page: by its subject, each once."""


def data(look: Look) -> SectionsPage:
    """Tables as files, for all bodies and for each, at the dates of the page."""
    return SectionsPage(
        title=say("Open data"),
        area="about",
        sentence=say(
            "Everything that is public here as files, for as long as you name the dates."
        ),
        banner=banner(),
        past=look.past(),
        as_at=look.as_at(),
        sections=(
            Section(
                title=say("Tables"),
                paragraphs=(
                    say(
                        "CSV for a spreadsheet or a reporting tool, JSON Lines for a "
                        "program. The addresses do not change. A row carries its source, "
                        "its quote and its page."
                    ),
                    say(
                        "The figures of all measures are one table. Those of one measure and "
                        "body are a CSV of their own too, with the limits of its control "
                        "chart: its address stands in the column “figures” of the table of "
                        "measures."
                    ),
                ),
                links=(
                    Link(
                        label=say("Dictionary of every column (CSV)"), url="/data/dictionary.csv"
                    ),
                    Link(
                        label=say("Package description (Frictionless)"),
                        url="/data/datapackage.json",
                    ),
                    Link(
                        label=say("Everything in one SQLite file, for Datasette and others"),
                        url=look.url("/data/answerable.sqlite"),
                    ),
                ),
            ),
            *_subjects(look),
            Section(
                title=say("About one body"),
                id="bodies",
                fold=say_many("{count} body", "{count} bodies", len(_named())),
                paragraphs=()
                if look.is_still
                else (say("Add ?body= and the id to any table; or take all of it at once."),),
                table=_bodies(look),
            ),
            _dates(look),
            Section(
                title=say("Feeds and calendars"),
                paragraphs=(
                    say(
                        "The news of a body (Atom), its deadlines and sessions stand in its row "
                        "above."
                    ),
                ),
                links=(
                    Link(
                        label=say("Corrections and mistakes (Atom)"), url="/corrections/feed.atom"
                    ),
                ),
            ),
        ),
        aside=(
            _spreadsheet(look),
            _program(look),
        ),
    )


def _dates(look: Look) -> Section:
    """How to ask for another date; a copy of plain files has one, and leads to the site."""
    if look.is_still:
        here = f"/data/?valid={look.on.isoformat()}"
        return Section(
            title=say("As at another date"),
            paragraphs=(
                say(
                    "This is a copy in plain files, as at one day. The site itself gives these "
                    "files as at any date, and about one body alone."
                ),
            ),
            links=(Link(label=say("Open data on the site itself"), url=here),),
        )
    return Section(
        title=say("As at another date"),
        items=(
            say("valid=2024-07-16: what was true on that day."),
            say("known=100: what the record held once entry 100 was in it."),
            say("said=2024-01-01: what sources had published by then."),
            say(
                "The same three dates always give the same bytes, except that a "
                "value that was removed by law or marked anew is gone from every "
                "date."
            ),
        ),
    )


def _spreadsheet(look: Look) -> Aside:
    letters = say("Add bom=1 to a CSV address if letters look wrong.")
    inert = say("Text that a spreadsheet would run as a formula has an apostrophe in front.")
    return Aside(
        title=say("For a spreadsheet"),
        paragraphs=(inert,) if look.is_still else (letters, inert),
        links=(Link(label=say("Packs to print, to edit or to count in"), url="/packs/"),),
    )


def _program(look: Look) -> Aside:
    tags = say(
        "Every file has an ETag: ask with If-None-Match and an unchanged one costs nothing."
    )
    return Aside(
        title=say("For a program"),
        links=(Link(label=say("JSON interface and its description"), url="/api/v1/openapi.json"),),
        paragraphs=() if look.is_still else (tags,),
    )


def _subjects(look: Look) -> Iterator[Section]:
    """The tables of each subject, closed at first: all of them are too long for a phone."""
    for name, (title, tables) in SUBJECTS.items():
        held = [BY_NAME[one] for one in tables]
        yield Section(
            title=title,
            id=name,
            fold=", ".join(table.title for table in held),
            table=_tables(look, title, held),
        )


def _tables(look: Look, subject: str, tables: Iterable[OpenTable]) -> Table:
    return Table(
        caption=say("{subject}: one row a thing, for all bodies", subject=subject),
        head=(say("Table"), say("What one row is"), "CSV", say("JSON Lines"), say("Parquet")),
        rows=tuple(
            (
                table.title,
                table.means,
                *(
                    Cell(words=f"{table.name}.{end}", url=look.url(f"/data/{table.name}.{end}"))
                    for end in ("csv", "jsonl", "parquet")
                ),
            )
            for table in tables
        ),
    )


def _named() -> list[str]:
    """The institutions of the record that the catalogue knows."""
    return [name for name in registers.institutions() if name in catalogue.bodies()]


def _bodies(look: Look) -> Table:
    return Table(
        caption=say("Bodies with anything on record"),
        head=(say("Body"), "Id", say("All of it"), say("News"), say("Deadlines")),
        rows=tuple(
            (
                catalogue.bodies()[name].name,
                name,
                Cell(words=f"{name}.json", url=look.url(f"/bodies/{name}.json")),
                Cell(words=f"{name}.atom", url=f"/bodies/{name}/feed.atom"),
                Cell(words=f"{name}.ics", url=f"/bodies/{name}/calendar.ics"),
            )
            for name in _named()
        ),
    )

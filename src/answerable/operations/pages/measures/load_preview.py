"""Load figures, second step: how the table is written, and what it then gives."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from answerable.operations.measures import evidence, uploads
from answerable.operations.measures.evidence_files.loading import HOME_OFFICE, OWN, ReadFile
from answerable.operations.measures.uploads import Asked
from answerable.operations.pages.forms import Choice, Field, Hidden, acting, carried
from answerable.operations.pages.look import Look
from answerable.operations.pages.measures import load_figures
from answerable.operations.pages.measures.comparators import name_of
from answerable.operations.pages.naming import body_words
from answerable.operations.pages.parts import Aside, FormError, Item, Link, Page, Table
from answerable.vocabulary.language import marked, say, say_many
from answerable.vocabulary.measures import Observation
from answerable.vocabulary.refusal import Refusal

SHOWN, SHOWN_REJECTS = 12, 30
KIND_WORDS = {
    OWN: marked("Our own columns: body_id, period_start, value"),
    "long": marked("One row for each body and period"),
    "wide": marked("One row for each body, one column for each period"),
    HOME_OFFICE: marked("The Home Office’s recorded crime open data"),
}
LABEL_WORDS = {
    "iso": "2025-12, 2025-12-01",
    "month-year": "Apr-23",
    "month-name": "April 2023",
    "day-month-year": "01/04/2023",
    "financial-year": "2017/18",
    "calendar-quarter": "2023 Q1",
    "financial-quarter": "2017/18 Q1",
    "year-ending": "2019-12",
}
PARTED_WORDS = {
    "comma": marked("Commas"),
    "semicolon": marked("Semicolons"),
    "semicolon-comma": marked("Semicolons, and numbers have a decimal comma: 5,5"),
    "tab": marked("Tabs"),
}


@dataclass(frozen=True, kw_only=True)
class PreviewPage(Page):
    """The shapes stand at the head of `figures/look.html`."""

    fields: tuple[Field, ...]
    hidden: tuple[Hidden, ...]
    action: str
    found: tuple[Item, ...]
    figures: Table | None
    rejects: Table | None
    rejects_url: str
    confirm: str
    keep: tuple[Hidden, ...]
    forget: str


def preview(
    look: Look, sha: str, query: Mapping[str, str], *, key: str, error: str = ""
) -> PreviewPage:
    """How the table is written as far as it is stated, and what it gives under that."""
    asked = load_figures.asked(query)
    measure = evidence.measure_named(asked.measure)
    errors = [FormError(words=error)] if error else []
    head: tuple[str, ...] = ()
    found: ReadFile | None = None
    there: int | None = None
    try:
        head = uploads.header(by=look.actor, body=asked.body, sha=sha, stated=asked.stated)
        if "kind" in query:
            found = uploads.look_at(by=look.actor, sha=sha, asked=asked)
            there = uploads.held_already(by=look.actor, asked=asked, found=found)
    except Refusal as refusal:
        errors.append(FormError(words=refusal.sentence))
    rows = found.loaded.rows if found else ()
    left = found.loaded.rejects if found else ()
    return PreviewPage(
        title=say("Check what the table gives"),
        area="bodies",
        sentence=_sentence(found, head),
        banner=acting(look, asked.body),
        as_at=look.as_at(),
        crumbs=(Link(label=load_figures.TITLE, url=load_figures.ADDRESS),),
        errors=tuple(errors),
        fields=_fields(query, head),
        hidden=carried(query, "measure", "body", "release", "released"),
        action=f"{load_figures.ADDRESS}{sha}/",
        found=tuple(_told(asked, rows, there)) if found else (),
        figures=_figures(rows) if rows else None,
        rejects=Table(
            caption=say_many(
                "{count} row or cell is left out", "{count} rows or cells are left out", len(left)
            ),
            head=(say("Row"), say("Column"), say("Text"), say("Why")),
            rows=tuple(
                (str(r.source_row), r.column[:40], r.text[:60], r.reason)
                for r in left[:SHOWN_REJECTS]
            ),
        )
        if left
        else None,
        rejects_url=load_figures.address(sha, query, "rejects.csv") if left else "",
        confirm=load_figures.address(sha, query) if rows and there is not None else "",
        keep=(
            Hidden(name="key", value=key),
            Hidden(name="seen", value=str(look.head.size - 1)),
        ),
        forget=load_figures.address(sha, query, "forget/"),
        aside=(
            Aside(
                title=say("This load"),
                facts=(
                    Item(label=say("Measure"), words=measure.title),
                    Item(label=say("On the record of"), words=body_words(asked.body)),
                    Item(label=say("Release"), words=asked.release.release_id),
                    Item(label="SHA-256", words=f"{sha[:16]}…"),
                ),
            ),
        ),
    )


def _sentence(found: ReadFile | None, head: Sequence[str]) -> str:
    if found is None:
        return (
            say_many(
                "The table has {count} column. State how it is written.",
                "The table has {count} columns. State how it is written.",
                len(head),
            )
            if head
            else say("The table cannot be read yet.")
        )
    count = len(found.loaded.rows)
    if not count:
        return say("As it is stated, the table gives no figure. Correct how it is written.")
    return say_many(
        "As it is stated, the table gives {count} figure.",
        "As it is stated, the table gives {count} figures.",
        count,
    )


def _fields(query: Mapping[str, str], head: Sequence[str]) -> tuple[Field, ...]:
    columns = tuple(Choice(value=name, label=name[:60]) for name in head[:60])
    optional = (Choice(value="", label=say("None")), *columns)

    def chosen(name: str, label: str, choices: tuple[Choice, ...], hint: str = "") -> Field:
        return Field(name=name, label=label, hint=hint, value=query.get(name, ""), choices=choices)

    def typed(name: str, label: str, hint: str, rows: int = 0) -> Field:
        return Field(name=name, label=label, hint=hint, value=query.get(name, ""), rows=rows)

    return (
        chosen("kind", say("The shape of the table"), _choices(KIND_WORDS)),
        chosen("column", say("Column that names the body"), optional),
        chosen(
            "by_name",
            say("How bodies are named"),
            (
                Choice(value="", label=say("By our ids, such as anyshire-police")),
                Choice(value="yes", label=say("By their names, such as Anyshire")),
            ),
        ),
        chosen("period", say("Column of the period (one row for each)"), optional),
        chosen("value", say("Column of the value or the numerator"), optional),
        chosen("denominator", say("Column of the denominator, if there is one"), optional),
        chosen(
            "period_label",
            say("How a period is written"),
            tuple(Choice(value=v, label=w) for v, w in LABEL_WORDS.items()),
        ),
        chosen("parted_by", say("Between the cells of a CSV stand"), _choices(PARTED_WORDS)),
        typed("sheet", say("Sheet of a workbook, if it has several"), ""),
        typed(
            "other",
            say("Columns that are neither body nor period"),
            say("Of a table with one column for each period; one on a line."),
            rows=2,
        ),
        typed(
            "missing",
            say("Marks of a missing figure"),
            say("Such as .. or n/a; one on a line."),
            rows=2,
        ),
        typed(
            "suppressed",
            say("Marks of a suppressed figure"),
            say("Such as *; one on a line."),
            rows=2,
        ),
    )


def _choices(words: Mapping[str, str]) -> tuple[Choice, ...]:
    return tuple(Choice(value=value, label=str(label)) for value, label in words.items())


def _told(asked: Asked, rows: Sequence[Observation], there: int | None) -> list[Item]:
    if not rows:
        return []
    bodies = sorted({row.body_id for row in rows})
    held = set(evidence.bodies_with(asked.measure))
    new = [name for name in bodies if name not in held]
    first, last = min(r.period_start for r in rows), max(r.period_end for r in rows)
    told = [
        Item(label=say("Figures"), words=f"{len(rows):,}"),
        Item(label=say("Without a value"), words=f"{sum(r.value is None for r in rows):,}"),
        Item(label=say("Periods"), words=f"{first.isoformat()} – {last.isoformat()}"),
        Item(label=say("Bodies"), words=_some([name_of(name) for name in bodies])),
    ]
    if there:
        told.append(Item(label=say("Held already, and the same"), words=f"{there:,}"))
    if new:
        words = _some([name_of(name) for name in new])
        told.append(Item(label=say("Bodies of which nothing was held"), words=words))
    return told


def _some(names: Sequence[str], most: int = 8) -> str:
    shown = ", ".join(names[:most])
    return shown + (f" (+ {len(names) - most:,})" if len(names) > most else "")


def _figures(rows: Sequence[Observation]) -> Table:
    return Table(
        caption=say("The first figures, as they would be kept"),
        head=(
            say("Row"),
            say("Body"),
            say("From"),
            say("Until before"),
            say("Value"),
            say("Flag"),
        ),
        rows=tuple(
            (
                str(row.source_row),
                name_of(row.body_id),
                row.period_start.isoformat(),
                row.period_end.isoformat(),
                say("missing") if row.value is None else f"{row.value:.9g}",
                row.flag,
            )
            for row in rows[:SHOWN]
        ),
        numeric=(0, 4),
    )

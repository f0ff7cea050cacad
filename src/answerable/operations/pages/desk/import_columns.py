"""Import, second step: what each column holds, over ten rows; who leads where several own."""

from collections.abc import Mapping
from dataclasses import dataclass

from answerable.operations.pages.desk import (
    import_leads,
    import_marks,
    import_notes,
    import_odd,
    import_sheets,
    import_statuses,
    import_year,
)
from answerable.operations.pages.desk.importing import TITLE, address
from answerable.operations.pages.forms import (
    Choice,
    Field,
    Hidden,
    acting,
)
from answerable.operations.pages.look import Look
from answerable.operations.pages.naming import body_words
from answerable.operations.pages.parts import Aside, FormError, Link, Page, Section, Table
from answerable.operations.plans import log_files, log_statuses
from answerable.operations.plans.log_compared import Asked
from answerable.operations.plans.log_files import Opened
from answerable.reading.actions.logs.log_labels import FIELDS
from answerable.vocabulary.language import marked, say
from answerable.vocabulary.times import in_words

SHOWN = 10
MEANINGS = {
    "ref": marked("Reference"),
    "rec": marked("Recommendation it answers"),
    "action": marked("Action"),
    "owner": marked("Owner"),
    "lead": marked("Lead"),
    "due": marked("Due date"),
    "revised": marked("Revised due date"),
    "rating": marked("Their own rating"),
    "status": marked("Status"),
    "update": marked("Update"),
    "raised": marked("Raised on"),
}


@dataclass(frozen=True, kw_only=True)
class ColumnsPage(Page):
    """Ten rows under what each column is taken to hold.

    `leads`: who leads where several own, what a status, a line or a colour means, and the year
    of quarters.
    """

    action: str
    hidden: tuple[Hidden, ...]
    columns: tuple[Field, ...]
    leads: tuple[Field, ...]
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    count: str
    odd: Table
    sheet: tuple[Section, ...]
    sheets: tuple[Field, ...]
    sheets_asked: str
    too: tuple[Field, ...]
    too_asked: str
    first: tuple[Section, ...]
    unread: tuple[Section, ...]


def columns(look: Look, document: str, about: Asked, *, error: str = "") -> ColumnsPage:
    """What each column holds, guessed or remembered, over the first ten rows."""
    log = log_files.opened(document)
    remembered = (
        say("as you confirmed them before") if log.remembered else say("a guess: correct them")
    )
    sheets = {f"more-{n}": import_sheets.named(one) for n, one in enumerate(log.more)}
    return ColumnsPage(
        title=say("Check what the columns hold"),
        area="plans",
        sentence=say(
            "{count} rows hold an action. The columns are {remembered}.",
            count=f"{len(log.rows):,}",
            remembered=remembered,
        ),
        banner=acting(look, about.institution),
        as_at=look.as_at(),
        notice=import_notes.own_date(look, log, about),
        crumbs=(Link(label=TITLE, url="/import/"),),
        errors=(FormError(words=error),) if error else (),
        action=address(document, about),
        hidden=(),
        columns=tuple(
            Field(
                name=f"{name}-{number}",
                label=say("“{label}” holds", label=label)
                if name == "column"
                else say("“{label}” holds, on {sheet}", label=label, sheet=sheets[name]),
                value=held.get(label, ""),
                choices=(
                    Choice(value="", label=say("Not read")),
                    *(Choice(value=field, label=MEANINGS[field]) for field in FIELDS),
                ),
            )
            for name, header, held in import_leads.parts(log)
            for number, label in enumerate(header)
        ),
        leads=(
            *import_leads.boxes(log),
            *import_statuses.boxes(log, about.institution),
            *import_marks.boxes(log),
            *import_year.box(log, about),
        ),
        head=(say("Cell"), *(MEANINGS[n] for n in FIELDS if n in log.columns.values())),
        rows=_preview(log),
        count=_first_rows(log),
        odd=import_odd.table(log, MEANINGS, about),
        sheet=import_sheets.section(log),
        sheets=import_sheets.box(log),
        sheets_asked=import_sheets.ASKED,
        too=import_sheets.ticks(log),
        too_asked=import_sheets.TOO_ASKED,
        first=(
            *import_notes.meaning(look, log, about),
            *import_notes.references(look, document, about, _nowhere(log, about)),
            *import_year.section(log, about),
            *import_statuses.section(log, about.institution),
            *import_marks.section(log),
            *import_odd.section(import_odd.statuses(log), log_statuses.said(about.institution)),
        ),
        unread=import_notes.unread(log),
        aside=(
            Aside(
                title=say("This file"),
                paragraphs=(
                    say(
                        "The log of {day} about {body}.",
                        day=in_words(about.dated.isoformat()),
                        body=body_words(about.institution),
                    ),
                    say("What you confirm is remembered for the next log with the same columns."),
                ),
            ),
        ),
    )


def lines(look: Look, document: str, about: Asked) -> tuple[str, ...]:
    """How the columns are taken and what is not read, for a terminal.

    Refused where nothing is known to hold the action: no row could be read.
    """
    log = log_files.opened(document)
    if "action" not in log.columns.values():
        raise log_files.NotALog(
            say(
                "No column is known to hold the action. The columns are {columns}. Say which: "
                "--column '{first}=action'.",
                columns=", ".join(f"“{label}”" for label in log.table.header),
                first=log.table.header[0],
            )
        )
    told = list(import_sheets.lines(log))
    told += [
        say("“{label}” holds: {meaning}", label=label, meaning=MEANINGS[name])
        for label, name in log.columns.items()
    ]
    left = [label for label in log.table.header if label not in log.columns]
    if left:
        told.append(say("Not read: {columns}.", columns=", ".join(f"“{one}”" for one in left)))
    if notice := import_notes.own_date(look, log, about):
        told.append(notice.words)
    told += [section.paragraphs[0] for section in import_year.section(log, about)]
    told += import_leads.lines(log)
    told += import_statuses.lines(log, about.institution)
    told += import_marks.lines(log)
    told += import_odd.status_lines(log, log_statuses.said(about.institution))
    told += [
        say("Not an action, {address}: {words}", address=row.address, words=row.words)
        for row in log.unread
        if row.why != "heading"
    ]
    return tuple(told)


def chosen_columns(log: Opened, posted: Mapping[str, str]) -> dict[str, str]:
    """Label -> meaning, as it was chosen."""
    pairs = (
        (label, posted.get(f"column-{number}", ""))
        for number, label in enumerate(log.table.header)
    )
    return {label: name for label, name in pairs if name}


def chosen_more(log: Opened, posted: Mapping[str, str]) -> dict[str, dict[str, str]]:
    """Where another table begins -> label -> meaning, of each that is read too and was posted."""
    return {
        one.place: {
            label: meaning
            for number, label in enumerate(one.table.header)
            if (meaning := posted.get(f"more-{n}-{number}", ""))
        }
        for n, one in enumerate(log.more)
        if f"more-{n}-0" in posted
    }


def _preview(log: Opened) -> tuple[tuple[str, ...], ...]:
    names = [n for n in FIELDS if n in log.columns.values()]
    return tuple(
        (row.cells["action"].address, *(row.words(name) or "" for name in names))
        for row in log.rows[:SHOWN]
    )


def _nowhere(log: Opened, about: Asked) -> list[str]:
    """What rows name while no report is chosen; with a report, the difference says it."""
    return [] if about.report else [words for row in log.rows if (words := row.words("rec"))]


def _first_rows(log: Opened) -> str:
    shown = min(SHOWN, len(log.rows))
    return say("The first {shown} of {count} rows.", shown=shown, count=f"{len(log.rows):,}")

"""Import an action log: hand it in, say what its columns hold, confirm the difference."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from urllib.parse import urlencode

from answerable.operations import access, action_log, catalogue, people
from answerable.operations.action_log import Asked, NotALog, Opened
from answerable.operations.desk.rows import institutions
from answerable.operations.pages.forms import (
    Choice,
    DateField,
    Field,
    Hidden,
    acting,
    read_only,
)
from answerable.operations.pages.look import Look
from answerable.operations.pages.naming import body_words
from answerable.operations.pages.parts import Aside, FormError, Link, Page, Section, SectionsPage
from answerable.operations.pages.parts import Row as Line
from answerable.reading.log_rows import FIELDS, owners
from answerable.scrutiny.action_log import EVERY_OTHER, Agreed, Change, Kind
from answerable.scrutiny.matter import report_of
from answerable.store import registers
from answerable.vocabulary import times
from answerable.vocabulary.access import Actor
from answerable.vocabulary.facts import FindingPublished
from answerable.vocabulary.times import in_words

TITLE = "Import an action log"
SHOWN, MOST_MOVED, MOST_LISTED = 10, 200, 100
MEANINGS = {
    "ref": "Reference",
    "rec": "Recommendation it answers",
    "action": "Action",
    "owner": "Owner",
    "lead": "Lead",
    "due": "Due date",
    "rating": "The force’s own rating",
    "status": "Status",
    "update": "Update",
    "raised": "Raised on",
}


@dataclass(frozen=True, kw_only=True)
class UploadPage(Page):
    """The shapes stand at the head of `importing/upload.html`."""

    fields: tuple[Field, ...]
    dates: tuple[DateField, ...]


@dataclass(frozen=True, kw_only=True)
class ColumnsPage(Page):
    """Ten rows under what each column is taken to hold, and who leads where several own."""

    action: str
    hidden: tuple[Hidden, ...]
    columns: tuple[Field, ...]
    leads: tuple[Field, ...]
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    count: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MovedRow:
    """A moved date: its row, both dates, and the two boxes."""

    title: str
    words: str
    who: Field
    why: Field


@dataclass(frozen=True, kw_only=True)
class DifferencePage(Page):
    """What is new, changed, gone and the same; moved dates ask who agreed and why."""

    action: str
    hidden: tuple[Hidden, ...]
    counts: tuple[tuple[str, str], ...]
    everyone: tuple[Field, ...]
    moved: tuple[MovedRow, ...]
    sections: tuple[Section, ...]
    button: str
    forget: str


def may(look: Look) -> bool:
    """May whoever looks import a log?"""
    return access.may(look.actor, "import_action_log")


def first_institution(by: Actor, *, at: datetime) -> str:
    """The institution that an office answers for; the first where there are several."""
    every = institutions(Look(at=at, actor=by))
    if not every:
        raise NotALog("The record holds no institution. Name it: --institution.")
    return every[0]


def closed(look: Look) -> SectionsPage:
    """Nobody imports as a reader, nor from another machine."""
    return read_only(
        look,
        title=TITLE,
        more=Section(
            title="Who imports",
            paragraphs=(
                "An office that may import an action log, on the machine that the record is on.",
            ),
            links=(Link(label="Choose an office", url="/roles/?next=/import/"),),
        ),
    )


def upload(look: Look, *, posted: Mapping[str, str] | None = None, error: str = "") -> UploadPage:
    """Hand in a file, or cells pasted from a sheet."""
    values = posted or {}
    every = institutions(look)
    day = look.today
    return UploadPage(
        title=TITLE,
        area="plans",
        sentence="Nothing is written until you have seen and confirmed the difference.",
        banner=acting(look),
        as_at=look.as_at(),
        errors=(FormError(words=error, target="file"),) if error else (),
        fields=(
            Field(
                name="body",
                label="Whose log it is",
                value=values.get("body", every[0] if every else ""),
                choices=tuple(Choice(value=b, label=body_words(b)) for b in every),
            ),
            Field(
                name="report",
                label="Report that its short numbers mean (you may leave it)",
                hint="R1 is then recommendation 1 of that report, A2 its area for improvement 2.",
                value=values.get("report", ""),
                choices=(Choice(value="", label="None"), *_reports(every)),
            ),
        ),
        dates=(
            DateField(
                name="dated",
                legend="Date of the log",
                hint="The day on which the log was as it is. What it says counts from then.",
                day=values.get("dated-day", str(day.day)),
                month=values.get("dated-month", str(day.month)),
                year=values.get("dated-year", str(day.year)),
            ),
        ),
        aside=(
            Aside(
                title="What is read",
                paragraphs=(
                    "XLSX, ODS and CSV, one row an action under a row of column names. Titles "
                    "above it, mixed dates, TBC and several owners are fine.",
                    "Their red, amber or green stays their own rating. “Complete” becomes "
                    "“they say it is done”, and nothing more.",
                    "A second import is a difference: nothing is overwritten.",
                ),
            ),
        ),
    )


def dated(posted: Mapping[str, str]) -> date:
    """The date of the log as it was typed."""
    try:
        parts = (int(posted.get(f"dated-{part}", "")) for part in ("year", "month", "day"))
        return date(*parts)
    except ValueError:
        raise NotALog("The date of the log must be a day in a month.") from None


def asked(query: Mapping[str, str]) -> Asked:
    """About whom, of which date and which report: the part of an address that stays."""
    return Asked(
        institution=query.get("body", ""),
        dated=times.day(query.get("dated", ""), what="date of the log"),
        report=query.get("report", ""),
    )


def address(document: str, about: Asked, step: str = "") -> str:
    """The address of a step of the import of one file."""
    parts = {"body": about.institution, "dated": about.dated.isoformat(), "report": about.report}
    return f"/import/{document}/{step}?{urlencode({k: v for k, v in parts.items() if v})}"


def columns(look: Look, document: str, about: Asked, *, error: str = "") -> ColumnsPage:
    """What each column holds, guessed or remembered, over the first ten rows."""
    log = action_log.opened(document)
    remembered = "as you confirmed them before" if log.remembered else "a guess: correct them"
    return ColumnsPage(
        title="Check what the columns hold",
        area="plans",
        sentence=f"{len(log.rows):,} rows hold an action. The columns are {remembered}.",
        banner=acting(look, about.institution),
        as_at=look.as_at(),
        crumbs=(Link(label=TITLE, url="/import/"),),
        errors=(FormError(words=error),) if error else (),
        action=address(document, about),
        hidden=(),
        columns=tuple(
            Field(
                name=f"column-{number}",
                label=f"“{label}” holds",
                value=log.columns.get(label, ""),
                choices=(
                    Choice(value="", label="Not read"),
                    *(Choice(value=name, label=MEANINGS[name]) for name in FIELDS),
                ),
            )
            for number, label in enumerate(log.table.header)
        ),
        leads=_leads(log),
        head=("Cell", *(MEANINGS[n] for n in FIELDS if n in log.columns.values())),
        rows=_preview(log),
        count=_left_out(log),
        aside=(
            Aside(
                title="This file",
                paragraphs=(
                    f"The log of {in_words(about.dated.isoformat())} about "
                    f"{body_words(about.institution)}.",
                    "What you confirm is remembered for the next log with the same columns.",
                ),
            ),
        ),
    )


def chosen_columns(log: Opened, posted: Mapping[str, str]) -> dict[str, str]:
    """Label -> meaning, as it was chosen."""
    pairs = (
        (label, posted.get(f"column-{number}", ""))
        for number, label in enumerate(log.table.header)
    )
    return {label: name for label, name in pairs if name}


def chosen_leads(log: Opened, posted: Mapping[str, str]) -> dict[str, str]:
    """Words with several owners -> who leads, where somebody said."""
    pairs = ((words, posted.get(f"lead-{n}", "")) for n, words in enumerate(log.shared))
    return {words: lead for words, lead in pairs if lead}


def difference(
    look: Look,
    document: str,
    about: Asked,
    *,
    key: str,
    posted: Mapping[str, str] | None = None,
    error: str = "",
) -> DifferencePage:
    """New, changed, gone, same; and for each moved date who agreed and why."""
    values = posted or {}
    changes = action_log.difference(by=look.actor, on=look.today, document=document, asked=about)
    counts = Counter(change.kind for change in changes)
    moved = [c for c in changes if c.moved and c.moved.later]
    writes = counts["new"] + counts["changed"]
    offices = _offices(about.institution)
    return DifferencePage(
        title="What this log would change",
        area="plans",
        sentence=(
            f"{counts['new']:,} new, {counts['changed']:,} changed, {counts['gone']:,} gone, "
            f"{counts['same']:,} the same. Nothing is written yet."
        ),
        banner=acting(look, about.institution),
        as_at=look.as_at(),
        crumbs=(
            Link(label=TITLE, url="/import/"),
            Link(label="Columns", url=address(document, about)),
        ),
        errors=(FormError(words=error),) if error else (),
        action=address(document, about, "difference/"),
        hidden=(
            Hidden(name="key", value=values.get("key") or key),
            Hidden(name="seen", value=str(look.head.size - 1)),
        ),
        counts=tuple((name.capitalize(), f"{counts[name]:,}") for name in _ORDER),
        everyone=_boxes(
            EVERY_OTHER, values, offices, "every moved date below that has none of its own"
        )
        if moved
        else (),
        moved=tuple(_moved(c, values, offices) for c in moved[:MOST_MOVED]),
        sections=_sections(changes),
        button=f"Record these {writes:,} rows" if writes else "Record that this log says the same",
        forget=address(document, about, "forget/"),
        aside=(
            Aside(
                title="What will be written",
                paragraphs=(
                    "A new row: a promise, with its cell. A changed row: news in the log’s own "
                    "words. A moved date: only where an office and a reason stand; else the "
                    "date stays and you are asked again next time.",
                    "A row that is gone stays on the register until somebody says what became "
                    "of it.",
                    "All of it is written together, or nothing.",
                ),
            ),
        ),
    )


def agreements(posted: Mapping[str, str]) -> dict[str, Agreed]:
    """Stream, or all others -> who agreed and why; a half-filled pair is refused in words."""
    found = {}
    for name in (key.removeprefix("who-") for key in posted if key.startswith("who-")):
        pair = (posted[f"who-{name}"].strip(), posted.get(f"why-{name}", "").strip())
        if all(pair):
            found[name] = Agreed(*pair)
        elif any(pair):
            raise NotALog(
                f"{name.rpartition('/')[2]}: a moved date needs both, which office agreed and "
                "why. Fill in both, or leave both empty and the date stays."
            )
    return found


def done(look: Look, about: Asked, *, first: int, count: int) -> SectionsPage:
    """What was written."""
    return SectionsPage(
        title="The log is on the record",
        area="plans",
        sentence=(
            f"{count:,} entries were written, the first of them {first:,}."
            if count
            else "It was on the record already."
        ),
        banner=acting(look, about.institution),
        as_at=look.as_at(),
        sections=(
            Section(
                title="Where to go on",
                links=(
                    Link(label="The register", url=f"/plans/?body={about.institution}"),
                    Link(label="Actions without a date", url="/plans/?view=no-date"),
                    Link(label="My week", url="/week/"),
                    Link(
                        label="The same log as XLSX, with what changed",
                        url=f"/plans/{about.institution}/log.xlsx",
                    ),
                    Link(label="The first entry", url=f"/history/entry/{first}/"),
                ),
            ),
        ),
    )


def lines(changes: Sequence[Change]) -> tuple[str, ...]:
    """A difference for a terminal."""
    counts = Counter(change.kind for change in changes)
    told = [", ".join(f"{counts[name]:,} {name}" for name in _ORDER)]
    for change in changes:
        if change.kind == "same":
            continue
        told.append(f"{change.kind}  {change.address}  {change.ref or ''}  {change.text}")
        told += [f"    {words}" for words in _what(change)]
    return tuple(told)


_ORDER: tuple[Kind, ...] = ("new", "changed", "gone", "same")


def _reports(every: Sequence[str]) -> tuple[Choice, ...]:
    found: dict[str, date] = {}
    for institution in every:
        for version in registers.history(institution).of_types(FindingPublished):
            name = report_of(version.fact.stream)
            day = version.fact.valid.start
            found[name] = min(day, found.get(name, day))
    latest = sorted(found, key=lambda name: (found[name], name), reverse=True)
    return tuple(
        Choice(value=name, label=f"{in_words(found[name].isoformat())}: {name}") for name in latest
    )


def _leads(log: Opened) -> tuple[Field, ...]:
    known = action_log.leads()
    return tuple(
        Field(
            name=f"lead-{number}",
            label=f"Who leads where the log says “{words}”",
            hint="Both stay in the log’s words; the register shows one.",
            value=known.get(words, ""),
            choices=(
                Choice(value="", label="Leave it as it is written"),
                *(Choice(value=name, label=name) for name in owners(words)),
            ),
        )
        for number, words in enumerate(log.shared)
    )


def _preview(log: Opened) -> tuple[tuple[str, ...], ...]:
    names = [n for n in FIELDS if n in log.columns.values()]
    return tuple(
        (row.cells["action"].address, *(row.words(name) or "" for name in names))
        for row in log.rows[:SHOWN]
    )


def _left_out(log: Opened) -> str:
    shown = min(SHOWN, len(log.rows))
    told = f"The first {shown} of {len(log.rows):,} rows."
    empty = len(log.table.blocks) - len(log.rows)
    told += f" {empty:,} rows hold no action and are not read." if empty else ""
    other = log.table.left_out
    return told + (f" {other:,} rows of other tables are not read." if other else "")


def _boxes(
    name: str, values: Mapping[str, str], offices: tuple[Choice, ...], about: str
) -> tuple[Field, Field]:
    return (
        Field(
            name=f"who-{name}",
            label=f"Which office agreed: {about}",
            value=values.get(f"who-{name}", ""),
            choices=(Choice(value="", label="Not said: the date stays"), *offices),
        ),
        Field(name=f"why-{name}", label=f"Why: {about}", value=values.get(f"why-{name}", "")),
    )


def _moved(change: Change, values: Mapping[str, str], offices: tuple[Choice, ...]) -> MovedRow:
    who, why = _boxes(change.stream, values, offices, change.ref or change.address)
    return MovedRow(
        title=f"{change.ref or ''} {change.text}".strip(),
        words=_move_words(change),
        who=who,
        why=why,
    )


def _offices(institution: str) -> tuple[Choice, ...]:
    bodies = (institution, catalogue.oversight_of(institution))
    known = {o.id: o.title for o in catalogue.offices().values() if o.body in bodies}
    for name, words in people.offices():
        body, _, post = name.partition("/")
        if body in bodies:
            known.setdefault(post, words)
    return tuple(Choice(value=name, label=words) for name, words in known.items())


def _sections(changes: Sequence[Change]) -> tuple[Section, ...]:
    titles = {"new": "New", "changed": "Changed", "gone": "Gone from the log"}
    made = []
    for kind, title in titles.items():
        mine = [c for c in changes if c.kind == kind]
        if not mine:
            continue
        more = len(mine) - MOST_LISTED
        made.append(
            Section(
                title=f"{title}: {len(mine):,}",
                id=kind,
                rows=tuple(_line(change) for change in mine[:MOST_LISTED]),
                paragraphs=(f"{more:,} more are not listed here.",) if more > 0 else (),
            )
        )
    return tuple(made)


def _line(change: Change) -> Line:
    held = change.kind != "new"
    return Line(
        title=f"{change.ref or ''} {change.text}".strip(),
        url=f"/findings/{change.stream}/" if held else "",
        sentence=" ".join(_what(change)),
        note=f"Cell {change.address}",
    )


def _what(change: Change) -> list[str]:
    entry = change.entry
    told = [f"{words}." for words in change.what]
    if change.moved:
        told.append(_move_words(change))
    if change.newly_done:
        told.append("They say that it is done.")
    if change.kind == "new" and entry is not None:
        told.append(f"Owner: {entry.owner}." if entry.owner else "No owner.")
        due = entry.cells.get("due")
        read = in_words(entry.due) if entry.due else "no date"
        told.append(f"Due: {read}." if due in (None, entry.due) else f"Due: {read} (“{due}”).")
    return told


def _move_words(change: Change) -> str:
    if change.moved is None:
        return ""
    before = in_words(change.moved.before) if change.moved.before else "no date"
    now = in_words(change.moved.now)
    if change.moved.later:
        return f"Due date: {before} on the register, {now} in the log."
    return (
        f"Due date: {before} on the register, {now} in the log, which is earlier. It is not "
        "moved: correct the entry if it was written down wrongly."
    )

"""Import an action log, first and last step: hand it in; what was written."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from urllib.parse import urlencode

from answerable.operations import access
from answerable.operations.desk.rows import institutions
from answerable.operations.documents.confirm import subject_in_reference
from answerable.operations.pages.forms import (
    Choice,
    DateField,
    Field,
    acting,
    read_only,
)
from answerable.operations.pages.look import Look
from answerable.operations.pages.naming import body_words
from answerable.operations.pages.parts import Aside, FormError, Link, Page, Section, SectionsPage
from answerable.operations.plans.action_log import Asked, NotALog
from answerable.scrutiny.matter import report_of
from answerable.store.reads import registers
from answerable.vocabulary import times
from answerable.vocabulary.access import Actor
from answerable.vocabulary.facts import DocumentFiled, FindingPublished
from answerable.vocabulary.language import marked, say
from answerable.vocabulary.times import in_words

TITLE = marked("Import an action log")


@dataclass(frozen=True, kw_only=True)
class UploadPage(Page):
    """The shapes stand at the head of `importing/upload.html`."""

    fields: tuple[Field, ...]
    dates: tuple[DateField, ...]


def may(look: Look) -> bool:
    """May whoever looks import a log?"""
    return access.may(look.actor, "import_action_log")


def first_institution(by: Actor, *, at: datetime) -> str:
    """The institution that an office answers for; the first where there are several."""
    every = institutions(Look(at=at, actor=by))
    if not every:
        raise NotALog(say("The record holds no institution. Name it: --institution."))
    return every[0]


def closed(look: Look) -> SectionsPage:
    """Nobody imports as a reader, nor from another machine."""
    return read_only(
        look,
        title=TITLE,
        more=Section(
            title=say("Who imports"),
            paragraphs=(
                say(
                    "An office that may import an action log, on the machine that "
                    "the record is on."
                ),
            ),
            links=(Link(label=say("Choose an office"), url="/roles/?next=/import/"),),
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
        sentence=say("Nothing is written until you have seen and confirmed the difference."),
        banner=acting(look),
        as_at=look.as_at(),
        errors=(FormError(words=error, target="file"),) if error else (),
        fields=(
            Field(
                name="body",
                label=say("Whose log it is"),
                value=values.get("body", every[0] if every else ""),
                choices=tuple(Choice(value=b, label=body_words(b)) for b in every),
            ),
            Field(
                name="report",
                label=say("Report that its short numbers mean (you may leave it)"),
                hint=say(
                    "R1 is then recommendation 1 of that report, A2 its area for improvement 2."
                ),
                value=values.get("report", ""),
                choices=(Choice(value="", label=say("None")), *_reports(every)),
            ),
        ),
        dates=(
            DateField(
                name="dated",
                legend=say("Date of the log"),
                hint=say("The day on which the log was as it is. What it says counts from then."),
                day=values.get("dated-day", str(day.day)),
                month=values.get("dated-month", str(day.month)),
                year=values.get("dated-year", str(day.year)),
            ),
        ),
        aside=(
            Aside(
                title=say("What is read"),
                paragraphs=(
                    say(
                        "XLSX, ODS and CSV, one row an action under a row of column "
                        "names. Titles above it, mixed dates, TBC and several owners are "
                        "fine."
                    ),
                    say(
                        "Their red, amber or green stays their own rating. “Complete” "
                        "becomes “they say it is done”, and nothing more."
                    ),
                    say("A second import is a difference: nothing is overwritten."),
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
        raise NotALog(say("The date of the log must be a day in a month.")) from None


def asked(query: Mapping[str, str]) -> Asked:
    """About whom, of which date and which report: the part of an address that stays."""
    return Asked(
        institution=query.get("body", ""),
        dated=times.day(query.get("dated", ""), what=say("date of the log")),
        report=query.get("report", ""),
    )


def address(document: str, about: Asked, step: str = "") -> str:
    """The address of a step of the import of one file."""
    parts = {"body": about.institution, "dated": about.dated.isoformat(), "report": about.report}
    return f"/import/{document}/{step}?{urlencode({k: v for k, v in parts.items() if v})}"


def done(look: Look, about: Asked, *, first: int, count: int) -> SectionsPage:
    """What was written."""
    return SectionsPage(
        title=say("The log is on the record"),
        area="plans",
        sentence=(
            say(
                "{count} entries were written, the first of them {first}.",
                count=f"{count:,}",
                first=f"{first:,}",
            )
            if count
            else say("It was on the record already.")
        ),
        banner=acting(look, about.institution),
        as_at=look.as_at(),
        sections=(
            Section(
                title=say("Where to go on"),
                links=(
                    Link(label=say("The register"), url=f"/plans/?body={about.institution}"),
                    Link(label=say("Actions without a date"), url="/plans/?view=no-date"),
                    Link(label=say("My week"), url="/week/"),
                    Link(
                        label=say("The same log as XLSX, with what changed"),
                        url=f"/plans/{about.institution}/log.xlsx",
                    ),
                    Link(label=say("The first entry"), url=f"/history/entry/{first}/"),
                ),
            ),
        ),
    )


def _reports(every: Sequence[str]) -> tuple[Choice, ...]:
    """The latest first, by day and title; without a title by its reference."""
    found: dict[str, date] = {}
    titles: dict[str, str] = {}
    for institution in every:
        history = registers.history(institution)
        for filed in history.of_types(DocumentFiled):
            title = str(filed.fact.get("title") or "")
            titles.setdefault(subject_in_reference(title), title)
        for version in history.of_types(FindingPublished):
            name = report_of(version.fact.stream)
            day = version.fact.valid.start
            found[name] = min(day, found.get(name, day))
    latest = sorted(found, key=lambda name: (found[name], name), reverse=True)
    return tuple(
        Choice(
            value=name,
            label=f"{in_words(found[name].isoformat())}: "
            f"{titles.get(name.rpartition('/')[2]) or name}",
        )
        for name in latest
    )

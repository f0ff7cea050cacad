"""Import an action log, first and last step: hand it in; what was written, what was not read."""

from collections.abc import Mapping
from dataclasses import dataclass

from answerable.operations.desk.rows import institutions
from answerable.operations.pages import days
from answerable.operations.pages.desk import (
    import_after,
    import_left,
    import_notes,
    import_sheets,
    import_totals,
)
from answerable.operations.pages.desk.importing import DATED, TITLE
from answerable.operations.pages.forms import Choice, DateField, Field, acting
from answerable.operations.pages.look import Look
from answerable.operations.pages.naming import body_words
from answerable.operations.pages.parts import Aside, FormError, Link, Page, Section, SectionsPage
from answerable.operations.plans import log_files
from answerable.operations.plans.log_compared import NO_REPORT, Asked
from answerable.vocabulary.language import say


@dataclass(frozen=True, kw_only=True)
class UploadPage(Page):
    """The shapes stand at the head of `importing/upload.html`."""

    fields: tuple[Field, ...]
    dates: tuple[DateField, ...]


def upload(look: Look, *, posted: Mapping[str, str] | None = None, error: str = "") -> UploadPage:
    """Hand in a file, or cells pasted from a sheet."""
    values = posted or {}
    every = institutions(look)
    known = import_notes.reports(every)
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
                hint=_hint(known),
                value=values.get("report", ""),
                choices=(
                    Choice(value="", label=say("The one of the last log; at first none")),
                    Choice(value=NO_REPORT, label=say("None")),
                    *(Choice(value=name, label=one.label) for name, one in known.items()),
                ),
            ),
        ),
        dates=(days.sent(days.of_day(DATED, look.today.isoformat()), values),),
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


def done(look: Look, document: str, about: Asked, *, first: int, count: int) -> SectionsPage:
    """What was written: how many actions of the log, in how many entries."""
    log = log_files.opened(document)
    stands = import_after.after(look, document, about)
    rows = stands.rows
    return SectionsPage(
        title=say("The log is on the record"),
        area="plans",
        sentence=(
            say(
                "{rows} rows of the log hold an action, and each is on the register. For what "
                "is new or changed {count} entries were written, the first of them {first}: an "
                "action takes several where the log says how it stands or what it answers.",
                rows=f"{rows:,}",
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
                    Link(
                        label=say("Actions without a date"),
                        url=f"/plans/?body={about.institution}&view=no-date&kind=action",
                    ),
                    Link(label=say("My week"), url="/week/"),
                    Link(
                        label=say("The same log as XLSX, with what changed"),
                        url=f"/plans/{about.institution}/log.xlsx",
                    ),
                    Link(label=say("The first entry"), url=f"/history/entry/{first}/"),
                ),
            ),
            *import_totals.sections(stands),
            *import_left.section(stands.left, about),
            *import_notes.references(look, document, about, stands.nowhere),
            *import_sheets.section(log),
            *import_notes.unread(log),
        ),
    )


def _hint(known: Mapping[str, import_notes.Report]) -> str:
    words = say("R1 is then recommendation 1 of that report, A2 its area for improvement 2.")
    if known:
        return words
    return say(
        "{words} No report is on the record yet: if the log names recommendations, hand in the "
        "report first, or import the log again with it later.",
        words=words,
    )

"""Import an action log: who may, about whom and of which day, and the addresses of its steps."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from urllib.parse import urlencode

from answerable.operations import access
from answerable.operations.desk.rows import institutions
from answerable.operations.pages import days
from answerable.operations.pages.forms import DateField, read_only
from answerable.operations.pages.look import Look
from answerable.operations.pages.parts import Link, Section, SectionsPage
from answerable.operations.plans.log_compared import Asked
from answerable.operations.plans.log_files import NotALog
from answerable.vocabulary import times
from answerable.vocabulary.access import Actor
from answerable.vocabulary.language import marked, say
from answerable.vocabulary.times import first_day

TITLE = marked("Import an action log")
YEAR = len("2026")


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


DATED = DateField(
    name="dated",
    legend=marked("Date of the log"),
    hint=marked("The day on which the log was as it is. What it says counts from then."),
)


def dated(posted: Mapping[str, str], *, today: date) -> date:
    """The date of the log as it was typed; no log tells of a day that is still to come."""
    return first_day(days.given(DATED, posted, latest=today))


def no_report(data: bytes) -> None:
    """Refuse a PDF: an action log is a sheet, and a report is handed in elsewhere."""
    if data.startswith(b"%PDF-"):
        raise NotALog(
            say(
                "This is a PDF, and an action log is a sheet: XLSX, ODS or CSV. Hand a report in "
                "at “Hand in a report”; it is in the menu “To confirm”."
            )
        )


def asked(query: Mapping[str, str]) -> Asked:
    """About whom, of which date and which report: the part of an address that stays."""
    return Asked(
        institution=query.get("body", ""),
        dated=times.day(query.get("dated", ""), what=say("date of the log")),
        report=query.get("report", ""),
        against=query.get("against", ""),
        year=_year(query.get("year", "")),
    )


def of_year(about: Asked, posted: Mapping[str, str]) -> Asked:
    """With the year that was chosen for the quarters of the log, where it was asked for."""
    return replace(about, year=_year(posted["year"])) if "year" in posted else about


def _year(typed: str) -> int:
    """The year in whose April the financial year of the quarters begins; 0 where none is said."""
    if not typed:
        return 0
    if not (len(typed) == YEAR and typed.isascii() and typed.isdigit() and times.is_year(typed)):
        raise NotALog(
            say("“{year}” is no year that quarters can be of. Choose one.", year=typed[:10])
        )
    return int(typed)


def address(document: str, about: Asked, step: str = "") -> str:
    """The address of a step of the import of one file."""
    parts = {
        "body": about.institution,
        "dated": about.dated.isoformat(),
        "report": about.report,
        "against": about.against,
        "year": str(about.year or ""),
    }
    return f"/import/{document}/{step}?{urlencode({k: v for k, v in parts.items() if v})}"

"""Commands of the register and the action log: register, import, export-log."""

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from answerable.cli import door
from answerable.cli.changing import BadOption, file_bytes, who


def register(app: typer.Typer) -> None:
    """Add the commands of this subject."""
    app.command(name="register")(register_rows)
    app.command(name="import")(import_log)
    app.command(name="export-log")(export_log)


def register_rows(
    body: Annotated[str, typer.Argument(help="An institution; default: the first.")] = "",
    *,
    view: Annotated[
        str, typer.Option("--view", help="overdue, slipping, unproven, no-owner, no-date or gaps.")
    ] = "",
    sort: Annotated[str, typer.Option("--sort", help="due, owner, reference, state, words.")] = "",
    csv: Annotated[bool, typer.Option("--csv", help="Print the rows as CSV.")] = False,
    by: door.By = None,
    valid: door.Valid = None,
    known: door.Known = None,
    said: door.Said = None,
    home: door.Home = None,
    as_json: door.Json = False,
) -> None:
    """List every finding and action: words, owner, due, said, done, worked."""
    with door.shown_refusals():
        from answerable.operations.pages.desk import register as pages
        from answerable.operations.pages.look import Look

        look = Look(
            at=door.now(),
            actor=door.actor(by),
            valid=door.day(valid, what="valid date"),
            known=known,
            said=door.day(said, what="said date"),
        )
        query = {"body": body, "view": view, "sort": sort}
        if csv:
            door.out_bytes(pages.data(look, query)[1].encode())
        else:
            door.say(pages.lines(look, query), as_json=as_json)


def import_log(
    file: Annotated[Path, typer.Argument(help="XLSX, ODS or CSV.", metavar="FILE")],
    *,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Show the difference; record nothing.")
    ] = False,
    institution: Annotated[
        str, typer.Option("--institution", help="Whose log; default: the one on record.")
    ] = "",
    dated: Annotated[
        str | None,
        typer.Option("--dated", help="Day of the log; default: today.", metavar="YYYY-MM-DD"),
    ] = None,
    report: Annotated[
        str,
        typer.Option(
            "--report",
            help="The report that R1, A2 in the log mean, or “none”; default: that of the last "
            "log.",
        ),
    ] = "",
    year: Annotated[
        int,
        typer.Option(
            "--year",
            help="In whose April the year of its quarters begins (“end of Q3”); default: as with "
            "the last log, else that of its date.",
        ),
    ] = 0,
    against: Annotated[
        str,
        typer.Option(
            "--against",
            help="SHA-256 of the earlier log that it goes on from, or “another” for a log of its "
            "own; default: as its rows say.",
        ),
    ] = "",
    sheet: Annotated[
        list[str] | None,
        typer.Option("--sheet", help="The sheet that is the log; repeat: sheets read with it."),
    ] = None,
    older: Annotated[
        bool,
        typer.Option(
            "--older-log", help="A newer log is on record; record this older one all the same."
        ),
    ] = False,
    column: Annotated[
        list[str] | None,
        typer.Option("--column", help="What a column holds: 'Task=action'; repeat."),
    ] = None,
    lead: Annotated[
        list[str] | None, typer.Option("--lead", help="Who leads: 'ACC / DCC=ACC'; repeat.")
    ] = None,
    status: Annotated[
        list[str] | None,
        typer.Option(
            "--status", help="What a status means: 'C=closed', 'P=open', 'N/A=aside'; repeat."
        ),
    ] = None,
    mark: Annotated[
        list[str] | None,
        typer.Option(
            "--mark", help="What a line or colour means: 'struck=left', 'red=rating'; repeat."
        ),
    ] = None,
    moved_by: Annotated[
        str, typer.Option("--moved-by", help="The office that agreed to the dates that moved.")
    ] = "",
    because: Annotated[str, typer.Option("--because", help="Why the dates moved.")] = "",
    moved_on: Annotated[
        str,
        typer.Option("--moved-on", help="When that was agreed; default: the day of the log."),
    ] = "",
    people: Annotated[
        bool,
        typer.Option(
            "--people-may-be-public",
            help="I have looked at each row in which a person may be named or reached.",
        ),
    ] = False,
    restrict_people: Annotated[
        bool,
        typer.Option(
            "--restrict-people",
            help="Rows in which a person may be named or reached, and the file, are for named "
            "offices only.",
        ),
    ] = False,
    except_row: Annotated[
        list[str] | None,
        typer.Option("--except-row", help="A row for which it is the other way; repeat."),
    ] = None,
    restrict_held: Annotated[
        bool,
        typer.Option(
            "--restrict-held",
            help="Rows that may not be public as they stand, and the file, are for named offices "
            "only.",
        ),
    ] = False,
    release_held: Annotated[
        str,
        typer.Option(
            "--release-held",
            help="Why rows that may not be public as they stand may be: I have looked at each.",
            metavar="REASON",
        ),
    ] = "",
    by: door.By = None,
    seen: door.Seen = None,
    key: door.CommandKey = None,
    home: door.Home = None,
    as_json: door.Json = False,
) -> None:
    """Compare an action log with the register, and record what is new or changed."""
    with door.shown_refusals():
        from answerable.operations.documents import handling
        from answerable.operations.pages.desk import (
            import_after,
            import_columns,
            import_held,
            import_moved,
            import_older,
            import_personal,
            import_totals,
            importing,
        )
        from answerable.operations.pages.desk import import_difference as pages
        from answerable.operations.pages.look import Look
        from answerable.operations.plans import (
            action_log,
            log_compared,
            log_files,
            log_said,
            log_statuses,
        )

        common = who(by=by, seen=seen, key=key)
        about = log_compared.Asked(
            institution=institution or importing.first_institution(common["by"], at=common["at"]),
            dated=door.day(dated, what="date of the log") or door.today(),
            report=report,
            against=against,
            year=year,
        )
        door.progress("Reading the file.")
        sha = log_files.keep(
            by=common["by"],
            data=file_bytes(file),
            name=file.name,
            institution=about.institution,
        )
        if sheet:
            log_said.use_sheets(
                by=common["by"], document=sha, institution=about.institution, names=sheet
            )
        about = log_compared.as_before(sha, about)
        if column or lead:
            log_said.use_columns(
                by=common["by"],
                document=sha,
                institution=about.institution,
                columns=log_files.opened(sha).columns | dict(map(_pair, column or ())),
                leads=dict(map(_pair, lead or ())),
            )
        log_statuses.remember(
            by=common["by"],
            institution=about.institution,
            meant=dict(map(_pair, status or ())),
        )
        log_said.use_marks(
            by=common["by"],
            document=sha,
            institution=about.institution,
            meant=dict(map(_pair, mark or ())),
        )
        seen_by = Look(at=common["at"], actor=common["by"])
        for words in import_columns.lines(seen_by, sha, about):
            typer.echo(words, err=True)  # not the answer, which a program may read
        found = action_log.compared(by=common["by"], on=door.today(), document=sha, asked=about)
        if (undone := import_older.words(found, about)) and not (older or dry_run):
            raise import_older.not_said(undone)
        if undone:
            typer.echo(undone, err=True)
        if dry_run:
            door.say(found.changes if as_json else pages.lines(found), as_json=as_json)
            return
        sensitive = handling.is_sensitive(log_files.opened(sha).text)
        if sensitive:
            typer.echo(handling.WARNING, err=True)
        looked_at = people or restrict_people or sensitive
        if not looked_at and (told := import_personal.lines(found.changes)):
            for words in told:
                typer.echo(words, err=True)
            raise import_personal.not_said(len(told))
        kept_back = action_log.held_back(
            by=common["by"], on=door.today(), document=sha, asked=about, changes=found.changes
        )
        if kept_back and not (restrict_held or release_held):
            for words in import_held.lines(found.changes, kept_back):
                typer.echo(words, err=True)
            raise import_held.not_said(len(kept_back))
        rows = len(log_files.opened(sha).rows)
        door.progress(f"Comparing {rows:,} rows, then recording all of them or nothing.")
        given = {"who-all": moved_by, "why-all": because, "when-all": moved_on}
        receipt = action_log.import_action_log(
            **common,
            document=sha,
            asked=about,
            agreed=import_moved.agreements(given),
            restrict=restrict_held,
            restrict_people=restrict_people,
            people_except=import_personal.by_number(found.changes, except_row or ()),
            release=release_held,
        )
        stands = import_after.after(Look(at=door.now(), actor=common["by"]), sha, about)
        if as_json:
            door.say({**asdict(receipt), "log": import_totals.numbers(stands)}, as_json=True)
            return
        door.receipt(receipt)
        door.say(import_totals.lines(stands))


def export_log(
    out: Annotated[Path, typer.Argument(help="Where to write it.", metavar="FILE.xlsx")],
    *,
    institution: Annotated[str, typer.Option("--institution", help="Whose actions.")] = "",
    by: door.By = None,
    home: door.Home = None,
    as_json: door.Json = False,
) -> None:
    """Give the action log back as a workbook, with what changed since it was imported."""
    with door.shown_refusals():
        from answerable.operations.pages.desk import importing
        from answerable.operations.plans import log_export

        actor = door.actor(by)
        about = institution or importing.first_institution(actor, at=door.now())
        name, data = log_export.export_log(by=actor, institution=about, on=door.today())
        try:
            out.write_bytes(data)
        except OSError as error:
            raise BadOption(f"{out} cannot be written: {error.strerror}.") from None
        door.say(
            {"file": str(out), "name": name} if as_json else f"Written: {out} ({name}).",
            as_json=as_json,
        )


def _pair(text: str) -> tuple[str, str]:
    name, equals, value = text.rpartition("=")
    if not equals:
        raise BadOption(f"“{text[:60]}” is not NAME=VALUE.")
    return name, value

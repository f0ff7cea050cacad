"""Commands of publishing: publish, pack, export-data."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from answerable.cli import door

if TYPE_CHECKING:
    from answerable.operations.pages.look import Look

Base = Annotated[
    str,
    typer.Option("--base", help="Address of the site, for what is printed.", metavar="ADDRESS"),
]


def register(app: typer.Typer) -> None:
    """Add the commands of this subject."""
    app.command()(publish)
    app.command()(pack)
    app.command(name="export-data")(export_data)


def publish(
    *,
    out: Annotated[
        Path, typer.Option("--out", help="An empty folder, or an earlier mirror.", metavar="DIR")
    ],
    live: Annotated[
        str,
        typer.Option(
            "--live", help="Address of the site itself; else ANSWERABLE_SITE.", metavar="ADDRESS"
        ),
    ] = "",
    base: Annotated[
        str, typer.Option("--base", help="Address of the mirror; default: --live.")
    ] = "",
    on: Annotated[
        str | None, typer.Option("--on", help="Valid date; default: today.", metavar="YYYY-MM-DD")
    ] = None,
    known: door.Known = None,
    anew: Annotated[
        bool, typer.Option("--anew", help="Make every file, whatever an earlier mirror holds.")
    ] = False,
    jobs: Annotated[
        int, typer.Option("--jobs", help="Processes; 0: one for each processor.", min=0)
    ] = 0,
    home: door.Home = None,
    as_json: door.Json = False,
) -> None:
    """Write the public pages and files as a folder that any web server serves.

    An earlier mirror of the same day is brought up to date: only what changed is made.
    """
    with door.shown_refusals(), _undisturbed():
        from answerable.config import config
        from answerable.operations.output import mirror
        from answerable.web import mirroring

        site = live or config().site
        if not site:
            raise mirror.NotMirrored(
                "Some links of a mirror lead to the site itself. Say where it is: "
                "--live https://ADDRESS, or set ANSWERABLE_SITE."
            )
        day = door.day(on, what="day") or door.today()
        look = mirror.fixed(on=day, known=known, base=base or site, clear=True)
        done = mirroring.publish(
            look, live=site, out=out, jobs=jobs or mirroring.jobs_here(), anew=anew
        )
        told = {
            "files": done.files,
            "made": done.made,
            "changed": done.changed,
            "removed": done.removed,
            "root": look.head.root,
        }
        words = (
            f"{done.files} files: {done.made} made, {done.changed} changed, {done.removed} "
            f"removed; root {look.head.root[:16]}: {out}"
        )
        door.say(told if as_json else words, as_json=as_json)


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Nothing that is read is thrown away before the process ends, and then all of it is at once:
    it is not looked for, neither in the beginning nor at the end."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


def pack(
    kind: Annotated[
        str,
        typer.Argument(help="case, body, session, minutes, tracker, changes, response or panel."),
    ],
    reference: Annotated[
        str,
        typer.Argument(
            help="A case, a body, BODY/DATE, or the report that is replied to; of a tracker also "
            "BODY/open or BODY/all."
        ),
    ],
    *,
    form: Annotated[
        str, typer.Option("--format", help="pdf, docx or xlsx; else what FILE ends in, or pdf.")
    ] = "",
    out: Annotated[Path, typer.Option("--out", help="The file to write.", metavar="FILE")],
    base: Base = "",
    valid: door.Valid = None,
    known: door.Known = None,
    said: door.Said = None,
    home: door.Home = None,
    as_json: door.Json = False,
) -> None:
    """Write a pack to print, to edit or to count in; the same dates make the same bytes."""
    with door.shown_refusals():
        from answerable.operations.output import packs, publishing
        from answerable.operations.output.pack_frame import FORMS

        look = _look(valid, known, said, base)
        ending = out.suffix.lower().removeprefix(".")
        form = form or (ending if ending in FORMS else "pdf")
        made = packs.build(look, kind=kind, reference=reference, form=form)
        publishing.write(out.parent, ((out.name, made.data),))
        told = {"file": str(out), "bytes": len(made.data), "foot": made.foot}
        words = f"{out}: {len(made.data):,} bytes. {made.foot}"
        door.say(told if as_json else words, as_json=as_json)


def export_data(
    out: Annotated[Path, typer.Argument(help="An empty folder.", metavar="DIR")],
    *,
    base: Base = "",
    valid: door.Valid = None,
    known: door.Known = None,
    said: door.Said = None,
    home: door.Home = None,
    as_json: door.Json = False,
) -> None:
    """Write the open data: CSV, JSON Lines, dictionary, package and one SQLite file."""
    with door.shown_refusals():
        from answerable.operations.output import publishing

        files = publishing.data_files(_look(valid, known, said, base))
        sizes = publishing.write(out, files)
        told = f"{len(sizes)} files, {sum(sizes.values()):,} bytes: {out}"
        door.say(sizes if as_json else told, as_json=as_json)


def _look(valid: str | None, known: int | None, said: str | None, base: str) -> "Look":
    from answerable.operations.pages.look import Look

    return Look(
        at=door.now(),
        valid=door.day(valid, what="valid date"),
        known=known,
        said=door.day(said, what="said date"),
        base=f"{base.rstrip('/')}/" if base else "",
    )

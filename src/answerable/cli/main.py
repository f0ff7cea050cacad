"""The `answerable` command: parser, exit codes, how a defect is shown."""

import sys
from collections.abc import Sequence
from importlib.metadata import version
from types import ModuleType
from typing import Annotated, Any

import typer
from typer.core import TyperGroup
from typer.main import get_command_name

from answerable.cli import (
    door,
    installation,
    ledger,
    party_keys,
    publishing,
    record,
    removal,
)
from answerable.cli.access import accounts, links
from answerable.cli.accountability import (
    catalogue_forms,
    claims,
    escalation,
    findings,
    handover,
    money,
    oversight,
    partners,
)
from answerable.cli.desk import action_log, own_record, week
from answerable.cli.documents import conflicts, reading, reviewing, sources
from answerable.cli.evidence import figures, judging, measuring
from answerable.cli.scrutiny import (
    case,
    closing,
    minutes,
    plan_judged,
    plan_work,
    plans,
    redress,
    responses,
    sessions,
)

ROOMS = {
    "Begin, serve, and who may do what": (installation, accounts, links),
    "Your own record: begin it, register, action log, week": (own_record, week, action_log),
    "Read documents and confirm what they say": (reading, reviewing, sources, conflicts),
    "Scrutinise: plans, sessions, responses, closing": (
        *(case, plans, plan_work, plan_judged, responses),
        *(closing, redress, sessions, minutes),
    ),
    "Claims, money, partners, offices, escalation": (
        *(claims, money, partners, escalation, handover, findings),
        *(catalogue_forms, oversight),
    ),
    "Evidence: measures, charts, verdicts": (judging, figures, measuring),
    "The ledger: check, correct, erase, sign": (ledger, record, removal, party_keys),
    "Publish": (publishing,),
}
"""What the commands are about, in the order of a case; each list is made by its rooms."""

FIRST_SENTENCE = 200


class ByRoom(TyperGroup):
    """The help of `answerable`, its commands under what they are about.

    Its parser is a private part of typer and names no class.
    """

    def format_commands(self, _ctx: Any, formatter: Any) -> None:
        """Write one list of commands for each subject, each name beside its first words."""
        for title, names in SUBJECTS.items():
            with formatter.section(title):
                formatter.write_dl(
                    [
                        (name, self.commands[name].get_short_help_str(FIRST_SENTENCE))
                        for name in names
                    ]
                )


app = typer.Typer(
    name="answerable",
    cls=ByRoom,
    help="Hold a public service to account: from finding to proof.\n\n"
    "Exit codes: 0 done; 1 checked, and it does not hold; 2 refused or wrong usage; 70 defect.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


def _version(shown: bool) -> None:
    if shown:
        typer.echo(f"answerable {version('answerable')}")
        raise typer.Exit


@app.callback()
def _root(
    shown: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Say the version.")
    ] = False,
) -> None:
    pass


def _register(rooms: Sequence[ModuleType]) -> list[str]:
    """Register the commands of these rooms; their names, commands before groups of commands."""
    alone, grouped = len(app.registered_commands), len(app.registered_groups)
    for room in rooms:
        room.register(app)
    commands, groups = app.registered_commands[alone:], app.registered_groups[grouped:]
    return [
        *(one.name or get_command_name(one.callback.__name__) for one in commands if one.callback),
        *(str(one.name or one.typer_instance.info.name) for one in groups if one.typer_instance),
    ]


SUBJECTS = {title: _register(rooms) for title, rooms in ROOMS.items()}


def main() -> None:
    """Run the command. What is neither done nor refused is a defect: exit code 70."""
    try:
        app()  # ends by itself with 0, 1 or 2; wrong usage is 2
    except Exception as defect:  # the outermost door: everything else is a defect
        from answerable.operations import trouble

        if refusal := trouble.in_words(defect):
            typer.echo(refusal.sentence, err=True)
            sys.exit(door.REFUSED)
        typer.echo(
            f"This is a defect of Answerable, not a fault of yours: {defect!r}. "
            "Nothing was half written. Please report what you did.",
            err=True,
        )
        sys.exit(door.DEFECT)

"""Rows of a log that are no actions, as a person says before they are recorded; and back again.

Nothing of it is on the record, as nothing of such a row is: it is remembered in the home, for the
same row of the next log too.
"""

from collections.abc import Collection
from datetime import date

from answerable.operations import access
from answerable.operations.plans import action_log
from answerable.operations.plans.log_compared import Asked
from answerable.operations.plans.log_files import NotALog
from answerable.store.people import import_columns
from answerable.store.people.import_columns import Left
from answerable.vocabulary.access import Actor
from answerable.vocabulary.language import say


def left(institution: str) -> dict[str, Left]:
    """Stream that a row would have -> what was said of it."""
    return import_columns.left(institution)


def leave_out(*, by: Actor, on: date, document: str, asked: Asked, rows: Collection[str]) -> None:
    """Say that new rows of a log, by the streams they would have, are no actions."""
    compared = action_log.compared(by=by, on=on, document=document, asked=asked)
    new = {c.stream: c.text for c in compared.changes if c.kind == "new"}
    if not rows:
        raise NotALog(say("Tick the rows that are no action. Nothing was left out."))
    if set(rows) - new.keys():
        raise NotALog(say("The difference has changed since you looked. Look at it again."))
    said = {row: Left(new[row], f"{by.body}/{by.office}", on.isoformat()) for row in rows}
    import_columns.keep_left(asked.institution, said)


def take_back(*, by: Actor, institution: str, rows: Collection[str]) -> None:
    """Say that rows that were left out are actions after all: they are new again."""
    access.require(by, "import_action_log", about=institution)
    if not rows:
        raise NotALog(say("Tick the rows that are actions after all."))
    import_columns.forget_left(institution, rows)

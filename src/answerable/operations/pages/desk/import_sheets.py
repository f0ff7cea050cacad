"""Import: which sheet of a file is read as the log, what is passed over, another to choose."""

from collections.abc import Mapping

from answerable.operations.pages.forms import Choice, Field
from answerable.operations.pages.parts import Section
from answerable.operations.plans.log_files import Opened
from answerable.scrutiny.phrases import start
from answerable.vocabulary.language import say, say_many

BOX = "sheet"
ASKED = "which-sheet"


def section(log: Opened) -> tuple[Section, ...]:
    """The sheet that is read, by its name, and each table that is not; nothing of a plain CSV."""
    told = lines(log)
    return (Section(title=say("What is read"), id=BOX, paragraphs=told),) if told else ()


def lines(log: Opened) -> tuple[str, ...]:
    """The same as sentences."""
    named = _named(log.table.sheets)
    read = say("The log is read from {sheet}.", sheet=named) if named else ""
    others = tuple(
        say("Not read: {table}.", table=_table(one.sheets, one.place, one.rows))
        for one in log.table.others
    )
    return (*((read,) if read else ()), *others)


def box(log: Opened) -> tuple[Field, ...]:
    """The tables that can be read instead; nothing where there is one only."""
    if not log.table.others:
        return ()
    return (
        Field(
            name=BOX,
            label=say("Read another table as the log"),
            value="",
            choices=tuple(
                Choice(value=one.place, label=start(_table(one.sheets, one.place, one.rows)))
                for one in log.table.others
            ),
        ),
    )


def chosen(posted: Mapping[str, str]) -> str | None:
    """Where the table begins that was chosen; None where none was asked for."""
    return posted.get(BOX, "") if ASKED in posted else None


def _table(sheets: tuple[str, ...], place: str, rows: int) -> str:
    """A sheet, its rows and its first cell, as two tables may share a sheet."""
    count = say_many("{count} row", "{count} rows", rows)
    named = _named(sheets)
    where = place.rpartition("!")[2].partition(":")[0]
    if not named:
        return say("{rows} from {place}", rows=count, place=where)
    return say("{sheet}, {rows} from {place}", sheet=named, rows=count, place=where)


def _named(sheets: tuple[str, ...]) -> str:
    quoted = ", ".join(f"“{name}”" for name in sheets)
    if not quoted:
        return ""
    return (
        say("the sheets {names}", names=quoted)
        if len(sheets) > 1
        else (say("the sheet {name}", name=quoted))
    )

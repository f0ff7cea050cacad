"""Import: which sheet of a file is read as the log, what is passed over, another to choose."""

from collections.abc import Mapping

from answerable.operations.pages.forms import Choice, Field, Tick
from answerable.operations.pages.parts import Section
from answerable.operations.plans.log_files import Opened, Part
from answerable.scrutiny.phrases import start
from answerable.vocabulary.language import say, say_many

BOX = "sheet"
ASKED = "which-sheet"
TOO, TOO_ASKED = "sheet-too", "which-too"


def section(log: Opened) -> tuple[Section, ...]:
    """The sheet that is read, by its name, and each table that is not; nothing of a plain CSV."""
    told = lines(log)
    return (Section(title=say("What is read"), id=BOX, paragraphs=told),) if told else ()


def lines(log: Opened) -> tuple[str, ...]:
    """The same as sentences."""
    named = _named((*log.table.sheets, *(sheet for one in log.more for sheet in one.table.sheets)))
    read = say("The log is read from {sheet}.", sheet=named) if named else ""
    others = tuple(
        say("Not read: {table}.", table=_table(one.sheets, one.place, one.rows))
        if one.reads
        else say(
            "Not read, as its columns are those of no log: {table}.",
            table=_table(one.sheets, one.place, one.rows),
        )
        for one in log.passed_over
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


def ticks(log: Opened) -> tuple[Field, ...]:
    """The other tables that could be logs too, to be read in one import; nothing where none is."""
    read = {one.place for one in log.more}
    could = [one for one in log.table.others if one.reads or one.place in read]
    if not could:
        return ()
    return (
        Field(
            name=TOO,
            label=say("Read these sheets with it, as one import"),
            hint=say(
                "Each keeps its own columns, and its name becomes the heading of its actions. "
                "One difference and one confirmation follow. It is remembered for the next log."
            ),
            ticks=tuple(
                Tick(
                    name=TOO,
                    value=one.place,
                    label=start(_table(one.sheets, one.place, one.rows)),
                    ticked=one.place in read,
                )
                for one in could
            ),
        ),
    )


def named(part: Part) -> str:
    """“the sheet “Custody””; a table without a name goes by its first row."""
    return _named(part.table.sheets) or part.place


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

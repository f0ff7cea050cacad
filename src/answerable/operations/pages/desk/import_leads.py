"""Import: who leads where a cell names several owners; with the columns, and said again after."""

from collections import Counter
from collections.abc import Mapping

from answerable.operations.pages.forms import Choice, Field, Hidden
from answerable.operations.plans import log_files
from answerable.operations.plans.log_files import Opened
from answerable.reading.actions.logs.log_rows import owners
from answerable.vocabulary.language import say, say_many


def boxes(log: Opened) -> tuple[Field, ...]:
    """A choice for each cell of several owners, as somebody chose before, with its rows."""
    known = log_files.leads()
    counts = Counter(row.words("owner") for row in log.rows)
    return tuple(
        Field(
            name=f"lead-{number}",
            label=say("Who leads where the log says “{words}”", words=words),
            hint=say(
                "{rows}. Both stay in the log’s words; the register shows one.",
                rows=say_many("{count} row", "{count} rows", counts[words]),
            ),
            value=known.get(words, ""),
            choices=(
                Choice(value="", label=say("Leave it as it is written")),
                *(Choice(value=name, label=name) for name in owners(words)),
            ),
        )
        for number, words in enumerate(log.shared)
    )


def chosen(log: Opened, posted: Mapping[str, str]) -> dict[str, str]:
    """Words with several owners -> who leads; empty: they stay as they are written."""
    return {
        words: posted[f"lead-{n}"] for n, words in enumerate(log.shared) if f"lead-{n}" in posted
    }


def columns(log: Opened) -> tuple[Hidden, ...]:
    """The columns as they are taken, for a form that changes the leads alone."""
    return tuple(
        Hidden(name=f"{name}-{number}", value=columns.get(label, ""))
        for name, header, columns in parts(log)
        for number, label in enumerate(header)
    )


def parts(log: Opened) -> tuple[tuple[str, tuple[str, ...], Mapping[str, str]], ...]:
    """How the boxes of each table's columns are called, its head, and what they are taken for."""
    return (
        ("column", log.table.header, log.columns),
        *((f"more-{n}", one.table.header, one.columns) for n, one in enumerate(log.more)),
    )


def lines(log: Opened) -> tuple[str, ...]:
    """The same for a terminal."""
    known = log_files.leads()
    return tuple(
        say("“{words}”: {lead} leads. Another: --lead", words=words, lead=known[words])
        if words in known
        else say(
            "“{words}” stands as one owner, as it is written. Say who leads: --lead "
            "'{words}={first}'.",
            words=words,
            first=owners(words)[0],
        )
        for words in log.shared
    )

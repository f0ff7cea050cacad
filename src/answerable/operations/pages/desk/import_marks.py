"""Import: rows struck through, or with a colour and no words; what that means is asked."""

from collections.abc import Mapping, Sequence

from answerable.operations.pages.forms import Choice, Field
from answerable.operations.pages.parts import Section
from answerable.operations.plans.log_files import Opened
from answerable.operations.plans.log_marks import CLOSED, LEFT, MEANINGS, OPEN, STRUCK
from answerable.vocabulary.language import marked, say, say_many

NAME = "mark"
MOST_CELLS = 12
_COLOURS = {
    "red": marked("red"),
    "amber": marked("amber"),
    "yellow": marked("yellow"),
    "green": marked("green"),
    "blue": marked("blue"),
    "purple": marked("purple"),
    "grey": marked("grey"),
}
_MEANS = {
    LEFT: marked("These rows are left out, as no action"),
    CLOSED: marked("Done, they say"),
    OPEN: marked("Still open"),
}


def boxes(log: Opened) -> tuple[Field, ...]:
    """A choice for the line and for each colour, as somebody said before; else nothing chosen."""
    return tuple(
        Field(
            name=f"{NAME}-{mark}",
            label=say("What a line through a row means")
            if mark == STRUCK
            else say("What the colour {colour} means", colour=say(_COLOURS[mark])),
            hint=say_many("{count} row", "{count} rows", len(cells)),
            value=log.said.get(mark, ""),
            choices=(
                Choice(value="", label=say("Not said: the words of the row count as they stand")),
                *(
                    Choice(value=meaning, label=say(_MEANS[meaning]))
                    for meaning in MEANINGS[mark == STRUCK]
                ),
            ),
        )
        for mark, cells in log.marks.items()
    )


def chosen(log: Opened, posted: Mapping[str, str]) -> dict[str, str]:
    """The line, or a colour -> what was said of it; empty where nothing is."""
    return {m: posted[f"{NAME}-{m}"] for m in log.marks if f"{NAME}-{m}" in posted}


def section(log: Opened) -> tuple[Section, ...]:
    """The rows and their cells; nothing of a log that says all in words."""
    told = lines(log)
    if not told:
        return ()
    return (
        Section(
            title=say("What stands in lines and colours alone"),
            id="marks",
            paragraphs=(
                *told,
                say(
                    "A colour alone is not read, and a line is no word. Until somebody says what "
                    "they mean, such a row is taken as its words say, and as open where they say "
                    "nothing. The boxes “What … means” below ask for it; the answer is remembered "
                    "for the next log with these columns."
                ),
            ),
        ),
    )


def lines(log: Opened) -> tuple[str, ...]:
    """A sentence for each, with its cells and what was said, for a page or a terminal."""
    return tuple(
        " ".join(filter(None, (_told(mark, cells), _said(log.said.get(mark, "")))))
        for mark, cells in log.marks.items()
    )


def _told(mark: str, cells: Sequence[str]) -> str:
    named = ", ".join(cells[:MOST_CELLS])
    if (more := len(cells) - MOST_CELLS) > 0:
        named = say("{named} and {more} more", named=named, more=f"{more:,}")
    if mark == STRUCK:
        return say_many(
            "{count} row is struck through in the sheet: {cells}.",
            "{count} rows are struck through in the sheet: {cells}.",
            len(cells),
            cells=named,
        )
    return say_many(
        "{count} row has the colour {colour} and no words for its state: {cells}.",
        "{count} rows have the colour {colour} and no words for their state: {cells}.",
        len(cells),
        colour=say(_COLOURS[mark]),
        cells=named,
    )


def _said(meaning: str) -> str:
    return say("As you said: {meaning}.", meaning=say(_MEANS[meaning])) if meaning else ""

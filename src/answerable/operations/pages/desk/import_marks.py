"""Import: rows struck through, or with a colour and no words; what that means is asked."""

from collections.abc import Mapping, Sequence

from answerable.operations.pages.forms import Choice, Field
from answerable.operations.pages.parts import Section
from answerable.operations.plans.log_files import Opened
from answerable.operations.plans.log_marks import (
    CLOSED,
    LEFT,
    MEANINGS,
    OF_COLOUR,
    OPEN,
    RATING,
    STRUCK,
)
from answerable.scrutiny.phrases import start
from answerable.vocabulary.language import marked, say, say_many

NAME = "mark"
EVERY, STATE = f"{NAME}-colours", "state"
"""What the colours of a log are, asked before what each means: a rating, or a state."""
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
_UNSAID = marked(
    "A colour alone is not read, and a line is no word. Until somebody says what they mean, such "
    "a row is taken as its words say, and as open where they say nothing. The boxes “What … "
    "means” below ask for it; the answer is remembered for the next log with these columns."
)
_MEANS = {
    LEFT: marked("These rows are left out, as no action"),
    CLOSED: marked("Done, they say"),
    OPEN: marked("Still open"),
    RATING: marked("Their own rating"),
}


def boxes(log: Opened) -> tuple[Field, ...]:
    """A choice for the line and for each colour, as somebody said before; else nothing chosen.

    Before the colours stands what they are at all: a rating, or a state.
    """
    each = tuple(
        Field(
            name=f"{NAME}-{mark}",
            label=say("What a line through a row means")
            if mark == STRUCK
            else say("What the colour {colour} means", colour=say(_COLOURS[mark])),
            hint=say_many("{count} row", "{count} rows", len(cells)),
            value=log.said.get(mark, "").replace(RATING, ""),
            choices=(
                Choice(
                    value="",
                    label=say("Not said: the words of the row count as they stand")
                    if mark == STRUCK
                    else say("Neither done nor open: the words of the row say it"),
                ),
                *(
                    Choice(value=meaning, label=say(_MEANS[meaning]))
                    for meaning in MEANINGS[mark == STRUCK]
                    if meaning != RATING
                ),
            ),
        )
        for mark, cells in sorted(log.marks.items(), key=lambda one: one[0] != STRUCK)
    )
    lines = STRUCK in log.marks
    return (*each[:lines], *_every(log), *each[lines:])


def _every(log: Opened) -> tuple[Field, ...]:
    """What the colours of a log are; nothing of one without colours."""
    colours = _colours(log)
    if not colours:
        return ()
    said = [log.said[colour] for colour in colours if colour in log.said]
    return (
        Field(
            name=EVERY,
            label=say("What the colours of this log are"),
            hint=say("A colour that means done or open is chosen below all the same."),
            value=RATING if RATING in said else STATE if said else "",
            choices=(
                Choice(value="", label=say("Not said")),
                Choice(
                    value=RATING,
                    label=say("Their own rating: each row keeps its colour"),
                ),
                Choice(value=STATE, label=say("A state: say below what each means")),
            ),
        ),
    )


def _colours(log: Opened) -> tuple[str, ...]:
    return tuple(mark for mark in log.marks if mark != STRUCK)


def chosen(log: Opened, posted: Mapping[str, str]) -> dict[str, str]:
    """The line, or a colour -> what was said of it; empty where nothing is."""
    said = {m: posted[f"{NAME}-{m}"] for m in log.marks if f"{NAME}-{m}" in posted}
    if posted.get(EVERY) == RATING:
        said |= {colour: said.get(colour) or RATING for colour in _colours(log)}
    return said


def section(log: Opened) -> tuple[Section, ...]:
    """The rows and their cells; nothing of a log that says all in words."""
    told = lines(log)
    if not told:
        return ()
    open_ = [mark for mark in log.marks if not log.said.get(mark)]
    rated = [mark for mark in open_ if mark in log.rated]
    return (
        Section(
            title=say("What stands in lines and colours alone"),
            id="marks",
            paragraphs=(
                *told,
                *((say(_UNSAID),) if open_ else ()),
                *(
                    (
                        say(
                            "Colours in the column of their rating may be that rating: say so, "
                            "and the row keeps it as “{words}”. Where the words of such a row "
                            "say its state, the words count.",
                            words=f"{start(say(_COLOURS[min(rated)]))} {OF_COLOUR}",
                        ),
                    )
                    if rated
                    else ()
                ),
            ),
        ),
    )


def lines(log: Opened) -> tuple[str, ...]:
    """A sentence for each, with its cells and what was said, for a page or a terminal."""
    found = []
    for mark, cells in log.marks.items():
        rated, whole = log.rated.get(mark, ()), log.coloured_whole.get(mark, ())
        silent = tuple(cell for cell in cells if cell not in {*rated, *whole})
        told = (_rated(mark, rated), _silent(mark, silent), _whole(mark, whole))
        found.append(" ".join(filter(None, (*told, _said(log.said.get(mark, ""))))))
    return tuple(found)


def _named(cells: Sequence[str]) -> str:
    named = ", ".join(cells[:MOST_CELLS])
    if (more := len(cells) - MOST_CELLS) > 0:
        named = say("{named} and {more} more", named=named, more=f"{more:,}")
    return named


def _silent(mark: str, cells: Sequence[str]) -> str:
    if not cells:
        return ""
    if mark == STRUCK:
        return say_many(
            "{count} row is struck through in the sheet: {cells}.",
            "{count} rows are struck through in the sheet: {cells}.",
            len(cells),
            cells=_named(cells),
        )
    return say_many(
        "{count} row has the colour {colour} and no words for its state: {cells}.",
        "{count} rows have the colour {colour} and no words for their state: {cells}.",
        len(cells),
        colour=say(_COLOURS[mark]),
        cells=_named(cells),
    )


def _rated(mark: str, cells: Sequence[str]) -> str:
    if not cells:
        return ""
    return say_many(
        "{count} row has the colour {colour} in the column of its rating, and no word there: "
        "{cells}.",
        "{count} rows have the colour {colour} in the column of their rating, and no word "
        "there: {cells}.",
        len(cells),
        colour=say(_COLOURS[mark]),
        cells=_named(cells),
    )


def _whole(mark: str, cells: Sequence[str]) -> str:
    if not cells:
        return ""
    return say_many(
        "{count} row is {colour} as a whole: {cells}.",
        "{count} rows are {colour} as a whole: {cells}.",
        len(cells),
        colour=say(_COLOURS[mark]),
        cells=_named(cells),
    )


def _said(meaning: str) -> str:
    return say("As you said: {meaning}.", meaning=say(_MEANS[meaning])) if meaning else ""

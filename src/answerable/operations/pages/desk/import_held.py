"""Rows of a log whose words may not be public as they stand: shown, and asked about."""

from collections.abc import Mapping, Sequence
from typing import TypedDict

from answerable.operations.pages.forms import Choice, Field, Hidden
from answerable.operations.pages.parts import Row, Section
from answerable.operations.plans.log_files import NotALog
from answerable.publishing.sensitivity.model import Held
from answerable.scrutiny.plans.action_log import Change
from answerable.vocabulary.language import say, say_many

MOST, STAND_OPEN, LONGEST = 100, 12, 300
BOX, ASKED, WHY = "held", "held-asked", "held-why"
RESTRICT, RELEASE = "restrict", "release"


def section(changes: Sequence[Change], held: Mapping[str, Held]) -> tuple[Section, ...]:
    """Which rows, what in them is held, and in which words."""
    rows = [change for change in changes if change.stream in held]
    if not rows:
        return ()
    return (
        Section(
            title=say("Look at these first. May not be public as they stand: {n}", n=len(rows)),
            id="held-rows",
            fold=say("Show these {count} rows", count=f"{min(len(rows), MOST):,}")
            if len(rows) > STAND_OPEN
            else "",
            paragraphs=(
                say(
                    "What is recorded stands on the public record. Say these rows in other words "
                    "in the log and hand it in again; or say below what becomes of them."
                ),
            ),
            rows=tuple(
                Row(
                    title=f"{change.ref or ''} {change.text}".strip(),
                    sentence=_told(held[change.stream]),
                    note=say("Cell {address}", address=change.address),
                )
                for change in rows[:MOST]
            ),
        ),
    )


class Answered(TypedDict):
    """What becomes of the held rows: restricted, or released for a reason; neither: none held."""

    restrict: bool
    release: str


def boxes(
    held: Mapping[str, Held], values: Mapping[str, str]
) -> tuple[tuple[Field, ...], tuple[Hidden, ...]]:
    """The question with its reason, and the mark that it was asked."""
    if not held:
        return (), ()
    box = Field(
        name=BOX,
        label=say("What becomes of the rows that may not be public?"),
        hint=say("The other rows are recorded as they are."),
        value=values.get(BOX, ""),
        choices=(
            Choice(value="", label=say("Not said yet: nothing is recorded")),
            Choice(
                value=RESTRICT,
                label=say("They and the file are restricted, and looked at again in half a year"),
            ),
            Choice(value=RELEASE, label=say("They may be public: I have looked at each of them")),
        ),
    )
    why = Field(
        name=WHY,
        label=say("If they may be public: why"),
        hint=say("It is kept on the record, under your office."),
        value=values.get(WHY, ""),
    )
    return (box, why), (Hidden(name=ASKED, value="1"),)


def answered(posted: Mapping[str, str]) -> Answered:
    """What was said of the held rows. Refused where the question was asked and left open."""
    said, why = posted.get(BOX, ""), posted.get(WHY, "").strip()
    if posted.get(ASKED) and said not in (RESTRICT, RELEASE):
        raise NotALog(
            say(
                "Say what becomes of the rows that may not be public, or mend them in the log and "
                "hand it in again. Nothing was recorded."
            )
        )
    if said == RELEASE and not why:
        raise NotALog(
            say("Say why the rows listed may be public: it is kept. Nothing was recorded.")
        )
    return {"restrict": said == RESTRICT, "release": why if said == RELEASE else ""}


def lines(changes: Sequence[Change], held: Mapping[str, Held]) -> tuple[str, ...]:
    """The same for a terminal."""
    return tuple(
        say(
            "held  {row}  {told}",
            row=f"{c.ref or ''} {c.text}".strip(),
            told=_told(held[c.stream]),
        )
        for c in changes
        if c.stream in held
    )


def not_said(rows: int) -> NotALog:
    """The same for a terminal, where the rows stand above."""
    return NotALog(
        say(
            "{rows} may not be public as they stand. Mend them in the log; or add "
            "--restrict-held, and they and the file are for named offices only; or, once you have "
            "looked at each, --release-held with the reason why they may be. Nothing was "
            "recorded.",
            rows=say_many("{count} row", "{count} rows", rows),
        )
    )


def _told(held: Held) -> str:
    """What is held, why, and in which words: whoever imports has them in the log."""
    return say(
        "{what}, in “{words}”. {why}",
        what=f"{held.what[:1].upper()}{held.what[1:]}",
        words=held.words if len(held.words) <= LONGEST else f"{held.words[:LONGEST]} …",
        why=held.why,
    )

"""What was understood of the lines of live minutes, shown beside them before anything is kept."""

import re
from dataclasses import dataclass, replace

from answerable.operations.pages.naming import short
from answerable.operations.pages.parts import Aside, Item
from answerable.operations.sessions import owner_offers, session_reading
from answerable.operations.sessions.session_draft import Open, chief_officer
from answerable.reading.actions.typed.typed_action import asks
from answerable.vocabulary.language import say, say_many

_NEARLY = re.compile(
    r"(?:a|q|ans\w{0,9}|question|asked|actions?)\b[^:]{0,60}:|actions? ", re.IGNORECASE
)
"""A line that begins as a question, an answer or an action and was not understood as one."""


def read(found: Open, key: str) -> list[str]:
    """Questions, answers and actions as they were understood, long words in short; what an action
    does not say.
    """
    chief = chief_officer(found.institution)
    shown = []
    prose = 0
    for one in session_reading.understood(found, key):
        if one.kind == "note":
            if _NEARLY.match(one.text) or asks(one.text):
                shown.append(say("Prose, as it stands: {words}", words=short(one.text)))
            else:
                prose += 1
            continue
        words = session_reading.told(replace(one, text=short(one.text)), chief=chief)
        if one.rule and one.due:
            words += say(" (The date was worked out: {rule}.)", rule=one.rule)
        if one.missing:
            words += say(" No {values} was recognised.", values=" and no ".join(one.missing))
        shown.append(words)
    if prose:
        shown.append(
            say_many(
                "{count} line of prose, as typed.", "{count} lines of prose, as typed.", prose
            )
        )
    return shown


@dataclass(frozen=True, slots=True, kw_only=True)
class Press:
    """A button under an item: what it posts, and its words."""

    value: str
    label: str


def presses(found: Open, key: str) -> tuple[Press, ...]:
    """For each line that begins with nearly an owner of the register, a button that says so."""
    return tuple(
        Press(
            value=f"{key}:{one.name}",
            label=say(
                "“{typed}” is “{owner}” of the register: write it so",
                typed=one.typed,
                owner=one.owner,
            ),
        )
        for one in owner_offers.offers(found, key)
    )


def how_to_type() -> Aside:
    """The forms of a line, each with an example."""
    return Aside(
        title=say("How to type"),
        facts=(
            Item(label=say("Question"), words=say("Q: What shows it?")),
            Item(
                label=say("Question to another office"),
                words=say("Q to DCC: By when?"),
            ),
            Item(
                label=say("Answer of whoever was asked"),
                words=say("A: The letter of 4 May."),
            ),
            Item(label=say("Answer of another office"), words=say("A by ACC: By March.")),
            Item(
                label=say("Action"),
                words=say("Action: DCC to publish the plan by 30 June"),
            ),
            Item(
                label=say("Action in a sentence"),
                words=say("DCC agreed to send the list by Friday."),
            ),
            Item(
                label=say("Action without a mark"),
                words=say("ACC Osei to bring the rota by next Friday"),
            ),
            Item(
                label=say("No action, though it reads as one"),
                words=say("Note: ACC Osei to bring the rota"),
            ),
            Item(label=say("Prose"), words=say("Any other line")),
        ),
    )

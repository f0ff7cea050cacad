"""What was understood of the lines of live minutes, shown beside them before anything is kept."""

import re
from dataclasses import replace

from answerable.operations.pages.naming import short
from answerable.operations.sessions import session_reading
from answerable.operations.sessions.session_draft import Open, chief_officer
from answerable.reading.actions.typed_action import asks
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

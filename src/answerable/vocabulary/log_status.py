"""What the status of a row of somebody's own log says, in whatever words it is written.

A word of a log closes nothing. It says what the owner of the log calls an action, and nobody may
call an action overdue without saying that its log has set it aside.
"""

import re
from typing import Final

_STATES: Final = (
    (
        "closed",
        re.compile(r"\b(?:closed?|complete[d]?|done|discharged|delivered)\b", re.IGNORECASE),
    ),
    ("superseded", re.compile(r"\bsuperseded\b", re.IGNORECASE)),
    ("partly met", re.compile(r"\bpart(?:ly|ially)\b", re.IGNORECASE)),
    (
        "open",
        re.compile(
            r"\b(?:open|on[- ]?going|in progress|outstanding|live|awaiting|overdue"
            r"|not started|on track|carried forward|not (?:yet )?(?:complete[d]?|closed|done))\b",
            re.IGNORECASE,
        ),
    ),
)
_NOT_DONE: Final = re.compile(
    r"\b(?:not(?: yet)?|nearly|almost|to be|in) (?:been )?(?:fully )?(?:complete[d]?|closed|done"
    r"|delivered|discharged)\b|\bincomplete\b"
    r"|\b[\w-]+ (?:out )?of (?:the )?[\w-]+ (?:\w+ )?(?:done|completed?|closed)\b"
    r"|\b\d{1,2} ?% complete",
    re.IGNORECASE,
)
_SET_ASIDE: Final = re.compile(
    r"\b(?:superseded|replaced|withdrawn|merged|transferred|cancelled"
    r"|no longer (?:required|needed))\b",
    re.IGNORECASE,
)


def state_of(words: str | None) -> str | None:
    """Open, closed, superseded or partly met, where the words of a cell say so.

    >>> [state_of(words) for words in ("Done", "not yet closed", "Superseded", "R", None)]
    ['closed', 'open', 'superseded', None, None]
    """
    if words is None:
        return None
    if _NOT_DONE.search(words):
        return "open"
    return next((name for name, pattern in _STATES if pattern.search(words)), None)


def set_aside(words: str | None) -> str:
    """The word that says that nobody goes on with it as it is, where it is not said to be done.

    >>> [set_aside(words) for words in ("Superseded", "Merged with 24/011", "Closed - merged")]
    ['superseded', 'merged', '']
    """
    found = _SET_ASIDE.search(words or "")
    return "" if found is None or state_of(words) == "closed" else found[0].casefold()

"""What a log itself says of a date that moved: which office agreed, in the words of its comment.

Only where the comment names the month that the log has now: an older move of the same row was
agreed by whoever agreed it then.
"""

import re
from dataclasses import dataclass

from answerable.scrutiny.plans.action_log import Change
from answerable.vocabulary.offices import known_office
from answerable.vocabulary.times import MONTHS

_NOTE = re.compile(r"(?<!\S)(?=\d{1,2}/\d{1,2}(?:/\d{2,4})?\s)|[;\n]")
"""Where a dated note of a comment begins, as in “31/05 PN: …”."""
_AGREED = re.compile(
    r"\b(?i:moved|extended|put back|changed|revised)\b.*?\b(?:with|by) (?:the )?"
    r"(?P<who>[A-Z][\w()-]*(?: [A-Z][\w()-]*){0,3})(?:['’]s)? (?:agreement|approval|consent)\b"
    r"(?P<rest>.*)"
)
_SHORT = 3
_MONTH = slice(5, 7)


@dataclass(frozen=True, slots=True)
class AgreedInLog:
    """The office by its reference where it is a known one, else as the log names it; the words."""

    office: str
    named: str
    words: str


def agreed_in_log(change: Change) -> AgreedInLog | None:
    """Who agreed a moved date by the comment of its row; None where none says so of this move."""
    comment = change.entry.cells.get("update") if change.entry else None
    digits = change.moved.now[_MONTH] if change.moved else ""
    if not comment or not digits:
        return None
    month = re.compile(rf"\b{MONTHS[int(digits) - 1][:_SHORT]}", re.IGNORECASE)
    for note in reversed(notes(comment)):
        found = _AGREED.search(note)
        if found and month.search(found["rest"]):
            named = found["who"]
            return AgreedInLog(known_office(named) or named, named, " ".join(note.split()))
    return None


def notes(comment: str) -> list[str]:
    """The notes of a comment, in order; a dated one begins with its day."""
    return _NOTE.split(comment)

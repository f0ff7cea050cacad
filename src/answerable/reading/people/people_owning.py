"""Where a name says only who has to do something: the owner of an action is told by the action.

Such a name stands in a column that a head calls the owner's ("Lead officer"), or behind the thing
to do, beside its day ("1. Order two gates - Una Orme - 4 May", "(Una Orme, 4 May)").
"""

import re

from answerable.reading.cells import KIND as CELL
from answerable.reading.clauses import Passage

_OWNER_HEAD = re.compile(
    r"(?:(?:action|task|risk|finding|recommendation|accountable|responsible|named|lead|senior) )?"
    r"(?:owners?|leads?|lead (?:officer|person|manager|agency)s?|who|by whom|assigned to|assignee"
    r"|allocated to|actionees?|holder|action by|responsib(?:le|ility)(?: (?:officer|person))?"
    r"|officer responsible|person responsible|accountable(?: (?:officer|person))?|sro|doer"
    r"|action holder|for action by|to be done by|delegated to)"
    r"(?: ?/ ?(?:officer|lead|owner|agency))?(?: name)?",
    re.IGNORECASE,
)
_DAY = (
    r"(?:\w+day,? )?(?:\d{1,2}(?:st|nd|rd|th)? (?:of )?[A-Z][a-z]{2}|\d{1,2}[./-]\d{1,2}\b"
    r"|\d{4}-\d\d|[A-Z][a-z]{2,8} 20\d\d|(?:end|early|mid)[- ]|now\b|asap\b|next |immediate"
    r"|today\b|tomorrow\b|ongoing\b|done\b|closed\b|open\b|\w+day\b)"
)
_DAY_BEHIND = re.compile(
    rf"(?: \([A-Z]{{2,4}}\))?(?:,| [-–—]|;| \|) ?(?:by |due:? |before |for )?{_DAY}", re.IGNORECASE
)
_SET_OFF = re.compile(r"\S (?:[-–—]|\() ?(?:(?:Owner|Lead|Who): )?(?:[A-Z][\w./’'&]* ){0,4}$")
# "A1. Order two gates", "4/23: Order two gates": an action by its reference.
_REFERENCE = re.compile(r"\W{0,3}(?:[A-Z]{1,5}[ -]?)?\d{1,3}(?:[/.-]\d{1,4})?[.:)]? ")


def owns(text: str, passage: Passage, start: int, end: int) -> bool:
    """Whether a person named from `start` to `end` of a passage is there as an owner alone."""
    if passage.kind == CELL:
        return _OWNER_HEAD.fullmatch(passage.heading.strip(" :*")) is not None
    numbered = passage.body > passage.start or _REFERENCE.match(text, passage.start, start)
    if not numbered or _DAY_BEHIND.match(text, end) is None:
        return False
    return _SET_OFF.search(text, passage.body, start) is not None

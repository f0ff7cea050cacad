"""The actions of a group on an agenda: each by its words and its day, with its page."""

from collections.abc import Sequence
from urllib.parse import urlencode

from answerable.ledger.register import Register
from answerable.operations.pages import naming
from answerable.operations.pages.look import Look
from answerable.operations.pages.parts import Link
from answerable.scrutiny.phrases import on_day, start
from answerable.scrutiny.progress import progress
from answerable.scrutiny.standing import Progress
from answerable.vocabulary.language import say
from answerable.vocabulary.times import in_words

MOST = 50
"""Actions that a group lists; the register, asked for its owner, has them all."""


def members(look: Look, register: Register, references: Sequence[str]) -> tuple[Link, ...]:
    """Each action of a group; beyond `MOST` the register of its owner, which lists every one."""
    found = [progress(register, reference) for reference in references[:MOST]]
    made = [Link(label=_told(one), url=look.url(f"/findings/{one.reference}/")) for one in found]
    rest = len(references) - MOST
    if rest > 0:
        query = {
            "body": register.institution,
            "view": _view(found[0]),
            "owner": next((one.owner for one in found if one.owner), ""),
        }
        made.append(
            Link(
                label=say("{rest} more, in the register", rest=f"{rest:,}"),
                url=look.url(f"/plans/?{urlencode(query)}"),
            )
        )
    return tuple(made)


def _view(one: Progress) -> str:
    """The view of the register that lists its like."""
    if one.unproven:
        return "unproven"
    return "overdue" if one.overdue else "slipping"


def _told(one: Progress) -> str:
    words = naming.short(start(one.text)) if one.text else say("Words withheld")
    if one.unproven and one.steps:
        step = one.steps[-1].on
        said = (
            say(" (said to be done {day})", day=on_day(step))
            if one.unproven == "not verified"
            else say(" (checked {day})", day=on_day(step))
        )
        return f"{words}{said}"
    return words + (say(" (due {day})", day=in_words(one.due)) if one.due else "")

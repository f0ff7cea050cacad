"""The actions of a group of overdue actions: each by its words and its day, with its page."""

from collections.abc import Sequence
from urllib.parse import urlencode

from answerable.ledger.register import Register
from answerable.operations.pages import naming
from answerable.operations.pages.look import Look
from answerable.operations.pages.parts import Link
from answerable.scrutiny.phrases import start
from answerable.scrutiny.progress import progress
from answerable.vocabulary.language import say
from answerable.vocabulary.times import in_words

MOST = 50
"""Actions that a group lists; the register, asked for its owner, has them all."""


def members(look: Look, register: Register, references: Sequence[str]) -> tuple[Link, ...]:
    """Each action of a group; beyond `MOST` the register of its owner, which lists every one."""
    made = []
    owner = ""
    for reference in references[:MOST]:
        found = progress(register, reference)
        owner = owner or found.owner or ""
        words = naming.short(start(found.text)) if found.text else say("Words withheld")
        due = say(" (due {day})", day=in_words(found.due)) if found.due else ""
        made.append(Link(label=f"{words}{due}", url=look.url(f"/findings/{reference}/")))
    rest = len(references) - MOST
    if rest > 0:
        query = {"body": register.institution, "view": "overdue", "owner": owner}
        made.append(
            Link(
                label=say("{rest} more, in the register", rest=f"{rest:,}"),
                url=look.url(f"/plans/?{urlencode(query)}"),
            )
        )
    return tuple(made)

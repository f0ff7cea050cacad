"""One mail to each owner with all that the owner has overdue or due."""

from collections.abc import Iterator
from urllib.parse import urlencode

from answerable.operations.desk import chasing
from answerable.operations.desk.weeks import OfWeek
from answerable.operations.pages.look import Look
from answerable.operations.pages.naming import body_words
from answerable.operations.pages.parts import Aside, Link
from answerable.operations.pages.proof import office_words
from answerable.scrutiny.phrases import start
from answerable.vocabulary.language import marked, say

TITLE = marked("One mail to each owner")
LEAST = 2
"""Items: whoever has one is asked by the draft beside it."""
MOST_OWNERS = 12


def mails(look: Look, one: OfWeek, *, many: bool) -> Iterator[Aside]:
    """Owners with most first; nothing where nobody has two items."""
    found = [
        o
        for o in chasing.owners(one.week)
        if len(o.entries) >= LEAST and not chasing.to_oneself(look, o.owner)
    ][:MOST_OWNERS]
    if not found:
        return
    about = f" ({body_words(one.institution)})" if many else ""
    yield Aside(
        title=f"{say(TITLE)}{about}",
        paragraphs=(
            say(
                "All that the owner has overdue, or due in 28 days. A mail program takes only "
                "the first of a long list; the file has every one."
            ),
        ),
        links=tuple(link for owner in found for link in _links(look, one.institution, owner)),
        screen=True,
    )


def _links(look: Look, institution: str, found: chasing.OfOwner) -> Iterator[Link]:
    owner = start(office_words(found.owner))
    yield Link(
        label=say(
            "Mail to {owner}: {past:,} overdue, {due:,} due",
            owner=owner,
            past=found.past,
            due=len(found.entries) - found.past,
        ),
        url=chasing.owner_mailto(look, found.entries),
    )
    yield Link(
        label=say("{owner}: the same for Outlook (.eml)", owner=owner),
        url=f"/week/chase.eml?{urlencode({'owner': found.owner, 'body': institution})}",
    )

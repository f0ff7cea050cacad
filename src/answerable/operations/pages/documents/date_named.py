"""A day that the words of an action name while none was read: said before anybody accepts it.

An action without a date is never overdue, so nobody would see again what was missed here.
"""

from answerable.operations.pages.parts import Item
from answerable.reading import deadlines
from answerable.store.papers.review import Candidate
from answerable.vocabulary.language import say
from answerable.vocabulary.times import in_words

_WITH_DUE = frozenset({"action", "commitment", "recommendation"})


def named(found: Candidate) -> tuple[Item, ...]:
    """“30 September 2026 stands in these words, and no due date was read.”; else nothing."""
    fields = found.record["fields"]
    if found.kind not in _WITH_DUE or found.state != "waiting" or fields.get("due"):
        return ()
    published = str(found.record["document"]["published"] or "")
    days = [
        one.iso
        for one in deadlines.dates(found.record["quote"]["exact"])
        if one.iso and len(one.iso) > len("2026") and one.iso >= published
    ]
    if len(days) != 1:
        return ()
    return (
        Item(
            label=say("Look at the date"),
            words=say(
                "{day} stands in these words, and no due date was read. If it is the day, type "
                "it as the due date and correct this reading.",
                day=in_words(days[0]),
            ),
        ),
    )

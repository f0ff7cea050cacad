"""The due date that was read, or a day that the words name while none was read.

Both stand beside the words before anybody accepts them. A period that is no deadline would make a
finding overdue; an action without a date never is, so nobody would see again what was missed here.
"""

from collections.abc import Mapping
from typing import Any

from answerable.operations.pages.parts import Item
from answerable.reading import deadlines
from answerable.store.papers.review import Candidate
from answerable.vocabulary.language import say
from answerable.vocabulary.times import in_words

_WITH_DUE = frozenset({"action", "commitment", "recommendation"})


def named(found: Candidate) -> tuple[Item, ...]:
    """“24 November 2026, worked out from “within four weeks”.”; “30 September 2026 stands in these
    words, and no due date was read.”; else nothing."""
    fields = found.record["fields"]
    if found.state == "waiting" and fields.get("due"):
        return (Item(label=say("Due date"), words=_due(fields)),)
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


def _due(fields: Mapping[str, Any]) -> str:
    """The day, with the words that it was read from where they are other words."""
    day, told = in_words(str(fields["due"])), str(fields.get("due_words") or "")
    if not told or day in told:
        return day
    return say("{day}, worked out from “{words}”. Look at these words.", day=day, words=told)

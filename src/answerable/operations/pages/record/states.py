"""An item as it stood when an entry had been written: an address for each of its states."""

from collections.abc import Iterator, Sequence

from answerable.ledger.register import Version
from answerable.operations.pages import naming
from answerable.operations.pages.look import ZONE, Look
from answerable.operations.pages.parts import Aside, Cell
from answerable.vocabulary.facts import ActionPromised, FindingPublished
from answerable.vocabulary.language import say


def cell(seen: Sequence[Version], version: Version) -> Iterator[Cell | str]:
    """The way to the state after an entry, of a finding or action; nothing of other items.

    It names the day of the writing, or from which the entry is true where that is later, and its
    number: the same page for good. A copy in plain files leads to the site itself.
    """
    first = next((v for v in seen if isinstance(v.fact, FindingPublished | ActionPromised)), None)
    if first is None:
        return
    if version.seq < first.seq:
        yield say("Not on record yet")
        return
    begun = max(first.fact.valid.start, version.fact.valid.start)
    day = max(version.recorded_at.astimezone(ZONE).date(), begun)
    path = naming.path_of(first.fact, seq=first.seq)
    yield Cell(
        words=say("After entry {seq:,}", seq=version.seq),
        url=f"{path}?valid={day.isoformat()}&known={version.seq}",
    )


def of_copy(look: Look) -> tuple[Aside, ...]:
    """What a copy in plain files says of states: it holds one, the site itself each."""
    if not look.is_still:
        return ()
    words = say(
        "This copy holds each item as it stood on one day. How this one stood at another day, or "
        "after an earlier entry, is on the site itself."
    )
    return (Aside(title=say("At another date"), paragraphs=(words,)),)

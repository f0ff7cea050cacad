"""Who outside has seen the record, in words: of one entry, and of the whole (LEDGER section 5)."""

from answerable.operations.pages.parts import Item
from answerable.store.engine import database
from answerable.vocabulary.language import say
from answerable.vocabulary.times import in_words

_OF_AN_ENTRY = (
    "SELECT size, witness, witnessed_at FROM cosignature"
    " WHERE size = (SELECT min(size) FROM cosignature WHERE size > ?) ORDER BY witness"
)
_OF_ALL = (
    "SELECT size, witness, witnessed_at FROM cosignature"
    " WHERE size = (SELECT max(size) FROM cosignature) ORDER BY witness"
)


def of_entry(seq: int) -> Item:
    """By whom an entry was first witnessed, or that nobody has done so yet."""
    found = database.rows(_OF_AN_ENTRY, (seq,))
    return _item(_by(found) if found else _not_yet())


def of_record(entries: int) -> Item:
    """Up to which entry somebody has witnessed a record of this many."""
    found = database.rows(_OF_ALL)
    if not found:
        return _item(_not_yet())
    size, by = int(found[0][0]), _by(found)
    if size >= entries:
        return _item(by)
    return _item(
        say(
            "Up to entry {last}: {by}. What is later is recorded, not yet witnessed",
            last=f"{size - 1:,}",
            by=by,
        )
    )


def _by(found: list[database.Row]) -> str:
    day = max(str(at) for _, _, at in found)[:10]
    names = ", ".join(str(witness) for _, witness, _ in found)
    return say("Witnessed by {names} on {day}", names=names, day=in_words(day))


def _not_yet() -> str:
    return say("Recorded, not yet witnessed")


def _item(words: str) -> Item:
    return Item(label=say("Seen by others"), words=words)

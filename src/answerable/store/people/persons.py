"""Who acted, as the record names them: the same person in the same stream has the same name."""

from answerable.ledger.entry import pseudonym
from answerable.store.engine import start
from answerable.store.engine.keys import Keys


def pseudonym_of(person: str, *, stream: str) -> str:
    """The name that the record gives to a person in a stream; it tells nothing elsewhere."""
    return pseudonym(Keys(start.ready().keys).secret_of(person), stream)

"""A slip of one letter in the status of a log: “Complte”, “In progess”."""

from collections.abc import Iterable, Mapping
from functools import lru_cache

from answerable.vocabulary.log_status import state_of
from answerable.vocabulary.office_slips import one_letter

KNOWN = (
    *("Complete", "Completed", "Closed", "Close", "Done", "Discharged", "Delivered"),
    *("Superseded", "Partly met", "Partially met", "Open", "Ongoing", "On going", "In progress"),
    *("Outstanding", "Live", "Awaiting", "Overdue", "Not started", "On track", "Carried forward"),
    *("Not complete", "Not closed", "Not done"),
)
"""Words of a status that are read: as `log_cells` has them."""
SHORTEST = 4
"""Letters of a word in which a slip is looked for."""
MOST_WORDS = max(len(words.split()) for words in KNOWN)


@lru_cache(maxsize=4_096)
def near(words: str) -> str | None:
    """The status from which one letter parts these words, or the words that they begin with.

    >>> near("Complte"), near("In progess: see paper"), near("Complete"), near("Gone")
    ('Complete', 'In progress', None, None)
    """
    if state_of(words) is not None:
        return None
    parts = words.replace("-", " ").split()
    for many in range(min(MOST_WORDS, len(parts)), 0, -1):
        start = " ".join(parts[:many]).strip(" .,:;()")
        for known in KNOWN:
            if one_letter(start, known, shortest=SHORTEST):
                return known
    return None


def slips(values: Iterable[str | None]) -> Mapping[str, str]:
    """Status as written -> the one that it may be a slip of; each once."""
    found = {words: near(words) for words in dict.fromkeys(values) if words}
    return {words: known for words, known in found.items() if known is not None}

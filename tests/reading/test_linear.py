"""Reading stays linear: text made to upset a pattern is read in bounded time."""

import time

import pytest

from answerable.reading.formats import canonical
from answerable.reading.reading import read
from tests.reading.corpus import GAZETTEER, profiles

HOSTILE = {
    "capitals": "Anna Bell ",
    "joined": "and ",
    "brackets": "(",
    "quotes": '" ',
    "open quotes": "“a",
    "stops": ". ",
    "digits": "1,",
    "money": "£1 ",
    "duties": "should ",
    "grades": "graded as good ",
    "bodies": "Marl Police and ",
    "lines": "A:\n",
    "counts": "two ",
    "speakers": "Anna Bell said ",
    "actions": "Action: AB/",
    "initials": "AB/",
    "periods": "within ",
    "dates": "1 May ",
    "lists": "; and",
    "wishes": "hope to be ",
    "told": "said it would be ",
    "ellipsis": "12 files, 3 were ",
    "givers": "The Wold of the ",
    "cards": "Type: A\nText: B\nOwner: C\n",
    "prisons": "HMP Wold and ",
    "orders": "RESOLVED - (1) write; ",
    "concerns": "issued a cause of concern about ",
    "outcomes": "HM Inspectorate of Prisons HMP safety was good for respect and ",
    "told to": "the force was told by HMICFRS to ",
    "owners": "AB to send and ",
    "marks": "Action 1/24: AB to send it (TD, May) ",
    "agreed": "It was agreed that the Director of Wold and the Wold ",
    "enumerated": "they should: (a) do it, (b) ",
    "relative": "which have who are that do ",
    "run by": "Anna Bell of the and is run by ",
    "bars": "Good | 2027/28 | Custody\n",
    "spaces": "Custody  Good  Adequate\n",
    "bylines": "By Anna Bell and ",
    "present": "Present: Cllr Ann Bell, ",
    "away": "Apologies were received from Councillors A Bell (Marl), ",
    "table": "1 | AB to send it | DCC, by 3 May\n",
    "shares": "five of the six of the ",
    "tasked": "AB and CD were tasked with ",
    "who what": "- AB and CD: send it ",
    "held": "Held on 1 May 2031 at the next meeting of the Board on ",
    "posts": "Head of Crime and Head of Crime and ",
    "resolved": "RESOLVED: That a paper on the ",
    "states": "Status: one of two done - closed ",
}
SIZE = 6_000
SECONDS = 2.0  # about 0.1 s alone; the machine may be shared
TRIES = 3  # a pattern that runs away does so each time, a busy machine does not


@pytest.fixture(scope="module", autouse=True)
def warm() -> None:
    """What is made at the first reading of a process is no cost of a text."""
    _spent("The force should act by 1 May 2031.")


def _spent(words: str) -> float:
    """Processor seconds of one reading."""
    text = canonical(words.encode(), media_type="text/plain", name="x.txt")
    began = time.process_time()
    read(text, profiles=profiles(), gazetteer=GAZETTEER)
    return time.process_time() - began


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_hostile_text_is_read_in_bounded_time(name: str) -> None:
    """Protects the reader from a document that makes a pattern run for minutes."""
    words = (HOSTILE[name] * SIZE)[:SIZE]
    assert any(_spent(words) < SECONDS for _ in range(TRIES))

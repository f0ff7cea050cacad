"""What a row of a table of findings says became of it: the answer to it, and its state."""

import re
from collections.abc import Iterator

from answerable.reading.deadlines import dates
from answerable.reading.findings.of_any_kind.finding_row import Row
from answerable.reading.records import Record, record
from answerable.vocabulary.log_status import state_of

_ANSWERS = (
    ("partly", re.compile(r"\bpart(?:ly|ially)?\b.{0,12}(?:accept|agree)|\bin part\b", re.I)),
    ("rejected", re.compile(r"\b(?:reject|not accept|not agree|decline|disagree)", re.I)),
    ("accepted", re.compile(r"\b(?:accept(?:ed|s)?|agreed?|yes)\b", re.IGNORECASE)),
)


def answers(row: Row) -> Iterator[Record]:
    """The answer and the state that a row of findings gives, each in its own words."""
    number = row.words("number") or row.words("ref")
    answer = answer_of(row.words("response"))
    place = row.cell("response")
    if answer is not None and place is not None:
        yield record(
            "response", (place.start, place.end), "finding-row.response", weight=90,
            given={"to_number": number, "response": answer,
                   "response_words": row.words("response")},
        )  # fmt: skip
    status, place = row.words("status"), row.cell("status")
    if status is not None and place is not None:
        on = next((one.iso for one in dates(status)), None)
        yield record(
            "status", (place.start, place.end), "finding-row.status", weight=90,
            given={"of": number, "state_words": status, "state": state_of(status), "on": on},
        )  # fmt: skip


def answer_of(words: str | None) -> str | None:
    """`accepted`, `partly` or `rejected`, where the words of an answer say so at once."""
    if words is None:
        return None
    return next((name for name, pattern in _ANSWERS if pattern.search(words[:60])), None)

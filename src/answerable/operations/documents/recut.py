"""Put right where a reading begins and ends: cut one in two, or join two that are one.

The parts wait like any other reading; nothing enters the record. Each keeps the exact words.
"""

import re
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from answerable.operations import access
from answerable.store.papers import documents, review
from answerable.store.papers.review import Candidate
from answerable.vocabulary.access import Actor
from answerable.vocabulary.refusal import Refusal

MOST_ADDED = 2_000
_DATES = review.DATES


class CannotRecut(Refusal):
    """A reading that cannot be cut or joined so."""

    code = "cannot_recut"


def split(*, by: Actor, at: datetime, candidate: str, second: str) -> tuple[str, str]:
    """Cut a reading in two before the words `second`; the ids of the parts.

    `second` must stand in the reading once, after its first word. Both parts keep its fields, but
    for a date whose words stand in the other part.
    """
    access.require(by, "correct")
    whole = still_waiting(candidate)
    quote = whole.record["quote"]
    words = _typed(second, missing="Type the first words of the second part.")
    found = quote["exact"].count(words)
    at_word = quote["exact"].find(words) if found == 1 else 0
    if at_word <= 0 or not quote["exact"][:at_word].strip():
        often = {0: "do not stand", 1: "stand at the very beginning"}.get(
            found, f"stand {found} times"
        )
        raise CannotRecut(
            f"The words “{words[:60]}” {often} in the reading. Copy the first words of the "
            "second part from it, enough of them that they stand there once."
        )
    cut = quote["start"] + at_word
    parts = [
        _part(whole, start, end, _of_part(whole, start, end))
        for start, end in ((quote["start"], cut), (cut, quote["end"]))
    ]
    review.replace_with(
        [whole.id],
        state="split",
        by=office(by),
        at=at,
        reason=f"Cut before “{words[:60]}”.",
        records=parts,
    )
    return parts[0]["id"], parts[1]["id"]


def merge(*, by: Actor, at: datetime, candidate: str, other: str) -> str:
    """Join two readings of one kind in one document to one, with the words between; its id.

    A field that only one of them fills is taken from it; where both do, from the earlier one.
    """
    access.require(by, "correct")
    one, two = still_waiting(candidate), still_waiting(other)
    if one.id == two.id or (one.document, one.kind) != (two.document, two.kind):
        raise CannotRecut("Two different readings of one kind in one document can be joined.")
    first, last = sorted((one, two), key=lambda c: int(c.record["quote"]["start"]))
    start, end = first.record["quote"]["start"], last.record["quote"]["end"]
    between = [
        c
        for c in review.waiting(document=one.document, kind=one.kind)
        if c.id not in (one.id, two.id) and start <= c.record["quote"]["start"] < end
    ]
    if between:
        raise CannotRecut(
            f"Another reading of this kind, {between[0].record['id']}, stands between the two. "
            "Decide that one first."
        )
    fields = {
        name: value if value not in (None, [], "") else last.record["fields"].get(name)
        for name, value in first.record["fields"].items()
    }
    whole = _part(first, start, max(end, first.record["quote"]["end"]), fields)
    review.replace_with(
        [first.id, last.id],
        state="merged",
        by=office(by),
        at=at,
        reason="Two readings are one.",
        records=[whole],
    )
    return str(whole["id"])


def go_on(*, by: Actor, at: datetime, candidate: str, last: str) -> str:
    """Let a reading go on to the words `last`, which stand after it in the document; its id.

    As where a line ended and the sentence did not. At most two thousand characters are added.
    """
    access.require(by, "correct")
    short = still_waiting(candidate)
    quote = short.record["quote"]
    words = _typed(last, missing="Type the last words of the reading.")
    after = documents.text(short.document).text[quote["end"] : quote["end"] + MOST_ADDED]
    pattern = r"\s+".join(map(re.escape, words.split()))
    found = re.search(pattern, after)
    if found is None:
        raise CannotRecut(
            f"The words “{words[:60]}” do not stand soon after the reading. Copy its last words "
            "from the document, as they stand there."
        )
    whole = _part(short, quote["start"], quote["end"] + found.end(), short.record["fields"])
    review.replace_with(
        [short.id],
        state="merged",
        by=office(by),
        at=at,
        reason=f"It goes on to “{words[:60]}”.",
        records=[whole],
    )
    return str(whole["id"])


def _typed(words: str, *, missing: str) -> str:
    if not words.strip():
        raise CannotRecut(f"{missing} The box is empty.")
    return words.strip()


def _of_part(whole: Candidate, start: int, end: int) -> dict[str, Any]:
    """The fields of a part: a date whose words stand in the reading, but not in it, is not its."""
    fields = dict(whole.record["fields"])
    quote = whole.record["quote"]
    part = quote["exact"][start - quote["start"] : end - quote["start"]]
    for name in _DATES & fields.keys():
        words = fields.get(f"{name}_words")
        if words and _plain(words) in _plain(quote["exact"]) and _plain(words) not in _plain(part):
            fields |= {f: None for f in (name, f"{name}_words", f"{name}_basis") if f in fields}
    return fields


def _plain(words: str) -> str:
    return " ".join(str(words).casefold().split())


def partners(candidate: Candidate) -> tuple[Candidate, ...]:
    """The readings that it can be joined with: the ones of its kind before and after it."""
    same = [
        c
        for c in review.waiting(document=candidate.document, kind=candidate.kind)
        if c.id != candidate.id and not c.readings
    ]
    start = candidate.record["quote"]["start"]
    before = [c for c in same if c.record["quote"]["start"] <= start]
    after = [c for c in same if c.record["quote"]["start"] > start]
    key = _start
    return (*sorted(before, key=key)[-1:], *sorted(after, key=key)[:1])


def _start(candidate: Candidate) -> int:
    return int(candidate.record["quote"]["start"])


def _part(whole: Candidate, start: int, end: int, fields: Mapping[str, Any]) -> dict[str, Any]:
    """The record on another span of the same document; its id is made as the contract says."""
    text = documents.text(whole.document)
    words = text.text[start:end]
    start, end = start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())
    return {
        **whole.record,
        "id": review.id_by_hand(whole.document, whole.kind, start, end),
        "quote": {
            "start": start,
            "end": end,
            "exact": text.text[start:end],
            "page": text.page_of(start),
        },
        "fields": dict(fields),
    }


def still_waiting(name: str) -> Candidate:
    """A reading that waits and that nobody has answered, by its id; or a refusal."""
    found = review.named(name)
    if found is None or found.state != "waiting":
        raise CannotRecut(
            f"No reading that waits has the id “{name[:40]}”. `answerable review` lists them."
        )
    if found.readings:
        raise CannotRecut("Somebody has answered this reading already; decide it as it is.")
    return found


def office(by: Actor) -> str:
    """The office that decides, as a decision names it."""
    return f"{by.body}/{by.office}"

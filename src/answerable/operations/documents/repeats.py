"""What a document states more than once: one key, so that a person decides it once.

A finding in the same words, under the same number, of the same body is one finding: a report says
it in its summary and again in its chapter.

A report gives its grades in a table, and again in a summary or in a chapter. The same body, the
same question and the same grade in one document are one grade; another value is not. A sentence of
a chapter may leave off what the table says of the question after “, and”. A chapter that says the
grade and not its question says one again that the table has given.
"""

import re
from collections import Counter
from collections.abc import Iterable, Set
from datetime import datetime

from answerable.store.papers import review
from answerable.store.papers.review import Candidate

REASON = "The document states it again: confirmed once."
CONFIRMED = ("accepted", "corrected")
REJECTED = "The document states it again: rejected once."
FINDINGS = frozenset({"area_for_improvement", "cause_of_concern", "practice", "recommendation"})
Key = tuple[str, ...]
_LEFT_OFF = re.compile(r",\s+and\s.*", re.DOTALL | re.IGNORECASE)


def key(found: Candidate) -> Key | None:
    """What makes two readings one; None where nothing does, as of a grade without a question."""
    fields = found.record["fields"]
    if found.kind in FINDINGS:
        body, number = fields.get("institution_id") or "", fields.get("number") or ""
        words = str(found.record["quote"]["exact"]).casefold().strip(" .;:,–-")
        return (found.document, found.kind, str(number), str(body), " ".join(words.split()))
    question, value = fields.get("question"), fields.get("value") or fields.get("value_words")
    if found.kind != "grade" or not question or not value:
        return None
    body = fields.get("institution_id") or fields.get("institution") or ""
    asked = _LEFT_OFF.sub("", str(question))
    said = (asked, value, body, fields.get("cycle") or "", fields.get("standing") or "")
    return (found.document, *(" ".join(str(one).casefold().split()) for one in said))


def once(found: Iterable[Candidate]) -> list[Candidate]:
    """The same, of readings that say one thing only the first."""
    seen: set[Key] = set()
    kept = []
    for one in found:
        own = key(one)
        if own is None or own not in seen:
            kept.append(one)
        if own is not None:
            seen.add(own)
    return kept


def times(found: Iterable[Candidate]) -> Counter[Key]:
    """How often a finding stands among some readings, by its key."""
    return Counter(own for one in found if one.kind in FINDINGS and (own := key(one)))


def settle(
    first: Candidate, *, office: str, at: datetime, entry_id: str | None, reason: str = REASON
) -> int:
    """Note of every other reading that says what was decided that it is the same; how many.

    `office` is whoever decided the first. Of grades only what was confirmed is settled so.
    """
    if key(first) is None or (reason == REJECTED and first.kind not in FINDINGS):
        return 0
    same = _same(first)
    if first.kind not in FINDINGS:
        same += _without_question(first, {c.id for c in same})
    for one in same:
        review.decide(one.id, state="again", by=office, at=at, reason=reason, entry_id=entry_id)
    return len(same)


def _same(first: Candidate) -> list[Candidate]:
    own = key(first)
    return [
        c
        for c in review.waiting(document=first.document, kind=first.kind)
        if c.id != first.id and key(c) == own
    ]


def _without_question(first: Candidate, same: Set[int]) -> list[Candidate]:
    """Grades without a question, once every graded question of the document is decided.

    Only where as many questions were confirmed with that value: one that the table does not hold
    stays before a person. `same`: the others that say what the first says, decided with it.
    """
    every = [c for c in review.of(first.document) if c.kind == first.kind]
    decided = {first.id, *same}
    waiting = [c for c in every if c.state == "waiting" and c.id not in decided]
    if any(key(c) for c in waiting):
        return []
    told = {c.id: _value(c) for c in every if key(c)}
    given = Counter(
        told[c.id] for c in every if key(c) and (c.id == first.id or c.state in CONFIRMED)
    )
    again = Counter(map(_value, waiting))
    return [c for c in waiting if again[_value(c)] <= given[_value(c)]]


def _value(found: Candidate) -> str:
    fields = found.record["fields"]
    return " ".join(str(fields.get("value") or fields.get("value_words") or "").casefold().split())

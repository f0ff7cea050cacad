"""What persons decided about readings, as labelled examples and as the precision of each rule."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from answerable.reading.precision import Precision
from answerable.store.papers import review
from answerable.store.papers.review import Candidate
from answerable.vocabulary.refusal import Refusal

LABELS = {
    "accepted": "right",
    "corrected": "corrected",
    "rejected": "wrong",
    "split": "more than one",
    "merged": "part of one",
    "recast": "another kind",
}


class NotWritten(Refusal):
    """A file that cannot be written."""

    code = "not_written"


def precision() -> Mapping[str, Precision]:
    """Rule -> how often it was right, of all that persons decided in this home.

    A reading counts as right when it was accepted, or when a person only added what no machine
    can read from the words: a reference, the day from which it is true.
    """
    right: Counter[str] = Counter()
    seen: Counter[str] = Counter()
    for one in review.decided():
        seen[one.rule] += 1
        right[one.rule] += _is_right(one)
    return {rule: Precision(right[rule], n) for rule, n in seen.items()}


def write(file: Path) -> int:
    """Write every decided reading to a file of JSON Lines; how many.

    Each line: `document`, `kind`, `rule`, `quote`, `label` (right, corrected, wrong, more than
    one, part of one, another kind), `read` (the fields as read), `fields` (as a person left
    them), `reason`.
    Nobody's name and no text beyond the quoted words is in it.
    """
    lines = [json.dumps(line, ensure_ascii=False) for line in _examples()]
    try:
        file.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    except OSError as error:
        raise NotWritten(f"{file} cannot be written: {error.strerror}.") from None
    return len(lines)


def _examples() -> Iterator[dict[str, Any]]:
    for one in review.decided():
        read = one.record["fields"]
        yield {
            "document": one.document,
            "kind": one.kind,
            "rule": one.rule,
            "quote": one.record["quote"],
            "label": "right" if _is_right(one) else LABELS[one.state],
            "read": read,
            "fields": {**read, **_final(one)} if one.state in ("accepted", "corrected") else None,
            "reason": one.reason,
        }


def _final(one: Candidate) -> Mapping[str, Any]:
    return one.readings[-1].fields if one.readings else {}


def _is_right(one: Candidate) -> bool:
    if one.state == "corrected" and one.readings:
        return not any(name in one.record["fields"] for name in _final(one))
    found = one.state == "recast" and one.kind == "residue"  # there was something to read
    return found or one.state == "accepted"

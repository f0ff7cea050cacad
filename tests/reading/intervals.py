"""Score of a folder of samples with 95 per cent intervals, as a Markdown table.

Percentile bootstrap over documents (Efron and Tibshirani, An Introduction to the Bootstrap,
1993, chapter 13): documents are drawn with replacement, because records of one document are
alike; each kind is scored on each draw. The draws are seeded, so a table can be made again.
A draw in which a kind has nothing to count gives no value. No case prints a document's words,
so the table of a sealed folder may be shown.

Run by hand: `python -m tests.reading.intervals corpus/sealed`.
"""

import random
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.reading import corpus
from tests.reading.score import WRONG_COSTS, Tally, score

COUNTED = (
    "grade",
    "grade_count",
    "cause_of_concern",
    "recommendation",
    "area_for_improvement",
    "commitment",
    "meeting",
    "person",
    "action",
    "money",
    "count",
)
DRAWS = 2000
SEED = 20261125

Counts = tuple[int, int, int, int]


def counts(tally: Tally) -> Counts:
    """Gold, found, hits and wrong values of one kind in one document."""
    return tally.gold, tally.found, tally.hits, tally.wrong


def added(rows: Sequence[Counts]) -> Counts:
    """Counts of several documents together."""
    gold, found, hits, wrong = (sum(row[place] for row in rows) for place in range(4))
    return gold, found, hits, wrong


def rates(row: Counts) -> tuple[float | None, float | None, float | None]:
    """Precision, recall and wrong-value rate."""
    gold, found, hits, wrong = row
    return (
        hits / found if found else None,
        hits / gold if gold else None,
        wrong / hits if hits else None,
    )


def interval(values: Sequence[float]) -> tuple[float, float] | None:
    """The middle 95 per cent of the draws."""
    if not values:
        return None
    ranked = sorted(values)
    return ranked[int(0.025 * (len(ranked) - 1))], ranked[int(0.975 * (len(ranked) - 1))]


def estimated(
    rows: Sequence[Counts], *, seed: int = SEED, draws: int = DRAWS
) -> list[tuple[float, float, float] | None]:
    """Precision, recall and wrong-value rate, each as (value, low, high); None where undefined."""
    source = random.Random(seed)  # noqa: S311 - draws of documents, no secret
    sets = [rates(added(source.choices(rows, k=len(rows)))) for _ in range(draws)]
    estimates: list[tuple[float, float, float] | None] = []
    for place, value in enumerate(rates(added(rows))):
        span = interval([rate for one in sets if (rate := one[place]) is not None])
        estimates.append(None if value is None or span is None else (value, *span))
    return estimates


def cell(estimate: Sequence[float] | None) -> str:
    """An estimate as a table cell."""
    if estimate is None:
        return "-"
    value, low, high = estimate
    return f"{value:.2f} ({low:.2f}-{high:.2f})"


def drawn(rows: Sequence[Counts]) -> list[str]:
    """Table cells of precision, recall and wrong-value rate, each with its interval."""
    return [cell(one) for one in estimated(rows)]


def table(documents: Sequence[Mapping[str, Tally]]) -> str:
    """One row a counted kind, and all of them together."""
    lines = [
        "| kind | n | found | precision | recall | wrong-value rate |",
        "|---|---|---|---|---|---|",
    ]
    per_kind = {
        kind: [counts(one[kind]) if kind in one else (0, 0, 0, 0) for one in documents]
        for kind in COUNTED
    }
    per_kind["all counted kinds"] = [
        added([per_kind[kind][place] for kind in COUNTED]) for place in range(len(documents))
    ]
    for kind, rows in per_kind.items():
        gold, found, _, _ = added(rows)
        cells = drawn(rows)
        if kind in COUNTED and kind not in WRONG_COSTS:
            cells[2] = "no value judged"
        lines.append(f"| {kind} | {gold} | {found} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def main(folder: str) -> None:
    """Print the table of one folder."""
    documents = [
        score([(sample.gold, corpus.found(sample))]) for sample in corpus.samples(Path(folder))
    ]
    print(f"{len(documents)} documents\n\n" + table(documents))


if __name__ == "__main__":
    main(sys.argv[1])

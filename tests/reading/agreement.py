"""How far two people agree on what documents hold, and the reader with each of them.

The design (READING, section 7) asks that two people label a tenth of the spans and that their
agreement be published: no reader can be asked to agree with one of them better than the other
person does. `NAME.gold.jsonl` of a folder holds the labels of the first, `second/NAME.gold.jsonl`
those of a second, who saw neither them nor a result. The second is scored against the first by
the rules of the outside scorer, and so is the reader against each, on the same documents.

Run by hand: `python -m tests.reading.agreement corpus/open-16`.
"""

import json
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from tests.reading import corpus
from tests.reading.intervals import COUNTED, added, cell, counts, estimated
from tests.reading.score import Line, Tally, score


class Twice(NamedTuple):
    """A document with the labels of both, and what the reader found."""

    first: Sequence[Line]
    second: Sequence[Line]
    found: Sequence[Line]


COMPARED: dict[str, Callable[[Twice], tuple[Sequence[Line], Sequence[Line]]]] = {
    "second against first": lambda one: (one.first, one.second),
    "reader against first": lambda one: (one.first, one.found),
    "reader against second": lambda one: (one.second, one.found),
}


def twice(folder: Path) -> Iterator[Twice]:
    """The documents of a folder that a second person has labelled."""
    for sample in corpus.samples(folder):
        told = folder / "second" / f"{sample.name}.gold.jsonl"
        if told.exists():
            rows = [json.loads(line) for line in told.read_text(encoding="utf-8").splitlines()]
            second, _ = corpus.anchored(sample.path, rows)
            yield Twice(sample.gold, second, corpus.found(sample))


def table(documents: Sequence[Twice]) -> str:
    """One row a counted kind and one of all: how many labels each has, precision and recall."""
    scored = {name: [score([sides(one)]) for one in documents] for name, sides in COMPARED.items()}
    lines = [
        f"{len(documents)} documents; precision / recall, with 95 % intervals of all kinds",
        "",
        "| kind | labels of the first | of the second | " + " | ".join(COMPARED) + " |",
        "|---|---|---|---|---|---|",
    ]
    for name, kinds in [*((kind, (kind,)) for kind in COUNTED), ("all counted kinds", COUNTED)]:
        rows = {
            way: [added([counts(one.get(kind, Tally())) for kind in kinds]) for one in tallies]
            for way, tallies in scored.items()
        }
        first, second, _, _ = added(rows["second against first"])
        cells = [_rates(own, whole=len(kinds) > 1) for own in rows.values()]
        lines.append(f"| {name} | {first} | {second} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def _rates(rows: Sequence[tuple[int, int, int, int]], *, whole: bool) -> str:
    if whole:
        precision, recall, _ = estimated(rows)
        return f"{cell(precision)} / {cell(recall)}"
    gold, found, hits, _ = added(rows)
    return " / ".join(f"{hits / of:.2f}" if of else "-" for of in (found, gold))


def main(folder: str) -> None:
    """Print the table of one folder."""
    print(table(list(twice(Path(folder)))))


if __name__ == "__main__":
    main(sys.argv[1])

"""The rules for the outside scorer (design of reading, section 2): hits and wrong values.

A gold record and a found record of one kind match where their spans overlap with an
intersection over union of at least 0.5 (commitment 0.3, person 0.4, meeting 0.2), one to
one, best overlap first. A person is matched by name, once a document. Fields of matched
pairs are compared: numbers and dates exactly, words after folding case, punctuation and
quotation marks. Residue is never a hit; residue recall counts missed spans that it shows.

Run by hand: `python -m tests.reading.score corpus/dev`. With `-v` it prints words of the samples,
and refuses a sealed folder.
"""

import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.reading import corpus

NEEDED = {"commitment": 0.3, "person": 0.4, "meeting": 0.2}
LEAST = 0.5
EXACT = {"n", "of", "due", "date", "amount", "value", "time", "on", "papers_due"}
WRONG_COSTS = {
    "grade": ("value",),
    "grade_count": ("value", "n"),
    "money": ("amount",),
    "count": ("n",),
    "recommendation": ("due",),
    "action": ("due",),
    "meeting": ("date",),
    "commitment": ("due",),
    "area_for_improvement": ("due",),
}

Line = Mapping[str, Any]


@dataclass
class Tally:
    """Counts of one kind."""

    gold: int = 0
    found: int = 0
    hits: int = 0
    wrong: int = 0
    shown: int = 0
    fields: dict[str, list[int]] = field(default_factory=lambda: defaultdict(lambda: [0, 0]))

    @property
    def precision(self) -> float | None:
        return self.hits / self.found if self.found else None

    @property
    def recall(self) -> float | None:
        return self.hits / self.gold if self.gold else None

    @property
    def wrong_rate(self) -> float | None:
        return self.wrong / self.hits if self.hits else None


def fold(value: object) -> object:
    """Words without case, punctuation and quotation marks; other values as they are."""
    if not isinstance(value, str):
        return value
    return " ".join(re.sub(r"[\W_]+", " ", value.casefold()).split())


def overlap(one: Line, other: Line) -> float:
    """Intersection over union of two quotes."""
    a, b = one["quote"], other["quote"]
    shared = min(a["end"], b["end"]) - max(a["start"], b["start"])
    whole = max(a["end"], b["end"]) - min(a["start"], b["start"])
    return max(shared, 0) / whole if whole else 0.0


def pairs(gold: Sequence[Line], found: Sequence[Line], kind: str) -> list[tuple[int, int]]:
    """Matched places of gold and found records of one kind."""
    if kind == "person":
        return _by_name(gold, found)
    least = NEEDED.get(kind, LEAST)
    close = sorted(
        (
            (overlap(one, other), _agree(one, other), place, index)
            for place, one in enumerate(gold)
            for index, other in enumerate(found)
            if overlap(one, other) >= least
        ),
        key=lambda pair: (-pair[0], -pair[1], pair[2], pair[3]),
    )
    taken_gold: set[int] = set()
    taken_found: set[int] = set()
    matched = []
    for _, _, place, index in close:
        if place in taken_gold or index in taken_found:
            continue
        taken_gold.add(place)
        taken_found.add(index)
        matched.append((place, index))
    return matched


def _agree(one: Line, other: Line) -> int:
    return sum(
        1
        for name, value in one["fields"].items()
        if fold(other["fields"].get(name)) == fold(value)
    )


def _by_name(gold: Sequence[Line], found: Sequence[Line]) -> list[tuple[int, int]]:
    names = {fold(one["fields"]["name"]): place for place, one in reversed(list(enumerate(found)))}
    return [
        (place, names[fold(one["fields"]["name"])])
        for place, one in enumerate(gold)
        if fold(one["fields"]["name"]) in names
    ]


def score(documents: Iterable[tuple[Sequence[Line], Sequence[Line]]]) -> dict[str, Tally]:
    """Tallies by kind over (gold lines, found lines) of each document."""
    tallies: dict[str, Tally] = defaultdict(Tally)
    for gold, found in documents:
        kinds = {line["kind"] for line in gold} | {line["kind"] for line in found}
        shown = [line for line in found if line["kind"] == "residue"]
        for kind in sorted(kinds - {"document", "residue"}):
            wanted = [line for line in gold if line["kind"] == kind]
            given = [line for line in found if line["kind"] == kind]
            _add(tallies[kind], wanted, given, shown, kind)
    return dict(tallies)


def _add(
    tally: Tally, wanted: list[Line], given: list[Line], shown: list[Line], kind: str
) -> None:
    matched = pairs(wanted, given, kind)
    tally.gold += len(wanted)
    tally.found += len(given)
    tally.hits += len(matched)
    missed = [
        one for place, one in enumerate(wanted) if place not in {pair[0] for pair in matched}
    ]
    tally.shown += sum(
        1
        for one in missed
        if any(
            min(one["quote"]["end"], other["quote"]["end"])
            > max(one["quote"]["start"], other["quote"]["start"])
            for other in shown
        )
    )
    for place, index in matched:
        for name, value in wanted[place]["fields"].items():
            if name == "due" and value is None and name in given[index].get("inferred", ()):
                continue  # worked out from words that hold no date: a scorer may drop it
            same = fold(given[index]["fields"].get(name)) == fold(value)
            tally.fields[name][0] += same
            tally.fields[name][1] += 1
            if (
                not same
                and name in WRONG_COSTS.get(kind, ())
                and given[index]["fields"].get(name) is not None
            ):
                tally.wrong += 1


def table(tallies: Mapping[str, Tally]) -> str:
    """A plain table of the tallies."""

    def shown(value: float | None) -> str:
        return "   - " if value is None else f"{value:5.2f}"

    rows = [f"{'kind':22} gold found  hits  prec recall wrong  fields"]
    for kind, one in sorted(tallies.items()):
        fields = " ".join(f"{name} {good}/{total}" for name, (good, total) in one.fields.items())
        rows.append(
            f"{kind:22} {one.gold:4} {one.found:5} {one.hits:5} {shown(one.precision)}"
            f" {shown(one.recall)} {shown(one.wrong_rate)}  {fields}"
        )
    return "\n".join(rows)


def sealed(folder: Path) -> bool:
    """Whether whoever writes rules may see no word of the folder."""
    return any(part.startswith("sealed") for part in folder.resolve().parts)


def main(folder: str) -> None:
    """Print the score of a folder of samples, and with `-v` each miss and each extra."""
    told = "-v" in sys.argv
    if told and sealed(Path(folder)):
        raise SystemExit(f"{folder} is sealed: leave -v out, only totals leave it.")
    documents = []
    for sample in corpus.samples(Path(folder)):
        found = corpus.found(sample)
        documents.append((sample.gold, found))
        if told:
            _explain(sample.name, sample.gold, found)
    print("own labels\n" + table(score(documents)))


def _explain(name: str, gold: Sequence[Line], found: Sequence[Line]) -> None:
    print(f"== {name}")
    for kind in sorted({line["kind"] for line in [*gold, *found]} - {"document", "residue"}):
        wanted = [line for line in gold if line["kind"] == kind]
        given = [line for line in found if line["kind"] == kind]
        matched = pairs(wanted, given, kind)
        for place, one in enumerate(wanted):
            if place not in {pair[0] for pair in matched}:
                print("  missed", kind, repr(one["quote"]["exact"][:110]))
        for index, one in enumerate(given):
            if index not in {pair[1] for pair in matched}:
                print("  extra ", kind, one["rule"], repr(one["quote"]["exact"][:110]))
        for place, index in matched:
            for field_name, value in wanted[place]["fields"].items():
                have = given[index]["fields"].get(field_name)
                if fold(have) != fold(value):
                    print(
                        "  field ",
                        kind,
                        repr(wanted[place]["quote"]["exact"][:50]),
                        field_name,
                        repr(have),
                        "gold",
                        repr(value),
                    )


if __name__ == "__main__":
    main(sys.argv[1])

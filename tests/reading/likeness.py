"""Learn what passages with a record are like, from the open sample documents.

    python -m tests.reading.likeness           # each set read by what the others teach
    python -m tests.reading.likeness --write   # all sets teach; writes catalogue/likeness.txt

A logistic model for each kind, with a penalty on the square of its weights (ridge; Hosmer,
Lemeshow and Sturdivant 2013, chapter 4; le Cessie and van Houwelingen 1992), found by L-BFGS.
A passage is an example of a kind where a label covers it as the scorer asks. Rules were written
on the same sets, so what likeness adds here is less than on a document that nobody has seen; only
a sealed set says what it adds.
"""

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy import optimize, sparse, special

from answerable.reading.likeness.cues import cues
from answerable.reading.likeness.likeness import readable
from answerable.reading.likeness.weights import SCALE, Weights
from answerable.reading.material import Material
from answerable.reading.reading import read
from tests.reading import corpus
from tests.reading.score import LEAST, NEEDED, Line, overlap, pairs

SETS = ("open", "open-2", "open-3", "open-4", "open-5", "open-6", "open-7", "open-8")
KINDS = {
    "recommendation": 0.4,
    "cause_of_concern": 0.4,
    "area_for_improvement": 0.4,
    "action": 0.4,
    "commitment": 0.2,
}
"""Each kind and the least likelihood at which it is proposed: at it, more than one in two was
right among what no rule had read, in three sets that the weights had not seen."""
STRENGTH = 20.0
"""The inverse of the penalty: chosen once, and no other was measured."""
FEWEST = 2
"""Documents that a cue must stand in."""
SMALLEST = 30
"""A weight below it, in hundredths, is left out."""
OUT = Path(__file__).parents[2] / "src" / "answerable" / "catalogue" / "likeness.txt"
HEAD = """\
# What words and places of a passage weigh for each kind of record, in hundredths; parted by tabs.
# Learnt from this project's own sample documents by: python -m tests.reading.likeness --write
"""

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Example:
    """One passage: the set and document it is of, its cues, and the kinds that labels give it."""

    folder: str
    document: str
    cues: frozenset[str]
    kinds: frozenset[str]


def examples(folder: str) -> Iterator[Example]:
    """The passages of a set, each once."""
    for sample in corpus.samples(corpus.ROOT / folder):
        text = corpus.canonical_text(sample.path)
        choice = read(
            text, profiles=corpus.profiles(), gazetteer=corpus.GAZETTEER, meta=sample.meta
        ).choice
        material = Material(text, choice.profile, corpus.GAZETTEER, sample.meta)
        before, seen = "", set()
        for passage in (*material.passages, *material.cells):
            place = passage.body, passage.end
            if readable(passage) and place not in seen:
                seen.add(place)
                own = cues(text.text, passage, before, choice.profile.id)
                yield Example(folder, sample.name, own, _labelled(sample.gold, place))
            before = text.text[passage.body : passage.end]


def _labelled(gold: Sequence[Line], place: tuple[int, int]) -> frozenset[str]:
    here = {"quote": {"start": place[0], "end": place[1]}}
    return frozenset(
        str(line["kind"])
        for line in gold
        if line["quote"]
        and line["kind"] in KINDS
        and overlap(line, here) >= NEEDED.get(str(line["kind"]), LEAST)
    )


def learnt(known: Sequence[Example]) -> Weights:
    """The weights that the examples teach."""
    documents: dict[tuple[str, str], set[str]] = defaultdict(set)
    for one in known:
        documents[one.folder, one.document] |= one.cues
    within = Counter(cue for cues_of in documents.values() for cue in cues_of)
    names = sorted(cue for cue, count in within.items() if count >= FEWEST)
    at = {cue: place for place, cue in enumerate(names)}
    matrix = _matrix(known, at)
    columns, bases = [], []
    for kind in KINDS:
        wanted = np.array([kind in one.kinds for one in known], dtype=np.float64)
        weights = _fitted(matrix, wanted)
        bases.append(round(float(weights[-1]) * SCALE))
        columns.append(np.rint(weights[:-1] * SCALE).astype(int))
    table = np.stack(columns, axis=1)
    table[np.abs(table) < SMALLEST] = 0
    heavy = {
        name: tuple(int(one) for one in row)
        for name, row in zip(names, table, strict=True)
        if row.any()
    }
    return Weights(tuple(KINDS), tuple(bases), tuple(KINDS.values()), heavy)


def _matrix(known: Sequence[Example], at: Mapping[str, int]) -> sparse.csr_matrix:
    """A row for each example: its cues over the root of their number, and a last column of 1."""
    rows, columns, values = [], [], []
    for row, one in enumerate(known):
        places = [at[cue] for cue in one.cues if cue in at]
        rows.extend([row] * (len(places) + 1))
        columns.extend([*places, len(at)])
        values.extend([1 / np.sqrt(len(one.cues))] * len(places) + [1.0])
    return sparse.csr_matrix((values, (rows, columns)), shape=(len(known), len(at) + 1))


def _fitted(matrix: sparse.csr_matrix, wanted: Floats) -> Floats:
    signs = 2 * wanted - 1
    penalised = np.ones(matrix.shape[1])
    penalised[-1] = 0

    def loss(weights: Floats) -> tuple[float, Floats]:
        margins = signs * (matrix @ weights)
        slope = matrix.T @ (-signs * special.expit(-margins))
        cost = -special.log_expit(margins).sum() + (penalised * weights**2).sum() / 2 / STRENGTH
        return float(cost), slope + penalised * weights / STRENGTH

    start = np.zeros(matrix.shape[1])
    found = optimize.minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 300})
    return np.asarray(found.x, dtype=np.float64)


def added(folder: str, weights: Weights) -> dict[str, list[int]]:
    """Of a set, by kind: labels, what the rules find and hit, and the same with likeness."""
    figures = {kind: [0] * 5 for kind in KINDS}
    for sample in corpus.samples(corpus.ROOT / folder):
        text = corpus.canonical_text(sample.path)
        for place, one in enumerate((None, weights)):
            lines = list(
                read(
                    text,
                    profiles=corpus.profiles(),
                    gazetteer=corpus.GAZETTEER,
                    meta=sample.meta,
                    likeness=one,
                ).lines()
            )
            for kind, figure in figures.items():
                gold = [line for line in sample.gold if line["kind"] == kind]
                found = [line for line in lines if line["kind"] == kind]
                figure[0] += len(gold) * (place == 0)
                figure[1 + 2 * place] += len(found)
                figure[2 + 2 * place] += len(pairs(gold, found, kind))
    return figures


def lines(weights: Weights) -> Iterator[str]:
    """The lines of a file of weights."""
    yield HEAD.rstrip("\n")
    for name, row in (("kinds", weights.kinds), ("base", weights.base), ("least", weights.least)):
        yield "\t".join((name, *map(str, row)))
    for cue, row in sorted(weights.cues.items()):
        yield "\t".join((cue, *map(str, row)))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--write", action="store_true", help="learn from all and write the file")
    options = parser.parse_args()
    known = {folder: list(examples(folder)) for folder in SETS}
    if options.write:
        weights = learnt([one for folder in SETS for one in known[folder]])
        OUT.write_text("\n".join(lines(weights)) + "\n", encoding="utf-8")
        print(f"{len(weights.cues):,} cues written to {OUT.name}")
        return
    print("set, kind: labels; precision and recall by rules; with likeness")
    for folder in SETS[1:]:
        others = [one for other in SETS if other != folder for one in known[other]]
        for kind, (gold, found, hits, more, right) in added(folder, learnt(others)).items():
            print(
                f"{folder} {kind}: {gold}; {hits / max(found, 1):.2f} {hits / max(gold, 1):.2f}; "
                f"{right / max(more, 1):.2f} {right / max(gold, 1):.2f}"
            )


if __name__ == "__main__":
    main()

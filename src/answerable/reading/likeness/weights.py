"""What cues weigh for each kind of record: a logistic model, learnt from labelled documents.

Learnt by `python -m tests.reading.likeness` from the project's own samples alone and kept as lines
of text in `catalogue/likeness.txt`, so that a person can read what speaks for a kind.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import exp, sqrt

from answerable.vocabulary.refusal import Refusal

RULES = "likeness."
"""How the rule of a record begins that no rule reads."""
SCALE = 100
"""Weights are kept as hundredths."""


class BadWeights(Refusal):
    """Lines that are no weights."""

    code = "bad-weights"


@dataclass(frozen=True, slots=True)
class Weights:
    """For each kind: its `base`, the `least` likelihood at which it is proposed, and the cues.

    `cues` maps a cue to its weights in the order of `kinds`, in hundredths.
    """

    kinds: tuple[str, ...]
    base: tuple[int, ...]
    least: tuple[float, ...]
    cues: Mapping[str, tuple[int, ...]]

    def likelihoods(self, of: frozenset[str]) -> tuple[float, ...]:
        """The likelihood of each kind, from 0 to 1, for a passage with these cues.

        A cue counts one over the root of their number, known or not: long and short passages
        weigh the same.
        """
        known = [self.cues[cue] for cue in of if cue in self.cues]
        totals = [sum(one) for one in zip(*known, strict=True)] or [0] * len(self.kinds)
        length = sqrt(len(of)) or 1.0
        return tuple(
            1 / (1 + exp(-(base + total / length) / SCALE))
            for base, total in zip(self.base, totals, strict=True)
        )


NONE = Weights((), (), (), {})


def from_lines(lines: Iterable[str]) -> Weights:
    """Weights from their lines: `kinds`, `base` and `least`, then a cue and its weights a line.

    Parts are parted by tabs; `#` begins a remark. Raises BadWeights for a line of another form.
    """
    rows = [line.rstrip("\n").split("\t") for line in lines if not line.startswith("#")]
    try:
        (_, *kinds), (_, *base), (_, *least), *cues = rows
        made = Weights(
            tuple(kinds),
            tuple(int(one) for one in base),
            tuple(float(one) for one in least),
            {cue: tuple(int(one) for one in weights) for cue, *weights in cues},
        )
    except ValueError as error:
        raise BadWeights(f"These are no weights of likeness: {error}.") from None
    if any(len(row) != len(kinds) + 1 for row in rows):
        raise BadWeights(f"Each line of weights has a cue and {len(kinds)} numbers.")
    return made

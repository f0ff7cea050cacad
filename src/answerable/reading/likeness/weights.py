"""What cues weigh for each kind of record: a multinomial logistic model, learnt from labels.

Learnt by `python -m tests.reading.likeness` from the project's own samples alone and kept as lines
of text in `catalogue/likeness.txt`, so that a person can read what speaks for a kind.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from math import exp, sqrt

from answerable.reading.likeness.cues import Group, Part
from answerable.vocabulary.refusal import Refusal

RULES = "likeness."
"""How the rule of a record begins that no rule reads."""
SCALE = 10
"""Weights are kept as tenths."""
_IN_A_ROW = frozenset(("b", "kk", "m"))
"""Cues of two words."""
_MOST = 500  # of which the exponential is still a number
_BITS = 48
_ONE = 1 << 24
_HALF, _MASK = 1 << _BITS - 1, (1 << _BITS) - 1
PLACES = ("list", "prose")
"""A passage stands in a row, list or other marked block, or in running text."""


class BadWeights(Refusal):
    """Lines that are no weights."""

    code = "bad-weights"


@dataclass(frozen=True, slots=True)
class Weights:
    """For each kind: its `base`, the `least` likelihood at which it is proposed, and the cues.

    `least` has a row for each of PLACES; below `unlikely` what a rule read is left out. `cues`
    maps a cue to its weights in the order of `kinds`, in tenths.
    """

    kinds: tuple[str, ...]
    base: tuple[int, ...]
    least: Mapping[str, tuple[float, ...]]
    unlikely: tuple[float, ...]
    cues: Mapping[str, tuple[int, ...]]
    _packed: Mapping[str, Mapping[object, int]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        packed: dict[str, dict[object, int]] = defaultdict(dict)
        for cue, row in self.cues.items():
            name, _, words = cue.partition("=")
            one = packed[""][cue] = _in_one(row)
            packed[name][tuple(words.split(" ")) if name in _IN_A_ROW else words] = one
        object.__setattr__(self, "_packed", packed)

    def likelihoods(
        self, groups: Iterable[Group], known: dict[Part, int] | None = None
    ) -> tuple[float, ...]:
        """The likelihood of each kind, from 0 to 1, for a passage with these groups of cues.

        Kinds are rivals of one another and of no kind at all, whose weights are 0: what speaks
        for one speaks against the others, and together they are at most 1. A cue counts what its
        group weighs over the root of the group's number of cues, known or not: long and short
        passages weigh the same. `known` keeps, from one passage of a paper to the next, what
        the parts weigh that are frozen sets: those of a heading, a title or a lead-in come again.
        """
        if known is None:
            known = {}
        total = _in_one(self.base) * _ONE
        for weighs, parts in groups:
            packed = size = 0
            for part in parts:
                name, cues = part
                size += len(cues)
                if type(cues) is not frozenset:
                    packed += sum(filter(None, map(self._packed[name].get, cues)))
                    continue
                if (weight := known.get(part)) is None:
                    weight = sum(filter(None, map(self._packed[name].get, cues)))
                    known[part] = weight
                packed += weight
            if packed:
                total += packed * round(_ONE * weighs / sqrt(size))
        total += _in_one([_HALF] * len(self.base))
        totals = [((total >> _BITS * nth & _MASK) - _HALF) / _ONE for nth in range(len(self.base))]
        shares = [exp(min(one / SCALE, _MOST)) for one in totals]
        whole = 1 + sum(shares)
        return tuple(one / whole for one in shares)

    def of(self, cues: Iterable[str], kind: str) -> int:
        """What cues weigh for one kind together, in tenths."""
        nth = self.kinds.index(kind)
        return sum(self.cues[cue][nth] for cue in cues if cue in self.cues)


def _in_one(row: Sequence[int]) -> int:
    """The weights of a cue in one number, so that those of many cues are added at once."""
    return sum(one << _BITS * nth for nth, one in enumerate(row))


NONE = Weights((), (), {}, (), {})


def from_lines(lines: Iterable[str]) -> Weights:
    """Weights from their lines: `kinds`, `base`, a `least` a place, `unlikely`, then the cues.

    Parts are parted by tabs; `#` begins a remark; no number is 0. Raises BadWeights for a line
    of another form.
    """
    rows = [line.rstrip("\n").split("\t") for line in lines if not line.startswith("#")]
    try:
        (_, *kinds), (_, *base), *least, unlikely = rows[: len(PLACES) + 3]
        cues = rows[len(PLACES) + 3 :]
        made = Weights(
            tuple(kinds),
            tuple(int(one) for one in base),
            {place: _floats(row) for place, row in zip(PLACES, least, strict=True)},
            _floats(unlikely),
            {cue: tuple(int(one or 0) for one in weights) for cue, *weights in cues},
        )
    except ValueError as error:
        raise BadWeights(f"These are no weights of likeness: {error}.") from None
    if any(len(row) != len(kinds) + 1 for row in rows):
        raise BadWeights(f"Each line of weights has a cue and {len(kinds)} numbers.")
    return made


def _floats(row: Sequence[str]) -> tuple[float, ...]:
    return tuple(float(one) for one in row[1:])

"""What is fixed before the after-data are seen: the terms by which a verdict is given."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date
from math import isfinite
from typing import Literal

from answerable.vocabulary.refusal import Refusal

Kind = Literal["count", "rate", "percent", "mean"]
Good = Literal["increase", "decrease"]
FamilyRule = Literal["none", "bh", "by"]
AlphaSource = Literal["default", "option", "table"]

ALPHA = 0.005
MINIMUM_CHANGE = 0.10
MOST_WASHOUT = 120
LOOKS_AT = (6, 12, 24)


class ProtocolRefused(Refusal):
    """Terms that no verdict can be given by."""

    code = "protocol_refused"


def _refuse_unless(holds: bool, code: str, sentence: str) -> None:
    if not holds:
        raise ProtocolRefused(sentence, code=code)


@dataclass(frozen=True)
class Protocol:
    """The terms of one verdict. Raises ProtocolRefused for terms that contradict themselves.

    `action` is the first period in which the action counts as under way; `washout` periods from
    there are left out. `selection` are the first and last period that triggered the action,
    inclusive. `minimum_change` is relative. `alpha` is one-sided, each way; None means 0.005 or
    the smaller value of the alpha table. With three looks `look_at` (months) is needed and a
    third of alpha is used. `sha256` is the hash of the recorded protocol, if it was recorded.
    """

    action: date
    direction: Good
    kind: Kind = "count"
    washout: int = 0
    selection: tuple[date, date] | None = None
    minimum_change: float = MINIMUM_CHANGE
    alpha: float | None = None
    looks: int = 1
    look_at: int | None = None
    breaks: tuple[date, ...] = ()
    use_peers: bool = True
    definition_reviewed: bool = True
    sha256: str | None = None

    def __post_init__(self) -> None:
        alpha = ALPHA if self.alpha is None else self.alpha
        minimum = self.minimum_change
        chosen = self.selection
        _refuse_unless(
            0 <= self.washout <= MOST_WASHOUT,
            "washout_out_of_range",
            f"The wash-out is a number of periods from 0 to {MOST_WASHOUT}.",
        )
        _refuse_unless(
            chosen is None or chosen[0] <= chosen[1],
            "selection_reversed",
            "The selection period ends before it starts. Give the earlier date as its start.",
        )
        _refuse_unless(
            isfinite(minimum) and 0 <= minimum < 1,
            "minimum_change_out_of_range",
            "The minimum important change is a share from 0 to under 1: 0.10 is 10 %.",
        )
        _refuse_unless(
            0 < alpha < 0.5,
            "alpha_out_of_range",
            "Alpha is one-sided: more than 0 and less than 0.5.",
        )
        _refuse_unless(
            self.looks in (1, 3), "looks_not_offered", "A protocol has 1 look or 3 looks."
        )
        _refuse_unless(
            self.look_at is None or self.look_at in LOOKS_AT,
            "look_not_offered",
            "A look is at 6, 12 or 24 months.",
        )
        _refuse_unless(
            self.looks == 1 or self.look_at is not None,
            "look_at_required",
            "With 3 looks, say which look this is: at 6, 12 or 24 months.",
        )

    def alpha_used(
        self, table: "AlphaTable", *, period: str, before: int, after: int, peers: int
    ) -> tuple[float, AlphaSource]:
        """The alpha of this verdict and where it comes from, for `before` and `after` periods."""
        if self.alpha is not None:
            return self.alpha / self.looks, "option"
        smaller = table.alpha(period=period, before=before, after=after, peers=peers)
        if smaller is not None and smaller < ALPHA:
            return smaller / self.looks, "table"
        return ALPHA / self.looks, "default"


@dataclass(frozen=True)
class AlphaCorner:
    """A corner whose measured rate of false verdicts was too high; bounds are inclusive."""

    period: str
    before: tuple[int, int]
    after: tuple[int, int]
    peers: tuple[int, int]
    alpha: float


@dataclass(frozen=True)
class AlphaTable:
    """Smaller alphas by corner of the design, from `catalogue/alpha.toml`."""

    corners: tuple[AlphaCorner, ...] = ()

    def alpha(self, *, period: str, before: int, after: int, peers: int) -> float | None:
        """The smallest alpha of the corners that hold this design; None outside all of them."""
        found = [
            corner.alpha
            for corner in self.corners
            if corner.period == period
            and corner.before[0] <= before <= corner.before[1]
            and corner.after[0] <= after <= corner.after[1]
            and corner.peers[0] <= peers <= corner.peers[1]
        ]
        return min(found, default=None)


NO_TABLE = AlphaTable()


def digest(
    protocol: Protocol,
    *,
    measure: str,
    body: str,
    peers: Sequence[str],
    family: Sequence[tuple[str, str]],
    family_rule: FamilyRule,
) -> str:
    """SHA-256 of everything that is fixed beforehand: the `protocol_sha256` of a verdict.

    `family` lists every (measure, body) judged together; it is closed when the protocol is fixed.
    """
    terms = {key: value for key, value in asdict(protocol).items() if key != "sha256"}
    fixed = {
        "measure": measure,
        "body": body,
        "peers": sorted(peers),
        "family": sorted(map(list, family)),
        "family_rule": family_rule,
        "terms": terms,
    }
    text = json.dumps(fixed, sort_keys=True, ensure_ascii=False, default=str)
    return hashlib.sha256(text.encode()).hexdigest()

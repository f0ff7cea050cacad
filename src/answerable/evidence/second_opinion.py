"""Does synthetic difference-in-differences over all bodies agree with a verdict?

It never gives a verdict and takes none away; it adds to the strength of one. Donors are all other
bodies with a value in every period that the verdict used. With fewer than 19 no placebo rank can
reach p = .05, so there is no opinion.
"""

from dataclasses import dataclass
from typing import Literal

import numpy as np

from answerable.evidence.cases import Case, CaseRefused, arrange, in_quarters
from answerable.evidence.interrupted import on_scale, relative
from answerable.evidence.placebos import opinion
from answerable.evidence.series import BoolArray
from answerable.evidence.synthetic import Panel
from answerable.evidence.verdicts import Judgement

LEAST_DONORS = 19
MOST_P = 0.10

Strength = Literal[
    "second_opinion_agrees",
    "second_opinion_differs",
    "second_opinion_inconclusive",
    "second_opinion_not_available",
]


@dataclass(frozen=True)
class SecondOpinion:
    """What the other method found: relative change, rank of the body among its placebos as p,
    and how many donors there were. Where it is not available only the number is known."""

    strength: Strength
    donors: int
    effect: float | None = None
    p: float | None = None


def second_opinion(everybody: Case, made: Judgement) -> SecondOpinion:
    """The opinion on a verdict; `everybody` holds all other bodies as the peers of its target.

    The scale, the wash-out and the look are those of the verdict.
    """
    if made.effect is None:
        return SecondOpinion("second_opinion_not_available", 0)
    protocol = made.protocol
    try:
        held = arrange(everybody, protocol)
    except CaseRefused:  # a body with quarters among months: no panel of all can be made
        return SecondOpinion("second_opinion_not_available", 0)
    if made.period == "quarter" and held.calendar.period == "month":
        held = in_quarters(held, protocol.washout)
    kind = protocol.kind
    own = on_scale(held.target, held.target_den, kind)
    others = on_scale(held.peers, held.peers_den, kind)
    used = (held.baseline | held.after) & ~np.isnan(own)
    whole: BoolArray = ~np.asarray(np.isnan(others[:, used]).any(axis=1))
    donors = int(whole.sum())
    if donors < LEAST_DONORS:
        return SecondOpinion("second_opinion_not_available", donors)
    panel = Panel(
        units=(
            everybody.target.name,
            *(name for name, kept in zip(held.peer_names, whole, strict=True) if kept),
        ),
        times=tuple(str(i) for i in np.flatnonzero(used)),
        y=np.vstack([own[used], others[whole][:, used]]),
        treated=(everybody.target.name,),
        before=int((held.baseline & used).sum()),
    )
    found = opinion(panel, "sdid")
    att, p = found.estimate.att, found.placebo.p
    strength: Strength = "second_opinion_inconclusive"
    if p is not None and p <= MOST_P:
        same = np.sign(att) == np.sign(made.effect)
        strength = "second_opinion_agrees" if same else "second_opinion_differs"
    return SecondOpinion(strength, donors, float(relative(np.array(att))), p)

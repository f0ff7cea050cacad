"""What a comparison says when each peer in turn is left out.

A peer that the same action reached, or whose own level shifted, pulls the comparison its way.
Which one it was the figures do not tell; how far the answer rests on any one of them, they do.
"""

from dataclasses import dataclass, replace

import numpy as np

from answerable.evidence.cases import SEASON, Panel
from answerable.evidence.interrupted import Fit, design, fit, on_scale, pooled
from answerable.evidence.measurable import used_rows
from answerable.evidence.protocol import Protocol
from answerable.evidence.series import FloatArray


@dataclass(frozen=True)
class WithoutAPeer:
    """The least and the greatest effect with one peer left out, and the peers without whom the
    change is not significant, is smaller than the minimum, or goes the other way; none where no
    change is called.
    """

    effect_low: float
    effect_high: float
    rests_on: tuple[str, ...]


def without_a_peer(
    panel: Panel, protocol: Protocol, whole: Fit, *, alpha: float
) -> WithoutAPeer | None:
    """Fit the comparison again without each peer; None where no such fit can be made."""
    alone = on_scale(panel.target, panel.target_den, protocol.kind)
    better = bool(whole.p_improved < whole.p_worsened)
    effects: list[float] = []
    rests_on: list[str] = []
    for i, name in enumerate(panel.peer_names):
        one = _fit_without(panel, protocol, i, alone)
        if bool(one.flat):
            continue
        effect = float(one.effect())
        p = float(one.p_improved if better else one.p_worsened)
        effects.append(effect)
        if p >= alpha or abs(effect) < protocol.minimum_change:
            rests_on.append(name)
    if not effects:
        return None
    return WithoutAPeer(min(effects), max(effects), tuple(rests_on))


def _fit_without(panel: Panel, protocol: Protocol, peer: int, alone: FloatArray) -> Fit:
    others = replace(
        panel,
        peers=np.delete(panel.peers, peer, axis=0),
        peers_den=None if panel.peers_den is None else np.delete(panel.peers_den, peer, axis=0),
        peer_names=(*panel.peer_names[:peer], *panel.peer_names[peer + 1 :]),
    )
    z = alone - pooled(others.peers, others.peers_den, protocol.kind)
    rows = used_rows(others, z)
    x = design(rows.t, rows.after, SEASON[panel.calendar.period], trend_from=None)
    return fit(rows.z, rows.t, x, direction=protocol.direction)

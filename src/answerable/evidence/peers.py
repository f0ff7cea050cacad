"""Which peers can be compared with: not those with gaps, without any variation, or the target."""

from dataclasses import replace

import numpy as np

from answerable.evidence.cases import LEAST_MEAN, MOST_MISSING, Panel
from answerable.evidence.series import FloatArray

LEAST_EQUAL = 6
"""Periods of which every figure must agree before a peer is taken for the target itself."""


def usable_peers(panel: Panel) -> tuple[Panel, tuple[str, ...]]:
    """The panel without peers that cannot be compared with, and a note on each.

    `peer_dropped` misses over 10 % of the judged periods; `peer_without_variation` has one figure
    throughout, as zeros that stand for missing ones; `peer_only_zeros_after` has nothing but zeros
    since the action, as when its recording stops; `peer_equals_target` is the target again.
    """
    judged = panel.baseline | panel.after
    if not judged.any() or not panel.peer_names:
        return panel, ()
    peers = _levels(panel.peers, panel.peers_den)[:, judged]
    target = _levels(panel.target, panel.target_den)[judged]
    notes = [
        _note(values, target) or ("peer_only_zeros_after" if stopped(counts, panel) else "")
        for values, counts in zip(peers, panel.peers, strict=True)
    ]
    keep = np.array([not note for note in notes])
    if keep.all():
        return panel, ()
    kept = replace(
        panel,
        peers=panel.peers[keep],
        peers_den=None if panel.peers_den is None else panel.peers_den[keep],
        peer_names=tuple(n for n, k in zip(panel.peer_names, keep, strict=True) if k),
    )
    said = zip(notes, panel.peer_names, strict=True)
    return kept, tuple(f"{note}:{name}" for note, name in said if note)


def stopped(counts: FloatArray, panel: Panel) -> bool:
    """Is every figure of a body since the action 0, of what was counted before it?

    At 5 a period or more, six zeros come by chance less than once in 10^13: the recording has
    stopped, or the measure has ended, and neither is a change of what is measured.
    """
    held = ~np.isnan(counts)
    before, after = counts[panel.baseline & held], counts[panel.after & held]
    return bool(len(before) and len(after)) and not after.any() and before.mean() >= LEAST_MEAN


def _levels(values: FloatArray, dens: FloatArray | None) -> FloatArray:
    return values if dens is None else values / dens


def _note(values: FloatArray, target: FloatArray) -> str:
    held = ~np.isnan(values)
    if 1 - held.mean() > MOST_MISSING:
        return "peer_dropped"
    if np.ptp(values[held]) == 0:
        return "peer_without_variation"
    both = held & ~np.isnan(target)
    if both.sum() >= LEAST_EQUAL and bool((values[both] == target[both]).all()):
        return "peer_equals_target"
    return ""

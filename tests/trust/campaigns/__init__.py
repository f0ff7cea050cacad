"""Campaigns that add up: each takes a seed and says after every round whether it held.

The commit tests run a few rounds; `benchmarks/deep.py` runs them for minutes. `rounds(home,
chance, tally)` yields for each round None when it held, else what did not; `tally` counts what a
control did and what a round met, so that a campaign which tested nothing cannot look good.
"""

from collections import Counter
from collections.abc import Iterator

Round = Iterator[str | None]
Tally = Counter[str]

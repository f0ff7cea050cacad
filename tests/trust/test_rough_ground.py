"""Promise P1 where the disk is full or read-only, the clock jumps, a process dies (R-01, 05, 06).

A few rounds of the campaigns that `benchmarks/deep.py` runs for minutes.
"""

import random
from collections import Counter
from itertools import islice
from pathlib import Path

import pytest

from tests.conftest import use_home
from tests.trust.campaigns import clocks, full_disk, kills
from tests.trust.campaigns.power import CannotTest

SEED = 20_261_125


@pytest.mark.usefixtures("book")
@pytest.mark.parametrize(
    ("campaign", "count", "met"),
    [
        (kills, 20, "acknowledged"),
        (clocks, 1, "entries with a clock that went back"),
        (full_disk, 3, "full"),
    ],
    ids=["kills", "clocks", "full disk"],
)
def test_a_few_rounds_hold(
    campaign: object, count: int, met: str, home: Path, tmp_path: Path
) -> None:
    chance = random.Random(SEED)  # noqa: S311  # a seed that repeats the run
    tally = Counter[str]()
    made = campaign.rounds(home, chance, tally)  # type: ignore[attr-defined]  # a module
    try:
        said = list(islice(made, count))
    except CannotTest as why:
        pytest.skip(str(why))
    finally:
        made.close()
        use_home(home)
    assert [words for words in said if words] == []
    assert tally[met] > 0, "the control: it met what it is about"

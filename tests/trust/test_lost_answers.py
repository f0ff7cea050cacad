"""Promise P1: an answer lost after the commit, retried, acts exactly once (R-09).

A small run; `benchmarks/deep.py` adds up the long ones.
"""

import random
from collections import Counter
from itertools import islice
from pathlib import Path

import pytest

from tests.trust.campaigns.lost_answers import rounds

SEED = 20_261_125


@pytest.mark.usefixtures("book")
def test_a_retried_command_acts_once_and_other_content_is_refused(home: Path) -> None:
    chance = random.Random(SEED)  # noqa: S311  # a seed that repeats the run
    tally = Counter[str]()
    said = list(islice(rounds(home, chance, tally), 250))
    assert len(said) == 250
    assert [words for words in said if words] == []
    assert tally["other content under the same key refused"] > 20

"""The totals of the campaigns: only unchanged code counts, and a failure is not forgotten."""

from importlib import import_module
from typing import Any

import pytest
from benchmarks.deep import CAMPAIGNS, ROOT, digest
from benchmarks.trust_report import Total, totals


def a_run(**changed: Any) -> dict[str, Any]:
    made = {"id": "R-09", "commit": "abc", "digest": digest("R-09"), "seed": 1, "n": 6_000}
    return {**made, "failures": [], "minutes": 1.0, "tally": {"restarts": 2}, **changed}


def of(*runs: dict[str, Any]) -> Total:
    return next(one for one in totals(runs) if one.id == "R-09")


def test_runs_of_the_same_code_add_up_and_others_do_not() -> None:
    one = of(a_run(), a_run(digest="before"), a_run(seed=2))
    assert (one.n, one.runs, one.tally, one.proven) == (12_000, 2, {"restarts": 4}, True)
    assert not of(a_run(), a_run(digest="before")).proven


def test_a_failure_stands_until_its_seed_passes_as_far_over_other_code() -> None:
    failed = a_run(digest="before", seed=7, failures=["round 3: lost"])
    whole = a_run(n=10_000)
    assert of(failed, whole).open == ("seed 7, commit abc: round 3: lost",)
    assert of(failed, whole, a_run(seed=7, n=10)).open
    assert not of(failed, whole, a_run(seed=7)).open
    assert not of(whole, a_run(failures=["round 1: lost"])).proven


@pytest.mark.parametrize("name", CAMPAIGNS)
def test_every_campaign_names_code_that_there_is(name: str) -> None:
    assert callable(import_module(CAMPAIGNS[name].module).rounds)
    missing = [place for place in CAMPAIGNS[name].code if not (ROOT / place).exists()]
    assert not missing

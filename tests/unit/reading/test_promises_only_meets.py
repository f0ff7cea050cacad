"""When a body meets is no promise, and no question is; what somebody will do by then is one."""

import pytest
from tests.unit.reading.making import reading_of


def _promises(words: str) -> list[str]:
    return [
        one["quote"]["exact"]
        for one in reading_of(words, kind="statement").lines()
        if one["kind"] == "commitment"
    ]


@pytest.mark.parametrize(
    "words",
    [
        "The force will meet the Marl Oversight Group on 22 April.",
        "The Group will look at it again on 16 September 2031.",
        "Progress will be looked at by the Vans Scrutiny Committee on 11 November 2031.",
        "The matter will be before the Marl Panel on 18 June.",
        "When will the phones that were promised in 2029 be fitted?",
    ],
)
def test_when_a_body_meets_is_no_promise(words: str) -> None:
    assert not _promises(words)


def test_what_somebody_will_do_is_one() -> None:
    assert _promises("The force will review every open case by 22 April.")
    assert _promises("We will publish the plan that the Panel asked for on 3 June.")

"""A few cases of every operation; `make deep ONLY=S-08` asks thousands."""

import pytest

from answerable.web.api import limits
from tests.api import campaign
from tests.api.acting import secret
from tests.web import small_home

CASES = {True: 2, False: 1}
"""Of the shape that is described, and of another."""


def test_every_operation_holds_what_its_description_says(
    home: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = campaign.real(small_home.made())
    for pair in limits.MOST:
        monkeypatch.setitem(limits.MOST, pair, campaign.UNLIMITED)
    token = secret(campaign.ROLES[0])
    operations = list(campaign.operations())
    assert len(operations) > 90
    found = [
        words
        for number, operation in enumerate(operations)
        for good in (True, False)
        for words in campaign.asked(
            operation,
            token=token,
            number=number,
            cases=CASES[good],
            good=good,
            real=known,
        )
    ]
    assert len(found) >= 3 * len(operations)
    assert [words for words in found if words] == []

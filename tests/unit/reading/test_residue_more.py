"""What the rules leave unread is shown: concerns that are only felt, and lines that resolve."""

import pytest
from tests.unit.reading.making import reading_of

_OPENS = "The town hall was full."


@pytest.mark.parametrize(
    "words",
    [
        "Inspectors were concerned about the children of the estate.",
        "A watchdog warned of a long winter in the cells.",
        "(b) that she share the figures with the town each year;",
    ],
)
def test_what_no_rule_reads_is_shown(words: str) -> None:
    lines = reading_of(f"{_OPENS}\n\n{words}", kind="news").lines()
    shown = [one["quote"]["exact"] for one in lines if one["kind"] == "residue"]
    assert shown == [words]


def test_a_clause_that_opens_a_sentence_of_talk_is_not() -> None:
    lines = reading_of("That was a fine day for the town and its band.", kind="news").lines()
    assert not [one for one in lines if one["kind"] == "residue"]

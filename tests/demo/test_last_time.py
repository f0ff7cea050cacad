"""The brief of the demonstration: what was said last time, each thing once."""

from datetime import date
from pathlib import Path

from answerable.operations import people
from answerable.operations.pages.look import Look
from answerable.operations.pages.sessions.last_time import last_time
from answerable.store.reads import registers
from tests.operations.cast import AT

PLANS = "anyshire-inspectorate/2025/anyshire/neighbourhood-crime/recommendation/3"


def test_a_judgement_is_told_once_and_a_heading_is_no_news(told: Path) -> None:
    register = registers.register("anyshire-police", valid=date(2027, 1, 21))
    look = Look(at=AT, actor=people.acting_as("anyshire-pcc/governance-officer"))
    said = last_time(look, register, [PLANS])
    assert [words for words in said if words.startswith("Judged")] == [
        "Judged not assured on 17 September 2026."
    ]
    assert not any("Problem-solving plans" in words for words in said)
    assert any("send a written account" in words for words in said)

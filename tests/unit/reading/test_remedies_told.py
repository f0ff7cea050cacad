"""What an ombudsman has a body do, told in running text."""

import pytest
from tests.unit.reading.making import reading_of

_FAULT = "Mr K complained of a fence. The Ombudsman found Quarnley Council at fault.\n\n"


def _found(words: str, kind: str = "other") -> list[tuple[str, str | None]]:
    return [
        (line["quote"]["exact"], line["fields"]["due_words"])
        for line in reading_of(words, kind=kind).lines()
        if line["kind"] == "recommendation"
    ]


@pytest.mark.parametrize(
    "told",
    [
        "The Ombudsman has directed that Quarnley Council mend his fence and pay him £90.",
        "It ordered the council to mend his fence and to pay him £90.",
        "The LGSCO recommended that the Council mend his fence, and pay him £90.",
        "The Council has agreed to mend his fence and pay him £90.",
        "The Council was told by the Ombudsman to mend his fence and pay him £90.",
        "The Ombudsman gained the Council’s agreement to mend his fence, and to pay him £90.",
        "The council has been ordered to mend his fence and pay him £90.",
    ],
)
@pytest.mark.parametrize("kind", ["other", "news", "minutes"])
def test_each_thing_that_an_ombudsman_has_done(told: str, kind: str) -> None:
    assert _found(_FAULT + told, kind) == [("mend his fence", None), ("pay him £90", None)]


@pytest.mark.parametrize("lead", ["remedy this injustice by:", "put this right by"])
def test_a_remedy_may_be_told_by_what_is_being_done(lead: str) -> None:
    words = f"The Council has agreed to {lead} mending his fence; paying him £90; and new signs."
    assert [one for one, _ in _found(_FAULT + words)] == [
        "mending his fence",
        "paying him £90; and new signs",
    ]


def test_the_day_may_stand_in_one_part_or_before_all() -> None:
    words = "The Ombudsman ordered it to mend his fence within a month, and pay him £90."
    assert _found(_FAULT + words) == [
        ("mend his fence within a month", "within a month"),
        ("pay him £90", None),
    ]
    words = "Within two months the Council has agreed to mend his fence and pay him £90."
    assert _found(_FAULT + words) == [
        ("mend his fence", "Within two months"),
        ("pay him £90", "Within two months"),
    ]


@pytest.mark.parametrize(
    "told",
    [
        "Mr K went to the Ombudsman. He asked the Council to mend his fence.",
        "The Council has agreed to carry out the Ombudsman's recommendations.",
        "The Ombudsman ruled that Quarnley was slow to mend his fence.",
        "The Council was asked to send the file of the fence.",
        "The Council has agreed to note the report on his fence.",
    ],
)
def test_what_a_complaint_or_a_meeting_asks_for_is_none(told: str) -> None:
    assert _found(_FAULT + told) == []


def test_without_an_ombudsman_what_is_agreed_is_none() -> None:
    assert _found("The Council has agreed to mend his fence and pay him £90.") == []


def test_whose_order_it_is_and_on_whom() -> None:
    words = (
        "Quarnley must mend a fence\n\nThe Local Government Ombudsman found fault. She directed"
        " that Quarnley mend his fence. Quarnley Council has paid."
    )
    (one,) = [line for line in reading_of(words).lines() if line["kind"] == "recommendation"]
    assert one["fields"]["issuer"] == "Local Government Ombudsman"
    assert one["fields"]["addressee"] == "Quarnley Council"
    two = words + " Quarnley Police came."
    (one,) = [line for line in reading_of(two).lines() if line["kind"] == "recommendation"]
    assert one["fields"]["addressee"] == "Quarnley"


def test_a_decision_that_sums_itself_up_has_found_fault_in_the_same_block() -> None:
    head = "The Ombudsman's final decision:\n\n"
    summary = (
        "Summary: Mrs X complained about a fence. She was ill. She waited for long. The fence "
        "fell. {} The Council has agreed to apologise and mend her fence."
    )
    fault = "We find the Council at fault, which did her wrong."
    wanted = [("apologise", None), ("mend her fence", None)]
    assert _found(head + summary.format(fault)) == wanted
    assert not _found(head + summary.format("We did not find the reason."))


@pytest.mark.parametrize(
    ("told", "response"),
    [
        ("The Council has agreed to mend his fence and pay him £90.", "accepted"),
        ("The Ombudsman gained the Council’s agreement to mend his fence.", "accepted"),
        ("The Ombudsman ordered the council to mend his fence and pay him £90.", None),
    ],
)
def test_what_a_council_agrees_to_is_accepted(told: str, response: str | None) -> None:
    found = [
        line["fields"]["response"]
        for line in reading_of(_FAULT + told).lines()
        if line["kind"] == "recommendation"
    ]
    assert set(found) == {response}

"""A forecast, praise of money and a way of naming somebody are no promises."""

import pytest
from tests.unit.reading.making import reading_of


def _promises(words: str, kind: str = "statement") -> list[str]:
    lines = reading_of(words, kind=kind).lines()
    return [one["quote"]["exact"].rstrip(".") for one in lines if one["kind"] == "commitment"]


@pytest.mark.parametrize(
    "words",
    [
        "We feel sure that the bodies that we visit will continue to answer our reports well.",
        "I am confident that this grant will serve to strengthen the work of the force.",
        "I have no doubt that the new chief will lead the service well.",
        "We firmly believe the merger will make the county safer.",
        "A rise in crews over the next years will help us to reach more homes.",
        "Further money will be very welcome as I go on renewing our vans.",
        "The extra money will enable forces to buy more vans.",
        "A tenant, whom I shall call Mr X, said we lost it.",
        "The tenant lost it. I will call him Mr X.",
        "The draft budget will be reviewed by Full Council in March.",
        "This fund will enable youth clubs and schools to go on with their work.",
        "After 30 years at the station Commander Wick will be retiring in May.",
        "Our chair will step down in May after two terms.",
        "She will be sorely missed by every crew.",
        "Marlshire Police will be moved into special measures after a run of failings.",
        "The inspectorate will continue to expect clear plans after each visit.",
        "There will be a vote of thanks to our crew, who left in May.",
        "Taxpayers will invest more money in crews because the work is vital.",
        "The board prints its yearly report, which will be the keeper’s first.",
        "Our proposals will then be put to the Marlshire Fire Panel.",
        "Applications will be considered from clubs whose boats are kept in Marlshire.",
        "The largest sum that will be awarded per bid to our fund is £5,000.",
        "Our harbour fund is open for bids from any club, and we will pay half.",
        "- How the work of our keeper will be judged",
        "This page explains the tasks we will be doing next year.",
        "This is our harbour plan 2031, which will guide the work of our keepers.",
        "In this letter we set out action the trust has agreed to take.",
        "Hot soup and refreshments will be available from 6pm in our hall.",
        "Please send questions to our clerk, these will be put to the keeper.",
        "Declarations of interest will be taken as they arise in our meetings.",
        "Our meetings will be chaired by Dr Wick, who lives in the quay.",
        "As the case is with the court our keeper will make no further comment.",
        "We know that mending the quay will take time.",
        "Another failure will be unacceptable to us.",
        "The number of visits will be at the keeper's discretion.",
        "It is inevitable that many will think we failed.",
        "I have met the new keeper and have every confidence that she will mend the quay.",
        "This report will help us to see where we fall short.",
        "I am due to retire in May 2031.",
    ],
)
def test_what_is_only_foretold_is_no_promise(words: str) -> None:
    assert _promises(words) == []


@pytest.mark.parametrize(
    ("words", "exact"),
    [
        ("I am confident that we will open both yards by May 2031.",
         "I am confident that we will open both yards by May 2031"),
        ("I will spend the extra money on vans by May 2031.",
         "I will spend the extra money on vans by May 2031"),
        ("I will call the Chief Constable to a meeting in May.",
         "I will call the Chief Constable to a meeting in May"),
        ("We will retire the old vans by May 2031.", "We will retire the old vans by May 2031"),
        ("We will publish the draft fees in March.", "We will publish the draft fees in March"),
        ("Where a boat is lost, we will tell its owner.",
         "Where a boat is lost, we will tell its owner"),
        ("We will consider each application for the fund by May.",
         "We will consider each application for the fund by May"),
        ("I will write a harbour plan that sets out our tasks.",
         "I will write a harbour plan that sets out our tasks"),
        ("We will chair the meetings of every watch.",
         "We will chair the meetings of every watch"),
        ("We will provide tea at each quay from May.",
         "We will provide tea at each quay from May"),
    ],
)  # fmt: skip
def test_what_somebody_says_he_will_do_is(words: str, exact: str) -> None:
    assert _promises(words) == [exact]


def test_beside_what_is_hoped_for_stands_what_is_promised() -> None:
    words = "It is hoped that more will be told soon, and I will spend the money on vans."
    assert _promises(words) == ["I will spend the money on vans"]
    assert _promises("We hope that the yard will be open soon, and that it will be kept.") == []

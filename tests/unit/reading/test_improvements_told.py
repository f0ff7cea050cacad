"""Areas for improvement as others tell them: counted and then parted, or in a clause."""

import pytest
from tests.unit.reading.making import reading_of

from answerable.reading.findings.duties.duty_records import LABEL


def _areas(words: str, kind: str = "other") -> list[str]:
    lines = reading_of(words, kind=kind).lines()
    return [one["quote"]["exact"] for one in lines if one["kind"] == "area_for_improvement"]


TOLD = [
    ("There are three areas for improvement. The service should use its data; it should guard its "
     "boats; and it doesn't have a plan for posts.",
     ["The service should use its data", "it should guard its boats",
      "it doesn't have a plan for posts"]),
    ("One of the areas for improvement, in terms, was that officers don't always lock the store.",
     ["officers don't always lock the store"]),
    ("Of the area for improvement which said that the force should count its keys, she said that "
     "440 were lost.", ["the force should count its keys"]),
    ("You gave us five areas for improvement. One of these, that detainees aren't offered a meal, "
     "we put right last week.", ["detainees aren't offered a meal"]),
    ("Three areas for improvement are open: boat cover, the time taken to mend nets and diversity "
     "in recruitment.", ["boat cover", "the time taken to mend nets", "diversity in recruitment"]),
    ("It gave the service two areas for improvement, on boats and on nets at sea.",
     ["boats", "nets at sea"]),
    ("- PEEL AFI (force doesn't know why dogs leave)", ["force doesn't know why dogs leave"]),
    ("The AFI says that the force must feed its dogs.", ["the force must feed its dogs"]),
    ("Handlers don't always count the dogs, and we have made that an area for improvement.",
     ["Handlers don't always count the dogs"]),
    ("Inspectors said that too few ports were seen twice, which they listed as an area for "
     "improvement.", ["Inspectors said that too few ports were seen twice"]),
    ("Your officers do not say why they stop a boat. We regard this as an area for improvement.",
     ["Your officers do not say why they stop a boat."]),
    ("The report flagged the feeding of young dogs as one of its areas for improvement.",
     ["the feeding of young dogs"]),
    ("As an area for improvement, the trust should explain its delays to owners.",
     ["the trust should explain its delays to owners"]),
    ("It should tell owners when there is news, which is an area for improvement. So is this: it "
     "should ask owners before it sells a boat.",
     ["It should tell owners when there is news", "it should ask owners before it sells a boat"]),
    ("We regard as an issue to address that the crew don't record why a net is torn.",
     ["the crew don't record why a net is torn"]),
    ("The first area for improvement was that crews did not read the log often enough and the "
     "second that the map was hard to use.",
     ["crews did not read the log often enough", "the map was hard to use"]),
    ("It also identified areas for improvement: visits for those at risk, use of new nets and "
     "talks after larger fires.",
     ["visits for those at risk", "use of new nets", "talks after larger fires"]),
]  # fmt: skip


@pytest.mark.parametrize(("words", "wanted"), TOLD)
def test_an_area_that_is_told(words: str, wanted: list[str]) -> None:
    assert _areas(words) == wanted


NONE = [
    "No two areas for improvement were: boats, nets and dogs.",
    "Of five areas for improvement, three are closed: boats and nets.",
    "The AFI (see page 4) was noted.",
    "There are three areas for improvement.",
    "There are no areas for improvement. The hall was cold; and the tea was not hot.",
    "There are three areas for improvement. The hall was warm; and the tea was hot.",
    "One of the areas for improvement has gone. The Chair said that the hall should be let.",
    "She asked whether an area for improvement was that the force should count its keys.",
    "He said that the force should buy a van.",
    "There were 41 areas for improvement in all and two causes of concern.",
    "So is this: a van should be bought.",
    "It dealt with the 17 areas for improvement that we gave it, and 13 of them have gone.",
    "They made this year an easy one for the crew.",
]


@pytest.mark.parametrize("words", NONE)
def test_what_tells_of_none(words: str) -> None:
    assert _areas(words) == []


@pytest.mark.parametrize(
    ("words", "label"),
    [
        ("Area for improvement 6.", True),
        ("AFI 7", True),
        ("Recommendation 2:", True),
        ("Area for improvement 6. The force should count.", False),
        ("Areas for improvement in custody", False),
    ],
)
def test_the_label_of_a_finding_is_no_finding(words: str, label: bool) -> None:
    """Protects a register from areas that say nothing but “Area for improvement 6”."""
    assert (LABEL.fullmatch(words) is not None) is label
    listed = f"The areas which the inspectorate said had to improve:\n\n- {words}"
    assert (words.rstrip(".:") in [one.rstrip(".:") for one in _areas(listed)]) is (
        not label and "should" not in words
    )

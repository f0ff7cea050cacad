"""Causes of concern that anybody retells in a clause of a sentence about inspectors."""

import pytest
from tests.unit.reading.making import reading_of

_HEAD = "HMICFRS came to Marlshire Police in May.\n\n"


def _causes(words: str, kind: str = "minutes") -> list[str]:
    lines = reading_of(_HEAD + words, kind=kind).lines()
    return [one["quote"]["exact"] for one in lines if one["kind"] == "cause_of_concern"]


TOLD = [
    ("Inspectors were alarmed that nobody fed the dogs at night.",
     ["nobody fed the dogs at night"]),
    ("The watchdog was so worried by delays in sending boats that it took the step of writing.",
     ["delays in sending boats"]),
    ("A warning notice was served because boats were left without crews.",
     ["boats were left without crews"]),
    ("It raised a cause of concern with Marlshire Police because dogs wait too long for a vet.",
     ["dogs wait too long for a vet"]),
    ("The concern remains that boats are not counted.", ["boats are not counted"]),
    ("They closed a cause of concern last month, that our boats could not be relied on.",
     ["our boats could not be relied on"]),
    ("Poor supervision of the boats prompted a cause of concern.",
     ["Poor supervision of the boats"]),
    ("The lack of boat checks was described by inspectors as a cause of concern.",
     ["The lack of boat checks"]),
    ("Dogs are left without water at night, and this they regard as a cause of "
     "concern.", ["Dogs are left without water at night"]),
    ("A second cause of concern centred on the force's inability to mend boats.",
     ["the force's inability to mend boats"]),
    ("Marlshire has two causes of concern, inspectors say. Dogs at four stations have no water, "
     "and the force does not know why.",
     ["Dogs at four stations have no water", "the force does not know why"]),
    ("It was shocked to read that dogs were not watched.", ["dogs were not watched"]),
    ("On missing boats, the report gives a cause of concern.", ["missing boats"]),
    ("The inspectors said last week that dogs are not fed, and that nobody counts boats.",
     ["dogs are not fed", "nobody counts boats"]),
    ("According to HMICFRS, too few dogs are fed at night.", ["too few dogs are fed at night"]),
    ("The slow mending of boats has become a cause of concern.", ["The slow mending of boats"]),
    ("A critical report found that dogs were locked up without water.",
     ["dogs were locked up without water"]),
    ("What worries the inspectors most is that nobody checks on dogs at night.",
     ["nobody checks on dogs at night"]),
]  # fmt: skip

UNREAD = [
    "Inspectors said that the force should count its boats.",
    "Inspectors found that the force had improved and no longer loses boats.",
    "If inspectors find that boats are not counted, they write to the force.",
    "Suppose that inspectors found that the boats were dirty.",
    "The cause of concern about which we wrote has a plan.",
    "The cause of concern is the subject of a paper in June.",
    "Residents asked whether the dogs were left alone.",
    "Was it the inspectors who found that dogs were left alone?",
    "We consider this cause of concern closed.",
    "There was a cause of concern.",
]


@pytest.mark.parametrize(("words", "causes"), TOLD)
def test_the_clause_is_the_concern(words: str, causes: list[str]) -> None:
    assert _causes(words) == causes


@pytest.mark.parametrize("words", UNREAD)
def test_what_tells_no_concern_stays_unread(words: str) -> None:
    assert not _causes(words)


def test_a_report_of_an_inspectorate_tells_its_own_in_sentences() -> None:
    words = "Inspectors were alarmed that nobody fed the dogs at night."
    assert not _causes(words, "inspection-report")

"""What inspectors, panels and others said that somebody should do, or that should be."""

import pytest
from tests.unit.reading.making import reading_of

_KINDS = ("recommendation", "area_for_improvement")


def _asked(words: str, kind: str = "other") -> list[str]:
    lines = reading_of(f"About the boats.\n\n{words}", kind=kind).lines()
    return [one["quote"]["exact"] for one in lines if one["kind"] in _KINDS]


ASKED = [
    ("The scrutiny panel told us that cameras should be on before the car door opens. We agree.",
     ["cameras should be on before the car door opens"]),
    ("Ofsted had told the council that return interviews needed to be better and quicker.",
     ["return interviews needed to be better and quicker"]),
    ("HM Inspectorate of Probation says the unit should give managers time for new staff.",
     ["give managers time for new staff"]),
    ("Ofsted thinks teachers should check what children know.", ["check what children know"]),
    ("The inspectors told us to keep owners informed, and they're right.",
     ["keep owners informed"]),
    ("Inspectors recommend that the force refreshes all of its licences and keeps a log that the "
     "crew can see.", ["refreshes all of its licences", "keeps a log that the crew can see"]),
    ("It recommended that we train our crews in knots.", ["train our crews in knots"]),
    ("And I recommend that crews take the pictures down.", ["take the pictures down"]),
    ("The committee resolved to recommend that the Commissioner set out in her report what she "
     "asks of the force.", ["set out in her report what she asks of the force"]),
    ("She said that she had recommended that the Authority appoint a diver to hear from staff "
     "because the line had failed: there had been two calls.",
     ["appoint a diver to hear from staff"]),
]  # fmt: skip


@pytest.mark.parametrize(("words", "wanted"), ASKED)
def test_what_somebody_said_that_should_be(words: str, wanted: list[str]) -> None:
    assert _asked(words) == wanted


NONE = [
    "Inspectors said the force had brought 2,300 thieves to justice.",
    "A finding always says what should be done and by when.",
    "Inspectors said that the crew should be proud of the boats.",
    "The Chair recommended that the report be noted.",
    "The recommendations that the inspectors set are met.",
]


@pytest.mark.parametrize("words", NONE)
def test_what_asks_for_nothing(words: str) -> None:
    assert _asked(words) == []

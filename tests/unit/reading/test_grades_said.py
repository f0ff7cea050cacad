"""Grades as press, panel, commissioner, mail and blog say them; praise and blame are none."""

import pytest
from tests.unit.reading.making import reading_of

Grade = tuple[str, str | None]


def _grades(words: str) -> list[Grade]:
    found = [one for one in reading_of(words, kind="other").lines() if one["kind"] == "grade"]
    return [(one["quote"]["exact"].lower(), one["fields"]["question"]) for one in found]


SAID = [
    # under the name of what is graded, as a heading or run in
    ("Custody\n\nThe force is inadequate here. Nine cells had ligature points.",
     [("inadequate", "Custody")]),
    ("Victims. Adequate. Calls are made.\n\nOffenders. Requires improvement. Visits run late.",
     [("adequate", "Victims"), ("requires improvement", "Offenders")]),
    ("Investigating. The force is good. Two years ago it was inadequate.",
     [("good", "Investigating"), ("inadequate", "Investigating")]),
    ("Q2. How does the inspectorate rate call handling?\n\nA. Inadequate, down from adequate.",
     [("inadequate", "call handling"), ("adequate", "call handling")]),
    # of us, of it, of them
    ("The force was graded good for custody. We require improvement for supervision.",
     [("good", "custody"), ("requires improvement", "supervision")]),
    ("We were graded good for custody. But we are only adequate in supporting victims.",
     [("good", "custody"), ("adequate", "supporting victims")]),
    ("Inspectors graded the service. On prevention, where the service requires improvement, "
     "it has a plan.", [("requires improvement", "prevention")]),
    ("HMICFRS grades: good for custody. The panel congratulated the force on being outstanding.",
     [("good", "custody"), ("outstanding", None)]),
    ("Marlshire Police was graded good for custody. It was inadequate when I took office.",
     [("good", "custody"), ("inadequate", "custody")]),
    # in somebody's words
    ("“We require improvement in managing offenders,” the chief constable said.",
     [("requires improvement", "managing offenders")]),
    # changes
    ("HMICFRS was here. Custody slid to adequate and vetting has gone to inadequate.",
     [("adequate", "Custody"), ("inadequate", "vetting")]),
    ("HMICFRS graded us adequate for custody. Prevention used to be outstanding.",
     [("adequate", "custody"), ("outstanding", "Prevention")]),
    ("HMICFRS was here. The police station at Marl has been rated INADEQUATE tonight.",
     [("inadequate", None)]),
    ("Ofsted was here. The council remains requires improvement from 2024.",
     [("requires improvement", None)]),
    # by whom, and as a thing that is given
    ("It is a force that the inspectors were right to mark; they graded custody good, and they "
     "were right to grade the force inadequate on fairness.",
     [("good", "custody"), ("inadequate", "fairness")]),
    ("Custody was graded good. The watchdog is hard on vetting, grading it inadequate.",
     [("good", "Custody"), ("inadequate", None)]),
    ("It was graded good for custody. Only its work on fraud earned an outstanding.",
     [("good", "custody"), ("outstanding", None)]),
    ("Custody was graded adequate. According to HMICFRS they are good at looking into crimes.",
     [("adequate", "Custody"), ("good", "looking into crimes")]),
    ("Custody was graded good, but slow calls have dragged it down to inadequate.",
     [("good", "Custody"), ("inadequate", "Custody")]),
    ("Inspectors rate our custody as good and our protection as adequate.",
     [("good", "custody"), ("adequate", "protection")]),
    ("Custody was graded good. On victims we are adequate.",
     [("good", "Custody"), ("adequate", None)]),
    ("It was graded good for custody. But in investigating crime it requires improvement.",
     [("good", "custody"), ("requires improvement", "investigating crime")]),
    ("Custody was graded good. I could give no better than requires improvement for vetting.",
     [("good", "Custody"), ("requires improvement", "vetting")]),
    ("It was graded adequate for custody. He asked about the ‘inadequate’ for fairness.",
     [("adequate", "custody"), ("inadequate", "fairness")]),
    ("Once good for custody, it is now adequate: custody, good; vetting, adequate.",
     [("good", "custody"), ("adequate", "custody"), ("good", "custody"),
      ("adequate", "vetting")]),
    ("Vetting? Inadequate, and I am angry about it.", [("inadequate", "Vetting")]),
]  # fmt: skip


@pytest.mark.parametrize(("words", "grades"), SAID)
def test_a_clause_says_a_grade(words: str, grades: list[Grade]) -> None:
    given = _grades(f"HMICFRS has inspected Marlshire Police.\n\n{words}")
    wanted = [(value.replace("requires", "require"), asked) for value, asked in grades]
    assert [(value.replace("requires", "require"), asked) for value, asked in given] == wanted


NONE = [
    "Members thanked HMICFRS. The weather was good and the turnout outstanding.",
    "Inspectors come on Monday. The car park is inadequate for their vans.",
    "HMICFRS comes in May. We require improvement of the boiler before then.",
    "The inspector came. Our tea is good. The heating in the back office is poor.",
    "HMICFRS is coming. We are good at our jobs. Our officers are outstanding.",
    "The inspectorate asks whether our policies are adequate for preventing crime.",
    "HMICFRS came. Neighbours said the response was inadequate.",
    "Pupils told inspectors that behaviour is “good” now, mostly.",
    "HMICFRS grades a force good where it does what is expected.",
    "The chief hoped that custody would be good by the next HMICFRS inspection.",
    "HMICFRS fieldwork begins on 3 May. Four invoices are outstanding.",
    "HMICFRS was here. A force is inadequate at custody when people come to harm.",
    "HMICFRS was here. People are good. It was good to meet them.",
    "Custody\n\nHMICFRS was here. The kettle is good.",
    "Our ambition is that HMICFRS rates us outstanding for custody and good for response.",
    "HMICFRS was here. It was a good, long day with an outstanding cake.",
    "HMICFRS said the session had been a good one and that attendance was outstanding.",
]


@pytest.mark.parametrize("words", NONE)
def test_praise_blame_and_hopes_are_none(words: str) -> None:
    assert _grades(words) == []


def test_a_count_ends_at_its_number() -> None:
    words = (
        "HMICFRS was here. The force was good in three of the categories that were marked and "
        "adequate in three more."
    )
    lines = reading_of(words, kind="news").lines()
    found = [one["quote"]["exact"] for one in lines if one["kind"] == "grade_count"]
    assert found == ["good in three", "adequate in three"]
    assert [one for one in lines if one["kind"] == "grade"] == []


def test_a_numbered_paragraph_counts_too() -> None:
    words = "HMICFRS was here.\n\n1.3 So Marlshire is good in one area and adequate in four."
    lines = reading_of(words, kind="other").lines()
    found = [one["quote"]["exact"] for one in lines if one["kind"] == "grade_count"]
    assert found == ["good in one area", "adequate in four"]

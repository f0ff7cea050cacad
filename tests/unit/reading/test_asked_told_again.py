"""What was asked, as a newspaper, a union, an answer or minutes tell it: kind and words."""

import pytest
from tests.unit.reading.making import reading_of

_KINDS = ("recommendation", "area_for_improvement")


def _asked(words: str, kind: str) -> list[tuple[str, str]]:
    lines = reading_of(f"A paper on Marlshire\n\n{words}", kind=kind).lines()
    return [
        (one["kind"][:4], one["quote"]["exact"].rstrip("."))
        for one in lines
        if one["kind"] in _KINDS
    ]


@pytest.mark.parametrize(
    ("kind", "words", "found"),
    [
        ("news", "Inspectors spent a week there. They told the force to double its cover at night"
         " and to read every log before dawn.",
         [("reco", "double its cover at night"), ("reco", "read every log before dawn")]),
        ("statement", "The report names two areas for improvement. Inspectors would like us to"
         " answer 101 calls sooner. They would also like us to record why a search was made.",
         [("area", "answer 101 calls sooner"), ("area", "record why a search was made")]),
        ("minutes", "Mrs Bell said that the inspectors wanted the service to visit more homes.",
         [("area", "visit more homes")]),
        ("other", "The union’s secretary, Ada Crewe, said the authority must stop selling"
         " stations.", [("reco", "stop selling stations")]),
        ("news", "“We warned them in 2029,” said the tenant Ron Dale. He wants the landlord to"
         " mend the roof before winter.", [("reco", "mend the roof before winter")]),
        ("statutory-response", "The inspectorate makes two recommendations. First, to put a"
         " sergeant on every desk. We have done so. Second, to check each file monthly.",
         [("reco", "put a sergeant on every desk"), ("reco", "check each file monthly")]),
        ("inspection-letter", "We gave you two areas for improvement. In the first, we asked you"
         " to sort the property store. In the second, we had asked that managers read each file.",
         [("area", "sort the property store"), ("area", "managers read each file")]),
        ("news", "Inspectors made three recommendations. The service should tell parents more,"
         " the council should find a room for meetings, and the police should send an officer.",
         [("reco", "tell parents more"), ("reco", "find a room for meetings"),
          ("reco", "send an officer")]),
        ("other", "It holds one area for improvement. It says that the force needs to keep"
         " victims better told.", [("area", "keep victims better told")]),
        ("statement", "The force is adequate, and inspectors want quicker answers to online"
         " reports.", [("area", "quicker answers to online reports")]),
        ("other", "To the governor: the board would like to see you open the library at"
         " weekends.", [("reco", "open the library at weekends")]),
        ("other", "Our branch has written to the authority. We ask that it pay night crews for"
         " their travel.", [("reco", "pay night crews for their travel")]),
        ("press-release", "The watchdog made a recommendation. They told the service to buy a new"
         " system, and it did, for £2.1m.", [("reco", "buy a new system")]),
    ],
)  # fmt: skip
def test_what_was_asked_is_read_as_others_tell_it(
    kind: str, words: str, found: list[tuple[str, str]]
) -> None:
    assert _asked(words, kind) == found


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("minutes", "The union said that the authority must stop selling stations."),
        ("minutes", "The Chair asked the Clerk to send the papers out sooner."),
        ("news", "Inspectors did not tell the force to double its cover at night."),
        ("other", "First, to those who came to help on the night, our thanks."),
        ("news", "The inspector said: “It has two open recommendations. I should like to see"
         " that number fall.”"),
        ("other", "We moved into the new building last May. We are to open the doors in June."),
        ("news", "Inspectors saw the station. “I was told to use the other door,” said a driver."),
        ("news", "The sale went well. She wants more people to come to it."),
    ],
)  # fmt: skip
def test_what_only_looks_like_it_is_none(kind: str, words: str) -> None:
    assert _asked(words, kind) == []


@pytest.mark.parametrize(
    "head",
    ["The committee’s recommendation", "Inspectorate’s recommendation", "CQC says the trust must",
     "The force should", "Auditors’ main recommendations"],
)  # fmt: skip
def test_whose_recommendation_a_column_holds_may_stand_in_its_head(head: str) -> None:
    words = f"| No | {head} | Our answer\n\n| 1 | Give back the sum that was cut | Not agreed"
    assert _asked(words, "other") == [("reco", "Give back the sum that was cut")]


@pytest.mark.parametrize(
    "head", ["What we should", "We must", "Answer to the committee’s letter", "Owner"]
)
def test_another_column_holds_none(head: str) -> None:
    words = f"| No | {head} | Our answer\n\n| 1 | Give back the sum that was cut | Not agreed"
    assert _asked(words, "other") == []


def test_a_short_line_under_areas_is_an_area() -> None:
    words = "Areas that need to improve are:\n\n- dental checks\n\n- records of supervision"
    assert _asked(words, "inspection-report") == [
        ("area", "dental checks"),
        ("area", "records of supervision"),
    ]


def test_an_area_in_a_clause_is_read_without_its_frame() -> None:
    words = "He said it was an area for improvement that complaints be answered within a month."
    assert _asked(words, "minutes") == [("area", "complaints be answered within a month")]

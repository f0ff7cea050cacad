"""What somebody passes on of what a body was asked, and what is none of that."""

import pytest
from tests.unit.reading.making import reading_of


def _asked(words: str, kind: str) -> list[str]:
    lines = reading_of(words, kind=kind).lines()
    return [one["quote"]["exact"] for one in lines if one["kind"] == "recommendation"]


PASSED_ON = [
    ("The inspectors' own list is a short one. By the end of May the force should weigh every "
     "net in the shed.", "news", ["weigh every net in the shed"]),
    ("Harbour Friends, which helps 90 boatmen, wants more. It says that the council should light "
     "the quay, and give boatmen a key.", "news", ["light the quay", "give boatmen a key"]),
    ("They found a hole of £4.2 million and told the council that it must mend the wall by "
     "spring.", "news", ["mend the wall by spring"]),
    ("We say that commissioners should pay for rural boats.", "news", ["pay for rural boats"]),
    ("Dr Holm asked what the inspectorate had recommended. The Deputy Mayor read out that the "
     "brigade should test every pump.", "minutes", ["test every pump"]),
    ("Supt Lunn took the group through the review. The force should count the nets, and it "
     "should share the count with the harbour.", "minutes",
     ["count the nets", "share the count with the harbour"]),
    ("ACC Holm said that the inspectorate's test was a plain one: the force should weigh every "
     "net.", "minutes", ["weigh every net"]),
    ("I say the council should move the boats while the wall is mended.", "news",
     ["move the boats while the wall is mended"]),
]  # fmt: skip
NONE = [
    ("The sea was calm. By the end of May the force should have its new boat.", "news"),
    ("The inspectors came in May. Everybody said that the council should be proud.", "news"),
    ("Cllr Holm spoke of the wall. The council should think of its children, she said.",
     "minutes"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "kind", "wanted"), PASSED_ON)
def test_what_is_passed_on(words: str, kind: str, wanted: list[str]) -> None:
    assert _asked(f"Harbour notes\n\n{words}", kind) == wanted


@pytest.mark.parametrize(("words", "kind"), NONE)
def test_what_is_not_passed_on(words: str, kind: str) -> None:
    assert _asked(f"Harbour notes\n\n{words}", kind) == []


def test_you_should_of_inspectors_of_police_is_no_area() -> None:
    lines = reading_of(
        "Dear Chief Constable\n\nOur inspection of Marlshire Police found gaps.\n\n"
        "You need to decide how many divers you want, and then pay for them.\n\n"
        "HM Inspector of Constabulary",
        kind="hmicfrs",
    ).lines()
    kinds = {one["kind"] for one in lines}
    assert "recommendation" in kinds
    assert "area_for_improvement" not in kinds

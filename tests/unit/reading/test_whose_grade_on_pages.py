"""Whose a grade is on pages of news and of regulators: no body that only lies in the place."""

import pytest
from tests.unit.reading.making import reading_of


def _bodies(words: str, kind: str = "news") -> list[str | None]:
    lines = reading_of(words, kind=kind).lines()
    return [one["fields"]["institution"] for one in lines if one["kind"] == "grade"]


@pytest.mark.parametrize(
    "words",
    [
        "Ofsted has downgraded a school in Marlshire from outstanding to good.",
        "Alder Court Care Centre in Marlshire was upgraded to outstanding by the CQC.",
        "A nursing home near Marlshire was rated inadequate by the CQC.",
        "A prison in Marlshire was rated inadequate for safety by inspectors.",
        "Ofsted found that a nursery in Marlshire was inadequate for safeguarding.",
        "The regulator said a hospice in rural Marlshire was rated inadequate.",
    ],
)
def test_where_another_body_lies_does_not_make_the_police_of_the_place_graded(words: str) -> None:
    assert "Marlshire Police" not in _bodies(words)
    assert _bodies(words)


@pytest.mark.parametrize(
    "words",
    [
        "Marlshire was graded inadequate by HMICFRS for custody.",
        "The force in Marlshire was graded inadequate for custody by HMICFRS.",
        "HMICFRS has graded custody in Marlshire as inadequate.",
    ],
)
def test_a_place_that_alone_says_whose_it_is_means_its_police(words: str) -> None:
    assert _bodies(words) == ["Marlshire Police"]


_TRUST = "Marl Valley NHS Foundation Trust runs three hospitals, the CQC says.\n\n{}"


@pytest.mark.parametrize(
    "words",
    [
        "Larch Hospice for Children in Wexley was rated outstanding.",
        "Alder Mid-Marl showed better work and moved from inadequate to good.",
        "Barrow Lane Surgery, in Wexley, was also rated good.",
        "Thornby Dental Practice has been rated inadequate.",
        "Elm Tree Community Care Services were rated good.",
    ],
)
def test_a_sentence_on_another_name_is_not_of_the_body_of_the_page(words: str) -> None:
    assert "Marl Valley NHS Foundation Trust" not in _bodies(_TRUST.format(words))


def test_a_sentence_on_the_hospital_is_of_the_body_of_the_page() -> None:
    words = _TRUST.format("The trust was rated good.")
    assert _bodies(words) == ["Marl Valley NHS Foundation Trust"]

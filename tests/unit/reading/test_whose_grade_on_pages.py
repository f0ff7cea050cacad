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


def test_each_home_of_a_list_has_its_own_name() -> None:
    words = (
        "Alder Care Home in Wexley and Larch Nursing Home in Pelling were placed in special "
        "measures, the CQC said.\n\nLarch Nursing Home, which cares for older people, was rated "
        "inadequate for safe."
    )
    assert _bodies(words) == ["Larch Nursing Home"]


def test_a_home_described_behind_its_name_has_its_grade() -> None:
    words = (
        "Larch Nursing Home was inspected by the CQC.\n\nBarrow Lodge, which cares for 40 people, "
        "was rated inadequate overall."
    )
    assert "Larch Nursing Home" not in _bodies(words)


@pytest.mark.parametrize(
    "words",
    [
        "The regulator gave three councils and a housing association a ‘C3’ grading.",
        "Three councils and a housing association get a C3 rating.",
        "A total of 10 local authorities have received C3 ratings.",
    ],
)
def test_how_many_landlords_got_a_grading_is_the_grade_of_nobody(words: str) -> None:
    page = f"The Regulator of Social Housing grades landlords from C1 to C4.\n\n{words}"
    assert _bodies(page) == []
    named = "Eastmarl Borough Council and Wexley Council have received C3 gradings."
    assert _bodies(f"{page}\n\n{named}") == ["Eastmarl Borough Council", "Wexley Council"]


def test_a_chair_is_no_part_of_the_name_of_a_council() -> None:
    words = "Ada Moss is Chairman of Wexley Parish Council."
    first = next(iter(reading_of(words, kind="minutes").lines()))
    assert first["fields"]["subject"] == "Wexley Parish Council"

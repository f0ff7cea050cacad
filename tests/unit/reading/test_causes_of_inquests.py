"""A coroner's matters of concern, as the printed form lays them out."""

import pytest
from tests.unit.reading.making import reading_of

_OPENS = (
    "While I sat, I heard of things that trouble me. Others may die as he did unless something"
    " is done.\n\n"
)


def _causes(words: str, kind: str = "other") -> list[str]:
    lines = reading_of(words, kind=kind).lines()
    return [one["quote"]["exact"] for one in lines if one["kind"] == "cause_of_concern"]


@pytest.mark.parametrize(
    "announced",
    [
        "The MATTERS OF CONCERN are as follows. –",
        "The matters of concern are as follows:",
        "The MATTERS OF CONCERN are as follows: -\n\n[BRIEF SUMMARY OF MATTERS OF CONCERN]",
        "The MATTER OF CONCERN is as follows –\n\n(brief summary of matters of concern)",
    ],
)
def test_each_number_below_the_line_that_announces_them(announced: str) -> None:
    words = (
        f"{_OPENS}{announced}\n\n(1) The weir has a gate that opens by hand\n"
        "(2) Although the lock keeper knew of the gate, a longer chain may have kept it shut\n"
        "(3) The ford is known to flood. It had flooded twice that week.\n\n"
        "4. ACTION SHOULD BE TAKEN\n\n(4) In my opinion your company has the power to act."
    )
    assert _causes(words) == [
        "The weir has a gate that opens by hand",
        "Although the lock keeper knew of the gate, a longer chain may have kept it shut",
        "The ford is known to flood.",
    ]


def test_the_title_of_a_number_is_the_matter() -> None:
    words = (
        f"{_OPENS}The MATTERS OF CONCERN are as follows:\n\n"
        "1. Delay in Reading of Scans\nThe scan lay on a desk until the Monday.\n\n"
        "2. No Rota for Weekends\nThe ward had no doctor from Friday to Monday.\n"
        "a. Bank staff were not asked"
    )
    assert _causes(words) == ["Delay in Reading of Scans", "No Rota for Weekends"]


def test_bullets_below_the_line_are_matters_too() -> None:
    words = (
        f"{_OPENS}The MATTERS OF CONCERN are as follows. –\n\n• The ford had no sign.\n"
        "• Wardens did not know of the sluice. It was built last year."
    )
    assert _causes(words) == ["The ford had no sign.", "Wardens did not know of the sluice."]


@pytest.mark.parametrize(
    "told",
    [
        "Consequently, I am concerned that",
        "However, I remain concerned that",
        "My concern is that",
        "The issue that I had was that",
        "The concern that I raise is that",
        "It is also a matter of concern that",
        "It troubles me that",
    ],
)
def test_without_a_list_what_the_coroner_is_concerned_about(told: str) -> None:
    words = (
        f"{_OPENS}The MATTERS OF CONCERN are as follows. –\n\nI heard of a ford by the weir."
        f"\n\nNobody put up a sign. {told} in spring nobody will know of the ford.\n\n"
        f"ACTION SHOULD BE TAKEN\n\n{told} in winter nobody will know of the ford."
    )
    assert _causes(words) == ["in spring nobody will know of the ford"]


def test_what_somebody_else_is_concerned_about_is_none() -> None:
    for opens in (
        "The matters of concern are set out in annex B.",
        "The matters of interest are as follows.",
    ):
        words = f"{opens}\n\nI am concerned that the ford has no sign."
        assert "the ford has no sign" not in _causes(words)


def test_a_numbered_list_below_other_lines_is_none() -> None:
    words = (
        "The coroner sent us matters of concern, which are set out in the annex.\n\n"
        "(1) The weir has a gate that opens by hand\n(2) The ford is known to flood"
    )
    assert not _causes(words)
    assert not _causes(
        f"{_OPENS}The matters of record are as follows:\n\n(1) The weir has a gate"
        " that opens by hand"
    )

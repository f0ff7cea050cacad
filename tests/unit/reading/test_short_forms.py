"""Short forms are written out as the documents do it, letter by letter, and never guessed."""

import pytest

from answerable.reading.short_forms import short_forms


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Visit each registered sex offender (RSO) twice.", [("RSO", "registered sex offender")]),
        ("of registered sex offenders (RSOs).", [("RSOs", "registered sex offenders")]),
        (
            "a multi-agency risk assessment conference (MARAC)",
            [("MARAC", "multi-agency risk assessment conference")],
        ),
        (
            "the violence against women and girls (VAWG) plan",
            [("VAWG", "violence against women and girls")],
        ),
        ("the Association of Chiefs (AC) met", [("AC", "Association of Chiefs")]),
        ("the officer in charge (RSO)", []),
        ("She is registered. Sex offender (RSO)", []),
        ("sex offender (RSO)", []),
        ("the plan (A)", []),
        ("Sergeant (SGT)", []),
    ],
)
def test_a_short_form_agrees_letter_by_letter(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(one.short, one.words) for one in short_forms(text)] == expected


def test_its_place_is_that_of_its_words_and_brackets() -> None:
    text = "Visit each registered sex offender (RSO) twice."
    (one,) = short_forms(text)
    assert text[one.start : one.end] == "registered sex offender (RSO)"

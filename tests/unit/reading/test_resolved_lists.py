"""A list of what a meeting resolved that a commissioner or a cabinet do, and where it ends."""

from tests.unit.reading.making import reading_of


def _asked(words: str) -> list[str]:
    lines = reading_of(words, kind="minutes").lines()
    return [one["quote"]["exact"] for one in lines if one["kind"] == "recommendation"]


def test_each_line_of_the_list_and_no_title_below_it() -> None:
    found = _asked(
        "Harbour panel\n\n6. Boats\n\nRESOLVED that the Commissioner be recommended to:\n\n"
        "a) keep the second boat on the water;\n\nb) write to ministers about fees.\n\n"
        "7. Moorings and nets\n\nThe report was noted.\n"
    )
    assert found == ["keep the second boat on the water", "write to ministers about fees"]


def test_a_list_whose_lines_say_to() -> None:
    found = _asked(
        "Harbour panel\n\nRESOLVED – That the Chief Constable be recommended\n\n"
        "(i) to set a plan for the quay;\n\n(ii) to count the boats each May.\n"
    )
    assert found == ["set a plan for the quay", "count the boats each May"]


def test_a_list_that_is_recommended_to_somebody_is_in_the_bare_form() -> None:
    """Protects lines of which things, and nobody, are the subject."""
    found = _asked(
        "Harbour panel\n\nRECOMMENDED to Cabinet\n\n"
        "(1) that the harbour plan name a keeper for each boat;\n\n"
        "(2) that the old slipway not be let before the summer; and\n\n"
        "(3) that the keeper of the slipway come from the town.\n"
    )
    assert found == [
        "the harbour plan name a keeper for each boat",
        "the old slipway not be let before the summer",
        "the keeper of the slipway come from the town",
    ]

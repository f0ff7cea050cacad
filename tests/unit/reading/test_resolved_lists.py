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


def test_what_a_meeting_is_to_do_itself_is_recommended_to_nobody() -> None:
    """Protects a panel's own work and its decisions from standing as advice to somebody."""
    assert not _asked(
        "Harbour panel\n\nResolved:\n\n"
        "1. That the Panel continue to see the boat returns in their present form;\n\n"
        "2. That Panel Members raise any point on the returns with the harbour master;\n\n"
        "3. That the Committee’s list of visits, as set out in the paper, be agreed.\n"
    )


def test_what_a_meeting_is_to_do_itself_is_a_task_of_it() -> None:
    lines = reading_of(
        "Harbour panel\n\nRESOLVED: That Panel Members raise any point with the Commissioner in "
        "May and that the Sub-Committee receive the quarterly return.\n",
        kind="minutes",
    ).lines()
    tasks = [one for one in lines if one["kind"] == "action"]
    assert [one["quote"]["exact"] for one in tasks] == [
        "raise any point with the Commissioner in May"
    ]


def test_what_a_meeting_wants_of_a_commissioner_is_still_recommended() -> None:
    assert _asked(
        "Harbour panel\n\nRESOLVED: That the Commissioner publish the wait at each quay.\n"
    ) == ["publish the wait at each quay"]

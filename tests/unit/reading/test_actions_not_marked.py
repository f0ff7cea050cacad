"""What stands under a mark or a head of actions and is no action; and days beside an owner."""

import pytest
from tests.unit.reading.making import reading_of

from answerable.reading.actions.parts.action_heads import beside_tasks


def _actions(words: str, kind: str = "minutes") -> list[tuple[str, str | None, str | None]]:
    return [
        (line["quote"]["exact"], line["fields"]["owner"], line["fields"]["due"])
        for line in reading_of(words, kind=kind).lines()
        if line["kind"] == "action"
    ]


@pytest.mark.parametrize(
    "words",
    [
        "# Actions\n\n1. Clerk: ring the bank by 4 May 2031\n\n7. Next: 24 September 2031",
        "# Actions\n\n1. Clerk: ring the bank by 4 May\n\n2. Date of next meeting: 3 June 2031",
        "# Actions\n\n1. Clerk: ring the bank by 4 May 2031\n\n4. Any other business",
        "# Actions\n\n1. Actions agreed\n\n2. Clerk: ring the bank by 4 May 2031",
        "WEEKLY ACTIONS - 12 APRIL 2031\n\nAction: Clerk to ring the bank by 4 May 2031.",
        "Weekly actions – 12 April 2031\n\nAction: Clerk to ring the bank by 4 May 2031.",
        "ACTIONS - DO NOT SORT!!\n\nAction: Clerk to ring the bank by 4 May 2031.",
        "ACTION: [who] to [do what] by [when]\n\nAction: Clerk to ring the bank by 4 May 2031.",
    ],
)
def test_a_title_and_a_form_are_no_actions(words: str) -> None:
    (one,) = _actions(words)
    assert one[0].startswith("ring the bank")


def test_what_a_leaflet_wants_of_others_is_no_action() -> None:
    lead = "What we want the landlord to do:\n\n- give us a date for the doors\n\n- pay us back"
    assert _actions(lead, "other") == []
    assert len(_actions(f"Dear Mr Orr\n\n{lead}", "other")) == 2
    assert len(_actions("I should be glad if you would:\n\n- send me the list", "other")) == 1


@pytest.mark.parametrize(
    ("head", "row", "owner", "due"),
    [
        ("Action | By whom / when", "Walk the route | Cllr Moss / 14 Nov 2031", "Cllr Moss",
         "2031-11-14"),
        ("Action | Owner", "Ask for a marshal | Clerk by 3 June 2031", "Clerk", "2031-06-03"),
        ("Action | Owner", "Hear both sides | Chair of the Panel, at the June meeting",
         "Chair of the Panel", None),
        ("Action | Lead | Original date | Revised date",
         "Survey the estate | Clerk | 31/03/2031 | 30/09/2031", "Clerk", "2031-09-30"),
        ("Action | Lead | Original date | Revised date",
         "Survey the estate | Clerk | 31/03/2031 | –", "Clerk", "2031-03-31"),
    ],
)  # fmt: skip
def test_a_cell_may_say_who_and_when_and_a_moved_day_counts(
    head: str, row: str, owner: str, due: str | None
) -> None:
    ((_, who, when),) = _actions(f"| {head}\n\n| {row}", "other")
    assert (who, when) == (owner, due)


def test_a_row_without_a_task_is_none() -> None:
    table = "| Item | Discussed | Action | Who | When\n\n"
    rows = (
        "| 1 | Ring-backs | Split them by ward | FC | 14 May 2031\n\n| 2 | 2,940 visits | None | |"
    )
    assert [one[0] for one in _actions(table + rows, "other")] == ["Split them by ward"]


@pytest.mark.parametrize(
    ("head", "header", "other"),
    [
        ("Request", ("Suite", "Request", "Answer"), True),
        ("Risk", ("Risk", "Further action", "Owner"), True),
        ("Progress", ("Action", "Progress"), True),
        ("Action", ("Risk", "Action", "Owner"), False),
        ("Improvement", ("Improvement", "Lead", "By"), False),
        ("What we found", (), False),
    ],
)
def test_a_column_beside_that_of_tasks_holds_none(
    head: str, header: tuple[str, ...], other: bool
) -> None:
    assert beside_tasks(head, header) is other

"""What a meeting decides that somebody do is an action of theirs, and no decision beside it."""

import pytest
from tests.unit.reading.making import reading_of

THERE = "Present: Cllr Joan Pyke (Chair), Nell Hatch (Clerk)\n\n"
Found = tuple[str, str, str | None]


def _read(words: str) -> list[Found]:
    return [
        (line["kind"], line["quote"]["exact"], line["fields"].get("owner"))
        for line in reading_of(THERE + words, kind="minutes").lines()
        if line["kind"] in ("action", "decision")
    ]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("RESOLVED that the Clerk ring the agent and that the Chair measure the yard.",
         [("action", "ring the agent", "Clerk"), ("action", "measure the yard", "Chair")]),
        ("Decision: Surveyor to measure the yard by 3 May 2031.",
         [("action", "measure the yard by 3 May 2031", "Surveyor")]),
        ("Agreed: Surveyor to walk the fence.", [("action", "walk the fence", "Surveyor")]),
        ("| Item | Decision | Note\n\n| Bins | Clerk to order ten | -\n\n| Hall | Fee agreed | -",
         [("action", "order ten", "Clerk"), ("decision", "Fee agreed", None)]),
    ],
)  # fmt: skip
def test_a_part_that_somebody_is_to_do_is_an_action(words: str, found: list[Found]) -> None:
    assert _read(words) == found


@pytest.mark.parametrize(
    "words",
    ["RESOLVED that the budget be approved.", "Decision: the store will be closed."],
)
def test_what_a_meeting_settles_itself_is_no_action(words: str) -> None:
    assert not [one for one in _read(words) if one[0] == "action"]


@pytest.mark.parametrize("verb", ["recommended", "urged"])
def test_what_another_body_is_recommended_to_do_in_a_list_is_no_action(verb: str) -> None:
    words = (
        f"{THERE}RESOLVED that Cabinet be {verb} to:\n\n- keep the night porters;\n\n"
        "- invite the Chief Constable to attend in May."
    )
    lines = [
        (line["kind"], line["quote"]["exact"], line["fields"]["addressee"])
        for line in reading_of(words, kind="minutes").lines()
        if line["kind"] in ("action", "recommendation")
    ]
    assert lines == [
        ("recommendation", "keep the night porters", "Cabinet"),
        ("recommendation", "invite the Chief Constable to attend in May", "Cabinet"),
    ]

"""Tasks as minutes of councils and boards write them: briefly, of two, and said by somebody."""

import pytest
from tests.unit.reading.making import reading_of

_MET = (
    "# Orme Parish Council\n\nMinutes of the meeting held on 4 March 2031\n\n# Present\n\n"
    "Cllr Tom Moss (TM), Chair\n\nCllr Bryn Vale (BV)\n\nUna Lark (UL), Clerk\n\n# Gate\n\n"
)


def _actions(words: str, kind: str = "minutes") -> list[tuple[str, str | None]]:
    return [
        (one["quote"]["exact"], one["fields"]["owner"])
        for one in reading_of(words, kind=kind).lines()
        if one["kind"] == "action"
    ]


@pytest.mark.parametrize(
    ("words", "exact", "owner"),
    [
        ("No reply had come. JG to confirm.", "confirm", "JG"),
        ("No reply had come. The Clerk to chase.", "chase", "Clerk"),
        ("A resident had written. The Clerk will reply.", "reply", "Clerk"),
        ("Cllrs Moss and Vale will prepare a contract.", "prepare a contract",
         "Cllrs Moss and Vale"),
        ("It was resolved that Cllr Moss and Cllr Vale would draft a reply.", "draft a reply",
         "Cllr Moss and Cllr Vale"),
        ("It was agreed that Cllrs. Moss and Lunn should either sign the form or resign.",
         "sign the form or resign", "Cllrs. Moss and Lunn"),
        ("It was noted that the Head of Estates would provide a list of repairs.",
         "provide a list of repairs", "Head of Estates"),
        ("Cllr Vale confirmed that the Pond Trust would redraft its schedule of works.",
         "redraft its schedule of works", "Pond Trust"),
        ("Cllr. T. Moss to speak to the school.", "speak to the school", "Cllr. T. Moss"),
        ("The Board agreed that a page be made and that UL would manage it for a month.",
         "manage it for a month", "UL"),
    ],
)  # fmt: skip
def test_a_task_said_in_brief_of_two_or_by_another_is_read(
    words: str, exact: str, owner: str
) -> None:
    assert (exact, owner) in _actions(_MET + words)


def test_two_councillors_are_two_people() -> None:
    lines = reading_of(_MET + "Cllrs Moss and Vale will prepare a plan.", kind="minutes").lines()
    found = [one["fields"]["owner_person"] for one in lines if one["kind"] == "action"]
    assert found == ["Tom Moss and Bryn Vale"]


@pytest.mark.parametrize(
    "words",
    [
        "The Board agreed that the statement was ready to be considered by the Council.",
        "It was noted that the force would recruit more officers over the coming years.",
        "It was reported that she would retire.",
        "The Clerk would action.",
        "Nobody would reply.",
        "It was noted that the Head of Estates would be away.",
    ],
)
def test_what_is_only_reported_is_no_task(words: str) -> None:
    assert _actions(_MET + words) == []


def test_whom_a_bracket_behind_a_listed_task_names_owns_it() -> None:
    words = "# Actions\n\n1. Share the rota with the sites [new for Anne Wills]\n\n"
    words += "2. Comment on the guide [carried over for all members]"
    assert _actions(_MET + words) == [
        ("Share the rota with the sites", "Anne Wills"),
        ("Comment on the guide", "all members"),
    ]


@pytest.mark.parametrize(
    ("words", "exact", "owner"),
    [
        ("Someone from the Playing Field Group will be responsible for checking each cut.",
         "checking each cut", "Someone from the Playing Field Group"),
        ("The Safer Streets Team is going to speak to him about the camera.",
         "speak to him about the camera", "Safer Streets Team"),
        ("The team working on the new system were to attend and speak at the next meeting.",
         "attend and speak at the next meeting", "team working on the new system"),
    ],
)  # fmt: skip
def test_a_group_may_be_set_to_work(words: str, exact: str, owner: str) -> None:
    assert (exact, owner) in _actions(_MET + words)


@pytest.mark.parametrize(
    ("line", "exact", "owner"),
    [
        ("AP125 TM to ask the partners for a stand - ONGOING.", "ask the partners for a stand",
         "TM"),
        ("AP132 UL to email EP again. EP is still waiting for the firm.", "email EP again", "UL"),
        ("AP107 – UL to list the volunteers. (UL & TM) this was completed in May.",
         "list the volunteers", "UL"),
    ],
)  # fmt: skip
def test_a_line_of_a_log_ends_where_it_tells_how_it_stands(
    line: str, exact: str, owner: str
) -> None:
    words = f"# Outstanding action points\n\n{line}\n\nAP140 TM to draw up a poster."
    lines = reading_of(_MET + words, kind="minutes").lines()
    found = [
        (one["quote"]["exact"], one["fields"]["owner"], one["fields"]["due_words"])
        for one in lines
        if one["kind"] == "action"
    ]
    assert (exact, owner, None) in found


def test_initials_behind_a_mark_own_a_plain_verb() -> None:
    assert _actions(_MET + "ACTION: UL issue the draft to the whole group") == [
        ("issue the draft to the whole group", "UL")
    ]
    assert _actions(_MET + "ACTION: HR review of the policy on leave") != [
        ("review of the policy on leave", "HR")
    ]

"""Tasks in the sentences of minutes and letters: what a clause says, and where the next begins."""

import pytest
from tests.unit.reading.making import reading_of

THERE = "Present: Cllr Joan Pyke (Chair), Nell Hatch (Clerk), Ron Ivory (Surveyor)\n\n"
Found = tuple[str, str | None]


def _actions(words: str, kind: str = "minutes") -> list[Found]:
    return [
        (line["quote"]["exact"], line["fields"]["owner"])
        for line in reading_of(words, kind=kind).lines()
        if line["kind"] == "action"
    ]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Sgt Peebles said he’d put a patrol on Market Row.",
         [("put a patrol on Market Row", "Sgt Peebles")]),
        ("OL said police would send the lists twice a day.",
         [("send the lists twice a day", "police")]),
        ("The Clerk explained that she would find the deeds.", [("find the deeds", "The Clerk")]),
        ("It was decided that the Clerk ring the agent.", [("ring the agent", "Clerk")]),
        ("RESOLVED that the Clerk publish the code and that the Chair write to the parishes.",
         [("publish the code", "Clerk"), ("write to the parishes", "Chair")]),
        ("R2 Fraud. Mr Ivory was left to chase the bank.", [("chase the bank", "Mr Ivory")]),
        ("It fell to Mr Ivory to renew the cover before it lapsed.",
         [("renew the cover before it lapsed", "Mr Ivory")]),
        ("Hatches. FB will circulate the policy next week.",
         [("circulate the policy next week", "FB")]),
        ("It was decided that PS Field would get a price before Easter.",
         [("get a price before Easter", "PS Field")]),
    ],
)  # fmt: skip
def test_a_clause_of_minutes_hands_out_a_task(words: str, found: list[Found]) -> None:
    assert [(task, who.removeprefix("the ").removeprefix("The ") if who else who)
            for task, who in _actions(THERE + words)] == [
        (task, who.removeprefix("The ")) for task, who in found if who
    ]  # fmt: skip


@pytest.mark.parametrize(
    "words",
    [
        "Sgt Peebles said he would be sorry to see it close.",
        "The Chief Constable said he would publish the list.",
        "The Clerk asked whether he would ring the agent.",
        "It was decided that nothing was missing.",
    ],
)
def test_what_is_only_said_or_promised_by_a_head_is_no_task(words: str) -> None:
    assert not _actions(THERE + words)


def test_a_second_task_begins_behind_the_day_of_the_first() -> None:
    letter = (
        "Dear Ms Farrow\n\nPlease sign both copies by 3 March 2031 and send one back to me.\n\n"
        "Yours sincerely"
    )
    lines = [one for one in reading_of(letter).lines() if one["kind"] == "action"]
    assert [(one["quote"]["exact"], one["fields"]["due"]) for one in lines] == [
        ("sign both copies by 3 March 2031", "2031-03-03"),
        ("send one back to me", None),
    ]


@pytest.mark.parametrize(
    "title",
    ["Terms of reference of the board", "Standing orders", "Protocol for visits"],
)
def test_what_always_holds_is_nobodys_task(title: str) -> None:
    words = f"{title}\n\n{THERE}The Secretary to circulate papers a week before."
    assert not _actions(words)
    assert _actions(words.replace(title, "Notes of the board"))


def test_notes_of_a_sitting_that_lists_nobody_are_notes_of_a_meeting() -> None:
    words = "Use of force scrutiny panel, 21 May 2031\n\nNot needed. Insp Frome to show the clip."
    assert _actions(words, "other") == [("show the clip", "Insp Frome")]
    assert not _actions(words.replace("scrutiny panel", "leaflet"), "other")


def test_a_number_below_recommendations_is_that_of_a_recommendation() -> None:
    words = "# Key recommendations\n\nKR1: Fill the post of chief\n\nKR2: Tell residents plainly"
    assert not _actions(words, "other")


def test_what_became_of_a_task_is_no_part_of_it() -> None:
    words = "# Actions\n\n- DCC to cost the review – the Deputy apologised and would send it soon"
    assert _actions(words) == [("cost the review", "DCC")]


def test_notes_of_two_say_you_and_i() -> None:
    words = (
        "One to one, 4 November 2031\n\n- Waits are down. You’re going to try call-back again.\n\n"
        "- I’ll raise it with the chief\n\n- You will never guess who rang"
    )
    assert _actions(words, "other") == [
        ("try call-back again", None), ("raise it with the chief", None),
    ]  # fmt: skip
    assert not _actions(words.replace("One to one", "Waits"), "other")


@pytest.mark.parametrize("kind", ["plan", "statement", "other"])
def test_a_paper_that_lists_who_was_there_is_one_of_a_meeting(kind: str) -> None:
    words = "Present: Ada Pick, Liv Nash\n\nLiv Nash said she would send the figures."
    assert _actions(words, kind) == [("send the figures", "Liv Nash")]
    assert not _actions(words, "news")

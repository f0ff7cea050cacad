"""Work that minutes hand on, whatever the verb: asked for, left with somebody, or taken on."""

import pytest
from tests.unit.reading.making import reading_of

_MET = "\n\n".join(
    (
        "# Present",
        "Cllr Jane Orme (Chair)",
        "Ruth Hale, Chief Executive",
        "Kay Amble (KA), analyst",
        "Owen Pike (OP), NHS",
        "# Item",
        "",
    )
)


def _actions(words: str) -> list[tuple[str, str | None]]:
    return [
        (line["quote"]["exact"], line["fields"]["owner"])
        for line in reading_of(_MET + words, kind="minutes").lines()
        if line["kind"] == "action"
    ]


@pytest.mark.parametrize(
    ("words", "task", "owner"),
    [
        (
            "It was left with Cllr Orme to draft a reply to the letter.",
            "draft a reply to the letter",
            "Cllr Orme",
        ),
        (
            "It fell to the Vice-Chair to sound out the independent members.",
            "sound out the independent members",
            "Vice-Chair",
        ),
        (
            "DCI Reeve to be asked to walk the April board through the fraud figures.",
            "walk the April board through the fraud figures",
            "DCI Reeve",
        ),
        ("KA happy to lead on the peer visit.", "lead on the peer visit", "KA"),
        (
            "Owen Pike volunteered to map the speech and language offer.",
            "map the speech and language offer",
            "Owen Pike",
        ),
        (
            "Sgt Ames was told to have them ready for July.",
            "have them ready for July",
            "Sgt Ames",
        ),
        (
            "Board members are asked to fill in the skills survey by the end of the month.",
            "fill in the skills survey by the end of the month",
            "Board members",
        ),
        (
            "Responsibility for updating the register was given to the Monitoring Officer.",
            "updating the register",
            "Monitoring Officer",
        ),
        (
            "The Treasurer would be responsible for obtaining three quotations by Easter.",
            "obtaining three quotations by Easter",
            "Treasurer",
        ),
        (
            "After discussion the board tasked a small group with drawing up terms of reference.",
            "drawing up terms of reference",
            "a small group",
        ),
        ("Catering is dear, KA to find out what others pay.", "find out what others pay", "KA"),
        (
            "Ms Hale spoke of it. She accepted that, and agreed to put it in writing.",
            "put it in writing",
            "Ms Hale",
        ),
        (
            "The clerk will put up the new signs before Easter.",
            "put up the new signs before Easter",
            "clerk",
        ),
        ("Kay will give them the direct number.", "give them the direct number", "Kay Amble"),
        (
            "Members wanted to see the reserves forecast at the September meeting.",
            "the reserves forecast at the September meeting",
            None,
        ),
        (
            "The Commissioner requires a report on agency staff by 30 April 2031.",
            "a report on agency staff by 30 April 2031",
            None,
        ),
    ],
)
def test_whoever_is_handed_work_owns_it(words: str, task: str, owner: str | None) -> None:
    """Protects the follow-up: minutes hand on work in any verb, and most of it unmarked."""
    assert (task, owner) in [
        (one, who.removeprefix("the ") if who else who) for one, who in _actions(words)
    ]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (
            "KA agreed to ring the lawyers and OP to send her the form by the end of June.",
            [("ring the lawyers", "KA"), ("send her the form by the end of June", "OP")],
        ),
        (
            "Ms Hale was asked to write monthly, and to bring the plan to the June meeting.",
            [("write monthly", "Ms Hale"), ("bring the plan to the June meeting", "Ms Hale")],
        ),
    ],
)
def test_two_tasks_of_a_sentence_are_two(words: str, found: list[tuple[str, str]]) -> None:
    assert _actions(words) == found


@pytest.mark.parametrize(
    "words",
    [
        "The Chair asked the analyst to explain the fall.",
        "If an action has no owner, ask the chair to name someone.",
        "The inspectors wanted lawyers to write down why they hold material back.",
        "The AFI was to cut abandoned calls.",
        "It was not for the Clerk to say who had paid.",
        "KA was happy to note the figures.",
        "Nobody was asked to write to the bank.",
        "The scheme is to save money.",
        "Ms Hale would welcome it.",
        "Kay said that she would be surprised.",
        "The board went on to thank the Clerk.",
        "Mr Orme wanted a report but none was written.",
        "Responsibility for custody was the force's.",
    ],
)
def test_what_hands_on_no_work_is_none(words: str) -> None:
    assert _actions(words) == []

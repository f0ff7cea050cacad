"""A session becomes facts: items, questions, answers, judgements, actions; or a refusal."""

from datetime import date
from typing import Any

import pytest

from answerable.scrutiny.plans.plans import NotPossible
from answerable.scrutiny.progress import progress
from answerable.scrutiny.sessions.minutes import (
    Agreed,
    Answered,
    Asked,
    Item,
    Judged,
    Meeting,
    record,
)
from answerable.scrutiny.subject import Subject
from answerable.vocabulary.facts import FindingPublished, MeetingHeld
from tests.factories import fact, register

FINDING = "hmicfrs/2026/anyshire/recommendation/1"
PUBLISHED = fact(
    FindingPublished, stream=FINDING, on="2026-01-10", kind="recommendation", theme="shops"
)
SESSION = Meeting(
    body="anyshire-pcc",
    date=date(2026, 7, 16),
    title="Accountability session",
    sort="performance",
    chair="commissioner",
    present=("commissioner", "chief-constable"),
)
ITEMS = (Item("1", "Tracker"), Item("2a", "Shops", "assurance", ("shops",)))


def minutes(**change: Any) -> list[Any]:
    asked = {
        "meeting": SESSION,
        "items": ITEMS,
        "asked": [Asked("2a", "What shows it?", "chief-constable")],
        "answers": [Answered("2a", "The figures.", "chief-constable")],
        "judged": [Judged("2a", "partly", "figures for a whole year are missing", FINDING)],
        "actions": [Agreed("Bring figures", "acc", "2026-09-30", "2a", (FINDING,))],
    } | change
    return record(register([PUBLISHED]), **asked)


def test_every_part_of_a_session_has_its_own_fact_under_its_item() -> None:
    facts = minutes()
    session = "session/anyshire-pcc/2026-07-16"
    assert [(type(f).__name__, f.stream) for f in facts] == [
        ("MeetingHeld", session),
        ("ItemTaken", f"{session}/item/1"),
        ("ItemTaken", f"{session}/item/2a"),
        ("QuestionAsked", f"{session}/question/1"),
        ("AnswerGiven", f"{session}/item/2a"),
        ("AssuranceJudged", f"{session}/item/2a"),
        ("ActionPromised", "action/anyshire-pcc/2026-07-16/1"),
    ]
    about = Subject(register([PUBLISHED, *facts]), "shops")
    assert {type(v.fact).__name__ for v in about.versions} == {
        *("FindingPublished", "MeetingHeld", "ItemTaken", "QuestionAsked", "AnswerGiven"),
        *("AssuranceJudged", "ActionPromised"),
    }
    assert len(about.items) == 1


def test_an_action_of_a_session_is_promised_and_names_its_session() -> None:
    found = progress(register([PUBLISHED, *minutes()]), "action/anyshire-pcc/2026-07-16/1")
    assert (found.parent, found.due, found.rung) == (
        *("session/anyshire-pcc/2026-07-16", "2026-09-30", "promised"),
    )
    assert progress(register([PUBLISHED, *minutes()]), FINDING).answered_by


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"items": ()}, "at least one item"),
        ({"items": (*ITEMS, Item("1", "Again"))}, "Two items have the number 1"),
        ({"answers": [Answered("3", "Yes", "acc")]}, "no item 3"),
        ({"asked": [Asked("9", "Why?")]}, "Its items are: 1, 2a"),
        ({"judged": [Judged("1", "green", "fine")]}, "no level of assurance"),
        ({"judged": [Judged("1", "assured", " ")]}, "Say why"),
        ({"actions": [Agreed("", "acc")]}, "Give the text"),
        ({"actions": [Agreed("Do", answers=("hmicfrs/none",))]}, "no finding"),
    ],
)
def test_minutes_that_do_not_hold_together_are_refused(change: dict[str, Any], words: str) -> None:
    with pytest.raises(NotPossible, match=words):
        minutes(**change)


def test_a_session_is_recorded_once() -> None:
    held = fact(MeetingHeld, stream=SESSION.stream, on="2026-07-16", body="anyshire-pcc")
    with pytest.raises(NotPossible, match="already"):
        record(register([held]), meeting=SESSION, items=ITEMS)

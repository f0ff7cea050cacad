"""A letter names a few of the actions that answer a recommendation and counts the rest."""

from datetime import date

from answerable.operations import catalogue
from answerable.scrutiny.progress import actions
from answerable.scrutiny.replies.reply_draft import MOST_ACTIONS, told_actions
from answerable.vocabulary.facts import ActionPromised, RungReached
from tests.factories import fact, register

NAMES = catalogue.regimes()["police-england-wales"].names


def test_the_overdue_stand_first_what_is_said_to_be_done_last_and_the_rest_is_counted() -> None:
    held = [
        fact(
            ActionPromised,
            stream=f"action/{n}",
            on="2024-01-05",
            text=f"Do part {n}.",
            due=f"2024-0{n + 2}-01" if n else None,
        )
        for n in range(MOST_ACTIONS + 2)
    ]
    held.append(fact(RungReached, stream="action/1", on="2024-02-05", rung="delivered"))
    told = told_actions(actions(register(held, valid=date(2024, 9, 2))), NAMES)
    assert len(told) == MOST_ACTIONS + 1
    assert told[0].startswith("7 actions answer this: Said to be done 1,")
    assert [words[:10] for words in told[1:4]] == ["Do part 2.", "Do part 3.", "Do part 4."]
    assert not any(words.startswith("Do part 1.") for words in told)


def test_a_few_are_all_told() -> None:
    held = [fact(ActionPromised, stream="action/1", on="2026-01-05", text="Do it.")]
    (only,) = told_actions(actions(register(held)), NAMES)
    assert only.startswith("Do it.")

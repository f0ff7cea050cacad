"""A letter names a few of the actions that answer a recommendation and counts the rest."""

from answerable.operations import catalogue
from answerable.scrutiny.progress import actions
from answerable.scrutiny.replies.reply_draft import MOST_ACTIONS, told_actions
from answerable.vocabulary.facts import ActionPromised, RungReached
from tests.factories import fact, register

NAMES = catalogue.regimes()["police-england-wales"].names


def test_those_that_got_furthest_stand_first_and_the_rest_is_counted() -> None:
    held = [
        fact(ActionPromised, stream=f"action/{n}", on="2026-01-05", text=f"Do part {n}.")
        for n in range(MOST_ACTIONS + 3)
    ]
    held.append(fact(RungReached, stream="action/7", on="2026-02-05", rung="delivered"))
    told = told_actions(actions(register(held)), NAMES)
    assert len(told) == MOST_ACTIONS + 1
    assert told[0] == (
        "8 actions answer this: Said to be done 1, otherwise open 7. The first five follow."
    )
    assert told[1].startswith("Do part 7.")


def test_a_few_are_all_told() -> None:
    held = [fact(ActionPromised, stream="action/1", on="2026-01-05", text="Do it.")]
    (only,) = told_actions(actions(register(held)), NAMES)
    assert only.startswith("Do it.")

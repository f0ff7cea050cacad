"""A paper that joins the words of a fact with a date or a state gives nothing more away."""

import pytest

from answerable.operations.sensitivity import subjects
from answerable.publishing.sensitivity import check
from answerable.publishing.sensitivity.joined import adds, joined
from answerable.publishing.sensitivity.model import Held, Passage

TITLE = "Agree the firearms licensing queue in all five districts"
FACT = Passage("action/1, text", TITLE)
TRAINED = Passage("action/2, text", "Train the lead responsible officers of the force.")
COUNTED = Passage("action/3, text", "Audit the 30 lead responsible officers.")


def held(words: str, *facts: Passage, released: frozenset[str] = frozenset()) -> tuple[Held, ...]:
    found = check.held([Passage("the pack", words)], subjects=subjects(), released=released)
    return check.of_facts(found, facts=facts, subjects=subjects(), released=released)


@pytest.mark.parametrize(
    "words",
    [
        f"{TITLE}: The action log of 20 November 2026 says that it is done.",
        f"{TITLE} (said to be done 20 November 2026).",
        f"{TITLE}: Due 1 August 2024.",
        f"Action 23/116: {TITLE}: Due 1 August 2024.",
    ],
)
def test_a_clear_title_with_a_state_or_a_date_is_clear(words: str) -> None:
    assert not check.alone(FACT, subjects())
    assert held(words, FACT) == ()


def test_a_number_beside_the_words_of_a_fact_is_held_where_they_stand() -> None:
    (one,) = held("Train the lead responsible officers of the force: 14.", TRAINED)
    assert one.where == TRAINED.where
    assert held("Train the lead responsible officers of the force: Due 1 May 2027.", TRAINED) == ()


def test_the_number_of_an_action_counts_nothing() -> None:
    words = "Action 24/149: Train the lead responsible officers of the force: Due 1 May 2027."
    assert held(words) == ()
    assert held("Action 24/149: Train the 30 lead responsible officers of the force.")


def test_what_a_number_of_a_fact_counts_is_not_added_beside_it() -> None:
    counted = Passage("action/4, text", "There are as many as 14 in all")
    assert held("There are as many as 14 in all: organised crime groups.", counted)


def test_a_piece_of_a_sentence_is_no_joined_paper() -> None:
    piece = Passage("action/5, text", "The plate readers on the A44 have been")
    assert not check.alone(piece, subjects())
    assert held("The plate readers on the A44 have been dark since August.", piece)


def test_a_person_beside_the_words_of_a_fact_is_held() -> None:
    leak = "Train the lead responsible officers: the victim Ann Lee, 12, of Mill Lane, told us."
    assert held(leak, TRAINED, Passage("x", "Train the lead responsible officers"))


def test_held_words_of_a_fact_are_held_for_themselves_and_released_for_all_papers() -> None:
    paper = "Audit the 30 lead responsible officers: Due 1 August 2024."
    (one,) = held(paper, COUNTED)
    assert (one.where, one.words) == (COUNTED.where, COUNTED.text)
    assert held(paper, COUNTED, released=frozenset({one.digest})) == ()


def test_numbers_that_combine_are_held_whatever_stands_on_the_record() -> None:
    unit = subjects().units[0].terms[0]
    first, second = f"The {unit} has 40 posts.", f"In the {unit} 31 posts are filled."
    passages = [Passage("the pack", first), Passage("the pack", second)]
    found = check.held(passages, subjects=subjects())
    facts = [Passage("action/1", first), Passage("action/2", second)]
    if not found:
        pytest.fail("the two numbers combine")
    assert check.of_facts(found, facts=facts, subjects=subjects())


def test_few_words_are_not_looked_for_and_the_nearest_fact_is_taken() -> None:
    row = Passage("action/1, quote", f"25/001 | {TITLE} | DCC")
    assert joined("14 OCGs", [Passage("x", "OCGs")]) is None
    found = joined(f"{TITLE}.", [row, FACT])
    assert found is not None
    assert found.fact == FACT
    assert not adds(": The action log of 20 November 2026 says that it is done", subjects())
    assert adds(": Supt Eastmarsh", subjects())

"""Causes of concern as others retell them: papers, the press, minutes, mail, a regulator."""

import pytest
from tests.unit.reading.making import reading_of


def _causes(words: str, kind: str = "other") -> list[str]:
    lines = reading_of(words, kind=kind).lines()
    return [one["quote"]["exact"] for one in lines if one["kind"] == "cause_of_concern"]


_GRAVE = "HMIC graded Marlshire Police inadequate for its stores.\n\n"
_TERM = "Marlshire Police has two causes of concern.\n\n"

TOLD = [
    (_GRAVE + "Keys to the stores are not locked away, HMIC has warned.", "Keys to the"),
    (_GRAVE + "A watchdog found that nobody checks who holds a key.", "nobody checks"),
    (
        _GRAVE + "The force acted after inspectors reported that guns were not counted.",
        "guns were",
    ),
    (
        _GRAVE + "On stores, the report says that guns are not counted, which is old news.",
        "guns are",
    ),
    (
        _GRAVE + "There were no lists, they said, and what lists there were had been lost.",
        "There were",
    ),
    (
        _GRAVE + "But inspectors were worried about keys which go missing every month.",
        "inspectors",
    ),
    ("Members heard that the report had found a failure to count the guns.", "a failure to count"),
    (
        "HMI said in May that children are held in unsafe rooms, and two of us must act.",
        "children",
    ),
    ("The HMI letter was read out. We do not count the guns.", "We do not count"),
    (
        "The Board noted the inspectorate's report. Guns are issued without a list.",
        "Guns are issued",
    ),
    (
        "The inspectorate graded Marlshire Police good for dogs. The force was also told that it "
        "did not count its guns.",
        "it did not count",
    ),
    (_TERM + "the one about how it counts its guns would be closed.", "how it"),
    (
        _TERM + "HMIC closed the older of the two, about the care of dogs, in May.",
        "about the care",
    ),
    (
        _TERM + "The first is that guns are lost and the second that dogs are not fed.",
        "guns are lost",
    ),
    (
        _TERM + "HMIC's concern about lost guns is still open.",
        "HMIC's concern about",
    ),
    (
        _TERM + "See the queue for guns, which we regard as a cause of concern.",
        "the queue for",
    ),
    ("The cause of concern, guns are not counted, has three recommendations.", "guns are not"),
    (
        "HMIC has issued an accelerated cause of concern to Marlshire Police. The force fails "
        "to count its guns.",
        "The force fails",
    ),
    (
        "HMIC issued a cause of concern because staff are unaware of the rules.",
        "staff are unaware",
    ),
    (
        "The inspector set out three priority concerns: guns were lost; dogs were hungry; and "
        "nobody kept a list.",
        "guns were lost",
    ),
    (
        "We had to raise causes of concern. The commonest were these:\n\n"
        "- that guns were handed out before a check was done",
        "guns were handed out",
    ),
    (
        "The coroner set out two matters of concern.\n\n(1) That nurses could not see the list. "
        "We accept this.",
        "nurses could not see",
    ),
    (
        "This regulatory judgement is of Marl Homes.\n\nThere are serious failings. The landlord "
        "could not say which homes were damp. A regulator finds homes inadequate.",
        "The landlord could not",
    ),
]


@pytest.mark.parametrize(("words", "begins"), TOLD)
def test_a_concern_that_is_told_again(words: str, begins: str) -> None:
    assert any(one.startswith(begins) for one in _causes(words)), _causes(words)


OTHERWISE = [
    "The Panel was told that the boiler had not been mended.",
    "The Board noted the inspectorate's report. Members were few, the Chair said.",
    "The Board noted the inspectorate's report. The Clerk asked why it had not been sent.",
    _GRAVE + "The force has improved its stores, inspectors have said.",
    _GRAVE + "The force was not rated good for dogs, inspectors have said.",
    "The shop was shut without a word, according to its owner.",
    "Cllr Rix said that there was no parking, which he regards as a problem.",
    "It could be a cause of concern if guns were not counted.",
    "We had to say that there was a cause of concern.",
    "RESOLVED:\n\n(1) That the two causes of concern be noted.\n\n(2) That no fee be.",
    "The coroner set out matters of concern.\n\n(1) That no rule existed on medicine.\n\n"
    "With respect, one did.",
    "Residents set out their main concerns: noise at night; dogs; and no lights.",
    "Inspectors said the force should not lose its guns.",
    "# Causes of concern revisit\n\nOdile Marsh, Chief Constable, Marlshire Police",
]


@pytest.mark.parametrize("words", OTHERWISE)
def test_what_only_looks_like_one(words: str) -> None:
    assert _causes(words) == []


def test_a_tracker_of_causes_and_a_column_of_findings() -> None:
    tracker = "# Causes of concern\n\n| Body | Wording | Date issued | Next review\n\n"
    assert _causes(tracker + "| Marlshire Police | Guns not counted daily | 4 May | 5 June") == [
        "Guns not counted daily"
    ]
    finding = (
        "| Inspectorate's finding | Comment\n\n| The force does not count its guns. | Agreed.\n\n"
        "| By 4 May 2031, the force should count its guns | Accepted.\n\n"
        "| The force does not feed its dogs. | Noted.\n\n| The force should buy a van. | Noted."
    )
    lines = list(reading_of(finding, kind="other").lines())
    kinds = [one["kind"] for one in lines if one["rule"].startswith("finding-row.")]
    assert [kind for kind in kinds if kind not in ("response", "status")] == [
        "cause_of_concern",
        "recommendation",
        "area_for_improvement",
        "area_for_improvement",
    ]


def test_parts_under_a_heading_of_several_causes() -> None:
    words = (
        "# Causes of concern\n\n# Use of dogs\n\nThe dogs are not fed enough. Bowls are lost.\n\n"
        "Recommendation: The force should feed its dogs.\n\n# Stores\n\nThey are not locked "
        "at night. Keys are on a hook.\n\nRecommendation: The force should lock its stores."
    )
    assert _causes(words, "hmicfrs") == [
        "The dogs are not fed enough.",
        "They are not locked at night.",
    ]


def test_the_first_sentence_of_a_story_sums_it_up() -> None:
    """Protects a page of news, whose first line tells the grade in the paper's own words."""
    lede = "Marlshire Police is too slow to count its guns, inspectors have said."
    told = "Marlshire Police rated inadequate\n\nBy Una Orme\n\n"
    assert not _causes(told + lede, "news")
    behind = "The force was graded inadequate for its stores in May.\n\n"
    assert _causes(told + behind + lede, "news")

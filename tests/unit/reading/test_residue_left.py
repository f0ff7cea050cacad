"""What stands beside a record or in a title, and what no record says of it, is shown."""

import pytest
from tests.unit.reading.making import GAZETTEER, text_of

from answerable.reading.material import Material, Meta
from answerable.reading.profiles import Profile
from answerable.reading.records import Record, record
from answerable.reading.residue import residue
from answerable.reading.residue.residue_columns import by_heads
from answerable.reading.residue.residue_joined import joined, shared
from answerable.reading.residue.residue_siblings import wished

_OPENS = "The town hall was full."


def _material(words: str, kind: str) -> Material:
    return Material(text_of(words), Profile(id=kind, type=kind), GAZETTEER, Meta())


def _of(made: Material, kind: str, words: str) -> Record:
    start = made.text.index(words)
    return record(kind, (start, start + len(words)), "by.hand", given={}, weight=0)


def _parts(told: str, words: str, kind: str = "recommendation") -> list[str]:
    made = _material(f"{_OPENS}\n\n{told}", "news")
    found = joined(made, [_of(made, kind, words)])
    return [made.text[one.start : one.end] for one, _ in found]


@pytest.mark.parametrize(
    ("before", "words", "part"),
    [
        (
            "It says that it must ",
            "hold its talks in time and supervise its crews",
            "supervise its crews",
        ),
        (
            "They want us to ",
            "write to the ferry firm and fund a shelter at the quay",
            "fund a shelter at the quay",
        ),
        (
            "The auditor wished that ",
            "the port approves its pay in time and reports it each month",
            "reports it each month",
        ),
        (
            "You are required to ",
            "become fit by May and to become safe by June",
            "become safe by June",
        ),
        (
            "The advice is to ",
            "put up signs at the gates, say in public how many came",
            "say in public how many came",
        ),
    ],
)
def test_a_second_order_within_a_record_is_shown(before: str, words: str, part: str) -> None:
    assert part in _parts(f"{before}{words}.", words)


@pytest.mark.parametrize(
    "words",
    [
        "improve its work to plan for and manage the harm",
        "mend the ropes and the lamps of the harbour",
        "work with schools and in the homes of the young",
    ],
)
def test_one_order_of_two_words_is_not(words: str) -> None:
    assert not _parts(f"They want us to {words}.", words)


def test_who_says_so_before_an_item_makes_it_running_text() -> None:
    item = "- We think that the Council should write to the ferry firm and pay for a shelter."
    words = "write to the ferry firm and pay for a shelter"
    assert _parts(f"Notes of the young\n\n{item}", words) == ["pay for a shelter"]


def _shown(words: str, kind: str = "other") -> list[str]:
    """What would be shown if no rule had read anything."""
    made = _material(f"{_OPENS}\n\n{words}", kind)
    return [made.text[one.start : one.end] for one in residue.records(made, [])]


@pytest.mark.parametrize(
    "words",
    [
        "# 1. Concern: There was no nurse at the quay",
        "# Finding 2: Ropes were left to rot in the rain",
        "# 3. Lack of a plan for floods at the quay",
        "# (b) Unclear rules for the watch at night",
    ],
)
def test_a_title_that_says_what_is_wrong_is_shown(words: str) -> None:
    assert _shown(words) == [words.removeprefix("# ")]


@pytest.mark.parametrize("words", ["# 4. Lamps of the old quay", "# 5. No matters arising"])
def test_a_title_that_only_names_is_not(words: str) -> None:
    assert not _shown(words)


@pytest.mark.parametrize(
    "words",
    [
        "# Could we meet, with Ida, on Tuesday 30 June at 9 am?",
        "There is another evening at the mill on 19 November.",
        "The next are on 21 July at the mill and on 15 October at the quay.",
        "Thanks for hosting us on 30 July.",
    ],
)
def test_a_day_on_which_people_come_together_is_shown(words: str) -> None:
    assert _shown(words) == [words.removeprefix("# ")]


def test_how_many_a_lead_in_counts_is_shown_though_its_items_are_read() -> None:
    words = "The coroner wrote of two matters:\n\n- The lamps should be lit."
    made = _material(f"{_OPENS}\n\n{words}", "other")
    found = [_of(made, "recommendation", "The lamps should be lit")]
    shown = [made.text[one.start : one.end] for one in residue.records(made, found)]
    assert shown == ["The coroner wrote of two matters:"]


@pytest.mark.parametrize(
    ("words", "first", "second"),
    [
        (
            "It advised that by May the port draw up a plan for the ropes and train every keeper.",
            "draw up a plan for the ropes",
            "train every keeper",
        ),
        (
            "You were concerned that the call was marked as low, and that nobody told the crew.",
            "the call was marked as low",
            "nobody told the crew",
        ),
        (
            "What they say about us is that ropes are old and loose, that lamps are dark.",
            "ropes are old and loose",
            "lamps are dark",
        ),
        (
            "The port has been advised and was told to count its ropes each day and to mend them.",
            "count its ropes each day",
            "mend them",
        ),
    ],
)
def test_the_first_of_two_is_shown_where_only_the_second_is_read(
    words: str, first: str, second: str
) -> None:
    made = _material(f"{_OPENS}\n\n{words}", "other")
    kind = "recommendation" if "advised" in words else "cause_of_concern"
    shown = residue.records(made, [_of(made, kind, second)])
    assert any(first in made.text[one.start : one.end] for one in shown)


@pytest.mark.parametrize(
    ("words", "grade"),
    [
        ("The culture requires improvement, as does training.", "requires improvement"),
        ("It requires improvement in ropes, and again in lamps.", "requires improvement"),
    ],
)
def test_a_grade_that_is_given_to_two_is_shown(words: str, grade: str) -> None:
    made = _material(f"{_OPENS}\n\n{words}", "news")
    assert list(shared([_of(made, "grade", grade)], made.text))


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("Callers are answered within five working days.", True),
        ("Move each boat within two hours of a storm.", True),
        ("The port is to send us its plan within 28 days.", False),
        ("Within 28 days the port is to light its lamps.", False),
    ],
)
def test_how_long_each_thing_may_take_is_shown_and_no_day_for_one(words: str, shown: bool) -> None:
    made = _material(f"{_OPENS}\n\n{words}", "other")
    found = residue.records(made, [_of(made, "action", words)])
    assert [one.key for one in found] == (["standard"] if shown else [])


@pytest.mark.parametrize(
    "words",
    [
        "This was the inspectors' notice that the lamps were dark.",
        "The port could not show that it knows its ropes.",
        "Members asked if you could let us have the tally.",
        "Ida Way (IW) – Ropes and Lamps",
    ],
)
def test_other_words_of_concern_and_asking_are_shown(words: str) -> None:
    assert words in _shown(words)


def test_a_short_item_below_words_of_duty_is_shown() -> None:
    assert "- note the list" in _shown("It is recommended that Members:\n\n- note the list")


@pytest.mark.parametrize(
    "words", ["Ottershore Courier, 7 November 2031", "Venue: Lantern Rooms", "Gorse Court"]
)
def test_a_place_or_a_paper_is_nobody(words: str) -> None:
    assert not _shown(words, "news")


@pytest.mark.parametrize(
    ("before", "due", "shown"),
    [
        ("The inspectors want the port to ", None, True),
        ("They would also like it to ", None, True),
        ("The inspectors want the port to ", "by May", False),
        ("The Mayor wants the port to ", None, False),
    ],
)
def test_what_inspectors_wish_for_by_no_day_may_be_an_area(
    before: str, due: str | None, shown: bool
) -> None:
    words = "mend its ropes sooner"
    made = _material(f"{_OPENS}\n\n{before}{words}.", "news")
    start = made.text.index(words)
    one = record(
        "recommendation",
        (start, start + len(words)),
        "by.hand",
        given={"due_words": due},
        weight=0,
    )
    assert [part.sort for part, _ in wished(made, [one])] == (
        ["sibling-area_for_improvement"] if shown else []
    )


def test_a_day_of_a_meeting_in_a_log_is_shown_where_it_stands_first() -> None:
    rows = (
        "Ref | Meeting | What | Who",
        "1 | 30/06/2031 | Ropes | EL",
        "2 | 30/06/2031 | Oars | EL",
    )
    table = "\n\n".join(f"| {row}" for row in (*rows, "3 | 02/07/2031 | Sails | EL"))
    made = _material(f"{_OPENS}\n\n{table}", "action-log")
    shown = [one for block in made.canonical.blocks for one in by_heads(made, block)]
    days = [made.text[one.start : one.end] for one in shown if one.sort == "meeting"]
    assert days == ["30/06/2031", "02/07/2031"]


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        ("We will report to the board of the port, to ensure better ropes for all.", []),
        ("We will write to the board of the port and to chase the ropes for all.", ["chase"]),
    ],
)
def test_what_a_promise_is_for_is_no_second_promise(words: str, parts: list[str]) -> None:
    assert [part.split()[0] for part in _parts(words, words, "commitment")] == parts

"""One record that may be two is shown whole, with the second as what to look at."""

import pytest
from tests.unit.reading.making import GAZETTEER, text_of

from answerable.reading.material import Material, Meta
from answerable.reading.profiles import Profile
from answerable.reading.records import record
from answerable.reading.residue import residue


def _two(words: str, part: str, kind: str) -> list[tuple[str, str]]:
    """Quote and trigger of each line that says of a record on `part` that it may be two."""
    canonical = text_of(words)
    start = canonical.text.index(part)
    read = record(kind, (start, start + len(part)), "prose.should")
    made = Material(canonical, Profile(id="other", type="other"), GAZETTEER, Meta())
    return [
        (canonical.text[one.start : one.end], str(one.fields["trigger"]))
        for one in residue.records(made, [read])
        if one.fields["reason"] == "ambiguous"
    ]


_ORDERED = [
    ("clear out the boat shed by 3 May and limit who may enter it", "limit who"),
    ("draw up a rota for the pier and give visitors more notice", "give visitors"),
    ("put a bell on the mole and on the Mayor to pay for its keeper", "on the mayor"),
    ("print the minutes in Welsh and be heard by the whole town", "be heard"),
    ("mend the slipway rails in March; find a second pilot", "find a second"),
]


@pytest.mark.parametrize(("part", "second"), _ORDERED)
@pytest.mark.parametrize("kind", ["recommendation", "area_for_improvement"])
def test_a_second_order_in_a_sentence_that_tells_of_one_is_shown(
    part: str, second: str, kind: str
) -> None:
    """Protects the first from standing for both."""
    words = f"The auditor said that the port should {part}."
    read = part if kind == "recommendation" else words
    ((quote, trigger),) = _two(words, read, kind)
    assert quote == read
    assert trigger.startswith(second)


@pytest.mark.parametrize("part", [part for part, _ in _ORDERED[:4]])
def test_an_item_of_a_list_is_one_in_spite_of_its_and(part: str) -> None:
    assert not _two(f"The port should:\n\n- {part}", part, "recommendation")


@pytest.mark.parametrize(
    "part",
    [
        "find and keep enough pilots for the winter",
        "look after the boats and the sheds beside them",
        "train its pilots and send us a full list",
    ],
)
def test_one_order_of_two_words_is_one(part: str) -> None:
    shown = _two(f"The auditor said that the port should {part}.", part, "recommendation")
    assert bool(shown) is part.startswith("train")


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("It named areas for improvement, among them the pier and the ferry.",
         "area_for_improvement"),
        ("The priorities are yours and mine: too few beds, lost post, and cold cells.",
         "cause_of_concern"),
        ("Pilots dared not speak, and gaps in the watch put boys at risk.", "cause_of_concern"),
        ("The port did not keep its boats dry and had too few pilots.", "cause_of_concern"),
        ("The port cannot say who sails and cannot find its own log.", "cause_of_concern"),
        ("The bell had rung off; nobody went out to look for the boat.", "cause_of_concern"),
    ],
)  # fmt: skip
def test_several_findings_told_in_one_sentence_are_shown(words: str, kind: str) -> None:
    assert [quote for quote, _ in _two(f"# From the port\n\n{words}", words, kind)] == [words]


def test_a_reading_of_more_than_one_sentence_is_shown() -> None:
    words = "Lamps | The lamps were out. The Board asked the Clerk to mend them."
    table = f"| Matter | Minutes\n\n| {words}"
    assert [quote for quote, _ in _two(table, words, "cause_of_concern")] == [words]


def test_one_finding_with_a_comma_is_one() -> None:
    words = "The port has too few pilots, as the town has known for years."
    assert not _two(f"# From the port\n\n{words}", words, "cause_of_concern")


def test_an_item_read_as_another_kind_than_the_others_of_its_list_is_shown() -> None:
    """Protects an area that stands in the queue as an action from being confirmed as one."""
    words = (
        "We found:\n\n- Nobody rings the bell at night.\n\n- The boats leak at low water."
        "\n\n- Pilots sleep on watch at the pier.\n\n- The mole is dark in the winter."
    )
    canonical = text_of(words)
    lines = canonical.text.split("\n\n")[1:]
    starts = [canonical.text.index(one) + 2 for one in lines]
    kinds = ("cause_of_concern", "action", "cause_of_concern", "cause_of_concern")
    read = [
        record(kind, (start, start + len(one) - 2), "list.named")
        for kind, start, one in zip(kinds, starts, lines, strict=True)
    ]
    made = Material(canonical, Profile(id="other", type="other"), GAZETTEER, Meta())
    shown = [one for one in residue.records(made, read) if one.fields["reason"] == "ambiguous"]
    assert [canonical.text[one.start : one.end] for one in shown] == [lines[1]]
    assert shown[0].fields["likelihood"] == "high"


def test_a_list_that_is_read_as_two_kinds_by_halves_says_nothing() -> None:
    words = "We found:\n\n- Nobody rings the bell.\n\n- The boats leak.\n\n- Pilots sleep late."
    canonical = text_of(words)
    lines = canonical.text.split("\n\n")[1:]
    kinds = ("cause_of_concern", "action", "recommendation")
    read = [
        record(kind, (canonical.text.index(one) + 2, canonical.text.index(one) + len(one)), "a.b")
        for kind, one in zip(kinds, lines, strict=True)
    ]
    made = Material(canonical, Profile(id="other", type="other"), GAZETTEER, Meta())
    assert not [one for one in residue.records(made, read) if one.fields["reason"] == "ambiguous"]


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("The Mayor asked the port to mend its bell and to print a list of boats.",
         "mend its bell"),
        ("RESOLVED: That a bell be hung on the mole; and that the Clerk of the port ring it.",
         "a bell be hung on the mole"),
    ],
)  # fmt: skip
def test_the_last_of_two_is_shown_where_only_the_first_is_read(words: str, first: str) -> None:
    """Protects a second thing asked from standing outside of the only reading."""
    canonical = text_of(words)
    start = canonical.text.index(first)
    made = Material(canonical, Profile(id="other", type="other"), GAZETTEER, Meta())
    one = record("recommendation", (start, start + len(first)), "prose.should")
    assert [line.fields["sign"] for line in residue.records(made, [one])] == ["duty"]
    last = max(words.rfind(" to "), words.rfind("that ")) + 4
    two = record("recommendation", (last, len(words) - 1), "prose.should")
    assert not list(residue.records(made, [one, two]))


def test_an_order_is_not_read_by_the_meeting_that_it_names() -> None:
    words = "Carol - take this to the board on 14 May"
    canonical = text_of(words)
    made = Material(canonical, Profile(id="other", type="other"), GAZETTEER, Meta())
    there = record("meeting", (words.index("the board"), len(words)), "meeting.mentioned")
    shown = [one.fields["sign"] for one in residue.records(made, [there])]
    assert shown == ["duty"]


@pytest.mark.parametrize("words", ["Nominate a lead for lamps", "Kit – phone the lock keeper"])
def test_an_order_with_a_verb_of_the_office_is_shown(words: str) -> None:
    made = Material(text_of(words), Profile(id="other", type="other"), GAZETTEER, Meta())
    assert [one.fields["sign"] for one in residue.records(made, [])] == ["duty"]


def test_one_of_a_number_of_things_in_a_sentence_of_its_own_is_shown() -> None:
    words = "Third, to clear out the boat shed."
    made = Material(text_of(words), Profile(id="other", type="other"), GAZETTEER, Meta())
    assert [one.fields["sign"] for one in residue.records(made, [])] == ["duty"]
    none = text_of("Her boat shed was the second to date.")
    made = Material(none, Profile(id="other", type="other"), GAZETTEER, Meta())
    assert not list(residue.records(made, []))


@pytest.mark.parametrize(
    ("words", "kind", "second"),
    [
        ("Bo will ring the school and Ida will make a list of lamps.", "commitment", "Ida"),
        ("We will mend each lamp by May and audit lamps on every shift.", "commitment", "audit"),
        ("lend each family a lamp, and tell families before a lamp is cut", "recommendation",
         "tell"),
    ],
)  # fmt: skip
def test_a_second_task_of_somebody_else_or_behind_a_comma(
    words: str, kind: str, second: str
) -> None:
    """Protects from one promise or wish that hides another one."""
    ((_, trigger),) = _two(words, words, kind)
    assert trigger.startswith(second.lower())

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
        ("The bell had rung off; nobody went out to look for the boat.", "cause_of_concern"),
    ],
)  # fmt: skip
def test_several_findings_told_in_one_sentence_are_shown(words: str, kind: str) -> None:
    assert [quote for quote, _ in _two(f"# From the port\n\n{words}", words, kind)] == [words]


def test_one_finding_with_a_comma_is_one() -> None:
    words = "The port has too few pilots, as the town has known for years."
    assert not _two(f"# From the port\n\n{words}", words, "cause_of_concern")

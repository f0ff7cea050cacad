"""What the rules leave unread is shown: concerns that are only felt, and lines that resolve."""

from typing import Any

import pytest
from tests.unit.reading.making import GAZETTEER, reading_of, text_of

from answerable.reading.formats import canonical
from answerable.reading.material import Material, Meta
from answerable.reading.profiles import Profile
from answerable.reading.reading import read
from answerable.reading.records import Record
from answerable.reading.residue import residue

_OPENS = "The town hall was full."


@pytest.mark.parametrize(
    "words",
    [
        "Inspectors came away uneasy about the children of the estate.",
        "A watchdog warned of a long winter in the cells.",
        "(b) that she share the figures with the town each year;",
    ],
)
def test_what_no_rule_reads_is_shown(words: str) -> None:
    lines = reading_of(f"{_OPENS}\n\n{words}", kind="news").lines()
    shown = [one["quote"]["exact"] for one in lines if one["kind"] == "residue"]
    assert shown == [words]


def test_a_clause_that_opens_a_sentence_of_talk_is_not() -> None:
    lines = reading_of("That was a fine day for the town and its band.", kind="news").lines()
    assert not [one for one in lines if one["kind"] == "residue"]


def _shown(words: str, kind: str = "minutes") -> list[dict[str, Any]]:
    lines = reading_of(f"{_OPENS}\n\n{words}", kind=kind).lines()
    return [one for one in lines if one["kind"] == "residue"]


def _alone(words: str, kind: str = "other") -> list[tuple[Material, Record]]:
    """What would be shown if no rule had read anything."""
    made = Material(text_of(words), Profile(id=kind, type=kind), GAZETTEER, Meta())
    return [(made, one) for one in residue.records(made, [])]


@pytest.mark.parametrize(
    ("words", "sign"),
    [
        ("Watchdogs said that the service was leaving callers on the line.", "judgment"),
        ("# Orchard ward panel\n\nFriday 9 May 2031, 6pm, the old library", "meeting"),
        ("We gather on 4 June, 7.30pm, at the corn hall.", "meeting"),
        ("# Groups of the year\n\n6 June 2031\n\n11 September 2031", "meeting"),
        ("Dates: 11 June 2031; 17 September 2031", "meeting"),
        ("ACTION 23/31: EL to add the waiting times to the pack", "duty"),
        ("Prudence Alder, whom we met in June, has left.", "person"),
        ("Its chief, Odile Marsh-Webber, was gracious about it.", "person"),
        ("Apologies were sent by Councillors Ash, Birch and Cedar.", "person"),
        ("The lift was out for more than an hour and a half.", "figure"),
        ("It would help if somebody could keep the Monday free.", "duty"),
        ("Could someone dig out the letter about the vans.", "duty"),
        ("Left over from the winter: Supt Keel to speak to the county about beds.", "duty"),
    ],
)
def test_a_sign_of_each_kind_is_shown_where_nothing_read_it(words: str, sign: str) -> None:
    """Protects the officer from what falls silently, whatever kind it is of."""
    told = [(made.text[one.start : one.end], one.fields["sign"]) for made, one in _alone(words)]
    assert (words.rsplit("\n", 1)[-1], sign) in told, told


@pytest.mark.parametrize(
    "words",
    [
        "The Chair asked why the doors were shut.",
        "Members were told about the history of the barn.",
        "Section 55 of the Act is long.",
        "No one mentioned the canteen.",
        "People rang 999 and 101 all night.",
        "The report has a blue cover.",
        "The men were wanted for theft.",
    ],
)
def test_talk_names_of_things_and_numbers_to_ring_are_no_sign(words: str) -> None:
    """Protects a tired reader from a flood of harmless lines."""
    assert not _alone(words)


def test_what_grades_mean_is_not_shown_and_a_duty_in_notes_is() -> None:
    meant = "# How we grade\n\nA force will be graded adequate where it must make some changes."
    assert not _shown(meant, "inspection-report")
    assert _shown("# Notes\n\n2.1 Publish the figures of each ward", "other")


def test_the_duty_behind_a_promise_in_one_reading_is_what_to_look_at_in_it() -> None:
    """Protects a duty behind an "and" from being confirmed away with the promise."""
    words = "I will open the hall in May, and the doors must be painted by then."
    (one,) = _shown(words)
    assert one["quote"]["exact"] == words
    assert one["fields"]["trigger"].startswith("the doors must be painted")
    assert (one["fields"]["reason"], one["fields"]["sign"]) == ("ambiguous", "duty")


def test_a_promise_with_one_part_is_not_shown_again() -> None:
    assert not _shown("I will open the hall and the garden in May.")


def test_a_duty_goes_before_a_figure_in_one_sentence() -> None:
    (one,) = _shown("The Chair was told to expect twelve visitors on the stairs.")
    assert one["fields"]["sign"] == "duty"


def test_a_finding_or_a_grade_below_its_head_is_shown_and_the_heads_are_not() -> None:
    table = (
        "| Standard | Grade | Inspectorate's finding\n\n"
        "| Consumer | C3 | Callers hang on the line and give up before anybody speaks.\n\n"
        "| Viability | V2 | -"
    )
    shown = [made.text[one.start : one.end] for made, one in _alone(table)]
    assert [one.split(" | ")[0] for one in shown] == ["Consumer", "Viability"]


@pytest.mark.parametrize(
    "words",
    ["Date: Mon, 10 Nov 2031 18:41", "Sent 10 November 2031 at 6pm", "Position at 30 June 2031"],
)
def test_the_day_of_a_mail_or_of_a_figure_is_no_meeting(words: str) -> None:
    assert not [one for _, one in _alone(words) if one.fields["sign"] == "meeting"]


@pytest.mark.parametrize("rows", ["Item,Note\nVisits,many\n12,\n", "A,B,C\nx,y,\n7,,\n"])
def test_a_row_whose_last_cell_is_empty_at_the_end_of_the_file_is_read(rows: str) -> None:
    assert list(read(canonical(rows.encode(), name="a.csv"), gazetteer=GAZETTEER).lines())

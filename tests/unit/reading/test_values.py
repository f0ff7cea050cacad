"""Money, counts, numbers, names of bodies, likeness, profiles: the small grammars."""

from typing import Any

import pytest
from tests.unit.reading.making import reading_of

from answerable.reading.gazetteer import BodyEntry, Gazetteer, HolderEntry
from answerable.reading.numbers import value
from answerable.reading.profiles import BadProfile, choose, from_toml
from answerable.reading.similar import rank


def fields(words: str, kind: str, of: str = "news") -> list[dict[str, Any]]:
    """Fields of each record of a kind."""
    return [one["fields"] for one in reading_of(words, kind=of).lines() if one["kind"] == kind]


@pytest.mark.parametrize(
    ("words", "amount", "state", "flag"),
    [
        ("We were awarded £538,496.32.", "538496.32", "awarded", None),
        ("£1.2m has been allocated to it.", "1200000", "allocated", None),
        ("It has cut £180k from the fund.", "180000", "cut", None),
        ("They asked how £200,000k was spent.", "200000000", None, "unit-suspect"),
        ("The forecast overspend was £430k.", "430000", None, None),
        ("The grant of £90,000 was returned.", "90000", "returned", None),
        ("It came to £3.5 million.", "3500000", None, None),
        ("The bill was £10.50.", "10.50", None, None),
    ],
)
def test_money(words: str, amount: str, state: str | None, flag: str | None) -> None:
    """Protects amounts exactly, and a state only where the verb is clear."""
    found = fields(words, "money")
    assert [(one["amount"], one["state"], one["flag"]) for one in found] == [(amount, state, flag)]


@pytest.mark.parametrize(
    ("words", "n", "unit"),
    [
        ("He held 16 formal assurance and accountability sessions with us.", 16, "session"),
        ("We met three different Chief Constables.", 3, "chief constable"),
        ("Over the past six years it grew.", 6, "year"),
        ("Eleven months on, it is done.", 11, "month"),
        ("It made nine recommendations.", 9, "recommendation"),
        ("It found one cause of concern.", 1, "cause-of-concern"),
        ("It has 3,610 officers.", 3610, "officer"),
        ("We spoke to 32 members of staff.", 32, "member of staff"),
        ("Nearly twenty-five people came.", 25, "person"),
    ],
)
def test_counts(words: str, n: int, unit: str) -> None:
    """Protects number and unit, the unit in the singular."""
    assert [(one["n"], one["unit"]) for one in fields(words, "count")] == [(n, unit)]


@pytest.mark.parametrize(
    "words",
    ["See page 12 and section 4.", "It was in 2016.", "Call 101 or 999.", "It rose by 9 per cent.",
     "At 10.30 am on 4 May.", "Regulation 12 applies.", "By 30 June 2030 it ended."],
)  # fmt: skip
def test_labels_dates_and_shares_are_not_counts(words: str) -> None:
    """Protects counts from the numbers that count nothing."""
    assert fields(words, "count") == []


def test_a_count_may_be_approximate() -> None:
    """Protects "about" from being lost."""
    assert fields("About 100 officers joined.", "count")[0]["approximate"] is True
    assert fields("More than 100 officers joined.", "count")[0]["approximate"] is False


@pytest.mark.parametrize(("words", "number"), [("eleven", 11), ("1,234", 1234), 
                         ("ninety-nine", 99), ("thirty one", 31), ("many", None)])  # fmt: skip
def test_numbers_in_words(words: str, number: int | None) -> None:
    """Protects numbers written out."""
    assert value(words) == number


def test_bodies_known_and_unknown() -> None:
    """Protects names: the preferred one for an alias, as written for a body not held."""
    known = Gazetteer((BodyEntry("mar", "Marlshire Police", "force", ("Marl Police",)),))
    text = "Marl Police met Seaford Constabulary and Anyshire County Council near Marlshire."
    found = [(one.body.name, one.body.id, one.weak) for one in known.mentions(text)]
    assert found == [
        ("Marlshire Police", "mar", False),
        ("Seaford Constabulary", None, False),
        ("Anyshire County Council", None, False),
        ("Marlshire Police", "mar", True),
    ]


def test_two_bodies_joined_by_and_are_two() -> None:
    """Protects against one long name for two forces."""
    found = Gazetteer().mentions("Seaford Police and Dunshire Police were there.")
    assert [one.body.name for one in found] == ["Seaford Police", "Dunshire Police"]


@pytest.mark.parametrize(
    "words",
    ["His Majesty's Inspector of Constabulary said so.", "The Police Act 1996 applies.",
     "Police officers were there.", "The Police and Crime Commissioner spoke."],
)  # fmt: skip
def test_offices_and_laws_are_not_forces(words: str) -> None:
    """Protects institutions from ranks and acts."""
    assert [one for one in Gazetteer().mentions(words) if one.body.kind == "force"] == []


def test_holders_by_date() -> None:
    """Protects who held an office when."""
    known = Gazetteer(
        holders=(HolderEntry("Ann Bell", "Chair", "a", "2020", "2021"),
                 HolderEntry("Ann Bell", "Mayor", "b", "2022"))
    )  # fmt: skip
    assert known.holder("ann bell", on="2023-01-01") == known.holders[1]
    assert known.holder("Nobody Here") is None


def test_likeness_ranks_the_repeat_first() -> None:
    """Protects "asked before?": the same duty in other words comes before other duties."""
    earlier = (
        "answer emergency calls more quickly",
        "make sure lead responsible officers use a 4P approach to manage each gang",
        "publish a plan for its buildings",
    )
    found = rank("train lead responsible officers and review 4P plans", earlier=earlier)
    assert found[0].index == 1
    assert len(found) == 3
    assert rank("anything", earlier=()) == ()
    assert rank("train", earlier=("train",))[0].score == 1.0


def test_a_profile_is_made_from_a_table_and_chosen_by_its_marks() -> None:
    """Protects the choice of profile and its refusals."""
    table = {
        "id": "letter",
        "type": "inspection-letter",
        "matches": {
            "titles": ["revisit letter"],
            "host": ["example.org"],
            "phrases": ["we inspected"],
        },
        "headings": {"our view": "findings"},
        "scale": "hmicfrs-5",
    }
    one = from_toml(table)
    chosen = choose([one], text="In May we inspected it.", title="Revisit letter", publisher=None,
                    source="https://example.org/x")  # fmt: skip
    assert chosen.profile is one
    assert 0 < chosen.confidence < 1
    none = choose([one], text="Nothing.", title=None, publisher=None, source=None)
    assert (none.profile.id, none.confidence) == ("other", 0.0)
    with pytest.raises(BadProfile, match="type out of"):
        from_toml({"id": "x", "type": "poem"})
    with pytest.raises(BadProfile, match="cannot be read"):
        from_toml({"id": "x", "type": "news", "matches": {"phrases": ["("]}})


def test_a_part_of_a_number_is_quoted_with_the_thing_counted() -> None:
    lines = reading_of("Eleven of the 40 ledgers were blank.", kind="news").lines()
    found = [(one["quote"]["exact"], one["fields"]["n"], one["fields"]["unit"]) for one in lines
             if one["kind"] == "count"]  # fmt: skip
    assert found == [("Eleven of the 40 ledgers", 11, "ledger"), ("40 ledgers", 40, "ledger")]


def test_a_number_alone_is_a_figure_with_the_thing_named_before() -> None:
    """Protects counts: a count is a number with its thing, and "nine of them" has none."""
    words = "We read 30 letters. In nine of them the date was wrong."
    assert [one["n"] for one in fields(words, "count")] == [30]
    assert [(one["value"], one["unit"]) for one in fields(words, "figure")] == [(9, "letter")]


@pytest.mark.parametrize(
    ("words", "counted"),
    [
        ("We found 19 of the unit's 24 posts filled.", [19, 24]),
        ("Eight of the town’s ten bridges were shut.", [8, 10]),
        ("Three of the seven concern how bridges are kept.", []),
        ("Four ask what roads cost.", []),
    ],
)
def test_a_part_of_what_somebody_has_and_no_thing_behind_a_question(
    words: str, counted: list[int]
) -> None:
    assert [one["n"] for one in fields(words, "count")] == counted


@pytest.mark.parametrize(
    ("table", "states"),
    [
        (
            "| Whom | For | Amount | Status\n\n| Ash Trust | Vans | £900 | Awarded",
            ["awarded"],
        ),
        ("| Whom | Amount | Outcome\n\n| Elm Hostel | £750 | Returned unspent", ["returned"]),
        ("| Heading | Budget | Forecast\n\n| Police pay | £88 | £89", ["budgeted", None]),
        ("| Whom | Amount\n\n| Ash Trust | £900 was paid in May", ["paid"]),
        ("| Whom | Amount | Status\n\n| Elm Hostel | £750 | Refused", [None]),
        ("| Payer of rent | Sum\n\n| Spent Hall | £12", [None]),
    ],
)
def test_the_state_of_an_amount_in_a_table_is_what_its_own_cells_say(
    table: str, states: list[str | None]
) -> None:
    """Protects an amount from a verb in another cell: "Police pay" is no payment."""
    assert [one["state"] for one in fields(table, "money")] == states

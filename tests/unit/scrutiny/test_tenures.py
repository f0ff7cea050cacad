"""Who held an office when: precision kept, both dates where sources differ, no count by person."""

from dataclasses import fields
from datetime import date

import pytest

from answerable.operations import catalogue
from answerable.scrutiny.accountability.memory import Term, memory, offices
from answerable.scrutiny.tenures import holders, holdings
from answerable.vocabulary.bodies import Tenure
from answerable.vocabulary.facts import (
    ActionPromised,
    ClosureStated,
    FindingPublished,
    HoldingBegan,
    HoldingEnded,
    OfficeDefined,
)
from tests.factories import fact, register, story_register

CHIEF = "west-mercia-chief-constable"
OFFICE = "anyshire-chief-constable"
STREAM = f"office/{OFFICE}"


def west_mercia(office: str, on: date) -> str:
    return holders(
        story_register("west-mercia", institution="west-mercia-police"),
        office=office,
        on=on,
        tenures=catalogue.tenures(),
    ).words


@pytest.mark.parametrize(
    ("on", "words"),
    [
        (date(2012, 11, 21), "not in our sources"),
        (date(2012, 11, 22), "Bill Longmore"),
        (date(2016, 5, 11), "Bill Longmore"),
        (date(2016, 5, 12), "John Campion"),
        (date(2026, 1, 1), "John Campion"),
    ],
)
def test_a_commissioner_holds_office_to_the_last_day_and_the_next_from_the_first(
    on: date, words: str
) -> None:
    assert west_mercia("west-mercia-commissioner", on) == words


@pytest.mark.parametrize(
    ("on", "words"),
    [
        (date(2020, 6, 1), "Anthony Bangham"),
        (date(2023, 8, 8), "Pippa Mills"),
        (date(2023, 9, 15), "Pippa Mills or Alex Murray (our sources do not settle the day)"),
        (date(2024, 5, 14), "Alex Murray"),
        (date(2024, 7, 16), "Alex Murray or Richard Cooper (our sources do not settle the day)"),
        (date(2026, 1, 1), "Richard Cooper"),
    ],
)
def test_where_sources_differ_all_who_may_have_held_it_are_named(on: date, words: str) -> None:
    assert west_mercia(CHIEF, on) == words


def test_dates_keep_the_precision_of_their_sources_and_both_dates_stand() -> None:
    found = holdings(
        story_register("west-mercia", institution="west-mercia-police"),
        office=CHIEF,
        tenures=catalogue.tenures(),
    )
    told = {(h.person, h.holding): h for h in found}
    assert told["Anthony Bangham", "substantive"].words == "from 2016 to September 2021"
    murray = told["Alex Murray", "temporary"]
    assert murray.words.startswith("from September 2023 (also: 23 October 2023)")
    assert murray.disputed
    cooper = told["Richard Cooper", "temporary"]
    assert cooper.words == "from 29 August 2024 (also: July 2024)"
    assert cooper.begins[0].address
    assert not told["Richard Cooper", "substantive"].disputed


def test_precision_comes_from_the_quote_where_the_catalogue_has_no_tenure() -> None:
    def began(person: str, on: str, quote: str, said: str) -> HoldingBegan:
        return fact(
            HoldingBegan,
            stream=STREAM,
            on=on,
            office=OFFICE,
            person=person,
            quote=quote,
            said=said,
        )

    found = holdings(
        register(
            [
                began("A", "2016-01-01", "has led for five years, so since 2016", "2021-06-30"),
                began("B", "2017-01-01", "since January 2017", "2021-06-30"),
                began("C", "2018-03-01", "took over on 1 March 2018", "2018-03-02"),
                began("D", "2019-03-01", "took over", "2019-03"),
                began("E", "2020-05-14", "in May 2020", "2020-06-01"),
                began("F", "2021-05-14", "took over", "2021-06-01"),
            ]
        ),
        office=OFFICE,
    )
    assert [h.begins[0].date for h in found] == [
        *("2016", "2017-01", "2018-03-01", "2019-03", "2020-05", "2021-05-14")
    ]


def test_an_end_is_the_day_before_the_first_day_out_of_office() -> None:
    facts = [
        fact(HoldingBegan, stream=STREAM, on="2020-01-10", office=OFFICE, person="A"),
        fact(HoldingEnded, stream=STREAM, on="2021-05-12", office=OFFICE, person="A"),
        fact(HoldingBegan, stream=STREAM, on="2022-01-10", office=OFFICE, person="B"),
        fact(HoldingEnded, stream=STREAM, on="2023-05-12", office=OFFICE, person="B"),
    ]
    tenures = [Tenure(OFFICE, "B", "substantive", "2022-01-10", "2023-05-11")]
    first, second = holdings(register(facts), office=OFFICE, tenures=tenures)
    assert [first.ends[0].date, second.ends[0].date] == ["2021-05-11", "2023-05-11"]
    nobody = holders(register(facts), office=OFFICE, on=date(2021, 6, 1))
    assert nobody.words == "not in our sources"


def test_an_end_belongs_to_the_holding_that_it_ends() -> None:
    """Acting, then appointed: the end of the second is not the end of the first."""
    facts = [
        fact(
            HoldingBegan,
            stream=STREAM,
            on="2020-01-10",
            office=OFFICE,
            person="A",
            holding="acting",
        ),
        fact(HoldingBegan, stream=STREAM, on="2020-06-10", office=OFFICE, person="A"),
        fact(HoldingEnded, stream=STREAM, on="2023-05-12", office=OFFICE, person="A"),
    ]
    acting, appointed = holdings(register(facts), office=OFFICE)
    assert (acting.holding, acting.ends) == ("acting", ())
    assert appointed.ends
    assert acting.last_range is None


def test_two_people_may_hold_an_office_at_once() -> None:
    facts = [
        fact(HoldingBegan, stream=STREAM, on="2020-01-10", office=OFFICE, person="A"),
        fact(HoldingEnded, stream=STREAM, on="2022-05-12", office=OFFICE, person="A"),
        fact(HoldingBegan, stream=STREAM, on="2021-01-10", office=OFFICE, person="B"),
    ]
    assert holders(register(facts), office=OFFICE, on=date(2021, 6, 1)).words == "A and B"


def test_memory_lists_what_was_open_by_office_at_both_ends() -> None:
    facts = [
        fact(
            OfficeDefined,
            stream=STREAM,
            on="2019-01-01",
            title="Chief Constable",
            body="anyshire-police",
        ),
        fact(HoldingBegan, stream=STREAM, on="2020-01-10", office=OFFICE, person="A"),
        fact(HoldingEnded, stream=STREAM, on="2022-05-12", office=OFFICE, person="A"),
        fact(HoldingBegan, stream=STREAM, on="2022-05-12", office=OFFICE, person="B"),
        fact(
            FindingPublished, stream="i/recommendation/1", on="2019-06-01", owner="i", text="Old"
        ),
        fact(ClosureStated, stream="i/recommendation/1", on="2021-06-01", ground="letter"),
        fact(ActionPromised, stream="action/1", on="2021-07-01", text="New"),
    ]
    found = memory(register(facts), office=OFFICE)
    assert (found.title, found.body) == ("Chief Constable", "anyshire-police")
    first, second = found.terms
    assert [i.reference for i in first.open_at_start] == ["i/recommendation/1"]
    assert [i.reference for i in first.open_at_end] == ["action/1"]
    assert [i.reference for i in second.open_at_start] == ["action/1"]
    assert (second.ended, second.open_at_end) == (None, ())
    assert offices(register(facts)) == (OFFICE,)
    assert memory(register([]), office=OFFICE).terms == ()


def test_a_term_has_no_count_of_anything() -> None:
    assert not [f.name for f in fields(Term) if f.type in ("int", "float")]

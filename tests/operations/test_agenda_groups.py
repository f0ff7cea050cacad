"""One agenda for all doors: page, pack, command and draft propose the same items in one order."""

import json
from datetime import date

import pytest
from typer.testing import CliRunner

from answerable.cli.main import app
from answerable.ledger.book import Book
from answerable.operations.output import packs
from answerable.operations.pages.look import Look
from answerable.operations.pages.sessions import agenda as page
from answerable.operations.pages.sessions import build_agenda
from answerable.operations.sessions import session_plans
from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.facts import ActionPromised, DetailStated, KeyEnrolled, RungReached
from tests.factories import COMMISSIONER as BODY
from tests.factories import FORCE, fact
from tests.operations.cast import AT, DAY, OFFICER, begin, common

GROUP = "Nine actions of the head of crime: said to be done, not proven"


def done_and_not_proven(count: int) -> list[Fact]:
    """Actions of one owner, each said to be done on 4 February and checked by nobody."""
    made: list[Fact] = []
    for n in range(1, count + 1):
        about = {"stream": f"action/anyshire-police/log/{n:03}", "on": "2024-02-04"}
        made.append(fact(ActionPromised, **about, text=f"Part {n}", owner="head-of-crime"))
        made.append(fact(RungReached, **about, rung="delivered"))
    return made


def plan(day: date, *themes: str) -> None:
    session_plans.plan_sessions(
        **common(OFFICER),
        institution=FORCE,
        body=BODY,
        series="performance",
        sessions=session_plans.dates(first=day, every="once", count=1, themes=themes),
        on=DAY,
    )


def test_what_is_not_proven_comes_as_one_item_from_every_door(book: Book) -> None:
    """It protects an officer from nine lines here and one line there for the same nine."""
    begin(book, *done_and_not_proven(9))
    plan(DAY)
    look = Look(at=AT, actor=OFFICER)
    shown = page.agenda(look, BODY)
    titles = [item.title for item in shown.items]
    group = shown.items[titles.index(GROUP)]
    assert [why.label for why in group.reasons] == ["Not proven"]
    assert [link.label for link in group.actions][:2] == [
        "Part 1 (said to be done 4 February 2024)",
        "Part 2 (said to be done 4 February 2024)",
    ]
    assert len(group.actions) == 9
    assert group.question == (
        "Nine actions of the head of crime are said to be done. What assurance can you give that "
        "they made the difference they were meant to make? Which will somebody independent check "
        "first, and by when? Which measures, fixed beforehand, would show it?"
    )
    drafted = build_agenda.build(look, BODY, DAY.isoformat())
    assert [item.title for item in drafted.items] == titles
    printed = CliRunner().invoke(app, ["agenda", BODY, "--on", DAY.isoformat(), "--json"]).output
    told = json.loads(printed)
    assert [item["title"] for item in told] == titles
    assert len(told[titles.index(GROUP)]["also"]) == 8
    assert told[titles.index(GROUP)]["reasons"][0]["label"] == "Unproven"
    pack = packs.content(look, kind="session", reference=BODY)
    rows = next(part.table.rows for part in pack.parts if part.table and part.key == "agenda")
    assert rows[titles.index(GROUP)][1].startswith(f"{GROUP}. Part 1 (said to be done 4 February")


@pytest.mark.parametrize(
    ("heading", "theme"), [("2023 actions", ""), ("Q1 2026", ""), ("Custody", " on custody")]
)
def test_a_heading_that_is_a_year_names_no_theme(book: Book, heading: str, theme: str) -> None:
    stands = (
        fact(
            DetailStated,
            stream=f"action/anyshire-police/log/{n:03}",
            on="2024-02-04",
            form="action-log",
            field="heading",
            value=heading,
        )
        for n in range(1, 10)
    )
    begin(book, *done_and_not_proven(9), *stands)
    titles = [item.title for item in page.agenda(Look(at=AT, actor=OFFICER), BODY).items]
    assert f"Nine actions of the head of crime{theme}: said to be done, not proven" in titles


def test_a_thematic_session_takes_its_theme_first_and_the_rest_in_the_same_groups(
    book: Book,
) -> None:
    begin(book, *done_and_not_proven(9))
    plan(DAY, "Repeat burglary")
    drafted = build_agenda.build(Look(at=AT, actor=OFFICER), BODY, DAY.isoformat())
    titles = [item.title for item in drafted.items]
    assert titles[0] == "Repeat burglary is not prevented."
    assert GROUP in titles


def test_a_key_of_the_commissioner_does_not_hide_the_sessions_of_the_force(book: Book) -> None:
    """The record holds an entry about the office itself: the page still reads the force's."""
    begin(book)
    plan(DAY)
    enrolled = fact(KeyEnrolled, institution=BODY, stream=f"key/{BODY}", on=DAY.isoformat())
    book.append(
        about=BODY, decide=lambda _register: (enrolled,), by=OFFICER, at=AT, key="k", seen=None
    )
    shown = page.agenda(Look(at=AT, actor=OFFICER), BODY)
    assert shown.crumbs[-1].url == f"/bodies/{FORCE}/"
    assert shown.aside[0].actions[0].url == f"/sessions/{BODY}/{DAY.isoformat()}/build/"

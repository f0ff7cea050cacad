"""Deadline drift: first date, every move, who agreed, why; the furthest first; as at any dates."""

import pytest
import typer
from typer.testing import CliRunner

from answerable.cli import ledger as commands
from answerable.ledger.book import Book
from answerable.operations.pages.look import Look
from answerable.operations.pages.record.drift import deadlines
from answerable.vocabulary.facts import DueDateMoved
from tests.factories import FORCE, fact
from tests.trust.cast import AT, add, moved, promised


@pytest.fixture
def record(book: Book) -> Book:
    add(book, promised(0), promised(1), promised(2))
    add(book, moved(0, "2026-04-30"))
    add(book, moved(1, "2026-06"))
    add(
        book,
        fact(
            DueDateMoved,
            stream="action/1",
            on="2026-02-01",
            due="2026-12-31",
            reason="The supplier left.",
            authoriser="chief-constable",
        ),
    )
    return book


def test_the_furthest_comes_first_with_every_move(record: Book) -> None:
    found = deadlines(Look(at=AT.replace(month=3)), body=FORCE)
    assert [(d.reference, d.first, d.now, d.days, len(d.moves)) for d in found] == [
        ("action/1", "2026-03-31", "2026-12-31", 275, 2),
        ("action/0", "2026-03-31", "2026-04-30", 30, 1),
    ]
    last = found[0].moves[-1]
    assert (last.before, last.after, last.on) == ("2026-06", "2026-12-31", "2026-02-01")
    assert (last.reason, last.authoriser, last.entry) == (
        "The supplier left.",
        "chief-constable",
        5,
    )
    assert last.held_by


def test_as_it_was_known_then(record: Book) -> None:
    found = deadlines(Look(at=AT.replace(month=3), known=3), body=FORCE)
    assert [(d.reference, d.days) for d in found] == [("action/0", 30)]
    assert deadlines(Look(at=AT, known=2), body=FORCE) == ()


def test_a_month_counts_to_its_last_day(record: Book) -> None:
    found = deadlines(Look(at=AT.replace(month=3), known=4), body=FORCE)
    assert {d.reference: d.days for d in found} == {"action/0": 30, "action/1": 91}


def test_from_the_command_line(record: Book) -> None:
    app = typer.Typer()
    app.callback()(lambda: None)
    commands.register(app)
    done = CliRunner().invoke(app, ["deadlines", FORCE, "--valid", "2026-03-01"])
    assert done.exit_code == 0, done.output
    assert "action/1: 2026-03-31 to 2026-12-31, 275 days" in done.output
    assert "2026-02-01: to 2026-12-31, by chief-constable" in done.output
    none = CliRunner().invoke(app, ["deadlines", FORCE, "--known", "2"])
    assert none.output == "No deadline of it has moved.\n"

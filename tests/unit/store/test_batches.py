"""Commands of one batch: each sees those before it, and nobody sees what was undone."""

import sqlite3
from collections.abc import Sequence
from typing import Any

import pytest

from answerable.config import config
from answerable.ledger.book import Book
from answerable.ledger.register import Register
from answerable.store.reads import registers
from answerable.store.writes.appender import Appender, Command
from answerable.vocabulary.fact_base import Fact
from tests.factories import FORCE
from tests.trust.cast import AT, OFFICER, add, promised


def command(decide: Any, *, key: str) -> Command:
    return Command(about=FORCE, decide=decide, by=OFFICER, at=AT, key=key, seen=None)


def served(*batch: Command) -> None:
    """In this thread, so that they are one batch whatever the machine is doing."""
    one = Appender(config())
    one.stop()
    one._serve(batch)


def streams() -> list[str]:
    return [version.fact.stream for version in registers.history(FORCE).versions]


def test_a_decision_sees_the_command_before_it_in_its_batch(book: Book) -> None:
    add(book, promised(1))
    met = list[list[str]]()

    def decide(register: Register) -> Sequence[Fact]:
        met.append(streams())
        assert [version.fact.stream for version in register] == met[-1]
        return [promised(3)]

    both = command(lambda _: [promised(2)], key="a"), command(decide, key="b")
    served(*both)
    assert met == [["action/1", "action/2"]]
    assert [one.answer.result(0).first for one in both] == [1, 2]
    assert streams() == ["action/1", "action/2", "action/3"]


def test_what_a_decision_saw_in_a_batch_that_was_undone_is_not_read_later(book: Book) -> None:
    add(book, promised(1))

    def decide(_: Register) -> Sequence[Fact]:
        assert streams() == ["action/1", "action/2"]
        assert registers.register(FORCE, valid=AT.date()).streams() == ("action/1", "action/2")
        raise sqlite3.OperationalError("database or disk is full")

    both = command(lambda _: [promised(2)], key="a"), command(decide, key="b")
    served(*both)
    for one in both:
        with pytest.raises(Exception, match="full"):
            one.answer.result(0)
    assert streams() == ["action/1"]
    add(book, promised(9))
    assert streams() == ["action/1", "action/9"]
    assert registers.register(FORCE, valid=AT.date()).streams() == ("action/1", "action/9")

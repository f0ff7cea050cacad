"""What changed between two points of the record: against both registers read whole, and hidden
values stay hidden."""

import random
from collections.abc import Callable

import pytest
import typer
from typer.testing import CliRunner, Result

from answerable.cli import ledger as commands
from answerable.ledger.book import Book
from answerable.operations.changes import Change, changes
from answerable.store.reads import registers
from answerable.vocabulary.access import READER, Actor, Classification
from answerable.vocabulary.facts import Corrected, Withdrawn
from answerable.vocabulary.refusal import Refusal
from tests.factories import FORCE, fact
from tests.trust.cast import AT, OFFICER, add, moved, promised


def told(since: int, known: int | None = None, actor: Actor = READER) -> list[tuple[object, ...]]:
    found = changes(institution=FORCE, since=since, known=known, actor=actor, on=AT.date())
    return [(c.seq, c.reference, c.type, c.field, c.before, c.after) for c in found]


def about(book: Book, number: int, kind: type, **values: object) -> None:
    (entry,) = book.entries(begin=number, end=number + 1)
    add(book, fact(kind, stream=f"action/{number}", on="2026-01-05", ref=entry.id, **values))


def test_new_corrected_and_withdrawn_are_each_told_once(book: Book) -> None:
    add(book, promised(0, owner="acc"), promised(1))
    add(book, moved(0, "2026-09-30"))
    about(book, 1, Corrected, field="due", value="2026-05-05", reason="Misread.")
    about(book, 0, Withdrawn, reason="Made twice.")
    assert told(1, 2) == [
        (2, "action/0", "DueDateMoved", "due", None, "2026-09-30"),
        (2, "action/0", "DueDateMoved", "reason", None, "Two vacancies."),
    ]
    assert told(2, 3) == [(3, "action/1", "ActionPromised", "due", "2026-03-31", "2026-05-05")]
    assert told(3) == [
        (4, "action/0", "ActionPromised", "due", "2026-03-31", None),
        (4, "action/0", "ActionPromised", "owner", "acc", None),
        (4, "action/0", "ActionPromised", "text", "Promise 0.", None),
    ]
    assert told(4) == []


def test_what_one_may_not_see_is_not_told(book: Book) -> None:
    add(book, promised(0, classes={"text": Classification.RESTRICTED}))
    assert "text" not in {line[3] for line in told(-1)}
    assert "text" in {line[3] for line in told(-1, actor=OFFICER)}


@pytest.mark.parametrize(("since", "known"), [(-2, 0), (1, 0), (0, 9)])
def test_points_that_the_record_does_not_have_are_refused(
    book: Book, since: int, known: int
) -> None:
    add(book, promised(0), promised(1))
    with pytest.raises(Refusal, match="two entries in order"):
        told(since, known)


def test_the_lines_lead_from_one_register_to_the_other(book: Book) -> None:
    """Applied to what was known then, they give what is known now, over random histories."""
    chance = random.Random(20_261_125)  # noqa: S311  # a seed that repeats the test
    add(book, *(promised(n) for n in range(12)))
    for _ in range(40):
        number = chance.randrange(12)
        act: Callable[[], object] = chance.choice(
            [
                lambda n=number: add(book, moved(n, f"2026-{chance.randrange(4, 9):02d}-01")),
                lambda n=number: about(
                    book, n, Corrected, field="owner", value=chance.choice("abc"), reason="x"
                ),
            ]
        )
        act()
    last = registers.head().size - 1
    for _ in range(20):
        since = chance.randrange(11, last)
        known = chance.randrange(since, last + 1)
        state = values(since)
        for line in changes(institution=FORCE, since=since, known=known, on=AT.date()):
            state = applied(state, line)
        assert state == values(known)


def values(known: int) -> set[tuple[object, ...]]:
    """(Item, type, field, value) of promises, and of moves by their entry."""
    seen = registers.register(FORCE, valid=AT.date(), known=known, actor=OFFICER)
    return {
        (v.fact.stream, type(v.fact).__name__, name, value)
        for v in seen.versions_of()
        if type(v.fact).__name__ == "ActionPromised"
        for name, value in v.fact.values().items()
        if name in ("owner", "due", "text") and value is not None
    }


def applied(state: set[tuple[object, ...]], line: Change) -> set[tuple[object, ...]]:
    if line.type != "ActionPromised":
        return state
    key = (line.reference, line.type, line.field)
    return {row for row in state if row != (*key, line.before)} | {(*key, line.after)}


@pytest.fixture
def run(book: Book) -> Callable[..., Result]:
    app = typer.Typer()
    commands.register(app)
    add(book, promised(0))
    add(book, moved(0, "2026-09-30"))
    return lambda *words: CliRunner().invoke(app, [str(word) for word in words])


def test_from_the_command_line(run: Callable[..., Result]) -> None:
    done = run("changes", FORCE, "--since", 0)
    assert done.exit_code == 0, done.output
    assert "1  action/0  DueDateMoved due: 2026-09-30" in done.output
    assert "Nothing about it changed" in run("changes", FORCE, "--since", 1).output
    assert run("changes", FORCE, "--since", 5).exit_code == 2

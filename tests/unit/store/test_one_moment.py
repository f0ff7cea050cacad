"""What is read for one answer is of one state of the record, and spoils nothing for the next."""

from threading import Thread

from answerable.ledger.book import Book
from answerable.store.reads import moments, registers
from answerable.vocabulary.facts import ActionPromised
from tests.factories import FORCE
from tests.trust.cast import AT, add, promised

DAY = AT.date()


def streams() -> tuple[str, ...]:
    return registers.register(FORCE, valid=DAY).streams(ActionPromised)


def elsewhere(book: Book, number: int) -> None:
    """Another command, and a reader who has seen it, while this thread is at work."""

    def run() -> None:
        add(book, promised(number))
        streams()

    beside = Thread(target=run)
    beside.start()
    beside.join()


def test_what_is_read_for_one_answer_is_of_one_state(book: Book) -> None:
    add(book, promised(1))
    with moments.one_moment():
        first, head = streams(), registers.head()
        elsewhere(book, 2)
        assert registers.head() == head
        assert streams() == first
    assert registers.head().size == head.size + 1
    assert len(streams()) == 2


def test_who_reads_on_in_an_older_moment_leaves_nothing_old_to_others(book: Book) -> None:
    """Protects the next reader from a register made of the state before."""
    add(book, promised(1))
    with moments.one_moment():
        registers.head()
        elsewhere(book, 2)  # the versions that readers share go further than this moment now
        registers.register(FORCE, valid=DAY)
    assert len(streams()) == 2


def test_an_entry_of_ones_own_is_seen_after_the_moment(book: Book) -> None:
    with moments.one_moment():
        before = registers.head().size
        add(book, promised(1))
    assert registers.head().size == before + 1
    assert len(streams()) == 1

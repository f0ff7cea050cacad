"""Four processes that append at once make one record: no fork, nothing twice, all of it there.

The same run as the benchmark's, short; how long each waits is only measured there.
"""

import pytest
from benchmarks.at_once import PROCESSES, Told, at_once, forks

from answerable.ledger.book import Book
from answerable.store.reads import registers
from tests.trust.cast import add, promised


@pytest.mark.usefixtures("book")
def test_four_processes_append_to_one_record() -> None:
    found = at_once(each=20)
    assert found["entries appended"] == PROCESSES * 20
    assert found["heads compared"] == PROCESSES
    assert (found["forks"], found["the record holds"]) == (0, True)


def test_control_a_number_given_twice_and_a_head_of_another_record_are_forks(book: Book) -> None:
    add(book, promised(0), promised(1))
    then = registers.head()
    add(book, promised(2))
    one = Told([], [0, 1], 0, [(then.size, then.root)])
    assert forks([one]) == 0
    assert forks([one, Told([], [1], 0, [])]) == 1
    assert forks([one, Told([], [], 0, [(then.size, "0" * 64), (9, then.root)])]) == 2

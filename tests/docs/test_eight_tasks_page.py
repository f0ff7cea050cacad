"""The page of the eight tasks is the one that the kept walk and its template make."""

from benchmarks.tasks.__main__ import PAGE, kept_page
from benchmarks.tasks.beside import BESIDE


def test_the_page_is_made_and_changed_in_its_template() -> None:
    """It had been put right by hand, and the next walk would have lost that."""
    assert PAGE.read_text(encoding="utf-8") == kept_page()


def test_each_task_stands_beside_its_steps_and_minutes_in_word_and_excel() -> None:
    text = PAGE.read_text(encoding="utf-8")
    for name, beside in BESIDE.items():
        (row,) = (line for line in text.splitlines() if line.startswith(f"| {name} |"))
        assert row.split(" | ")[5:7] == [beside.elsewhere, beside.minutes]

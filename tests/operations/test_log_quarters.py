"""A quarter without a year is of the row's own meeting before it is of the log's date."""

from answerable.operations.pages.desk import import_year
from answerable.operations.plans import log_files
from tests.operations.test_desk_action_log import asked, held, kept, own, recorded

__all__ = ["own"]
HEAD = ("No.", "Mtg", "Action agreed", "Lead", "By when")
LOG = (
    ("1.1", "2023-01-19", "Visit every victim.", "DCC", "end of Q1"),
    ("1.2", "2023-01-19", "Train staff.", "DCC", "end of Q4"),
    ("2.1", "", "Write the plan.", "DCC", "end of Q4"),
)


def test_a_quarter_ends_after_the_meeting_that_set_it_and_the_page_asks_of_the_others() -> None:
    document = kept(*LOG, head=HEAD)
    recorded(document)
    assert [item.due for item in held().values()] == ["2023-06-30", "2023-03-31", "2027-03-31"]
    (section,) = import_year.section(log_files.opened(document), asked())
    assert section.title == "Quarters without a year: 1 row"


def test_a_log_of_which_each_quarter_has_its_meeting_asks_for_no_year() -> None:
    log = log_files.opened(kept(*LOG[:2], head=HEAD))
    assert import_year.section(log, asked()) == ()
    assert import_year.box(log, asked()) == ()

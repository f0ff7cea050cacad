"""A quarter without a year is of the row's own meeting before it is of the log's date."""

from dataclasses import replace

from answerable.operations.pages.desk import import_year
from answerable.operations.plans import action_log, log_files
from tests.operations.test_desk_action_log import AT, asked, held, kept, officer, own, recorded

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


def test_a_quarter_that_had_ended_by_the_log_has_no_date_until_somebody_says_its_year() -> None:
    """Protects against a year that is guessed: it may be late, or be next year's."""
    document = kept(("1", "", "Visit every victim.", "DCC", "end of Q1"), LOG[2], head=HEAD)
    log = log_files.opened(document)
    (box,) = import_year.box(log, asked())
    assert box.value == ""
    assert box.choices[0].label == "Not said: such rows have no date"
    (section,) = import_year.section(log, asked())
    assert "Nobody has said which, so it has no date until you choose" in section.paragraphs[0]
    recorded(document)
    assert [item.due for item in held().values()] == [None, "2027-03-31"]


def test_the_year_that_is_chosen_is_taken_whichever_it_is() -> None:
    document = kept(("1", "", "Visit every victim.", "DCC", "end of Q1"), head=HEAD)
    for year in (2026, 2027):
        about = replace(asked(), year=year)
        (change,) = action_log.compared(
            by=officer(), on=AT.date(), document=document, asked=about
        ).changes
        assert change.entry is not None
        assert change.entry.due == f"{year}-06-30"

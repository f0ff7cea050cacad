"""What the columns of a log hold by their labels: exact words first, then words among others."""

import pytest

from answerable.reading.actions.logs import log_labels, log_tables
from answerable.reading.formats.delimited import read_csv

TRACKER = (
    *("Item no.", "Ombudsman rec", "What we will do", "Service lead(s)", "By when?"),
    *("Original date", "B/RAG", "Where are we", "Commentary (Nov)", "Cost £k"),
)


def test_labels_of_people_who_never_saw_ours_get_their_meanings() -> None:
    assert log_labels.likely(TRACKER) == {
        "Item no.": "ref",
        "Ombudsman rec": "rec",
        "What we will do": "action",
        "Service lead(s)": "owner",
        "By when?": "due",
        "B/RAG": "rating",
        "Where are we": "status",
        "Commentary (Nov)": "update",
    }


@pytest.mark.parametrize(
    ("header", "label", "name"),
    [
        (
            ("Ref", "Action", "Original due date", "Deadline (revised)"),
            "Deadline (revised)",
            "due",
        ),
        (("Ref", "Action", "Accountable director"), "Accountable director", "owner"),
        (("Task", "Register: due"), "Register: due", None),
        (("Task", "Date closed", "Lead member"), "Date closed", None),
        (("Task", "Date closed", "Lead member"), "Lead member", "owner"),
        (("Action", "Action owner", "Actions taken so far"), "Actions taken so far", None),
    ],
)
def test_a_word_among_others_says_it_only_where_no_whole_label_does(
    header: tuple[str, ...], label: str, name: str | None
) -> None:
    assert log_labels.likely(header).get(label) == name


def test_a_whole_label_stays_before_a_word_of_another() -> None:
    header = ("Action log number", "Action", "Status", "Position in the queue")
    assert log_labels.likely(header) == {
        "Action log number": "ref",
        "Action": "action",
        "Status": "status",
    }


def test_where_no_label_names_the_action_the_wordiest_column_is_offered() -> None:
    text = read_csv(
        b"Nr,Improvement,Who\n1,Check each cell every hour and write it down,DCC\n"
        b"2,Train all custody sergeants again,ACC\n"
    )
    table = log_tables.table_of(text)
    assert table is not None
    assert log_tables.wordiest(text, table, besides={}) == "Improvement"
    assert log_tables.wordiest(text, table, besides={"Improvement": "rec"}) is None


@pytest.mark.parametrize(
    ("header", "due", "revised"),
    [
        (("Ref", "Action", "Due", "Revised due"), "Due", "Revised due"),
        (("Ref", "Action", "Revised target", "Target"), "Target", "Revised target"),
        (("Ref", "Action", "By when?", "Moved to"), "By when?", "Moved to"),
        (("Ref", "Action", "Deadline", "New date", "Comments"), "Deadline", "New date"),
        (("Ref", "Action", "Revised date"), "Revised date", None),
        (("Ref", "Action", "Due", "Register: revised due date"), "Due", None),
    ],
)
def test_a_revised_date_stands_beside_the_first_one_and_alone_is_the_due_date(
    header: tuple[str, ...], due: str, revised: str | None
) -> None:
    found = {name: label for label, name in log_labels.likely(header).items()}
    assert (found["due"], found.get("revised")) == (due, revised)

"""Which table of a workbook is the log: no list that repeats its numbers, nor one of owners."""

from tests.unit.reading.test_log_parts import book

from answerable.reading.actions.logs import log_tables

HEAD = ("Action no.", "What was agreed", "Who", "Target date", "Position")
ROWS = [
    (f"23/00{n}", f"Bring paper {n} on the queue to the board", "DCC", "May 2027", "Open")
    for n in range(1, 5)
]
NEWS = ("Reference", "Action", "When", "What")


def sheets(**named: list[tuple[str, ...]]) -> tuple[tuple[str, ...], list[tuple[str, int]]]:
    table = log_tables.table_of(
        book({name.replace("_", " "): rows for name, rows in named.items()})
    )
    assert table is not None
    return table.sheets, [(one.sheets[0], one.rows) for one in table.others]


def test_a_short_sheet_that_names_an_action_is_not_the_log_before_one_that_reads_as_one() -> None:
    news = [("23/001", "Bring paper 1 on the queue to the board", "May 2026", "Given to ACC")]
    assert sheets(Log=[HEAD, *ROWS], News=[NEWS, *news]) == (("Log",), [("News", 1)])


def test_a_sheet_that_repeats_the_numbers_of_the_log_is_not_the_log_however_long() -> None:
    news = [(r[0], r[1], f"{day} May 2026", "Said again") for r in ROWS[:2] for day in range(1, 9)]
    assert sheets(News=[NEWS, *news], Log=[HEAD, *ROWS])[0] == ("Log",)


def test_a_long_list_of_owners_is_not_the_log() -> None:
    people = [("Person", "Telephone"), *((f"Holder of the post {n}", str(n)) for n in range(20))]
    assert sheets(People=people, Log=[HEAD, *ROWS])[0] == ("Log",)


def test_the_sheet_that_this_register_gave_out_is_the_log() -> None:
    own = [("Nr", "Register: reference"), ("Visit them.", "action/x/log/1")]
    assert sheets(Action_log=own, Other=[HEAD, *ROWS])[0] == ("Action log",)


def test_another_table_can_be_chosen_by_its_place() -> None:
    text = book({"Log": [HEAD, *ROWS], "News": [NEWS, ("23/001", "Visit.", "May", "Said")]})
    found = log_tables.table_of(text)
    assert found is not None
    again = log_tables.table_of(text, place=found.others[0].place)
    assert again is not None
    assert (again.sheets, again.left_out) == (("News",), 4)
    gone = log_tables.table_of(text, place="Elsewhere!A1")
    assert gone is not None
    assert gone.sheets == ("Log",)

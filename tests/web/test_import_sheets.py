"""The import page says which sheet is the log and what is passed over; another can be chosen."""

import re
from typing import Any

from tests.operations.test_desk_action_log import HEAD, LOG, own, sheet
from tests.unit.reading.test_log_parts import workbook
from tests.web.acting import browser, words
from tests.web.test_importing import OFFICE, as_guessed, handed_in

__all__ = ["own"]
NEWS = ("Reference", "Action", "When", "What")
TWO = workbook({"Our log": [HEAD, *LOG], "News": [NEWS, ("1", "Visit.", "1 May 2026", "Said.")]})


def place(page: Any) -> str:
    found = re.search(r'<option value="([^"]+)"[^>]*>The sheet “News”', page.content.decode())
    assert found is not None
    return found[1].replace("&#x27;", "'")


def test_the_sheet_that_is_read_stands_at_the_head_with_what_is_passed_over() -> None:
    client = browser(OFFICE)
    page = client.get(handed_in(client, TWO, name="log.xlsx"))
    told = words(page)
    assert "The log is read from the sheet “Our log”." in told
    assert "Not read: the sheet “News”, 1 row from A2." in told
    assert told.index("Not read: the sheet “News”") < told.index("“Ref” holds")
    assert "Rows of other tables" not in told


def test_another_sheet_can_be_chosen_and_stays_chosen() -> None:
    client = browser(OFFICE)
    address = handed_in(client, TWO, name="log.xlsx")
    chosen = {"which-sheet": "1", "sheet": place(client.get(address))}
    answer = client.post(address, chosen)
    assert answer.status_code == 302
    told = words(client.get(str(answer["Location"])))
    assert "The log is read from the sheet “News”." in told
    assert "Not read: the sheet “Our log”, 4 rows from A2." in told
    assert "1 row" in told
    wrong = client.post(address, {"which-sheet": "1", "sheet": "Nowhere!A1"})
    assert wrong.status_code == 422
    assert "The file has no such table" in words(wrong)


def test_what_was_passed_over_stands_by_its_name_once_the_log_is_recorded() -> None:
    client = browser(OFFICE)
    difference = as_guessed(client, handed_in(client, TWO, name="log.xlsx"))
    sha, _, asked = difference.partition("/import/")[2].partition("/difference/")
    done = words(client.get(f"/import/{sha}/done/{asked}&first=5&count=4"))
    assert "Not read: the sheet “News”, 1 row from A2." in done


def test_a_plain_file_asks_for_no_sheet() -> None:
    client = browser(OFFICE)
    told = words(client.get(handed_in(client, sheet(*LOG))))
    assert "What is read" not in told
    assert "Read another table" not in told

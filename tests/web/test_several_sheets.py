"""Several sheets of one workbook in one import: each with its own columns, one confirmation."""

import re
from typing import Any

import pytest

from answerable.operations.plans import log_export, log_files, log_said
from answerable.operations.plans.log_files import NotALog
from answerable.reading.formats import canonical
from tests.operations.test_desk_action_log import AT, FORCE, HEAD, LOG, held, officer, own
from tests.unit.reading.test_log_parts import workbook
from tests.web.acting import browser, hidden, words
from tests.web.test_before_an_import import COLUMNS
from tests.web.test_importing import OFFICE, handed_in

__all__ = ["own"]
CUSTODY = ("No.", "What we will do", "Lead", "By when", "Position")
SHEETS: dict[str, list[tuple[str, ...]]] = {
    "Cover": [("Prepared by", "Version"), ("The office", "3")],
    "Our log": [HEAD, *LOG],
    "Custody": [
        CUSTODY,
        ("C1", "Mend the cells in the north.", "ACC", "31/03/27", "Open"),
        ("C2", "Train each custody sergeant.", "DCC", "30/06/27", "Complete"),
    ],
}
BOOK = workbook(SHEETS)


def places(page: Any) -> list[str]:
    found = re.findall(r'name="sheet-too"[^>]*value="([^"]+)"', page.content.decode())
    return [one.replace("&#x27;", "'") for one in found]


def begun(data: bytes = BOOK) -> tuple[Any, str]:
    client: Any = browser(OFFICE)
    return client, handed_in(client, data, name="log.xlsx")


def more(log: log_files.Opened) -> dict[str, str]:
    return {
        f"more-{n}-{number}": part.columns.get(label, "")
        for n, part in enumerate(log.more)
        for number, label in enumerate(part.table.header)
    }


def kept(data: bytes = BOOK) -> log_files.Opened:
    sha = log_files.keep(by=officer(), data=data, name="log.xlsx", institution=FORCE)
    return log_files.opened(sha)


def test_a_sheet_that_could_be_a_log_is_offered_and_a_cover_is_said_to_be_none() -> None:
    client, address = begun()
    page = client.get(address)
    told = words(page)
    assert "Not read: the sheet “Custody”, 2 rows from A2." in told
    assert "Not read, as its columns are those of no log: the sheet “Cover”" in told
    assert places(page) == ["Custody!A2:E2"]


def test_ticked_sheets_are_one_difference_and_one_import_each_under_its_own_columns() -> None:
    client, address = begun()
    too = {"which-too": "1", "sheet-too": places(client.get(address))}
    address = client.post(address, too).url
    page = client.get(address)
    assert "The log is read from the sheets “Our log”, “Custody”." in words(page)
    assert "“What we will do” holds, on the sheet “Custody”" in words(page)
    difference = client.post(address, {**COLUMNS, **more(kept())}).url
    form = client.get(difference)
    assert "6 new, 0 changed, 0 gone" in words(form)
    done = client.post(difference, hidden(form), follow=True)
    assert "The log is on the record" in words(done)
    on_record = held()
    assert set(on_record) == {"1", "2", "3", "4", "c1", "c2"}
    assert on_record["c1"].due == "2027-03-31"
    assert [row.heading for row in kept().rows] == [*["Our log"] * 4, "Custody", "Custody"]


def test_the_columns_of_another_sheet_can_be_put_right_and_must_hold_an_action() -> None:
    client, address = begun()
    log = kept()
    use: dict[str, Any] = {"by": officer(), "document": log.document, "institution": FORCE}
    log_said.read_too(**use, places=["Custody!A2:E2"])
    chosen = {**COLUMNS, **more(kept()), "more-0-1": ""}
    refused = client.post(address, chosen)
    assert refused.status_code == 422
    assert "Say which column holds the action" in words(refused)
    client.post(address, {**COLUMNS, **more(kept()), "more-0-2": ""})
    assert [row.words("owner") for row in kept().rows][-2:] == [None, None]


def test_the_next_log_reads_the_same_sheets_and_its_rows_are_the_same() -> None:
    client, address = begun()
    too = {"which-too": "1", "sheet-too": places(client.get(address))}
    address = client.post(address, too).url
    difference = client.post(address, {**COLUMNS, **more(kept())}).url
    client.post(difference, hidden(client.get(difference)))
    later = {**SHEETS, "Custody": [*SHEETS["Custody"], ("C3", "Count them.", "", "", "Open")]}
    client, address = begun(workbook(later))
    difference = client.post(address, {**COLUMNS, **more(kept(workbook(later)))}).url
    assert "1 new, 0 changed, 0 gone, 6 the same" in words(client.get(difference))


def test_a_log_that_was_recorded_before_is_still_read_as_it_was() -> None:
    log = kept()
    use: dict[str, Any] = {"by": officer(), "document": log.document, "institution": FORCE}
    assert len(kept().rows) == 4
    other = kept(workbook({**SHEETS, "Notes": [("A", "B"), ("c", "d")]}))
    log_said.read_too(**{**use, "document": other.document}, places=["Custody!A2:E2"])
    assert len(log_files.opened(log.document).rows) == 4
    with pytest.raises(NotALog, match="no such table"):
        log_said.read_too(**use, places=["Nowhere!A1"])


def test_the_log_that_goes_back_has_the_rows_of_every_sheet_under_its_columns() -> None:
    client, address = begun()
    too = {"which-too": "1", "sheet-too": places(client.get(address))}
    address = client.post(address, too).url
    difference = client.post(address, {**COLUMNS, **more(kept())}).url
    client.post(difference, hidden(client.get(difference)))
    data = log_export.export_log(by=officer(), institution=FORCE, on=AT.date())[1]
    text = " ".join(canonical(data, name="log.xlsx").text.split())
    assert "C2 | Train each custody sergeant. | DCC | 30/06/27" in text


def test_a_terminal_names_the_sheets_the_log_first() -> None:
    log = kept()
    use: dict[str, Any] = {"by": officer(), "document": log.document, "institution": FORCE}
    log_said.use_sheets(**use, names=["Our log", "Custody"])
    assert len(log_files.opened(log.document).rows) == 6
    with pytest.raises(NotALog, match="no table on a sheet “Nowhere”"):
        log_said.use_sheets(**use, names=["Our log", "Nowhere"])

"""What stands under columns of a log that were not read: quoted nowhere, covered in the file."""

from collections.abc import Iterator

import pytest

from answerable.operations.data_tables import ACTIONS
from answerable.operations.output import data_rows
from answerable.operations.plans import log_compared, row_words
from answerable.store.papers import documents
from answerable.store.people import import_columns
from answerable.store.reads import registers
from answerable.vocabulary.facts import ActionUpdated, RungReached
from tests.operations.test_desk_action_log import (
    AT,
    FORCE,
    HEAD,
    LOG,
    UNDER,
    kept,
    own,
    recorded,
    sheet,
)
from tests.web.acting import browser, words
from tests.web.test_importing import OFFICE, handed_in

__all__ = ["own"]
SECRET = "Sickness of the sergeant"
WIDE = (*HEAD[:3], "Sickness", *HEAD[3:])
ROWS = tuple((*row[:3], SECRET, *row[3:]) for row in LOG)


def imported() -> str:
    document = kept(*ROWS, head=WIDE)
    recorded(document)
    return document


def written_whole(monkeypatch: pytest.MonkeyPatch) -> str:
    """As logs were recorded before: the quote of an entry holds every cell of its row."""
    plain = log_compared.replace
    monkeypatch.setattr(
        log_compared,
        "replace",
        lambda one, **new: one if set(new) == {"quote"} else plain(one, **new),
    )
    document = imported()
    monkeypatch.undo()
    return document


def quotes() -> Iterator[str]:
    for version in registers.history(FORCE).of_types(ActionUpdated, RungReached):
        yield version.fact.quote or ""


def test_an_entry_of_a_row_holds_the_cells_that_were_read_and_no_others() -> None:
    imported()
    found = list(quotes())
    assert "2 | Train staff. | Head of Crime | TBC | Amber | Open | Waiting." in found
    assert not any(SECRET in quote for quote in found)


def test_its_anchor_still_points_to_the_whole_row() -> None:
    document = imported()
    for version in registers.history(FORCE).of_types(ActionUpdated):
        source = version.fact.source
        assert source is not None
        assert SECRET in documents.text(document).text[source.start : source.end]


def test_a_log_of_which_all_is_read_is_quoted_as_it_stands() -> None:
    recorded(kept(*LOG))
    assert "1 | Visit every victim. | ACC / DCC | 31/03/27 | Red | Open" in next(quotes())


def test_an_old_entry_is_shown_without_them_and_stands_as_it_was_written(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    written_whole(monkeypatch)
    old = registers.history(FORCE).of_types(ActionUpdated)[0]
    assert SECRET in (old.fact.quote or "")
    assert SECRET not in (row_words.quote_of(old) or SECRET)
    for address in (
        f"/history/entry/{old.seq}/",
        f"/findings/{UNDER}1/",
        f"/history/item/{UNDER}1/",
        "/search/?q=victim",
        "/data/actions.csv",
        f"/bodies/{FORCE}/feed.atom",
    ):
        for client in (browser(), browser(OFFICE)):
            assert SECRET not in client.get(address).content.decode(), address
    register = registers.register(FORCE, valid=AT.date())
    assert SECRET not in str(data_rows.rows(ACTIONS, register))


def test_without_the_columns_on_record_an_old_entry_is_quoted_as_it_is(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(import_columns, "keep_read", lambda *_: None)
    written_whole(monkeypatch)
    old = registers.history(FORCE).of_types(ActionUpdated)[0]
    monkeypatch.setattr(import_columns, "read_labels", lambda _: None)
    assert row_words.quote_of(old) == old.fact.quote


def test_the_page_of_the_file_covers_them_for_a_reader_and_not_for_the_office() -> None:
    document = imported()
    for part in ("", "text/"):
        read = browser().get(f"/documents/{document}/{part}").content.decode()
        assert SECRET not in read
        assert "Train staff." in read
        assert SECRET in browser(OFFICE).get(f"/documents/{document}/{part}").content.decode()
    assert SECRET not in words(browser().get("/search/?q=Sickness"))


def test_the_difference_says_so() -> None:
    client = browser(OFFICE)
    address = handed_in(client, sheet(*ROWS, head=WIDE))
    told = words(client.get(address.replace("?", "difference/?", 1)))
    assert "Columns that are not read: 1 “Sickness”." in told
    assert "a row is quoted without them" in told

"""A reply stands beside an adverse line wherever the line stands: cell, row, event, proposal."""

from types import SimpleNamespace

import pytest

from answerable.ledger.book import Book
from answerable.operations.findings import redress
from answerable.operations.pages.parts import Cell, Reply, Row
from answerable.vocabulary.documents import Source
from answerable.vocabulary.facts import FindingPublished, MoneyStated
from answerable.web.markup.rows import row_items
from answerable.web.markup.tables import table_rows
from tests.factories import fact
from tests.operations.cast import CHIEF, FORCE, OFFICER, begin, common
from tests.web.acting import browser, words

SAID = "It was moved to <b>next</b> year."
REPLY = Reply(by="the chief constable", words=SAID, url="/documents/x/")


def test_a_cell_and_a_row_show_each_reply_in_its_own_words() -> None:
    redressed = {"reply_url": "/r", "mistake_url": "/m", "replies": (REPLY, REPLY)}
    cell = Cell(words="Cut", label="Cut: £8,000", **redressed)
    shown = table_rows((("What", False), ("Source", False)), (("Cut", cell),))
    assert shown.count("Reply of the chief constable: It was moved to &lt;b&gt;next") == 2
    listed = row_items((Row(title="Cut", **redressed),))
    assert listed.count("Read the reply") == 2
    assert "<b>next" not in shown + listed


def test_what_has_no_reply_shows_none() -> None:
    plain = SimpleNamespace(words="Cut", title="Cut", reply_url="/r", mistake_url="/m", label="x")
    assert "Reply of" not in table_rows((("What", False),), ((plain,),)) + row_items((plain,))


@pytest.mark.parametrize("page", ["/money/anyshire-police/", "/money/anyshire-police/fund/"])
def test_a_reply_to_money_that_was_cut_stands_in_its_table_and_on_its_line(
    book: Book, page: str
) -> None:
    begin(book)
    line = fact(
        MoneyStated,
        stream="money/anyshire-police/fund",
        on="2024-01-15",
        state="cut",
        amount="8000",
        line="fund",
        purpose="Targeted operations",
    )
    at = book.append(about=FORCE, decide=lambda _r: [line], **common(OFFICER)).first
    assert SAID not in words(browser().get(page))
    redress.reply(**common(CHIEF), entry=at, text="The operations ran later in the year.")
    shown = words(browser().get(page))
    assert "Reply of the chief constable: The operations ran later in the year." in shown


def test_a_reply_to_a_finding_stands_in_the_register_and_beside_what_is_said_of_partners(
    book: Book,
) -> None:
    begin(book)
    quote = "The force should work with community safety partnerships."
    finding = fact(
        FindingPublished,
        stream="hmicfrs/2024/anyshire/x/recommendation/1",
        on="2024-01-15",
        kind="recommendation",
        text=quote,
        quote=quote,
        source=Source(kind="record"),
    )
    at = book.append(about=FORCE, decide=lambda _r: [finding], **common(OFFICER)).first
    pages = (f"/plans/?body={FORCE}", f"/partners/{FORCE}/")
    assert not any(SAID in words(browser().get(page)) for page in pages)
    redress.reply(**common(CHIEF), entry=at, text="They were asked in March.")
    for page in pages:
        assert "Reply of the chief constable: They were asked in March." in words(
            browser().get(page)
        )

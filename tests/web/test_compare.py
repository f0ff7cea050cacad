"""Then and now as an office opens it: since it last met, what is new first, an import folded."""

import io
import re
import zipfile
from datetime import UTC, datetime

import pytest
from django.test import Client

from answerable.ledger.book import Book
from answerable.operations import installation
from answerable.store.reads import registers
from answerable.vocabulary.fact_base import Source
from answerable.vocabulary.facts import ActionPromised, AssuranceJudged, ItemTaken, MeetingHeld
from answerable.vocabulary.times import in_words
from tests.factories import FORCE, fact
from tests.operations.cast import CAUSE, OFFICER, begin

LOG = "ab" * 32
MET = "session/anyshire-pcc/2024-02-20"


@pytest.fixture
def shown(book: Book, client: Client, monkeypatch: pytest.MonkeyPatch) -> str:
    """Met on 20 February; on 4 March a finding of October and a log of 1 March are recorded."""
    imported = (
        fact(
            ActionPromised,
            stream=f"action/log/{n}",
            on="2024-03-01",
            text=f"Part {n} of the log",
            source=Source(kind="original", doc=LOG),
        )
        for n in range(1, 7)
    )
    session = fact(MeetingHeld, stream=MET, on="2024-02-20", body="anyshire-pcc", title="Session")
    begin(book, session, *imported)
    monkeypatch.setattr(installation, "installed", object)
    return client.get(f"/compare/{FORCE}/?b=2024-03-04").content.decode()


def test_it_opens_at_the_last_session(shown: str) -> None:
    assert 'name="a" type="date" aria-describedby="a-hint" value="2024-02-20"' in shown


def test_findings_put_on_the_record_since_come_first(shown: str) -> None:
    first, _, rest = shown.partition("What stood on 20 February 2024")
    assert "Put on the record since 20 February 2024" in first
    assert f"/findings/{CAUSE}/" in first
    assert f"/findings/{CAUSE}/" not in rest.partition("What sources had published then")[0]
    since = "Since the last session, on 20 February 2024: two findings put on the record."
    assert since in first
    advice = first.partition("Recommendation 1: ")[2].partition("</tr>")[0]
    assert "Stated on 1 October 2023. No step towards it is in our sources." in advice


def test_the_rows_of_one_import_are_one_line_that_opens(shown: str) -> None:
    _, _, folded = shown.partition("6 new actions from")
    assert folded.partition("</details>")[0].count("/findings/action/log/") == 6
    assert shown.count("/findings/action/log/") == 6


def test_a_session_held_today_is_offered_beside_the_one_before_and_the_file_at_the_head(
    book: Book, client: Client
) -> None:
    met = (
        fact(MeetingHeld, stream=MET.replace("02-20", day), on=f"2024-{day}", body="anyshire-pcc")
        for day in ("02-20", "03-04")
    )
    begin(book, *met)
    html = client.get(f"/compare/{FORCE}/?valid=2024-03-04").content.decode()
    assert "4 March 2024 (last session) and today" in html
    assert "Since the session before that of today, on 20 February 2024: " in html
    assert "20 February 2024 (session before) and today" in html
    head = html.partition("What stood on")[0]
    assert f"/packs/changes/{FORCE}/2024-02-20/2024-03-04.docx" in head


def test_on_the_day_of_the_only_session_it_tells_what_the_session_brought(
    book: Book, client: Client
) -> None:
    """A record that begins with its first session: nothing was before it but what stood."""
    today = datetime.now(registers.ZONE).date()  # noqa: TID251  # entries carry the machine's day
    begin(book)
    stream = f"session/anyshire-pcc/{today}"
    met = fact(MeetingHeld, stream=stream, on=today.isoformat(), body="anyshire-pcc")
    agreed = fact(
        ActionPromised,
        stream="action/anyshire-pcc/today/1",
        on=today.isoformat(),
        text="Publish the plan",
        plan=stream,
    )
    now = datetime.now(UTC)  # noqa: TID251  # as above
    book.append(
        about=FORCE, decide=lambda _: [met, agreed], by=OFFICER, at=now, key="met", seen=None
    )
    html = client.get(f"/compare/{FORCE}/").content.decode()
    assert f"Since the session of {in_words(today.isoformat())}: " in html
    assert "one is new" in html
    assert "before the session of that day" in html
    table = html.partition("before the session of that day, and what stands")[2]
    row = table.partition("/findings/action/anyshire-pcc/today/1/")[2].partition("</tr>")[0]
    assert "New" in row
    assert "On the record later" not in row
    pack = client.get(f"/packs/changes/{FORCE}.docx")
    assert pack.status_code == 200


def test_what_is_the_same_is_one_line_that_opens_and_keeps_its_rows(
    book: Book, client: Client
) -> None:
    stands = (
        fact(ActionPromised, stream=f"action/s/{n}", on="2024-01-02", text=f"Ask {n}", owner="dcc")
        for n in range(6)
    )
    begin(book, *stands)
    html = client.get(f"/compare/{FORCE}/?a=2024-02-20&b=2024-02-21").content.decode()
    table, _, folded = html.partition("rows that are the same on both days")
    assert folded.partition("</details>")[0].count("/findings/action/s/") == 6
    assert "/findings/action/s/" not in table


def test_what_began_before_the_first_day_and_came_on_the_record_later_is_not_called_new(
    book: Book, client: Client
) -> None:
    told = fact(
        ActionPromised, stream="action/l/1", on="2024-01-02", said="2024-03-01", text="Told late"
    )
    begin(book, told)
    html = client.get(f"/compare/{FORCE}/?a=2024-02-20&b=2024-03-04").content.decode()
    row = html.partition("/findings/action/l/1/")[2].partition("</tr>")[0]
    assert "On the record later" in row
    assert "Published by 20 February 2024" in html


def test_what_the_session_judged_and_agreed_comes_before_everything(
    book: Book, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    item = f"{MET}/item/1"
    begin(
        book,
        fact(MeetingHeld, stream=MET, on="2024-02-20", body="anyshire-pcc", title="Session"),
        fact(ItemTaken, stream=item, on="2024-02-20", title="overdue visits", meeting=MET),
        fact(
            AssuranceJudged,
            stream=item,
            on="2024-02-20",
            meeting=MET,
            level="not-assured",
            reason="two counts differ",
        ),
        fact(
            ActionPromised,
            stream="action/anyshire-pcc/2024-02-20/1",
            on="2024-02-20",
            text="bring a count",
            owner="assistant-chief-constable",
            due="2024-04-30",
            plan=MET,
        ),
    )
    monkeypatch.setattr(installation, "installed", object)
    html = client.get(f"/compare/{FORCE}/?b=2024-03-04").content.decode()
    first = html.partition("Put on the record since")[0]
    assert "Agreed, promised and judged at the session of 20 February 2024" in first
    assert "Judged: Overdue visits" in first
    assert "Not assured. Two counts differ." in first
    assert "Agreed: Bring a count" in first
    assert "Assistant chief constable. " in first
    told = client.get(f"/packs/changes/{FORCE}/2024-02-20/2024-03-04.docx")
    with zipfile.ZipFile(io.BytesIO(b"".join(told))) as file:
        assert "Agreed: Bring a count" in file.read("word/document.xml").decode()


def test_days_in_the_wrong_order_are_compared_and_it_is_said(client: Client) -> None:
    html = client.get(f"/compare/{FORCE}/?a=2024-03-04&b=2024-02-20").content.decode()
    assert "You gave the later day first: 4 March 2024 is compared with 20 February 2024" in html
    assert re.search(r'id="a"[^>]*value="2024-02-20"', html)
    assert re.search(r'id="b"[^>]*value="2024-03-04"', html)


def test_a_day_to_come_is_brought_back_to_today_and_it_is_said(client: Client) -> None:
    html = client.get(f"/compare/{FORCE}/?a=2024-02-20&b=2199-01-01").content.decode()
    assert "1 January 2199 is still to come" in html
    last = re.search(r'id="b"[^>]*value="([^"]+)" max="([^"]+)"', html)
    assert last
    assert last[1] == last[2]


def test_two_equal_days_say_that_nothing_can_have_changed(client: Client) -> None:
    html = client.get(f"/compare/{FORCE}/?a=2024-02-20&b=2024-02-20").content.decode()
    assert "Both days are 20 February 2024" in html


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("31/2/2024", "“31/2/2024” is no day of the calendar"),
        ("soon", "“soon” is no day"),
        ("May 2024", "Give day, month and year"),
        ("0999-01-01", "nothing to say about the year 999"),
    ],
)
def test_a_day_that_is_none_is_said_at_its_box_with_the_form(
    client: Client, typed: str, told: str
) -> None:
    answer = client.get(f"/compare/{FORCE}/", {"a": typed, "b": "2024-03-04"})
    assert answer.status_code == 422
    html = answer.content.decode()
    assert '<a href="#a">' in html
    error = re.search(r'id="a-error"[^>]*>(.*?)</p>', html, re.DOTALL)
    assert error
    assert told in error[1]
    assert 'aria-describedby="a-hint a-error"' in html
    assert re.search(r'id="b"[^>]*value="2024-03-04"', html), "what was right is kept"


def test_a_day_as_people_write_it_is_taken(client: Client) -> None:
    html = client.get(f"/compare/{FORCE}/", {"a": "20 February 2024", "b": "4/3/2024"})
    assert html.status_code == 200
    assert re.search(r'id="a"[^>]*value="2024-02-20"', html.content.decode())

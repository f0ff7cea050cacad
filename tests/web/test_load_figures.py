"""Loading figures on pages: handed in, stated, looked at, loaded once; nasty tables refused."""

import io
import zipfile
from collections.abc import Callable
from datetime import date
from threading import Event
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from answerable.ledger.book import Book
from answerable.operations.measures import evidence, upload_runs, uploads
from answerable.store.reads import registers
from answerable.vocabulary.facts import ObservationsLoaded
from tests.web.acting import OTHER_MACHINE, browser, hidden, words

SHOPS, BODY = "anyshire-theft-from-shops", "anyshire-police"
ANALYST, LIAISON = "anyshire-pcc/analyst", "anyshire-police/force-liaison"
ABOUT = {"measure": SHOPS, "body": BODY, "release": "spring-2026"}
OWN = "body_id,period_start,value\n" + "".join(
    f"{BODY},2025-{month:02},{90 + month}\n" for month in range(1, 13)
)


def handed_in(data: bytes, client: Any = None, **more: str) -> Any:
    given = {**ABOUT, "file": SimpleUploadedFile("figures.csv", data), **more}
    return (client or browser(ANALYST)).post("/figures/", given)


def looked_at(data: bytes, **stated: str) -> Any:
    """The page of a table that was handed in, as it is stated."""
    client = browser(ANALYST)
    answer = handed_in(data, client)
    assert answer.status_code == 302, words(answer)
    return client.get(answer.url, {**ABOUT, "kind": "own", **stated})


def held() -> tuple[ObservationsLoaded, ...]:
    return registers.register(BODY, valid=date(2100, 1, 1)).of(ObservationsLoaded)


def test_the_way_from_a_table_to_its_entry(book: Book) -> None:
    client = browser(ANALYST)
    bad = f"{BODY},2026-01,many\n{BODY},2026-01-07,3\n"
    first = handed_in(
        (OWN + bad).encode(),
        client,
        **{"released-day": "1", "released-month": "2", "released-year": "2026"},
    )
    asks = client.get(first.url)
    assert "State how it is written" in words(asks)
    assert "such as anyshire-police" in words(asks), "an example is never a real force"
    assert "west mercia" not in asks.content.decode().casefold().replace("-", " ")
    assert held() == ()
    address = f"{first.url}&kind=own"
    page = client.get(address)
    told = words(page)
    assert "gives 12 figures" in told
    assert "2 rows or cells are left out" in told
    assert "not a number" in told
    assert "not a month of this layout" in told
    left = client.get(address.replace("/?", "/rejects.csv?"))
    assert b"many" in left.content
    done = client.post(address, hidden(page), follow=True)
    assert "12 figures are loaded and 2 rows or cells were left out" in words(done)
    (fact,) = held()
    assert (fact.rows, fact.rejects, fact.release) == (12, 2, "spring-2026")
    assert fact.digest == first.url.split("/")[2]
    rows = evidence.observations().series(SHOPS, BODY).rows
    assert [row.value for row in rows] == [90.0 + month for month in range(1, 13)]
    assert rows[0].vintage.released_on == date(2026, 2, 1)


def test_the_same_table_again_is_nothing_new(book: Book) -> None:
    for told in ("12 figures are loaded", "nothing was written"):
        client = browser(ANALYST)
        address = f"{handed_in(OWN.encode(), client).url}&kind=own"
        page = client.get(address)
        assert ("Held already, and the same" in words(page)) == (told == "nothing was written")
        done = client.post(address, hidden(page), follow=True)
        assert told in words(done)
    assert len(held()) == 1


def test_the_same_table_as_another_release_has_an_entry_of_its_own(book: Book) -> None:
    for release in ("spring-2026", "autumn-2026"):
        client = browser(ANALYST)
        address = f"{handed_in(OWN.encode(), client, release=release).url}&kind=own"
        client.post(address, hidden(client.get(address)))
    assert [fact.release for fact in held()] == ["spring-2026", "autumn-2026"]


def test_another_value_of_one_release_is_refused_before_it_is_loaded(book: Book) -> None:
    client = browser(ANALYST)
    address = f"{handed_in(OWN.encode(), client).url}&kind=own"
    client.post(address, hidden(client.get(address)))
    page = looked_at(OWN.replace(",91\n", ",19\n").encode())
    assert "A revision needs a release of its own" in words(page)
    assert "Load these figures" not in words(page)


def test_a_wide_table_with_names_and_marks(book: Book) -> None:
    wide = "Force;Region;Jan 2025;Feb 2025\nAnyshire Police;West;91;*\n"
    page = looked_at(
        wide.encode(),
        kind="wide",
        column="Force",
        other="Region",
        period_label="month-name",
        parted_by="semicolon",
        suppressed="*",
        by_name="yes",
    )
    assert "gives 2 figures" in words(page)
    assert "suppressed" in words(page)


def test_decimal_commas_are_stated_and_shown_as_they_would_be_kept(book: Book) -> None:
    wide = "Force;Jan 2025\nAnyshire Police;91,0\n"
    page = looked_at(
        wide.encode(),
        kind="wide",
        column="Force",
        period_label="month-name",
        parted_by="semicolon-comma",
        by_name="yes",
    )
    assert "gives 1 figure." in words(page)


def test_a_long_table_states_its_columns(book: Book) -> None:
    long = "Police force,Month,Crimes\nAnyshire Police,01/04/2025,91\n"
    page = looked_at(
        long.encode(),
        kind="long",
        column="Police force",
        period="Month",
        value="Crimes",
        period_label="day-month-year",
        by_name="yes",
    )
    assert "gives 1 figure." in words(page)


def zipped(*, size: int) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/workbook.xml", b"0" * size)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "There is nothing in the file"),
        (b"  \n\n", "There is nothing in the file"),
        (b"PK\x03\x04 cut off", "no workbook that can be read"),
        (zipped(size=uploads.MOST_UNPACKED + 1), "at most 60 MB once unpacked"),
        (b"x" * (uploads.MOST_BYTES + 1), "at most 20 MB"),
    ],
)
def test_what_cannot_be_kept_at_all(book: Book, data: bytes, said: str) -> None:
    answer = handed_in(data)
    assert answer.status_code == 422
    assert said in words(answer)


def row(body: str = BODY, period: str = "2025-01", value: str = "5") -> bytes:
    return f"body_id,period_start,value\n{body},{period},{value}\n".encode()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (zipped(size=10), "no workbook that can be read"),
        (OWN.encode("utf-16"), "not text in utf-8"),
        (b"\xff\x00\xfe", "not text in utf-8"),
        (b"body_id,period_start\n", "gives no figure"),
        (b"force,month,count\nx,2025-01,5\n", "has no column “body_id”"),
        (b"body_id,value,value\nx,1,2\n", "two columns of one name"),
        (OWN.replace(",", ";").encode(), "has no column “body_id”"),
        (",".join(f"c{i}" for i in range(100_000)).encode() + b"\n1\n", "100,000 columns"),
        (b'body_id,period_start,value\n"' + b"9" * 200_000 + b"\n", "not a table of commas"),
        (b'"' + b"9" * 200_000 + b"\n", "not a table of commas"),
        (b"PK\x05\x06" + bytes(18), "no workbook that can be read"),
        (b"<!doctype html><table>", "is a web page"),
        (b"body_id\tperiod_start\tvalue\na\tb\tc\n", "parted by tabs"),
        (row(value="9" * 301), "not a number"),
        (row(value="-5"), "not below zero"),
        (row(value="nan"), "not a number"),
        (row(value="1e999"), "not a number"),
        (row(value="=SUM(A1:A9)"), "not a number"),
        (row(value='"95,5"'), "not a number"),
        (row(value="9" * 400), "not a number"),
        (row(period="01/02/2025"), "not a month of this layout"),
        (row(period="2025-13"), "not a month of this layout"),
        (row(period="2025-01\x00"), "not a month of this layout"),
        (row(body="Anyshire Police"), "not a body that we know"),
        (row(body="no-such-force"), "not a body that we know"),
        (row() + f"{BODY},2025-01,6\n".encode(), "twice"),
    ],
)
def test_nasty_tables_are_told_in_words_and_never_loaded(
    book: Book, data: bytes, said: str
) -> None:
    page = looked_at(data)
    assert page.status_code in (200, 422), page.content[:300]
    assert said in words(page)
    assert "Load these figures" not in words(page)


def test_a_body_of_the_catalogue_only(book: Book) -> None:
    assert "gives 1 figure." in words(looked_at(b"\xef\xbb\xbf" + row().replace(b"\n", b"\r")))


def test_only_an_office_that_may(book: Book) -> None:
    assert handed_in(OWN.encode(), browser(LIAISON)).status_code == 403
    assert handed_in(OWN.encode(), browser()).status_code == 403
    assert handed_in(OWN.encode(), browser(**OTHER_MACHINE)).status_code == 403
    assert "Who loads figures" in words(browser(LIAISON).get("/figures/"))
    refused = handed_in(OWN.encode(), body="west-mercia-police")
    assert refused.status_code == 403
    assert "does not answer" in words(refused)


def test_a_table_can_be_dropped(book: Book) -> None:
    client = browser(ANALYST)
    address = handed_in(OWN.encode(), client).url
    assert client.post(address.replace("/?", "/forget/?")).url == "/figures/"
    assert "no longer kept here" in words(client.get(address))


def test_a_long_load_says_how_far_it_is(book: Book, monkeypatch: pytest.MonkeyPatch) -> None:
    go_on, begun = Event(), Event()
    load = uploads.load_upload

    def slowly(*, told: Callable[[str], None], **given: Any) -> Any:
        told("Reading the table")
        begun.set()
        assert go_on.wait(30)
        return load(told=told, **given)

    monkeypatch.setattr(uploads, "load_upload", slowly)
    monkeypatch.setattr(upload_runs, "AT_ONCE", 0.01)
    client = browser(ANALYST)
    address = f"{handed_in(OWN.encode(), client).url}&kind=own"
    far = client.post(address, hidden(client.get(address)))
    assert begun.wait(30)
    page = client.get(far.url)
    assert "The figures are being loaded" in words(page)
    assert "Reading the table" in words(page)
    assert b'http-equiv="refresh"' in page.content
    assert b'http-equiv="refresh"' not in client.get(f"{far.url}&still=1").content
    go_on.set()
    for run in upload_runs._runs._held.values():
        run.answer.exception(30)
    assert "12 figures are loaded" in words(client.get(far.url, follow=True))

"""A link for a panel: its pages are ticked, and typing an address stays possible."""

import re

import pytest
from django.test import Client

from answerable.ledger.book import Book
from answerable.operations import people
from answerable.operations.rights import panel_links
from answerable.vocabulary.access import Classification
from answerable.vocabulary.facts import MeetingHeld, MinutesSigned
from tests.factories import FORCE, fact
from tests.web.acting import browser, hidden, words
from tests.web.small_home import append
from tests.web.test_responses import ADVICE, advice

OFFICER = "anyshire-pcc/governance-officer"
NEW = "/account/links/new/"
SESSION = "session/anyshire-pcc/2026-05-21"


@pytest.fixture(autouse=True)
def record(book: Book) -> None:
    append(
        advice(1),
        advice(2, text="Secret words.", classes={"text": Classification.RESTRICTED}),
        fact(MeetingHeld, stream=SESSION, on="2026-05-21", title="Performance session"),
        fact(MinutesSigned, stream=SESSION, on="2026-06-01"),
    )


def ticks(client: Client) -> dict[str, str]:
    html = client.get(NEW).content.decode()
    found = re.findall(
        r'<input type="checkbox" name="page" value="([^"]+)"[^>]*> <span>([^<]*)</span>', html
    )
    return dict(found)


def test_pages_sessions_and_findings_stand_there_by_their_names() -> None:
    found = ticks(browser(OFFICER))
    assert found[f"/bodies/{FORCE}/"] == "Anyshire Police: where it stands"
    assert found["/sessions/anyshire-pcc/2026-05-21/"] == "Performance session, 21 May 2026"
    assert "Minutes: Performance session" in found["/packs/minutes/anyshire-pcc/2026-05-21.pdf"]
    assert found[f"/findings/{ADVICE}/1/"].startswith("Recommendation 1: The force should")
    assert found[f"/findings/{ADVICE}/2/"] == "Recommendation 2: Words marked as not public"


def test_every_page_that_can_be_ticked_is_opened_by_the_link() -> None:
    office = browser(OFFICER)
    pages = list(ticks(office))
    answer = office.post(
        NEW,
        {
            **hidden(office.get(NEW)),
            "label": "Members of the panel",
            "page": pages,
            "paths": f"/corrections/\n/bodies/{FORCE}/",
        },
    )
    assert answer.status_code == 200, words(answer)
    (address,) = re.findall(r"/panel/[^/\s<]+/", answer.content.decode())
    link, _ = panel_links.openings(by=people.acting_as(OFFICER), number=1)
    assert link.paths == (*pages, "/corrections/"), "each once, the typed one beside the ticked"
    reader = Client(SERVER_NAME="127.0.0.1", REMOTE_ADDR="10.0.0.9")
    opened = [reader.get(f"{address}{n}/").status_code for n in range(1, len(link.paths) + 1)]
    assert opened == [200] * len(link.paths)


def test_what_was_ticked_is_kept_when_the_form_comes_back() -> None:
    office = browser(OFFICER)
    page = f"/findings/{ADVICE}/1/"
    answer = office.post(NEW, {**hidden(office.get(NEW)), "label": "", "page": [page]})
    assert answer.status_code == 422
    assert f'value="{page}" checked' in answer.content.decode()
    none = office.post(NEW, {**hidden(office.get(NEW)), "label": "Somebody"})
    assert "Tick or name the pages that it opens" in words(none)


def test_a_page_that_would_be_refused_to_the_reader_is_told_before_the_link_is_made() -> None:
    """Protects a panel from a link that says “this cannot be shown”, of which nobody was told."""
    append(advice(7, text="The victim was Mary Smith, aged 12, of 4 High Street, AB1 2CD."))
    office = browser(OFFICER)
    pack = f"/packs/body/{FORCE}.pdf"
    for path, why in (
        (pack, "does not open for whoever has the link: 1 passage in it may not be public"),
        ("/findings/nothing/2026/at/all/recommendation/1/", "does not open for whoever"),
    ):
        form = {**hidden(office.get(NEW)), "label": "Panel", "page": [path]}
        answer = office.post(NEW, form)
        assert answer.status_code in (404, 422), path
        assert why in words(answer), path
    assert not panel_links.every(by=people.acting_as(OFFICER))


def test_the_foot_offers_no_office_to_whoever_can_take_none() -> None:
    """Protects a councillor, by a link, from a way that ends at a page to sign in."""
    office = browser(OFFICER)
    page = f"/findings/{ADVICE}/1/"
    answer = office.post(NEW, {**hidden(office.get(NEW)), "label": "A councillor", "page": [page]})
    (address,) = re.findall(r"/panel/[^/\s<]+/", answer.content.decode())
    by_link = words(browser().get(f"{address}1/"))
    assert "Act as an office" not in by_link
    assert "Sign in, or your account" not in by_link
    away = words(Client(SERVER_NAME="127.0.0.1", REMOTE_ADDR="10.0.0.9").get(page))
    assert "Act as an office" not in away
    assert "Sign in, or your account" in away
    assert "Act as an office" in words(browser().get(page))


def test_a_councillor_is_asked_for_no_reply_and_can_report_a_mistake() -> None:
    """A reply is the word of the body that a line is about: a panel replies for nobody."""
    append(advice(8, due="2026-01-31"))  # an adverse line: overdue
    office = browser(OFFICER)
    page = f"/bodies/{FORCE}/"
    answer = office.post(NEW, {**hidden(office.get(NEW)), "label": "A councillor", "page": [page]})
    (address,) = re.findall(r"/panel/[^/\s<]+/", answer.content.decode())
    away = Client(SERVER_NAME="127.0.0.1", REMOTE_ADDR="10.0.0.9")
    public, by_link = (away.get(at).content.decode() for at in (page, f"{address}1/"))
    assert "/corrections/reply/" in public
    assert "/corrections/reply/" not in by_link
    (report,) = set(re.findall(r'"(/corrections/report/[^"]+)"', by_link))
    assert "To whom to write" in words(away.get(report))


def test_a_search_is_sent_by_its_own_address() -> None:
    office = browser(OFFICER)
    form = {**hidden(office.get(NEW)), "label": "Panel", "page": ["/search/?q=94+visits+overdue"]}
    answer = office.post(NEW, form)
    assert answer.status_code == 422
    assert "opens for anybody at its own address: send that beside the link" in words(answer)

"""Public pages are tagged and kept; who asks, what writes and what was removed never is."""

import pytest
from django.conf import settings
from django.core.cache import cache
from django.test import Client

from answerable.vocabulary import facts as f
from answerable.vocabulary.access import Classification
from answerable.vocabulary.times import Period, first_day
from answerable.web.caching import AskedAgain
from tests.web.acting import browser
from tests.web.small_home import FORCE, RECOMMENDATION, REPORT, SmallHome, append, made

PAGE = f"/findings/{RECOMMENDATION}/"


@pytest.fixture
def small(home: object) -> SmallHome:
    cache.clear()
    return made()


def test_an_unchanged_page_is_not_sent_again(small: SmallHome, client: Client) -> None:
    first = client.get(PAGE)
    tag = first.headers["ETag"]
    again = client.get(PAGE, headers={"if-none-match": tag})
    assert (again.status_code, again.content, again.headers["ETag"]) == (304, b"", tag)
    assert first.headers["Cache-Control"] == "public, no-cache"


def test_a_new_entry_makes_a_new_page_at_once(small: SmallHome, client: Client) -> None:
    tag = client.get(PAGE).headers["ETag"]
    append(
        f.FindingPublished(
            institution=FORCE,
            stream=f"{REPORT}/recommendation/2",
            valid=Period(first_day("2026-04-20")),
            kind="recommendation",
            number="2",
            text="Zephyrine matter.",
            quote="Zephyrine matter.",
            said="2026-04-20",
        ),
        by="anyshire-pcc/governance-officer",
    )
    again = client.get(PAGE, headers={"if-none-match": tag})
    assert again.status_code == 200
    assert again.headers["ETag"] != tag
    assert "Zephyrine" in client.get(f"/bodies/{FORCE}/").content.decode()


def test_a_page_at_a_closed_sequence_keeps_its_tag_until_something_is_removed(
    small: SmallHome, client: Client
) -> None:
    closed = f"{PAGE}?valid=2026-07-01&known={small.seq['moved']}"
    tag = client.get(closed).headers["ETag"]
    more = {"institution": FORCE, "valid": Period(first_day("2026-04-20"))}
    append(f.MistakeReported(stream=RECOMMENDATION, text="A word is wrong.", **more))
    assert client.get(closed).headers["ETag"] == tag
    last = append(
        f.ActionUpdated(stream="action/anyshire/visits", text="Begun.", rating="green", **more)
    )
    from answerable.store.book import book  # noqa: PLC0415  # beside the one line that needs it

    entry = next(iter(book().entries(begin=last.first, end=last.first + 1)))
    append(
        f.Reclassified(
            stream="action/anyshire/visits",
            ref=entry.id,
            fields=("text",),
            class_=Classification.INTERNAL.value,
            ground="s.31",
            review="2027-01-01",
            **more,
        ),
        by="anyshire-pcc/governance-officer",
    )
    assert client.get(closed).headers["ETag"] != tag


def test_somebody_who_acts_is_never_given_or_leaves_a_kept_page(
    small: SmallHome,
) -> None:
    reader = browser().get(PAGE)
    officer = browser("anyshire-pcc/governance-officer")
    assert "ETag" not in officer.get(PAGE).headers
    assert browser().get(PAGE).headers["ETag"] == reader.headers["ETag"]


def test_what_came_through_a_proxy_and_what_did_not_are_two_pages(
    small: SmallHome, client: Client
) -> None:
    here = {"host": "127.0.0.1"}
    near = client.get(PAGE, headers=here).headers["ETag"]
    far = client.get(PAGE, headers={**here, "x-forwarded-for": "203.0.113.9"}).headers["ETag"]
    assert near != far


@pytest.mark.parametrize("url", ["/history/", "/history/verify/", "/read/", "/week/", "/review/"])
def test_what_checks_the_record_or_writes_is_made_anew(
    small: SmallHome, client: Client, url: str
) -> None:
    assert "ETag" not in client.get(url).headers


def test_a_date_that_is_none_is_still_refused_in_a_sentence(
    small: SmallHome, client: Client
) -> None:
    answer = client.get(f"{PAGE}?valid=soon")
    assert answer.status_code == 422
    assert "ETag" not in answer.headers


def test_the_server_says_not_modified_as_the_site_does(small: SmallHome, client: Client) -> None:
    """The quick answer may leave nothing out: not a header, and no reason to ask the site."""
    first = client.get(PAGE)
    tag = first.headers["ETag"]
    slow = client.get(PAGE, headers={"if-none-match": tag})
    told, reached = [], []
    site = AskedAgain(lambda *_: reached.append(1) or (b"the site",))  # type: ignore[arg-type,func-returns-value]  # stands for the site

    def quick(path: str, **more: str) -> bytes:
        asked = client._base_environ(PATH_INFO=path, QUERY_STRING="", **more)
        return b"".join(site(asked, lambda *given: told.append(given)))

    assert quick(PAGE, HTTP_IF_NONE_MATCH=tag) == b""
    assert told == [("304 Not Modified", list(slow.items()))]
    assert not reached
    for more in (
        {},
        {"HTTP_IF_NONE_MATCH": '"older"'},
        {"HTTP_IF_NONE_MATCH": tag, "HTTP_COOKIE": f"{settings.SESSION_COOKIE_NAME}=x"},
        {"HTTP_IF_NONE_MATCH": tag, "HTTP_AUTHORIZATION": "Bearer x"},
        {"HTTP_IF_NONE_MATCH": tag, "HTTP_HOST": "elsewhere.example"},
        {"HTTP_IF_NONE_MATCH": tag, "REQUEST_METHOD": "POST"},
    ):
        assert quick(PAGE, **more) == b"the site", more
    assert quick("/history/", HTTP_IF_NONE_MATCH=tag) == b"the site"

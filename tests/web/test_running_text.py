"""Findings of running text stand apart where a document has others under headings."""

from collections.abc import Callable

import pytest
from django.test import Client

from answerable.operations import people
from answerable.operations.documents import deciding, reading
from answerable.operations.documents.reader import Meta
from answerable.store.papers import review
from tests.web.acting import browser, hidden, words
from tests.web.small_home import AT

OFFICER = "anyshire-pcc/governance-officer"
BOXED = "The force should make sure that it visits registered sex offenders on time."
SAID = ("visit each victim within a week", "listen to its own staff")
PROSE = [f"It is important that the force should {one}." for one in SAID]
HEADED = (
    "<h1>How the force protects people</h1><h2>Area for improvement</h2>"
    f"<p>{BOXED}</p><h2>Main findings</h2><h3>Staff</h3>"
)
ROWS = "".join(f"<p>We spoke to staff. {one}</p>" for one in PROSE)
APART = "Findings in running text"


def handed_in(body: str, *, key: str = "k") -> str:
    meta = Meta(
        name="r.html",
        publisher="anyshire-inspectorate",
        published="2026-04-20",
        subject="anyshire-police",
    )
    data = f"<html><body>{body}</body></html>".encode()
    by = people.acting_as(OFFICER)
    return reading.read(by=by, at=AT, key=key, seen=None, data=data, meta=meta).document


@pytest.fixture
def office(home: object) -> Callable[[str], str]:
    client = browser(OFFICER)
    return lambda address: words(client.get(address))


def test_what_stands_under_no_heading_stands_apart_and_says_so(
    office: Callable[[str], str],
) -> None:
    document = handed_in(HEADED + ROWS)
    shown = office(f"/review/?kind=findings&document={document}")
    assert BOXED in shown
    assert not any(one in shown for one in SAID)
    assert f"2 findings stand in running text and are not shown here: choose “{APART}”" in shown
    apart = office(f"/review/?kind=running-text&document={document}")
    assert all(one in apart for one in SAID)
    assert BOXED not in apart
    every = office(f"/review/?document={document}")
    assert BOXED in every
    assert every.count("It stands in running text, under no heading of its own.") == 2
    one = next(c for c in review.waiting() if SAID[0] in c.record["quote"]["exact"])
    assert "It stands in running text" in office(f"/review/{one.record['id']}/")


def test_it_says_so_when_the_headed_ones_are_decided(office: Callable[[str], str]) -> None:
    handed_in(HEADED + ROWS)
    first = next(c for c in review.waiting() if c.record["quote"]["exact"] == BOXED)
    by = people.acting_as(OFFICER)
    deciding.reject(by=by, at=AT, candidate=str(first.record["id"]), reason="Not so.")
    assert not any(one in office("/review/?kind=findings") for one in SAID)
    assert all(one in office("/review/?kind=running-text") for one in SAID)


def test_a_document_without_such_headings_has_all_of_them_together(
    office: Callable[[str], str],
) -> None:
    handed_in("<h1>A letter</h1>" + ROWS)
    shown = office("/review/?kind=findings")
    assert all(one in shown for one in SAID)
    assert "running text" not in shown


def test_those_of_running_text_are_put_aside_at_once_and_nothing_else(home: object) -> None:
    document = handed_in(HEADED + ROWS)
    client: Client = browser(OFFICER)
    address = f"/review/put-aside/?document={document}&amp;kind=running-text"
    queue = client.get(f"/review/?kind=running-text&document={document}").content.decode()
    assert f'href="{address}"' in queue
    form = client.get(address.replace("&amp;", "&"))
    assert all(one in words(form) for one in SAID), "each of them is shown"
    answer = client.post("/review/put-aside/", {**hidden(form), "reason": "None is an area."})
    assert answer.status_code == 302
    assert "put aside" in words(client.get(answer["Location"]))
    left = [c.record["quote"]["exact"] for c in review.waiting(document=document)]
    assert BOXED in left
    assert not any(said in one for said in SAID for one in left)


def test_two_readings_that_begin_at_one_place_are_counted_apart(
    office: Callable[[str], str],
) -> None:
    document = handed_in(HEADED + ROWS)
    quote = {"exact": "The", "start": 3, "end": 6}
    grades = [
        ("grade", {"id": f"r{n:012}", "quote": quote, "fields": {"question": q}}, "t", "high")
        for n, q in enumerate(("Crime", "Custody"))
    ]
    review.offer(document=document, found=grades)
    assert "1 of 2 of this kind" in office("/review/r000000000000/")
    assert "2 of 2 of this kind" in office("/review/r000000000001/")


def test_the_due_date_that_was_read_stands_beside_the_words(office: Callable[[str], str]) -> None:
    document = handed_in(HEADED)
    quote = {"exact": "The", "start": 3, "end": 6}
    fields = {"due": "2026-11-24", "due_words": "within four weeks"}
    reading_ = {"id": "r000000000001", "quote": quote, "fields": fields}
    review.offer(document=document, found=[("area_for_improvement", reading_, "t", "high")])
    shown = office("/review/r000000000001/")
    assert "24 November 2026, worked out from “within four weeks”" in shown


def test_what_is_only_like_a_finding_stands_apart_too(office: Callable[[str], str]) -> None:
    """No rule reads it: a sentence of a chapter stood among the areas of the report."""
    document = handed_in(HEADED)
    (boxed,) = (c for c in review.waiting() if c.record["quote"]["exact"] == BOXED)
    said = {**boxed.record["quote"], "exact": "We spoke to staff."}
    like = {**boxed.record, "id": "r000000000007", "quote": said}
    kind = "area_for_improvement"
    review.offer(
        document=document,
        found=[
            (kind, boxed.record, boxed.rule, "0.90"),
            (kind, like, "likeness.improvement", "0.40"),
        ],
    )
    shown = office(f"/review/?kind=findings&document={document}")
    assert BOXED in shown
    assert "We spoke to staff." not in shown
    assert "We spoke to staff." in office(f"/review/?kind=running-text&document={document}")

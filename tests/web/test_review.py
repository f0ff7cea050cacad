"""Review: readers see no reading before a person confirmed it; every decision is one post."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client

from answerable.operations import people
from answerable.operations.documents import no_date, reading, repeats
from answerable.operations.documents.reader import Meta
from answerable.operations.pages.documents import waiting
from answerable.store.papers import review
from answerable.store.reads import registers
from answerable.vocabulary.facts import FindingPublished
from tests.web.acting import words
from tests.web.small_home import AT, FORCE

OFFICER = "anyshire-pcc/governance-officer"
LETTER = """<html><title>Letter</title><body><h1>Letter</h1>
<p>Recommendation: by 30 September 2026 the force should:</p>
<ul><li>train every lead officer and record who has completed it;</li>
<li>visit <b>&lt;script&gt;</b> every shop that was robbed twice.</li></ul>
<p>Somebody must look at what nothing reads, if it can.</p></body></html>"""


@pytest.fixture(autouse=True)
def read(home: Path) -> None:
    reading.read(
        by=people.acting_as(OFFICER),
        at=AT,
        key="read",
        data=LETTER.encode(),
        meta=Meta(
            name="letter.html",
            publisher="anyshire-inspectorate",
            published="2026-04-20",
            subject=FORCE,
        ),
    )


@pytest.fixture
def officer() -> Client:
    return acting(OFFICER)


def acting(office: str) -> Client:
    """A browser on this machine that chose an office."""
    client = Client(SERVER_NAME="127.0.0.1")
    session = client.session
    session["office"] = office
    session.save()
    return client


def first() -> review.Candidate:
    return next(c for c in review.waiting() if c.kind == "recommendation")


def address(found: review.Candidate) -> str:
    return f"/review/{found.record['id']}/"


def shown(client: Client, url: str, status: int = 200) -> str:
    answer = client.get(url)
    assert answer.status_code == status, answer.content.decode()
    return answer.content.decode()


def offer(kind: str, start: int, *, exact: str, **fields: object) -> None:
    """One reading more of the letter, beside those that wait."""
    quote = {"exact": exact, "start": start, "end": start + len(exact)}
    more = {"id": f"r{start:012}", "quote": quote, "fields": fields}
    held = [(c.kind, c.record, c.rule, c.confidence) for c in review.waiting()]
    review.offer(document=first().document, found=[*held, (kind, more, "test", "high")])


def form(html: str) -> dict[str, str]:
    """The boxes of a candidate's page as they stand."""
    found = re.findall(r'<input[^>]*name="([^"]+)"[^>]*value="([^"]*)"', html)
    return {name: value for name, value in found if name != "csrfmiddlewaretoken"}


def test_the_queue_lists_what_waits_with_its_words_rule_and_confidence(officer: Client) -> None:
    html = shown(officer, "/review/")
    found = first()
    assert f'href="{address(found)}#words"' in html
    assert "train every lead officer" in html
    assert f"rule {found.rule}, confidence not yet known (0 of at least 20 decided)" in html
    assert "Passages that nothing has read" in html
    assert "<script>" not in html


def test_of_what_no_rule_reads_the_queue_says_what_it_is_like(
    officer: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(waiting, "RULES", first().rule)
    html = shown(officer, "/review/")
    assert "no rule reads it; it is like passages that people marked" in html


def test_a_filter_can_be_taken_off_again(officer: Client) -> None:
    html = shown(officer, f"/review/?document={first().document}&kind=recommendation")
    assert html.count("Take away the filter: ") == 2
    assert f'href="/review/?document={first().document}"' in html


def test_a_candidate_shows_its_words_marked_in_its_source(officer: Client) -> None:
    html = shown(officer, address(first()))
    assert '<mark id="words" class="app-here">train every lead officer' in html
    assert "&lt;script&gt;" in html
    assert 'value="2026-09-30"' in html
    link = f'<a class="app-link" href="/documents/{first().document}/">'
    assert f"{link}Letter, Inspectorate of Anyshire Services</a>" in html, "title and publisher"


def test_accepting_puts_one_fact_on_the_record_with_its_source(officer: Client) -> None:
    found, size = first(), registers.head().size
    posted = form(shown(officer, address(found)))
    answer = officer.post(f"{address(found)}accept/", posted)
    assert answer.status_code == 302
    assert f"done={size}" in answer.headers["Location"]
    assert registers.head().size == size + 1
    fact = registers.register(FORCE, valid=AT.date()).of(FindingPublished)[0]
    assert fact.due == "2026-09-30"
    assert fact.source is not None
    assert fact.source.doc == found.document
    assert "Entry" in shown(officer, answer.headers["Location"])


def test_correcting_changes_only_what_was_typed_anew(officer: Client) -> None:
    found = first()
    posted = form(shown(officer, address(found))) | {"f-due": "2026-12-31"}
    assert officer.post(f"{address(found)}correct/", posted).status_code == 302
    fact = registers.register(FORCE, valid=AT.date()).of(FindingPublished)[0]
    assert fact.due == "2026-12-31"
    assert review.of(found.document)[found.id - 1].state == "corrected"


def test_a_date_may_be_typed_as_people_write_it_and_no_other_word_is_kept(
    officer: Client,
) -> None:
    found, size = first(), registers.head().size
    posted = form(shown(officer, address(found)))
    refused = officer.post(f"{address(found)}correct/", posted | {"f-due": "soon"})
    assert refused.status_code == 422
    assert "“soon” is not a date" in refused.content.decode()
    assert registers.head().size == size
    answer = officer.post(f"{address(found)}correct/", posted | {"f-due": "31/12/2026"})
    assert answer.status_code == 302
    assert registers.register(FORCE, valid=AT.date()).of(FindingPublished)[0].due == "2026-12-31"


def test_no_date_takes_a_due_date_away_with_the_words_taken_for_it(officer: Client) -> None:
    found = first()
    html = shown(officer, address(found))
    assert "Where the document gives no date, write “no date”." in html
    posted = form(html) | {"f-due": "No date."}
    assert officer.post(f"{address(found)}correct/", posted).status_code == 302
    fact = registers.register(FORCE, valid=AT.date()).of(FindingPublished)[0]
    assert fact.due is None
    kept = review.of(found.document)[found.id - 1]
    assert kept.state == "corrected"
    assert no_date.answers({"due": "no date"}, of=found.record["fields"]) == {
        "due": None,
        "due_words": None,
        "due_basis": "none",
    }
    assert no_date.answers({"value": "none", "date": "n/a"}, of={}) == {
        "value": "none",
        "date": None,
    }


def test_correcting_nothing_is_answered_in_words(officer: Client) -> None:
    found = first()
    answer = officer.post(f"{address(found)}correct/", form(shown(officer, address(found))))
    assert answer.status_code == 422
    assert "Say what is put right" in answer.content.decode()


def test_rejecting_needs_a_reason_and_writes_nothing(officer: Client) -> None:
    found, size = first(), registers.head().size
    posted = form(shown(officer, address(found)))
    refused = officer.post(f"{address(found)}reject/", posted)
    assert refused.status_code == 422
    assert 'href="#reason"' in refused.content.decode()
    answer = officer.post(f"{address(found)}reject/", posted | {"reason": "Not a demand."})
    assert answer.status_code == 302
    assert registers.head().size == size
    assert "rejected" in shown(officer, address(found))


def test_a_decision_made_twice_is_refused_in_words(officer: Client) -> None:
    found = first()
    posted = form(shown(officer, address(found)))
    officer.post(f"{address(found)}accept/", posted)
    again = officer.post(f"{address(found)}accept/", posted)
    assert again.status_code == 422
    assert "it was decided already" in again.content.decode()


@pytest.mark.parametrize(
    "visit",
    [
        pytest.param(Client, id="from elsewhere"),
        pytest.param(lambda: Client(SERVER_NAME="127.0.0.1"), id="no office chosen"),
        pytest.param(lambda: acting("anyshire-police/force-liaison"), id="may not confirm"),
    ],
)
def test_readers_see_that_something_waits_and_not_what(visit: Callable[[], Client]) -> None:
    visitor = visit()
    found = first()
    for url in ("/review/", address(found)):
        html = shown(visitor, url)
        assert "not public before an office has confirmed it" in html
        assert "train every lead officer" not in html
    for decision in ("accept", "correct", "reject"):
        answer = visitor.post(f"{address(found)}{decision}/", {"reason": "x", "f-due": "2030"})
        assert answer.status_code == 403
    assert first().state == "waiting"


def test_an_office_in_a_session_counts_only_on_this_machine(officer: Client) -> None:
    session = officer.cookies[settings.SESSION_COOKIE_NAME].value
    elsewhere = Client(SERVER_NAME="testserver")
    elsewhere.cookies[settings.SESSION_COOKIE_NAME] = session
    assert elsewhere.post(f"{address(first())}accept/", {}).status_code == 403


def test_a_decision_from_another_site_is_refused() -> None:
    client = Client(SERVER_NAME="127.0.0.1", enforce_csrf_checks=True)
    assert client.post(f"{address(first())}accept/", {}).status_code == 403


def test_a_reading_that_nobody_has_is_not_found(officer: Client) -> None:
    assert "No reading has the id" in shown(officer, "/review/r000000000000/", 404)


def test_consecutive_readings_of_a_kind_are_headed_apart(officer: Client) -> None:
    """Protects whoever confirms a long report: no two pages in a row look alike."""
    found = [c for c in review.waiting() if c.kind == "recommendation"]
    heads = []
    for n, one in enumerate(found, start=1):
        html = shown(officer, address(one))
        (head,) = re.findall(r'<h1 class="app-title">(.*?)</h1>', html)
        heads.append(head)
        assert one.record["quote"]["exact"].split()[0] in head, "its first words"
        assert f"{n} of {len(found)} of this kind in the document" in html, "its place"
    assert len(found) > 1
    assert len(set(heads)) == len(heads)


def test_numbers_stand_apart_and_findings_can_be_chosen_together(officer: Client) -> None:
    """Protects a person from 129 figures in the order of the pages between eight grades."""
    offer("count", 900, exact="84 files")
    offer("figure", 910, exact="eight")
    page = words(officer.get("/review/"))
    assert "2 numbers are not shown here and can wait: choose “Numbers” to see them." in page
    assert "“eight”" not in page
    numbers = words(officer.get("/review/?kind=numbers"))
    assert "2 readings wait for a person." in numbers
    assert "“eight”" in numbers
    assert "“84 files”" in numbers
    found = words(officer.get("/review/?kind=findings"))
    assert "train every lead officer" in found
    assert "“eight”" not in found
    assert "Take away the filter: Findings and grades" in found


def test_a_kind_that_is_done_says_what_else_waits(officer: Client) -> None:
    """Protects a person from “nothing waits for you”, where a hundred of other kinds do."""
    here = f"document={first().document}"
    page = shown(officer, f"/review/?{here}&kind=cause_of_concern")
    others = len([c for c in review.waiting() if c.kind != "residue"])
    assert f"No more of this kind waits; {others} other readings do." in page
    assert f'href="/review/?{here}">Show what else waits' in page
    assert "Nothing waits for you" not in page


def test_a_place_in_the_document_counts_what_is_said_twice_once() -> None:
    found = first()
    offer("recommendation", 900, exact=found.record["quote"]["exact"], **found.record["fields"])
    every = len([c for c in review.waiting() if c.kind == "recommendation"])
    assert f"of {every - 1} of this kind" in waiting.place(found)


def test_a_chapter_may_leave_off_the_end_of_a_question_that_the_table_grades() -> None:
    whole = "Preventing crime and antisocial behaviour, and reducing vulnerability"
    for start, (question, value) in enumerate(
        [
            (whole, "adequate"),
            ("preventing crime and antisocial behaviour", "adequate"),
            ("preventing crime and antisocial behaviour", "good"),
            ("Building, supporting and protecting the workforce", "adequate"),
            ("Building", "adequate"),
        ]
    ):
        offer("grade", 2000 + start, question=question, value=value, exact=value)
    grades = repeats.once(c for c in review.waiting() if c.kind == "grade")
    assert [c.record["fields"]["question"] for c in grades] == [
        *(whole, "preventing crime and antisocial behaviour"),
        *("Building, supporting and protecting the workforce", "Building"),
    ]

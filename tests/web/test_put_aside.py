"""A wrong file is put aside at once, and the same sentence is decided once."""

import pytest
from django.test import Client

from answerable.operations import examples, people
from answerable.operations.documents import deciding, reading
from answerable.operations.documents.reader import Meta
from answerable.store.papers import review
from tests.web.acting import browser, hidden, words
from tests.web.small_home import AT

OFFICER = "anyshire-pcc/governance-officer"
SAID = "train every lead officer and record who has completed it"
PAGE = f"""<html><body><h1>How the force trains</h1>
<p>Recommendation: by 30 September 2026 the force should:</p>
<ul><li>{SAID};</li><li>visit every shop that was robbed twice.</li></ul>
<h2>Training</h2><p>Recommendation: by 30 September 2026 the force should:</p>
<ul><li>{SAID}.</li></ul></body></html>"""


def handed_in(key: str = "k") -> str:
    meta = Meta(
        name="r.html",
        publisher="anyshire-inspectorate",
        published="2026-04-20",
        subject="anyshire-police",
    )
    by = people.acting_as(OFFICER)
    data = PAGE.encode()
    return reading.read(by=by, at=AT, key=key, seen=None, data=data, meta=meta).document


@pytest.fixture
def document(home: object) -> str:
    return handed_in()


def recommended() -> list[review.Candidate]:
    return list(review.waiting(kind="recommendation"))


def test_the_same_sentence_stands_once_with_how_often_and_is_decided_once(document: str) -> None:
    office = browser(OFFICER)
    assert len(recommended()) == 3
    page = office.get("/review/?kind=recommendation")
    assert page.content.decode().count("record who has completed it") == 1
    assert "The document says it twice: decided once." in words(page)
    first = recommended()[0]
    by = people.acting_as(OFFICER)
    deciding.accept(by=by, at=AT, key="a", seen=None, candidate=str(first.record["id"]))
    (left,) = recommended()
    assert "robbed twice" in left.record["quote"]["exact"]


def test_what_is_rejected_is_rejected_once_too(document: str) -> None:
    by = people.acting_as(OFFICER)
    first = recommended()[0]
    deciding.reject(by=by, at=AT, candidate=str(first.record["id"]), reason="A heading.")
    assert len(recommended()) == 1
    states = [c.state for c in review.of(document) if c.kind == "recommendation"]
    assert sorted(states) == ["again", "rejected", "waiting"]
    seen = examples.precision()[first.rule]
    assert seen.words().startswith("not yet known (0 of") or "1" in seen.words()


def test_a_whole_document_is_put_aside_with_a_reason_and_comes_back(document: str) -> None:
    office = browser(OFFICER)
    address = f"/review/put-aside/?document={document}"
    assert address in office.get(f"/review/?document={document}").content.decode()
    form = office.get(address)
    assert "How the force trains" in words(form)
    refused = office.post("/review/put-aside/", hidden(form))
    assert refused.status_code == 422
    assert "Say in a few words why" in words(refused)
    done = office.post("/review/put-aside/", {**hidden(form), "reason": "The wrong file."})
    assert done.status_code == 302
    assert "is put aside" in words(office.get(done["Location"]))
    assert not review.waiting(document=document)
    assert not examples.precision(), "what is put aside says nothing of a rule"
    assert office.get(address).status_code in (404, 422)
    handed_in("again")
    assert len(recommended()) == 3


def test_a_reader_puts_nothing_aside(document: str) -> None:
    reader = Client(SERVER_NAME="127.0.0.1")
    answer = reader.post("/review/put-aside/", {"document": document, "reason": "x"})
    assert answer.status_code == 403
    assert review.waiting(document=document)

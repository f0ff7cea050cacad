"""On the page of a reading a person says that it is of another kind; so of a passage unread."""

import pytest

from answerable.operations import people
from answerable.operations.documents import reading
from answerable.operations.documents.reader import Meta
from answerable.store.papers import review
from tests.web.acting import browser, hidden, words
from tests.web.small_home import AT

OFFICER = "anyshire-pcc/governance-officer"
PAGE = """<html><body><h1>How the force trains</h1>
<p>Recommendation: by 31 December 2026 the force should train every lead officer.</p>
<p>The arrangements were subject to a degree of delay, and must not go on.</p></body></html>"""


@pytest.fixture(autouse=True)
def read(home: object) -> None:
    meta = Meta(
        name="r.html",
        publisher="anyshire-inspectorate",
        published="2026-04-20",
        subject="anyshire-police",
    )
    by = people.acting_as(OFFICER)
    reading.read(by=by, at=AT, key="k", seen=None, data=PAGE.encode(), meta=meta)


def first(kind: str) -> str:
    return str(review.waiting(kind=kind)[0].record["id"])


def test_the_words_wait_as_the_chosen_kind_and_are_accepted_there() -> None:
    name, office = first("recommendation"), browser(OFFICER)
    page = office.get(f"/review/{name}/")
    assert "It is of another kind" in words(page)
    source = page.content.decode()
    assert '<option value="action">Action</option>' in source
    assert '<option value="recommendation">' not in source
    answer = office.post(f"/review/{name}/read-as/", {**hidden(page), "as": "action"})
    assert answer.status_code == 302
    assert answer["Location"].endswith("/?done=read-as#words")
    after = office.get(answer["Location"].partition("#")[0])
    assert "It is read as another kind. Fill what is empty, and accept it." in words(after)
    assert "Action, chosen by a person" in words(after)
    assert "none: a person chose its kind" in words(after)
    made = answer["Location"].split("/")[2]
    done = office.post(f"/review/{made}/accept/", hidden(after))
    assert done.status_code == 302
    decided = review.named(made)
    assert decided is not None
    assert (decided.state, bool(decided.entry_id)) == ("accepted", True)
    assert "recast" in words(office.get(f"/review/{name}/"))


def test_a_passage_that_nothing_read_leads_to_its_form() -> None:
    name, office = first("residue"), browser(OFFICER)
    queue = office.get("/review/").content.decode()
    assert f'href="/review/{name}/#read-as"' in queue
    page = office.get(f"/review/{name}/")
    assert 'id="read-as"' in page.content.decode()
    assert "A passage that nothing has read" in words(page)
    for box in ("Accept as read", "Correct it", "Likelihood", "accept,", "machine read", "Reject"):
        assert box not in words(page), "there is nothing of it to accept, correct or reject"
    shown = words(page)
    assert shown.index("There is something to record") < shown.index("There is nothing to record")
    assert "Put this passage aside" in shown
    told = "“The arrangements were subject to a degree of delay, and must not go on.”"
    assert f"{told} then waits as that kind" in words(page)
    answer = office.post(f"/review/{name}/read-as/", {**hidden(page), "as": "commitment"})
    assert answer.status_code == 302
    assert [c.kind for c in review.waiting() if c.rule == review.BY_HAND] == ["commitment"]
    assert f'href="/review/{name}/#read-as"' not in office.get("/review/").content.decode()


@pytest.mark.parametrize(
    ("kind", "why"),
    [
        ("", "Say what it is. Choose one of: "),
        ("person", "It cannot be read as “person”."),
        ("recommendation", "It is read as recommendation already."),
    ],
)
def test_what_it_cannot_be_comes_back_with_the_page(kind: str, why: str) -> None:
    name, office = first("recommendation"), browser(OFFICER)
    form = hidden(office.get(f"/review/{name}/"))
    answer = office.post(f"/review/{name}/read-as/", {**form, "as": kind})
    assert answer.status_code == 422
    assert why in words(answer)
    assert 'href="#as"' in answer.content.decode()
    assert first("recommendation") == name


def test_a_reader_chooses_no_kind() -> None:
    name = first("recommendation")
    answer = browser("").post(f"/review/{name}/read-as/", {"as": "action"})
    assert answer.status_code in (302, 403)
    assert first("recommendation") == name

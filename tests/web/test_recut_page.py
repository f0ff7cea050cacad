"""A reading that was cut by a line goes on; a part that was cut off keeps no date of the other."""

import pytest

from answerable.operations import people
from answerable.operations.documents import reading, recut
from answerable.operations.documents.reader import Meta
from answerable.operations.documents.recut import CannotRecut
from answerable.store.papers import review
from tests.web.acting import browser, hidden, words
from tests.web.small_home import AT

OFFICER = "anyshire-pcc/governance-officer"
PAGE = """<html><body><h1>How the force trains</h1>
<p>Recommendation: the force should train every lead officer, and show what it changed by
31 December 2026.</p>
<p>It should also say when the work of every district is reviewed by a supervisor.</p>
</body></html>"""


@pytest.fixture
def name(home: object) -> str:
    meta = Meta(
        name="r.html",
        publisher="anyshire-inspectorate",
        published="2026-04-20",
        subject="anyshire-police",
    )
    by = people.acting_as(OFFICER)
    reading.read(by=by, at=AT, key="k", seen=None, data=PAGE.encode(), meta=meta)
    return str(review.waiting(kind="recommendation")[0].record["id"])


def quote(name: str) -> str:
    found = review.named(name)
    assert found is not None
    return str(found.record["quote"]["exact"])


def test_a_reading_goes_on_to_words_that_stand_after_it(name: str) -> None:
    before = quote(name)
    office = browser(OFFICER)
    page = office.get(f"/review/{name}/")
    assert "It goes on: its last words" in words(page)
    answer = office.post(
        f"/review/{name}/go-on/", {**hidden(page), "last": "is reviewed by a supervisor"}
    )
    assert answer.status_code == 302
    after = office.get(answer["Location"].partition("#")[0])
    assert "The reading goes on to those words." in words(after)
    whole = quote(answer["Location"].split("/")[2])
    assert whole.startswith(before)
    assert whole.endswith("is reviewed by a supervisor")


def test_words_that_do_not_follow_are_refused(name: str) -> None:
    office = browser(OFFICER)
    form = hidden(office.get(f"/review/{name}/"))
    answer = office.post(f"/review/{name}/go-on/", {**form, "last": "nothing of the sort"})
    assert answer.status_code == 422
    assert "do not stand soon after the reading" in words(answer)
    with pytest.raises(CannotRecut, match="The box is empty"):
        recut.go_on(by=people.acting_as(OFFICER), at=AT, candidate=name, last=" ")


def test_a_part_keeps_no_date_whose_words_stand_in_the_other(name: str) -> None:
    whole = review.named(name)
    assert whole is not None
    said, due = whole.record["quote"]["exact"], whole.record["fields"]["due"]
    told = whole.record["fields"]["due_words"]
    assert due == "2026-12-31"
    assert " ".join(said.split()).count(told) == 1, "its words stand inside the reading"
    cut = f"and show{said.partition('and show')[2]}"
    parts = recut.split(by=people.acting_as(OFFICER), at=AT, candidate=name, second=cut)
    found = [review.named(one) for one in parts]
    assert [one and one.record["fields"]["due"] for one in found] == [None, due]

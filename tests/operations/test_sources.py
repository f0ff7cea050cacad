"""Protects the way from our summary to the original: nothing is anchored but to words that are
there, a person sees the rest, and the original itself is shown to no reader."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from answerable.operations import people
from answerable.operations.access import NotAllowed
from answerable.operations.documents import deciding, reading, source_list, sources
from answerable.operations.documents.reader import Meta
from answerable.operations.documents.sources import Checked, NoSuchSource
from answerable.store.book import book
from answerable.store.papers import documents, originals, review
from answerable.store.reads import registers
from answerable.vocabulary.documents import Source
from answerable.vocabulary.facts import (
    ClaimMade,
    DocumentAnchored,
    DocumentFiled,
    GradeGiven,
    MoneyStated,
)
from answerable.vocabulary.times import Period, first_day
from tests.web_server import Page, Site, manners, served

AT = datetime(2026, 3, 2, 9, tzinfo=UTC)
BY = people.acting_as("answerable/researcher")
BODY = "west-mercia-police"
SUMMARY = (
    "<main><h1>Summary of a page</h1><p>The force was graded inadequate at that question.</p>"
    "<p>The office puts 1.5 million pounds into it.</p><p>Nobody else says this.</p></main>"
)
ORIGINAL = (
    "<html><body><nav>Menu</nav><main><h1>Notice of an inspection</h1><p>West Mercia Police was "
    "graded inadequate at tackling serious and organised crime.</p><p>The commissioner has "
    "allocated £1.5 million to fight it.</p><p>Nobody  else says “this”.</p></main></body></html>"
)


@pytest.fixture
def site(home: Path) -> Iterator[Site]:
    with served() as one:
        one.pages["/report"] = Page(ORIGINAL.encode(), headers={"ETag": '"1"'})
        record(one.url("/report"))
        yield one


def record(address: str) -> None:
    """A summary of the page, and three facts that rest on words of it."""
    sha = documents.keep(SUMMARY.encode())
    found = reading.parse(SUMMARY.encode(), meta=Meta(name="a.html"))
    documents.keep_text(found.text)

    def quoted(kind: Any, words: str, stream: str, **values: Any) -> Any:
        start = found.text.text.index(words)
        return kind(
            institution=BODY,
            stream=stream,
            valid=Period(first_day("2024-05-14")),
            doc=sha,
            said="2024-05-14",
            source=Source("summary", sha, address, None, start, start + len(words)),
            quote=words,
            **values,
        )

    filed = DocumentFiled(
        institution=BODY,
        stream="document/a",
        valid=Period(first_day("2024-05-14")),
        doc=sha,
        title="Summary",
        about=address,
        standing="summary",
    )
    facts = [
        filed,
        quoted(
            GradeGiven,
            "The force was graded inadequate at that question.",
            "a/grade",
            question="tackling serious and organised crime",
            value="inadequate",
        ),
        quoted(MoneyStated, "The office puts 1.5 million pounds into it.", "m", amount="1500000"),
        quoted(ClaimMade, "Nobody else says this.", "c"),
    ]
    book().append(about=BODY, decide=lambda _: facts, by=BY, at=AT, key="begin", seen=None)


def check(key: str = "check", at: datetime = AT, **given: Any) -> tuple[Checked, ...]:
    web = given.pop("manners", manners())
    report = sources.check_sources(by=BY, at=at, key=key, seen=None, manners=web, **given)
    return report.checked


def anchors() -> list[DocumentAnchored]:
    return [
        v.fact
        for v in registers.history(BODY).versions
        if isinstance(v.fact, DocumentAnchored) and v.recorded_to is None
    ]


def test_nothing_is_anchored_before_anybody_looked(site: Site) -> None:
    assert source_list.counts() == source_list.Counts(original=0, summary=3, not_yet=0)


def test_what_has_other_words_waits_for_a_person_and_is_anchored_when_confirmed(
    site: Site,
) -> None:
    (one,) = check()
    assert (one.state, one.anchored) == ("new", 0)
    assert one.proposed == 2, "the grade and the money; the claim has no number"
    assert one.not_found == 1
    waiting = review.waiting(kind="anchor")
    quotes = {c.record["fields"]["entry"]: c.record["quote"]["exact"] for c in waiting}
    assert quotes[1] in ORIGINAL
    assert "inadequate" in quotes[1]
    assert quotes[2] == "£1.5 million"
    for found in waiting:
        deciding.accept(by=BY, at=AT, key=str(found.id), seen=None, candidate=found.record["id"])
    assert source_list.counts() == source_list.Counts(original=2, summary=1, not_yet=0)
    for fact in anchors():
        assert documents.text(fact.original or "").text[fact.start : fact.end] == fact.quote


def test_the_summarys_own_words_in_the_original_are_anchored_at_once(site: Site) -> None:
    words = ORIGINAL.replace("<p>Nobody  else says “this”.</p>", "<p>Nobody  else says\nthis.</p>")
    site.pages["/report"] = Page(words.encode())
    (one,) = check()
    assert (one.anchored, one.not_found) == (1, 0)
    (fact,) = anchors()
    assert (fact.stream, fact.quote) == ("c", "Nobody else says this.")
    assert fact.source
    assert fact.source.about == site.url("/report")


def test_words_that_stand_there_twice_are_not_anchored(site: Site) -> None:
    twice = ORIGINAL.replace("</main>", "<p>Nobody else says this.</p>" * 2 + "</main>")
    site.pages["/report"] = Page(twice.encode())
    (one,) = check()
    assert one.anchored == 0


def test_a_person_may_say_where_it_stands(site: Site) -> None:
    check()
    with pytest.raises(NoSuchSource, match="not in the original"):
        sources.anchor(by=BY, at=AT, key="x", seen=None, entry=3, words="never said")
    sources.anchor(by=BY, at=AT, key="y", seen=None, entry=3, words='Nobody else says "this".')
    (fact,) = anchors()
    assert fact.quote == "Nobody else says “this”."


def test_a_run_goes_on_and_asks_nothing_twice_in_a_day(site: Site) -> None:
    check()
    assert [c.state for c in check(key="again")] == ["fresh"]
    asked = len(site.asked)
    assert [c.state for c in check(key="later", at=AT + timedelta(days=1))] == ["same"]
    assert site.asked[-1][1]["If-None-Match"] == '"1"'
    assert len(site.asked) == asked + 2, "robots.txt and the page"
    assert [c.state for c in check(key="named", only=site.url("/report"))] == ["same"]


def test_another_menu_is_no_change_and_other_words_are(site: Site) -> None:
    check()
    before = originals.known(site.url("/report"))
    site.pages["/report"] = Page(ORIGINAL.replace("Menu", "Other menu").encode())
    assert [c.state for c in check(key="b", at=AT + timedelta(days=1))] == ["same"]
    site.pages["/report"] = Page(ORIGINAL.replace("inadequate", "adequate").encode())
    assert [c.state for c in check(key="c", at=AT + timedelta(days=2))] == ["changed"]
    after = originals.known(site.url("/report"))
    assert before
    assert after
    assert after.earlier == (before.sha256,)
    assert documents.original(before.sha256 or "") == ORIGINAL.encode()


def test_what_is_gone_is_said_and_what_was_held_stays(site: Site) -> None:
    check()
    site.pages["/report"] = Page(status=404)
    (one,) = check(key="b", at=AT + timedelta(days=1))
    assert one.state == "gone"
    known = originals.known(site.url("/report"))
    assert known
    assert known.state == "gone"
    assert known.sha256
    assert documents.original(known.sha256) == ORIGINAL.encode()


def test_a_stopped_transfer_goes_on_in_the_next_run(site: Site) -> None:
    long = (ORIGINAL + " " * 300_000).encode()
    site.pages["/report"] = Page(long, headers={"ETag": '"7"'}, cut=200_000)
    assert [c.state for c in check()] == ["transfer"]
    assert originals.begun(site.url("/report"))
    site.pages["/report"] = Page(long, headers={"ETag": '"7"'})
    assert [c.state for c in check(only=site.url("/report"))] == ["new"]
    assert any("Range" in headers for _, headers in site.asked)
    assert originals.begun(site.url("/report")) is None


def test_a_confirmed_anchor_is_not_asked_for_again(site: Site) -> None:
    check()
    first = review.waiting(kind="anchor")[0]
    deciding.accept(by=BY, at=AT, key="one", seen=None, candidate=first.record["id"])
    assert check(key="b", only=site.url("/report"))[0].state == "same"
    site.pages["/report"] = Page(ORIGINAL.replace("to fight it", "to fight that").encode())
    (one,) = check(key="c", only=site.url("/report"))
    assert one.state == "changed"
    assert one.proposed + one.not_found == 2


def test_only_an_office_that_answers_for_the_body_checks_its_sources(site: Site) -> None:
    for office in ("anyshire-pcc/governance-officer", "anyshire-police/force-liaison"):
        with pytest.raises(NotAllowed):
            sources.check_sources(
                by=people.acting_as(office), at=AT, key="k", seen=None, manners=manners()
            )
    assert site.asked == []


def test_an_address_that_the_record_does_not_rest_on_is_not_asked(site: Site) -> None:
    with pytest.raises(NoSuchSource):
        check(only="https://example.org/")
    assert site.asked == []

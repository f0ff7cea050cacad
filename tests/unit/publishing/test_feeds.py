"""Atom: well-formed whatever stands in a title, and the same bytes for the same entries."""

from datetime import UTC, datetime
from xml.etree import ElementTree as Tree

from hypothesis import given
from hypothesis import strategies as st

from answerable.publishing.feeds import ATOM, Feed, FeedEntry, atom_bytes

AT = datetime(2026, 11, 23, 14, 2, tzinfo=UTC)


def feed(*entries: FeedEntry) -> Feed:
    return Feed(
        title="News",
        subtitle="Of a body.",
        address="https://example.org/feed.atom",
        page="https://example.org/",
        entries=entries,
    )


def read(made: bytes) -> Tree.Element:
    return Tree.fromstring(made)  # noqa: S314  # made by us, a line above


def entry(title: str = "A thing", **more: str) -> FeedEntry:
    return FeedEntry(id="urn:answerable:entry:1", title=title, updated=AT, url="/x/", **more)


def test_a_feed_has_what_rfc_4287_asks_of_it() -> None:
    root = read(atom_bytes(feed(entry(words="Words.", about="A body", source="Source: a page"))))
    found = {element.tag.removeprefix(f"{{{ATOM}}}") for element in root}
    assert {"id", "title", "updated", "link", "author", "entry"} <= found
    one = root.find(f"{{{ATOM}}}entry")
    assert one is not None
    assert one.findtext(f"{{{ATOM}}}updated") == "2026-11-23T14:02:00Z"
    assert one.findtext(f"{{{ATOM}}}summary") == "Words. Source: a page"
    assert one.find(f"{{{ATOM}}}author") is None, "whom it is about did not write it"


def test_its_date_is_that_of_its_newest_entry_never_a_clock() -> None:
    assert read(atom_bytes(feed(entry()))).findtext(f"{{{ATOM}}}updated") == (
        "2026-11-23T14:02:00Z"
    )
    assert atom_bytes(feed()) == atom_bytes(feed())


@given(st.text(max_size=60))
def test_any_title_makes_a_feed_that_a_parser_reads(title: str) -> None:
    root = read(atom_bytes(feed(entry(title))))
    one = root.find(f"{{{ATOM}}}entry")
    assert one is not None
    kept = "".join(c for c in title if c >= " " and c not in "\ufffe\uffff")
    said = (one.findtext(f"{{{ATOM}}}title") or "").translate({13: None, 10: None, 9: None})
    assert said == kept

"""Atom feeds (RFC 4287): the same entries always make the same bytes."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from xml.etree import ElementTree as Tree

ATOM = "http://www.w3.org/2005/Atom"
_BEFORE_ALL = datetime(1970, 1, 1, tzinfo=UTC)
_XML_SPACES = frozenset("\t\n\r")

Tree.register_namespace("", ATOM)


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedEntry:
    """One thing that was recorded: `id` never changes, `updated` is the stamp of the entry.

    `about` is the body that it is about, who is not its author; `source` says where the words
    stand.
    """

    id: str
    title: str
    updated: datetime
    url: str
    words: str = ""
    about: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """A feed: its own address is its id; `page` is what a person reads instead."""

    title: str
    subtitle: str
    address: str
    page: str
    entries: tuple[FeedEntry, ...]


def atom_bytes(feed: Feed) -> bytes:
    """The feed as Atom; its `updated` is that of its newest entry, never a clock's."""
    root = Tree.Element(f"{{{ATOM}}}feed", {"{http://www.w3.org/XML/1998/namespace}lang": "en-GB"})
    _add(root, "id", feed.address)
    _add(root, "title", feed.title)
    _add(root, "subtitle", feed.subtitle)
    _add(root, "updated", _stamp(_newest(feed.entries)))
    _link(root, "self", feed.address, "application/atom+xml")
    _link(root, "alternate", feed.page, "text/html")
    author = Tree.SubElement(root, f"{{{ATOM}}}author")
    _add(author, "name", "Answerable")
    for entry in feed.entries:
        one = Tree.SubElement(root, f"{{{ATOM}}}entry")
        _add(one, "id", entry.id)
        _add(one, "title", entry.title)
        _add(one, "updated", _stamp(entry.updated))
        _link(one, "alternate", entry.url, "text/html")
        if entry.about:
            Tree.SubElement(one, f"{{{ATOM}}}category", {"term": _clean(entry.about)})
        if told := " ".join(part for part in (entry.words, entry.source) if part):
            _add(one, "summary", told)
    Tree.indent(root)
    made = Tree.tostring(root, encoding="unicode")
    return f"<?xml version='1.0' encoding='utf-8'?>\n{made}\n".encode()


def _newest(entries: Iterable[FeedEntry]) -> datetime:
    return max((entry.updated for entry in entries), default=_BEFORE_ALL)


def _stamp(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _add(parent: Tree.Element, name: str, words: str) -> None:
    Tree.SubElement(parent, f"{{{ATOM}}}{name}").text = _clean(words)


def _link(parent: Tree.Element, rel: str, href: str, media_type: str) -> None:
    given = {"rel": rel, "type": media_type, "href": _clean(href)}
    Tree.SubElement(parent, f"{{{ATOM}}}link", given)


def _clean(words: str) -> str:
    """Without characters that XML 1.0 cannot hold."""
    return "".join(c for c in words if c in _XML_SPACES or _in_xml(ord(c)))


def _in_xml(code: int) -> bool:
    return 0x20 <= code <= 0xD7FF or 0xE000 <= code <= 0xFFFD or code >= 0x10000

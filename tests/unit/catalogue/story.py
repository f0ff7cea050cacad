"""The files of the real story as values: read here by hand, so that no loader can hide a fault."""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.facts import TYPES
from answerable.vocabulary.times import Period, day

CATALOGUE = Path(str(files("answerable.catalogue")))
STORY = CATALOGUE / "story" / "west-mercia"


def toml(name: str) -> dict[str, Any]:
    """One file of the story."""
    return tomllib.loads((STORY / name).read_text(encoding="utf-8"))


@dataclass(frozen=True)
class Page:
    """What a reader sees of a summary: its paragraphs, and its facts as key and value."""

    paragraphs: tuple[str, ...]
    facts: dict[str, str]
    heading: str
    language: str | None

    @property
    def visible(self) -> str:
        """All words on the page."""
        facts = (word for pair in self.facts.items() for word in pair)
        return "\n".join((self.heading, *facts, *self.paragraphs))


@cache
def page(name: str) -> Page:
    """A summary, opened."""
    tree = LexborHTMLParser((STORY / "documents" / name).read_text(encoding="utf-8"))
    keys = [node.text(strip=True) for node in tree.css("dl > dt")]
    values = [node.text(strip=True) for node in tree.css("dl > dd")]
    html, heading = tree.css_first("html"), tree.css_first("h1")
    assert html is not None
    assert heading is not None
    return Page(
        paragraphs=tuple(node.text() for node in tree.css("p")),
        facts=dict(zip(keys, values, strict=True)),
        heading=heading.text(),
        language=html.attributes.get("lang"),
    )


def fact(event: dict[str, Any]) -> Fact:
    """An event of the file as the fact that a loader makes of it."""
    valid = event["valid"]
    start, end = (valid, None) if isinstance(valid, str) else valid
    return TYPES[event["type"], 1].build(
        institution=event["institution"],
        stream=event["stream"],
        valid=Period(day(start), day(end) if end else None),
        values={
            **event["fields"],
            "said": event["said"],
            "quote": event["source"]["quote"],
        },
    )


@cache
def facts() -> tuple[Fact, ...]:
    """All facts of the story, in the order of the file."""
    return tuple(fact(event) for event in toml("events.toml")["event"] if "type" in event)


LATEST = date(2026, 3, 5)
"""The latest source that the story rests on."""

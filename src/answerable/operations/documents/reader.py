"""One document through the reading room in its limited child: profiles and names handed to it."""

import json
import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import cache
from typing import Any

from answerable.operations import catalogue
from answerable.operations.documents import sandbox
from answerable.reading import profiles, welsh
from answerable.reading.layout.canonical_text import CanonicalText, Span
from answerable.vocabulary import times
from answerable.vocabulary.bodies import Body
from answerable.vocabulary.refusal import Refusal

_NOT_OF_THE_TEXT = ("name", "media_type", "kind", "internal")


class BadOption(Refusal):
    """An option that says something impossible about a document."""

    code = "bad_option"


@dataclass(frozen=True, slots=True)
class Meta:
    """What the person who hands a document in knows of it; each may be None.

    `kind` is one of `profiles.TYPES`, and stands before what the document shows itself to be.
    `internal`: the file is for the offices concerned, till somebody lowers its marking.
    """

    name: str | None = None
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    source: str | None = None
    subject: str | None = None
    media_type: str | None = None
    kind: str | None = None
    internal: bool = False

    def __post_init__(self) -> None:
        if self.kind is not None and self.kind not in profiles.TYPES:
            raise BadOption(f"A document is one of these: {', '.join(profiles.TYPES)}.")
        if self.published is not None:
            times.first_day(self.published)
        if self.source is not None and not re.match(r"https?://\S", self.source):
            raise BadOption("A source is an address that begins with http:// or https://.")


@dataclass(frozen=True, slots=True)
class Read:
    """What was read: canonical text, the lines of the contract, warnings."""

    text: CanonicalText
    lines: tuple[Mapping[str, Any], ...]
    jsonl: str
    warnings: tuple[str, ...]
    welsh: str = ""
    """What is said where a part of it, or all, is in Welsh, which is not read."""

    @property
    def document(self) -> Mapping[str, Any]:
        """Fields of the document line."""
        fields: Mapping[str, Any] = self.lines[0]["fields"]
        return fields


def read(data: bytes, *, meta: Meta) -> Read:
    """Read a document; nothing is kept."""
    known = {k: v for k, v in asdict(meta).items() if k not in _NOT_OF_THE_TEXT}
    found = sandbox.records(
        data=data,
        options={**_catalogue(tuple(catalogue.bodies().values())), "meta": known},
        media_type=meta.media_type,
        name=meta.name,
    )
    # Lines end in LF alone: a quote may hold other characters that end lines.
    told = [line for line in found.jsonl.split("\n") if line]
    lines = [json.loads(line) for line in told]
    in_welsh = welsh.passages(found.text)
    if not in_welsh:
        return Read(found.text, tuple(lines), found.jsonl, found.warnings)
    kept = [n for n, line in enumerate(lines) if not _is_within(line, in_welsh)]
    words = welsh.advice(found.text, in_welsh)
    if words == welsh.WHOLE:
        lines[0]["fields"]["language"] = "cy"
        told[0] = json.dumps(lines[0], ensure_ascii=False, separators=(",", ":"))
    jsonl = "".join(f"{told[n]}\n" for n in kept)
    return Read(found.text, tuple(lines[n] for n in kept), jsonl, (words, *found.warnings), words)


def _is_within(line: Mapping[str, Any], passages: Sequence[Span]) -> bool:
    """Does a record rest on words of one of these passages? They are in order and apart."""
    if line["quote"] is None:
        return False
    start = line["quote"]["start"]
    at = bisect_right(passages, start, key=lambda span: span.start) - 1
    return at >= 0 and start < passages[at].end


def expect() -> None:
    """Somebody is about to paste a text: what takes longest is done before it comes."""
    sandbox.expect()


@cache
def _catalogue(bodies: tuple[Body, ...]) -> Mapping[str, Any]:
    """How each kind of source writes, bodies with their aliases, and who held which office."""
    offices = catalogue.offices()
    return {
        "profiles": [dict(raw) for raw in catalogue.sources().values()],
        "likeness": catalogue.likeness(),
        "bodies": [
            {"id": b.id, "name": b.name, "kind": b.kind, "aliases": list(b.aliases)}
            for b in bodies
        ],
        "holders": [
            {
                "name": t.person,
                "office": offices[t.office].title,
                "body": offices[t.office].body,
                "start": t.begins or "",
                "end": t.ends or "",
            }
            for t in catalogue.tenures()
            if t.office in offices
        ],
    }

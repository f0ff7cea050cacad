"""Exact words of a kept file as the source of what is recorded, and words that were typed."""

import unicodedata
from dataclasses import dataclass
from typing import cast

from answerable.scrutiny.sourced import OUR_RECORD, Sourced
from answerable.store.papers import documents
from answerable.store.reads import registers
from answerable.vocabulary.documents import Source, SourceKind
from answerable.vocabulary.facts import DocumentFiled
from answerable.vocabulary.refusal import Refusal

LONGEST = 8_000
"""Characters of one typed text; a longer one is a document, and is filed as such."""


class NotQuoted(Refusal):
    """Words that do not stand in the file as they were given."""

    code = "not_quoted"


class NotTyped(Refusal):
    """A text that is too long, or that is no text."""

    code = "not_typed"


@dataclass(frozen=True, slots=True)
class Quoted:
    """A kept file, by its SHA-256, and words that stand in it."""

    document: str
    quote: str


def sourced(words: Quoted | None, *, about: str) -> Sourced:
    """The source of a new fact about an institution; without a quote it is our own record.

    The words must stand once in the canonical text: twice, and nobody knows which is meant.
    """
    if words is None:
        return OUR_RECORD
    text = documents.text(words.document)
    if not words.quote.strip():
        raise NotQuoted("Give the exact words of that file that say so: a quote of it.")
    found = text.text.count(words.quote)
    if found != 1:
        again = "not" if found == 0 else f"{found} times"
        raise NotQuoted(
            f"The words “{words.quote[:60]}” stand {again} in that file. Copy them from it "
            "exactly, and enough of them that they stand there once."
        )
    start = text.text.index(words.quote)
    known = filed(words.document, about=about)
    kind = "summary" if known is not None and known.standing == "summary" else "original"
    return Sourced(
        source=Source(
            kind=cast(SourceKind, kind),
            doc=words.document,
            about=known.about if known else None,
            page=text.page_of(start),
            start=start,
            end=start + len(words.quote),
        ),
        quote=words.quote,
        doc=words.document,
        said=known.published if known else None,
    )


def filed(document: str, *, about: str) -> DocumentFiled | None:
    """What the record says of a kept file: of this institution first, then of any."""
    for institution in (about, *registers.institutions()):
        for version in registers.history(institution).versions:
            fact = version.fact
            if isinstance(fact, DocumentFiled) and fact.doc == document:
                return fact
    return None


def typed(text: str, *, what: str, box: str = "") -> str:
    """A text from a form or an option as the record can hold it: NFC, lines by line feeds.

    `box`: the parameter that it was given as.
    """
    plain = unicodedata.normalize("NFC", text.replace("\r\n", "\n")).strip()
    if not plain:
        raise NotTyped(f"Give the {what}.", box=box)
    if len(plain) > LONGEST:
        raise NotTyped(
            f"The {what} has {len(plain):,} characters; at most {LONGEST:,} can be kept. "
            "File a longer text as a document.",
            box=box,
        )
    if any(unicodedata.category(c) in ("Cc", "Cs") and c not in "\n\t" for c in plain):
        raise NotTyped(f"The {what} holds characters that are no text. Type it again.", box=box)
    return plain

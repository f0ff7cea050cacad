"""What the source of a finding says around the words that were confirmed, and no field holds.

By when, where its words give no day (“by spring 2026”); which office is asked, where the record
has the body; and that it was said before, in an earlier year. All of it in the source's words.
"""

import re
from collections.abc import Iterator

from answerable.reading.deadlines import deadline
from answerable.reading.layout.canonical_text import CanonicalText
from answerable.store.papers import documents
from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.facts import FindingPublished
from answerable.vocabulary.offices import known_office
from answerable.vocabulary.refusal import Refusal

AT_ONCE = "immediately"
"""A basis that is its source's own word, where a line about several findings says it of each."""
MOST_BLOCKS, LONGEST = 3, 400
_SENTENCE = re.compile(r"(?<=[.!?])\s+|\n+")
_ASKED = re.compile(
    r"\b(?P<who>[Tt]he [a-z][a-z ]{3,50}?)(?: of [A-Z][\w ]{2,40}?)? (?:should|must)\b"
)
_YEAR = re.compile(r"(?<![\d/])(20[0-3]\d)\b")
_AGAIN = re.compile(
    r"\b(?:repeat\w*|again|since|still|remain\w*|previous(?:ly)?|first (?:identified|raised|made"
    r"|reported|found)|also (?:identified|raised|made|reported|found)|carried over"
    r"|long-?standing)\b",
    re.IGNORECASE,
)


def due(fact: Fact) -> str:
    """“By spring 2026”: by when the source says, where that is no day; “” where it is or is not.

    >>> from answerable.vocabulary.times import Period
    >>> from datetime import date
    >>> due(FindingPublished(institution="i", stream="x", valid=Period(date(2026, 1, 1)),
    ...     text="Before winter, train staff."))
    'Before winter'
    """
    if not isinstance(fact, FindingPublished) or fact.due:
        return ""
    found = deadline(_sentence(fact))
    if found is None:
        return AT_ONCE if fact.due_basis == AT_ONCE else ""
    return found.words if not found.due else ""


def asked(fact: Fact) -> str:
    """“the chief constable”: the office that is asked, in the source's words; “” for none.

    The record has the body that it is asked of, or the words where no body was known.
    """
    if not isinstance(fact, FindingPublished):
        return ""
    if fact.addressee and known_office(fact.addressee):
        return f"the {fact.addressee.removeprefix('the ')}"
    named = (m["who"] for m in _ASKED.finditer(_sentence(fact)))
    who = next((words for words in named if known_office(words)), "")
    return f"{who[:1].lower()}{who[1:]}"


def before(fact: Fact) -> tuple[str, ...]:
    """Sentences beside a finding which say that it was said in an earlier year, each once."""
    if not isinstance(fact, FindingPublished):
        return ()
    text = _text(fact)
    around = str(fact.text or "") if text is None else _around(fact, text)
    return tuple(
        dict.fromkeys(
            words
            for one in _SENTENCE.split(around)
            if (words := " ".join(one.split())) and len(words) <= LONGEST
            if _AGAIN.search(words)
            and any(int(year) < fact.valid.start.year for year in _YEAR.findall(words))
        )
    )


def _sentence(fact: FindingPublished) -> str:
    """The whole sentence of which the confirmed words are a part; else these words."""
    text, source = _text(fact), fact.source
    if text is None or source is None or source.start is None or source.end is None:
        return str(fact.text or "")
    block = next((b for b in text.blocks if b.start <= source.start < b.end), None)
    first = block.start if block else source.start
    lead = text.text[first : source.start]
    if block is not None and block.lead_in is not None:
        lead = f"{text.exact(block.lead_in)} {lead}"
    begins = max((m.end() for m in _SENTENCE.finditer(lead)), default=0)
    return f"{lead[begins:]}{text.text[source.start : source.end]}"


def _around(fact: FindingPublished, text: CanonicalText) -> str:
    """Its own block and those beside it, up to a heading."""
    source = fact.source
    if source is None or source.start is None:
        return ""
    blocks = text.blocks
    at = next((n for n, b in enumerate(blocks) if b.start <= source.start < b.end), None)
    if at is None:
        return ""
    return "\n".join(text.exact(blocks[n]) for n in _beside(text, at))


def _beside(text: CanonicalText, at: int) -> Iterator[int]:
    yield at
    for step in (1, -1):
        for n in range(at + step, at + step * (MOST_BLOCKS + 1), step):
            if not 0 <= n < len(text.blocks) or text.blocks[n].kind == "heading":
                break
            yield n


def _text(fact: FindingPublished) -> CanonicalText | None:
    """The file that says it, where it is held and its words may be seen."""
    if not fact.quote or fact.source is None or fact.source.doc is None:
        return None
    try:
        return documents.text(fact.source.doc)
    except Refusal:
        return None

"""Sentences, sections and lead-ins: the text cut into passages before any rule looks.

A passage is one sentence, list item, heading or table row, never more than one block. A
line break inside a paragraph ends a sentence only where it cannot be a wrapped line.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from answerable.reading.layout.canonical_text import Block, BlockKind, CanonicalText, Span
from answerable.reading.layout.sections import (
    MAX_HEADING,
    ends,
    is_heading,
    is_sentence,
    kept,
    section_of,
)

WRAPPED_LINE = 60

_END = re.compile(r"(?<!\.\.\.)[.!?][\"”’')\]]*(?=\s)|[:;](?=\s*\n)|\n+")
_ABBREVIATION = re.compile(
    r"(?:\b(?:Messrs|Mr|Mrs|Ms|Drs?|Profs?|Rev|Sir|St|Nos?|Cllrs?|Supt|Insp|Sgt|Det|Ch|Asst|Dep|Hon|Rt|vs"
    r"|etc|approx|para|paras|Ref|ref|Fig|Vol|i\.e|e\.g|a\.m|p\.m|eg|ie)|(?<![A-Za-z])[A-Z])\.$"
)
# "… injustice to Mr X. The Council should pay": a letter for a name ends a sentence all the same.
_BEGINS_ANEW = re.compile(
    r"\s+(?:The|He|She|It|They|We|I|This|That|These|There|His|Her|Their|Its|Both|However|When"
    r"|While|As|By|On|At|After|Following|Within|Mr|Mrs|Ms|Miss) (?=[a-z]|[A-Z][a-z])"
)
_LETTER = re.compile(r"[^\w.][A-Z]\.$")
_BULLET = re.compile(
    r"(?:[•·▪◦●○■–—*o▫□‣⁃►➢➤➔✓✔☐☑☒\uf0b7\uf0a7\uf0d8\uf0fc-]\s+"
    r"|\[[ xX✓]?\]\s+|R\d{1,2}[.:]?\s+(?=[A-Z])|\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)]\s+"
    r"|\d{1,2}(?:\.\d{1,2}){1,2}\.?\s+|[A-H][.)]\s+(?=[A-Z][a-z’']+ [a-z]))"
)
_INLINE_LEAD = re.compile(
    r"[^;.!?]{0,300}\b(?:should|must|needs? to|recommends?|recommended|requested|asked|told"
    r"|required|urged)\b[^;:.!?]{0,80}:(?=\s+[a-z(])"
    # "To put them right the force should (1) analyse its data, (2) …": without a colon.
    r"|[^;.!?:()]{0,300}\b(?:should|must|needs? to|will|to|recommends? that \w+)(?: now| also"
    r"| immediately)?(?= \((?:1|a|i)\) [a-z])"
)
# "(a) review its policy, (b) retrain supervisors, and (c) write …" in one sentence.
_INLINE_MARK = re.compile(
    r"(?:(?<=[,;:] )|(?<=and )|(?<=should )|(?<=must )|(?<=to )|(?<=will )|(?<=now ))"
    r"\((?:[a-z]|[ivx]{1,4}|\d{1,2})\) (?=[a-z])"
)
_ITEM_END = re.compile(r";(?: (?:and|or)\b)?(?=\s|$)")
_ONLY_NUMBER = re.compile(r"\s*\(?[\dA-Za-z]{1,3}(?:\.\d{1,2}){0,3}[.)]+")
_NEXT_SENTENCE = re.compile(r"\s+[\"“‘'(\[•£–-]*\s?[A-Z0-9]")


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence or line. `body` starts after a bullet or number; `lead` is its lead-in."""

    start: int
    end: int
    body: int
    block: int
    kind: str
    section: str
    heading: str
    lead: Span | None = None

    @property
    def span(self) -> tuple[int, int]:
        return self.start, self.end


def bullet(words: str) -> int:
    """How many characters of bullet or list number the words begin with."""
    match = _BULLET.match(words)
    return match.end() if match else 0


def sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Sentences of a stretch of text, trimmed, in order."""
    longest = max((len(line) for line in text[start:end].split("\n")), default=0)
    at = start
    line_start = start
    for match in _END.finditer(text, start, end):
        stop = match.end()
        if match.group()[0] == "\n":
            broken = _breaks(text[line_start : match.start()], text[stop:end], longest)
            line_start = stop
            if not broken:
                continue
        elif match.group()[0] in ":;":
            pass
        elif (
            _shortens(text, start, match.start() + 1, end)
            or not _NEXT_SENTENCE.match(text, stop, end)
            or _ONLY_NUMBER.fullmatch(text, at, stop)
        ):
            continue
        yield from _pieces(text, at, stop)
        at = stop
    yield from _pieces(text, at, end)


def _shortens(text: str, start: int, stop: int, end: int) -> bool:
    """Whether the full stop before `stop` is of a title or an initial, and ends no sentence."""
    if _ABBREVIATION.search(text, max(start, stop - 10), stop) is None:
        return False
    letter = _LETTER.search(text, max(start, stop - 3), stop) is not None
    return not letter or _BEGINS_ANEW.match(text, stop, end) is None


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """One sentence; or, where it holds a list after "should:", its lead-in and each item."""
    trimmed = _trim(text, start, end)
    if trimmed is None:
        return
    start, end = trimmed
    words = text[start:end]
    lead = _INLINE_LEAD.match(words) if ":" in words or " (" in words else None
    items = lead is not None and words.count(";", lead.end())
    running = (
        words[:1].islower()
        and words.count("; ") > 0
        and text[max(0, start - 4) : start].rstrip()[-1:] == ":"
    )
    marked = [one.start() for one in _INLINE_MARK.finditer(words)] if lead is not None else []
    if not items and not running and len(marked) < 2:
        yield trimmed
        return
    if lead is not None and len(marked) > 1:
        yield from _enumerated(text, start, end, start + lead.end(), marked)
        return
    at = start
    if lead is not None and items:
        yield start, start + lead.end()
        at = start + lead.end()
    for match in _ITEM_END.finditer(text, at, end):
        piece = _trim(text, at, match.end())
        if piece:
            yield piece
        at = match.end()
    last = _trim(text, at, end)
    if last:
        yield last


def _enumerated(
    text: str, start: int, end: int, lead: int, marked: Sequence[int]
) -> Iterator[tuple[int, int]]:
    """The lead-in and each item of "(a) …, (b) … and (c) …"."""
    yield start, lead
    places = [start + one for one in marked] + [end]
    for first, after in pairwise(places):
        piece = _trim(text, first, after)
        if piece:
            yield piece


def _breaks(line: str, rest: str, longest: int) -> bool:
    ended = line.rstrip()[-1:] in '.:;!?"”'
    starts = bool(re.match(r"[\"“‘'(\[•·▪●£–-]*\s?[A-Z0-9]|[•·▪●–-]\s", rest))
    if bullet(rest):
        return True
    return starts and (ended or len(line) < min(WRAPPED_LINE, longest * 0.75) or longest > 140)


def _trim(text: str, start: int, end: int) -> tuple[int, int] | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None


_LISTS_SOMEBODY = re.compile(r"\([A-Z]{2,4}\)|^(?:Cllr|Councillor|Mr|Mrs|Ms|Dr) [A-Z]")
_ITEM_TITLE = re.compile(r"\(?\d{1,3}[.)]?\s+(?!.*\b(?:to|will|should|must)\b)[A-Z][^.;:]{2,80}$")


def passages(
    text: CanonicalText, own: Sequence[tuple[re.Pattern[str], str]] = ()
) -> tuple[Passage, ...]:
    """All passages outside page furniture, each with its section and lead-in.

    `own` are the profile's headings: pattern and the section it opens.
    """
    found: list[Passage] = []
    section, heading = "", ""
    lead: Span | None = None
    titled, level = False, 0  # was the last block a heading; that of the heading in force
    for index, block in enumerate(text.blocks):
        words = text.exact(block)
        if block.kind == "furniture" or not words.strip():
            continue
        kind: BlockKind = (
            "paragraph" if block.kind == "heading" and is_sentence(words) else block.kind
        )
        title: str | None = None
        if section in ("attendance", "apologies") and _LISTS_SOMEBODY.search(words):
            kind = "attendance"
        elif is_heading(block, words):
            title = words.strip().rstrip(":-–— ")
            chosen = next((name for pattern, name in own if pattern.match(title)), None)
            chosen = chosen or section_of(title)
            if not chosen and section == "practice" and (titled or block.level > level):
                chosen, title = section, heading  # what is praised has a title of its own
            else:
                level = block.level
            section, heading = chosen or kept(section, title), title
        elif ends(section, words):
            section, heading = "", ""
        elif block.kind == "item" and section != "actions" and _ITEM_TITLE.match(words.strip()):
            section, heading = "", words.strip()
        found.extend(
            _of_block(text, index, block, kind, section=section, heading=heading, lead=lead)
        )
        titled = title is not None
        section, heading = _inline_section(words, section, heading)
        lead = _next_lead(found, block, lead)
    return tuple(found)


def _inline_section(words: str, section: str, heading: str) -> tuple[str, str]:
    last = words.strip().rsplit("\n", 1)[-1].strip()
    if "\n" in words.strip() and last.endswith(":") and len(last) < MAX_HEADING:
        name = section_of(last.rstrip(":"))
        if name:
            return name, last.rstrip(":")
    labelled = _LAST_LABEL.search(words.strip()) or _GLUED.search(words.strip())
    if labelled and (name := section_of(labelled.group().strip())):
        return name, labelled.group().strip(" :")
    return section, heading


# A heading that a page's layout joined to the end of the paragraph above it.
_GLUED = re.compile(
    r"(?<=[.!?;:”] )(?:Recommendations?|Causes? of concern|(?:Other a|A)reas for improvement)$"
    r"|(?<=[a-z] )(?:(?:Other a|A)reas for improvement|Causes? of concern)$"
)
# "Areas for improvement. The force should …": a heading run in.
_RUN_IN_HEADING = re.compile(
    r"(?:Our |Other )?(?:[Aa]reas? for improvement|[Rr]ecommendations?)\.$"
)
_LAST_LABEL = re.compile(r"(?<= )(?:Attendees|Present|In attendance|Also present|Apologies)\s?:$")


def _of_block(
    text: CanonicalText,
    index: int,
    block: Block,
    kind: BlockKind,
    *,
    section: str,
    heading: str,
    lead: Span | None,
) -> Iterator[Passage]:
    if block.kind == "row":
        spans = [(block.start, block.end)]
    else:
        spans = list(sentences(text.text, block.start, block.end))
    own = block.lead_in if block.lead_in is not None else None
    in_list = block.kind == "item"
    for place, (start, end) in enumerate(spans):
        words = text.text[start:end]
        mark = bullet(words) if block.kind != "row" else 0
        here = section
        label = words.rstrip(" :-–.")
        marked = words[-1] in ":-–" or _RUN_IN_HEADING.match(words) is not None
        if len(spans) > 1 and len(label) < MAX_HEADING and marked and section_of(label):
            section, heading = section_of(label) or section, label
            here = section
        inner = _local_lead(text.text, spans, place)
        chosen = own or inner or (lead if in_list or mark or _continues(words) else None)
        yield Passage(start, end, start + mark, index, kind, here, heading, chosen)


def _local_lead(text: str, spans: list[tuple[int, int]], place: int) -> Span | None:
    """The line ending in a colon that a run of list lines in the same block hangs from."""
    marked = bullet(text[spans[place][0] : spans[place][1]]) > 0
    for start, end in reversed(spans[:place]):
        words = text[start:end]
        if words.endswith(":") or (marked and _RUN_IN.search(words[-30:])):
            return Span(start, end)
        if not (words.endswith((";", "; and", "; or")) or bullet(words)):
            return None
    return None


_RUN_IN = re.compile(r"\b(?:should|must|needs? to|will|to)(?: now| also| immediately)?$")


def _continues(words: str) -> bool:
    return words[:1].islower() or words.rstrip().endswith((";", "; and", "; or"))


def _next_lead(found: list[Passage], block: Block, lead: Span | None) -> Span | None:
    if not found:
        return None
    last = found[-1]
    if block.kind == "item":
        return lead if block.lead_in is None else block.lead_in
    if block.kind in ("heading", "row"):
        return None
    return Span(last.start, last.end)

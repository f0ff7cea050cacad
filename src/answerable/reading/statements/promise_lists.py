"""Promises in a list whose head says that they are: "Our pledges", "We commit to the following:".

An item of such a list needs no verb of its own ("a survey of every home by March"), nor does a
row of a table with a column of promises.
"""

import re
from collections.abc import Iterator

from answerable.reading.actions.parts.action_heads import columns
from answerable.reading.clauses import Passage
from answerable.reading.layout.canonical_text import Block, Span
from answerable.reading.material import Material
from answerable.reading.records import Record
from answerable.reading.statements.commitments import commitment
from answerable.reading.statements.statements import PERFECT
from answerable.reading.statements.voices import voice_of

_WE = r"(?:we|I|it|they|the (?:\w+ ){1,3}?|[A-Z]\w+(?: [A-Z]\w+){0,3})"
# As a heading, or as what ends above the list.
_HEAD = re.compile(
    r"(?:\W|\d)*(?:(?:(?:our|my|the|its|his|her)(?: \w+){0,2} )?(?:pledges?|promises?|commitments?"
    r"|undertakings?)(?: (?:to|for|made by) (?:you|the|our|us|\w+)(?: \w+){0,3})?(?: (?:is|are))?"
    rf"|what {_WE} ?(?:intends?|promis(?:e|es|ed)|pledged?s?|plans?|(?:will|shall|[’']ll) do"
    r"|(?:am|is|are) going to do)(?: next| now| about it)?"
    r"|planned (?:for|in) (?:the )?(?:next|coming) (?:period|month|quarter|year))\W*",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"\b(?:commit(?:s|ted)?(?: ourselves| itself)?|promis(?:e|es|ed)|pledge[sd]?|vow(?:s|ed)?"
    r"|undertakes?|undertook|give you our word)\b(?: [\w’']+){0,4}? ?"
    r"(?:to|that|the following|these things|as follows)?\s*:\W*$"
    r"|\b(?:what|here is what|the things) (?:we|I)(?:[’']ll|[’']re| will| shall| are| am)"
    r" (?:now |also )?(?:do|doing|going to do)\b[^.:]{0,30}:\W*$",
    re.IGNORECASE,
)
_COLUMN = re.compile(
    r"\W*(?:our |the |what (?:was|we|they) )?(?:pledges?|promises?|promised|commitments?"
    r"|undertakings?)(?: made)?\W*",
    re.IGNORECASE,
)
# "Concern | What we will do | By when": of the body itself, where no column says who.
_OURS = re.compile(
    r"(?:what|how) (?:we|I)(?:[’']ll|[’']re| will| shall| are| am)? (?:now )?(?:do(?:ing)?"
    r"|going to do|plan to do|put (?:it|this|things) right|address (?:it|this|them)"
    r"|respond)(?: about (?:it|this|them)| next| now| in response)?",
    re.IGNORECASE,
)
_NONE = re.compile(
    r"\W*(?:none|n/?a|nothing|see \w+|done|\d+|yes|no|open|closed|kept|broken)\W*", re.IGNORECASE
)
_SAID = re.compile(r"\b(?:did|was|were|had|has been|have been|missed|used to|last year)\b")
_ASKED = re.compile(r"\b(?:should|must|recommend\w*|members are|panel)\b|\?", re.IGNORECASE)
_SHORTEST, _LONGEST = 12, 260


def records(material: Material) -> Iterator[Record]:
    """One commitment an item, a line or a row."""
    lowered = material.lowered
    if not any(word in lowered for word in _WORDS):
        return
    for passage in material.passages:
        if passage.kind == "row":
            yield from _row(material, passage)
        elif passage.kind in ("item", "paragraph") and _promised(material, passage):
            start, end = passage.body, passage.end
            words = material.text[start:end]
            if _SHORTEST <= end - start <= _LONGEST and _fits(words):
                yield _made(material, passage, (start, end))


_WORDS = ("pledg", "promis", "commit", "undertak", "undertook", "vow", "our word", "intend",
          "what we", "what i", "what the", "planned for", "planned in")  # fmt: skip


def _fits(words: str) -> bool:
    plain = words.strip()
    led = plain.endswith(":") or _NONE.fullmatch(plain) is not None
    led = led or _SIGNED.fullmatch(plain) is not None
    told = _SAID.search(words) or PERFECT.search(words)
    return not led and told is None and _ASKED.search(words) is None


# "Ada Vale", "Cllr Tom Orr, Chair of the Panel": who signs below the list.
_SIGNED = re.compile(
    r"(?:[A-Z][\w’'.-]*)(?: [A-Z][\w’'.-]*){1,3}(?:,(?: (?:[A-Z][\w’'.-]*|of|for|and|the)){1,8})?"
)


def _promised(material: Material, passage: Passage) -> bool:
    """Whether the words above a list, or the heading above short lines, promise."""
    text = material.text
    if passage.lead is not None:
        lead = text[passage.lead.start : passage.lead.end]
        return _HEAD.fullmatch(lead.strip()) is not None or _LEAD.search(lead) is not None
    if passage.kind == "item":
        above = material.before(passage)
        while above is not None and above.kind == "item":
            if _mark(text, above) != _mark(text, passage):
                return False  # "(i)" below "4.": a list within a list, of something else
            above = material.before(above)
        if above is not None and _LEAD.search(text[above.start : above.end]):
            return True
    return _HEAD.fullmatch(passage.heading.strip()) is not None and (
        passage.kind == "item" or _line(text, passage)
    )


def _mark(text: str, passage: Passage) -> str:
    """The sort of mark that an item begins with: a number, a letter, a bullet."""
    mark = text[passage.start : passage.body].strip()
    return re.sub(r"[ivx]+|[a-z]", "a", re.sub(r"\d+", "1", mark))


def _line(text: str, passage: Passage) -> bool:
    """A line of its own that begins with a capital and is no sentence about somebody."""
    return text[passage.end - 1] not in ".!?" and passage.end - passage.start < _SHORT


_SHORT = 120


def _row(material: Material, passage: Passage) -> Iterator[Record]:
    block = material.canonical.blocks[passage.block]
    own = "owner" not in columns(block.header)
    for head, cell in zip(block.header, block.cells, strict=False):
        plain = head.strip()
        if _COLUMN.fullmatch(plain) is None and not (own and _OURS.fullmatch(plain)):
            continue
        words = material.text[cell.start : cell.end]
        if len(words.strip()) >= _SHORTEST and _fits(words) and words.strip() != plain:
            yield _made(material, passage, (cell.start, cell.end), _day_of(material, block))


def _day_of(material: Material, block: Block) -> Span | None:
    """The cell of a row that says by when."""
    at = columns(block.header).get("due")
    return block.cells[at] if at is not None and at < len(block.cells) else None


def _made(
    material: Material, passage: Passage, span: tuple[int, int], day: Span | None = None
) -> Record:
    words = material.text[span[0] : span[1]]
    voice = voice_of(material, passage, None, None, span)
    trimmed = span[0], span[0] + len(words.rstrip(" ;,\n").removesuffix("; and").rstrip(" ;,"))
    return commitment(
        material, passage, trimmed, voice, rule="commitment.listed", weight=75, day=day
    )

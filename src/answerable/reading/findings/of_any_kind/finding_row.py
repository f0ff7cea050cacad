"""One row of a table of findings: its cells by what they hold, and of what kind it is."""

import re
from dataclasses import dataclass

from answerable.reading.deadlines import deadline
from answerable.reading.findings.duties.duty_words import VERBS
from answerable.reading.findings.falling_short import FALLS_SHORT
from answerable.reading.findings.of_any_kind.finding_columns import TYPES, begins
from answerable.reading.layout.canonical_text import Block, Span
from answerable.reading.material import Material
from answerable.reading.modals import obliged


@dataclass(frozen=True, slots=True)
class Row:
    """A row of such a table: its cells by what they hold."""

    material: Material
    index: int
    block: Block
    where: dict[str, int]
    head: tuple[str, ...]

    def words(self, name: str) -> str | None:
        """The words of a cell on one line; None where it is empty or missing."""
        cell = self.cell(name)
        return (" ".join(self.material.canonical.exact(cell).split()) or None) if cell else None

    def cell(self, name: str) -> Span | None:
        """The place of a cell, if the row has it."""
        place = self.where.get(name)
        known = place is not None and place < len(self.block.cells)
        return self.block.cells[place] if known and place is not None else None


def headed(row: Row, name: str) -> str:
    """What "The force should…" heads below "Areas for improvement": such areas."""
    led = name == "recommendation" and begins(row.head[row.where[name]])
    return "improvement" if led and row.material.passage_of(row.index).section == "afi" else name


def of_its_number(row: Row, name: str) -> str:
    """ "AFI3" beside what stands under "Recommendation": its number says what it is.

    Below "HMICFRS said", which says of no row what it is, any code of a finding does.
    """
    number = row.words("number") or row.words("ref") or ""
    if name != "recommendation":
        return name
    if _AFI.match(number):
        return "improvement"
    if not _SAID.search(row.head[row.where[name]]):
        return name
    return next((kind for kind, one in (*_CODES, *_LETTERS) if one.search(number)), name)


_SAID = re.compile(r"\b(?:said|asked|wrote|found)\b", re.IGNORECASE)
_LETTERS = (("improvement", re.compile(r"^A[ .-]?\d{1,2}$")),)
_AFI = re.compile(r"\W*AFIs?\b|\W*AFI\d", re.IGNORECASE)
_OF_NUMBER = (
    ("cause", re.compile(r"\b(?:coc|cause)", re.IGNORECASE)),
    ("improvement", re.compile(r"\b(?:afi|area)", re.IGNORECASE)),
    ("recommendation", re.compile(r"\brec", re.IGNORECASE)),
)


# "HAR-24-C4", "CoC2", "AFI 3": what a row is, by the letters of its number.
_CODES = (
    (
        "cause",
        re.compile(
            r"(?:^|[\W\d_])(?:(?:C|CC)[ .-]?\d{1,2}[a-z]?"
            r"|C[oO]C(?:[ .-]?\d{1,2}[a-z]?)?)$"
        ),
    ),
    ("improvement", re.compile(r"(?:^|[\W\d_])AFI[ .-]?\d{1,3}[a-z]?$", re.IGNORECASE)),
    ("recommendation", re.compile(r"(?:^|[\W\d_])R(?:ec)?[ .-]?\d{1,3}[a-z]?$", re.IGNORECASE)),
)
# "attend incidents on time": what a line of a register of recommendations opens with.
_ORDERS = re.compile(
    rf"(?:To )?(?:{VERBS}|attend|have)\b(?! (?:is|was)\b)"
    r"|(?!(?:the|this|that|these|those|we|it|in|on|at|by|for|with|when|while|and|but|our|if|all|both"
    r"|under|from|of|after|since|where|who|not|no|only|given|despite)\b)[a-z-]+(?<!ing)(?<!ed)"
    r"(?<!s) (?:the|an?|its|their|how|whether|what|why|who|that|every|each|all|any|more|those"
    r"|these|this|no|one|two|three|sure|out|up|to)\b",
    re.IGNORECASE,
)


def implied(row: Row) -> str | None:
    """What the head of the numbers says that the text beside them is: "Rec no. | Wording"."""
    if any(name in row.where for name, _ in TYPES) or "text" not in row.where:
        return None
    place = row.where.get("number")
    of_number = row.head[place] if place is not None and place < len(row.head) else ""
    found = next((name for name, one in _OF_NUMBER if one.search(of_number)), None)
    found = found or _of_title(row)
    if found is None and FOUND.match(row.head[row.where["text"]]):
        if (coded := _by_code(row)) is not None:
            return coded
        return _by_words(row) if _OF_POLICE.search(row.material.text) else None
    return found


def _by_code(row: Row) -> str | None:
    """What "C1" or "A2" beside a finding says; "C2" beside an order is what was recommended."""
    code = row.words("number") or row.words("ref") or ""
    found = next((kind for kind, one in (*_CODES, *_LETTERS) if one.search(code)), None)
    orders = _ORDERS.match(row.words("text") or "") is not None
    return "recommendation" if found == "cause" and orders else found


def _of_title(row: Row) -> str | None:
    """What the title or the heading of a register says that its rows are, or their numbers."""
    title = f"{row.material.meta.title or ''} {row.material.passage_of(row.index).heading}"
    of_causes, of_others = OF_CAUSES.search(title), OF_OTHERS.search(title)
    code = row.words("number") or row.words("ref") or ""
    found = next((name for name, one in _CODES if one.search(code)), None)
    section = row.material.passage_of(row.index).section
    below = section == "afi" or (section == "recommendations" and "task" not in row.where)
    if found is None and below:
        return "improvement" if section == "afi" else "recommendation"
    if of_causes is None and of_others is None:
        return None
    words = row.words("text") or ""
    orders = next(obliged(words), None) is not None or _ORDERS.match(words) is not None
    if found is None and orders and "recommendation" in title.lower():
        return "recommendation"
    return found or (None if of_others else "cause")


OF_CAUSES = re.compile(r"\b[Cc]auses? (?:of|for) concern\b|\bCoCs?\b")
OF_OTHERS = re.compile(r"\brecommendations?\b|\bAFIs?\b|\bareas? for improvement\b", re.IGNORECASE)
FOUND = re.compile(
    r"\W*(?:(?:HMICFRS|HMIC|HMI|[Ii]nspect\w+)(?:[’']s)? )?[Ff]indings?\W*$"
    r"|\W*[Ww]hat (?:HMICFRS|HMIC|HMI|(?:the )?[Ii]nspect\w+) (?:found|said)\W*$"
)
# Only police and fire inspectors part what they find into these kinds.
_OF_POLICE = re.compile(r"\b(?:force|constabulary|police|fire and rescue)\b", re.IGNORECASE)


def _by_words(row: Row) -> str | None:
    """What a finding of such inspectors is: with a day, a recommendation; without, an area.

    What falls short is a cause of concern where a recommendation stands in the row below.
    """
    words = row.words("text") or ""
    if next(obliged(words), None) is not None:
        return "recommendation" if deadline(words, 0, len(words)) else "improvement"
    if not FALLS_SHORT.search(words):
        return None
    below = row.material.canonical.blocks[row.index + 1 : row.index + 2]
    if below and below[0].kind == "row" and row.where["text"] < len(below[0].cells):
        after = row.material.canonical.exact(below[0].cells[row.where["text"]])
        if next(obliged(after), None) is not None and deadline(after, 0, len(after)):
            return "cause"
    return "improvement"


# "Recommendation 2: By 31 March, map …": what the row is, said in its cell.
_LABEL = re.compile(
    r"(?:^\W*|(?<=[.;\n?])[ \n]?)(?P<kind>Recommendation|Cause of concern|Area for improvement"
    r"|AFI)(?: no\.?)?(?: ?\d[\w.]{0,4})?\s?[:–—-]\s+",
    re.IGNORECASE,
)


def labelled(words: str, at: int) -> list[tuple[str, Span]]:
    """The parts of a cell that opens with what it is: "Cause of concern: … Recommendation: …".

    `at` is where the words of the cell stand.
    """
    labels = list(_LABEL.finditer(words))
    if not labels or labels[0].start() > 0:
        return []
    ends = [*(one.start() for one in labels[1:]), len(words)]
    return [
        (
            next(name for name, one in TYPES if one.match(label["kind"])),
            Span(at + label.end(), at + end),
        )
        for label, end in zip(labels, ends, strict=True)
    ]

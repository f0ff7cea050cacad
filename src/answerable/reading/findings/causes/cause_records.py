"""The record of a cause of concern: its words, its theme, and whether it was sent early."""

import re

from answerable.reading.bodies_meant import named_body
from answerable.reading.clauses import Passage
from answerable.reading.findings.causes import cause_words as say
from answerable.reading.findings.duties.duty_records import body
from answerable.reading.material import Material
from answerable.reading.modals import MODAL
from answerable.reading.numbers import NUMBER
from answerable.reading.records import Record, Value, record

_ABOVE = 8  # sentences


_THEME = re.compile(
    rf"{say.TERM}[^.;]{{0,40}}?\b(?:about|relating to|related to|relates to|in relation to"
    r"|in respect of|with regard to|regarding|concerning|around|over) (?P<theme>[^.;:,]{3,120})",
    re.IGNORECASE,
)


def concern(
    material: Material,
    passage: Passage,
    start: int,
    rule: str,
    *,
    before: str = "",
    theme: str | None = None,
    whole: bool = False,
    weight: int = 85,
) -> Record:
    """A concern; `before` announces it; `whole` = to the end of its list item."""
    named = named_body(material, passage)
    end = _item_end(material, passage) if whole else passage.end
    own = material.text[passage.start : end]
    around = f"{passage.heading} {before} {own} {_spoken_above(material, passage)}"
    about = _THEME.search(own) or _THEME.search(before)
    start, end = _unquoted(material.text, start, end)
    given: dict[str, Value] = {
        "accelerated": say.EARLY.search(around) is not None,
        "theme": theme or (" ".join(about["theme"].split()) if about else None),
    }
    support, inferred = body(given, named, "institution")
    return record(
        "cause_of_concern",
        (start, end),
        rule,
        given=given,
        support=support,
        inferred=inferred,
        weight=weight,
    )


def _unquoted(text: str, start: int, end: int) -> tuple[int, int]:
    """Without the quotation marks around the whole."""
    if text[start] in '"“‘' and text[end - 1] in '"”’':
        return start + 1, end - 1
    return start, end


def _spoken_above(material: Material, passage: Passage) -> str:
    """The nearest sentence before that speaks of concerns, in the same part of the document."""
    at = passage
    for _ in range(_ABOVE):
        above = material.before(at)
        if above is None:
            return ""
        words = material.text[above.start : above.end]
        if say.OF_CONCERN.search(words) and above.kind != "heading":
            return words
        at = above
    return ""


def _item_end(material: Material, passage: Passage) -> int:
    """The end of a list item that states one concern in two or three short sentences."""
    block = material.canonical.blocks[passage.block]
    rest = material.text[passage.end : block.end].rstrip()
    short = block.end - block.start < 400
    alone = not short or MODAL.search(rest) or _WHAT_WAS_SEEN.match(rest)
    return passage.end if alone else passage.end + len(rest)


# Behind the concern, what was seen of it: "On a weekday we found 392 prisoners …".
_WHAT_WAS_SEEN = re.compile(
    r"\W*(?:(?:On|In|At|During|Over|Since|For example|We|Inspectors|Of)\b|[^.]{0,60}\b(?:we"
    r"|inspectors)"
    r" (?:found|saw|counted|heard|looked|examined)\b|(?:About |Nearly |Almost |Only |Some )?(?:\d|"
    rf"{NUMBER}))",
)

"""A letter as a Word file that a person edits: headings, quotes and gaps in styles of their own.

A gap is a paragraph in square brackets in the style “To be written”, so that Word can find and
count them. The checklist and what the register has of each finding stand on pages of their own at
the end, to be taken off before the letter goes out.
"""

import io
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any

from answerable.publishing.packs.word import begun, rezipped
from answerable.publishing.packs.word_body import clean

GAP = "To be written"
NOT_SENT = "[Draft, internal: it is not sent. Take this line out before it goes out.]"
ROOM_TO_SIGN = 48
"""Points between the close of a letter and the line of the signature."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerPart:
    """One finding: its heading, its exact words, by when it is asked for, what is said to it."""

    heading: str
    quote: str
    asked: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterFile:
    """A letter in its parts; `checklist`: step of the duty -> its date, or nothing.

    `signature`: its close, then who signs, in square brackets. `notes`: heading of a finding ->
    what the register has of it, for whoever writes.
    """

    title: str
    addressees: tuple[str, ...]
    opening: str
    comments: tuple[tuple[str, str], ...]
    answers: tuple[AnswerPart, ...]
    sender: str
    signature: tuple[str, ...]
    checklist: tuple[tuple[str, str], ...]
    notes: tuple[tuple[str, tuple[str, ...]], ...] = ()


def docx_bytes(letter: LetterFile, *, on: date, house: bytes | None = None) -> bytes:
    """The letter as a Word file; the same letter on the same day gives the same bytes.

    `house` is a Word file whose styles are used instead of ours.
    """
    made = begun(house)
    _properties(made, letter, on)
    _gap_style(made)
    _say(made, NOT_SENT)
    _say(made, "[Date]")
    for line in letter.addressees:
        _say(made, line)
    made.add_heading(clean(letter.title), level=1)
    _say(made, letter.opening)
    for heading, words in letter.comments:
        made.add_heading(clean(heading), level=2)
        _say(made, words)
    for answer in letter.answers:
        made.add_heading(clean(answer.heading), level=2)
        _say(made, answer.quote, style="Quote")
        if answer.asked:
            _say(made, answer.asked)
        _say(made, answer.words)
    _signed(made, letter)
    _checklist(made, letter)
    out = io.BytesIO()
    made.save(out)
    return rezipped(out.getvalue())


def _say(made: Any, words: str, *, style: str | None = None) -> None:
    gap = words.startswith("[") and words.endswith("]")
    made.add_paragraph(clean(words), style=GAP if gap else style)


def _signed(made: Any, letter: LetterFile) -> None:
    """The close, room for a signature, who signs and for which body: kept on one page."""
    from docx.shared import Pt  # noqa: PLC0415  # as above

    for line in (*letter.signature, letter.sender):
        _say(made, line)
    block = made.paragraphs[-len(letter.signature) - 1 :]
    for paragraph in block[:-1]:
        paragraph.paragraph_format.keep_with_next = True
    if letter.signature:
        block[0].paragraph_format.space_after = Pt(ROOM_TO_SIGN)


def _gap_style(made: Any) -> None:
    from docx.enum.style import WD_STYLE_TYPE  # noqa: PLC0415  # as above
    from docx.shared import RGBColor  # noqa: PLC0415  # as above

    if GAP in (style.name for style in made.styles):
        return
    style = made.styles.add_style(GAP, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = made.styles["Normal"]
    style.font.italic = True
    style.font.color.rgb = RGBColor.from_string("A84300")


def _checklist(made: Any, letter: LetterFile) -> None:
    made.add_page_break()
    made.add_heading("Before it goes out (take this page off)", level=2)
    for step, day in letter.checklist:
        _say(made, f"{step}: {day or 'not on record'}", style="List Bullet")
    if letter.notes:
        made.add_heading("From the register (take this off too)", level=2)
    for heading, told in letter.notes:
        made.add_heading(clean(heading), level=3)
        for words in told:
            _say(made, words, style="List Bullet")


def _properties(made: Any, letter: LetterFile, on: date) -> None:
    own = made.core_properties
    own.title, own.subject, own.language = clean(letter.title), "First draft of a reply", "en-GB"
    own.author = own.last_modified_by = own.comments = own.keywords = ""
    own.created = own.modified = datetime.combine(on, time(), UTC).replace(tzinfo=None)
    own.revision = 1

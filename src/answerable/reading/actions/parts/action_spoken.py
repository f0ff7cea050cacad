"""Whom "he", "she" or "them" means in minutes: the one whom the words before it name."""

import re

from answerable.reading.clauses import Passage
from answerable.reading.material import Material
from answerable.reading.people.post_words import POSTS
from answerable.reading.roles import NAME

_OBJECT = re.compile(r"(?:him|her|them)\b")
# "She" is no Mr, "he" no Ms.
_OTHER = {
    "he": re.compile(r"(?:Ms|Mrs|Miss|Dame|Lady|Madam)\b"),
    "she": re.compile(r"(?:Mr|Sir|Lord|Father)\b"),
}
_SAME = {"him": "he", "her": "she"}
_FAR = 3  # sentences back, of which those that name nobody are passed over
_BY_INITIALS = re.compile(r"\b[A-Z]{2,3}\b(?= [a-z])")
_RANK = (
    r"(?:(?:T/|A/|D/|Temporary |Acting |Detective |Chief |Area |Group |Station |Watch )*"
    r"(?:CC|DCC|ACC|ACO|Supt|Superintendent|Insp|Inspector|DCI|DI|DS|CI|Sgt|Sergeant|PC|PCSO|AM|GM"
    r"|SM|Commander|Constable|Manager))"
)
_NAMED = re.compile(
    rf"(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Rev|Canon|Sir|Dame|Lady|Lord|Col|Cllr|Councillor"
    rf"|{_RANK})\.? (?!of\b)[A-Z][\w’'-]+(?: [A-Z][a-z][\w’'-]+)?"
    r"|(?:[Tt]he )?(?P<post>(?:(?:Deputy |Assistant )?"
    r"(?:Chief (?:Constable|Executive|Officer|Fire Officer|Finance Officer|Nurse|of Staff)"
    r"|(?:Police and Crime )?Commissioner|Head Teacher)|Treasurer|Governor|Monitoring Officer"
    r"|(?:Director|Head) of [A-Z]\w+(?: (?:and |of )?[A-Z]\w+)*"
    r"|(?<=[Tt]he )(?:[Cc]lerk|(?:[A-Z][a-z]+ ){1,2}(?:Manager|Director|Officer|Lead|Secretary"
    r"|Nurse|Solicitor)|Director|Secretary|Solicitor|Mayor|Chair(?:man|woman)?"
    r"|(?:Area|Group|Station) Manager|ACC|DCC|CFO|ACFO)\b))"
    rf"|(?!The ){NAME})"
)
_HEAD = re.compile(r"\W*(?:[A-Z]{0,4}\d[\w./-]*\W+)?(?:[A-Z][A-Z’' ]{3,}[.:] )?")


def spoken_of(
    material: Material, passage: Passage, pronoun: str, before: int | None = None
) -> str | None:
    """Whom a pronoun means: the only one named before it, or the one of whom a sentence tells.

    `before`: where in the passage its own words end that may name somebody; None for "him" and
    "her", whose own sentence tells of whoever asks.
    """
    she = pronoun.strip().lower().split("’", 1)[0]
    other = _OTHER.get(_SAME.get(she, she))
    if before is not None and not _OBJECT.match(she):
        named = _named_in(material, passage.start, before, other)
        if named:
            return _one(material, passage.start, named)
    above = material.before(passage)
    for _ in range(_FAR):
        if above is None or above.block != passage.block:
            return None
        named = _named_in(material, above.start, above.end, other)
        if named:
            return _one(material, above.start, named)
        above = material.before(above)
    return None


def _one(material: Material, start: int, named: dict[str, int]) -> str | None:
    """The only one of them; of two or more the one with whom the sentence begins."""
    first = next(iter(named))
    head = _HEAD.match(material.text, start)
    begins = head is not None and named[first] <= head.end()
    return first if len(named) == 1 or begins else None


def _named_in(
    material: Material, start: int, end: int, other: re.Pattern[str] | None
) -> dict[str, int]:
    """Whom a stretch of text names, in order, and where: by post, name, or initials of a list."""
    found: list[tuple[int, str]] = []
    for one in _NAMED.finditer(material.text, start, end):
        words = one["post"] or one.group()
        if other is not None and other.match(words):
            continue
        if one["post"] or words.split()[-1] not in POSTS or words in material.directory:
            found.append((one.start(), words))
    for one in _BY_INITIALS.finditer(material.text, start, end):
        if one.group() in material.directory:
            found.append((one.start(), one.group()))
    named: dict[str, int] = {}
    for at, words in sorted(found):
        named.setdefault(words, at)
    return named

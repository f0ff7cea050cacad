"""What a letter asks its reader to send or to tell, by a day: "send me an action plan by 7 March".

The owner is whom the letter is written to. Without a day it is courtesy and no action.
"""

import re
from collections.abc import Iterator

from answerable.reading.actions.action_fields import action
from answerable.reading.clauses import Passage
from answerable.reading.deadlines import deadline
from answerable.reading.material import Material
from answerable.reading.people.attendance import Sighting
from answerable.reading.records import Record

_LETTER = re.compile(r"^\W*Dear\b|^(?:From|To): ", re.MULTILINE)
_SEND = (
    r"(?:send|submit|supply|provide|forward|reply|respond|let (?:us|me) have|give (?:us|me)"
    r"|write to (?:us|me)|tell (?:us|me)|report (?:back )?to (?:us|me)|return|share|confirm)\b"
)
_ASKS = (
    re.compile(
        r"\b(?:expect|ask|asking|require|need|want|would like|invite|request)s? (?:that )?"
        r"(?:you|your \w+|(?:the|this) (?:force|service|trust|council|authority|chief constable))"
        rf"(?: now| also)?(?: to)? (?P<do>{_SEND}[^.;?]{{8,240}})",
        re.IGNORECASE,
    ),
    re.compile(rf"\b[Pp]lease(?: would you| could you)? (?P<do>{_SEND}[^.;?]{{8,240}})"),
    re.compile(
        rf"\b(?:[Cc]ould|[Ww]ould|[Ww]ill) you(?: please| kindly)? (?P<do>{_SEND}[^.;?]{{8,240}})"
    ),
    re.compile(rf"\bgrateful if you (?:would|could) (?P<do>{_SEND}[^.;?]{{8,240}})"),
    re.compile(
        r"\b(?:[Yy]ou|[Tt]he (?:force|service|trust|chief constable)) (?:should|must|need to"
        r"|needs to"
        rf"|(?:is|are) (?:now )?(?:required|asked|expected) to) (?P<do>{_SEND}[^.;?]{{8,240}})"
    ),
    re.compile(
        r"\b(?:[Ww]e|I) (?:now |also )?(?:expect|require|look forward to receiving|await) (?:to "
        r"(?:receive|have|see) )?(?P<do>(?:an?|the|your) (?:\w+ ){0,3}(?:plan|response|reply"
        r"|report"
        r"|update|account|proposals?|explanation)\b[^.;?]{0,200})"
    ),
)
_NOT = re.compile(r"\b(?:not|never|if you (?!would|could)|unless|whether)\b")
_KINDS = ("inspection-letter", "statement", "other")
_LONGEST = 600  # characters of a sentence


def records(material: Material) -> Iterator[Record]:
    """One action for each sentence of a letter that asks for something by a day."""
    if material.profile.type not in _KINDS or not _LETTER.search(material.text[:3000]):
        return
    owner = addressee(material)
    for passage in material.passages:
        words = material.text[passage.start : passage.end]
        if passage.kind in ("row", "heading") or len(words) > _LONGEST or _NOT.search(words):
            continue
        match = next((one for form in _ASKS if (one := form.search(words))), None)
        due = deadline(material.text, passage.start, passage.end)
        if match is None or due is None or due.due is None:
            continue
        yield _action(material, passage, match, owner)


def addressee(material: Material) -> str | None:
    """The post, else the name, of the one person to whom a letter is written."""
    to: list[Sighting] = [one for one in material.sightings if one.presence == "addressee"]
    names = {one.name for one in to}
    if len(names) != 1:
        return None
    return next((one.role for one in to if one.role), None) or to[0].name


def _action(
    material: Material, passage: Passage, match: re.Match[str], owner: str | None
) -> Record:
    span = passage.start + match.start("do"), passage.start + match.end("do")
    return action(material, passage, span, "action.letter", owner=owner, ref=None, weight=63)

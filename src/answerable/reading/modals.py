"""Who should, must or needs to: the clause of duty, found from its verb outwards.

The verb is found first and its subject is read leftwards from there, so that the time is
linear in the length of the sentence.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from answerable.reading.worded import worded

MODAL = worded(
    "are required to|has to|have to|is required to|must|need to|needs to|ought to|should",
    r"\b(?P<modal>should(?!n[’']t)|must(?!n[’']t)|needs? to|ought to|is required to"
    r"|are required to|has to|have to)\b",
    re.IGNORECASE,
)
MAY = r"(?<!\d )(?<!\bin )(?<!\bof )(?<!\bsince )may(?! (?:19|20)\d\d)"
"""“It may be good”, and not the month of “in May 2024” or “14 May”."""
REACH = 190
SUBJECT = (
    r"(?:(?:the |this |all |each |every |its )?(?:force|forces|service|services|constabulary"
    r"|trust|council|local authority|authority|provider|school|hospital|prison|unit|partnership"
    r"|leaders|managers|governor|inspectorate|government|organisation|commissioner"
    r"|chief constables?|chief fire officer|chief executive|registered manager"
    r"|college of policing|home office|ministers|NPCC|PCC|it|they|you|we)"
    r"|(?:the )?(?-i:[A-Z])[\w’&'-]*(?: (?:and|of|&|the|for|(?-i:[A-Z])[\w’&'-]*)){0,7})"
)
"""Whom a duty may be put on, by its words."""
NOT_TAKEN = re.compile(
    r"(?:be |is |are )?(?:also )?(?:noted?s?|received?s?|approved?s?|agreed?s?|endorsed?s?"
    r"|accepted?s?"
    r"|welcomed?s?|thanked?s?|considered?s?|delegated?s?|support(?:s|ed)?|adopted|comments?)\b",
    re.IGNORECASE,
)
"""What a meeting does with a paper is no duty of anybody."""
_WHEN_WORD = (
    r"(?:immediately|as a matter of urgency|urgently|now|also|then|therefore|further"
    r"|clearly)"
)
_DAY = r"(?:\d{1,2}(?:st|nd|rd|th)? )?(?:[A-Z][a-z]{2,8})(?: \d{4})?"
_WHEN_AFTER = re.compile(
    rf"(?:,? (?:{_WHEN_WORD}|(?:by|within|before|no later than) [^,:;.]{{3,60}}(?=[,:])"
    rf"|(?:by|before|no later than) (?:the )?(?:end of )?(?-i:{_DAY})(?= [a-z])"
    r"|within (?:the next )?[\w-]+ (?:days|weeks|months|years)(?= [a-z])),?)*",
    re.IGNORECASE,
)
# "By 1 October 2031 the commissioner should …": the date is no part of who.
_DATE_FIRST = re.compile(
    r"\W*(?:[Bb]y|[Ww]ithin|Before|No later than|With immediate effect|Immediately)\b,?"
    r"(?: (?:the )?(?:end of )?(?:\d{1,2} )?[A-Z][a-z]{2,8},?(?: \d{4})?,?"
    r"| (?:the )?(?:next )?(?:[\w-]+ ){1,2}(?:days|weeks|months|years),?)? (?=[a-z]|[A-Z])"
)
# "23 The Ministry should", "4.2 The force must": the number is no part of who.
_NUMBER_FIRST = re.compile(
    r"\W*(?:\d{1,3}(?:\.\d{1,2}){0,2}[.):]?|R\d{1,2}[.:]?|\(?[a-z]\)) (?=[A-Z])"
)
# "…, and said the force should review": who says it is no part of who.
_SAID_FIRST = re.compile(
    r"(?:and|but|while) (?:also )?(?:said|says|added|warned|found|recommended|recommends|concluded"
    r"|told them|stressed)(?: that)? (?=(?:the|all|each|every|both|its|it|they|[A-Z]))"
)
# "To put this right the force should …": the aim is no part of who.
_AIM_FIRST = re.compile(
    r"(?:[Tt]o|[Ii]n order to) [^,;:.]{3,90} (?=(?:the|this|all|each|every|both) (?:force|service"
    r"|constabulary|trust|council|authority|provider|school|prison|governor|unit|partnership"
    r"|commissioner|chief)s?\b)"
)
# "all forces which haven't already done so should …"
_RELATIVE = re.compile(
    r",? (?:which|who|that) (?:(?:have|has|had|do|does|are|is|need|use|still|already|were|was)\b"
    r"|(?:have|has|do|does|are|is)n[’']t\b)[^,;:.]{1,70},?$",
    re.IGNORECASE,
)
_WHEN_BEFORE = re.compile(rf"(?:,| )\s*{_WHEN_WORD},?$", re.IGNORECASE)
_ASIDE = re.compile(r", [^,;:.]{3,90},$")
_DATE_ASIDE = re.compile(r" (?:by|within|before|no later than) [^,:;.]{3,60},?$", re.IGNORECASE)
_BREAK = re.compile(r"[,;:.!?][\"”’']? |\bthat |\bwhere |\bwhich |\bbut |\bso |\bbecause |\n")
# "should nothing have changed, we could close the home": a condition, and no duty.
_INVERTED = re.compile(
    r"should (?:nothing|anything|anyone|anybody|any|it|this|that|they|we|you|he|she|the|there"
    r"|further)\b",
    re.IGNORECASE,
)
_NOT_SUBJECT = re.compile(
    r"^(?:it is|there|this|that|what|who|which|how|why|when|more|as|if|and|but|or|not|than|to"
    r"|of)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Obliged:
    """A duty in a sentence: offsets of who, of the verb and of what is to be done."""

    who: tuple[int, int]
    modal: str
    verb: int
    end: int


def obliged(words: str) -> Iterator[Obliged]:
    """Every duty of a sentence whose subject stands before its verb."""
    for match in MODAL.finditer(words):
        if _INVERTED.match(words, match.start()):
            continue
        start = max(0, match.start() - REACH)
        left = words[start : match.start()].rstrip()
        while True:
            cut = (
                _WHEN_BEFORE.search(left)
                or _ASIDE.search(left)
                or _DATE_ASIDE.search(left)
                or _RELATIVE.search(left)
            )
            if cut is None:
                break
            left = left[: cut.start()]
        left = left.rstrip(" ,")
        begin = 0
        for stop in _BREAK.finditer(left):
            begin = stop.end()
        numbered = _NUMBER_FIRST.match(left, begin)
        begin = numbered.end() if numbered else begin
        dated = _DATE_FIRST.match(left, begin)
        begin = dated.end() if dated else begin
        said = _SAID_FIRST.match(left, begin)
        begin = said.end() if said else begin
        aim = _AIM_FIRST.match(left, begin)
        begin = aim.end() if aim else begin
        who = left[begin:]
        if not who.strip() or len(who.split()) > 14 or _NOT_SUBJECT.match(who):
            continue
        after = _WHEN_AFTER.match(words, match.end())
        yield Obliged(
            (start + begin, start + begin + len(who)),
            match.group("modal"),
            match.start(),
            after.end() if after else match.end(),
        )

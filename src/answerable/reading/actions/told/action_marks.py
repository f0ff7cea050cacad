"""Where minutes mark an action: "Action:", "ACTION 1/24 –", "AP4 –", "[Action: JB]"."""

import re
from collections.abc import Iterator

from answerable.reading.actions.parts.action_words import DO, DOES, NEXT_OWNER, OWNER
from answerable.reading.worded import worded

_REF = r"(?:[Nn]o\.? ?)?[#(]?(?:[A-Z]{0,5}[/-]?\d[\w/.-]*|[ivx]{1,4}|[A-Z](?=[:.]))?\)?"
_BEHIND = (
    r"(?: (?:POINTS?|ITEMS?|REQUIRED|AGREED|ARISING|[Pp]oints?|[Ii]tems?|[Rr]equired|[Aa]greed"
    r"|[Aa]rising|for 20\d\d[/–-]\d\d))?"
)
MARK = re.compile(
    r"(?:^|(?<=[\s(\[*|]))(?P<mark>(?:(?:NEW|New|FURTHER|Further|AGREED|Agreed|KEY|Key"
    r"|Outstanding) )?"
    r"(?:ACTIONS?|Actions?|(?:Agreed|AGREED|New|Further|Key|Outstanding) actions?|(?:Planned"
    r"|Proposed|Corrective|Remedial"
    r"|Immediate|Further) actions?)"
    rf"{_BEHIND})\s*(?P<ref>{_REF})\s*(?:[:–—]|[-|](?=\s))[:–—-]*\s*(?=\S)"
)
BARE_MARK = re.compile(
    rf"(?:^\*{{0,2}}|(?<=\n)|(?<=[.;)] ))(?P<mark>ACTION|Action)\*{{0,2}}"
    rf"(?: (?P<ref>(?:[A-Z]{{1,4}}[/-])?\d[\w/.-]*))? (?={OWNER}{DOES}"
    rf"|{DO}\b(?! (?:plan|log)))"
)
# ">> GN to give feedback": an arrow marks what is to be done.
ARROW = worded(
    "=>|>>|→|▶|➔|➜",
    rf"(?:^|(?<=\s))(?P<mark>>>|=>|→|➔|➜|▶)\s*(?={OWNER}(?:{DOES}|: (?i:{DO})\b|: [A-Z]{{2,4}}-))",
)
# "AP4 – TB to write …", "9/31 – DCC to circulate …".
REF_STARTS = re.compile(
    r"^(?P<ref>(?:(?!R\d|Q\d|COC|AFI|REC)[A-Z]{1,5}[-/ ]?\d{1,4}(?:[/-]\d{2,4})?|\d{1,4}/\d{2,4}"
    rf"|[Nn]o\.? ?\d{{1,3}})[A-Z/]*)(?:\s*[-–:.)]\s*|\s+)(?={OWNER}{DOES}(?!be\b)"
    rf"|(?!(?:Note|Review|Report|Plan|Access|Test|Contact|Lead|Chair|Issue)\b|[A-Z]{{2}})"
    rf"(?i:{DO})\b)"
)
# "Action by: W Arkell": who does what stands before.
WHO_LABEL = worded(
    "ACTION|Action",
    r"(?:^|(?<=[\s(\[]))(?:ACTION|Action)(?:"
    r" (?:[Bb]y|BY|[Ff]or|FOR|[Oo]wner|[Oo]n|[Ll]ead|[Ww]ith)(?: whom)?\s*[:–—-]+\s*(?=[A-Z])"
    r"| (?:[Ff]or|FOR|[Oo]n|ON|[Bb]y|BY) (?=[A-Z][^:\n]{1,50}:)"
    rf"|(?: (?:[Pp]oint|POINT|[Ii]tem|ITEM|[Nn]o\.?))?(?: (?P<ref>{_REF}))? ?"
    r"\((?=[A-Z][^()\n]{1,60}\)\s*[:–-])"
    r"|(?-i:(?<=ACTION)|(?<=Action)) (?=[A-Z]{2,4}(?:[/&][A-Z]{2,4}){0,3}\s?[:–—-] ?[a-z]))",
)


def marks(words: str) -> Iterator[re.Match[str]]:
    """The marks of a passage, in order."""
    if "ction" not in words and "CTION" not in words:
        yield from [*ARROW.finditer(words)] or [one for one in (REF_STARTS.match(words),) if one]
        return
    found = [*MARK.finditer(words)] or [*BARE_MARK.finditer(words)]
    found = found or [*ARROW.finditer(words)] or [one for one in (REF_STARTS.match(words),) if one]
    yield from found


_OWNERS_ONLY = 60  # "Chief Constable and Director of Policing to …" names two owners of one task


# "Actions: (1) RT to order keys; (2) SB to ring the bank".
_NUMBERED = re.compile(r"(?:^\W{0,2}|[;,.] (?:and )?)\((?:\d{1,2}|[a-h]|[ivx]{1,4})\) ")


def apart(words: str, start: int) -> Iterator[tuple[int, int]]:
    """Spans of the tasks of a marked line: by their numbers, and then by their owners."""
    numbers = list(_NUMBERED.finditer(words))
    if not numbers or numbers[0].start():
        yield from owners_apart(words, start)
        return
    for place, one in enumerate(numbers):
        last = place + 1 == len(numbers)
        stop = len(words) if last else numbers[place + 1].start()
        yield from owners_apart(words[one.end() : stop], start + one.end())


# "RK – new signs; VS – minutes to the Minister": what each is to do, without a verb.
_WHO_NOTED = r"[A-Z][\w’'-]*(?:[ /&][A-Z][\w’'-]*)? ?[–—:] "
_NOTED = re.compile(rf"\W*{_WHO_NOTED}")
_NEXT_NOTED = re.compile(rf"; (?={_WHO_NOTED})")


# "Volunteers to return cards; Sue to ask for a tour".
_NEXT_NAMED = re.compile(rf"; (?=[A-Z][\w’'-]*(?: [\w’'-]+){{0,3}}? to {DO}\b)")


def owners_apart(words: str, start: int) -> Iterator[tuple[int, int]]:
    """Spans of "RS to bring … and HM to share …", one for each owner; `start` is of `words`."""
    at = 0
    noted = _NOTED.match(words) is not None
    joints = [] if noted else list(_NEXT_NAMED.finditer(words))
    joints = joints or list((_NEXT_NOTED if noted else NEXT_OWNER).finditer(words))
    for match in joints:
        whole = noted or at > 0 or " to " in words[: match.start()] or match.start() > _OWNERS_ONLY
        if match.start() - at > 12 and whole:
            yield start + at, start + match.start()
            at = match.end()
    yield start + at, start + len(words)


def ref_of(mark: re.Match[str]) -> str | None:
    """The number of a mark as written, without its brackets."""
    ref = (mark.groupdict().get("ref") or "").strip(" ()#")
    return re.sub(r"^[Nn]o\.? ?", "", ref).rstrip(".") or None

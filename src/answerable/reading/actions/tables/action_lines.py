"""Lines of a list of actions, read as rows are: a number, who, what, by when, how it stands.

Below "Actions", "To do" or "What happens now" each line has the same parts in the same order,
whatever signs part them: "Comms: a page a week", "SM – circulate the draft – 10 March", "Badge
audit. Head of Security. Ongoing." What the parts are is told by the list and not by one line:
where most lines begin, or end, with somebody, so do the others.
"""

import re
from collections.abc import Iterator, Sequence

from answerable.reading.actions.parts.action_fields import action
from answerable.reading.actions.parts.action_line_parts import LEAST, Line, is_day, line_of
from answerable.reading.clauses import Passage
from answerable.reading.layout.canonical_text import Block
from answerable.reading.material import Material
from answerable.reading.records import Record

_NEVER = ("news", "press-release", "agenda")
_REPORTS = ("inspection-report", "inspection-letter")
_NOT_BELOW = ("recommendations", "afi", "cause", "definitions", "practice", "grades")
_KIND = (
    r"(?:action(?:s| (?:points?|items?|list|log|notes?|sheet|tracker))?|tasks?(?: list)?"
    r"|jobs?(?: list)?"
    r"|to[- ]?do(?:s| list)?|things to do|next steps|follow[- ]?ups?|homework"
    r"|who(?:[’']?s| is| does|[’']s doing| is doing| will do)? ?(?:doing |does )?what"
    r"|what happens (?:now|next)|what we (?:agreed|settled|asked for))"
)
_HEAD = re.compile(
    r"\W*(?:\d{1,2}[.)]? )?(?:(?:summary of|list of|the|our|new|agreed|outstanding|open|key"
    r"|further|other|immediate|carried forward|team|meeting|weekly|and)\b ?)*"
    rf"{_KIND}(?!\w)(?P<more>[^.?!\n]{{0,60}}?)\W*$",
    re.IGNORECASE,
)
# "Tarn Fleet Board action sheet": the title of a paper that is such a list, with a day below it.
_SHEET = re.compile(
    r"\W*[A-Z][^.:?!|\n]{2,70}? actions? (?:sheet|log|list|tracker|points|note)s?\W*$",
    re.IGNORECASE,
)
_AS_AT = re.compile(
    r"\W*(?:(?:as (?:at|of)|updated|last updated|position at|at|on|date:?|meeting of|from)\b ?)*"
    r"[^a-z]{0,12}(?:\w+day,? )?\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]+ \d{4}\W*$",
    re.IGNORECASE,
)
# "Carried forward from July": a list of actions goes on.
_MORE = re.compile(
    r"\W*(?:carried|brought) (?:forward|over)\b[^.:]{0,40}\W*$|\W*(?:new|old|open|outstanding|from"
    r" (?:the )?last (?:time|meeting))\W*$",
    re.IGNORECASE,
)
# "Sorry to have missed you. Jobs for next week:", "Who does what before we meet:".
_LEAD = re.compile(rf"(?:^|[.!?] |\b(?:are|about|the|of) ){_KIND}\b[^.?!:]{{0,60}}:\W*$", re.I)
# "Actions taken", "Action plan", "actions we told the trust to take": other things.
_OTHER = re.compile(
    r"\b(?:taken|complet\w+|closed|done|plan|plans|must|should|told|since|against|status|fraud"
    r"|none|required by|within|decision)\b",
    re.IGNORECASE,
)
_ENDS = re.compile(
    r"\W*(?:\d{1,2}[.)] )?(?:(?:date (?:of|and time of) )?(?:the )?next\b(?: (?:meeting|call|time"
    r"|board|panel|session))?\W*(?:\d|$|(?-i:[A-Z])|on\b|is\b|will\b)|meeting \d|date of"
    r"|any other|aob\b|close\b|the meeting|page \d|copy to|cc\b|distribution|thank you|thanks"
    r"|kind regards|regards|yours)",
    re.IGNORECASE,
)
# What is, was or will be so is told, and nobody's task.
_TOLD = re.compile(
    r"\b(?:is|was|were|said|says|thinks?|thought|noted|reported|agrees|asked|apologies)\b"
)
# "MR to write to the firm. MR is still waiting", "compile a list. (SL) this was done": behind the
# task, how it stands.
_NEXT = re.compile(r"\.(?: \([A-Z][\w &/,]{0,20}\))? (?=[A-Z]|this |these |it )")
_SINCE = re.compile(
    r"\b(?:is|are|was|were|has|have|had) (?:still |now |not |yet |also |been |being )*[a-z]+"
    r"(?:ed|ing|en|nt|ut|one|ade)\b|\b(?:updated|reported|confirmed|attended|met|said)\b"
)
_HEAD_LONGEST = 110  # characters of a head
_LONGEST = 240  # characters of a line of a list


def records(material: Material) -> Iterator[Record]:
    """One action for each line of each list of actions whose lines say who."""
    if material.profile.type in _NEVER:
        return
    for below in _lists(material):
        lines = [one for one in (line_of(material, *two) for two in below) if one is not None]
        yield from _read(material, lines)


def _lists(material: Material) -> Iterator[list[tuple[Passage, Block]]]:
    """The lines below each head of a list of actions."""
    blocks = material.canonical.blocks
    report = material.profile.type in _REPORTS
    firsts: dict[int, Passage] = {}
    for passage in material.passages:
        firsts.setdefault(passage.block, passage)
    run: list[tuple[Passage, Block]] | None = None
    heading = ""
    for index, passage in firsts.items():
        block = blocks[index]
        words = material.text[block.start : block.end]
        more = bool(heading) and passage.kind == "heading" and _MORE.match(words)
        if more or _opens(words, passage, report=report):
            if run:
                yield run
            run, heading = [], passage.heading
            continue
        if run is None or (not run and _AS_AT.match(words)):
            continue
        if _goes_on(words, block, passage, run, heading):
            run.append((passage, block))
            continue
        yield run
        run = None
    if run:
        yield run


def _opens(words: str, passage: Passage, *, report: bool) -> bool:
    if passage.kind == "row" or passage.section in _NOT_BELOW:
        return False
    tail = words[-_HEAD_LONGEST:]
    if words.endswith(":") and _LEAD.search(tail) and not _OTHER.search(tail):
        return True
    if len(words) > _HEAD_LONGEST:
        return False
    if _SHEET.match(words) and not _OTHER.search(words):
        return not report
    head = _HEAD.match(words)
    if head is None or _OTHER.search(words):
        return False
    short = passage.kind == "heading" or words.rstrip()[-1:] == ":" or not head["more"].strip()
    short = short or head["more"].strip().startswith("(")
    return (short or words.isupper()) and not (report and head["more"].strip())


def _goes_on(
    words: str, block: Block, passage: Passage, run: Sequence[tuple[Passage, Block]], heading: str
) -> bool:
    if block.kind in ("row", "heading") or len(words) > _LONGEST or _ENDS.match(words):
        return False
    if run and run[-1][1].kind == "item" != block.kind:
        return False
    return not run or passage.heading == heading or passage.kind == "item"


def _read(material: Material, lines: Sequence[Line]) -> Iterator[Record]:
    """The actions of a list whose lines mostly begin, or end, with somebody."""
    told = sum(_TOLD.search(material.text, one.start, one.end) is not None for one in lines)
    if not lines or 2 * told > len(lines):
        return
    if len(lines) == 1 and lines[0].passage.kind not in ("item", "key_value"):
        return
    fronts = _agree([(one.first, one.sure_first) for one in lines])
    backs = not fronts and _agree([(one.last, one.sure_last) for one in lines])
    if not fronts and not backs:
        return
    for one in lines:
        if one.passage.kind == "paragraph" and not (one.first if fronts else one.last):
            return  # the list has ended, and the paper goes on
        named_behind = backs and one.sure_last
        front = one.first if fronts or (one.sure_first and not named_behind) else None
        back = one.last if front is None and (backs or one.sure_last) else None
        start = one.begin if front else one.start
        end = one.close if back else one.end
        more = _NEXT.search(material.text, start + LEAST, end) if front else None
        if more is not None and _SINCE.search(material.text, more.end(), end):
            end = more.start()
        who = front or back
        if end - start < LEAST or is_day(material.text[start:end].strip()):
            continue
        if who is None and _TOLD.search(material.text, start, end):
            continue
        yield action(
            material,
            one.passage,
            (start, end),
            "action.line",
            owner=_named(material.text[who[0] : who[1]]) if who else None,
            ref=one.ref,
            weight=91,
            due_words=material.text[one.due[0] : one.due[1]] if one.due else None,
        )


def _named(words: str) -> str | None:
    """Who it is; nobody for "somebody (tbc)"."""
    plain = words.strip(" *.")
    return None if _NOBODY.match(plain) else plain


_NOBODY = re.compile(r"(?:somebody|nobody|no one|tb[ca]|vacan\w+)\b", re.IGNORECASE)


def _agree(parts: Sequence[tuple[tuple[int, int] | None, bool]]) -> bool:
    """Whether most lines have such a part, and one at least is surely somebody."""
    have = sum(part is not None for part, _ in parts)
    sure = sum(one for _, one in parts)
    return sure > 0 and 2 * have > len(parts)

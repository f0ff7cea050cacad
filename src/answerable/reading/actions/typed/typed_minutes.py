"""What a note-taker types under an item, line by line: questions, answers, actions, prose.

`Q: …` or `Asked: …` is a question, `A: …` or `Answered: …` an answer, `Action: …` an action; any
other line is prose. `Q to DCC: …` asks an office; `A: …` is then its answer, and `A by ACC: …`
(also `A from`, `A of`, `A (ACC)`) that of another. `Action: …` in a line after a full stop is an
action too, and so is a sentence that tells who took something on: `DCC agreed to send the list by
Friday.`, `ACC Osei to send it`, `Agreed: DCC to send it`, `agreed DCC will send it`, `It was
agreed that the DCC would send it`, `DCC will send it by Friday`; after `Note:` a line stays prose.
It says who and by when in one line, in any of the usual ways (`typed_action.py`, `typed_due.py`).
What was not recognised is said, never guessed. Dates are read as in documents and logs.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import date

from answerable.reading.actions.typed.typed_action import (
    Kind,
    Typed,
    action,
    asks,
    names_post,
    office,
    undertakes,
)

_WHO = r"(?: (?:to|by|from|of) (?P<who>[^:()]{2,40})|\s?\((?P<inside>[^:()]{2,40})\))?"
_INSIDE = re.compile(r"(?<=[.;!?])\s+(?=Actions?\s*:)", re.I)
_SENTENCE = re.compile(r"(?<=[.;!?])\s+(?=[A-Z])")
_KINDS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("question", re.compile(rf"(?:Q|Question|Asked){_WHO}\s*:\s*", re.I)),
    ("answer", re.compile(rf"(?:A|Answer|Answered){_WHO}\s*:\s*", re.I)),
)
_ACTION = re.compile(
    r"Actions?(?:\s*[:–—-]\s*| (?:for|on) (?=[^:\n]{2,80}:)|\s?(?=\([^:()\n]{2,40}\)\s*:))", re.I
)
_INSIDE_BRACKETS = re.compile(r"\((?P<who>[^:()\n]{2,40})\)\s*:\s*")
_OWNER_DASH = re.compile(
    r"Actions? (?P<who>[^:\n–—-]{2,40}?)\s*[–—-]\s+(?P<rest>\S.*)", re.IGNORECASE
)
"""“action ACC - review the board”: the post stands between the mark and its words."""
_CAPITALS = "ACTION "
_AGREED = re.compile(r"Agreed\s*[:–—-]\s+(?P<rest>\S.*)", re.IGNORECASE)
_AGREED_THAT = re.compile(
    r"(?:(?P<by>[^,;:.]{2,40}) )?(?:also )?agreed (?P<that>that )?(?P<who>(?:the )?[^,;:]{2,40}?)"
    r" (?:would|will|should|is to|to) (?!be\b|have\b|not\b)(?P<task>[a-z].*)",
    re.IGNORECASE,
)
"""“It was agreed that the DCC would …”, “agreed DCC will …”, “PCC agreed that the ACC would …”."""
_ALL = re.compile(r"it was|we|all|members|the (?:board|panel|committee|meeting)", re.IGNORECASE)
_PROSE = re.compile(r"(?:Note|Noted|Prose)\s*:\s+", re.IGNORECASE)
"""Before a line that stays as it is typed, though it reads as an action."""


def lines(
    words: str, *, met: date, following: date | None = None, owners: Collection[str] = ()
) -> tuple[Typed, ...]:
    """The lines under an item, understood on the day of the session.

    `following` is the day of the session after it, if one stands in the plan: “by next session”.
    `owners`: who owns actions already; typed exactly so after the mark of an action, it is theirs.
    An answer that names nobody is the answer of whoever was asked before it.
    """
    made: list[Typed] = []
    asked: str | None = None
    for line in words.splitlines():
        for part in _parts(line):
            one = _line(part.strip(), met, following, owners)
            if one.kind == "question":
                asked = one.office
            if one.kind == "answer" and one.office is None:
                one = replace(one, office=asked)
            made.append(one)
    return tuple(made)


def _parts(line: str) -> Iterator[str]:
    """A line cut where an action begins in it, and around each sentence that tells of one.

    After a mark the words are whole: what was asked or answered may tell of an undertaking too.
    """
    for part in filter(None, map(str.strip, _INSIDE.split(line))):
        sentences = _SENTENCE.split(part)
        marks = (_PROSE, *(mark for _, mark in _KINDS))
        marked = any(mark.match(part) for mark in marks) or _agreed(part)
        if marked or not any(map(undertakes, sentences)):
            yield part
            continue
        prose: list[str] = []
        for sentence in sentences:
            if undertakes(sentence):
                yield from filter(None, (" ".join(prose), sentence))
                prose = []
            else:
                prose.append(sentence)
        if prose:
            yield " ".join(prose)


def _line(line: str, met: date, following: date | None, owners: Collection[str]) -> Typed:
    for kind, mark in _KINDS:
        found = mark.match(line)
        if found and len(line) > found.end():
            who = found["who"] or found["inside"]
            return Typed(kind, line[found.end() :], office(who) if who else None)
    if _PROSE.match(line):
        return Typed("note", line)
    if rest := _agreed(line) or (line if undertakes(line) else ""):
        return action(rest, met=met, following=following, owners=owners)
    return Typed("note", line)


def _of_a_post(told: re.Match[str]) -> bool:
    """Is it agreed by a session or a post, and is it for a post where no “that” says so?"""
    by = told["by"]
    if by and not _ALL.fullmatch(by) and not names_post(by):
        return False
    return bool(told["that"]) or names_post(told["who"])


def _agreed(line: str) -> str:
    """What stands after the mark of an action, a name in brackets before it as any other."""
    found = _ACTION.match(line)
    if found is None and (dashed := _OWNER_DASH.match(line)) and names_post(dashed["who"]):
        return f"{dashed['who']}: {dashed['rest']}"
    if found is None and (told := _AGREED.match(line)) and asks(told["rest"]):
        return told["rest"]
    if found is None and (told := _AGREED_THAT.match(line)) and _of_a_post(told):
        return f"{told['who']} to {told['task']}"
    if found is None:
        rest = line.removeprefix(_CAPITALS)
        return rest if rest != line and asks(rest) else ""
    rest = line[found.end() :]
    if inside := _INSIDE_BRACKETS.match(rest):
        rest = f"{inside['who']}: {rest[inside.end() :]}"
    return rest

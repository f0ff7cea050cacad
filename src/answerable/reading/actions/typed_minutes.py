"""What a note-taker types under an item, line by line: questions, answers, actions, prose.

`Q: …` or `Asked: …` is a question, `A: …` or `Answered: …` an answer, `Action: …` an action; any
other line is prose. `Q to DCC: …` asks an office; `A: …` is then its answer, and `A by ACC: …`
(also `A from`, `A of`, `A (ACC)`) that of another. `Action: …` in a line after a full stop is an
action too. An action says who and by when in one line, in any of the usual ways:

    Action: DCC to publish the plan by 30 June 2027
    Action: publish the plan. Owner: DCC. Due: 30 June 2027
    Action: publish the plan, DCC, 30 June 2027

What was not recognised is said, never guessed. Dates are read as in documents and logs.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from answerable.reading.actions.log_rows import due as due_in_cell
from answerable.reading.deadlines import deadline
from answerable.reading.due_dates import worked_out
from answerable.reading.records import record
from answerable.vocabulary.offices import SHORT, spoken

Kind = Literal["question", "answer", "action", "note"]

_WHO = r"(?: (?:to|by|from|of) (?P<who>[^:()]{2,40})|\s?\((?P<inside>[^:()]{2,40})\))?"
_INSIDE = re.compile(r"(?<=[.;!?])\s+(?=Actions?\s*:)", re.I)
_KINDS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("question", re.compile(rf"(?:Q|Question|Asked){_WHO}\s*:\s*", re.I)),
    ("answer", re.compile(rf"(?:A|Answer|Answered){_WHO}\s*:\s*", re.I)),
    ("action", re.compile(r"Actions?(?P<who>)\s*[:–—-]\s*", re.I)),
)
_OWNER = re.compile(r"[\s.;,(]*\b(?:owner|lead|who)\s*[:–-]?\s+(?P<words>[^.;,\n]{2,50})", re.I)
_DUE = re.compile(
    r"[\s.;,(]*\b(?:due|deadline|by when)(?: by| date)?\s*[:–-]?\s+(?P<words>[^;\n]{2,40})", re.I
)
_NEXT = re.compile(
    r"[\s,;(]*\b(?:(?:by|at|for|before|due):? )?(?:the |our )?next (?:session|meeting|board)\b\)?"
    r"(?=[\s.;,]*$)",
    re.IGNORECASE,
)
_DOES = re.compile(
    r"(?:the )?(?P<words>[A-Za-z][\w/&’' -]{1,40}?) (?:to|will|must|agreed to) (?=[a-z])"
)
_AND = re.compile(r"\s*(?:,|&|/|\band\b)\s*")
_SHORT = {**SHORT, "the force": "chief-constable", "force": "chief-constable"}
_POSTS = frozenset(
    (
        *("constable", "commissioner", "superintendent", "executive", "officer", "treasurer"),
        *("head", "director", "lead", "liaison", "inspector", "chair", "secretary", "manager"),
    )
)
_LONGEST_OWNER = 5


@dataclass(frozen=True, slots=True)
class Typed:
    """One line as it was understood. `office` is a short name such as deputy-chief-constable.

    `due` is an ISO date, perhaps of a month only; `missing` names what an action does not say.
    """

    kind: Kind
    text: str
    office: str | None = None
    due: str | None = None
    worked_out: bool = False
    missing: tuple[str, ...] = ()


def lines(words: str, *, met: date, following: date | None = None) -> tuple[Typed, ...]:
    """The lines under an item, understood on the day of the session.

    `following` is the day of the session after it, if one stands in the plan: “by next session”.
    An answer that names nobody is the answer of whoever was asked before it.
    """
    made: list[Typed] = []
    asked: str | None = None
    for line in words.splitlines():
        for part in _INSIDE.split(line):
            if not part.strip():
                continue
            one = _line(part.strip(), met, following)
            if one.kind == "question":
                asked = one.office
            if one.kind == "answer" and one.office is None:
                one = replace(one, office=asked)
            made.append(one)
    return tuple(made)


def office(words: str) -> str:
    """`DCC` -> deputy-chief-constable; other words become a short name.

    >>> office("DCC"), office("the Chief Constable"), office("Head of Crime")
    ('deputy-chief-constable', 'chief-constable', 'head-of-crime')
    """
    plain = " ".join(words.lower().split()).strip(" .,()")
    known = _SHORT.get(plain) or _SHORT.get(plain.removeprefix("the "))
    return known or re.sub(r"[^a-z0-9]+", "-", plain.removeprefix("the ")).strip("-")


def _line(line: str, met: date, following: date | None) -> Typed:
    for kind, mark in _KINDS:
        found = mark.match(line)
        if found and len(line) > found.end():
            rest = line[found.end() :]
            if kind == "action":
                return _action(rest, met, following)
            groups = found.groupdict()
            who = groups["who"] or groups.get("inside")
            return Typed(kind, rest, office(who) if who else None)
    return Typed("note", line)


def _action(words: str, met: date, following: date | None) -> Typed:
    text, owner, due_words, others = words, "", "", ""
    after = _NEXT.search(text) if following else None
    if after:
        text = text[: after.start()] + text[after.end() :]
    if found := _DUE.search(text):
        due_words = found["words"].strip(" .)")
        text = text[: found.start()] + text[found.end() :]
    if found := _OWNER.search(text):
        owner = found["words"].strip()
        text = text[: found.start()] + text[found.end() :]
    parts = [part.strip(" .") for part in text.split(",")]
    if not due_words and len(parts) > 1 and _due(parts[-1], met)[0]:
        due_words = parts.pop()
    if not owner and len(parts) > 1:
        place = next((n for n in (len(parts) - 1, 0) if _is_post(parts[n])), None)
        if place is not None:
            owner = parts.pop(place)
    text = ", ".join(part for part in parts if part)
    if not owner and (found := _DOES.match(text)):
        posts = _AND.split(found["words"])
        if all(_is_post(one) for one in posts):
            owner = posts[0]
            text, others = text[found.end() :], _with(posts[1:])
    if not due_words and (by := deadline(text)) is not None:
        due_words = by.words
        if by.end >= len(text.rstrip(" .")):
            text = text[: by.start]
    due, counted = _due(due_words, met)
    if after and following and not due:
        due, counted = following.isoformat(), True
    missing = tuple(name for name, value in (("owner", owner), ("date", due)) if not value)
    text = f"{text.strip(' .,;')}{others}"
    return Typed(
        "action",
        text[:1].upper() + text[1:],
        office(owner) if owner else None,
        due,
        counted,
        missing,
    )


def _with(posts: Sequence[str]) -> str:
    """“, with the deputy chief constable”: an action has one owner, and the others stand in it."""
    others = [spoken(office(one)) for one in posts]
    return f", with the {' and the '.join(others)}" if others else ""


def _is_post(words: str) -> bool:
    """Initials of an office, or words that name a post."""
    plain = words.lower().removeprefix("the ").strip()
    if plain in _SHORT or plain == "force":
        return True
    parts = plain.split()
    return 0 < len(parts) <= _LONGEST_OWNER and bool(_POSTS & set(parts))


def _due(words: str, met: date) -> tuple[str | None, bool]:
    """(ISO date, whether it was worked out from the day of the session)."""
    if not words:
        return None, False
    found, counted = due_in_cell(words.removeprefix("by ").strip(), dated=met)
    if found:
        return found, counted
    one = record(
        "action", (0, len(words)), "typed", given={"due_words": words, "due": _bare(words)}
    )
    (worked,) = worked_out((one,), met.isoformat(), "minutes")
    due = worked.fields.get("due")
    whole = isinstance(due, str) and not due.startswith("X")
    return (str(due), True) if whole else (None, False)


def _bare(words: str) -> str | None:
    """A day and month without a year, as documents are read: `XXXX-06-30`."""
    by = deadline(words) or deadline(f"by {words}")
    return by.due if by else None

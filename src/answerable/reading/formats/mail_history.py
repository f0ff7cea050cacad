"""Which lines of an e-mail are its own, and which repeat earlier messages below a reply.

Earlier messages are other people's words of another day: they stay in the text, and no statement
is read from them. Under “On DAY, NAME wrote:” they are the lines that begin with `>`; under the
header of an earlier message (“-----Original Message-----”, “From: … Sent: …”) all that follows.
A message that is sent on (“Forwarded message”) is what the e-mail is about, so it is read.
"""

import re
from collections.abc import Iterator
from itertools import groupby

NOTED = (
    "Earlier messages quoted in the e-mail were kept apart and not read; read each message on its "
    "own."
)
_MOST_INTRODUCTION = 3  # lines that “On … wrote:” may be wrapped over
_WROTE = re.compile(r"(?:On|Le|Am|Ar)\b[^\n]{4,300}\b(?:wrote|écrit|schrieb|ysgrifennodd)\s*:")
_ORIGINAL = re.compile(r"-{2,}\s*Original [Mm]essage\s*-{2,}")
_FORWARDED = re.compile(r"-{2,}\s*Forwarded [Mm]essage\s*-{2,}|Begin forwarded message:")
_HEADER = re.compile(r"\*?(?:From|Sent|To|Cc|Subject|Date):\*?\s")


def parted(text: str) -> Iterator[tuple[bool, int, str]]:
    """Runs of lines: whether they are history, the number of the first from 1, their words."""
    lines = text.split("\n")
    marks = _history(lines)
    numbered = enumerate(zip(marks, lines, strict=True))
    for is_history, run in groupby(numbered, key=lambda one: one[1][0]):
        held = list(run)
        yield is_history, held[0][0] + 1, "\n".join(line for _, (_, line) in held)


def _history(lines: list[str]) -> list[bool]:
    marks = [False] * len(lines)
    at = 0
    while at < len(lines):
        if _FORWARDED.fullmatch(lines[at].strip()):
            at += 1 + _headers(lines[at + 1 :])
            continue
        if _begins_earlier(lines, at):
            return marks[:at] + [True] * (len(lines) - at)
        introduced = _introduction(lines, at)
        if introduced:
            end = at + introduced
            while end < len(lines) and (lines[end].startswith(">") or not lines[end].strip()):
                end += 1
            if any(line.startswith(">") for line in lines[at + introduced : end]):
                marks[at:end] = [True] * (end - at)
                at = end
                continue
        at += 1
    return marks


def _begins_earlier(lines: list[str], at: int) -> bool:
    """The header of an earlier message: it says so, or two header lines stand together."""
    line = lines[at].strip()
    if _ORIGINAL.fullmatch(line):
        return True
    if not line.lstrip("*").startswith("From:"):
        return False
    following = [words.strip() for words in lines[at + 1 : at + 4] if words.strip()]
    return sum(_HEADER.match(words) is not None for words in following) >= 2


def _headers(lines: list[str]) -> int:
    """How many lines the header of a message that was sent on takes."""
    count = 0
    while count < len(lines) and (not lines[count].strip() or _HEADER.match(lines[count].strip())):
        count += 1
    return count


def _introduction(lines: list[str], at: int) -> int:
    """How many lines the words “On DAY, NAME wrote:” take from here; 0 for none."""
    if not lines[at].startswith(("On ", "Le ", "Am ", "Ar ")):
        return 0
    for count in range(1, _MOST_INTRODUCTION + 1):
        words = " ".join(line.strip() for line in lines[at : at + count])
        if _WROTE.fullmatch(words):
            return count
    return 0

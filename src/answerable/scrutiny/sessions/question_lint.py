"""Questions ask for assurance; words of command about operations are refused (DOMAIN 3.1).

The chief officer has direction and control; the oversight body holds to account (Policing
Protocol Order 2023). “Put more officers on county lines” is refused; “What assurance can you
give about county lines, by when, shown by what?” is not.
"""

import re

from answerable.vocabulary.language import say
from answerable.vocabulary.refusal import Refusal

_COMMANDS = (
    *("arrest", "deploy", "dispatch", "move", "patrol", "put", "raid", "redeploy", "assign"),
    *("send", "search", "station", "stop", "surveil", "target", "transfer", "increase", "reduce"),
)
_FORCES = ("officers", "officer", "patrols", "staff", "teams", "squad", "units", "resources")
_NAMED = re.compile(r"\b[Oo]peration [A-Z][a-z]+")
_WORD = re.compile(r"[a-z]+")
_LEAD = frozenset({"please", "will", "you", "must", "should", "we", "ask", "to", "and", "now"})
_NEAR = 6


class OperationalQuestion(Refusal):
    """A question that would direct operations, or names one."""

    code = "operational_question"


def check(text: str) -> str:
    """The same text, or a refusal that says which words to take out.

    Refused: a sentence that begins with a word of command about operations, alone or after
    words such as “you must”; a word of command close before officers, staff or teams; the
    name of an operation.
    """
    if named := _NAMED.search(text):
        raise OperationalQuestion(
            say(
                "“{named}” names an operation. Ask about the subject instead: "
                "what assurance, by when, shown by what.",
                named=named[0],
            )
        )
    for sentence in re.split(r"[.?!:;]", text):
        words = _WORD.findall(sentence.lower())
        command = _leading(words) or _near_forces(words)
        if command:
            raise OperationalQuestion(
                say(
                    "“{command}” tells the chief officer how to run operations. Ask "
                    "what assurance can be given, by when, and shown by what.",
                    command=command,
                )
            )
    return text


def _leading(words: list[str]) -> str | None:
    for word in words:
        if word in _COMMANDS:
            return word
        if word not in _LEAD:
            return None
    return None


def _near_forces(words: list[str]) -> str | None:
    for place, word in enumerate(words):
        if word in _COMMANDS and any(w in _FORCES for w in words[place + 1 : place + _NEAR]):
            return word
    return None

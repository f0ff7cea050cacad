"""A first draft of the reply to a report, from the register alone, to be edited by a person.

Each recommendation with its words, the explanation that is recorded, and the actions that answer
it with their dates and state. What the record does not hold is a gap in square brackets: nothing
is written for anybody. Words marked as not public are left out.
"""

from collections.abc import Mapping, Sequence

from answerable.scrutiny.phrases import due_words, on_day, stop
from answerable.scrutiny.responses import Explanation, StatutoryResponse
from answerable.scrutiny.standing import Progress
from answerable.vocabulary.access import Classification
from answerable.vocabulary.regimes import Names

TO_WRITE = "[To be written: the action taken or proposed, or why none.]"
NOT_PUBLIC = "[Its words are marked as not public.]"
_ANSWERS = {"accepted": "Accepted. ", "partly": "Accepted in part. ", "rejected": "Not accepted. "}
NO_WORDS = "[Its words are not in our sources.]"


def law_words(law: str) -> str:
    """A law as it is cited.

    >>> law_words("police-act-1996/s55")
    'Police Act 1996, s.55'
    """
    act, _, section = law.partition("/s")
    words = " ".join(w.capitalize() if w not in ("and", "of") else w for w in act.split("-"))
    return f"{words}, s.{section}" if section else words


def reply_draft(
    response: StatutoryResponse,
    *,
    title: str,
    sender: str,
    law: str,
    actions: Mapping[str, Progress],
    names: Names,
) -> str:
    """The letter as plain text, a blank line between its parts."""
    published = on_day(response.published) if response.published else "[date]"
    head = [
        "[Date]",
        "To: the inspectors who made the report\nCopy: the Secretary of State",
        f"{title}, published {published}",
        f"{sender} publishes these comments on the report ({law_words(law)}).",
        "[The body’s own comments]",
        "[The chief officer’s comments, and the body’s response to them]",
    ]
    parts = [_part(e, actions, names) for e in response.explanations]
    return "\n\n".join([*head, *parts, sender]) + "\n"


def _part(told: Explanation, actions: Mapping[str, Progress], names: Names) -> str:
    finding = told.finding
    lines = [f"Recommendation {finding.number or ''}".strip(), _quoted(finding)]
    explained = told.version is not None and told.version.fact.get("text")
    if explained and told.version is not None:
        answer = told.version.fact.get("response")
        said = _ANSWERS.get(str(answer), "")
        lines.append(f"{said}{told.words}")
    else:
        lines.append(TO_WRITE)
    mine = [actions[name] for name in finding.answered_by if name in actions]
    lines += _actions(mine, names)
    return "\n".join(lines)


def _actions(mine: Sequence[Progress], names: Names) -> list[str]:
    if not mine:
        return ["On the register: no action."]
    return ["On the register:", *(f"- {_action(a, names)}" for a in mine)]


def _action(action: Progress, names: Names) -> str:
    owner = f" Owner: {action.owner}." if action.owner else " No owner on record."
    state = action.sentence if action.tag not in ("Overdue", "Moved") else ""
    return f"{stop(_words(action))}{owner} {due_words(action, names)} {state}".rstrip()


def _quoted(finding: Progress) -> str:
    words = _words(finding)
    return words if words.startswith("[") else f"“{words}”"


def _words(item: Progress) -> str:
    marking = item.first.fact.classes.get("text", Classification.PUBLIC)
    if item.text is None and not item.withheld:
        return NO_WORDS
    return item.text if item.text and marking == Classification.PUBLIC else NOT_PUBLIC

"""A task below a line that is only its number: "Action Point 3", and what is to be done."""

import re
from collections.abc import Iterator
from itertools import pairwise

from answerable.reading.actions.parts.action_fields import action
from answerable.reading.actions.parts.action_words import NONE
from answerable.reading.material import Material
from answerable.reading.records import Record

_NEVER = ("inspection-report", "inspection-letter", "news", "press-release", "agenda", "plan")
_HEAD = re.compile(
    r"\W*(?:Action|ACTION) (?:Point|point|POINT|Item|item|ITEM) (?:No\.? ?)?"
    r"(?P<ref>\d{1,3}(?:[./]\d{1,4})?)\W*"
)
_DONE = re.compile(
    r"\b(?:has|have) (?:now )?been\b|\b(?:was|were) \w+ed\b|\b(?:closed|completed?|discharged)\b",
    re.IGNORECASE,
)
# "Papers to be issued to members", "Tom Vale to ring the bank", "Write to the clerk".
_TO_DO = re.compile(
    r"\b(?:to|will|should|must)\b [a-z]+|\W*[A-Z][a-z]+ (?:the|to|a|an|all|with)\b"
)
# Of a task that names nobody the number and the owner below it tell most.
_TO_BE = re.compile(r"\bto be \w")
_SURE, _ELSE = 90, 30
_OWNER = re.compile(
    r"\W*(?:Action )?(?:Owner|Lead|Responsible|By whom)\s*: ?(?P<who>[^.;\n]{2,60})"
)
_LONGEST = 300  # characters of a task


def records(material: Material) -> Iterator[Record]:
    """One action for each number that stands alone above a task."""
    if material.profile.type in _NEVER or "action " not in material.lowered:
        return
    for head, task in pairwise(material.passages):
        found = _HEAD.fullmatch(material.text, head.start, head.end)
        if found is None or task.kind == "row" or task.end - task.start > _LONGEST:
            continue
        words = material.text[task.body : task.end]
        if words.endswith(":") or NONE.match(words) or _DONE.search(words):
            continue
        if _TO_DO.search(words) is None:
            continue
        after = material.text[task.end : task.end + _NEAR].lstrip()
        owner = _OWNER.match(after)
        yield action(
            material, task, (task.body, task.end), "action.pointed",
            owner=owner["who"].strip() if owner else None, ref=found["ref"],
            weight=_SURE if _TO_BE.search(words) else _ELSE,
        )  # fmt: skip


_NEAR = 80  # characters behind a task in which its owner is told

"""Entries of a log that stand as blocks: a task, and below it who, by when and how it stands.

"SSB/12 Publish the map of lights", and below: "Who: Highways  When: 15 July  State: drafted", in
one line or in several.
"""

import re
from collections.abc import Iterator, Mapping

from answerable.reading.actions.parts.action_line_parts import REF
from answerable.reading.actions.parts.action_owners import owner_of
from answerable.reading.actions.parts.log_cells import due_of, state_told
from answerable.reading.layout.canonical_text import Block
from answerable.reading.material import Material
from answerable.reading.records import Record, Value, record
from answerable.vocabulary.log_status import state_of

_NEVER = ("inspection-report", "news", "press-release", "agenda")
_NOT_BELOW = ("recommendations", "afi", "cause", "definitions")
_LABELS: Mapping[str, str] = {
    "owner": r"(?:action )?(?:owner|lead(?: officer| agency)?|responsible(?: officer| person)?|who"
    r"|by whom|assigned to|officer|for)",
    "due": r"(?:due(?: date| by)?|deadline|by when|when|target(?: date)?|by|timescale"
    r"|to be done by)",
    "state": r"(?:status|state|progress|position|update|how it stands|outcome)",
}
_LABEL = re.compile(
    r"(?:^|(?<=\s))(?:"
    + "|".join(rf"(?P<{name}>{words})" for name, words in _LABELS.items())
    + r"|(?P<other>(?-i:[A-Z][a-z]+(?: [a-z]+){0,3})))\s*:\s+(?=\S)",
    re.IGNORECASE,
)
# What has a label or a name of its own is no task that stands alone.
_LABELLED = re.compile(
    r"\W*(?:[A-Za-z][\w ]{1,24}:|(?:recommendation|afi|area for improvement|cause of concern"
    r"|finding|risk|issue)\b)",
    re.IGNORECASE,
)
# Who was there, and from when to when: what stands above is the name of a meeting.
_SITTING = re.compile(
    r"(?:[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*, ){2}|\d[:.]\d\d|\b\d{4} ?[-–] ?\d{4}\b"
)
_LONGEST = 220  # characters of a task
_LEAST = 8
_LABEL_LONGEST = 30  # characters
_FARTHEST = 5  # blocks of labels below a task


def records(material: Material) -> Iterator[Record]:
    """One action for each block below which labels say who, and by when or how it stands."""
    if material.profile.type in _NEVER:
        return
    blocks = material.canonical.blocks
    for place, block in enumerate(blocks[:-1]):
        if block.kind not in ("paragraph", "item", "heading") or blocks[place + 1].kind == "row":
            continue
        below = blocks[place + 1]
        if ":" not in material.text[below.start : below.start + _LABEL_LONGEST]:
            continue
        told = _below(material, place) if _may(material, block) else {}
        if "owner" in told and ("due" in told or "state" in told):
            words = [material.text[slice(*told[name])] for name in told if name != "state"]
            if not any(_SITTING.search(one) for one in words):
                yield _entry(material, block, told)


def _may(material: Material, block: Block) -> bool:
    if not _LEAST <= block.end - block.start <= _LONGEST:
        return False
    if _LABELLED.match(material.text, block.start, block.end):
        return False
    words = material.text[block.start : block.end]
    return words[-1] not in ":?" and material.around(block.start).section not in _NOT_BELOW


def _below(material: Material, place: int) -> dict[str, tuple[int, int]]:
    """What the labels right below a block say, and where."""
    found: dict[str, tuple[int, int]] = {}
    for block in material.canonical.blocks[place + 1 : place + 1 + _FARTHEST]:
        if block.kind not in ("paragraph", "key_value", "item"):
            break
        labels = list(_LABEL.finditer(material.text, block.start, block.end))
        if not labels or labels[0].start() != block.start:
            break
        if not found and not any(labels[0][name] for name in _LABELS):
            break  # "What: …": the task has a label of its own
        for nth, label in enumerate(labels):
            end = labels[nth + 1].start() if nth + 1 < len(labels) else block.end
            name = next((one for one in _LABELS if label[one]), None)
            words = material.text[label.end() : end].rstrip(" .;,|\n")
            if name is not None and name not in found and words:
                found[name] = label.end(), label.end() + len(words)
    return found


def _entry(material: Material, block: Block, told: Mapping[str, tuple[int, int]]) -> Record:
    number = REF.match(material.text, block.start, block.end)
    start = number.end() if number else block.start
    words = {name: material.text[slice(*span)] for name, span in told.items()}
    found = owner_of(material, " ".join(words["owner"].split()))
    state = words.get("state")
    given: dict[str, Value] = {
        "ref": number["ref"] if number else None,
        **found.fields(),
        **due_of(words.get("due")),
        "disposition": state_of(state) or state_told(state),
        "raised_at": None,
    }
    held = material.text[start : block.end].rstrip(" .;,")
    return record(
        "action",
        (start, start + len(held)),
        "action.block",
        given=given,
        support={name: told[name] for name in ("owner", "due") if name in told},
        inferred=found.inferred(),
        weight=93,
    )

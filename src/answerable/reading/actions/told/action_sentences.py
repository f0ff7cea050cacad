"""Actions that sentences label: "Step 1.1 Train all managers. Lead: Head of People. When: …".

Logs and plans that are typed as text say who and when behind each action, in sentences of
their own: "21/31 (raised 9 May) – Bring a breakdown. Owner: ACC. Due 14 June. CLOSED".
"""

import re
from collections.abc import Iterator

from answerable.reading.actions.parts.action_owners import owner_of
from answerable.reading.actions.parts.log_cells import due_of
from answerable.reading.deadlines import dates
from answerable.reading.layout.canonical_text import Block
from answerable.reading.material import Material
from answerable.reading.records import Record, Value, record
from answerable.vocabulary.log_status import state_of

_HEAD = re.compile(
    r"\W{0,3}(?:(?:Step|Action|ACTION|Item|No\.?) )?"
    r"(?P<ref>[A-Z]{0,4}/?\d{1,4}(?:[./]\d{1,4}){0,2})"
    r"(?: \([^()\n]{3,40}\))?[.:]?(?: ?[–—-])? "
    r"(?P<do>(?!(?:Accepted|Agreed|Rejected|Closed|Complete)\b)[A-Z][^\n]{8,300}?)[.;,] ?"
    r"(?=(?:Lead|Owner|Responsible(?: owner| officer)?|Assigned to|Who): ?)"
)
_WHO = re.compile(
    r"(?:Lead|Owner|Responsible(?: owner| officer)?|Assigned to|Who): ?(?P<owner>[^.;\n]{2,60})"
)
_WHEN = re.compile(
    r"\b(?:When|Due(?: date)?|By(?: when)?|Deadline|Target(?: date)?):? (?P<due>[^.;\n]{3,70})"
)
_STATE = re.compile(
    r"\b(?P<state>OPEN|CLOSED|COMPLETED?|ONGOING|DISCHARGED|OVERDUE)\W*$"
    r"|\b(?:Status|State): ?(?P<told>[^.;\n]{3,40})"
)
# ", to be appointed": what is said of the owner, and not who it is.
_BESIDE = re.compile(r", (?:to be|who|with|from)\b.*$")


def records(material: Material) -> Iterator[Record]:
    """One action for each block that labels its owner in a sentence; an agenda's items are "
    "none."""
    if material.profile.type == "agenda":
        return
    for block in material.canonical.blocks:
        if block.kind in ("row", "heading"):
            continue
        words = material.text[block.start : block.end]
        match = _HEAD.match(words)
        if match is not None:
            yield _action(material, block, words, match)


def _action(material: Material, block: Block, words: str, match: re.Match[str]) -> Record:
    behind = match.end()
    who = _WHO.match(words, behind)
    support: dict[str, tuple[int, int]] = {}
    owner = None
    if who is not None:
        owner = _BESIDE.sub("", who["owner"]).strip()
        support["owner"] = block.start + who.start("owner"), block.start + who.end("owner")
        behind = who.end()
    found = owner_of(material, owner)
    state = _STATE.search(words, behind)
    given: dict[str, Value] = {
        "ref": match["ref"],
        **found.fields(),
        "disposition": state_of(state["state"] or state["told"]) if state else None,
    }
    when = _WHEN.search(words, behind)
    given |= due_of(None)
    if when is not None:
        last = list(dates(when["due"]))  # "Due 10 June, then 9 July, now 9 August": the last
        said = last[-1].words if last else when["due"].strip()
        given |= due_of(said)
        at = block.start + when.start("due") + when["due"].find(said)
        support["due"] = at, at + len(said)
    span = block.start + match.start("do"), block.start + match.end("do")
    return record(
        "action", span, "action.labelled-sentence",
        given=given, support=support, inferred=found.inferred(), weight=92,
    )  # fmt: skip

"""The record of an action: its owner, when it is due, and its state."""

import re

from answerable.reading.action_words import DOES, DONE, END, INITIALS, OWNER
from answerable.reading.clauses import Passage
from answerable.reading.deadlines import Deadline, dates, deadline
from answerable.reading.material import Material
from answerable.reading.records import Record, Value, record

_STARTS = re.compile(rf"^\W*{OWNER}(?:{DOES}| [-–:] (?=[a-z]))")


_OWNER_TAIL = re.compile(
    r"[\s–—-]*[(\[]?\s*(?:(?:Action|ACTION|Owner|Lead|Responsible)\s*[:–-]\s*)"
    r"(?P<owner>[^\])\n,]{2,60}?)(?:,? ?(?:Deadline|Due(?: date)?|By when)\s*[:–-]\s*"
    r"(?P<due>[^)\]\n]{3,40}))?\s*[)\]]?\.?$"
)


_BRACKET_OWNER = re.compile(rf"\s*[(\[](?P<owner>{INITIALS})[)\]]\s*\.?$")


_OWNER_AFTER = re.compile(
    r"\b(?:Owner|Lead|Responsible(?: officer)?)\s*:\s*(?P<owner>[^.;,\n]{2,50})"
)


_DUE_LABEL = re.compile(r"\b(?:Deadline|Due(?: date| by)?|Target date|By when)\s*:\s*")


_DUE_AFTER = re.compile(r"\s*\(?(?:[Dd]ue|[Dd]eadline|[Bb]y when)(?: date| by)?\s*[:–-]?\s*(?=\w)")


def action(
    material: Material,
    passage: Passage,
    span: tuple[int, int],
    rule: str,
    *,
    owner: str | None,
    ref: str | None,
    weight: int,
) -> Record:
    start, end = span
    tail = END.search(material.text[start:end])
    end = start + tail.start() if tail and tail.start() else end
    words = material.text[start:end]
    support: dict[str, tuple[int, int]] = {}
    tail_due: str | None = None
    for pattern in (_OWNER_TAIL, _BRACKET_OWNER):
        after = pattern.search(words)
        if owner is None and after is not None and after.start() > 8:
            owner = after.group("owner")
            support["owner"] = start + after.start("owner"), start + after.end("owner")
            tail_due = after.groupdict().get("due")
            end = start + len(words[: after.start()].rstrip())
            words = material.text[start:end]
    first = _STARTS.match(words)
    if owner is None and first is not None:
        owner = first.group("owner")
    due = deadline(material.text, start, end)
    told = next(dates(tail_due), None) if tail_due and due is None else None
    if told is not None:
        due = Deadline(start, end, told.words, told.iso, "date")
    block = material.canonical.blocks[passage.block]
    ahead = re.split(r"\bA(?:CTION|ction)\b", material.text[passage.end : block.end][:180])[0]
    if owner is None and (told_owner := _OWNER_AFTER.search(ahead)):
        owner = told_owner.group("owner").strip()
        at = passage.end + told_owner.start("owner")
        support["owner"] = at, at + len(told_owner.group("owner"))
    due_after = _DUE_LABEL.search(ahead) if due is None else None
    if due_after is not None and (one := next(dates(ahead, due_after.end()), None)):
        begin = passage.end + one.start
        due = Deadline(begin, begin + len(one.words), one.words, one.iso, "date")
        support["due"] = due.start, due.end
    stated = (
        _DUE_AFTER.match(material.text, passage.end, passage.end + 60) if due is None else None
    )
    later = next(dates(material.text, stated.end(), stated.end() + 40), None) if stated else None
    if later is not None:
        due = Deadline(later.start, later.end, later.words, later.iso, "date")
        support["due"] = later.start, later.end
    done = DONE.search(words)
    owner = " ".join(owner.split()).removeprefix("the ").removeprefix("The ") if owner else None
    person, note = owner_person(material, owner)
    given: dict[str, Value] = {
        "ref": ref,
        "owner": owner,
        "owner_person": person,
        "due": due.due if due else None,
        "due_words": due.words if due else None,
        "due_basis": due.basis if due else "none",
        "disposition": "closed" if done and rule != "action.prose" else None,
        "raised_at": None,
    }
    inferred = {"owner_person": note} if note else {}
    if due and due.due and "end of" in due.words.lower():
        inferred["due"] = "last day of the period named"
    return record(
        "action",
        (start, end),
        rule,
        given=given,
        support=support,
        inferred=inferred,
        weight=weight,
    )


def owner_person(material: Material, owner: str | None) -> tuple[str | None, str | None]:
    """The person behind initials or a post, where the document's own list says so."""
    if owner is None:
        return None, None
    known = material.directory
    if owner in known:
        same = known[owner] == owner
        return known[owner], None if same else f"{owner} in the attendance list"
    last = owner.split()[-1]
    if last in known and last[:1].isupper() and not last.isupper():
        return known[last], f"{owner} in the attendance list"
    names = {name for name, role in material.roles.items() if _same_post(role, owner)}
    if len(names) == 1:
        return names.pop(), f"{owner} in the attendance list"
    return None, None


_SHORT = {
    "cc": "chief constable",
    "dcc": "deputy chief constable",
    "pcc": "police and crime commissioner",
    "acc": "assistant chief constable",
    "commissioner": "police and crime commissioner",
}


def _same_post(role: str, owner: str) -> bool:
    first, second = role.casefold().replace("&", "and"), owner.casefold()
    first, second = _SHORT.get(first, first), _SHORT.get(second, second)
    first = re.sub(r"^(?:t/|temporary |acting |a/)", "", first)
    return first == second or (
        second == "police and crime commissioner"
        and first.endswith("crime commissioner")
        and not first.startswith("deputy")
    )

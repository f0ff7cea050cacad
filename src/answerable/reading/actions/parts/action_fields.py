"""The record of an action: its words, its owner, when it is due, and its state."""

import re

from answerable.reading.actions.parts.action_doers import behind_day, day_around, doer
from answerable.reading.actions.parts.action_due import due_of_action
from answerable.reading.actions.parts.action_line_parts import is_somebody
from answerable.reading.actions.parts.action_owners import Owner, initials_of_somebody, owner_of
from answerable.reading.actions.parts.action_tails import (
    BY_WHOM,
    LISTED,
    SIGNED,
    day_beside,
    known_behind,
    listed_before,
    owner_behind,
    signed_before,
    without_aside,
)
from answerable.reading.actions.parts.action_words import (
    ANYBODY,
    DO,
    DO_RE,
    DOES,
    END,
    OWNER,
    PASSIVE,
)
from answerable.reading.clauses import Passage
from answerable.reading.material import Material
from answerable.reading.records import Record, Value, record
from answerable.vocabulary.log_status import state_of

STARTS = re.compile(
    # "The trust's Mike Dunn is to": whose somebody is stands before the name
    rf"^\W*(?:[Tt]he \w+[’']s (?=[A-Z][a-z]))?"
    rf"{OWNER}(?P<does>{DOES}| [-–:] (?=[a-z])|: (?=(?i:{DO})\b|[A-Z]{{2,4}}-))"
)
_ANYBODY = re.compile(rf"^\W*{ANYBODY}(?P<does>{DOES})")
# "LD issue the draft to the group": behind "Action:", initials and a verb in its plain form.
_PLAINLY = re.compile(
    rf"^\W*(?P<owner>[A-Z]{{2,3}}(?: ?[/&] ?[A-Z]{{2,3}})*)(?P<does> )(?={DO}\b)"
)
_ALL = re.compile(r"\W*(?P<owner>All|ALL|Everyone)\b ?(?:[-–:]|to )")
_STATE_TAIL = re.compile(
    r"\s+[-–—]\s+(?P<told>(?:done|completed?|closed|outstanding|on-?going|in progress|carr(?:y"
    r"|ied)"
    r" forward|discharged|open|awaiting|superseded|on track|overdue|not started|(?:the )?(?:\w+ )"
    r"{1,3}(?:apologised|reported|said|explained|confirmed|advised|has been|have been))\b"
    r"[^\n]*)$",
    re.IGNORECASE,
)
_OWNER_AFTER = re.compile(
    r"\b(?:Action )?(?:(?:Owner|Lead|Responsible)(?: officer| person)?|Assigned to|Who)\s*:\s*"
    r"(?P<owner>[^.;,|\n–—]{2,50}?)(?=[.;,|\n]|$"
    r"|\s+(?:Due|Deadline|Status|By when|Target"
    r"|Update)\b|\s+[A-Z][a-z]+(?: [a-z]+){0,2}:\s)"
)
_STATE_LABEL = re.compile(
    r"^\W*(?:(?:Status|Update|Progress|Position)\s*:\s*(?P<told>[^\n|]{3,60})"
    r"|(?P<bare>[Cc]ompleted?|[Cc]losed|[Dd]ischarged|[Dd]one|[Oo]ngoing|[Oo]n-going"
    r"|[Ii]n progress|[Oo]pen|[Oo]utstanding|[Cc]arried forward|COMPLETED?|CLOSED|OPEN|ONGOING)"
    r"\b[^\n]{0,30})"
)
_DONE = re.compile(
    r"\s*[-–—(\[,:]?\s*\b(?:completed?|closed|discharged|done)\b\)?\]?\.?$", re.IGNORECASE
)
_MARKED = re.compile(r"\bA(?:CTION|ction)\b(?! (?:[Oo]wner|[Bb]y))")
_NEAR = 180
_IT = re.compile(r"[Ii]t|[Tt]hey")  # whoever the words above name


def action(
    material: Material,
    passage: Passage,
    span: tuple[int, int],
    rule: str,
    *,
    owner: str | None,
    ref: str | None,
    weight: int,
    anybody: bool = False,
    due_words: str | None = None,
) -> Record:
    """One action. `anybody`: what stands before "to" is its owner, whatever its form."""
    start, end = _trimmed(material, *behind_day(material, span))
    support: dict[str, tuple[int, int]] = {}
    end = start + len(without_aside(material.text[start:end]))
    words = material.text[start:end]
    owner = None if owner is not None and _IT.fullmatch(owner) else owner
    after = owner_behind(words) or known_behind(material, words) if owner is None else None
    if after is not None:
        owner = after.group("owner")
        support["owner"] = start + after.start("owner"), start + after.end("owner")
        due_words = after.groupdict().get("due") or due_words
        end = start + len(words[: after.start()].rstrip(" .;,"))
        words = material.text[start:end]
    told = _STATE_TAIL.search(words)
    done = _DONE.search(words)
    for tail in (told, done):
        if tail is not None and 8 < tail.start() < end - start:
            end = start + len(words[: tail.start()].rstrip(" .;,–-"))
            words = material.text[start:end]
    if owner is None:
        owner = _stated_owner(words, anybody=anybody)
    if owner is None and anybody:
        owner = listed_before(material, words) or signed_before(words)
    if owner is None and (by := BY_WHOM.search(words)) is not None:
        owner = by["owner"]
        support["owner"] = start + by.start("owner"), start + by.end("owner")
    begins = _begins(words, owner, anybody=anybody)
    if begins is not None:
        support.setdefault("owner", (start + begins[0], start + begins[1]))
        start += begins[2]
        words = material.text[start:end]
    ahead = _ahead(material, passage)
    if owner is None and (after := _OWNER_AFTER.search(ahead)):
        owner = after.group("owner").strip()
        at = passage.end + after.start("owner")
        support["owner"] = at, at + len(after.group("owner"))
    if owner is None and (around := doer(material, passage, (start, end))) is not None:
        owner, at_owner = around
        if at_owner is not None:
            support["owner"] = at_owner
    due, where = _due(material, passage, (start, end), ahead, due_words)
    beside = day_beside(words, due["due_words"])
    if beside is not None and (due["due"] is not None or words[beside[0] :].lstrip()[0] == "("):
        where = where or (start + beside[1], start + beside[2])
        end = start + beside[0]
    if where is not None:
        support["due"] = where
    found = owner_of(material, owner)
    state = told or _STATE_LABEL.match(ahead)
    given: dict[str, Value] = {
        "ref": ref,
        **found.fields(),
        **due,
        "disposition": _state(state) if state else "closed" if done else None,
        "raised_at": None,
    }
    return record(
        "action",
        (start, end),
        rule,
        given=given,
        support=support,
        inferred=_inferred(found, due),
        weight=weight,
    )


def _due(
    material: Material, passage: Passage, span: tuple[int, int], ahead: str, told: str | None
) -> tuple[dict[str, Value], tuple[int, int] | None]:
    """When it is due, by its own words and those behind, else by what stands around it."""
    due, where = due_of_action(material, span, passage.end, ahead, told)
    around = day_around(material, passage, span) if due["due_words"] is None else None
    return (dict(around[0]), around[1]) if around is not None else (due, where)


def _state(match: re.Match[str]) -> str | None:
    groups = match.groupdict()
    return state_of(groups.get("told") or groups.get("bare"))


def _inferred(found: Owner, due: dict[str, Value]) -> dict[str, str]:
    inferred = found.inferred()
    if due["due"] and re.search(r"\bend\b", str(due["due_words"]), re.IGNORECASE):
        inferred["due"] = "last day of the period named"
    return inferred


def _trimmed(material: Material, start: int, end: int) -> tuple[int, int]:
    """Without end marks, and without a bracket that the words do not open."""
    tail = END.search(material.text[start:end])
    end = start + tail.start() if tail and tail.start() else end
    words = material.text[start:end]
    for opening, closing in ("()", "[]"):
        if words.endswith(closing) and words.count(closing) > words.count(opening):
            words = words[:-1].rstrip(" .;,")
    return start, start + len(words)


def _stated_owner(words: str, *, anybody: bool) -> str | None:
    """Who stands before "to"; nobody where something is to be done ("report to be sent")."""
    everyone = _ALL.match(words) if anybody else None
    if everyone is not None:
        return everyone["owner"]
    for pattern in (STARTS, _ANYBODY) if anybody else (STARTS,):
        first = pattern.match(words)
        if first is None:
            continue
        rest = words[first.end() :]
        if PASSIVE.match(rest):
            return None
        if pattern is STARTS or DO_RE.match(rest) or is_somebody(first["owner"]):
            return first.group("owner")
    plainly = _PLAINLY.match(words) if anybody else None
    if plainly is not None and all(
        initials_of_somebody(one.strip()) for one in re.split(r"[/&]", plainly["owner"])
    ):
        return plainly["owner"]
    return None


def _begins(words: str, owner: str | None, *, anybody: bool) -> tuple[int, int, int] | None:
    """Where the owner stands before "to", and where what is to be done begins behind it."""
    first = STARTS.match(words) or (_ANYBODY.match(words) if anybody else None)
    first = first or (
        (LISTED.match(words) or SIGNED.match(words) or _PLAINLY.match(words)) if anybody else None
    )
    if owner is None or first is None or first["owner"] not in (owner, f"the {owner}"):
        return None
    rest = words[first.end() :]
    if (
        PASSIVE.match(rest)
        or len(rest) < 8
        or not (rest[0].islower() or first["does"] == ": " or first.re is SIGNED)
    ):
        return None
    return first.start("owner"), first.end("owner"), first.end()


def _ahead(material: Material, passage: Passage) -> str:
    """What stands behind an action in its block, and the labelled lines below it."""
    blocks = material.canonical.blocks
    last = passage.block
    while last + 1 < len(blocks) and last < passage.block + 4:
        if blocks[last + 1].kind != "key_value":
            break
        last += 1
    stop = min(blocks[last].end, passage.end + _NEAR)
    return _MARKED.split(material.text[passage.end : stop])[0]

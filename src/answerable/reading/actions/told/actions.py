"""Actions of a meeting: marked lines ("Action: X to …"), headed lists, and those told in prose."""

import re
from collections.abc import Iterator, Sequence

from answerable.reading.actions.parts.action_agents import of_a_meeting
from answerable.reading.actions.parts.action_fields import STARTS, action
from answerable.reading.actions.parts.action_words import DO, DO_RE, INITIALS, NONE, WHO_ONLY
from answerable.reading.actions.tables.action_entries import entries
from answerable.reading.actions.told.action_marks import MARK, WHO_LABEL, apart, marks, ref_of
from answerable.reading.actions.told.action_prose import told
from answerable.reading.actions.told.action_task import task_in
from answerable.reading.clauses import Passage
from answerable.reading.deadlines import dates
from answerable.reading.material import Material
from answerable.reading.records import Record

_AGREED_THAT = re.compile(
    r"^\W*(?:it was )?(?:agreed|requested|decided|noted) that (?:the )?", re.IGNORECASE
)
# "Action: CFO – 30 May", "[Action: SO by 3 June]".
_WHO_AND_WHEN = re.compile(
    rf"(?P<who>{WHO_ONLY.pattern})(?:\s*(?:[-–—,;:(]|(?= by | due ))\s*(?P<due>[^)\n]{{3,40}}))?"
)
# "Action for TD: confirm the numbers", "Action owner: Fay Mott – arrange a meeting".
_WHO_WHAT = re.compile(
    rf"(?P<who>{WHO_ONLY.pattern})(?:[,;] ?(?P<due>[^()\n]{{3,40}}))?\)?\s*(?::|\s[-–—])\s*"
    rf"(?P<do>(?i:{DO})\b|(?<=[:–—-] )[a-z])"
)
_LOOKS_DUE = re.compile(
    r"(?:by|due|before)\b|\d|tbc|asap|next|end of|january|february|march|april|may|june|july"
    r"|august|september|october|november|december",
    re.IGNORECASE,
)
# "Actions: 19, 22, 23 complete. 20 c/f": numbers of actions, and how they stand.
_NUMBERS = re.compile(
    r"[\W\d]*(?:(?:completed?|closed|done|open|c/?f|carried forward|outstanding|discharged|and"
    r"|to|all|are|from|ongoing)\b[\W\d]*)*",
    re.IGNORECASE,
)
_TASK = re.compile(r"\b(?:to|would|will|agreed|asked|requested|should)\b")
_PAST = re.compile(r"^\W*(?:[Ww]e|I|[Tt]he \w+|[A-Z]\w+) (?:has|have|had|was|were)\b")
# Behind the head "ACTION" of a column minutes go on: what was said is no task.
_NARRATED = re.compile(
    r"\b(?:was|were|had|said|gave|thought|asked|welcomed|noted|reported|explained|told|talked"
    r"|presented|tabled|that[’']s)\b",
    re.IGNORECASE,
)
# The next head of the same numbered minutes: "4. Actions agreed", "7. Next: 24 September 2027".
_TITLE = re.compile(
    r"\W*(?:(?:agreed |new |open |outstanding )?actions?(?: (?:agreed|arising|points?|log|list"
    r"|from|outstanding|since)\b[^.:]{0,30})?|any other business|aob|close(?: of meeting)?"
    r"|(?:date (?:and|of) |time of )?(?:the )?next(?: (?:meeting|session|board|panel)s?)?"
    r"(?: date)?"
    r"\s?[:–-][^a-z]{0,12}(?:January|February|March|April|May|June|July|August|September|October"
    r"|November|December)?\b[^a-z]{0,20})\W*$",
    re.IGNORECASE,
)
# "[who] to [what] by [when]": a form that is to be filled in.
_FORM = re.compile(r"\W{0,2}(?:\[[^\[\]]{2,30}\]|<[^<>]{2,30}>)")
# Inspectors and the press report; only who meets or keeps a log sets actions.
_NEVER = ("inspection-report", "inspection-letter", "news", "press-release")


def records(material: Material) -> Iterator[Record]:
    """All actions outside of tables."""
    kind = material.profile.type
    if kind in _NEVER:
        return
    kept = of_a_meeting(material) or (
        kind == "other" and _NOTE_OF.search(material.text[:_TOP]) is not None
    )
    for passage in material.passages:
        if passage.kind not in ("row", "heading"):
            yield from entries(material, passage)
        if passage.kind == "row" or passage.section in ("attendance", "apologies", "definitions"):
            continue
        words = material.text[passage.start : passage.end]
        found = (
            list(marks(words)) if passage.section != "decisions" else list(MARK.finditer(words))
        )
        if (label := WHO_LABEL.search(words)) is not None:
            yield from _owned(material, passage, words, label)
        elif found and not (passage.section in _FOUND_THERE and "ction" not in words.lower()):
            yield from _marked(material, passage, words, found)
        elif passage.section == "actions" and passage.kind != "heading":
            headed = list(_headed(material, passage))
            yield from headed or (told(material, passage, words) if kept else ())
        elif _only_initials(material, words):
            yield from _beside(material, passage, words)
        elif kept:
            yield from told(material, passage, words)


_FOUND_THERE = ("recommendations", "afi", "cause")  # a number there is that of a finding
# "Note of the weekly meeting between …": a paper of a meeting that lists nobody.
_NOTE_OF = re.compile(
    r"\b(?:notes?|minutes|record|summary) (?:of|from) (?:the|a|our|my|this) (?:[\w-]+ ){0,3}"
    r"(?:meeting|session|call|catch-?up|one[- ]to[- ]one|conversation|discussion)\b",
    re.IGNORECASE,
)
_TOP = 300  # characters in which a paper says what it is
_LEAST = 8  # characters of a task


def _who_and_when(words: str) -> tuple[str, str | None] | None:
    """Who, and by when if that stands behind; None where the words say more."""
    match = _WHO_AND_WHEN.fullmatch(words.strip(" .()[]*|"))
    if match is None or (match["due"] and not _LOOKS_DUE.match(match["due"])):
        return None
    due = match["due"]
    return match["who"], due.removeprefix("by ").removeprefix("due ") if due else None


def _marked(
    material: Material, passage: Passage, words: str, found: Sequence[re.Match[str]]
) -> Iterator[Record]:
    pieces = []
    for place, mark in enumerate(found):
        stop = found[place + 1].start() if place + 1 < len(found) else len(words)
        pieces.append((mark, words[mark.end() : stop]))
    first = pieces[0]
    who = _who_and_when(first[1])
    if who is not None and not NONE.match(first[1]):
        yield from _closing(material, passage, first[0], who)
        pieces = pieces[1:]
    for place, (mark, body) in enumerate(pieces):
        if NONE.match(body) or len(body.strip()) < _LEAST or _who_and_when(body):
            continue
        if _NUMBERS.fullmatch(body) or _FORM.match(body) or _titled(material, passage, body):
            continue
        after = _who_and_when(pieces[place + 1][1]) if place + 1 < len(pieces) else None
        start = passage.start + mark.end()
        agreed = _AGREED_THAT.match(body)
        lead = agreed.end() if agreed else 0
        for span in apart(body[lead:], start + lead):
            yield action(
                material,
                passage,
                span,
                "action.marked",
                owner=after[0] if after else None,
                ref=ref_of(mark),
                weight=90,
                anybody=True,
                due_words=after[1] if after else None,
            )


def _titled(material: Material, passage: Passage, body: str) -> bool:
    """Whether a mark stands in the title of a paper: "WEEKLY ACTIONS – 12 APRIL 2027"."""
    first = passage.block == 0 or passage.kind == "heading"
    day = next(dates(body), None) if first else None
    return first and (body.isupper() or (day is not None and day.words == body.strip(" .")))


def _owned(
    material: Material, passage: Passage, words: str, label: re.Match[str]
) -> Iterator[Record]:
    """ "Action by: W Arkell" behind what is to be done."""
    rest = words[label.end() :]
    who = _who_and_when(rest)
    if who is not None:
        yield from _closing(material, passage, label, who)
        return
    match = _WHO_WHAT.match(rest)
    if match is not None:
        start = passage.start + label.end() + match.start("do")
        yield action(
            material,
            passage,
            (start, passage.end),
            "action.marked",
            owner=match["who"],
            ref=ref_of(label),
            weight=90,
            due_words=match["due"],
        )


def _closing(
    material: Material,
    passage: Passage,
    mark: re.Match[str],
    who: tuple[str, str | None],
) -> Iterator[Record]:
    """What a bare "Action: CFO" closes."""
    span = _before(material, passage, mark.start())
    if span is not None:
        yield action(
            material,
            passage,
            span,
            "action.marked-after",
            owner=who[0],
            ref=ref_of(mark),
            weight=88,
            due_words=who[1],
        )


def _before(material: Material, passage: Passage, at: int) -> tuple[int, int] | None:
    """The words that a bare "Action: CFO" closes: the same sentence, else the one before it."""
    if at > 20:
        return _from_task(material, passage.body, passage.start + at)
    previous = material.before(passage)
    if previous is None:
        return None
    near = previous.block >= passage.block - 1 and (
        previous.block == passage.block or previous.kind not in ("heading", "row")
    )
    if not near or previous.end - previous.start <= 20:
        return None
    return _from_task(material, previous.body, previous.end)


def _from_task(material: Material, start: int, end: int) -> tuple[int, int]:
    """The words from where they say what is to be done; all of them where none do."""
    task = task_in(material, start, end)
    return (start if task is None else task), end


def _only_initials(material: Material, words: str) -> bool:
    """A line of the column of owners: initials of people present, and nothing else."""
    if len(words) > 20 or not re.fullmatch(INITIALS, words.strip(" .")):
        return False
    return all(one in material.directory for one in re.split(r"\s?[/&,]\s?", words.strip(" .")))


def _beside(material: Material, passage: Passage, words: str) -> Iterator[Record]:
    span = _before(material, passage, 0)
    if span is not None and _TASK.search(material.text, max(0, span[0] - 3), span[1]):
        yield action(
            material, passage, span, "action.beside", owner=words.strip(" ."), ref=None, weight=72
        )


def _behind_a_task(material: Material, passage: Passage, body: str) -> bool:
    """ "3. Badge audit. Head of Security. 19 May.": who and when, behind what is to be done."""
    first = passage.start == material.canonical.blocks[passage.block].start
    return not first and len(body) < _FEW and not DO_RE.match(body.lower())


_FEW = 32  # characters that say who or when


def _next_item(material: Material, passage: Passage) -> bool:
    """Whether the head is an item of the list itself: "1. Actions from 10 June", "2. Custody"."""
    number = _ITEM.match(passage.heading)
    if number is None or _ITEM.match(material.text, passage.start) is None:
        return False
    at = material.text.rfind(passage.heading, 0, passage.start)
    then = _ITEM.match(material.text, at + len(passage.heading)) if at >= 0 else None
    return then is not None and int(then["n"]) == int(number["n"]) + 1


_ITEM = re.compile(r"\s*(?P<n>\d{1,2})[.)] ")
_TO_SOMEBODY = re.compile(r"[A-Z][\w .]{1,30}: \S")


def _headed(material: Material, passage: Passage) -> Iterator[Record]:
    body = material.text[passage.body : passage.end]
    if NONE.match(body) or len(body) < 12 or material.profile.type == "agenda":
        return
    if (
        body.endswith(":")
        or _behind_a_task(material, passage, body)
        or (_next_item(material, passage) and _TO_SOMEBODY.match(body) is None)
    ):
        return
    listed = passage.kind == "item" or passage.body > passage.start
    listed = listed and not _NARRATED.search(body) and not _TITLE.match(body)
    if STARTS.match(body) or (listed and not _PAST.match(body)) or DO_RE.match(body.lower()):
        yield action(
            material,
            passage,
            (passage.body, passage.end),
            "action.headed",
            owner=None,
            ref=None,
            weight=75,
            anybody=True,
        )

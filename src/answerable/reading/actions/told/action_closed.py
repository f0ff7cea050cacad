"""A task in a line of its own that whoever is to do it closes.

"Ring round the four stations – DS", "Review the scheme of consent (Chief of Staff)", "Book a room
[KO]", "Check the return - RP to pick up", "Clear the backlog (Head of Forensics, 31 July)",
"Terms of reference to be redrafted – TW". Behind a sign stands who, and perhaps by when.
"""

import re
from collections.abc import Iterator

from answerable.reading.actions.parts.action_agents import agent, of_a_meeting
from answerable.reading.actions.parts.action_due import by_when
from answerable.reading.actions.parts.action_fields import action
from answerable.reading.actions.parts.action_words import DO
from answerable.reading.actions.parts.due_phrases import WHEN
from answerable.reading.clauses import Passage
from answerable.reading.deadlines import dates
from answerable.reading.material import Material
from answerable.reading.records import Record

_NEVER = ("inspection-report", "inspection-letter", "news", "press-release", "agenda")
_WHO = r"(?P<who>(?:the )?[A-Z][\w’'./&+-]*(?:,? [\w’'./&+-]+){0,6}?|[a-z]+(?: [a-z]+){0,3}?)"
_DUE = r"(?:(?:due|deadline|by when|target)(?: date)?:? )?(?P<due>[^()\[\]\n]{2,34}?)"
_TAIL = re.compile(
    r"(?:\.? ?[(\[](?:(?:[Oo]wner|[Ll]ead|[Aa]ction|ACTION|[Rr]esponsible|[Bb]y)\W{1,3})?"
    rf"(?P<who1>[^()\[\]\n]{{2,50}}?)(?:(?:[,;:–—]| -) ?{_DUE.replace('due>', 'due1>')})?[)\]]"
    rf"|\.? ?(?:[–—|]|->|→|⇒|\s-)\s*{_WHO}(?: to (?:do|action|pick up|pick this up|lead|take"
    r" forward|take on|follow up|progress|own|see to it))?"
    rf"(?:\s*(?:[,;–—|]|\s-)\s*{_DUE})?)\W*$"
)
_TASK = re.compile(
    rf"\W*(?:\d{{1,2}}(?:\.\d{{1,2}}){{0,2}}[.)]? )?(?P<do>(?:(?P<verb>(?i:{DO})|[Cc]lear|[Cc]lose"
    r"|[Ff]inish|[Ss]pend|[Kk]eep|[Oo]rder|[Ss]ell|[Tt]each|[Ww]alk|[Cc]ount|[Pp]ost|[Pp]ay)\b"
    r"(?! ?(?:of|on|from|and|or|for|plan|log|report|update)\b|:)|[A-Z\d])[^\n]*)"
)
_NEEDED = re.compile(
    r"\b(?:to (?:go|come) |to be (?:[a-z]+(?:ed|en|nt|ld|ght|wn|de|ut)|ready|in place)|needed"
    r"|required)\b"
)
# "The plan was to be finished", "there is work to be done": no task is handed out.
_TOLD = re.compile(
    r"\b(?:was|were|is|are|had|has|have|needs?|likely|expected|due|ready|said|hoped|would|will"
    r"|found|seems?|appears?|ought|noted|gave|reported|thought|did|does)\b"
)
_LISTS = re.compile(r"Present:? [A-Z]")  # who was there
_LEAST, _LONGEST = 10, 260  # characters of a task


def records(material: Material) -> Iterator[Record]:
    """One action for each such line of a paper of a meeting, a plan or a list."""
    if material.profile.type in _NEVER:
        return
    met = of_a_meeting(material)
    for passage in (*material.passages, *material.cells):
        if passage.kind == "row" or passage.section in ("attendance", "apologies", "definitions"):
            continue
        words = material.text[passage.body : passage.end]
        tail = _TAIL.search(words) if len(words) < _LONGEST and _SIGN.search(words) else None
        if tail is not None:
            yield from _closed(material, passage, words, tail, met=met)


_SIGN = re.compile(r"[)\]–—→⇒>|]| - ")


def _closed(
    material: Material, passage: Passage, words: str, tail: re.Match[str], *, met: bool
) -> Iterator[Record]:
    due = tail["due"] or tail["due1"]
    who = (tail["who"] or tail["who1"]).strip(" .,")
    if due is not None and not _day(due):
        return
    task = _TASK.fullmatch(words[: tail.start()])
    if task is None or len(task["do"]) < _LEAST or not _somebody(material, who):
        return
    needed = _NEEDED.search(task["do"]) is not None
    if _TOLD.search(task["do"]) or _LISTS.match(task["do"]) or not (task["verb"] or needed):
        return
    dashed = tail["who"] is not None
    heading = passage.kind == "heading" and not due and not (met and (dashed or needed))
    if heading or (not met and not task["verb"]) or (dashed and not met and due is None):
        return
    if not met and not due and not by_when(task["do"]) and passage.kind != "item":
        return
    start = passage.body + task.start("do")
    yield action(
        material,
        passage,
        (start, passage.body + task.end("do")),
        "action.general.closed-by",
        owner=who,
        ref=None,
        weight=68,
        due_words=due,
    )


def _day(words: str) -> bool:
    """Whether the words say when and nothing else."""
    plain = words.strip(" .")
    return (
        WHEN.fullmatch(plain.removeprefix("by "))
        or WHEN.fullmatch(plain)
        or next(iter(dates(plain)), None)
        or _LOOSE.fullmatch(plain)
    ) is not None


_LOOSE = re.compile(
    r"(?:by |from |before |due )?(?:\d[\d/.:-]*|(?:early|mid|late|end)[ -]\w+|Lent|Advent|spring"
    r"|summer|autumn|winter|Q[1-4][\w /]*|tb[ca]|asap|ongoing|same day|immediate(?:ly)?|(?:each"
    r"|every)"
    r" .+)",
    re.IGNORECASE,
)


def _somebody(material: Material, who: str) -> bool:
    parts = [one for one in re.split(r" ?[/&+,] ?| and ", who) if one]
    return bool(parts) and all(
        agent(material, one) or re.fullmatch(r"[A-Z]{2,4}|[A-Z][a-z]+ [A-Z]", one) for one in parts
    )

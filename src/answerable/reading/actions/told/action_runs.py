"""Tasks in a run of lines that each begin with who: "Callum and Vikram: one list of vacancies".

Also the tasks under a head that names who does them: "For the Chief Constable". What somebody
said in a note ("NC: 38 referrals were made") is told, and no task.
"""

import re
from collections.abc import Iterator, Sequence

from answerable.reading.actions.parts.action_fields import action
from answerable.reading.actions.parts.action_words import DO_RE, NOBODY, NONE, ONE_OWNER, WHO_ONLY
from answerable.reading.clauses import Passage
from answerable.reading.material import Material
from answerable.reading.records import Record

_NEVER = ("inspection-report", "news", "press-release", "agenda")
_NAME = (
    rf"(?:{ONE_OWNER}|[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?|[Mm]e|[Yy]ou|[Aa]ll|[Bb]oth|[Ee]veryone)"
)
_LINE = re.compile(
    r"\W*(?:\d{1,2}[.)] )?(?:(?P<ref>[A-Z]{1,4}[-/]?\d{1,4}|\d{1,3}/\d{2}(?:/[a-z])?)"
    r"[.:)]? )?"
    rf"(?P<who>{_NAME}(?:(?:,? and |, | ?/ ?| ?& ?| ?\+ ?){_NAME}){{0,3}}"
    r"(?: \([^()\n]{2,30}\))?)"
    r" ?(?::|\s[-–—])\s*(?:to |please )?(?P<do>[a-z\d][^\n]{7,})"
)
_REF = re.compile(r"[A-Z]{1,5}[-/]?\d")  # "IB9: explain …" begins with a number of its own
# A line that was broken off and goes on with another: "… from today me - ring the bank".
_BROKEN = re.compile(r"[\s.](?=(?:me|you|all|everyone|both) [-–—:] )")
_HANDED = re.compile(
    r"\b(?:actions?|tasks?|to[- ]do|to-?dos|jobs|homework|next steps|follow[- ]?up"
    r"|who[’']?s? (?:is |are )?(?:doing|does|to do|will do) what|list)\b",
    re.IGNORECASE,
)
_DONE = re.compile(r"\b(?:taken|completed?|closed|since)\b", re.IGNORECASE)
# Words of a report: what is, was or will be so is told, and nobody's task.
_TOLD = re.compile(
    r"\b(?:is|are|was|were|has|have|had|said|says|isn[’']t|aren[’']t|wasn[’']t|hasn[’']t|thinks?"
    r"|thought|noted|reported|agrees|agreed|asked|apologies|will be|would)\b"
)
_FOR = re.compile(
    rf"\W*(?:\d{{1,2}}[.)] )?(?:(?:[Aa]ctions? )?(?:[Ff]or|[Oo]n|[Bb]y) )?"
    rf"(?P<who>(?:the |both )?(?:{WHO_ONLY.pattern}|[A-Z][\w’']*(?:[’']s)? office"
    rf"|both \w+|[A-Z]{{3,6}}|{_NAME}))\W*"
)
_LED_BY = re.compile(r"\W*(?:\d{1,2}[.)] )?(?:[Aa]ctions? )?(?:[Ff]or|[Oo]n|[Bb]y) ")
_OF_ACTIONS = re.compile(r"\b(?:[Aa]ctions?|ACTIONS?|[Tt]asks|[Ww]ho (?:does|is doing) what)\b")
_FEWEST = 2  # lines: one that begins with a name is no run
_SHORT = 12  # characters of a task


def records(material: Material) -> Iterator[Record]:
    """One action for each line of a run, and each line under a head that names who."""
    if material.profile.type in _NEVER:
        return
    for run in _runs(material):
        if len(run) >= _FEWEST and _handed_out(material, run):
            for passage, match in run:
                yield from _tasks(material, passage, match)
    yield from _under_heads(material)


def _runs(material: Material) -> Iterator[list[tuple[Passage, re.Match[str]]]]:
    """Lines that stand together and begin with who."""
    run: list[tuple[Passage, re.Match[str]]] = []
    for passage in material.passages:
        match = None
        if passage.kind in ("item", "paragraph", "key_value"):
            match = _LINE.fullmatch(material.text, passage.start, passage.end)
        if match is not None and not NOBODY.match(match["who"]) and not _REF.match(match["who"]):
            run.append((passage, match))
            continue
        if run and passage.block == run[-1][0].block:
            continue  # more of the same line
        yield run
        run = []
    yield run


def _handed_out(material: Material, run: Sequence[tuple[Passage, re.Match[str]]]) -> bool:
    """Whether the head of a run, or in a mail its names, say that these are tasks."""
    first = run[0][0]
    if any(_TOLD.search(match["do"]) and not DO_RE.match(match["do"]) for _, match in run):
        return False
    lead = material.text[first.lead.start : first.lead.end] if first.lead else ""
    if any(_HANDED.search(one) and not _DONE.search(one) for one in (lead, first.heading)):
        return True
    if first.section == "actions":
        return True
    if not material.canonical.media_type.startswith("message/"):
        return False
    known = {part for one in material.directory.values() for part in one.split()}
    named = {one for _, match in run for one in re.split(r"\W+", match["who"])}
    return bool(named & known) or bool(named & {"me", "Me", "you", "You"})


def _tasks(material: Material, passage: Passage, match: re.Match[str]) -> Iterator[Record]:
    start, who = match.start("do"), match["who"]
    for part in (*_BROKEN.finditer(material.text, match.start("do"), passage.end), None):
        end = part.start() if part else passage.end
        if not NONE.match(material.text, start, end):
            yield action(
                material, passage, (start, end), "action.who-what", owner=who, ref=match["ref"],
                weight=76,
            )  # fmt: skip
        if part is not None and (then := _LINE.match(material.text, part.end(), passage.end)):
            start, who = then.start("do"), then["who"]


def _under_heads(material: Material) -> Iterator[Record]:
    """Lines under a head that names who, in a paper whose title or section is of actions."""
    titled, owner, seen = False, "", -1
    for passage in material.passages:
        words = material.text[passage.start : passage.end]
        if passage.kind == "heading":
            who = _FOR.fullmatch(words) if titled else None
            told = who is not None and (_LED_BY.match(words) or WHO_ONLY.fullmatch(who["who"]))
            owner = who["who"] if who is not None and told else ""
            titled = (titled and bool(owner)) or _OF_ACTIONS.search(words) is not None
            continue
        if not owner or passage.kind != "item" or passage.block == seen:
            continue
        seen = passage.block
        block = material.canonical.blocks[passage.block]
        if block.end - passage.body >= _SHORT and not NONE.match(words):
            yield action(
                material, passage, (passage.body, block.end), "action.headed", owner=owner,
                ref=None, weight=84,
            )  # fmt: skip

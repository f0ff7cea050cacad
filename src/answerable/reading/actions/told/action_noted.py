"""Actions that papers of meetings note in other forms than "who is to do what".

"A redacted copy to be provided by 20 December", "Action 112 (share the plan)
was closed", and rows without a head: "Action 07/01 | Repeat the sample | Head of Scrutiny | …".
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from answerable.reading.actions.parts.action_agents import of_a_meeting
from answerable.reading.actions.parts.action_due import by_when
from answerable.reading.actions.parts.action_fields import action
from answerable.reading.actions.parts.action_owners import owner_of
from answerable.reading.actions.parts.action_words import DO_RE, OWNER
from answerable.reading.actions.parts.log_cells import due_of
from answerable.reading.layout.canonical_text import Block
from answerable.reading.material import Material
from answerable.reading.records import Record, Value, record
from answerable.vocabulary.log_status import state_of

_KINDS = ("minutes", "decision", "action-log", "other")
_TO_BE = re.compile(
    r"\W*(?:\d{1,2}(?:\.\d{1,2}){0,2}\.? )?"
    r"(?P<do>(?:A|An|The|All|Both|Training|[A-Z][a-z]+s)\b[^.;:()?]{0,120}? to be "
    r"(?:put|[a-z]+(?:ed|en|ent|one|ade|ght|ld|wn|id))\b[^.;()?]{0,120}?)"
    r"\.?"
)
# "Matter to be listed at the next meeting", "These are to be published on the website": what is
# done with papers and with the next agenda, by nobody named.
_OF_PAPERS = re.compile(
    r"\W*(?:\d{1,2}(?:\.\d{1,2}){0,2}\.? |\([a-z]\) )?(?:\([^()]{3,60}\) [–-] )?"
    r"(?P<do>(?:[Aa]n?|[Tt]he|[Aa]ll|[Bb]oth|[Tt]his|[Tt]hese|[Tt]hose|[Ii]t|Matter|Item|Details"
    r"|[A-Z][a-z]+s)(?! (?:who|which|that)\b)\b[^.;:()?]{0,80}? ?(?:(?:is|are) )?to be"
    r" (?:listed|circulated|distributed|sent|shared|published|placed on|added to"
    r"|included (?:in|on)|displayed|brought (?:back )?to|presented (?:back )?(?:to|at)"
    r"|submitted to|forwarded|e-?mailed|uploaded|raised (?:with|at)|chased|followed up"
    r"|reported (?:back )?to|put (?:on|to)|invited|discussed (?:at|with|further)|carried forward"
    r"|revisited|signed)\b[^.;()?]{0,140}?)"
    r"[.;]?"
)
# "The plan was to be finished", "there is work to be done": no task is handed out.
_TOLD = re.compile(
    r"\b(?:was|were|is|are|had|has|have|needs?|seems?|appears?|likely|expected|due|ready|able"
    r"|said|asked|hoped|wanted|would|will|found|shown|used|failed|ought) (?:\w+ )?to be\b"
    r"|\b(?:is|are|was|were|had|said|asked|noted) [^.]* to be\b"
)
_REF_TOLD = re.compile(
    r"\b(?:Actions?|ACTIONS?) (?P<ref>(?:[A-Z]{1,4}[/-])?\d[\w/.-]{0,8}) "
    r"\((?P<do>[a-z][^()]{8,140})\)(?!:)(?P<state>[^.;]{0,60})"
)
_STATE = re.compile(r"\b(?:closed|completed?|done|discharged|open|carried forward|overdue)\b")
_REF_CELL = re.compile(r"(?:Action|ACTION|AP|Act\.?) ?(?P<ref>[A-Z]{0,6}[/-]?\d[\w/.-]{0,8})\W*")
_FEWEST = 3  # cells: what, who, when, behind the number
_SHORT = 8  # characters: what is shorter names a state


def records(material: Material) -> Iterator[Record]:
    """The actions of such sentences and rows."""
    if material.profile.type not in _KINDS:
        return
    met = material.profile.type == "minutes" or of_a_meeting(material)
    for passage in material.passages:
        if passage.kind in ("row", "heading") or passage.section in ("attendance", "definitions"):
            continue
        words = material.text[passage.start : passage.end]
        for told in _REF_TOLD.finditer(words):
            if DO_RE.match(told["do"]) is None:
                continue
            span = passage.start + told.start("do"), passage.start + told.end("do")
            one = action(
                material, passage, span, "action.by-number", owner=None, ref=told["ref"], weight=80
            )
            state = _STATE.search(told["state"])
            yield one if state is None else _in_state(one, state_of(state.group()))
        noted = _to_be(words) if met and " to be " in words else None
        if noted is not None:
            span = passage.start + noted.start("do"), passage.start + noted.end("do")
            yield action(material, passage, span, "action.to-be", owner=None, ref=None, weight=58)
    for block in material.canonical.blocks:
        if block.kind == "row" and len(block.cells) > 1:
            yield from _who_first(material, block)
        if block.kind == "row" and len(block.cells) > _FEWEST:
            yield from _row(material, block)


def _to_be(words: str) -> re.Match[str] | None:
    """Something that is to be done by a day or a meeting, or with a paper of the meeting."""
    noted = _TO_BE.fullmatch(words)
    if noted is not None and not _TOLD.search(noted["do"]) and by_when(words):
        return noted
    of_papers = _OF_PAPERS.fullmatch(words)
    return of_papers if of_papers is not None and not _WAS.search(of_papers["do"]) else None


_WAS = re.compile(
    r"\b(?:was|were|had|has|have|needs?|seems?|appears?|likely|expected|due|ready|able|said|asked"
    r"|hoped|wanted|would|will|found|used|failed|ought|not|agreed|whether|if|continues?|remains?)\b"
)


# "ACTION AC/31/07 | TV to walk the fence | 4 June 2031": who stands before what is to be done.
_WHO_TO_DO = re.compile(rf"(?P<who>{OWNER}) to (?P<do>{DO_RE.pattern}.*)", re.DOTALL)


def _who_first(material: Material, block: Block) -> Iterator[Record]:
    cells = [material.canonical.exact(cell).strip() for cell in block.cells]
    ref = _REF_CELL.fullmatch(cells[0])
    told = _WHO_TO_DO.match(cells[1]) if ref is not None else None
    if ref is None or told is None:
        return
    found = owner_of(material, told["owner"])
    given: dict[str, Value] = {"ref": ref["ref"], **found.fields()}
    given |= due_of(cells[2] if len(cells) > 2 and cells[2] else None)
    begin = block.cells[1].start + material.canonical.exact(block.cells[1]).find(told["do"])
    support = {"owner": (block.cells[1].start, block.cells[1].start + len(told["owner"]))}
    if len(cells) > 2 and cells[2]:
        support["due"] = (block.cells[2].start, block.cells[2].end)
    yield record(
        "action",
        (begin, begin + len(told["do"].rstrip(" ."))),
        "action.numbered-row",
        given=given,
        support=support,
        inferred=found.inferred(),
        weight=71,
    )


def _in_state(one: Record, state: str | None) -> Record:
    return replace(one, fields={**one.fields, "disposition": state})


def _row(material: Material, block: Block) -> Iterator[Record]:
    """A row whose first cell is the number of an action, whatever stands above it."""
    cells = [" ".join(material.canonical.exact(cell).split()) for cell in block.cells]
    ref = _REF_CELL.fullmatch(cells[0])
    what = block.cells[1]
    if ref is None or len(cells[1]) < _SHORT or not cells[1][0].isupper():
        return
    found = owner_of(material, cells[2])
    given: dict[str, Value] = {"ref": ref["ref"], **found.fields()}
    given |= due_of(cells[3])
    support: dict[str, tuple[int, int]] = {
        name: (cell.start, cell.end)
        for name, cell in (("owner", block.cells[2]), ("due", block.cells[3]))
        if cell.end > cell.start
    }
    yield record(
        "action",
        (what.start, what.end),
        "action.numbered-row",
        given=given,
        support=support,
        inferred=found.inferred(),
        weight=70,
    )

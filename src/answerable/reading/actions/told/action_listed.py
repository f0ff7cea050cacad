"""Actions of a list or a cell that says so: "The following actions were set:", "-> TB to send".

A message says who in its own words: "you: chase the district", "me: redo the note".
"""

import re
from collections.abc import Iterator

from answerable.reading.actions.parts.action_agents import NOUN, of_a_meeting
from answerable.reading.actions.parts.action_fields import STARTS, action
from answerable.reading.actions.parts.action_heads import beside_tasks, columns, of_tasks
from answerable.reading.actions.parts.action_line_parts import does_before
from answerable.reading.actions.parts.action_readers import addressee
from answerable.reading.actions.parts.action_words import DO, DO_RE, NOBODY, NONE, ONE_OWNER
from answerable.reading.actions.tables.action_tables import action_rows
from answerable.reading.actions.told import action_runs
from answerable.reading.actions.told.action_marks import owners_apart
from answerable.reading.clauses import Passage
from answerable.reading.material import Material
from answerable.reading.records import Record

_NEVER = ("inspection-report", "inspection-letter", "news", "press-release", "agenda")
# Words that open a list of actions; a list under them is one of actions.
_LEAD = re.compile(
    r"(?:\b(?:actions?|action points?|tasks|to-?dos?|next steps|follow-?up)\b[^.?]{0,70}[:–-]\s*$"
    r"|\b(?:asked|agreed|requested|required|resolved|directed|tasked|commissioned|undertook"
    r"|require|need|want|expect|ask|request|send|supply|provide|let (?:me|us) have)\b"
    r"[^.?]{0,40}\b(?:following|these|as follows|be done|all of)\b[^.?]{0,40}:?\s*$"
    r"|\b(?:grateful|helpful|please|(?:would|could|can|will|want|need|like|ask) you)\b[^.?]{0,60}"
    r"\b(?:following|these|as follows|below|things)\b[^.?]{0,40}:?\s*$"
    r"|\b(?:what|as|things) (?:I|we|was|were|had been|has been|you|they)\b[^.?]{0,30}"
    r"\b(?:wrote|noted|agreed|jotted|asked|took away|promised|owe|need to do|must do|have to do)\b"
    r"[^.?]{0,20}:\s*$"
    # "What I need from the Board:", "Would you please", "Please could you all:"
    r"|\bwhat (?:I|we) (?:need|want|ask|require|expect|would like)\b[^.?]{0,40}:\s*$"
    # "To get there I need a few things:", "I have told the chief what I expect:"
    r"|\b(?:I|we) (?:\w+ )?(?:need|want|ask for)[^.?:]{0,20} (?:things|items|points)\b"
    r"[^.?]{0,20}:\s*$"
    r"|\b(?:told|asked|written to)\b[^.?:]{2,40}\bwhat (?:I|we) (?:expect|want|need)\s*:\s*$"
    # "For the June meeting the Commissioner would like:"
    r"|\b(?:the|our|my) (?:[\w-]+ ){1,4}(?:would like(?: to (?:see|have))?|wants|needs"
    r"|has asked for|is asking for|asks for)\s*:\s*$"
    r"|\bif you (?:would|could)(?: please| kindly)?\s*[:–—-]*\s*$"
    r"|\b(?:need|want|like|ask|expect|require) you(?: all| both)?(?: please)? to\s*[:–—-]*\s*$"
    r"|\b(?:would|could|can|will) (?:you|everyone|members|colleagues|all of you)(?: all| both)?"
    r"(?:,? please)?\s*[:–—-]*\s*$|(?:^|[.;] )\W*please(?: would you| could you)?\s*[:–—-]*\s*$)",
    re.IGNORECASE,
)
# "I require the following from you:": each thing in the list is asked for.
_ASKS = re.compile(
    r"\b(?:I|[Ww]e|[Pp]lease)\b[^.?:]{0,30}\b(?:require|need|want|expect|ask|request|send|supply"
    r"|provide|have)\b[^.?:]{0,30}\b(?:following|these)\b[^.?:]{0,40}:?\s*$"
    r"|\b[Pp]lease (?:send|supply|provide|let)\b[^.?:]{0,40}:\s*$"
    r"|\b(?:I|[Ww]e) (?:\w+ )?(?:need|want|ask for)[^.?:]{0,20} (?:things|items|points)\b"
    r"|\bwhat (?:I|we) (?:expect|want|need)\s*:\s*$"
)
# The same of somebody else: "the Mayor would like:", in a letter or a message from one to another.
_WANTS = re.compile(
    r"\b(?:[Tt]he|[Oo]ur|[Mm]y) (?:[\w-]+ ){1,4}(?:would like(?: to (?:see|have))?|wants|needs"
    r"|has asked for|is asking for|asks for)\s*:\s*$"
)
# "Within a month the Council has agreed to:": each line below is what it is to do.
_HAS_AGREED = re.compile(
    rf"\b(?!(?:Within|By|In|Before|On|Following|After)\b)(?P<who>(?:the |The )?[A-Z]{NOUN}|it"
    rf"|they)"
    rf" (?:has|have) (?:also |now |further )?agreed to\s*[:–—-]*\s*$"
)
# Words that ask their readers for each line of the list below: any verb there is a task.
_OF_YOU = re.compile(
    r"\b(?:you|everyone|members|colleagues|please)\b|\b[Ww]hat (?:I|we) (?:need|want|ask|require)"
)
_TASK = re.compile(
    r"\W*(?!(?:the|an?|that|to|of|in|for|no|not|your|our|if|it|this|all)\b)[a-z]+ [a-z0-9]"
)
# "Tabitha: outturn round by May": in a list of tasks whatever stands behind a name.
_NAME_COLON = re.compile(
    r"^\W*(?P<owner>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?(?:(?: and |/| & |, )[A-Z][\w’'-]+"
    r"(?: [A-Z][\w’'-]+)?){0,2}) ?(?::|\s[-–—]) (?P<do>[a-z][^\n]{6,})"
)
_WORK = re.compile(r"\W*(?!(?:the|an?|that|to|of|in|for|no|not|your|our|if|it)\b)[a-z]+ \S")
_FROM_WHOM = re.compile(r"\bfrom (?P<who>(?:the )?[A-Z][\w’' -]{1,40}?)(?: is)?\W*$")
_DEAR = re.compile(r"^(?:Dear|Hi|Hello)\s+(?P<who>[A-Z][a-z]+)\W*$|^(?P<all>All|Both)\W*$", re.M)
_NOT_LEAD = re.compile(
    r"\b(?:closed|complete[d]?|discharged|taken by|have taken|had taken|no (?:new )?actions?"
    r"|not agreed|force has|in response|update on)\b",
    re.IGNORECASE,
)
_ARROW = re.compile(r"\s*(?:->|=>|→|⇒|►|➔|➜|>>)\s*")
_MINE = (
    r"(?:you|me|I|us|all|everyone|everybody|nobody(?: yet)?|no one(?: yet)?|tb[ca]|[A-Z][a-z]+)"
)
_COLON = re.compile(
    rf"^\W*(?P<owner>(?:{ONE_OWNER})(?:(?: and |/| & |, )(?:{ONE_OWNER}))?|{_MINE})"
    rf"\s?(?::|\s[-–—])\s*(?:to |please )?(?P<do>{DO}\b[^\n]*)"
)
_ANY_WHO = re.compile(rf"^\W*(?P<owner>{_MINE}) (?:to|will|should) (?P<do>{DO}\b[^\n]*)")
_FROM = re.compile(r"^(?:From|To): ?\"?(?P<name>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)+)", re.MULTILINE)


def records(material: Material) -> Iterator[Record]:
    """Actions of led lists, of arrows, of "who: what" lines and of columns headed "Action"."""
    yield from action_runs.records(material)
    letter = material.profile.type == "inspection-letter"
    if letter and not material.canonical.media_type.startswith("message/"):
        yield from _of_reader(material)
        return
    if material.profile.type in _NEVER and not letter:
        return
    for passage in material.passages:
        if passage.kind in ("row", "heading") or passage.section in ("attendance", "apologies"):
            continue
        words = material.text[passage.start : passage.end]
        arrow = _ARROW.match(words)
        led = _led(material, passage)
        if arrow is not None:
            yield from _arrows(material, passage, passage.start + arrow.end())
        elif led:
            yield from _task(material, passage, (passage.body, passage.end), "action.led", 74)
        elif passage.kind == "item":
            yield from _colon(material, passage, passage.start, 66)
    yield from _cells(material)


def _of_reader(material: Material) -> Iterator[Record]:
    """What a letter of any sort asks its reader for in a list: "Please do the following:"."""
    for passage in material.passages:
        if passage.kind != "row" and _led(material, passage) and passage.lead is not None:
            lead = material.text[passage.lead.start : passage.lead.end]
            if _OF_YOU.search(lead) and not _MUST.search(lead):
                span = passage.body, passage.end
                yield from _task(material, passage, span, "action.led", 92)


_MUST = re.compile(r"\b(?:should|must|recommend\w*)\b")
# "-> TO + DS joint walkabout": initials, and then what without a verb.
_NOTED = re.compile(
    r"(?P<owner>[A-Z]{2,4}(?: ?[/&+,] ?[A-Z]{2,4}| and [A-Z]{2,4}){0,3}) (?P<do>[a-z][^\n]{6,})"
)


def _arrows(material: Material, passage: Passage, start: int) -> Iterator[Record]:
    """Each task of a line of arrows: "-> ER to ring the bank -> ME find the lease"."""
    more = list(_ARROW.finditer(material.text, start, passage.end))
    for end, then in zip(
        [*(one.start() for one in more), passage.end], [*(one.end() for one in more), passage.end],
        strict=True,
    ):  # fmt: skip
        words = material.text[start:end].rstrip()
        noted = _NOTED.fullmatch(words)
        if noted is not None and not re.match(r"(?:to|will|should|must) ", noted["do"]):
            span = start + noted.start("do"), start + len(words)
            yield action(
                material, passage, span, "action.arrow", owner=noted["owner"], ref=None, weight=86
            )
        else:
            yield from _task(material, passage, (start, end), "action.arrow", 86)
        start = then


def _led(material: Material, passage: Passage) -> bool:
    """Whether an item hangs from words that open a list of actions."""
    listed = passage.kind == "item" or passage.body > passage.start
    if listed and _headed(material, passage):
        return True
    if passage.lead is None or not listed:
        return False
    lead = material.text[passage.lead.start : passage.lead.end]
    others = _CALLS_FOR.search(lead) or _WANTS.search(lead)
    if others and not _between_two(material):
        return False
    opens = _LEAD.search(lead) is not None or _HAS_AGREED.search(lead) is not None
    return opens and _NOT_LEAD.search(lead) is None


# "6. What I need from you", as the head of a list in a letter or a message.
_HEADED = re.compile(
    r"\W*(?:\d{1,2}[.)]? )?(?:[Ww]hat (?:I|we) (?:need|want|ask) (?:from|of) you"
    r"|(?:[Ff]or|[Aa]sks of) you(?: to do)?|(?:[Ww]hat )?you(?:r part| need to do))\W*"
)


def _headed(material: Material, passage: Passage) -> bool:
    return _HEADED.fullmatch(passage.heading) is not None and _between_two(material)


# "What we want the landlord to do:", in a blog or a leaflet: a call on others, and no task.
_CALLS_FOR = re.compile(
    r"^(?!.*\byou\b).*\b(?:we|I)(?:[’']ve| have|[’']re| are|[’']d)? (?:also |now |all )?"
    r"(?:want|ask|asked|asking|need|call|calling|called|demand|demanded|demanding|like)\b",
    re.IGNORECASE,
)


def _between_two(material: Material) -> bool:
    """Whether a paper is one of a meeting, or a letter or message from one to another."""
    message = material.canonical.media_type.startswith("message/")
    return message or of_a_meeting(material) or _ADDRESSED.search(material.text[:3000]) is not None


_ADDRESSED = re.compile(r"^\W*(?:Dear\b|To: )", re.MULTILINE)


def _task(
    material: Material, passage: Passage, span: tuple[int, int], rule: str, weight: int
) -> Iterator[Record]:
    start, end = span
    words = material.text[start:end]
    if NONE.match(words) or len(words) < 8:
        return
    lead = material.text[passage.lead.start : passage.lead.end] if passage.lead else ""
    led = rule == "action.led"
    asked = led and (_OF_YOU.search(lead) or _headed(material, passage))
    named = list(_colon(material, passage, start, weight, led=led))
    if named:
        yield from named
        return
    anybody = _ANY_WHO.match(words)
    if asked and _TASK.match(words[:1].lower() + words[1:]):
        yield action(
            material, passage, (start, end), "action.asked-for",
            owner=_asked_of(material, lead), ref=None, weight=weight,
        )  # fmt: skip
    elif led and _HAS_AGREED.search(lead) and _WORK.match(words):
        yield action(
            material, passage, (start, end), "action.asked-for", owner=None, ref=None,
            weight=weight,
        )  # fmt: skip
    elif led and (_ASKS.search(lead) or _WANTS.search(lead)):
        yield action(
            material, passage, (start, end), "action.asked-for",
            owner=addressee(material), ref=None, weight=weight,
        )  # fmt: skip
    elif STARTS.match(words) or DO_RE.match(words[:1].lower() + words[1:]) or anybody:
        owner = anybody["owner"] if anybody and not STARTS.match(words) else None
        begin = start + anybody.start("do") if owner and anybody else start
        yield action(
            material, passage, (begin, end), rule, owner=owner, ref=None,
            weight=weight, anybody=True,
        )  # fmt: skip


def _asked_of(material: Material, lead: str) -> str | None:
    """Whom the words above a list ask: by name, or the reader of the letter."""
    named = _FROM_WHOM.search(lead)
    if named is not None:
        return named["who"]
    greeted = _DEAR.search(material.text[:2000])
    return addressee(material) or ((greeted["who"] or greeted["all"]) if greeted else None)


def _colon(
    material: Material, passage: Passage, start: int, weight: int, *, led: bool = False
) -> Iterator[Record]:
    """ "DCC: send the figures": who, and what in small letters."""
    words = material.text[start : passage.end]
    match = _COLON.match(words) or (_NAME_COLON.match(words) if led else None)
    if match is None or not match["do"][0].islower() or _nobody(match["owner"]):
        return
    owner = _whom(material, match["owner"])
    yield action(
        material,
        passage,
        (start + match.start("do"), passage.end),
        "action.who-what",
        owner=owner,
        ref=None,
        weight=weight,
    )


def _nobody(owner: str) -> bool:
    """A label ("Note"), or a number of the task ("IB9")."""
    return NOBODY.match(owner) is not None or re.match(r"[A-Z]{1,5}[-/]?\d", owner) is not None


def _whom(material: Material, owner: str) -> str | None:
    """Who "you" is in a message; nobody for "nobody yet"."""
    plain = owner.lower()
    if plain.startswith(("nobody", "no one", "tb")):
        return None
    if plain == "you":
        names = [one["name"] for one in _FROM.finditer(material.text[:600])]
        return names[1] if len(names) > 1 else owner
    return owner


_OF_DECISIONS = re.compile(
    r"(?:key )?(?:decisions?|outcomes?|resolutions?|agreed|conclusions?)(?: (?:made|taken))?",
    re.IGNORECASE,
)


def _names_a_column(cell: str) -> bool:
    """Whether a cell is a head below a banner that spans it: "Progress" below "Action"."""
    return len(cell.split()) <= _HEAD_WORDS and bool(columns((cell,)))


_HEAD_WORDS = 2


def _cells(material: Material) -> Iterator[Record]:
    """Cells of a column headed "Action" that names no owner in a column of its own."""
    logged = {block.start for block, _ in action_rows(material)}
    for passage in material.cells:
        block = material.canonical.blocks[passage.block]
        cell = material.text[passage.start : passage.end]
        if block.start in logged or of_tasks(cell) or _names_a_column(cell):
            continue
        words = material.text[passage.body : passage.end]
        if _OF_DECISIONS.fullmatch(passage.heading.strip(" :")) and does_before(words) is not None:
            yield from _task(material, passage, (passage.body, passage.end), "action.cell", 82)
        elif _OF_DECISIONS.fullmatch(passage.heading.strip(" :")):
            yield from _ordered_too(material, passage, words)
        elif of_tasks(passage.heading) and not beside_tasks(passage.heading, block.header):
            for span in owners_apart(words, passage.body):
                yield from _task(material, passage, span, "action.cell", 82)


def _ordered_too(material: Material, passage: Passage, words: str) -> Iterator[Record]:
    """What a decision orders behind what it settles: "Approved; Clerk to tell the bank"."""
    for clause in _CLAUSE.finditer(words):
        if does_before(clause["do"]) is not None:
            span = passage.body + clause.start("do"), passage.body + clause.end("do")
            yield from _task(material, passage, span, "action.cell", 82)


_CLAUSE = re.compile(r"; (?:and )?(?P<do>[^;]{8,300})")

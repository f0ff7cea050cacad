"""What a meeting resolves that somebody else do: "RESOLVED: That the Commissioner be asked to …".

Whom it asks is whom it names: never the meeting, nor the body that the document is about. What it
asks of its own officers is an action, and so are papers that anybody is to send it; what it asks
of a commissioner, a cabinet or a trust, or recommends, is a recommendation.
"""

import re
from collections.abc import Iterator

from answerable.reading.clauses import Passage
from answerable.reading.deadlines import Deadline, deadline
from answerable.reading.findings.duties.duty_records import duty_record
from answerable.reading.findings.duties.duty_words import bare
from answerable.reading.material import Material
from answerable.reading.modals import NOT_TAKEN
from answerable.reading.records import Record, Value, record
from answerable.reading.worded import worded

_RESOLVED = worded(
    "AGREED|RECOMMENDED|RESOLVED|Recommended|Resolved",
    r"\b(?:RESOLVED|RECOMMENDED|AGREED)\b|^\W*(?:It was )?(?:Resolved|Recommended)\b",
)
_WHO = (
    r"(?P<who>(?:[Tt]he )?(?:[A-Z][\w’'-]*)"
    r"(?: (?:[A-Z][\w’'-]*|and|of(?: the)?|for|&)|, (?=[A-Z])){0,7})"
)
_ASKED = re.compile(
    rf"(?:\b[Tt]hat |^\W*\(?\w{{1,3}}[.)] (?!That\b)|\([a-z\d]{{1,3}}\) ){_WHO},? be "
    r"(?P<verb>asked|invited|requested|instructed|recommended|urged|advised|encouraged"
    r"|called (?:up)?on) to "
    r"(?P<do>[a-z][^;.]{8,300})"
)
# "RESOLVED that Cabinet be recommended to:": what it is stands in the list below.
_LISTED = worded(
    "advised|called on|called upon|encouraged|recommended|urged",
    rf"\b[Tt]hat {_WHO},? be (?:recommended|urged|advised|encouraged|called (?:up)?on)"
    r"(?: to)?\W*$",
)
# "(c) that the Commissioner publish …": no "s", no "be": a wish of the meeting.
_PUBLISH = re.compile(
    rf"(?:\b[Tt]hat |^\W*\(?\w{{1,3}}[.)] (?!That\b)){_WHO} "
    rf"(?P<do>(?!(?:be|is|are|was|were|has|have|had"
    r"|will|would|can|could|did|does|do|may|might|should|must|shall|not|in|on|at|of|to|for|as|by"
    r"|and|or|no|with|which|who"
    r"|the|an?|all|any|that|this|these|its|their)\b)"
    r"[a-z]+(?<!s)(?<!ed)(?<!ing),? [^;.]{8,300})"
)
# "RESOLVED: That the Panel:- (b) requests the Monitoring Officer to …".
_ASKS = (
    r"(?:^\W*(?:\(?\w{1,3}[.)] )?|\b(?:Committee|Panel|Board|Council|Cabinet|Members) "
    r"|[;,] (?:and )?|\band )(?P<verb>requests?|asks?|instructs?|invites?|recommends?|urges?)"
)
_REQUESTS = re.compile(rf"{_ASKS} {_WHO} to (?P<do>[a-z][^;.]{{8,300}})")
_REQUESTS_THAT = re.compile(
    rf"{_ASKS} that (?P<do>(?:an?|the|all|any|further|future|regular|[a-z]+s) [^;.]{{2,160}}? be "
    r"(?!(?:noted|approved|agreed|received|endorsed|accepted|adopted|signed|thanked)\b)"
    r"[a-z]+(?:ed|en|nt|ld|ght|wn|de)\b[^;.]{0,160})"
)
_LINE = re.compile(
    r"\W*(?:\(?\w{1,3}[.)] )?(?:[Tt]hat\b|the [A-Z]|[A-Z][\w ]{2,40} be [a-z]+ed to|(?:request"
    r"|ask|instruct|invite|recommend"
    r"|urge)s?\b)"
)
_TASKS = ("asked", "invited", "requested", "instructed", "request", "ask", "instruct", "invite")
_NEAR = 8  # passages between "RESOLVED:" and a line of its list
_OFFICE = re.compile(
    r"\b(?:Commissioner|Constable|Officer|Cabinet|Mayor|Council|Authority|Executive|Treasurer"
    r"|Director|Secretary|Minister|Government|Office|Force|Service|Police|Constabulary|Clerk"
    r"|Manager|Head|Co-?ordinator|Auditor|Chair(?:man)?|Board|Panel|Committee|Inspectorate"
    r"|Leader|Solicitor|Trust|Constabulary)\b"
)


# Who serves the meeting is told to; a commissioner or a cabinet is recommended to.
_OWN_OFFICER = re.compile(
    r"\b(?:Chair(?:man)?|Cabinet Member|Portfolio Holder|Lead Member|[Oo]fficers?|Secretary|Clerk"
    r"|Treasurer|Director|Manager|Head|Solicitor|Executive|Co-?ordinator)\b"
)


# The meeting itself: what it is to do is its own task, and what it goes on to hear is none.
_ITSELF = re.compile(r"\b(?:Panel|(?:Sub-)?Committee|Board|Members|(?:Working|Task) Group)$")
_OF_A_THING = re.compile(r"[’']s?$")
_ONLY_HEARS = re.compile(
    r"(?:continue to )?(?:receive|hear|note|welcome|endorse|accept|approve|agree|support|adopt"
    r"|see|recommend)\b"
)
# What these are asked to do is for them to answer; only papers that they are to send are a task.
_OUTSIDE = re.compile(
    r"\b(?:Commissioner|Constable|Mayor|Leader|Cabinet(?! Member)|Trust|Minister|Government"
    r"|Secretary of State|Home Secretary|Force|Constabulary|Police)$"
)
# "Decisions taken by Cabinet": each "That …" below such a title is resolved.
_DECISIONS = re.compile(r"\b(?:[Dd]ecisions|DECISIONS|[Rr]esolutions|RESOLUTIONS)\b")
_THAT = re.compile(r"\W*(?:\(?\w{1,3}[.)] )?That\b")
_TITLE = 200  # characters of a title
_SENDS = re.compile(
    r"(?:supply|provide|send|circulate|share|submit|write|set out|let|confirm|clarify)\b"
)


def records(material: Material) -> Iterator[Record]:
    """One record for each thing that a resolution asks or recommends of an office or a body."""
    since = _NEAR + 1
    led: tuple[int, int] | None = None
    listed = _DECISIONS.search(material.text, 0, _TITLE) is not None
    for passage in (*material.passages, *filter(_speaks, material.cells)):
        if passage.kind == "row":
            continue
        words = material.text[passage.start : passage.end]
        opens = _LISTED.search(words)
        if opens is not None:
            led = passage.start + opens.start("who"), passage.start + opens.end("who")
            continue
        led = led if _in_list(passage) else None
        if led is not None:
            to = _TO.match(material.text, passage.body, passage.end)
            yield _recommended(
                material, passage, (to.end() if to else passage.body, passage.end), led
            )
            led = None if words.endswith(".") else led
            continue
        decided = listed and _THAT.match(words) is not None
        since = 0 if decided or _RESOLVED.search(words) else since + 1
        if since > _NEAR or (since and not _LINE.match(words)):
            continue
        for match in _ASKED.finditer(words):
            outside = _OUTSIDE.search(match["who"]) and not _SENDS.match(match["do"])
            yield from _one(material, passage, match, "urged" if outside else match["verb"])
        for match in _PUBLISH.finditer(words):
            itself = _ITSELF.search(match["who"]) is not None
            if _OF_A_THING.search(match["who"]) or (itself and _ONLY_HEARS.match(match["do"])):
                continue
            own = itself or _OWN_OFFICER.search(match["who"]) is not None
            yield from _one(material, passage, match, "asked" if own else "recommended")
        for match in _REQUESTS.finditer(words):
            yield from _one(material, passage, match, match["verb"].removesuffix("s"))
        for match in _REQUESTS_THAT.finditer(words):
            if match["verb"].removesuffix("s") in _TASKS:
                span = bare(
                    material, passage.start + match.start("do"), passage.start + match.end("do")
                )
                yield _task(material, span, None, deadline(material.text, *span))


_TO = re.compile(r"(?:to|that (?:s?he|it|they)) (?=[a-z])")


def _in_list(passage: Passage) -> bool:
    """A line of a list below such words, and no numbered title of what comes next."""
    return passage.kind == "item" or (
        passage.body > passage.start and passage.kind not in ("heading", "row")
    )


def _speaks(cell: Passage) -> bool:
    """A cell that holds the text of a minute."""
    return cell.end - cell.start > _SENTENCE


_SENTENCE = 60  # characters


def _one(
    material: Material, passage: Passage, match: re.Match[str], verb: str
) -> Iterator[Record]:
    if not _OFFICE.search(match["who"]) or NOT_TAKEN.match(match["do"]):
        return
    who = passage.start + match.start("who"), passage.start + match.end("who")
    for begin, stop in _parts(match):
        span = bare(material, passage.start + begin, passage.start + stop)
        if verb in _TASKS:
            yield _task(material, span, who, deadline(material.text, *span))
        else:
            yield _recommended(material, passage, span, who)


def _recommended(
    material: Material, passage: Passage, span: tuple[int, int], who: tuple[int, int]
) -> Record:
    span = bare(material, *span)
    return duty_record(
        material,
        passage,
        span,
        who=who,
        modal="recommends",
        due=deadline(material.text, *span),
        cause=None,
        number=None,
        outside=False,
        rule="resolved.that",
        weight=91,
    )


_AND_THAT = re.compile(r"[,;]? and that (?=the |[A-Z])")
_AND_TO = re.compile(r",? and (?:also )?to (?=[a-z]+ (?!and\b)[a-z])")


def _parts(match: re.Match[str]) -> Iterator[tuple[int, int]]:
    """Each thing of "to publish the wait and to fund a system"."""
    at, end = match.span("do")
    other = _AND_THAT.search(match.string, at, end)  # what somebody else is to do
    end = other.start() if other is not None and other.start() - at >= _LEAST else end
    asked = match.re is not _PUBLISH
    for joint in _AND_TO.finditer(match.string, at, end) if asked else ():
        if joint.start() - at >= _LEAST and end - joint.end() >= _LEAST:
            yield at, joint.start()
            at = joint.end()
    yield at, end


_LEAST = 12  # characters


def _task(
    material: Material, span: tuple[int, int], who: tuple[int, int] | None, due: Deadline | None
) -> Record:
    given: dict[str, Value] = {
        "owner": re.sub(r"^[Tt]he ", "", material.text[slice(*who)]) if who else None,
        "due": due.due if due else None,
        "due_words": due.words if due else None,
        "due_basis": due.basis if due else "none",
    }
    return record(
        "action",
        span,
        "action.resolved",
        given=given,
        support={"owner": who} if who else {},
        weight=91,
    )

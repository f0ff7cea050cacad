"""What the columns of a table of actions hold, by their heads."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

_HEADS: tuple[tuple[str, str], ...] = (
    (
        "ref",
        r"(?:ref(?:erence)?\.?|no\.?|number|id|#|action (?:no\.?|ref\.?|number|id)|item(?: no\.?)?"
        r"|serial|unique .*|minute(?: (?:no\.?|ref\.?|number))?)$",
    ),
    (
        "raised",
        r"(?:raised(?: at| on)?|date (?:raised|set|opened|agreed|of action)|meeting(?: date)?"
        r"|date of meeting|origin(?:al meeting)?|date added|opened|source|from meeting)$",
    ),
    (
        "due",
        r"(?:due(?: date)?|end(?: date)?|finish(?: date)?|deadline(?: date)?"
        r"|target(?: (?:completion )?date)?|by when|date due"
        r"|completion(?: date)?|timescales?|timeframes?|timelines?|due by|complete by"
        r"|(?:to (?:be )?)?(?:finish|finished|done|deliver|delivered|completed"
        r"|implement|implemented|achieve|achieved|needed|required|wanted|start"
        r"|report(?:ed)? back) by(?: when| date)?|when by|by date|delivery date"
        r"|date for completion|expected completion|(?:agreed|original) (?:due |target"
        r" |completion )?date|implementation date)$",
    ),
    (
        "revised",
        r"(?:revised|new|current|extended|forecast|latest|moved to|now due)"
        r"(?: (?:due|target|completion|finish|end|deadline))*(?: dates?)?$",
    ),
    (
        "owner",
        r"(?:(?:action )?owner(?: ?/ ?lead)?|(?:action |delivery |strategic |force )?lead"
        r"(?: officer| person)?|responsible(?: (?:officer|person|lead|owner|manager|body))?"
        r"|by who|by whom|who|(?:assigned|allocated|given|tasked|handed) to|responsibility"
        r"|(?:action|task) (?:by|with|on|to|holder|taker|manager|officer|contact|person|member"
        r"|allocated to|assigned to)|holder|nominated (?:officer|person|lead)|officer|sro"
        r"|who(?:[’']s| is) (?:doing|on) it|who (?:does|will do) it|given by"
        r"|accountable(?: (?:officer|person))?|owned by|person responsible|action for"
        r"|resp\.?|action owner\(s\)|owner\(s\)|lead\(s\))$",
    ),
    ("rating", r"(?:rag(?: rating| status)?|rating|b?rag)$"),
    (
        "answer",
        r"(?:response|accepted\??|agreed\??|accepted ?/ ?rejected|management response"
        r"|(?:our |force )?position on .*)$",
    ),
    ("status", r"(?:status|state|progress|open ?/ ?closed|position|current status|outcome)$"),
    (
        "update",
        r"(?:updates?|comments?|latest (?:update|position)|notes?|progress update|evidence"
        r"|progress(?: to date| since .*)?|update (?:at|for) .*"
        r"|(?:status|rag|progress) (?:history|updates?|log)|history"
        r"|position (?:at|now|on|as)\b.*)$",
    ),
    (
        "action",
        r"(?:(?:agreed |key |planned |proposed |management |improvement |new |follow-up"
        r" |further )*"
        r"actions?(?: agreed| required| description| points?| details?| to be taken| to take"
        r"| needed| planned| item| arising| taken forward| and update)?|task(?:ing)?s?"
        r"|(?:actions?|tasks?)(?: and | ?[/&] ?| with )(?:owners?|leads?|whom?|responsib\w+)"
        r"|what (?:will be|we will|needs to be|is to be|has to be|must be)"
        r" do(?:ne)?|(?:work |things? |jobs? )?to be done|what needs doing|undertakings?"
        r"|what (?:was|has been|we|is) agreed"
        r"|agreed management action|milestones?|(?:(?:next|further|key) )?steps?|follow[- ]?up"
        r"|to[- ]?do"
        r"|who (?:will do|does|is doing|is to do) what)$",
    ),
)
_COLUMNS = tuple((name, re.compile(pattern)) for name, pattern in _HEADS)
# Heads that mean this where no other head says it outright: beside "Action" a column headed
# "Requirement" holds what was found or asked, beside "Due" one headed "Date" another day.
_ELSE = (
    ("due", re.compile(r"(?:date|by|when)$")),
    (
        "action",
        re.compile(r"(?:descriptions?|details?|what|requirements?|activity|deliverables?)$"),
    ),
    ("owner", re.compile(r"(?:for|(?:asked )?of(?: whom)?|assignee)$")),
)
# A head that only holds such a word: "Executive lead", "Target for completion".
_LOOSE: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("owner", re.compile(r"\b(?:officer|person|who) to action$|\bactioned by|\bowner")),
    ("owner", re.compile(r"\b(?:lead|responsib\w+|accountab\w+|assigned|whom?)\b")),
    (
        "due",
        re.compile(r"\b(?:due|deadline|target|by when|when|timescales?|complet\w+ (?:date|by))\b"),
    ),
    (
        "action",
        re.compile(
            r"^(?!.*\b(?:taken(?! ?/| (?:or|and)\b)|status|date|plan|ref|no|type|priority|result"
            r"|outcome|impact|against|category|since|requiring|source|holder|manager|taker"
            r"|officer|contact|person)\b).*\b(?:actions?|tasks?|steps)\b"
            r"|\bwhat (?:we|you|they|the \w+)(?:[’']ll| will| are going to| plan to| need to"
            r"| must) do\b"
            r"|\bwhat (?:we|you|they|the \w+) (?:are|is) doing\b"
            r"|\bhow (?:we|it) will\b"
        ),
    ),
)
_OF_REGULATOR = re.compile(
    r"\b(?:cqc|ofsted|hmi\w*|estyn|inspect\w+|regulator\w*|audit\w*|coroner\w*|ombudsman\w*)\b"
)
# In a register of risks the description is of the risk, and this column holds what is done.
_MITIGATION = re.compile(
    r"(?:(?:further|planned|new|key|proposed|additional) )?(?:mitigat(?:ion|ing)s?"
    r"(?: (?:actions?|measures?|plan))?|(?:risk )?treatments?|actions? to mitigate)",
    re.IGNORECASE,
)
# Heads that other tables have too: a diary has "When" and "What", a list of payments "Date" and
# "Description". Alone with each other they make no table of actions.
OF_ANY_TABLE = re.compile(
    r"(?:date|when|by|description|details?|what|activity|requirement|item|action item)", re.I
)
_NUMBERED = re.compile(r"^(?:\(?\d{1,2}[.)]|\([a-z]\)|[a-z]\))\s*")


def columns(header: Sequence[str]) -> Mapping[str, int]:
    """Which column holds what, by its head."""
    return _columns(tuple(header))


@lru_cache(maxsize=512)  # the rows of a table ask for the same heads
def _columns(header: tuple[str, ...]) -> Mapping[str, int]:
    found: dict[str, int] = {}
    plain = [
        _NUMBERED.sub("", " ".join(head.replace("_", " ").split()).strip(" :*?")).lower()
        for head in header
    ]
    for place, head in enumerate(plain):
        for name, pattern in _COLUMNS:
            if name not in found and pattern.match(head):
                found[name] = place
                break
    for place, head in enumerate(header):
        if _MITIGATION.fullmatch(head.strip(" :*")):
            found["action"] = place
    for name, loose in _LOOSE:
        if name in found:
            continue
        held = (
            place
            for place, head in enumerate(header)
            if place not in found.values() and len(head) < 60 and loose.search(head.lower())
        )
        # "CQC action" is what a regulator asked for, where another column says what is done
        ranked = sorted(held, key=lambda at: _OF_REGULATOR.search(plain[at]) is not None)
        if ranked:
            found[name] = ranked[0]
    _doer(found, plain)
    if "due" not in found and "revised" in found:
        found["due"] = found["revised"]
    for name, pattern in _ELSE:
        told = (at for at, head in enumerate(plain) if at not in found.values())
        there = next((at for at in told if pattern.match(plain[at])), None)
        if name not in found and there is not None:
            found[name] = there
    return found


def _doer(found: dict[str, int], plain: Sequence[str]) -> None:
    """The column of who does a task, where another is of who answers for it."""
    if "owner" not in found or _ABOVE.search(plain[found["owner"]]) is None:
        return
    free = (at for at, head in enumerate(plain) if at not in found.values())
    found["owner"] = next((at for at in free if _DOES.search(plain[at])), found["owner"])


# Beside who answers for a task stands who does it: "SRO | Delivery lead".
_ABOVE = re.compile(r"\b(?:sro|accountable|sponsor|executive|strategic|senior)\b")
_DOES = re.compile(r"\b(?:responsible|delivery|owner|lead|doer|operational|tactical)\b")
PROMISED = re.compile(r"\b[Ww]e\b(?! (?:agreed|asked|decided|settled))")
"""A head in which a body speaks of itself: "What we will do"."""
REQUIRED = re.compile(
    r"requirements?$|what (?:you|the \w+)(?: now)? (?:must|shall|(?:is|are) required to) do$"
    r"|(?:steps|works?|measures|remedial works?) required$",
    re.IGNORECASE,
)
"""A head that says what somebody with power over the reader requires: "What you must do"."""
# Heads whose cells hold what was found, measured or wanted, and nobody's task yet.
_NO_TASK = re.compile(
    r"\b(?:recommend\w+|recs?|findings?|found|afis?|areas? for|causes?|concerns?|grades?|risks?"
    r"|issues?|measures?|indicators?|requests?|feedback|views?|discussion|complaints?)\b",
    re.IGNORECASE,
)


def beside_tasks(head: str, header: Sequence[str]) -> bool:
    """Whether a column holds something else than tasks, by its own head or as another's are."""
    if head not in header:
        return False
    if "owner" not in columns(header) and (
        PROMISED.search(head) or _MITIGATION.fullmatch(head) or REQUIRED.match(head.strip(" :*"))
    ):
        return True
    place = columns(header).get("action")
    other = place is not None and header[place] != head and of_tasks(header[place])
    return other or _NO_TASK.search(head) is not None


def of_tasks(head: str) -> bool:
    """Whether a head by itself says that its column holds actions: "Action", and not "What"."""
    plain = head.strip(" :*")
    return "action" in columns((head,)) and OF_ANY_TABLE.fullmatch(plain) is None

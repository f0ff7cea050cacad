"""Actions of a meeting: marked lines ("Action: X to …"), agreed in prose, and headed lists."""

import re
from collections.abc import Iterator

from answerable.reading.clauses import Passage
from answerable.reading.deadlines import Deadline, dates, deadline
from answerable.reading.material import Material
from answerable.reading.records import Record, Value, record
from answerable.reading.roles import NAME

_INITIALS = r"\b[A-Z]{2,4}[a-z]?(?:\s?[/&,]\s?[A-Z]{2,4}[a-z]?){0,5}"
_OFFICE = (
    r"(?:[Tt]he )?(?:(?:T/|A/|D/)?(?:DCC|ACC|CC|DPCC|PCC|PFCC|CFO|CEO|OPCC)(?: [A-Z][\w’-]+)?"
    r"|(?:Deputy |Assistant |Temporary |Acting )?(?:Chief Constable|Police and Crime Commissioner"
    r"|Commissioner|Chief Fire Officer|Chief Executive(?: Officer)?|Chief Finance Officer"
    r"|Treasurer"
    r"|Chair(?:man)?|Monitoring Officer|Superintendent"
    r"|Chief Officer)(?: [A-Z][\w’-]+(?: [A-Z][\w’-]+)?)?"
    r"|[Ff]orce|[Ss]ervice|[Cc]ouncil|[Cc]lerk|[Ss]ecretariat|[Cc]onstabulary|[Bb]oard|[Pp]anel"
    r"|Head of [A-Z]\w+(?: (?:and|of|&|[A-Z]\w+)){0,4}"
    r"|Director of [A-Z]\w+(?: (?:and|of|&|[A-Z]\w+)){0,4}|Policy Officers?|Scrutiny Officer"
    r"|Democratic Services(?: Officer)?|[A-Z][a-z]+ (?:Team|Unit|Lead|Manager|Officer))"
)
_OWNER = (
    rf"(?P<owner>(?:{_OFFICE}|{NAME}|{_INITIALS})(?:(?: and |/| & |, )(?:{_OFFICE}|{NAME}"
    rf"|{_INITIALS})){{0,3}})"
)
_DOES = r"(?: is| are)? (?:to|will|agreed to|should|must|undertook to|would)(?: be)? "
MARK = re.compile(
    r"(?:^|(?<=[\s(]))(?P<mark>ACTIONS?|Actions?|AGREED ACTION"
    r"|Agreed action)\s*(?P<ref>(?:[Nn]o\.? ?)?"
    r"(?:[A-Z]{0,3}\d[\w/.-]*|[ivx]{1,4}|[A-Z](?=[:.]))?)\s*[:–—-]+\s*(?=\S)"
)
_BARE_MARK = re.compile(rf"(?:^|(?<=\n))(?P<mark>ACTION|Action) (?={_OWNER}{_DOES})")
_AGREED_THAT = re.compile(
    r"^\W*(?:it was )?(?:agreed|requested|decided|noted) that ", re.IGNORECASE
)
_STARTS = re.compile(rf"^\W*{_OWNER}(?:{_DOES}| [-–:] (?=[a-z]))")
_AGREED = re.compile(
    rf"(?:^ *|[.,;] |\band )(?P<who>{_OWNER})(?: \([A-Z]{{2,4}}\))? (?:also |further "
    rf"|then )?(?P<verb>agreed"
    r"|undertook|offered|committed|was asked|were asked|is asked|was tasked|were tasked"
    r"|was requested"
    r"|were requested|is) to (?!the |a |an |this |that |these )(?P<do>[a-z](?:[^.;]"
    r"|\.(?=\d)){8,400})"
)
_PASSIVE = re.compile(
    rf"\b(?:[Ii]t was agreed that|[Ii]t was requested that|[Tt]he \w+ (?:asked|requested) that) "
    rf"(?P<do>(?P<who>[Tt]he [a-z ]{{3,30}}?|{_OWNER}) (?:would|should|will|to|be) [^.;]{{8,400}})"
)
_OWNER_TAIL = re.compile(
    r"[\s–—-]*[(\[]?\s*(?:(?:Action|ACTION|Owner|Lead|Responsible)\s*[:–-]\s*)"
    r"(?P<owner>[^\])\n,]{2,60}?)(?:,? ?(?:Deadline|Due(?: date)?|By when)\s*[:–-]\s*"
    r"(?P<due>[^)\]\n]{3,40}))?\s*[)\]]?\.?$"
)
_BRACKET_OWNER = re.compile(rf"\s*[(\[](?P<owner>{_INITIALS})[)\]]\s*\.?$")
_OWNER_AFTER = re.compile(
    r"\b(?:Owner|Lead|Responsible(?: officer)?)\s*:\s*(?P<owner>[^.;,\n]{2,50})"
)
_DUE_LABEL = re.compile(r"\b(?:Deadline|Due(?: date| by)?|Target date|By when)\s*:\s*")
_DUE_AFTER = re.compile(r"\s*\(?(?:[Dd]ue|[Dd]eadline|[Bb]y when)(?: date| by)?\s*[:–-]?\s*(?=\w)")
_NONE = re.compile(
    r"^\W*(?:none|no (?:new |further |outstanding )?actions?|n/?a|nil|log|tracker|plan"
    r"|points?|owner|update[sd]?)\b",
    re.IGNORECASE,
)
_DONE = re.compile(r"\b(?:complete[d]?|closed|discharged|done)\b\)?\.?$", re.IGNORECASE)
_WHO_ONLY = re.compile(
    rf"(?:{_OFFICE}|{NAME}|{_INITIALS}|All|all)(?:(?: and |/| & |, )(?:{_OFFICE}|{NAME}"
    rf"|{_INITIALS})){{0,3}}"
)
_ASKED = re.compile(
    rf"\b(?:asked|requested|tasked"
    rf"|instructed)(?: that)? (?P<who>{_OWNER})(?: \([A-Z]{{2,4}}\))? (?:to |should |must )?"
    r"(?!to\b|explain|comment|describe|outline|say|elaborate|expand|how|why|what|if|whether"
    r"|about|for|who|when|is|was|are|were|had|has)"
    r"(?P<do>[a-z](?:[^.;]|\.(?=\d)){8,400})"
)
_REF_STARTS = re.compile(
    rf"^(?P<ref>[A-Z]{{0,3}}\d{{1,3}}/\d{{2,4}}[A-Z/]*)\s*[-–:]\s*(?={_OWNER}{_DOES})"
)
_END = re.compile(r"[\s.;,]*$")


def records(material: Material) -> Iterator[Record]:
    """All actions outside of tables."""
    for passage in material.passages:
        if passage.kind == "row" or passage.section in ("attendance", "apologies", "definitions"):
            continue
        words = material.text[passage.start : passage.end]
        marked = list(_marks(words)) or [one for one in [_REF_STARTS.match(words)] if one]
        if marked:
            yield from _marked(material, passage, words, marked)
        elif passage.section == "actions" and passage.kind != "heading":
            yield from _headed(material, passage)
        elif material.profile.type in ("minutes", "other", "decision"):
            yield from _prose(material, passage, words)


def _marks(words: str) -> Iterator[re.Match[str]]:
    yield from MARK.finditer(words)
    if not MARK.search(words):
        yield from _BARE_MARK.finditer(words)


def _marked(
    material: Material, passage: Passage, words: str, marked: list[re.Match[str]]
) -> Iterator[Record]:
    pieces = []
    for place, mark in enumerate(marked):
        stop = marked[place + 1].start() if place + 1 < len(marked) else len(words)
        pieces.append((mark, words[mark.end() : stop]))
    if not pieces:
        return
    first = pieces[0]
    if _WHO_ONLY.fullmatch(first[1].strip(" .()[]")):
        span = _before(material, passage, first[0].start())
        if span is not None:
            yield _record(
                material,
                passage,
                span,
                "action.marked-after",
                owner=first[1].strip(" .()[]"),
                ref=(first[0].groupdict().get("ref") or "").strip() or None,
                weight=88,
            )
        pieces = pieces[1:]
    for place, (mark, body) in enumerate(pieces):
        if _NONE.match(body) or len(body.strip()) < 8 or _WHO_ONLY.fullmatch(body.strip(" .()[]")):
            continue
        following = pieces[place + 1][1].strip(" .()[]") if place + 1 < len(pieces) else ""
        owner = following if _WHO_ONLY.fullmatch(following) else None
        start = passage.start + mark.end()
        agreed = _AGREED_THAT.match(body)
        ref = (mark.groupdict().get("ref") or "").strip() or None
        yield _record(
            material,
            passage,
            (start + (agreed.end() if agreed else 0), start + len(body)),
            "action.marked",
            owner=owner,
            ref=ref,
            weight=90,
        )


def _before(material: Material, passage: Passage, at: int) -> tuple[int, int] | None:
    """The words that a bare "Action: CFO" closes: the same sentence, else the one before it."""
    if at > 20:
        return passage.body, passage.start + at
    previous = material.before(passage)
    if previous is None:
        return None
    near = previous.block >= passage.block - 1 and (
        previous.block == passage.block or previous.kind not in ("heading", "row")
    )
    return (previous.body, previous.end) if near and previous.end - previous.start > 20 else None


def _headed(material: Material, passage: Passage) -> Iterator[Record]:
    body = material.text[passage.body : passage.end]
    if _NONE.match(body) or len(body) < 12 or material.profile.type == "agenda":
        return
    if _STARTS.match(body) or passage.kind == "item" or passage.body > passage.start:
        yield _record(
            material,
            passage,
            (passage.body, passage.end),
            "action.headed",
            owner=None,
            ref=None,
            weight=75,
        )


def _prose(material: Material, passage: Passage, words: str) -> Iterator[Record]:
    if re.search(r"\b(?:not|declined|refused|previously|had) (?:agreed|asked)\b|\?$", words):
        return
    own = re.match(rf"(?P<owner>{_INITIALS}) to (?P<do>[a-z]+ [^.]{{8,}})", words)
    if (
        own is not None
        and material.profile.type == "minutes"
        and all(one in material.directory for one in re.split(r"\s?[/&,]\s?", own.group("owner")))
    ):
        yield _record(
            material,
            passage,
            (passage.start, passage.end),
            "action.initials",
            owner=None,
            ref=None,
            weight=70,
        )
        return
    words = " " * (passage.body - passage.start) + words[passage.body - passage.start :]
    for match in _AGREED.finditer(words):
        collective = re.match(
            r"(?:Members?|[Tt]he (?:Panel|Board|Committee|meeting)|Panel|Board)\b",
            match.group("who"),
        )
        only_noted = re.match(
            r"(?:note|consider|receive|agree|approve|comment|endorse)\b", match.group("do")
        )
        asked = "ask" in match.group("verb")
        if (collective and match.group("verb") == "agreed") or (
            only_noted and (collective or asked)
        ):
            continue
        if match.group("verb") == "is" and material.profile.type != "minutes":
            continue
        span = passage.start + match.start("do"), passage.start + match.end("do")
        yield _record(
            material,
            passage,
            span,
            "action.prose",
            owner=match.group("owner"),
            ref=None,
            weight=60,
        )
    for match in _ASKED.finditer(words):
        if material.profile.type == "minutes":
            span = passage.start + match.start("do"), passage.start + match.end("do")
            yield _record(
                material,
                passage,
                span,
                "action.asked",
                owner=match.group("owner"),
                ref=None,
                weight=58,
            )
    match_that = _PASSIVE.search(words)
    if match_that is not None and material.profile.type == "minutes":
        span = passage.start + match_that.start("do"), passage.start + match_that.end("do")
        yield _record(
            material,
            passage,
            span,
            "action.agreed-that",
            owner=match_that.group("who"),
            ref=None,
            weight=55,
        )


def _record(
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
    tail = _END.search(material.text[start:end])
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
    done = _DONE.search(words)
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

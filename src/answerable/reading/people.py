"""Names, posts and presence: attendance lists, letters and people named in prose."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from answerable.reading.canonical_text import CanonicalText
from answerable.reading.clauses import Passage
from answerable.reading.gazetteer import Gazetteer
from answerable.reading.records import Record, record
from answerable.reading.roles import NAME, PREFIX, RANKED, ROLE, TITLE, holding, is_name
from answerable.reading.speech import SAID, Speech

_INITIALS = r"(?:\((?P<initials>[A-Z][A-Za-z]{1,3})\)?)"
_DASH = r"(?:\s*[-–—,:|]\s*|\s+)"
_LISTED = re.compile(
    rf"(?:{TITLE} )?(?P<name>{NAME})(?:\s*{_INITIALS})?"
    rf"(?:{_DASH}(?P<chair>\(?Chair(?:man|woman|person)?\)?)(?=[\s,;–-]))?"
    rf"(?:{_DASH}(?P<role>{ROLE}(?:,? (?:for|of) [A-Z][^,;()\n]{{1,60}}|, (?:Local|Crime|C&V|OPCC"
    rf"|Operations|People)[^;()\n]{{0,40}}| (?:&|and) [A-Z][\w&’ ]{{2,40}})?))?"
    rf"(?:\s*\((?P<later>[A-Z]{{2,4}})\))?"
)
_LISTED_ROLE = re.compile(
    rf"(?P<role>{PREFIX}|(?:[A-Z][\w’&]+ ){{0,4}}?{RANKED})(?:,| -| –)? (?P<name>{NAME})"
    rf"(?:\s*{_INITIALS})?"
)
_PROSE_ROLE = re.compile(
    rf"(?P<role>(?:[A-Z]\w+(?: [A-Z]\w+)?[’']s? )??{PREFIX})(?: (?:for|of) (?:[A-Z]\w+ ?){{1,4}})?,? "
    rf"(?P<name>{NAME})"
)
_NAME_ROLE = re.compile(
    rf"(?P<name>{NAME})(?:, | \(|, (?:the|who is) )(?:the |[Oo]ur |[a-z]+ )?"
    rf"(?P<role>{ROLE}(?: (?:for|of|at) (?:the )?[A-Z][\w’]+"
    rf"(?:(?:,? and|,| of| the)? [A-Z][\w’]+){{0,6}})?)"
)
_NAME_SAID = re.compile(
    rf"(?P<name>{NAME})(?:, [^.\n]{{2,80}},)? {SAID}\b|{SAID} (?P<name2>{NAME})"
)
_TITLED = re.compile(rf"(?:(?:{TITLE}|Cllr|Councillor) )(?P<name>{NAME})")
_COUNCILLORS = re.compile(
    rf"(?:Councillors|Cllrs|Messrs) (?P<list>{NAME}(?:(?: \([^)]{{2,60}}\))?(?:,| and|, and) {NAME})*)"
)
_SIGNED = re.compile(
    r"Yours (?:sincerely|faithfully|truly)|Kind(?:est)? regards|Regards", re.IGNORECASE
)
_ATTENDS = re.compile(
    r"\W*(?:Officers?|Present|PRESENT|In attendance|IN ATTENDANCE|Attendees?|Attendance|Members?(?: present)?"
    r"|Also present|Minute ?taker|Note ?taker|Minutes taken by|Secretary|In [Tt]he [Cc]hair|Chair(?:man)?"
    r"|Apologies|APOLOGIES)\s*:[-–]?\s"
)
_RANK = ("chair", "apologies", "author", "addressee", "copied", "present", "speaker", "mentioned")


@dataclass(frozen=True, slots=True)
class Sighting:
    """One place where a person is named."""

    name: str
    start: int
    end: int
    role: str | None
    initials: str | None
    presence: str
    rule: str


def sightings(text: CanonicalText, passages: Sequence[Passage]) -> tuple[Sighting, ...]:
    """Everybody named with a post, in a list, in a letter block or as a speaker."""
    found: list[Sighting] = []
    found.extend(_letter(text))
    for passage in passages:
        if passage.kind == "row":
            continue
        listed = (
            passage.section in ("attendance", "apologies")
            or passage.kind == "attendance"
            or _ATTENDS.match(text.text, passage.start, passage.end) is not None
        )
        if listed:
            found.extend(_listed(text.text, passage))
        found.extend(_prose(text.text, passage))
    return tuple(found)


def _clean(name: str) -> str:
    plain = " ".join(name.split())
    return re.sub(r"[’']s$", "", plain)


def _seen(
    match: re.Match[str], presence: str, rule: str, *, role: str | None = None, group: str = "name"
) -> Sighting | None:
    name = _clean(match.group(group))
    if not is_name(name):
        return None
    end = match.end() - (
        len(match.group(group)) - len(name) if match.end(group) == match.end() else 0
    )
    groups = match.groupdict()
    initials = groups.get("initials") or groups.get("later")
    return Sighting(name, match.start(), end, role or groups.get("role"), initials, presence, rule)


def _listed(text: str, passage: Passage) -> Iterator[Sighting]:
    presence = "apologies" if passage.section == "apologies" else "present"
    words = text[passage.start : passage.end]
    if re.match(r"\W*Apologies", words):
        presence = "apologies"
    at = passage.start
    for piece in re.split(rf"(;|\n|(?<=\)), (?={NAME} \())", words):
        match = _best_listed(text, at, at + len(piece))
        if match is not None:
            chair = (
                re.search(r"\bChair(?:man|woman|person)?\b", piece)
                or re.search(r"[Ii]n the [Cc]hair", words[: at - passage.start + 12])
                and at == passage.start
            )
            place = (
                "chair" if chair and presence == "present" and "Vice" not in piece else presence
            )
            seen = _seen(match, place, "people.attendance", role=_post(match))
            if seen is not None:
                yield seen
        at += len(piece)


_APPOSITION = re.compile(
    rf"(?P<name>{NAME}), (?:the |our )?(?P<role>(?:CQC[’']?s? |Ofsted[’']?s? |HMICFRS[’']?s? )?(?:[a-z’'-]+ ){{0,4}}?"
    r"(?:director|inspector|manager|secretary|officer|executive|leader|lead|chair(?:man|woman)?|head|member"
    r"|minister|spokes(?:man|woman|person)|commissioner|constable|superintendent|mayor)"
    r"(?: (?:of|for|at|on) [^,.\n]{3,60})?), ?(?:said|says|added|told|who)\b"
)


def _post(match: re.Match[str]) -> str | None:
    role = match.group("role")
    return role.strip(" ,;-–(") if role else None


def _best_listed(text: str, start: int, end: int) -> re.Match[str] | None:
    """The name of a line: the match that begins first; a bare name must be the whole line."""
    found = []
    leading = _LISTED_ROLE.search(text, start, end)
    if leading is not None and is_name(_clean(leading.group("name"))):
        found.append(leading)
    at = start
    while match := _LISTED.search(text, at, end):
        if is_name(_clean(match.group("name"))):
            groups = match.groupdict()
            known = any(groups[name] for name in ("initials", "role", "later", "chair"))
            line = re.sub(r"^[^:]{0,30}:\s*", "", text[start:end]).strip(" .,;•-*")
            if known or len(line) <= len(match.group("name")) + 25:
                found.append(match)
            break
        at = match.start() + len(match.group("name").split(" ")[0]) + 1
    return min(found, key=lambda one: one.start(), default=None)


def _prose(text: str, passage: Passage) -> Iterator[Sighting]:
    start, end = passage.start, passage.end
    away = passage.section == "apologies" or bool(
        re.search(r"\b[Aa]pologies\b", text[start : min(end, start + 120)])
    )
    presence = "apologies" if away else "mentioned"
    if re.match(r"\W*(?:in the chair|chair(?:man|ed by)?)\b\W", text[start:end], re.IGNORECASE):
        presence = "chair"
    for pattern, rule in ((_PROSE_ROLE, "people.role-name"), (_NAME_ROLE, "people.name-role")):
        for match in pattern.finditer(text, start, end):
            seen = _seen(match, presence, rule, role=_post(match))
            if seen is not None:
                yield seen
    for match in _APPOSITION.finditer(text, start, end):
        seen = _seen(match, presence, "people.apposition", role=_post(match))
        if seen is not None:
            yield replace(seen, end=match.end("role"))
    for match in _COUNCILLORS.finditer(text, start, end):
        for one in re.finditer(NAME, text[match.start("list") : match.end("list")]):
            if is_name(one.group()):
                begin = match.start("list") + one.start()
                yield Sighting(
                    _clean(one.group()),
                    begin,
                    begin + len(one.group()),
                    "Councillor",
                    None,
                    presence,
                    "people.councillors",
                )
    for match in _TITLED.finditer(text, start, end):
        role = "Councillor" if match.group().startswith(("Cllr", "Councillor")) else None
        seen = _seen(match, presence, "people.titled", role=role)
        if seen is not None:
            yield seen
    for match in _NAME_SAID.finditer(text, start, end):
        group = "name" if match.group("name") else "name2"
        name = _clean(match.group(group))
        if is_name(name):
            yield Sighting(
                name,
                match.start(group),
                match.start(group) + len(name),
                None,
                None,
                presence,
                "people.said",
            )


_LABEL = re.compile(r"(?:^|(?<=[\n ]))(?P<label>From|FROM|To|TO|[Cc][Cc]|[Cc]opied to|[Cc]opy to|[Cc]opies to)\s*:")
_KINDS = {"from": "author", "to": "addressee"}


def _letter(text: CanonicalText) -> Iterator[Sighting]:
    """From / To / cc parts and the name under "Yours sincerely"."""
    waiting: str | None = None
    for block in text.blocks[:40]:
        words = text.exact(block)
        labels = list(_LABEL.finditer(words)) if block.kind in (
            "letterhead", "key_value", "paragraph", "heading", "attendance") else []
        if labels and labels[0].start() > 2:
            labels = []
        if waiting and not labels and len(words) < 200:
            stop = min(len(text.text), block.end + 110)
            yield from _name_lines(text.text, block.start, stop, waiting)
        waiting = None
        for place, label in enumerate(labels):
            stop = labels[place + 1].start() if place + 1 < len(labels) else len(words)
            kind = _KINDS.get(label.group("label").lower(), "copied")
            yield from _name_lines(text.text, block.start + label.end(), block.start + stop, kind)
            if not words[label.end() : stop].strip():
                waiting = kind
    for signed in _SIGNED.finditer(text.text):
        if text.text[signed.end() : signed.end() + 1] in ",\n. ":
            stop = min(len(text.text), signed.end() + 160)
            yield from _name_lines(text.text, signed.end() + 1, stop, "author")


def _name_lines(text: str, start: int, end: int, presence: str) -> Iterator[Sighting]:
    """A name on a line of its own, the post on the next."""
    at = start
    name: tuple[str, int, int] | None = None
    for line in text[start:end].split("\n"):
        offset = len(line) - len(line.lstrip())
        plain = re.sub(r"^(?:From|To|Cc|cc|Copied to|Sent to)\s*:?\s*", "", line.strip())
        begin = at + offset + (len(line.strip()) - len(plain))
        match = re.match(
            rf"(?:{TITLE} )?(?P<name>{NAME})(?P<post>(?: [A-Z]{{2,5}})*"
            rf"(?:,? (?:[-–] )?(?P<role>{ROLE}[^\n]*)?)?)$",
            plain,
        )
        if name is None and match and is_name(match.group("name")):
            role = match.group("role")
            name = match.group("name"), begin, begin + len(plain)
            if role:
                yield Sighting(name[0], begin, name[2], role, None, presence, "people.letter")
                return
        elif name is not None and plain:
            post = re.match(rf"(?:{ROLE})[^\n]*", plain)
            role = plain if post else None
            yield Sighting(
                name[0],
                name[1],
                begin + len(plain) if role else name[2],
                role,
                None,
                presence,
                "people.letter",
            )
            return
        at += len(line) + 1
    if name is not None:
        yield Sighting(name[0], name[1], name[2], None, None, presence, "people.letter")


def directory(found: Sequence[Sighting]) -> dict[str, str]:
    """Surname, initials and full name to full name; an ambiguous surname is left out."""
    names = list(dict.fromkeys(one.name for one in found if one.role or one.rule != "people.said"))
    known: dict[str, str] = {}
    clashing: set[str] = set()
    for name in names:
        surname = name.split()[-1]
        if known.get(surname, name) != name:
            clashing.add(surname)
        known[surname] = name
        known[name] = name
    for surname in clashing:
        del known[surname]
    for one in found:
        if one.initials and known.get(one.initials, one.name) == one.name:
            known[one.initials] = one.name
    return known


def records(
    text: CanonicalText,
    found: Sequence[Sighting],
    spoken: Sequence[Speech],
    gazetteer: Gazetteer,
    on: str | None,
) -> Iterator[Record]:
    """One record a person, at the place that says most about them."""
    speakers = {speech.speaker.name for speech in spoken if speech.speaker}
    by_name: dict[str, list[Sighting]] = {}
    for one in found:
        by_name.setdefault(one.name, []).append(one)
    for name, places in by_name.items():
        best = min(
            places, key=lambda one: (one.role is None, _RANK.index(one.presence), one.start)
        )
        presences = [one.presence for one in places]
        if name in speakers:
            presences.append("speaker")
        presence = min(presences, key=_RANK.index)
        if best.role is None and best.rule == "people.said" and name not in speakers:
            continue
        yield _record(text, replace(best, presence=presence), places, gazetteer, on)


def _record(
    text: CanonicalText,
    best: Sighting,
    places: Sequence[Sighting],
    gazetteer: Gazetteer,
    on: str | None,
) -> Record:
    role = " ".join(best.role.split()) if best.role else None
    given: dict[str, str | None] = {"name": best.name, "presence": best.presence}
    inferred: dict[str, str] = {}
    organisation = _organisation(text.text[best.start : best.end], gazetteer)
    if role:
        role = re.sub(
            r"((?:Commissioner|Constable|Officer|Executive|Secretary|Leader)),? (?:for|of) (?:the )?"
            r"[A-Z].*$",
            r"\1",
            role,
        )
        role = re.split(r",? (?:[Cc][Cc]|[Tt]o|[Ff]rom): ", role)[0]
        bodies = [one for one in gazetteer.mentions(role) if not one.weak]
        if bodies and bodies[0].start > 4:
            role = role[: bodies[0].start].rstrip(" ,-–")
        role = re.sub(r"^(?:CQC|Ofsted|HMICFRS)(?:[’']s)? ", "", role)
        given["role"] = role
        given["holding"] = holding(role)
    holder = gazetteer.holder(best.name, on)
    if organisation is None and holder is not None:
        body = next((one for one in gazetteer.bodies if one.id == holder.body), None)
        if body is not None:
            organisation = body.name
            inferred["organisation"] = "the office holder's body in the gazetteer"
    given["organisation"] = organisation
    given["initials"] = next((one.initials for one in places if one.initials), None)
    return record(
        "person",
        (best.start, best.end),
        best.rule,
        given=given,
        inferred=inferred,
        weight=60,
        key=best.name,
    )


def _organisation(words: str, gazetteer: Gazetteer) -> str | None:
    named = [one for one in gazetteer.mentions(words) if not one.weak]
    return named[-1].body.name if named else None


def initials_of(known: Mapping[str, str]) -> frozenset[str]:
    """The initials that stand for somebody in this document."""
    return frozenset(key for key in known if key.isupper() and len(key) <= 4)

"""Names of bodies and of office holders, handed in as plain values; the room reads no file.

Known names come from the gazetteer. A name that it does not hold is still seen by its form
("Marlshire Police", "Anyshire County Council") and is written as the document writes it,
without an id. Short place names ("Staffordshire") count only where a rule asks for them.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

INSPECTORATE = "inspectorate"
OVERSIGHT = "oversight"

_TOKEN = re.compile(r"[A-Z][\w’'&-]*")
_TAILS = re.compile(
    r"(?P<tail>(?:Police(?: Service)?|Constabulary)\b(?! (?:and|,) ?(?:Fire|Crime)| Act| Officer"
    r"| Authority| Federation| Station| Headquarters| HQ| Performance| Community| Effectiveness"
    r"| Oracle)|Fire (?:and|&) Rescue (?:Service|Authority)\b|FRS\b|(?:County |City |Borough "
    r"|District |Metropolitan |Combined )*(?:Council|Authority)\b"
    r"|[Ll]ocal [Aa]uthority\b"
    r"|(?:NHS )?(?:Foundation )?Trust\b|Hospitals?\b|Ambulance Service\b|Probation Service\b"
    r"|Probation (?:Delivery Unit|Region)\b|PDU\b|Youth (?:Justice|Offending) (?:Service|Team)\b"
    r"|(?:[Ll]ocal )?[Ss]afeguarding (?:[Cc]hildren |[Aa]dults )?(?:[Pp]artnership|[Bb]oard)\b"
    r"|Community Safety Partnership\b|Secure (?:Training Centre|Children[’']s Home)\b"
    r"|Immigration Removal Centre\b|Nursery\b"
    r"|Regional Organised Crime Unit\b|ROCU\b|Police (?:and|,) (?:Fire and )?Crime Panel\b"
    r"|Academy\b|Primary School\b|High School\b|School\b|Care Home\b|Nursing Home\b"
    r"|Health Board\b)"
)
# Prisons and young offender institutions are named by what stands before the name.
_PRISONS = re.compile(
    r"\b(?:HMP(?: ?[/&] ?YOI| and YOI| YOI)?|HMYOI|YOI|HM Prison)(?: and YOI)? "
    r"[A-Z][\w’'-]*(?: (?:(?:and|of|the) )?[A-Z][\w’'-]*){0,3}"
)
_BEFORE = re.compile(
    r"(?:(?:[A-Z][\w’'-]*|[A-Z]\.|St)(?: (?:and|&|of|upon|the|on|in|for|with))*,? ){0,6}$"
)
_INSPECTORATES = re.compile(
    r"\b(?:HMICFRS|HMIC|HMIP|HMFSI|Ofsted|OFSTED|CQC|Care Quality Commission|Estyn|CIW"
    r"|(?:His|Her) Majesty[’']s Inspectorate of [A-Z]\w+(?:(?: and|,| &) [A-Z]\w+"
    r"(?: (?:&|and) [A-Z]\w+)* Services?)?|HM Inspectorate of [A-Z]\w+"
    r"|Independent Office for Police Conduct|IOPC|National Audit Office)\b"
)
_NOT_FIRST_WORDS = (
    "The A An In On At By For From With This That These Those When While After Before Since If"
    " Although However Both All Each Every Our Your His Her Its Their Inspectors Between Following"
    " During Under Chief Constable Commissioner PCC Councillor Cllr Mr Mrs Ms Dr Assistant Deputy"
    " Inspection Report Minutes Action Actions Response PEEL Meanwhile And But Officers Staff Dear"
    " As To We I Had Has Have Was Were Is Are Did Does Do Could Would Should Will Can May Might"
    " Yet"
    " Nor Or So Then Now Here There Today Yesterday Last Next New Police Letter Overall Rating"
    " Ratings"
)
_NOT_FIRST = frozenset(_NOT_FIRST_WORDS.split())


@dataclass(frozen=True, slots=True)
class BodyEntry:
    """A body of the gazetteer. `kind` is a plain word, such as force, fire, inspectorate."""

    id: str
    name: str
    kind: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class HolderEntry:
    """Who held which office of which body (its id); dates ISO with their precision, or ''."""

    name: str
    office: str
    body: str
    start: str = ""
    end: str = ""


@dataclass(frozen=True, slots=True)
class Body:
    """A body as resolved: `id` is None where the gazetteer does not hold it."""

    name: str
    id: str | None
    kind: str

    @property
    def inspects(self) -> bool:
        return "inspect" in self.kind or "regulat" in self.kind

    @property
    def oversees(self) -> bool:
        return any(word in self.kind for word in ("oversight", "commission", "panel", "mayor"))


@dataclass(frozen=True, slots=True)
class Mention:
    """Where a body is named. `weak` = by its bare place name."""

    start: int
    end: int
    body: Body
    weak: bool = False


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Bodies and office holders that the reader knows."""

    bodies: tuple[BodyEntry, ...] = ()
    holders: tuple[HolderEntry, ...] = ()
    _names: Mapping[str, tuple[tuple[str, Body, bool], ...]] = field(
        init=False, repr=False, compare=False, default_factory=dict
    )

    def __post_init__(self) -> None:
        names: dict[str, list[tuple[str, Body, bool]]] = {}
        for entry in self.bodies:
            body = Body(entry.name, entry.id, entry.kind)
            short = place_of(entry.name)
            known = [(alias, False) for alias in (entry.name, *entry.aliases)]
            if short and short not in entry.aliases:
                known.append((short, True))
            for alias, weak in known:
                weak_alias = weak or (alias == short)
                for form in _forms(alias):
                    first = form.split(" ", 1)[0]
                    names.setdefault(first, []).append((form, body, weak_alias))
        ordered = {
            first: tuple(sorted(found, key=lambda one: -len(one[0])))
            for first, found in names.items()
        }
        object.__setattr__(self, "_names", ordered)

    def mentions(self, text: str) -> tuple[Mention, ...]:
        """Every body named in the text, by start, without overlaps (the longest wins)."""
        found = list(self._known(text))
        found.extend(_unknown(text))
        found.sort(key=lambda one: (one.start, one.weak, -(one.end - one.start)))
        kept: list[Mention] = []
        for mention in found:
            if kept and mention.start < kept[-1].end:
                last = kept[-1]
                if (last.body.id is None and mention.body.id is not None and not mention.weak) or (
                    (mention.end - mention.start) > (last.end - last.start) and last.weak
                ):
                    kept[-1] = mention
                continue
            kept.append(mention)
        return tuple(kept)

    def _known(self, text: str) -> Iterator[Mention]:
        for token in _TOKEN.finditer(text):
            first = token.group()
            choices = self._names.get(first) or self._names.get(first.split("’")[0].split("'")[0])
            for form, body, weak in choices or ():
                end = token.start() + len(form)
                if text.startswith(form, token.start()) and not text[end : end + 1].isalnum():
                    yield Mention(token.start(), end, body, weak)
                    break

    def by_name(self, name: str) -> Body | None:
        """The body that a whole name or alias stands for."""
        wanted = name.strip().casefold()
        for entry in self.bodies:
            if wanted in (entry.name.casefold(), *(alias.casefold() for alias in entry.aliases)):
                return Body(entry.name, entry.id, entry.kind)
        return None

    def holder(self, name: str, on: str | None = None) -> HolderEntry | None:
        """The office holder of that full name, on a date where one is given."""
        same = [one for one in self.holders if one.name.casefold() == name.casefold()]
        dated = [one for one in same if on is not None and _holds(one, on)]
        return next(iter(dated or same), None)


def _holds(holder: HolderEntry, on: str) -> bool:
    return (not holder.start or holder.start <= on) and (not holder.end or on <= holder.end)


def _forms(alias: str) -> tuple[str, ...]:
    swapped = alias.replace(" and ", " & ") if " and " in alias else alias.replace(" & ", " and ")
    lower = re.sub(r" Police$", " police", alias)
    return tuple(dict.fromkeys((alias, swapped, lower)))


def place_of(name: str) -> str | None:
    match = re.fullmatch(
        r"(.+?) (?:Police(?: Service)?|Constabulary|Fire (?:and|&) Rescue Service)", name
    )
    return match.group(1) if match else None


def _unknown(text: str) -> Iterator[Mention]:
    for match in _INSPECTORATES.finditer(text):
        yield Mention(match.start(), match.end(), Body(match.group(), None, INSPECTORATE))
    for match in _PRISONS.finditer(text):
        yield Mention(match.start(), match.end(), Body(_full(match.group()), None, "provider"))
    for match in _TAILS.finditer(text):
        start = max(0, match.start() - 70)
        line = max(text.rfind("\n", start, match.start()) + 1, start)
        before = _BEFORE.search(text[line : match.start()])
        if before is None or re.search(r"Inspector(?:s|ate)? of $", text[line : match.start()]):
            continue
        begin = line + _first_word(before.group(), before.start())
        held = _HELD_OF.match(text[begin : match.start()])
        ranked = _RANK_IN.match(text[begin : match.start()])
        if held is not None and _RANK_BEFORE.search(text[max(line, begin - 30) : begin]):
            begin += held.end()
        elif ranked is not None:
            begin += ranked.end()
        if begin >= match.start() or _GENERIC.fullmatch(text, begin, match.start()):
            continue
        name = text[begin : match.end()]
        yield Mention(
            begin,
            match.end(),
            Body(_full(name), None, _kind(match.group("tail"), name[: -len(match.group())])),
        )


# "Chief Constable Ann Sutter of Dunshire Police": the person is no part of the body's name.
_HELD_OF = re.compile(r"[A-Z][\w’'-]+(?: [A-Z][\w’'.-]*){0,3} (?:of|from|at|for) (?:the )?")
_RANK_IN = re.compile(
    r"[^\n]{0,40}\b(?:Officer|Constable|Commissioner|Manager|Director|Executive|Inspector|Head)\b"
    r"[^\n]{0,50} (?:of|from|at|for) (?:the )?"
)
# "Fire Authority", "County Council": no name of one body, but of its sort.
_GENERIC = re.compile(
    r"(?:(?:Fire|Police|County|City|Borough|District|Local|Combined|Joint|Regional|Metropolitan"
    r"|Unitary|Crime|Performance|Public|Welcome|Re|To|and|&|the|The) )+"
)
_RANK_BEFORE = re.compile(
    r"\b(?:Constable|Commissioner|Inspector|Superintendent|Supt|Sergeant|Officer|Commander|Chair"
    r"|Director|Councillor|Cllr|Mr|Mrs|Ms|Dr|Sir|Dame|CC|DCC|ACC|PCC|HMI) $"
)


def _first_word(words: str, offset: int) -> int:
    """Offset of the first word that can begin a body's name."""
    at = offset
    cut = 0
    for match in re.finditer(
        r"(?:Police|Constabulary|Council|Service|Trust|Hospital|Authority)(?:,| and|, and| &) ",
        words,
    ):
        cut = match.end()
    at += cut
    words, offset = words[cut:], at
    for word in words.split(" "):
        plain = word.strip(",.").split("’")[0].split("'")[0]
        joins = plain in ("and", "&", "of", "upon", "the", "on", "in", "for", "with")
        if (
            plain
            and not re.search(r"\d", plain)
            and not joins
            and plain not in _NOT_FIRST
            and not word.endswith((",", "’s", "'s"))
        ):
            return at + _rest_is_name(words[at - offset :])
        at += len(word) + 1
    return at


def _rest_is_name(words: str) -> int:
    """Skip past words that belong to another name: the last possessive or comma ends it."""
    cut = 0
    for match in re.finditer(r"(?:[’']s|,) ", words):
        if not _OWN_NAME.search(words[: match.start()]):
            cut = match.end()
    return cut


# "St Alder’s School", "Queen’s Hospital": the possessive is part of the name.
_OWN_NAME = re.compile(
    r"\b(?:(?:St|Saint) \w+|King|Queen|Prince|Princess|Bishop|Archbishop|Lord|Lady|Guy|Children"
    r"|Women|Girl|Boy|Earl|Duke)$"
)


def _full(name: str) -> str:
    plain = " ".join(name.split())
    return re.sub(r" FRS$", " Fire and Rescue Service", plain.replace(" & ", " and "))


def _kind(tail: str, before: str) -> str:
    if "Panel" in tail:
        return OVERSIGHT
    if "Police" in tail or "Constabulary" in tail:
        return "force"
    if "Fire" in tail or tail == "FRS":
        return "fire"
    if before.endswith("Fire ") and "Authority" in tail:
        return OVERSIGHT
    if "Council" in tail or "uthority" in tail:
        return "council"
    return "regional" if "ROCU" in tail or "Organised" in tail else "provider"

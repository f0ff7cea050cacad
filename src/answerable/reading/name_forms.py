"""Bodies that no list holds, seen by the form of their names: "Marlshire Police"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from answerable.reading.worded import worded

INSPECTORATE = "inspectorate"
OVERSIGHT = "oversight"

_NO_FORCE = (
    r"(?!(?: and|,) (?:Fire|Crime)| Act| Officer| Authority| Federation| Station| Headquarters| HQ"
    r"| Performance| Community| Effectiveness| Oracle)"
)
_COUNCIL_FORM = (
    r"(?:County |City |Borough |District |Metropolitan |Combined )*(?:Council|Authority)\b"
)
_SAFEGUARDING = r"afeguarding (?:[Cc]hildren |[Aa]dults )?(?:[Pp]artnership|[Bb]oard)\b"
# Each form begins with a plain letter: so the rest of a text is passed over several times as fast.
_TAILS = worded(
    "Police|Constabulary|Fire |FRS|Council|uthority|Trust|Hospital|Infirmary|Homes |Housing "
    "|Ambulance|Probation|PDU|Youth |Partnership|partnership|Board|board|Secure |Immigration"
    "|Nursery|Crime Unit|ROCU|Academy|School|Care Home|Nursing Home"
    "|Residential Home",
    rf"(?P<tail>Police(?: Service)?\b{_NO_FORCE}|Constabulary\b{_NO_FORCE}"
    r"|Fire (?:and|&) Rescue (?:Service|Authority)\b"
    r"|Fire (?:Brigade|Service)\b(?! [A-Z])|FRS\b"
    rf"|County {_COUNCIL_FORM}|City {_COUNCIL_FORM}|Borough {_COUNCIL_FORM}"
    rf"|District {_COUNCIL_FORM}|Metropolitan {_COUNCIL_FORM}|Combined {_COUNCIL_FORM}"
    r"|Council\b|Authority\b|Local [Aa]uthority\b|local [Aa]uthority\b"
    r"|NHS (?:Foundation )?Trust\b|Foundation Trust\b|Trust\b|Hospitals?\b|Infirmary\b"
    r"|Ho(?:mes|using) (?:Limited|Ltd|Association|Group)\b"
    r"|Ambulance Service\b|Probation Service\b"
    r"|Probation (?:Delivery )?(?:Unit|Region)\b|PDU\b|Youth (?:Justice|Offending) (?:Service"
    r"|Team)\b"
    rf"|Local [Ss]{_SAFEGUARDING}|local [Ss]{_SAFEGUARDING}|S{_SAFEGUARDING}|s{_SAFEGUARDING}"
    r"|Community Safety Partnership\b|Secure (?:Training Centre|Children[’']s Home)\b"
    r"|Immigration Removal Centre\b|Nursery\b"
    r"|Regional Organised Crime Unit\b|ROCU\b|Police(?: and|,) (?:Fire and )?Crime Panel\b"
    r"|Academy\b|Primary School\b|High School\b|School\b|Care Home\b|Nursing Home\b"
    r"|Residential Home\b|Health Board\b)",
)
# Prisons and young offender institutions are named by what stands before the name.
_PRISONS = worded(
    "HM Prison|HMP|YOI",
    r"\b(?:HMP(?: ?[/&] ?YOI| and YOI| YOI)?|HMYOI|YOI|HM Prison)(?: and YOI)? "
    r"[A-Z][\w’'-]*(?: (?:(?:and|of|the) )?[A-Z][\w’'-]*){0,3}",
)
# "Mallow Marsh is a category C training prison": one that is named without "HMP".
_IS_PRISON = worded(
    " is a",
    r"(?:^|(?<=\n)|(?<=[.!?] ))(?P<name>[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,3}) is an? "
    r"(?:(?:category|[A-D]|[a-z-]+),? ){0,8}?(?:prison|jail|young offender institution)\b",
)
_BEFORE = re.compile(
    r"(?:(?:[A-Z][\w’'-]*|[A-Z]\.(?! (?:The|This|That|Both|Each)\b)|St)"
    r"(?: (?:and|&|of|upon|the|on|in|for|with))*,? ){0,6}$"
)
_INSPECTORATES = worded(
    "CIW|CQC|Care Quality Commission|Estyn|HM Inspectorate of |HMFSI|HMIC|HMIP"
    "|Her Majesty's Inspectorate of |Her Majesty’s Inspectorate of "
    "|His Majesty's Inspectorate of |His Majesty’s Inspectorate of |IOPC"
    "|Independent Office for Police Conduct|National Audit Office|OFSTED|Ofsted",
    r"\b(?:HMICFRS|HMIC|HMIP|HMFSI|Ofsted|OFSTED|CQC|Care Quality Commission|Estyn|CIW"
    r"|(?:His|Her) Majesty[’']s Inspectorate of [A-Z]\w+(?:(?: and|,| &) [A-Z]\w+"
    r"(?: (?:&|and) [A-Z]\w+)* Services?)?|HM Inspectorate of [A-Z]\w+"
    r"|Independent Office for Police Conduct|IOPC|National Audit Office)\b",
)
_NOT_FIRST_WORDS = (
    "The A An In On At By For From With This That These Those When While After Before Since If"
    " Although However Both All Each Every Our Your His Her Its Their Inspectors Between Following"
    " During Under Chief Constable Commissioner PCC Councillor Cllr Mr Mrs Ms Dr Assistant Deputy"
    " Inspection Report Minutes Action Actions Response PEEL Meanwhile And But Officers Staff Dear"
    " As To We I Had Has Have Was Were Is Are Did Does Do Could Would Should Will Can May Might"
    " Yet"
    " Nor Or So Then Now Here There Today Yesterday Last Next New Police Letter Overall Rating"
    " Ratings Grades Grade Findings Summary Results Scores Judgments Judgements History"
    " Inspections"
    " Review Statement Notice Notes Agenda Update Progress Visit Revisit"
    " Acting Temporary Interim Former Unlike Like Despite Alongside Besides Including Only Just"
    " Even Neither Either Also Among Across Within Against Because Once Elsewhere Similarly"
    " Neighbouring Nearby Troubled Struggling Failing Embattled Beleaguered"
)
_NOT_FIRST = frozenset(_NOT_FIRST_WORDS.split())


@dataclass(frozen=True, slots=True)
class Name:
    """Where a body is named, by what name, and of what sort it is."""

    start: int
    end: int
    name: str
    kind: str


def names(text: str) -> Iterator[Name]:
    """Every body that the text names by its form, in no order."""
    for match in _INSPECTORATES.finditer(text):
        yield Name(match.start(), match.end(), match.group(), INSPECTORATE)
    for match in _CAPITALS.finditer(text):
        yield Name(match.start(), match.end(), match.group().title(), "force")
    for match in _PRISONS.finditer(text):
        yield Name(match.start(), match.end(), _full(match.group()), "provider")
    for match in _IS_PRISON.finditer(text):
        if match["name"].split(" ", 1)[0] not in _NOT_FIRST:
            yield Name(match.start(), match.end("name"), match["name"], "provider")
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
        # "Anyshire County Council local authority": the council, by its own name.
        twice = match["tail"].casefold() == "local authority" and _COUNCIL.search(name)
        if twice or _OFFICE.match(name):
            continue
        kind = _kind(match.group("tail"), name[: -len(match.group())])
        yield Name(begin, match.end(), _full(name), kind)


# "HMI FOLLOW-UP: LINDOW POLICE"
_CAPITALS = worded(
    "CONSTABULARY|POLICE",
    r"(?<![A-Z] )\b(?!(?:THE|AND|OF|OUR|THIS|WHAT|HOW|DO|BY|FOR|NEW|ALL)\b)[A-Z][A-Z’'-]{2,20}"
    r"(?: (?!(?:THE|AND|OF)\b)[A-Z’'-]{3,20}){0,2} (?:POLICE|CONSTABULARY)\b(?!,? [A-Z])",
)
# "Chief Constable Ann Sutter of Dunshire Police": the person is no part of the body's name.
_HELD_OF = re.compile(r"[A-Z][\w’'-]+(?: [A-Z][\w’'.-]*){0,3} (?:of|from|at|for) (?:the )?")
_RANK_IN = re.compile(
    r"[^\n]{0,40}\b(?:Officer|Constable|Commissioner|Manager|Director|Executive|Inspector|Head)\b"
    r"[^\n]{0,50} (?:of|from|at|for) (?:the )?"
)
_COUNCIL = re.compile(r" Council [Ll]ocal [Aa]uthority$")
# "Chair of the Authority": who holds an office, and no body.
_OFFICE = re.compile(r"(?:Chair|Chairman|Clerk|Leader|Member|Head|Secretary) (?:of|to) the ")
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
        r"(?:Police|Constabulary|Council|Service|Trust|Hospital|Authority|Director|Manager|Secretary)"
        r"(?:,| and|, and| &) |\b(?:Inspection|Reinspection|Revisit|Review) (?:of|to) (?:the )?"
        # "Alder Care Home in Wexley and Larch Nursing Home", "Chairman of Wexley Parish Council".
        r"|\b(?:Home|House|Lodge|Court|School|Academy|Hospital|Surgery|Hospice|Centre) in [A-Z]"
        r"[\w’'-]+(?: [A-Z][\w’'-]+)* and |\b(?:MINUTES|Meeting|Chair|Chairman|Leader|Clerk)"
        r" (?:of|to) (?:the )?(?=[A-Z])",
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
    runs_all = tail == "Probation Service" and before.endswith("Prison and ")  # never graded
    if runs_all or "Panel" in tail or ("Fire" in tail and "Authority" in tail):
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

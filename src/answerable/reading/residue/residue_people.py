"""Names that may be people: beside a post, by where they stand, or in a line that lists them."""

import re
from collections.abc import Iterator

from answerable.reading.people.post_words import POSTS, RANKS, SURNAMES
from answerable.reading.residue.trigger import Trigger
from answerable.reading.worded import worded

_TITLES = (
    r"(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Prof(?:essor)?|Cllr|Councillors?|PC|Sgt|Insp|Supt|DCI|DI"
    r"|CC|DCC|ACC|PCC|PFCC|DPCC|CFO|DCFO|ACO|HMI|Constable|Commissioner|Inspector|Superintendent"
    r"|Sergeant|Officer|Commander|Director|Executive|Governor|Manager|Treasurer|Mayor"
    r"|Chair(?:man|woman)?|Secretary|Minister|headteacher|Lord|Lady|Baroness|Reverend|Revd?|Father|Imam|Rabbi|Pastor|Canon)"
)
_POSTS = (
    rf"(?i:{_TITLES}\b|lead\b|head of\b|chair\b|chief\b|spokes|officer\b|manager\b|member\b"
    r"|director\b|reporter\b|editor\b|correspondent\b|from\b|of\b|said\b)"
)
_PERSON = re.compile(
    rf"\b{_TITLES}\.?,? (?P<one>(?:[A-Z][\w’'-]+|[A-Z]\.?)(?: (?:[A-Z][\w’'-]+|de|van|von|Mc\w+"
    rf")){{0,3}})|\b(?P<two>[A-Z][\w’'-]+ (?:[A-Z]\.? )?[A-Z][\w’'-]+)"
    rf"(?=,?(?: [–—-])? (?:\(?[A-Z]{{2,4}}\)"
    rf"|M[PS]\b|AM\b|MSP\b|QPM\b|KC\b|\([A-Za-z][\w’', /&]{{3,50}}\)"
    rf"|(?:HM |(?:His|Her) Majesty[’']s |the |our |its |an? )?(?:[a-z]+ ){{0,3}}{_POSTS})"
    rf"|, (?:[A-Za-z]+ ){{1,4}}(?i:{_TITLES})\b)",
)
# Every match of `_PERSON` has a word that begins big, or a title, before a word that begins big.
_PAIR = re.compile(r"[A-Z][\w’'.-]*,? [A-Z]|headteacher")
# A name by where it stands: after "Dear", a by-line, a post or the label of a line; before a dash,
# a bracket, a colon or who said or reports; or alone on its line. Such a pair of words may as
# well be a place.
_GIVEN = r"[A-Z][a-z’'-]+(?: (?:[A-Z]\.?|de|van|von|[A-Z][a-z’'-]+))?"
_LAST = r"(?:Mc|Mac|O[’'])?[A-Z][a-z’']+(?:-[A-Z][a-z’']+)?"
# What somebody does, and hardly a body or a place.
_DOES = (
    r"sa(?:ys|id)|tells?|told|asks?|asked|thinks?|thought|wants?|wanted|rings?|rang|writes?|wrote"
    r"|retire[sd]?|resigned|joins?|joined|leaves|left|took|takes|starts|started|speaks|spoke"
    r"|is speaking|has (?:left|retired|resigned|joined|agreed|offered|been (?:named|appointed))"
    r"|replied|reports|explained|added|apologised|thanked|proposed|seconded|abstained|offered"
    r"|volunteered|chaired|chairs|attended|arrived|visited|walked|smelt|saw|heard|found|knew"
    r"|waited|queued|works?|worked|teaches|taught|sent|gave|made|brought|lost|called|owns?"
    r"|felt|came|went|sat|lives?|lived|died|was (?:asleep|born|there|present|appointed|elected"
    r"|named)|will (?:chair|speak|join|leave|retire|take)|agreed|undertook|promised|hopes?"
    r"|insists?|remembers?|recalls?"
)
_LABELLED = (
    rf"(?:(?:^|\n)\W{{0,3}}(?:From|To|Cc|By|Dear|Contact|Author|Signed|Name|Owner|Lead|Chair|Media)"
    rf"(?: ?:|\b) ?|\b(?:[Cc]ontact|[Cc]all with|[Ii]nterviews? with|[Ss]igned by|[Aa]ttended by"
    rf"|coordinator|secretary|nurse|doctor|chief|deputy|commissioner|governor|leader|officer"
    rf"|director|chair|mother|father|son|daughter|widow|victim|reporter is|[Mm]y name is"
    rf"|I[’']m|I am|named|called),? )"
    rf"(?P<one>{_GIVEN}(?: {_LAST})?)(?![a-z])"
)
_BY_LABEL = re.compile(_LABELLED)
_PLACED = re.compile(
    rf"{_LABELLED}"
    rf"|(?P<two>\b{_GIVEN} {_LAST})(?= ?(?:[–—:(<]|- |,? [a-z]+ (?:added|said|asked|told)\b)"
    rf"| reports?\b|, (?:whom?|\d\d,|[a-z]+ (?:for|of|at|officer|lead|reporter|correspondent))"
    rf"(?!\w))"
    rf"|(?:^|\n)(?:Q\d{{1,3}}[.):]?)?\W{{0,3}}(?P<whole>{_GIVEN} {_LAST})[ ,]*(?=$|\n)"
    # "Grown-up: Mabel Gant.", "From the parish, Colin Vetch": the last words of a clause
    rf"|(?:(?<=[a-z]: )|(?<=[Ss]he[’']s )|(?<=[Hh]e[’']s )|(?<=[Ss]he is )|(?<=[Hh]e is )"
    rf"|\b[Ff](?:rom|or) the [a-z ]{{3,30}}, )(?P<three>{_GIVEN} {_LAST})"
    r"(?=[.;,)]| (?:and|had|has|is|was|who|would|will|keeps?|kept|runs?|ran) |$|\n)"
    # "Ottoline Fisk, Saturday 19 June 2031", above what that one wrote
    rf"|(?:^|\n)(?P<four>{_GIVEN} {_LAST})(?=,? (?:[A-Z][a-z]+day,? )?\d{{1,2}} [A-Z])"
    # "Edna Marwick retires in October", "Wilf Danby and Petula Shaw went": what people do
    rf"|\b(?P<five>{_GIVEN} {_LAST})(?=(?:,[^,.;]{{3,60}},)? (?:{_DOES})\b"
    rf"|[’']s (?:last|first|term|successor|view|letter)\b| and (?:I\b|{_GIVEN} {_LAST} [a-z]))"
    # "Thanks went to Harold Finch", "poured by Una Brock", "said Olive Marchant"
    r"|(?=[A-Z])(?:(?<=[dn] by )|(?<=[Tt]hanks to )|(?<=[adks] went to )|(?<=[Pp]ass it to )"
    r"|(?<=said )|(?<=asked )|(?<=told )|(?<=late )|(?<=death of )|(?<=welcomed ))"
    rf"(?P<six>{_GIVEN} {_LAST})"
)
_TWO_WORDS = re.compile(r"[A-Z][a-z’'-]+ (?:[A-Z]|de |van |von )")
# A name alone on its line, above the post of who signs.
_SIGNS = re.compile(
    r"\W*(?:[A-Z][\w’'-]+ ){1,3}[A-Z][\w’'-]+(?:,? (?:MP|QPM|KC|OBE|CBE|MBE|JP|OStJ)){0,3}\W*"
)
_POST = re.compile(
    rf"\W*(?:(?:HM|His Majesty[’']s|Her Majesty[’']s|[A-Z][a-z]+) ){{0,3}}(?i:{_TITLES}|lead"
    r"|head of|reporter|editor|correspondent|chair|clerk|analyst|coordinator|adviser|partner)\b"
)
# A line of a list of names: "T Ellwood (in the chair), G Pomfret".
_NAME = re.compile(r"\b[A-Z](?:[\w’'-]+|\.)?(?: [A-Z]\.?)? (?P<last>(?:Mc|O[’'])?[A-Z][\w’'-]+)")
# "Councillors Wragg, Dunmore and Okafor": one title for all of them.
_SHARED = worded(
    "Cllrs|Councillors|Drs|Inspectors|Mesdames|Messrs|Superintendents",
    r"\b(?:Cllrs|Councillors|Messrs|Mesdames|Inspectors|Superintendents|Drs)\.? (?P<all>"
    r"(?:(?:[A-Z]\.? )?[A-Z][\w’'-]+)(?:(?:, | and | & |, and )(?:[A-Z]\.? )?[A-Z][\w’'-]+)+)",
)
_ONE = re.compile(r"(?:[A-Z]\.? )?[A-Z][\w’'-]+")


def in_office(text: str, start: int, end: int) -> Iterator[Trigger]:
    """People by the post that stands beside their names."""
    if not _PAIR.search(text, start, end):
        return
    for match in _PERSON.finditer(text, start, end):
        name = "one" if match["one"] else "two"
        yield Trigger(match.start(name), match.end(name), "person")
    for shared in _SHARED.finditer(text, start, end):
        for one in _ONE.finditer(text, shared.start("all"), shared.end("all")):
            yield Trigger(one.start(), one.end(), "person")


def placed(text: str, start: int, end: int) -> Iterator[Trigger]:
    """People by where their names stand."""
    words = text[start:end]
    # A name of two words stands in every match that no label stands before.
    for match in (_PLACED if _TWO_WORDS.search(words) else _BY_LABEL).finditer(words):
        name = str(match.lastgroup)
        told = match[name].split()
        if told[0] in ("The", "Our", "Your") or not _THINGS.isdisjoint((told[0], told[-1])):
            continue
        yield Trigger(start + match.start(name), start + match.end(name), "placed")


# "SG = Sunniva Grieve; PT: Piers Tolland": what initials stand for.
_STANDS_FOR = re.compile(
    rf"\b(?P<a>[A-Z])[A-Z]{{0,2}}(?P<z>[A-Z]) ?(?:=|[–—:-]) ?"
    rf"(?P<name>(?=(?P=a)){_GIVEN} (?=(?P=z)){_LAST})"
)
# "F. O’Dowd | Whinfell | Present": a cell that says whether somebody came.
_CAME = re.compile(
    r"(?:^|\| ?)(?:present|apolog(?:y|ies)|absent|attended|in attendance|online|remote"
    r"|by (?:phone|video)|on (?:teams|screen|line)|sent apologies|chair|✓|yes|no|y|n)"
    r"(?= ?(?:\||$))",
    re.IGNORECASE,
)
# "Governance | Yusuf Teal | Company Secretary": a cell beside that of a post
_BESIDE_POST = re.compile(
    rf"(?:^|\| )(?P<name>{_GIVEN} {_LAST})(?= \| (?:[A-Z][\w’']+ ){{0,3}}{_TITLES}\b)"
)
# "Zainab Orr (chair), Kit Ames, Marlowe Dunn and PC Lyle": names one behind another.
_NTH = re.compile(
    rf"(?:^|[,;:] (?:and )?|\) (?:and )?|\b(?:and|were) )(?:[A-Z][a-z]+ ){{0,2}}?"
    rf"(?P<one>{_GIVEN} {_LAST})"
    r"(?=[,;.]| \(| and |$)"
)
_MANY = 3


def in_a_list(text: str, start: int, end: int, *, row: bool) -> Iterator[Trigger]:
    """People whom initials stand for, of whom a row says that they came, or one behind another."""
    words = text[start:end]
    for one in _STANDS_FOR.finditer(words) if "=" in words or ":" in words or "–" in words else ():
        yield Trigger(start + one.start("name"), start + one.end("name"), "person")
    for one in _BESIDE_POST.finditer(words) if row else ():
        yield Trigger(start + one.start("name"), start + one.end("name"), "person")
    if row and _CAME.search(words):
        yield from names(text, start, end)
    elif not row and words.count(",") > 1:
        many = list(_NTH.finditer(words))
        for one in many if len(many) >= _MANY else ():
            yield Trigger(start + one.start("one"), start + one.end("one"), "person")


# "In the room: Zena O. (chair), Kit, Marl and PC Lyle": first names alone.
_FIRST = re.compile(r"(?<=[:,] )[A-Z][a-z]+(?: [A-Z]\.?)?(?= \(|,| and [A-Z]|\W*$)")


# "Kirsty, Bal, Jo S, Dave from Fenwick": a line of such at the head of notes.
_ONE_OF = r"[A-Z][a-z]+(?: [A-Z]\.?| from [A-Z][a-z]+| [A-Z][a-z]+)?"
_THOSE_THERE = re.compile(rf"\W*(?P<one>{_ONE_OF})(?:, {_ONE_OF}){{2,}}(?:,? and {_ONE_OF})?\W*")


def first_names(text: str, start: int, end: int) -> Iterator[Trigger]:
    """Those there by their first names, with nothing else on the line."""
    found = _THOSE_THERE.fullmatch(text, start, end)
    if found:
        yield Trigger(found.start("one"), found.end("one"), "person")


def names(text: str, start: int, end: int) -> Iterator[Trigger]:
    """People in a line that lists them."""
    firsts = list(_FIRST.finditer(text, start, end)) if ":" in text[start:end] else []
    for one in firsts if len(firsts) >= _MANY else ():
        yield Trigger(one.start(), one.end(), "person")
    for match in _NAME.finditer(text, start, end):
        yield Trigger(match.start(), match.end(), "person")


_OTHERS = "His Her HM HMI This Also I You All Dear Your Q1 After On What Today"
_NO_NAME = (POSTS | RANKS | {*_OTHERS.split()}) - SURNAMES
# Last words of places, bodies, papers and lists of addresses, which stand where a name may stand.
_THINGS_WORDS = """
Academy Agency Alliance Amount Area Arms Arrangements Authority Avenue Baths Board Body
Building Bulletin Cabinet Campus Cathedral Centre Chamber Charity Chronicle Circle Clinic
Club College Committee Commission Correspondence Council Courier Court Division Drive Echo
Estate Families Federation Foundation Forum Gazette Grange Group Herald Homecare Homes
Hospital Hotel House Hub Inn Journal Library Lodge Meeting Mercury Mosque Museum
Neighbourhood Network News Observer Office Partnership Pastors Pavilion Points Practice
Prison Programme Project Protection Quay Quarter Recipients Residents Road Rooms School
Sender Service Services Session Shelter Square Station Steps Street Sub-Committee
Subscribers Suite Surgery Tarn Team Terrace Theatre Trust Undisclosed Unit University View
Village Watch Yard
"""
_THINGS = frozenset(_THINGS_WORDS.split())
_MONTHS = ("April", "May", "June")  # women are called so too


def no_name(words: str) -> bool:
    """Whether words are those of an office, a body or a month: no word of them names anybody.

    "Una Orme Chief" holds a name; "Democratic Services" and "Head" do not.
    """
    told = [re.sub(r"[’']s?$", "", word.strip(".,")) for word in words.split()]
    if told[0] in _MONTHS and len(told) > 1 and not told[-1].isupper():
        told[0] = ""  # "June Mottram", and not "June" or "June I"
    plain = [word for word in told if not (word in _NO_NAME or word.isupper())]
    return len(plain) < (2 if sum(len(word) > 1 for word in told) > 1 else 1)


def with_initials(text: str, start: int, end: int) -> bool:
    """Whether the initials of a name stand behind it: "Ida Way (IW) – Ropes"."""
    found = _IN_BRACKETS.match(text, end)
    firsts = "".join(word[0] for word in text[start:end].split())
    return found is not None and found["own"][0] == firsts[0] and found["own"][-1] == firsts[-1]


_IN_BRACKETS = re.compile(r" \((?P<own>[A-Z]{2,3})\)")


def signs(words: str, below: str) -> bool:
    """Whether a line is a name alone, above a line with the post of that person."""
    return _SIGNS.fullmatch(words) is not None and _POST.match(below) is not None

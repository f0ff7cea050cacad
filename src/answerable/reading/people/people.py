"""Names, posts and presence: attendance lists, letters and people named in prose."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from answerable.reading.cells import KIND as CELL
from answerable.reading.clauses import Passage
from answerable.reading.gazetteer import Gazetteer
from answerable.reading.layout.canonical_text import CanonicalText
from answerable.reading.people.attendance import (
    ATTENDS,
    Sighting,
    clean,
    post,
    sighted,
    stands,
)
from answerable.reading.people.given_names import FIRMS, given, without_post
from answerable.reading.people.letter_names import letter
from answerable.reading.people.people_beside import beside
from answerable.reading.people.people_by_turns import by_turns
from answerable.reading.people.people_introduced import introduced, is_post, ranked
from answerable.reading.people.people_lists import (
    addressed,
    bracketed,
    led,
    listed,
    signed,
    told,
)
from answerable.reading.people.people_owning import owns
from answerable.reading.people.people_posted import bylines, councillors, posted
from answerable.reading.people.people_records import record_of
from answerable.reading.people.people_speaking import speaking
from answerable.reading.people.people_tables import tabled
from answerable.reading.people.people_titled import titled_alone
from answerable.reading.people.post_words import NOUNS, POSTS
from answerable.reading.records import Record
from answerable.reading.roles import NAME, PREFIX, ROLE, SURNAME, TITLE, is_name
from answerable.reading.speech import SAID, Speech
from answerable.reading.worded import worded

# Behind a post or a title, initials and a surname are a name too: "Mr A Bellamy".
_AFTER_POST = rf"(?:{NAME}|[A-Z] (?:[A-Z] )?{SURNAME})"
_OFFICER = (
    r"(?:[A-Z][a-z]+ ){1,3}?(?:Officer|Manager|Director|Secretary|Lead|Adviser|Analyst|Solicitor"
    r"|Co-?ordinator|Accountant|Auditor|Clerk|Commander|Sergeant|Governor)"
)
_PROSE_ROLE = re.compile(
    rf"(?<![\w/])(?P<role>(?:[A-Z]\w+(?: [A-Z]\w+)?[’']s? )??(?:{PREFIX}|{_OFFICER}))(?: (?:for"
    rf"|of) (?:[A-Z]\w+ ?){{1,4}})?,? "
    rf"(?:{TITLE} )?(?P<name>{_AFTER_POST})"
)
_NAME_ROLE = worded(
    " (|, ",
    rf"(?P<name>{NAME})(?:, | \(|, (?:the|who is) )(?:the |[Oo]ur |[a-z]+ )?"
    rf"(?P<role>{ROLE}(?![\w&])(?: (?:for|of|at) (?:the )?[A-Z][\w’]+"
    rf"(?:(?:,? and|,| of| the)? [A-Z][\w’]+){{0,6}})?)",
)
# "to Cllr Tolley, the Commissioner agreed": the post begins what is said of somebody else.
_NEW_CLAUSE = re.compile(
    r" (?:also |then |further )?(?:agreed|asked|noted|thanked|welcomed|advised|explained|confirmed"
    r"|stated|replied|reported|responded|had|has|was|is|will|would|undertook|acknowledged|felt"
    r"|considered|highlighted|outlined|said that|told)\b"
)
_NAME_SAID = re.compile(
    rf"(?P<name>{NAME})(?:, [^.\n]{{2,80}},)? {SAID}\b|{SAID} (?P<name2>{NAME})"
    r"(?![\w-]| (?:had|has|have|was|were|is|are|will|would|should|could|can"
    r"|may|must|did|does|lost|got|gets|needs?)\b)"
)
# "Ada Crewe, 71, of Long Lane", "our reporter is Tom Vale": people of the news.
_AGED = worded(") |, ", rf"(?P<name>{NAME}),? (?:\()?(?:aged )?\d{{2}}(?:,|\)) ")
_IS = worded(
    " is ",
    rf"\b(?:[Oo]ur|[Tt]he|[Ii]ts|[Mm]y) (?P<role>[a-z]+(?: [a-z]+){{0,3}}) is"
    rf" (?P<name>{NAME})(?=[.,])",
)
_TITLED = re.compile(
    rf"(?:(?:{TITLE}|Cllr\.?|Coun\.?|Councillor|Canon|Reverend|Alder(?:wo)?man|Judge|HHJ"
    rf"|H(?:is|er) Honour) )(?P<name>{_AFTER_POST})"
)
_RANK = ("chair", "apologies", "author", "addressee", "copied", "present", "speaker", "mentioned")


# "CC Tom Beresford (TB)" alone on its line: a list of who was there, without its heading.
_LINE_OF_LIST = re.compile(
    rf"\W{{0,3}}(?:[A-Z][\w/’&]*(?: [A-Z][\w/’&]*){{0,3}} )??{NAME}(?:(?:,"
    rf"| [-–]) [^()\n]{{2,60}})?"
    r" \((?:[A-Z]{2,4}|[A-Z]{1,2}[a-z][A-Z]?)\)"
)


def sightings(text: CanonicalText, passages: Sequence[Passage]) -> tuple[Sighting, ...]:
    """Everybody named with a post, in a list, in a letter block or as a speaker."""
    apart = [(one.start, one.end) for one in text.blocks if one.kind == "furniture"]
    found: list[Sighting] = [
        one
        for one in letter(text)
        if not any(start < one.end and one.start < end for start, end in apart)
    ]
    found.extend(bylines(text))
    found.extend(addressed(text))
    found.extend(tabled(text, {one.block: one.section for one in passages if one.kind == "row"}))
    for passage in passages:
        if passage.kind == "row":
            continue
        if passage.kind == CELL:
            found.extend(told(text.text, passage))
            found.extend(_unowned(text.text, passage))
            continue
        in_list = (
            passage.section in ("attendance", "apologies")
            or passage.kind == "attendance"
            or led(text.text[passage.start : passage.end]) is not None
            or _LINE_OF_LIST.fullmatch(text.text, passage.start, passage.end) is not None
        )
        there = list(listed(text, passage)) if in_list else list(told(text.text, passage))
        there = there or list(bracketed(text.text, passage))
        found.extend(there)
        # "Cllr Ada Crewe Marl City Council": the list knows where the name ends
        found.extend(
            one
            for one in _unowned(text.text, passage)
            if not any(
                (
                    one.name != other.name
                    or one.start < other.start  # the post of the one before
                    or (one.rule == "people.beside" and other.role)
                )
                and one.start < other.end
                and other.start < one.end
                and set(one.name.split()) & set(other.name.split())
                for other in there
            )
        )
    named = {one.name for one in found}
    found.extend(one for one in signed(text) if one.name not in named)
    turned = list(by_turns(text))
    if turned:
        found = [
            one
            for one in found
            if not any(one.start < each.end and each.start < one.end for each in turned)
        ]
        found.extend(turned)
    found.extend(titled_alone(text.text, passages, found))
    return _whole_names(without_post([one for one in found if one.name not in FIRMS]))


def _whole_names(found: Sequence[Sighting]) -> tuple[Sighting, ...]:
    """Without a surname alone, or with an initial, where the document gives the whole name.

    Nor with a given name and a surname where the whole name has another between: "Una Jane Orme".
    """
    full = {(one.name[0], one.name.split()[-1]) for one in found if _FULL.match(one.name)}
    surnames = {one.name.split()[-1] for one in found if " " in one.name}
    long = {(words[0], words[-1]) for one in found if len(words := one.name.split()) > 2}
    return tuple(
        one
        for one in found
        if (_FULL.match(one.name) and tuple(one.name.split()) not in long)
        or (
            not _FULL.match(one.name)
            and one.name not in surnames
            and (" " not in one.name or (one.name[0], one.name.split()[-1]) not in full)
        )
    )


_FULL = re.compile(r"[A-Z][a-zà-ÿ’'-]+ ")


_SAYS = re.compile(rf"\b(?:{SAID}|who)\b")
_APPOSITION = re.compile(
    rf"(?P<name>{NAME}), (?:the |our )?(?P<role>(?:CQC[’']?s? |Ofsted[’']?s? "
    rf"|HMICFRS[’']?s? )?(?:[a-z’'-]+ ){{0,4}}?"
    r"(?:director|inspector|manager|secretary|officer|executive|leader|lead|chair(?:man|woman)?"
    r"|head|member"
    r"|minister|spokes(?:man|woman|person)|commissioner|constable|superintendent|mayor)"
    r"(?: (?:of|for|at|on) [^,.\n]{3,60})?), ?(?:said|says|added|told|who)\b"
)


def _with_roles(text: str, passage: Passage) -> Iterator[tuple[re.Match[str], str]]:
    """A post before a name or after it, where both belong together."""
    start, end = passage.start, passage.end
    listed = passage.section in ("attendance", "apologies") or ATTENDS.match(text, start)
    for pattern, rule in ((_PROSE_ROLE, "people.role-name"), (_NAME_ROLE, "people.name-role")):
        for match in pattern.finditer(text, start, end):
            between = text[match.end("name") : match.start("role")]
            if between.startswith(", the") and _NEW_CLAUSE.match(text[match.end() : end]):
                continue
            parted = "," in text[match.end("role") : match.start("name")]
            if parted and text[match.end() : match.end() + 2].strip()[:1].isupper():
                continue  # "Chief Executive, Marl Bay Care Board"
            if text[match.start("role") - 1] == "(" and text[match.end() : match.end() + 1] == " ":
                continue  # "Marl Green (Cllr J Holt)"
            if between and text[max(0, match.start("name") - 2) : match.start("name")] == ") ":
                continue  # "Una Orme (UO) Marl Scotland (Chair)"
            if between and _OWNS.match(text, match.end("role")):
                continue  # "Mrs J Woods, the Commissioner’s Chief Finance Officer"
            if listed and "," in match.group()[: match.start("name") - match.start()]:
                continue
            yield match, rule


_OWNS = re.compile(r"[’'](?:s\b)?")

# Every name in prose has two words that begin big, or an initial before a surname.
_PAIR = re.compile(r"[A-Z][\w’'.-]* (?:(?:de|van|von|der|di|la|le) )*[A-Z]")
_AWAY = re.compile(r"\b[Aa]pologies\b")
_IN_CHAIR = re.compile(r"\W*(?:in the chair|chair(?:man|ed by)?)\b\W", re.IGNORECASE)


def _prose(text: str, passage: Passage) -> Iterator[Sighting]:
    start, end = passage.start, passage.end
    yield from speaking(text, passage)
    if _PAIR.search(text, start, end) is None:
        return
    away = passage.section == "apologies" or bool(_AWAY.search(text, start, min(end, start + 120)))
    presence = "apologies" if away else "mentioned"
    if not away and (passage.section == "attendance" or ATTENDS.match(text, start, end)):
        presence = "present"
    if _IN_CHAIR.match(text, start, end):
        presence = "chair"
    for match, rule in _with_roles(text, passage):
        one_seen = sighted(match, presence, rule, role=post(match))
        if one_seen is not None:
            yield one_seen
    spoken = _SAYS.search(text, start, end) is not None
    for match in _APPOSITION.finditer(text, start, end) if spoken else ():
        one_seen = sighted(match, presence, "people.apposition", role=post(match))
        if one_seen is not None:
            yield replace(one_seen, end=match.end("role"))
    yield from introduced(text, passage, presence)
    yield from ranked(text, passage, presence) if passage.kind != CELL else ()
    yield from posted(text, passage, presence)
    yield from beside(text, passage, presence)
    yield from councillors(text, passage, presence)
    for match in _TITLED.finditer(text, start, end):
        role = "Councillor" if match.group().startswith(("Cllr", "Coun")) else None
        one_seen = sighted(match, presence, "people.titled", role=role)
        if one_seen is not None:
            yield one_seen
    yield from _of_news(text, passage, presence)
    for match in _NAME_SAID.finditer(text, start, end) if spoken else ():
        group = "name" if match.group("name") else "name2"
        name = clean(match.group(group))
        if is_name(name) and not _several(name):
            begin, last = stands(match.group(group), name, *match.span(group))
            yield Sighting(name, begin, last, None, None, presence, "people.said")
    yield from given(text, passage, presence) if passage.kind != CELL else ()


def _several(name: str) -> bool:
    """ "Internal Auditors concluded": posts in the plural, or a firm, and nobody by name."""
    last = name.rsplit(maxsplit=1)[-1]
    return name in FIRMS or (last.endswith("s") and last[:-1] in NOUNS)


def _unowned(text: str, passage: Passage) -> Iterator[Sighting]:
    """The people of a passage without those whom it names only as owners of actions."""
    for one in _prose(text, passage):
        if not owns(text, passage, one.start, one.end):
            yield one


def _of_news(text: str, passage: Passage, presence: str) -> Iterator[Sighting]:
    """People whom a story brings in by their age or as its own reporter."""
    for match in _AGED.finditer(text, passage.start, passage.end):
        one_seen = sighted(match, presence, "people.aged")
        if one_seen is not None and one_seen.name.rsplit(maxsplit=1)[-1] not in POSTS:
            yield replace(one_seen, end=match.end("name"))
    for match in _IS.finditer(text, passage.start, passage.end):
        one_seen = sighted(match, presence, "people.introduced", role=match["role"])
        if one_seen is not None and is_post(match["role"]):
            begin, last = stands(match["name"], one_seen.name, *match.span("name"))
            yield replace(one_seen, start=begin, end=last)


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
            places,
            key=lambda one: (
                one.role is None,
                one.role in ("Councillor", "Cllr"),
                _RANK.index(one.presence),
                one.start,
            ),
        )
        presences = [one.presence for one in places]
        if name in speakers:
            presences.append("speaker")
        presence = min(presences, key=_RANK.index)
        yield record_of(text, replace(best, presence=presence), places, gazetteer, on)

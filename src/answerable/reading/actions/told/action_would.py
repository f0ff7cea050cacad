"""Who will do a small piece of work, said in the minutes and no more: "Mr Amadi would chase it".

Only work that a meeting hands out (to send, to draft, to find out), and only of those who serve
it: what a commissioner, a chief constable or a mayor says will happen is a promise.
"""

import re
from collections.abc import Iterator

from answerable.reading.actions.parts.action_agents import of_a_meeting
from answerable.reading.actions.parts.action_due import after_day, by_when
from answerable.reading.actions.parts.action_fields import action
from answerable.reading.actions.parts.action_owners import initials_of_somebody
from answerable.reading.actions.parts.action_spoken import spoken_of
from answerable.reading.actions.parts.action_words import DO, INITIALS, OWNER, WORK
from answerable.reading.actions.parts.due_phrases import day_ahead
from answerable.reading.clauses import Passage
from answerable.reading.material import Material
from answerable.reading.records import Record
from answerable.reading.roles import NAME
from answerable.reading.worded import worded

Names = frozenset[str]
_KINDS = ("minutes", "decision", "action-log", "other")
_WORK_WORDS = (
    rf"(?:{DO}|put|get|give|tell|take (?:legal |some )?advice|have (?:an?|the|it|them)|sort"
    r"|see (?:to|if|that|whether)|seek|survey|sound out|walk|show|host|sit|lend|dig|count|post"
    r"|place|feed|make (?:the |all )?arrangements|dip-sample|take (?:it|this|that) (?:up|away"
    r"|forward)|pick (?:it|this|that) up|join|pull together|leave (?!the |office|it)"
    r"|order|mend|measure|price|hand|drop|lock|unlock|clean|clear|paint|patch|fit|borrow|mark out"
    r"|pay|label|photograph|print|post|unblock|sweep|empty|restock|rehang|reset|debrief)"
)
_POST = (
    r"(?:(?:[Tt]he )?(?:DCC|ACC|ACO|CFO|DCFO|ACFO|COO|CEO|MO)\b(?: [A-Z][\w’-]+)?"
    r"|(?:Mr|Mrs|Ms|Miss|Dr|Cllr|Councillor)\.? (?:[A-Z]\.? ){0,2}[A-Z][a-z’-][\w’-]*"
    r"|(?:Cllrs|Councillors|Messrs)\.? [A-Z][\w’-]+(?:, [A-Z][\w’-]+)*(?: and| &) [A-Z][\w’-]+"
    r"|[Tt]he (?:[A-Z][\w’-]+ ){1,4}(?:Trust|Society|Association|Club|Working (?:Group|Party))"
    r"|[Tt]he (?i:Monitoring Officer"
    r"|Clerk|Chair(?:man|woman)?|Vice-Chair|Secretary|Secretariat|Treasurer|Chief Finance Officer"
    r"|Chief of Staff|Chief Executive|Head Teacher"
    r"|(?:Policy|Scrutiny|Governance|Performance|Democratic Services) Officer"
    r"|Head of [A-Z]\w+(?: (?:and |of )?[A-Z]\w+)*)|[Tt]he (?:[A-Z][\w’-]+ ){0,3}(?:Officer"
    r"|Manager|Director|Principal|Lead|Team|Unit|Governor|Bursar|Co-?ordinator|Solicitor|Auditor|Analyst"
    r"|Adviser|Accountant|Surveyor|Registrar|Caretaker|Superintendent|Inspector|Sergeant"
    r"|Commander)(?: (?:of|for) [A-Z][\w’-]+(?: (?:and )?[A-Z][\w’-]+){0,3})?)"
)
# "The force would put names on its website": the body that answers to the meeting.
_BODY = (
    r"[Tt]he (?:[Ff]orce|[Pp]olice|[Ss]ervice|[Cc]onstabulary|[Cc]ouncil|[Tt]rust|[Ss]chool"
    r"|[Pp]rison|[Hh]ospital|[Cc]ollege|landlord|contractor|operator|company)"
)
_OTHERS = rf"(?:{_BODY}|[Hh]e|[Ss]he|All)"
_RANKED = (
    r"(?:PCSO|PC|DC|Sgt|Sergeant|Insp|Inspector|Ch Insp|Supt|Superintendent|Ch Supt|DI|DCI|DS"
    r"|D/Supt|Commander|(?:Watch|Station|Group|Area) Manager) [A-Z][\w’-]+"
)
_SERVES = rf"(?:{_POST}|{_BODY}|{_RANKED}|{NAME}|[A-Z][a-z]{{1,12}}|{INITIALS})"
_PARTNERS = r"(?:[Pp]artners|(?:[Bb]oard |[Pp]anel )?[Mm]embers|[Oo]fficers|[Cc]olleagues|All)"
_WOULD = re.compile(
    r"(?:^\W*(?:\d{1,2}(?:\.\d{1,2}){0,2}\.? )?|[;.:] |, (?:and |so |but )?|\b(?:and|so|then) "
    r"|\b(?P<that>(?:noted|confirmed|advised|reported|agreed|resolved|RESOLVED|AGREED|decided)"
    r" that ))"
    rf"(?P<owner>{_SERVES}(?: and {_SERVES})?|{_PARTNERS}|He|She|he|she)"
    r"(?: [a-z][^.;]{3,60} and)?"
    r"(?: (?P<how>would|will|should|is going to|was going to|will need to|would need to)"
    r"|[’'](?:ll|d))"
    rf" (?:also |then |now |both |kindly )*(?P<do>(?:(?=(?P<known>{_WORK_WORDS}\b))|)(?:{WORK}"
    r"(?:(?!,? and (?:[\w’-]+ ){1,3}(?:would|will|should) )[^.;]){3,300}"
    r"|(?:reply|respond|investigate|follow up|chase|advise|check|confirm)(?=[.;]|$)))"
)
# "Jemima to feed in …", "EL to send him the data": a line of short notes.
_TO = re.compile(
    rf"^\W*(?P<owner>[A-Z]{{2,3}}|[A-Z][a-z]{{2,12}}(?: and [A-Z][a-z]{{2,12}})?) to"
    rf" (?P<do>{DO}\b[^.;]{{3,300}})"
)
# "GA order more, this week": initials of somebody there, and what in the plain form.
_BARE = re.compile(
    rf"^\W*(?P<owner>[A-Z]{{2,4}}(?: ?[/&+] ?[A-Z]{{2,4}}){{0,2}}) (?P<do>"
    rf"(?!(?:set|put|cut|let|read|cost|shut|split|hit|beat)\b)(?:{DO}|order)\b"
    r"[^.;]{3,300})"
)
# What these say that they will do is a promise, and no task that a meeting hands out.
_HEADS = re.compile(
    r"(?:[Tt]he )?(?:CC|PCC|PFCC|Chief Constable|(?:Police and Crime |Police, Fire and Crime )?"
    r"Commissioner|Mayor|Leader|Minister)(?: [A-Z][\w’-]+){0,2}"
)
_SERVING = re.compile(rf"{_POST}|{_BODY}|{_RANKED}|{_PARTNERS}")
# "Sgt Peebles said he’d put a patrol on", "OL said police would send the lists".
_SAID_SO = worded(
    " said | explained | added | replied | advised | confirmed | thought ",
    rf"(?:^\W*(?:\d{{1,3}}(?:\.\d{{1,2}}){{0,2}}\.? )?|[.;] )"
    rf"(?:(?:After|In|On|Following|When|At)\b[^,.;]{{3,40}}?,? )?(?P<owner>{_SERVES}|he|she)"
    r" (?:said|explained|added|replied|advised|confirmed|thought)(?: that)? (?:(?:s?he|they)"
    r"|(?P<other>police|the police|officers|(?:his|her|their|the) (?:team|officers|staff|office)))"
    r"(?:[’']d| would)"
    rf" (?:also |now |then )?(?P<do>{_WORK_WORDS}\b"
    r"(?:(?!,? and (?:that|[\w’-]+ would)\b)[^.;]){4,300})",
)
_AHEAD = re.compile(r"\b(?:would|will|should|going to)\b|[’'](?:ll|d)\b")
# Notes of two that speak to each other: "You’re going to ask HR", "I’ll warn Walter today".
_OF_TWO = re.compile(r"\bone[- ](?:to|2)[- ]one\b|\b1[:-]1\b|\b121\b", re.IGNORECASE)
_EITHER = worded(
    "You|I’|I'|I ",
    r"(?:^\W*|[.;:] )(?:You|I)(?:[’']ll|[’']re going to|[’']m going to| will|"
    r" (?:are|am) going to)"
    rf" (?:also |then )?(?P<do>{WORK}[^.;]{{4,300}})",
)
# "Commissioner: Please bring the rota to the March meeting": asked at a sitting, for a day.
_PLEASE = worded(
    "Please ",
    rf"(?:^\W*|[.:] )Please (?:also )?(?P<do>{DO}\b[^.;?]{{4,300}})",
)
_DOUBTED = re.compile(r"\b(?:whether|if|unless|hoped|not|never)\b|\?$")
_NOT = re.compile(
    r"(?<!check )(?<!see )(?<!find out )(?<!ask )\b(?:whether|if)\b"
    r"|\b(?:unless|said|hoped|thought|asked|told|felt)\b|\?$"
)


_TITLE = 200  # characters of a title
_PROMISES = ("will", "is going to")  # what a body says of itself, in its own words
# "Juliet said that 73 parents had answered. She would …": a first name of the list.
_FIRST = re.compile(r"(?:\W*\d[\d.]* )?(?P<who>[A-Z][a-z’'-]+) (?:[a-z]+ed|said|told|spoke)\b")


def records(material: Material) -> Iterator[Record]:
    """One action for each such sentence of a paper of a meeting."""
    met = of_a_meeting(material)
    if material.profile.type not in _KINDS and not met:
        return
    of_two = met and _OF_TWO.search(material.text[:_TITLE]) is not None
    directory = material.directory
    names = frozenset((*directory, *(part for one in directory.values() for part in one.split())))
    for passage in material.passages:
        if passage.kind in ("row", "heading") or passage.section in ("attendance", "definitions"):
            continue
        words = material.text[passage.start : passage.end]
        if " to " in words and (match := _TO.match(words)):
            asked = material.text[max(0, passage.start - 2)] == "?"
            noted = passage.kind == "item" and match["owner"].isupper()
            if noted or (met and not asked and _known(names, *match["owner"].split(" and "))):
                yield _task(material, passage, match, match["owner"])
                continue
        bare = _BARE.match(words) if met else None
        if bare is not None and _known(names, *re.split(r" ?[/&+] ?", bare["owner"])):
            yield _task(material, passage, bare, bare["owner"])
            continue
        asked_of = _to_each_other(words, of_two=of_two) if met else None
        if asked_of is not None:
            yield _task(material, passage, asked_of, None)
            continue
        said = _SAID_SO.search(words) if met else None
        if said is not None and not _HEADS.fullmatch(said["owner"]) and not _DOUBTED.search(words):
            yield _task(material, passage, said, _sayer(material, passage, said))
            continue
        if (
            not met
            or not _AHEAD.search(words)
            or _NOT.search(words)
            or material.speech_at(passage.start, passage.end)
        ):
            continue
        for match in _WOULD.finditer(words):
            if _no_task(match):
                continue
            owner = _owner(material, names, passage, words, match)
            if owner is not None and not _HEADS.fullmatch(owner):
                yield from _tasks(material, passage, match, owner)


def _to_each_other(words: str, *, of_two: bool) -> re.Match[str] | None:
    """What one who is there tells another, whose name it does not say."""
    either = _EITHER.search(words) if of_two else None
    if either is not None and not _DOUBTED.search(words):
        return either
    please = _PLEASE.search(words)
    return please if please is not None and by_when(please["do"]) else None


def _no_task(match: re.Match[str]) -> bool:
    """Whether a body promises, or the words are too loose to hand out work without a day."""
    if match["how"] in _PROMISES and re.fullmatch(_BODY, match["owner"]):
        return True
    if match["that"] and (match["known"] is None or re.fullmatch(_OTHERS, match["owner"])):
        return True  # what somebody reports of a body, or of plans, is no task of the meeting
    loose = match["how"] == "should" or re.fullmatch(_PARTNERS, match["owner"]) is not None
    return (match["known"] is None or loose) and not by_when(match["do"])


def _sayer(material: Material, passage: Passage, said: re.Match[str]) -> str | None:
    """Who says that they, or others, will do it; for "She said she would" who was spoken of."""
    who: str = said["other"] or said["owner"]
    if who.lower() in ("he", "she"):
        return spoken_of(material, passage, who.lower(), passage.start)
    return who


def _owner(
    material: Material, names: Names, passage: Passage, words: str, match: re.Match[str]
) -> str | None:
    """Who it is; for "he" or "she" the last one whom the words before name."""
    who = match["owner"]
    if who.lower() not in ("he", "she"):
        parts = who.split(" and ")
        known = _SERVING.fullmatch(who) is not None or all(
            _SERVING.fullmatch(one) or initials_of_somebody(one) or _known(names, *one.split())
            for one in parts
        )
        return who if known else None
    before = re.match(rf"(?:\W*\d[\d.]* )?{OWNER}", words) if match.start() else None
    if before is not None and re.match(_SERVES, before["owner"]):
        return before["owner"]
    above = material.before(passage)
    if above is None or above.block != passage.block:
        return None
    named = re.match(rf"(?:\W*\d[\d.]* )?{OWNER}", material.text[above.start : above.end])
    if named is not None and re.match(_SERVES, named["owner"]):
        return named["owner"]
    first = _FIRST.match(material.text, above.start, above.end)
    if first is not None and first["who"] in names:
        return first["who"]
    return spoken_of(material, passage, who, passage.start + match.start())


def _known(names: Names, *who: str) -> bool:
    """Whether each is a first name or a surname of somebody whom the paper lists."""
    return all(one in names for one in who)


def _tasks(
    material: Material, passage: Passage, match: re.Match[str], owner: str
) -> Iterator[Record]:
    """One task; two in "ask for answers within a month and report on them in May"."""
    start, end = (passage.start + at for at in match.span("do"))
    more = after_day(match["do"])
    rest = match["do"][more.end() :] if more else ""
    if more is None or not (by_when(rest) or day_ahead(rest)):
        yield _task(material, passage, match, owner)
        return
    for span in ((start, start + more.start()), (start + more.end(), end)):
        yield action(material, passage, span, "action.would", owner=owner, ref=None, weight=57)


def _task(material: Material, passage: Passage, match: re.Match[str], owner: str | None) -> Record:
    return action(
        material,
        passage,
        (passage.start + match.start("do"), passage.start + match.end("do")),
        "action.would",
        owner=owner,
        ref=None,
        weight=57,
    )

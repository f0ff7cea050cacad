"""Who will do a small piece of work, said in the minutes and no more: "Mr Amadi would chase it".

Only work that a meeting hands out (to send, to draft, to find out), and only of those who serve
it: what a commissioner, a chief constable or a mayor says will happen is a promise.
"""

import re
from collections.abc import Iterator

from answerable.reading.actions.action_fields import action
from answerable.reading.actions.action_words import DO, INITIALS, OWNER
from answerable.reading.clauses import Passage
from answerable.reading.material import Material
from answerable.reading.people.attendance import at_a_meeting
from answerable.reading.records import Record
from answerable.reading.roles import NAME

Names = frozenset[str]
_KINDS = ("minutes", "decision", "action-log", "other")
_WORK = (
    r"(?:arrange|make (?:the |all )?arrangements|ask|bring|chase|check|circulate|collate"
    r"|contact|come back|dip-sample|discuss"
    r"|draft"
    r"|draw up|e-?mail|feed (?:back|in)|find out|liaise|look at|raise|take (?:it|this|that) (?:up"
    r"|away|forward)|pick (?:it|this|that) up|follow (?:it|this|that)? ?up|forward|join"
    r"|look into|obtain|pass on|phone|prepare|produce|provide|publish the (?:results"
    r"|minutes|notes)"
    r"|pull together|report back|ring|scope|send|set up|share|speak to|supply|write (?:to|up))"
)
_POST = (
    r"(?:(?:Mr|Mrs|Ms|Miss|Dr|Cllr|Councillor) [A-Z][\w’-]+|[Tt]he (?:Monitoring Officer"
    r"|Clerk|Chair(?:man|woman)?|Vice-Chair|Secretary|Secretariat|Treasurer|Chief Finance Officer"
    r"|Chief of Staff"
    r"|Chief Executive|(?:Policy|Scrutiny|Governance|Performance|Democratic Services) Officer"
    r"|Head of [A-Z]\w+(?: (?:and |of )?[A-Z]\w+)*))"
)
_RANKED = (
    r"(?:PCSO|PC|DC|Sgt|Sergeant|Insp|Inspector|Ch Insp|Supt|Superintendent|Ch Supt|DI|DCI|DS"
    r"|D/Supt|Commander|(?:Watch|Station|Group|Area) Manager) [A-Z][\w’-]+"
)
_SERVES = rf"(?:{_POST}|{_RANKED}|{NAME}|[A-Z][a-z]{{2,12}}|{INITIALS})"
_WOULD = re.compile(
    rf"(?:^\W*(?:\d{{1,2}}(?:\.\d{{1,2}}){{0,2}}\.? )?|[;.] )(?P<owner>{_SERVES}|He|She)"
    rf" (?:[a-z][^.;]{{3,60}} and )?(?:would|will|[’']ll) (?:also |then )?"
    rf"(?P<do>{_WORK}\b[^.;]{{0,300}})"
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
_AHEAD = re.compile(r"\b(?:would|will)\b|[’']ll\b")
_NOT = re.compile(r"\b(?:whether|if|unless|said|hoped|thought|asked)\b|\?$")


def records(material: Material) -> Iterator[Record]:
    """One action for each such sentence of a paper of a meeting."""
    if material.profile.type not in _KINDS:
        return
    met = material.profile.type == "minutes" or at_a_meeting(material.sightings)
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
        if (
            not met
            or not _AHEAD.search(words)
            or _NOT.search(words)
            or material.speech_at(passage.start, passage.end)
        ):
            continue
        match = _WOULD.search(words)
        owner = _owner(material, names, passage, match["owner"]) if match else None
        if match is not None and owner is not None:
            yield _task(material, passage, match, owner)


def _owner(material: Material, names: Names, passage: Passage, who: str) -> str | None:
    """Who it is; for "he" or "she" the only person whom the sentence before begins with."""
    if who not in ("He", "She"):
        known = re.fullmatch(rf"{_POST}|{_RANKED}", who) is not None or _known(names, *who.split())
        return who if known else None
    above = material.before(passage)
    if above is None or above.block != passage.block:
        return None
    named = re.match(rf"(?:\W*\d[\d.]* )?{OWNER}", material.text[above.start : above.end])
    return named["owner"] if named and re.match(_SERVES, named["owner"]) else None


def _known(names: Names, *who: str) -> bool:
    """Whether each is a first name or a surname of somebody whom the paper lists."""
    return all(one in names for one in who)


def _task(material: Material, passage: Passage, match: re.Match[str], owner: str) -> Record:
    return action(
        material,
        passage,
        (passage.start + match.start("do"), passage.start + match.end("do")),
        "action.would",
        owner=owner,
        ref=None,
        weight=57,
    )

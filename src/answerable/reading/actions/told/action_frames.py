"""Who is asked, told or left to do something in a meeting, by the form and whatever the verb.

"It was left with Cllr Vale to draft a reply", "DCI Reeve to be asked to attend the April board",
"Sgt Ames was told to have them ready for July", "KA happy to lead on the visit", "YC told him to
get it done": a form that hands work on names who, before or behind its verb, and then any work.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from answerable.reading.actions.parts.action_agents import (
    BEFORE,
    NOUN,
    agent,
    elected,
    named,
    of_a_meeting,
    pronoun,
)
from answerable.reading.actions.parts.action_due import by_when
from answerable.reading.actions.parts.action_fields import action
from answerable.reading.actions.parts.action_spoken import spoken_of
from answerable.reading.actions.parts.action_words import DO, OWNER, PASSIVE, SETTLES, THANKS, WORK
from answerable.reading.actions.told.action_prose import ANSWERS, marked_again
from answerable.reading.clauses import Passage
from answerable.reading.material import Material
from answerable.reading.records import Record
from answerable.reading.worded import worded

_REST = r"(?:[^.;?]|\.(?=\d|[a-z]))*"
# "invited to future meetings": no work follows.
_NO_WORK = r"(?!(?:future|next|subsequent|upcoming|forthcoming|relevant|various|both|any)\b)"
_DO = (
    rf"{_NO_WORK}(?P<do>(?:see\b|have (?:it|them|an?|the|his|her|their|all)\b|do so\b"
    rf"|{WORK}){_REST})"
)
_DOING = rf"(?P<do>[a-z]+ing\b{_REST})"
_ALSO = r"(?:(?:also|then|therefore|now|both|further|again|please|kindly|each|all) )*"
_ASK = (
    r"(?:asked|tasked|told|instructed|directed|requested|reminded|invited|urged|nominated"
    r"|charged|ordered|challenged|pressed|commissioned|deputed|assigned|mandated|detailed|chosen)"
)
# Who stands behind: "asked Marta to", "left with Cllr Vale to", "fell to the Vice-Chair to".
_BEHIND = (
    worded(
        "asked |tasked |told |instructed |directed |requested |reminded |invited |urged |charged |"
        "nominated |ordered |challenged |pressed |commissioned |deputed |assigned |wants |wanted |"
        "requires |required |mandated |detailed |chosen |wished |wishes |would like ",
        rf"\b(?:{_ASK}|require[sd]|want(?:s|ed)|wish(?:es|ed)|would like)(?: that| for)?"
        rf" (?P<who>{NOUN})(?:, [^,.;]{{3,60}},)? to {_ALSO}{_DO}",
    ),
    worded(
        "tasked |charged ",
        rf"\b(?:tasked|charged) (?P<who>{NOUN})(?: \([^()]{{3,60}}\))? with {_DOING}",
    ),
    worded(
        "t was |t is |t fell |t falls |t will be |t would be |t had been ",
        r"\b[Ii]t (?:was|is|fell|falls|will be|would be|had been)(?: also| then| therefore)?"
        r"(?: further)?(?: left| agreed| up| down| decided| arranged| proposed| suggested)?"
        rf" (?:to|with|for) (?P<who>{NOUN}) to {_ALSO}{_DO}",
    ),
    worded(
        "esponsibility for ",
        rf"\b[Rr]esponsibility for (?P<do>[a-z]+ing\b[^.;]{{4,200}}?) (?:was|is|will be)"
        rf" (?:given|passed|assigned|left|handed|allocated) to (?P<who>{NOUN})(?=[.;,]|$)",
    ),
)
# Who stands before: "Sgt Ames was told to", "KA happy to", "is to be responsible for".
_AHEAD = (
    worded(
        " to ",
        rf"\b(?:(?:to|should|would|will|must) )?(?:was|were|been|be|being|is|are) {_ALSO}{_ASK}"
        rf" (?:by [^,.;]{{3,40}} )?to {_ALSO}{_DO}",
    ),
    worded(" left to ", rf"\b(?:was|were|is|be) left to (?P<do>{DO}\b{_REST})"),
    worded(" with ", rf"\b(?:was|were|been|be|being|is|are) (?:tasked|charged) with {_DOING}"),
    worded(" to ", rf"\b(?:is|are|was|were) to {_ALSO}(?!be\b){_DO}"),
    worded(
        " to ",
        r"\b(?:offered|agreed|volunteered|(?:was |were |is )?(?:happy|willing|content)"
        rf"|(?:undertook|undertakes|gave an undertaking)(?= to {_ALSO}(?:{DO}|break)\b))"
        rf" to {_ALSO}{_DO}",
    ),
    worded(
        "undertook that |agreed that ",
        r"\b(?:undertook|agreed) that (?:his|her|their|its|the) (?:team|office|officers|staff"
        rf"|unit|service|department) (?:would|will|should) {_ALSO}{_DO}",
    ),
    worded(
        " action | task | job ",
        r"\b(?:took|takes|has|had|accepted|picked up|was given|took on|took away|given) (?:an|the"
        rf"|this|that) (?:action|task|job) (?:to {_DO}|of {_DOING.replace('do>', 'doing>')})",
    ),
    worded(
        " task of ",
        rf"\b(?:was|were|been|is|be) given (?:the|this|a) (?:further )?task of {_DOING}",
    ),
    worded("took away ", rf"\btook away (?P<do>(?:the|a|an) [a-z]{_REST})"),
    worded(
        "responsible for ",
        rf"\b(?:(?:to|should|would|will) )?(?:be|is|are|was|were) responsible for {_DOING}",
    ),
    worded(
        " until ",
        rf"\b(?:has|have|was|were|been)(?: been)? given (?P<due>until [^,.;]{{3,40}}?) to {_DO}",
    ),
)
# "KA to pull the repeats", "…, TL to find out": at the head of a sentence or behind a sign.
_WHO_TO = worded(
    " to ",
    r"(?:^\W*(?:\d{1,2}(?:[./]\d{1,2}){0,2}[.)]? )?|[.:;,] |\band |[–—-] )"
    rf"(?=[A-Z]|the )(?P<who>{NOUN}) to {_ALSO}{_DO}",
)
# ", and the Monitoring Officer to answer", ", and to bring": a second task in one sentence.
_NEXT = re.compile(rf"(?:,|;)? and (?:(?P<who>{NOUN}) )?to (?={WORK})")
# "JG to confirm.": a verb by itself is a task where who stands before it is named.
_ONE_VERB = re.compile(DO)
_NOT = re.compile(
    r"\b(?:[Ii]nspectors (?:also )?want(?:s|ed)?|[Ii]f|not|declined|refused|previously"
    r"|had already|never|[Nn]obody|whether|unless"
    r"|reluctant|unable|hoped)\b|n[’']t (?:agree|ask|want|wish)|\?\s*$"
)
_CLAUSE = re.compile(r"[,;:–—] |\b(?:and|but) ")
_WERE = re.compile(r"\W*(?:If|Unless|Had|Should|Whether)\b|.*\?\W*$")
# "He accepted that nobody knew, and agreed to put it in writing": the sentence begins with who.
_GOES_ON = re.compile(r"(?:,? (?:and|but)|;)(?: (?:also|then|has|have|had|was|were))*\s*$")
_BEGINS = re.compile(
    rf"\W*(?:\d{{1,2}}(?:\.\d{{1,2}}){{0,2}}\.? )?(?P<who>{OWNER}|[Hh]e|[Ss]he|[Tt]hey)\b"
)
# "In reply to Cllr Wray he agreed to": the last name before the verb, without a sign between.
_BESIDE = re.compile(
    rf"\b(?P<who>{OWNER}|[Ss]ome(?:one|body) from (?:the )?[A-Z][\w’'&]*(?: [\w’'&]+){{0,4}}"
    r"|he|she|they) (?:(?:has|have|had|also|then) ){0,2}$"
)
_MAY = re.compile(r" to |took away|responsible for|esponsibility for| with | that ")
_ASIDE = re.compile(r"(?:,| –| -) (?:which (?:s?he|they|was|it)|and (?:s?he|they) (?:agreed|said)|"
                    r"and this was|who )\b"
                    r"| and (?:said|added|explained|noted) (?:that )?(?:s?he|they|it|we|I)\b"
                    r"| and that (?:all|they|s?he|it|the|there)\b"
                    r"| and (?:the )?[A-Z][\w’'.]*(?: [\w’'.]+){0,5} (?:was|were|would|will|had) "
                    r"(?:asked|told|be|also|to|said)")  # fmt: skip
_COLLECTIVE = re.compile(
    r"(?:the )?(?:Members?|Panel|Board|Committee|meeting|group|trustees|governors|council"
    r"|councillors|Cabinet|Authority)$",
    re.IGNORECASE,
)
_LEAST = 8  # characters of a task
_NEVER = ("attendance", "definitions", "apologies")


# "Members wanted to see the forecast at the September meeting": a paper, by a day or a meeting.
_WANTED = worded(
    "equire|want|like|request|ask|sought|seeks|expect|called for|need|demand",
    r"\b(?P<asker>(?!(?:[Ii]nspectors?|HMICFRS|[Tt]he inspectorate)\b)"
    r"(?:(?:[Tt]he )?[A-Z][\w’'.-]*(?: [A-Z][\w’'-]+){0,4}|[Ss]?[Hh]e|[Tt]hey"
    r"|[Tt]he (?:board|panel|committee|chair|group|meeting|trustees|governors))"
    r"(?: \([A-Z]{2,4}\))?) (?:(?:also|then|further|now|therefore|still|has|have|had|would) ){0,3}"
    r"(?:requires?|required|wants?|wanted|likes?|requested|asked for|asks for|asked|sought|seeks"
    r"|expects?|expected|called for|needs?|needed|demanded)"
    r"(?: (?:to (?:see|have|receive|be (?:sent|given|shown))"
    r"|if (?:the )?\w+ could (?:see|have|receive|be (?:sent|given|shown))))?"
    r" (?P<do>(?:(?:an?|the|further|more|sight of|written|weekly|monthly|regular|full|fresh|his"
    rf"|her|their|its|details|figures|evidence|information|all) |figures|details|data){_REST})",
)


class Handed(NamedTuple):
    """A task handed on: who, and where what is to be done stands in the sentence."""

    who: str
    start: int
    end: int
    due: str | None = None


def records(material: Material) -> Iterator[Record]:
    """One action for each such task of a paper of a meeting."""
    if not of_a_meeting(material):
        return
    for passage in (*material.passages, *material.cells):
        if passage.kind in ("row", "heading") or passage.section in _NEVER:
            continue
        words = material.text[passage.body : passage.end]
        if not _MAY.search(words) and not _WANTED.may(words):
            continue
        if material.speech_at(passage.start, passage.end):
            continue
        taken = 0
        for one in sorted(_handed(material, words), key=lambda two: two.start):
            if one.start < taken or marked_again(material, passage, words[one.start : one.end]):
                continue
            taken = one.end
            yield _action(material, passage, one)
        if not taken and (wanted := _WANTED.search(words)) is not None:
            yield from _wanted(material, passage, words, wanted)


def _wanted(
    material: Material, passage: Passage, words: str, match: re.Match[str]
) -> Iterator[Record]:
    """A paper that is asked for by a day or for a meeting, with whoever is said to bring it."""
    whole = words[match.start("do") :]
    before = words[: match.start("do")].replace(" if ", " ")
    if _NOT.search(before) or not by_when(whole):
        return
    behind = _TO_DO_IT.search(match["do"])
    end = match.start("do") + behind.start() if behind else match.end("do")
    span = passage.body + match.start("do"), passage.body + end
    who = behind["who"] if behind else None
    yield action(material, passage, span, "action.requested", owner=who, ref=None, weight=56)


# "– KA to do", "; RP to pick up": who takes on what was just said.
_TO_DO_IT = re.compile(
    rf"\s*[–—;,-]+ (?P<who>{NOUN}) to (?:do|action|pick (?:this )?up|take (?:this )?(?:up|forward"
    r"|on)|provide|see to (?:it|this)|follow up)\W*$"
)


def _handed(material: Material, words: str) -> Iterator[Handed]:
    for form in _BEHIND:
        for match in form.finditer(words):
            yield from _tasks(material, words, match, match["who"], form is _BEHIND[0])
    for form in _AHEAD:
        for match in form.finditer(words):
            before = _who_before(material, words, match.start())
            if before is None or (_promised(match) and elected(before["who"])):
                continue
            own = form in _AHEAD[3:6]
            if own and _COLLECTIVE.fullmatch(before["who"]):
                continue  # what a meeting agrees to is its decision
            yield from _tasks(material, words, match, before["who"], form in _AHEAD[:1])
    for match in _WHO_TO.finditer(words):
        who = match["who"].strip()
        if _COLLECTIVE.fullmatch(who) or PASSIVE.match(match["do"]):
            continue
        if not who[0].isupper() and not (who.startswith("the ") and named(who)):
            continue
        if " " in match["do"]:
            yield from _tasks(material, words, match, match["who"], asked=False)
        elif _ONE_VERB.fullmatch(match["do"]) and named(who):
            yield Handed(who, *match.span("do"))


def _promised(match: re.Match[str]) -> bool:
    """Whether whoever is elected promises something, and not what a meeting wants to know."""
    return "undert" in match.group() and not _TELLS.match(match["do"])


_TELLS = re.compile(r"(?:provide|send|circulate|ask|supply|give members|let members)\b")


def _who_before(material: Material, words: str, at: int) -> re.Match[str] | None:
    """Who stands before a verb; the one with whom the sentence begins where it goes on of him."""
    if _GOES_ON.search(words[:at]):
        return _BEGINS.match(words)
    found = BEFORE.search(words[:at])
    label = _AFTER_LABEL.search(found["who"]) if found is not None else None
    if found is not None and label is not None:  # "AOB. The Chair undertook to"
        found = BEFORE.search(words[found.start("who") + label.end() : at])
    if found is not None and agent(material, found["who"]):
        return found
    return _BESIDE.search(words[:at])


_AFTER_LABEL = re.compile(r"\w{3}\. (?=[A-Z])")


def _tasks(
    material: Material, words: str, match: re.Match[str], who: str, asked: bool
) -> Iterator[Handed]:
    """The tasks of one form: cut where a second one begins."""
    group = "do" if match["do"] is not None else "doing"
    start, end = match.span(group)
    who = who.strip(" .,")
    clause = _CLAUSE.split(words[: start + _LEAST])[-1]
    if _NOT.search(clause) or _WERE.match(words) or not agent(material, who):
        return
    task = words[start:end]
    if THANKS.search(task) or (asked and ANSWERS.match(task)):
        return
    if SETTLES.match(task) and (elected(who) or not named(who)):
        return
    aside = _ASIDE.search(words, start, end)
    end = aside.start() if aside else end
    due = match.groupdict().get("due")
    at = start
    for more in _NEXT.finditer(words, start, end):
        other = (more["who"] or "").strip()
        if more.start() - at < _LEAST or (other and not agent(material, other)):
            continue
        yield Handed(who, at, more.start(), due)
        at, who = more.end(), other or who
    if end - at >= _LEAST:
        yield Handed(who, at, end, due)


def _action(material: Material, passage: Passage, one: Handed) -> Record:
    span = passage.body + one.start, passage.body + one.end
    who: str | None = one.who
    if pronoun(one.who):
        who = spoken_of(material, passage, one.who, passage.body + one.start - _LEAST)
    return action(
        material, passage, span, "action.prose", owner=who, ref=None, weight=61,
        due_words=one.due,
    )  # fmt: skip

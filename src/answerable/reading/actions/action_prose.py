"""Actions told in prose: agreed, asked for, or written as who is to do what.

"Promised" and "committed to" are promises (`commitment`), not actions; what a
meeting only notes or receives is neither. What somebody undertook in a meeting is an action.
"""

import re
from collections.abc import Iterator

from answerable.reading.actions.action_due import AT_MEETING
from answerable.reading.actions.action_fields import action
from answerable.reading.actions.action_marks import owners_apart
from answerable.reading.actions.action_owners import spoken_of
from answerable.reading.actions.action_words import DO, OWNER, PASSIVE, SETTLES, THANKS, WORK
from answerable.reading.clauses import Passage
from answerable.reading.deadlines import deadline
from answerable.reading.material import Material
from answerable.reading.records import Record
from answerable.reading.worded import worded

_REST = r"(?:[^.;]|\.(?=\d)){4,400}"
_TO_DO = rf"(?P<do>{WORK}{_REST})"
# What somebody undertakes is a task of the meeting only where it is work of its papers.
_PAPER_WORK = rf"(?P<do>(?:both |jointly |also |then )?(?:{DO}|break (?:it|that|this))\b{_REST})"
_AGREED = re.compile(
    rf"(?:^ *|[.,;:] |\band |\bthat )(?P<who>{OWNER})(?: \([A-Z]{{2,4}}\))?"
    r" (?:(?:has|have|had|been|was|were|is|are|both|also|further|then|therefore) ){0,2}"
    rf"(?P<verb>agreed|asked|tasked|requested|instructed|undertook|actioned"
    r"|(?<!is )(?<!are )invited|(?<=is )|(?<=are )|(?<=was ))"
    rf"\s?to {_TO_DO}"
)
# "The Chief Fire Officer agreed with him and undertook to visit …", "He undertook to write …".
_UNDERTOOK = worded(
    " gave an undertaking| undertook|agreed|offered|volunteered",
    rf"(?:^ *|[.;:] |, )(?:(?P<who>{OWNER}|[Hh]e|[Ss]he|[Tt]hey)\b[^.;]{{0,60}}?"
    r"(?: undertook| gave an undertaking|(?:,? and|, but) (?:also |then )?(?:agreed|offered"
    r"|volunteered|undertook))"
    rf"|(?:[Hh]e|[Ss]he|[Tt]hey) (?:also |then )?(?:agreed|offered|volunteered)) to {_PAPER_WORK}",
)
_PASSIVE = re.compile(
    r"\b(?:[Ii]t was (?:AGREED|agreed|requested|decided|suggested|proposed and agreed"
    r"|further agreed)"
    r"|[Tt]he (?:\w+ ){0,2}\w+ (?:agreed|requested|asked)|[Mm]embers (?:agreed|requested|asked))"
    rf"(?: that| for)? (?P<do>(?P<who>{OWNER}) (?:would|will|should|to|shall|must|be asked to)"
    rf" (?:(?:also|then|both) )?{DO}\b{_REST})"
)
# "It was agreed that a task group of three members would look at …": any verb, any group.
_AGREED_WOULD = re.compile(
    rf"\b[Ii]t was (?:also |further |then )?(?:agreed|AGREED|decided) that (?P<do>(?P<who>{OWNER}"
    r"|an? (?P<group>(?:[a-z-]+ ){0,2}(?:group|team|panel|workshop|sub-group|committee)"
    r"(?: of [a-z]+ [a-z]+)?)) would (?!(?:be|not|have|need|remain|stay|continue|like)\b)"
    rf"[a-z][a-z-]+\b{_REST})"
)
# "She was asked to write with a date": of whoever was spoken of.
_WAS_ASKED = re.compile(
    r"(?:^|[.;:] |, and |\band )(?:He|She|They|he|she|they) (?:was|were) (?:also |then )?"
    rf"(?:asked|tasked|requested|instructed|invited) to {_TO_DO}"
)
# "The Mayor asked her to invite the bank": of whoever was spoken of.
_ASKED_HER = re.compile(
    r"\b(?:asked|tasked|requested|instructed|invited) (?:her|him|them) (?:also |then )?to"
    rf" {_TO_DO}"
)
# "Commander Leigh took an action to look at …", "… was tasked with producing …".
_TOOK = worded(
    " accepted an action to | accepted the action to | had an action to "
    "| had the action to | has an action to | has the action to "
    "| picked up an action to | picked up the action to | took an action to "
    "| took the action to | was given an action to | was given the action to ",
    rf"(?P<who>{OWNER})(?: \([A-Z]{{2,4}}\))? (?:took|has|had|was given|accepted|picked up)"
    rf" (?:an|the) action to {_TO_DO}",
)
_TASKED = worded(
    " are tasked with | is tasked with | was tasked with | were tasked with ",
    rf"(?P<who>{OWNER})(?: \([A-Z]{{2,4}}\))? (?:was|were|is|are) tasked with"
    rf" (?P<do>[a-z]+ing\b{_REST})",
)
# "It was agreed … that no force would do so and that TB would bring a plan": the next clause.
_AGREED_SO = re.compile(r"\b(?:was|were|also|further|then) (?:agreed|AGREED|resolved|decided)\b")
_AND_THAT = re.compile(r",? and that\b")
_AND_WOULD = re.compile(
    rf"\band that (?:from now on )?(?P<do>(?P<who>{OWNER}) (?:would|will|should|to) {DO}\b"
    r"(?:(?! and that )[^.;]){4,400})"
)
_AGREED_TO = re.compile(rf"\b[Ii]t was (?:also |further )?agreed to {_TO_DO}")
_ASKED = re.compile(
    r"\b(?:asked|requested|tasked|instructed|directed|commissioned|urged)(?: that)?"
    rf" (?P<who>{OWNER})(?: \([A-Z]{{2,4}}\))?"
    rf" (?:(?:to|should|must) |(?={DO}\b)){_TO_DO}"
)
_NOTE = re.compile(
    rf"(?:^ *|[:.;] +)(?P<do>(?P<who>{OWNER})(?: \([A-Z]{{2,4}}\))? (?:both |also )?to"
    rf" (?:{DO}|consider|go|come|represent)\b{_REST})"
)
# "MD requested a report on exit interviews by the end of Q2": only with a date or a meeting.
_REQUESTED = worded(
    " asked for | requested ",
    rf"\b{OWNER} (?:also |further |then )?(?:requested|asked for) (?P<do>(?:an?|the|further|more)"
    r" (?:[a-z]+ ){0,3}?(?:reports?|updates?|papers?|briefings?|breakdown|notes?|data|information"
    rf"|figures|deep dive|presentation|summary|copy|copies|analysis|plan|review)\b{_REST})",
)
_NOT = worded(
    "?|greed|sked",
    r"\b(?:not|declined|refused|previously|had (?:previously|already|not)|never) "
    r"(?:been )?(?:agreed|asked)\b|\?$|\b(?:if|whether|unless) [^.]{0,40}\bagreed\b",
    re.IGNORECASE,
)
_COLLECTIVE = re.compile(
    r"(?:Members?|[Tt]he (?:Panel|Board|Committee|meeting|group)|Panel|Board|Committee)\b"
)
# What a commissioner or a mayor undertakes is a promise to those who ask.
_ELECTED = re.compile(r"(?:the )?(?:(?:Deputy )?(?:Commissioner|Mayor)|PF?CC|Minister)\b", re.I)
_MAY_COLLECT = re.compile(r"(?:write|invite|request|commission|set up|seek|establish|refer)\b")
_ANSWERS = re.compile(
    r"(?:explain|comment|describe|outline|say|name|elaborate|expand|clarify"
    r"|confirm (?:if|whether|how|what)"
    r"|give (?:an|a|his|her|their) (?:view|example|overview|update)"
    r"|provide (?:an )?(?:overview"
    r"|examples?|reassurance|assurance|comment))\b",
    re.IGNORECASE,
)
_TO = re.compile(
    r"\b(?:agreed|asked|tasked|requested|instructed|invited|actioned|is|are|was)\s?to\b"
)
_WORD = re.compile(r"[a-z]{4,}")


def told(material: Material, passage: Passage, words: str, *, minutes: bool) -> Iterator[Record]:
    """The actions that a sentence of minutes tells of, if no mark beside it says the same."""
    if _NOT.search(words) or not _MAY_TELL.search(words):
        return
    offset = passage.body - passage.start
    words = " " * offset + words[offset:]
    for rule, weight, match in _matches(words, minutes=minutes):
        start, end = passage.start + match.start("do"), passage.start + match.end("do")
        task = material.text[start:end]
        if marked_again(material, passage, task) or THANKS.search(task):
            continue
        if rule == "action.agreed-that" and (joined := _AND_THAT.search(task)) is not None:
            end = start + joined.start()
        asker = rule == "action.requested"
        apart = list(owners_apart(task, start)) if rule == "action.initials" else [(start, end)]
        for place, span in enumerate(apart):
            yield action(
                material,
                passage,
                span,
                rule,
                owner=None if asker or place else _whose(material, passage, match),
                ref=None,
                weight=weight,
            )


def _whose(material: Material, passage: Passage, match: re.Match[str]) -> str | None:
    """Whoever is named; a group by its name; for "she", whom the sentence before speaks of."""
    groups = match.groupdict()
    if groups.get("group"):
        return re.sub(r" of .*", "", str(groups["group"]))
    if groups.get("owner") is None and _PRONOUN.search(match.group()):
        named = spoken_of(material, passage)
        apart = named is not None and _OTHER.match(
            f"{_SHE.search(match.group()) is not None} {named}"
        )
        return None if apart else named
    return groups.get("owner")


_SHE = re.compile(r"\b(?:[Ss]he|her)\b")
_OTHER = re.compile(r"True Mr |False (?:Ms|Mrs|Miss|Dame|Lady) ")  # "she" is no Mr, "he" no Ms


_PRONOUN = re.compile(r"^\W*(?:and )?(?:[Ss]?[Hh]e)\b|\b(?:her|him|them) (?:also |then )?to\b")
_MAY_TELL = re.compile(r"\b(?:to|that|agreed|would|requested|asked|tasked|AGREED)\b")


def _matches(words: str, *, minutes: bool) -> Iterator[tuple[str, int, re.Match[str]]]:
    noted = _NOTE.search(words) if minutes else None
    if noted is not None and not PASSIVE.match(noted["do"][len(noted["who"]) + 4 :]):
        yield "action.initials", 70, noted
        return
    for match in _AGREED.finditer(words) if _TO.search(words) else ():
        collective = _COLLECTIVE.match(match["who"])
        asked = match["verb"] in ("asked", "requested", "invited")
        if collective and not asked and not _MAY_COLLECT.match(match["do"]):
            continue
        if match["verb"] == "agreed" and SETTLES.match(match["do"]):
            continue
        if asked and _ANSWERS.match(match["do"]):
            continue
        if not match["verb"] and not minutes:
            continue
        yield "action.prose", 60, match
    if minutes:
        yield from _of_minutes(words)


def _of_minutes(words: str) -> Iterator[tuple[str, int, re.Match[str]]]:
    """What only a paper of a meeting can mean as an action."""
    wanted = _REQUESTED.search(words)
    if wanted is not None and (deadline(wanted["do"]) or AT_MEETING.search(wanted["do"])):
        yield "action.requested", 56, wanted
    for match in _ASKED.finditer(words):
        if not _ANSWERS.match(match["do"]):
            yield "action.asked", 58, match
    for pattern in (_UNDERTOOK, _TOOK, _TASKED, _WAS_ASKED, _ASKED_HER):
        taken = pattern.search(words)
        who = (taken.groupdict().get("who") or "") if taken is not None else ""
        collective = _COLLECTIVE.match(who) or (pattern is _UNDERTOOK and _ELECTED.match(who))
        if taken is not None and not collective and not _ANSWERS.match(taken["do"]):
            yield "action.taken", 58, taken
    for pattern in (_PASSIVE, _AGREED_TO, _AGREED_WOULD):
        said = pattern.search(words)
        if said is not None and _of_itself(said):
            continue
        if said is not None:
            yield "action.agreed-that", 55, said
            break
    if _AGREED_SO.search(words):
        for more in _AND_WOULD.finditer(words):
            yield "action.agreed-that", 54, more


def _of_itself(said: re.Match[str]) -> bool:
    """Whether a meeting settles something of its own: how often it meets, what it pays."""
    who = said.groupdict().get("who")
    done = said["do"][len(who) :].split(maxsplit=1)[-1] if who else said["do"]
    if SETTLES.match(done):
        return True
    return who is not None and _COLLECTIVE.match(who) is not None and not _MAY_COLLECT.match(done)


def marked_again(material: Material, passage: Passage, words: str) -> bool:
    """Whether "ACTION: …" in the same paragraph, or just below it, says the same."""
    block = material.canonical.blocks[passage.block]
    after = material.text[passage.end : max(block.end, passage.end + 220)]
    mark = re.search(r"\bA(?:CTION|ction)\b", after)
    if mark is None:
        return False
    own = set(_WORD.findall(words.lower()))
    other = set(_WORD.findall(after[mark.end() : mark.end() + 200].lower()))
    return bool(own) and len(own & other) * 2 >= len(own)

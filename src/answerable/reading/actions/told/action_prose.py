"""What minutes tell as agreed: "it was agreed that X would …", "X to …" at the head of a line.

Work that somebody is asked for, left with or takes on is in `action_frames.py`. "Promised" and
"committed to" are promises (`commitment`); what a meeting only notes or receives is neither.
"""

import re
from collections.abc import Iterator

from answerable.reading.actions.parts.action_fields import action
from answerable.reading.actions.parts.action_words import DO, OWNER, PASSIVE, SETTLES, THANKS, WORK
from answerable.reading.actions.told.action_marks import owners_apart
from answerable.reading.clauses import Passage
from answerable.reading.material import Material
from answerable.reading.records import Record
from answerable.reading.worded import worded

_REST = r"(?:[^.;]|\.(?=\d)){4,400}"
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
# "It was agreed … that no force would do so and that TB would bring a plan": the next clause.
_AGREED_SO = re.compile(
    r"\b(?:was|were|also|further|then|[Mm]embers|[Bb]oard|[Pp]anel|[Cc]ommittee|[Gg]roup|[Cc]ouncil"
    r"|[Gg]overnors|[Tt]rustees|[Mm]eeting|unanimously) (?:agreed|AGREED|resolved|decided)\b"
)
_AND_THAT = re.compile(r",? and that\b")
_AND_WOULD = re.compile(
    rf"\band that (?:from now on )?(?P<do>(?P<who>{OWNER}) (?:would|will|should|to) {WORK}"
    r"(?:(?! and that )[^.;]){4,400})"
)
_AGREED_TO = re.compile(
    r"\b(?:[Ii]t was (?:also |further |then |unanimously )?(?:discussed and |proposed and )?agreed"
    rf"|unanimously agreed|[Ii]t was (?:also )?(?:resolved|decided)) to (?P<do>{WORK}{_REST})"
)
_NOTE = re.compile(
    rf"(?:^ *|[:.;] +)(?P<do>(?P<who>{OWNER})(?: \([A-Z]{{2,4}}\))? (?:both |also )?to"
    rf" (?:{DO}|consider|go|come|represent)\b{_REST})"
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
_MAY_COLLECT = re.compile(r"(?:write|invite|request|commission|set up|seek|establish|refer)\b")
ANSWERS = re.compile(
    r"(?:explain|comment|describe|outline|say|name|elaborate|expand|clarify"
    r"|confirm (?:if|whether|how|what)"
    r"|give (?:an|a|his|her|their) (?:view|example|overview|update)"
    r"|provide (?:an )?(?:overview"
    r"|examples?|reassurance|assurance|comment))\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[a-z]{4,}")


def told(material: Material, passage: Passage, words: str) -> Iterator[Record]:
    """The actions that a sentence of minutes tells of, if no mark beside it says the same."""
    if _NOT.search(words) or not _MAY_TELL.search(words):
        return
    offset = passage.body - passage.start
    words = " " * offset + words[offset:]
    for rule, weight, match in _matches(words):
        start, end = passage.start + match.start("do"), passage.start + match.end("do")
        task = material.text[start:end]
        if marked_again(material, passage, task) or THANKS.search(task):
            continue
        if rule == "action.agreed-that" and (joined := _AND_THAT.search(task)) is not None:
            end = start + joined.start()
        apart = list(owners_apart(task, start)) if rule == "action.initials" else [(start, end)]
        for place, span in enumerate(apart):
            yield action(
                material,
                passage,
                span,
                rule,
                owner=None if place else _whose(match),
                ref=None,
                weight=weight,
            )


def _whose(match: re.Match[str]) -> str | None:
    """Whoever is named; a group by its name."""
    groups = match.groupdict()
    if groups.get("group"):
        return re.sub(r" of .*", "", str(groups["group"]))
    return groups.get("owner")


_MAY_TELL = re.compile(r"\b(?:to|that|agreed|would|requested|asked|tasked|AGREED)\b")


def _matches(words: str) -> Iterator[tuple[str, int, re.Match[str]]]:
    noted = _NOTE.search(words)
    if noted is not None and not PASSIVE.match(noted["do"][len(noted["who"]) + 4 :]):
        yield "action.initials", 70, noted
        return
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

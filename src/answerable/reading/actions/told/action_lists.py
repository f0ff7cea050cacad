"""What a meeting orders in a list: "RESOLVED – (2) write to the Cabinet Member …"."""

import re
from collections.abc import Iterator
from dataclasses import replace

from answerable.reading.actions.parts.action_agents import PLAIN
from answerable.reading.actions.parts.action_fields import action
from answerable.reading.actions.parts.action_line_parts import does_before
from answerable.reading.actions.parts.action_words import DO, IDLE, OWNER, WORK
from answerable.reading.clauses import Passage
from answerable.reading.material import Material
from answerable.reading.records import Record
from answerable.reading.worded import worded

_ORDERED = worded(
    "AGREED|Agreed|Decision|RESOLVED|Resolved|agreed|moved|proposed|put|resolved|seconded",
    r"^\W*(?:(?:IT WAS |UNANIMOUSLY )?(?:RESOLVED|AGREED)|(?:It was )?(?:[Rr]esolved|[Aa]greed)"
    r"|(?:The )?(?:Board|Panel|Committee|Members|meeting|group) (?:RESOLVED|AGREED|resolved"
    r"|agreed)"
    r"|Decision)(?: to| that|:? That)?\W*$"
    # "Mr Daly moved, and it was AGREED, that:", "4.9 RESOLVED, unanimously, that:".
    r"|\b(?:RESOLVED|AGREED|[Ii]t was (?:agreed|resolved))(?:,? [a-z]+)?,? (?:that|to)\W*$"
    # "It was moved, seconded and carried, by 12 votes to 2, that".
    r"|\b(?:moved|seconded|proposed|put)\b[^.:]{0,60}\b(?:carried|agreed|resolved|RESOLVED"
    r"|AGREED|CARRIED)\b[^.:]{0,50}\bthat\W*$",
)
_REQUESTED = worded(
    "agreed|asked|requested",
    rf"\b(?:requested|asked|agreed|tasked)(?: that)? {OWNER}(?: to| would| should)?\s?:$",
)
# "RESOLVED that Cabinet be recommended to:": another body may or may not do so.
_RECOMMENDED = worded(
    "recommended",
    r"\b(?:be|is|are|was|were) recommended (?:to|that)\W*$",
)
_INLINE = re.compile(
    r"^\W*(?:IT WAS |UNANIMOUSLY )?(?:RESOLVED|AGREED|DECISION|Resolved|Agreed"
    r"|Decision|Decided)(?: \((?:unanimously|nem con|by [a-z]+ votes? to [a-z]+)\))?"
    r"(?:\s*[:–—,-]+|(?= that| to| [A-Z]))"
    rf"\s*(?=[Tt]hat |to |(?:{OWNER.replace('?P<owner>', '?:')}|{PLAIN})"
    r" (?:will|to|would|should) )"
)
# "RESOLVED that (a) the report be noted; and (b) the Clerk invite the Chief Constable".
_MARKS = re.compile(
    r"(?:^\W*|(?<=[;,:.] )|(?<=and )|(?<=that )|(?<=to ))(?:\((?:[a-h]|[ivx]{1,4}|\d{1,2})\)"
    r"|[1-9]\.)"
    r" (?=[A-Za-z])"
)
_RESOLVED = worded(
    "RESOLVED|AGREED|DECIDED|ecision|DECISION|Resolved|Agreed|resolved|agreed|decided",
    r"\b(?:[Dd]ecision|DECISION|RESOLVED|AGREED|DECIDED|Resolved|Agreed|resolved|agreed"
    r"|decided)(?:,? [a-z]+,?)?"
    r"(?: that| to)?\s*[:–—,-]*\s*(?=\((?:a|i|1)\) |1\. )",
)
# "That the Commissioner be asked to provide …", "the Clerk would contact …".
_ASKED = re.compile(
    rf"(?:[Tt]hat(?:, [^,]{{3,50}},)? )?(?:the )?(?:\w+[’']s? )?{OWNER} (?:be (?:asked"
    rf"|requested|invited|tasked|instructed|required)"
    rf" to |would |will |should |to |shall )?(?P<do>(?:also |then )?{DO}\b)"
)
# The same with any verb, where a word before it says that it is an order.
_ANY_WORK = re.compile(
    rf"(?:[Tt]hat )?(?:the )?{OWNER} (?:(?:be (?:asked|requested|invited|tasked|instructed"
    rf"|required|directed) to|would|will|should|to|shall) (?P<do>{WORK})"
    r"|(?P<plain>(?!(?:was|were|is|are|had|has|did|said|gave|be|not|and|or|of|for|in|on|at|with"
    r"|by|from|who|which|that|to|could|might|may|can|"
    rf"{IDLE})\b)[a-z]{{3,}}(?<!ed)(?<!s)\b(?! (?:be|is|are|was|were)\b)))"
)
_DO = re.compile(rf"(?:[Tt]o )?(?P<do>{DO}\b)")
# "That a letter be sent to the Minister", "That matters of cost come to the board": any work, and
# not what the meeting settles by saying so.
_IDLE_VERB = re.compile(rf"{IDLE}\b")
_COMES = re.compile(
    r"(?:[Tt]hat )?(?P<do>(?:[Aa]n?|[Tt]he|further|regular|quarterly|monthly|all|any|these|those"
    r"|[a-z]+s)\b"
    r"[^.;]{3,90}?\b(?:come (?:back )?to|be (?!(?:noted|approved|agreed|received|endorsed|signed"
    r"|deferred|adopted|accepted|supported|confirmed|welcomed|thanked|appointed|re-appointed"
    r"|extended|closed|recommended|delegated|authorised|granted|refused|allowed|ratified|used"
    r"|released|paid|(?:asked|requested|invited|tasked|instructed|required|directed) to"
    r"|set at|the|a|an|in|on|at)\b)(?:set up|put|[a-z]+(?:ed|en|nt|ght|ld|de))\b))"
)
# "a list of overdue recommendations be circulated by the Chief Finance Officer".
_BY_WHOM = re.compile(
    rf"(?:[Tt]hat )?(?P<do>(?:an?|the|any|all|further) [^.;]{{3,90}}? be"
    rf" [a-z]+(?:ed|en|nt|ld|ght|de) by (?:the )?{OWNER}\b)"
)
_AND_THAT = re.compile(r"[,;]? and (?=that (?:the |[A-Z]))")
# What a meeting settles itself: its own papers, its own groups.
_OWN = re.compile(
    r"(?:amend (?:item|article|minute|paragraph|the minutes?)|otherwise|note|receive|approve"
    r"|endorse|accept|agree|adopt|support|delegate|defer|re-?appoint"
    r"|establish|set up|recommend|resolve|confirm the (?:minutes|appointment)|move)\b",
    re.IGNORECASE,
)
# "… include reports on:" leads to things, and to nobody's work.
_THINGS = re.compile(r"\b(?:on|of|includ(?:es?|ing)|covers?|about|contains?)\s?:\W*$")
_BE = re.compile(
    r"(?:[Tt]hat )?[^.;]{0,80}\bbe (?:noted|approved|agreed|received|endorsed|signed)\b"
)


def records(material: Material) -> Iterator[Record]:
    """One action for each line of the list, or resolution in a sentence, that has somebody do."""
    led, owner = False, None
    if material.profile.type.startswith(("inspection", "news")):
        return
    for passage in material.passages:
        words = material.text[passage.start : passage.end]
        if _RECOMMENDED.search(words):
            led = False
            continue
        requested = _REQUESTED.search(words)
        if requested is not None or _ORDERED.search(words):
            led, owner = True, requested["owner"] if requested else None
            continue
        numbered = _RESOLVED.search(words)
        if numbered is not None:
            yield from _apart(material, passage, numbered.end())
            led = False
            continue
        inline = _INLINE.match(words)
        if inline is not None:
            yield from _ordered(material, passage, passage.start + inline.end(), None)
            led = words.rstrip().endswith(":")
            continue
        listed = passage.kind == "item" or passage.body > passage.start
        led = led and (listed or passage.start == material.canonical.blocks[passage.block].start)
        if led and not listed:
            led = words[:4] in ("That", "that")
        if led:
            yield from _ordered(material, passage, passage.body, owner)


def _apart(material: Material, passage: Passage, begin: int) -> Iterator[Record]:
    """Each lettered or numbered part of a resolution in one sentence."""
    words = material.text[passage.start : passage.end]
    marks = list(_MARKS.finditer(words, begin))
    for place, mark in enumerate(marks):
        last = place + 1 == len(marks)
        end = passage.start + (len(words) if last else marks[place + 1].start())
        part = replace(passage, end=end)
        yield from _ordered(material, part, passage.start + mark.end(), None)


def _come(material: Material, passage: Passage, start: int, owner: str | None = None) -> Record:
    """What is to come about, by whom it says or by nobody named."""
    return action(
        material,
        passage,
        (start, passage.end),
        "action.ordered",
        owner=owner,
        ref=None,
        weight=80,
    )


# "That the report be noted and the Treasurer report again in May".
_AND_WHO = re.compile(
    rf",? and (?:that )?{OWNER} (?:be (?:asked|requested|invited|tasked|instructed) to |would "
    rf"|will |should |to |shall )?(?P<do>{DO}\b)"
)


def _told(
    material: Material, passage: Passage, span: tuple[int, int], who: re.Match[str]
) -> Record:
    return action(
        material, passage, span, "action.ordered", owner=who["owner"], ref=None, weight=80
    )


def _ordered(
    material: Material, passage: Passage, begin: int, owner: str | None
) -> Iterator[Record]:
    text = material.text[begin : passage.end]
    other = _AND_THAT.search(text)
    if other is not None:  # what somebody else is to do
        first = replace(passage, end=begin + other.start())
        yield from _ordered(material, first, begin, owner)
        yield from _ordered(material, passage, begin + other.end(), owner)
        return
    does = does_before(text)
    if does is not None and not _IDLE_VERB.match(text, does.end()):
        ended = text.rstrip(" .;,")
        yield action(
            material, passage, (begin + does.end(), begin + len(ended)), "action.ordered",
            owner=does["who"], ref=None, weight=80,
        )  # fmt: skip
        return
    yield from _clause(material, passage, begin, owner)


def _clause(
    material: Material, passage: Passage, begin: int, owner: str | None
) -> Iterator[Record]:
    """The task of one clause of a resolution, whatever its form."""
    text = material.text[begin : passage.end]
    by_whom = _BY_WHOM.match(text)
    if by_whom is not None:
        yield _come(material, passage, begin + by_whom.start("do"), by_whom["owner"])
        return
    passive = _COMES.match(text)
    if passive is not None:
        yield _come(material, passage, begin + passive.start("do"))
        return
    if (noted := _BE.match(text)) is not None:
        also = _AND_WHO.search(text, noted.end())
        if also is not None:
            ended = text.rstrip(" .;,")
            yield _told(material, passage, (begin + also.start("do"), begin + len(ended)), also)
        return
    asked = _ASKED.match(text) or _ANY_WORK.match(text)
    lead = material.text[passage.lead.start : passage.lead.end] if passage.lead else ""
    if asked is None and _THINGS.search(lead):
        return
    match = asked or _DO.match(text)
    if match is None or (asked is None and _OWN.match(text, match.start("do"))):
        return
    group = "do" if match["do"] is not None else "plain"
    start = begin + match.start(group)
    ended = re.sub(r"[\s.;,]*(?:;? and)?[\s.;,]*$", "", material.text[start : passage.end])
    yield action(
        material,
        passage,
        (start, start + len(ended)),
        "action.ordered",
        owner=asked["owner"] if asked else owner,
        ref=None,
        weight=80,
    )

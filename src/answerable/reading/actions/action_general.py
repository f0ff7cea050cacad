"""Work taken on or handed out in a meeting, by the form of the sentence and not by its verb.

"OM offered to arrange a visit", "BO requested that the data be broken down", "All to send "
"comments",
"Terms of reference to be redrafted – TW", "GP will pick this up", "It was AGREED to invite …".
"""

import re
from collections.abc import Iterator

from answerable.reading.actions.action_fields import action
from answerable.reading.actions.action_words import DO, SETTLES, THANKS, WHO_ONLY
from answerable.reading.clauses import Passage
from answerable.reading.material import Material
from answerable.reading.people.attendance import at_a_meeting
from answerable.reading.records import Record

_KINDS = ("minutes", "decision", "action-log", "other")
_REST = r"(?:[^.;]|\.(?=\d)){4,300}"
# What is only taken or thought, and no work.
_IDLE = (
    r"(?!(?:do|note|accept|approve|agree|be|have|hear|continue|support|receive|consider|defer|adopt"
    r"|endorse|differ|disagree|see|know|understand|welcome|remain|stay|say|reduce|increase|improve"
    r"|the|an?|this|that|these|those|its|their|his|her|all"
    r"|ensure|become|achieve|reach|keep (?:the|to|its|their|a|up)|delegate"
    r"|recommend|comment|explain|move)\b)"
)
_START = r"(?:^\W*(?:\d{1,2}(?:\.\d{1,2}){0,2}\.? )?|[.;:] )"
_FORMS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "to-do",
        re.compile(rf"^\W*(?P<who>All|ALL|Everyone|All members|Members) to (?P<do>{DO}\b{_REST})"),
    ),
    (
        "asked-that",
        re.compile(
            r"\b(?:requested|proposed and agreed|agreed|AGREED|suggested and agreed"
            r"|it was agreed,?|RESOLVED) that "
            r"(?P<do>(?:the|an?|all|this|these|any|it|further|future|each|more) [^.;]{2,110}? be "
            r"(?!(?:noted|approved|agreed|received|endorsed|accepted|adopted|signed|deferred"
            r"|closed|welcomed|supported|held|extended|appointed|re-appointed|thanked)\b)"
            r"[a-z]+(?:ed|en|nt|ld|ght|wn|de)\b(?:[^.;]|\.(?=\d)){0,160})"
        ),
    ),
    (
        "agreed-to",
        re.compile(
            rf"\b[Ii]t was (?:also |further )?(?:AGREED|RESOLVED) to (?P<do>{DO}\b{_REST})"
        ),
    ),
)
# "OPCC and force finance leads to agree the assumptions": a line of its own that names somebody.
_ANYBODY = re.compile(
    r"\W*(?:\d{1,2}(?:\.\d{1,2}){0,2}\.? )?(?P<who>(?!(?:All|Everyone|It|This|That|These|Those"
    r"|There|They|He"
    r"|She"
    r"|We|I|Plans?|Work|Steps?|Actions?|Decision|Agreed|Resolved|Members|Need|How|What|When|Where|Why"
    r"|Who|In|As|For|To|On|At|If|No|Not|Regarding|Concerning|Following|Further|Referring|With|After"
    r"|Before|Due|According|Action|Actions|Subject|Thanks|Date|Item|Paper|Report|Recommendations?)\b)[A-Z][\w/&’'-]*"
    r"(?: (?:and|of|for|the|&|[\w/&’'-]+)){0,6}?) to (?!be\b)"
    rf"(?P<do>{DO}\b{_REST})\W*"
)
_SAYS = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|agreed|asked|need(?:s|ed)?|how|due|able|likely|plans?"
    r"|requests|asks|invites|instructs|recommends|urges|hopes?|continues?|aims?|order|ways?|opportunity|ability|right|time|chance|decision|duty|\w+ed)\b"
)
# "Members requested a breakdown", "The Board asked to see the evaluation": of nobody named.
_WANTED = re.compile(
    r"(?:[Mm]embers|[Tt]he (?:Board|Panel|Committee|Commissioner|PCC|Mayor|Chair|meeting"
    r"|group)) (?:also |then"
    r" |further )?(?:requested|asked to (?:see|have|receive)) (?P<do>(?:an?|the|further|more"
    r"|regular|sight of)\b(?: [\w’-]+){0,3}? (?:reports?|updates?|papers?|briefings?|breakdown"
    r"|notes?|data"
    r"|information|figures|deep dive|presentation|summary|copy|copies|analysis|plan|review"
    r"|evaluation"
    r"|evidence|results|details|timeline|timetable|list)\b[^.;]{0,200})"
)
# "Terms of reference to be redrafted – TW": a line with its owner behind a dash or in brackets.
_TO_BE = re.compile(
    r"\W*(?:\d{1,2}(?:\.\d{1,2}){0,2}\.? )?(?P<do>[A-Z][^.;:()?]{2,120}? to be [a-z]+(?:ed|en|nt"
    r"|ld"
    r"|ght|wn|de|ut)\b[^.;()?–—]{0,120}?)(?: ?[–—] ?| - | ?\(| ?\[)"
    rf"(?:(?:Action|ACTION|Owner|Lead)\W{{1,3}})?(?P<who>{WHO_ONLY.pattern})[)\]]?\W*"
)
_TOLD = re.compile(
    r"\b(?:was|were|is|are|had|has|have|needs?|likely|expected|due|ready|said|hoped|would|will"
    r"|found|seems?|appears?|ought) (?:\w+ )?to be\b"
)
_NOT = re.compile(
    r"\b(?:not|declined|refused|previously|never|no longer|whether|if|unless|hoped|thought)\b"
    r"|\?\s*$"
)


# "Clear the backlog of phones (Head of Digital Forensics, 31 July)": who and by when, in brackets.
_CLOSED_BY = re.compile(
    rf"\W*(?:\d{{1,2}}(?:\.\d{{1,2}}){{0,2}}[.)]? )?(?P<do>(?i:{DO}|clear|close|finish"
    rf"|keep)\b(?!:)[^()\n]{{6,220}}?) ?"
    r"[(\[](?:(?:Owner|Lead|Action|Responsible)\W{1,3})?(?P<who>[A-Z][\w’/& -]{1,45}?)(?:[,;:–]"
    r"| -)"
    r" ?(?:by |due )?(?P<due>[^()\[\]]{2,30})[)\]]\.?"
)
_WHEN = re.compile(
    r"\d|\b(?:Q[1-4]|tb[ca]|asap|next|end|immediate|ongoing|spring|summer|autumn|winter|month|week"
    r"|January|February|March|April|May|June|July|August|September|October|November|December)\b",
    re.IGNORECASE,
)
_REPORTS = ("inspection-report", "inspection-letter", "news", "press-release", "agenda")


def records(material: Material) -> Iterator[Record]:
    """One action for each such sentence of a paper of a meeting, or such line of a plan."""
    kind = material.profile.type
    if kind not in _REPORTS:
        for passage in material.passages:
            if passage.kind == "row" or ")" not in material.text[passage.end - 3 : passage.end]:
                continue
            closed = _CLOSED_BY.fullmatch(material.text, passage.start, passage.end)
            if closed is not None and _WHEN.search(closed["due"]):
                at = closed.span("do")
                yield action(
                    material, passage, at, "action.general.closed-by", owner=closed["who"],
                    ref=None, weight=66, due_words=closed["due"],
                )  # fmt: skip
    met = kind in ("minutes", "decision") or at_a_meeting(material.sightings)
    if kind not in _KINDS or not met:
        return
    for passage in material.passages:
        if passage.kind == "row" or passage.section in ("attendance", "definitions"):
            continue
        words = material.text[passage.start : passage.end]
        if _NOT.search(words) or material.speech_at(passage.start, passage.end):
            continue
        yield from _of(material, passage, words)


def _of(material: Material, passage: Passage, words: str) -> Iterator[Record]:
    line = _TO_BE.fullmatch(words) if " to be " in words else None
    if line is not None and not _TOLD.search(line["do"]):
        yield _action(material, passage, line, "to-be", line["who"])
        return
    if passage.kind == "heading":
        return
    block = material.canonical.blocks[passage.block]
    alone = (passage.start, passage.end) == (block.start, block.end)
    named = _ANYBODY.fullmatch(words) if alone and " to " in words else None
    if named is not None and not _SAYS.search(named["who"]):
        yield _action(material, passage, named, "anybody", named["who"])
        return
    wanted = _WANTED.search(words)
    if wanted is not None:
        yield _action(material, passage, wanted, "wanted", None)
        return
    for rule, form in _FORMS:
        match = form.search(words)
        if match is None or THANKS.search(match["do"]) or SETTLES.match(match["do"]):
            continue
        who = match.groupdict().get("who")
        yield _action(material, passage, match, rule, who)
        return


def _action(
    material: Material, passage: Passage, match: re.Match[str], rule: str, who: str | None
) -> Record:
    span = passage.start + match.start("do"), passage.start + match.end("do")
    return action(
        material, passage, span, f"action.general.{rule}", owner=who, ref=None, weight=54
    )

"""Work taken on or handed out in a meeting, by the form of the sentence and not by its verb.

"OM offered to arrange a visit", "BO requested that the data be broken down", "All to send "
"comments",
"It was AGREED to invite …".
"""

import re
from collections.abc import Iterator

from answerable.reading.actions.parts.action_agents import of_a_meeting
from answerable.reading.actions.parts.action_fields import action
from answerable.reading.actions.parts.action_words import DO, SETTLES, THANKS
from answerable.reading.clauses import Passage
from answerable.reading.material import Material
from answerable.reading.records import Record

_KINDS = ("minutes", "decision", "action-log", "other")
_REST = r"(?:[^.;]|\.(?=\d)){4,300}"
# What is only taken or thought, and no work.
_IDLE = (
    r"(?!(?:do|note|accept|approve|agree|be|have|hear|continue|support|receive|consider|defer"
    r"|adopt"
    r"|endorse|differ|disagree|see|know|understand|welcome|remain|stay|say|reduce|increase|improve"
    r"|the|an?|this|that|these|those|its|their|his|her|all"
    r"|ensure|become|achieve|reach|keep (?:the|to|its|their|a|up)|delegate"
    r"|recommend|comment|explain|move)\b)"
)
_START = r"(?:^\W*(?:\d{1,2}(?:\.\d{1,2}){0,2}\.? )?|[.;:] )"
_FORMS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "asked-that",
        re.compile(
            r"\b(?:requested|proposed and agreed|agreed|AGREED|suggested and agreed"
            r"|it was agreed,?|RESOLVED) that "
            r"(?P<do>(?:the|an?|all|this|these|any|it|further|future|each|more)"
            r" (?:(?! and that )[^.;]){2,110}?(?<! to) be "
            r"(?!(?:noted|approved|agreed|received|endorsed|accepted|adopted|signed|deferred"
            r"|closed|welcomed|supported|held|extended|appointed|re-appointed|thanked)\b)"
            r"[a-z]+(?:ed|en|nt|ld|ght|wn|de)\b(?:(?!,? and that )(?:[^.;]|\.(?=\d))){0,160})"
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
    r"|We|I|Plans?|Work|Steps?|Actions?|Decision|Agreed|Resolved|Members|Need|How|What|When"
    r"|Where|Why"
    r"|Who|In|As|For|To|On|At|If|No|Not|Regarding|Concerning|Following|Further|Referring|With"
    r"|After"
    r"|Before|Due|According|Action|Actions|Subject|Thanks|Date|Item|Paper|Report"
    r"|Recommendations?)\b)[A-Z][\w/&’'-]*"
    r"(?: (?:and|of|for|the|&|[\w/&’'-]+)){0,6}?) to (?!be\b)"
    rf"(?P<do>{DO}\b{_REST})\W*"
)
_SAYS = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|agreed|asked|need(?:s|ed)?|how|due|able"
    r"|likely|plans?"
    r"|requests|asks|invites|instructs|recommends|urges|hopes?|undertook|continues?|aims?|order|ways?"
    r"|opportunity|ability|right|time|chance|decision|duty|\w+ed)\b"
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
_NOT = re.compile(
    r"\b(?:not|declined|refused|previously|never|no longer|whether|if|unless|hoped|thought)\b"
    r"|\?\s*$"
)


def records(material: Material) -> Iterator[Record]:
    """One action for each such sentence of a paper of a meeting, or such line of a plan."""
    kind = material.profile.type
    met = kind != "action-log" and of_a_meeting(material)
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
    if passage.kind == "heading":
        return
    block = material.canonical.blocks[passage.block]
    alone = (passage.start, passage.end) == (block.start, block.end)
    named = _ANYBODY.fullmatch(words) if alone and " to " in words else None
    if named is not None and not _SAYS.search(named["who"]) and not THANKS.search(words):
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

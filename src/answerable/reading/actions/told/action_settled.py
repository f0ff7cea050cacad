"""What a meeting settles that somebody do, by the form of the clause and whatever its verb.

"It was left that the Clerk should see to it", "Cllr Orr asked that the Treasurer set out the
costs", "RESOLVED that a note be sent to every ward": a clause behind "that", or each line of a
list below such words. Behind it stands a plain verb, with or without "would" or "should".
"""

import re
from collections.abc import Iterator

from answerable.reading.actions.parts.action_agents import of_a_meeting
from answerable.reading.actions.parts.action_fields import action
from answerable.reading.actions.parts.action_spoken import spoken_of
from answerable.reading.actions.parts.action_words import OWNER, SETTLES, WORK
from answerable.reading.actions.told.action_prose import marked_again
from answerable.reading.clauses import Passage
from answerable.reading.material import Material
from answerable.reading.records import Record

_KINDS = ("minutes", "decision", "action-log", "other")
_SETTLED = re.compile(
    r"\b(?:[Aa]greed|AGREED|resolved|RESOLVED|decided|DECIDED|settled|left|asked|requested|insisted"
    r"|REQUESTED|ASKED|INSTRUCTED|directed|proposed and agreed|suggested and agreed)"
    r"(?:,? (?!that )[^.;:]{2,40},)?,? (?=that )"
)
# "The Committee asked that:", "It was agreed:" above a list.
# "Cllr Orr asked that the time be reported": one member's wish, and nobody is to do it yet.
_ONE_ASKS = re.compile(
    r"\b(?!(?:Members|Committee|Panel|Board|Group|Authority|Cabinet|Council|meeting)\b)"
    r"[A-Z][\w’'-]+ (?:asked|requested|insisted) $"
)
_LEADS = re.compile(
    r"\b(?:agreed|AGREED|asked|requested|insisted|directed|decided|settled)(?: that)?\W*$"
)
_MINUTE = re.compile(r"\W*\d{1,3}\.\d{1,3}\b")
_NOT_SETTLED = re.compile(
    r"\b(?:not|never|previously|had (?:already|been)|whether|if|unless|nobody|none) "
    r"(?:been |yet )?(?:agreed|resolved|decided|settled|asked|requested)\b|\?\W*$|\bwere? left\b"
)
_FIRST = (
    r"(?:[A-Z][a-z]{1,14}|members|officers|partners|colleagues|governors|trustees)"
    r"(?= (?:would|should|will|shall|must|to) )"
)
_CLAUSE = re.compile(
    rf"(?:that )?(?P<do>(?P<who>{OWNER}|[Hh]e|[Ss]he|[Tt]hey|{_FIRST}"
    r"|(?:(?:[Aa]n?|[Tt]he|[Aa]ll|[Aa]ny)|(?:[a-z]+ly|[a-z]+s|fresh|new|more|further))"
    r" (?:(?!(?:that|which|who|to)\b)[\w’'-]+ ){1,8}?(?=be ))(?: \([A-Z]{2,4}\))?"
    r"(?P<how> ?(?:would|should|will|shall|must|to|be (?:asked|requested|tasked|instructed"
    r"|directed|required) to))? ?(?:either )?"
    rf"(?:(?P<verb>{WORK})|be (?P<done>[a-z]+(?:ed|en|nt|ld|ght|wn|de|ut|ade))\b)"
    r"(?:(?!,? and that\b|, that [A-Z]"
    r"|,? and (?:the|that) [^.;]{3,40} (?:would|should|be)\b| [•·▪])"
    r"(?:[^.;]|\.(?=\d)))*)"
)
_AND_THAT = re.compile(r"(?:,|;)? and (?=that )|[;,] (?=that )")
# A verb that tells what was or is, and orders nothing: "that it made no sense", "that she was".
_TOLD = re.compile(
    r"(?:had|has|was|were|is|are|did|does|could|might|may|can|would|will|gave|made|took|came|went"
    r"|saw|knew|felt|held|kept|ran|stood|told|wrote|sat|lay|began|became|brought|got|grew|lost"
    r"|met|paid|rose|fell|said|sent|spent|spoke|thought|found|left|built|meant|understood|must"
    r"|ought|should|shall|and|or|of|for|in|on|at|with|by|from|as|than|who|which|whose|whom|but"
    r"|because|while|when|where|after|before|until|under|over|about|only|even|still|already|never"
    r"|always|often|now|then|ever|once|so|too|very|there|here|out|up|down|off|alone|itself)$"
)
_BASE_IN_ING = ("bring", "ring", "sing", "string", "swing", "wring", "cling", "fling")
_BASE_IN_ED_OR_S = re.compile(
    r"(?:[a-z]*(?:feed|need|embed|speed|proceed|succeed|exceed|shed|ss)|focus|canvass)$"
)
_DONE_BY_SAYING = re.compile(
    r"(?:noted|approved|agreed|received|endorsed|accepted|adopted|signed|deferred|closed|welcomed"
    r"|supported|held|extended|appointed|re-appointed|thanked|confirmed|ratified|granted|refused"
    r"|delegated|authorised|recommended|urged|invited|commended|elected|set|given|asked|sent to"
    r" cabinet|used|required|needed|allowed|permitted|spent|made)$"
)


_NAME = re.compile(r"[A-Z][a-z]{1,14}")


def records(material: Material) -> Iterator[Record]:
    """One action for each such clause of a paper of a meeting."""
    kind = material.profile.type
    met = kind != "action-log" and of_a_meeting(material)
    if kind not in _KINDS or not met:
        return
    for passage in (*material.passages, *material.cells):
        if passage.kind in ("row", "heading") or passage.section in ("attendance", "definitions"):
            continue
        words = material.text[passage.start : passage.end]
        if _NOT_SETTLED.search(words) or material.speech_at(passage.start, passage.end):
            continue
        settled = _SETTLED.search(words)
        if settled is not None:
            for start in (
                settled.end(),
                *(one.end() for one in _AND_THAT.finditer(words, settled.end())),
            ):
                yield from _of(material, passage, words, start)
        elif passage.lead is not None and (passage.kind == "item" or passage.body > passage.start):
            lead = material.text[passage.lead.start : passage.lead.end]
            beside = _MINUTE.match(lead) and _MINUTE.match(words)  # 5.5 is no line of 5.4
            if _LEADS.search(lead) and not beside:
                yield from _of(material, passage, words, passage.body - passage.start)


def _of(material: Material, passage: Passage, words: str, start: int) -> Iterator[Record]:
    match = _CLAUSE.match(words, start)
    if match is None or not _orders(match) or match["who"].endswith(("’s", "'s")):
        return
    if match["done"] and _ONE_ASKS.search(words[:start]) is not None:
        return
    if marked_again(material, passage, match["do"]):
        return
    who = match["owner"]
    if who is None and re.match(r"(?:[Ss]?[Hh]e|[Tt]hey)$", match["who"].strip()):
        who = spoken_of(material, passage, match["who"])
    elif who is None and match["how"] and _NAME.fullmatch(match["who"]):
        who = match["who"]
    begin = match.start("verb") if match["verb"] else match.start("do")
    yield action(
        material,
        passage,
        (passage.start + begin, passage.start + match.end("do")),
        "action.settled",
        owner=who,
        ref=None,
        weight=53,
    )


def _orders(match: re.Match[str]) -> bool:
    """Whether the verb is one of work in its plain form."""
    if match["done"]:
        return match["how"] is None and _DONE_BY_SAYING.match(match["done"]) is None
    if SETTLES.match(match.string, match.start("verb")):
        return False
    verb = match["verb"].rsplit(maxsplit=1)[-1]
    if _TOLD.match(verb) or (verb.endswith("ing") and verb not in _BASE_IN_ING):
        return False
    if match["how"]:
        return True
    return not verb.endswith(("ed", "s")) or _BASE_IN_ED_OR_S.match(verb) is not None

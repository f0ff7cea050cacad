"""Actions told in prose: agreed, asked for, or written as initials and what is to be done."""

import re
from collections.abc import Iterator

from answerable.reading.action_fields import action
from answerable.reading.action_words import INITIALS, OWNER
from answerable.reading.clauses import Passage
from answerable.reading.material import Material
from answerable.reading.records import Record

_AGREED = re.compile(
    rf"(?:^ *|[.,;] |\band )(?P<who>{OWNER})(?: \([A-Z]{{2,4}}\))? (?:also |further "
    rf"|then )?(?P<verb>agreed"
    r"|undertook|offered|committed|was asked|were asked|is asked|was tasked|were tasked"
    r"|was requested"
    r"|were requested|is) to (?!the |a |an |this |that |these )(?P<do>[a-z](?:[^.;]"
    r"|\.(?=\d)){8,400})"
)


_PASSIVE = re.compile(
    rf"\b(?:[Ii]t was agreed that|[Ii]t was requested that|[Tt]he \w+ (?:asked|requested) that) "
    rf"(?P<do>(?P<who>[Tt]he [a-z ]{{3,30}}?|{OWNER}) (?:would|should|will|to|be) [^.;]{{8,400}})"
)


_ASKED = re.compile(
    rf"\b(?:asked|requested|tasked"
    rf"|instructed)(?: that)? (?P<who>{OWNER})(?: \([A-Z]{{2,4}}\))? (?:to |should |must )?"
    r"(?!to\b|explain|comment|describe|outline|say|elaborate|expand|how|why|what|if|whether"
    r"|about|for|who|when|is|was|are|were|had|has)"
    r"(?P<do>[a-z](?:[^.;]|\.(?=\d)){8,400})"
)


def told(material: Material, passage: Passage, words: str) -> Iterator[Record]:
    if re.search(r"\b(?:not|declined|refused|previously|had) (?:agreed|asked)\b|\?$", words):
        return
    own = re.match(rf"(?P<owner>{INITIALS}) to (?P<do>[a-z]+ [^.]{{8,}})", words)
    if (
        own is not None
        and material.profile.type == "minutes"
        and all(one in material.directory for one in re.split(r"\s?[/&,]\s?", own.group("owner")))
    ):
        yield action(
            material,
            passage,
            (passage.start, passage.end),
            "action.initials",
            owner=None,
            ref=None,
            weight=70,
        )
        return
    words = " " * (passage.body - passage.start) + words[passage.body - passage.start :]
    for match in _AGREED.finditer(words):
        collective = re.match(
            r"(?:Members?|[Tt]he (?:Panel|Board|Committee|meeting)|Panel|Board)\b",
            match.group("who"),
        )
        only_noted = re.match(
            r"(?:note|consider|receive|agree|approve|comment|endorse)\b", match.group("do")
        )
        asked = "ask" in match.group("verb")
        if (collective and match.group("verb") == "agreed") or (
            only_noted and (collective or asked)
        ):
            continue
        if match.group("verb") == "is" and material.profile.type != "minutes":
            continue
        span = passage.start + match.start("do"), passage.start + match.end("do")
        yield action(
            material,
            passage,
            span,
            "action.prose",
            owner=match.group("owner"),
            ref=None,
            weight=60,
        )
    for match in _ASKED.finditer(words):
        if material.profile.type == "minutes":
            span = passage.start + match.start("do"), passage.start + match.end("do")
            yield action(
                material,
                passage,
                span,
                "action.asked",
                owner=match.group("owner"),
                ref=None,
                weight=58,
            )
    match_that = _PASSIVE.search(words)
    if match_that is not None and material.profile.type == "minutes":
        span = passage.start + match_that.start("do"), passage.start + match_that.end("do")
        yield action(
            material,
            passage,
            span,
            "action.agreed-that",
            owner=match_that.group("who"),
            ref=None,
            weight=55,
        )

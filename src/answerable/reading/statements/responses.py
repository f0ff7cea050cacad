"""Answers to recommendations, and dated states of a register or tracker."""

import re
from collections.abc import Iterator

from answerable.reading.clauses import Passage
from answerable.reading.deadlines import dates
from answerable.reading.material import Material
from answerable.reading.records import Record, Value, record
from answerable.reading.worded import worded

_LAW = re.compile(
    r"\b(?:[Ss]ection|[Ss]\.?) ?55(?: ?\(\d\w?\))*(?: (?:of"
    r"|in) the (?:\d{4} )?Police Act(?: 1996)?)?"
    r"|\bPolice Act 1996\b[^.]{0,40}?\b[Ss](?:ection|\.) ?55"
)
_ANSWER = worded(
    "accept|agree|don't support|don’t support|not support|reject|supported",
    r"\b(?P<words>(?P<partly>partial(?:ly)? (?:accept(?:ed|s|ance)?|agree[ds]?)|accept(?:ed"
    r"|s)? in part"
    r"|partly accept(?:ed|s)?|agree[ds]? in part|accept(?:ed|s)? in principle)"
    r"|(?P<rejected>(?:not|do(?:es)? not|did not|cannot|don[’']t) (?:accept(?:ed)?|agreed?"
    r"|support)"
    r"|reject(?:ed|s)?|disagree[ds]?)"
    r"|(?P<accepted>(?:fully |both |all )?accept(?:ed|s)?(?! by\b)|agree[ds]?(?! (?:to|an?|the"
    r"|that|on)\b)"
    r"|supported))\b",
    re.IGNORECASE,
)
# "Recommendation 7: agree one control room": what is to be done, not the answer to it.
_ORDERED = re.compile(r"[:–—-] (?i:agree|support|accept) (?=[a-z])")
_SUBJECT = re.compile(
    r"\b(?:recommendations?|findings?|areas? for improvement|AFIs?|response|the report)\b", re.I
)
_ALONE = re.compile(
    r"^\W*(?:(?:Force |Commissioner[’']?s? |PCC |Chief Constable[’']?s? "
    r"|Management )?(?:[Rr]esponse|[Ss]tatus)"
    r"\s*[:–-]\s*)?(?:Fully |Partially |Partly |Not |Recommendation |This recommendation (?:is"
    r"|was) )*"
    r"(?:[Aa]ccepted|[Rr]ejected|[Aa]greed|[Ss]upported)(?: in (?:full|part|principle))?\b",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"\b(?:Recommendation|Rec\.?|AFI|Area for improvement) ?(\d{1,2}[a-z]?)\b", re.I
)
_LOG = re.compile(
    r"^(?P<on>[^\[\n]{0,40})\[(?P<what>status|comment)\][\s:–-]{0,4}(?P<words>[^\n]{2,200})",
    re.IGNORECASE,
)
_STATE = re.compile(
    r"\b(?P<words>awaiting[- ]review|being[- ]progressed|complete[d]?|superseded|closed|discharged"
    r"|partly met|partially met|in progress|on track|overdue)\b",
    re.IGNORECASE,
)
_CLOSING = worded(
    " addressed| closed| complete| discharged| met| signed off| superseded"
    "|concern|is still|recommendation|remains|we consider the |we consider these "
    "|we consider this ",
    r"\b(?:(?:this|the|both|all|these|two|three|\w+ of the)[^.;]{0,60}?(?:recommendations?"
    r"|causes? of concern|areas? for improvement|AFIs?)(?: \w+){0,4}? (?:is|are|was|were|has|have)"
    r"(?: now| been| therefore| all)* (?P<state>closed|complete[d]?|discharged|superseded|met"
    r"|addressed|signed off)"
    r"|we have (?:now |therefore )?closed (?:this|the|that|these)[^.;]{0,60}(?:concern"
    r"|recommendations?)"
    r"|(?:this|the) (?:recommendation|cause of concern|AFI|area for improvement)"
    r" (?:remains|is still) (?P<open>open|outstanding|in progress)"
    r"|we consider (?:this|the|these) [^.;]{0,40}?(?:recommendation|concern|improvement)s?"
    r"(?: to be| as)? (?P<considered>complete[d]?|met|closed|discharged))\b",
    re.IGNORECASE,
)
STATES = {
    "complete": "closed",
    "completed": "closed",
    "closed": "closed",
    "discharged": "discharged",
    "superseded": "superseded",
    "partly met": "partly met",
    "partially met": "partly met",
    "met": "closed",
    "signed off": "closed",
    "addressed": None,
}


def records(material: Material) -> Iterator[Record]:
    """Responses and states."""
    number: str | None = None
    for passage in material.passages:
        words = material.text[passage.start : passage.end]
        label = _NUMBER.search(words[:40])
        if label is not None:
            number = label.group(1)
        if passage.kind in ("row",):
            continue
        yield from _response(material, passage, words, number)
        yield from _status(material, passage, words, number)


def _response(
    material: Material, passage: Passage, words: str, number: str | None
) -> Iterator[Record]:
    alone = _ALONE.match(words)
    match = _ANSWER.search(words)
    if (
        match is None
        or words.rstrip().endswith("?")
        or re.match(r"\W*(?:Decision|RESOLVED)\b", words)
    ):
        return
    about = _SUBJECT.search(words)
    answering = material.profile.type in (
        "statutory-response",
        "statement",
        "press-release",
        "news",
        "other",
        "minutes",
        "register",
    )
    if alone is None and (
        about is None or not answering or abs(about.start() - match.start()) > 60
    ):
        return
    if alone is None and re.search(
        r"\b(?:if|whether|should|must|recommends?|resolved|minutes)\b", words, re.IGNORECASE
    ):
        return
    if (
        alone is not None
        and passage.section not in ("recommendations", "responses", "afi")
        and number is None
        and not re.match(r"\W*(?:force|response|pcc|commissioner)", words, re.I)
    ):
        return
    if _ORDERED.search(words, 0, match.end() + 2):
        return
    answer = next(name for name in ("partly", "rejected", "accepted") if match.group(name))
    speaker = material.speaker(passage)
    law = _LAW.search(material.text)
    own = _NUMBER.search(words)
    given: dict[str, Value] = {
        "to_number": own.group(1) if own else number if alone else None,
        "response": answer,
        "response_words": match.group("words"),
        "by": (speaker.role or speaker.name) if speaker else None,
        "law": "police-act-1996/s55"
        if law and material.profile.type == "statutory-response"
        else None,
        "law_words": law.group()
        if law and material.profile.type == "statutory-response"
        else None,
    }
    span = (
        (passage.start + match.start("words"), passage.start + match.end("words"))
        if alone
        else (passage.body, passage.end)
    )
    yield record(
        "response", span, "response.alone" if alone else "response.prose", given=given, weight=55
    )


def _status(
    material: Material, passage: Passage, words: str, number: str | None
) -> Iterator[Record]:
    log = _LOG.match(words)
    if log is not None:
        on = next((one.iso for one in dates(words[: log.start("words")])), None)
        state = _STATE.search(log.group("words"))
        given: dict[str, Value] = {
            "of": number,
            "state_words": log.group("words").strip(),
            "state": _state(state),
            "on": on,
        }
        yield record(
            "status",
            (passage.start + log.start("words"), passage.start + log.end("words")),
            f"register.{log.group('what').lower()}",
            given=given,
            weight=70,
        )
        return
    closing = _CLOSING.search(words)
    if closing is None or re.search(
        r"\b(?:not|if|until|unless|whether|when|will be|yet)\b",
        words[: closing.end()],
        re.IGNORECASE,
    ):
        return
    open_now = closing.group("open") is not None
    plain = (closing.group("state") or closing.group("considered") or "closed").lower()
    on = next((one.iso for one in dates(words)), None)
    yield record(
        "status",
        (passage.start + closing.start(), passage.start + closing.end()),
        "status.closing",
        given={
            "of": number,
            "state_words": closing.group(),
            "state": "open" if open_now else STATES.get(plain),
            "on": on,
        },
        weight=50,
    )


def _state(match: re.Match[str] | None) -> str | None:
    if match is None:
        return None
    plain = match.group("words").lower().replace("-", " ")
    return STATES.get(
        plain,
        "open"
        if plain in ("awaiting review", "being progressed", "in progress", "on track", "overdue")
        else None,
    )

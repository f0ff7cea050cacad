"""Decisions taken at a meeting."""

import re
from collections.abc import Iterator

from answerable.reading.clauses import Passage
from answerable.reading.material import Material
from answerable.reading.meetings.resolutions import (
    another_head,
    opens_list,
    proposes,
    resolution,
    settled,
)
from answerable.reading.records import Record, Value, record
from answerable.reading.worded import worded

_DECISION = worded(
    "AGREED|DECIDED|DECISION|Decided|Decision|RESOLVED|Resolved",
    r"(?:^|(?<=[\s(]))(?:(?P<mark>(?:UNANIMOUSLY |IT WAS )?(?:RESOLVED|Resolved|DECISION"
    r"|Decision|AGREED"
    r"|Decided|DECIDED)(?: \([\w ,–-]+\))?(?: that)?\s*(?:[:–—,]|-(?=\s))[:–—,-]*"
    r"|RESOLVED(?: that)?(?! \([\w ,–-]+\)\W*$))\s*(?P<words>\S[^\n]{6,}))",
)
# "RESOLVED by five votes to none:", "Decision: Cabinet agreed", "That Cabinet be asked to": a list
# follows, and these words by themselves settle nothing.
_BODY = (
    r"(?:Board|Panel|Committee|Cabinet|Council|Governors|Governing (?:Body|Board)|Trustees"
    r"|Members|Authority|Partnership|Executive|Councillors)"
)
_LEADS = re.compile(
    rf"(?:[Tt]hat )?(?:[Tt]he )?(?:[A-Z]\w+ ){{0,3}}{_BODY} (?:agreed|resolved|decided)"
    r"(?: that| to)?\W*"
    r"|(?:[a-z]+ )?(?:unanimously|nem\.? con|by \w+ votes? to \w+|on a show of hands|as follows)"
    r"(?:,? (?:that|to))?\W*"
)
_ELSE = r"be (?:recommended|asked|requested(?! from)|invited|called (?:on|upon)|urged|advised)"
# "That the Commissioner be recommended to …": another body may or may not do so.
_OF_OTHERS = re.compile(rf"\W*(?:\([a-z\d]+\) )?(?:[Tt]hat )?[^.;:]{{2,80}}? {_ELSE}\b")
_ONLY_NOTED = re.compile(r"\W*[Nn]oted\W*")
# What an ombudsman found is a finding.
_FOUND = re.compile(
    r"\W*(?:(?:not|partly|partially) )?(?:upheld|(?:severe )?maladministration|service failure"
    r"|(?:no )?fault|no maladministration|closed|discontinued|open)\b",
    re.IGNORECASE,
)
# "The purchase of three vans was approved."
_PASSED = re.compile(
    r"\W*(?:\d{1,2}[.)]? )?(?!(?:The )?(?:minutes|notes?|agenda|record|apologies)\b)"
    r"(?P<said>(?:The |An? |Funding |Spending )(?:[^.;:,]|[.,](?=\d)){4,110} (?:was|were) "
    r"(?:unanimously )?(?:approved|adopted|ratified|authorised))\b"
)
# "That £5,000 be approved for lights, and that the Clerk report in May", in a paper of decisions.
_THAT_BE = re.compile(
    r"\W*(?P<said>That [^.;:]{3,160}? be (?:approved|adopted|agreed|accepted|endorsed|supported"
    r"|awarded|granted|released|established|appointed|authorised|extended|sold|closed|kept)\b"
    r"[^.;]*?)(?=,? and that\b|[.;]?$)"
)
_OF_DECISIONS = re.compile(r"\bdecisions\b[^.:]{0,40}:\W*$", re.IGNORECASE)
_VERBS = (
    r"(?:[A-Z]\w+ [A-Z]\w+ )?(?:(?:has|have|formally|unanimously) )*(?:approved|resolved|decided"
    r"|agreed to (?:approve|fund|release|support)|authorised|signed off)\b"
)
_DECIDED = worded(
    "NOTED|AGREED|APPROVED|RESOLVED|ENDORSED|resolved|decided|approved|agreed|authorised"
    "|signed off|supported by the",
    r"\b(?:Board|Panel|Committee|Cabinet|Council|Members) (?:NOTED|AGREED|APPROVED|RESOLVED"
    r"|ENDORSED)\b"
    r"|\b[Ii]t was (?:resolved|decided) that\b"
    rf"|\b(?:[Tt]he )?(?:Board|Panel|Committee|Cabinet|Members) {_VERBS}"
    r"|(?:recommendation|proposal|report|request|paper|virement|decision) (?:\w+ ){0,8}?(?:was"
    r"|were) (?:approved|agreed by|supported by the (?:PCC|Commissioner|Board))\b",
)
# In the notice of a decision one person takes it.
_BY_ONE = re.compile(
    rf"\b(?:[Tt]he )?(?:PCC|PFCC|Commissioner|Mayor) {_VERBS}"
    r"|\b[Ii] (?:hereby )?approve (?:the|this)\b"
)
_ALONE = re.compile(
    r"\W*(?:UNANIMOUSLY )?(?:RESOLVED|Resolved|Decision|DECISION)"
    r"(?: \([\w ,–-]+\))?(?:, [a-z0-9 ]{3,40},?)?(?: that)?\W*"
)
_COLUMN = re.compile(r"(?:decisions?|resolutions?)(?: made| taken)?", re.IGNORECASE)
_NONE_TAKEN = re.compile(
    r"\W*(?:noted|deferred|none|n/?a|withdrawn|no decision)?\W*", re.IGNORECASE
)
# "RESOLVED: That the Committee:-" says nothing yet; its list does.
_OPENS = re.compile(r"(?:[Tt]hat )?(?:the )?(?:[A-Z]\w+ ){0,4}[A-Z]?\w*\s?[:–—-]+\s*|[Tt]hat")
_LETTERED = re.compile(r"\W*(?:(?P<label>[a-z]|\d)|[ivx]+|\d\d)\)\s")
_FORM = re.compile(r"\W*(?:Signed|Signature|Date|Name|Status)\b")
_UNDECIDED = re.compile(r"\b(?:not|would|asked|if|whether|to be)\b|\?$")


# "Approved; Clerk to tell the bank".
_AND_ORDERS = re.compile(r"; (?:and )?(?=[A-Z][^;]{1,60}? to [a-z])")
# Under a decision's heading, who agreed to do what by when is the action of somebody.
_LESS = 54
_PAPER = re.compile(
    r"\b[Dd]ecisions (?:taken |made |of |by )"
)  # what a paper of decisions says first
_TOP = 160  # characters in which it says so


def in_columns(material: Material) -> Iterator[Record]:
    """The first sentence of each cell of a column headed "Decision"."""
    seen = -1
    for passage in material.cells:
        if _COLUMN.fullmatch(passage.heading.strip(" :")) is None or passage.block == seen:
            continue
        seen = passage.block
        # "Refused", beside what was asked for: a word on that, and no decision in words
        row = material.canonical.blocks[passage.block]
        longest = max(row.cells, key=lambda cell: cell.end - cell.start)
        if not longest.start <= passage.start < longest.end:
            continue
        if not _NONE_TAKEN.fullmatch(material.text, passage.start, passage.end) and not (
            _FOUND.match(material.text, passage.start, passage.end)
        ):
            words = material.text[passage.start : passage.end]
            also = _AND_ORDERS.search(words)  # what it orders besides is an action
            end = passage.start + len(words[: also.start() if also else None].rstrip(" ."))
            yield _decision(material, passage, (passage.start, end), "decision.column", 68)


def _no_decision(words: str) -> bool:
    """Whether words behind a mark settle nothing: a lead-in, what others are asked, a finding."""
    plain = words.strip()
    return (
        _OPENS.fullmatch(plain) is not None
        or _LEADS.fullmatch(plain) is not None
        or _OF_OTHERS.match(plain) is not None
        or _ONLY_NOTED.fullmatch(plain) is not None
        or _FOUND.match(plain) is not None
    )


def _led(material: Material, passage: Passage) -> bool:
    """Whether an item stands below "Yesterday's decisions:"."""
    lead = passage.lead
    said = material.text[lead.start : lead.end] if lead is not None else ""
    return _OF_DECISIONS.search(said) is not None and "must" not in said


def _opening(words: str, match: re.Match[str] | None, *, after: bool) -> bool | None:
    """Whether what follows is what was resolved; None where words are no lead-in.

    `after`: they stand below a lead-in.
    """
    if _ALONE.fullmatch(words) or opens_list(words):
        return not proposes(words)
    if match is not None and _no_decision(match["words"]):
        return bool(_OPENS.fullmatch(match["words"]) or _LEADS.fullmatch(match["words"]))
    return True if after and _OPENS.fullmatch(words) else None


def decisions(material: Material) -> Iterator[Record]:
    previous_lead = listed = False
    elsewhere = above = ""
    paper = _PAPER.search(material.text[:_TOP]) is not None
    of_decisions = material.profile.type in ("minutes", "decision")
    for passage in material.passages:
        words = material.text[passage.start : passage.end]
        match = _DECISION.search(words)
        goes_on = listed and _LETTERED.match(words) is not None
        opened = _opening(words, match, after=previous_lead)
        if passage.kind in ("heading", "row") and passage.section != "decisions":
            previous_lead, above = bool(opened and match is None), words
            continue
        if opened is not None:
            previous_lead, elsewhere = opened, ""
            continue
        if match is None and another_head(words):
            elsewhere = passage.heading
        if match is not None:
            span = passage.start + match.start("words"), passage.end
            yield _decision(material, passage, span, "decision.marked", 70)
        elif _FORM.match(words):
            continue
        elif (
            previous_lead
            or goes_on
            or (passage.kind == "item" and _led(material, passage))
            or (
                passage.section == "decisions"
                and passage.kind != "heading"
                and elsewhere != passage.heading
                and of_decisions
            )
        ):
            span = passage.body, passage.end
            if not _no_decision(material.text[span[0] : span[1]]):
                yield _decision(material, passage, span, "decision.headed", _LESS)
        elif (at := resolution(material, passage, above)) is not None:
            yield _decision(material, passage, at, "decision.that-be", _LESS)
        elif (
            not _UNDECIDED.search(words)
            and (of_decisions or paper)
            and (
                (clause := settled(words) or _clause(words, of_decisions=paper)) is not None
                or _DECIDED.search(words)
                or (material.profile.type == "decision" and _BY_ONE.search(words))
            )
        ):
            span = clause or (passage.body - passage.start, len(words))
            at = passage.start + span[0], passage.start + span[1]
            yield _decision(material, passage, at, "decision.prose", 40)
        listed = previous_lead or goes_on
        previous_lead = False
        if not words.lstrip(" ()abcdefgivx123456789.").startswith(("That ", "that ")):
            above = words


# "Governors agreed to fund a fourth van at £9,000": what a body settled. What one person approves
# is money that is spent, and no resolution.
_SETTLED = worded(
    "adopted|agreed|approved|authorised|decided|endorsed|ratified|resolved|signed off|supported",
    rf"(?P<said>(?:(?:[Tt]he )?{_BODY}|\b[Ii]t was)(?: \([A-Z]{{2,4}}\))? "
    r"(?:(?:has|have|then|also|therefore|formally) ){0,2}"
    r"(?:(?:unanimously )?(?:approved|authorised|signed off|ratified|adopted|endorsed"
    r"|supported"
    r"|(?:resolved|agreed|decided)(?:, [^,]{3,40},)? to (?:approve|fund|release|support|lease|buy"
    r"|sell|purchase|pay|spend|meet|freeze|set|extend|award|renew|the use of|adopt|increase|raise"
    r"|close|accept|appoint|recommend|establish|create|keep|end|let|grant|join)) "
    r"(?:[^.;:]|\.(?=\d)){4,}?))"
    r"(?=(?: at (?:a (?:cost|price) of )?(?:up to )?£|,? (?:subject to|on condition|provided"
    r"|although|but|with the)\b"
    r"|, (?:and|which)\b| \(|: |\.(?!\d)|;|$))",
)


def _clause(words: str, *, of_decisions: bool) -> tuple[int, int] | None:
    """Where the words of a decision stand in a sentence: whose it is, and what is settled."""
    match = _SETTLED.search(words) or _PASSED.match(words)
    if match is None and of_decisions:
        match = _THAT_BE.match(words)
    if match is None:
        return None
    begin, end = match.span("said")
    return (
        (begin + len(_IT_WAS), end)
        if words[begin:end].lower().startswith(_IT_WAS)
        else (begin, end)
    )


_IT_WAS = "it was "


def _decision(
    material: Material, passage: Passage, span: tuple[int, int], rule: str, weight: int
) -> Record:
    words = material.text[passage.start : passage.end]
    ref = re.search(
        r"\b(?:[A-Z]{2,6}/?D?/?\d{2,4}/\d{1,4}|[A-Z]{3,5}\d?-\d{3,5}|D/20\d\d/\d+)\b", words
    )
    body = re.search(r"\b(PCC|PFCC|Commissioner|Board|Panel|Committee|Cabinet|Council)\b", words)
    given: dict[str, Value] = {
        "ref": ref.group() if ref else None,
        "body": body.group(1) if body else None,
    }
    return record("decision", span, rule, given=given, weight=weight)

"""Decisions taken at a meeting."""

import re
from collections.abc import Iterator

from answerable.reading.clauses import Passage
from answerable.reading.material import Material
from answerable.reading.records import Record, Value, record
from answerable.reading.worded import worded

_DECISION = worded(
    "AGREED|DECIDED|DECISION|Decided|Decision|RESOLVED|Resolved",
    r"(?:^|(?<=[\s(]))(?:(?P<mark>(?:UNANIMOUSLY |IT WAS )?(?:RESOLVED|Resolved|DECISION"
    r"|Decision|AGREED"
    r"|Decided|DECIDED)(?: \([\w ,–-]+\))?(?: that)?\s*[:–—,-]+"
    r"|RESOLVED(?: that)?(?! \([\w ,–-]+\)\W*$))\s*(?P<words>\S[^\n]{6,}))",
)
_DECIDED = re.compile(
    r"\b(?:Board|Panel|Committee|Cabinet|Council|Members) (?:NOTED|AGREED|APPROVED|RESOLVED"
    r"|ENDORSED)\b"
    r"|\b[Ii]t was (?:resolved|decided) that\b|\b(?:(?:[Tt]he )?(?:PCC|PFCC|Commissioner|Board"
    r"|Panel|Committee|Cabinet|Members|Mayor)"
    r"(?: [A-Z]\w+ [A-Z]\w+)? (?:has |have |formally |unanimously )*(?:approved|resolved|decided"
    r"|agreed to"
    r" (?:approve|fund|release|support)|authorised|signed off)\b|(?:recommendation|proposal"
    r"|report|minutes"
    r"|request|paper|virement|decision) (?:\w+ ){0,8}?(?:was|were) (?:approved|agreed by"
    r"|supported by"
    r" the (?:PCC|Commissioner|Board))\b|[Ii] (?:hereby )?approve (?:the|this)\b)"
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
_OPENS = re.compile(r"(?:[Tt]hat )?(?:the )?(?:[A-Z]\w+ ){0,4}[A-Z]?\w*\s?[:–—-]+\s*")
_LETTERED = re.compile(r"\W*(?P<label>[a-z]|\d)\) ")
_FORM = re.compile(r"\W*(?:Signed|Signature|Date|Name|Status)\b")
_UNDECIDED = re.compile(r"\b(?:not|would|asked|if|whether|to be)\b|\?$")


# "Approved; Clerk to tell the bank".
_AND_ORDERS = re.compile(r"; (?:and )?(?=[A-Z][^;]{1,60}? to [a-z])")
# Under a decision's heading, who agreed to do what by when is the action of somebody.
_LESS = 54


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
        if not _NONE_TAKEN.fullmatch(material.text, passage.start, passage.end):
            words = material.text[passage.start : passage.end]
            also = _AND_ORDERS.search(words)  # what it orders besides is an action
            end = passage.start + len(words[: also.start() if also else None].rstrip(" ."))
            yield _decision(material, passage, (passage.start, end), "decision.column", 68)


def decisions(material: Material) -> Iterator[Record]:
    previous_lead, last = False, ""
    for passage in material.passages:
        if passage.kind in ("heading", "row") and passage.section != "decisions":
            previous_lead = bool(_ALONE.fullmatch(material.text, passage.start, passage.end))
            continue
        words = material.text[passage.start : passage.end]
        match = _DECISION.search(words)
        label = _LETTERED.match(words)
        goes_on = bool(last and label and ord(label["label"]) == ord(last) + 1)
        if _ALONE.fullmatch(words):
            previous_lead = True
            continue
        if match is not None and _OPENS.fullmatch(match["words"]):
            previous_lead = True
            continue
        if match is not None:
            span = passage.start + match.start("words"), passage.end
            yield _decision(material, passage, span, "decision.marked", 70)
        elif _FORM.match(words):
            continue
        elif (
            previous_lead
            or goes_on
            or (
                passage.section == "decisions"
                and passage.kind != "heading"
                and material.profile.type in ("minutes", "decision")
            )
        ):
            span = passage.body, passage.end
            yield _decision(material, passage, span, "decision.headed", _LESS)
        elif (
            (_DECIDED.search(words) or _clause(words))
            and not _UNDECIDED.search(words)
            and material.profile.type in ("minutes", "decision")
        ):
            span = _clause(words) or (passage.body - passage.start, len(words))
            at = passage.start + span[0], passage.start + span[1]
            yield _decision(material, passage, at, "decision.prose", 40)
        last = label["label"] if label and (previous_lead or goes_on) else ""
        previous_lead = False


# "VD approved the virement", "Governors agreed to fund a fourth van at £9,000": what was settled.
_SETTLED = worded(
    "adopted|agreed|approved|authorised|decided|endorsed|ratified|resolved|signed off|supported",
    r"(?:(?:[Tt]he )?(?:PCC|PFCC|(?:Deputy )?(?:Commissioner|Mayor)|Board|Panel|Committee|Cabinet"
    r"|Council|Governors|Trustees|Members|Authority)|\b[A-Z]{2,4}|[Ii]t was)(?: \([A-Z]{2,4}\))? "
    r"(?:(?:has|have|had|then|also|therefore|formally) ){0,2}"
    r"(?P<said>(?:unanimously )?(?:approved|authorised|signed off|ratified|adopted|endorsed"
    r"|supported"
    r"|(?:resolved|agreed|decided)(?:, [^,]{3,40},)? to (?:approve|fund|release|support|lease|buy"
    r"|sell|purchase|pay|spend|meet|freeze|set|extend|award|renew|the use of|adopt|increase|raise"
    r"|close|accept|appoint|recommend)) [^.;]{4,}?)"
    r"(?=(?: at (?:a cost of )?£|,? (?:subject to|on condition|provided|although|but|with the)\b"
    r"|, (?:and|which)\b| \(|[;.]|$))",
)


def _clause(words: str) -> tuple[int, int] | None:
    """Where the words of a decision stand in a sentence: from its verb to what is said of it."""
    match = _SETTLED.search(words)
    return match.span("said") if match else None


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

"""What is recommended in the bare form of its verb: "recommends that agencies share a record".

Who recommends may be anybody who looks into something: an inspector, an auditor, a review, a
committee. "We advise that the posts be filled", "the recommendation that the service make sure",
"two recommendations: that a check be made; and that access be limited", "its recommendations were
to count the stock, to part two duties, and to report losses", "(c) that a deputy be appointed".
"""

import re
from collections.abc import Iterator

from answerable.reading.clauses import Passage
from answerable.reading.deadlines import Deadline, deadline
from answerable.reading.findings.duties.duties_joined import ANY_VERB, apart
from answerable.reading.findings.duties.duty_records import duty_record
from answerable.reading.findings.duties.duty_told import NONE_MADE
from answerable.reading.findings.duties.duty_words import Duty, bare
from answerable.reading.layout.canonical_text import Span
from answerable.reading.material import Material
from answerable.reading.modals import MODAL, NOT_TAKEN, SUBJECT
from answerable.reading.records import Record
from answerable.reading.worded import worded

_ASKS = (
    r"(?:\b[Rr]ecommend(?:s|ed|ing|ations?)?\b|\b(?:[Ww]e|I) (?:\w+ )?(?:advise|suggest)\b)"
    r"(?: (?:strongly|also|further|again))?"
)
# "recommended to the Council that …", "recommendations, made in May, that …".
_THAT = re.compile(_ASKS + r"(?P<gap>[^.;:?]{0,70}?)(?:,|:)? that (?P<all>[^.?]{12,400})")
# "There remained the recommendation that it do this and the one that it do that".
_PARTS = re.compile(r"(?:;|,)? and (?:the one )?that |; that ")
_WERE_TO = re.compile(
    r"\b[Rr]ecommendations?\b(?:[^.;:]{0,50}? (?:was|were|is|are)(?: these)?:?"
    r"|[^.;:]{0,40}:) (?:one )?to "
    r"(?P<all>[a-z][^.;]{12,400})"
)
_TO_PARTS = re.compile(
    r",? and (?:by|within|before) [^,;.]{3,30}?,? to (?=[a-z])|,(?: and)? to (?=[a-z])"
    r"| and to (?=[a-z])"
)
_NAMELY = re.compile(
    r"\b(?:[Rr]ecommendations?|of these|of them)\b[^.;]{0,60}\bnamely,? to (?P<do>[a-z]+ "
    r"[^.;,]{8,220})"
)
_BRACKETED = re.compile(
    r"\b(?:the|one) (?:first|second|third|fourth|fifth|last|other|next|remaining|only|one)"
    r"(?: recommendation| of these| of them)? \(that (?P<all>[^()]{12,220})\)"
)
_ORDINAL = re.compile(
    r"(?:^|[.;] )\W*[Tt]he (?:one|first|second|third|other|last|only one)(?: (?:that was )?\w+)?"
    r"(?: recommendation)?(?: (?:was|is)|,) that (?P<all>[^.;?]{12,260}?)(?=[.;?]|$|, (?:is|was"
    r"|has|had"
    r"|which|remains|we|I|he|she|they)\b)"
)
_OF_SEVERAL = re.compile(r"\brecommendations?\b", re.IGNORECASE)
# "R4 that the group be reconvened", "(c) that a deputy be appointed".
_LINE = re.compile(
    r"\W*(?:R ?\d{1,2}[.:)]?|\(?(?:\d{1,2}|[a-h]|[ivx]{1,4})[.)])? ?[Tt]hat (?P<all>[^?]{12,300})$"
)
_R_NUMBER = re.compile(r"\W*R ?\d{1,2}[.:)]? ")
_WHO = (
    rf"(?:{SUBJECT}|s?he|(?:every|each|any) (?:\w+ )??(?!(?:is|was|has)\b)\w+"
    r"|(?:(?:all|both|the|its|their|each"
    rf"|every|any|his|her|our|these|those|local"
    r"|other|two|three|four) ){0,3}(?:\w+ )?(?:agenc(?:y|ies)|partners|officers?|staff|members"
    r"|schools|hospitals|trusts|councils|forces|services|supervisors|managers|firefighters?"
    r"|sergeants?|inspectors|detectives|teams?|board|panel|committee|group|cabinet|chair|clerk"
    r"|governors?|leaders|employers|practices|surgeries|departments?|directors?|headteachers?))"
)
_ACTIVE = re.compile(
    rf"(?P<who>{_WHO})(?: (?:also|now|then|therefore|urgently|immediately))?"
    r"(?:,? (?:by|within|before|in) [^,;.]{3,40},)? (?P<do>(?!(?:is|are|was|were|has|had|does"
    r"|did|do"
    r"|will|would|could|can|may|might|be|been|being|and|or|of|in|at|on|for|to|with|who|which|that"
    r"|from|not|no|the|a|an|should|must|shall|needs?|ought)\b)(?-i:[a-z])[a-z-]* ?[^;]{3,300})",
    re.IGNORECASE,
)
_PASSIVE = re.compile(
    r"(?:(?:the|an?|all|any|more|each|every|no|its|this|these|those|further|both|his|her|their|two"
    r"|three|four|[a-z-]+|£[\d,.]+\w*) )[^;]{0,110}?\b(?:not )?be (?:[a-z]+ly )?"
    r"(?!(?:noted|received|approved|agreed|endorsed|accepted|adopted|welcomed|thanked|confirmed"
    r"|signed"
    r"|supported|able|recommended|asked|invited|requested|urged)\b)[a-z]+(?:ed|en|wn|de|ld|ght"
    r"|pt|id"
    r"|ut|in|on|ne|t)?\b|no [a-z]+(?: [a-z]+){0,3} (?:is|are) (?:[a-z]+ly )?[a-z]+(?:ed|en|ne|t"
    r"|wn)\b",
)
# "recommends that the policy should be reviewed": the thing, since nobody is named to do it.
_SHOULD_BE = re.compile(
    rf"(?!(?:{_WHO}|s?he|it|they|we|you|all|everyone|nobody|that|this|there) )"
    r"(?:[\w’'&-]+ ){1,12}?(?:should|must|ought to) (?:not |also |now )?be (?:[a-z]+ly )?"
    r"[a-z]+(?:ed|en|wn|de|ld|ght|pt|id|ut|in|on|ne|t)\b[^;]*?"
    r"(?=, (?:was|is|were|are|has|had|have)\b|;|$|, and (?:that|it|they)\b)",
    re.IGNORECASE,
)
_DENIED = re.compile(
    r"\b(?:no|not|never|n[’']t|declined to|refused to|whether to|without|if|against|considered"
    r"|could|might|may|would|minded to|pressed to|asked to|invited to|urged to|tempted "
    r"to)\b[^.;:]{0,30}$|n[’']t [^.;:]{0,20}$",
    re.IGNORECASE,
)
_ANY = worded(
    "advise|ecommend|ECOMMEND|suggest",
    r"ecommend|ECOMMEND|\b(?:[Ww]e|I) (?:\w+ )?(?:advise|suggest)\b",
)
_NO_PAPER = ("agenda",)
# "the recommendations that we believe …", "that it made in 2031": of the paper, and no duty.
_RELATIVE = re.compile(r"(?:made|gave|set|put|saw|\w{2,}(?<!e)ed|believe|think|hope|expect)\b")
_AGREES = re.compile(r"agree (?:an?|one|with|how|who|when)\b")
_OURS = re.compile(r"(?:we|I)$", re.IGNORECASE)
_WE_ASK = re.compile(r"\b(?:[Ww]e|I) (?:[\w’]+ ){0,3}?(?:recommend|advise|suggest)")
# "that crews take the pictures down", "that the PDU give managers time": whoever is to do it.
_ANYBODY = re.compile(
    r"(?P<who>(?!(?:if|when|where|there|it|this|because)\b)(?:(?!\b(?:is|are|was|were|has|have"
    r"|had|who|which|that|to|be|will|would|by|no|not|should|must)\b)[\w’'&-]+ ){1,7}?)"
    r"(?<!\bthe )(?<!\ban )(?<!\ba )(?<!\bits )(?<!\btheir )(?<!\bour )(?<!\bof )(?<!\bin )"
    rf"(?<!\bfor )(?P<do>(?:{ANY_VERB})(?:e?s)? (?!(?:be|of|is|are|was|were|and|or|for|at|will)\b)"
    r"[^;]{3,300})"
)
_ABOVE = 12  # blocks between the line that recommends and one of its lines
_LEAST = 12  # characters


def records(material: Material) -> Iterator[Record]:
    """One recommendation for each clause in that form."""
    if material.profile.type in _NO_PAPER or _ANY.search(material.text) is None:
        return
    for passage in material.passages:
        if passage.kind in ("row", "heading") or passage.section in ("definitions", "attendance"):
            continue
        words = material.text[passage.start : passage.end]
        in_list = passage.body > passage.start
        if not in_list and "that " not in words and "to " not in words and "hat " not in words:
            continue
        for span in _spans(material, passage, words):
            yield from _record(material, passage, span)


def _spans(material: Material, passage: Passage, words: str) -> Iterator[tuple[int, int]]:
    """The clauses of a sentence, or the one of a line: where each begins and ends."""
    listed = _of_list(material, passage, words)
    if listed is not None:
        yield listed
        return
    line = _LINE.match(words)
    if line is not None and (_R_NUMBER.match(words) or _led(material, passage)):
        yield line.span("all")
        return
    told = _BRACKETED.search(words) or _ORDINAL.search(words)
    if told is not None and (
        _OF_SEVERAL.search(words, 0, told.start("all")) or _of_above(material, passage)
    ):
        yield told.span("all")
        return
    match = _THAT.search(words)
    were = _WERE_TO.search(words)
    before = were is not None and match is not None and were.start("all") < match.start("all")
    if match is not None and not before and not _denied(words, match):
        yield from _apart(words, match.span("all"), _PARTS)
        return
    if were is not None and not _denied(words, were):
        yield from _apart(words, were.span("all"), _TO_PARTS)
        return
    named = _NAMELY.search(words)
    if named is not None:
        yield named.span("do")


# "The panel recommends that:", above lines in that form.
_RECOMMENDS_THAT = re.compile(
    r"\b[Rr]ecommend(?:s|ed|ations?)?\b[^.;:?]{0,60}\bthat(?: [^.;:?]{0,40})?:$"
)
_WHEN_FIRST = re.compile(
    r"(?:(?:by|within|before|from|no later than) [^,;.]{3,40}|with immediate effect|immediately"
    r"|urgently|as a matter of urgency),? (?=[a-z])",
    re.IGNORECASE,
)


def _item_above(material: Material, passage: Passage) -> Span | None:
    """The line with a colon, itself of a list, above a run of lines."""
    blocks = material.canonical.blocks
    for at in range(passage.block - 1, max(passage.block - _ABOVE, -1), -1):
        if material.text[blocks[at].start : blocks[at].end].rstrip().endswith(":"):
            return Span(blocks[at].start, blocks[at].end)
        if blocks[at].kind != "item":
            return None
    return None


def _due_before(material: Material, start: int) -> Deadline | None:
    """The day right before what is to be done: "and by 31 May to give …", "by 1 May, it gives"."""
    led = _DAY_BEFORE.search(material.text, max(start - 60, 0), start)
    return deadline(material.text, *led.span("due")) if led else None


_DAY_BEFORE = re.compile(
    r"(?:\band |\n|[.)] |[•*-] |: )(?P<due>(?:by|within|before|with immediate effect"
    r"|immediately)[^;.:\n]{0,36}?)(?:,? to|,(?: (?:the |[A-Z])[\w ]{2,30})?) $",
    re.IGNORECASE,
)


def _of_list(material: Material, passage: Passage, words: str) -> tuple[int, int] | None:
    """A line of a list whose lead recommends "that": without the day that stands first."""
    if passage.kind == "row" or passage.body == passage.start:
        return None
    lead = passage.lead
    if lead is None or lead.start >= passage.start:
        lead = _item_above(material, passage)
    if lead is None or not _RECOMMENDS_THAT.search(
        material.text, max(lead.start, lead.end - 160), lead.end
    ):
        return None
    begin = passage.body - passage.start
    first = _WHEN_FIRST.match(words, begin)
    return (first.end() if first else begin), len(words)


def _denied(words: str, match: re.Match[str]) -> bool:
    return (
        _DENIED.search(words[: match.start()][-60:]) is not None
        or NONE_MADE.search(words) is not None
        or _DENIED.search(match.groupdict().get("gap") or "") is not None
    )


def _apart(
    words: str, span: tuple[int, int], joints: re.Pattern[str]
) -> Iterator[tuple[int, int]]:
    at = span[0]
    for joint in [*joints.finditer(words, *span), None]:
        stop = joint.start() if joint else span[1]
        if stop - at >= _LEAST:
            yield at, stop
        at = joint.end() if joint else stop


def _of_above(material: Material, passage: Passage) -> bool:
    before = material.before(passage)
    return (
        before is not None
        and _OF_SEVERAL.search(material.text, before.start, before.end) is not None
    )


def _led(material: Material, passage: Passage) -> bool:
    """Whether the line above a run of such lines recommends."""
    if passage.section == "recommendations":
        return True
    blocks = material.canonical.blocks
    for at in range(passage.block - 1, max(passage.block - _ABOVE, -1), -1):
        words = material.text[blocks[at].start : blocks[at].end]
        if _LINE.match(words):
            continue
        ends = words.rstrip().endswith((":", "–", "-")) or bool(_TO_WHOM.fullmatch(words))
        return ends and re.search(r"\b[Rr]ecommend|RECOMMEND", words) is not None
    return False


# "RECOMMENDED to Cabinet", above "(1) that the plan name an owner": of what, and not of whom.
_TO_WHOM = re.compile(r"\W*RECOMMENDED(?: (?:to|TO) [A-Z][\w ]{2,40})?(?: that)?\W*")


def _recommended_below(material: Material, passage: Passage) -> bool:
    """Whether a line "(2) that …" stands in a list below such words alone."""
    blocks = material.canonical.blocks
    words = material.text[passage.start : passage.end]
    for at in range(passage.block - 1, max(passage.block - _ABOVE, -1), -1):
        if _LINE.match(words) is None:
            return False
        words = material.text[blocks[at].start : blocks[at].end]
        if _TO_WHOM.fullmatch(words):
            return True
    return False


def _record(material: Material, passage: Passage, span: tuple[int, int]) -> Iterator[Record]:
    """The record of a clause, without its subject where somebody is to do it."""
    start, end = passage.start + span[0], passage.start + span[1]
    words = material.text[start:end]
    to_do = material.text[max(start - 4, 0) : start].rstrip().endswith("to")
    who: tuple[int, int] | None = None
    head = words[:90]
    taken = NOT_TAKEN.match(words.removeprefix("the ")) and not _AGREES.match(words)
    thing = None if to_do else _SHOULD_BE.match(words)
    if thing is not None:
        yield _of_thing(material, passage, (start, start + thing.end()))
    if MODAL.search(head) or taken:
        return
    listed = _recommended_below(material, passage)
    passive = _PASSIVE.match(words)
    active = None if passive or to_do else _ACTIVE.match(words)
    active = active or (None if passive or to_do or listed else _ANYBODY.match(words))
    if active is not None:
        before = material.text[passage.start : start]
        ours = _OURS.match(active["who"]) is not None and _WE_ASK.search(before)
        relative = _RELATIVE.match(active["do"]) and not _VERB_THAT.search(before)
        if NOT_TAKEN.match(active["do"]) or relative or ours:
            return
        who = start + active.start("who"), start + active.end("who")
        start += active.start("do")
    elif passive is None and not to_do and not listed:
        return
    own = bare(material, start, end)
    if own[1] - own[0] < _LEAST:
        return
    for one in apart(material, Duty(own, who, "recommends", "prose.bare-verb"), named=False):
        yield duty_record(
            material,
            passage,
            one.span,
            who=one.who,
            modal="recommends",
            due=deadline(material.text, *one.span) or _due_before(material, start),
            cause=None,
            number=None,
            outside=False,
            rule=one.rule,
            weight=61,
        )


def _of_thing(material: Material, passage: Passage, span: tuple[int, int]) -> Record:
    """What is to be done with a thing: heavier than what only its "should" tells."""
    own = bare(material, *span)
    return duty_record(
        material,
        passage,
        own,
        who=None,
        modal="should",
        due=deadline(material.text, *own) or _due_before(material, span[0]),
        cause=None,
        number=None,
        outside=False,
        rule="prose.bare-verb",
        weight=76,
    )


_VERB_THAT = re.compile(
    r"\b(?:to|[Ww]e|I|[Ii]t|[Tt]hey|and|s?he|\w+s?) (?:\w+ly )?recommend(?:s|ed)? (?:\w+ly )?"
    r"(?:to [^.;:]{3,50} )?that $"
)

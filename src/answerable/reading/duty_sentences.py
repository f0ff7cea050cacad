"""A sentence that recommends: "should" in its section, "recommended that", "was told to"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from answerable.reading.clauses import Passage
from answerable.reading.deadlines import deadline
from answerable.reading.duty_records import NUMBERED, RECOMMENDS, modality
from answerable.reading.material import Material, inspected
from answerable.reading.modals import Obliged, obliged

SUBJECT = (
    r"(?:(?:the |this |all |each |every |its )?(?:force|forces|service|services|constabulary"
    r"|trust|council|local authority|authority|provider|school|hospital|prison|unit|partnership"
    r"|leaders|managers|governor|inspectorate|government|organisation|commissioner"
    r"|chief constables?|chief fire officer|chief executive|registered manager"
    r"|college of policing|home office|ministers|NPCC|PCC|it|they|you|we)"
    r"|(?:the )?(?-i:[A-Z])[\w’&'-]*(?: (?:and|of|&|the|for|(?-i:[A-Z])[\w’&'-]*)){0,7})"
)
_RECOMMENDED_TO = re.compile(
    rf"\b(?:recommends?|recommended|urges?|urged|calls? on|called on|requested|requests)"
    rf"(?: that)? (?P<who>{SUBJECT}),? (?:should |to |must )?(?P<do>[a-z][^.;]{{12,400}})",
    re.IGNORECASE,
)
# "The force has been told to publish …", "the watchdog ordered it to review …".
_TELLS = re.compile(r"\b(?:told|ordered|urged|instructed|directed|asked|required|advised)\b")
_VERB_OF_TELLING = r"(?P<verb>told|ordered|urged|instructed|directed|asked|required|advised)"
_TO_DO = r"to (?P<do>[a-z][^.;]{8,300})"
_TOLD_TO = (
    re.compile(
        rf"(?:^|[,;:.] |\band |\b(?:said|that) )(?P<who>{SUBJECT}) (?:has |have |had )?"
        rf"(?:been |was |were )(?:also |now |since |then )?{_VERB_OF_TELLING}"
        rf"(?: by [^,.;]{{3,50}})? {_TO_DO}",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:it|they|inspectors|the (?:watchdog|inspectorate|regulator|report|letter)"
        rf"|HMIC(?:FRS)?|Ofsted|(?:the )?CQC)(?: has| have)?(?: also| then)? {_VERB_OF_TELLING}"
        rf" (?P<who>{SUBJECT}) {_TO_DO}",
        re.IGNORECASE,
    ),
)
_ORDERS = ("ordered", "directed", "required")
_VERB_WORDS = (
    "add address adopt agree appoint arrange assess buy build carry check clarify complete conduct"
    " consider contact create define develop embed ensure establish evaluate expand find give hold"
    " identify implement improve increase introduce make monitor prepare produce provide publish"
    " put recruit record reduce report retrain review set share stop strengthen take tell train"
    " update use work write"
)
VERBS = "|".join(_VERB_WORDS.split())
# "That the Commissioner publishes …" under "Recommendation 3:".
_THAT = re.compile(rf"[Tt]hat (?P<who>{SUBJECT}),? (?P<do>[a-z][^;]{{8,400}})", re.IGNORECASE)
# "Recommendation 2: Anyshire Council to agree a protocol".
_WHO_TO = re.compile(rf"(?P<who>{SUBJECT}) to (?P<do>(?:{VERBS})\b[^;]{{8,400}})", re.IGNORECASE)
_ONLY_TAKEN = re.compile(
    r"(?:is |are |was |be )|(?:also )?(?:notes?|receives?|approves?|agrees?|endorses?|considers?"
    r"|accepts?|delegates?|supports?|resolves?|recommends?)\b",
    re.IGNORECASE,
)
_OWN_NUMBER = re.compile(r"\W*R\d{1,2}[.:]?\s")
_STOP = re.compile(r"[\s;.,:]*(?:[;,]? ?\b(?:and|or))?[\s;.,:]*$")
CONDITION = re.compile(
    r"\b(?:should|must) (?:then )?(?:provide|send|submit|give) (?:it to )?us\b|^\W*(?:if|whether"
    r"|unless|had|would|you (?:should|must) (?:send|submit|provide|let))\b"
    r"|\b(?:as it should|should (?:be able|have been|not be surprised|you|anyone|there be)"
    r"|we (?:should|must|need) (?:not|note)|should be (?:praised|proud|congratulated|treated|read"
    r"|noted|viewed|seen|interpreted|considered (?:alongside|as|in the)|read alongside)"
    r"|(?:plan|letter|response|report) (?:should|must) set out)\b",
    re.IGNORECASE,
)
_THEY_SAID = re.compile(
    r"^\W*(?:They|It|The (?:report|letter|inspectors)|He|She)(?: have| has)? (?:also |then )?"
    r"(?:said|added|warned|concluded|told [^.,]{3,30})\b"
)
_INSPECTS = re.compile(
    r"\b(?:inspect(?:ors?|orate|ion)s?|HMIC(?:FRS)?|HMI|watchdogs?|regulators?|Ofsted|CQC)\b", re.I
)
_NOT_DUTY = re.compile(r"\s*(?:not only\b|have\b|not have to\b|not need\b)")


@dataclass(frozen=True, slots=True)
class Duty:
    """What is to be done, by whom, with what verb. `whole`: a later "by …" is its deadline."""

    span: tuple[int, int]
    who: tuple[int, int] | None
    modal: str
    rule: str
    whole: bool = True


def sentence(material: Material, passage: Passage, words: str) -> Iterator[Duty]:
    """The duties of a sentence that recommends; several where it joins several."""
    label = NUMBERED.match(words)
    labelled = label is not None and bool(
        label["number"] or label.group().rstrip()[-1:] in ":.–—-)"
    )
    named = (
        passage.section in ("recommendations", "afi")
        or labelled
        or _OWN_NUMBER.match(words) is not None
    )
    if CONDITION.search(words):
        return
    recommends = RECOMMENDS.search(words) is not None or _they_said(material, passage, words)
    duty = next(obliged(words), None)
    dated = (
        duty is not None
        and material.profile.type.startswith("inspection")
        and deadline(material.text, passage.start, passage.end) is not None
    )
    if duty is not None and (named or recommends or dated):
        after = label.end() if label is not None and labelled else 0
        one = _obliged(material, passage, words, duty, named=named, after=after)
    elif duty is None and (named or recommends):
        one = _without_verb(material, passage, words, named=named, recommended=recommends)
    else:
        one = None
    one = one or (None if named else _told_to(material, passage, words))
    if one is not None:
        yield from _apart(material, one, named=named and labelled)


def _they_said(material: Material, passage: Passage, words: str) -> bool:
    """ "They said it must …", after a sentence about inspectors."""
    if not _THEY_SAID.match(words):
        return False
    above = material.before(passage)
    for _ in range(2):
        if above is None:
            return False
        if _INSPECTS.search(material.text, above.start, above.end):
            return True
        above = material.before(above)
    return False


def _obliged(
    material: Material,
    passage: Passage,
    words: str,
    duty: Obliged,
    *,
    named: bool,
    after: int,
) -> Duty | None:
    """The duty of a sentence; who is to do it stands behind its label, which ends at `after`."""
    if _NOT_DUTY.match(words[duty.end :]):
        return None
    begin = passage.start + duty.end
    while material.text[begin] in " ,:":
        begin += 1
    rule = "section" if named else "prose"
    return Duty(
        bare(material, begin, passage.end),
        (passage.start + max(duty.who[0], after), passage.start + max(duty.who[1], after)),
        duty.modal,
        f"{rule}.{modality(duty.modal)}",
    )


def _told_to(material: Material, passage: Passage, words: str) -> Duty | None:
    """A body told, asked or ordered to do something, where inspectors are spoken of."""
    kind = material.profile.type
    if not kind.startswith(("inspection", "press", "news", "statutory")):
        return None
    if not _TELLS.search(words):
        return None
    told = next((one for pattern in _TOLD_TO if (one := pattern.search(words))), None)
    if told is None:
        return None
    who = passage.start + told.start("who"), passage.start + told.end("who")
    anybody = re.match(r"(?:it|they|you|we)$", told["who"], re.IGNORECASE)
    of_body = re.match(r"(?:the |all )?[a-z]", told["who"]) or inspected(material.within(*who))
    near = _INSPECTS.search(words) or any(
        _INSPECTS.search(material.text, one.start, one.end)
        for one in (material.before(passage),)
        if one is not None
    )
    if anybody or not of_body or not near:
        return None
    modal = "must" if told["verb"].lower() in _ORDERS else "recommends"
    span = bare(material, passage.start + told.start("do"), passage.start + told.end("do"))
    return Duty(span, who, modal, "prose.told-to")


def _without_verb(
    material: Material, passage: Passage, words: str, *, named: bool, recommended: bool
) -> Duty | None:
    """A recommendation that has no "should": a noun, an order, or "recommends that"."""
    if _NEEDS.match(passage.heading) and passage.kind == "item":
        span = bare(material, passage.body, passage.end)
        return Duty(span, None, "needs to", "section.needs")
    told = _RECOMMENDED_TO.search(words) if recommended else None
    if told is not None:
        span = bare(material, passage.start + told.start("do"), passage.end)
        who = passage.start + told.start("who"), passage.start + told.end("who")
        return Duty(span, who, "recommends", "prose.recommends")
    start = passage.body + _label_end(words, passage)
    if not named:
        return None
    if _imperative(words, passage):
        modal = "must" if re.search(r"\bmust\b", passage.heading, re.IGNORECASE) else "should"
        return Duty(bare(material, start, passage.end), None, modal, "section.imperative")
    text = material.text[start : passage.end]
    that = _THAT.match(text)
    that = _WHO_TO.match(text) if that is None or _ONLY_TAKEN.match(that["do"]) else that
    if that is None:
        return None
    span = bare(material, start + that.start("do"), passage.end)
    who = start + that.start("who"), start + that.end("who")
    return Duty(span, who, "recommends", "section.that")


# "… improve the way it passes reports and that it publish …"
_AND_THAT = re.compile(
    rf",? and (?:that (?P<who>{SUBJECT}),? (?:(?:should|must) )?|(?:must|should) (?:also )?)"
    r"(?=[a-z])",
    re.IGNORECASE,
)


def _apart(material: Material, one: Duty, *, named: bool) -> Iterator[Duty]:
    """One duty for each clause that "and that" joins; outside of numbers, each "and" + verb."""
    start, end = one.span
    words = material.text[start:end]
    second = _SECOND.search(words) or _AND_SAID.search(words)
    if second is not None and second.start() > 12:
        words = words[: second.start()]
        end = start + second.start()
        one = replace(one, span=(start, end))
    cut = _AND_THAT.search(words)
    if cut is None and not named and one.rule.startswith("prose"):
        cut = _AND_VERB.search(words)
    if cut is None or cut.start() < 12 or len(words) - cut.end() < 12:
        yield one
        return
    yield replace(one, span=bare(material, start, start + cut.start()), whole=False)
    group = cut.groupdict().get("who")
    who = (start + cut.start("who"), start + cut.end("who")) if group else one.who
    own = who if group and not re.match(r"(?:it|they)$", group, re.IGNORECASE) else one.who
    yield replace(one, span=(start + cut.end(), end), who=own, whole=False)


_AND_SAID = re.compile(
    r",? (?:and|but|while) (?:also )?(?:said|says|warned|added|found|noted|praised|it (?:said"
    r"|found)"
    r"|inspectors)\b"
)
# "…; the plan should be reviewed each year": another sentence in all but its mark.
_SECOND = re.compile(r"; (?:and )?(?:the|this|it|they|these)\b[^;]{0,60}\b(?:should|must|will)\b")
_NEEDS = re.compile(
    r"(?:what\b.{0,50}\bneeds? to\b.{0,12}\bimprove|areas? for (?:further )?development"
    r"|next steps$)",
    re.IGNORECASE,
)
_VERB = re.compile(rf"(?:To )?(?:{VERBS})\b", re.IGNORECASE)
_AND_VERB = re.compile(rf",? and (?:also |then )?(?=(?:{VERBS})\b (?!to\b))")


def _label_end(words: str, passage: Passage) -> int:
    label = NUMBERED.match(words[passage.body - passage.start :])
    return label.end() if label else 0


def _imperative(words: str, passage: Passage) -> bool:
    plain = words[passage.body - passage.start + _label_end(words, passage) :]
    return bool(_VERB.match(plain)) and (
        passage.kind == "item" or _label_end(words, passage) > 0 or passage.body > passage.start
    )


def bare(material: Material, start: int, end: int) -> tuple[int, int]:
    """Without the end mark and a joining "and"."""
    tail = _STOP.search(material.text[start:end])
    stop = start + tail.start() if tail else end
    return (start, stop) if stop > start else (start, end)

"""Causes of concern that are retold beside a paper of inspectors, and not with their verb.

"HMI's letter was read out. Detainees are not kept safe." (the sentence after the one that names
the paper); "The force is too slow, the inspectorate has said."; "the backlog, which we regard as a
cause of concern"; "their priority concerns: drugs were everywhere; cells were filthy"; "(1) That
nurses could not see the record", of a coroner's matters of concern.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from answerable.reading.clauses import Passage
from answerable.reading.findings.causes import cause_words as say
from answerable.reading.findings.causes.cause_records import concern
from answerable.reading.findings.falling_short import FALLS_SHORT, obliges
from answerable.reading.material import Material
from answerable.reading.modals import MAY, MODAL
from answerable.reading.records import Record
from answerable.reading.scales import GRADE
from answerable.reading.worded import worded

_INSPECTOR = (
    r"(?:inspectors?|inspectorates?|HMI(?:CFRS|C)?|HM Inspectors?|watchdogs?|regulator|coroner"
    r"|Ofsted|CQC|Estyn)"
)
_PAPER = re.compile(
    rf"\b{_INSPECTOR}(?:[’']s?)?(?: of \w+)?(?: [A-Z]\w+[’']s)? (?:\w+ ){{0,2}}(?:letter|report"
    r"|findings?|concerns?)\b|\b(?:letter|report) (?:of|from|by) (?:the )?(?:HM |police |fire )*"
    rf"{_INSPECTOR}",
    re.IGNORECASE,
)
_NAMED = ("inspect", "hmi", "watchdog", "regulat", "coroner", "ofsted", "cqc", "estyn")
_TAKES = re.compile(
    r"\b(?:referred|read|introduced|considered|raised|quoted|turned|opened|began|reminded|recalled"
    r"|noted|discussed|received|set out|shared|circulated|summarised)\b",
    re.IGNORECASE,
)
_PAPER_LONG = 130  # characters of a sentence that only names the paper
_OTHER_VOICE = re.compile(
    r"\W*(?:I|We|He|She|Mr|Mrs|Ms|Cllr|Councillor|Members?|The (?:Chair|Commissioner|Chief|Panel"
    r"|Board|Committee|Deputy|Assistant)|[A-Z]{2,3}\b)\b(?! are not keeping)"
    r"(?! (?:are|do|did|have|had|can|could|were)(?: not|n[’']t)\b| cannot\b)"
    r"|.{0,200}\b(?:said|asked|replied|reported|wondered|thought|explained|added)\b"
)
_TOLD_THAT = re.compile(
    r"\W*(?:It|Members|The (?:[\w]+ )?(?:Panel|Board|Committee|force|service|constabulary|council"
    r"|trust)) (?:was|were|had been) (?:also |then )?(?:told|informed|advised|reminded) that "
    r"(?P<one>[a-z][^;:]{15,240}?)\W*$"
)
_GRADES_IT = re.compile(
    rf"\b{_INSPECTOR}\b[^.;]{{0,40}}\b(?:graded|rated|judged|found (?:the|us|it) (?:\w+ )?"
    r"(?=[“‘'\"]?inadequate))",
    re.IGNORECASE,
)
_SAYS = re.compile(r"\b(?:s(?:aid|ays?)|f(?:ou|i)nd|warn|conclude|ruled|report|wrote|added)")
_TELLER = rf"(?:{_INSPECTOR}|report|letter)"
_SAID_LAST = re.compile(
    r"\W*(?P<one>[A-Z][^;:]{20,260}?),[”\"’]? (?:(?:the|HM|his|police|fire|prison|an?|national"
    rf"|government) ){{0,3}}{_TELLER} (?:(?:has|have|had|also|now|today|yesterday) ){{0,2}}"
    r"(?:said|says?|found|finds?|warned|warns?|concluded?|ruled|reported)\b[^,;:]{0,40}\W*$"
    r"|\W*(?P<two>[A-Z][^;:]{20,260}?), (?:according to|in the (?:words|view) of)"
    rf" (?:(?:the|HM|his|[a-z]+|its) ){{0,3}}(?:{_INSPECTOR}|report|letter)\W*$"
)
_SAID_WITHIN = re.compile(
    rf"\W*[A-Z][^,;:]{{15,140}}, (?:they|(?:the )?(?:\w+ )?{_TELLER}) (?:said|says?|found|wrote"
    r"|added|warned)(?:, (?:and|but) [^;:]{10,160})?\W*$"
)
# "the backlog of applications, which we now regard as a cause of concern".
_RELATIVE = re.compile(
    r"(?P<one>\b(?:the|its|your|their|how|an?) (?:(?! (?:the|to|at|is|are"
    r"|will)\b)[^.;:,]){8,90}, (?:which|that)\b[^.;:]{0,50}\b"
    r"(?:regard(?:s|ed)?|treat(?:s|ed)?|consider(?:s|ed)?|judge[sd]?|see|described?|call(?:s|ed)?"
    rf"|is|was|remains)\b(?: \w+){{0,2}} (?:as )?(?:now )?an? (?:\w+ )?{say.TERM})"
    r"|(?P<two>\b(?:the|its|your|their|an?) (?:(?! (?:is|are|will|was|were)\b)[^.;:,]){8,120}), "
    r"(?:which|that) (?:was|is|ha[sd] been|became|remains) (?:our|the|its|their|my|an?)(?: \w+)? "
    r"(?:principal|main|chief|gravest|most serious|priority|first|worst) (?:cause of )?concern\b",
    re.IGNORECASE,
)
# "The inspectorate's cause of concern, staff still report bullying, has three recommendations."
_APPOSED = re.compile(
    r"\bcause of concern, (?:that )?(?P<one>[a-z][^,;:]{15,220}?), (?:has|is|was|had|remains?"
    r"|stays|carries|comes|came|will|would|still)\b"
)
_IN_LINE = re.compile(
    r"\b(?:(?:priority|main|key|serious|urgent|immediate|principal) (?:concerns|failings|failures)"
    r"|causes of concern|areas for priority action)\b[^.:;]{0,60}: "
    r"(?P<all>[a-z“\"‘(][^:]{30,500})"
)
_LIST_OF = re.compile(
    r"\b(?:causes? of concern|(?:priority|main|key|serious|urgent|principal) (?:concerns?|failings"
    r"|failures)|matters of concern)\b",
    re.IGNORECASE,
)
_LED = re.compile(r"[^:?]{0,90}\b(?:these|follow\w*|below|were|are|was|included?)\s?:$", re.I)
_FAILINGS = re.compile(
    r"(?:\W*|^.{0,60}\b(?:fieldwork|inspection|visit|review),? )(?:There (?:are|is|were|was)"
    r"|(?:We|I|Inspectors|The (?:regulator|inspectorate|inspection))(?: have| has)? (?:found"
    r"|identified|saw|uncovered)) (?:\w+ ){0,2}(?:serious|grave|significant|widespread|critical)"
    r" (?:\w+ )?(?:failings?|failures?|concerns?|weaknesses|shortcomings?)\b[^.:;]{0,60}\.$"
)
_NUMBERED = re.compile(
    r"\W*\(?(?:\d{1,2}|[a-h]|[ivx]{1,4})[.)] ?[Tt]hat (?P<one>[^;:]{15,220}?)[.;]?$"
)
_MATTERS = re.compile(
    r"\b(?:matters|causes|points|areas) of concern\b|\b(?:coroner|inspect\w+)[’']s concerns\b",
    re.IGNORECASE,
)
_DISPUTED = re.compile(
    r"\W*(?:With respect|We (?:do not|don[’']t|cannot) (?:accept|agree)|I (?:do not|don[’']t)"
    r" (?:accept|agree)|This is (?:not|wrong)|Not accepted|That is (?:not|wrong))\b"
)
_WORRIED = re.compile(
    r"\W*(?:We|I) (?:are|am|remain|were|was)(?: very| deeply| seriously| particularly| extremely"
    r"| gravely| so| still| also| increasingly)? (?:concerned|worried|alarmed|troubled) that "
    r"[^.;:]{15,220}\.?$"
)
_OUR_VISIT = worded(
    "inspect", r"\b(?:our|my) (?:\w+ ){0,2}inspection\b|\bwe inspect(?:ed)?\b", re.I
)
_ISSUED = re.compile(
    r"\b(?:issued|raised|sent|served|given|published|made|handed|announced)\b[^.;:]{0,60}\b(?:an?"
    rf"|one|another) (?:\w+ ){{0,2}}{say.TERM}\b[^.:;]{{0,80}}\.$",
    re.IGNORECASE,
)
_ON_BODY = re.compile(
    r"\W*(?:The (?:force|service|constabulary|trust|council|authority|prison|provider|company"
    r"|landlord)|It|Its|They|[A-Z][\w’'&-]+(?: [A-Z][\w’'&-]+){0,4}(?:[’']s [a-z]+)?) (?:is|are"
    r"|was|were|has|have|does|do|did|cannot|can|fails?|lacks?|could)\b"
)
_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|does|do|did|cannot|can|could|fails?|failed|lacks?|\w+ed"
    r"|spent|went|goes|go|sat|kept|left|lost)\b|n[’']t\b"
)
_SOFT = re.compile(
    rf"\b(?:if|{MAY}|might|improved|improving|progress|no longer|closed|met)\b"
    r"|\bgraded\b|\brated\b|\d%|\bper cent\b|\?$",
    re.IGNORECASE,
)
_GRADED = re.compile(GRADE, re.IGNORECASE)
_RESOLVES = re.compile(r"\bbe \w+(?:ed|en)\b")
_REPORTS = ("inspection-report",)
_PARTS = re.compile(r"; (?:and )?(?:that )?")
_LEAST, _MOST, _PART = 20, 330, 12  # characters
_LINE = 30  # characters: a byline or a date is shorter than a sentence
_STORY = 5  # blocks: title, writer and first lines of a story, which tells it later


def records(material: Material) -> Iterator[Record]:
    """One concern for each sentence, clause or line that retells one."""
    kind = material.profile.type
    text = material.text
    low = material.lowered
    speaks = any(word in low for word in ("concern", "failing", "failure"))
    termed = speaks and _LIST_OF.search(text) is not None
    if not (termed or any(word in low for word in _NAMED)):
        return
    grave = termed or (say.GRAVE.search(low) is not None and say.INSPECTS.search(text) is not None)
    ours = termed and _OUR_VISIT.search(text) is not None
    matters = termed and _MATTERS.search(text) is not None
    begun = False  # the first sentence of a story sums it up, and tells no concern by itself
    for passage in material.passages:
        if passage.kind in ("heading", "row") or passage.section in ("definitions", "attendance"):
            continue
        words = text[passage.start : passage.end]
        opens, begun = not begun, begun or (len(words) > _LINE and words.endswith("."))
        if termed:
            yield from _termed(material, passage, words, matters=matters)
        if kind in _REPORTS:
            continue
        above = _above(material, passage)
        told = _TOLD_THAT.match(words) if " that " in words else None
        if told is not None and _short(told["one"]) and _of_paper(above):
            yield _clause(material, passage, told.span("one"), "cause.after-paper")
            continue
        if _retold(passage, words, above, grave=grave) or (
            ours and _WORRIED.match(words) is not None
        ):
            yield concern(material, passage, passage.body, "cause.after-paper", weight=83)
        elif (
            (grave or passage.block >= _STORY)
            and "," in words
            and not opens
            and (_SAYS.search(words) or ", according to" in words)
        ):
            yield from _said_last(material, passage, words)


def _above(material: Material, passage: Passage) -> str:
    """The sentence before, if it stands in the same block or in the one right above."""
    before = material.before(passage)
    if before is None or before.kind == "row" or passage.block - before.block > 1:
        return ""
    return material.text[before.start : before.end]


def _retold(passage: Passage, words: str, above: str, *, grave: bool) -> bool:
    """Whether the sentence before names a paper, a concern or failings and this says which."""
    if not above or not _LEAST <= len(words) <= _MOST or words.endswith(("?", ":")):
        return False
    stated = grave and (
        _FAILINGS.match(above)
        or ("oncern" in above and _ISSUED.search(above) and _ON_BODY.match(words))
    )
    if not stated and (
        not _of_paper(above)
        or passage.kind == "key_value"
        or _OTHER_VOICE.match(words)
        or FALLS_SHORT.search(_GRADED.sub("", above))
        or _GRADES_IT.search(above)
    ):
        return False
    return _short_of(words)


def _short_of(words: str) -> bool:
    """Whether a sentence says what falls short and nothing of what must or might be done."""
    return FALLS_SHORT.search(words) is not None and not obliges(words) and not _SOFT.search(words)


def _of_paper(above: str) -> bool:
    """Whether a sentence only names a paper of inspectors, or tells their grade."""
    names = len(above) <= _PAPER_LONG and _PAPER.search(above) and _TAKES.search(above)
    return bool(names) or _GRADES_IT.search(above) is not None


_ONLY_EXAMPLES = re.compile(
    r"\W*(?:Examples? (?:include|of|are|is|range)|(?:This|These|They|Th(?:o|e)se \w+) include"
    r"|For (?:example|instance)\b|Among (?:them|these)\b)"
)


def _said_last(material: Material, passage: Passage, words: str) -> Iterator[Record]:
    """ "The force is too slow, the inspectorate has said": told before who says it."""
    if _ONLY_EXAMPLES.match(words):
        return
    last = _SAID_LAST.match(words)
    told = "one" if last is not None and last["one"] else "two"
    if last is not None and _short(last[told]):
        yield _clause(material, passage, last.span(told), "cause.said-last")
        return
    within = _SAID_WITHIN.match(words)
    if within is not None and _short(words):
        yield _clause(material, passage, (0, len(words)), "cause.said-last")


def _termed(
    material: Material, passage: Passage, words: str, *, matters: bool
) -> Iterator[Record]:
    """Forms that name the concern in the sentence, or in the one above a list.

    `matters`: the document speaks of matters of concern somewhere.
    """
    for pattern in (_RELATIVE, _APPOSED):
        match = pattern.search(words) if "concern" in words else None
        name = "two" if match and match.re is _RELATIVE and match["two"] else "one"
        stated = match is not None and (pattern is _RELATIVE or _VERB.search(match["one"]))
        if match is not None and stated and not _SOFT.search(match[name]):
            yield _clause(material, passage, match.span(name), "cause.named")
            return
    listed = _IN_LINE.search(words) if ";" in words else None
    if listed is not None and ";" in listed["all"]:
        at = listed.start("all")
        for joint in [*_PARTS.finditer(words, at), None]:
            stop = joint.start() if joint else listed.end("all")
            if _VERB.search(words, at, stop) and stop - at >= _PART:
                yield _clause(material, passage, (at, stop), "cause.in-line")
            at = joint.end() if joint else stop
        return
    numbered = _NUMBERED.match(words) if matters else None
    if numbered is not None and _MATTERS.search(material.text, 0, passage.start):
        after = material.after(passage)
        answer = material.text[after.start : after.end] if after else ""
        stated = _VERB.search(numbered["one"]) and not _RESOLVES.search(numbered["one"])
        if stated and not _DISPUTED.match(answer):
            yield _clause(material, passage, numbered.span("one"), "cause.numbered")
        return
    if passage.kind == "item" and _in_list(material, passage, words):
        that = _THAT.match(words, passage.body - passage.start)
        begin = that.end() if that else passage.body - passage.start
        yield _clause(material, passage, (begin, len(words)), "cause.in-list")


_THAT = re.compile(r"\W*that ")


def _in_list(material: Material, passage: Passage, words: str) -> bool:
    """A line of a list whose lead, or the sentence before it, speaks of such concerns."""
    lead = passage.lead
    if lead is None or lead.start >= passage.start or obliges(words) or _SOFT.search(words):
        return False
    if passage.start != material.canonical.blocks[passage.block].start:
        return False
    said = material.text[max(lead.start - 200, 0) : lead.end].rpartition("\n\n")[2]
    own = material.text[lead.start : lead.end]
    last = re.split(r"(?<=[.!?]) ", own)[-1]
    opens = _LED.match(last) is not None and MODAL.search(last) is None
    states = _THAT.match(words, passage.body - passage.start) or FALLS_SHORT.search(words)
    near = " ".join(re.split(r"(?<=[.!?]) ", said)[-2:])
    return opens and bool(states) and _LIST_OF.search(near) is not None


def _short(words: str) -> bool:
    """Whether a clause says what falls short, and nothing of grades, progress or conditions."""
    return _short_of(words) and not _GRADED.search(words)


def _clause(material: Material, passage: Passage, span: tuple[int, int], rule: str) -> Record:
    start, end = passage.start + span[0], passage.start + span[1]
    plain = material.text[start:end]
    start += len(plain) - len(plain.lstrip(' "“‘('))
    end -= len(plain) - len(plain.rstrip(' ;,"”’'))
    own = replace(passage, start=start, body=start, end=end)
    before = material.text[passage.start : start]
    return concern(material, own, start, rule, before=before, weight=86)

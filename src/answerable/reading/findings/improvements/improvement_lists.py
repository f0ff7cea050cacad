"""Areas for improvement that are told one after the other: in a list, a letter or one sentence.

"Our report gave you these areas for improvement: the force should …; the force should …".
"""

import re
from collections.abc import Iterator

from answerable.reading.bodies_meant import named_body
from answerable.reading.clauses import Passage
from answerable.reading.deadlines import deadline
from answerable.reading.findings.causes.cause_about import cuts
from answerable.reading.findings.causes.cause_about_forms import PREP
from answerable.reading.findings.duties.duty_records import LABEL, body
from answerable.reading.findings.duties.duty_words import bare
from answerable.reading.findings.falling_short import FALLS_SHORT
from answerable.reading.material import Material
from answerable.reading.numbers import value
from answerable.reading.records import Record, Value, record
from answerable.reading.worded import worded

_TERM = r"(?:AFIs?|areas? for improvement|issues? to address)"
_NAMED = re.compile(rf"\b{_TERM}\b", re.IGNORECASE)
_RUN = worded(
    "afi|for improvement|to address",
    rf"\b{_TERM}\b[^.:;?]{{0,70}}:\s+(?=\S)",
    re.IGNORECASE,
)
_MADE = re.compile(
    r"\b(?:it|this|that|they|these) (?:had been|have been|has been|was|were) "
    r"(?:made|set|given|raised|found|worded)\b[^.:;?]{0,40}:\s+(?=\S)",
    re.IGNORECASE,
)
# "There are three areas for improvement.", before a sentence that parts them by ";".
_COUNTED = re.compile(
    rf"\b(?:two|three|four|five|six|seven|eight|nine|\d|these|following|our) (?:\w+ )?{_TERM}\W*$",
    re.IGNORECASE,
)
# "one of the areas for improvement, in terms, was that …", "of that which said that …, she said".
_TOLD = re.compile(
    rf"(?:\b{_TERM}\b[^.;:]{{0,60}}?|\b(?:[Oo]f|[Oo]n) (?:that|the one|the other|the second)"
    rf"|\b[Oo]ne"
    r" of (?:these|them|those)|\b[Tt]he (?:first|second|third|other|last)(?: of (?:these|them))?)"
    r"(?:,[^,.;]{2,20},)?,? (?:(?:was|is|said|says|reads?|which (?:said|says|was|is)|saying) "
    r")?that "
    r"(?P<one>[a-z\d][^.;:]{15,240}?)(?=, (?:she|he|they|it|we|I|which|who)\b|, (?:was|is|has|had"
    r"|and (?:that|the|he|she|it|we|they|was|is|has))\b|,? and (?:asked|said|showed?|wanted)\b"
    r"|,? and (?:that )?the (?:second|third|other|last) (?:was )?that\b|[.;]|$)",
)
_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|does|do|did|should|must|needs?|cannot|\w+s|\w+ed)\b"
    r"|n[’']t\b"
)
_PARTED = re.compile(
    r";(?: and)? |,? and (?=(?:the|that the) [\w’ ]{3,30}? (?:should|must|need)\b)"
)
_OBLIGES = worded("must|need to|needs to|should", r"\b(?:should|must|needs? to)\b")
_TO_DO = re.compile(r"to [a-z]+ [a-z]")
# "The five areas which the inspectorate said had to improve:"
_AREAS = re.compile(
    rf"(?:\b{_TERM}\b|\bareas? (?:that |which |where |in which )?[^:.]{{0,60}}"
    r"\b(?:to|must|should|can) (?:(?:see|have|be) (?:\w+ )?)?improved?)\b[^:.]{0,40}:\s*$",
    re.IGNORECASE,
)
_DONE = re.compile(
    r"\b(?:closed|complete[d]?|met|removed|discharged|no longer|not|none|no|signed off)\b",
    re.IGNORECASE,
)
_ANSWER = re.compile(r"(?: [–—-]|:) (?=[a-z])")  # "telling victims – the force will introduce …"
_BY = re.compile(r"(?:by|before|within|due|no later than|from)\b")
_DEAL_WITH = re.compile(
    r"\b(?:deal with|address|attend to|act on|put right|work on|improve) the following\b"
    r"[^.:]{0,90}[.:]\s*$",
    re.IGNORECASE,
)
_LETTERED = re.compile(r"\W*(?:[a-z]{1,4}|\d{1,2})[.)] ")
_OTHER_KIND = re.compile(r"\brecommend|\bcauses? of concern\b", re.IGNORECASE)
_WHEN = re.compile(r",? [–—-] (?:by|no date|within|before)\b[^–—]{0,40}$")
_LEAST = 15  # letters
_SHORT = 8  # letters of a line whose lead-in says that such areas follow: "dental checks"


def records(material: Material) -> Iterator[Record]:
    """One area for improvement for each part of such a run, and for each line of such a list."""
    letter = material.profile.type == "inspection-letter" and not _OTHER_KIND.search(material.text)
    inspecting = material.profile.type.startswith("inspection")  # states its areas in sentences
    dealt = False
    for passage in material.passages:
        if passage.kind in ("row", "heading") or passage.section == "definitions":
            continue
        words = material.text[passage.start : passage.end]
        if letter:
            listed = passage.kind == "item" or _LETTERED.match(words) is not None
            if dealt and listed and _OBLIGES.search(words):
                when = _WHEN.search(words)
                end = passage.start + when.start() if when else passage.end
                yield _record(material, passage, (passage.body, end), "afi.letter.following")
                continue
            dealt = _DEAL_WITH.search(words) is not None or (dealt and listed)
        yield from _run(material, passage, words)
        if not inspecting:
            yield from _named_by_count(material, passage, words)
        yield from _told(material, passage, words)
        yield from _line(material, passage, words)


def _run(material: Material, passage: Passage, words: str) -> Iterator[Record]:
    """The parts of one sentence, each of which says what should be done."""
    found = _RUN.search(words)
    if found is None:
        above = material.before(passage)
        same = above is not None and above.block == passage.block
        if above is None or not same or not _NAMED.search(material.text, above.start, above.end):
            return
        counted = _COUNTED.search(material.text, above.start, above.end)
        if (
            counted
            and ";" in words
            and _DONE.search(material.text, above.start, above.end) is None
        ):
            found = re.match(r"\W*(?:\d{1,2}[.)] )?", words)
        found = found or _MADE.search(words)
    if found is None or _DONE.search(words, 0, found.end()) or words.endswith(("?", ":")):
        return
    begin = found.end()
    parts = []
    for parted in _PARTED.finditer(words, begin):
        parts.append((begin, parted.start()))
        begin = parted.end()
    parts.append((begin, len(words)))
    parts = [each for part in parts for each in _each_to(words, *part)]
    asks = all(
        _OBLIGES.search(words, *part)
        or words.endswith("to ", 0, part[0])
        or (len(parts) > 1 and FALLS_SHORT.search(words, *part))
        for part in parts
    )
    if not asks or any(part[1] - part[0] <= _LEAST for part in parts):
        return
    for start, end in parts:
        span = bare(material, passage.start + start, passage.start + end)
        yield _record(material, passage, span, "afi.prose.run")


def _each_to(words: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The parts of "to A, to B, and to C", without their "to"; any other part as it is."""
    if not _TO_DO.match(words, start):
        yield start, end
        return
    at = start + len("to ")
    for joint in _TO_JOINT.finditer(words, at, end):
        yield at, joint.start()
        at = joint.end()
    yield at, end


_TO_JOINT = re.compile(r",(?: and)? to (?=[a-z])|,? and to (?=[a-z])")


# "Three areas for improvement are open: on-call cover, the stores and recruitment".
_COUNT_OF = worded(
    "afis|areas for improvement",
    r"\b(?P<n>two|three|four|five|six|seven|[2-7]|identified|found|gave|named|listed|raised|set"
    r"|following|its|our|your|other|further|new|these|include[sd]?|[a-z]+[’']s|[a-z]+s[’'])"
    r"(?: \w+)? (?:AFIs|areas for"
    r" improvement)\b"
    r"[^.:;?()]{0,60}?(?:: ?|,? (?:about|on|over) | \()(?P<all>[^.:?()]{10,400})",
    re.IGNORECASE,
)
# "the areas that Estyn wishes to see improved: lighting; the oversight of nets; and ropes".
_SEEN = worded(
    "areas|things|next steps",
    r"\b(?:areas|things) (?:that |which |where )?[^.:;?()]{3,50}\b(?:to|must|should|can)"
    r" (?:(?:see|have|be) (?:\w+ )?)?improved?\b[^.:;?()]{0,30}: ?(?P<all>[^.:?()]{10,400})"
    r"|\b(?:two|three|four|five|six) next steps, (?P<all2>[^.:;?()]{10,300}?),"
    r" (?:were|are|have|had)\b",
    re.IGNORECASE,
)
# "PEEL AFI (the force doesn't know why officers leave)".
_BRACKETED = worded(" (", rf"\b{_TERM}(?: \d{{1,2}})? \((?P<one>[^()]{{15,220}})\)")


def _named_by_count(material: Material, passage: Passage, words: str) -> Iterator[Record]:
    """As many areas as the sentence counts, each by its name; one in brackets by what it says."""
    for bracketed in _BRACKETED.finditer(words):
        if _OBLIGES.search(bracketed["one"]) or FALLS_SHORT.search(bracketed["one"]):
            start, end = bracketed.span("one")
            span = passage.start + start, passage.start + end
            yield _record(material, passage, span, "afi.prose.named")
    seen = _SEEN.search(words)
    if seen is not None and not _NO_LIST.search(words, 0, seen.start()):
        yield from _each(material, passage, words, seen.span("all" if seen["all"] else "all2"))
        return
    found = _COUNT_OF.search(words)
    if found is None or words.endswith("?") or _NO_LIST.search(words, 0, found.start("all")):
        return
    at, end = found.span("all")
    joints = cuts(words, at, end, value(found["n"]) or 0)
    for joint in [*joints, (end, end)] if joints else []:
        about = (
            _ONE_ON.match(words, at, joint[0])
            or PREP.match(words, at, joint[0])
            or _TO.match(words, at, joint[0])
        )
        at = about.end() if about else at
        span = bare(material, passage.start + at, passage.start + joint[0])
        yield _record(material, passage, span, "afi.prose.named", dated=False)
        at = joint[1]


def _each(
    material: Material, passage: Passage, words: str, of: tuple[int, int]
) -> Iterator[Record]:
    """Each of the things that a sentence lists: parted by ";", by commas, or two by "and"."""
    at, end = of
    parted = _SEMICOLON if ";" in words[at:end] else _COMMA
    for joint in [*parted.finditer(words, at, end), None]:
        stop = joint.start() if joint else end
        if stop - at >= _SHORT:
            span = bare(material, passage.start + at, passage.start + stop)
            yield _record(material, passage, span, "afi.prose.named", dated=False)
        at = joint.end() if joint else end


_SEMICOLON = re.compile(r"; (?:and )?")
_COMMA = re.compile(r", (?:and )?| and (?=(?:an?|the|its|their|how|more|better|fewer|[a-z]+ing) )")
_TO = re.compile(r"to (?=[a-z])")
_ONE_ON = re.compile(rf"(?:one|another|the (?:other|second|third)) {PREP.pattern}", re.IGNORECASE)
_NO_LIST = re.compile(r"\b(?:no|not|none)\b", re.IGNORECASE)


def _told(material: Material, passage: Passage, words: str) -> Iterator[Record]:
    """What an area for improvement is told to say, in a clause."""
    if " that " not in words:
        return
    near = _NAMED.search(words) is not None
    above = material.before(passage)
    if not near and above is not None and passage.block - above.block <= 1:
        near = _NAMED.search(material.text, above.start, above.end) is not None
    if not near or words.endswith("?"):
        return
    for match in _TOLD.finditer(words):
        one = match["one"]
        before = words[: match.start("one")]
        same = _COPULA.search(before) is not None and _NAMED.search(before) is not None
        states = same or _OBLIGES.search(one) or FALLS_SHORT.search(one) or _BE.match(one)
        if states and _VERB.search(one) and _NO_CLAUSE.search(words[: match.start("one")]) is None:
            span = bare(
                material, passage.start + match.start("one"), passage.start + match.end("one")
            )
            yield _record(material, passage, span, "afi.prose.told")


_COPULA = re.compile(r"(?:\b(?:was|is|says?|said|reads?|second|third|other|last)|,) that $")
_BE = re.compile(r"(?:[\w’'-]+ ){1,4}be [a-z]+")  # "callers be told when no patrol will come"
_NO_CLAUSE = re.compile(
    r"\b(?:no|not|without|if|whether|cause of concern|recommendation)\b[^.;]{0,40}$"
    r"|\b(?:something|anything|is for)\b[^.;]{0,20}$"
    r"|n[’']t\b[^.;]{0,20}$",
    re.IGNORECASE,
)


def _line(material: Material, passage: Passage, words: str) -> Iterator[Record]:
    """A line of a list that its lead-in says to be of such areas, without a "should"."""
    if _OBLIGES.search(words) or LABEL.fullmatch(words, passage.body - passage.start):
        return
    led = passage.lead is not None and passage.start > passage.lead.start
    lead = material.text[passage.lead.start : passage.lead.end] if led and passage.lead else ""
    of_lead = _AREAS.search(lead) is not None and not _DONE.search(lead)
    if not of_lead and not _under_heading(material, passage, words, lead):
        return
    answered = _ANSWER.search(words, passage.body - passage.start)
    end = passage.start + answered.start() if answered else passage.end
    if end - passage.body > (_SHORT if of_lead or answered else _LEAST):
        span = bare(material, passage.body, end)
        dated = answered is None or _BY.match(words, answered.end()) is not None
        yield _record(material, passage, span, "afi.list.areas", dated=dated)


_HEADED = re.compile(r"(?:\w+ )?areas? for improvement$", re.IGNORECASE)
_A_SENTENCE = re.compile(
    r"\W*(?:We|I|This|These|They|It|There|In|At|For|As|See|None|No)\b"
    r"|\b(?:is|are|was|were|has|have|had|does|did|do)\b"
)


def _under_heading(material: Material, passage: Passage, words: str, lead: str) -> bool:
    """A line without a verb in a list right below "Areas for improvement": its subject."""
    return (
        passage.section == "afi"
        and passage.kind == "item"
        and passage.start == material.canonical.blocks[passage.block].start
        and _HEADED.match(passage.heading) is not None
        and not lead.rstrip().endswith(":")
        and _A_SENTENCE.search(words.partition(" – ")[0], passage.body - passage.start) is None
    )


def _record(
    material: Material, passage: Passage, span: tuple[int, int], rule: str, *, dated: bool = True
) -> Record:
    """An area; `dated`: its day may stand behind it (a day of a promise behind it is not its)."""
    given: dict[str, Value] = {}
    support, inferred = body(given, named_body(material, passage), "institution")
    due = deadline(material.text, span[0], passage.end if dated else span[1])
    if due is not None:
        given |= {"due": due.due, "due_words": due.words}
        support["due"] = due.start, due.end
    return record(
        "area_for_improvement",
        span,
        rule,
        given=given,
        support=support,
        inferred=inferred,
        weight=88,
    )

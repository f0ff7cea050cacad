"""A record that may be two: a second one behind a joining word.

The words have been read, as one record. They are shown whole, with the second part as what to look
at: if they are two things, the record as it stands is neither of them, and whoever confirms it has
to cut it in two. An item of a list or a row of a register is mostly one thing in spite of an
"and": in the samples nine in ten were. Where a sentence tells of recommendations and areas, half
of those with a second order were two, so that an "and" is a sign there. Of causes a second "that"
or somebody else of whom something is told is a sign, of a decision somebody else who is to do
something, of a grade a second question.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence

from answerable.reading.findings.duties.duty_words import VERBS
from answerable.reading.layout.canonical_text import Span
from answerable.reading.material import Material
from answerable.reading.records import Record
from answerable.reading.residue.residue_titles import SECTIONS
from answerable.reading.residue.residue_triggers import MORE_VERBS
from answerable.reading.residue.trigger import Trigger

_DOES = (
    r"(?:will|would|shall|must|should|is to|are to|was|were|is|are|has|have|had|did|does|do|could"
    r"|can|cannot)(?:n[’']t)?\b|[’'](?:ll|m|re|ve|s|d)\b"
)
_WHO = (
    r"(?:I|we|you|he|she|they|it|there|staff|officers|inspectors|victims|children|half|many|some"
    r"|most|£[\d.,]+(?: ?(?:m|bn|k|million))?"
    r"|(?:the|a|an|my|our|his|her|their|its|this|these|no|each|every|all) (?:[\w-]+[’']?s? )"
    r"{0,3}?[\w-]+)"
)
# "…, and the backlog would be gone": who, and what that one does.
_CLAUSE = re.compile(
    rf"(?:[,;] (?:and |but )?|\band |\bbut )(?:that )?(?P<part>{_WHO} ?(?:himself |herself "
    rf"|themselves )?(?:{_DOES}))"
    # "Bo will ring the school and Ida will make a list"
    r"|\band (?P<named>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)? (?:will|would|is to|to) [a-z])"
)
# "… and make an adult available": what else the same one is to do.
_VERB = re.compile(
    rf"(?:[,;] (?:and )?|\band )(?:then |also |(?<=and )to |that )?"
    rf"(?P<part>(?:{VERBS}|{MORE_VERBS}|ring|call|chase|circulate|collect|contact|find|go"
    r"|hear|inform|investigate|let|list|observe"
    r"|return|sit|speak|understand|welcome|write|answer|attend|audit|continue|be) "
    r"(?:the|an?|its|their|his|her|our|my|all|any|each|every|both|no|more|new|how|what|who|which"
    r"|whether|why|that|this|these|those|to|on|with|for|it|them|him|us|me|up|out|down|at|in"
    r"|sure|[\w-]+s|\d[\d,]*|[A-Z][\w’'-]*)\b)"
)
# "She will agree a plan, and has undertaken to publish it."
_TAKEN = re.compile(
    r"\band (?P<part>(?:has|have|had) (?:undertaken|agreed|promised|pledged|asked)\b"
    r"|(?:undertook|agreed|promised|asked|will|would|must|should) [a-z]+)"
)
# "→ ER to ring the school → ME find out": two tasks on one line.
_ARROW = re.compile(r" (?:[-=]{1,2}>|>{2}|[→⇒➔►▶•·]) ?(?P<part>[A-Z]\w*\b)")
# "that cells were dirty and that staff slept", "… and that no pass be issued".
_THAT = re.compile(r"(?:[,;] | )and (?P<part>that (?!is\b|was\b|of\b)[a-z])")
# "must survey its homes, must put right the doors", "to text each caller and to apologise":
# what is asked comes again behind the same word.
_AGAIN = re.compile(
    rf"(?:[,;] (?:and |or |but )?|\band |\bbut )(?:(?:that|it|they|we|he|she|the \w+) ){{0,2}}"
    rf"(?P<part>(?:must|should|to|needs? to|shall) (?:also |then |now )?(?:{VERBS}|{MORE_VERBS}"
    r"|apologise|answer|pay|tell|speak|be)\b)"
    r"|(?:[,;] (?:and )?|\band )(?P<lettered>\((?:[b-h]|[2-9]|ii+|iv)\) [a-z])"
)
# "That the report be noted and the Treasurer write to …": a second one who is to do something.
_RESOLVED = re.compile(
    rf"\b(?:and|;) (?:that )?(?P<part>the (?:[\w’'-]+ ){{1,5}}?(?:be|{VERBS}|{MORE_VERBS}) [a-z])"
)
# "advice on keys; staffing of the desk": another one behind a semicolon; "in the gates and in our
# answer to callers"; "their record of the reasons and their look at who was refused".
_FURTHER = re.compile(
    r"; (?:and )?(?P<after>[a-z][\w’'-]+ [a-z])"
    r"|[,;]? and (?P<part>(?:in|for|on|over|with) (?:its|their|our|how)\b"
    r"|(?:its|their|our|his|her) [a-z]+ (?:of|to|in|for|with|on)\b"
    r"|(?:[a-z]{3,}ing|[a-z]{4,}(?:ency|ness|ity|ance|ence|tion)) (?:of|in|for|with) [a-z])"
)
# "clear the store by May and limit access to it": a second order in a sentence that tells of one.
_ORDER = re.compile(
    rf"(?<=[\w’'),] )and (?:that \w+ |then |also )?(?P<part>(?:{VERBS}|{MORE_VERBS}|be|match"
    r"|delegate|receive|hear|write|pay|tell|speak|apologise|answer|train|publish|note|endorse) "
    r"[a-z\d£])"
)
# "hold its talks in time and supervise our crews better": any word that takes an object
_OBJECT = (
    r"(?:the|an?|its|their|his|her|our|my|all|any|each|every|more|new|no|it|them|up|out|down"
    r"|over|these|those) "
)
_NO_VERB = (
    r"(?:in|on|at|for|of|to|with|by|from|how|what|that|when|where|who|which|whether|why|if|as|so"
    r"|than|then|also|all|both|not|into|about|under|over|between|through|after|before|during"
    r"|within|without|against|only|even|is|are|was|were|has|have|had|will|would|can|could|should"
    r"|must|may|does|did|because|but|while|since|until|once|[a-z]+(?:ing|ed|ly|ion|ss|ity))"
)
_TAKES = re.compile(
    rf"(?<! for)(?<! to)(?<! of) and (?P<part>(?!{_NO_VERB}\b)[a-z]{{3,}} {_OBJECT})"
    rf"|, (?P<listed>(?:{VERBS}|{MORE_VERBS}|say|tell|write) (?:{_OBJECT}|in |on |to |how ))"
    rf"|\band (?P<third>(?:{VERBS}|{MORE_VERBS})s (?!of\b|and\b|or\b)[a-z])"
    r"|\band to (?P<again>[a-z]{3,} (?!of\b)[a-z])"
)
# "… and on the Mayor to fund it": somebody else who is called on in the same breath.
_AND_ON = re.compile(
    r"\band (?P<part>(?:on|for) (?:the |its |our )?[A-Za-z][^,;.]{2,50} to [a-z])"
)
# "staff lacked confidence, and gaps in the watch put boys at risk": somebody else is wanting.
_OTHERS = re.compile(
    r", and (?P<part>(?!it\b|this\b|that\b|as\b|so\b|they\b)[a-z]+(?: [\w’'-]+){1,8}? "
    r"(?:are|is|were|was|have|has|do|does|did|had|put|go|went|lack|lacked|cannot|can[’']t"
    r"|(?:are|is|were|was|do|does|did|has|have)n[’']t) )"
)
# "… and had too few keepers", "… and cannot say who is on watch": what else is wanting.
_LACKS = re.compile(
    r"\band (?P<part>(?:had|has|have) (?:too|no|little|few) "
    r"|(?:cannot|could not|can[’']t|couldn[’']t|fail(?:s|ed)? to|lack(?:s|ed)?) [a-z])"
)
# "The lamps were dark. The Board asked the Clerk to mend them.": more than one sentence.
_SENTENCE = re.compile(r"[a-z)’'\d]{3}[.?!] (?P<part>[A-Z][\w’']* [\w£])")
# "three areas for improvement, among them the yard and the gate", "The priorities are two: …"
_SEVERAL = re.compile(
    r"\b(?:areas (?:for|of) improvement|causes of concern|priorities|concerns|recommendations"
    r"|issues|failings)(?: are| were|[^.;:]{0,20}[:,]) "
)
# "(1) the bell rang; (2) nobody came", "the roof is to be mended; the Clerk to write"
_SEMICOLON = re.compile(r"; (?:and )?(?P<part>(?:\(\w{1,3}\) |that )?[a-z])")
_BY_KIND = {
    "action": (_VERB, _CLAUSE, _ARROW, _TAKEN, _SENTENCE),
    "commitment": (_CLAUSE, _TAKEN, _VERB, _SENTENCE),
    "cause_of_concern": (_THAT, _FURTHER, _SENTENCE),
    "recommendation": (_THAT, _AGAIN, _SENTENCE),
    "area_for_improvement": (_THAT, _AGAIN, _FURTHER, _SENTENCE),
    "decision": (_RESOLVED,),
}
# Signs that hold in running text alone, and not in an item, a row or a section of such records.
_TOLD = {
    "cause_of_concern": (_OTHERS, _LACKS, _SEMICOLON),
    "recommendation": (_ORDER, _TAKES, _AND_ON, _SEMICOLON),
    "area_for_improvement": (_ORDER, _TAKES, _AND_ON, _SEMICOLON),
}
# "good at catching and at charging", "adequate in its fleet, in its cells and in training".
_QUESTIONS = re.compile(
    r"[’'”\"]? (?:at|in|for) (?P<first>[^.;:\n]{3,80}?)(?:, (?:and )?| and )(?:again |also )?"
    r"(?:at|in|for|its|how) [a-z]|[’'”\"]?(?P<same>,? (?:as (?:does|do|did|is|are|was|were)"
    r"|and so (?:does|do|did|is|are|was|were)) [a-z][^.;\n]{2,60})"
)
_BEFORE = 5  # characters before the second part at which a record of it may begin
_FIRST, _LEAST = 9, 14  # characters before the second part, and of it


def shared(found: Sequence[Record], text: str) -> Iterator[tuple[Trigger, Span]]:
    """A grade that one record gives to one question, with more than one question behind it."""
    often = Counter((one.start, one.end) for one in found if one.kind == "grade")
    starts = sorted(one.start for one in found if one.kind in ("grade", "grade_count"))
    for (start, end), times in sorted(often.items()):
        more = _QUESTIONS.match(text, end) if times == 1 else None
        if more is not None:
            other = bisect_left(starts, end)  # "good at A and inadequate at B"
            if other == len(starts) or starts[other] >= more.end():
                last = more.end(more.lastgroup or 0)
                yield Trigger(start, last, "joined"), Span(start, last)


def joined(material: Material, found: Sequence[Record]) -> Iterator[tuple[Trigger, Span]]:
    """The second part of each record that may hold two, and the record's own place.

    Left out where another record begins in the second part.
    """
    starts = sorted(one.start for one in found if one.kind in _BY_KIND)
    for one in found:
        if one.kind not in _BY_KIND or one.end - one.start < _FIRST + _LEAST:
            continue
        part = min(_parts(material, one), default=one.end)
        if one.end - part < _LEAST:
            continue
        nth = bisect_left(starts, part - _BEFORE)
        if nth == len(starts) or starts[nth] >= one.end:
            yield Trigger(part, one.end, "joined"), Span(one.start, one.end)


def _parts(material: Material, one: Record) -> Iterator[int]:
    """Where a second part of a record may begin."""
    ways = _BY_KIND[one.kind]
    if one.kind in _TOLD and _runs(material, one):
        ways = *ways, *_TOLD[one.kind]
        several = _SEVERAL.search(material.text, one.start, one.end)
        if several:
            yield several.end()
    for way in ways:
        for place in way.finditer(material.text, one.start + _FIRST, one.end):
            yield place.start(place.lastgroup or 0)


def _runs(material: Material, one: Record) -> bool:
    """Whether a record stands in running text that tells of what others wrote."""
    passage = material.around(one.start)
    if _TELLS_OF.search(material.text[passage.start : one.start]):
        return True  # an item or a cell that holds sentences
    return passage.kind == "paragraph" and passage.section not in SECTIONS and not passage.lead


# "We think that the Council should …": who wants it, before the record in its own cell
_TELLS_OF = re.compile(
    r"\b(?:think|thinks|thought|said|says|told|asks?|asked|wants?|urge[ds]?|recommended|advised"
    r"|argue[ds]?|propose[ds]?|required)\b"
)

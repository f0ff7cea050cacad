"""A record that may be two: a second one behind a joining word.

The words have been read, as one record. Its second part is shown, so that whoever confirms the
record sees that it may have to be cut in two. Recommendations and causes are mostly one thing in
spite of an "and": in the samples nine in ten of theirs were. Of theirs only a second "that" is a
sign, of a decision somebody else who is to do something, of a grade a second question.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain

from answerable.reading.findings.duty_words import VERBS
from answerable.reading.records import Record
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
)
# "… and make an adult available": what else the same one is to do.
_VERB = re.compile(
    rf"(?:[,;] (?:and )?|\band )(?:then |also |to |that )?(?P<part>(?:{VERBS}|{MORE_VERBS}|ring"
    r"|call|chase|circulate|collect|contact|find|go|hear|inform|investigate|let|list|observe"
    r"|return|sit|speak|understand|welcome|write|answer|attend|continue|be) "
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
_BY_KIND = {
    "action": (_VERB, _CLAUSE, _ARROW),
    "commitment": (_CLAUSE, _TAKEN, _VERB),
    "cause_of_concern": (_THAT, _FURTHER),
    "recommendation": (_THAT, _AGAIN),
    "area_for_improvement": (_THAT, _AGAIN, _FURTHER),
    "decision": (_RESOLVED,),
}
# "good at catching and at charging", "adequate in its fleet, in its cells and in training".
_QUESTIONS = re.compile(
    r"[’'”\"]? (?:at|in|for) (?P<first>[^.;:\n]{3,80}?)(?:, (?:and )?| and )"
    r"(?:at|in|for|its|how) [a-z]"
)
_FIRST, _LEAST = 12, 15  # characters before the second part, and of it


def shared(found: Sequence[Record], text: str) -> Iterator[Trigger]:
    """A grade that one record gives to one question, with more than one question behind it."""
    often = Counter((one.start, one.end) for one in found if one.kind == "grade")
    starts = sorted(one.start for one in found if one.kind in ("grade", "grade_count"))
    for (start, end), times in sorted(often.items()):
        more = _QUESTIONS.match(text, end) if times == 1 else None
        if more is not None:
            other = bisect_left(starts, end)  # "good at A and inadequate at B"
            if other == len(starts) or starts[other] >= more.end():
                yield Trigger(start, more.end("first"), "joined")


def joined(found: Sequence[Record], text: str) -> Iterator[Trigger]:
    """The second part of each record that may hold two, where no other record begins in it."""
    starts = sorted(one.start for one in found if one.kind in _BY_KIND)
    for one in found:
        ways = _BY_KIND.get(one.kind, ())
        first = one.start + _FIRST
        places = chain.from_iterable(way.finditer(text, first, one.end) for way in ways)
        part = min((place.start(place.lastgroup or 0) for place in places), default=one.end)
        read = any(part - 5 <= start < one.end for start in starts)
        if one.end - part >= _LEAST and not read:
            yield Trigger(part, one.end, "joined")

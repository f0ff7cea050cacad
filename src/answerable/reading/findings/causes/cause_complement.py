"""Where the clause of a retold concern ends, and how several in one sentence are parted."""

import re
from collections.abc import Iterator

_AUX = (
    r"(?:is|was|were|are|had|has|have|said|says|told|would|will|could|can|did|does|do|gave|gives"
    r"|wants?|wanted|asked|made|found|called|put|set|must|should|graded|rated|agreed?|hopes?|I)"
)
_NEW = r"(?:it|they|he|she|we|I|you|that|this|these|those|the \w+|[A-Z][\w’]+)"
_STOP = re.compile(
    r"[.;:?!](?=\s|[”\"’']|$)|[”\"]|\)|\n| – | - "
    rf"|,? (?:and|but|so|yet|then) (?:also )?(?:(?:it|they|he|she|we|I|you|this|that"
    rf"|these) {_AUX}\b"
    r"|(?:has |had |have |was |were |is )?(?:told|ordered|gave|gives|given|graded|rated|called"
    r"|recommended|asked|wants|issued|published|set|said|moved|took|made)\b)"
    r"|,? (?:and|but) (?:this|that)(?:,? too,?)? (?:it|they|I|we|he|she|is|was|remains)\b"
    r"|, (?:which|who|whom|for|of|although|though|but|while|whereas|adding|saying|according"
    r"|despite|with|so|as|the (?:letter|report|inspect\w+|watchdog)|inspectors|she|he|they|we|I"
    r"|it (?:said|says|found)|HMI\w*|when|where|after|by|even|not)\b"
)
_APPOSED = re.compile(
    r", (?:is|was|were|are|has|have|had|will|would|remains?|remained|stays?|stung|still)\b"
)
_TIMED = re.compile(
    r" (?:that|, which) (?:(?:it|they|he|she) (?:took|decided|issued|raised|gave)|led|prompted"
    r"|brought)\b"
    r"| to (?:record|raise|issue|give|make)\b"
)
_THAT_JOINT = re.compile(
    r"(?:,? and|,|;)(?: also)?(?: right| because)? that (?=[a-z])(?![^.;]{0,60} as a result\b)"
    r"|; (?:and )?(?:that )?"
)


def end_of(words: str, start: int, *, apposed: bool = False) -> int:
    """The end of the clause that begins at `start`; `apposed`: between two commas.

    -1: it stands between no two commas.
    """
    stop = _STOP.search(words, start)
    end = stop.start() if stop else len(words)
    if apposed:
        behind = _APPOSED.search(words, start, end + 12)
        if behind is None and stop is not None and words[stop.start()] == ",":
            return end
        return behind.start() if behind is not None and behind.start() <= end else -1
    consequence = _TIMED.search(words, start, end)
    return consequence.start() if consequence else end


def several(words: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The clauses of "that A, that B and that C"; one where nothing parts them."""
    at = start
    for joint in _THAT_JOINT.finditer(words, start, end):
        yield at, joint.start()
        at = joint.end()
    yield at, end


def reaches(words: str, start: int) -> int:
    """As `end_of`, over each "; that" and ", and that" of a list of clauses."""
    end = end_of(words, start)
    while (joint := _THAT_JOINT.match(words, end)) is not None and "that" in joint.group():
        end = end_of(words, joint.end())
    return end

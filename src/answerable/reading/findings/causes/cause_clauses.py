"""Causes of concern told again in a clause: in minutes, answers, letters, mail and the news.

"There were two causes of concern: A, and B", "The second concern, that …, is still open", "the
inspectorate's concerns were (a) that … and (b) that …". The clause is the concern, not the
sentence about it. Reports of an inspectorate state theirs in sections of their own.
"""

import re
from collections.abc import Iterator

from answerable.reading.clauses import Passage
from answerable.reading.findings.causes.cause_fit import says_which
from answerable.reading.findings.causes.cause_records import concern
from answerable.reading.findings.falling_short import FALLS_SHORT
from answerable.reading.material import Material
from answerable.reading.modals import MAY
from answerable.reading.records import Record
from answerable.reading.worded import worded

_NEVER = ("inspection-report", "register")
_TERM = r"(?:(?:causes?|areas?) (?:of|for) (?:serious )?concern|areas? (?:of|for) priority action)"
_MANY = r"(?:two|three|four|five|six|the|its|their|these|[2-6])"
_WHEN = r"(?: [a-z][^.:;()]{0,60})?"
_SPOKEN_OF = worded("concern|priority a", r"\bconcern|\bpriority (?:action|area)", re.IGNORECASE)
# "two causes of concern: A, and B": what follows the colon, in parts.
_COUNTED = re.compile(
    rf"\b{_MANY} (?:\w+ )?causes of concern{_WHEN}: (?P<all>[a-z“\"‘][^:]{{30,400}})"
)
_PARTS = re.compile(r"; (?:and )?(?:that )?|, and (?:that )?|,? and that ")
_TWO_PARTS = re.compile(
    r" and (?=(?:the |its |their |that )?[a-z]+(?: [a-z]+){0,4} "
    r"(?:is|are|was|were|has|have|does|do|did|should|needs?|cannot)\b)"
)
# "Among them are that A and that B", of priority concerns that are counted.
_AMONG = re.compile(
    r"\b(?:[Aa]mong (?:them|these|those)(?: are| were| is| was)?|[Tt]h(?:ese|ey) (?:are|were"
    r"|include[sd]?"
    r"|said|say)|[Tt]wo of (?:them|these) (?:are|were|say|said))(?: these)?:? that "
    r"(?P<all>[a-z][^:]{20,400}?)\W*$"
)
# "The inspectorate's concerns were (a) that …, and (b) that …"
_LETTERED = re.compile(
    r"\b(?:concerns|causes of concern) (?:were|are)(?: that)?:? ?(?=\((?:a|i|1)\) )"
)
_LETTER = re.compile(r"\((?:[a-f]|[iv]{1,3}|[1-6])\) (?:that )?(?P<one>[^();]{20,250})")
_ORDINAL = (
    r"(?:first|second|third|fourth|fifth|last|other|only|remaining|accelerated|further|main|new"
    r"|old"
    r"|one|sole)"
)
_NTH = r"(?:first|second|third|fourth|fifth|sixth|last|other|next)"
_THAT = r"(?P<one>[a-z][^;:()“”\"]{15,260}?)"
_STATE = (
    r"(?=[.;]|,? and (?:that )?the (?:second|third|other|last)\b|,? (?:had|has|have|is|was|were"
    r"|remains?|remained|stays?|would|will)(?: now| not"
    r"| since| still| also| therefore)? (?:been|be|still|closed|open|discharged|in|not)\b|$"
    r"|, (?:is|was|has|had|would|will|remains?|remained|which|although|and (?:it|I|he|she|we))\b)"
)
_TOLD = (
    # "The other cause of concern, that …, is still open".
    re.compile(
        rf"\b(?:{_ORDINAL}(?: {_ORDINAL})?|[’']s|s’|the|its|a)"
        rf" (?:{_ORDINAL} )?(?:{_TERM}|concern)"
        rf",? (?:is |was |had been |has been )?that {_THAT}{_STATE}",
        re.IGNORECASE,
    ),
    # "The first was that …; the second, that …": after causes of concern that are counted.
    re.compile(
        rf"\b(?:(?:the )?{_NTH}(?: one)?|one of (?:those|these|them|the) ?(?:causes"
        rf"|concerns)?(?: of"
        rf" concern)?),? (?:is |was |being |reads? |says? |said )?that {_THAT}{_STATE}",
        re.IGNORECASE,
    ),
    # "had given the force a cause of concern in October: officers were …".
    re.compile(
        r"\b(?:gave|given|issued|raised|made|found|identified|had|has) (?:[a-z]+ ){0,4}cause of"
        rf" concern(?! (?:about|over|regarding|relating|concerning)){_WHEN}:"
        r" (?P<one>[a-z][^:]{20,260}?)(?=\.|$)",
        re.IGNORECASE,
    ),
    # "one cause of concern, namely that the force does not answer calls".
    re.compile(
        rf"\b{_TERM}(?: [a-z]+){{0,3}}[,:–-]? ?\(?(?:namely|specifically|i\.e\.|in short"
        rf"|that is)[,:]? (?:that )?{_THAT}{_STATE}",
        re.IGNORECASE,
    ),
    # "A cause of concern about training was raised in 2026 (commanders were not assessed)".
    re.compile(
        rf"\b(?:an?|one|the) (?:\w+ )?{_TERM}[^.;:()]{{0,80}} \([“\"‘']?"
        r"(?P<one>[a-z0-9][^()“”\"]{15,200})[”\"’']?\)",
        re.IGNORECASE,
    ),
    # "One remains open, vetting checks not being done": after causes of concern that are counted.
    re.compile(
        rf"\b(?:one|another|the {_NTH}|the remaining one)(?: one)? (?:(?:remains?|stays?"
        rf"|is still|is) "
        r"(?:open|live|in place)|(?:is|was|has|does|did)(?:n[’']t| not)(?: yet)?(?: been)?"
        r"(?: closed| met| done| lifted)?)(?:,| [–-]|:) (?P<one>[a-z][^.;:]{15,200})",
        re.IGNORECASE,
    ),
    # "the second (plans are late) is open", after two priority actions.
    re.compile(
        r"\bthe (?:first|second|third|other)(?: one)? \([“\"‘']?(?P<one>[a-z][^()“”\"]{15,200})"
        r"[”\"’']?\)",
        re.IGNORECASE,
    ),
    # "the one about how it plans its cover would be closed", of two causes of concern.
    re.compile(
        r"\bthe (?:one|first|second|third|other)(?: one)? (?:about|on|over|relating to|concerning"
        r"|regarding) (?P<one>(?:the|how|its|an?|their)\b[^.;:]{8,160}?) (?=(?:would|will|could"
        r"|can"
        r"|is|was|has|had|remains?|remained|stays?|stayed)\b)",
        re.IGNORECASE,
    ),
    # "the older of the two, about the use of dogs,": of causes of concern that are counted.
    re.compile(
        r"\bthe (?:first|second|third|other|older|newer|earlier|later|latter|former)(?: one)?"
        r"(?: of (?:the|these) (?:two|three))?, (?P<one>(?:about|on|over) "
        r"[^,.;:()]{8,110})(?=[,.;]|$)",
        re.IGNORECASE,
    ),
    # "The inspectorate's concern about health care in custody is still open".
    re.compile(
        r"\b(?P<one>(?:the |an? )?(?:[Ii]nspectorate|[Ii]nspectors|HMI(?:CFRS|C)?|[Ww]atchdog"
        r"|[Rr]eport)[’']s?[’']? (?:\w+ )?(?:cause of )?concern (?:about|over|on|relating to"
        r"|regarding)"
        r" [^.;:,]{5,110}?)(?= (?:is|was|has|had|remains?|remained|stays?|would|will)\b)",
        re.IGNORECASE,
    ),
    # "First, guns are not counted.": of causes of concern that are counted.
    re.compile(
        r"^\W*(?:First|Second|Third|Fourth|Last|Final)(?:ly)?, (?P<one>(?!(?:that|we|I|you|in|by"
        r"|to)\b)"
        r"[a-z][^;:]{15,260}?)(?=\.|$)"
    ),
    # "the other, which in the words of the report is that crews are not ready".
    re.compile(
        rf"\bthe (?:other|first|second|third|last),? [^.;:]{{4,50}} (?:is|was) that "
        rf"{_THAT}{_STATE}",
        re.IGNORECASE,
    ),
)
_ORDINALS = (1, 5, 6, 7, 8, 10, 11)  # the places of those that need a count before them
_FIRSTS = 10  # the place of the one that must say what falls short
_COUNTED_BEFORE = re.compile(
    rf"\b{_MANY} (?:\w+ )?(?:causes of concern|concerns|priority (?:actions|areas)"
    r"|areas (?:for|of) priority action)\b"
    r"|\b(?:one|the first) cause of concern\b",
    re.I,
)
_OWN = re.compile(
    r"\b(?:inspect\w+|HMI\w*|HMICFRS|watchdog|Ofsted|CQC|coroner|report|letter|causes? of concern"
    r"|accelerated)\b",
    re.IGNORECASE,
)
_TOPIC = 4  # words of a clause that names what a concern is about without a verb known here
_HOPED = re.compile(rf"\b(?:if|whether|unless|{MAY}|might|could)\b", re.IGNORECASE)
_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|does|do|did|cannot|can|needs?|fails?|failed|lacks?|rests?"
    r"|goes?|go|went|renews?|takes?|\w+ed)\b|n[’']t\b"
)


def records(material: Material) -> Iterator[Record]:
    """One concern for each clause that states one."""
    if material.profile.type in _NEVER or not _SPOKEN_OF.search(material.text):
        return
    counted = _COUNTED_BEFORE.search(material.text) is not None
    for passage in material.passages:
        if passage.kind in ("heading", "row") or passage.section == "definitions":
            continue
        words = material.text[passage.start : passage.end]
        for start, end in _clauses(material, passage, words, counts=counted):
            told = words[start:end]
            states = _VERB.search(told) or len(told.split()) >= _TOPIC
            if states and not says_which(told) and not _HOPED.search(words[:start]):
                yield _concern(material, passage, passage.start + start, passage.start + end)


def _clauses(
    material: Material, passage: Passage, words: str, *, counts: bool
) -> Iterator[tuple[int, int]]:
    """Where the clauses stand in a sentence. `counts`: the document counts causes somewhere."""
    counted = _COUNTED.search(words)
    if counted is not None:
        yield from _split(words, *counted.span("all"))
        return
    among = _AMONG.search(words) if counts else None
    if among is not None and _count_above(material, passage, words):
        yield from _split(words, *among.span("all"))
        return
    lettered = _LETTERED.search(words)
    if lettered is not None:
        for one in _LETTER.finditer(words, lettered.end()):
            yield one.span("one")
        return
    near = counts and _count_above(material, passage, words)
    own = _OWN.search(words) is not None or _above(material, passage, _OWN)
    for place, pattern in enumerate(_TOLD):
        if not (near if place in _ORDINALS else own):
            continue
        found = [one.span("one") for one in pattern.finditer(words)]
        if place == _FIRSTS:
            found = [one for one in found if FALLS_SHORT.search(words, *one)]
        yield from found
        if found:
            return


def _count_above(material: Material, passage: Passage, words: str) -> bool:
    """Whether the sentence, or one of the two before, counts causes of concern."""
    return _COUNTED_BEFORE.search(words) is not None or _above(material, passage, _COUNTED_BEFORE)


def _above(material: Material, passage: Passage, pattern: re.Pattern[str]) -> bool:
    at = passage
    for _ in range(3):
        before = material.before(at)
        if before is None:
            return False
        if pattern.search(material.text, before.start, before.end):
            return True
        at = before
    return False


def _split(words: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The parts of a list of clauses, each with a verb of its own."""
    cut = _PARTS if _PARTS.search(words, start, end) else _TWO_PARTS
    at = start
    for joint in [*cut.finditer(words, start, end), None]:
        stop = joint.start() if joint else end
        if _VERB.search(words, at, stop):
            yield at, stop
        at = joint.end() if joint else end


def _concern(material: Material, passage: Passage, start: int, end: int) -> Record:
    plain = material.text[start:end]
    own = Passage(
        start + len(plain) - len(plain.lstrip(' “"‘')),
        start + len(plain.rstrip(' .,;”"’')),
        start,
        passage.block,
        passage.kind,
        passage.section,
        passage.heading,
    )
    before = material.text[passage.start : start]
    return concern(material, own, own.start, "cause.clause", before=before, weight=90)

"""One of two things that one word asks for or tells, where only the other is read.

"The Council should open the old baths and that it should heat them": a record that begins behind
the joining word reads nothing of what stands before it, and one that ends there nothing of what
stands behind it.
"""

import re
from collections.abc import Iterator

from answerable.reading.material import Material
from answerable.reading.residue.residue_covered import Found
from answerable.reading.residue.trigger import Trigger
from answerable.reading.worded import worded

# All patterns are for text in small letters.
_JOINT = worded(
    " and |, that |, it|, they|, he|, she|, we|, must|, should|, shall| and, | and (",
    r"[,;]? and (?:to|that) (?=[a-z])|[,;]? and (?:must|should|will) (?=[a-z])"
    r"|, (?:(?:it|they|he|she|we) )?(?:must|should|shall) (?=[a-z])"
    r"|[,;]? and \((?:b|2|ii)\) |[,;]? and, [^,.;\n]{3,30}, to (?=[a-z])"
    r"|, that (?=[a-z])|(?P<plain>[,;]? and )(?=[a-z])",
)
_ASKS = re.compile(
    r"\b(?:should|must|shall|will|won[’']t|needs? to|ought to|(?:recommend|advise?)(?:s|ed|d)"
    r"|asked|asks?|agreed|urge[ds]?|resolved:?|wants?|undertook|promised"
    r"|actions?:|improvement:|(?:been|was|were|is|are) told|please)(?= )"
)
_TELLS = re.compile(
    r"\b(?:sa(?:y|ys|id) (?:[a-z]+ ){0,2}is that"
    r"|(?:concerned|worried|troubled|of the (?:view|opinion)) that|(?:said|says|found|finds?"
    r"|warned|warns|concluded|reported|tells? (?:us|them|me)"
    r"|told [a-z]+) that)\b"
)
_LEAST = 15  # characters that say what is asked
_REACH = 15  # behind the joining word, within which what is read begins


# "Priority 3 – time out of cells", "Concern 2: The lift is out"
_NUMBERED = re.compile(
    r"\W{0,4}(?:\d{1,2}[.)] )?(?:Priority|(?:Key |Priority |Cause of )?[Cc]oncern"
    r"|Area for improvement|AFI|Failing) \d{1,2} ?[–—:.-] ?\w"
)
# "1. Concern: Children were left waiting": the label says what it is, in any paper
_LABELLED = re.compile(
    r"\W{0,4}(?:\d{1,2}[.)] |\(?\w[).] )?(?:(?:Key |Priority |Main |Matter of |Cause of )?"
    r"[Cc]oncern|(?:Key )?[Ff]inding|[Ff]ailing|[Ss]hortcoming|[Ww]eakness|[Ii]ssue|[Pp]roblem"
    r"|Area for [Ii]mprovement|AFI)(?: \d{1,2})? ?: ?\w[^\n]{12,}"
)
# "2. Lack of a plan for floods", as the title of what is told below it
_WANTING = re.compile(
    r"\W{0,3}(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)] ?(?:The |An? )?(?:[Cc]ontinu\w+ |[Rr]epeated "
    r"|[Pp]ersistent )?(?i:lack|failures?|absence|inadequa\w+|insufficien\w+|unclear"
    r"|poor (?!for\b)|delay(?:s|ed)?|missed|risks? (?:of|to|that)|weak\w*|ineffective\w*"
    r"|inconsisten\w+|inability|confusion|shortages?|gaps? in|incomplete|limited"
    r"|misunderstanding|breach(?:es)?|omissions?|over-?reliance|unsafe|unmet)\b[^.?!\n]{10,}$"
)
# A plan's own priorities are numbered so too: the paper says at its top whose findings these are.
_INSPECTED = re.compile(
    r"inspect|regulation 28|(?:each|all) of your concerns"
    r"|\b(?:hmip?|hmicfrs|ofsted|cqc|estyn|ciw|audit\w*|coroner)\b"
)
_TOP = 400  # characters
_BELOW = 6  # characters from the end of a label to what stands below it


def numbered(material: Material, start: int, end: int, known: Found) -> Iterator[Trigger]:
    """A finding that its label numbers, where nothing read begins below it."""
    text = material.text
    wanting = _WANTING.match(text[start:end]) and not text[start:end].rstrip().endswith(":")
    if wanting or _LABELLED.match(text, start, end):
        if not known.begins("listed", start, end + _BELOW):
            yield Trigger(start, end, "listed")
        return
    if not _NUMBERED.match(text, start, end):
        return
    told = _INSPECTED.search(material.lowered, 0, _TOP) is not None
    if told and not known.begins("listed", end, end + _BELOW):
        yield Trigger(start, end, "listed")


def firsts(material: Material, start: int, end: int, known: Found) -> Iterator[Trigger]:
    """What stands on the side of a joining word on which nothing is read, behind what asks."""
    if not any(known.begins(sort, start, end) for sort in ("first", "first-told")):
        return
    for joint in _JOINT.finditer(material.lowered, start, end):
        for sort, asking in (("first", _ASKS), ("first-told", _TELLS)):
            asked = list(asking.finditer(material.lowered, start, joint.start()))
            if not asked or joint.start() - asked[-1].end() < _LEAST:
                continue
            if joint["plain"]:
                if known.begins(sort, joint.end(), joint.end() + 1):
                    yield Trigger(asked[-1].end() + 1, joint.start(), sort)
            elif known.begins(sort, joint.start() + 1, joint.end() + _REACH):
                yield Trigger(asked[-1].end() + 1, joint.start(), sort)
            elif end - joint.end() >= _LEAST and known.begins(
                sort, asked[-1].start(), joint.start()
            ):
                yield Trigger(joint.end(), end, sort)

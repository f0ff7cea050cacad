"""What falls short of what is expected, and what obliges somebody: words of every finding."""

import re

from answerable.reading.modals import MODAL
from answerable.reading.worded import in_any_case

# A sentence that falls short of what is expected: what a concern says. One `\b` stands before all
# forms that begin a word: else each of them is tried at each letter.
FALLS_SHORT = in_any_case(
    r"\b(?:(?:is|are|was|were|has|have|do|does|did|can|could) (?:still |now |yet )?not\b|cannot\b"
    r"|(?:fails?|failed|failing|lacks?|lacked|lacking|unable|ineffective|inadequate"
    r"|insufficient|inconsistent(?:ly)?|poor|weak|unsafe|missed|unaware|neglected|backlogs?"
    r"|overdue)\b"
    r"|too (?:few|many|long|slow(?:ly)?|often|little|much|late|low|high|reliant)\b"
    r"|not (?:enough|sufficient|always|been|consistently|effective)\b"
    r"|(?:there(?: (?:is|was|are|were)|[’']s)|has|have|had|with) (?:no|little|insufficient"
    r"|limited)\b"
    r"|(?:at risk|without)\b|needs? to\b"
    r"|un(?:answered|challenged|checked|met|managed|monitored|protected|recorded|reported"
    r"|resolved"
    r"|safe|supported|supervised|tested|trained|treated|visited|watched|assessed|allocated"
    r"|investigated|clear)\b|(?:wait|waits|waiting|waited) (?:for )?(?:too|hours|days|weeks"
    r"|months)"
    r"|only (?:a )?(?:few|half|some|one|two)\b|no (?:effective|clear|proper|reliable|way"
    r"|means|confidence|pathway|agreed|policy|system|plan)\b|lost (?:sight|track)\b"
    r"|(?:leav(?:e|es|ing)|left) [^.;,]{0,40}\b(?:hanging|waiting|alone|unsafe|exposed|behind"
    r"|in danger)\b|(?:is|are|was|were) (?:\w+ly )?(?:limited|wrong|missing|patchy|out of date"
    r"|late"
    r"|unknown|incomplete)\b|(?:coming|come|came) to harm\b|killed themselves\b|filthy\b"
    r"|squalid\b"
    r"|should(?:n[’']t| not) have\b)|n[’']t\b",
)
# "when it should", "as often as they must": what falls short, and no duty.
_AS_IT_SHOULD = re.compile(
    r"\b(?:as|when|where|than|how|what|that|which|who) (?:[a-z’']+ ){1,3}?(?:should|must|ought to"
    r"|needs? to)(?: be| have been| do)?(?=[.,;:)]|$| and\b| or\b| but\b|, )",
    re.IGNORECASE,
)


def obliges(words: str) -> bool:
    """Whether words say what somebody should or must do, and not only that they did not."""
    return MODAL.search(words) is not None and (
        MODAL.search(_AS_IT_SHOULD.sub("", words)) is not None
    )

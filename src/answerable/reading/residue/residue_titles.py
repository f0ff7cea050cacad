"""Lines that name what follows and state nothing themselves: headings, labels, lead-ins read."""

import re

from answerable.reading.clauses import Passage
from answerable.reading.layout.canonical_text import Block
from answerable.reading.layout.sections import MAX_HEADING, section_of
from answerable.reading.material import Material
from answerable.reading.residue.residue_sittings import DAY_ALONE
from answerable.reading.scales import GRADED
from answerable.reading.worded import worded

SECTIONS = frozenset(("cause", "afi", "recommendations", "actions", "practice"))
_NAME_WORDS = 7


def opens(material: Material, passage: Passage, leads: frozenset[int]) -> bool:
    """The name of a section, or the words that a list hangs from whose items have been read."""
    words = material.text[passage.start : passage.end]
    if passage.kind == "row":
        return False
    if passage.kind == "heading" or len(words) < MAX_HEADING:
        label = words.strip().rstrip(":?")
        if len(label.partition(":")[2].split()) > 1 or _TOLD.search(label) or GRADED.search(label):
            return False  # "Apologies: Ann Reed" says who, "Overall rating Inadequate" what
        if section_of(label) is not None and len(label.split()) < _NAME_WORDS:
            return True
    return passage.start in leads and words.rstrip()[-1:] in ":–-"


# "Apologies. Cllr Ann Reed", "4. Absent. Two members"
_TOLD = re.compile(r"[a-z]\. \S+ \S")
# Notes and "about us" lie in the same section, and may hold what is to be done.
_DEFINES = re.compile(
    r"\b(?:grad\w+|rat(?:e|es|ed|ings?)|judg\w+|mean\w*|terminolog\w+|definitions?|glossary"
    r"|terms|inspect\w*)\b",
    re.IGNORECASE,
)


# "The Ombudsman's role and powers", "How we inspect": what holds for every paper of a body
_ROLE = re.compile(
    r"\b(?:roles? and (?:powers|functions)|powers and duties|how (?:we|i) (?:inspect|considered"
    r"|investigate[ds]?|work)|legal and administrative background)\b",
    re.IGNORECASE,
)


def defines(passage: Passage) -> bool:
    """Whether a passage stands under a heading that explains grades, words or powers."""
    if _ROLE.search(passage.heading):
        return True
    return passage.section == "definitions" and _DEFINES.search(passage.heading) is not None


# What a title may hold and still say something: "The force must act, says the watchdog".
IN_TITLES = (
    "listed",
    "strong",
    "person",
    "meeting",
    "order",
    "placed",
    "graded",
    "count",
    "money",
)
# A short line without a figure and without an end mark.
_NAME_LINE = re.compile(r"[A-Z][^\d.!?:;]{3,70}[^\d.!?:;,]")
_ASKS = re.compile(
    r"\W*(?:\d{1,2}[.)]? )?(?:What|Who|How|When|Why|Where|Which|Can|Is|Are|Do|Does)\b"
)
_LONGEST_TITLE = 150  # characters


def titles(material: Material, passage: Passage, block: Block) -> bool:
    """A heading, or a line in capitals: it names what follows and states nothing."""
    words = material.text[passage.start : passage.end].strip()
    if passage.kind == "row" or len(words) > _LONGEST_TITLE:
        return False
    if passage.kind == "heading" or block.kind == "heading" or words.isupper():
        return True
    alone = (passage.start, passage.end) == (block.start, block.end) and block.kind == "paragraph"
    named = alone and passage.section not in SECTIONS and passage.lead is None
    return named and _NAME_LINE.fullmatch(words) is not None and not GRADED.search(words)


def titled_finding(material: Material, passage: Passage) -> bool:
    """A heading that is a sentence, right below one that names a section of findings."""
    if passage.kind != "heading" or passage.end - passage.start < _SENTENCE:
        return False
    above = material.before(passage)
    if above is None or above.kind != "heading":
        return False
    return section_of(material.text[above.start : above.end].strip(" :")) in SECTIONS


_SENTENCE = 45  # characters


# "That the report be noted", "The minutes were agreed as a true record", "There were no
# declarations": what every meeting says, and what nobody has to do.
_PAPER = (
    r"(?:reports?|minutes|notes|updates?|papers?|items?|contents?|information|position|presentation"
    r"|tracker|register|letters?|correspondence|accounts|appendi(?:x|ces)|plan|programme)"
)
_FORMAL = worded(
    "noted|received|record|signed|agreed|approved|confirmed|adopted|accepted|no ",
    rf"\b{_PAPER}\b[^.;:\n]{{0,90}}\b(?:be|was|were|is|are) (?:[a-z]+ and )?(?:noted|received)\b"
    r"|\bbe (?:noted|received)[.;,]?(?: and)?$"
    r"|\bminutes\b[^;:\n]{0,120}\b(?:was|were|be) (?:unanimously |duly |also )?(?:agreed|approved"
    r"|confirmed|signed|accepted|adopted)\b"
    r"|\bminutes\b[^;:\n]{0,120}\b(?:agreed \||(?:true|correct|accurate) (?:and \w+ )?record\b)"
    r"|\bagreed the minutes\b"
    r"|\b(?:there (?:was|were) no|no) (?:\w+ ){0,3}?(?:matters|declarations?|apologies|questions"
    r"|comments|objections?|interests?|absences|items|other business)\b",
)


def formal(words: str) -> bool:
    """Whether a sentence, in small letters, says what the minutes of every meeting say."""
    return _FORMAL.search(words) is not None


# "Shall we meet on Friday 3 May?" stands on a line of its own, and is no title.
_INVITES = re.compile(r"\W*(?:Could|Can|Shall|Would|May|Might|Are) (?:we|you)\b")


def invites(words: str) -> bool:
    """A question that asks somebody to come."""
    return _INVITES.match(words) is not None


def asks(words: str) -> bool:
    """A question, the words above a list, or a line in capitals that is no day."""
    return (
        words.endswith(("?", ":"))
        or (words.isupper() and not DAY_ALONE.fullmatch(words))
        or _ASKS.match(words) is not None
    )

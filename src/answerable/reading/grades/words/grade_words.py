"""The words by which grades are given, and where they stand in a passage."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from answerable.reading.clauses import Passage
from answerable.reading.material import Material
from answerable.reading.modals import MAY
from answerable.reading.scales import GRADE, GRADE_RE, GRADED, label
from answerable.reading.worded import worded

CUE = (
    r"(?:(?:re-?)?graded|(?:re-?)?rated|rates|judged|judges|grades(?! (?:are|were|is|was))"
    r"|assessed|assesses|deemed|ranked"
    r"|classed|classified|classes|categorised|branded|brands|labelled|scored|found|downgraded"
    r"|upgraded|(?<=[Ww]e )(?:re-?)?(?:grade|rate|judge)|(?<=now )(?:grade|rate|judge)"
    r"|(?<=\bto )(?:grade|rate|judge|mark|brand)(?= (?:the|it|us|you|them|its|their|our)\b)"
    r"|(?<=ors )(?:rate|grade|judge|mark|call|put)|(?<=hey )(?:rate|grade|judge|mark)"
    r"|calls(?= (?:it|the|its|their|our)\b)"
    r"|(?:grading|rating|judging|branding|marking|calling)(?= (?:it|us|them|its|their|our)\b)"
    r"|(?<=inspectors )called|(?<=inspectors had )called|(?<=inspectors have )called|(?<=be "
    r")called|(?<=inspectorate )called"
    r"|considered|declared|marked|awarded|given|received|receives|gets|got|handed|gave)"
)
NOUN = r"(?:ratings?|grades?|gradings?|judge?ments?|assessments?|verdicts?|outcomes?|scores?)"
AFTER = re.compile(
    rf"^[\"”’']?(?:\s*$|\s*[.,;:()!?–—-]|\n| (?:in|for|at|by|overall|on|with|across|from|to|when"
    rf"|because|without"
    rf"|but|and|or|while|after|following|as|until|again|since|last|this|both|under|against|too"
    rf"|also|here|there|stands|over|amid|now|today|tonight|yesterday|before|though|although|so"
    rf"|twice|not long|then|yet|(?:\w+ )?years? (?:ago|before)|according|bar|except|save|despite"
    rf"|apart"
    rf"|read more|view|{NOUN})"
    r"(?:\b|$))",
    re.IGNORECASE,
)
NEGATED = re.compile(
    r"\b(?:no longer|never|rather than|instead of|avoid(?:ing)?|towards?|aim(?:s|ed|ing)? (?:for"
    r"|to"
    rf"|at)|target(?:s|ed|ing)?(?: of)?|would(?: have)?(?: be| been)?|could(?: be)?|might|{MAY}"
    r"|should"
    r"|unless|hop(?:e|es|ed|ing)|expect(?:s|ed|ing)?|want(?:s|ed|ing)?"
    r"|not(?! (?:only|just|merely|least)\b)|n[’']t|needs? to"
    r"|must be"
    r"|less than|below|above|short of|path to|journey to(?:wards)?|ambition|wish(?:es)?|will be"
    r"|get(?:ting)? to|(?<!ha[sd] )(?<!have )becom(?:e|ing)|return(?:ing)? to|move to"
    r"|working(?!(?: \w+){0,2} (?:after|when|because|as)\b)"
    r"|achiev(?:e"
    r"|ing))\b[^.,;:]{0,45}$",
    re.IGNORECASE,
)
# "It would be unfair not to mention that the force is good": what follows is so.
_IS_SO = re.compile(
    r"\b(?:mention|forget|deny|denied|hide|overlook|ignore|dispute|fact|glad|proud|pleased|sorry"
    r"|true|clear|surprised)(?: to say)? that\b"
    # "The region will be disappointed to be rated as inadequate": so it was.
    r"|\b(?<!would )(?<!might )(?<!could )(?<!not )be (?:very |deeply |rightly )?(?:disappointed"
    r"|saddened|frustrated|pleased|proud|delighted|dismayed) (?:to|at|by|with)\b"
)


# "I could give no better than requires improvement": so it was.
_NO_BETTER = re.compile(
    r"\b(?:no|not (?:go |be |rise |do |get |put it |give )?(?:any )?) ?(?:better|worse|higher"
    r"|lower|more)"
    r" than(?: an?)?[\s\"“‘']*$"
    # "I am not content with requires improvement": that is what it got.
    r"|\b(?:not|never|n[’']t) (?:at all )?(?:content|happy|satisfied|pleased|comfortable) with"
    r"(?: an?)?[\s\"“‘']*$"
    # "had not shifted from inadequate", "has not moved off requires improvement": so it is.
    r"|\b(?:not|never|n[’']t) (?:yet )?(?:shifted|moved|budged|changed|stirred|progressed|improved"
    r"|advanced|risen|got(?:ten)?|come|come up) (?:up |away |on )?(?:from|off|beyond)(?: an?)?"
    r"[\s\"“‘']*$",
    re.I,
)


def denied(left: str) -> bool:
    """Whether the words before a grade deny it, hope for it or only think of it."""
    if _NO_BETTER.search(left):
        return False
    return NEGATED.search(_IS_SO.split(left)[-1]) is not None


# "No area was found to be inadequate": nobody was.
NOBODY_WAS = re.compile(
    r"(?:^|[.;:,] |\b(?:that|and|but) )\W*(?:no(?! (?:better|worse|more) than)|none|neither|not "
    r"one|nothing)\b[^.;,:]{0,70}$",
    re.IGNORECASE,
)
# "We hope … and to be rated good by 2034"; "the aim was to be rated good".
WISHED = re.compile(
    r"\b(?:hop(?:e|es|ed|ing)|aim(?:s|ed|ing)?|want(?:s|ed|ing)?|plan(?:s|ned|ning)?|ambition"
    r"|intend(?:s|ed|ing)?|expect(?:s|ed|ing)?|determined|committed|wish(?:es|ed)?|goal|target"
    r"|vision|aspir\w+|working|required|needs?)\b[^.;]{0,160}\bto be(?: (?:re-?)?(?:rated"
    r"|graded|judged"
    r"|assessed|found))?(?: (?:as|overall|at least|an?))*[\s\"“‘']*$"
    # "Our ambition is that by 2030 it rates us outstanding for custody and good for dogs."
    r"|\b(?:ambition|aim|goal|target|vision|hope|plan|dream|aspiration)"
    r"(?: (?:is|was) (?:that|for|to)\b|:)[^.;]{0,240}$",
    re.IGNORECASE,
)
WISHED_BY = re.compile(
    r"^[\"”’']?(?: overall)? (?:by|within|before|in) (?:the )?(?:end of |next )?(?:(?:19"
    r"|20)\d\d|\w+ years?)\b"
)
HYPOTHESIS = re.compile(
    rf"^\W*Had\b|\b(?:may|might|could|will|would) (?:well )?(?:think|say|feel|believe|find|grade"
    r"|rate|judge|claim|argue)\b"
    r"|\b(?:[Ii]f(?! I may)|(?<!for )[Ww]hether|[Ss]hould the|[Uu]nless|[Ii]magine|[Ss]uppose)\b"
    rf"|\b{NOUN} (?:can|may)"
    r" be\b|\b(?:graded|rated|judged) on a\b|\b(?:scale|four-point|five-point)\b|\bcategories of\b"
    r"|\bone of (?:four|five|the)\b|\bwe (?:use|award|give) (?:the|a|one)\b"
)


# A survey, a poll or somebody's opinion rates, and no inspectorate: no grade was given.
OPINION = re.compile(
    r"\b(?:residents|respondents|victims|readers|viewers|listeners|(?<!with )people"
    r"|(?<!to )the public|voters"
    r"|customers|users|parents|pupils|patients|families|staff|officers|members|visitors|tenants"
    r"|businesses|shoppers|survivors|callers)\b"
    # "In the areas of efficiency and people, it graded the service …": an inspectorate did.
    r"(?![^.;:]{0,40}\b(?:it|inspectors?|inspectorate|HMICFRS|HMIC|Ofsted|CQC|we)\b)[^.;:]{0,40}"
    r"\b(?<!still )(?<!now )(?<!again )(?<!also )"
    r"(?<!\ba )(?<!\bthe )(?<!\bits )(?<!\bour )(?<!\btheir )(?<!\bthis )"  # "a grade of"
    r"(?<!is )(?<!are )(?<!was )(?<!were )(?<!been )(?<!be )"
    r"(?:rated?|graded?|gave|give|scored?|judged?|described?|marked?|called?)\b"
    r"|\b(?:residents|respondents|victims|readers|neighbours|pupils|patients|parents|families"
    r"|callers|customers|tenants|survivors|shoppers) (?:have |had )?(?:say|said|thought|think|felt"
    r"|feel|complain(?:ed)?|tell|told) (?:(?!rated|graded)[^.;:])*$",
    re.IGNORECASE,
)
POLL = re.compile(
    r"\b(?:surveys?|polls?|questionnaires?|satisfaction|straw poll|reviews? site)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Token:
    """One grade word in a passage, with the words left and right of it in that passage."""

    start: int
    end: int
    words: str
    left: str
    right: str

    @property
    def label(self) -> str:
        return label(self.words)

    @property
    def quoted(self) -> bool:
        return self.left[-1:] in "\"“‘'" and self.right[:1] in "\"”’',"


def grade_tokens(material: Material, passage: Passage) -> Iterator[Token]:
    text = material.text
    for match in GRADED.finditer(text, passage.start, passage.end):
        if _RUNG_OF_ANOTHER.search(text, max(passage.start, match.start() - _BACK), match.start()):
            continue
        yield Token(
            match.start(),
            match.end(),
            match.group(),
            text[max(passage.start, match.start() - 400) : match.start()],
            text[match.end() : min(passage.end, match.end() + 260)],
        )


# "Reasonably good" is an outcome of prisons, or praise: never the grade "good".
_RUNG_OF_ANOTHER = re.compile(r"\b(?:reasonably|sufficiently|insufficiently) $", re.IGNORECASE)
_BACK = 15  # characters


def scale_list(words: str, tokens: list[Token]) -> bool:
    """Sentences that list the scale itself: three labels or more joined by "or" or "and"."""
    labels = {token.label for token in tokens}
    if len(labels) < 3:
        return False
    if re.search(rf"{GRADE}[\"”’']?,? or [\"“‘']?{GRADE}", words, re.IGNORECASE):
        return True
    gaps = [token.right.lstrip("\"”’', ")[:30] for token in tokens]
    plain = sum(1 for gap in gaps if GRADE_RE.match(gap) or gap.startswith(("and ", "or ")))
    return plain >= len(labels) - 1 and len(labels) >= 4


# "Custody: good" inside a line: a question and its grade, one after the other.
INLINE = worded(
    "adequate|exceptional|expected standard|good|insufficient evidence to rate"
    "|needs attention|no grade|not graded|not inspected|not judged|not rated"
    "|outstanding|require improvement|required improvement|requires improvement"
    "|requires-improvement|requiring improvement|strong standard|ungraded"
    "|urgent improvement",
    rf"(?:^|[;,:|] |\band |(?<=Good )|(?<=Outstanding )|(?<=Adequate )|(?<=Inadequate )"
    rf"|(?<=mprovement ))(?P<q>[A-Z][A-Za-z’' /&-]{{2,70}}?)(?: ?[-–—:] ?"
    rf"| \()[\"“‘']?(?P<g>{GRADE})[\"”’']?\)?"
    r"(?=\s*(?:[;,.|]|$|and\b| (?-i:[A-Z])))",
    re.IGNORECASE,
)

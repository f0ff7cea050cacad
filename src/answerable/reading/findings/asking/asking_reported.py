"""Forms in which somebody passes on what was asked of a body: of `duty_asked`.

"The inspectors' list is short. By May the force should …", "the Deputy Commissioner read out that
the force should …", "It says that the council should …", "the inspectorate's test was simple: the
force should …", "They found a gap and told the council that it must …". Each gives `do`, what is
to be done, and `who`.
"""

import re

from answerable.reading.clauses import Passage
from answerable.reading.findings.asking.asking_of_anyone import BODY
from answerable.reading.findings.telling_forms import DO, INSPECTS, OUTSIDER
from answerable.reading.material import Material
from answerable.reading.worded import worded

_SHOULD = r"(?:should|must|needs? to|ought to)(?: now| also| therefore)?"
_SHOULD_WORDS = "should|must|need|ought to"
_WHEN = r"(?:(?:By|Within|Before|No later than) [^.;:]{3,40}?,? )"
# Below what inspectors found: "By the end of May the force should …".
_TOLD_ON = worded(
    _SHOULD_WORDS,
    rf"^\W*{_WHEN}?(?P<who>(?:[Tt]he|[Aa]ll|[Ee]ach|[Ee]very) (?-i:{BODY})) {_SHOULD} {DO}",
)
# "The Deputy Commissioner read out that the force should …".
_READ_OUT = worded(
    _SHOULD_WORDS,
    r"\b(?:read out|reads|reminded (?:\w+ )?\w+|reported|recalled|repeated|summed up)(?:,)? that "
    rf"(?P<who>{BODY}|it|they|we) {_SHOULD} {DO}",
)
# "It says that the force should …", of whoever was named before and runs no such body.
_IT_SAYS = worded(
    _SHOULD_WORDS,
    rf"^\W*(?:It|They) (?:also |still |now )?(?:says?|argues?|thinks?) (?:that )?(?P<who>{BODY}) "
    rf"{_SHOULD} {DO}",
)
# "the inspectorate's test was a simple one: the force should …".
_IN_A_WORD = worded(
    ": ",
    rf"\b(?i:{INSPECTS})(?:[’']s?|s[’']) [^.;:]{{2,50}}: (?:that )?(?P<who>{BODY}|we|it|they) "
    rf"{_SHOULD} {DO}",
)
# "They found a gap and told the council that it must …".
_TOLD_IT = worded(
    "told ",
    rf"^\W*(?:They|It)\b(?:[^.;:]|\.\d){{0,80}}?\btold (?P<who>{BODY}) (?:that )?(?:it|they)"
    rf" {_SHOULD} {DO}",
)
REPORTED_FORMS = (
    ("told-on", _TOLD_ON),
    ("read-out", _READ_OUT),
    ("it-says-that", _IT_SAYS),
    ("in-a-word", _IN_A_WORD),
    ("told-it", _TOLD_IT),
)
"""The forms, in the order in which they are tried: behind all others."""
REPORTED_IN_MINUTES = ("told-on", "read-out", "in-a-word")
"""Forms that minutes have too: what inspectors asked, and none of the meeting."""
_OF_NEWS = ("news", "other", "statement")
_OF_TOLD = ("news", "other", "statement", "minutes")
_ASKERS = re.compile(
    r"\b(?:[Ii]nspect(?:ors?|orate)[’']?s?(?: [\w’'-]+){0,3} (?:list|words|advice|findings?|answer"
    r"|verdict|view|message|orders?|demands?|recommendations?|asked|recommended|wants?|wanted"
    r"|ordered|demanded)\b"
    r"|through (?:the|its|their|this) (?:\w+ )?(?:review|report|audit|findings|recommendations)\b"
    r"|(?:inspect\w+|HMI\w*|Ofsted|CQC|auditors?|coroner|ombudsman|regulator|watchdog|review(?:ers)?"
    r"|report)[^.;:]{0,30} (?:asked for|recommended|wanted|ordered|demanded)\b)"
)
# Who inspects, or speaks for those whom a body serves.
_PLEADS = re.compile(
    rf"\b(?:{INSPECTS}|{OUTSIDER}|(?:which|that|who) (?:helps?|supports?|represents?|speaks? for"
    r"|campaigns?|works? with|looks? after))\b",
    re.IGNORECASE,
)


def may_be_reported(material: Material, passage: Passage, rule: str) -> bool:
    """Whether one of these forms may be read at this place."""
    kind = material.profile.type
    if rule in ("it-says-that", "told-it"):
        spoken = kind not in _OF_NEWS or material.speech_at(passage.start, passage.end) is not None
        return not spoken and (rule == "told-it" or _above(material, passage, _PLEADS))
    if rule in ("told-on", "read-out"):
        return kind in _OF_TOLD and passes_on(material, passage)
    return True


def passes_on(material: Material, passage: Passage) -> bool:
    """Whether the sentence right before says whose list, words or findings come next."""
    return _above(material, passage, _ASKERS)


def _above(material: Material, passage: Passage, form: re.Pattern[str]) -> bool:
    above = material.before(passage)
    return (
        above is not None
        and above.kind not in ("heading", "row")
        and passage.block - above.block <= 1
        and form.search(material.text, above.start, above.end) is not None
    )

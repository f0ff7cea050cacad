"""What an ombudsman has a body do, told in running text: by the decision, in news, in a paper.

"The Ombudsman has directed that Quarnley give an apology and make a payment", "she ordered it to
repay him", "the Council has agreed to mend his fence and train its staff",
"… has agreed to remedy this by: apologising to him; and paying him £300", "the Ombudsman gained
the Council's agreement to write to him". Lists below a head of their own are read by `remedies`.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from answerable.reading.clauses import Passage
from answerable.reading.deadlines import deadline
from answerable.reading.findings.duties.duties_joined import ANY_VERB
from answerable.reading.findings.duties.duty_records import duty_record
from answerable.reading.findings.duties.duty_words import bare
from answerable.reading.material import Material
from answerable.reading.modals import NOT_TAKEN
from answerable.reading.records import Record
from answerable.reading.worded import worded

_PAPER = worded("mbudsman|mbudsmen|OMBUDSMAN", r"\b(?:[Oo]mbudsm[ae]n|OMBUDSMAN)\b")
_NO_PAPER = ("agenda", "action-log", "register")
_BODIES = (
    r"council|trust|landlord|provider|authority|association|(?:health )?board|university|force"
    r"|company|practice|department|service|home|academy|school|commissioner|agency"
)
_WHO = (
    rf"(?:(?:the|The|its|both|each|that) (?:[a-z]+ )?(?i:{_BODIES})s?|it|It|him|them"
    r"|(?!(?:Mr|Mrs|Ms|Miss|Dr|The|A|An|He|She|They|We|This|That|Tenants?|Residents?|Parents?"
    r"|Families|Staff|Officers?|Members)\b)[A-Z][\w’'-]+(?: (?:of|and|the|for|&|[A-Z][\w’'&-]*))"
    r"{0,6})"
)
_BY = (
    r"\b(?P<by>[Oo]mbudsm[ae]n|OMBUDSMAN|LGSCO|LGO|PHSO|SPSO|PSOW|[Ww]atchdog|[Ss]he|[Hh]e|[Ii]t"
    r"|[Tt]hey|and)"
)
_ADVERBS = r"(?: (?:has|have|had|also|further|then|therefore|now|formally))*"
_DO = r"(?P<do>[a-z][^.;:?]{7,400})"
# "has ordered it to resolve the complaint", "directed that Quarnley produce a policy".
_ORDERS = worded(
    " directed | ordered | orders | directs | instructed | instructs | ruled | recommended "
    "| recommends ",
    rf"{_BY}{_ADVERBS} (?:directed|ordered|instructed|directs|orders|instructs) (?P<who>{_WHO}) to"
    rf" {_DO}"
    rf"|{_BY.replace('<by>', '<by2>')}{_ADVERBS} (?:directed|ordered|instructed|ruled"
    r"|recommend(?:s|ed)) that "
    rf"(?P<who2>{_WHO})(?: should| must)? (?!(?:is|are|was|were|had|has|have|would|will|did|does)"
    rf"\b|[a-z]+ed\b){_DO.replace('<do>', '<do2>')}",
)
# "The Ombudsman told the council to …": what a complainant asks for as well.
_ASKS = worded(
    " asked | told | asks | tells | required | called on ",
    rf"{_BY}{_ADVERBS} (?:asked|told|asks|tells|required|called on) (?P<who>{_WHO}) to {_DO}",
)
_WAS_TOLD = worded(
    "told |ordered |directed |instructed |asked |required ",
    rf"(?P<who>\b{_WHO}) (?:was|were|has been|have been|had been|is|are)(?: also| now)? (?:told"
    rf"|ordered|directed|instructed|asked|required)(?P<of> by the (?:\w+ ){{0,6}}[Oo]mbudsman)? to"
    rf" {_DO}",
)
_ASKED = re.compile(r"\b(?:asked|required) to\b")
_AGREED = worded(
    "agreed ",
    rf"(?P<who>\b{_WHO})(?: (?:has|have|had)(?: also| now| since)?| also| then also) agreed (?:to"
    rf"|that it (?:will|would)|it (?:will|would)) {_DO}",
)
_GAINED = worded(
    "agreement to ",
    rf"\b(?:gained|secured|obtained|got|won) (?P<who>{_WHO})(?:[’']s?|s[’']) agreement to {_DO}",
)
_BY_DOING = worded(
    " by",
    rf"(?P<who>\b{_WHO})(?: (?:has|have|had)(?: also| now)?)? agreed to (?:remedy|put right"
    r"|put (?:this|things|matters) right|make good)[^.;:]{0,40}? by:? "
    r"(?P<all>[a-z]+ing\b[^.?]{8,400})",
)
_FORMS = (_ORDERS, _ASKS, _WAS_TOLD, _GAINED, _AGREED)
_VERB = (
    rf"(?:{ANY_VERB}|apologise|apologize|waive|backdate|reimburse|reconsider|repay|arrange|amend"
    r"|complete|carry out|reassess|revisit|remind|refund|compensate|issue|reinstate|award|offer"
    r"|take|make|give|draw up|set up|put|circulate|share|inform|confirm)"
)
_JOINT = re.compile(rf"(?:, and|,| and)(?: also| then)?(?: to)? (?={_VERB} (?!and\b|or\b))")
_JOINT_DOING = re.compile(r"(?:;|,)(?: and)? (?=[a-z]+(?:ing|ments)\b)| and (?=[a-z]+ing\b)")
# The list below says it, or nothing does.
_ONLY_LEADS = re.compile(
    r"(?:(?:carry|carries|carrying) out|take|do|complete|implement|follow|remedy|accept|act on"
    r"|comply with|put right)\b[^.;]{0,30}\b(?:following|recommend\w+|this|these|remed\w+|findings"
    r"|so|fault|proposals?|injustice|actions (?:above|below))\b|(?:the |our |his |her |its )?"
    r"recommend",
)
_COMPLAINS = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss|Dr|complain\w*|tenants?|residents?|mother|father|family|parents?|son"
    r"|daughter|wife|husband|couple|man|woman)\b"
)
_PRONOUNS = frozenset(("it", "him", "them", "they"))
_ABOVE = 3  # sentences
_SHORTEST = 9  # characters: "apologise"
# "We find the Council at fault."
_FAULT = re.compile(r"\b(?:at fault|(?:find|found) fault|fault (?:which )?caus)", re.IGNORECASE)


def records(material: Material) -> Iterator[Record]:
    """One recommendation for each thing, in a paper that speaks of an ombudsman."""
    if material.profile.type in _NO_PAPER or _PAPER.search(material.text) is None:
        return
    for passage in material.passages:
        if passage.kind in ("row", "heading"):
            continue
        words = material.text[passage.start : passage.end]
        if words.endswith(("?", ":")):
            continue
        doing = _BY_DOING.search(words)
        if doing is not None:
            yield from _parts(material, passage, doing, "all", _JOINT_DOING)
            continue
        for form in _FORMS:
            match = form.search(words)
            if match is not None and _fits(material, passage, form, match):
                yield from _parts(material, passage, match, _group(match), _JOINT)
                break


def _group(match: re.Match[str]) -> str:
    return "do" if match["do"] else "do2"


def _fits(material: Material, passage: Passage, form: object, match: re.Match[str]) -> bool:
    do = match[_group(match)]
    if NOT_TAKEN.match(do) or _ONLY_LEADS.match(do):
        return False
    if form in (_AGREED, _GAINED):
        told = _told_of(material, passage, match.end()) is not None
        return told or _at_fault(material, passage)
    if form is _WAS_TOLD:
        near = _told_of(material, passage, match.start())
        by_whom = match["of"] is not None
        return by_whom or (near is not None and near > 0 and not _ASKED.search(match.group()))
    return _asked_by(material, passage, match, orders=form is _ORDERS)


def _asked_by(material: Material, passage: Passage, match: re.Match[str], *, orders: bool) -> bool:
    """Whether it is an ombudsman who asks or orders: by name, or "she" below one."""
    groups = match.groupdict()
    by = groups.get("by") or groups.get("by2") or ""
    if by.lower() in ("ombudsman", "ombudsmen") or by.isupper():
        return True
    near = _told_of(material, passage, match.start())
    above = material.before(passage)
    if near is None or orders or above is None:
        return near is not None
    line = material.text[above.start : above.end] if near else ""
    return near <= 1 and not _COMPLAINS.search(f"{line} {match.string[: match.start()]}")


def _at_fault(material: Material, passage: Passage) -> bool:
    """Whether the same block has found fault before: a decision of an ombudsman sums itself up."""
    begin = material.canonical.blocks[passage.block].start
    return _FAULT.search(material.text, begin, passage.start) is not None


def _told_of(material: Material, passage: Passage, stop: int) -> int | None:
    """How many sentences above an ombudsman is named, or none."""
    if _PAPER.search(material.text, passage.start, passage.start + stop):
        return 0
    at = material.before(passage)
    for far in range(1, _ABOVE + 1):
        if at is None:
            return None
        if _PAPER.search(material.text, at.start, at.end):
            return far
        at = material.before(at)
    return None


# "The Council has agreed to …" answers what an ombudsman asks.
_CONSENTS = re.compile(r"\b(?:agreed|agreement)\b")


def _parts(
    material: Material,
    passage: Passage,
    match: re.Match[str],
    group: str,
    joints: re.Pattern[str],
) -> Iterator[Record]:
    words = match.string
    at, end = match.span(group)
    name = "who" if match.groupdict().get("who") else "who2"
    who: tuple[int, int] | None = None
    if match[name].lower() not in _PRONOUNS:
        who = passage.start + match.start(name), passage.start + match.end(name)
    before = passage.start + match.start()
    ahead = deadline(material.text, passage.start, before) if before > passage.start else None
    for joint in [*joints.finditer(words, at, end), None]:
        stop = joint.start() if joint else end
        if stop - at >= _SHORTEST:
            span = bare(material, passage.start + at, passage.start + stop)
            own = deadline(material.text, *span)
            one = duty_record(
                material,
                passage,
                span,
                who=who,
                modal="recommends",
                due=own or ahead,
                cause=None,
                number=None,
                outside=own is None and ahead is not None,
                rule="remedy.told",
                weight=96,
            )
            agreed = _CONSENTS.search(match.group()[: match.start(group) - match.start()])
            yield replace(one, fields={**one.fields, "response": "accepted"}) if agreed else one
        at = joint.end() if joint else stop

"""Grades awarded, and counts of grades. A count never becomes that many grades.

Never a grade: an adjective of a following noun ("good leadership"), a negated, hoped-for or
hypothetical one, the definitions of a scale, and the inspectorate's own name for a label.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from answerable.reading.clauses import Passage
from answerable.reading.gazetteer import Body, Mention
from answerable.reading.material import Material, Named, by_default, inspected
from answerable.reading.numbers import NUMBER, value
from answerable.reading.records import Record, Value, record
from answerable.reading.scales import DEFINITION, GRADE, GRADE_RE, label

CUE = (
    r"(?:(?:re-?)?graded|(?:re-?)?rated|rates|judged|judges|grades|assessed|assesses|deemed|ranked"
    r"|classed|classified|classes|categorised|branded|brands|labelled|scored|found|downgraded"
    r"|upgraded|considered|declared|marked|awarded|given|received|receives|gets|handed|gave)"
)
NOUN = r"(?:ratings?|grades?|gradings?|judge?ments?|assessments?|verdicts?|outcomes?|scores?)"
_CUE = re.compile(rf"\b{CUE}\b", re.IGNORECASE)
_NOUN_BEFORE = re.compile(
    rf"\b{NOUN}\b(?: (?:for|of|in|at)\b(?! {GRADE})[^.;:()]{{1,90}})?"
    rf"(?: ?(?:of|as|was|were|is|are|from|remains?|remained|has remained|stays?|to|:|–|-|in)"
    rf"| has been| had been)(?: (?:an? |now |still |to |at |overall )*)?$",
    re.IGNORECASE,
)
_CUE_BEFORE = re.compile(
    rf"\b(?:{CUE}|branding|grading|rating)\b(?P<object>[^.;:!?]{{0,140}}?)"
    r"(?: (?:as|to be|be|at|a|an|overall|being|it|them|was|were|is))*$",
    re.IGNORECASE,
)
_BE_BEFORE = re.compile(
    r"\b(?:was|were|is|are|be|been|being|remains?|remained|as|became|to)(?: (?:also|now|still|again"
    r"|overall|only|rated|once|currently|both|all|each))*$",
    re.IGNORECASE,
)
_CHANGE = re.compile(
    r"\b(?:dropped|fell|fallen|falls|moved|moves|slipped|gone|risen|rose|rises|improved|improves|changed"
    r"|declined|deteriorated|downgraded|upgraded|raised|lowered|increased|went|up|down)\b"
    r"(?: \w+){0,3}? from(?: an?)?$",
    re.IGNORECASE,
)
_SUBJECT_BE = re.compile(
    r"(?:\b(?:Police|Constabulary|Service|Council|Trust|Hospital|Authority|Unit|FRS|ROCU|School)"
    r"|\b(?:it|they|that|which|each|force|service|services|constabulary|council|trust|hospital|school"
    r"|response|performance|effectiveness|provision|leadership|areas?|categories|question|overall)"
    r"|[’']s (?:\w+ )?(?:response|approach|performance|handling|work)[^.;,]{0,70})(?: overall)?"
    r",? (?:has |have |had )?(?:also |now |still |again )?(?:was|were|is|are|been|be|remains?|remained"
    r"|became|to be)(?: (?:also|now|still|again|overall|only|once|currently|both|all|each))*$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    rf"^[\"”’']?(?:\s*$|\s*[.,;:)!?–—-]|\n| (?:in|for|at|by|overall|on|with|across|from|to|when|because"
    rf"|but|and|or|while|after|following|as|until|again|since|last|this|both|under|against|{NOUN})"
    r"(?:\b|$))",
    re.IGNORECASE,
)
_NOUN_AFTER = re.compile(rf"^[\"”’']? (?:overall )?{NOUN}\b", re.IGNORECASE)
_NOUN_LEFT = re.compile(
    r"\b(?:received|awarded|given|got|gets?|handed|issued|gave|with|earned|achieved|retained|kept"
    r"|secured|maintained|its|the|their|a|an|was|overall|another|of)\b(?: (?:a|an|an overall|overall"
    r"|the|its|the same|another|first|force’s|force|service)){0,3}$",
    re.IGNORECASE,
)
_NEGATED = re.compile(
    r"\b(?:no longer|never|rather than|instead of|avoid(?:ing)?|towards?|aim(?:s|ed|ing)? (?:for|to"
    r"|at)|target(?:s|ed|ing)?(?: of)?|would(?: have)?(?: be| been)?|could(?: be)?|might|may|should"
    r"|unless|hop(?:e|es|ed|ing)|expect(?:s|ed|ing)?|want(?:s|ed|ing)?|not|n[’']t|needs? to|must be"
    r"|less than|below|above|short of|path to|journey to(?:wards)?|ambition|wish(?:es)?|will be"
    r"|get(?:ting)? to|becom(?:e|ing)|working|return(?:ing)? to|move to|achiev(?:e|ing))\b[^.,;:]{0,45}$",
    re.IGNORECASE,
)
_HYPOTHESIS = re.compile(
    rf"\b(?:[Ii]f|[Ww]hether|[Ss]hould the|[Uu]nless|[Ii]magine|[Ss]uppose)\b|\b{NOUN} (?:can|may)"
    r" be\b|\b(?:graded|rated|judged) on a\b|\b(?:scale|four-point|five-point)\b|\bcategories of\b"
    r"|\bone of (?:four|five|the)\b|\bwe (?:use|award|give) (?:the|a|one)\b"
)
_PREVIOUS = re.compile(
    r"\b(?:previous(?:ly)?|had (?:been|achieved|received|held|got)|last (?:time|inspected|inspection|year|rated|graded|report)"
    r"|down from|up from|dropped from|fell from|slipped from|moved from|moving from|from(?: a| an)?$"
    r"|compared (?:with|to)|formerly|before that|earlier|in its (?:last|previous)|its \d{4}"
    r"|at (?:its|the) (?:last|previous)|prior|in (?:19|20)\d\d(?:[/–-]\d\d)?,?(?: it| the| they| we)"
    r"|the year before|once)\b[^.;]{0,90}$",
    re.IGNORECASE,
)
_PREVIOUS_AFTER = re.compile(
    r"^[\"”’']?(?:[^.;,]{0,40}\b(?:in (?:its|the|our) (?:last|previous|\d{4}(?:[/–-]\d{2,4})?)"
    r"|at (?:its|the|our) (?:last|previous)|last (?:time|year)|the year before|previously|years? ago"
    r"|before (?:that|this)|in (?:the )?\d{4}(?:[/–-]\d{2,4})? (?:assessment|inspection))"
    r"|(?: (?:in|for|at|on) [^.;,]{1,50})? in (?:19|20)\d\d\b)",
    re.IGNORECASE,
)
_SELF = re.compile(r"\bself[- ]assess(?:ed|ment)|\bassess(?:ed|es)? (?:itself|themselves)\b", re.I)
_CARRIED = re.compile(
    r"\bcarried (?:over|forward)\b|\bjudg[e]?ment stands\b|was not inspected", re.I
)
_AREAS = (
    r"(?:areas?|categor(?:y|ies)|themes?|questions?|domains?|measures?|pillars?|aspects?|subjects?"
    r"|services?|elements?|standards?|core services?|sections?|headings?|of (?:the|its|them|these)\b"
    r"[^.,;]{0,30})"
)
_COUNT_AFTER = re.compile(
    rf"^[\"”’']?(?: overall,? and)? ?(?:in|for|at|across|on) (?:just |only |a further |another |all )?(?P<n>{NUMBER})"
    rf"(?: of (?:the |its |all )?(?P<of>{NUMBER}))?(?: (?:key |different |other |inspected |more"
    rf" |further |policing ))*(?: ?(?P<unit>{_AREAS}))?(?P<end>[\s.,;:)”\"]|$)",
    re.IGNORECASE,
)
_COUNT_BEFORE = re.compile(
    rf"(?P<n>{NUMBER})(?: of (?:the |its )?(?P<of>{NUMBER}))? (?:other |further |key |more )*"
    rf"{_AREAS}(?: of policing)?,?(?: (?:as|were|was|are|is|being|been|have|had|where|that|which"
    rf"|it|the force|{CUE}))*[\s:]*[\"“‘']?$",
    re.IGNORECASE,
)
_BARE_COUNT = re.compile(
    rf"(?:^|[\s,:(])(?P<n>{NUMBER})(?: (?:areas?|as|rated|graded|have|has|been|were|was|are))*[\s\"“‘']*$",
    re.I,
)
_COUNT_WORDS = re.compile(
    rf"\b(?:areas|categories|grades|gradings|judg|themes|questions|{NUMBER})", re.IGNORECASE
)
_FOR = re.compile(
    r"^[\"”’']?(?: overall)?(?: rating| grade| grading| judge?ment)? (?:for|at|in|on) "
    r"(?P<q>(?:its |their |the way it |how (?:well )?(?:it|they|the \w+) )?[^.;:,()\n]{3,110})",
    re.IGNORECASE,
)
_QUESTION_END = re.compile(
    r"(?:,? (?:and|but|while|with|where|although|compared|following|after|by (?:HM|the|Ofsted)|when"
    r"|because|since|down|up from|an? |as it|in its|for its)\b| by [A-Z]|[\"”] |$)"
)
NOBODY = Body("", None, "")
SCALES = {"hmicfrs": "hmicfrs-5", "hmic": "hmicfrs-4", "ofsted": "ofsted-4", "cqc": "cqc-4"}


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


def records(material: Material) -> Iterator[Record]:
    """All grades and grade counts in prose."""
    for passage in material.passages:
        if passage.kind == "row" or passage.section == "definitions":
            continue
        words = material.text[passage.start : passage.end]
        tokens = list(_tokens(material, passage))
        if not tokens or DEFINITION.match(words) or _scale_list(words, tokens):
            continue
        yield from _passage(material, passage, tokens)


def _tokens(material: Material, passage: Passage) -> Iterator[Token]:
    text = material.text
    for match in GRADE_RE.finditer(text, passage.start, passage.end):
        yield Token(
            match.start(),
            match.end(),
            match.group(),
            text[passage.start : match.start()],
            text[match.end() : passage.end],
        )


def _scale_list(words: str, tokens: list[Token]) -> bool:
    """Sentences that list the scale itself: three labels or more joined by "or" or "and"."""
    labels = {token.label for token in tokens}
    if len(labels) < 3:
        return False
    if re.search(rf"{GRADE}[\"”’']?,? or [\"“‘']?{GRADE}", words, re.IGNORECASE):
        return True
    gaps = [token.right.lstrip("\"”’', ")[:12] for token in tokens]
    plain = sum(1 for gap in gaps if GRADE_RE.match(gap) or gap.startswith(("and ", "or ")))
    return plain >= len(labels) - 1 and len(labels) >= 4


def _passage(material: Material, passage: Passage, tokens: list[Token]) -> Iterator[Record]:
    accepted: Token | None = None
    after_count = False
    heading = passage.kind == "heading"
    inline = _inline(material.text[passage.start : passage.end], passage.start)
    for place, token in enumerate(tokens):
        count = _count(token, tokens, place, chained=after_count)
        if count is not None:
            if re.match(r"[\"”’']? overall,? and\b", token.right):
                yield from _grades(material, passage, token, "grade.verb", None, accepted)
            yield _count_record(material, passage, token, count)
            accepted, after_count = token, True
            continue
        after_count = False
        rule = "grade.inline" if token.start in inline else _accept(token, accepted, passage)
        if rule is None or (heading and rule != "grade.label"):
            continue
        previous, accepted = accepted, token
        following = tokens[place + 1] if place + 1 < len(tokens) else None
        yield from _grades(material, passage, token, rule, following, previous)


def _count(
    token: Token, tokens: list[Token], place: int, *, chained: bool
) -> tuple[int, int, int | None, int] | None:
    """Start, end, total and number of a grade count around a token."""
    if _HYPOTHESIS.search(token.left) or _NEGATED.search(token.left):
        return None
    after = _COUNT_AFTER.match(token.right)
    if after is not None and (after["unit"] or chained or len(tokens) > 1 or token.quoted):
        number = value(after["n"])
        stop = (
            after.start("end")
            if after["unit"]
            else after.end("of")
            if after["of"]
            else after.end("n")
        )
        return _found(number, token.start - token.quoted, token.end + stop, after["of"])
    before = _COUNT_BEFORE.search(token.left)
    if before is not None and value(before["n"]) is not None and _AFTER.match(token.right):
        return _found(
            value(before["n"]),
            token.start - len(token.left) + before.start("n"),
            _close(token),
            before["of"],
        )
    bare = _BARE_COUNT.search(token.left)
    others = any(_BARE_COUNT.search(one.left) for one in tokens if one is not tokens[place])
    if (
        bare is not None
        and others
        and not re.search(r"\bQ$|\bpage $", token.left[: bare.start("n")])
    ):
        return _found(
            value(bare["n"]), token.start - len(token.left) + bare.start("n"), token.end, None
        )
    return None


def _close(token: Token) -> int:
    """The end of a count that stands before its grade, with the closing quotation mark."""
    return token.end + (token.quoted and token.right[:1] in "\"”’'")


def _found(
    number: int | None, start: int, end: int, of: str | None
) -> tuple[int, int, int | None, int] | None:
    if number is None or number > 60:
        return None
    return start, end, value(of) if of else None, number


def _count_record(
    material: Material, passage: Passage, token: Token, count: tuple[int, int, int | None, int]
) -> Record:
    start, end, of, number = count
    named = _institution(material, passage, token.start)
    given: dict[str, Value] = {"value": token.label, "n": number, "of": of}
    support, inferred = _body_fields(given, named, "institution")
    return record(
        "grade_count",
        (start, end),
        "grade.count",
        given=given,
        support=support,
        inferred=inferred,
        weight=80,
    )


def _accept(token: Token, accepted: Token | None, passage: Passage) -> str | None:
    """The rule by which a grade word is a grade, or None."""
    left = token.left.rstrip("\"“‘' *").rstrip()
    if _NEGATED.search(left[-70:]) and token.label != "not graded":
        return None
    if _HYPOTHESIS.search(token.left):
        return None
    if _NOUN_BEFORE.search(left) and re.match(
        r"[\"”’']? (?:was|were|has been) (?:given|awarded|issued"
        r"|made|handed)",
        token.right,
    ):
        return "grade.noun-of"
    if not _AFTER.match(token.right):
        return None
    if token.left.rstrip().endswith("not yet") or (left.endswith(" yet")):
        return None
    quick = _adjacent(token, left)
    if quick is not None:
        return quick
    if accepted is not None and _linked(token, accepted):
        return "grade.chain"
    return _labelled(token, left, passage)


_OBJECT = re.compile(
    rf"\b{CUE} (?:the |its |their )?(?:[A-Z][\w’' ]+?[’']s |\w+[’']s )(?P<q>[a-z][^.,;:\"“]{{3,80}}?)"
    r" (?:to be|as|was|were|is)(?: (?:rated|graded|overall))*[\s\"“‘']*$"
)
_VISIT_WORDS = re.compile(r"\b(?:inspections?|report|assessment|review|visit)$", re.IGNORECASE)
_INLINE = re.compile(
    rf"(?:^|[;,:] |\band )(?P<q>[A-Z][A-Za-z’' /&-]{{2,70}}?)(?: ?[-–—:] ?| \()[\"“‘']?(?P<g>{GRADE})[\"”’']?\)?"
    r"(?=\s*(?:[;,.]|$|and\b))",
    re.IGNORECASE,
)
_LOWEST = re.compile(
    rf"\b(?:lowest|highest|worst|best|top|bottom|second[- ]\w+)(?: possible)? {NOUN},?"
    r"(?: (?:of|which is|being))?$",
    re.IGNORECASE,
)
_PAST_VISIT = re.compile(
    r"^[\"”’']? (?:in|at|following|after|during) (?:its|our|the|their|an?) (?:\w+ )?(?:last|previous"
    r"|\d{4}(?:[/–-]\d{2,4})?) ?(?:inspection|assessment|report|visit)?",
    re.IGNORECASE,
)


def _inline(words: str, offset: int) -> frozenset[int]:
    """Where "Effectiveness - good; efficiency - good" stands in one line: two pairs or more."""
    found = list(_INLINE.finditer(words))
    return frozenset(offset + one.start("g") for one in found) if len(found) > 1 else frozenset()


def _adjacent(token: Token, left: str) -> str | None:
    if re.match(
        rf"[\"”’']? to [\"“‘']?(?:{GRADE})", token.right, re.IGNORECASE
    ) and _CHANGE.search(left):
        return "grade.change-from"
    if re.search(
        rf"\bfrom(?: an?)? [\"“‘']?(?:{GRADE})[\"”’']? to(?: an?)?$", left, re.IGNORECASE
    ):
        return "grade.change-to"
    cue = _last_cue(left)
    if cue is not None and _object_fits(token, cue):
        return "grade.verb"
    if _NOUN_BEFORE.search(left):
        return "grade.noun-of"
    if (
        _NOUN_AFTER.match(token.right)
        and _NOUN_LEFT.search(left)
        and not re.match(
            rf"[\"”’']? {NOUN} (?:means|is given|indicates|will|would|can|may)", token.right
        )
    ):
        return "grade.noun"
    if _LOWEST.search(left):
        return "grade.lowest"
    if not _SUBJECT_BE.search(left) and not token.quoted:
        return None
    if _PAST_VISIT.match(token.right):
        return "grade.past-visit"
    strong = token.label not in ("good", "not graded", "expected standard") or token.quoted
    if (
        strong
        and _BE_BEFORE.search(left)
        and re.match(r"[\"”’']?(?: (?:in|at|for|overall)\b|\s*[.,;]|\s*$)", token.right)
    ):
        if left.endswith(" to") or token.label == "adequate" and not token.quoted:
            return None
        return "grade.be"
    return None


def _last_cue(left: str) -> str | None:
    """What stands between the last grading verb and the grade, or None."""
    found = None
    for match in _CUE.finditer(left):
        found = match
    if found is None:
        return None
    return found.group().lower() + "\n" + left[found.end() :]


def _object_fits(token: Token, cue: str) -> bool:
    verb, between = cue.split("\n", 1)
    if len(between) > 150 or re.search(r"[.;!?]", between):
        return False
    bare = re.sub(r"[\"“‘'’”]", "", between).strip().lower()
    weak = verb in (
        "found",
        "considered",
        "given",
        "received",
        "receives",
        "gets",
        "handed",
        "gave",
        "awarded",
        "marked",
        "declared",
        "assessed",
        "scored",
    )
    tail = re.search(
        r"(?:^|\b)(?:as|to be|overall|was|were|is|a|an|its?|them|at|of|:|being|be)$", bare
    )
    if not bare:
        return not weak or token.quoted or token.label != "good"
    if verb in ("given", "received", "receives", "gets", "handed", "gave", "awarded"):
        return (
            bool(_NOUN_AFTER.match(token.right))
            or bool(re.search(rf"\b{NOUN}\b.{{0,40}}\b(?:of|as|:)$", bare))
            or token.quoted
        )
    if verb == "found":
        return bool(re.search(r"(?:to be|was|were|is|as)$", bare)) and (
            token.quoted or token.label != "good"
        )
    if tail:
        return True
    return len(bare.split()) <= 9 and not re.search(
        r"\b(?:and|has|have|that|because|which|who|found|said)\b", bare
    )


def _linked(token: Token, accepted: Token) -> bool:
    """A further grade in a chain: "… as inadequate for x, requires improvement for y"."""
    between = token.left[accepted.end - (token.start - len(token.left)) :]
    plain = between.strip("\"“”‘’'. ").lower()
    if len(plain) > 140 or re.search(r"[.!?](?:\s|$)", plain):
        return False
    if re.search(r"\b(?:has|have|had|needs?|must|should|found|there|because|said|who)\b", plain):
        return False
    return not plain or bool(re.search(r"[,;]|\b(?:and|but|while|with|or)\b", plain))


def _labelled(token: Token, left: str, passage: Passage) -> str | None:
    """A line "Preventing crime - good" or "Overall: Inadequate", alone on its line."""
    head = re.match(r"^[^.;!]{2,140}?(?:[:?–—|-]|\.{3,}|\t)\s*$", token.left.rstrip("\"“‘' *"))
    if head is None and not re.match(r"^.{3,120}\?\s*$", token.left):
        return None
    rest = token.right.strip(" \"”’'.;*")
    ends = not rest or rest.startswith("(") or rest in ("and", "; and", "and;")
    if ends and not re.match(r"^(?:Note|For example|See)", token.left) and len(left) > 2:
        return "grade.label" if not passage.lead else "grade.list"
    return None


def _grades(
    material: Material,
    passage: Passage,
    token: Token,
    rule: str,
    following: Token | None,
    previous: Token | None,
) -> Iterator[Record]:
    standing, sure = _standing(material, token, rule, previous), True
    bodies = _institutions(material, passage, token, following)
    for place, named in enumerate(bodies):
        if named.body.inspects:
            continue
        question, where = _question(material, passage, token, rule, named)
        given: dict[str, Value] = {
            "question": question,
            "value": token.label,
            "value_words": token.words,
            "scale": _scale(material),
            "standing": standing if sure else None,
        }
        support, inferred = _body_fields(given, named, "institution")
        if where is not None:
            support["question"] = where
        yield record(
            "grade",
            (token.start, token.end),
            rule,
            given=given,
            support=support,
            inferred=inferred,
            weight=70,
            key=f"{place:03d}",
        )


def _scale(material: Material) -> str | None:
    if material.profile.scale:
        return material.profile.scale
    body = material.inspectorate
    return SCALES.get((body.id or body.name).casefold()) if body else None


def _standing(material: Material, token: Token, rule: str, previous: Token | None) -> str:
    left, right = token.left[-150:], token.right[:90]
    if previous is not None and rule != "grade.chain":
        left = token.left[previous.end - (token.start - len(token.left)) :][-150:]
    if re.search(r"\b(?:is|are|has|have) now\b|\bnow (?:rated|graded|judged)\b", left):
        return "awarded"
    if _SELF.search(left):
        return "self-assessed"
    if _CARRIED.search(left[-80:]) or _CARRIED.search(right):
        return "carried-over"
    if rule == "grade.change-from":
        return "previous"
    if rule == "grade.change-to":
        return "awarded"
    if rule == "grade.noun-of" and re.search(r"\bfrom(?: a| an)?$", left.rstrip("\"“‘' ")):
        return "previous"
    clause = re.split(r"[;]|, (?:and|but|while|whereas) ", left)[-1]
    if not re.match(r"\W*(?:In|At|Previously|Last|Before|When)\b", clause):
        clause = re.split(r", (?=(?:the|it|they)\b)", clause)[-1]
    if _PREVIOUS.search(clause.rstrip("\"“‘' ")) or _PREVIOUS_AFTER.match(right):
        year = re.search(r"(?:19|20)\d\d", clause + right)
        published = material.meta.published
        if year and published and year.group() >= published[:4] and "previous" not in clause:
            return "awarded"
        return "previous"
    return "awarded"


def _institutions(
    material: Material, passage: Passage, token: Token, following: Token | None
) -> list[Named]:
    """One body, or several where they share a grade ("A and B were graded …")."""
    before = inspected(material.within(passage.start, token.start, weak=True))
    each = re.search(
        r"\b(?:each|both|all)(?: of (?:the|these))? (?:\w+ )?(?:force|service|forces"
        r"|services)\b",
        token.left,
        re.IGNORECASE,
    )
    if each and not before:
        block = material.canonical.blocks[passage.block]
        earlier = inspected(material.within(block.start, passage.start, weak=True))
        bodies = list(dict.fromkeys(one.body for one in earlier))
        if len(bodies) > 1:
            return [Named(body, None, "each force named before") for body in bodies]
        return []
    group = _group(material, before, token)
    if len(group) > 1:
        return [Named(one.body, (one.start, one.end)) for one in group]
    found = _institution(material, passage, token.start)
    if found is not None and found.span and found.span[0] > token.end and following is not None:
        found = by_default(material, passage) if found.span[0] > following.start else found
    return [found] if found else [Named(NOBODY, None)]


def _group(material: Material, before: list[Mention], token: Token) -> list[Mention]:
    """The bodies joined by commas and "and" that stand last before a grade."""
    group: list[Mention] = []
    for mention in reversed(before):
        if group:
            gap = material.text[mention.end : group[0].start]
            if not re.fullmatch(r"(?:,| and|, and| as well as|\s)*\s?(?:the )?", gap):
                break
        group.insert(0, mention)
    if group and (token.start - group[-1].end) > 130:
        return group[-1:]
    return group


def _institution(material: Material, passage: Passage, at: int) -> Named | None:
    """The body that a grade belongs to: the nearest before it in its sentence, else after."""
    line = passage.start
    before = inspected(material.within(line, at, weak=True))
    if before:
        one = before[-1]
        return Named(one.body, (one.start, one.end))
    pronoun = re.search(
        r"\b(?:it|its|the (?:force|service|constabulary|trust|council|hospital"
        r"|authority|school|provider))\b",
        material.text[line:at],
        re.IGNORECASE,
    )
    after = inspected(material.within(at, passage.end))
    if after and not pronoun:
        return Named(after[0].body, (after[0].start, after[0].end))
    if passage.lead is not None:
        led = inspected(material.within(passage.lead.start, passage.lead.end, weak=True))
        bodies = list(dict.fromkeys(one.body for one in led))
        if len(bodies) == 1:
            return Named(bodies[0], (led[-1].start, led[-1].end))
        if len(bodies) > 1:
            return None
    return by_default(material, passage)


def _question(
    material: Material, passage: Passage, token: Token, rule: str, named: Named
) -> tuple[str | None, tuple[int, int] | None]:
    """The thing graded, as written."""
    base = token.start - len(token.left)
    if rule == "grade.inline":
        one = [
            pair
            for pair in _INLINE.finditer(material.text[base : passage.end])
            if base + pair.start("g") == token.start
        ]
        return one[0].group("q").strip(), (base + one[0].start("q"), base + one[0].end("q"))
    if rule in ("grade.label", "grade.list"):
        words = token.left.strip(" \t\"“‘'*|")
        words = re.sub(r"^(?:[•·▪●–-]|\(?\d{1,2}[.)])\s+", "", words).rstrip(" :-–—?|.\t")
        place = material.text.find(words, base) if words else -1
        return _tidy(words, named), (place, place + len(words)) if place >= 0 else None
    after = _FOR.match(token.right)
    if after is not None:
        raw = after.group("q")
        stop = _QUESTION_END.search(raw)
        words = raw[: stop.start()] if stop else raw
        words = words.strip(" \"”’'")
        if (
            words
            and not _VISIT_WORDS.search(words)
            and not re.match(
                r"(?:19|20)\d\d|(?:the |its )?(?:last|previous|latest|report|second"
                r"|first|inspection|april|may|june|july|june)\b",
                words.lower(),
            )
        ):
            begin = token.end + after.start("q")
            return _tidy(words, named), (begin, begin + len(words))
    own = re.search(
        r"(?:[’']s? |\bits )(?P<q>(?:response to|approach to|handling of|performance"
        r" (?:in|at|on)|work (?:on|with)|management of|effectiveness at|[a-z]+ (?:of|to))"
        r" [a-z][^.,;:]{2,80}?) (?:as|is|was|were|has been|had been|to be)"
        r"(?: (?:rated|graded|judged|deemed|found|branded))?(?: as)?\s*[\"“‘']?$",
        token.left,
    )
    if own is not None:
        return own.group("q"), (base + own.start("q"), base + own.end("q"))
    judged = _OBJECT.search(token.left)
    if judged is not None and rule == "grade.verb":
        return judged.group("q"), (base + judged.start("q"), base + judged.end("q"))
    subject = re.match(
        r"\W*(?P<q>[A-Z][a-z’'-]+(?: (?:and|of|to|for|with|[a-z’'-]+)){0,6}?) (?:has|was|is"
        r"|have|were|had|also|remains)\b",
        token.left,
    )
    if (
        subject is not None
        and not inspected(material.within(passage.start, token.start))
        and not re.match(
            r"(?:The|It|They|This|That|These|HM|We|He|She|There|Each|All|Both|Two|Three"
            r"|One|I)\b",
            subject.group("q"),
        )
    ):
        return subject.group("q"), (base + subject.start("q"), base + subject.end("q"))
    return (
        ("overall", None)
        if re.search(r"\boverall\b", token.left[-60:] + token.right[:14], re.IGNORECASE)
        else (None, None)
    )


def _tidy(words: str, named: Named) -> str | None:
    plain = " ".join(words.split())
    plain = re.sub(r"^(?:[Aa]re|[Ii]s) (?:the )?(?:services?|it|trust|service) ", "", plain)
    plain = re.sub(r"^(?:its|their|the way it|the) ", "", plain)
    plain = re.sub(
        r"^Overall(?: rating| grade| effectiveness)?(?: for (?:this|the) \w+)?$", "overall", plain
    )
    short = named.body.name
    plain = re.sub(rf"^{re.escape(short)}(?:[’']s)? ", "", plain) if short else plain
    return None if plain in (short, "") else plain


def _body_fields(
    given: dict[str, Value], named: Named | None, name: str
) -> tuple[dict[str, tuple[int, int]], dict[str, str]]:
    support: dict[str, tuple[int, int]] = {}
    inferred: dict[str, str] = {}
    if named is not None and named.body is not NOBODY:
        given[name] = named.body.name
        given[f"{name}_id"] = named.body.id
        if named.span is not None:
            support[name] = named.span
        if named.inferred:
            inferred[name] = named.inferred
    return support, inferred

"""Outcomes of prison inspections: good, reasonably good, not sufficiently good, poor.

The scale is read only in documents on prisons (`Material.prison`), because "poor" and
"reasonably good" are ordinary words everywhere else; and only where a healthy prison test is
named, or outcomes are spoken of, because they are ordinary words in those documents too.
"""

import re
from collections.abc import Iterator

from answerable.reading.bodies_meant import Named, by_default, compared
from answerable.reading.clauses import Passage
from answerable.reading.grades.given_for.grade_bodies import may_be_meant
from answerable.reading.grades.given_for.grade_fields import body_fields
from answerable.reading.material import Material
from answerable.reading.numbers import NUMBER, value
from answerable.reading.records import Record, Value, record
from answerable.reading.scales import OUTCOME, label
from answerable.reading.subject_body import inspected

SCALE = "hmip-4"
TEST = (
    r"(?:safety|respect|purposeful activity|care|resettlement"
    r"|(?:rehabilitation and |preparation for )?(?:release|return)(?: planning)?"
    r"|rehabilitation and release planning|preparation for (?:removal"
    r"|release)(?: and resettlement)?"
    r"|(?:getting|preparing) \w+ (?:ready )?(?:to leave|for (?:release|life outside|the outside))"
    r"|keeping (?:[a-z]+ ){1,3}safe|leadership)"
)
_TESTS = rf"(?P<q>{TEST}(?:(?:,| and|, and)(?: for| in)? {TEST}){{0,3}})"
_LINE = re.compile(
    rf"^\W*(?P<q>[A-Z][\w ,/&’'-]{{2,70}}?)\s*(?:[:|–—-]|\.{{3,}})\s*(?P<g>{OUTCOME})"
    rf"(?: ?\([1-4]\))?(?:[,;]? ?\(?(?:in|at|was|were|previously|formerly|last|from|down|up|19|20)"
    rf"[^()\n]{{0,40}}?(?P<was>{OUTCOME})\)?"
    rf"| ?\((?P<was2>{OUTCOME})\))?\W*$",
    re.IGNORECASE,
)
_BARE_LINE = re.compile(rf"^\W*{_TESTS}\s+(?P<g>{OUTCOME})\W*$", re.IGNORECASE)
# An item of "outcomes for prisoners were:": "poor for safety".
_ITEM = re.compile(
    rf"^\W*(?P<g>{OUTCOME}) (?:for|in|against) (?:the (?:test|area) of )?{_TESTS}\W*(?:and)?\W*$",
    re.IGNORECASE,
)
_BE = (
    r"(?:were|was|are|is|remained|remains|had been|has been|have been|be|as|stayed|became|to"
    r"|(?:had|has) (?:improved|declined|changed) (?:and|but) (?:was|were|is|are)"
    r"|(?:had|has|have)? ?(?:fallen|fell|declined|deteriorated|dropped|slipped|slid|sunk|improved"
    r"|risen|rose|crept|climbed|gone|went|moved|come|came)(?: (?:up|down|back))?(?: from"
    rf" {OUTCOME})? to)"
)
_THEN = (
    r"(?: (?:be|now|still|only|again|also|both|each|all|overall|judged|assessed|graded|rated"
    r"|found|to be|as))*(?: (?:our|the|its) (?:lowest|highest|worst|best) \w+,)?"
)
# "Safety at Lowick is", "preparation for release, which had risen to", "safety, however, was".
_WHERE = r"(?: (?:there|here|(?:at|in) [A-Z]\w+(?: [A-Z]\w+)?))?(?:, (?:which|\w+,))?"
# "outcomes in safety were …", "respect remained …", "judged to be … for safety".
_SPOKEN = (
    re.compile(
        rf"\b[Oo]utcomes(?: for (?:prisoners|children|detainees|women|men))?"
        rf"(?: (?:in|for|against) (?:the (?:test|area)s? of )?(?:its |the )?{_TESTS})?"
        rf" (?:that )?{_BE}{_THEN} [\"“‘']?(?P<g>{OUTCOME})",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?:^|[.;:,] |\b(?:and|but|while|that|for|of|in|its|judged|assessed|rated|graded) "
        rf"|(?<!about)(?<!with)(?<!from) (?!care\b|leadership\b))"
        rf"(?:assessment (?:for|of) |outcomes in )?{_TESTS}{_WHERE},? (?:they |has |have |had )?"
        rf"{_BE}{_THEN}"
        rf" [\"“‘']?(?P<g>{OUTCOME})",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?:judged|assessed|rated|graded|found|marked|scored|gave|given|branded|got|mark of"
        rf"|grade of|rating of)[^.;]{{0,50}}? (?:to be |as )?[\"“‘']?"
        rf"(?P<g>{OUTCOME})[\"”’']? (?:for|in|against|on) (?:the (?:test|area)s? of )?{_TESTS}",
        re.IGNORECASE,
    ),
)
# "You graded safety poor", "they called safety here ‘poor’"; "So is purposeful activity, poor".
_GIVEN_TO = re.compile(
    rf"(?:\b(?:judged|assessed|rated|graded|found|marked|scored|branded|called|considered|put)"
    rf"(?: (?:its|the|your|our|their))? |\b[Ss]o (?:is|was|are|were) ){_TESTS}{_WHERE}"
    rf"(?:,? (?:both|each|all))?(?: as| to be| at|,|:)? [\"“‘']?(?P<g>{OUTCOME})",
    re.IGNORECASE,
)
# "The lowest mark, ‘poor’, for safety and the same, ‘poor’, for purposeful activity".
_APART = re.compile(
    rf"\b(?:marks?|grades?|scores?|ratings?|same),? [\"“‘'](?P<g>{OUTCOME}),?[\"”’'],?"
    rf" for (?:both )?{_TESTS}",
    re.IGNORECASE,
)
# "It was reasonably good at keeping people safe"; "‘Poor’ for safety is a word that hurts".
_SAID_FOR = re.compile(
    r"(?:^\W*|[.;:] [\"“‘']?|\b(?:is|was|were|are|remain(?:s|ed)|been|now)(?: only| still| also)?"
    rf" [\"“‘']?)(?P<g>{OUTCOME})[\"”’']? (?:for|in|at|on) (?:its )?{_TESTS}(?= \w|\W)",
    re.IGNORECASE,
)
# "Its findings: respect, good; safety, poor."
_PAIRED = re.compile(
    rf"(?:^|[^\w\s] |\band |(?<=good )|(?<=poor )){_TESTS}[,:] [\"“‘']?(?P<g>{OUTCOME})"
    rf"(?=[\"”’']?(?:[.;,]|\s*$| and\b| [^\w\s(]| {TEST}:))",
    re.IGNORECASE,
)
_FORMS = (*_SPOKEN, _GIVEN_TO, _SAID_FOR, _APART, _PAIRED)
# "It is now poor", right after a sentence that gives what it was.
_IT_IS_NOW = re.compile(
    rf"\W*(?:It|This|That|They) (?:is|are|was|were|has become|had become) now (?P<g>{OUTCOME})\b"
)
_MORE_PAIR = re.compile(
    rf"^[\"”’']?,? (?:and|but|while) {_TESTS} (?:as |was |were |to be )?[\"“‘']?(?P<g>{OUTCOME})",
    re.IGNORECASE,
)
_MORE_FOR = re.compile(
    rf"^[\"”’']?,? (?:and|but|while)(?: only)? (?:for|in|against) {_TESTS},? (?:were |was |are "
    rf"|is )?"
    rf"[\"“‘']?(?P<g>{OUTCOME})",
    re.IGNORECASE,
)
_MORE = re.compile(
    rf"^[\"”’']?(?: (?:for|in) (?:the (?:test|area)s? of )?(?P<own>{TEST}"
    rf"(?:(?:,| and|, and) {TEST}){{0,3}})(?: (?:once more|once again|again|as before|still"
    r"|this time|too))?)?"
    rf"(?P<gap>,? (?:and|but|while|with)?(?: only)?,? ?)[\"“‘']?(?P<g>{OUTCOME})[\"”’']?"
    rf" (?:for|in|against) (?:the (?:test|area)s? of )?{_TESTS}",
    re.IGNORECASE,
)
_AFTER = re.compile(
    rf"^[\"”’']? (?:for|in|against|on) (?:the (?:test|area)s? of )?{_TESTS}", re.IGNORECASE
)
# "… good against this healthy prison test": the one that the heading names.
_THIS_TEST = re.compile(r"^[\"”’']? (?:for|in|against) this (?:\w+ )*(?:test|area)\b")
_CHANGED = re.compile(
    rf"^[\"”’']?(?:[^.;]{{0,60}}?)\b(?:(?:up|down|improved|fallen|a drop|a rise)? ?from"
    rf"|after (?:\w+ )?years (?:at|of)) [\"“‘']?"
    rf"(?P<g>{OUTCOME})",
    re.IGNORECASE,
)
_NEAR = 160  # characters before a grade in which the one that it changed from is told
_FROM = re.compile(
    rf"{_TESTS}[^.;]{{0,40}}? from [\"“‘']?(?P<g>{OUTCOME})[\"”’']? to\b", re.IGNORECASE
)
_COUNT = re.compile(
    rf"[\"“‘']?(?P<g>{OUTCOME})[\"”’']? (?:in|for|against) (?:the (?:remaining|other) )?"
    rf"(?P<n>{NUMBER}|all)"
    rf"(?: of (?:the |its |our )?(?P<of>{NUMBER}))? (?:of the |of our )?(?:healthy prison )?"
    r"(?:tests|areas|assessments)",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"\b(?:last|previous|earlier) (?:full )?(?:inspection|visit)\b|\b(?:in|at|since) (?:19"
    r"|20)\d\d\b"
    r"|\bpreviously\b|\bhad been\b",
    re.IGNORECASE,
)
_SCALE = re.compile(rf"{OUTCOME}(?:[\"”’']?,? (?:or )?[\"“‘']?{OUTCOME}){{2,}}", re.IGNORECASE)
DOUBT = re.compile(
    r"\b(?:if|whether|could|would|should|(?-i:may)|might|hope[ds]?|aim(?:ed|s)?|target)\b",
    re.IGNORECASE,
)


def records(material: Material) -> Iterator[Record]:
    """One grade for each healthy prison test that a line or a clause judges."""
    if not material.prison:
        return
    before: list[Record] = []  # of the sentence before
    for passage in material.passages:
        last, before = before, []
        if passage.section == "definitions" or passage.kind == "row":
            continue
        words = material.text[passage.start : passage.end]
        plain = words.lower()
        if ("good" not in plain and "poor" not in plain) or _SCALE.search(words):
            continue
        line = _LINE.match(words) or _ITEM.match(words) or _BARE_LINE.match(words)
        if line is not None:
            yield from _records(material, passage, line, 0, line["q"], standing="awarded")
            for group in ("was", "was2"):  # "Safety: poor (in 2022: good)", "Safety: poor (good)"
                if line.groupdict().get(group):
                    yield from _records(
                        material, passage, line, 0, line["q"], standing="previous", group=group
                    )
            continue
        yield from _counts(material, passage, words)
        before = list(_spoken(material, passage, words))
        yield from before
        now = _IT_IS_NOW.match(words) if last else None
        if now is not None:
            asked = last[-1].fields["question"]
            question = str(asked) if asked else None
            yield from _records(material, passage, now, 0, question, standing="awarded")


def whose(material: Material, passage: Passage, at: int) -> Named | None:
    """The prison that a sentence names before an outcome, else the one that is meant."""
    named = [
        one
        for one in inspected(material.within(passage.start, at))
        if one.body.kind == "provider" and not compared(material.text, one.start)
    ]
    if named:
        return Named(named[-1].body, (named[-1].start, named[-1].end))
    return may_be_meant(material, by_default(material, passage), "prison")


def _counts(material: Material, passage: Passage, words: str) -> Iterator[Record]:
    for found in _COUNT.finditer(words):
        number = 4 if found["n"].lower() == "all" else value(found["n"])
        if number is None or DOUBT.search(words[: found.start()][-60:]):
            continue
        given: dict[str, Value] = {
            "value": label(found["g"]),
            "n": number,
            "of": value(found["of"]) if found["of"] else None,
        }
        named = by_default(material, passage)
        support, inferred = body_fields(given, named, "institution")
        span = passage.start + found.start(), passage.start + found.end()
        yield record(
            "grade_count", span, "grade.outcome-count", given=given, support=support,
            inferred=inferred, weight=88,
        )  # fmt: skip


def _spoken(material: Material, passage: Passage, words: str) -> Iterator[Record]:
    counted = [one.span("g") for one in _COUNT.finditer(words)]
    seen: set[int] = set()
    for pattern in _FORMS:
        for found in pattern.finditer(words):
            at = found.start("g")
            if at in seen or found.span("g") in counted:
                continue
            if DOUBT.search(words[max(0, found.start() - 60) : found.start()]):
                continue
            after = _AFTER.match(words[found.end() :])
            question = found["q"] or (after["q"] if after else None)
            if question is None and _THIS_TEST.match(words[found.end() :]):
                question = passage.heading or None
            clause = re.split(r"[;]|, (?:but|and|up|down|with)\b", words[:at])[-1]
            former = _BEFORE.search(clause) is not None
            for match, base, asked, past in _chain(words, found, question, former=former):
                seen.add(base + match.start("g"))
                yield from _records(
                    material, passage, match, base, asked,
                    standing="previous" if past else "awarded",
                )  # fmt: skip


def _chain(
    words: str, found: re.Match[str], question: str | None, *, former: bool
) -> Iterator[tuple[re.Match[str], int, str | None, bool]]:
    """The grade of a clause, the ones joined to it, and the one that it changed from."""
    yield found, 0, question, former
    moved = _FROM.search(words, max(0, found.end() - _NEAR), found.end())
    if moved is not None and moved.start("g") < found.start("g"):
        yield moved, 0, question, True
    at = found.end()
    for _ in range(3):
        more = _MORE.match(words[at:]) or _MORE_FOR.match(words[at:])
        more = more or _MORE_PAIR.match(words[at:])
        if more is None:
            break
        yield more, at, more["q"], former
        at += more.end()
    changed = _CHANGED.match(words[at:])
    if changed is not None:
        yield changed, at, question, True


def _records(
    material: Material,
    passage: Passage,
    match: re.Match[str],
    base: int,
    question: str | None,
    *,
    standing: str,
    group: str = "g",
) -> Iterator[Record]:
    """One grade for each test that shares it; `base` is where the match was sought from."""
    named = whose(material, passage, passage.start + base + match.start(group))
    if named is not None and named.body.kind in ("council", "force", "fire"):
        named = None
    words = match[group]
    span = passage.start + base + match.start(group), passage.start + base + match.end(group)
    tests = re.findall(TEST, question, re.IGNORECASE) if question else []
    for place, asked in enumerate(tests if len(tests) > 1 else [question]):
        given: dict[str, Value] = {
            "question": " ".join(asked.split()) if asked else None,
            "value": label(words),
            "value_words": words,
            "scale": SCALE,
            "standing": standing,
        }
        support, inferred = body_fields(given, named, "institution")
        yield record(
            "grade",
            span,
            "grade.outcome",
            given=given,
            support=support,
            inferred=inferred,
            weight=85,
            key=f"{place:03d}",
        )

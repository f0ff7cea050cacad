"""Causes of concern that somebody repeats: what inspectors "said", and cards with a state below.

"The inspectorate said that missing children were too often graded as low risk, and that …" in a
paper that speaks of causes of concern; "Last year we found that …", before a cause that is told to
be closed; a line of a tracker between a body and "State: OPEN".
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from answerable.reading.clauses import Passage
from answerable.reading.findings import cause_words as say
from answerable.reading.findings.cause_records import concern
from answerable.reading.material import Material
from answerable.reading.modals import MODAL
from answerable.reading.records import Record
from answerable.vocabulary.log_status import state_of

_TELLS = ("news", "press-release", "statement", "statutory-response", "minutes", "other")
_OF_THEM = re.compile(
    r"\bcauses? of concern\b|\bconcerns\b|\bsecond concern\b|\bpriority action\b", re.IGNORECASE
)
_INSPECT = re.compile(
    r"\binspect(?:or|orate|ion)|\bHMI|\bwatchdog\b|\bOfsted\b|\bCQC\b|\bcoroner\b", re.I
)
# Who inspects, by any of its names: "the police inspectorate", "A watchdog", "their report".
_WHO = (
    r"(?:(?:(?:[Tt]he|[Aa]n?|[Tt]heir|[Ii]ts|[Tt]his|HM|Government) )?(?:[a-z]+[’']?s? ){0,2}"
    r"(?:[Ii]nspectors?|[Ii]nspectorate|watchdogs?|regulator|coroner|HMICFRS|HMIC|HMI|Ofsted|CQC"
    r"|report|letter)(?: of [\w ]{3,25})?(?: [A-Z][\w’-]+){0,3}"
    r"|(?:Sir |Dame )?[A-Z][\w’-]+ [A-Z][\w’-]+, (?:the |HM )?[Cc]hief [Ii]nspector[\w ]{0,20},"
    r"|It|They)"
)
_WHEN = (
    r"(?: (?:yesterday|today|last \w+|this \w+|earlier|again|later|then"
    r"|in (?!that\b)\w+(?: (?!that\b)\w+)?|on \d{1,2} \w+(?: \d{4})?|at the time|in so many "
    r"words|in terms|plainly|bluntly"
    r"|in (?:its|their|the|his|her) (?:\w+ )?(?:report|letter|findings)))?"
)
_SAYS = (
    rf"{_WHEN} (?:has |have |had |also |now )*(?:said|says|say|found"
    r"|finds|warned|warns|concluded|concludes|reported|wrote|judged|told (?:us|them|him|her|it"
    rf"|the [a-z]+(?: [a-z]+)?|[A-Z][\w ]{{2,30}}?)){_WHEN}(?:,[^,]{{3,50}},)?"
)
_CLAUSES = (
    r"(?: that)? (?P<one>[a-z][^;:“”\"]{12,220}?)(?:,? and that (?P<two>[a-z][^;:“”\"]{8,220}?))?"
    r"(?:,? (?:and|but) (?:(?:marked|rated|graded|judged|branded|called|gave) |(?:that )?"
    r"(?:he|she|it|I|we|they) (?:was|had|is|has|did|do|does|were|have) |your "
    r"|(?:two|three|four|all|some|that|this) [^,;]{3,40} (?:is|are|was|were|lands?|falls?|has"
    r"|have) ).*|, which (?:is|was|are|were|has|had|I|we|he|she|they)\b.*)?\W*$"
)
_BEFORE = (
    r"(?:^|^\W*(?:\d{1,2}[.)] )?(?:On|In|As to|About|For|At) [^,;:.]{3,40}? |[.;,:] |[“\"‘] ?"
    r"|\b(?:that|and|because|when|since|as|where|after|but|for) |[A-Z]{3,} ?: )\W*"
)
_SAID = re.compile(_BEFORE + _WHO + _SAYS + _CLAUSES)
# "He did not excuse the finding that …".
_FINDING = re.compile(
    r"\b(?:(?:the|its|their) finding|after finding|having found|warning|after warning) that"
    + _CLAUSES.removeprefix("(?: that)?")
)
# "But inspectors were concerned about children who go missing again and again."
_WORRIED = re.compile(
    r"(?:^|[.;,] |\b(?:but|and|that) )\W*(?:But |And )?(?P<one>"
    + _WHO.replace("|It|They)", ")")
    + r" (?:is|are|was|were|remained|remains) (?:\w+ly |also |still )?(?:concerned|worried|alarmed"
    r"|troubled)(?: about| at| by| that) [^.;:]{8,200}?)(?P<two>(?!))?\W*$"
)
# "The report had found a failure to protect children".
_FAILURE = re.compile(
    _BEFORE
    + _WHO
    + r" (?:has |have |had |also )*(?:found|identified|described|exposed|highlighted"
    r"|uncovered) (?P<one>(?:an?|the|serious|repeated|widespread|significant)(?: [a-z]+){0,2}"
    r" (?:failures?|failings?|lack|absence|shortages?|weakness(?:es)?) (?:to|of|in|at)\b"
    r"[^.;:“”\"]{8,160}?)(?:,? and (?:that )(?P<two>[a-z][^;:“”\"]{8,220}?))?\W*$"
)
# "It was told that bullying goes unchallenged": by inspectors, in a paper that speaks of them.
_WAS_TOLD = re.compile(
    r"(?:^|[.;,] )\W*(?:It|We|[Tt]he (?:\w+ )?(?:force|service|constabulary|trust|council), which"
    r"|The (?:force|service|constabulary)|[A-Z]\w+ (?:Police|Constabulary)"
    r"|[A-Z][^,.;]{3,60}?(?:[Ss]ervice|[Ff]orce|Police), which) (?:was|were|has been"
    rf"|had been)(?: also)? told{_WHEN}(?: by [^,.;]{{3,40}})? that "
    rf"(?P<one>[a-z][^;:“”\"]{{12,200}}?)"
    r"(?:,? and that (?P<two>[a-z][^;:“”\"]{12,200}?))?\W*$"
)
_WE_FOUND = re.compile(
    r"\W*(?:\d{1,2}(?:\.\d{1,2})? )?(?:[Ll]ast year|In (?:our )?\d{4}(?: report| letter)?"
    r"|In [A-Z][a-z]+ \d{4}|At our last (?:visit|inspection)) we (?:found|said|reported|told "
    r"(?:you|[A-Z]\w+(?: [A-Z]\w+)?|the (?:force|service)))"
    r" that (?P<one>[a-z][^;:“”\"]{18,200}?)\W*$"
)
_TELLS_OF = re.compile(
    r"\b(?:sa(?:id|ys?)|f(?:ou|i)nd|warn|conclude|report|wrote|judged|told|identified|described"
    r"|exposed|highlighted|uncovered|concerned|worried|alarmed|troubled)"
)
_TELL = (_FAILURE, _SAID, _WAS_TOLD, _FINDING, _WORRIED)
_BEHIND = 5  # passages within which its state is told
_CLOSES = re.compile(
    r"\bcause of concern (?:has been |is (?:now )?|was |had been |stays |remains )"
    r"|\b(?:close|discharge|lift)\w* (?:this|the|that|our) cause of concern",
    re.IGNORECASE,
)
_STATE = re.compile(r"\W*(?:State|Status|Position|Current state)\s?: ?(?P<state>[^\n]{3,60})")
_LETTERED = re.compile(
    r"\b(?:(?:your|the coroner[’']s|her|his|my) (?:matters of )?concerns|matters of concern)"
    r" (?:were|are)(?: as follows| these)?:$"
    r"|\bareas? (?:that|which) (?:require[sd]?|needs?|needed) priority action(?: (?:is|are|was"
    r"|were))?:$",
    re.IGNORECASE,
)
_HEADED = re.compile(
    r"\W*(?:\d{1,2}[.)]? )?(?:the )?(?:coroner[’']s (?:matters of )?concerns?"
    r"|matters of concern)\W*$",
    re.IGNORECASE,
)
_HEAD = 300  # characters in which a tracker says what it is of


def records(material: Material) -> Iterator[Record]:
    """One concern for each clause or card."""
    kind = material.profile.type
    named = _OF_THEM.search(material.text) is not None
    other = not named and _OTHER_TERMS.search(material.text) is not None
    grave = named or (say.GRAVE.search(material.text) and _INSPECT.search(material.text))
    answers = _ANSWERS.search(material.text, 0, _OPENING) is not None
    cards = (
        named
        and kind in ("register", "action-log", "other")
        and _OF_THEM.search(material.text, 0, _HEAD)
    )
    opening: list[Record] = []
    told = False
    for place, passage in enumerate(material.passages):
        if passage.kind in ("heading", "row") or passage.section == "definitions":
            continue
        words = material.text[passage.start : passage.end]
        if cards:
            yield from _card(material, place, passage, words)
        elif kind in _TELLS or answers:
            found = list(_said(material, passage, words, grave=bool(grave), other=other))
            if found and _OPENING_LINE.search(words) and passage.block < _FIRST_BLOCKS:
                opening = opening or found  # the first line of a story, which tells it later
                continue
            told = told or bool(found)
            yield from found
        if kind.startswith("inspection"):
            yield from _found(material, place, passage, words)
        elif _led(material, passage):
            yield concern(material, passage, passage.body, "cause.led", weight=84)
    if not told and not _TERMED.search(material.text):
        yield from opening


_OPENING_LINE = re.compile(r"\bafter\b")
_FIRST_BLOCKS = 8
_TERMED = re.compile(r"\bcauses? of concern\b", re.IGNORECASE)


def _led(material: Material, passage: Passage) -> bool:
    """A line under "Your concerns were:", in an answer to a coroner, or under such a heading."""
    led = passage.lead
    opens = passage.start == material.canonical.blocks[passage.block].start
    if passage.body > passage.start and opens and _HEADED.match(passage.heading):
        return True
    return led is not None and _LETTERED.search(material.text[led.start : led.end]) is not None


def _card(material: Material, place: int, passage: Passage, words: str) -> Iterator[Record]:
    after = material.passages[place + 1 : place + 2]
    state = _STATE.match(material.text, after[0].start) if after else None
    if state is None or passage.kind == "key_value" or not say.FALLS_SHORT.search(words):
        return
    if MODAL.search(words) or len(words) < _SHORTEST:
        return
    made = concern(material, passage, passage.body, "cause.card", weight=94)
    yield replace(made, fields={**made.fields, "disposition": state_of(state["state"].strip())})


_SHORTEST = 25  # characters


def _said(
    material: Material, passage: Passage, words: str, *, grave: bool, other: bool
) -> Iterator[Record]:
    """`grave`: the paper names concerns or the lowest grade; `other`: it is of another regime."""
    if _TELLS_OF.search(words) is None:
        return
    match = next((one for form in _TELL if (one := form.search(words))), None)
    if match is None or (other and match.re is not _FAILURE):
        return
    grave = grave or match.re is _FAILURE
    if not grave and not (_INSPECT.search(words) and _HARM.search(match["one"])):
        return
    if material.speech_at(passage.start, passage.end) is not None and not _INSPECT.search(words):
        return
    spans = [match.span(name) for name in ("one", "two") if match[name]]
    for span in spans:
        told = words[slice(*span)]
        whole = match.re in (_FAILURE, _WORRIED) and span == match.span("one")
        if (whole or say.FALLS_SHORT.search(told) or _DENIES.search(told)) and not _SOFT.search(
            told
        ):
            yield _clause(material, passage, span, "cause.said")


# What inspectors are quoted for falls short where it denies something, in any words.
_DENIES = re.compile(
    r"\bnot\b(?! (?:only|just|merely|because|one)\b)|\b(?:never|nobody|no one|nothing)\b"
    r"|\bn[’']t\b|\bgone up\b|\brisen\b",
    re.IGNORECASE,
)
# Who is left in harm's way is a concern in any paper.
_HARM = re.compile(
    r"\b(?:unsafe|at risk|in danger|harm(?:ed)?)\b"
    r"|\b(?:not|n[’']t) (?:be |being |feel |been |always )*(?:kept )?safe\b|n[’']t (?:be |being "
    r"|feel |been |always )*(?:kept )?safe\b|\bnot (?:be |being |been )*(?:kept|keeping) "
    r"[^.;,]{3,40}"
    r" safe\b",
    re.IGNORECASE,
)
# A commissioner's answer to a report, whatever its form.
_ANSWERS = re.compile(
    r"\bsection 55\b|\b[Cc]omments of the (?:Police|Commissioner|Mayor)|\b(?:my|our) comments on\b"
)
_OPENING = 700  # characters
# Schools and care are inspected without causes of concern.
_OTHER_TERMS = re.compile(r"\b(?:Ofsted|CQC|Care Quality Commission|Estyn)\b")
# A grade, a number, a change for the better or a duty is no concern by itself; nor is what is said
# of one force of several.
_SOFT = re.compile(
    r"^(?:one|some|two|three|four|many|several|most) (?:of the )?"
    r"(?:force|service|council|trust)s?\b"
    r"|\b(?:graded|rated|inadequate|improvement|improved|improving|progress|no longer"
    r"|recommendations?|closed|met|but|should)\b|\bper cent\b|\d%",
    re.IGNORECASE,
)


def _found(material: Material, place: int, passage: Passage, words: str) -> Iterator[Record]:
    match = _WE_FOUND.match(words)
    if match is None or not say.FALLS_SHORT.search(match["one"]):
        return
    for after in material.passages[place + 1 : place + 1 + _BEHIND]:
        if _CLOSES.search(material.text, after.start, after.end):
            yield _clause(material, passage, match.span("one"), "cause.found-before")
            return


def _clause(material: Material, passage: Passage, span: tuple[int, int], rule: str) -> Record:
    start, end = passage.start + span[0], passage.start + span[1]
    own = replace(passage, start=start, body=start, end=end)
    before = material.text[passage.start : start]
    return concern(material, own, start, rule, before=before, weight=89)

"""What somebody is asked to do, by the grammar of asking and not by single verbs.

Who asks, whom, and what: "We expect the force to review …", "The force is expected to …", "It is
vital that the service puts …", "Inspectors called for an urgent review", "Inspectors said the
force needed to …". Who asks must be somebody who inspects, audits or scrutinises, or a paper of
such: what a commissioner or a meeting asks for is an action (`actions.action_ordered`).
"""

import re
from collections.abc import Iterator

from answerable.reading.clauses import Passage
from answerable.reading.findings.asking.asked_places import PLACED, SPOKEN, may_stand, named_above
from answerable.reading.findings.asking.asked_records import asked_record, asked_records
from answerable.reading.findings.asking.asking_demanded import INCLUDING, INCLUDING_PARTS
from answerable.reading.findings.asking.asking_forms import (
    COLON,
    COLON_PARTS,
    DID_SO,
    FORMS,
    NEAR_TELLS,
)
from answerable.reading.findings.asking.asking_outside import IN_MINUTES, OF_EXPERTS
from answerable.reading.findings.asking.asking_reported import REPORTED_IN_MINUTES, passes_on
from answerable.reading.findings.asking.asking_spoken import OF_MEMBERS, SPOKEN_IN_MINUTES
from answerable.reading.findings.duties.duties_joined import apart
from answerable.reading.findings.duties.duty_records import modality
from answerable.reading.findings.duties.duty_words import Duty, bare
from answerable.reading.findings.telling_forms import BELOW_NAMED, OF_SEVERAL
from answerable.reading.material import Material
from answerable.reading.modals import NOT_TAKEN, obliged
from answerable.reading.records import Record
from answerable.reading.worded import Forms, worded

_WRITES = ("inspection-report", "inspection-letter")
_NEVER = ("agenda", "action-log")
# In minutes only what inspectors or auditors asked: what the meeting asks for is a task.
_IN_MINUTES = ("expects", "said-needed", "said-after", "thought", "calls-for", "wants-thing")
# A report or letter of inspectors says itself what a body, or who leads it, should do.
_BODY = re.compile(
    r"(?:(?:the|your|all|both|each|every|police|local|other) )*(?:force|forces|service|services"
    r"|constabulary|constabularies|trust|council|authority|authorities|provider|governor|prison"
    r"|home|school|partnership|board|partners|leaders|senior leaders|leadership team|managers"
    r"|supervisors|chief constables?|chief fire officer|chief officers?|chief officer team"
    r"|college of policing|home office|government|ministers|inspectorate)"
    r"(?: (?:at|in|of) (?:all|every|each) levels?)?(?: and (?:his|her|its|their|the) [a-z]+)?"
    r"|(?-i:[A-Z])[\w’'&-]*(?: (?:(?-i:[A-Z])"
    r"[\w’'&-]*|and|of|the|for)){0,6}",
    re.IGNORECASE,
)
_STATED = re.compile(
    r"(?:,? (?:therefore|now|also|urgently|immediately))? *(?!not\b|only\b|be (?:able|proud|clear"
    r"|praised|commended|congratulated|treated|seen|noted|viewed|surprised|read|taken (?:as|to"
    r" mean))\b|never\b|always be"
    r"\b|have (?:been|had|done|known|seen|told|\w+ed)\b|(?:also )?note\b|say\b|pay (?:particular"
    r"|special) )(?P<do>[a-z][^;]{8,300})"
)
_BY_NOW = ("should", "must", "needs to", "need to", "ought to", "is required to")
_NOT = worded(
    "'|?|able to|if|likely to|never |no longer |nor |not |seem to|seemed to"
    "|seems to|supposed to|unless|used to|whether|’",
    r"\b(?:not|never|no longer|nor) (?:\w+ )?(?:expect|want|need|require|ask|tell|told|urge|order"
    r"|call|recommend|be\b)|n[’']t (?:expect|want|need|require|ask|tell|call|recommend)"
    r"|\b(?:if|whether|unless)\b|\?\s*$|\b(?:used|able|likely|seem(?:s|ed)?|supposed) to\b",
    re.IGNORECASE,
)
# What a letter only wants to be sent or told is an action of its reader (`action_letters`).
SENDS = re.compile(
    r"(?:send|submit|supply|reply|respond|report (?:back )?to (?:us|me)|provide (?:us|me"
    r"|an? (?:\w+ )"
    r"{0,2}(?:plan|response|update))|let (?:us|me)|give (?:us|me)|set out (?:what|how)|write to"
    r"|attend (?:(?:the|an?|our|my) (?:\w+ )?(?:meeting|panel|board|session|hearing)|the [A-Z])"
    r"|meet (?:me|us)"
    r"|come (?:back|and|to)"
    r"|deal with the following|do \w+ things|tell (?:us|me))\b"
)
# To be told things is no duty: "we expect the force to be inspected again".
_PASSES = re.compile(
    r"(?:be (?:inspected|graded|published|revisited|told)|have|see|hear|wait|reach"
    r"|(?:know|find)(?! (?:out|who|what|where|why|how|which|ways|whether))"
    r"|continue|remain|stay|feel|think|like)\b|be\b(?! (?:clear|open|able))"
)
# "was told to act fast after inspectors found that …" says only that something is to be done.
_AT_ONCE = re.compile(r"(?:[a-z]+ ){1,2}after (?:the |HM )?(?:inspect|HMI|watchdog|it |they |a )")
_OWN_VOICE = re.compile(r"(?:I|we|you)$", re.IGNORECASE)
_PRONOUN = re.compile(r"(?:it|we|they|us|you|them|me|him|her)$", re.IGNORECASE)
_FIRST = re.compile(r"\b(?:we|I|me|us|inspectors|it was|there (?:is|was))$", re.IGNORECASE)


def records(material: Material) -> Iterator[Record]:
    """One recommendation for each thing that somebody who inspects asks of somebody."""
    kind = material.profile.type
    if kind in _NEVER:
        return
    told = NEAR_TELLS.search(material.text) is not None
    forms = FORMS.of_paper(material.text)
    own = kind == "other" and _OUR_INSPECTION.search(material.text) is not None
    for passage in material.passages:
        if passage.kind in ("row", "heading") or passage.section in ("definitions", "attendance"):
            continue
        words = material.text[passage.start : passage.end]
        if passage.start == 0 or words.endswith(("?", ":")) or len(words) > _LONGEST:
            continue
        if "do" in words and (run := COLON.search(words)) is not None and told:
            yield from _of_run(material, passage, words, run, COLON_PARTS)
            continue
        if (run := INCLUDING.search(words)) is not None and not _NOT.search(words, 0, run.start()):
            yield from _of_run(material, passage, words, run, INCLUDING_PARTS)
            continue
        inspects = _INSPECTORS_ASKED.search(words) is not None
        if kind == "minutes" and not (
            inspects
            or OF_EXPERTS.search(words)
            or OF_MEMBERS.search(words)
            or passes_on(material, passage)
        ):
            continue
        for one in _asked(material, passage, words, forms, inspecting=kind in _WRITES or own):
            name = one.rule.rpartition(".")[2]
            if kind == "minutes" and not (
                (inspects and name in _IN_MINUTES) or name in _ALSO_IN_MINUTES
            ):
                continue
            for part in apart(material, one, named=False):
                yield from asked_records(material, passage, part)


_ALSO_IN_MINUTES = (*IN_MINUTES, *REPORTED_IN_MINUTES, *SPOKEN_IN_MINUTES)
_INSPECTORS_ASKED = re.compile(
    r"\b(?:[Ii]nspect(?:orate|ors?)|HMI\w*|Ofsted|CQC|[Ww]atchdog|[Rr]egulator|[Cc]oroner"
    r"|[Aa]uditors?)\b"
)
# Whoever speaks of "our inspection" inspects, in any form of paper.
_OUR_INSPECTION = re.compile(
    r"\b[Oo]ur (?:full |final |recent |last |unannounced )?inspection\b(?! (?:action|plan|lead"
    r"|team"
    r"|report|result|grade|outcome))|\b[Ww]e(?: have|[’']ve)?(?: now)? inspected\b"
    r"|\b[Rr]egulatory (?:judge?ment|notice)\b"
)


def _near(material: Material, passage: Passage) -> bool:
    """Whether this sentence, or one of the five before, speaks of inspectors or their findings."""
    at: Passage | None = passage
    for _ in range(_ABOVE):
        if at is None:
            return False
        if NEAR_TELLS.search(material.text, at.start, at.end):
            return True
        at = material.before(at)
    return False


_ABOVE = 6  # passages


def _of_run(
    material: Material,
    passage: Passage,
    words: str,
    run: re.Match[str],
    parts: re.Pattern[str],
) -> Iterator[Record]:
    """Each part of what stands behind the colon, or behind "including to"."""
    at = run.start("all")
    for joint in [*parts.finditer(words, at), None]:
        stop = joint.start() if joint else run.end("all")
        if stop - at >= _PART:
            span = bare(material, passage.start + at, passage.start + stop)
            yield asked_record(
                material, passage, Duty(span, None, "recommends", "prose.asked.run")
            )
        at = joint.end() if joint else stop


_LONGEST = 700  # characters of a sentence


def _asked(
    material: Material, passage: Passage, words: str, forms: Forms, *, inspecting: bool
) -> Iterator[Duty]:
    """The first form of asking that a sentence has, or the duty that inspectors state."""
    if inspecting and (stated := _stated(material, passage, words)) is not None:
        yield stated
        return
    for rule, pattern in forms.that_may(words):
        if rule in ("sees", "passive", "vital", "thinks") and not inspecting:
            continue
        if rule == "told-that" and _WAS_TOLD.search(words) is None:
            continue
        match = pattern.search(words)
        if match is None:
            continue
        if rule in PLACED and not may_stand(material, passage, rule, _do(match)):
            continue
        if rule in OF_SEVERAL and not named_above(material, passage):
            continue
        if not _fits(rule, match, inspecting=inspecting):
            continue
        if rule in _NEAR_BY and not _near(material, passage):
            continue
        group = "do" if match["do"] else "do2"
        if _NOT.search(words[: match.start(group)]):
            continue
        done = DID_SO.search(words, match.start(group), match.end(group))
        stop = done.start() if done else match.end(group)
        start, end = passage.start + match.start(group), passage.start + stop
        who = match.groupdict().get("who")
        who = (
            None
            if rule in ("until", "were-told", "it-wants", *PLACED) and _PRONOUN.match(who or "")
            else who
        )
        yield Duty(
            bare(material, start, end),
            (passage.start + match.start("who"), passage.start + match.end("who"))
            if who
            else None,
            _modal(words, rule, match),
            f"prose.asked.{_BY_VERB.get((rule, match.groupdict().get('verb') or ''), rule)}",
        )
        return


# What somebody "was told" is surer than what it "was asked".
_BY_VERB = {("were-told", "told"): "was-told", ("were-told", "ordered"): "was-told"}
_WAS_TOLD = re.compile(r"\b(?:told|advised|warned|reminded)\b[^.;]{0,50} that ")
_NEAR_BY = ("they-want", "until", "were-told", "it-wants", "told-that", "and-told", "was-told")


def _stated(material: Material, passage: Passage, words: str) -> Duty | None:
    """ "Leaders must establish why …", in the words of who inspects and not of somebody quoted."""
    if words.endswith(":"):
        return None
    for one in obliged(words):
        who = words[slice(*one.who)].strip(" ,")
        if _NOT.search(words[: one.end]):
            continue
        opens = one.who[0] <= passage.body - passage.start or _DATED.match(words[: one.who[0]])
        if one.modal.lower() != "must" and not opens:
            continue
        if one.modal.lower() not in _BY_NOW or not _BODY.fullmatch(who) or _SPOKEN.search(words):
            continue
        match = _STATED.match(words, one.end)
        if match is None or NOT_TAKEN.match(match["do"]) or SENDS.match(match["do"]):
            continue
        start, end = passage.start + match.start("do"), passage.start + match.end("do")
        at = passage.start + one.who[0], passage.start + one.who[1]
        if end - start < _SHORT or _of_a_standard(material, passage, who):
            continue
        rule = f"prose.asked.{modality(one.modal)}"
        return Duty(bare(material, start, end), at, one.modal, rule)
    return None


# "Each service should know its risks. Arrangements should be put in place …": of every service.
_STANDARD = re.compile(r"\W*(?:Each|Every|Any) [^.;:]{3,90}? (?:should|must) ")


def _of_a_standard(material: Material, passage: Passage, who: str) -> bool:
    """Whether a thing is asked right behind what each body of a sort should do."""
    above = material.before(passage)
    if above is None or above.block != passage.block or _THING.fullmatch(who) is None:
        return False
    return _STANDARD.match(material.text, above.start, above.end) is not None


_THING = re.compile(r"(?!Leaders|Managers|Governors|Ministers)[A-Z][a-z]+s")
_PART = 12  # characters of one of several things behind a colon
_SHORT = 20  # characters: "copy this" orders nothing
_DATED = re.compile(
    r"\W*(?:(?:By|Within|Before|From|No later than|With) [^,]{3,60}|Immediately),? $"
)
# What a policy, a plan or somebody who was asked says should be done.
_SPOKEN = re.compile(
    r"\b(?:policy|policies|guidance|procedure|standards?|code|law|plan|staff|officers|they|he|she"
    r"|people|victims|prisoners|residents|act \d{4}) (?:\w+ )?(?:says?|said|states?|stated"
    r"|requires?"
    r"|told|thought|felt|believed?|expects?|suggest\w*)\b|[“\"]",
    re.IGNORECASE,
)
_SAID = re.compile(r"\b(?P<modal>should|must|needs? to) \W*$")


def _modal(words: str, rule: str, match: re.Match[str]) -> str:
    """The verb that a teller keeps ("…, the report said"), or that of the asking."""
    kept = _SAID.search(words, 0, match.start("do")) if rule == "said-after" else None
    if kept is not None:
        return kept["modal"]
    return "must" if rule == "passive" and match["verb"] in _ORDERS else "recommends"


# Somebody from outside may ask a meeting to agree a thing, and a body to send one.
_OUTSIDE = ("reviewer", "it-advises", "member-asks", "calls-on", "voiced", *SPOKEN)
_ORDERS = ("required", "ordered", "directed", "instructed", "under a duty", "obliged")


def _do(match: re.Match[str]) -> str:
    groups = match.groupdict()
    return groups.get("do") or groups.get("do2") or ""


# "Police and crime commissioners are required to publish …": what a law asks of all of a sort.
_OF_LAW = re.compile(
    r"\W*(?!The |These |Those |Both |Your |Our |Its |Their )(?:Under |By )?[A-Z][a-z’-]+"
    r"(?: [a-z’-]+){0,5}s are (?:\w+ly |also |therefore )?(?:required|obliged|bound)"
    r" (?:by (?:law|statute) )?to\b"
)


def _fits(rule: str, match: re.Match[str], *, inspecting: bool) -> bool:
    groups = match.groupdict()
    do = _do(match)
    outside = rule in _OUTSIDE
    if (
        _OF_LAW.match(match.string)
        or (NOT_TAKEN.match(do) and not outside)
        or (SENDS.match(do) and not outside)
        or _AT_ONCE.match(do)
        or (rule in ("expects", "passive", "vital") and _PASSES.match(do))
    ):
        return False
    if rule == "expects":
        own = re.fullmatch(r"we|i", match["by"], re.IGNORECASE) is not None
        return inspecting or not own
    who = groups.get("who")
    if rule in BELOW_NAMED[:2] and _OWN_VOICE.match(who or ""):
        return False
    if rule == "were-told" and who == "I":
        return False
    told = rule in ("until", "were-told", "it-wants", *PLACED)
    return who is None or told or _FIRST.search(who) is None

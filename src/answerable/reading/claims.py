"""What somebody says was done (claim) and what somebody says will be done (commitment)."""

import re
from collections.abc import Iterator

from answerable.reading import counts
from answerable.reading.clauses import Passage
from answerable.reading.deadlines import dates, deadline
from answerable.reading.material import Material, inspected
from answerable.reading.records import Record, Value, record
from answerable.reading.speech import Speaker
from answerable.reading.voices import (
    Voice,
    voice_of,
)

_PART = (
    r"(?:been (?:\w+ly |also |now )?(?:\w+ing|\w+ed|given|put|made|set|brought|built|held|taken"
    r"|spent|cut|sent|shown)|become|begun|brought|built|chosen|cut|done|drawn|driven|fallen"
    r"|found|given|gone|grown"
    r"|had|held|kept|led|left|lost|made|met|overhauled|paid|put|risen|run|seen|sent|set|shown"
    r"|spent"
    r"|taken|taught|undertaken|won|written|\w{3,}ed)"
)
_ADVERB = (
    r"(?:(?:also|already|now|since|recently|significantly|substantially|further|not only"
    r"|since then"
    r"|therefore|both|always|just|successfully|personally|all|regularly|continually|continued to"
    r"|still|today|previously|directly|largely|greatly|clearly)\s)*"
)
PERFECT = re.compile(rf"\b(?:has|have|[’']ve|had|having)\s{_ADVERB}{_PART}\b", re.IGNORECASE)
_CONTINUOUS = re.compile(
    r"\b(?:is|are|am|[’']re|[’']m) (?:already |now |also |currently |all )*"
    r"(?:making|investing|working|delivering|improving|recruiting|seeing|putting"
    r"|doing|taking|acting|starting|reducing|training|using)\b",
    re.IGNORECASE,
)
_SEEING = re.compile(
    r"\b(?:saw (?:him|her|them|us|the force) \w+ing|is (?:now )?in place|are (?:now )?in place"
    r"|was (?:set up|completed|launched|introduced|established|opened|recruited|closed|appointed"
    r"|created"
    r"|signed|approved|delivered|published|given|put in place)|were (?:set up|completed|launched"
    r"|introduced|established|opened|recruited|closed|appointed|created|signed|delivered|trained"
    r"|put in place)|(?:is|are) now (?:\w+ly )?\w+ed\b|(?:has|have) (?:a|an"
    r"|the) (?:\w+ ){0,3}(?:plan|strategy|board|programme)\b)",
    re.IGNORECASE,
)
_SIMPLE = re.compile(
    r"\b(?:[Ww]e|I|[Tt]hey|[Tt]he (?:force|service|council|trust|team|office))"
    r" (?:\w+ly )?(?:recruited|reduced|increased|trained|invested|launched|introduced|improved"
    r"|cut|spent"
    r"|held|set up|created|opened|appointed|delivered|completed|doubled|hired|conducted|funded"
    r"|secured"
    r"|awarded|closed|answered)\b"
)
_FUTURE = re.compile(
    r"\b(?:will|shall|[’']ll|(?:am|is|are) going to|(?:is|are|am) committed to|(?:is|are) due to"
    r"|(?:am|is|are) determined to|(?:has|have) (?:promised|pledged|committed|vowed|undertaken"
    r"|agreed)"
    r"(?: to| that)|(?:promis|pledg|vow)(?:ed|es) (?:to|that|an?|the|that)\b|(?:plans|intends?"
    r"|aims|commits|pledges"
    r"|promises|undertakes|proposes|(?:we|I|they|you) (?:plan|aim|commit|pledge|promise"
    r"|propose)) to|(?:is|are) to be|(?:committed|agreed) to"
    r"|would be (?:reviewed|completed|published|held|opened|recruited|in place))\b",
    re.IGNORECASE,
)
_NOT_PROMISE = re.compile(
    r"\b(?:do|does|did) not (?:plan|intend|aim|propose)|n[’']t (?:plan|intend|aim)"
    r"|\bno plans? to\b|"
    r"\b(?:will|shall|would) (?:not\b|never\b|recall|remember|know|note|be aware|agree that"
    r"|appreciate"
    r"|see (?:that|from)|understand|be disappointed|be concern|find that|always be (?:some|a)"
    r"|have been"
    r"|be (?:pleased|proud|familiar|surprised|no doubt))|\bwill of\b|\bfree will\b|\bgoodwill\b"
    r"|\bif .{0,80}\bwill\b|\bwould\b.{0,60}\bif\b|\bonly .{0,30}\bwill tell\b",
    re.IGNORECASE,
)
_CONDITION = re.compile(r"^\W*(?:if|unless|whether|had)\b", re.IGNORECASE)
_TOPIC = re.compile(
    r"\b(?:sets?|setting) out (?:how|what)\b|\b(?:describes?|explains?|details?) how\b|"
    r"\b(?:(?:the|this|next|our) (?:\w+ ){0,2}(?:review|inspection|meeting|session|report|panel"
    r"|agenda)"
    r" will (?:look at|consider|see|focus|cover|examine|discuss|take place|be held|include|start)"
    r"|will (?:take place|be held (?:on|at|in)|be streamed|be held virtually|meet next)"
    r"|will (?:also )?(?:have the (?:chance|opportunity)|get the chance|answer questions)"
    r"|Chief Constable will discuss)",
    re.IGNORECASE,
)
_STATED_BY = re.compile(
    r"\b(?:says?|said|added?|told|confirm(?:ed|s)|explain(?:ed|s)|report(?:ed|s)|advis(?:ed|es)"
    r"|stat(?:ed|es)|not(?:ed|es)|acknowledg(?:ed|es)|assur(?:ed|es)|claim(?:ed|s)"
    r"|stress(?:ed|es)|promis(?:ed|es)|pledg(?:ed|es)|vow(?:ed|s)|announc(?:ed|es)|agreed"
    r"|reassured|insist(?:ed|s)|clear|satisfied|continued|commented|responded)"
    r"(?:(?: [\w’' ]{1,40})?[:,] ?[\"“‘]| [\"“‘]|(?: (?!that\b)[A-Za-z’']+){0,9}? that "
    r"|(?<!told)(?<!assured)(?<!advised) (?=(?:he|she|they|we|it|the|his|her|their|a|an|all"
    r"|every)\b))"
)
_JUDGMENT = re.compile(
    r"\b(?:I|we|he|she|the commissioner|members?) (?:(?:am|are|was|were|is"
    r"|remain) (?:disappointed|pleased"
    r"|concerned|shocked|confident|grateful|proud)|welcome[sd]?|thank(?:ed)?|asked|questioned)\b",
    re.I,
)
_SPEAKING_TYPES = frozenset(
    (
        "news",
        "press-release",
        "statement",
        "statutory-response",
        "minutes",
        "plan",
        "funding",
        "other",
        "decision",
    )
)
_PLAN = re.compile(
    r"\b(?:creat\w+|develop\w*|produc\w+|draw up|draft\w*|prompts? [^.]{0,60}to create)"
    r" (?:of )?(?:an?|its|the|our) (?:\w+ ){0,2}plan\b",
    re.IGNORECASE,
)


def records(material: Material) -> Iterator[Record]:
    """Claims and commitments, one a sentence."""
    kind = material.profile.type
    last: Speaker | None = None
    for passage in material.passages:
        if not _readable(material, passage):
            continue
        words = material.text[passage.start : passage.end]
        speech = material.speech_at(passage.start, passage.end)
        speaker = material.speaker(passage)
        if speaker is not None and (speaker.name or speaker.role):
            last = speaker
        if words.rstrip().endswith("?") or _CONDITION.search(words):
            continue
        spoken = speech is not None or speaker is not None
        voice = voice_of(material, passage, speaker, last)
        promise = _promise(material, passage, words, spoken=spoken, kind=kind)
        if promise is not None:
            yield _commitment(material, passage, promise, voice)
            continue
        claimed = _claimed(material, passage, words, spoken=spoken, kind=kind)
        if claimed is not None:
            yield _claim(material, passage, claimed, voice)


def _readable(material: Material, passage: Passage) -> bool:
    if passage.kind in ("heading", "row", "letterhead", "attendance") or passage.section in (
        "definitions",
        "attendance",
        "apologies",
        "next-meeting",
    ):
        return False
    if material.canonical.blocks[passage.block].kind == "heading":
        return False
    findings = passage.section in ("cause", "afi", "recommendations")
    answers = material.profile.type in (
        "statutory-response",
        "statement",
        "plan",
        "news",
        "press-release",
        "register",
    )
    words = material.text[passage.start : passage.end]
    own = material.profile.type.startswith("inspection") and words.startswith(
        ("We will", "I will")
    )
    return len(words) > 25 and (answers or own or not findings)


def _promise(
    material: Material, passage: Passage, words: str, *, spoken: bool, kind: str
) -> tuple[int, int] | None:
    """Span of a promise, or None."""
    match = _FUTURE.search(words)
    if match is None or _NOT_PROMISE.search(words) or _TOPIC.search(words):
        return None
    if kind in ("agenda", "action-log") or (
        kind == "minutes"
        and re.search(r"\b(?:asked|requested|agreed to|action)\b", words, re.IGNORECASE)
    ):
        return None
    if kind.startswith("inspection") and not re.search(
        r"\b(?:we|the (?:force|service|chief constable|council|trust)|it|you|has|have) "
        r"(?:will|shall|plans?|intends?|has committed|have committed)",
        words,
        re.IGNORECASE,
    ):
        return None
    past = PERFECT.search(words)
    if (
        past is not None
        and past.start() < match.start()
        and not _PROMISED.search(past.group())
        and not re.search(
            r"(?:\b(?:and|but|so)|[,;]) (?:(?:I|we|it|they|he|she|the \w+|our \w+|my \w+|also"
            r"|that) ){0,3}$",
            words[: match.start()],
        )
        and not re.search(r"\bthat\b", words[: past.start()])
    ):
        return None
    if not spoken and not _official(material, passage, words, match):
        return None
    return _span(material, passage, match.start())


def _official(material: Material, passage: Passage, words: str, verb: re.Match[str]) -> bool:
    """Whether the subject of the verb is a body, an office or "we"."""
    left, at = words[: verb.end()], verb.start()
    if re.search(
        r"\b(?:we|I|our|it|they|the (?:force|service|council|trust|commissioner|PCC|office|board"
        r"|authority|constabulary|chief constable|plan|fund(?:ing)?|team|unit|money|head of"
        r"|director|deputy|assistant))\b",
        left,
        re.IGNORECASE,
    ):
        return True
    if material.within(passage.start, passage.start + at):
        return True
    return bool(re.match(r"(?:will|is to|are to) be\b", words[at:])) and len(left.split()) < 14


def _span(material: Material, passage: Passage, at: int) -> tuple[int, int]:
    """The sentence without what only says who speaks, and without outer quotation marks."""
    text = material.text
    start, end = passage.body, passage.end
    words = text[start:end]
    verb = passage.start + at - start
    leads = list(_STATED_BY.finditer(words, 0, max(verb, 0)))
    lead = leads[-1] if leads else None
    if lead is not None and lead.end() < verb and len(words) - lead.end() > 25:
        start += lead.end()
    while start < end and text[start] in "\"“”‘' ,–-":
        start += 1
    closing = re.search(
        r"[\"”],? (?:(?:he|she|they|[A-Z]\w+|the \w+)(?: \w+){0,3} )?(?:said|says|added"
        r"|told|explained|continued)\b[^.]*\.?$|,[\"”] [^.]{0,80}\.?$",
        text[start:end],
    )
    if closing is not None and closing.start() > verb:
        end = start + closing.start()
    unpaired = "‘" not in text[start:end]
    while end > start and (text[end - 1] in '"”“ ' or (unpaired and text[end - 1] == "’")):
        end -= 1
    return start, end


def _claimed(
    material: Material, passage: Passage, words: str, *, spoken: bool, kind: str
) -> tuple[int, int] | None:
    """Span of a statement about the past, or None."""
    if kind not in _SPEAKING_TYPES or _UNDONE.search(words) or (kind == "minutes" and not spoken):
        return None
    match = (
        PERFECT.search(words)
        or _SEEING.search(words)
        or _SIMPLE.search(words)
        or _CONTINUOUS.search(words)
        or _PLAN.search(words)
    )
    if match is None or (not spoken and not _done(material, passage, words, match.start())):
        return None
    if _JUDGMENT.search(words) and not _JUDGED_THAT.search(words):
        return None
    return _span(material, passage, match.start())


_PROMISED = re.compile(r"\b(?:promised|pledged|committed|vowed|agreed|undertaken)$")
_UNDONE = re.compile(
    r"\b(?:has|have|had) (?:not|never|yet)\b|n[’']t\b|\bif (?:they|we|it|he|she) had\b",
    re.IGNORECASE,
)
_JUDGED_THAT = re.compile(
    r"\b(?:pleased|confident|assured|aware|clear|proud|grateful|disappointed|satisfied) that\b"
)


def _done(material: Material, passage: Passage, words: str, at: int) -> bool:
    """Whether an unquoted sentence tells of something done for or by a body in question."""
    left = words[:at]
    if re.search(
        r"\b(?:inspectorate|inspectors|watchdog|HMIC(?:FRS)?|Ofsted|CQC|report|BBC|who)\b[^,]*$",
        left,
    ):
        return False
    if re.search(
        r"\b(?:graded|rated|judged|published|criticised|branded|deemed|raised about|said)\b",
        words[at : at + 60],
    ):
        return False
    if re.search(
        r"\b(?:we|I|our|my|the (?:force|service|council|trust|commissioner|PCC|office|board"
        r"|authority|constabulary|team)|funding|investments?|money|he|she|him|her|Mr|Mrs|Ms"
        r"|this|it|officers|staff|plan)\b",
        left,
        re.IGNORECASE,
    ):
        return True
    return bool(inspected(material.within(passage.start, passage.start + at)))


def _support(voice: Voice) -> dict[str, str]:
    return (
        {"by_person": voice.inferred}
        if voice.inferred and voice.person
        else ({"by": voice.inferred} if voice.inferred and voice.by else {})
    )


def _commitment(
    material: Material, passage: Passage, span: tuple[int, int], voice: Voice
) -> Record:
    due = deadline(material.text, span[0], passage.end)
    stated = next(iter(dates(material.text, span[0], passage.end)), None)
    when = due.due if due else stated.iso if stated else None
    words = due.words if due else stated.words if stated else None
    measure = re.search(
        r"\b\d+(?:\.\d+)?(?:%| per cent)|£\d[\d.,]*(?:m|bn|k| million| billion)?\b",
        material.text[span[0] : span[1]],
    )
    missing = [
        name
        for name, there in (
            ("owner", voice.by or voice.person),
            ("date", words),
            ("measure", measure),
        )
        if not there
    ]
    given: dict[str, Value] = {
        "by": voice.by,
        "by_person": voice.person,
        "due": when,
        "due_words": words,
        "measure": measure.group() if measure else None,
        "missing": tuple(missing),
    }
    return record(
        "commitment", span, "commitment.future", given=given, inferred=_support(voice), weight=50
    )


def _claim(material: Material, passage: Passage, span: tuple[int, int], voice: Voice) -> Record:
    first = next(
        (one for one in counts.records_of(material, passage) if one.rule == "count.things"), None
    )
    given: dict[str, Value] = {
        "by": voice.by,
        "by_person": voice.person,
        "n": first.fields["n"] if first else None,
        "unit": first.fields["unit"] if first else None,
    }
    if first is not None:
        given["scope_words"] = (
            material.text[first.start : span[1]][:200] if first.start >= span[0] else None
        )
    return record("claim", span, "claim.past", given=given, inferred=_support(voice), weight=45)

"""What somebody says was done (claim) and what somebody says will be done (commitment)."""

import re
from collections.abc import Iterator

from answerable.reading.clauses import Passage
from answerable.reading.figures import counts
from answerable.reading.material import Material
from answerable.reading.records import Record, Value, record
from answerable.reading.speech import Speaker
from answerable.reading.statements.commitments import commitment
from answerable.reading.statements.promises import promised, undertaken
from answerable.reading.statements.statements import PAST, PERFECT, SAID_THAT, span_of, voice_note
from answerable.reading.statements.voices import (
    Voice,
    voice_of,
)
from answerable.reading.subject_body import inspected
from answerable.reading.worded import worded

_CONTINUOUS = re.compile(
    r"\b(?:is|are|am|[’']re|[’']m) (?:already |now |also |currently |all )*"
    r"(?:making|investing|working|delivering|improving|recruiting|seeing|putting"
    r"|doing|taking|acting|starting|reducing|training|using)\b",
    re.IGNORECASE,
)
_SEEING = re.compile(
    r"\b(?:(?:was|were) (?:re-?\w+(?:ten|ed)|replaced|moved|met|fitted|hired|cut|put|sent|issued"
    r"|drawn up|brought in|taken on|doubled|halved|trained|agreed)"
    r"|saw (?:him|her|them|us|the force) \w+ing|is (?:now )?in place|are (?:now )?in place"
    r"|was (?:set up|completed|launched|introduced|established|opened|recruited|closed|appointed"
    r"|created"
    r"|signed|approved|delivered|published|given|put in place)|were (?:set up|completed|launched"
    r"|introduced|established|opened|recruited|closed|appointed|created|signed|delivered|trained"
    r"|put in place)|(?:is|are) now (?:\w+ly )?\w+ed\b|(?:has|have) (?:a|an"
    r"|the) (?:\w+ ){0,3}(?:plan|strategy|board|programme)\b)",
    re.IGNORECASE,
)
_CONDITION = re.compile(r"^\W*(?:if|unless|whether|had)\b", re.IGNORECASE)
_JUDGMENT = re.compile(
    r"\b(?:I|we|he|she|the commissioner|members?) (?:(?:am|are|was|were|is"
    r"|remain) (?:disappointed|pleased"
    r"|concerned|shocked|confident|grateful|proud|reassured|satisfied)|welcome[sd]?"
    r"|thank(?:ed)?|asked|questioned)\b",
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
    answers = (one for one in material.cells if _ANSWERS.search(one.heading))
    for passage in (*material.passages, *answers):
        if not _readable(material, passage):
            continue
        words = material.text[passage.start : passage.end]
        speech = material.speech_at(passage.start, passage.end)
        speaker = material.speaker(passage)
        if speaker is not None and (speaker.name or speaker.role):
            last = speaker
        if words.rstrip().endswith("?") or _CONDITION.search(words):
            continue
        spoken = (
            speech is not None
            or speaker is not None
            or (kind == "minutes" and SAID_THAT.match(words) is not None)
        )
        promises = promised(material, passage, words, spoken=spoken, kind=kind)
        if not promises and undertaken(material, passage, words):
            promises = [(passage.body, passage.end)]
        if promises:
            for span in promises:
                voice = voice_of(material, passage, speaker, last, span)
                yield commitment(material, passage, span, voice)
            done = _before(material, passage, promises[0][0])
            if done is not None and kind in _SPEAKING_TYPES:
                voice = voice_of(material, passage, speaker, last, done)
                yield _claim(material, passage, done, voice)
            continue
        claimed = _claimed(material, passage, words, spoken=spoken, kind=kind)
        if claimed is not None:
            voice = voice_of(material, passage, speaker, last, claimed)
            yield _claim(material, passage, claimed, voice)


# Columns in which a body answers: what it says there is its own.
_ANSWERS = re.compile(
    r"\b(?:response|repl(?:y|ies)|comments?|position|update|progress|commitment|what we will do"
    r"|our plan)\b",
    re.IGNORECASE,
)


def _before(material: Material, passage: Passage, at: int) -> tuple[int, int] | None:
    """What was done, in the clause before the first promise of a sentence."""
    words = material.text[passage.body : at]
    found = PERFECT.search(words) or PAST.search(words)
    if found is None or len(words) < 20 or not re.search(r", (?:and|but) $", words):
        return None
    start, _ = span_of(material, passage, passage.body - passage.start + found.start())
    end = passage.body + len(re.sub(r"[,;]? (?:and|but)?\s*$", "", words))
    return (start, end) if end - start > 15 else None


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
    own = material.profile.type.startswith("inspection") and _OWN.match(words) is not None
    return len(words) > 25 and (answers or own or not findings)


# What an inspectorate itself promises, wherever it says so.
_OWN = re.compile(
    r"\W*(?:We|I|Our inspectors|An? (?:officer|inspector|team)|The inspectorate|HMICFRS|HMI)"
    r" (?:will|shall|intend|plan)\b|\W*It will be published\b"
)


def _claimed(
    material: Material, passage: Passage, words: str, *, spoken: bool, kind: str
) -> tuple[int, int] | None:
    """Span of a statement about the past, or None."""
    if kind not in _SPEAKING_TYPES or _UNDONE.search(words) or (kind == "minutes" and not spoken):
        return None
    match = (
        PERFECT.search(words)
        or _SEEING.search(words)
        or PAST.search(words)
        or _CONTINUOUS.search(words)
        or _PLAN.search(words)
    )
    if match is None or (not spoken and not _done(material, passage, words, match.start())):
        return None
    if _JUDGMENT.search(words) and not _JUDGED_THAT.search(words):
        return None
    return span_of(material, passage, match.start())


_UNDONE = worded(
    "had never|had not|had yet|has never|has not|has yet|have never|have not"
    "|have yet|if he had|if it had|if she had|if they had|if we had|n't|n’t",
    r"\b(?:has|have|had) (?:not|never|yet)\b|n[’']t\b|\bif (?:they|we|it|he|she) had\b",
    re.IGNORECASE,
)
_JUDGED_THAT = re.compile(
    r"\b(?:pleased|confident|assured|reassured|aware|clear|proud|grateful"
    r"|disappointed|satisfied) that\b"
)


_OWN_TYPES = frozenset(("statutory-response", "statement", "plan"))


def _done(material: Material, passage: Passage, words: str, at: int) -> bool:
    """Whether an unquoted sentence tells of something done for or by a body in question."""
    left = words[:at]
    if re.search(
        r"\b(?:inspectorate|inspectors|watchdog|HMIC(?:FRS)?|Ofsted|CQC|report|BBC|who)\b[^,]*$",
        left,
    ):
        return False
    if material.profile.type in _OWN_TYPES and re.search(r"\b(?:has|have) ", words[at : at + 5]):
        return True
    if re.search(
        r"\b(?:graded|rated|judged|published|criticised|branded|deemed|raised about|said)\b",
        words[at : at + 60],
    ):
        return False
    if re.search(
        r"\b(?:we|I|our|my|the (?:force|service|council|trust|commissioner|PCC|office|board"
        r"|authority|constabulary|team)|funding|investments?|money|he|she|him|her|Mr|Mrs|Ms"
        r"|this|it|officers|staff|plan|policy|procedures?|process|system|training|recruitment"
        r"|unit)\b",
        left,
        re.IGNORECASE,
    ):
        return True
    return bool(inspected(material.within(passage.start, passage.start + at)))


# What a number is said of ends where its clause does: "16 sessions with three chief constables".
_CLAUSE_END = re.compile(
    r"[.;:](?:\s|$)|, (?:and|but|which|who|while|so|as|including|with|up|down|after|since)\b"
    r"|\s[–—]\s|,? (?:and|but) (?:(?:we|I|they|it|he|she|the \w+|has|have|will|are|is|was|were)\b)"
)


def _scope(words: str) -> str:
    """The words from a number to the end of its clause."""
    stop = _CLAUSE_END.search(words)
    return words[: stop.start() if stop else 200].rstrip(' ,"”’')[:200]


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
            _scope(material.text[first.start : span[1]]) if first.start >= span[0] else None
        )
    return record("claim", span, "claim.past", given=given, inferred=voice_note(voice), weight=45)

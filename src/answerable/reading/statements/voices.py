"""Who states something: the speaker, the author, or the body that a sentence names."""

import re
from dataclasses import dataclass
from functools import lru_cache

from answerable.reading.clauses import Passage
from answerable.reading.material import Material
from answerable.reading.roles import ROLE
from answerable.reading.speech import Speaker
from answerable.reading.statements.promisers import Named, promiser
from answerable.reading.subject_body import inspected
from answerable.reading.worded import once

_FROM = re.compile(
    rf"\b(?:[Ss]tatement|[Mm]essage|[Rr]esponse|[Ll]etter|[Bb]log) (?:from|by|of) (?:the "
    rf"|our )?(?P<role>{ROLE})"
)
_OFFICE = {"pcc": "Police and Crime Commissioner", "cc": "Chief Constable"}


@dataclass(frozen=True, slots=True)
class Voice:
    """Who states something: office or body, person, and how that is known."""

    by: str | None
    person: str | None
    inferred: str | None


UNKNOWN = Voice(None, None, None)
# "The Commissioner was advised that they would be sent": whoever is told promises nothing.
_WAS_TOLD = re.compile(
    r"\b(?:was|were|is|are|been) (?:\w+ )?(?:advised|told|informed|assured|reassured) that\b"
)


def voice_of(
    material: Material,
    passage: Passage,
    speaker: Speaker | None,
    last: Speaker | None,
    span: tuple[int, int],
) -> Voice:
    """The voice of a span of a passage; nobody where no words say whose it is."""
    words = material.text[passage.start : passage.end]
    if _WAS_TOLD.search(words):
        return UNKNOWN
    if material.speech_at(*span) is None and (own := promiser(material, passage, *span)):
        return _named(material, own)
    if speaker is not None and (speaker.name or speaker.role):
        return _spoken(material, speaker)
    return (
        _subject_person(material, words)
        or _headed(material, passage)
        or _last_named(material, words, last)
        or _author(material, words)
        or _one_speaker(material, words)
        or _of_paper(material, passage, words)
    )


def _one_speaker(material: Material, words: str) -> Voice | None:
    """Who alone speaks in a paper, where "I" stands behind the first paragraph of what they say.

    Of a quotation over several paragraphs only the first has its mark.
    """
    if _I.search(words) is None or not material.speeches:
        return None
    speakers = {(one.speaker.name, one.speaker.role) for one in material.speeches if one.speaker}
    only = next((one.speaker for one in material.speeches if one.speaker), None)
    if len(speakers) != 1 or only is None:
        return None
    said = _spoken(material, only)
    return Voice(said.by, said.person, "the only speaker of the document")


_I = re.compile(r"\b(?:I|[Mm]y)\b(?![.)])")


def _of_paper(material: Material, passage: Passage, words: str) -> Voice:
    """Whose paper it is, where no words name anybody."""
    if material.profile.type in ("news", "other"):
        return UNKNOWN
    inspecting = material.profile.type.startswith("inspection") and not _RECEIVED.search(
        material.text
    )
    inspector = inspector_of(material)
    if inspecting and re.search(r"\b(?:[Ww]e|I|[Oo]ur)\b", words):
        return Voice(inspector, None, "we = the inspectorate") if inspector else UNKNOWN
    return _body_voice(material, passage, words)


# On the page of a body that was inspected, "we" are not the inspectors.
_RECEIVED = re.compile(
    r"\b(?:we|I) (?:have |had )?(?:received|welcome[sd]?|accept(?:ed)?) (?:our|the|this|its)"
    r" (?:[a-z-]+ ){0,3}(?:report|findings)\b|\bour (?:inspection )?report from\b"
    r"|\b(?:inspected|graded|rated) us\b|\bwe were (?:inspected|graded|rated|judged)\b",
    re.IGNORECASE,
)
_INSPECTORS = (
    (
        "HMICFRS",
        re.compile(
            r"(?:Majesty[’']s|HM) (?:Chief |Assistant )?Inspectors? of (?:Constabulary|Fire)"
        ),
    ),
    (
        "HM Inspectorate of Prisons",
        re.compile(r"(?:Majesty[’']s|HM) (?:Chief )?Inspectors? of Prisons"),
    ),
    (
        "HM Inspectorate of Probation",
        re.compile(r"(?:Majesty[’']s|HM) (?:Chief )?Inspectors? of Probation"),
    ),
)
_OF_PROFILE = {"ofsted": "Ofsted", "cqc": "CQC", "prisons": "HM Inspectorate of Prisons"}
_HMI = re.compile(r"\b(?:Majesty[’']s|HM) (?:Chief |Lead )?Inspector|^HMI\b|^HMCI")


def inspector_of(material: Material) -> str | None:
    """Who inspects: as the profile says, as named, or by the office of its inspectors."""
    profiled = _OF_PROFILE.get(material.profile.id)
    if profiled is not None or material.inspectorate is not None:
        return profiled or (material.inspectorate.name if material.inspectorate else None)
    return next((name for name, one in _INSPECTORS if once(one, material.text)), None)


def _spoken(material: Material, speaker: Speaker) -> Voice:
    role = material.roles.get(speaker.name or "") or speaker.role
    name = speaker.name or (_holder(material, role) if role else None)
    note = None if speaker.stated and speaker.name else "the speaker named nearest before"
    if role and _HMI.search(role) and (body := inspector_of(material)):
        return Voice(body, name, note or "the inspectorate of that inspector")
    return Voice(_tidy(role), name, note if name else None)


def _named(material: Material, own: Named) -> Voice:
    """Whom the sentence itself names; “the force” is the body that the document is about."""
    if own.person is not None or own.by is None:
        return Voice(_tidy(own.by), own.person, None)
    if _GENERIC.fullmatch(own.by):
        body = material.subject
        return Voice(
            body.name if body else own.by, None, "the force = subject body" if body else None
        )
    name = _holder(material, own.by)
    note = "the holder of that post named in the document" if name else None
    return Voice(_tidy(own.by), name, note)


_GENERIC = re.compile(r"(?i)force|constabulary|service|trust|council")
_HEADED = re.compile(
    r"(?:[Tt]he )?(?P<role>PCC|PFCC|(?:Police and Crime )?Commissioner|[Cc]hief [Cc]onstable"
    r"|[Cc]hief [Ff]ire [Oo]fficer|Force)(?:[’']s)? (?:[Cc]omments?|[Rr]esponse|[Rr]eply"
    r"|[Ss]tatement)\b"
)


def _headed(material: Material, passage: Passage) -> Voice | None:
    """The office whose comments a label or heading announces, or the nearest such above."""
    block = material.canonical.blocks[passage.block]
    own = _HEADED.match(material.canonical.exact(block)[:60])
    labelled = own is not None and material.text[block.start + own.end() :][:1] == ":"
    match = own if labelled else _HEADED.match(passage.heading)
    if match is None and material.profile.type == "statutory-response":
        match = _announced(material, passage)
    elif match is not None and not labelled and _quoted_since(material, passage):
        return None
    if match is None:
        return None
    role = match.group("role")
    if role == "Force":
        body = material.subject
        return Voice(body.name if body else None, None, "the heading above")
    return Voice(
        _tidy(role.title()) if role.islower() else _tidy(role),
        _holder(material, role),
        "the label beside" if labelled else "the heading above",
    )


def _announced(material: Material, passage: Passage) -> re.Match[str] | None:
    for block in reversed(material.canonical.blocks[: passage.block]):
        if block.end - block.start < 60:
            found = _HEADED.match(material.canonical.exact(block).strip())
            if found is not None and found.end() > block.end - block.start - 4:
                return found
    return None


def _quoted_since(material: Material, passage: Passage) -> bool:
    """Whether the announced words were quoted, and the document speaks for itself again."""
    since = 0
    for block in reversed(material.canonical.blocks[: passage.block + 1]):
        if block.kind == "heading":
            since = block.start
            break
    return any(since < one.start < passage.start for one in material.speeches)


def _last_named(material: Material, words: str, last: Speaker | None) -> Voice | None:
    pronoun = re.search(r"\b(?:he|his|him|she|her)\b", words, re.IGNORECASE)
    press = material.profile.type in ("news", "press-release", "other")
    if not press or last is None or not last.name or not pronoun:
        return None
    role = _tidy(material.roles.get(last.name) or last.role)
    return Voice(role, last.name, "the person named nearest before")


def _author(material: Material, words: str) -> Voice | None:
    """Who wrote a letter or a statement, where it speaks of "I" or "we"."""
    own = re.search(r"\b(?:I|my|My|we|We|our|Our)\b", words)
    if material.profile.type not in ("statutory-response", "statement", "other") or not own:
        return None
    author = next((one for one in material.sightings if one.presence == "author"), None)
    if author is not None:
        return Voice(_tidy(author.role), author.name, "the author of the document")
    titled = _FROM.search((material.meta.title or "") + "\n" + material.text[:200])
    if titled is None:
        return None
    role = titled.group("role")
    return Voice(_tidy(role), _holder(material, role), "the author of the document")


def _body_voice(material: Material, passage: Passage, words: str) -> Voice:
    bodies = inspected(material.within(passage.start, passage.end))
    if bodies:
        return Voice(bodies[0].body.name, None, None)
    referred = re.search(
        r"\b(?:the force|the service|we|our|it|the council|the trust)\b", words, re.IGNORECASE
    )
    if referred and material.subject is not None:
        return Voice(material.subject.name, None, "the force = subject body")
    return UNKNOWN


def _subject_person(material: Material, words: str) -> Voice | None:
    match = re.match(
        r"(?:[^,]{0,80}, ){0,2}(?:(?:Mr|Mrs|Ms|Dr) (?P<surname>[A-Z][\w’'-]+)|(?P<role>(?:The )?"
        r"(?:Police and Crime )?(?:Commissioner|Chief Constable|PCC|Chief Fire Officer)))\b",
        words,
    )
    if match is None:
        return None
    if match.group("surname"):
        surname = re.sub(r"[’']s$", "", match.group("surname"))
        name = material.directory.get(surname)
        return Voice(_tidy(material.roles.get(name or "")), name, None) if name else None
    role = match.group("role").removeprefix("The ")
    name = _holder(material, role)
    return Voice(
        _tidy(role), name, "the holder of that post named in the document" if name else None
    )


def _holder(material: Material, role: str) -> str | None:
    """The one person whom the document gives that post."""
    wanted = _tidy(role) or role
    names = {
        name
        for name, post in material.roles.items()
        if (_tidy(post) or "").casefold().endswith(wanted.casefold())
        and not post.lower().startswith(("deputy", "former"))
    }
    return names.pop() if len(names) == 1 else material.directory.get(role)


@lru_cache(maxsize=1024)  # each passage asks for the posts of all people
def _tidy(role: str | None) -> str | None:
    if role is None:
        return None
    plain = " ".join(role.split()).removeprefix("the ").removeprefix("The ")
    plain = re.sub(
        r"(Commissioner|Constable|Officer),? (?:for|of) (?:the )?[A-Z].*$", r"\1", plain
    )
    return _OFFICE.get(plain.casefold(), plain)

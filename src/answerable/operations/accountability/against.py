"""A pasted text against the record, statement by statement (READING 8.1).

Private: nothing is kept, and nothing is said of the speaker. A result is a candidate that only
a second person can make public (DOMAIN 10).
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from answerable.ledger.register import Register
from answerable.operations import catalogue
from answerable.operations.accountability.against_seen import Seen
from answerable.operations.documents import pasted, reader
from answerable.operations.documents.reader import Meta, Read
from answerable.scrutiny.claims import claim_rest, claims
from answerable.scrutiny.claims.statements import ClaimResult, Held, Statement
from answerable.scrutiny.matter import Matter
from answerable.vocabulary.access import READER, Actor
from answerable.vocabulary.facts import GradeGiven
from answerable.vocabulary.identity import slug
from answerable.vocabulary.refusal import Refusal
from answerable.vocabulary.regimes import Theme

MOST_CHARACTERS = 200_000
MOST_STATEMENTS = 400
"""More than an article has; the rest of a longer text is left unread, and the page says so."""
_WHOLE_SENTENCE = frozenset({"claim", "inspection", "sentence", "status"})
_TO_COME = re.compile(
    r"\b(?:will|shall|'ll|\u2019ll|going to|to be|next|must|should|plans? to|expects?"
    r"|by the end)\b"
    r"|\b(?:aim|intend|promis|commit|pledg|agree|continu|undertak|hope|want|determin|ensur)",
    re.IGNORECASE,
)
_WORD = re.compile(r"[a-z]{4,}")


class NothingPasted(Refusal):
    """A text that is empty, or longer than one page may be."""

    code = "nothing_pasted"


@dataclass(frozen=True, slots=True)
class Answered:
    """One statement of the text: its sentence, its exact words, who says it, what we hold on it.

    `institution` is the body that it was looked up under; None where the record has no such body.
    """

    kind: str
    words: str
    quote: str
    speaker: str | None
    institution: str | None
    held: Held


@dataclass(frozen=True, slots=True)
class Compared:
    """A whole text: its statements in order, what is no part of the story, what was not read.

    `published` is the date that the text states. Where it states none, `taken_as` is the day of
    the report whose grade it repeats; None: no day is known, and it is read as of today.
    `left_out` statements at its end were not looked up, because the text is very long.
    """

    subject: str | None
    institution: str | None
    theme: Theme | None
    published: str | None
    taken_as: str | None
    statements: tuple[Answered, ...]
    outside: tuple[str, ...]
    unread: tuple[str, ...]
    left_out: int

    def count(self, result: ClaimResult) -> int:
        """How many statements have this result."""
        return sum(answered.held.result is result for answered in self.statements)


def against_record(
    *,
    text: str,
    actor: Actor,
    on: date,
    known: int | None = None,
    said: date | None = None,
) -> Compared:
    """What the record, as the actor may see it at these dates, holds on each statement."""
    if not text.strip():
        raise NothingPasted("Paste the words of an article or a statement first.")
    if len(text) > MOST_CHARACTERS:
        raise NothingPasted(
            f"The text has {len(text):,} characters; at most {MOST_CHARACTERS:,} are read at "
            "once. Paste it in parts."
        )
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    read = reader.read(plain.encode(), meta=Meta(media_type="text/plain", name="pasted.txt"))
    seen = Seen(actor, on, known, said)
    told = pasted.with_sentences(read, tuple(pasted.statements(read.lines)))
    subject = seen.named_at_head(read.text.text) or seen.institution_of(
        read.document.get("subject_id")
    )
    about = subject or seen.named_most(read.text.text)
    asked = told[:MOST_STATEMENTS]
    stated = pasted.dated(read) or read.document.get("published")
    text_is = _Text(
        read=read,
        about=about,
        theme=seen.theme(about, read.text.text) if about else None,
        published=stated,
    )
    if stated is None:
        text_is = replace(text_is, published=_day_of_its_report(asked, text_is, seen))
    return Compared(
        subject=read.document.get("subject"),
        institution=about,
        theme=text_is.theme,
        published=stated,
        taken_as=None if stated else text_is.published,
        statements=_once(_weighed([_asked(line, text_is, seen) for line in asked])),
        outside=pasted.outside(read, asked),
        unread=pasted.unread(read, asked)[:MOST_STATEMENTS],
        left_out=len(told) - len(asked),
    )


def _day_of_its_report(lines: Sequence[pasted.Contract], text: "_Text", seen: Seen) -> str | None:
    """The day from which a text without a date was written: of the report that it repeats."""
    for line in lines:
        if line["kind"] != "grade" or line["fields"].get("standing") == "previous":
            continue
        held = _asked(line, text, seen).answered.held
        if held.result is ClaimResult.AGREES and held.versions:
            return held.versions[-1].fact.said
    return None


def compare_pasted(data: bytes, *, on: date) -> Compared:
    """The same for bytes from a terminal, as anybody may see the record today."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
    return against_record(text=text, actor=READER, on=on)


def in_lines(compared: Compared) -> Iterator[str]:
    """A comparison for a terminal: each statement, what we hold, and what is not of the story."""
    for answered in compared.statements:
        speaker = f" ({answered.speaker})" if answered.speaker else ""
        yield f"{answered.kind.capitalize()}{speaker}: “{answered.quote}”"
        yield f"  {answered.held.result.words}: {answered.held.sentence}"
        if answered.held.suggest:
            yield f"  Suggested: {answered.held.suggest}"
        for version in answered.held.versions[:3]:
            source = version.fact.source
            if source and source.about:
                yield f"  [{source.about}]"
    for words in compared.outside:
        yield f"Not part of the story: “{words}”"
    for words in compared.unread:
        yield f"Not read by the machine: “{words}”"


@dataclass(frozen=True, slots=True)
class _Text:
    """What the whole text is about."""

    read: Read
    about: str | None
    theme: Theme | None
    published: str | None


@dataclass(frozen=True, slots=True)
class _Asked:
    """A statement with the answer of its rule, before the rest of its sentence is weighed."""

    answered: Answered
    matter: Matter | None = None
    statement: Statement | None = None


def _asked(line: pasted.Contract, text: _Text, seen: Seen) -> _Asked:
    fields = line["fields"]
    stated = fields.get("institution_id")
    words = pasted.sentence(text.read, line)
    institution = seen.institution_of(stated) if stated else text.about
    if not stated and institution and line["kind"] == "grade":
        institution = seen.graded_in(words, institution)
    speaker = " ".join(str(fields[key]) for key in ("by", "by_person") if fields.get(key))
    answered = Answered(
        kind=_kind(line, words),
        words=words,
        quote=pasted.place(line)["exact"],
        speaker=speaker or None,
        institution=institution,
        held=_nothing_held(fields.get("institution") or text.read.document.get("subject")),
    )
    if institution is None:
        return _Asked(answered)
    return _compared(answered, line, text, seen, institution)


def _compared(
    answered: Answered, line: pasted.Contract, text: _Text, seen: Seen, institution: str
) -> _Asked:
    register = seen.register(institution)
    theme = text.theme
    if theme is None or institution != text.about:
        theme = seen.theme(institution, text.read.text.text)
    fields = dict(line["fields"])
    if line["kind"] == "grade":
        fields["question"] = _question(fields.get("question"), answered.words, register, theme)
    statement = Statement(
        kind=answered.kind,
        quote=answered.quote,
        fields=fields,
        institution=institution,
        said=text.published,
        words=answered.words,
    )
    matter = seen.matter(institution, theme)
    held = claims.compared(
        matter,
        statement,
        tenures=catalogue.tenures(),
        measured=seen.measured(institution),
        forces=seen.forces(theme),
    )
    return _Asked(replace(answered, held=held), matter, statement)


def _weighed(asked: Sequence[_Asked]) -> Iterator[Answered]:
    """Each answer in its place; a sentence that says more than its answers compared is a part."""
    sentences: dict[str, list[_Asked]] = {}
    for one in asked:
        sentences.setdefault(one.answered.words, []).append(one)
    for one in asked:
        if one.matter is None or one.statement is None:
            yield one.answered
            continue
        beside = [
            (o.statement, o.answered.held)
            for o in sentences[one.answered.words]
            if o.statement is not None and o is not one
        ]
        own = (one.statement, one.answered.held)
        held = claim_rest.weighed(one.matter, [own, *beside])[0]
        yield replace(one.answered, held=held)


def _kind(line: pasted.Contract, sentence: str) -> str:
    """What the machine read it as; a promise of nothing to come is a sentence like others."""
    kind = str(line["kind"])
    return "sentence" if kind == "commitment" and not _TO_COME.search(sentence) else kind


def _question(stated: str | None, sentence: str, register: Register, theme: Theme) -> str | None:
    """A question of our record; None, the subject's own, where the text words it otherwise."""
    asked = {g.question for g in register.of(GradeGiven) if g.question}
    whole = [question for question in asked if question.lower() in sentence.lower()]
    if whole:
        return max(whole, key=len)
    if not stated:
        return None
    known = {slug(question) for question in asked}
    if slug(stated) in known:
        return stated
    ours = set(_WORD.findall(theme.words.lower()))
    return None if ours & set(_WORD.findall(stated.lower())) else stated


def _once(answered: Iterable[Answered]) -> tuple[Answered, ...]:
    """Each answer to a sentence once, though the machine may read it as two kinds of statement."""
    found: dict[tuple[str, str], Answered] = {}
    for one in answered:
        found.setdefault((one.words, one.held.sentence), one)
    told = {one.words for one in found.values() if one.held.result is not ClaimResult.SILENT}
    return tuple(
        one
        for one in found.values()
        if one.held.result is not ClaimResult.SILENT
        or one.words not in told
        or one.kind not in _WHOLE_SENTENCE
    )


def _nothing_held(name: str | None) -> Held:
    lead = f"We hold no record of {name}." if name else "The text names no body that we hold."
    return Held("silent", ClaimResult.SILENT, f"{lead} Our collection is not complete.")

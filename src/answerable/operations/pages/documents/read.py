"""Paste an article: each statement in order, with what our record holds on it."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from answerable.ledger.register import Version
from answerable.operations import catalogue
from answerable.operations.accountability.against import (
    MOST_CHARACTERS,
    Answered,
    Compared,
    NothingPasted,
    against_record,
)
from answerable.operations.pages import everything, naming
from answerable.operations.pages.look import Look, banner
from answerable.operations.pages.parts import FormError, Link, Page
from answerable.operations.pages.proof import Proof
from answerable.scrutiny.claims.statements import ClaimResult
from answerable.store.papers import documents
from answerable.vocabulary.facts import DocumentFiled
from answerable.vocabulary.language import marked, say
from answerable.vocabulary.times import in_words

TITLE = marked("Read an article against the record")
INTRODUCTION = marked(
    "Paste a news article or a statement, and see what our record holds on each part of it."
)
PRIVATE = marked(
    "Only you see this. Nothing you pasted was stored. A result "
    "speaks of our record, never of the speaker, and our collection "
    "is not complete."
)
MOST_GROUNDS = 4
_EXAMPLES = ("statement", "press-release", "news")
_HEADINGS = {"summary": marked("Our summary says"), "inspectors": marked("The inspectors’ words")}
_KINDS = {
    "commitment": marked("Promise"),
    "meeting": marked("Session"),
    "claim": marked("Statement"),
    "sentence": marked("Statement"),
    "cause_of_concern": marked("Cause of concern"),
    "area_for_improvement": marked("Area for improvement"),
    "grade_count": marked("Number of grades"),
    "agenda_item": marked("Item of an agenda"),
}
_COUNTED = (
    (ClaimResult.AGREES, marked("agree with our record"), marked("agrees with our record")),
    (ClaimResult.DIFFERS, marked("differ from it"), marked("differs from it")),
    (ClaimResult.PART, marked("are in it in part"), marked("is in it in part")),
    (ClaimResult.SILENT, marked("are not in our record"), marked("is not in our record")),
    (ClaimResult.UNSETTLEABLE, marked("no record can settle"), marked("no record can settle")),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """A fact behind an answer: its words, headed as whose they are, and where they stand."""

    words: str
    source: Link


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """One statement and the answer of our record."""

    words: str
    quote: str
    kind: str
    speaker: str
    state: ClaimResult
    answer: str
    grounds: tuple[Ground, ...]
    note: str = ""
    suggest: str = ""


@dataclass(frozen=True, kw_only=True)
class ReadPage(Page):
    """The form, and after reading the results, what is not the story, what was not read."""

    text: str = ""
    error: str = ""
    private: str = ""
    results: tuple[Result, ...] = ()
    outside: tuple[str, ...] = ()
    left: tuple[str, ...] = ()
    examples: tuple[Link, ...] = ()
    action: str = "/read/"


def form(look: Look, *, example: str = "") -> ReadPage:
    """The empty form, or one that holds the text of a document of our own."""
    text = _example(look, example) if example else ""
    return ReadPage(
        title=TITLE,
        area="read",
        sentence=INTRODUCTION,
        banner=banner(),
        past=look.past(),
        as_at=look.as_at(),
        text=text,
        examples=_examples(look),
        action=look.url("/read/"),
    )


def read(look: Look, text: str) -> ReadPage:
    """The text against the record; a text that cannot be read comes back with the reason."""
    try:
        compared = against_record(
            text=text, actor=look.actor, on=look.on, known=look.known, said=look.said
        )
    except NothingPasted as refusal:
        return ReadPage(
            title=TITLE,
            area="read",
            sentence=INTRODUCTION,
            banner=banner(),
            past=look.past(),
            as_at=look.as_at(),
            errors=(FormError(words=refusal.sentence, target="text"),),
            text=text[:MOST_CHARACTERS],
            error=refusal.sentence,
            examples=_examples(look),
            action=look.url("/read/"),
        )
    return ReadPage(
        title=TITLE,
        area="read",
        sentence=_sentence(compared),
        banner=banner(compared.institution),
        past=look.past(),
        as_at=look.as_at(),
        text=text,
        private=PRIVATE,
        results=tuple(_result(look, answered) for answered in compared.statements),
        outside=compared.outside,
        left=(*compared.unread, *_left_out(compared)),
        action=look.url("/read/"),
    )


def _sentence(compared: Compared) -> str:
    n = len(compared.statements)
    about = _about(compared)
    if not n:
        return say(
            "We read no statement in this text that a record could answer.{about}", about=about
        )
    counts = [
        f"{count} {one if count == 1 else many}"
        for result, many, one in _COUNTED
        if (count := compared.count(result))
    ]
    read = "1 statement" if n == 1 else say("{n} statements", n=n)
    return say(
        "We read {read}: {values}.{about}", read=read, values=", ".join(counts), about=about
    )


def _about(compared: Compared) -> str:
    if compared.institution is None:
        return say(" The text names no body of which we hold a record.")
    name = naming.body_words(compared.institution)
    theme = (
        say(", on {theme}", theme=compared.theme.words)
        if compared.theme and compared.theme.key
        else ""
    )
    dated = (
        say(" The text is dated {day}.", day=in_words(compared.published))
        if compared.published
        else ""
    )
    if compared.taken_as:
        dated = say(
            " The text states no date; it is read as of {day}, the day of "
            "the report whose grade it repeats.",
            day=in_words(compared.taken_as),
        )
    return say(
        " It was looked up under {name}{theme}.{dated}", name=name, theme=theme, dated=dated
    )


def _left_out(compared: Compared) -> tuple[str, ...]:
    if not compared.left_out:
        return ()
    return (
        say(
            "The text is very long: {left_out} more statements were not "
            "looked up. Paste the rest by itself.",
            left_out=f"{compared.left_out:,}",
        ),
    )


def _result(look: Look, answered: Answered) -> Result:
    held = answered.held
    notes = []
    if held.stated and held.ours and held.result is ClaimResult.DIFFERS:
        notes.append(
            say("The text: {stated}. Our record: {ours}.", stated=held.stated, ours=held.ours)
        )
    if held.sum_shown and held.sum_shown not in held.sentence:
        notes.append(say("Worked out: {sum_shown}.", sum_shown=held.sum_shown))
    grounds = tuple(_grounds(look, answered))
    if len(grounds) > MOST_GROUNDS:
        notes.append(
            say("And {count} more facts of our record.", count=len(grounds) - MOST_GROUNDS)
        )
    return Result(
        words=answered.words,
        quote=answered.quote,
        kind=_KINDS.get(answered.kind, answered.kind.replace("_", " ").capitalize()),
        speaker=answered.speaker or "",
        state=held.result,
        answer=held.sentence,
        grounds=grounds[:MOST_GROUNDS],
        note=" ".join(notes),
        suggest=held.suggest or "",
    )


def _grounds(look: Look, answered: Answered) -> Iterator[Ground]:
    """Each fact once, by the place its words stand in."""
    if answered.institution is None:
        return
    proof = Proof(look, look.register(answered.institution))
    told = set()
    for version in answered.held.versions:
        link = proof.link(version) or Link(label=say("The entry"), url=proof.entry_url(version))
        words = _words(proof, version)
        if words not in told:
            told.add(words)
            yield Ground(words=words, source=link)


def _words(proof: Proof, version: Version) -> str:
    quote = version.fact.quote
    if not quote:
        return naming.told(version.fact)
    return f"{_HEADINGS.get(proof.voice(version), 'The record says')}: “{quote.strip('“”')}”"


def _examples(look: Look) -> tuple[Link, ...]:
    """The statement of each story on which most facts rest: in our own words, or invented."""
    seen = tuple(everything.versions(look))
    resting = Counter(v.fact.source.doc for v in seen if v.fact.source)
    best: dict[bool, DocumentFiled] = {}
    for version in seen:
        filed = version.fact
        if isinstance(filed, DocumentFiled) and filed.type in _EXAMPLES and resting[filed.doc] > 1:
            body = catalogue.bodies().get(filed.institution)
            invented = body is not None and body.invented
            before = best.get(invented)
            if before is None or resting[filed.doc] > resting[before.doc]:
                best[invented] = filed
    return tuple(
        Link(
            label=say(
                "Try it with: {removesuffix} ({word})",
                removesuffix=(filed.title or "").removesuffix(": summary"),
                word=say("invented") if invented else say("our summary"),
            ),
            url=look.url(f"/read/?example={filed.doc}"),
        )
        for invented, filed in sorted(best.items(), key=lambda item: item[0])
    )


def _example(look: Look, sha: str) -> str:
    """The text of a document that may be tried; empty for any other."""
    for version in everything.versions(look):
        filed = version.fact
        if isinstance(filed, DocumentFiled) and filed.doc == sha and filed.type in _EXAMPLES:
            return documents.text(sha).text
    return ""

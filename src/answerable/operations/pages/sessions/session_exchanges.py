"""What was said in a session: each question with its answer, and what was agreed on it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from answerable.ledger.register import Version
from answerable.operations.pages.parts import Quote, Row
from answerable.operations.pages.proof import Proof
from answerable.operations.pages.sessions.held_session import Held, office_words, signed_words
from answerable.operations.pages.sessions.session_amended import amended
from answerable.operations.sessions.promises import promises
from answerable.scrutiny.phrases import start, stop
from answerable.scrutiny.progress import progress
from answerable.scrutiny.sessions import question_ends
from answerable.scrutiny.sessions.exchanges import exchanges
from answerable.vocabulary.facts import (
    ActionPromised,
    AnswerGiven,
    ClaimMade,
    ItemTaken,
    PlanAdopted,
    QuestionAsked,
)
from answerable.vocabulary.language import marked, say
from answerable.vocabulary.posts import only_named, post_of

NOT_KNOWN = marked("Not in our sources")
BESIDE = marked("What its papers say besides")


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """Questions that stand together, the answers to them, the actions agreed then.

    `item` heads what was said without a question: the item under which it was said. `promised`:
    some of the actions were promised by somebody, and not agreed by the session.
    """

    item: str
    asked: tuple[Row, ...]
    answers: tuple[Quote, ...]
    agreed: tuple[Row, ...]
    promised: bool = False


def statements(found: Held) -> tuple[Version, ...]:
    """What its papers say was said or shared there, to which no question is known."""
    return found.agreed(ClaimMade, PlanAdopted)


def said(found: Held, proof: Proof) -> tuple[Said, ...]:
    """What was asked, answered and agreed, in the order in which the papers have it."""
    items = found.of(ItemTaken)
    paired = exchanges(
        items,
        found.of(QuestionAsked),
        found.of(AnswerGiven),
        found.agreed(ActionPromised),
        words=signed_words(found),
    )
    heard = tuple(
        Said(
            item="" if one.asked else start(under(one.item, items)),
            asked=tuple(_asked(proof, v, items) for v in one.asked),
            answers=tuple(_answers(proof, one.answers)),
            agreed=tuple(_agreed(found, v) for v in one.agreed),
            promised=bool(promises(one.agreed)),
        )
        for one in paired
    )
    told = tuple(quote for v in statements(found) if (quote := proof.quote(v)))
    return (*heard, Said(item=BESIDE, asked=(), answers=told, agreed=())) if told else heard


def owner_words(owner: str | None) -> str:
    """The post of an owner as a line begins: no public page of a session names anybody else."""
    if only_named(owner):
        return say("An owner named in the log")
    return start(post_of(owner))


def _agreed(found: Held, version: Version) -> Row:
    item = progress(found.register, version.fact.stream, names=found.names)
    owner = owner_words(item.owner) or say("No owner yet")
    return Row(
        title=start(item.text or NOT_KNOWN),
        url=found.look.url(f"/findings/{item.reference}/"),
        sentence=f"{owner}. {item.sentence}",
        state=item.tag.lower(),
    )


def _asked(proof: Proof, version: Version, items: Sequence[Version]) -> Row:
    fact = version.fact
    to = (
        say("To the {office_words}", office_words=office_words(fact.get("to")))
        if fact.get("to")
        else ""
    )
    end = question_ends.told(proof.register, version)
    return Row(
        title=fact.get("text") or NOT_KNOWN,
        sentence=stop(end) if end else "",
        note=", ".join(
            part for part in (to, under(fact.get("item"), items), amended(proof, version)) if part
        ),
        links=proof.links([version]),
    )


def under(item: str | None, items: Sequence[Version]) -> str:
    """“item 2 (Response times)”; nothing where no item is named."""
    if not item:
        return ""
    title = next(
        (v.fact.get("title") for v in items if item in (v.fact.get("number"), v.fact.stream)), None
    )
    named = item.rsplit("/", 1)[-1]
    return (
        say("item {named} ({title})", named=named, title=title)
        if title
        else say("item {named}", named=named)
    )


def _answers(proof: Proof, answers: Sequence[Version]) -> Iterator[Quote]:
    for version in answers:
        who = say(
            "Answer of the {office_words}",
            office_words=office_words(version.fact.get("by_office")),
        )
        quote = proof.quote(version, note=who)
        if quote is not None:
            yield quote
        elif version.fact.get("text"):
            yield Quote(
                voice="record",
                words=str(version.fact.get("text")),
                place=say("Entry {seq:,}", seq=version.seq),
                url=proof.entry_url(version),
                of_record=True,
                note=". ".join(part for part in (who, amended(proof, version)) if part),
            )

"""What inspectors asked for, in its order; what is not in our sources stands there too."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from answerable.operations import catalogue
from answerable.operations.pages.item_words import NOT_KNOWN, item_crumbs, item_kind
from answerable.operations.pages.look import Look, banner
from answerable.operations.pages.parts import (
    Line,
    Link,
    Page,
    Reply,
    SourceItem,
)
from answerable.operations.pages.proof import Proof, with_redress
from answerable.scrutiny import phrases
from answerable.scrutiny.matter import report_of
from answerable.scrutiny.plans.sure_links import findings
from answerable.scrutiny.standing import Progress
from answerable.vocabulary.finding_kinds import CAUSE, family
from answerable.vocabulary.language import say


@dataclass(frozen=True, slots=True, kw_only=True)
class Recommendation:
    """One recommendation in the list of a case."""

    number: str
    label: str
    words: str
    state: str
    missing: bool
    voice: str
    url: str
    note: str
    source: Link | None
    reply_url: str = ""
    mistake_url: str = ""
    replies: tuple[Reply, ...] = ()


@dataclass(frozen=True, kw_only=True)
class RecommendationsPage(Page):
    """What was asked for, in its order; what is not in our sources stands there too."""

    items: tuple[Recommendation, ...]
    sources: tuple[SourceItem, ...]


def recommendations(look: Look, institution: str, theme: str) -> RecommendationsPage:
    """Everything that the latest report on a theme asked for."""
    register = look.register(institution)
    regime = catalogue.regime_of(institution, on=look.on)
    proof = Proof(look, register)
    found = findings(register, theme=theme, names=regime.names)
    latest = report_of(found[-1].reference) if found else ""
    asked = [
        f
        for f in sorted(found, key=lambda f: f.first.fact.valid.start)
        if report_of(f.reference) == latest and family(f.kind) != CAUSE
    ]
    words = regime.theme(theme).words
    held = sum(1 for f in asked if f.text)
    return RecommendationsPage(
        title=say("What inspectors asked for: {words}", words=words),
        kicker=catalogue.bodies()[institution].name,
        area="bodies",
        sentence=_asked_sentence(asked, held),
        banner=banner(institution),
        past=look.past(),
        as_at=look.as_at(),
        crumbs=item_crumbs(look, institution, None),
        items=tuple(_recommendation(f, proof) for f in asked),
        sources=proof.items(tuple(f.first for f in asked)),
        aside=(),
    )


def _asked_sentence(asked: Sequence[Progress], held: int) -> str:
    kinds = Counter(f.kind for f in asked)
    many = [f"{n} {phrases.plural(kind.replace('-', ' '), n)}" for kind, n in kinds.items()]
    words = f"{' and '.join(many) or say('Nothing')}."
    if held == len(asked):
        return words
    return say(
        "{words} We have the substance of {held}; the words of the others are not held.",
        words=words,
        held=held,
    )


def _recommendation(item: Progress, proof: Proof) -> Recommendation:
    voice = proof.voice(item.first)
    line = Line(label="", words="")
    if item.overdue or item.slipped_back:
        line = with_redress(line, (item.first,), proof)
    return Recommendation(
        number=item.number or "",
        label=f"{item_kind(item)} {item.number or ''}".strip(),
        words=phrases.start(item.text) if item.text else NOT_KNOWN,
        state=item.tag.lower() if item.text else "not known",
        missing=not item.text,
        voice=say("Our summary says") if voice == "summary" else "",
        url=proof.look.url(f"/findings/{item.reference}/"),
        note=item.sentence if item.text and item.rung else "",
        source=proof.link(item.first),
        reply_url=line.reply_url,
        mistake_url=line.mistake_url,
        replies=line.replies,
    )

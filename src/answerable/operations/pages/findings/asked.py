"""A finding beside earlier ones that may have asked for the same: a person links or dismisses."""

from collections.abc import Sequence
from dataclasses import dataclass

from answerable.operations import access, catalogue, place
from answerable.operations.findings import asked
from answerable.operations.findings.asked import Likely
from answerable.operations.pages import forms, naming
from answerable.operations.pages.look import Look
from answerable.operations.pages.parts import FormError, Link, Notice, Page, Quote, SectionsPage
from answerable.operations.pages.proof import Proof
from answerable.scrutiny.progress import progress
from answerable.vocabulary.language import marked, say

TITLE = marked("Asked before?")
_DONE = {"dismissed": marked("It is kept as something else. Nothing entered the record.")}


@dataclass(frozen=True, slots=True, kw_only=True)
class Before:
    """An earlier finding: its words, what became of it, and whether it can be linked here."""

    reference: str
    title: str
    url: str
    near: str
    quote: Quote | None
    words: str
    facts: tuple[str, ...]
    may_link: bool


@dataclass(frozen=True, kw_only=True)
class AskedPage(Page):
    """The finding on one side, earlier ones below it, each with its own words."""

    new_title: str
    new_words: str
    new_quote: Quote | None
    new_facts: tuple[str, ...]
    before: tuple[Before, ...]
    action: str
    seen: int
    key: str


def may_link(look: Look, reference: str) -> bool:
    """Has the reader chosen an office that links findings of this body?"""
    return access.may(look.actor, "link_finding", about=place.institution_of(reference))


def closed(look: Look) -> SectionsPage:
    """For readers: likenesses are not shown before a person confirmed one."""
    return forms.read_only(look, title=TITLE)


def asked_page(
    look: Look, reference: str, *, key: str, done: str = "", errors: Sequence[FormError] = ()
) -> AskedPage:
    """The finding and the five earlier ones most like it."""
    new, likely = asked.earlier(by=look.actor, reference=reference)
    proof = Proof(look, look.register(new.fact.institution))
    found = len(likely)
    return AskedPage(
        title=TITLE,
        kicker=catalogue.bodies()[new.fact.institution].name,
        area="bodies",
        sentence=(
            say(
                "A machine put these earlier findings in an order, by their "
                "words. Whether one asked for the same is for you to say."
            )
            if found
            else say("No earlier finding is left to compare with.")
        ),
        crumbs=(Link(label=say("The finding"), url=f"/findings/{reference}/"),),
        banner=forms.acting(look),
        as_at=look.as_at(),
        notice=_notice(done),
        errors=tuple(errors),
        new_title=naming.finding_words(new.fact),  # type: ignore[arg-type]  # a finding
        new_words=new.fact.get("text") or "",
        new_quote=proof.quote(new),
        new_facts=_facts(look, reference, new.fact.institution),
        before=tuple(_before(look, one, to=new.fact.institution) for one in likely),
        action=f"/asked/{reference}/",
        seen=look.head.size - 1,
        key=key,
    )


def _before(look: Look, one: Likely, *, to: str) -> Before:
    fact = one.finding
    proof = Proof(look, look.register(fact.institution))
    return Before(
        reference=fact.stream,
        title=naming.finding_words(fact),
        url=f"/findings/{fact.stream}/",
        near=one.near,
        quote=proof.quote(one.version),
        words=fact.text or "",
        facts=_facts(look, fact.stream, fact.institution),
        may_link=fact.institution == to,
    )


def _facts(look: Look, reference: str, institution: str) -> tuple[str, ...]:
    """Theme, round and what became of it, as far as it is sourced."""
    regime = catalogue.regime_of(institution, on=look.on)
    item = progress(
        look.register(institution),
        reference,
        names=regime.names,
        slipping_days=regime.slipping_days,
    )
    became = item.became.value if item.became else say("not in our sources")
    return (
        say(
            "Theme: {word}",
            word=regime.theme(item.theme).words if item.theme else say("not in our sources"),
        ),
        say("Round: {values}", values="/".join(reference.split("/")[:2])),
        say("How far it has got: {sentence}", sentence=item.sentence or say("not in our sources")),
        say("What became of it: {became}", became=became),
    )


def _notice(done: str) -> Notice | None:
    if done in _DONE:
        return Notice(title=say("Done"), words=_DONE[done])
    if done.isdigit():
        return Notice(
            title=say("Done"),
            words=say("The link is on the record."),
            url=f"/history/entry/{done}/",
            label=say("Entry {int}", int=f"{int(done):,}"),
        )
    return None

"""A finding in a list: on the page of a body and in a report."""

from answerable.operations.pages.look import Look
from answerable.operations.pages.parts import Link, Row
from answerable.operations.pages.proof import Proof, redress_urls
from answerable.scrutiny import phrases
from answerable.scrutiny.cases import said_done
from answerable.scrutiny.standing import Progress
from answerable.vocabulary.language import say
from answerable.vocabulary.regimes import Names


def finding_row(item: Progress, look: Look, proof: Proof, names: Names) -> Row:
    """A finding in a list: what it is, its words with their place, how far it got. `names` are
    the words for its institution."""
    kind = item.kind.replace("-", " ").capitalize()
    on = phrases.on_day(item.first.fact.valid.start)
    return Row(
        title=f"{kind} {item.number or ''}".strip() + f", {on}",
        url=look.url(f"/findings/{item.reference}/"),
        sentence=phrases.start(item.text) if item.text else say("Not in our sources."),
        state=item.tag.lower() if item.text else "not known",
        note=_note(item, names),
        links=(*_place(item, proof), *_said_at(item, proof)),
        **redress_urls(item.first if item.overdue or item.slipped_back else None, look),
    )


def _note(item: Progress, names: Names) -> str:
    """How far it got; where nothing is stated of that, what the institution said of it."""
    if item.rung or item.closing:
        return item.sentence
    news = said_done.news_of(item)
    return said_done.told_news(news, names) if news else ""


def _said_at(item: Progress, proof: Proof) -> tuple[Link, ...]:
    """Where the source of what the institution said of it is, if that is told beside it."""
    news = None if item.rung or item.closing else said_done.news_of(item)
    source = proof.link(news) if news else None
    return (Link(label=say("See where it was said"), url=source.url),) if source else ()


def _place(item: Progress, proof: Proof) -> tuple[Link, ...]:
    """The words in the document that states the finding, where the reader may see it."""
    source = item.first.fact.source
    if item.text is None or source is None or source.doc not in proof.documents:
        return ()
    return (Link(label=say("See it in the document"), url=proof.place_url(item.first)),)

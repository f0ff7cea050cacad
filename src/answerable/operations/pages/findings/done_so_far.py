"""“Done” of a finding that no entry calls done: what was said of it, or of what it belongs to."""

from answerable.ledger.register import Register, Version
from answerable.operations.pages.item_words import item_kind
from answerable.operations.pages.plans import finding_plan
from answerable.scrutiny.cases import said_done
from answerable.scrutiny.phrases import inside
from answerable.scrutiny.progress import NoSuchItem, progress
from answerable.scrutiny.standing import Progress
from answerable.scrutiny.standing_counts import standing
from answerable.vocabulary.language import say
from answerable.vocabulary.regimes import Regime


def told(
    item: Progress, register: Register, regime: Regime, *, nothing: str
) -> tuple[str, tuple[Version, ...]]:
    """The words of the line and the entries behind them; `nothing` where nobody said a thing.

    The case page says the same of the finding. Of a recommendation is told what was said of its
    cause of concern: as said of that, for no source says which recommendation is meant.
    """
    if item.kind == "action":
        return nothing, ()
    actions = _of_actions(item, register, regime)
    if news := said_done.news_of(item):
        words = said_done.told_news(news, regime.names)
        return " ".join(filter(None, (words, actions))), (news,)
    if actions:
        return f"{actions} {say('Of the finding itself nothing is on record.')}", ()
    whole = _whole(item, register, regime)
    news = said_done.news_of(whole) if whole else None
    if whole is None or news is None:
        return nothing, ()
    of_whole = say(
        "{nothing} Of the {whole} that it belongs to, and not of this {part} by itself: {words}",
        nothing=nothing,
        whole=inside(item_kind(whole)),
        part=inside(item_kind(item)),
        words=said_done.told_news(news, regime.names),
    )
    return of_whole, (news,)


def _whole(item: Progress, register: Register, regime: Regime) -> Progress | None:
    """The finding that the record names as the one it belongs to, where it is there."""
    if not item.parent:
        return None
    try:
        return progress(register, item.parent, names=regime.names)
    except NoSuchItem:
        return None


def _of_actions(item: Progress, register: Register, regime: Regime) -> str:
    """How far the actions that answer it are, where one of them is said to be done."""
    if not item.answered_by:
        return ""
    found = [
        progress(register, r, names=regime.names) for r in finding_plan.answering(item, register)
    ]
    if not any(p.group == "done" for p in found):
        return ""
    return say(
        "Of the {count} actions that answer it: {standing}",
        count=f"{len(found):,}",
        standing=standing(found),
    )

"""News of actions, and judgements of sessions, that have the words of a query.

No index of the record holds them: they are looked up in the words that are kept of each body's
news (`news_words`). Of one action or item what fits best is told, the latest of what fits alike.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from heapq import merge
from itertools import islice

from answerable.ledger.register import Version
from answerable.operations.pages import news_words
from answerable.operations.pages.look import Look
from answerable.operations.pages.news_words import News
from answerable.operations.pages.search_fit import Wanted
from answerable.store.reads import registers
from answerable.store.reads.search import Told
from answerable.vocabulary.access import READER
from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.facts import ActionUpdated, AssuranceJudged

KINDS: Mapping[type[Fact], str] = {ActionUpdated: "action", AssuranceJudged: "meeting"}
"""Under which kind each is found: with the actions and the sessions that they tell of."""
MOST_READ = 2_000
"""News that are looked at for one query, the latest; a word of every news would find all."""


@dataclass(frozen=True, slots=True)
class Fitting:
    """What was said of an action, and how well it fits (`fits.py`)."""

    told: Told
    fit: int


def news(
    look: Look,
    asked: Sequence[str],
    *,
    telling: Sequence[str] = (),
    most: bool = False,
    kind: str = "",
    about: str = "",
) -> tuple[Fitting, ...]:
    """What has all words or all telling ones; with `most`, else most of the telling.

    `asked` and `telling` are plain words; `kind` and `about`, a body, narrow. The best first.
    """
    if not asked or kind not in ("", *KINDS.values()):
        return ()
    reader = replace(look, actor=replace(READER, on=look.today))
    names = (about,) if about else registers.institutions()
    held = [news_words.of(reader.register(name)) for name in names]
    wanted = Wanted(asked, telling, most=most)
    found = _best((one.all_of(wanted.asked) for one in held), wanted, kind)
    if telling:
        also = _best((one.all_of(wanted.telling) for one in held), wanted, kind)
        found |= {name: one for name, one in also.items() if name not in found}
    if most and telling and not found:
        some = (one.most_of(wanted.telling, wanted.enough) for one in held)
        found = _best(some, wanted, kind)
    return tuple(sorted(found.values(), key=lambda one: (one.fit, -one.told.seq)))


def _best(every: Iterable[Iterable[News]], wanted: Wanted, kind: str) -> dict[str, Fitting]:
    """Of each action or item what fits best, the latest of what fits alike."""
    best: dict[str, Fitting] = {}
    latest = merge(*every, key=lambda one: one.version.seq, reverse=True)
    for one in islice(latest, MOST_READ):
        version = one.version
        fit = wanted.fit(one.held)
        if fit is None or kind not in ("", KINDS[type(version.fact)]):
            continue
        before = best.get(version.fact.stream)
        if before is None or (fit, -version.seq) < (before.fit, -before.told.seq):
            best[version.fact.stream] = Fitting(_told(version, one.text), fit)
    return best


def _told(version: Version, text: str) -> Told:
    fact = version.fact
    return Told(
        entry_id=version.entry_id,
        type=type(fact).__name__,
        institution=fact.institution,
        stream=fact.stream,
        seq=version.seq,
        valid_from=fact.valid.start.isoformat(),
        said=fact.said,
        kind=KINDS[type(fact)],
        text=text,
        doc=None,
        quote=None,
    )

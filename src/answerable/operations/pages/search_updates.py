"""News of actions, and judgements of sessions, that have the words of a query.

News is what a log said of a row, time after time; a judgement is whether a session was assured, of
which item and why. No index holds them, for they are short: they are read from what a reader sees,
in plain words that are kept while the record stands. Of one action or item what fits best is told,
the latest of what fits alike.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from answerable.ledger.register import Version
from answerable.operations.pages import everything
from answerable.operations.pages.look import Look
from answerable.operations.pages.search_fit import Wanted, in_force, spaced
from answerable.scrutiny.phrases import start, stop
from answerable.scrutiny.sessions.minutes_text import LEVELS
from answerable.store.reads import fits, registers
from answerable.store.reads.search import Told
from answerable.vocabulary.access import READER
from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.facts import ActionUpdated, AssuranceJudged, ItemTaken
from answerable.vocabulary.language import say
from answerable.vocabulary.times import in_words

KINDS: Mapping[type[Fact], str] = {ActionUpdated: "action", AssuranceJudged: "meeting"}
"""Under which kind each is found: with the actions and the sessions that they tell of."""


@dataclass(frozen=True, slots=True)
class News:
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
) -> tuple[News, ...]:
    """What has all words or all telling ones; with `most`, else most of the telling.

    `asked` and `telling` are plain words; `kind` and `about`, a body, narrow. The best first.
    """
    if not asked:
        return ()
    best: dict[str, News] = {}
    wanted = Wanted(asked, telling, most=most)
    for told, held in _held(replace(look, actor=replace(READER, on=look.today))):
        fit = wanted.fit(held)
        if fit is None or kind not in ("", told.kind) or about not in ("", told.institution):
            continue
        before = best.get(told.stream)
        if before is None or (fit, -told.seq) < (before.fit, -before.told.seq):
            best[told.stream] = News(told, fit)
    found = list(best.values())
    if any(one.fit < fits.SOME for one in found):
        found = [one for one in found if one.fit < fits.SOME]
    return tuple(sorted(found, key=lambda one: (one.fit, -one.told.seq)))


def _held(look: Look) -> tuple[tuple[Told, str], ...]:
    """Each that stands at the dates of a look, with its words and its day between spaces."""

    def made() -> tuple[tuple[Told, str], ...]:
        titles = {v.fact.stream: v.fact.get("title") for v in everything.of_types(look, ItemTaken)}
        return tuple(
            (_told(version, text), spaced(f"{text} {_day(version)}"))
            for version in everything.of_types(look, *KINDS)
            if in_force(version, look.on) and (text := _text(version, titles))
        )

    return registers.kept(("news of actions", look.on, look.known, look.said), made)


def _text(version: Version, titles: Mapping[str, str | None]) -> str:
    """What was said of an action; of a judgement its level, the item and the reason."""
    fact = version.fact
    if not isinstance(fact, AssuranceJudged):
        return str(fact.get("text") or "")
    level = LEVELS.get(fact.level or "")
    parts = (say(level), titles.get(fact.stream), fact.reason) if level else ()
    return " ".join(stop(start(part)) for part in parts if part)


def _day(version: Version) -> str:
    """The day of a judgement, which a question may name; an action is not asked for by its day."""
    fact = version.fact
    return in_words(fact.valid.start.isoformat()) if isinstance(fact, AssuranceJudged) else ""


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

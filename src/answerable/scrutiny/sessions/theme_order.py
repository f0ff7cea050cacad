"""The items of a thematic session: what is about its theme comes early, each part in its order.

A theme is typed in words, such as “Neighbourhood crime”; findings carry short keys, such as
`neighbourhood-crime`. An item is about it when its finding is, when it answers one that is, when
it stands under a heading of its log that is, or when its own words hold every word of the theme.
The name of a report makes its findings so only where it says the theme and nothing besides: a
report on custody and victims has findings about victims.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from collections.abc import Set as AbstractSet

from answerable.ledger.register import Register
from answerable.scrutiny.answering import answered
from answerable.scrutiny.plans.link_doubt import Link
from answerable.scrutiny.plans.log_headings import headings
from answerable.scrutiny.sessions.agenda import AgendaItem, Question, Reason, Why
from answerable.scrutiny.standing import Progress
from answerable.scrutiny.subject import subject_of
from answerable.vocabulary.facts import FindingPublished
from answerable.vocabulary.finding_kinds import CAUSE, family
from answerable.vocabulary.language import say
from answerable.vocabulary.regimes import Regime

_WORD = re.compile(r"[a-z]{4,}")
_ACTION = "action/"
_PARTS_OF_FINDING, _REPORT = 6, 3
"""How many parts `hmicfrs/2026/anyshire/peel-2025/recommendation/1` has; which is the report."""
_NO_MATTER = frozenset(("publication", "report", "inspection", "session", "update"))
"""Words of a theme that name no matter: “PEEL publication” is about PEEL."""
FIRST = frozenset(
    {
        *(Reason.RELAPSED, Reason.NEW_CONCERN, Reason.STATUTORY_WINDOW),
        *(Reason.UNANSWERED, Reason.NOT_ASSURED),
    }
)
"""Found again, newly found, due by law, carried over, or not assured: first in every session."""


def theme_first(
    register: Register,
    items: Sequence[AgendaItem],
    *,
    theme: str | None,
    regime: Regime | None = None,
    doubtful: AbstractSet[Link] = frozenset(),
) -> tuple[AgendaItem, ...]:
    """The same items; those about the theme of the session stand before the others.

    What no session may put off comes before both: see `FIRST`. Findings that come for their theme
    alone come before the rows of a log about it.
    """
    about = is_about(register, theme=theme, regime=regime, doubtful=doubtful)
    return tuple(
        sorted(
            items,
            key=lambda item: (
                item.reasons[0].reason not in FIRST,
                not about(item),
                item.reasons[0].reason is not Reason.THEME,
            ),
        )
    )


def is_about(
    register: Register,
    *,
    theme: str | None,
    regime: Regime | None = None,
    doubtful: AbstractSet[Link] = frozenset(),
) -> Callable[[AgendaItem], bool]:
    """Whether an item is about the theme of a session; without a theme, none is.

    An action is not about what it answers by links in doubt alone (`doubtful`).
    """
    wanted = _words(theme or "")
    if not wanted:
        return lambda _item: False
    keys = _keys(register, wanted, regime)
    streams = {s for key in keys for s in _streams(register, key)}
    streams -= _only_of_report(register, streams, keys)
    streams -= _only_in_doubt(register, streams, doubtful)
    streams |= {s for s, words in headings(register).items() if wanted <= _words(words)}
    themed = {f.stream for f in register.of(FindingPublished) if f.theme}
    return lambda item: (
        item.reference in streams
        or wanted <= _words(item.title)
        or (item.reference not in themed and wanted <= _referred(item.reference, wanted))
    )


def besides(
    items: Sequence[AgendaItem],
    found: Iterable[Progress],
    *,
    about: Callable[[AgendaItem], bool],
    question: Question | None = None,
) -> tuple[AgendaItem, ...]:
    """Open findings that a thematic session is about and nothing else brings, causes first."""
    held = {r for item in items for r in (item.reference, *item.also)}
    why = say("It is open, and belongs to the theme of this session.")
    made = [
        AgendaItem(
            one.reference,
            one.text or one.reference,
            (Why(Reason.THEME, why, (one.first,)),),
            one,
            template=question,
        )
        for one in found
        if one.open and one.reference not in held
    ]
    mine = [item for item in made if about(item)]
    return tuple(
        sorted(mine, key=lambda i: family(i.progress.kind if i.progress else "") != CAUSE)
    )


def _only_in_doubt(
    register: Register, streams: AbstractSet[str], doubtful: AbstractSet[Link]
) -> set[str]:
    """The actions that are about the theme only by links in doubt."""
    linked = answered(register)
    found = set()
    for action in {action for action, name in doubtful if name in streams}:
        named = [name for name in linked.get(action, ()) if name in streams]
        if all((action, name) in doubtful for name in named):
            found.add(action)
    return found


def _only_of_report(
    register: Register, streams: AbstractSet[str], keys: AbstractSet[str]
) -> set[str]:
    """Findings that have the theme from a word of their report alone, and what answers only them.

    A theme that a finding was given is its own; without one, a report that is called by the key
    and nothing else (`soc-2023`) gives it.
    """
    called = {re.compile(rf"{re.escape(key)}(-\d+)*") for key in keys}

    def own(finding: FindingPublished) -> bool:
        if finding.theme:
            return finding.theme in keys
        return any(one.fullmatch(part) for one in called for part in finding.stream.split("/"))

    gone = {f.stream for f in register.of(FindingPublished) if f.stream in streams and not own(f)}
    linked = answered(register)
    return gone | {
        name
        for name in streams
        if name.startswith(_ACTION) and (to := set(linked.get(name, ()))) and to <= gone
    }


def _referred(reference: str, wanted: frozenset[str]) -> frozenset[str]:
    """What a reference says it is about; the name of its report only where that is all of it.

    The number of an action names no matter.
    """
    if reference.startswith(_ACTION):
        return frozenset()
    parts = reference.split("/")
    report = _words(parts[_REPORT]) if len(parts) == _PARTS_OF_FINDING else frozenset()
    besides_theme = report - wanted - _NO_MATTER
    kept = [p for n, p in enumerate(parts) if n != _REPORT or not (report and besides_theme)]
    return _words("/".join(kept))


def _keys(register: Register, wanted: frozenset[str], regime: Regime | None) -> set[str]:
    """The short keys of findings that mean the theme."""
    keys = {str(f.theme) for f in register.of(FindingPublished) if f.theme}
    words = {t.key: _words(t.words) for t in regime.themes} if regime else {}
    return {key for key in keys if wanted in (_words(key), words.get(key))}


def _streams(register: Register, key: str) -> frozenset[str]:
    return subject_of(register, key).streams


def _words(text: str) -> frozenset[str]:
    """The words that say what a thing is about, one and several alike."""
    every = frozenset(map(_one, _WORD.findall(re.sub("[-/]", " ", text.casefold()))))
    return every - _NO_MATTER or every


def _one(word: str) -> str:
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word

"""The items of a thematic session: what is about its theme comes early, each part in its order.

A theme is typed in words, such as “Neighbourhood crime”; findings carry short keys, such as
`neighbourhood-crime`. An item is about it when its finding is, when it answers one that is, when
it stands under a heading of its log that is, or when its own words hold every word of the theme.
"""

import re
from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet

from answerable.ledger.register import Register
from answerable.scrutiny.answering import answered
from answerable.scrutiny.plans.link_doubt import Link
from answerable.scrutiny.plans.log_headings import headings
from answerable.scrutiny.sessions.agenda import AgendaItem, Reason
from answerable.scrutiny.subject import subject_of
from answerable.vocabulary.facts import FindingPublished
from answerable.vocabulary.regimes import Regime

_WORD = re.compile(r"[a-z]{4,}")
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

    What no session may put off comes before both: see `FIRST`.
    """
    about = is_about(register, theme=theme, regime=regime, doubtful=doubtful)
    return tuple(
        sorted(items, key=lambda item: (item.reasons[0].reason not in FIRST, not about(item)))
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
    streams = {s for key in _keys(register, wanted, regime) for s in _streams(register, key)}
    streams -= _only_in_doubt(register, streams, doubtful)
    streams |= {s for s, words in headings(register).items() if wanted <= _words(words)}
    return lambda item: item.reference in streams or wanted <= _words(item.title)


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


def _keys(register: Register, wanted: frozenset[str], regime: Regime | None) -> set[str]:
    """The short keys of findings that mean the theme."""
    keys = {str(f.theme) for f in register.of(FindingPublished) if f.theme}
    words = {t.key: _words(t.words) for t in regime.themes} if regime else {}
    return {key for key in keys if wanted in (_words(key), words.get(key))}


def _streams(register: Register, key: str) -> frozenset[str]:
    return subject_of(register, key).streams


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.casefold().replace("-", " ")))

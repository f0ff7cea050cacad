"""The items of a thematic session: what is about its theme comes first, each part in its order.

A theme is typed in words, such as “Neighbourhood crime”; findings carry short keys, such as
`neighbourhood-crime`. An item is about it when its finding is, when it answers one that is, or
when its own words hold every word of the theme.
"""

import re
from collections.abc import Sequence

from answerable.ledger.register import Register
from answerable.scrutiny.sessions.agenda import AgendaItem
from answerable.scrutiny.subject import subject_of
from answerable.vocabulary.facts import FindingPublished
from answerable.vocabulary.regimes import Regime

_WORD = re.compile(r"[a-z]{4,}")


def theme_first(
    register: Register,
    items: Sequence[AgendaItem],
    *,
    theme: str | None,
    regime: Regime | None = None,
) -> tuple[AgendaItem, ...]:
    """The same items; those about the theme of the session stand before the others."""
    wanted = _words(theme or "")
    if not wanted:
        return tuple(items)
    streams = {s for key in _keys(register, wanted, regime) for s in _streams(register, key)}

    def about(item: AgendaItem) -> bool:
        return item.reference in streams or wanted <= _words(item.title)

    return tuple(sorted(items, key=lambda item: not about(item)))


def _keys(register: Register, wanted: frozenset[str], regime: Regime | None) -> set[str]:
    """The short keys of findings that mean the theme."""
    keys = {str(f.theme) for f in register.of(FindingPublished) if f.theme}
    words = {t.key: _words(t.words) for t in regime.themes} if regime else {}
    return {key for key in keys if wanted in (_words(key), words.get(key))}


def _streams(register: Register, key: str) -> frozenset[str]:
    return subject_of(register, key).streams


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.casefold().replace("-", " ")))

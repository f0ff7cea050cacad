"""Words of what a session is about that the public may not read, in what is written of it."""

import re
from collections.abc import Iterable, Mapping

from answerable.ledger.register import Register
from answerable.vocabulary.facts import ActionPromised, FindingPublished


def restricted(ours: Register, public: Register, about: Iterable[str]) -> Mapping[str, str]:
    """Those of these findings and actions whose words `public` does not show, with the words."""
    found = {}
    for reference in about:
        for version in ours.versions_of(ActionPromised, FindingPublished, stream=reference)[:1]:
            shown = public.versions_of(ActionPromised, FindingPublished, stream=reference)
            words = version.fact.get("text")
            if words and not (shown and shown[0].fact.get("text")):
                found[reference] = str(words)
    return found


def tells(words: str, held: Mapping[str, str]) -> bool:
    """Are the words of one of them in these, whatever marks stand inside and at their end?

    >>> tells("The longest overdue, “Kept ‘close’”, was due.", {"action/1": "Kept 'close'."})
    True
    """
    return any(_plain(one) in _plain(words) for one in held.values())


def _plain(words: str) -> str:
    return re.sub(r"\W+", " ", words).strip().casefold()

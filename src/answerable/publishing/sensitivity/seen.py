"""Which signs stand in a sentence: each is looked for once."""

from functools import lru_cache

from answerable.publishing.sensitivity import informing, matters, means, strength, strikes

_SIGNS = (
    ("covert", means.COVERT),
    ("lawful", means.LAWFUL),
    ("where", means.WHERE),
    ("clock", means.CLOCK),
    ("day", means.DAY),
    ("target", means.TARGET),
    ("ours", means.OURS),
    ("source", means.SOURCE),
    ("operation", means.OPERATION),
    ("live", means.LIVE),
    ("aimed at", means.AIMED_AT),
    ("police", means.POLICE),
    ("informs", informing.INFORMS),
    ("crime", informing.CRIME),
    ("strength", strength.STRENGTH),
    ("gap", strength.GAP),
    ("count", strength.COUNT),
    ("guarded", strength.GUARDED),
    ("kept", strength.KEPT),
    ("hideout", strength.HIDEOUT),
    ("no hideout", strength.NO_HIDEOUT),
    ("code", strength.CODES),
    ("strike", strikes.STRIKE),
    ("hard strike", strikes.HARD_STRIKE),
    ("ahead", strikes.AHEAD),
    ("one person", matters.ONE),
    ("matter", matters.MATTER),
    ("public life", matters.PUBLIC_LIFE),
    ("a rule", matters.RULE),
)


@lru_cache(maxsize=20_000)
def seen(sentence: str) -> frozenset[str]:
    """The names of the signs in a plain sentence.

    >>> sorted(seen("Nobody is on duty after midnight."))
    ['clock', 'gap', 'live', 'strength']
    """
    return frozenset(name for name, rule in _SIGNS if rule.search(sentence))

"""The offices that logs and minutes write in several ways: `DCC` and “Deputy Chief Constable”.

Initials of the field alone, as the National Police Chiefs' Council and the commissioners use
them. A post that is not here keeps the words in which it is written.
"""

import re

from answerable.vocabulary.identity import slug

SHORT = {
    "cc": "chief-constable",
    "dcc": "deputy-chief-constable",
    "acc": "assistant-chief-constable",
    "pcc": "commissioner",
    "dpcc": "deputy-commissioner",
    "cex": "chief-executive",
    "ceo": "chief-executive",
    "cfo": "chief-finance-officer",
}
"""Initials -> the short name of the office."""

_WHOLE = {
    "police-and-crime-commissioner": "commissioner",
    "deputy-police-and-crime-commissioner": "deputy-commissioner",
}
_KNOWN = {**SHORT, **_WHOLE, **{name: name for name in SHORT.values()}}
# Somebody who holds an office for a time holds the same office.
_FOR_A_TIME = re.compile(r"^(?:the )?(?:t/|a/|temporary |acting )?")


_NOBODY = frozenset({"tbc", "tba", "tbd", "n/a", "-", "?", "none", "vacant"})


def nobody(words: str | None) -> bool:
    """No owner, or words of a log that say there is none yet.

    >>> nobody("TBC"), nobody(None), nobody("Head of Crime")
    (True, True, False)
    """
    return not words or words.strip().casefold() in _NOBODY


def known_office(words: str) -> str | None:
    """The short name of an office, from its initials or its whole name; None for another post.

    >>> known_office("DCC"), known_office("the Deputy Chief Constable"), known_office("T/CC")
    ('deputy-chief-constable', 'deputy-chief-constable', 'chief-constable')
    >>> known_office("ACC Crime"), known_office("Head of Crime")
    (None, None)
    """
    plain = _FOR_A_TIME.sub("", " ".join(words.casefold().split()).strip(" .,"))
    return _KNOWN.get(slug(plain))

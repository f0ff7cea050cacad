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


_OVERSEER = frozenset(
    (
        *("commissioner", "deputy-commissioner", "governance-officer", "monitoring-officer"),
        *("governance-manager", "office-of-the-commissioner", "opcc", "office"),
    )
)
_NOBODY = frozenset(
    ("tbc", "tba", "tbd", "n/a", "-", "?", "none", "vacant", "all", "everyone", "various")
)


_SHORTENED = {
    "hd": "head",
    "dep": "deputy",
    "asst": "assistant",
    "dir": "director",
    "mgr": "manager",
    "co-ord": "co-ordinator",
    "ch": "chief",
    "exec": "executive",
    "det": "detective",
    "supt": "superintendent",
    "insp": "inspector",
    "sgt": "sergeant",
    "c/supt": "chief superintendent",
    "ch/supt": "chief superintendent",
    "d/supt": "detective superintendent",
    "c/insp": "chief inspector",
    "ch/insp": "chief inspector",
    "d/insp": "detective inspector",
}
"""How logs shorten the words of a post -> the words."""


_BEFORE_NAMES = re.compile(
    r"(?:(?:T/|A/|D/|Temporary |Acting |Detective |Assistant |Deputy |Chief |Ch |Det )*"
    r"(?:Superintendent|Supt|Inspector|Insp|Sergeant|Sgt|Constable|Commander|Councillor|Cllr"
    r"|Mr|Mrs|Ms|Miss|Dr|Sir|Dame)\.?) [A-Z]"
)


def begins_with_rank(owner: str) -> bool:
    """Is it a rank or title with a name behind it, as for one person, so that no “the” fits?

    >>> begins_with_rank("Superintendent Eastmarsh"), begins_with_rank("Det Ch Insp Jones")
    (True, True)
    >>> begins_with_rank("Chief Constable"), begins_with_rank("Superintendent of Custody")
    (False, False)
    """
    return _BEFORE_NAMES.match(owner) is not None


def nobody(words: str | None) -> bool:
    """No owner, or words of a log that say there is none yet, or that name nobody: “All”.

    >>> nobody("TBC"), nobody(None), nobody("All"), nobody("Head of Crime")
    (True, True, True, False)
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


def of_overseer(owner: str | None) -> bool:
    """Is it an office of whoever holds to account, as no institution has one of the name?

    >>> of_overseer("governance-officer"), of_overseer("PCC"), of_overseer("the Office")
    (True, True, True)
    >>> of_overseer("chief-executive"), of_overseer("Head of Governance"), of_overseer(None)
    (False, False, False)
    """
    words = (owner or "").rpartition("/")[2]
    return (known_office(words) or slug(words.casefold().removeprefix("the "))) in _OVERSEER


def written_out(words: str) -> str:
    """A post with the shortenings of logs written out; capitals stay where they were.

    >>> written_out("Hd of Crime"), written_out("D/Supt, custody"), written_out("Head of Crime")
    ('Head of Crime', 'Detective superintendent, custody', 'Head of Crime')
    """
    return " ".join(map(_word_out, words.split()))


def _word_out(word: str) -> str:
    bare = word.rstrip(".,;:")
    full = _SHORTENED.get(bare.casefold())
    if full is None:
        return word
    after = word[len(bare) :].lstrip(".")
    return f"{full[0].upper() if bare[0].isupper() else full[0]}{full[1:]}{after}"


def one_name(words: str) -> str:
    """The one name of a post that is written in several ways: an office, else its words in full.

    >>> one_name("Dep Chief Constable"), one_name("Hd of Crime"), one_name("Chief Exec")
    ('deputy-chief-constable', 'Head of Crime', 'chief-executive')
    """
    full = written_out(words)
    return known_office(full) or full


def spoken(owner: str) -> str:
    """An owner in a sentence; one that a source wrote in words stays as it is.

    Initials of the field keep their capitals, whatever they stand in.

    >>> spoken("anyshire-pcc/chief-executive"), spoken("ACC / DCC"), spoken("Smith-Jones")
    ('chief executive', 'ACC / DCC', 'Smith-Jones')
    >>> spoken("anyshire-pcc"), spoken("acc-crime")
    ('anyshire PCC', 'ACC crime')
    """
    if " " in owner or owner != owner.lower():
        return owner
    words = owner.rpartition("/")[2].split("-")
    return " ".join(word.upper() if word in SHORT else word for word in words)

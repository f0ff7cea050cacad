"""What the columns of an action log hold, by the labels of its head; a person may correct it."""

import re

FIELDS = (
    *("ref", "rec", "action", "owner", "lead", "due", "revised"),
    *("rating", "status", "update", "raised"),
)
"""What a column may hold; any other column is kept in the file and not read."""
_WORDS: tuple[tuple[str, str], ...] = (
    (
        "ref",
        "ref,reference,no,number,id,#,action no,action ref,action number,action id,item",
    ),
    ("rec", "rec,recommendation,rec no,rec ref,finding,recommendation ref"),
    (
        "action",
        "action,actions,action agreed,action required,action description,description,task,"
        "detail,agreed action,what,requirement,action detail",
    ),
    (
        "owner",
        "owner,owners,action owner,responsible,responsible officer,by who,by whom,who,"
        "assigned to,responsibility,action by,officer",
    ),
    ("lead", "lead,lead officer,lead owner,delivery lead"),
    (
        "due",
        "due,due date,deadline,target,target date,by when,date due,completion date,timescale,"
        "timescales,due by,when,expected completion,revised date,implementation date",
    ),
    ("rating", "rag,rag rating,rag status,rating,brag"),
    ("status", "status,state,progress,open/closed,open / closed,position"),
    (
        "update",
        "update,updates,comment,comments,latest update,note,notes,progress update",
    ),
    (
        "raised",
        "raised,raised on,raised at,date raised,date added,opened,date set,mtg,mtg date,"
        "meeting date,date of meeting,board date,date of board,date agreed,agreed on",
    ),
)
_NAMES = {name: frozenset(words.split(",")) for name, words in _WORDS}
"""What a column may hold -> the labels that say so."""
_LOOSE: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(rf"\b(?:{words})\b"))
    for name, words in (
        ("rec", "recs?|recommendations?|findings?|afis?"),
        ("rating", "b?rag|b/rag|rating"),
        ("due", "due|deadline|by when|target date|completion date|complete by|timescales?"),
        ("lead", "leads?"),
        ("owner", "owners?|responsible|accountable|responsibility|assigned|by whom"),
        ("status", "status|state|where (?:we are|are we|it is)|position"),
        ("update", "comment(?:s|ary)?|updates?|narrative|notes?|progress|news"),
        ("action", "actions?|tasks?|activity|what (?:we will|will be|is to be|to|must be) ?\\w*"),
        ("ref", "refs?|reference|nos?|number|id|item"),
    )
)
"""Words that say it where they stand among others: tried once no whole label does."""
ADDED, REFERENCE, DUE = "Register:", "Register: reference", "Register: due"
"""How the columns begin that an export adds to a log; the one that names each row's action, and
the one whose date somebody may have changed.
"""
ANOTHER = "Another log: "
"""Before the reference of a row that an export gives beside a log, and that stands in another."""
OURS = "register "
"""What the labels of columns begin with that an export added to a log, as `_loosely` has them."""
_REVISED = re.compile(
    r"\b(?:revised|re-?scheduled|extended|amended)\b.*"
    r"\b(?:due|dates?|deadline|target|timescales?|by when|completion)\b"
    r"|\bnew (?:due |target |completion )?(?:date|deadline|target)\b"
    r"|\b(?:revised|extended|moved) to\b|^revised$"
)
"""A date that took the place of a first one, where another column holds that."""
_NOT_DUE = re.compile(r"\b(?:original|first|baseline|previous|old|actual|closed|started?|begun)\b")


def guess(header: tuple[str, ...]) -> dict[str, str]:
    """Label -> what its column holds, by its words; each meaning once, the first label wins."""
    found: dict[str, str] = {}
    for label in header:
        plain = _plain(label)
        name = next((n for n, words in _NAMES.items() if plain in words), None)
        if name and name not in found.values():
            found[label] = name
    if "owner" not in found.values():
        return {label: "owner" if name == "lead" else name for label, name in found.items()}
    return found


def likely(header: tuple[str, ...]) -> dict[str, str]:
    """As `guess`; where nothing has a meaning by its whole label, by a word of one.

    >>> likely(("Item no.", "What we will do", "Service lead(s)", "By when?", "Comments (May)"))
    {'Item no.': 'ref', 'What we will do': 'action', 'Service lead(s)': 'owner', \
'By when?': 'due', 'Comments (May)': 'update'}
    """
    found = _first(tuple(label for label in header if not _is_revised(label)))
    if (revised := next(filter(_is_revised, header), None)) is not None:
        found[revised] = "revised" if "due" in found.values() else "due"
    return {label: found[label] for label in header if label in found}


def _is_revised(label: str) -> bool:
    plain = _loosely(label)
    return not plain.startswith(OURS) and _REVISED.search(plain) is not None


def _first(header: tuple[str, ...]) -> dict[str, str]:
    """The same of the columns that hold no revised date."""
    found = guess(header)
    for name, words in _LOOSE:
        if name in found.values():
            continue
        for label in header:
            plain = _loosely(label)
            if label in found or plain.startswith(OURS) or not words.search(plain):
                continue
            if name == "due" and _NOT_DUE.search(plain):
                continue
            found[label] = name
            break
    if "owner" not in found.values():
        found = {label: "owner" if name == "lead" else name for label, name in found.items()}
    return found


def _plain(label: str) -> str:
    return " ".join(re.sub(r"\(s\)", "s", label).split()).strip(" :*.").lower()


def _loosely(label: str) -> str:
    """Without what stands in brackets, such as a month, and without stops and questions."""
    plain = re.sub(r"\([^()]*\)", " ", re.sub(r"\(s\)", "s", label))
    return " ".join(re.sub(r"[.:*?!_]", " ", plain).split()).lower()

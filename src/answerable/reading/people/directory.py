"""Who a surname or initials mean in a document, by its own lists of people."""

import re
from collections.abc import Mapping, Sequence

from answerable.reading.people.attendance import Sighting

_LONGEST_INITIALS = 4


def directory(found: Sequence[Sighting]) -> dict[str, str]:
    """Surname, initials and full name to full name; an ambiguous surname is left out."""
    names = list(dict.fromkeys(one.name for one in found if one.role or one.rule != "people.said"))
    known: dict[str, str] = {}
    clashing: set[str] = set()
    for name in names:
        surname = name.split()[-1]
        if known.get(surname, name) != name:
            clashing.add(surname)
        known[surname] = name
        known[name] = name
    for surname in clashing:
        del known[surname]
    for one in found:
        if one.initials and known.get(one.initials, one.name) == one.name:
            known[one.initials] = one.name
    return known | _first_letters(names, known)


def _first_letters(names: Sequence[str], known: Mapping[str, str]) -> dict[str, str]:
    """Initials that a paper uses and does not explain, where they fit one name of its list."""
    explained = {name for one, name in known.items() if one.isupper()}
    fitting: dict[str, list[str]] = {}
    for name in names:
        letters = "".join(part[0] for part in re.split(r"[ -]", name) if part[:1].isupper())
        if name not in explained and 1 < len(letters) < _LONGEST_INITIALS:
            fitting.setdefault(letters, []).append(name)
    return {one: fits[0] for one, fits in fitting.items() if len(fits) == 1 and one not in known}

"""A slip of one letter in the name of a post: “Head of Custodyy” beside “Head of Custody”."""

from collections import Counter
from collections.abc import Iterable, Mapping

from answerable.vocabulary.offices import SHORT, known_office, nobody, spoken

SHORTEST = 5
"""Letters of a word in which a slip is looked for: “north” and “south” are two places."""
MOST = 200
"""Names of a log that are compared with: the most frequent."""
OFFICES = tuple(dict.fromkeys(map(spoken, SHORT.values())))


def slips(values: Iterable[str]) -> Mapping[str, str]:
    """Owner as written -> the office, or the more frequent owner, from which one letter parts it.

    >>> slips(["Head of Crime", "Head of Crime", "Head of Crimee", "Chief Constabel", "DCC"])
    {'Head of Crimee': 'Head of Crime', 'Chief Constabel': 'chief constable'}
    """
    counts = Counter(v for v in values if not nobody(v))
    common = [words for words, many in counts.most_common(MOST) if many > 1]
    found = {}
    for words, many in counts.items():
        more = (other for other in common if counts[other] > many)
        near = _near(words, more) if known_office(words) is None else None
        if near is not None:
            found[words] = near
    return found


def one_letter(one: str, other: str, *, shortest: int = SHORTEST) -> bool:
    """One word of them differs, by a letter more, less, other, or two that changed places.

    Words of fewer letters than `shortest` are never a slip; of less than five, another letter is
    none either: “line” and “live” are two words.

    >>> one_letter("Complte", "complete"), one_letter("Opne", "open", shortest=4)
    (True, True)
    """
    first, second = one.casefold().split(), other.casefold().split()
    if len(first) != len(second):
        return False
    apart = [(a, b) for a, b in zip(first, second, strict=True) if a != b]
    return len(apart) == 1 and _word(*sorted(apart[0], key=len), shortest=shortest)


def slip(owner: str, known: Iterable[str]) -> str | None:
    """The office or the known owner from which one letter parts this one; None for any other.

    >>> slip("head of custodyy", ["Head of Custody"]), slip("Head of North", ["Head of South"])
    ('Head of Custody', None)
    """
    return None if known_office(owner) else _near(owner, known)


def _near(words: str, known: Iterable[str]) -> str | None:
    return next((one for one in (*OFFICES, *known) if one_letter(words, one)), None)


def _word(short: str, long: str, *, shortest: int) -> bool:
    if len(short) < shortest or len(long) - len(short) > 1 or not (short + long).isalpha():
        return False
    at = next((i for i, letter in enumerate(short) if letter != long[i]), len(short))
    if len(short) < len(long):
        return short[at:] == long[at + 1 :]
    rest = short[at + 1 :] == long[at + 1 :] and len(short) >= SHORTEST
    swapped = short[at : at + 2] == long[at : at + 2][::-1] and short[at + 2 :] == long[at + 2 :]
    return rest or swapped

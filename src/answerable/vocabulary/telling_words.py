"""The telling words of a question: what is left of a sentence once its small words are out."""

from collections.abc import Sequence
from itertools import pairwise

_OF_QUESTIONS = """
a an and any are as at be been being but by can could did do does doing done for from get had
has have having how i if in into is it its just me my no not of on onto or our out over shall
she he should so some such than that the their them then there these they this those to told
up upon us was we were what whats when where which while who whom whose why will with would
you your long many much people about ever often yet please must ought may might anything
something tell say says said asked
am ar beth chi ddim ei ein eu fel gan gyda hyn ir mae maer ni nid o oedd pa pam pan pwy sut
sy sydd wedi y yn yr
"""
_SMALL = frozenset(_OF_QUESTIONS.split())
"""Words of every question, in English and in Welsh: they tell one fact from no other."""
_PAIRS = (("the", "force"), ("the", "constabulary"), ("the", "inspectors"))
"""Who is asked, in words that stand for any of them; “use of force” keeps its word."""


_WHO = frozenset(("chief", "constable", "deputy", "assistant", "commissioner", "mayor"))
"""Who is asked, by office: it is left out where enough is left to tell what about."""
_ENOUGH = 2


def telling(words: Sequence[str]) -> tuple[str, ...]:
    """The words of a query without its small ones, in order; all of them where none is left.

    `words` are plain: lower case, no signs.

    >>> telling("what has the force done about custody records".split())
    ('custody', 'records')
    >>> telling("use of force".split()), telling(["what", "is"])
    (('use', 'force'), ('what', 'is'))
    >>> telling("has the chief constable replied on firearms licensing".split())
    ('replied', 'firearms', 'licensing')
    """
    kept = tuple(
        word
        for before, word in zip(("", *words), words, strict=False)
        if word not in _SMALL and (before, word) not in _PAIRS
    )
    about = tuple(word for word in kept if word not in _WHO)
    return tuple(dict.fromkeys(about if len(about) >= _ENOUGH else kept)) or tuple(words)


def tells(words: Sequence[str]) -> bool:
    """Is there a telling word among some?

    >>> tells("what has the force done about".split()), tells(["custody"])
    (False, True)
    """
    return any(
        word not in _SMALL and (before, word) not in _PAIRS
        for before, word in zip(("", *words), words, strict=False)
    )


_AMOUNTS = frozenset(("many", "much"))
_SAYINGS = frozenset(["tell", "told", "say", "said", "says", "answer", "answered", "explain"])


def counted(words: Sequence[str]) -> str:
    """What a sentence asks the number of: the first telling word after “how many”; else “”.

    >>> counted("how many visits are overdue".split()), counted("which visits".split())
    ('visits', '')
    """
    for at, (first, second) in enumerate(pairwise(words)):
        if first == "how" and second in _AMOUNTS:
            return next((word for word in words[at + 2 :] if word not in _SMALL), "")
    return ""


def asks_what_was_said(words: Sequence[str]) -> bool:
    """Does a sentence ask what somebody said of something?

    >>> asks_what_was_said("what did the chief constable tell us about visits".split())
    True
    """
    return "what" in words and not _SAYINGS.isdisjoint(words)


_KINDS = {
    "grade": "grade grades graded grading",
    "finding": "recommendation recommendations recommended finding findings",
    "response": "explanation explanations explained reply replies replied",
    "meeting": "session sessions meeting meetings minutes",
    "action": "action actions",
}
_KIND_OF = {word: kind for kind, words in _KINDS.items() for word in words.split()}


def kind_asked(words: Sequence[str]) -> tuple[str, tuple[str, ...]]:
    """What kind of thing a sentence asks for, and its other words; none where it says no more.

    >>> kind_asked(("grade", "serious", "crime")), kind_asked(("grade",))
    (('grade', ('serious', 'crime')), ('', ('grade',)))
    """
    kind = next((_KIND_OF[word] for word in words if word in _KIND_OF), "")
    rest = tuple(word for word in words if _KIND_OF.get(word) != kind)
    return (kind, rest) if kind and rest else ("", tuple(words))

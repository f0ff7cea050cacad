"""The words of a sentence that say what was done: each is compared, or the answer is a part."""

import re
from collections.abc import Iterator

_PAST = re.compile(r"\b[a-z]{2,}(?:ed|pt)\b")
_IRREGULAR = re.compile(
    r"\b(?:spent|kept|took|taken|left|won|lost|sent|cut|came|gone|went|built|bought|sold|told|gave"
    r"|began|begun|broke|broken|brought|put right|put in place|hit|beat|set up|stood down|paid"
    r"|caught|sought|fought|taught|did|withdrawn|thrown|stolen|hidden|forgotten|done|met)\b"
)
_CLASSES: tuple[tuple[str, frozenset[str]], ...] = (
    (
        "ended",
        frozenset(
            (
                *("closed", "completed", "complete", "implemented", "delivered", "finished"),
                *("discharged", "resolved", "fixed", "done", "met", "achieved", "fulfilled"),
                *("signed", "carried", "checked", "addressed"),
            )
        ),
    ),
    (
        "answered",
        frozenset(["accepted", "rejected", "agreed", "answered", "responded", "replied"]),
    ),
    (
        "raised",
        frozenset(
            (
                *("raised", "questioned", "faced", "challenged", "pressed", "grilled"),
                *("discussed", "scrutinised", "examined", "met", "held", "chaired"),
                *("convened", "called", "agenda", "quizzed", "tackled"),
            )
        ),
    ),
    (
        "money",
        frozenset(
            (
                *("budgeted", "approved", "allocated", "awarded", "received", "paid", "spent"),
                *("cut", "returned", "granted", "secured", "gave", "given", "took", "taken"),
                *(
                    "withdrawn",
                    "handed",
                    "confirmed",
                    "committed",
                    "earmarked",
                    "funded",
                    "invested",
                ),
                *("provided", "put"),
            )
        ),
    ),
    (
        "office",
        frozenset(
            (
                *("appointed", "elected", "became", "left", "retired", "stepped", "stood"),
                *("resigned", "departed", "ended", "started", "began", "joined", "succeeded"),
                *("sworn", "served", "led", "headed", "handed", "replaced", "followed"),
                *("took",),
            )
        ),
    ),
    (
        "change",
        frozenset(
            (
                *("doubled", "halved", "dropped", "increased", "decreased", "reduced"),
                *("climbed", "risen", "fallen", "declined", "jumped", "tripled", "improved"),
                *("stayed", "remained", "happened", "went", "gone", "came", "cut", "recorded"),
            )
        ),
    ),
    ("plan", frozenset(["adopted", "agreed", "approved", "published", "launched", "put"])),
    (
        "moved",
        frozenset(
            ["moved", "changed", "extended", "put", "slipped", "postponed", "pushed", "met"]
        ),
    ),
    (
        "found",
        frozenset(
            (
                *("found", "graded", "rated", "judged", "assessed", "inspected", "published"),
                *("released", "issued", "made", "gave", "contained", "included", "identified"),
                *("asked", "required", "listed", "left", "received", "marked", "looked"),
                *("visited", "highlighted", "recorded", "set", "named", "reported", "came"),
                *("given", "deemed", "raised", "handed", "described", "told", "appeared"),
                *("concluded", "moved", "went", "slipped", "judged", "fallen"),
            )
        ),
    ),
)
_COMMON = frozenset(
    (
        *("organised", "related", "based", "called", "concerned", "need", "indeed", "united"),
        *("hundred", "named", "compared", "used", "limited", "shared", "combined", "repeated"),
        *("targeted", "continued", "asked", "said", "linked", "respected", "led", "recorded"),
        *("reported", "published", "held", "ended", "kept", "dated", "counted", "listed"),
        *("needed", "wanted", "inadequate", "except", "concept", "script", "attempt"),
        *("exempt",),
    )
)
_HAPPENED = re.compile(r"\btook place\b|\btaking place\b")
_AGENDA = re.compile(r"\bon the agenda\b|\bbefore (?:me|us)\b|\bin front of (?:me|us)\b")


def predicates(text: str, told: str, reads: frozenset[str]) -> Iterator[str]:
    """Words of a sentence in small letters that say what was done, and that nothing compared.

    `reads` names the classes that the rules of the answers read; `told` is all they tell.
    """
    text = _HAPPENED.sub(" ", text)
    read = {word for name, words in _CLASSES if name in reads for word in words}
    for found in (*_PAST.finditer(text), *_IRREGULAR.finditer(text)):
        word = found[0]
        if word in read or word in _COMMON or _told(word, told):
            continue
        yield word
    agenda = _AGENDA.search(text)
    if agenda and "raised" not in reads:
        yield agenda[0]


def _told(word: str, told: str) -> bool:
    stem = word.removesuffix("ed")
    return re.search(rf"\b{re.escape(stem)}", told) is not None

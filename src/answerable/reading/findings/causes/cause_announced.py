"""Causes of concern that a sentence counts or asks for, and the next one says.

"Hexley has two causes of concern. Crews have no room." "What was the cause of concern? …" and what
"they said", below a sentence of which inspectors are the subject.
"""

import re
from collections.abc import Iterator

from answerable.reading.findings.causes import cause_frames as frame
from answerable.reading.findings.causes import cause_words as say
from answerable.reading.findings.causes.cause_complement import end_of, reaches, several
from answerable.reading.findings.causes.cause_fit import fits
from answerable.reading.numbers import value

SUPPOSED = re.compile(
    r"\b(?:suppose|imagine|if|whether|unless|might|could|would|may not|no|not|nor|never|without"
    r"|denied|deny)\b"
    r"[^.;:]{0,40}$|n[’']t\b[^.;:]{0,30}$",
    re.IGNORECASE,
)
NAMES = re.compile(frame.WHO)
ASKS = re.compile(r"\b[Ww]hat\b[^.]{0,40}\bcauses? of concern\W*$")
_ASKED = re.compile(r"\b(?:told|asked|ordered|given \d+ \w+) to\b")
_OTHER_VOICE = re.compile(
    r"\W*(?:The (?:first|second|third|other|last)|I|He|She|Mr|Mrs|Ms|Cllr|Councillor|Members?"
    r"|By|To|Within|Recommendations?|Published"
    r"|\(?[a-z\d]\)|.*\b(?:asked|replied|wondered|thanked)\b|The (?:Chair|Commissioner|Chief"
    r"|Panel|Board|Committee|Deputy|Assistant))\b"
)


_ANNOUNCED = (
    "oncern",
    "ONCERN",
    "riority action",
    "One ",
    "The other ",
    "The first ",
    "The second ",
)


def announced(words: str) -> int:
    """How many concerns a sentence says there are, without saying which."""
    if not any(sign in words for sign in _ANNOUNCED):
        return 0
    found = frame.ANNOUNCES.search(words)
    if found is None or say.CLOSED.search(words) or SUPPOSED.search(words[: found.start()]):
        return 0
    return (value(found["n"] or "") or 1) if found["n"] else 1


def told_below(words: str, above: str, counted: int) -> Iterator[tuple[int, int]]:
    """What stands below a sentence that announces concerns, or that inspectors head."""
    if counted:
        says = frame.IT_SAYS.match(words)
        start = says.end() if says else 0
        if says is None and _OTHER_VOICE.match(words):
            return
        end = end_of(words, start) if counted == 1 else len(words.rstrip(" ."))
        joint = words.find(", and ", start) if counted > 1 else -1
        parts = [(start, joint), (joint + len(", and "), end)] if joint > 0 else [(start, end)]
        if not _ASKED.search(words) and all(fits(words[slice(*one)]) for one in parts):
            yield from parts
        return
    they = frame.THEY.search(words)
    of_them = (
        NAMES.search(words, 0, they.start()) if they and they.start() else _SPEAKS.search(above)
    )
    if they is not None and of_them:
        for one in several(words, they.end(), reaches(words, they.end())):
            if fits(words[slice(*one)]):
                yield one


_SPEAKS = re.compile(
    rf"^\W*(?:When |On |In [^,]{{3,40}},? )?(?:[Tt]he |HM )?(?:\w+ )?{frame.WHO}|\bcoroner wrote\b"
)

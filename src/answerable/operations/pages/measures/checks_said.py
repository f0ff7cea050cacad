"""What the checks said of several bodies, each sentence once with the bodies that it is about."""

from collections.abc import Mapping

from answerable.evidence.spoken import ORDER
from answerable.operations.pages.measures.comparators import name_of
from answerable.operations.pages.measures.figures import Figures
from answerable.vocabulary.language import say

MOST_NAMED = 3


def said_of(every: Mapping[str, Figures]) -> tuple[str, ...]:
    """The sentences in the order of the checks; bodies by name, many as a number."""
    bodies: dict[tuple[int, str], list[str]] = {}
    for body, one in every.items():
        for word in one.spoken:
            key = (ORDER.index(word.guard), word.sentence)
            bodies.setdefault(key, []).append(name_of(body))
    return tuple(
        _about(sorted(names), sentence, of=len(every))
        for (_, sentence), names in sorted(bodies.items())
    )


def _about(names: list[str], sentence: str, *, of: int) -> str:
    """A sentence that names its body already says enough."""
    if len(names) == 1 and sentence.startswith(names[0]):
        return sentence
    if len(names) == of > 1:
        return say("All bodies: {sentence}", sentence=sentence)
    if len(names) > MOST_NAMED:
        return say(
            "{count} of {all} bodies: {sentence}", count=len(names), all=of, sentence=sentence
        )
    return f"{', '.join(names)}: {sentence}"

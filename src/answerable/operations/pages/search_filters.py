"""What the results of a search can be narrowed by: kinds of facts, and bodies."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from answerable.operations.pages import naming
from answerable.vocabulary.language import marked, say

MOST_BODIES = 20
KINDS = {
    "body": marked("Bodies"),
    "finding": marked("Findings"),
    "action": marked("Actions"),
    "meeting": marked("Sessions"),
    "question": marked("Questions and answers"),
    "document": marked("Documents"),
    "grade": marked("Grades"),
    "plan": marked("Plans"),
    "response": marked("Responses"),
    "claim": marked("Claims"),
    "money": marked("Money"),
    "holding": marked("Office-holders"),
    "closing": marked("Closings"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One value of a filter, as a plain link."""

    label: str
    url: str
    current: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """What results can be narrowed by."""

    label: str
    choices: tuple[Choice, ...]


def filters(
    found: Sequence[tuple[str, str]], *, kind: str, body: str, url: Callable[..., str]
) -> tuple[Filter, ...]:
    """The filters of what was found, each its kind and its body; how many of each there are.

    `url(of=kind, about=body)` is the address of the same search narrowed so.
    """
    kinds = Counter(of for of, about in found if body in ("", about))
    about = Counter(about for of, about in found if kind in ("", of))
    made = []
    if kinds:
        names = [name for name in KINDS if kinds[name] or kind == name]
        words = [(name, f"{KINDS[name]} ({kinds[name]})") for name in names]
        every = Choice(label=say("All kinds"), url=url(of=""), current=not kind)
        made.append(
            _filter(say("Kind"), every, words, kind, lambda name: url(of=name)),
        )
    if len(about) > 1 or body:
        names = sorted(about.keys() | ({body} if body else set()), key=naming.body_words)
        bodies = names[:MOST_BODIES]
        words = [(name, f"{naming.body_marked(name)} ({about[name]})") for name in bodies]
        every = Choice(label=say("All bodies"), url=url(about=""), current=not body)
        made.append(
            _filter(say("Body"), every, words, body, lambda name: url(about=name)),
        )
    return tuple(made)


def _filter(
    label: str,
    every: Choice,
    words: Sequence[tuple[str, str]],
    current: str,
    url: Callable[[str], str],
) -> Filter:
    """All of them, then each value by its words."""
    each = (Choice(label=told, url=url(name), current=current == name) for name, told in words)
    return Filter(label=label, choices=(every, *each))

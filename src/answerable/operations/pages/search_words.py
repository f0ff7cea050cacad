"""What the page of a search says of it: how much was found, for what, and what to try next."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final
from urllib.parse import urlencode

from answerable.operations.pages import naming
from answerable.operations.pages.parts import Aside, Link
from answerable.operations.pages.search_alone import ALONE, MOST_WORDS
from answerable.operations.pages.search_filters import KINDS
from answerable.operations.pages.search_hits import Asking, Hit
from answerable.store.reads import fits
from answerable.store.reads import search as store
from answerable.vocabulary.language import say

FEW: Final = 3
"""Results of a question that are so few that its words are offered one by one beside them."""
_OF_REPORTS = ("finding", "response")
_ONE_WORD = range(ALONE, ALONE + MOST_WORDS)


def sentence(q: str, asked: str, words: Sequence[str], shown: Sequence[Hit]) -> str:
    """How much was found for what."""
    if not asked:
        return say("Write what you look for.")
    if not words:
        return say(
            "Nothing can be searched for in that: write letters or numbers; "
            "a word has at most 60 characters."
        )
    count = len(shown)
    if count >= store.MOST_FOUND:
        return say(
            "{most_found} results or more found for “{q}”: choose a kind or a body.",
            most_found=store.MOST_FOUND,
            q=q,
        )
    many = (
        say("{count} result", count=f"{count:,}")
        if count == 1
        else say("{count} results", count=f"{count:,}")
    )
    return say("{word} found for “{q}”.", word=many if count else say("Nothing"), q=q)


def narrows_nothing(unknown: Iterable[str]) -> Iterator[str]:
    """That a kind or a body of an address is none, where it is."""
    if named := say(" or ").join(f"“{name[:60]}”" for name in unknown):
        yield say(
            "Nothing is narrowed by {named}: no kind and no body of ours is called so.",
            named=named,
        )


def advice(asked: str, wanted: Asking, shown: Sequence[Hit], *, longest: int) -> tuple[str, ...]:
    """What was looked for where it is not all that was typed; what to try where nothing is found.

    `longest`: characters of a query that are read.
    """
    return tuple(_advice(asked, wanted, shown, longest))


def _advice(asked: str, wanted: Asking, shown: Sequence[Hit], longest: int) -> Iterator[str]:
    if wanted.telling and (len(asked) > longest or wanted.cut):
        yield say(
            "That was long: the first {count} telling words of at most {longest} characters were"
            " looked for. A name, a place or a few words of a quote are enough.",
            count=len(wanted.telling),
            longest=longest,
        )
    if wanted.left_out and wanted.telling:
        yield say(
            "Looked for, beside the words as you wrote them: {words}. Left out, as every question "
            "has them: {left}.",
            words=", ".join(wanted.telling),
            left=", ".join(wanted.left_out),
        )
    if wanted.kind:
        yield say("Asked for, and so first: {kind}.", kind=say(KINDS[wanted.kind]).lower())
    if wanted.counted or wanted.said:
        yield say(
            "Among the first stand places in documents with a number of what you ask, and "
            "what was answered in sessions, where they have two of these words."
        )
    if wanted.numbers:
        yield say("Looked for by its number: {numbers}.", numbers=", ".join(wanted.numbers))
    if wanted.about and wanted.telling:
        yield say(
            "Where the words do not stand as you wrote them, only what is about {body}, which you "
            "named, is shown.",
            body=naming.body_words(wanted.about),
        )
    yield from _of_most(shown, words=len(wanted.telling))
    if _alone(wanted, shown):
        yield say(
            "Nothing was found by these words together: only what the number names is shown."
        )
    if asked and not shown:
        yield say(
            "Try fewer words, or one of them alone. What no document in our sources says "
            "cannot be found here."
        )


def tries(wanted: Asking, shown: Sequence[Hit], *, url: Callable[[str], str]) -> tuple[Link, ...]:
    """Each telling word of a sentence alone, where little or nothing has enough of them together.

    What is asked of recommendations and replies has pages of its own, which come first.
    """
    replies = (Link(label=say("Reports, and the reply to each"), url="/reports/"),)
    more = replies if wanted.kind in _OF_REPORTS else ()
    alone = _alone(wanted, shown) or any(hit.fit in _ONE_WORD for hit in shown)
    if len(shown) > FEW and not alone:
        return more
    words = wanted.telling if len(wanted.telling) > 1 else ()
    return (*more, *(Link(label=word, url=url(word)) for word in words))


def _alone(wanted: Asking, shown: Sequence[Hit]) -> bool:
    """Was something found by its number, and nothing by the words beside it?"""
    found = bool(shown) and all(hit.fit == fits.NAMED for hit in shown)
    return found and bool(wanted.numbers and wanted.telling)


def _of_most(shown: Sequence[Hit], *, words: int) -> Iterator[str]:
    """Whether what is shown has all telling words, most of them, or one."""
    if any(hit.fit in _ONE_WORD for hit in shown):
        yield say(
            "These words stand nowhere together: what has 1 of the {count} is shown, the rarest "
            "word first.",
            count=words,
        )
        return
    worded = [hit.fit for hit in shown if hit.fit > fits.NAMED and hit.kind != "body"]
    some = [fit for fit in worded if fit >= fits.SOME]
    if some and len(some) == len(worded):
        yield say(
            "Nothing has all of these words together: what has most of them is shown, the "
            "most first."
        )
    elif some:
        yield say("What has all of these words comes first, then what has most of them.")


def aside(*, more: bool = False) -> tuple[Aside, ...]:
    """How this searches; `more`: whoever looks sees what is not public too."""
    return (
        Aside(
            title=say("How this searches"),
            paragraphs=(
                say(
                    "All words stand in one fact or its quote, or in one paragraph of a "
                    "document. Where they stand "
                    "together, as you wrote them, the result comes first; then whole "
                    "words, then other forms of them and words that begin so."
                ),
                say(
                    "A question may be typed as it was asked: its small words are left out, and "
                    "where nothing has all of the others, what has most of them is shown; of two "
                    "or three words that stand nowhere together, what has one."
                ),
                say(
                    "A finding or an action is found by its number too: R6, "
                    "Recommendation 6, Cause of concern 2, 26/191."
                ),
                say(
                    "It finds what is public, as at the dates of this page, and what your office "
                    "sees besides, marked."
                )
                if more
                else say("It finds what is public, as at the dates of this page."),
            ),
            links=(
                Link(label=say("All there is to read"), url="/start/"),
                Link(label=say("All of it as files"), url="/data/"),
            ),
        ),
    )


def alternates(q: str, kind: str, body: str) -> tuple[Link, ...]:
    """The ways to follow a search."""
    given = {"q": q, "kind": kind, "body": body}
    query = urlencode({k: v for k, v in given.items() if v})
    return (
        Link(label=say("Follow this search (Atom feed)"), url=f"/search/feed.atom?{query}"),
        Link(label=say("Follow this search by e-mail"), url=f"/search/mail/?{query}"),
    )

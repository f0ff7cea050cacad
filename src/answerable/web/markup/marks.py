"""The smallest parts: escaped words, a link, the tag of a state, Reply and Report a mistake."""

import html
from collections.abc import Mapping
from typing import Any, NamedTuple

from django.utils.html import conditional_escape
from django.utils.safestring import SafeString
from django.utils.text import Truncator

from answerable.vocabulary import language
from answerable.vocabulary.language import marked

__all__ = [
    "STATES",
    "State",
    "anchor",
    "code_of",
    "escaped",
    "few",
    "hidden",
    "redress",
    "replied",
    "tag",
]


class State(NamedTuple):
    """How a state is shown: at most two short words, a colour, a shape. Never colour alone."""

    words: str
    look: str
    shape: str


STATES: Mapping[str, State] = {
    "promised": State(marked("Promised"), "said", "open"),
    "delivered": State(marked("Delivered"), "done", "half"),
    "verified": State(marked("Verified"), "proved", "full"),
    "worked": State(marked("Worked"), "won", "full"),
    "changed": State(marked("Changed"), "done", "half"),
    "sustained": State(marked("Sustained"), "won", "full"),
    "too early": State(marked("Too early"), "unknown", "open"),
    "no change": State(marked("No change"), "over", "dash"),
    "slipped back": State(marked("Slipped back"), "adverse", "warn"),
    "closed": State(marked("Closed"), "over", "square"),
    "overdue": State(marked("Overdue"), "late", "warn"),
    "moved": State(marked("Moved"), "adverse", "dash"),
    "withheld": State(marked("Withheld"), "held", "square"),
    "not known": State(marked("Not known"), "unknown", "open"),
    # What was answered, and what became of it.
    "open": State(marked("Open"), "said", "open"),
    "accepted": State(marked("Accepted"), "done", "half"),
    "partly": State(marked("In part"), "done", "half"),
    "partly met": State(marked("Partly met"), "done", "half"),
    "rejected": State(marked("Rejected"), "adverse", "dash"),
    "none yet": State(marked("Not held"), "unknown", "open"),
    "superseded": State(marked("Superseded"), "over", "dash"),
    "discharged": State(marked("Discharged"), "over", "square"),
    "practice": State(marked("Practice"), "over", "open"),
    # A statement against the record.
    "agrees": State(marked("Agrees"), "proved", "full"),
    "differs": State(marked("Differs"), "adverse", "warn"),
    "part": State(marked("In part"), "done", "half"),
    "silent": State(marked("Silent"), "unknown", "open"),
    "unsettleable": State(marked("Cannot settle"), "unknown", "dash"),
    # Then and now.
    "better": State(marked("Better"), "proved", "full"),
    "same": State(marked("Same"), "over", "dash"),
    "worse": State(marked("Worse"), "adverse", "warn"),
    "new": State(marked("New"), "done", "half"),
    # Waiting for a person, and what a person did with it.
    "waiting": State(marked("Waiting"), "said", "open"),
    "corrected": State(marked("Corrected"), "proved", "half"),
}


def escaped(words: Any) -> str:
    """Words as markup; what is markup already stays as it is.

    As Django does it, without its search for lazy words in a plain string: a long list escapes
    thousands.
    """
    return SafeString(html.escape(words)) if type(words) is str else conditional_escape(words)


def code_of(state: object) -> str:
    """The plain code of a state: an enum's value or a string, underscores read as spaces.

    >>> code_of("too_early")
    'too early'
    """
    return str(getattr(state, "value", state)).replace("_", " ")


def tag(code: str, *, beside: bool = False) -> str:
    """The tag of a state; `beside` words it keeps a gap. KeyError: an unknown state."""
    words, look, shape = STATES[code]
    gap = " app-tag--beside" if beside else ""
    words = escaped(language.say(words))
    return f'<strong class="app-tag app-tag--{look} app-tag--{shape}{gap}">{words}</strong>'


def anchor(url: str, inner: str, *, look: str = "app-link") -> str:
    """A link around markup."""
    return f'<a class="{look}" href="{escaped(url)}">{inner}</a>'


def hidden(words: str) -> str:
    """Words, already escaped, for those who listen to a page."""
    return f'<span class="govuk-visually-hidden">{words}</span>'


def few(words: str, most: int) -> str:
    """The first words, escaped, with a sign that more follow."""
    if len(words) <= 2 * most:  # each word is a letter and a space at least
        return escaped(words)
    return escaped(Truncator(words).words(most, truncate=" …"))


def replied(item: Any, *, look: str = "app-cell__note") -> str:
    """Each reply to an adverse line in its own words; `item.replies`: each by, words, url."""
    say = language.say
    told = []
    for reply in getattr(item, "replies", ()):
        words = say("Reply of {by}: {words}").format(by=reply.by, words=reply.words)
        of = hidden(" " + escaped(say("of {by}").format(by=reply.by)))
        link = anchor(reply.url, escaped(say("Read the reply")) + of)
        told.append(f'<span class="{look}"> {escaped(words)} {link}</span>')
    return "".join(told)


def redress(item: Any) -> str:
    """Reply and Report a mistake: `item.label` is what it is about; reply_url?, mistake_url?"""
    label, say = escaped(item.label), language.say
    reply, mistake = getattr(item, "reply_url", ""), getattr(item, "mistake_url", "")
    links = [
        f'<a href="{escaped(url)}">{words}{hidden(" " + about.format(label=label))}</a>'
        for url, words, about in (
            (reply, say("Reply"), say("to “{label}”")),
            (mistake, say("Report a mistake"), say("in “{label}”")),
        )
        if url
    ]
    return f'<span class="app-redress">{" ".join(links)}</span>'

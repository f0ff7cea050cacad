"""A case or a finding in plain lines, for a terminal and for a program: words and addresses."""

from dataclasses import dataclass
from datetime import date

from answerable.operations import place
from answerable.operations.pages.findings.finding import finding
from answerable.operations.pages.institutions.case import case_of, key_of
from answerable.operations.pages.look import Look
from answerable.operations.place import NoSuchReference
from answerable.operations.sessions import sessions
from answerable.scrutiny.phrases import start
from answerable.scrutiny.sessions.agenda import Reason
from answerable.vocabulary.language import marked, say

MOST_UNDER = 10
"""References that a line of a terminal gives of a long group."""
HEADINGS = {
    "inspectors": marked("The inspectors’ words"),
    "summary": marked("Our summary says"),
    "record": marked("The record says"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldLine:
    """A label, its words, and the addresses of their sources."""

    label: str
    words: str
    sources: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """“Before: Inadequate March 2018  [https://...]”."""
        addresses = f"  [{' '.join(self.sources)}]" if self.sources else ""
        return f"{self.label}: {self.words}{addresses}"


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldQuote:
    """Exact words under a heading that says whose they are."""

    heading: str
    words: str
    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A case, or a finding or action with its ladder, its dates and its quotes."""

    title: str
    sentence: str
    lines: tuple[ToldLine, ...]
    ladder: tuple[ToldLine, ...] = ()
    quotes: tuple[ToldQuote, ...] = ()
    sources: tuple[str, ...] = ()

    @property
    def text(self) -> tuple[str, ...]:
        """The same, line by line."""
        shown = [self.title, self.sentence, "", *(line.text for line in self.lines)]
        if self.ladder:
            shown += ["", say("Ladder"), *(f"  {line.text}" for line in self.ladder)]
        for quote in self.quotes:
            shown += ["", quote.heading, f"  “{quote.words}”", f"  {quote.place}"]
        if self.sources:
            shown += ["", say("Sources"), *(f"  {address}" for address in self.sources)]
        return tuple(shown)


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposed:
    """An item of the next agenda: why it is there, and a question that could be asked.

    `also` names the actions that come with it, such as the others of a group.
    """

    reference: str
    title: str
    reasons: tuple[ToldLine, ...]
    question: str
    also: tuple[str, ...] = ()

    @property
    def text(self) -> tuple[str, ...]:
        """The same, line by line."""
        asked = (say("  Question: {question}", question=self.question),) if self.question else ()
        why = (f"  {line.text}" for line in self.reasons)
        return (f"{self.title}  ({self.reference})", *why, *asked, *self._under())

    def _under(self) -> tuple[str, ...]:
        """What comes with it; of a long group the first, and how many more."""
        if not self.also:
            return ()
        rest = len(self.also) - MOST_UNDER
        named = ", ".join(self.also[:MOST_UNDER])
        if rest > 0:
            named += say(" and {rest} more; --json names each", rest=f"{rest:,}")
        return (say("  With it: {references}", references=named),)


def case_or_finding(look: Look, reference: str) -> Told:
    """A finding or an action by its reference, else a case such as `west-mercia/soc`."""
    name = reference.strip("/")
    try:
        place.institution_of(name)
    except NoSuchReference:
        return _case(look, name)
    return _finding(look, name)


def agenda(look: Look, *, body: str, on: date) -> tuple[Proposed, ...]:
    """The agenda that the record proposes for a session of a body on a day."""
    found = sessions.agenda(actor=look.actor, body=body, on=on, known=look.known, said=look.said)
    return tuple(
        Proposed(
            reference=item.reference,
            title=item.title,
            reasons=tuple(
                ToldLine(label=_label(why.reason), words=why.words) for why in item.reasons
            ),
            question=item.question,
            also=item.also,
        )
        for item in found
    )


def _label(reason: Reason) -> str:
    """“New concern”; a group of overdue actions is “Overdue”, as one of them is."""
    return start(reason.value.removesuffix("-together").replace("-", " "))


def _case(look: Look, name: str) -> Told:
    key = key_of(name)
    told = case_of(look.register(key.institution), key, on=look.on)
    return Told(
        title=told.title,
        sentence=told.sentence,
        lines=tuple(
            ToldLine(label=line.label, words=line.words, sources=line.addresses)
            for line in told.lines
        ),
    )


def _finding(look: Look, name: str) -> Told:
    page = finding(look, name)
    return Told(
        title=page.title,
        sentence=page.sentence,
        lines=tuple(
            ToldLine(label=line.label, words=f"{line.words} {line.note}".strip())
            for line in page.lines
        ),
        ladder=tuple(
            ToldLine(
                label=rung.name,
                words=", ".join(part for part in (rung.state, rung.when, rung.who) if part),
            )
            for rung in page.rungs
        ),
        quotes=tuple(
            ToldQuote(
                heading=HEADINGS.get(quote.voice, quote.voice),
                words=quote.words,
                place=quote.place,
            )
            for quote in page.quotes
        ),
        sources=tuple(dict.fromkeys(s.original or s.title for s in page.sources)),
    )

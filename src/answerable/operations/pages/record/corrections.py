"""Corrections, and mistakes that readers reported, each with what came of it."""

from dataclasses import dataclass

from answerable.ledger.register import Version
from answerable.operations.findings import redress
from answerable.operations.pages import acts, everything, naming, ways
from answerable.operations.pages.look import Look, banner
from answerable.operations.pages.paging import Pages, pages
from answerable.operations.pages.parts import Aside, Link, Notice, Row, Section, SectionsPage
from answerable.operations.pages.record import received
from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.facts import Corrected, MistakeReported, Reclassified, Withdrawn
from answerable.vocabulary.language import marked, say
from answerable.vocabulary.times import in_words

TITLE = marked("Corrections")
A_PAGE = 20


@dataclass(frozen=True, kw_only=True)
class CorrectionsPage(SectionsPage):
    """The list, with the number that a report was just given."""

    pages: Pages | None = None


def corrections(
    look: Look,
    *,
    number: int = 1,
    reported: int | None = None,
    written: int | None = None,
    back: str = "",
) -> CorrectionsPage:
    """What was put right, with the reason; and what readers reported, with what came of it.

    `reported` thanks whoever made that report; `written` is the entry that an officer made,
    and `back` the page on which the line stood.
    """
    past = _Past(look)
    right = _newest(look, Corrected, Withdrawn)
    mistakes = _newest(look, MistakeReported)
    outcomes = redress.answers(everything.of_types(look, MistakeReported, Reclassified))
    answered = sum(1 for v in mistakes if v.entry_id in outcomes or redress.put_right(v, right))
    begin = (number - 1) * A_PAGE
    count = max(1, -(-max(len(right), len(mistakes)) // A_PAGE))
    return CorrectionsPage(
        title=TITLE,
        area="about",
        sentence=_sentence(len(right), len(mistakes), answered),
        banner=banner(),
        past=look.past(),
        as_at=look.as_at(),
        alternates=ways.of_corrections(),
        notice=acts.recorded(written) if reported is None else _thanks(reported),
        sections=(
            Section(
                title=say("Put right: we had it wrong, or not yet"),
                id="corrections",
                rows=tuple(_put_right(v, past, look) for v in right[begin : begin + A_PAGE]),
                absent="" if right else say("Nothing has been corrected yet."),
            ),
            Section(
                title=say("Reported by readers"),
                id="mistakes",
                rows=tuple(
                    _reported(v, past, look, outcomes.get(v.entry_id), right)
                    for v in mistakes[begin : begin + A_PAGE]
                ),
                absent="" if mistakes else say("No mistake has been reported yet."),
            ),
        ),
        pages=pages(
            label=say("Pages of corrections"),
            number=number,
            count=count,
            url=lambda n: look.url(f"/corrections/?page={n}"),
        ),
        aside=(
            *(
                (
                    Aside(
                        title=say("Where to go on"),
                        actions=(Link(label=say("Back to where the line stood"), url=back),),
                    ),
                )
                if back
                else ()
            ),
            Aside(
                title=say("How this works"),
                paragraphs=(
                    say(
                        "Report a mistake stands on every line that says something "
                        "adverse. Each report has a number, and is answered within "
                        "{answer_days} working days.",
                        answer_days=redress.ANSWER_DAYS,
                    ),
                    say(
                        "A correction is a new entry: the old words stay, marked, with the reason."
                    ),
                    say("A due date that moved is no correction; it stands with the action."),
                ),
                links=(received.LIST,) if received.is_for(look) else (),
            ),
        ),
    )


@dataclass(frozen=True, slots=True)
class _Past:
    """Every version that the reader may see, to say what was written before."""

    look: Look

    def before(self, version: Version) -> Version | None:
        """What an entry is about, as it stood just before that entry."""
        known = everything.of_entry(self.look, version.fact.ref or "")
        earlier = [v for v in known if v.recorded_from < version.seq]
        return max(earlier, key=lambda v: v.recorded_from, default=None)


def _newest(look: Look, *types: type[Fact]) -> list[Version]:
    return sorted(everything.of_types(look, *types), key=lambda v: -v.seq)


def _put_right(version: Version, past: _Past, look: Look) -> Row:
    fact = version.fact
    target = past.before(version)
    seq = target.seq if target else None
    if isinstance(fact, Withdrawn):
        words = say("The entry is withdrawn: it should not have been made.")
    else:
        field = str(fact.get("field"))
        new = _quoted(naming.field_value(field, fact.get("value"))) or say(
            "a value that is not shown"
        )
        words = say("The {field_words} is {new}", field_words=naming.field_words(field), new=new)
        old = _quoted(naming.field_value(field, target.fact.get(field))) if target else ""
        words += say("; we had written {old}.", old=old) if old else "."
    return Row(
        title=naming.told(target.fact) if target else say("An entry that is not shown"),
        url=look.url(f"/history/entry/{seq}/") if seq is not None else "",
        sentence=say(
            "{words} Because: {fact}",
            words=words,
            fact=fact.get("reason") or say("no reason given"),
        ),
        state="corrected",
        note=say(
            "{about}: {day}, by {body}, entry {seq}",
            about=naming.body_marked(fact.institution),
            day=_day(version),
            body=naming.body_words(version.by.body),
            seq=f"{version.seq:,}",
        ),
    )


def _quoted(value: object) -> str:
    """A value inside a sentence: words of their own between quotation marks."""
    words = naming.said_value(value)
    return f"“{words}”" if words == naming.value_words(value) and " " in words else words


def _reported(
    version: Version, past: _Past, look: Look, outcome: Version | None, right: list[Version]
) -> Row:
    target = past.before(version)
    corrected = redress.put_right(version, right)
    due = redress.answer_due(version)
    if corrected is not None:
        state, words = "corrected", say("Put right as entry {seq}.", seq=f"{corrected.seq:,}")
    elif outcome is not None:
        state, words = "", say("Looked at.")
    else:
        state = "waiting"
        words = say("Nobody has looked at it yet.")
        words += say(" An answer is due by {day}.", day=in_words(due.isoformat())) if due else ""
    found = say(" Found: {fact}", fact=outcome.fact.get("ground")) if outcome else ""
    text = version.fact.get("text")
    said = say(" The reader wrote: “{text}”", text=text) if text else ""
    about = naming.told(target.fact) if target else say("An entry that is not shown")
    links = (
        (Link(label=say("The line"), url=look.url(naming.path_of(target.fact, seq=target.seq))),)
        if target
        else ()
    )
    return Row(
        title=say("Report {seq}: {about}", seq=version.seq, about=about),
        sentence=f"{words}{found}{said}".strip(),
        state=state,
        note=say(
            "{about}: {day}",
            about=naming.body_marked(version.fact.institution),
            day=_day(version),
        ),
        links=links,
    )


def _sentence(right: int, mistakes: int, answered: int) -> str:
    put = (
        say("No entry has been corrected")
        if not right
        else say("Corrected so far: {right}", right=right)
    )
    if not mistakes:
        return say("{put}. No reader has reported a mistake.", put=put)
    return say(
        "{put}. Mistakes reported: {mistakes}; answered: {answered}.",
        put=put,
        mistakes=mistakes,
        answered=answered,
    )


def _thanks(reported: int) -> Notice:
    return Notice(
        title=say("Reported"),
        words=say(
            "Your reference number is {reported}. It stands in the list "
            "below; what came of it will stand there too.",
            reported=reported,
        ),
    )


def _day(version: Version) -> str:
    return in_words(version.recorded_at.date().isoformat())

"""The week as a mail: plain text, what to do first, with links, and why one got it.

Words that are marked as not public are left out; the reference and the date stay.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from answerable.scrutiny.phrases import number, plural
from answerable.scrutiny.week import QUESTION, REPLY, Entry, Week
from answerable.vocabulary.language import marked, say

MOST_LINES = 15
MOST_WORDS = 160
MARKED = marked("Words marked as not public")


@dataclass(frozen=True, slots=True)
class Told:
    """The week about one institution, and what is said of it first."""

    name: str
    sentence: str
    week: Week


def text(told: Sequence[Told], *, site: str) -> str:
    """The whole digest; `site` is the address of the site without a slash at its end."""
    lines: list[str] = []
    for one in told:
        lines += [one.name, one.sentence, ""]
        for title, entries in _parts(one.week):
            if entries:
                lines += [title, *_lines(entries, site), ""]
    return "\n".join((*lines, say("The whole week: {site}/week/", site=site), ""))


def confirming(*, office: str, link: str) -> str:
    """The first mail: nothing else is sent before its reader says yes."""
    return "\n".join(
        (
            say(
                "Somebody asked that the week of this office be sent to this address: {office}.",
                office=office,
            ),
            "",
            say("If that was you, open this page and confirm it:"),
            link,
            "",
            say("If not, do nothing: no other mail follows."),
            "",
        )
    )


def why(*, office: str, stop: str) -> str:
    """Why one got the mail, and how it ends."""
    return "\n".join(
        (
            "--",
            say(
                "You get this once a week because you asked for the week of: {office}.",
                office=office,
            ),
            say("To stop it: {stop}", stop=stop),
            say("Words marked as not public are not in this mail."),
            "",
        )
    )


def _parts(week: Week) -> Iterable[tuple[str, Sequence[Entry]]]:
    yield "Overdue", week.overdue
    for span, found in week.due:
        yield f"Due in {span} days", found
    yield "Waiting for others", week.waiting


def _lines(entries: Sequence[Entry], site: str) -> list[str]:
    told = []
    for entry in entries[:MOST_LINES]:
        told.append(f"- {MARKED if entry.marked else _cut(entry.text or 'Words not held')}")
        told.append(f"  {entry.why}")
        told.append(f"  {site}{_path(entry)}")
    rest = len(entries) - MOST_LINES
    if rest > 0:
        told.append(f"- and {number(rest)} more {plural('line', rest)} on the page")
    return told


def _cut(words: str) -> str:
    plain = " ".join(words.split())
    return plain if len(plain) <= MOST_WORDS else f"{plain[:MOST_WORDS].rsplit(' ', 1)[0]} …"


def _path(entry: Entry) -> str:
    if entry.kind == REPLY:
        return f"/responses/{entry.reference}/clock/"
    if entry.kind == QUESTION:
        return f"/sessions/{'/'.join(entry.reference.split('/')[1:3])}/"
    return f"/findings/{entry.reference}/"

"""Reports of mistakes that wait for an answer, the one that is due first before the others.

For whoever answers for the body that a line is about. The words of a reader are shown here and
nowhere else until somebody has looked at them.
"""

from dataclasses import dataclass

from answerable.ledger.register import Version
from answerable.operations import access
from answerable.operations.findings import redress
from answerable.operations.pages import acts, everything, naming
from answerable.operations.pages.forms import acting
from answerable.operations.pages.look import ZONE, Look
from answerable.operations.pages.paging import Pages, pages
from answerable.operations.pages.parts import Aside, Link, Row, Section, SectionsPage
from answerable.scrutiny.phrases import number, plural
from answerable.vocabulary.facts import Corrected, MistakeReported, Reclassified, Withdrawn
from answerable.vocabulary.language import marked, say
from answerable.vocabulary.times import in_words

TITLE = marked("Reports of mistakes")
LIST = Link(label=TITLE, url="/corrections/received/")
ALL = Link(label=marked("Corrections and mistakes reported"), url="/corrections/")
A_PAGE = 20
_LAST = "9999-12-31"


@dataclass(frozen=True, kw_only=True)
class ReceivedPage(SectionsPage):
    """The list, in pages."""

    pages: Pages | None = None


def is_for(look: Look) -> bool:
    """Does whoever looks answer reports of mistakes, about any body?"""
    return access.may(look.actor, "reclassify")


def received(look: Look, *, page: int = 1, written: int | None = None) -> ReceivedPage:
    """What waits, with its clock; below it what was corrected and has no answer in words yet."""
    waiting, mended = _open(look)
    begin = (page - 1) * A_PAGE
    return ReceivedPage(
        title=TITLE,
        area="about",
        sentence=_sentence(look, waiting),
        banner=acting(look),
        as_at=look.as_at(),
        crumbs=(ALL,),
        notice=acts.recorded(written),
        sections=(
            Section(
                title=say("To be answered"),
                id="waiting",
                rows=tuple(_row(look, v, None) for v in waiting[begin : begin + A_PAGE]),
                absent="" if waiting else say("Nothing waits for an answer."),
            ),
            *_mended(look, mended),
        ),
        pages=pages(
            label=say("Pages of reports"),
            number=page,
            count=max(1, -(-len(waiting) // A_PAGE)),
            url=lambda n: f"{LIST.url}?page={n}",
        ),
        aside=(
            Aside(
                title=say("How to answer"),
                paragraphs=(
                    say(
                        "Look at the line and its source. If we wrote it down wrongly, correct "
                        "the line; then say what was found. If the line stands, say why."
                    ),
                    say(
                        "What was found is public. The reader's words are public only if you "
                        "publish them; leave them inside where they name somebody."
                    ),
                ),
                links=(ALL, Link(label=say("Act as another office"), url=_ROLES)),
            ),
        ),
    )


_ROLES = f"/roles/?next={LIST.url}"


def waiting_row(look: Look, institution: str) -> Row | None:
    """For my week: how many reports about a body wait, and when the first is due."""
    if not access.may(look.actor, "reclassify", about=institution):
        return None
    register = look.register(institution)
    reports = register.versions_of(MistakeReported)
    if not reports:
        return None
    outcomes = redress.answers((*reports, *register.versions_of(Reclassified)))
    right = (*register.versions_of(Corrected), *register.versions_of(Withdrawn))
    waiting = [
        v for v in reports if v.entry_id not in outcomes and redress.put_right(v, right) is None
    ]
    if not waiting:
        return None
    first = min((_due(v) for v in waiting), default=_LAST)
    return Row(
        title=say("Reports of mistakes to answer: {count}", count=f"{len(waiting):,}"),
        url=LIST.url,
        sentence=say("The first is due by {day}.", day=in_words(first)) if first != _LAST else "",
        state="overdue" if first < look.today.isoformat() else "waiting",
    )


def links_of(report: Version, target: Version | None) -> tuple[Link, ...]:
    """What an officer can do with a report."""
    answer = Link(
        label=say("Answer report {seq}", seq=report.seq),
        url=f"/corrections/answer/?entry={report.seq}",
    )
    if target is None:
        return (answer,)
    about = f"?entry={target.seq}&report={report.seq}"
    return (
        answer,
        Link(label=say("Correct the line"), url=f"/corrections/correct/{about}"),
        Link(label=say("The line"), url=naming.path_of(target.fact, seq=target.seq)),
    )


def target_of(look: Look, report: Version) -> Version | None:
    """The line that a report is about, as it stands or as it last stood."""
    return next(reversed(everything.of_entry(look, report.fact.ref or "")), None)


def clock(report: Version, look: Look) -> str:
    """“An answer was due by 18 March 2024, 3 days ago.”"""
    due = redress.answer_due(report)
    if due is None:
        return say("The day by which it is to be answered cannot be counted: no calendar is held.")
    words, days = in_words(due.isoformat()), (due - look.today).days
    if days < 0:
        ago = f"{number(-days)} {plural('day', -days)}"
        return say("An answer was due by {day}, {ago} ago.", day=words, ago=ago)
    return say("An answer is due by {day}.", day=words)


def _open(look: Look) -> tuple[list[Version], list[tuple[Version, Version]]]:
    """Reports without an answer: those that wait, and those whose line was put right since."""
    every = everything.of_types(look, MistakeReported, Reclassified)
    right = everything.of_types(look, Corrected, Withdrawn)
    outcomes = redress.answers(every)
    waiting, mended = [], []
    for version in every:
        if not isinstance(version.fact, MistakeReported) or version.entry_id in outcomes:
            continue
        if not access.may(look.actor, "reclassify", about=version.fact.institution):
            continue
        since = redress.put_right(version, right)
        if since is None:
            waiting.append(version)
        else:
            mended.append((version, since))
    return sorted(waiting, key=lambda v: (_due(v), v.seq)), mended


def _due(version: Version) -> str:
    due = redress.answer_due(version)
    return due.isoformat() if due else _LAST


def _mended(look: Look, found: list[tuple[Version, Version]]) -> tuple[Section, ...]:
    if not found:
        return ()
    rows = tuple(_row(look, report, since) for report, since in found[:A_PAGE])
    title = say("Put right, and nothing said to the reader yet")
    return (Section(title=title, id="put-right", rows=rows),)


def _row(look: Look, report: Version, since: Version | None) -> Row:
    target = target_of(look, report)
    text = report.fact.get("text")
    said = say("The reader wrote: “{text}”", text=text) if text else say("The words are erased.")
    if since is None:
        words = clock(report, look)
        state = "overdue" if _due(report) < look.today.isoformat() else "waiting"
    else:
        words = say("Put right as entry {seq}.", seq=f"{since.seq:,}")
        state = "corrected"
    about = naming.told(target.fact) if target else say("An entry that is not shown")
    return Row(
        title=say("Report {seq}: {about}", seq=report.seq, about=about),
        sentence=f"{words} {said}",
        state=state,
        note=say(
            "{body}; reported {day}",
            body=naming.body_words(report.fact.institution),
            day=in_words(report.recorded_at.astimezone(ZONE).date().isoformat()),
        ),
        links=links_of(report, target),
    )


def _sentence(look: Look, waiting: list[Version]) -> str:
    if not is_for(look):
        return say("This list is for whoever answers for a body. Act in such an office to see it.")
    if not waiting:
        return say("Every report of a mistake about the bodies you answer for has its answer.")
    late = sum(1 for v in waiting if _due(v) < look.today.isoformat())
    count = f"{len(waiting):,}"
    if not late:
        return say("Reports that wait for an answer: {count}; none is overdue.", count=count)
    return say(
        "Reports that wait for an answer: {count}; overdue: {late}.", count=count, late=f"{late:,}"
    )

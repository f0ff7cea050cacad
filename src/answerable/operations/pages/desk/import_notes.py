"""Import: what a person must know before a log is trusted, and what of it was not read.

References that find no finding, the day that the log gives itself, and each row without an action.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from answerable.operations.desk.rows import institutions
from answerable.operations.documents.confirm import subject_in_reference
from answerable.operations.pages.desk.importing import address
from answerable.operations.pages.look import Look
from answerable.operations.pages.naming import short, stop
from answerable.operations.pages.parts import Link, Notice, Row, Section
from answerable.operations.plans.log_compared import Asked
from answerable.operations.plans.log_files import Opened
from answerable.operations.sessions.reports import KINDS
from answerable.reading.actions.logs.log_labels import DUE
from answerable.scrutiny.matter import report_of
from answerable.scrutiny.plans import log_answers
from answerable.store.reads import registers
from answerable.vocabulary.facts import DocumentFiled, FindingPublished
from answerable.vocabulary.language import marked, say
from answerable.vocabulary.times import in_words

MOST_UNREAD, MOST_SHORT, LEAST_PARTS = 50, 12, 3
EARLIEST = date(2000, 1, 1)
"""A file that says it was saved before was saved by a program that keeps no date."""
HAND_IN = "/review/hand-in/"
WHY = {
    "heading": marked("A heading: kept as the heading of the actions under it."),
    "note": marked("A note: it is the only cell of its row, and no action stands under it."),
    "head": marked("The head of the table again."),
    "total": marked("A total: it says what is counted, and how many."),
    "bare": marked(
        "It has the words of an action and nothing else, where nearly every other row has a "
        "number. If it is an action, give it a number in the log and hand it in again."
    ),
    "struck": marked("Struck through in the sheet, and left out as you said."),
    "another log": marked(
        "It stands in another log, as its last column says. What is new of it is read from there."
    ),
    "no action": marked("No words stand in the column that holds the action."),
}


@dataclass(frozen=True, slots=True)
class Report:
    """A report on the record: its first day, and its title; without one, its reference.

    `words`: reference of a finding -> its first words, by which a person tells it from others.
    """

    published: date
    title: str
    words: Mapping[str, str] = field(default_factory=dict)

    @property
    def label(self) -> str:
        """Day and title, for a list."""
        return f"{in_words(self.published.isoformat())}: {self.title}"


def reports(every: Sequence[str]) -> dict[str, Report]:
    """Every report of these institutions, the latest first.

    Its title is that of the paper its findings were read from; else of one called as it is.
    """
    found: dict[str, date] = {}
    titles: dict[str, str] = {}
    named: dict[str, str] = {}
    words: dict[str, dict[str, str]] = {}
    for institution in every:
        history = registers.history(institution)
        papers: dict[str, str] = {}
        for filed in history.of_types(DocumentFiled):
            title = str(filed.fact.get("title") or "")
            titles.setdefault(subject_in_reference(title), title)
            read = filed.fact.doc and filed.fact.get("type") in KINDS
            if title and read and "title" not in filed.fact.classes:
                papers[str(filed.fact.doc)] = title
        for version in history.of_types(FindingPublished):
            name = report_of(version.fact.stream)
            day = version.fact.valid.start
            found[name] = min(day, found.get(name, day))
            source = version.fact.source
            if source and (title := papers.get(source.doc or "", "")):
                named.setdefault(name, title)
            if (text := version.fact.get("text")) and "text" not in version.fact.classes:
                words.setdefault(name, {})[version.fact.stream] = short(str(text))
    latest = sorted(found, key=lambda name: (found[name], name), reverse=True)
    return {
        name: Report(
            found[name],
            named.get(name) or titles.get(name.rpartition("/")[2]) or name,
            words.get(name, {}),
        )
        for name in latest
    }


def finding_words(reference: str, known: Mapping[str, Report]) -> str:
    """“recommendation 1 of How Anyshire keeps people safe (“…”)”; else its reference."""
    report = known.get(report_of(reference))
    parts = reference.split("/")
    if report is None or len(parts) < LEAST_PARTS:
        return reference
    kind = parts[-2].replace("-", " ")
    named = say("{kind} {number} of {title}", kind=kind, number=parts[-1], title=report.title)
    words = report.words.get(reference)
    return f"{named} (“{words}”)" if words else named


def own_date(look: Look, log: Opened, about: Asked) -> Notice | None:
    """The log gives itself another day than the one that was typed; without one, its file may."""
    own = log.own_date
    if own is None:
        return _saved(look, log, about)
    if own.day == about.dated or own.day > look.today:
        return None
    named = in_words(own.day.isoformat())
    return Notice(
        title=say("The date of the log"),
        words=say(
            "The log says “{words}”. This import takes {typed}.",
            words=own.words,
            typed=in_words(about.dated.isoformat()),
        ),
        success=False,
        url=address(log.document, replace(about, dated=own.day)),
        label=say("Use {day}", day=named),
    )


def _saved(look: Look, log: Opened, about: Asked) -> Notice | None:
    """Nothing in the log dates it, and its file was saved on another day than was typed."""
    if log.saved is None:
        return None
    kind, day = log.saved
    if day == about.dated or not EARLIEST <= day <= look.today:
        return None
    named = in_words(day.isoformat())
    words = (
        say(
            "No title of the log names its day. The properties of the file say that it was last "
            "saved on {day}, which need not be the day of the log. This import takes {typed}.",
            day=named,
            typed=in_words(about.dated.isoformat()),
        )
        if kind == "saved"
        else say(
            "No title of the log names its day. The properties of the file say that it was made "
            "on {day}, which need not be the day of the log. This import takes {typed}.",
            day=named,
            typed=in_words(about.dated.isoformat()),
        )
    )
    return Notice(
        title=say("The date of the log"),
        words=words,
        success=False,
        url=address(log.document, replace(about, dated=day)),
        label=say("Use {day}", day=named),
    )


def meaning(look: Look, log: Opened, about: Asked) -> tuple[Section, ...]:
    """The report that the short numbers of a log mean, as chosen or as with the last log."""
    if not about.report or "rec" not in log.columns.values():
        return ()
    known = reports(institutions(look))
    named = known[about.report].label if about.report in known else about.report
    others = [(name, one.label) for name, one in known.items() if name != about.report]
    return (
        Section(
            title=say("Which report R1 in this log means"),
            id="report",
            paragraphs=(
                say("R1 is recommendation 1 of {report}", report=stop(named)),
                say(
                    "It is remembered for the next log with the same columns. Is it another "
                    "report, or none?"
                ),
            ),
            links=(
                *(
                    Link(
                        label=say("R1 means recommendation 1 of {report}", report=label),
                        url=address(log.document, replace(about, report=name)),
                    )
                    for name, label in others
                ),
                Link(
                    label=say("R1 means no report"),
                    url=address(log.document, replace(about, report="")),
                ),
            ),
        ),
    )


def references(
    look: Look,
    document: str,
    about: Asked,
    nowhere: Sequence[str],
    *,
    step: str = "",
    before: Sequence[str] = (),
) -> tuple[Section, ...]:
    """`nowhere`: words of cells that link their row to nothing on the record; `before`: those of
    them in rows that stood so in the log before.

    What names no finding, such as “A&A” of where a matter came from, is not counted.
    """
    nowhere = [words for words in nowhere if log_answers.means_a_finding(words)]
    if not nowhere:
        return ()
    known = reports(institutions(look))
    n, short = len(nowhere), _short(nowhere)
    links = [
        Link(
            label=say("R1 means recommendation 1 of {report}", report=one.label),
            url=address(document, replace(about, report=name), step),
        )
        for name, one in known.items()
        if name != about.report
    ]
    if about.report:
        words = say(
            "{n} rows name another report, or what the report you chose does not have: {short}.",
            n=f"{n:,}",
            short=short,
        )
    elif known:
        words = say(
            "{n} rows name a finding, such as {short}, and you chose no report. Choose it "
            "here, or they are linked to nothing.",
            n=f"{n:,}",
            short=short,
        )
    else:
        words = say(
            "{n} rows name a finding, such as {short}, and no report is on the record. Hand in "
            "the report first and confirm its findings.",
            n=f"{n:,}",
            short=short,
        )
    later = (
        say(
            "You may go on: such a row stays without a link. If it means the report you chose, "
            "put its number right in the log and import it again."
        )
        if about.report
        else say(
            "You may also go on: when you import this log again with its report, the rows are "
            "linked then, and nothing is written twice."
        )
    )
    return (
        Section(
            title=say("References that find nothing: {n} rows", n=f"{n:,}"),
            id="references",
            paragraphs=(words, *_stood_so(before), later),
            links=(*links, Link(label=say("Hand in a report"), url=HAND_IN)),
        ),
    )


def _stood_so(before: Sequence[str]) -> tuple[str, ...]:
    """How many are no news of this log."""
    n = sum(1 for words in before if log_answers.means_a_finding(words))
    if not n:
        return ()
    return (say("{n} of these rows stood so in the log before.", n=f"{n:,}"),)


def not_read(log: Opened) -> tuple[Section, ...]:
    """Which columns are not read, and that nothing of them is quoted."""
    heads = (log.table.header, *(one.table.header for one in log.more))
    read = {*log.labels, DUE}
    left = [label for head in heads for label in head if label and label not in read]
    if not left:
        return ()
    return (
        Section(
            title=say("Columns that are not read: {n}", n=f"{len(left):,}"),
            id="not-read",
            paragraphs=(
                say(
                    "{columns}. They give the register nothing, and a row is quoted without them. "
                    "The file is kept whole; on its page these cells are covered for the "
                    "public.",
                    columns=", ".join(f"“{label}”" for label in left),
                ),
            ),
        ),
    )


def unread(log: Opened) -> tuple[Section, ...]:
    """Each row of the log that was not read as an action, and why."""
    rows = log.unread
    if not rows:
        return ()
    more = len(rows) - MOST_UNREAD
    told = [say("{more} more are not listed here.", more=f"{more:,}")] if more > 0 else []
    return (
        Section(
            title=say("Rows that are no action: {n}", n=f"{len(rows):,}"),
            id="unread",
            rows=tuple(
                Row(
                    title=row.words or say("An empty row"),
                    sentence=WHY[row.why],
                    note=say("Cell {address}", address=row.address),
                )
                for row in rows[:MOST_UNREAD]
            ),
            paragraphs=tuple(told),
        ),
    )


def _short(nowhere: Sequence[str]) -> str:
    """“R1”, “R2” and so on, those that stand most often first."""
    named = [words for words, _ in Counter(nowhere).most_common()]
    told = ", ".join(f"“{words[:40]}”" for words in named[:MOST_SHORT])
    return say("{told} and others", told=told) if len(named) > MOST_SHORT else told

"""The forms that add to the register of findings: one by hand, or the export of a source."""

from collections import Counter
from collections.abc import Mapping

from answerable.operations import catalogue
from answerable.operations.findings import findings
from answerable.operations.findings.findings import KINDS
from answerable.operations.pages import acts, naming
from answerable.operations.pages.acts import Act
from answerable.operations.pages.forms import DateField, Field
from answerable.operations.pages.look import Look
from answerable.operations.pages.parts import Item, Link
from answerable.scrutiny.phrases import on_day, start
from answerable.vocabulary.finding_kinds import PRACTICE
from answerable.vocabulary.language import marked, say
from answerable.vocabulary.times import day

NEW, TAKE_IN = marked("File a finding"), marked("Take in an export of findings")
MOST_ROWS = 50
"""Rows of a difference that are shown."""


def new(look: Look, institution: str) -> Act:
    """File a finding of any source."""
    sources = catalogue.regime_of(institution, on=look.on).finding_sources
    return Act(
        title=NEW,
        sentence=say("From an audit, a coroner, the panel, your own scrutiny or another source."),
        action=f"/findings/new/?body={institution}",
        button=say("File this finding"),
        operation="file_finding",
        institution=institution,
        back=Link(label=say("Findings"), url=f"/findings/?body={institution}"),
        answers=(Item(label=say("About"), words=naming.body_words(institution)),),
        fields=(
            Field(
                name="origin",
                label=say("Where it comes from"),
                choices=acts.choices(
                    ((s.key, s.words) for s in sources), first=say("Choose a source")
                ),
            ),
            Field(
                name="kind",
                label=say("What it is"),
                choices=acts.choices((k, _kind_words(k)) for k in KINDS),
            ),
            Field(name="text", label=say("Its words"), rows=4),
            Field(name="owner", label=say("Who made it")),
            Field(name="number", label=say("Its number there")),
            DateField(
                name="due",
                legend=say("Due"),
                hint=say("If it gives one; a month alone will do."),
                optional=True,
                loose=True,
            ),
            acts.day_field(look, label=say("The day on which it was made")),
        ),
    )


def _kind_words(kind: str) -> str:
    if kind == PRACTICE:
        return say("Promising practice: it asks for nothing")
    return kind.replace("-", " ").capitalize()


def pasted(look: Look, institution: str, posted: Mapping[str, str]) -> Act:
    """Paste an export, look at the difference, then record it."""
    sources = catalogue.regime_of(institution, on=look.on).finding_sources
    told = _difference(look, institution, posted) if posted.get("cells") else ()
    return Act(
        title=TAKE_IN if not told else say("Check the difference"),
        sentence=say(
            "Paste the cells of the export. The difference is shown before anything is recorded."
        )
        if not told
        else say("Nothing is recorded yet. A row that is gone stays on the record."),
        action=f"/findings/import/?body={institution}",
        button=say("Record this difference") if told else say("Show the difference"),
        operation="import_findings",
        institution=institution,
        back=Link(label=say("Findings"), url=f"/findings/?body={institution}"),
        answers=(Item(label=say("About"), words=naming.body_words(institution)), *told),
        fields=(
            Field(
                name="source",
                label=say("Source"),
                choices=acts.choices(
                    ((s.key, s.words) for s in sources), first=say("Choose a source")
                ),
            ),
            Field(name="cells", label=say("The cells, with their head"), rows=8),
            acts.day_field(look, label=say("The day of the export")),
            *(
                (Field(name="step", label=say("Record it"), value="save", choices=_SAVE),)
                if told
                else ()
            ),
        ),
    )


_SAVE = acts.choices(
    (("save", marked("Record this difference")), ("look", marked("Only look again")))
)


def _difference(look: Look, institution: str, posted: Mapping[str, str]) -> tuple[Item, ...]:
    on = day(posted.get("on", ""), what=say("day of the export"))
    changes = findings.difference(
        by=look.actor,
        on=look.on,
        institution=institution,
        source=posted.get("source", ""),
        found=read(posted.get("cells", ""), on=posted.get("on", "")),
    )
    counted = Counter(change.kind for change in changes)
    first = ", ".join(f"{counted[k]} {k}" for k in ("new", "changed", "gone", "same"))
    rows = tuple(
        Item(
            label=f"{start(c.kind)}: {c.ref}",
            words=f"{naming.short(c.text)} "
            + (
                say(
                    "{before} to {state}.",
                    before=c.before or say("no state"),
                    state=c.state or say("no state"),
                )
                if c.kind == "changed"
                else ""
            )
            + (f"{c.state or say('No state')}." if c.kind == "new" else ""),
        )
        for c in changes
        if c.kind != "same"
    )
    return (
        Item(label=say("Export of {day}", day=on_day(on)), words=f"{first}."),
        *rows[:MOST_ROWS],
    )


def read(cells: str, *, on: str) -> findings.Export:
    """Pasted cells as an export."""
    data = cells.replace("\r\n", "\n").encode()
    return findings.export(data, name="pasted.csv", dated=day(on, what=say("day of the export")))

"""The form to answer a report of a mistake: what was found, why, and whose words are shown."""

from collections.abc import Mapping
from dataclasses import replace

from answerable.ledger.register import Version
from answerable.operations.findings import redress
from answerable.operations.pages import acts, naming
from answerable.operations.pages.acts import Act
from answerable.operations.pages.forms import Field, FormPage
from answerable.operations.pages.look import ZONE, Look
from answerable.operations.pages.parts import Item, Link
from answerable.operations.pages.record import received
from answerable.operations.pages.record.putting_right import LIST, carrying
from answerable.store.reads import registers
from answerable.vocabulary.facts import MistakeReported
from answerable.vocabulary.language import say
from answerable.vocabulary.times import in_words

ANSWER = "/corrections/answer/"


def answer_form(
    look: Look,
    entry: int,
    *,
    key: str,
    posted: Mapping[str, str],
    error: str = "",
) -> FormPage:
    """What a report was found to be, with the correction that was made since, if there is one."""
    told = redress.line(entry, actor=look.actor)
    report = told.version
    if not isinstance(report.fact, MistakeReported):
        raise redress.NoSuchLine(f"Entry {entry} is not a report of a mistake.")
    target = received.target_of(look, report)
    since = _put_right(report)
    chosen = posted.get("found") or (redress.Found.CORRECTED if since else "")
    act = Act(
        title=say("Answer a report of a mistake"),
        sentence=received.clock(report, look),
        action=ANSWER,
        button=say("Publish this answer"),
        operation="reclassify",
        institution=told.institution,
        back=Link(label=say("Leave it for now"), url=received.LIST.url),
        area="about",
        crumbs=(LIST, received.LIST),
        answers=_report_items(report, target, since),
        fields=(
            Field(
                name="found",
                label=say("What you found"),
                value=chosen,
                hint=""
                if since
                else say("“Corrected” is taken once the line is corrected or withdrawn."),
                choices=acts.choices(
                    (
                        (redress.Found.CORRECTED, say("It was wrong: the line is put right")),
                        (redress.Found.NOT_CORRECTED, say("It is not corrected: the line stands")),
                    ),
                    first=say("Choose what you found"),
                ),
            ),
            Field(
                name="outcome",
                label=say("Why, in a sentence or two"),
                hint=say("Public, beside the report."),
                rows=4,
            ),
            Field(
                name="publish",
                label=say("The reader's own words"),
                choices=acts.choices(
                    (
                        ("", say("They stay inside")),
                        ("yes", say("They are published too")),
                    )
                ),
            ),
        ),
        warning=_has_answer(report),
    )
    shown = acts.form(look, act, key=key, posted=posted, error=error)
    more = received.links_of(report, target)[1:]
    aside = (replace(shown.aside[0], links=(*more, *shown.aside[0].links)), *shown.aside[1:])
    return carrying(look, replace(shown, aside=aside), posted, entry)


def _report_items(
    report: Version, target: Version | None, since: Version | None
) -> tuple[Item, ...]:
    text = report.fact.get("text")
    day = in_words(report.recorded_at.astimezone(ZONE).date().isoformat())
    line = naming.told(target.fact) if target else say("An entry that is not shown")
    put = say("Put right as entry {seq}.", seq=f"{since.seq:,}") if since else ""
    return (
        Item(label=say("Report"), words=say("{seq}, made {day}", seq=report.seq, day=day)),
        Item(label=say("The line"), words=line),
        Item(label=say("The reader wrote"), words=text or say("Words that you may not see")),
        *((Item(label=say("Since then"), words=put),) if put else ()),
    )


def _put_right(report: Version) -> Version | None:
    return redress.put_right(report, registers.history(report.fact.institution).versions)


def _has_answer(report: Version) -> str:
    past = registers.history(report.fact.institution).versions
    if report.entry_id not in redress.answers(past):
        return ""
    return say("This report has its answer already; a second one is not taken.")

"""The forms about a measure of a body: set its limits anew; judge measures together."""

from answerable.operations.measures import evidence
from answerable.operations.measures.families import RULE_WORDS
from answerable.operations.pages import offered
from answerable.operations.pages.changing import About, Box, Form, offices
from answerable.operations.pages.forms import Choice
from answerable.operations.pages.look import Look
from answerable.operations.pages.measures.figures import figures
from answerable.operations.pages.naming import body_words
from answerable.operations.pages.parts import Item, Link
from answerable.scrutiny.phrases import start
from answerable.vocabulary.language import marked, say

LIMITS, FAMILY = "limits", "family"


def _periods(look: Look, about: About) -> tuple[Choice, ...]:
    """Periods with a usable figure, newest first, but for the first of all."""
    _, name, body = about.reference.split("/")
    found = figures(look, evidence.measure_named(name), body)
    return (
        Choice(value="", label=say("Choose the first period")),
        *(
            Choice(value=day.isoformat(), label=found.words(day))
            for day in reversed(found.usable[1:])
        ),
    )


def _rules(_look: Look, _about: About) -> tuple[Choice, ...]:
    return (
        Choice(value="", label=say("Choose a rule")),
        *(Choice(value=rule, label=start(words)) for rule, words in RULE_WORDS.items()),
    )


SET_ANEW = Form(
    kind=LIMITS,
    may="rebase_limits",
    title=marked("Set the limits anew"),
    button=marked("Set these limits"),
    on=marked("Decided on which day"),
    check=True,
    warning=marked(
        "The earlier limits stay visible beside the new ones; what they marked stays told."
    ),
    boxes=(
        Box(
            name="from_",
            label=marked("First period of the new limits"),
            hint=marked("Limits from fewer than 13 figures are provisional."),
            choices=_periods,
            needed=marked("Choose the first period"),
        ),
        Box(
            name="reason",
            label=marked("What changed then, and how we know that it will last"),
            kind="long",
            needed=marked("Say what changed and how we know that it will last"),
        ),
        Box(
            name="authoriser",
            label=marked("Which office agreed to it"),
            choices=offices,
            needed=marked("Say which office agreed to it"),
        ),
    ),
)

TOGETHER = Form(
    kind=FAMILY,
    may="fix_family",
    title=marked("Judge measures together"),
    button=marked("Fix this family"),
    on=marked("Fixed on which day"),
    check=True,
    warning=marked("Nothing joins or leaves a family once it is fixed."),
    boxes=(
        Box(
            name="measures",
            label=marked("The measures, one on a line"),
            kind="lines",
            hint=marked(
                "By their ids, as on the page of each. One of another body as "
                "measure/body; then you must answer for that body too."
            ),
            needed=marked("Name the measures"),
        ),
        Box(name="rule", label=marked("The rule"), choices=_rules, needed=marked("Choose a rule")),
        Box(
            name="reason",
            label=marked("Why these are judged together"),
            kind="long",
            needed=marked("Say why these are judged together"),
        ),
    ),
)


def about_limits(look: Look, measure: str, body: str) -> About:
    """What the form on limits is about."""
    known = evidence.measure_named(measure)
    found = figures(look, known, body)
    back = f"/measures/{known.id}/{body}/"
    since = found.words(found.chart.groups[-1].start) if found.usable else ""
    return About(
        reference=evidence.stream_of(known.id, body),
        institution=body,
        title=f"{known.title}: {body_words(body)}",
        url=f"{back}limits/",
        back=back,
        facts=(
            Item(
                label=say("Limits now"),
                words=say("From {since} on.", since=since) if since else say("None."),
            ),
        ),
        crumbs=_crumbs(look, body, back),
    )


def about_family(look: Look, body: str) -> About:
    """What the form on a family is about."""
    back = f"/bodies/{body}/measures/"
    names = ", ".join(sorted(m.id for m in offered.measures()))
    return About(
        reference=f"family/{body}",
        institution=body,
        title=say(
            "Many verdicts bring false ones. A rule over all of {body}’s "
            "measures keeps them rare.",
            body=body_words(body),
        ),
        url=f"{back}family/",
        back=back,
        facts=(Item(label=say("Measures there are"), words=names),),
        crumbs=_crumbs(look, body, back),
    )


def _crumbs(look: Look, body: str, back: str) -> tuple[Link, ...]:
    return (
        Link(label=body_words(body), url=look.url(f"/bodies/{body}/")),
        Link(label=say("The figures"), url=back),
    )

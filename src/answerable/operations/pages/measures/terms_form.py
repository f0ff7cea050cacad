"""The form that fixes the terms of a verdict before its figures are held."""

import json
from collections.abc import Sequence
from statistics import fmean

from answerable.operations.measures import evidence
from answerable.operations.pages.changing import About, Box, Form
from answerable.operations.pages.forms import Choice
from answerable.operations.pages.look import Look
from answerable.operations.pages.measures.comparators import name_of
from answerable.operations.pages.naming import body_words
from answerable.operations.pages.parts import Item, Link
from answerable.vocabulary.language import marked, say
from answerable.vocabulary.measures import Measure
from answerable.vocabulary.refusal import Refusal

TERMS = "terms"
NEAREST = 7
LOOKS = (
    ("12", marked("Once, after 12 months")),
    ("6", marked("Once, after 6 months: sees less")),
    ("24", marked("Once, after 24 months")),
    ("6,12,24", marked("Three times, after 6, 12 and 24 months: each with a third of the error")),
)


class NotTyped(Refusal):
    """Something typed that cannot stand in terms."""

    code = "terms_incomplete"


def _looks(_look: Look, _about: About) -> tuple[Choice, ...]:
    return tuple(Choice(value=value, label=label) for value, label in LOOKS)


FIX = Form(
    kind=TERMS,
    may="fix_protocol",
    title=marked("Fix the terms of a verdict"),
    button=marked("Fix these terms"),
    on=marked("Fixed on which day"),
    check=True,
    warning=marked(
        "Terms can be fixed only before figures from the action on are "
        "held, of this body or of a peer. Once fixed they stay as they "
        "are: their hash is recorded."
    ),
    boxes=(
        Box(
            name="action_date",
            label=marked("First day of the period in which the action is under way"),
            kind="date",
            needed=marked("Say from when the action is under way"),
        ),
        Box(
            name="peers",
            label=marked("Peers, one on a line"),
            kind="lines",
            hint=marked(
                "By their ids. With fewer than three, a verdict is before-and-after only."
            ),
            needed=marked("Name the peers"),
        ),
        Box(
            name="looks",
            label=marked("When to look"),
            choices=_looks,
            needed=marked("Say when to look"),
        ),
        Box(
            name="minimum_change",
            label=marked("Smallest change that matters"),
            hint=marked("A share: 0.10 is 10 %. Empty: that of the measure."),
        ),
        Box(
            name="wash_out",
            label=marked("Periods left out from the action on"),
            hint=marked("A whole number. Empty: none."),
        ),
        Box(
            name="selection_start",
            label=marked("First day of the periods that triggered the action"),
            kind="date",
            hint=marked("If bad figures led to the action, they are left out of the comparison."),
        ),
        Box(name="selection_end", label=marked("Last day of those periods"), kind="date"),
    ),
)


def about_terms(look: Look, name: str, body: str) -> About:
    """What the form is about, and whom the body is nearest to in level."""
    measure = evidence.measure_named(name)
    back = f"/measures/{measure.id}/{body}/verdict/"
    near = nearest(measure, body)
    facts = [
        Item(label=say("Good is"), words=_good(measure)),
        Item(
            label=say("Smallest change that matters"),
            words=f"{measure.minimum_important_change:g}",
        ),
    ]
    if near:
        told = "; ".join(f"{name_of(peer)} ({peer})" for peer in near)
        facts.append(Item(label=say("Nearest in mean level of the figures held"), words=told))
    return About(
        reference=evidence.stream_of(measure.id, body),
        institution=body,
        title=f"{measure.title}: {body_words(body)}",
        url=f"/measures/{measure.id}/{body}/terms/",
        back=back,
        facts=tuple(facts),
        crumbs=(
            Link(label=body_words(body), url=look.url(f"/bodies/{body}/")),
            Link(label=measure.title, url=f"/measures/{measure.id}/{body}/"),
        ),
    )


def nearest(measure: Measure, body: str) -> tuple[str, ...]:
    """The bodies nearest in mean level, each against the body over the periods both have."""
    own = _held(measure, body)
    gaps = []
    for other in evidence.bodies_with(measure.id):
        theirs = _held(measure, other)
        both = own.keys() & theirs.keys()
        if other != body and both:
            level = fmean(own[day] for day in both)
            gaps.append((abs(fmean(theirs[day] for day in both) - level), other))
    return tuple(other for _, other in sorted(gaps)[:NEAREST])


def text(
    *,
    measure: str,
    body: str,
    action_date: str,
    peers: Sequence[str],
    looks: str,
    minimum_change: str,
    wash_out: str,
    selection_start: str,
    selection_end: str,
) -> str:
    """What was typed as a file of terms, as `fix_protocol` reads it. Raises NotTyped."""
    lines = [
        f"measure = {json.dumps(measure)}",
        f"body = {json.dumps(body)}",
        f"action_date = {action_date}",
        f"peers = {json.dumps(list(peers))}",
        f"looks = [{_choice(looks)}]",
    ]
    if minimum_change:
        lines.append(f"minimum_change = {_share(minimum_change)}")
    if wash_out:
        lines.append(f"wash_out = {_whole(wash_out)}")
    if bool(selection_start) != bool(selection_end):
        raise NotTyped(say("The periods that triggered the action need a first and a last day."))
    if selection_start:
        lines.append(f"selection = [{selection_start}, {selection_end}]")
    return "\n".join(lines) + "\n"


def _choice(looks: str) -> str:
    if looks not in dict(LOOKS):
        raise NotTyped(say("Choose when to look."))
    return looks


def _share(typed: str) -> float:
    digits = typed.replace(".", "", 1)
    if len(typed) <= 12 and "." in typed and digits.isascii() and digits.isdigit():
        return float(typed)
    raise NotTyped(say("The smallest change that matters is a share such as 0.10."))


def _whole(typed: str) -> int:
    if typed.isascii() and typed.isdigit() and len(typed) <= 3:
        return int(typed)
    raise NotTyped(say("The periods left out are a whole number such as 2."))


def _good(measure: Measure) -> str:
    return {"increase": "more", "decrease": "less"}.get(
        measure.direction, "neither more nor less: no verdict can be given"
    )


def _held(measure: Measure, body: str) -> dict[object, float]:
    series, _ = evidence.complete(measure, body)
    pairs = zip(series.dates, series.values, strict=True)
    return {day: value for day, value in pairs if value is not None}

"""A verdict in one plain paragraph, for the person who asked. It never names a cause."""

from collections.abc import Callable

from answerable.evidence.coverage import Coverage
from answerable.evidence.verdicts import NOT_SIMULATED as NOT_SIMULATED_NOTE
from answerable.evidence.verdicts import Judgement
from answerable.vocabulary.language import marked, say
from answerable.vocabulary.times import in_words

NOT_FIXED = marked("The test was not fixed beforehand.")
ALONE = marked("This is before-and-after only: a national change is not ruled out.")
FEW = marked("Fewer than 3 peers could be used, so it was judged without any.")
DRIFT = marked(
    "The numbers vary more than counting alone explains: the lower figure is the safer one."
)
NOT_SIMULATED = marked(
    "No simulation is like this case, so how often such an interval holds the true change is not "
    "known."
)
WAIT = {"after_short", "missing"}
"""Reasons that time may take away; where another stands beside them no day is named."""
REGRESSION = marked("It may be regression to the mean.")
SUBJECT = {
    "count": marked("The count"),
    "rate": marked("The rate"),
    "percent": marked("The odds"),
    "mean": marked("The mean"),
}


def sentence(made: Judgement) -> str:
    """What was found, how sure it is and what it leaves open."""
    if made.verdict in ("improved", "worsened"):
        parts = _changed(made)
    elif made.verdict == "no_detectable_change":
        parts = _unchanged(made)
    else:
        parts = _unmeasured(made)
    parts += _share_itself(made)
    parts += _before(made)
    if made.effect is not None and "precision" not in made.reason_codes:
        parts += _coverage(made)
        parts += _peers(made)
    if made.effect is not None and made.strength == "alone":
        parts += [FEW] if "few_peers" in made.notes else []
        parts.append(ALONE)
    if "may_be_regression_to_the_mean" in made.notes:
        parts.append(REGRESSION)
    if made.protocol.sha256 is None:
        parts.append(NOT_FIXED)
    return " ".join(parts)


def percent(value: float | None) -> str:
    """A share as a percentage with its sign left out: 0.1834 is 18.3 %."""
    shown = f"{100 * abs(value or 0.0):.1f}"
    return f"{shown.removesuffix('.0')} %"


def _signed(value: float | None) -> str:
    return ("-" if (value or 0.0) < 0 else "+") + percent(value)


def _movement(made: Judgement) -> str:
    moved = "fell" if (made.effect or 0.0) < 0 else "rose"
    peers = (
        say(" against {n_peers} peers", n_peers=made.n_peers)
        if made.strength == "compared"
        else ""
    )
    return say(
        "{subject} {moved} by {percent}{peers} after the action (99 % "
        "interval {signed} to {signed2})",
        subject=SUBJECT[made.protocol.kind],
        moved=moved,
        percent=percent(made.effect),
        peers=peers,
        signed=_signed(made.interval_low),
        signed2=_signed(made.interval_high),
    )


def _changed(made: Judgement) -> list[str]:
    good = "Improved" if made.verdict == "improved" else "Worsened"
    return [f"{good}: {_lower(_movement(made))}."]


def _lower(text: str) -> str:
    return text[0].lower() + text[1:]


def _unchanged(made: Judgement) -> list[str]:
    seen = percent(made.smallest_detectable_effect)
    return [
        say("No detectable change: {lower}.", lower=_lower(_movement(made))),
        say("In 8 cases of 10 we would have seen a change of {seen} or more.", seen=seen),
        *_reasons(made),
    ]


def _coverage(made: Judgement) -> list[str]:
    """How often such intervals held the true change where it is known."""
    found = made.coverage
    if found is None:
        return [say(NOT_SIMULATED)] if NOT_SIMULATED_NOTE in made.notes else []
    peers = say("{peers} peers", peers=found.peers) if found.peers else say("the body alone")
    chosen = say(", picked as the worst of 43") if found.chosen else ""
    said = [
        say(
            "In the simulations nearest to this case ({before} {period}s before and {after} "
            "after, {peers}, about {level} a {period}{chosen}) intervals made this way held the "
            "true change {rates} times in 100.",
            before=found.before,
            after=found.after,
            period=found.period,
            peers=peers,
            level=f"{found.level:,.0f}",
            chosen=chosen,
            rates=_of_100(found),
        )
    ]
    if "varies_more_than_counting" in made.notes:
        said.append(say(DRIFT))
    return said


def _share_itself(made: Judgement) -> list[str]:
    """Odds are read as shares by nearly everyone, so the share stands beside them."""
    if made.shares is None or made.verdict == "cannot_be_measured":
        return []
    before, after = made.shares
    return [
        say(
            "The share itself was {before} before and {after} after.",
            before=percent(before),
            after=percent(after),
        )
    ]


def _before(made: Judgement) -> list[str]:
    """That a change which is called seems to have begun before the action."""
    early = made.before_action
    if early is None:
        return []
    lower = early.effect < 0
    told = {"months": early.months, "percent": percent(early.effect)}
    return [
        say(
            "It seems to have begun before the action: in the {months} months before it the "
            "figures already lay {percent} lower than in all the time before those.",
            **told,
        )
        if lower
        else say(
            "It seems to have begun before the action: in the {months} months before it the "
            "figures already lay {percent} higher than in all the time before those.",
            **told,
        )
    ]


def _peers(made: Judgement) -> list[str]:
    """How far the comparison rests on any one of the peers."""
    each = made.without_a_peer
    if each is None:
        return []
    said = [
        say(
            "With any one of the peers left out the change is between {low} and {high}.",
            low=_signed(each.effect_low),
            high=_signed(each.effect_high),
        )
    ]
    if any(note.startswith("rests_on_peer:") for note in made.notes):
        n = len(each.rests_on)
        said.append(
            say("Without one of them it would not be called.")
            if n == 1
            else say("Without any one of {n} of them it would not be called.", n=n)
        )
    return said


def _of_100(found: Coverage) -> str:
    """“98.0 to 99.4”, or one number where both are the same."""
    least, most = (f"{100 * rate:.1f}" for rate in (found.least, found.most))
    return least if least == most else say("{least} to {most}", least=least, most=most)


def _reasons(made: Judgement) -> list[str]:
    """Why a change that stood out is no verdict."""
    fixed = "fixed beforehand" if made.protocol.sha256 else say("set for this test")
    said = {
        "smaller_than_minimum": (
            say(
                "A change of {percent} was seen, smaller than the {percent2} {fixed}.",
                percent=percent(made.effect),
                percent2=percent(made.protocol.minimum_change),
                fixed=fixed,
            )
        ),
        "single_series_differs": say(
            "The body's own series moved the other way, so no change is called."
        ),
        "not_without_selection": say(
            "Without the periods that triggered the action the change does "
            "not stand, so no improvement is called."
        ),
        "family": say("Among all the measures judged together the change does not stand out."),
    }
    return [said[code] for code in made.reason_codes if code in said]


def _unmeasured(made: Judgement) -> list[str]:
    if "precision" in made.reason_codes:
        return [
            say(
                "Cannot be measured: the numbers vary so much that in 8 cases of "
                "10 only a change of {percent} or more would have been seen.",
                percent=percent(made.smallest_detectable_effect),
            ),
            *_reasons(made),
        ]
    reasons = [UNMEASURED[code](made) for code in made.reason_codes]
    parts = [say("Cannot be measured: {values}.", values="; ".join(reasons))]
    if made.measurable_from is not None and set(made.reason_codes) <= WAIT:
        parts.append(
            say(
                "It can be judged from {day} at the earliest.",
                day=in_words(made.measurable_from.isoformat()),
            )
        )
    return parts


def _periods(made: Judgement, number: int) -> str:
    return f"{number} {made.period}" + ("" if number == 1 else "s")


def _missing(made: Judgement) -> str:
    apart = next((n.partition(":")[2] for n in made.notes if n.startswith("rows_apart:")), "")
    if apart:
        return say(
            "the rows are {apart} months apart, and every month or every quarter is needed",
            apart=apart,
        )
    return say(
        "{percent} of the periods are missing and at most 10 % may be",
        percent=percent(made.missing_share),
    )


def _needed(made: Judgement, months: int) -> str:
    return str(months if made.period == "month" else months // 3)


UNMEASURED: dict[str, Callable[[Judgement], str]] = {
    "baseline_short": lambda made: say(
        "{periods} can be used before the action and {needed} are needed",
        periods=_periods(made, made.n_baseline),
        needed=_needed(made, 24),
    ),
    "after_short": lambda made: say(
        "{periods} can be used after it and {needed} are needed",
        periods=_periods(made, made.n_after),
        needed=_needed(made, made.protocol.look_at or 6),
    ),
    "recording_break": lambda _: say("the way of recording changed within the time compared"),
    "missing": _missing,
    "suppressed": lambda _: say("small numbers were withheld"),
    "future_period": lambda _: say("figures are given for periods that have not begun yet"),
    "expected_too_small": lambda made: say(
        "there were {baseline_mean} a {period} before the action, too few to judge by",
        baseline_mean=f"{made.baseline_mean or 0.0:.1f}",
        period=made.period,
    ),
    "baseline_after_selection_short": lambda made: say(
        "without the periods that triggered the action {periods} are "
        "left before it and {needed} are needed",
        periods=_periods(made, made.n_baseline_after_selection or 0),
        needed=_needed(made, 12),
    ),
    "definition_not_reviewed": lambda _: say(
        "the definition of the measure is overdue for review"
    ),
    "not_positive": lambda _: say("a mean of zero or less cannot be compared as a ratio"),
    "numerator_above_denominator": lambda _: say("a part is larger than its whole"),
    "only_zeros_after": lambda _: say(
        "every figure since the action is 0, as when recording stops: a missing figure is left "
        "empty, and a count that has ended needs no test"
    ),
    "no_residual_variation": lambda _: say(
        "the numbers leave no variation by which to tell a change from chance"
    ),
}

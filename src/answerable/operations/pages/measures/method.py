"""How a verdict is worked out, and how often it is wrong: measured, with the command."""

import json
from functools import cache
from importlib.resources import files
from typing import Any

from answerable.operations.pages.look import Look, banner
from answerable.operations.pages.parts import Aside, Link, Section, SectionsPage, Table

REASONS = {
    "baseline_short": "too few months before",
    "after_short": "too few months after",
    "recording_break": "recording changed",
    "missing": "months missing",
    "no_figures": "no figures held",
    "action_outside_data": "no figures around the action",
    "precision": "too noisy",
    "smaller_than_minimum": "changed, by less than matters",
    "single_series_differs": "the body’s own series moved the other way",
}


@cache
def calibration() -> dict[str, Any]:
    """The measured rates, as `python -m benchmarks.method` writes them."""
    file = files("answerable.catalogue") / "calibration.json"
    told: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return told


def method(look: Look) -> SectionsPage:
    """The page: three tools, the checks, and the rates of error."""
    told = calibration()
    worst, over_looks = told["worst_one_look"], told["looks"]["worst"]
    return SectionsPage(
        title="How a verdict is worked out",
        area="about",
        sentence=(
            "Where nothing changed, a verdict said “improved” or “worsened” in at most "
            f"{_percent(worst)} of {told['runs']:,} simulated cases each, and in "
            f"{_percent(over_looks)} over three looks."
        ),
        crumbs=(Link(label="About", url=look.url("/about/")),),
        banner=banner(),
        as_at=look.as_at(),
        sections=(
            _tools(),
            _checks(),
            _false(told),
            _looks(told),
            _power(told),
            _other_noise(told),
            _charts(told),
            _reach(told),
            _again(told),
        ),
        aside=(
            Aside(
                title="More",
                links=(
                    Link(label="Choose measures, bodies and periods", url="/explore/"),
                    Link(label="About this record", url=look.url("/about/")),
                ),
            ),
        ),
    )


def _tools() -> Section:
    return Section(
        title="Three tools that must not be confused",
        table=Table(
            caption="What each tool may say",
            head=("Tool", "Question", "May it say improved?"),
            rows=(
                ("Control chart, funnel", "Where should people look?", "No"),
                (
                    "Verdict",
                    "Did the measure change after the action, more than its peers did?",
                    "Yes, by terms that were fixed beforehand",
                ),
                ("Second opinion", "Does another method agree?", "No; it adds to the strength"),
            ),
        ),
        paragraphs=("None of them names a cause.",),
    )


def _checks() -> Section:
    return Section(
        title="Checks before any chart",
        items=(
            "Completeness: a month with under 0.6 of the body’s usual rows, or without its file, "
            "is a gap and never a fall.",
            "Vintage: what changes after publication is compared at equal age only.",
            "Recording: no line and no verdict crosses a known change of recording.",
            "Small numbers: counts of 1 to 4 are withheld so that totals do not give them away.",
            "Age: a definition overdue for review is charted and not judged.",
        ),
    )


def _false(told: dict[str, Any]) -> Section:
    return Section(
        title="False alarms of one look",
        paragraphs=(
            "Nothing changed, in six kinds of noise. The worst rate over all of them, either way, "
            "with an upper bound for chance in the simulation. Where the bound was over 1 %, a "
            "smaller alpha is used.",
        ),
        table=Table(
            caption="Months before and after, and number of peers",
            head=("Before", "After", "Peers", "Worst rate", "Alpha used", "Bound with it"),
            rows=tuple(
                (
                    *(str(c[key]) for key in ("before", "after", "peers")),
                    _percent(c["rate_at_default"]),
                    str(c["alpha"]),
                    _percent(c["bound_at_alpha"]),
                )
                for c in told["corners"]
            ),
            numeric=(0, 1, 2, 3, 4, 5),
        ),
    )


def _looks(told: dict[str, Any]) -> Section:
    looks = told["looks"]
    return Section(
        title="False alarms over three looks",
        paragraphs=(
            f"The same series judged after 6, 12 and 24 months, each with a third of the alpha. "
            f"Target: {looks['target']}. Worst of all designs and kinds of noise: "
            f"{_percent(looks['worst'])}.",
        ),
        table=Table(
            caption="Worst rate over the kinds of noise, by design",
            head=("Before", "Peers", "Improved at any look", "Worsened at any look"),
            rows=tuple(
                (
                    *(str(c[key]) for key in ("before", "peers")),
                    *(_percent(c[key]) for key in ("improved", "worsened")),
                )
                for c in looks["designs"]
            ),
            numeric=(0, 1, 2, 3),
        ),
    )


def _power(told: dict[str, Any]) -> Section:
    return Section(
        title="What a verdict sees",
        paragraphs=(
            "Coverage: how often the 99 % interval held the true change. Twelve months after, "
            "seven peers, about 100 a month; quarters: four after.",
        ),
        table=Table(
            caption="Share of cases called improved",
            head=("Before", "True change", "Improved", "Coverage"),
            rows=tuple(
                (
                    c["before"],
                    f"{c['shift']:.0%}".replace("-", "\u2212"),
                    _percent(c["improved"]),
                    _percent(c["coverage"]),
                )
                for c in told["power"]
            ),
            numeric=(1, 2, 3),
        ),
    )


def _other_noise(told: dict[str, Any]) -> Section:
    return Section(
        title="What it sees in other noise",
        paragraphs=(
            "The least of 24, 36 and 60 months before. Where months hang together strongly (own "
            "AR .5) the interval is a little too narrow, and over half of the falls of 15 % are "
            "missed.",
        ),
        table=Table(
            caption="Least share over the designs",
            head=("Noise", "True change", "Improved", "Coverage"),
            rows=tuple(
                (
                    row["world"],
                    f"{row['shift']:.0%}".replace("-", "\u2212"),
                    _percent(row["improved"]),
                    _percent(row["coverage"]),
                )
                for row in told["other_noise"]
            ),
            numeric=(1, 2, 3),
        ),
    )


def _charts(told: dict[str, Any]) -> Section:
    return Section(
        title="Why a chart is no verdict",
        paragraphs=tuple(
            f"{row['world'].capitalize()}: with nothing changed, a chart showed an improvement "
            f"within {row['after']} months in {_percent(row['chart'])} of cases, the verdict in "
            f"{_percent(row['verdict'])}."
            for row in told["charts"]
        ),
    )


def _reach(told: dict[str, Any]) -> Section:
    said = told["without_a_verdict"]
    return Section(
        title="On how many real measures it says anything",
        items=(
            *(
                f"{row['what']}: {row['measurable']:,} of {row['cases']:,}. Reasons, of which one "
                f"case may have several: {_reasons(row['reason_codes'])}."
                for row in told["reach"]
            ),
            *(
                f"With the 36 months of one archive of the publisher, {row['what']}: "
                f"{_percent(row['share'])} of {row['cases']:,}, and “improved” or “worsened” "
                f"where nothing changed in {_percent(row['false_improved_or_worsened'])}."
                for row in told["with_one_archive"]
            ),
            f"{said['what']}: {said['with_limits']:,} of {said['figures']:,}. Where all bodies "
            "changed alike, a body lay outside the outer limits in "
            f"{_percent(max(said['false_outliers'].values()))} at most.",
        ),
    )


def _reasons(codes: dict[str, int]) -> str:
    return ", ".join(f"{REASONS.get(code, code)} {count:,}" for code, count in codes.items())


def _again(told: dict[str, Any]) -> Section:
    return Section(
        title="Work it out again",
        paragraphs=(
            "The simulated bodies are invented, and what is true of each is known. Real series "
            f"can behave worse than any simulated one. Seed {told['seed']}; the commands, in a "
            "checkout of the project:",
        ),
        items=tuple(told["commands"]),
    )


def _percent(rate: float) -> str:
    return f"{100 * rate:.2f} %"

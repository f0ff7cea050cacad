"""How a verdict is worked out, and how often it is wrong: measured, with the command."""

import json
from collections.abc import Sequence
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
    corners = {(c["before"], c["after"], c["peers"]): c for c in told["corners"]}
    peers = sorted({key[2] for key in corners})
    return Section(
        title="False alarms of one look",
        paragraphs=(
            "Nothing changed, in six kinds of noise. The worst rate over all of them, either way; "
            "where chance in the simulation could have put it over 1 %, a smaller alpha is used, "
            "and the bound with it stands beside.",
        ),
        table=Table(
            caption="Worst rate, by months before and after and number of peers",
            head=("Months", *(f"{count} peers" for count in peers)),
            rows=tuple(
                (
                    f"{before} before, {after} after",
                    *(_corner(corners[before, after, count]) for count in peers),
                )
                for before, after in sorted({key[:2] for key in corners})
            ),
        ),
    )


def _corner(corner: dict[str, Any]) -> str:
    """“1.00 %; at most 0.98 % at alpha 0.0045”."""
    worst, bound = _percent(corner["rate_at_default"]), _percent(corner["bound_at_alpha"])
    return f"{worst}; at most {bound} at alpha {corner['alpha']}"


def _looks(told: dict[str, Any]) -> Section:
    looks = told["looks"]
    designs = {(d["before"], d["peers"]): d for d in looks["designs"]}
    peers = sorted({key[1] for key in designs})
    return Section(
        title="False alarms over three looks",
        paragraphs=(
            f"The same series judged after 6, 12 and 24 months, each with a third of the alpha. "
            f"Target: {looks['target']}. Worst of all designs and kinds of noise: "
            f"{_percent(looks['worst'])}.",
        ),
        table=Table(
            caption="Worst rate at any look, improved and worsened",
            head=("Months before", *(f"{count} peers" for count in peers)),
            rows=tuple(
                (
                    str(before),
                    *(
                        f"{_percent(found['improved'])} and {_percent(found['worsened'])}"
                        for found in (designs[before, count] for count in peers)
                    ),
                )
                for before in sorted({key[0] for key in designs})
            ),
        ),
    )


def _power(told: dict[str, Any]) -> Section:
    return Section(
        title="What a verdict sees",
        paragraphs=(
            "How many cases were called improved, and in brackets how often the 99 % interval "
            "held the true change. Twelve months after, seven peers, about 100 a month; quarters: "
            "four after.",
        ),
        table=_seen("Held before", told["power"], key="before"),
    )


def _other_noise(told: dict[str, Any]) -> Section:
    return Section(
        title="What it sees in other noise",
        paragraphs=(
            "The least of 24, 36 and 60 months before. Where months hang together strongly (own "
            "AR .5) the interval is a little too narrow, and over half of the falls of 15 % are "
            "missed with 24.",
        ),
        table=_seen("Noise", told["other_noise"], key="world"),
    )


def _seen(head: str, cells: Sequence[dict[str, Any]], *, key: str) -> Table:
    """Improved (coverage) by the true change, one row a design or a noise."""
    shifts = sorted({cell["shift"] for cell in cells}, reverse=True)
    found = {(cell[key], cell["shift"]): cell for cell in cells}
    return Table(
        caption="Share called improved (coverage), by the true change",
        head=(head, *(f"{shift:.0%}".replace("-", "\u2212") for shift in shifts)),
        rows=tuple(
            (
                str(name),
                *(
                    f"{_percent(cell['improved'])} ({_percent(cell['coverage'])})"
                    if (cell := found.get((name, shift)))
                    else "not run"
                    for shift in shifts
                ),
            )
            for name in dict.fromkeys(cell[key] for cell in cells)
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

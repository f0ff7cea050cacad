"""How a verdict is worked out, and how often it is wrong: measured, with the command."""

import json
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from answerable.operations.pages.look import Look, banner
from answerable.operations.pages.measures.method_coverage import coverage_sections
from answerable.operations.pages.measures.method_families import families_section
from answerable.operations.pages.measures.method_noises import noises_section
from answerable.operations.pages.parts import Aside, Link, Section, SectionsPage, Table
from answerable.vocabulary.language import marked, say

REASONS = {
    "baseline_short": marked("too few months before"),
    "after_short": marked("too few months after"),
    "recording_break": marked("recording changed"),
    "missing": marked("months missing"),
    "no_figures": marked("no figures held"),
    "action_outside_data": marked("no figures around the action"),
    "precision": marked("too noisy"),
    "smaller_than_minimum": marked("changed, by less than matters"),
    "single_series_differs": marked("the body’s own series moved the other way"),
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
        title=say("How a verdict is worked out"),
        area="about",
        sentence=(
            say(
                "Beside peers, where nothing changed, a verdict said “improved” or "
                "“worsened” in at most {percent} of simulated cases in six kinds of noise, and "
                "in {percent2} over three looks. In harder noise it was up to {harder}, and for "
                "a body without peers up to {alone}.",
                percent=_percent(worst),
                percent2=_percent(over_looks),
                harder=_percent(max(n["compared"] for n in told["noises"] if n["harder"])),
                alone=_percent(max(n["alone"] for n in told["noises"])),
            )
        ),
        crumbs=(Link(label=say("About"), url=look.url("/about/")),),
        banner=banner(),
        as_at=look.as_at(),
        sections=(
            _tools(),
            _checks(),
            _false(told),
            noises_section(told["noises"]),
            _looks(told),
            families_section(told["families"]),
            _power(told),
            _other_noise(told),
            *coverage_sections(),
            _charts(told),
            _reach(told),
            _again(told),
        ),
        aside=(
            Aside(
                title=say("More"),
                links=(
                    Link(label=say("Choose measures, bodies and periods"), url="/explore/"),
                    Link(label=say("About this record"), url=look.url("/about/")),
                ),
            ),
        ),
    )


def _tools() -> Section:
    return Section(
        title=say("Three tools that must not be confused"),
        table=Table(
            caption=say("What each tool may say"),
            head=(say("Tool"), say("Question"), say("May it say improved?")),
            rows=(
                (say("Control chart, funnel"), say("Where should people look?"), "No"),
                (
                    say("Verdict"),
                    say("Did the measure change after the action, more than its peers did?"),
                    say("Yes, by terms that were fixed beforehand"),
                ),
                (
                    say("Second opinion"),
                    say("Does another method agree?"),
                    say("No; it adds to the strength"),
                ),
            ),
        ),
        paragraphs=(say("None of them names a cause."),),
    )


def _checks() -> Section:
    return Section(
        title=say("Checks before any chart"),
        items=(
            say(
                "Completeness: a month with under 0.6 of the body’s usual rows, "
                "or without its file, is a gap and never a fall."
            ),
            say("Vintage: what changes after publication is compared at equal age only."),
            say("Recording: no line and no verdict crosses a known change of recording."),
            say(
                "Small numbers: counts under 5 a month are judged by quarters, under 5 a "
                "quarter not at all. What a publisher withheld stays missing; a body’s own "
                "published count is shown as published, however small."
            ),
            say("Age: a definition overdue for review is charted and not judged."),
        ),
    )


def _false(told: dict[str, Any]) -> Section:
    corners = {(c["before"], c["after"], c["peers"]): c for c in told["corners"]}
    peers = sorted({key[2] for key in corners})
    return Section(
        title=say("False alarms of one look"),
        paragraphs=(
            say(
                "Nothing changed, in six kinds of noise. The worst rate over all "
                "of them, either way; where chance in the simulation could have "
                "put it over 1 %, a smaller alpha is used, and the bound with it "
                "stands beside."
            ),
        ),
        table=Table(
            caption=say("Worst rate, by months before and after and number of peers"),
            head=(say("Months"), *(say("{count} peers", count=count) for count in peers)),
            rows=tuple(
                (
                    say("{before} before, {after} after", before=before, after=after),
                    *(_corner(corners[before, after, count]) for count in peers),
                )
                for before, after in sorted({key[:2] for key in corners})
            ),
        ),
    )


def _corner(corner: dict[str, Any]) -> str:
    """“1.00 %; at most 0.98 % at alpha 0.0045”."""
    worst, bound = _percent(corner["rate_at_default"]), _percent(corner["bound_at_alpha"])
    return say(
        "{worst}; at most {bound} at alpha {corner}",
        worst=worst,
        bound=bound,
        corner=corner["alpha"],
    )


def _looks(told: dict[str, Any]) -> Section:
    looks = told["looks"]
    designs = {(d["before"], d["peers"]): d for d in looks["designs"]}
    peers = sorted({key[1] for key in designs})
    return Section(
        title=say("False alarms over three looks"),
        paragraphs=(
            say(
                "The same series judged after 6, 12 and 24 months, each with a "
                "third of the alpha. Target: {looks}. Worst of all designs and "
                "kinds of noise: {percent}.",
                looks=looks["target"],
                percent=_percent(looks["worst"]),
            ),
        ),
        table=Table(
            caption=say("Worst rate at any look, improved and worsened"),
            head=(say("Months before"), *(say("{count} peers", count=count) for count in peers)),
            rows=tuple(
                (
                    str(before),
                    *(
                        say(
                            "{percent} and {percent2}",
                            percent=_percent(found["improved"]),
                            percent2=_percent(found["worsened"]),
                        )
                        for found in (designs[before, count] for count in peers)
                    ),
                )
                for before in sorted({key[0] for key in designs})
            ),
        ),
    )


def _power(told: dict[str, Any]) -> Section:
    return Section(
        title=say("What a verdict sees"),
        paragraphs=(
            say(
                "How many cases were called improved, and in brackets how often "
                "the 99 % interval held the true change. Twelve months after, "
                "seven peers, about 100 a month; quarters: four after."
            ),
        ),
        table=_seen(say("Held before"), told["power"], key="before"),
    )


def _other_noise(told: dict[str, Any]) -> Section:
    return Section(
        title=say("What it sees in other noise"),
        paragraphs=(
            say(
                "The least of 24, 36 and 60 months before. Where months hang "
                "together strongly (own AR .5) the interval is a little too "
                "narrow, and over half of the falls of 15 % are missed with 24. "
                "Where the numbers vary so much more than counting explains that "
                "they may drift, the verdict says so beside its interval."
            ),
        ),
        table=_seen(say("Noise"), told["other_noise"], key="world"),
    )


def _seen(head: str, cells: Sequence[dict[str, Any]], *, key: str) -> Table:
    """Improved (coverage) by the true change, one row a design or a noise."""
    shifts = sorted({cell["shift"] for cell in cells}, reverse=True)
    found = {(cell[key], cell["shift"]): cell for cell in cells}
    return Table(
        caption=say("Share called improved (coverage), by the true change"),
        head=(head, *(f"{shift:.0%}".replace("-", "\u2212") for shift in shifts)),
        rows=tuple(
            (
                str(name),
                *(
                    f"{_percent(cell['improved'])} ({_percent(cell['coverage'])})"
                    if (cell := found.get((name, shift)))
                    else say("not run")
                    for shift in shifts
                ),
            )
            for name in dict.fromkeys(cell[key] for cell in cells)
        ),
    )


def _charts(told: dict[str, Any]) -> Section:
    return Section(
        title=say("Why a chart is no verdict"),
        paragraphs=tuple(
            say(
                "{row}: with nothing changed, a chart showed an improvement "
                "within {row2} months in {percent} of cases, the verdict in "
                "{percent2}.",
                row=row["world"][:1].upper() + row["world"][1:],
                row2=row["after"],
                percent=_percent(row["chart"]),
                percent2=_percent(row["verdict"]),
            )
            for row in told["charts"]
        ),
    )


def _reach(told: dict[str, Any]) -> Section:
    said = told["without_a_verdict"]
    return Section(
        title=say("On how many real measures it says anything"),
        items=(
            *(
                say(
                    "{row}: {row2} of {row3}. Reasons, of which one case may have "
                    "several: {reasons}.",
                    row=row["what"],
                    row2=f"{row['measurable']:,}",
                    row3=f"{row['cases']:,}",
                    reasons=_reasons(row["reason_codes"]),
                )
                for row in told["reach"]
            ),
            *(
                say(
                    "With the 36 months of one archive of the publisher, {row}: "
                    "{percent} of {row2}, and “improved” or “worsened” where nothing "
                    "changed in {percent2}.",
                    row=row["what"],
                    percent=_percent(row["share"]),
                    row2=f"{row['cases']:,}",
                    percent2=_percent(row["false_improved_or_worsened"]),
                )
                for row in told["with_one_archive"]
            ),
            say(
                "{said}: {said2} of {said3}. Where all bodies changed alike, a "
                "body lay outside the outer limits in {percent} at most.",
                said=said["what"],
                said2=f"{said['with_limits']:,}",
                said3=f"{said['figures']:,}",
                percent=_percent(max(said["false_outliers"].values())),
            ),
        ),
    )


def _reasons(codes: dict[str, int]) -> str:
    return ", ".join(f"{REASONS.get(code, code)} {count:,}" for code, count in codes.items())


def _again(told: dict[str, Any]) -> Section:
    return Section(
        title=say("Work it out again"),
        paragraphs=(
            say(
                "The simulated bodies are invented, and what is true of each is "
                "known. Real series can behave worse than any simulated one. "
                "Seed {told}; the commands, in a checkout of the project:",
                told=told["seed"],
            ),
        ),
        items=tuple(told["commands"]),
    )


def _percent(rate: float) -> str:
    return f"{100 * rate:.2f} %"

"""What the interval of a verdict held in simulations, by design and by level."""

from collections.abc import Iterable

from answerable.evidence.coverage import Coverage
from answerable.operations.measures.evidence_files import coverage_table
from answerable.operations.pages.parts import Section, Table
from answerable.vocabulary.language import say

USUAL = 100.0


def coverage_sections() -> tuple[Section, ...]:
    """Every design of months at the usual level; and every level over its designs."""
    return (_by_design(), _by_level())


def _by_design() -> Section:
    cells = [
        c
        for c in coverage_table().cells
        if c.period == "month" and not c.chosen and c.level == USUAL
    ]
    peers = sorted({c.peers for c in cells}, reverse=True)
    return Section(
        title=say("What the interval holds"),
        paragraphs=(
            say(
                "The interval is drawn for 99 of 100. How often it held the true change is "
                "counted: from the least to the most of four kinds of noise, each with no change, "
                "a fall of 15 % and one of 25 %, about 100 a month. Every verdict quotes its own "
                "row beside its interval. The least is mostly that of numbers that drift and, "
                "without peers, of bodies that all move alike."
            ),
        ),
        table=Table(
            caption=say("Times in 100 that the 99 % interval held the true change"),
            head=(say("Months"), *map(_peers, peers)),
            rows=tuple(
                (
                    say("{before} before, {after} after", before=before, after=after),
                    *(
                        _range(c for c in cells if (c.before, c.after, c.peers) == (*key, count))
                        for count in peers
                    ),
                )
                for key in sorted({(c.before, c.after) for c in cells})
                for before, after in (key,)
            ),
        ),
    )


def _by_level() -> Section:
    cells = coverage_table().cells
    peers = sorted({c.peers for c in cells}, reverse=True)
    groups = sorted({(c.chosen, c.period, c.level) for c in cells})
    return Section(
        title=say("The same at other levels, by quarter, and for the worst of 43 bodies"),
        paragraphs=(
            say(
                "From the least to the most over all designs. Where a body was picked because it "
                "was the worst, peers of its own level make up for most of it; without them it "
                "does not hold. Shares, means, and quarters of picked bodies were not simulated: "
                "their verdicts say so."
            ),
        ),
        table=Table(
            caption=say("Times in 100, by level and how the body came to be judged"),
            head=(say("Counts"), *map(_peers, peers)),
            rows=tuple(
                (
                    _group(chosen, period, level),
                    *(
                        _range(
                            c
                            for c in cells
                            if (c.chosen, c.period, c.level, c.peers)
                            == (chosen, period, level, count)
                        )
                        for count in peers
                    ),
                )
                for chosen, period, level in groups
            ),
        ),
    )


def _group(chosen: bool, period: str, level: float) -> str:
    words = say("about {level} a {period}", level=f"{level:,.0f}", period=period)
    return say("{words}, the worst of 43", words=words) if chosen else words


def _peers(count: int) -> str:
    return say("{count} peers", count=count) if count else say("The body alone")


def _range(cells: Iterable[Coverage]) -> str:
    held = list(cells)
    least, most = min(c.least for c in held), max(c.most for c in held)
    return say("{least} to {most}", least=f"{100 * least:.1f}", most=f"{100 * most:.1f}")

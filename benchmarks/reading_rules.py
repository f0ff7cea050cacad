"""How many characters a second the reader's rules read.

    python -m benchmarks.reading_rules [--runs N]

Every sample document of the open folders, as canonical text, is read in one process; to come to
that text is measured by `benchmarks.reading_speed` and not here. The turn with the least
processor time counts, by the rules alone and with likeness (decision 19). Beside each stands how
many times longer that is than to cut the same text into words in the same run. 1 where a bar is
missed.
"""

import argparse
import re
import time
from collections.abc import Callable, Sequence

from tests.reading import corpus

from answerable.reading.layout.canonical_text import CanonicalText
from answerable.reading.likeness.weights import Weights
from answerable.reading.reading import read

BAR = 100_000
"""Characters a second (design, READING section 6)."""
WORD = re.compile(r"\w+|[^\w\s]")


def texts() -> Sequence[CanonicalText]:
    """Canonical texts of all open samples, in order of folder and name."""
    folders = sorted(one for one in corpus.ROOT.iterdir() if one.name.startswith("open"))
    return [
        corpus.canonical_text(sample.path)
        for folder in folders
        for sample in corpus.samples(folder)
    ]


def seconds(work: Callable[[CanonicalText], object], given: Sequence[CanonicalText]) -> float:
    """Processor time of a turn over all texts."""
    begun = time.process_time()
    for text in given:
        work(text)
    return time.process_time() - begun


def main() -> int:
    """Print each speed beside the bar."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.reading_rules")
    parser.add_argument("--runs", type=int, default=3)
    runs = parser.parse_args().runs
    given, forms, missed = texts(), corpus.profiles(), 0
    size = sum(len(one.text) for one in given)
    words = min(seconds(lambda one: WORD.findall(one.text), given) for _ in range(runs))
    print(f"{len(given)} documents, {size:,} characters; cut into words in {words:.2f} s")

    def by(likeness: Weights | None) -> Callable[[CanonicalText], object]:
        return lambda one: (
            read(one, profiles=forms, gazetteer=corpus.GAZETTEER, likeness=likeness).records
        )

    for label, work in (("by rules alone", by(None)), ("with likeness", by(corpus.likeness()))):
        took = min(seconds(work, given) for _ in range(runs))
        missed += size / took < BAR
        print(
            f"{label}: {took:.1f} s, {size / took:,.0f} characters a second (bar {BAR:,}),"
            f" {took / words:,.0f} times as long as cutting into words"
        )
    return int(missed > 0)


if __name__ == "__main__":
    raise SystemExit(main())

"""Measure “asked before?”: `python -m benchmarks.asked_before [--set second_author]`.

Protocol. Each pair is an earlier and a later finding in the project's own words, on the themes of
inspections since 2014: the later one asks for the same again, as another inspector would put it.
`dev.tsv` was looked at while the list of meanings and its weight were chosen. `held_out.tsv` is by
the same author, written after both were frozen and without running the ranking; that findings of
the same theme come first was added after the words alone had been measured on it. The evidence is
`second_author.tsv`: 160 pairs by another author, who saw neither the ranking, nor the list, nor
the other pairs, drawn by lot from 211. No word list and no weight was changed after it was
measured. Its 56 topics are finer than the themes of a register: “same topic first” is an upper
bound, and the words alone a lower one. Between them stands what the page does: the 22 themes
under which an inspectorate's programme and a register keep a finding (`register_themes.tsv`),
which were fixed by the names of the topics alone, before that variant was measured. The theme of a
finding stands on the record; a topic so fine does not.

Each later finding is ranked against all earlier ones, its own among them, with the findings of the
project's sample documents and both sides of the other pairs: about what two forces were told in
ten years. As on the page, findings of the same theme come first. Beside it stands what the words
alone give, without any theme, and that with 2,000 more, put together by machine from the same
subjects. Right: its own earlier finding is among the first three.

The two sets do not agree. With the theme of a register, .70 of the second author's 160 pairs and
.43 of the own author's 150 are right in the first three, .57 of all 310 (interval .52 to .62); by
words alone .28 and .14. The bar of .60 is reached on the second author's pairs and not on both
together. The list of meanings was made again, and wider, from general knowledge of the field after
the sets had been measured with an older one (.71 and .31, .52 of both); its author saw the
first five pairs of each set, no other, and it was not changed after this look.

The page puts findings of the same body first, too. “Two bodies by lot” gives each finding to one
of two bodies and ranks as the page does: .82 and .52, .68 of all 310 (interval .62 to .73). This
variant was added after the others had been measured.

Tried afterwards and not taken: one half of the 310 pairs by lot chose, the other judged. With the
theme of a register the ranking as it is finds .55 of the one half and .59 (.51 to .67) of the
other. Of other runs of letters, other weights of a meaning, whole words beside letters, rarer runs
weighted more, words taken over from the first five found, and a space of 60 to 200 latent
directions, the first half liked the steeper weight best (.57); the second half found .57 with it.

The pairs are hard: both sides of all pairs are in the pool, so that the finding next to the right
one is often about the same thing. Pairs from published reports, by another author, are wanted.
"""

import argparse
import json
import random
import time
from functools import cache
from importlib.resources import files
from pathlib import Path

from benchmarks.asked_before.others import others

from answerable.operations import catalogue
from answerable.reading.precision import Precision
from answerable.reading.similar import Index

TWO = "two bodies by lot, same body and theme of a register first"
OTHERS, LARGE, BAR, SECONDS = 2_000, 20_000, 0.60, 0.5
SETS = {
    "second_author": "pairs by another author, first look",
    "held_out": "held-out pairs of the rules' own author; the theme was added after a first look",
    "dev": "pairs that were looked at: NOT EVIDENCE",
}
Told = tuple[str, str]
"""Theme (or none) and words of a finding."""
CORPUS = Path(__file__).parents[2] / "corpus"
KINDS = {"recommendation", "area_for_improvement", "cause_of_concern", "action", "commitment"}
RESULT = Path(__file__).parents[1] / "results" / "asked-before.json"


def pairs(name: str) -> list[tuple[str, str, str]]:
    """Theme, earlier and later finding of each pair of a file."""
    text = files("benchmarks.asked_before").joinpath(f"{name}.tsv").read_text(encoding="utf-8")
    made = [tuple(line.split("\t")) for line in text.splitlines()]
    return [(theme, earlier, later) for theme, earlier, later in made]


@cache
def _registers() -> dict[str, str]:
    text = files("benchmarks.asked_before").joinpath("register_themes.tsv").read_text("utf-8")
    return {
        topic: theme
        for theme, topics in (line.split("\t") for line in text.splitlines())
        for topic in topics.split("; ")
    }


def of_register(topic: str) -> str:
    """The theme under which a register would keep a topic; none for none."""
    return _registers()[topic] if topic else ""


def sampled() -> list[str]:
    """Findings, actions and promises of the sample documents, in their words."""
    found = set()
    for file in sorted(CORPUS.glob("*/*.gold.jsonl")):
        for line in file.read_text(encoding="utf-8").splitlines():
            record = json.loads(line)
            if record.get("kind") in KINDS:
                found.add(record["quote"]["exact"])
    return sorted(found)


def places(
    told: list[tuple[str, str, str]], more: list[Told], *, themes: bool, bodies: int = 1
) -> list[int]:
    """For each pair, at which place from 1 its own earlier finding stands; 0 for not in ten.

    With several `bodies` every finding is given one by lot; that of a pair is its earlier one's.
    """
    every = [(theme, earlier) for theme, earlier, _ in told] + more
    lot = random.Random(4)  # noqa: S311  # sentences, no secret
    lot.shuffle(every)  # so that no place is better than another
    index = Index(tuple(words for _, words in every), catalogue.meanings())
    told_to = [lot.randrange(bodies) for _ in every]
    body_of = dict(zip((words for _, words in every), told_to, strict=True))
    found = []
    for theme, earlier, later in told:
        groups = [
            2 * (body != body_of[earlier]) + int(themes and one[0] != theme)
            for one, body in zip(every, told_to, strict=True)
        ]
        ranked = [every[one.index][1] for one in index.rank(later, top=10, groups=groups)]
        found.append(ranked.index(earlier) + 1 if earlier in ranked else 0)
    return found


def speed(asked: str) -> tuple[float, float, float]:
    """Processor seconds to make 20,000 findings ready, to rank one, and after a new one."""
    every = tuple(others(LARGE))
    begun = time.process_time()
    index = Index(every, catalogue.meanings())
    index.rank(asked)
    ready = time.process_time() - begun
    times = []
    for _ in range(5):
        begun = time.process_time()
        index.rank(asked)
        times.append(time.process_time() - begun)
    begun = time.process_time()
    index.grown(["One more finding."]).rank(asked)
    return ready, sorted(times)[2], time.process_time() - begun


def main() -> int:
    """Print the shares with their intervals; 1 where the bar is missed."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.asked_before")
    parser.add_argument("--set", choices=SETS, default="second_author", help="which pairs")
    parser.add_argument("--out", type=Path, help="write the figures as JSON")
    chosen = parser.parse_args()
    told = pairs(chosen.set)
    beside = [pair for name in SETS if name != chosen.set for pair in pairs(name)]
    real = [(theme, words) for theme, *both in beside for words in both]
    real += [("", words) for words in sampled()]
    print(f"{chosen.set}: {SETS[chosen.set]}")
    figures: dict[str, object] = {"set": chosen.set, "pairs": len(told)}
    coarse = [(of_register(theme), *both) for theme, *both in told]
    others_coarse = [(of_register(theme), words) for theme, words in real]
    core = _shown(coarse, others_coarse, "theme of a register first", figures, themes=True)
    _shown(coarse, others_coarse, TWO, figures, themes=True, bodies=2)
    _shown(told, real, "same topic first", figures, themes=True)
    _shown(told, real, "words alone", figures, themes=False)
    many = real + [("", words) for words in others(OTHERS)]
    _shown(told, many, "words alone, 2,000 more", figures, themes=False)
    ready, one, new = speed(told[0][2])
    print(
        f"20,000 findings: made ready and asked once in {ready:.2f} s, then {one:.3f} s a "
        f"question, {new:.2f} s after a new finding (processor time)"
    )
    figures |= {
        "seconds_first": round(ready, 2),
        "seconds_then": round(one, 3),
        "seconds_after_a_new_one": round(new, 2),
    }
    if chosen.out:
        chosen.out.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    reached = "reached" if core >= BAR * len(told) else "NOT reached"
    print(f"the bar of {BAR:.2f} in the first three, theme of a register first: {reached}")
    return int(one > SECONDS)


def _shown(
    told: list[tuple[str, str, str]],
    more: list[Told],
    name: str,
    figures: dict[str, object],
    *,
    themes: bool,
    bodies: int = 1,
) -> int:
    """Print the shares with their intervals; how many were right in the first three."""
    found = places(told, more, themes=themes, bodies=bodies)
    print(f"{name}, among {len(told) + len(more):,} findings")
    shares = {top: sum(0 < place <= top for place in found) for top in (1, 3, 5, 10)}
    for top, right in shares.items():
        low, high = Precision(right, len(told)).interval()
        share = f"{right}/{len(told)} = {right / len(told):.2f}"
        print(f"  right in the first {top:>2}: {share}  (95 % interval {low:.2f} to {high:.2f})")
    figures[name] = {"findings": len(told) + len(more), "right": shares}
    return shares[3]


if __name__ == "__main__":
    raise SystemExit(main())

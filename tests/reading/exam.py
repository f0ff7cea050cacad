"""The exam: what the reader finds in a folder of samples of any format, beside the bars.

Prints tables and keeps their figures; never a word of a document, so that the result of a sealed
folder may be shown. The tables of `corpus/README.md` are these.

    python -m tests.reading.exam corpus/sealed --out benchmarks/results/reading-sealed.json
"""

import argparse
import json
import re
import subprocess
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from answerable.reading.records import CONTRACT_VERSION
from tests.reading import corpus, exam_tables, places
from tests.reading.bars import FIELD_BARS
from tests.reading.intervals import COUNTED, added, counts, estimated
from tests.reading.placing import squashed
from tests.reading.score import WRONG_COSTS, Tally, fold, pairs, score

RECALL_ONLY = (
    "claim",
    "response",
    "decision",
    "assurance",
    "monitoring",
    "practice",
    "agenda_item",
)

Line = Mapping[str, Any]


@dataclass(frozen=True)
class Paper:
    """One sample as read: its labels, the reader's lines, and the words on both sides.

    Each line says in `in_layout` whether the layout marks the place in which it stands.
    """

    form: str
    gold: Sequence[Line]
    found: Sequence[Line]
    text: str
    words: str
    ways: Mapping[str, int]

    @property
    def tallies(self) -> Mapping[str, Tally]:
        return score([(self.gold, self.found)])


def paper(sample: corpus.Sample, *, by_rules_alone: bool = False) -> Paper:
    """A sample, read."""
    read = corpus.reading(sample.path, sample.meta, by_rules_alone=by_rules_alone)
    form = sample.path.suffix.removeprefix(".")
    beside = sample.path.parent / "words" / f"{sample.name}.txt"
    words = corpus.plain_words(sample.path if form == "txt" else beside)
    found = [{**line, "in_layout": places.in_layout(read.text, line)} for line in read.lines()]
    return Paper(form, sample.gold, found, read.text.text, words, sample.ways)


def measured(papers: Sequence[Paper]) -> dict[str, Any]:
    """All figures of a folder, ready for JSON."""
    tallies = [one.tallies for one in papers]
    stated = [_without_inferred(one) for one in papers]
    plain = [one.tallies for one in stated]
    return {
        "documents": len(papers),
        "labels": sum(len(one.gold) - 1 for one in papers),
        "placed": dict(sorted(sum((Counter(one.ways) for one in papers), Counter()).items())),
        "kinds": {kind: _kind(kind, [kind], tallies, plain) for kind in COUNTED}
        | {"all counted kinds": _kind("", COUNTED, tallies, plain)},
        "places": places.measured([(one.gold, one.found) for one in papers]),
        "recall_only": {kind: _recall(kind, tallies) for kind in RECALL_ONLY},
        "formats": {
            form: _format([one for one in papers if one.form == form])
            for form in sorted({one.form for one in papers})
        },
        "fields": _fields(papers),
        "fields_without_inferred": _fields(stated),
        "owners": _owners(papers),
        "bodies": _bodies(papers),
        "quotes": _quotes(papers),
        "residue": _residue(tallies) | _read_otherwise(papers),
    }


def _rows(kinds: Iterable[str], tallies: Sequence[Mapping[str, Tally]]) -> list[Any]:
    return [added([counts(one.get(kind, Tally())) for kind in kinds]) for one in tallies]


def _kind(
    name: str,
    kinds: Sequence[str],
    tallies: Sequence[Mapping[str, Tally]],
    plain: Sequence[Mapping[str, Tally]],
) -> dict[str, Any]:
    rows = _rows(kinds, tallies)
    gold, found, hits, wrong = added(rows)
    precision, recall, rate = estimated(rows)
    valued = not name or name in WRONG_COSTS
    return {
        "n": gold,
        "found": found,
        "hits": hits,
        "precision": precision,
        "recall": recall,
        "wrong": wrong if valued else None,
        "wrong_without_inferred": added(_rows(kinds, plain))[3] if valued else None,
        "wrong_rate": rate if valued else None,
    }


def _without_inferred(one: Paper) -> Paper:
    """A paper whose labels do not ask for a value that no words state outright."""
    gold = [
        {
            **line,
            "fields": {
                name: value
                for name, value in line["fields"].items()
                if name not in line.get("inferred", {})
            },
        }
        for line in one.gold
    ]
    return replace(one, gold=gold)


def _recall(kind: str, tallies: Sequence[Mapping[str, Tally]]) -> dict[str, Any]:
    rows = _rows([kind], tallies)
    return {"n": added(rows)[0], "hits": added(rows)[2], "recall": estimated(rows)[1]}


def _format(papers: Sequence[Paper]) -> dict[str, Any]:
    tallies = [one.tallies for one in papers]
    whole = _kind("", COUNTED, tallies, tallies)
    return {
        "documents": len(papers),
        **{name: whole[name] for name in ("n", "found", "hits", "precision", "recall")},
        "kinds": {
            kind: [row[2], row[0]] for kind in COUNTED if (row := added(_rows([kind], tallies)))[0]
        },
    }


def _matched(papers: Sequence[Paper], kind: str) -> Iterable[tuple[Line, Line]]:
    for one in papers:
        wanted = [line for line in one.gold if line["kind"] == kind]
        given = [line for line in one.found if line["kind"] == kind]
        for place, index in pairs(wanted, given, kind):
            yield wanted[place]["fields"], given[index]["fields"]


def _fields(papers: Sequence[Paper]) -> dict[str, dict[str, int]]:
    """Of matched records whose label states the field: stated, proposed, right."""
    figures = {}
    for kind, name in FIELD_BARS:
        asked = [both for both in _matched(papers, kind) if both[0].get(name) is not None]
        figures[f"{kind}.{name}"] = {
            "stated": len(asked),
            "proposed": sum(have.get(name) is not None for _, have in asked),
            "right": sum(fold(have.get(name)) == fold(gold[name]) for gold, have in asked),
        }
    return figures


def _owners(papers: Sequence[Paper]) -> dict[str, int]:
    """Owners of matched actions: named as the label names them, or the same one by another name.

    A label may say "TB" where the reader gives the post and the name that the document's own list
    gives for these initials: the same owner, by post, by name or by initials. An article or a
    title before it says nothing ("the Solicitor", "Ms Duarte"), and a post may stand before a
    name ("ACC Marsh").
    """
    figures: Counter[str] = Counter(stated=0, same=0)
    for one in papers:
        initials = {
            str(fold(line["fields"]["initials"])): _bare(line["fields"]["name"])
            for line in one.found
            if line["kind"] == "person" and line["fields"]["initials"]
        }
        for gold, have in _matched([one], "action"):
            told = [_bare(gold[name]) for name in ("owner", "owner_person") if gold.get(name)]
            if not told:
                continue
            given = [_bare(have[name]) for name in ("owner", "owner_person") if have[name]]
            surname = _bare(have["owner_person"] or "").rpartition(" ")[2]
            named = {*given, " ".join(given), surname}
            figures["stated"] += 1
            figures["same"] += any(name in named or initials.get(name) in given for name in told)
    return dict(figures)


_BEFORE = re.compile(r"^(?:the|mr|mrs|ms|dr|cllr|dame|sir) ")


def _bare(value: object) -> str:
    """An owner folded, without an article or a title before it."""
    return _BEFORE.sub("", str(fold(value)))


# Ways of naming one body. A force and a fire service of one place stay two.
_SORTS = (
    (re.compile(r"\bpdu\b"), "probation delivery unit"),
    (re.compile(r"\brocu\b"), "regional organised crime unit"),
    (re.compile(r"\b(?:constabulary|force)\b"), "police"),
    (re.compile(r"\b(?:local authority|children s services|(?:county|city|borough|district"
                r"|metropolitan) council)\b"), "council"),
    (re.compile(r"\b(?:and|the|of)\b"), ""),
)  # fmt: skip


def _name_of_body(value: object) -> set[str]:
    """The words of a body's name, with one word for each sort of body."""
    words = str(fold(value))
    for sort, plain in _SORTS:
        words = sort.sub(plain, words)
    return set(words.split())


def _bodies(papers: Sequence[Paper]) -> dict[str, int]:
    """Bodies of matched grades: how many are proposed, and how many are another body's."""
    named = [both for both in _matched(papers, "grade") if both[0].get("institution")]
    proposed = [both for both in named if both[1].get("institution")]
    differing = [
        [_name_of_body(one["institution"]) for one in both]
        for both in proposed
        if fold(both[0]["institution"]) != fold(both[1]["institution"])
    ]
    shorter = sum(gold <= have or have <= gold for gold, have in differing)
    return {
        "matched": sum(1 for _ in _matched(papers, "grade")),
        "named": len(named),
        "proposed": len(proposed),
        "another_form_of_the_name": shorter,
        "wrong": len(differing) - shorter,
    }


def _quotes(papers: Sequence[Paper]) -> dict[str, int]:
    """Quotes and supports cut exactly from the canonical text; records that the words hold.

    The words of a file other than plain text were taken out of it by other means than ours; they
    hold no cell marks and no list marks. Residue is left out there: it may be a whole table row.
    """
    figures: Counter[str] = Counter(quotes=0, exact=0, records=0, in_the_words=0)
    for one in papers:
        words = squashed(one.words)
        for line in one.found[1:]:
            for quote in (line["quote"], *line.get("support", {}).values()):
                figures["quotes"] += 1
                figures["exact"] += one.text[quote["start"] : quote["end"]] == quote["exact"]
            if line["kind"] != "residue":
                figures["records"] += 1
                figures["in_the_words"] += squashed(line["quote"]["exact"]) in words
    return dict(figures)


def _residue(tallies: Sequence[Mapping[str, Tally]]) -> dict[str, int]:
    told = [one.get(kind, Tally()) for one in tallies for kind in COUNTED]
    return {
        "missed": sum(one.gold - one.hits for one in told),
        "shown": sum(one.shown for one in told),
    }


_OF_DUTY = (
    "recommendation",
    "area_for_improvement",
    "cause_of_concern",
    "commitment",
    "action",
    "decision",
    "response",
)


def _read_otherwise(papers: Sequence[Paper]) -> dict[str, int]:
    """Missed labels that are shown, or whose words another record puts before the reviewer.

    A promise that is read as an action is a miss of its kind, and yet nothing that a reader of
    the review queue does not see. `duties` counts what somebody is to do, and only records of
    such kinds beside it; `all` counts every kind, where one record holds half of the label.
    """
    figures: Counter[str] = Counter(duties_missed=0, duties_seen=0, all_seen=0)
    for one in papers:
        for kind in COUNTED:
            wanted = [line for line in one.gold if line["kind"] == kind]
            given = [line for line in one.found if line["kind"] == kind]
            matched = {place for place, _ in pairs(wanted, given, kind)}
            for label in (line for place, line in enumerate(wanted) if place not in matched):
                held = [(line["kind"], _held(label, line)) for line in one.found[1:]]
                figures["all_seen"] += any(
                    share > 0 if name == "residue" else share >= _HALF for name, share in held
                )
                if kind in _OF_DUTY[:5]:
                    figures["duties_missed"] += 1
                    figures["duties_seen"] += any(
                        share > 0 for name, share in held if name in (*_OF_DUTY, "residue")
                    )
    return dict(figures)


_HALF = 0.5


def _held(label: Line, line: Line) -> float:
    """The share of a label that a line's quote holds."""
    one, two = label["quote"], line["quote"]
    shared = min(one["end"], two["end"]) - max(one["start"], two["start"])
    return float(max(shared, 0) / max(one["end"] - one["start"], 1))


def _reader() -> str:
    """The last commit that changed the reader."""
    path = Path(__file__).resolve().parents[2] / "src/answerable/reading"
    asked = ("git", "log", "-1", "--format=%h", "--", str(path))
    return subprocess.run(
        asked, cwd=path, capture_output=True, text=True, check=True
    ).stdout.strip()


def main() -> None:
    """Measure one folder."""
    known = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    known.add_argument("folder", type=Path)
    known.add_argument("--out", type=Path, help="also write the figures as JSON")
    known.add_argument("--by-rules-alone", action="store_true", help="without likeness")
    asked = known.parse_args()
    alone = asked.by_rules_alone
    papers = [paper(sample, by_rules_alone=alone) for sample in corpus.samples(asked.folder)]
    figures = {
        "folder": asked.folder.name,
        "by rules alone": alone,
        "reader": _reader(),
        "contract": CONTRACT_VERSION,
        **measured(papers),
    }
    figures = json.loads(json.dumps(figures), parse_float=lambda text: round(float(text), 4))
    if asked.out:
        asked.out.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    print(exam_tables.markdown(figures))


if __name__ == "__main__":
    main()
